"""Papers that are still being written can be looked at; what is missing shows."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.data_dir import find
from docgen.intake.kind_files import load_kinds
from docgen.intake.unfinished import stand_in
from docgen.pipeline import make
from tests.papers.text import lines

KINDS = load_kinds(find())
BEGUN: dict[str, Any] = {"loai": "ke-hoach", "co_quan": {"loai": "nha-nuoc"}}


@pytest.mark.parametrize("issuer", ["nha-nuoc", "to-chuc", "doan", "dang"])
def test_a_plan_that_has_only_its_issuers_kind_has_pages(issuer: str) -> None:
    found = stand_in({"loai": "ke-hoach", "co_quan": {"loai": issuer}}, KINDS)

    assert found is not None
    assert {"co_quan.ten", "trich_yeu", "noi_dung", "noi_nhan"} <= set(found.missing)
    assert "[Trích yếu]" in lines(make(found.built).docx)


def test_what_is_there_stays_and_only_the_rest_is_filled() -> None:
    found = stand_in(BEGUN | {"trich_yeu": "Phòng, chống dịch bệnh", "noi_dung": "I. MỤC ĐÍCH"}, KINDS)

    assert found is not None
    assert not {"trich_yeu", "noi_dung"} & set(found.missing)
    text = lines(make(found.built).docx)
    assert "Phòng, chống dịch bệnh" in text
    assert "[Trích yếu]" not in text


def test_the_values_that_were_given_are_not_touched() -> None:
    raw = {"loai": "ke-hoach", "co_quan": {"loai": "nha-nuoc"}}
    stand_in(raw, KINDS)

    assert raw == {"loai": "ke-hoach", "co_quan": {"loai": "nha-nuoc"}}


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"loai": "la"},
        {"loai": "ke-hoach"},
        {"loai": "ke-hoach", "co_quan": {"loai": "khac"}},
        {"loai": "ke-hoach", "co_quan": "x"},
        BEGUN | {"ngay": "31/02/2026"},
        BEGUN | {"so": "năm"},
        BEGUN | {"ky": "x"},
    ],
)
def test_what_is_wrong_is_not_covered_up(raw: dict[str, Any]) -> None:
    assert stand_in(raw, KINDS) is None
