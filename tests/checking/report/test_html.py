from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from docgen.checking.finding import Finding
from docgen.checking.regime import Regime
from docgen.checking.report.html import as_html
from docgen.checking.result import Report
from docgen.reading.facts import Place
from tests.checking import sample


def _page(*reports: Report) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(as_html(reports).encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))


def test_it_says_what_the_text_says() -> None:
    words = " ".join(_page(sample.report()).text_content().split())

    for said in (
        "ke-hoach.docx",
        "Xét theo Nghị định số 30/2020/NĐ-CP vì đầu trang có Quốc hiệu.",
        "Có 1 lỗi, 8 cảnh báo.",
        "Lỗi: Số dưới 10 phải có số 0 ở trước.",
        "Số: 5/KH-SCT",
        "cần: 05",
        "PL I, P.I, M.II, k.3, đ.c (Cách trình bày số, ký hiệu) · ND30-II.3c-1",
        "Lý do: Cơ quan in ngang theo Quy chế số 12/QC-SCT.",
        "Không tìm thấy nơi nhận",
    ):
        assert said in words


def test_every_place_is_there_and_the_spot_is_marked() -> None:
    page = _page(sample.report())

    assert len(page.findall(".//li[@class='canh-bao']//li")) == 7
    assert next(mark.text for mark in page.iter("mark")) == "5"


def test_it_stands_alone_and_runs_nothing() -> None:
    page = _page(sample.report())

    assert list(page.iter("script", "link", "img", "iframe", "object", "embed", "form")) == []
    assert page.xpath("//@href | //@src | //@*[starts-with(name(), 'on')]") == []
    assert page.get("lang") == "vi"
    assert "@media print" in page.findtext(".//style")


def test_what_is_not_judged_has_no_count() -> None:
    page = _page(Report("a.docx", Regime(None, "khac", "Không xét.")))

    assert page.find_class("tong") == []


def test_each_paper_is_an_article() -> None:
    assert len(list(_page(sample.report(), sample.report()).iter("article"))) == 2


@given(st.text(max_size=60))
def test_no_word_of_a_paper_becomes_markup(text: str) -> None:
    found = Finding("NN-x-1", "loi", "chac", text, Place("thân", 1, de_muc=text), 0, text, text, text, "Điều 8")
    report = replace(sample.report(), ten=text, findings=(found,), khong_xet=(text,), luu_y=(text,))
    usual = _page(replace(report, findings=(sample.NUMBER,), ten="a", khong_xet=("a",), luu_y=("a",)))

    allowed = {element.tag for element in usual.iter()} | {"br", "mark", "q", "ul"}
    assert {element.tag for element in _page(report).iter()} <= allowed


def test_control_signs_are_shown_as_their_code() -> None:
    assert "[U+0007]" in as_html([replace(sample.report(), ten="a\x07b")])
