"""Rows of the form in a browser: added, moved, dragged, copied, folded, pasted, numbered."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.form_page import NewForm, OpenPage, focused, said, values

pytestmark = pytest.mark.chromium
NAMES = ["can_cu", "noi_nhan", "phan", "phu_luc"]


def row_of(page: Any, at: str) -> Any:
    return page.locator(f".row:has(#{at})")


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("name", NAMES)
def test_rows_are_added_moved_copied_and_removed(
    open_page: OpenPage, new_form: NewForm, name: str, scripts: bool
) -> None:
    page = open_page(new_form(sample=True), java_script_enabled=scripts)
    before = values_count(page, name)
    page.locator(f"#{name}-them").click()
    page.wait_for_load_state()
    new = page.locator(":focus")
    assert new.get_attribute("name").startswith(f"{name}[")
    assert new.input_value() == ""
    new.fill("VỪA THÊM & <b>")
    at = new.get_attribute("id")
    key = row_of(page, at).get_attribute("data-row")
    total = page.locator(f"[data-rows='{name}'] .row").count()
    page.locator(f"#{name}-{key}-len").click()
    page.wait_for_load_state()
    assert page.locator(f"#{at}").input_value() == "VỪA THÊM & <b>"
    assert focused(page) in {f"{name}-{key}-len", f"{name}-{key}-xuong"}
    assert int(row_of(page, at).locator("[data-number]").first.text_content()) == total - 1
    page.locator(f"#{name}-{key}-chep").click()
    page.wait_for_load_state()
    assert page.locator(":focus").input_value() == "VỪA THÊM & <b>"
    copy = row_of(page, focused(page)).get_attribute("data-row")
    assert copy != key
    for each in (copy, key):
        page.locator(f"#{name}-{each}-xoa").click()
        page.wait_for_load_state()
    assert page.locator(f"#{at}").count() == 0
    assert values_count(page, name) == before
    numbers = page.locator(f"[data-rows='{name}'] .row .remove [data-number]").all_text_contents()
    assert [int(each) for each in numbers] == list(range(1, len(numbers) + 1))


def values_count(page: Any, name: str) -> int:
    return int(page.locator(f"form [name^='{name}[']").count())


def test_moving_says_where_and_keeps_the_focus(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(sample=True))
    first = values(page, "noi_nhan")
    page.locator("#noi_nhan .down").first.focus()
    page.keyboard.press("Enter")
    assert values(page, "noi_nhan")[:2] == [first[1], first[0]]
    assert said(page) == "Đã chuyển nơi nhận 1 thành nơi nhận 2."
    assert page.evaluate("document.activeElement.className") == "down"
    page.locator("#noi_nhan textarea").nth(1).press("Alt+ArrowUp")
    assert values(page, "noi_nhan") == first
    assert page.evaluate("document.activeElement.value") == first[0]


@pytest.mark.parametrize("name", ["noi_nhan", "phan"])
def test_a_row_is_dragged_by_its_handle(open_page: OpenPage, new_form: NewForm, name: str) -> None:
    page = open_page(new_form(sample=True), height=1400)
    keys = page.eval_on_selector_all(f"[data-rows='{name}'] .row", "rows => rows.map(row => row.dataset.row)")
    grip = page.locator(f"[data-rows='{name}'] .grip").first
    grip.scroll_into_view_if_needed()
    grip.hover()
    page.mouse.down()
    target = page.locator(f"[data-rows='{name}'] .row").nth(2).bounding_box()
    page.mouse.move(target["x"] + 50, target["y"] + target["height"] * 0.8, steps=6)
    assert page.locator(".drop-before, .drop-after").count() == 1
    page.mouse.up()
    now = page.eval_on_selector_all(f"[data-rows='{name}'] .row", "rows => rows.map(row => row.dataset.row)")
    assert now == [keys[1], keys[2], keys[0], *keys[3:]]
    assert "thành" in said(page)
    page.keyboard.press("Control+z")
    again = page.eval_on_selector_all(f"[data-rows='{name}'] .row", "rows => rows.map(row => row.dataset.row)")
    assert again == keys


def test_a_drag_is_given_up_by_escape(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(sample=True), height=1400)
    before = values(page, "noi_nhan")
    grip = page.locator("#noi_nhan .grip").first
    grip.scroll_into_view_if_needed()
    grip.hover()
    page.mouse.down()
    target = page.locator("#noi_nhan .row").nth(2).bounding_box()
    page.mouse.move(target["x"], target["y"] + target["height"], steps=4)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert values(page, "noi_nhan") == before
    assert page.locator(".carried, .carrying, .drop-before, .drop-after").count() == 0


def test_many_pasted_lines_become_a_row_each(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form())
    page.locator("#noi_nhan-1").fill("Sở  cũ")
    page.locator("#noi_nhan-1").evaluate("e => e.setSelectionRange(3, 6)")
    paste(page, "- UBND tỉnh;\r\n\r\n- Các sở, ban, ngành & <b>;\n+ Như Điều 3")
    assert values(page, "noi_nhan") == ["Sở UBND tỉnh;", "Các sở, ban, ngành & <b>;", "Như Điều 3"]
    assert "Đã dán 3 dòng" in said(page)
    page.keyboard.press("Control+z")
    assert values(page, "noi_nhan") == ["Sở  cũ"]
    page.keyboard.press("Control+y")
    assert len(values(page, "noi_nhan")) == 3


def paste(page: Any, text: str) -> None:
    page.evaluate(
        """text => { const data = new DataTransfer(); data.setData("text/plain", text);
           document.activeElement.dispatchEvent(
             new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }""",
        text,
    )


def test_enter_asks_for_the_next_line_and_backspace_takes_an_empty_one_away(
    open_page: OpenPage, new_form: NewForm
) -> None:
    page = open_page(new_form())
    page.locator("#can_cu-1").focus()
    for line in ("Căn cứ Luật A", "Căn cứ Luật B"):
        page.keyboard.insert_text(line)
        page.keyboard.press("Enter")
    assert values(page, "can_cu") == ["Căn cứ Luật A", "Căn cứ Luật B", ""]
    page.keyboard.press("Backspace")
    assert values(page, "can_cu") == ["Căn cứ Luật A", "Căn cứ Luật B"]
    assert page.evaluate("document.activeElement.value") == "Căn cứ Luật B"
    page.keyboard.press("Shift+Enter")
    assert values(page, "can_cu")[1] == "Căn cứ Luật B\n"


def test_a_key_is_not_given_twice(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form())
    for _ in range(2):
        page.locator("#can_cu-them").click()
    page.locator("#can_cu .remove").nth(2).click()
    page.locator("#can_cu-them").click()
    page.keyboard.insert_text("mới")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    page.locator("#can_cu-them").click()
    names = page.evaluate("[...document.querySelectorAll(\"form [name^='can_cu[']\")].map(e => e.name)")
    assert len(names) == len(set(names)) == 3


def labels(page: Any) -> list[str]:
    return list(page.locator("[data-rows='phan'] .row [data-label]").all_text_contents())


def contents(page: Any) -> list[str]:
    return [" ".join(text.split()) for text in page.locator("[data-parts-of='phan'] li").all_text_contents()]


def test_numbers_are_live_beside_the_titles_and_in_the_contents(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(sample=True))
    assert labels(page) == ["I.", "II.", "III.", "IV."]
    first = contents(page)
    assert first[0] == "I. MỤC ĐÍCH, YÊU CẦU"
    page.locator("#noi_dung .row").nth(1).locator(".up").click()
    assert labels(page) == ["I.", "II.", "III.", "IV."]
    assert contents(page)[1] == "II. MỤC ĐÍCH, YÊU CẦU"
    page.locator("#noi_dung .row").nth(0).locator("input").fill("Phần I ĐIỀU CHUNG")
    assert labels(page) == ["", "I.", "II.", "III."]
    assert contents(page)[0] == "Phần I ĐIỀU CHUNG"
    page.locator("#phan-them").click()
    assert contents(page)[-1] == "IV. (chưa có tiêu đề)"
    page.locator("#phu_luc-them").click()
    assert page.locator("#phu_luc [data-label]").first.text_content() == "Phụ lục I"


def test_numbers_follow_the_standard(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(sample=True))
    page.select_option("#co_quan-loai", "dang")
    page.wait_for_selector("#the-thuc-da-chon:has-text('05-HD')")
    page.wait_for_selector("#noi_dung:not([data-sample='I.'])")
    sample = page.get_attribute("#noi_dung", "data-sample")
    assert labels(page)[0] == sample
    page.keyboard.press("Control+z")
    page.wait_for_selector("#the-thuc-da-chon:has-text('30/2020')")
    page.wait_for_selector("#noi_dung[data-sample='I.']")
    assert labels(page)[0] == "I."


def test_folds_are_kept_and_opened_for_whoever_is_sent_there(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(sample=True))
    part = page.locator("#noi_dung details.part").nth(1)
    part.locator("summary").click()
    assert not part.evaluate("e => e.open")
    page.reload()
    part = page.locator("#noi_dung details.part").nth(1)
    assert not part.evaluate("e => e.open")
    title = part.locator("input")
    page.evaluate("([id]) => { location.hash = id }", [title.get_attribute("id")])
    page.get_by_role("button", name="Gập tất cả").first.click()
    assert page.locator("#noi_dung details.part[open]").count() == 0
    page.get_by_role("button", name="Mở tất cả").first.click()
    assert page.locator("#noi_dung details.part:not([open])").count() == 0
