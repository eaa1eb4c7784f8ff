"""Words that all reports share: how grave, where, how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from docgen.checking import clauses, part_names
from docgen.checking.excerpt import DONG, MO
from docgen.checking.finding import Finding, Muc
from docgen.checking.result import Report
from docgen.reading.facts import Place

MUC: Final[dict[Muc, str]] = {"loi": "Lỗi", "canh-bao": "Cảnh báo", "thong-tin": "Để biết"}
_COUNTED: Final[dict[Muc, str]] = {"loi": "lỗi", "canh-bao": "cảnh báo", "thong-tin": "điều để biết"}
_PHAN: Final = {"thân": "", "hộp chữ": "hộp chữ, ", "đầu trang": "đầu trang, ", "chân trang": "chân trang, "}


@dataclass(frozen=True, slots=True)
class Same:
    """Findings that say the same of several places."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The first of them."""
        return self.findings[0]


def grave(finding: Finding) -> str:
    """Say how grave and how sure: "Lỗi", "Cảnh báo (chưa chắc)"."""
    return MUC[finding.muc] + (" (chưa chắc)" if finding.chac == "co-le" else "")


def where(noi: Place | None) -> str:
    """Say where something stands: "khoảng trang 2, đoạn 14", "dòng 7", "chú thích"; "" for the whole paper."""
    if noi is None:
        return ""
    if noi.phan == "chú thích":
        return "chú thích"
    if noi.dong is not None:
        return f"dòng {noi.dong}"
    # Where pages end is Word's to say: what was read or reckoned is a help to find the place, no more.
    page = "" if noi.trang is None else "trang 1, " if noi.trang == 1 else f"khoảng trang {noi.trang}, "
    cell = "" if noi.bang is None else " (bảng {}, hàng {}, cột {})".format(*noi.bang)
    return f"{page}{_PHAN[noi.phan]}đoạn {noi.doan}{cell}"


def under(noi: Place | None) -> str:
    """Name the heading above a place, "" without one."""
    return noi.de_muc if noi is not None else ""


def counted(report: Report) -> str:
    """Count what was found in one sentence."""
    told = [f"{report.count(muc)} {name}" for muc, name in _COUNTED.items() if report.count(muc)]
    return f"Có {', '.join(told)}." if told else "Không thấy điểm nào cần sửa."


def headings(findings: Sequence[Finding]) -> Iterator[tuple[str, list[Same]]]:
    """Group findings under the headings of a paper, those that say the same together, in order of place."""
    by_heading: dict[str, list[Finding]] = {}
    for finding in findings:
        by_heading.setdefault(part_names.group(finding.phan), []).append(finding)
    for name in sorted(by_heading, key=part_names.order):
        yield name, _alike(by_heading[name])


def _alike(findings: Sequence[Finding]) -> list[Same]:
    first: dict[tuple[str, ...], int] = {}
    for number, finding in enumerate(findings):
        first.setdefault(_said(finding), number)
    ordered = sorted(findings, key=lambda finding: first[_said(finding)])
    return [Same(tuple(same)) for _, same in groupby(ordered, key=_said)]


def _said(finding: Finding) -> tuple[str, ...]:
    return finding.ma, finding.muc, finding.chac, finding.loi


def seen_and_wanted(finding: Finding) -> str:
    """Say what stands there and what should: "thấy: 5; cần: 05"; mere signs and what ends in a blank are quoted."""
    parts = [f"{word}: {_value(value)}" for word, value in (("thấy", finding.thay), ("cần", finding.can)) if value]
    return "; ".join(parts)


def beside_excerpt(finding: Finding) -> str:
    """Say the same beside the excerpt, which may already show what was found."""
    shown = finding.thay and f"{MO}{finding.thay}{DONG}" in finding.trich
    if not shown:
        return seen_and_wanted(finding)
    return f"cần: {_value(finding.can)}" if finding.can else ""


def clause(dieu_khoan: str) -> str:
    """Name a clause with its title, where the address does not tell it: "Điều 7 (Các loại văn bản hành chính)"."""
    if clauses.source(dieu_khoan) != clauses.ND30:
        return dieu_khoan
    known = dict.fromkeys(clauses.CLAUSES.get(address, "") for address in clauses.addresses(dieu_khoan))
    titles = "; ".join(title for title in known if title)
    return f"{dieu_khoan} ({titles})" if titles else dieu_khoan


def _value(value: str) -> str:
    return value if value == value.strip() and any(char.isalnum() for char in value) else f"“{value}”"
