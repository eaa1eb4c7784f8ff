"""Every visible word of a paper is in the data, or is one of the formulas the standard prints by itself."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from docgen.data_dir import find
from docgen.importing.read import read, read_text
from docgen.intake.kind_files import load_kinds
from docgen.intake.yaml_text import read as read_yaml
from docgen.reading.read import read as read_facts
from docgen.reading.read import read_text as read_text_facts
from tests.importing.foreign import files, texts
from tests.importing.law import missing

KINDS = load_kinds(find())


@given(texts())
def test_no_word_of_a_pasted_text_is_lost(text: str) -> None:
    found = read_text(text, KINDS)
    assert not missing(read_text_facts(text), found.raw)


@given(files())
def test_no_word_of_a_word_file_is_lost(docx: bytes) -> None:
    found = read(docx, KINDS)
    assert not missing(read_facts(docx), found.raw)


@given(files())
def test_whatever_is_read_can_be_written_as_yaml_and_read_again(docx: bytes) -> None:
    found = read(docx, KINDS)
    assert _said(read_yaml(found.yaml()).checked().raw) == _said(found.raw)


def _said(value: Any) -> Any:
    """Without the places that wait for what is missing."""
    if isinstance(value, dict):
        said = {name: _said(inner) for name, inner in value.items()}
        return {name: inner for name, inner in said.items() if inner not in (None, {})}
    return value
