"""The papers made from the five seed plans and the samples of every kind are sound Word files, the same each time."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from docgen.data_dir import find
from docgen.intake.load import load
from docgen.pipeline import Paper, make
from tests.render.build import assert_valid_docx
from tests.seeds.reading import NAMES, data_file

SAMPLES = find().sample_files()


@lru_cache
def paper(name: str) -> Paper:
    return make(load(data_file(name)))


@pytest.mark.parametrize("name", NAMES)
def test_the_paper_is_valid_office_open_xml(name: str) -> None:
    assert_valid_docx(paper(name).docx)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_data_gives_the_same_bytes(name: str) -> None:
    assert make(load(data_file(name))).docx == paper(name).docx


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_paper_of_a_sample_is_valid_office_open_xml(path: Path) -> None:
    assert_valid_docx(make(load(path)).docx)
