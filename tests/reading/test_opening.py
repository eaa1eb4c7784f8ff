"""Files that are refused, each with words that help."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from docgen import package
from docgen.errors import Unusable
from docgen.reading import flow
from docgen.reading.opening import open_source
from docgen.reading.read import read
from tests.reading.build import NAMESPACES, Docx, R, facts, para, zipped
from tests.reading.odf import converted

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def stream(*names: str) -> bytes:
    return OLE + b"".join(name.encode("utf-16-le") + b"\0\0" for name in names)


def refusal(data: bytes) -> str:
    with pytest.raises(Unusable) as caught:
        facts(data, "kế hoạch.docx")
    (fault,) = caught.value.faults
    assert fault.noi == "kế hoạch.docx"
    assert fault.loi.endswith(".")
    return str(fault)


def changed(**parts: str | bytes) -> bytes:
    """A good file with some parts replaced; "__" in a name stands for "/", "_" for "."."""
    named = {name.replace("__", "/").replace("_", "."): content for name, content in parts.items()}
    return zipped({**Docx(para("a")).contents(), **named})


def document(body: str) -> bytes:
    return changed(word__document_xml=f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "rỗng"),
        (b"%PDF-1.7\n...", "tệp PDF"),
        (b"{\\rtf1\\ansi ...}", "tệp RTF"),
        (b"\x89PNG\r\n\x1a\n....", "hình ảnh"),
        (b"\xff\xd8\xff\xe0....", "hình ảnh"),
        (b"<html><body>a</body></html>", "trang web"),
        (b"\xef\xbb\xbf \n<?xml version='1.0'?><a/>", "trang web hoặc tệp XML"),
        (b"MIME-Version: 1.0\n", "trang web"),
        (b"PK\x05\x06" + bytes(18), "nén rỗng"),
        (b"MZ\x90\x00", "chương trình"),
        (stream("EncryptedPackage", "EncryptionInfo"), "mật khẩu"),
        (stream("Workbook"), "Excel"),
        (stream("PowerPoint Document"), "PowerPoint"),
        (stream("__substg1.0_0037"), "Outlook"),
        (stream("Khác"), "không phải văn bản Word"),
        (zipped({"xl/workbook.xml": "<a/>"}), "Excel"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "PowerPoint"),
        (zipped({"content.xml": "<a/>", "mimetype": "x"}), "OpenDocument"),
        (zipped({"a.txt": "a"}), "không có phần nội dung"),
        (b"PK\x03\x04" + bytes(100), "hỏng"),
        (Docx(para("a")).data()[:-30], "hỏng"),
    ],
)
def test_what_is_no_word_file_is_refused_by_its_content(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, told in ((tmp_path / "không có.docx", "Không có tệp này"), (tmp_path, "là một thư mục")):
        with pytest.raises(Unusable, match=told):
            read(path)


def test_a_file_is_called_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch 2025.docx"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(Unusable) as caught:
        read(path)
    assert caught.value.faults[0].noi == "kế hoạch 2025.docx"


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lớn.docx"
    with path.open("wb") as file:
        file.truncate(21 * 2**20)
    with pytest.raises(Unusable, match="lớn quá 20 MB"):
        read(path)


def test_an_old_word_file_is_known_by_its_content() -> None:
    assert open_source(stream("WordDocument", "Workbook"), "").kind == "doc"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (changed(word__document_xml="<w:document"), "XML"),
        (changed(word__document_xml='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "DOCTYPE"),
        (changed(word__styles_xml='<!DOCTYPE a SYSTEM "http://example.vn/a"><a/>'), "DOCTYPE"),
        (changed(word__document_xml="<a/>"), "không có phần nội dung"),
        (changed(word__vbaProject_bin=b"x"), "macro"),
    ],
)
def test_traps_inside_the_zip_are_refused(data: bytes, words: str) -> None:
    assert words in refusal(data)


@pytest.mark.parametrize(
    ("kind", "target", "words"),
    [
        ("attachedTemplate", "http://example.vn/x.dotm", "tệp độc"),
        ("attachedTemplate", "\\\\may-la\\x.dotm", "tệp độc"),
        ("oleObject", "mhtml:http://example.vn/x", "tệp độc"),
        ("aFChunk", "chunk.html", "ghép vào"),
        ("subDocument", "phan-2.docx", "ghép vào"),
    ],
)
def test_relations_that_reach_out_for_documents_are_refused(kind: str, target: str, words: str) -> None:
    line = f'<Relationship Id="x" Type="{R}/{kind}" Target="{target}" TargetMode="External"/>'
    assert words in refusal(Docx(para("a"), relations=line).data())


def test_linked_pictures_are_told_and_links_and_the_office_s_own_template_are_usual() -> None:
    def notes(kind: str, target: str) -> list[str]:
        line = f'<Relationship Id="x" Type="{R}/{kind}" Target="{target}" TargetMode="External"/>'
        return [note.loi for note in Docx(para("a"), relations=line).paper().notes]

    assert notes("hyperlink", "http://example.vn") == []
    assert notes("attachedTemplate", "file:///C:/Users/A/Normal.dotm") == []
    assert "1 nguồn bên ngoài" in notes("image", "http://example.vn/a.png")[0]


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert "nén bất thường" in refusal(changed(word__media__a_bin=bytes(40 * 2**20)))


def test_more_tags_attributes_paragraphs_and_sections_than_any_paper_has_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    assert "quá 2000 phần" in refusal(document(section * 2001))
    monkeypatch.setattr(flow, "MAX_PARAGRAPHS", 10)
    assert "quá 10 đoạn" in refusal(document("<w:p/>" * 11))
    monkeypatch.setattr(package, "MAX_ATTRIBUTES", 100)
    assert "quá nhiều thành phần" in refusal(document("<w:p w:a=''/>" * 100))
    monkeypatch.setattr(package, "MAX_TAGS", 100)
    assert "quá nhiều thành phần" in refusal(document("<w:p/>" * 100))


def test_deep_nesting_is_refused() -> None:
    def nested(depth: int) -> str:
        opening = "<w:tbl><w:tr><w:tc>" * depth
        return opening + para("a") + "</w:tc></w:tr></w:tbl>" * depth

    assert facts(document(nested(20))).paras[0].text == "a"
    assert "hỏng" in refusal(document(nested(300)))
    assert "hỏng" in refusal(document("<w:sdt><w:sdtContent>" * 500 + para("a") + "</w:sdtContent></w:sdt>" * 500))


def test_names_that_climb_out_of_the_zip_are_refused() -> None:
    assert "không an toàn" in refusal(zipped({**Docx(para("a")).contents(), "../x.xml": "<a/>"}))


def test_a_locked_zip_is_refused() -> None:
    data = bytearray(Docx(para("a")).data())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            flags = struct.unpack_from("<H", data, at + offset)[0]
            struct.pack_into("<H", data, at + offset, flags | 1)
            at = data.find(signature, at + 4)
    assert "mật khẩu" in refusal(bytes(data))


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_both_usual_compressions_are_read(compression: int) -> None:
    assert facts(zipped(Docx(para("a")).contents(), compression)).paras[0].text == "a"


def test_a_strict_file_is_read_like_any_other() -> None:
    strict = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    }

    def translated(content: str | bytes) -> str:
        assert isinstance(content, str)
        for usual, other in strict.items():
            content = content.replace(usual, other)
        return content

    parts = {name: translated(content) for name, content in Docx(para("KẾ HOẠCH")).contents().items()}
    found = facts(zipped(parts))
    assert found.paras[0].text == "KẾ HOẠCH"
    assert found.paras[0].runs[0].format.co_chu_pt == 14.0


def test_parts_may_have_unusual_names_and_places() -> None:
    def moved(name: str) -> str:
        return {
            "word/document.xml": "x/Văn bản 1.xml",
            "word/_rels/document.xml.rels": "x/_rels/Văn bản 1.xml.rels",
        }.get(name, name)

    parts = {moved(name): content for name, content in Docx(para("a")).contents().items()}
    assert isinstance(parts["_rels/.rels"], str)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace("word/document.xml", "/x/V%C4%83n%20b%E1%BA%A3n%201.xml")
    rels = parts["x/_rels/Văn bản 1.xml.rels"]
    assert isinstance(rels, str)
    parts["x/_rels/Văn bản 1.xml.rels"] = rels.replace('Target="styles.xml"', 'Target="../Word/Styles.xml"')
    assert facts(zipped(parts)).paras[0].runs[0].format.co_chu_pt == 14.0


@pytest.mark.libreoffice
def test_an_old_word_file_goes_through_libreoffice_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "cu.docx").write_bytes(Docx(para("Ủy ban nhân dân") + para("hai")).data())
    converted([tmp_path / "cu.docx"], "doc:MS Word 97", tmp_path)

    found = read(tmp_path / "cu.doc")

    assert found.nguon == "doc"
    assert [para.text for para in found.paras] == ["Ủy ban nhân dân", "hai"]
    assert "LibreOffice" in found.notes[0].loi
