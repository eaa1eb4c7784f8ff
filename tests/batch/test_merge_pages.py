"""The printed set against the copies printed one by one, by LibreOffice."""

from __future__ import annotations

import subprocess
from functools import lru_cache
from pathlib import Path

import pytest

from docgen.intake.load import load
from docgen.intake.read import read_file
from docgen.pdf import find_office, to_pdf
from docgen.pipeline import make
from tests.batch.merging import everything, merged
from tests.looking import Page, pdf_pages
from tests.render.build import STYLES, assert_valid_docx, docx, p, table
from tests.seeds.reading import data_file

pytestmark = pytest.mark.libreoffice

# With footnotes, a table and appendices, one of them landscape.
FULL = Path(__file__).parents[1] / "papers" / "du-moi-phan.yaml"
# A tenth of what the eye sees.
NEAR_MM = 0.05


@lru_cache
def papers() -> tuple[bytes, ...]:
    """Five different papers by the three standards; the second has everything."""
    party = read_file(data_file("004-doan-khoi-dan-chinh-dang")).checked().raw | {"the_thuc": "dang"}
    doan, other, state = "002-tinh-doan-ninh-thuan", "000-tinh-doan-binh-duong", "001-ubnd-tinh-binh-duong"
    made = [load(data_file(doan)), load(FULL), party, load(data_file(other)), load(data_file(state))]
    return tuple(make(one).docx for one in made)


def printed(docx: bytes) -> list[Page]:
    return pdf_pages(to_pdf(docx))


def assert_same(page: Page, alone: Page) -> None:
    # Where a text begins with a table and has footnotes, LibreOffice 7.4 leaves a blank line above it, but only at
    # the very beginning of a file.
    shifted = any(line.text == "Số liệu đến tháng 10." for line in page.lines)
    assert page.text == alone.text
    assert (page.width_mm, page.height_mm) == (alone.width_mm, alone.height_mm)
    for line, wanted in zip(page.lines, alone.lines, strict=True):
        assert abs(line.box.left_mm - wanted.box.left_mm) < NEAR_MM
        if not shifted:
            assert abs(line.box.bottom_mm - wanted.box.bottom_mm) < NEAR_MM
    assert len(page.rules) == len(alone.rules)


def test_every_page_is_as_if_the_copy_had_been_printed_alone(tmp_path: Path) -> None:
    alone = [page for copy in papers() for page in printed(copy)]
    together = printed(merged(tmp_path, papers(), cover=True, title="Kế hoạch năm 2027"))
    listing, pages = together[0], together[1:]
    assert len(pages) == len(alone)
    for page, wanted in zip(pages, alone, strict=True):
        assert_same(page, wanted)
    assert listing.lines[0].text == "DANH SÁCH VĂN BẢN"
    assert all(line.box.top_mm > 19 for line in listing.lines)
    assert any(page.width_mm > page.height_mm for page in pages)


def test_the_set_of_real_papers_is_a_sound_file(tmp_path: Path) -> None:
    assert_valid_docx(merged(tmp_path, papers(), cover=True))
    assert_valid_docx(merged(tmp_path, reversed(papers()), odd=True))


def test_lists_begin_anew_in_each_copy(tmp_path: Path) -> None:
    pages = printed(merged(tmp_path, [everything("A"), everything("B")]))
    assert len(pages) == 4
    for page, name in ((pages[0], "A"), (pages[2], "B")):
        assert page.line(f"Việc một của {name}").text.startswith("1.")
        assert page.line(f"Việc hai của {name}").text.startswith("2.")
        assert page.line(f"Mục một của {name}").text.startswith("A)")
        assert page.line(f"Mục hai của {name}").text.startswith("B)")
        assert page.line("Nơi này").box.left_mm == pages[0].line("Nơi này").box.left_mm
        assert [line.text for line in page.lines if line.text == "1"]
    assert_same(pages[1], printed(everything("A"))[1])


def test_other_defaults_of_a_copy_look_as_they_did(tmp_path: Path) -> None:
    other = STYLES.replace('<w:sz w:val="28"/>', "", 1).replace(
        "</w:rPrDefault>",
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="400" w:line="360"/></w:pPr></w:pPrDefault>',
    )
    plain, airy = (docx(p("Đoạn một"), p("Đoạn hai"), styles=styles) for styles in (STYLES, other))
    for copies in ([plain, airy], [airy, plain]):
        pages = printed(merged(tmp_path, copies))
        for page, copy in zip(pages, copies, strict=True):
            assert_same(page, printed(copy)[0])


def test_a_page_filled_to_the_end_by_a_table_brings_no_further_page(tmp_path: Path) -> None:
    copies = [docx(*(p("Dòng") for _ in range(count)), table([["Ô"]])) for count in range(40, 47)]
    alone = [page.text for copy in copies for page in printed(copy)]
    assert [page.text for page in printed(merged(tmp_path, copies))] == alone


def test_with_odd_each_copy_begins_on_the_front_of_a_sheet(tmp_path: Path) -> None:
    """LibreOffice leaves out the empty pages unless asked, so that numbers tell which side a page is on."""
    data = merged(tmp_path, papers(), odd=True, cover=True)
    (tmp_path / "bo.docx").write_bytes(data)
    with_blanks = 'pdf:writer_pdf_Export:{"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(find_office()), profile, "--headless", "--convert-to", with_blanks, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "bo.docx")], check=True, capture_output=True, timeout=120)
    pages = pdf_pages(tmp_path / "bo.pdf")
    starts = [page.number for page in pages if "KẾ HOẠCH" in (line.text for line in page.lines)]
    assert len(starts) == len(papers())
    assert all(number % 2 for number in starts)
    assert any(not page.lines for page in pages)
