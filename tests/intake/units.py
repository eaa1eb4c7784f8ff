"""A plan that leaves something open, and sheets to fill it: what the tests of rows share."""

from __future__ import annotations

from typing import Any

from docgen.data_dir import find
from docgen.errors import Fault
from docgen.intake.kind_files import load_kinds
from docgen.intake.rows import Rows, read_rows
from docgen.sheets.read import read
from docgen.sheets.table import Sheet
from tests.intake.papers import SMALL

KINDS = load_kinds(find())
FORM = KINDS.get("ke-hoach")
PLAN: dict[str, Any] = {
    **SMALL,
    "kinh_gui": ["UBND {{ten_don_vi}}"],
    "noi_dung": "I. MỤC ĐÍCH\n- Việc của {{ten_don_vi}}.\n{{ten_don_vi}} báo cáo.",
}


def sheet(text: str, name: str = "Units.csv") -> Sheet:
    return read(text.encode(), name)


def rows(plan: dict[str, Any], text: str, *used: str) -> Rows:
    return read_rows(plan, sheet(text), KINDS, lambda fault: fault, used)


def told(faults: tuple[Fault, ...] | list[Fault], nang: str = "loi") -> list[tuple[str, str]]:
    return [(fault.noi, fault.loi) for fault in faults if fault.nang == nang]


def places(faults: tuple[Fault, ...] | list[Fault], nang: str = "loi") -> list[str]:
    return [fault.noi for fault in faults if fault.nang == nang]
