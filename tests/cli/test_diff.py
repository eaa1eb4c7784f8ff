"""Comparing two papers from the command line."""

from __future__ import annotations

import json
import re
import time
from html.parser import HTMLParser

import pytest

from docgen.comparing import compare
from docgen.comparing.report.html import as_html
from docgen.comparing.report.pieces import calmed, shown
from docgen.comparing.report.text import text
from docgen.reading.plain import read_lines
from docgen.vietnamese.differing import Piece, marked
from tests.cli.office import Office
from tests.reading.build import Docx, para, run
from tests.reading.odf import converted

OLD = Docx(para("Giao Sở Y tế chủ trì năm 2026") + para("Đoạn sẽ bỏ đi")).data()
NEW = Docx(para(run("Giao Sở Y tế chủ trì năm 2027", "<w:b/>")) + para(run("<một & hai>"))).data()


@pytest.fixture
def desk(office: Office) -> Office:
    office.file("cũ.docx", OLD)
    office.file("mới.docx", NEW)
    return office


def test_equal_papers_give_zero(desk: Office) -> None:
    ran = desk.run("diff", "cũ.docx", "cũ.docx")

    assert (ran.code, ran.err) == (0, "")
    assert "Không thấy chỗ nào khác nhau." in ran.out


def test_what_differs_is_told_and_gives_one(desk: Office) -> None:
    ran = desk.run("diff", "cũ.docx", "mới.docx")

    assert (ran.code, ran.err) == (1, "")
    assert "Giao Sở Y tế chủ trì năm [-2026-]{+2027+}" in ran.out
    assert "[-Đoạn sẽ bỏ đi-]" in ran.out
    assert "thêm in đậm: trang 1, đoạn 1: cả đoạn “Giao Sở Y tế chủ trì năm 2027”" in ran.out


def test_what_cannot_be_read_gives_two_and_both_are_told(desk: Office) -> None:
    desk.file("ảnh.docx", b"\x89PNG....")
    ran = desk.run("diff", "ảnh.docx", "không có.docx")

    assert (ran.code, ran.out) == (2, "")
    assert "ảnh.docx" in ran.err
    assert "không có.docx" in ran.err


def test_a_form_of_the_result_that_does_not_exist(desk: Office) -> None:
    ran = desk.run("diff", "cũ.docx", "mới.docx", "--format", "pdf")

    assert ran.code == 2
    assert "chọn một trong: text, json, html" in ran.err


def test_the_result_goes_into_a_file_and_over_none_unasked(desk: Office) -> None:
    words = ("diff", "cũ.docx", "mới.docx", "--format", "html", "-o", "khác.html")
    assert desk.run(*words).code == 1
    assert desk.run(*words).code == 2
    assert desk.run(*words, "--de-len").code == 1
    assert (desk.folder / "khác.html").read_text().startswith("<!DOCTYPE html>")


def test_for_machines(desk: Office) -> None:
    told = json.loads(desk.run("diff", "cũ.docx", "mới.docx", "--format", "json").out)

    assert (told["phien_ban"], told["giong_nhau"], told["cu"], told["moi"]) == (1, False, "cũ.docx", "mới.docx")
    assert [change["kieu"] for change in told["chu"]] == ["sua", "bo", "them"]
    assert told["chu"][0]["manh"][-2:] == [["bo", "2026"], ["them", "2027"]]
    assert told["dinh_dang"][0]["dang"] == [{"thuoc_tinh": "dam", "cu": "không", "moi": "có", "loi": "thêm in đậm"}]
    assert told["dinh_dang"][0]["cho"][0]["moi"]["trang"] == 1


def test_word_and_text(desk: Office) -> None:
    desk.file("chữ.txt", "Giao Sở Y tế chủ trì năm 2026\n\nĐoạn sẽ bỏ đi\n")
    ran = desk.run("diff", "cũ.docx", "chữ.txt")

    assert ran.code == 0
    assert "chỉ so chữ" in ran.out


@pytest.mark.libreoffice
@pytest.mark.slow
def test_an_old_word_file_has_the_same_words(desk: Office) -> None:
    converted([desk.folder / "cũ.docx"], "doc", desk.folder)
    ran = desk.run("diff", "cũ.docx", "cũ.doc")

    assert "Chữ và vị trí" not in ran.out
    assert "LibreOffice" in ran.out


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not {name for name, _ in attrs} & {"src", "href", "onclick", "style"}
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"ins", "del"}:
            self.words[self.open[-1]] = self.words.get(self.open[-1], "") + data


def test_the_page_is_whole_safe_and_needs_nothing_from_elsewhere(desk: Office) -> None:
    page = desk.run("diff", "cũ.docx", "mới.docx", "--format", "html").out
    read = _Page()
    read.feed(page)

    assert not read.open
    assert "<một & hai>" in read.words["ins"]
    assert "Đoạn sẽ bỏ đi" in read.words["del"]
    assert not re.search(r"<script|http|url\(|@import", page)


def test_the_same_words_changed_in_many_places_are_told_once() -> None:
    lines = [f"Điều {number} áp dụng cho kỳ họp năm 2026 của tổ {number * 31}." for number in range(50)]
    old = read_lines("\n".join(lines))
    difference = compare(old, read_lines("\n".join(lines).replace("2026", "2027")))

    assert len(difference.chu) == 50
    said = text(difference, "a", "b")
    assert "Sửa giống nhau ở 50 đoạn: dòng 1" in said
    assert said.count("{+2027+}") == 1
    assert as_html(difference, "a", "b").count("<ins>2027</ins>") == 1


def test_blanks_that_differ_can_be_seen() -> None:
    old, new = "Kính  gửi:\u00a0Sở", "Kính gửi: Sở"
    assert "".join(piece.text for piece in shown(marked(old, new)) if piece.kind == "removed") == "··°"


def test_no_island_of_a_word_is_left_between_two_changes() -> None:
    pieces = [Piece("removed", "một hai ba"), Piece("same", " và "), Piece("added", "bốn năm"), Piece("same", " sáu")]
    assert calmed(pieces) == [
        Piece("removed", "một hai ba và "),
        Piece("added", " và bốn năm"),
        Piece("same", " sáu"),
    ]


def test_a_long_paper_rewritten_throughout_is_compared_in_seconds() -> None:
    old = read_lines(
        "\n".join(f"Đoạn {at} giao đơn vị số {at * 7919 % 9973} thực hiện việc {at % 83}." for at in range(9000))
    )
    new = read_lines(
        "\n".join(f"Phần {at} do phòng {at * 104729 % 9967} lo liệu cùng tổ {at % 71}." for at in range(9000))
    )
    start = time.process_time()
    text(compare(old, new), "a", "b")
    assert time.process_time() - start < 30
