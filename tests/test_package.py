"""The zip around the parts: suspicious when read, the same bytes when written."""

from __future__ import annotations

import io
import re
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from docgen import package
from docgen.errors import Unusable
from docgen.render import Template
from tests.render.build import W, docx, p, parts_of, zipped


def refused(data: bytes) -> str:
    """What is said about a template that is refused; refusing takes little memory."""
    tracemalloc.start()
    try:
        with pytest.raises(Unusable) as caught:
            Template(data, "mau.docx")
        assert tracemalloc.get_traced_memory()[1] < len(data) + 40 * 2**20
    finally:
        tracemalloc.stop()
    assert all(fault.noi == "mau.docx" for fault in caught.value.faults)
    return str(caught.value)


def with_part(name: str, content: str | bytes) -> bytes:
    """A good template with one more part, or one part replaced."""
    return zipped({**parts_of(docx(p("a"))), name: content})


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"xin ch\xc3\xa0o", b"\xd0\xcf\x11\xe0 old .doc", b"PK\x05\x06" + b"\0" * 18]
)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    assert re.search("Tệp (mẫu )?không", refused(data))


def test_a_damaged_file_is_refused() -> None:
    data = bytearray(docx(p("a" * 1000)))
    at = bytes(data).index(b"word/document.xml") + 40
    data[at : at + 20] = b"\xff" * 20

    assert "hỏng" in refused(bytes(data))


def test_every_cut_of_a_good_file_is_refused() -> None:
    data = docx(p("a"))

    for length in range(0, len(data), 97):
        refused(data[:length])


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = f'<w:document xmlns:w="{W}"><w:body>{" " * (45 * 2**20)}</w:body></w:document>'

    assert "nén bất thường" in refused(with_part("word/document.xml", bomb))


def test_parts_that_unpack_to_more_than_50_mb_are_refused() -> None:
    assert "lớn quá 50 MB" in refused(with_part("word/media/a.png", b"\0" * (51 * 2**20)))


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(with_part("word/media/a.png", b"\0" * (30 * 2**20)))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.index(b"word/media/a.png", 0 if offset == 22 else data.index(b"PK\x01\x02"))
        start = data.rindex(mark, 0, at)
        data[start + offset : start + offset + 4] = struct.pack("<L", 10)

    assert "hỏng" in refused(bytes(data))


def test_a_file_larger_than_20_mb_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "to.docx"
    with path.open("wb") as file:
        file.truncate(21 * 2**20)

    with pytest.raises(Unusable, match="lớn quá 20 MB"):
        Template(path)


def test_too_many_entries_are_refused() -> None:
    parts = {**parts_of(docx(p("a"))), **{f"word/{i}.xml": b"<a/>" for i in range(2001)}}

    assert "quá 2000 phần" in refused(zipped(parts))


@pytest.mark.parametrize("name", ["../etc/passwd", "/etc/passwd", "word/../../x", "C:/x", "word\\..\\x", "a\nb"])
def test_unsafe_names_are_refused(name: str) -> None:
    assert "không an toàn" in refused(with_part(name, b"x"))


def test_names_that_differ_only_in_capitals_are_refused() -> None:
    assert "hai phần cùng tên" in refused(with_part("word/Document.xml", b"<a/>"))


def test_other_ways_of_packing_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in parts_of(docx(p("a"))).items():
            archive.writestr(name, content)

    assert "nén theo cách" in refused(out.getvalue())


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE a>",
        '<!DOCTYPE a SYSTEM "http://example.vn/a.dtd">',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        "<!DOCTYPE a [<!ENTITY a0 'ha'>"
        + "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 12))
        + "]>",
    ],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/app.xml", "_rels/.rels"])
def test_a_doctype_is_refused_in_every_part(doctype: str, part: str) -> None:
    xml = f'<?xml version="1.0"?>{doctype}<a/>'

    assert "DOCTYPE" in refused(with_part(part, xml))
    assert "DOCTYPE" in refused(with_part(part, xml.encode("utf-16")))


def test_broken_xml_is_refused_with_its_part() -> None:
    assert "“word/styles.xml”" in refused(with_part("word/styles.xml", "<a><b></a>"))


def test_a_password_is_told() -> None:
    data = bytearray(docx(p("a")))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1

    assert "mật khẩu" in refused(bytes(data))


def test_equal_parts_give_equal_bytes_whatever_their_order() -> None:
    parts = parts_of(docx(p("a")))

    assert package.write(parts) == package.write(dict(reversed(parts.items())))


def test_a_written_package_names_no_time_and_begins_with_its_content_types() -> None:
    data = package.write(parts_of(docx(p("a"))))

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
    assert [info.filename for info in infos[:2]] == ["[Content_Types].xml", "_rels/.rels"]
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
