"""The five seeds as text: read, made, and compared line by line with what the seed says."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from docgen.data_dir import find
from docgen.importing.read import read_text
from docgen.intake.dump import plain
from docgen.intake.kind_files import load_kinds
from docgen.intake.load import load
from docgen.pipeline import make
from tests.importing.files import without_data
from tests.importing.law import missing
from tests.papers.text import lines
from tests.seeds.reading import HERE, NAMES, data_file, repaired, repairs, seed_lines

KINDS = load_kinds(find())
LOST = ("co_quan", "so", "dia_danh", "ngay", "ky")
# What only a person can tell, and what the import leaves as the seed has it.
NOT_DONE = {"page cut", "second level"}


def text_of(name: str) -> str:
    return (HERE / "text" / f"{name}.txt").read_text(encoding="utf-8")


def completed(raw: dict[str, Any], name: str) -> dict[str, Any]:
    """What the seed lost (letterhead, number, date, signature) is filled in from its data file, nothing else."""
    data, out = plain(load(data_file(name), KINDS).document), copy.deepcopy(raw)
    for field in LOST:
        if isinstance(data.get(field), dict):
            out[field] = {**data[field], **out.get(field, {})}
        else:
            out.setdefault(field, data.get(field))
    return out


def expected(name: str) -> list[str]:
    lines = seed_lines(name)
    for repair in repairs(name):
        if repair["ten"] == "first level":
            lines = [line.replace("·", "-") for line in lines]
        elif repair["ten"] not in NOT_DONE:
            lines = repaired(lines, repair)
    return lines


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_read_as_text_makes_a_paper_with_its_lines_but_for_the_named_repairs(name: str) -> None:
    found = read_text(text_of(name), KINDS)
    assert lines(make(completed(found.raw, name)).docx) == expected(name)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_seed_is_lost_and_nothing_is_left_over(name: str) -> None:
    from docgen.reading.read import read_text as read_facts

    found = read_text(text_of(name), KINDS)
    assert not missing(read_facts(text_of(name)), found.raw)
    assert found.report.con_lai == ()


@pytest.mark.parametrize("name", NAMES)
def test_what_a_seed_lost_is_asked_for_and_nothing_else(name: str) -> None:
    told = {fault.noi for fault in read_text(text_of(name), KINDS).faults}
    lost = {
        "000-tinh-doan-binh-duong": set(),
        "001-ubnd-tinh-binh-duong": {"co_quan.ten"},
        "002-tinh-doan-ninh-thuan": {"co_quan.ten", "co_quan.ky_hieu", "dia_danh", "ky.chuc_vu"},
        "003-chu-thap-do-kien-giang": {"co_quan.ten"},
        "004-doan-khoi-dan-chinh-dang": {"co_quan.ten", "co_quan.ky_hieu", "dia_danh", "ky.chuc_vu"},
    }
    assert told == lost[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_paper_of_a_seed_read_back_without_its_data_makes_the_same_paper(name: str) -> None:
    from docgen.importing.read import read

    made = make(load(data_file(name), KINDS)).docx
    assert lines(make(read(without_data(made), KINDS).raw).docx) == lines(made)
