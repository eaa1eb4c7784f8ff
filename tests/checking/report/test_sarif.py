"""The log keeps what SARIF 2.1.0 (OASIS, §3) asks of it; the clauses stand beside the checks."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from docgen.checking import rules
from docgen.checking.report.sarif import as_sarif
from docgen.checking.result import Report
from docgen.reading.facts import Place
from tests.checking import sample

URI = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?#\[\]-]|%[0-9A-F]{2})*")
LEVELS = {"none", "note", "warning", "error"}
# Properties that the schema knows; objects of these types take no others (additionalProperties: false).
KNOWN = {
    "log": {"$schema", "version", "runs"},
    "run": {"tool", "language", "columnKind", "artifacts", "invocations", "results"},
    "driver": {"name", "version", "rules"},
    "rule": {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties"},
    "result": {
        "ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints", "suppressions", "properties",
    },
    "location": {"physicalLocation", "logicalLocations"},
    "physicalLocation": {"artifactLocation", "region"},
    "artifactLocation": {"uri", "index"},
    "logicalLocation": {"name", "fullyQualifiedName", "kind"},
    "suppression": {"kind", "status", "justification"},
    "invocation": {"executionSuccessful", "toolExecutionNotifications"},
    "notification": {"level", "message", "locations"},
}  # fmt: skip


def _log(*reports: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(as_sarif(reports, sample.LUAT))
    return log


def _check(log: dict[str, Any]) -> None:
    assert set(log) == KNOWN["log"]
    assert log["version"] == "2.1.0"  # §3.13.2
    for run in log["runs"]:
        assert {"tool"} <= set(run) <= KNOWN["run"]  # §3.14.6
        assert re.fullmatch("[a-zA-Z]{2}(-[a-zA-Z]{2})?", run["language"])  # §3.14.7
        assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}  # §3.14.17
        driver = run["tool"]["driver"]
        assert {"name"} <= set(driver) <= KNOWN["driver"]  # §3.19.8
        ids = [rule["id"] for rule in driver["rules"]]
        assert len(set(ids)) == len(ids)  # §3.19.23: unique items
        for rule in driver["rules"]:
            _check_rule(rule)
        for invocation in run["invocations"]:
            assert {"executionSuccessful"} <= set(invocation) <= KNOWN["invocation"]  # §3.20.14
            for note in invocation["toolExecutionNotifications"]:
                assert {"message"} <= set(note) <= KNOWN["notification"]  # §3.58.5
                assert note["level"] in LEVELS
                _check_text(note["message"])
        for result in run["results"]:
            _check_result(result, ids, len(run["artifacts"]))
        for artifact in run["artifacts"]:
            assert URI.fullmatch(artifact["location"]["uri"])


def _check_rule(rule: dict[str, Any]) -> None:
    assert {"id"} <= set(rule) <= KNOWN["rule"]  # §3.49.3
    for name in ("shortDescription", "fullDescription", "help"):
        _check_text(rule[name])
    assert rule["defaultConfiguration"]["level"] in LEVELS  # §3.50.3


def _check_text(message: dict[str, Any]) -> None:
    assert set(message) == {"text"}
    assert isinstance(message["text"], str)
    assert message["text"]


def _check_result(result: dict[str, Any], ids: list[str], artifacts: int) -> None:
    assert {"message"} <= set(result) <= KNOWN["result"]  # §3.27.11
    _check_text(result["message"])
    assert result["level"] in LEVELS  # §3.27.10
    if "ruleIndex" in result:
        assert ids[result["ruleIndex"]] == result["ruleId"]  # §3.27.6
    assert all(isinstance(value, str) for value in result["partialFingerprints"].values())  # §3.27.17
    for suppression in result.get("suppressions", ()):
        assert {"kind"} <= set(suppression) <= KNOWN["suppression"]
        assert suppression["kind"] in {"inSource", "external"}  # §3.35.2
        assert suppression["status"] in {"accepted", "underReview", "rejected"}
    for location in result["locations"]:
        assert set(location) <= KNOWN["location"]
        physical = location["physicalLocation"]
        assert {"artifactLocation"} <= set(physical) <= KNOWN["physicalLocation"]  # §3.29.2
        assert set(physical["artifactLocation"]) <= KNOWN["artifactLocation"]
        assert URI.fullmatch(physical["artifactLocation"]["uri"])  # §3.4.3: RFC 3986
        assert 0 <= physical["artifactLocation"]["index"] < artifacts  # §3.4.5
        if "region" in physical:
            assert physical["region"]["startLine"] >= 1  # §3.30.5
        for logical in location.get("logicalLocations", ()):
            assert set(logical) <= KNOWN["logicalLocation"]


def test_the_log_keeps_the_standard() -> None:
    strange = replace(sample.report(), ten="thư mục/kế hoạch #1 100%.docx")

    _check(_log(sample.report(), strange, Report("", sample.ND30)))
    _check(json.loads(as_sarif([sample.report()])))


def test_every_finding_is_a_result_and_silenced_ones_are_suppressed() -> None:
    results = _log(sample.report())["runs"][0]["results"]

    assert [result["level"] for result in results[:2]] == ["warning", "error"]
    assert len(results) == 10
    assert [result["suppressions"][0]["justification"] for result in results if "suppressions" in result] == [
        "Cơ quan in ngang theo Quy chế số 12/QC-SCT."
    ]
    assert results[1]["message"]["text"] == (
        "Số dưới 10 phải có số 0 ở trước. trang 1, đoạn 7 (bảng 1, hàng 2, cột 1): Số: «5»/KH-SCT. thấy: 5; cần: 05."
    )


def test_lines_of_text_files_are_regions() -> None:
    found = replace(sample.NUMBER, noi=Place("thân", 4, dong=9))
    result = _log(Report("a.txt", sample.ND30, (found,)))["runs"][0]["results"][0]

    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 9}


def test_the_same_fault_is_known_again_where_it_has_moved() -> None:
    moved = replace(sample.NUMBER, doan=20, noi=Place("thân", 21))
    prints = [
        _log(Report("a", sample.ND30, (found,)))["runs"][0]["results"][0]["partialFingerprints"]
        for found in (sample.NUMBER, moved, sample.MARGIN)
    ]

    assert prints[0] == prints[1] != prints[2]


@pytest.mark.parametrize("one", rules.ALL, ids=lambda one: one.ma)
def test_every_rule_is_described(one: Any) -> None:
    known = json.loads(as_sarif([], [one]))["runs"][0]["tool"]["driver"]["rules"]

    assert known[0]["id"] == one.ma
    assert known[0]["fullDescription"]["text"] == one.giai_thich


def test_a_rule_that_broke_down_is_no_success() -> None:
    assert _log(Report("a", sample.ND30, hong=("NN-x-1",)))["runs"][0]["invocations"][0]["executionSuccessful"] is False
