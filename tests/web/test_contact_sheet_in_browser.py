"""The sheet as a browser shows it, opened as a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docgen.errors import Fault
from docgen.workshop.contact_sheet import Sheet
from docgen.workshop.judged import judge
from docgen.workshop.matrix import Case
from docgen.workshop.pictures import Shown
from docgen.workshop.sheet_folder import write_sheet
from tests.web.test_axe import AXE, RULES, RUN
from tests.workshop.drawing import HIGH, WIDE, page
from tests.workshop.matrices import made_up

pytestmark = pytest.mark.chromium
PLAIN, STAINED = page((20, 40, 180, 46)), page((20, 40, 180, 46), (120, 200, 139, 219))
FAULT = Fault("ke-hoach.nd30.docx, thân văn bản, đoạn 3", f"Thẻ “{{{{ {'a' * 90} }}}}” chưa đóng.", "Hãy thêm “}}”.")


@pytest.fixture(params=[(1440, "light"), (360, "light"), (1440, "dark")], ids=lambda param: f"{param[0]}-{param[1]}")
def opened(request: pytest.FixtureRequest, browser: Any, tmp_path: Path) -> Iterator[Any]:
    """A sheet with a case of every kind, on wide and narrow screens, light and dark."""
    shown = [
        Shown(Case("doi", "Có trang đổi", "Nói rõ.", {}), b"docx", b"pdf", (PLAIN, STAINED)),
        Shown(Case("giong", "Không đổi", "Nói rõ.", {}), b"docx", b"pdf", (PLAIN,) * 20),
        Shown(Case("moi", "Mới", "Nói rõ.", {}), b"docx", b"pdf", (PLAIN,)),
        Shown(Case("hong", "Hỏng", "Nói rõ.", {}), faults=(FAULT,)),
    ]
    judged = judge(shown, {"doi": (PLAIN, PLAIN, PLAIN), "giong": (PLAIN,) * 20})
    sheet = write_sheet(tmp_path / "xem", Sheet(f"{'mau-rat-dai-' * 8}.docx", made_up(), (), judged))
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    shown_page = context.new_page()
    shown_page.goto(sheet.as_uri())
    yield shown_page
    context.close()


def test_frames_stand_where_the_pages_differ(opened: Any) -> None:
    figures = opened.locator("#doi figure:has(svg)")
    assert figures.count() == 2
    for at in range(2):
        picture = figures.nth(at).locator("img").bounding_box()
        frame = figures.nth(at).locator("rect").bounding_box()
        assert picture is not None and frame is not None
        scale = picture["width"] / WIDE
        assert frame["x"] - picture["x"] == pytest.approx(120 * scale, abs=4 * scale + 3)
        assert frame["y"] - picture["y"] == pytest.approx(200 * picture["height"] / HIGH, abs=4 * scale + 3)
        assert frame["width"] == pytest.approx(20 * scale, abs=8 * scale + 5)


def test_nothing_is_wider_than_the_screen_and_every_picture_loads(opened: Any) -> None:
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")

    opened.locator("summary").first.click()
    opened.evaluate("document.querySelectorAll('img').forEach(one => one.loading = 'eager')")
    opened.wait_for_function("[...document.images].every(one => one.complete && one.naturalWidth === 200)")
    assert opened.locator("img").count() == 2 + 1 + 1 + 20 + 1


def test_axe_finds_nothing(opened: Any) -> None:
    opened.evaluate(AXE.read_text(encoding="utf-8"))

    assert opened.evaluate(RUN, RULES)["violations"] == []
