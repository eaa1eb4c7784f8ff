from __future__ import annotations

import re

import pytest

from docgen.data_dir import find
from docgen.intake.kind_files import load_kinds
from docgen.intake.load import load
from docgen.pipeline import make
from tests.papers.text import lines
from tests.seeds.reading import HERE, NAMES, data_file, expected_lines, repairs, seed_lines

KINDS = load_kinds(find())


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_says_what_its_seed_says_but_for_the_named_repairs(name: str) -> None:
    assert lines(make(load(data_file(name), KINDS)).docx) == expected_lines(name)


@pytest.mark.parametrize("name", NAMES)
def test_repairs_touch_few_words(name: str) -> None:
    """Apart from supplied heads and signatures, bullets and labels, the letters of seed and paper are the same."""
    supplied = {"lost letterhead", "lost letterhead, number and date", "lost signature", "dashes"}
    for repair in repairs(name):
        if repair["ten"] not in supplied:
            before, after = (letters(repair[key]) for key in ("truoc", "sau"))
            assert before == after or repair["ten"] == "label", repair


def letters(text: str | list[str] | None) -> list[str]:
    joined = text if isinstance(text, str) else " ".join(text or [])
    return sorted(re.sub(r"[\W_]", "", joined))


def test_every_seed_has_its_lines_and_nothing_else_is_there() -> None:
    assert len(NAMES) == 5
    assert sorted(path.stem for path in (HERE / "text").iterdir()) == NAMES
    assert all(len(seed_lines(name)) > 40 for name in NAMES)


@pytest.mark.parametrize("path", sorted(HERE.rglob("*.[ty]*")), ids=lambda path: path.name)
def test_nobody_can_be_called_or_written_to(path: str) -> None:
    text = (HERE / path).read_text(encoding="utf-8")
    assert not re.search(r"\b0[0-9]{8,10}\b|\b0[0-9]{1,3}[. ][0-9]{3,4}[. ][0-9]{3,4}\b(?<!0900 000 000)", text)
    assert not re.search(r"@(?!example\.vn)\w", text)
