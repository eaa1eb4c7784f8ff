"""Rows judged on several processors are told what they are told one after the other; what passes makes a paper."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import InputFaults
from docgen.intake import side_by_side as room
from docgen.intake.assemble import assemble, understood
from docgen.intake.rows import Rows
from tests.intake.units import KINDS, PLAN, rows

HEADER = "ten_don_vi;so;ngay;co_quan.loai;the_thuc;luu;mo_dau;phu_luc_so"
ROW = st.tuples(
    st.sampled_from(["Xã A", "Xã B", "**xã**", "(trống)", "x" * 600]),
    st.sampled_from(["", "1", "05", "năm"]),
    st.sampled_from(["", "05/11/2026", "hôm qua"]),
    st.sampled_from(["", "", "dang", "doan", "lạ"]),
    st.sampled_from(["", "", "nd30", "dang"]),
    st.sampled_from(["", "VT", "(trống)"]),
    st.sampled_from(["", "Theo Phụ lục kèm theo", "hở **"]),
    st.just(""),
)


def judged(text: str, *, few: int) -> Rows:
    with patch.object(room, "_FEW", few), patch("os.cpu_count", lambda: 3):
        return rows(PLAN, text)


def sheet_of(found: list[tuple[str, ...]]) -> str:
    return "\n".join([HEADER, *(";".join(row) for row in found), ""])


@given(st.lists(ROW, min_size=1, max_size=9))
def test_the_same_is_told(found: list[tuple[str, ...]]) -> None:
    text = sheet_of(found)

    assert judged(text, few=1).faults == judged(text, few=10**6).faults


@given(st.lists(ROW, min_size=1, max_size=6))
def test_a_row_without_a_fault_is_a_document_and_needs_no_second_look(found: list[tuple[str, ...]]) -> None:
    seen = rows(PLAN, sheet_of(found))
    if any(fault.nang == "loi" for fault in seen.faults):
        return
    for row in seen.sheet:
        raw = seen.raw(row)
        try:
            whole = assemble(raw, KINDS)
        except InputFaults as error:  # pragma: no cover
            raise AssertionError("the preflight let pass what no paper is made of") from error
        assert understood(raw).document == whole.document
