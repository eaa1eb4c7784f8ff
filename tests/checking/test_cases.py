"""Every rule against its case file: wounds it must find, exactly, and limits it must let pass.

A file ``cases/<code>.yaml``::

    giay: nd30                          # the good paper to start from, see papers.py
    truong_hop:
      - ten: lề trên hẹp
        vet_thuong: [{trang: {tren_mm: 15}}]      # see wounds.py
        thay: 1                                   # so many findings of this rule, or a list of codes; nothing else
        muc: canh-bao                             # further fields of each finding of this rule, if given:
        co: {thay: "15", chac: chac}              # equal; "trich", "loi", "can", "phan" are looked for inside
      - {ten: …, dung: true, vet_thuong: […]}     # no finding at all
      - {ten: …, giay: doan, nguon: text, …}      # another paper; read as pasted text
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from docgen.checking import clauses, rules
from docgen.checking.check import check
from docgen.checking.finding import Finding
from docgen.checking.result import Report
from docgen.reading.read import read, read_text
from tests.checking import papers

CASES = Path(__file__).parent / "cases"
_INSIDE = {"trich", "loi", "can", "phan"}


@cache
def _file(ma: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((CASES / f"{ma}.yaml").read_text(encoding="utf-8"))
    return loaded


def _all_cases() -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case['ten']}")
        for path in sorted(CASES.glob("*.yaml"))
        for case in _file(path.stem)["truong_hop"]
    ]


def _judged(ten: str, wounds: list[dict[str, Any]], nguon: str = "docx", the_thuc: Any = "auto") -> Report:
    paper = read_text(papers.text(ten, wounds)) if nguon == "text" else read(papers.docx(ten, wounds))
    report = check(paper, the_thuc)
    assert not report.hong
    return report


def _shown(findings: tuple[Finding, ...]) -> str:
    return "\n".join(f"{f.ma} {f.muc}/{f.chac}: {f.loi} | {f.trich} | thấy {f.thay!r}, cần {f.can!r}" for f in findings)


def test_rules_and_case_files_match_one_to_one() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} == {one.ma for one in rules.ALL}


def test_every_rule_cites_clauses_of_the_table() -> None:
    unknown = {(one.ma, a) for one in rules.ALL for a in clauses.addresses(one.dieu_khoan) if a not in clauses.CLAUSES}

    assert unknown == set()


@pytest.mark.parametrize("ma", [one.ma for one in rules.ALL])
def test_every_rule_is_tried_with_a_wound_and_with_a_limit(ma: str) -> None:
    cases = _file(ma)["truong_hop"]

    assert any(case.get("thay") for case in cases), "no wound"
    assert any(case.get("dung") for case in cases), "no limit case"
    assert len({case["ten"] for case in cases}) == len(cases)


@pytest.mark.parametrize("nguon", ["docx", "text"])
@pytest.mark.parametrize("ten", papers.PAPERS)
def test_good_papers_have_no_finding(ten: str, nguon: str) -> None:
    report = _judged(ten, [], nguon)

    assert report.findings == (), _shown(report.findings)
    assert report.regime.the_thuc == ten.partition("-")[0]


@pytest.mark.parametrize(("ma", "case"), _all_cases())
def test_case(ma: str, case: dict[str, Any]) -> None:
    assert set(case) <= {"ten", "vet_thuong", "thay", "dung", "giay", "nguon", "the_thuc", "muc", "co"}
    ten = case.get("giay", _file(ma).get("giay", "nd30"))
    wounds = case.get("vet_thuong", [])
    report = _judged(ten, wounds, case.get("nguon", "docx"), case.get("the_thuc", "auto"))
    wanted = case.get("thay", 0)
    codes = [ma] * wanted if isinstance(wanted, int) else wanted

    assert sorted(f.ma for f in report.findings) == sorted(codes), _shown(report.findings)

    for finding in report.findings:
        if finding.ma == ma:
            _check_fields(finding, {**case.get("co", {}), **({"muc": case["muc"]} if "muc" in case else {})})


def _check_fields(finding: Finding, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        found = getattr(finding, name)
        if name in _INSIDE:
            assert str(value) in found, f"{name}: {found!r}"
        else:
            assert found == (str(value) if isinstance(found, str) else value), f"{name}: {found!r}"
