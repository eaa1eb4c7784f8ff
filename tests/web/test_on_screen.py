"""The form on screens of every width: nothing hidden, nothing sideways, little to transfer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.chromium
OpenPage = Callable[..., Any]


@pytest.mark.parametrize("path", ["/", "/soan/ke-hoach?khoi=nha-nuoc", "/soan/ke-hoach?tu=mau", "/khong-co"])
@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_nothing_has_to_be_scrolled_sideways(open_page: OpenPage, path: str, width: int) -> None:
    page = open_page(path, width=width, height=700)
    if page.locator("form.sheet").count():
        page.fill("#trich_yeu", "Dàidằngdặc" * 30)
        page.fill("#so", "x" * 200)
        page.get_by_role("button", name="Kiểm tra", exact=True).click()
        page.wait_for_selector("#can-sua")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_bar_does_not_hide_what_has_the_focus(open_page: OpenPage) -> None:
    page = open_page("/soan/ke-hoach?khoi=nha-nuoc&tu=mau", width=360, height=700)
    for _ in range(60):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => { const e = document.activeElement, bar = document.querySelector(".bar");
               if (e === document.body || bar.contains(e)) return false;
               return e.getBoundingClientRect().top >= bar.getBoundingClientRect().top; }"""
        )
        assert not hidden, page.evaluate("document.activeElement.id")


def test_the_first_page_is_light(site: str, browser: Any) -> None:
    page = browser.new_page()
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(answer.body())))
    page.goto(f"{site}/soan/ke-hoach?khoi=nha-nuoc&tu=mau", wait_until="networkidle")
    page.close()
    assert sum(sizes) < 100_000
