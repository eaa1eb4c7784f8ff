"""What an office sees on the printed pages of the five seed plans and of papers with every part."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from docgen.intake.load import load
from docgen.pdf import to_pdf
from docgen.pipeline import make
from tests.looking import Line, Page, pdf_pages
from tests.seeds.reading import NAMES, data_file

pytestmark = pytest.mark.libreoffice

STATE = ["001-ubnd-tinh-binh-duong", "003-chu-thap-do-kien-giang"]
DOAN = [name for name in NAMES if name not in STATE]
FULL = Path(__file__).parent / "du-moi-phan.yaml"

# Side bearings of the first and last letter, and rounding to whole twips, keep a line from ending where ink does.
NEAR_MM = 1.5


@lru_cache
def pdf(path: Path) -> bytes:
    return to_pdf(make(load(path)).docx)


@lru_cache
def pages(path: Path) -> list[Page]:
    return pdf_pages(pdf(path))


def seed(name: str) -> list[Page]:
    return pages(data_file(name))


def top_line(page: Page) -> Line:
    return min(page.lines, key=lambda line: line.box.top_mm)


@pytest.mark.parametrize("name", STATE)
def test_state_name_and_motto_stand_on_one_line_each(name: str) -> None:
    first = seed(name)[0]
    state, motto = first.place("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), first.place("Độc lập - Tự do - Hạnh phúc")
    assert motto.top_mm > state.top_mm
    assert abs(state.centre_mm - motto.centre_mm) < NEAR_MM


@pytest.mark.parametrize("name", STATE)
def test_the_line_under_the_motto_is_as_long_as_its_words(name: str) -> None:
    first = seed(name)[0]
    motto = first.place("Độc lập - Tự do - Hạnh phúc")
    rule = first.rule_under("Độc lập - Tự do - Hạnh phúc")
    assert abs(rule.width_mm - motto.width_mm) < NEAR_MM
    assert abs(rule.centre_mm - motto.centre_mm) < NEAR_MM


@pytest.mark.parametrize("name", DOAN)
def test_the_line_under_the_title_of_the_doan_is_as_long_as_its_words(name: str) -> None:
    first = seed(name)[0]
    title = first.place("ĐOÀN TNCS HỒ CHÍ MINH")
    rule = first.rule_under("ĐOÀN TNCS HỒ CHÍ MINH")
    assert abs(rule.width_mm - title.width_mm) < NEAR_MM


@pytest.mark.parametrize(
    ("name", "line"),
    [("001-ubnd-tinh-binh-duong", "TỈNH BÌNH DƯƠNG"), ("003-chu-thap-do-kien-giang", "TỈNH KIÊN GIANG")],
)
def test_the_line_under_the_issuer_is_a_third_to_a_half_of_its_text(name: str, line: str) -> None:
    first = seed(name)[0]
    text, rule = first.place(line), first.rule_under(line)
    assert 1 / 3 <= rule.width_mm / text.width_mm <= 1 / 2
    assert abs(rule.centre_mm - text.centre_mm) < NEAR_MM


def test_the_line_under_the_abstract_is_a_third_to_a_half_of_its_longest_line() -> None:
    first = seed("003-chu-thap-do-kien-giang")[0]
    text = next(line for line in first.lines if line.text == "Hướng dẫn các hoạt động truyền thông năm 2024").box
    under = next(line for line in first.lines if line.text == "của Hội Chữ thập đỏ tỉnh Kiên Giang").box
    rule = next(rule for rule in first.rules if under.top_mm < rule.top_mm < under.bottom_mm + 4)
    assert 1 / 3 <= rule.width_mm / text.width_mm <= 1 / 2
    assert abs(rule.centre_mm - text.centre_mm) < NEAR_MM


@pytest.mark.parametrize("name", NAMES)
def test_page_one_has_no_number_and_page_two_has_it_centred_on_top(name: str) -> None:
    found = seed(name)
    assert all(line.box.top_mm >= 15 for line in found[0].lines)
    assert all(line.box.bottom_mm <= 297 - 15 for line in found[0].lines)
    for page in found[1:]:
        number = top_line(page)
        assert number.text == str(page.number)
        left, right = (30, 15) if name in STATE else (30, 20)
        assert abs(number.box.centre_mm - (left + 210 - right) / 2) < NEAR_MM
        assert number.box.bottom_mm < 20


@pytest.mark.parametrize("name", NAMES)
def test_text_stays_within_the_margins_of_the_standard(name: str) -> None:
    right = 210 - (15 if name in STATE else 20)
    for page in seed(name):
        for line in page.lines:
            # Header tables may stand out by a few millimetres, as those of the decree's own models do.
            assert line.box.left_mm > 30 - 4
            assert line.box.right_mm < right + 4


@pytest.mark.parametrize("name", NAMES)
def test_the_signature_is_not_alone_on_its_page(name: str) -> None:
    last = seed(name)[-1]
    label = last.line("Nơi nhận:").box
    body = [line for line in last.lines if line.box.bottom_mm < label.top_mm and line.box.width_mm > 100]
    assert body, last.text


@pytest.mark.parametrize("name", NAMES)
def test_only_the_font_of_the_standard_is_used(name: str) -> None:
    fonts = set()
    for page in PdfReader(BytesIO(pdf(data_file(name)))).pages:
        for font in page["/Resources"]["/Font"].values():
            fonts.add(str(font.get_object()["/BaseFont"]).split("+")[-1].split("-")[0])
    assert fonts <= {"LiberationSerif", "TimesNewRomanPSMT", "TimesNewRomanPS"}


def test_number_and_date_stand_on_one_row() -> None:
    first = seed("001-ubnd-tinh-binh-duong")[0]
    number, date = first.place("Số: 4750/KH-UBND"), first.place("Bình Dương, ngày 18 tháng 9 năm 2019")
    assert abs(number.bottom_mm - date.bottom_mm) < NEAR_MM


def test_the_recipients_stand_level_with_the_signature() -> None:
    state = seed("001-ubnd-tinh-binh-duong")[-1]
    assert abs(state.place("Nơi nhận:").bottom_mm - state.place("TM. ỦY BAN NHÂN DÂN").bottom_mm) < NEAR_MM
    doan = seed("000-tinh-doan-binh-duong")[-1]
    assert abs(doan.place("Nơi nhận:").bottom_mm - doan.place("PHÓ BÍ THƯ").bottom_mm) < NEAR_MM


def test_appendices_begin_new_pages_numbered_on_their_own_and_may_lie_across() -> None:
    found = pages(FULL)
    first = next(at for at, page in enumerate(found) if any(line.text == "Phụ lục I" for line in page.lines))
    second = next(at for at, page in enumerate(found) if any(line.text == "Phụ lục II" for line in page.lines))
    assert top_line(found[first]).text == "Phụ lục I"
    assert found[first].width_mm > found[first].height_mm
    assert found[second].width_mm < found[second].height_mm
    assert top_line(found[second]).text == "Phụ lục II"
    assert top_line(found[second + 1]).text == "2"
    assert found[0].height_mm > found[0].width_mm


def test_a_wide_appendix_table_fills_the_width_of_its_page() -> None:
    found = pages(FULL)
    wide = next(page for page in found if page.width_mm > page.height_mm)
    longest = max(rule.width_mm for rule in wide.rules)
    assert longest > 297 - 30 - 15 - 8


def test_the_heading_of_a_table_is_repeated_on_the_next_page() -> None:
    found = pages(FULL)
    assert sum("Nội dung công việc" in page.text for page in found) >= 2


def test_a_footnote_stands_at_the_foot_of_its_page() -> None:
    last = seed("003-chu-thap-do-kien-giang")[-1]
    assert last.line("Kế hoạch truyền thông năm 2024 gửi về").box.top_mm > last.line("Nơi nhận:").box.bottom_mm


def test_the_stamp_of_urgency_has_the_size_of_the_decree() -> None:
    first = pages(FULL)[0]
    text = first.place("HỎA TỐC")
    edges = sorted(rule for rule in (r.left_mm for r in first.uprights if abs(r.top_mm - text.top_mm) < 6))
    assert abs((edges[-1] - edges[0]) - 30) < 2.5
