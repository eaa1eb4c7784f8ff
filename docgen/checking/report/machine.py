"""Reports as plain values for other programs; the names are those of the classes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from docgen.checking.finding import Finding
from docgen.checking.result import Report
from docgen.reading.facts import Place

VERSION: Final = 1
"""Counts up when a name changes its meaning or goes; new names do not change it."""


def as_json(reports: Sequence[Report]) -> str:
    """Write the reports as one JSON object."""
    value = {"phien_ban": VERSION, "van_ban": [_report(report) for report in reports]}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _report(report: Report) -> dict[str, Any]:
    regime = report.regime
    return {
        "tep": report.ten,
        "the_thuc": regime.the_thuc,
        "nhom": regime.nhom,
        "chac": regime.chac,
        "giai_thich": regime.giai_thich,
        "luu_y": [*regime.luu_y, *report.luu_y],
        "dem": {"loi": report.count("loi"), "canh_bao": report.count("canh-bao"), "de_biet": report.count("thong-tin")},
        "phat_hien": [_finding(finding) for finding in report.findings],
        "khong_xet": list(report.khong_xet),
        "im_lang": [
            {"ma": one.ma, "ly_do": one.ly_do, "phat_hien": [_finding(finding) for finding in one.findings]}
            for one in report.im_lang
        ],
        "hong": list(report.hong),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "ma": finding.ma,
        "muc": finding.muc,
        "chac": finding.chac,
        "loi": finding.loi,
        "phan": finding.phan or None,
        "noi": None if finding.noi is None else _place(finding.noi),
        "khoang": list(finding.khoang) if finding.khoang else None,
        "trich": finding.trich,
        "thay": finding.thay,
        "can": finding.can,
        "dieu_khoan": finding.dieu_khoan,
    }


def _place(noi: Place) -> dict[str, Any]:
    return {
        "phan": noi.phan,
        "trang": noi.trang,
        "doan": noi.doan,
        "dong": noi.dong,
        "bang": list(noi.bang) if noi.bang else None,
        "de_muc": noi.de_muc or None,
    }
