"""Writing a body by keys: the labels come by themselves, and every key says what docgen.outline will print."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.outline.parse import parse
from docgen.outline.tree import Item, Level, Node, Paragraph, Span, Table, plain
from docgen.outline.write import write
from tests.outline.strategies import outlines
from tests.web.bodies import caller

pytestmark = pytest.mark.chromium
Open = Callable[..., Any]


@pytest.fixture
def area(area: Any) -> Any:
    """The third body area, empty and focused."""
    area.locator("#noi_dung").click()
    return area


def done(page: Any, what: str, marked: str, *more: Any, **above: Any) -> str:
    """The text after a function of bodyedits, with ``¦`` at the caret or around the choice; unchanged for none."""
    module = "bodymarks.js" if what == "toggleMark" else "bodynotes.js" if what == "addNote" else "bodyedits.js"
    start = marked.index("¦")
    rest = marked[start + 1 :]
    end = start + (rest.index("¦") if "¦" in rest else 0)
    place = {"text": marked.replace("¦", ""), "start": start, "end": end, **above}
    after = caller(page, module)(what, place, *more)
    if after is None:
        return "(as ever)"
    text, start, end = after["text"], after["start"], after["end"]
    chosen = text[start:end]
    return f"{text[:start]}¦{chosen}¦{text[end:]}" if chosen else f"{text[:start]}¦{text[end:]}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1. A¦", "1. A\n2. ¦"),
        ("1. A¦\n2. B", "1. A\n2. ¦\n3. B"),
        ("1/ A¦", "1/ A\n2/ ¦"),
        ("I- A¦", "I- A\nII- ¦"),
        ("1.1. A¦", "1.1. A\n1.2. ¦"),
        ("2.3. A¦", "2.1. A\n2.2. ¦"),
        ("d) A¦", "a) A\nb) ¦"),
        ("a) A\nb) B\nc) C\nd) D¦", "a) A\nb) B\nc) C\nd) D\nđ) ¦"),
        ("- A¦\n- B", "- A\n- ¦\n- B"),
        ("• A¦", "• A\n• ¦"),
        ("  + A¦", "  + A\n  + ¦"),
        ("* A¦", "* A\n- ¦"),
        ("Phần thứ nhất A¦", "Phần thứ nhất A\nPhần thứ hai ¦"),
        ("Điều 1. A¦", "Điều 1. A\nĐiều 2. ¦"),
        ("1. A ¦ B", "1. A\n2. ¦B"),
        ("1. ¦A", "1.\n2. ¦A"),
        ("1. A\n- b\n- ¦", "1. A\n- b\n2. ¦"),
        ("1. A\n- ¦\n2. B", "1. A\n2. ¦\n3. B"),
        ("- A\n- ¦", "- A\n\n¦"),
        ("- ¦", "¦"),
        ("1. A\n\n2. ¦\n", "1. A\n\n¦\n"),
        ("1. A¦bc¦", "1. A\n2. ¦"),
        ("Đoạn văn¦", "(as ever)"),
        ("1¦. A", "(as ever)"),
        ("| a | b |¦", "(as ever)"),
        ("\\- A¦", "(as ever)"),
        ("[^1]: x¦", "(as ever)"),
    ],
)
def test_enter_opens_the_next_line_or_goes_out(module_page: Any, before: str, after: str) -> None:
    assert done(module_page, "nextLine", before) == after


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [
        ("1. A\n2. B¦", 1, "1. A\na) B¦"),
        ("1. A\na) B¦\n2. C", -1, "1. A\n2. B¦\n3. C"),
        ("a) A¦", 1, "- A¦"),
        ("- A¦", 1, "+ A¦"),
        ("+ A¦", 1, "+ A¦"),
        ("I. A¦", 1, "1. A¦"),
        ("1. A¦", -1, "I. A¦"),
        ("I. A¦", -1, "I. A¦"),
        ("1. A\n1.1. B\n2. C¦", 1, "1. A\n1.1. B\n1.2. C¦"),
        ("1. A\n1.1. B\n1.2. C¦", 1, "1. A\n1.1. B\na) C¦"),
        ("1. A\n1.1. B¦", -1, "1. A\n2. B¦"),
        ("Điều 1. A\n1. B¦", -1, "Điều 1. A\nĐiều 2. B¦"),
        ("Điều 1. A\nĐiều 2. B¦", 1, "Điều 1. A\n1. B¦"),
        ("1. A\na. B\n- C¦", -1, "1. A\na. B\nb. C¦"),
        ("1. A\n• B\na) C¦", 1, "1. A\n• B\n• C¦"),
        ("1. A\n2. ¦B\n3. C¦\n4. D", 1, "1. A\na) ¦B\nb) C¦\n2. D"),
        ("1. A\n¦Đoạn", 1, "1. A\n- ¦Đoạn"),
        ("1. A\n¦Đoạn", -1, "1. A\n¦Đoạn"),
        ("1. A\n\\- ¦B", 1, "1. A\n- \\- ¦B"),
    ],
)
def test_tab_changes_the_level(module_page: Any, before: str, by: int, after: str) -> None:
    assert done(module_page, "relevel", before, by) == after


def test_tab_stays_below_the_title_of_the_section(module_page: Any) -> None:
    assert done(module_page, "relevel", "1. A¦", -1, floor=5) == "1. A¦"
    assert done(module_page, "relevel", "Điều 3. A¦\nĐiều 4. B", 1, before="Điều 2. X") == "1. A¦\nĐiều 2. B"


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [
        ("1. A¦\n2. B", 1, "1. B\n2. A¦"),
        ("1. A\n2. B¦", -1, "1. B¦\n2. A"),
        ("1. A\n- a¦a\n+ b\n- c\n2. D", 1, "1. A\n- c\n- a¦a\n+ b\n2. D"),
        ("1. A¦\n- a\n- b\n2. B\n- c", 1, "1. B\n- c\n2. A¦\n- a\n- b"),
        ("I. A\n1. a\n\nII. B\n1. b¦", -1, "I. A\n1. a\n\nII. B\n1. b¦"),
        ("I. A\n1. a\n\nII. B¦\n1. b", -1, "I. B¦\n1. b\n\nII. A\n1. a"),
        ("1. A\n- x¦\n\nĐoạn\n- y", 1, "1. A\nĐoạn\n\n- x¦\n- y".replace("1. A\nĐoạn", "1. A\n\nĐoạn")),
        ("1. A\n\nĐoạn¦\n- y", 1, "1. A\n\n- y\n\nĐoạn¦"),
        ("1. A\n- x\n| a | b |\n| ¦c | d |\n- y", -1, "1. A\n| a | b |\n| ¦c | d |\n- x\n- y"),
        ("- a\nnối¦ tiếp\n- b", 1, "- b\n- a\nnối¦ tiếp"),
        ("- a[^1]¦\n- b\n\n[^1]: x", 1, "- b\n- a[^1]¦\n\n[^1]: x"),
        ("- a[^1]\n- b¦\n\n[^1]: x", 1, "- a[^1]\n- b¦\n\n[^1]: x"),
        ("1. A¦\n1.1. B\n2. C\n2.1. D", 1, "1. C\n1.1. D\n2. A¦\n2.1. B"),
        ("a. A\nb. B\nc. C\nd. D\nđ. Đ¦", -1, "a. A\nb. B\nc. C\nd. Đ¦\nđ. D"),
        ("¦\n1. A", 1, "¦\n1. A"),
    ],
)
def test_alt_and_an_arrow_move_a_line_with_all_below_it(module_page: Any, before: str, by: int, after: str) -> None:
    assert done(module_page, "moveBlock", before, by) == after


def words_of(text: str) -> list[str]:
    found: list[str] = []

    def walk(nodes: tuple[Node, ...]) -> None:
        for node in nodes:
            if isinstance(node, Item):
                found.append(plain(node.title + node.text))
                walk(node.children)
            elif isinstance(node, Paragraph):
                found.append(plain(node.text))
            else:
                assert isinstance(node, Table)
                found.append("|".join(plain(cell.text) for row in node.header + node.rows for cell in row))

    walk(parse(text).outline.children)
    return sorted(found)


@given(outline=outlines(), data=st.data())
def test_moving_loses_no_words_and_leaves_right_numbers(module_page: Any, outline: Any, data: st.DataObject) -> None:
    text = "\n".join(write(outline).splitlines())
    at = data.draw(st.integers(0, len(text.encode("utf-16-le")) // 2))
    for by in (1, -1):
        moved = caller(module_page, "bodyedits.js")("moveBlock", {"text": text, "start": at, "end": at}, by)["text"]
        assert words_of(moved) == words_of(text)
        assert [f for f in parse(moved).faults if f.loi.startswith("Nhãn") and "lệch" in f.loi] == []
        assert caller(module_page, "bodylines.js")("renumber", moved) == moved


@pytest.mark.parametrize(
    ("before", "mark", "after"),
    [
        ("1. ¦Mục đích¦: nêu", "**", "1. **¦Mục đích¦**: nêu"),
        ("1. **¦Mục đích¦**: nêu", "**", "1. ¦Mục đích¦: nêu"),
        ("1. ¦**Mục đích**¦: nêu", "**", "1. ¦Mục đích¦: nêu"),
        ("từ ng¦ữ nào", "*", "từ *¦ngữ¦* nào"),
        ("từ *¦ngữ¦* nào", "*", "từ ¦ngữ¦ nào"),
        ("từ **¦ngữ¦** nào", "*", "từ ***¦ngữ¦*** nào"),
        ("từ ***¦ngữ¦*** nào", "**", "từ *¦ngữ¦* nào"),
        ("ng¦ữ¦ng", "*", "ng{*¦ữ¦*}ng"),
        ("ng{*¦ữ¦*}ng", "*", "ng¦ữ¦ng"),
        ("¦a **b** c¦", "**", "**¦a b c¦**"),
        ("¦a *b* c¦", "**", "**¦a *b* c¦**"),
        ("- ¦a\n- b¦", "**", "- **¦a**\n- **b¦**"),
        ("- **¦a**\n- **b¦**", "**", "- ¦a\n- b¦"),
        ("| ¦a | b¦ |", "*", "| *¦a* | *b¦* |"),
        ("a ¦ b", "**", "a **¦** b"),
        ("¦, a (¦", "**", "{**¦, a (¦**}"),
    ],
)
def test_bold_and_italic_are_turned_on_and_off(module_page: Any, before: str, mark: str, after: str) -> None:
    assert done(module_page, "toggleMark", before, mark) == after


def test_what_is_marked_is_read_so(module_page: Any) -> None:
    text = done(module_page, "toggleMark", "nêu ¦rõ, (¦ và", "**").replace("¦", "")
    assert parse(text).outline.children == (Paragraph((Span("nêu "), Span("rõ, (", bold=True), Span(" và"))),)


def test_a_footnote_gets_a_free_number_and_the_caret(module_page: Any) -> None:
    assert done(module_page, "addNote", "1. A[^1] b¦\n- c\n\n[^1]: x") == "1. A[^1] b[^2]\n- c\n\n[^1]: x\n[^2]: ¦"
    assert done(module_page, "addNote", "A¦") == "A[^1]\n\n[^1]: ¦"


@pytest.mark.parametrize(
    ("what", "before", "after"),
    [
        ("dropLabel", "1. A\n2. ¦B\n3. C", "1. A\n¦B\n2. C"),
        ("dropLabel", "1. A\n2. B¦", "(as ever)"),
        ("joinNext", "1. A¦\n2. B\n3. C", "1. A¦ B\n2. C"),
        ("joinNext", "1. A¦\nB", "(as ever)"),
        ("recount", "1. A\n3. C¦", "1. A\n2. C¦"),
    ],
)
def test_labels_are_taken_off(module_page: Any, what: str, before: str, after: str) -> None:
    assert done(module_page, what, before) == after


def typed(page: Any, *keys: str) -> str:
    for key in keys:
        if key.startswith("<"):
            page.keyboard.press(key[1:-1])
        else:
            page.keyboard.insert_text(key)
    return str(page.input_value("#noi_dung"))


def test_a_body_is_written_by_keys(area: Any) -> None:
    assert typed(area, "1. Mục đích", "<Enter>", "Yêu cầu", "<Enter>", "<Tab>") == "1. Mục đích\n2. Yêu cầu\na) "
    assert typed(area, "Nhanh", "<Enter>", "Gọn", "<Enter>", "<Enter>").endswith("a) Nhanh\nb) Gọn\n3. ")
    assert typed(area, "Tiến độ", "<Alt+ArrowUp>") == "1. Mục đích\n2. Tiến độ\n3. Yêu cầu\na) Nhanh\nb) Gọn"
    assert "Đã chuyển lên" in area.inner_text("#noi_dung-vua-lam")
    assert typed(area, "<Home>", "<Control+b>", "Gấp").startswith("1. Mục đích\n2. **Gấp**Tiến")


def test_deleting_lines_counts_anew_and_undoing_scripts_are_left_alone(area: Any) -> None:
    area.fill("#noi_dung", "1. A\n2. B\n3. C")
    area.evaluate("a => { const e = document.getElementById('noi_dung'); e.focus(); e.setSelectionRange(5, 10) }")
    assert typed(area, "<Delete>") == "1. A\n2. C"
    area.evaluate(
        "() => { const e = document.getElementById('noi_dung'); e.value = '1. A\\n5. B';"
        " e.dispatchEvent(new InputEvent('input', {bubbles: true, inputType: 'deleteContentBackward'})) }"
    )
    assert area.input_value("#noi_dung") == "1. A\n5. B"


def test_every_change_is_one_input_event(area: Any) -> None:
    area.evaluate(
        "() => { window.steps = []; document.forms[0].addEventListener('input', e => steps.push(e.target.value)) }"
    )
    typed(area, "1. A", "<Enter>", "B", "<Tab>", "<Alt+ArrowUp>")
    assert area.evaluate("steps") == ["1. A", "1. A\n2. ", "1. A\n2. B", "1. A\na) B"]


def test_typing_a_number_by_hand_is_not_disturbed(area: Any) -> None:
    area.fill("#noi_dung", "1. A\n")
    area.keyboard.press("Control+End")
    area.keyboard.type("1.500 người dự")
    assert area.input_value("#noi_dung") == "1. A\n1.500 người dự"


def test_tab_is_no_trap(area: Any) -> None:
    focused = "document.activeElement.id"
    area.fill("#noi_dung", "1. A")
    # Who only walks through is not held.
    area.locator("#phan-1-noi_dung").focus()
    for _ in range(2):
        area.keyboard.press("Tab")
    assert area.evaluate(focused) == "noi_dung"
    area.keyboard.press("Tab")
    assert area.evaluate(focused) == "sau"
    area.keyboard.press("Shift+Tab")
    assert area.evaluate(focused) == "noi_dung"
    area.keyboard.press("End")
    area.keyboard.press("Tab")
    assert area.input_value("#noi_dung") == "a) A"
    assert "bấm Esc trước" in area.inner_text("#noi_dung-vua-lam")
    area.keyboard.press("Escape")
    area.keyboard.press("Shift+Tab")
    assert area.evaluate("document.activeElement.closest('.body-tools').dataset.of") == "noi_dung"
    described = area.get_attribute("#noi_dung", "aria-describedby").split()
    assert any("Esc" in area.text_content(f"#{each}") for each in described)


def test_the_tools_are_one_stop_and_work_by_keys(area: Any) -> None:
    area.fill("#noi_dung", "1. A\n2. B")
    area.keyboard.press("Alt+F10")
    tools = "#noi_dung"
    names = area.eval_on_selector_all(".body-tools[data-of=noi_dung] button", "all => all.map(e => e.ariaLabel)")
    assert names == [
        "Cấp lên",
        "Cấp xuống",
        "Chuyển lên",
        "Chuyển xuống",
        "Đậm",
        "Nghiêng",
        "Bảng",
        "Chú thích",
        "Phím tắt",
    ]
    assert area.evaluate("document.activeElement.ariaLabel") == "Cấp lên"
    area.keyboard.press("ArrowRight")
    area.keyboard.press("Enter")
    assert area.input_value(tools) == "1. A\na) B"
    assert area.evaluate("document.activeElement.ariaLabel") == "Cấp xuống"
    assert area.locator(".body-tools[data-of=noi_dung] button[tabindex='0']").count() == 1
    area.keyboard.press("Escape")
    assert area.evaluate("document.activeElement.id") == "noi_dung"
    area.get_by_role("toolbar", name="Công cụ soạn: Nội dung phụ lục").get_by_role("button", name="Cấp lên").click()
    assert area.input_value(tools) == "1. A\n2. B"
    assert area.evaluate("document.activeElement.id") == "noi_dung"


def test_the_keys_are_shown_when_asked_for(area: Any) -> None:
    keys = area.locator("#noi_dung-phim")
    button = area.locator(".body-tools[data-of=noi_dung] [data-tool=phim]")
    assert keys.is_hidden()
    button.click()
    assert keys.is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    button.click()
    assert keys.is_hidden()


def test_sections_count_articles_through(area: Any) -> None:
    area.fill("#phan-0-noi_dung", "Điều 1. A\nĐiều 2. B")
    area.locator("#phan-1-noi_dung").click()
    area.keyboard.insert_text("Điều 7. C")
    area.keyboard.press("Enter")
    assert area.input_value("#phan-1-noi_dung") == "Điều 3. C\nĐiều 4. "


def test_areas_that_come_later_have_tools_too(area: Any) -> None:
    area.evaluate(
        """() => {
          const row = document.querySelector('[data-rows=phan] .row:last-child');
          const copy = row.cloneNode(true);
          for (const each of copy.querySelectorAll('[id], [for]')) {
            for (const name of ['id', 'for']) {
              if (each.hasAttribute(name)) each.setAttribute(name, each.getAttribute(name).replace('phan-1', 'phan-2'));
            }
          }
          row.after(copy);
        }"""
    )
    area.wait_for_selector(".body-tools[data-of='phan-2-noi_dung']")
    assert area.locator("[data-rows=phan] .row:last-child .body-tools").count() == 1
    assert area.locator("#phan-2-noi_dung-vua-lam").count() == 1
    area.fill("#phan-2-noi_dung", "1. A")
    area.locator(".body-tools[data-of='phan-2-noi_dung'] [data-tool=cap-xuong]").click()
    assert area.input_value("#phan-2-noi_dung") == "a) A"


def test_levels_have_the_order_of_docgen_outline(module_page: Any) -> None:
    assert module_page.evaluate("import('/static/bodylabels.js').then(m => m.LEVELS)") == [str(each) for each in Level]
