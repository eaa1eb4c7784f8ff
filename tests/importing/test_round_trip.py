"""A paper that docgen made, read back: from its visible words alone, and by the data it carries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.data_dir import find
from docgen.document import build
from docgen.importing.read import read
from docgen.intake.kind_files import load_kinds
from docgen.pipeline import make
from tests.importing.documents import THE_THUC, shown
from tests.importing.files import without_data

KINDS = load_kinds(find())


@pytest.mark.parametrize("the_thuc", THE_THUC)
@given(st.data())
def test_what_a_paper_shows_is_read_back_from_its_words_alone(the_thuc: str, data: st.DataObject) -> None:
    raw = data.draw(shown(the_thuc))
    wanted = build(raw).document
    found = read(without_data(make(raw).docx), KINDS)
    assert found.nguon == "chu"
    assert found.document == wanted
