"""Beginning a draft in a real browser: by keyboard, by dropping a file, and seen by axe-core."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen.store import Store
from tests.web.test_axe import AXE, RULES, RUN

pytestmark = pytest.mark.chromium
TEXT = Path(__file__).parent.parent / "seeds" / "text" / "003-chu-thap-do-kien-giang.txt"
DROP = """([name, text]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  const how = { dataTransfer, bubbles: true, cancelable: true };
  const kept = ["dragover", "drop"].map((type) => !document.body.dispatchEvent(new DragEvent(type, how)));
  return kept.every(Boolean);
}"""


def pasted(page: Any) -> None:
    page.fill("#chu", "Điện thoại: 0900 000 000\n" + TEXT.read_text("utf-8"))
    page.locator("button[value=dan]").click()
    page.wait_for_url("**/nhap-vao")


def refused(page: Any) -> None:
    page.locator("button[value=tep]").click()
    page.wait_for_selector("#tep-loi")


def too_large(page: Any) -> None:
    large = {"name": "a.docx", "mimeType": "application/octet-stream", "buffer": b"a" * 21_000_000}
    page.set_input_files("#tep", files=[large])
    page.wait_for_selector("#tep-lon:not([hidden])")


def untouched(page: Any) -> None:
    """As it opens."""


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (360, "dark")])
@pytest.mark.parametrize("state", [untouched, refused, too_large, pasted])
def test_axe_finds_nothing(site: str, browser: Any, state: Callable[[Any], None], width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{site}/moi")
    state(page)
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(RUN, RULES)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found["violations"]] == []
    assert wide <= width


def tab_to(page: Any, wanted: str) -> None:
    """Press Tab until an element that the selector finds has the focus."""
    for _ in range(60):
        if page.evaluate("selector => document.activeElement.matches(selector)", wanted):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{wanted} cannot be reached by keyboard")


def test_a_pasted_plan_is_in_the_form_without_a_mouse(open_page: Callable[..., Any], served_store: Store) -> None:
    page = open_page("/moi")
    tab_to(page, "#chu")
    page.keyboard.insert_text(TEXT.read_text("utf-8"))
    tab_to(page, "button[value=dan]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nhap-vao")
    draft = served_store.drafts.get(page.url.split("/")[-2])
    assert draft.title.startswith("Hướng dẫn các hoạt động truyền thông năm 2024")
    tab_to(page, "main a[href$='#so']")
    page.keyboard.press("Enter")
    page.wait_for_url("**#so")
    assert page.input_value("#so") == "5"


def test_enter_in_the_search_begins_nothing(open_page: Callable[..., Any], served_store: Store) -> None:
    before = served_store.drafts.listing().total
    page = open_page("/moi")
    page.fill("#chu", "đã dán")
    page.focus("#tim")
    page.keyboard.insert_text("qqzzww")
    page.keyboard.press("Enter")
    page.wait_for_selector("p[role=status]")
    assert page.input_value("#chu") == "đã dán"
    page.wait_for_selector("#tim:focus")
    assert served_store.drafts.listing().total == before


def test_a_file_may_be_dropped_anywhere(open_page: Callable[..., Any]) -> None:
    page = open_page("/moi")
    assert page.evaluate(DROP, ["a.txt", "KẾ HOẠCH\nTrồng cây năm 2027\nI. MỤC ĐÍCH\n- Trồng 1.000 cây."])
    assert page.evaluate("document.getElementById('tep').files[0].name") == "a.txt"
    page.keyboard.press("Enter")
    page.wait_for_url("**/nhap-vao")
    assert "Trồng cây năm 2027" in page.inner_text("main")


def test_a_file_that_is_too_large_is_not_even_sent(open_page: Callable[..., Any]) -> None:
    page = open_page("/moi")
    page.fill("#chu", "đã dán")
    too_large(page)
    page.locator("button[value=tep]").click()
    assert "20 MB" in page.inner_text("#tep-lon")
    assert page.evaluate("document.activeElement.id") == "tep"
    assert page.input_value("#chu") == "đã dán"
