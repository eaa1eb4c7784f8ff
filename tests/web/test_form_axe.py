"""States of the form that only a script makes, looked at by axe-core, on wide and narrow screens; and its weight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.web.form_page import NewForm, OpenPage, Pages
from tests.web.test_axe import AXE, RULES, RUN

pytestmark = pytest.mark.chromium
MOST_BYTES = 100_000


def with_pages(page: Any) -> None:
    if page.locator("[data-show=ban-in]").is_visible():
        page.locator("[data-show=ban-in]").click()
    page.wait_for_selector("#ban-in img")


def with_findings(page: Any) -> None:
    page.locator("#noi_dung .list textarea[data-body]").first.fill("3. Một\n- hai")
    page.wait_for_selector("#xet .finding", state="attached")


def folded(page: Any) -> None:
    page.locator("#noi_dung [data-fold=all]").click()


def overtaken(page: Any) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    other.fill("#luu", "VT khác")
    page.wait_for_selector("#hai-cua-so button")


def away(page: Any) -> None:
    page.context.set_offline(True)
    page.fill("#luu", "VT khác")
    page.wait_for_selector("#da-luu[data-state=away]")


def asking(page: Any) -> None:
    page.route(
        "**/nhap/*/word*", lambda route: route.fulfill(status=409, json={"findings": [{"text": "Sai chỗ này."}]})
    )
    page.locator(".bar .main").click()
    page.wait_for_selector("#hoi-tai[open]")


STATES = [with_pages, with_findings, folded, overtaken, away, asking]


def opened(open_page: OpenPage, at: str, **how: Any) -> Any:
    page = open_page("/khong-co", **how)
    Pages(page)
    page.goto(page.url.replace("/khong-co", at))
    return page


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (360, "light"), (360, "dark")])
@pytest.mark.parametrize("state", STATES, ids=[state.__name__ for state in STATES])
def test_axe_finds_nothing(
    open_page: OpenPage, new_form: NewForm, state: Callable[[Any], None], width: int, scheme: str
) -> None:
    page = opened(open_page, new_form(sample=True), width=width, color_scheme=scheme)
    state(page)
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(RUN, RULES)
    assert len(found["passes"]) > 15
    assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found["violations"]] == []


@pytest.mark.parametrize("pane", ["ban-in", "xet"])
def test_axe_finds_nothing_in_the_panes_of_a_narrow_screen(open_page: OpenPage, new_form: NewForm, pane: str) -> None:
    page = opened(open_page, new_form(), width=360)
    page.locator(f"[data-show={pane}]").click()
    page.wait_for_timeout(1500)
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(RUN, RULES)
    assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found["violations"]] == []


@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1440])
def test_nothing_has_to_be_scrolled_sideways(open_page: OpenPage, new_form: NewForm, width: int) -> None:
    page = opened(open_page, new_form(sample=True), width=width)
    page.fill("#trich_yeu", "Dàidằngdặc" * 30)
    page.locator("#noi_dung input").first.fill("Dàidằngdặc" * 30)
    page.locator("#noi_nhan .remove").first.click()
    for pane in ("ban-in", "xet", "bieu"):
        if page.locator(f"[data-show={pane}]").is_visible():
            page.locator(f"[data-show={pane}]").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_page_is_light(site: str, browser: Any, new_form: NewForm) -> None:
    page = browser.new_page()
    sent: list[int] = []

    def add(request: Any) -> None:
        sizes = request.sizes()
        sent.append(sizes["responseBodySize"] + sizes["responseHeadersSize"])

    Pages(page)
    page.on("requestfinished", add)
    page.goto(site + new_form(sample=True), wait_until="networkidle")
    page.close()
    assert len(sent) > 10
    assert sum(sent) < MOST_BYTES
