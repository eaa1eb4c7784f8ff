"""Undo and redo in a browser: typing by pauses, rows, pasted and inserted things, and the focus that follows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.web.form_page import NewForm, OpenPage, focused, said, values, wait_true

pytestmark = pytest.mark.chromium
PAUSE_MS = 1100
# Longer than a frame of a slow machine takes, far shorter than anybody would call slow.
FLUID_MS = 100


def undo(page: Any) -> None:
    page.keyboard.press("Control+z")


def redo(page: Any) -> None:
    page.keyboard.press("Control+Shift+z")


def test_typing_is_undone_by_pauses_and_fields(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form())
    page.locator("#trich_yeu").press_sequentially("Trồng")
    page.wait_for_timeout(PAUSE_MS)
    page.locator("#trich_yeu").press_sequentially(" cây")
    page.locator("#luu").press_sequentially("VT")
    page.locator("#mo_dau").focus()
    undo(page)
    assert (page.input_value("#luu"), focused(page)) == ("", "luu")
    undo(page)
    assert (page.input_value("#trich_yeu"), focused(page)) == ("Trồng", "trich_yeu")
    undo(page)
    assert page.input_value("#trich_yeu") == ""
    undo(page)
    assert said(page) == "Không còn gì để hoàn tác."
    for _ in range(3):
        redo(page)
    assert (page.input_value("#trich_yeu"), page.input_value("#luu")) == ("Trồng cây", "VT")
    assert said(page) == "Đã làm lại."
    page.keyboard.insert_text("!")
    redo(page)
    assert said(page) == "Không còn gì để làm lại."


def test_the_caret_stands_where_something_changed(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(sample=True))
    area = page.locator("#trich_yeu")
    area.evaluate("e => { e.focus(); e.setSelectionRange(3, 3); }")
    before = area.input_value()
    page.keyboard.insert_text("XYZ")
    page.locator("#luu").focus()
    undo(page)
    assert area.input_value() == before
    assert area.evaluate("e => [e.selectionStart, e.selectionEnd]") == [3, 3]
    redo(page)
    assert area.evaluate("e => e.selectionEnd") == 6


def test_rows_choices_and_ticks_are_undone_too(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(sample=True))
    typed = "[...new FormData(document.querySelector('form.sheet'))]"
    state = f"{typed}.filter(e => !['csrf_token', 'revision'].includes(e[0]))"
    states = [page.evaluate(state)]
    steps: list[Callable[[], Any]] = [
        lambda: page.locator("#noi_nhan .remove").nth(1).click(),
        lambda: page.locator("#noi_dung .copy").nth(0).click(),
        lambda: page.locator("#noi_dung .down").nth(0).click(),
        lambda: page.locator("#phu_luc .remove").nth(0).click(),
        lambda: page.select_option("#do_khan", "khan"),
        lambda: page.locator("#can_cu-them").click(),
        lambda: page.fill("#ky-quyen_han", "TM. A\nKT. B"),
    ]
    for step in steps:
        step()
        states.append(page.evaluate(state))
    page.locator("h1").click()
    for wanted in reversed(states[:-1]):
        undo(page)
        assert page.evaluate(state) == wanted
    for wanted in states[1:]:
        redo(page)
        assert page.evaluate(state) == wanted


def test_a_removed_part_comes_back_with_the_focus_in_it(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(sample=True))
    bodies = values(page, "phan")
    page.locator("#noi_dung .remove").nth(1).click()
    page.get_by_role("button", name="Hoàn tác").last.click()
    assert values(page, "phan") == bodies
    assert focused(page) == page.locator("#noi_dung .row").nth(1).locator("input").get_attribute("id")
    redo(page)
    assert len(values(page, "phan")) == len(bodies) - 2
    assert page.evaluate("document.activeElement.closest('.row') !== null")


def test_what_a_script_changes_in_one_go_is_one_step(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form())
    page.evaluate(
        """async () => {
          const entry = document.querySelector("script[type=module]").src;
          const { addRow } = await import(entry.replace("docgen.js", "rows.js"));
          for (const [id, text] of [["ky-ho_ten", "Nguyễn Văn A"], ["ky-chuc_vu", "CHỦ TỊCH"]]) {
            const input = document.getElementById(id);
            input.value = text;
            input.dispatchEvent(new Event("input", { bubbles: true }));
          }
          addRow(document.querySelector('[data-rows="noi_nhan"]'), { "": "Sở Nội vụ" });
        }"""
    )
    wait_true(page, "!document.getElementById('hoan-tac').disabled")
    assert values(page, "noi_nhan") == ["", "Sở Nội vụ"]
    page.locator("h1").click()
    undo(page)
    assert page.input_value("#ky-ho_ten") == page.input_value("#ky-chuc_vu") == ""
    assert values(page, "noi_nhan") == [""]
    assert page.locator("#hoan-tac").is_disabled()


def test_a_folded_part_opens_for_what_is_undone_in_it(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(sample=True))
    page.locator("#noi_dung input").first.fill("TIÊU ĐỀ KHÁC")
    page.locator("#noi_dung summary").nth(1).click()
    page.locator("#noi_dung [data-fold=all]").click()
    page.locator("#luu").focus()
    undo(page)
    assert page.locator("#noi_dung details.part").first.evaluate("e => e.open")
    assert page.locator("#noi_dung input").first.evaluate("e => e === document.activeElement")


MEASURED = """async name => {
  const area = document.querySelector(`[name="${name}"]`);
  const times = [];
  for (let i = 0; i < 12; i += 1) {
    const began = performance.now();
    area.focus();
    area.setRangeText("chữ ", area.value.length, area.value.length, "end");
    area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
    await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done));
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[6];
}"""
PRESSED = """async ([selector, times]) => {
  const spent = [];
  for (let i = 0; i < times; i += 1) {
    const began = performance.now();
    document.querySelector(selector).click();
    await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done));
    spent.push(performance.now() - began);
  }
  return spent.sort((a, b) => a - b)[Math.floor(times / 2)];
}"""


@pytest.mark.slow
def test_a_hundred_sections_stay_fluid(open_page: OpenPage, new_form: NewForm, served_store: Any) -> None:
    line = "Triển khai đồng bộ các nhiệm vụ, giải pháp, bảo đảm tiến độ, chất lượng theo kế hoạch đã đề ra trong năm. "
    pairs = [("co_quan.loai", "nha-nuoc")]
    for key in range(1, 101):
        body = "\n".join(f"{number}. {line * 2}" for number in range(1, 11))
        pairs += [(f"phan[{key}].tieu_de", f"NHIỆM VỤ {key}"), (f"phan[{key}].noi_dung", body)]
    page = open_page(f"/nhap/{served_store.drafts.create('ke-hoach', pairs).id}")
    wait_true(page, "document.getElementById('hoan-tac') !== null")
    page.wait_for_timeout(2500)
    assert page.evaluate(MEASURED, "phan[50].noi_dung") < FLUID_MS
    assert page.evaluate(PRESSED, ["[data-row='50'] .down", 10]) < 2 * FLUID_MS
    assert page.evaluate(PRESSED, ["#hoan-tac", 10]) < 2 * FLUID_MS
