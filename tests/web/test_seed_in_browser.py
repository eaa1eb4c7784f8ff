"""A real plan in the form: typed by keyboard alone, and pasted whole; the paper is the one of the command line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from docgen import pipeline
from docgen.data_dir import DataDir
from docgen.importing.read import read
from docgen.intake.form import to_pairs
from docgen.intake.load import load
from docgen.intake.read import read_file
from docgen.kinds import Kinds
from tests.importing.test_seeds import expected
from tests.papers.text import lines
from tests.seeds.reading import data_file

pytestmark = pytest.mark.chromium
SEED = data_file("001-ubnd-tinh-binh-duong")
TEXT = SEED.parent / "text" / f"{SEED.stem}.txt"
# A label and what follows it, as the editor of bodies writes them.
_LABELLED = re.compile(r"(?P<nhan>(?:\d+\.)+|[a-zđ]\)|[-+])(?: (?P<chu>.*))?")


class Keyboard:
    """Everything a secretary without a mouse can do on the page."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def stand_on(self, selector: str, key: str = "Tab") -> None:
        """Press Tab until the focus is there; a body gives Tab back after Escape."""
        for _ in range(250):
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            if self.page.evaluate("document.activeElement.matches('[data-body]')"):
                self.page.keyboard.press("Escape")
            self.page.keyboard.press(key)
        pytest.fail(f"{selector} cannot be reached by keyboard")

    def write(self, text: str) -> None:
        """Put words in as an input method does: whole, at the caret."""
        self.page.keyboard.insert_text(text)

    def answer(self, name: str, text: str) -> None:
        self.stand_on(f"[name={name!r}]")
        if self.page.evaluate("document.activeElement.tagName") == "SELECT":
            self.page.keyboard.type(text)
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self.page.keyboard.press("Enter")
            self.write(line)

    def rows(self, name: str, items: list[str]) -> None:
        """Fill a list, asking for every next row by Enter."""
        self.stand_on(f"[name^='{name}[']")
        for number, item in enumerate(items):
            if number:
                self.page.keyboard.press("Enter")
            self.write(item)

    def body(self, text: str) -> None:
        """Write a body: Enter gives the next label, Tab and Shift+Tab change its level; labels are not typed."""
        for number, line in enumerate(text.split("\n")):
            found = _LABELLED.match(line)
            if number:
                self.page.keyboard.press("Enter")
            if found is None:
                self.unlabelled()
                self.write(line)
            else:
                self.label(found["nhan"], first=not number)
                self.write(found["chu"] or "")

    def line(self) -> str:
        found: str = self.page.evaluate(
            "() => { const e = document.activeElement; const upto = e.value.slice(0, e.selectionStart);"
            " return upto.slice(upto.lastIndexOf('\\n') + 1); }"
        )
        return found

    def label(self, wanted: str, *, first: bool) -> None:
        for key in ("Tab",) * 5 + ("Shift+Tab",) * 9:
            if self.line().strip() == wanted:
                return
            if not self.line().strip():
                break
            self.page.keyboard.press(key)
        if self.line().strip() != wanted:
            self.unlabelled()
            self.page.keyboard.type(f"{wanted} ")

    def unlabelled(self) -> None:
        while self.line():
            self.page.keyboard.press("Backspace")


@pytest.fixture
def page(open_page: Callable[..., Any], new_form: Callable[..., str]) -> Iterator[Any]:
    yield open_page(new_form())


def downloaded(page: Any, keyboard: Keyboard, folder: Path) -> bytes:
    keyboard.stand_on("button[value='tai-ve']")
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
        asked = page.locator("dialog[open]")
        page.wait_for_timeout(1500)
        if asked.count():
            page.keyboard.press("Tab")
            keyboard.stand_on("dialog[open] .main")
            page.keyboard.press("Enter")
    coming.value.save_as(folder / "tai-ve.docx")
    return (folder / "tai-ve.docx").read_bytes()


def test_a_real_plan_is_typed_by_keyboard_alone(page: Any, data: DataDir, kinds: Kinds, tmp_path: Path) -> None:
    keyboard = Keyboard(page)
    pairs = to_pairs(read_file(SEED).raw, kinds.get("ke-hoach"))
    rows: dict[str, list[str]] = {}
    for name, value in pairs:
        rows.setdefault(re.sub(r"\[\d*\]$", "", name), []).append(value)
    sections = sum(name.endswith(".tieu_de") for name in rows)
    written = 0
    for name, values in rows.items():
        if name in {"loai", "co_quan.loai"}:
            continue
        if name.endswith(".tieu_de"):
            if written:
                keyboard.stand_on("#phan-them")
                page.keyboard.press("Enter")
            keyboard.stand_on("[name$='.tieu_de'][name^='phan[']")
            keyboard.write(values[0])
            written += 1
        elif name.startswith("phan["):
            keyboard.stand_on("[name$='.noi_dung'][name^='phan[']")
            keyboard.body(values[0])
        elif name in {"can_cu", "noi_nhan", "kinh_gui"}:
            keyboard.rows(name, values)
        else:
            keyboard.answer(name, "\n".join(values))
    assert written == sections == 5

    made, wanted = downloaded(page, keyboard, tmp_path), pipeline.make(load(SEED, kinds), data).docx
    assert read(made, kinds).yaml() == read(wanted, kinds).yaml()
    assert made == wanted


def test_a_real_plan_is_pasted_whole(open_page: Callable[..., Any], tmp_path: Path) -> None:
    page = open_page("/moi")
    keyboard = Keyboard(page)
    keyboard.stand_on("#chu")
    keyboard.write(TEXT.read_text("utf-8"))
    keyboard.stand_on("button[value=dan]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nhap-vao")
    keyboard.stand_on("main a[href$='#co_quan-ten']")
    page.keyboard.press("Enter")
    page.wait_for_url("**#co_quan-ten")
    page.focus("#co_quan-ten")
    keyboard.answer("co_quan.ten", "ỦY BAN NHÂN DÂN\nTỈNH BÌNH DƯƠNG")

    assert lines(downloaded(page, keyboard, tmp_path)) == expected(SEED.stem)
