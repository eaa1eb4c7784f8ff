"""The tests look at printed pages through tests.looking; here it is looked at itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.pdf import to_pdf
from tests.looking import page_images, pdf_pages
from tests.small_docx import FONT, paragraph, small_docx

CENTRED = '<w:jc w:val="center"/>'
# 567 twips are 10 mm: the printed width of this page is 165 mm, the rule 165 - 2 × 40 mm.
BORDER = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
RULED = f'{BORDER}<w:ind w:left="2268" w:right="2268"/>'


@pytest.fixture(scope="module")
def made() -> bytes:
    body = (
        paragraph("Độc lập - Tự do - Hạnh phúc", CENTRED)
        + paragraph("", RULED)
        + "<w:p><w:pPr><w:jc w:val='center'/></w:pPr>"
        + f"<w:r>{FONT}<w:t xml:space='preserve'>Về việc </w:t></w:r>"
        + f"<w:r>{FONT.replace('<w:sz', '<w:b/><w:sz')}<w:t>Tuyên truyền</w:t></w:r></w:p>"
        + paragraph("Trang hai", "<w:pageBreakBefore/>")
    )
    return to_pdf(small_docx(body))


@pytest.mark.libreoffice
def test_words_stand_where_they_are_printed(made: bytes) -> None:
    first, second = pdf_pages(made)
    assert (round(first.width_mm), round(first.height_mm)) == (210, 297)
    motto = first.line("Độc lập - Tự do - Hạnh phúc")
    assert motto.text == "Độc lập - Tự do - Hạnh phúc"
    # Left margin 30 mm, right 15 mm: the middle is at 112.5 mm; top margin 20 mm.
    assert motto.box.centre_mm == pytest.approx(112.5, abs=0.3)
    assert 19.5 < motto.box.top_mm < 21
    assert second.text == "Trang hai"
    assert [page.number for page in (first, second)] == [1, 2]


@pytest.mark.libreoffice
def test_a_line_of_several_fonts_is_one_line_and_its_words_have_places(made: bytes) -> None:
    line = pdf_pages(made)[0].line("Về việc Tuyên truyền")
    part = pdf_pages(made)[0].place("Tuyên truyền")
    assert line.box.left_mm < part.left_mm < part.right_mm == pytest.approx(line.box.right_mm)


@pytest.mark.libreoffice
def test_a_rule_has_its_length_and_place(made: bytes) -> None:
    page = pdf_pages(made)[0]
    rule = page.rule_under("Độc lập - Tự do", within_mm=10)
    assert len(page.rules) == 1
    assert rule.width_mm == pytest.approx(85, abs=0.5)
    assert rule.centre_mm == pytest.approx(112.5, abs=0.3)
    assert rule.height_mm < 0.5
    assert pdf_pages(made)[1].rules == ()


@pytest.mark.libreoffice
def test_words_that_are_not_there_are_an_error_with_the_page(made: bytes) -> None:
    page = pdf_pages(made)[0]
    with pytest.raises(AssertionError, match=r"0 lines of page 1 hold 'Trang hai'"):
        page.line("Trang hai")
    with pytest.raises(AssertionError, match="no rule under"):
        page.rule_under("Về việc")


@pytest.mark.libreoffice
def test_every_page_has_a_picture(made: bytes, tmp_path: Path) -> None:
    pictures = page_images(made, tmp_path / "ảnh")
    assert len(pictures) == 2
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)
