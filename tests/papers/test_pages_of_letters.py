"""The printed pages of công văn, giấy mời and biên bản, as LibreOffice lays them out."""

from __future__ import annotations

from functools import lru_cache

import pytest

from docgen.pdf import to_pdf
from docgen.pipeline import make
from tests.looking import Page, pdf_pages
from tests.papers.kinds_made import DATA, sample

pytestmark = pytest.mark.libreoffice

NEAR_MM = 1.5
LEFT_MM, RIGHT_MM = 30.0, 195.0
BOTTOM_MM = 297.0 - 10.0
"""Where the footer ends: 10 mm from the edge of the paper."""


@lru_cache
def pages(loai: str) -> list[Page]:
    raw = sample(loai)
    raw.pop("phu_luc", None)
    if loai == "cong-van":
        raw["noi_dung"] += "\n\n" + "\n\n".join(["Đề nghị các thôn thực hiện nghiêm túc. " * 20] * 4)
    return pdf_pages(to_pdf(make(raw, DATA).docx))


def test_the_abstract_of_a_letter_stands_centred_under_its_number() -> None:
    first = pages("cong-van")[0]
    number, abstract = first.place("Số: 128/UBND-VHXH"), first.place("V/v tăng cường phòng, chống")
    assert number.bottom_mm < abstract.top_mm < number.bottom_mm + 5
    assert abs(number.centre_mm - abstract.centre_mm) < NEAR_MM


def test_the_address_of_a_letter_stands_at_the_foot_of_its_first_page_only() -> None:
    first, *others = pages("cong-van")
    last_line = first.place("E-Mail: ten@example.vn, Website: anthinh.example.vn")
    top = first.place("Số 12 đường Hoàng Liên, thôn Trung Tâm, xã An Thịnh, tỉnh Lào Cai")
    assert last_line.bottom_mm == pytest.approx(BOTTOM_MM, abs=NEAR_MM)
    (rule,) = [rule for rule in first.rules if top.top_mm - 4 < rule.top_mm < top.top_mm]
    assert (rule.left_mm, rule.right_mm) == pytest.approx((LEFT_MM, RIGHT_MM), abs=NEAR_MM)
    assert others
    assert not any("Hoàng Liên" in page.text for page in others)


def test_the_text_of_a_letter_ends_above_its_address() -> None:
    first = pages("cong-van")[0]
    above = first.place("Số 12 đường Hoàng Liên, thôn Trung Tâm, xã An Thịnh, tỉnh Lào Cai").top_mm
    text = [line.box.bottom_mm for line in first.lines if "Đề nghị các thôn" in line.text]
    assert text
    assert max(text) < above


def test_recipients_of_a_letter_stand_level_with_the_authority() -> None:
    last = pages("cong-van")[-1]
    assert abs(last.place("Nơi nhận:").top_mm - last.place("TM. ỦY BAN NHÂN DÂN").top_mm) < NEAR_MM


def test_an_invitation_fits_its_page() -> None:
    (only,) = pages("giay-moi")
    assert only.place("GIẤY MỜI").centre_mm == pytest.approx((LEFT_MM + RIGHT_MM) / 2, abs=NEAR_MM)
    assert abs(only.place("Nơi nhận:").top_mm - only.place("TM. ỦY BAN NHÂN DÂN").top_mm) < NEAR_MM


def test_both_who_sign_the_minutes_stand_level_above_the_recipients() -> None:
    last = pages("bien-ban")[-1]
    secretary, chairman = last.place("THƯ KÝ"), last.place("CHỦ TỌA")
    names = last.place("Nguyễn Thùy Dương"), last.place("Trần Minh Khôi")
    assert abs(secretary.top_mm - chairman.top_mm) < NEAR_MM
    assert abs(names[0].top_mm - names[1].top_mm) < NEAR_MM
    assert secretary.right_mm < (LEFT_MM + RIGHT_MM) / 2 < chairman.left_mm
    assert abs(secretary.centre_mm - names[0].centre_mm) < NEAR_MM
    assert last.place("Nơi nhận:").top_mm > names[0].bottom_mm
