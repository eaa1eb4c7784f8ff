"""The form on screens of every width: nothing hidden, nothing sideways, little to transfer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.web.conftest import NewForm

pytestmark = pytest.mark.chromium
OpenPage = Callable[..., Any]


@pytest.mark.parametrize("path", ["/", "/?tim=khong-co", "form", "sample", "/khong-co"])
@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_nothing_has_to_be_scrolled_sideways(open_page: OpenPage, new_form: NewForm, path: str, width: int) -> None:
    form = new_form(sample=path == "sample")
    page = open_page(path if path.startswith("/") else form, width=width, height=700)
    if page.locator("form.sheet").count():
        page.fill("#trich_yeu", "Dàidằngdặc" * 30)
        page.fill("#so", "x" * 200)
        page.get_by_role("button", name="Kiểm tra", exact=True).click()
        page.wait_for_selector("#can-sua")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_bar_does_not_hide_what_has_the_focus(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(sample=True), width=360, height=700)
    for _ in range(60):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => { const e = document.activeElement, bar = document.querySelector(".bar");
               if (e === document.body || bar.contains(e)) return false;
               return e.getBoundingClientRect().top >= bar.getBoundingClientRect().top; }"""
        )
        assert not hidden, page.evaluate("document.activeElement.id")


def test_the_first_page_is_light(site: str, browser: Any, new_form: NewForm) -> None:
    page = browser.new_page()
    asked: list[Any] = []
    page.on("requestfinished", lambda request: asked.append(request))
    page.goto(site + new_form(sample=True), wait_until="networkidle")
    # Pictures of the printed pages come later, when the form is long in use.
    sizes = {each.url: each.sizes()["responseBodySize"] for each in asked if "/trang/" not in each.url}
    page.close()
    assert len(sizes) > 5
    assert sum(sizes.values()) < 100_000, sizes
