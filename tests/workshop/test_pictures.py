"""Templates filled with cases and looked at: by real LibreOffice."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from docgen.data_dir import find
from docgen.errors import Unusable
from docgen.workshop.judged import Judged, judge
from docgen.workshop.kind import find_target
from docgen.workshop.matrix import Case, cases
from docgen.workshop.opened import Opened
from docgen.workshop.pictures import Shown, pictured
from tests.workshop.templates import NAME, PLAN, STYLES, plan

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def found() -> dict[str, Case]:
    target, _ = find_target(Opened(PLAN), find(), None, None)
    assert target is not None
    return {case.ma: case for case in cases(target)}


@pytest.fixture(scope="module")
def usual(found: dict[str, Case]) -> Shown:
    (one,) = looked_at(PLAN.read_bytes(), found["thuong"])
    return one


def looked_at(template: bytes, *wanted: Case) -> tuple[Shown, ...]:
    target, _ = find_target(Opened(template, NAME), find(), "ke-hoach", "nd30")
    assert target is not None
    return pictured(template, target, wanted, ten=NAME, processes=1)


def beside(template: bytes, usual: Shown) -> Judged:
    (one,) = judge(looked_at(template, usual.case), {"thuong": usual.pages})
    return one


def test_every_page_has_its_picture(usual: Shown) -> None:
    assert usual.faults == ()
    assert usual.docx.startswith(b"PK")
    assert usual.pdf.startswith(b"%PDF")
    sizes = [Image.open(io.BytesIO(page)).size for page in usual.pages]
    # A4 at 96 dots an inch; the appendix of the sample lies on its side.
    a4 = [(794, 1123), (794, 1123), (1123, 794)]
    assert all(
        abs(a - b) <= 1 for size, wanted in zip(sizes, a4, strict=True) for a, b in zip(size, wanted, strict=True)
    )


def test_an_unchanged_template_makes_equal_pictures(usual: Shown) -> None:
    again = beside(PLAN.read_bytes(), usual)

    assert again.shown.pages == usual.pages
    assert again.said == "không đổi"


def test_a_changed_font_is_seen(usual: Shown) -> None:
    changed = plan(("Times New Roman", "Liberation Sans"), part=STYLES)

    one = beside(changed, usual)

    assert one.moved
    assert one.pairs[0].moved.share > 0.01


def test_one_line_in_another_colour_is_framed_where_it_stands(usual: Shown) -> None:
    red = '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t xml:space="preserve">{{ dia_danh_ngay }}</w:t></w:r>'
    changed = plan(('<w:r><w:t xml:space="preserve">{{ dia_danh_ngay }}</w:t></w:r>', red))

    one = beside(changed, usual)

    ((left, top, width, height),) = one.pairs[0].moved.boxes
    # Place and date stand at the right of the head, under the motto.
    assert left > 0.35
    assert 0.08 < top < top + height < 0.25
    assert width < 0.6
    assert one.said == "1 trang đổi"


def test_a_case_that_cannot_be_made_is_told_and_the_others_are_made(found: dict[str, Case]) -> None:
    changed = plan(("{{ so_ky_hieu }}", "{{ phu_luc[0].ten }}"))

    made, failed = looked_at(changed, found["thuong"], found["trong"])

    assert (made.faults, len(made.pages)) == ((), 3)
    assert (failed.docx, failed.pdf, failed.pages) == (b"", b"", ())
    assert "phu_luc" in failed.faults[0].noi
    assert failed.faults[0].loi


def test_a_template_with_a_broken_tag_fails_in_every_case(found: dict[str, Case]) -> None:
    shown = looked_at(plan(("{{ so_ky_hieu }}", "{{ so_ky_hieu")), found["it-nhat"], found["thuong"])

    assert [one.pages for one in shown] == [(), ()]
    assert shown[0].faults == shown[1].faults
    assert "chưa đóng" in shown[0].faults[0].loi


def test_a_paper_that_is_none_is_told() -> None:
    (one,) = looked_at(PLAN.read_bytes(), Case("sai", "Sai", "", {"loai": "ke-hoach"}))

    assert {fault.noi for fault in one.faults} >= {"co_quan", "trich_yeu"}


def test_without_libreoffice_it_is_said(found: dict[str, Case], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_SOFFICE", "/khong/co/soffice")

    with pytest.raises(Unusable, match="DOCGEN_SOFFICE"):
        looked_at(PLAN.read_bytes(), found["thuong"])
