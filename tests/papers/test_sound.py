"""The papers made from the five seed plans are sound Word files, the same each time."""

from __future__ import annotations

from functools import lru_cache

import pytest

from docgen.intake.load import load
from docgen.pipeline import Paper, make
from tests.render.build import assert_valid_docx
from tests.seeds.reading import NAMES, data_file


@lru_cache
def paper(name: str) -> Paper:
    return make(load(data_file(name)))


@pytest.mark.parametrize("name", NAMES)
def test_the_paper_is_valid_office_open_xml(name: str) -> None:
    assert_valid_docx(paper(name).docx)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_data_gives_the_same_bytes(name: str) -> None:
    assert make(load(data_file(name))).docx == paper(name).docx
