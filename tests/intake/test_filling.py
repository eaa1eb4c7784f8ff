"""What is put into a text comes out letter by letter, wherever it is put."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.context.rich import field, plain
from docgen.intake.filling import blanks, read, takes_notation
from docgen.outline.parse import parse
from docgen.outline.tree import Item, Outline, Paragraph, Table
from docgen.outline.tree import plain as said
from docgen.vietnamese.text import forbidden, nfc
from tests.intake.units import FORM

TRAPS = st.sampled_from(
    [
        *(
            "- ",
            "+ ",
            "1. ",
            "a) ",
            "I. ",
            "Điều 1. ",
            "Mục 2",
            "|",
            "---",
            "**",
            "*",
            "^",
            "[^1]",
            "[^1]: ",
            "{*",
            "}",
        ),
        *("}", "\\", "<br>", "{% if %}", "{{ so }}", "(", "“", ")", "  ", "Phần I", "1.1. ", "#", "&", "<w:p>"),
    ]
)
_NO_LETTERS: list[Any] = ["Cs", "Cc", "Zl", "Zp", "Mn", "Mc", "Me", "Cn", "Co", "Cf"]
LETTERS = st.text(st.characters(exclude_categories=_NO_LETTERS), max_size=8)
values = (
    st.lists(st.one_of(TRAPS, LETTERS), min_size=1, max_size=4)
    .map("".join)
    .map(lambda text: nfc(text).strip())
    .filter(lambda text: bool(text) and not forbidden(text) and "\n" not in text)
)


def words(outline: Outline) -> str:
    """Everything a body says, one block a line."""
    lines: list[str] = []

    def walk(nodes: tuple[object, ...]) -> None:
        for node in nodes:
            if isinstance(node, Item):
                lines.append(said(node.title) + said(node.text))
                walk(node.children)
            elif isinstance(node, Paragraph):
                lines.append(said(node.text))
            elif isinstance(node, Table):
                lines.extend(said(cell.text) for row in node.rows for cell in row)

    walk(outline.children)
    return "\n".join(lines)


@given(values)
@pytest.mark.parametrize(
    "text",
    ["trước {{x}} sau", "{{x}} sau", "{{x}}", "- {{x}}", "- Giao {{x}}; báo cáo", "1. Việc\n  {{x}} làm", "a\n{{x}}"],
)
def test_a_value_in_a_body_comes_out_as_it_is(text: str, value: str) -> None:
    found = parse(read(text, True).filled(lambda _: value))

    assert value in words(found.outline)
    assert not found.outline.notes


@given(values)
def test_a_value_in_a_cell_stays_in_its_cell(value: str) -> None:
    found = parse(read("| a | b |\n|---|---|\n| {{x}} | c |", True).filled(lambda _: value)).outline
    assert len(found.children) == 1
    assert isinstance(found.children[0], Table)
    assert value in words(found)


@given(values)
@pytest.mark.parametrize("text", ["Giao {{x}} làm", "{{x}}", "**{{x}}**", "*Của {{x}}*, và", "5^{{x}}"])
def test_a_value_in_a_rich_line_comes_out_as_it_is(text: str, value: str) -> None:
    assert value in plain(field(read(text, True).filled(lambda _: value)))


@given(values)
def test_where_no_notation_is_read_nothing_is_escaped(value: str) -> None:
    assert read("a {{x}} b", False).filled(lambda _: value) == f"a {value} b"


@given(values)
def test_the_words_around_keep_their_marks(value: str) -> None:
    rich = field(read("**Giao** {{x}} *làm*", True).filled(lambda _: value))
    assert rich[0] == {"chu": "Giao", "dam": True}
    assert rich[-1] == {"chu": "làm", "nghieng": True}


def test_two_braces_may_be_meant() -> None:
    text = read(r"Ghi \{{x}} ở đầu", True)
    assert not list(text.slots())
    assert not text.strays
    assert plain(field(text.filled(lambda _: "?"))) == "Ghi {{x}} ở đầu"


def test_what_opens_and_does_not_close_is_found_with_its_line() -> None:
    assert read("một\nhai {{x\n{{y}} ba", True).strays == (2,)


def test_places_are_found_everywhere_in_a_plan() -> None:
    plan = {
        "trich_yeu": "của {{ a }}",
        "can_cu": ["x", "theo {{b}}"],
        "ky": {"ho_ten": "{{c}}"},
        "phu_luc": [{"noi_dung": "một\n{{d}}", "ngang": False}],
        "so": None,
    }
    found = [(b.noi, b.field, [(s.said, s.dong) for s in b.text.slots()], b.text.notation) for b in blanks(plan, FORM)]
    assert found == [
        ("trich_yeu", "trich_yeu", [("a", 1)], False),
        ("can_cu[2]", "can_cu", [("b", 1)], True),
        ("ky.ho_ten", "ky.ho_ten", [("c", 1)], False),
        ("phu_luc[1].noi_dung", "phu_luc", [("d", 2)], True),
    ]


@pytest.mark.parametrize(
    ("steps", "notation"),
    [(("noi_dung",), True), (("can_cu", 0), True), (("phu_luc", 0, "noi_dung"), True), (("phu_luc", 0, "ten"), False),
     (("trich_yeu",), False), (("kinh_gui", 0), False)],
)  # fmt: skip
def test_which_fields_take_the_notation(steps: tuple[str | int, ...], notation: bool) -> None:
    assert takes_notation(steps, None) is notation
