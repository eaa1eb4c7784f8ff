"""Our own templates go by strings, and give what trees give."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.context import words
from docgen.data_dir import find
from docgen.document import Built, build
from docgen.intake.assemble import standard_of
from docgen.intake.kind_files import load_kinds
from docgen.intake.load import load
from docgen.render import Template
from tests.importing.documents import THE_THUC, shown
from tests.render.fast import same_both_ways
from tests.seeds.reading import NAMES, data_file

DATA = find()
KINDS = load_kinds(DATA)


@cache
def template(the_thuc: str) -> Template:
    return Template(DATA.template("ke-hoach", the_thuc))


def spoken(built: Built) -> tuple[str, dict[str, Any]]:
    """The standard and the words of a paper."""
    choice = standard_of(built.document)
    return choice.standard.ma, words(built.document, choice.standard, KINDS.get(built.document.loai))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("the_thuc", THE_THUC)
def test_the_seeds_in_every_template(name: str, the_thuc: str) -> None:
    _, said = spoken(load(data_file(name), KINDS))

    same_both_ways(template(the_thuc), said)


@pytest.mark.parametrize("the_thuc", THE_THUC)
@given(data=st.data())
def test_any_paper(the_thuc: str, data: st.DataObject) -> None:
    _, said = spoken(build(data.draw(shown(the_thuc))))

    same_both_ways(template(the_thuc), said)


@pytest.mark.parametrize("text", ["a & b", "<w:t>", "hai\ndòng", "\t", "\u0309", "{{ x }}", "]]>", "'\"", "", "\u2028"])
def test_any_sign_in_every_field(text: str) -> None:
    the_thuc, said = spoken(load(data_file(NAMES[1]), KINDS))

    def put(value: Any) -> Any:
        if isinstance(value, str):
            return value and value + text
        if isinstance(value, list):
            return [put(item) for item in value]
        is_block = isinstance(value, dict) and "cap" in value
        return (
            {k: v if is_block and k in ("cap", "dang") else put(v) for k, v in value.items()}
            if isinstance(value, dict)
            else value
        )

    same_both_ways(template(the_thuc), put(said), by="trees" if text == "\u0309" else "strings")
