"""The scripts count the labels of a body as docgen.outline does."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.outline.blocks import read_blocks
from docgen.outline.labels import Numbering
from docgen.outline.lines import fold, read_lines, without_lone
from docgen.outline.numerals import letter_value, roman
from docgen.outline.openings import opening
from docgen.outline.parse import parse
from docgen.outline.tree import DECIMAL, Level
from docgen.outline.write import write
from docgen.vietnamese.letters import chu_cai
from tests.outline.plans import DOAN_BINH_DUONG
from tests.outline.strategies import office_texts, outlines, untyped
from tests.web.bodies import Call, caller

pytestmark = pytest.mark.chromium

_HEADS = [
    *("I.", "II-", "V.", "C.", "XL.", "1.", "2/", "3)", "7.", "10.", "1 -", "1000.", "1.1.", "2.1", "2.3.", "1.1.1."),
    *("3.4.5.6.", "a)", "b.", "đ/", "f)", "aa)", "ab.", "y)", "- ", "–", "•", "* ", "+", "Phần I.", "Phần thứ nhất"),
    *(
        "PHẦN THỨ BA",
        "Chương II",
        "CHƯƠNG 1.",
        "Mục 3.",
        "Tiểu mục 2",
        "Điều 4.",
        "Điều 05:",
        "\\-",
        "\\1.",
        "1\\.",
        "",
    ),
    *("p.", "1.500", "| a", "[^1]:", "\t1.", "\u00a0a)", "Điều  7."),
]
_TAILS = [
    " Mục đích",
    " nội dung;",
    "Abc",
    "",
    " TÌNH HÌNH",
    " tỷ đồng",
    "\\",
    " của Luật",
    " “x”",
    "**đậm**",
    "|",
    " B. X",
]
bodies = st.lists(
    st.tuples(st.sampled_from(_HEADS), st.sampled_from(_TAILS)).map("".join) | st.just(""), max_size=30
).map("\n".join)


@pytest.fixture(scope="module")
def lines(module_page: Any) -> Call:
    return caller(module_page, "bodylines.js")


def counted(text: str) -> str:
    """The body with the numbers docgen.outline gives, each written as the label it stands in writes it."""
    blocks, _ = read_blocks(read_lines(text))
    at = {block.first: block for block in blocks if block.level is not None}
    numbering, out = Numbering(), []
    for line in read_lines(text):
        block = at.get(line.number)
        if block is None or block.opening is None or block.level is None:
            out.append(line.source)
            continue
        numbers = numbering.next(block.level, block.opening.numbers)
        out.append(line.source if numbers == block.opening.numbers else _with(line.source, block.opening, numbers))
    return "\n".join(out)


def _with(source: str, found: Any, numbers: tuple[int, ...]) -> str:
    if found.level.is_bullet:
        return source
    number = _NUMBER.search(found.typed)
    assert number is not None
    before, old = (re.escape(text).replace("\\ ", r"\s+") for text in (found.typed[: number.start(1)], number[1]))
    written = _written(found.level, number[1], numbers)
    return re.sub(rf"^(\s*{before}){old}", lambda m: m[1] + written, source, count=1)


_NUMBER = re.compile(r"((?:thứ|THỨ) \w+|[IVXLCDM]+|[0-9]+(?:\.[0-9]+)*|[a-zđ]+)(?: ?[./):–—-])?$")


def _written(level: Level, old: str, numbers: tuple[int, ...]) -> str:
    n = numbers[-1]
    if level is Level.CHU:
        return chu_cai(n)
    if level in DECIMAL:
        return ".".join(map(str, numbers))
    if old.isdigit():
        return str(n)
    words = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]
    if old.lower().startswith("thứ ") and n <= len(words):
        word = f"thứ {words[n - 1]}"
        return word.upper() if old.isupper() else word
    return roman(n)


@given(text=bodies | office_texts | outlines().map(write))
def test_every_body_is_counted_as_docgen_outline_counts_it(lines: Call, text: str) -> None:
    text = "\n".join(line.source for line in read_lines(text)).rstrip("\n")
    once = lines("renumber", text)

    assert once == counted(text)
    assert lines("renumber", once) == once
    assert not [f for f in parse(once).faults if "Đánh số lại" in f.loi and f.nang == "loi"]
    assert untyped(parse(once).outline) == untyped(parse(text).outline)


def test_real_bodies_stay_as_they_are_when_their_numbers_are_right(lines: Call) -> None:
    text = "\n".join(line.source for line in read_lines(DOAN_BINH_DUONG))

    assert lines("renumber", text) == text
    assert lines("renumber", text.replace("2.2. Hình", "2.7. Hình").replace("II. NỘI", "IV. NỘI")) == text


@given(
    line=st.sampled_from(_HEADS).flatmap(lambda head: st.sampled_from(_TAILS).map(lambda tail: head + tail))
    | office_texts
)
def test_a_line_opens_what_it_opens_there(module_page: Any, line: str) -> None:
    raw = without_lone(fold(line.splitlines()[0] if line.splitlines() else ""))[0]
    found = caller(module_page, "openings.js")("opening", raw)
    wanted = opening(raw)

    assert (found is None) == (wanted is None)
    if wanted is not None:
        assert (list(Level)[found["level"]], found["typed"], tuple(found["numbers"]), found["rest"]) == (
            wanted.level,
            wanted.typed,
            wanted.numbers,
            wanted.rest,
        )
        assert (found["weak"], found["sign"], found["slack"]) == (wanted.weak, wanted.sign, wanted.slack)


def test_letters_and_roman_numerals_are_those_of_docgen(module_page: Any) -> None:
    call = caller(module_page, "bodylabels.js")
    for n in [*range(1, 60), 552, 553, 575, 576, 3999, 4000, 5001]:
        assert call("letter", n) == chu_cai(n)
        assert call("letterValue", chu_cai(n)) == letter_value(chu_cai(n)) == n
        assert call("roman", n) == roman(n)
        assert call("romanValue", roman(n)) == n
    assert [call("romanValue", text) for text in ("IIII", "VX", "IC", "", "i")] == [None] * 5
    assert [call("letterValue", text) for text in ("f", "w", "", "A")] == [None] * 4


def test_what_stands_above_a_body_counts_first(lines: Call) -> None:
    assert lines("renumber", "Điều 1. A\nĐiều 1. B", "I. X\nĐiều 1. C") == "Điều 2. A\nĐiều 3. B"
    assert lines("renumber", "1.1. A\n1.2. B", "2. X") == "1.1. A\n1.2. B"
    assert lines("renumber", "2. A", "I. X\n1. Y\nII. Z") == "1. A"


def test_a_long_body_is_counted_fast_enough_to_type_on(module_page: Any, lines: Call) -> None:
    text = "\n".join(f"{n + 1}. Mục\n- Nội dung {'dài ' * 20}\na) Điểm\nĐoạn văn không có số." for n in range(500))
    assert lines("renumber", text.replace("500. Mục", "7. Mục")) == text
    took = module_page.evaluate(
        "text => import('/static/bodylines.js').then(m => { const t = performance.now();"
        " for (let i = 0; i < 10; i += 1) m.renumber(text); return (performance.now() - t) / 10; })",
        text,
    )
    print(f"2,000 lines are counted in {took:.1f} ms")
    assert took > 0
