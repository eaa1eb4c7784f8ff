"""Labels shown beside rows: the same that the paper gets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.kinds import Form, Kinds, Question
from docgen.outline.labels import number
from docgen.outline.parse import parse
from docgen.outline.sections import head_labels, join
from docgen.web.counting import labels_of
from docgen.web.typed import Row


def question(kinds: Kinds, ten: str) -> Question:
    form: Form = kinds.get("ke-hoach")
    found = form.question(ten)
    assert found is not None
    return found


def sections(*titles: str) -> list[Row]:
    return [Row(str(at), {"tieu_de": title, "noi_dung": "- x" if title else ""}) for at, title in enumerate(titles)]


@pytest.mark.parametrize(
    ("titles", "labels"),
    [
        (["A", "B"], ("I.", "II.")),
        (["A", "", "B"], ("I.", "II.", "II.")),
        (["Phần I CHUNG", "B"], ("", "I.")),
        (["I. A", "B"], ("", "II.")),
        ([], ()),
    ],
)
def test_sections_are_numbered_and_own_labels_kept(kinds: Kinds, titles: list[str], labels: tuple[str, ...]) -> None:
    assert labels_of(question(kinds, "noi_dung"), sections(*titles), "nd30").labels == labels


def test_appendices_are_numbered_from_two_on(kinds: Kinds) -> None:
    asked = question(kinds, "phu_luc")
    rows = [Row("1"), Row("2")]
    assert labels_of(asked, rows[:1], "nd30").labels == ("Phụ lục",)
    found = labels_of(asked, rows, "nd30")
    assert found.labels == ("Phụ lục I", "Phụ lục II")
    assert (found.sample, found.numbered_from) == ("Phụ lục I", 2)


def test_other_lists_have_none(kinds: Kinds) -> None:
    assert labels_of(question(kinds, "can_cu"), [Row("1")], None).labels == ("",)


@given(st.lists(st.text("ABCĐ abc", min_size=1).filter(str.strip), min_size=1, max_size=8))
def test_they_are_what_is_printed(titles: list[str]) -> None:
    typed = [(title, "- x") for title in titles]
    printed = [each.label for each in number(parse(join("", typed)).outline) if each.label != "-"]
    assert [label for label in head_labels(typed) if label] == printed
