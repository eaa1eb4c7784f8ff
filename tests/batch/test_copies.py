"""A copy of a batch is, byte by byte, the paper that is made alone; and its data is the same text."""

from __future__ import annotations

import json
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.data_dir import find
from docgen.document import Document
from docgen.errors import InputFaults
from docgen.importing.data_text import data_text
from docgen.intake.dump import plain
from docgen.intake.read import read_file
from docgen.pipeline import Copies, make
from tests.intake.papers import document_or_none, raw_papers
from tests.seeds.reading import NAMES, data_file

WORDS = st.sampled_from(
    ["Xã An Thịnh", "PHƯỜNG 1 BẢO LỘC", "R&D <5%", "a\u0301", "“x” > y", "**hở", "[^1]", "7", "x" * 80, "  hai   chữ "]
)
ROW = st.fixed_dictionaries(
    {"trich_yeu": WORDS, "ten": st.lists(WORDS, min_size=1, max_size=3)},
    optional={
        "so": st.sampled_from(["1", "05", None]),
        "dia_danh": WORDS,
        "mo_dau": WORDS,
        "ket_thuc": WORDS,
        "ho_ten": WORDS,
        "kinh_gui": st.lists(WORDS, max_size=2),
        "noi_nhan": st.lists(WORDS, min_size=1, max_size=3),
        "thêm": st.just("\n\n- Thêm một ý."),
    },
)


def raw_of(seed: str, row: dict[str, Any]) -> dict[str, Any]:
    raw = dict(read_file(data_file(seed)).checked().raw)
    said = dict(row)
    raw["co_quan"] = {**raw["co_quan"], "ten": said.pop("ten")}
    if "ho_ten" in said:
        raw["ky"] = {**raw.get("ky", {}), "ho_ten": said.pop("ho_ten")}
    raw["noi_dung"] += said.pop("thêm", "")
    return {**raw, **said}


@pytest.mark.parametrize("seed", NAMES[:3])
@given(rows=st.lists(ROW, min_size=1, max_size=5))
def test_a_copy_is_the_paper_that_is_made_alone(seed: str, rows: list[dict[str, Any]]) -> None:
    copies = Copies(find())
    for raw in (raw_of(seed, row) for row in rows):
        try:
            alone = make(raw)
        except InputFaults:
            continue  # no preflight lets it pass
        assert copies.made(raw) == alone.docx


@given(st.lists(raw_papers().map(document_or_none), min_size=1, max_size=4))
def test_the_data_is_the_text_of_the_plain_values(papers: list[Document | None]) -> None:
    found = [document for document in papers if document is not None]
    for document in (*found, *found):
        whole = json.dumps(plain(document), ensure_ascii=False, separators=(",", ":"))
        assert data_text(document) == escape(whole).encode()
