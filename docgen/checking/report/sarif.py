"""Reports as SARIF 2.1.0 (OASIS, 2020), which editors and code hosts show beside the file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any, Final
from urllib.parse import quote

from docgen import __version__
from docgen.checking import rules
from docgen.checking.finding import Finding, Muc
from docgen.checking.report.wording import seen_and_wanted, where
from docgen.checking.result import Report
from docgen.checking.rule import Rule

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL: Final[dict[Muc, str]] = {"loi": "error", "canh-bao": "warning", "thong-tin": "note"}


def as_sarif(reports: Sequence[Report], luat: Sequence[Rule] = ()) -> str:
    """Write the reports as one run; ``luat``: the rules described in it, all of docgen's when left out."""
    known = tuple(luat) or rules.ALL
    index = {one.ma: number for number, one in enumerate(known)}
    run = {
        "tool": {"driver": _driver(known)},
        "language": "vi",
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(report.ten)}} for report in reports],
        "invocations": [
            {
                "executionSuccessful": not any(report.hong for report in reports),
                "toolExecutionNotifications": list(_notes(reports)),
            }
        ],
        "results": [one for number, report in enumerate(reports) for one in _results(report, number, index)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _driver(known: Sequence[Rule]) -> dict[str, Any]:
    return {"name": "docgen", "version": __version__, "rules": [_described(one) for one in known]}


def _described(one: Rule) -> dict[str, Any]:
    return {
        "id": one.ma,
        "shortDescription": {"text": one.ten},
        "fullDescription": {"text": one.giai_thich},
        "help": {"text": f"{one.giai_thich}\n\n{one.dieu_khoan}"},
        "defaultConfiguration": {"level": _LEVEL[one.muc]},
        "properties": {"dieu_khoan": one.dieu_khoan, "do_chac_cua_quy_dinh": one.sure.value},
    }


def _results(report: Report, number: int, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    for finding in report.findings:
        yield _result(finding, report.ten, number, index)
    for one in report.im_lang:
        for finding in one.findings:
            suppressed = [{"kind": "external", "status": "accepted", "justification": one.ly_do}]
            yield {**_result(finding, report.ten, number, index), "suppressions": suppressed}


def _result(finding: Finding, ten: str, number: int, index: dict[str, int]) -> dict[str, Any]:
    place = where(finding.noi)
    pieces = [finding.loi, f"{place}: {finding.trich}".strip(": "), seen_and_wanted(finding)]
    message = " ".join(piece if piece.endswith((".", "…")) else f"{piece}." for piece in pieces if piece)
    result: dict[str, Any] = {
        "ruleId": finding.ma,
        "level": _LEVEL[finding.muc],
        "message": {"text": message},
        "locations": [_location(finding, ten, number)],
        "partialFingerprints": {"docgen/v1": _fingerprint(finding)},
        "properties": {"chac": finding.chac, "dieu_khoan": finding.dieu_khoan},
    }
    if finding.ma in index:
        result["ruleIndex"] = index[finding.ma]
    return result


def _location(finding: Finding, ten: str, number: int) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(ten), "index": number}}
    location: dict[str, Any] = {"physicalLocation": physical}
    noi = finding.noi
    if noi is not None and noi.dong is not None:
        physical["region"] = {"startLine": noi.dong}
    if noi is not None:
        name = f"{noi.phan}, đoạn {noi.doan}"
        location["logicalLocations"] = [
            {"name": name, "fullyQualifiedName": f"{noi.phan}/{noi.doan}", "kind": "element"}
        ]
    return location


def _fingerprint(finding: Finding) -> str:
    """Tell whether two runs speak of the same thing, wherever it has moved to."""
    return hashlib.sha256("\0".join((finding.ma, finding.trich, finding.thay)).encode()).hexdigest()[:32]


def _notes(reports: Sequence[Report]) -> Iterator[dict[str, Any]]:
    for number, report in enumerate(reports):
        where_ = [{"physicalLocation": {"artifactLocation": {"uri": _uri(report.ten), "index": number}}}]
        for text in (report.regime.giai_thich, *report.regime.luu_y, *report.khong_xet, *report.luu_y):
            yield {"level": "note", "message": {"text": text}, "locations": where_}


def _uri(ten: str) -> str:
    return quote(ten.replace("\\", "/")) or "van-ban"
