from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from docgen.checking.annotate import annotate
from docgen.checking.check import check
from docgen.checking.finding import Finding
from docgen.checking.result import Report
from docgen.errors import Unusable
from docgen.reading.facts import Paper
from docgen.reading.read import read
from tests.checking import papers, sample
from tests.reading.odf import converted
from tests.render.build import assert_valid_docx
from tests.small_docx import R, small_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" '
    'w:author="Chị Bình"><w:p><w:r><w:t>Xem lại câu này.</w:t></w:r></w:p></w:comment></w:comments>'
)
COMMENTED = (
    '<w:p><w:commentRangeStart w:id="7"/><w:r><w:t>Một hội nghị.</w:t></w:r><w:commentRangeEnd w:id="7"/>'
    '<w:r><w:commentReference w:id="7"/></w:r></w:p>'
)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _comments(data: bytes) -> dict[str, tuple[str, str]]:
    """Number → (words the comment is about, its text)."""
    parts = _parts(data)
    root = etree.fromstring(parts["word/document.xml"])
    found = {}
    for comment in etree.fromstring(parts["word/comments.xml"]):
        number = comment.get(f"{W}id", "")
        marks = [e for e in root.iter() if isinstance(e.tag, str) and e.get(f"{W}id") == number and "omment" in e.tag]
        assert [mark.tag.removeprefix(W) for mark in marks] == [
            "commentRangeStart",
            "commentRangeEnd",
            "commentReference",
        ]
        order = list(root.iter())
        inside = order[order.index(marks[0]) : order.index(marks[1])]
        said = "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment)
        found[number] = ("".join(e.text or "" for e in inside if e.tag == f"{W}t"), said)
    return found


def _annotated(data: bytes, *findings: Finding, paper: Paper | None = None) -> bytes:
    return annotate(data, paper or read(data), Report("a.docx", sample.ND30, findings))


def _at(paper: Paper, doan: int, khoang: tuple[int, int] | None = None) -> Finding:
    return Finding("NN-x-1", "loi", "chac", "Sai.", paper.paras[doan].place, doan, khoang=khoang, dieu_khoan="Điều 8")


def _commented_docx() -> bytes:
    relation = f'<Relationship Id="rId9" Type="{R}/comments" Target="comments.xml"/>'
    parts = _parts(small_docx(COMMENTED + "<w:p><w:r><w:t>Hai.</w:t></w:r></w:p>", relation))
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    override = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override.encode())
    parts["word/comments.xml"] = COMMENTS.encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def test_a_comment_stands_at_the_very_words() -> None:
    data = papers.docx("nd30")
    report = check(read(data), luat=sample.LUAT)

    assert _comments(annotate(data, read(data), report)) == {
        "0": ("KH", "Lỗi: Ký hiệu chưa đúng.\nThấy: KH; cần: KHH\nPL I, P.I, M.II, k.3, đ.b [ND30-II.3b-99]"),
        "1": (
            "hội nghị",
            "Cảnh báo: Có chữ “hội nghị”.\nThấy: hội nghị; cần: cuộc họp\nNgôn ngữ và sự nhất quán [NN-thu-1]",
        ),
    }


@pytest.mark.parametrize("ten", papers.PAPERS)
def test_the_copy_says_and_looks_the_same(ten: str) -> None:
    data = papers.docx(ten)
    paper = read(data)
    findings = [_at(paper, i, (1, 3) if len(p.text) > 3 else None) for i, p in enumerate(paper.paras)]
    marked = _annotated(data, *findings)

    assert_valid_docx(marked)

    copy = read(marked)
    assert copy.paras == paper.paras
    assert copy.sections == paper.sections
    assert len(copy.notes) == 1
    assert f"{len(paper.paras)} nhận xét" in copy.notes[0].loi


def test_the_original_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(papers.docx("nd30"))
    before = path.read_bytes()

    assert annotate(path, read(path), check(read(path), luat=sample.LUAT)) != before
    assert path.read_bytes() == before


def test_equal_input_gives_equal_bytes() -> None:
    data = papers.docx("nd30")

    assert _annotated(data, _at(read(data), 0)) == _annotated(data, _at(read(data), 0))


def test_comments_that_are_there_stay() -> None:
    data = _commented_docx()
    paper = read(data)
    found = _comments(_annotated(data, _at(paper, 0, (4, 12)), _at(paper, 1)))

    assert found["7"] == ("Một hội nghị.", "Xem lại câu này.")
    assert [words for number, (words, _) in found.items() if number != "7"] == ["hội nghị", "Hai."]
    assert set(found) == {"7", "8", "9"}


def test_every_part_that_needs_no_change_stays_byte_for_byte() -> None:
    data = papers.docx("nd30")
    before, after = _parts(data), _parts(_annotated(data, _at(read(data), 0)))
    changed = {name for name in before if before[name] != after[name]}

    assert changed == {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert set(after) - set(before) == {"word/comments.xml"}


def test_what_concerns_the_whole_paper_stands_at_its_first_words() -> None:
    data = papers.docx("nd30")
    found = _comments(_annotated(data, sample.MARGIN))

    assert found["0"][0] == "UBND TỈNH LÀO CAI"
    assert found["0"][1].startswith("Cảnh báo: Lề phải nằm ngoài quy định.\nThấy: 25 mm")


def test_a_finding_in_a_footnote_stands_at_its_mark() -> None:
    data = papers.docx("nd30", [{"phan": "ket_thuc", "chu_thich": "Theo  báo cáo."}])
    paper = read(data)
    note = next(iter(paper.chu_thich.values()))[0]
    found = _comments(
        _annotated(data, replace(_at(paper, 0), doan=None, noi=note.place, trich="Theo«  »báo"), paper=paper)
    )

    assert found["0"][0].startswith("Trên đây là Kế hoạch")
    assert "\nỞ chú thích: Theo«  »báo\n" in found["0"][1]


def test_a_finding_in_a_text_box_stands_where_the_box_hangs() -> None:
    box = (
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:90pt;height:20pt"><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    data = papers.docx("nd30", [{"phan": "so_ky_hieu", "xml": box}])
    paper = read(data)
    inside = next(index for index, para in enumerate(paper.paras) if para.place.phan == "hộp chữ")
    parts = _parts(_annotated(data, _at(paper, inside)))

    before_the_words = parts["word/document.xml"].split("Số: 47".encode())[0]
    assert b"commentRangeStart" in before_the_words
    assert b"commentRangeStart" not in before_the_words.split(b"<w:tbl>")[0]


def test_a_strict_file_keeps_its_names() -> None:
    strict = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    }
    parts = _parts(small_docx("<w:p><w:r><w:t>Một</w:t></w:r></w:p>"))
    for usual, other in strict.items():
        parts = {name: content.replace(usual, other) for name, content in parts.items()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    data = target.getvalue()

    copy = _parts(_annotated(data, _at(read(data), 0)))

    assert b"schemas.openxmlformats.org/wordprocessingml" not in copy["word/document.xml"] + copy["word/comments.xml"]
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in copy["word/_rels/document.xml.rels"]
    assert len(read(_annotated(data, _at(read(data), 0))).paras) == 1


def test_without_findings_the_parts_stay_as_they_are() -> None:
    data = papers.docx("nd30")

    assert _parts(_annotated(data)) == _parts(data)


@pytest.mark.parametrize(
    "data", [papers.text("nd30").encode(), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")]
)
def test_only_word_files_take_comments(data: bytes) -> None:
    with pytest.raises(Unusable, match="docx"):
        annotate(data, read(papers.docx("nd30")), Report("a", sample.ND30, (sample.MARGIN,)))


def test_signs_no_file_can_hold_do_not_break_the_copy() -> None:
    data = papers.docx("nd30")
    odd: Any = replace(sample.NUMBER, thay="a\x00\x0b\ufffeb")

    assert "a   b" in _comments(_annotated(data, odd))["0"][1]


@pytest.mark.libreoffice
def test_libreoffice_opens_the_copies_with_all_their_comments(tmp_path: Path) -> None:
    wanted = {}
    for ten, data in [
        *((ten, papers.docx(ten)) for ten in ("nd30", "nd30-phu-luc", "dang")),
        ("co-san", _commented_docx()),
    ]:
        paper = read(data)
        findings = [_at(paper, index, (1, 3) if len(para.text) > 3 else None) for index, para in enumerate(paper.paras)]
        (tmp_path / f"{ten}.docx").write_bytes(_annotated(data, *findings))
        wanted[ten] = len(findings) + (ten == "co-san")

    converted(sorted(tmp_path.glob("*.docx")), "fodt", tmp_path)

    held = {
        path.stem: path.read_text(encoding="utf-8").count("<office:annotation ") for path in tmp_path.glob("*.fodt")
    }
    assert held == wanted
