"""A report to read in a terminal or a mail: 80 columns, grouped by the parts of the paper."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from docgen.checking.excerpt import DONG, MO
from docgen.checking.finding import Finding
from docgen.checking.report.wording import Same, beside_excerpt, counted, grave, headings, under, where
from docgen.checking.result import Report

WIDTH: Final = 80
_MORE_PLACES: Final = 4
_SPOT: Final = re.compile(f"{MO}[^{DONG}]{{0,40}}{DONG}")
# A sign no paper can hold stands for a blank while lines are broken.
_HELD: Final = "\ufdd0"
_UNDER_HEADINGS: Final = frozenset(("noi_dung", "ket_thuc", "phu_luc", ""))


def text(reports: Sequence[Report]) -> str:
    """Write the reports one under the other, a blank line between them."""
    return "\n".join("\n".join(_report(report)) + "\n" for report in reports)


def _report(report: Report) -> Iterator[str]:
    if report.ten:
        yield report.ten
        yield "─" * min(len(report.ten), WIDTH)
    yield from _wrapped(report.regime.giai_thich)
    for note in report.regime.luu_y:
        yield from _wrapped(note)
    if not report.judged:
        yield from _list("Khi đọc tệp", report.luu_y)
        return
    yield counted(report)
    for heading, groups in headings(report.findings):
        yield ""
        yield heading.upper()
        for same in groups:
            yield from _finding(same)
    yield from _list("Không xét", report.khong_xet)
    yield from _list(
        "Cơ quan đã tắt",
        [f"[{one.ma}] {len(one.findings)} chỗ không nêu. Lý do: {one.ly_do}" for one in report.im_lang],
    )
    yield from _list("Lưu ý", report.luu_y)


def _finding(same: Same) -> Iterator[str]:
    first = same.first
    yield from _wrapped(f"{grave(first)}: {first.loi}", "  ", "    ")
    yield from _place(first)
    yield from _wrapped(beside_excerpt(first), "    ", "    ")
    others = same.findings[1:]
    if others:
        yield "    cũng vậy ở:"
        above = under(first.noi)
        for other in others[:_MORE_PLACES]:
            yield from _place(other, above, "    - ", "      ")
            above = under(other.noi)
        if len(others) > _MORE_PLACES:
            yield f"    - và {len(others) - _MORE_PLACES} chỗ nữa (xem đủ với --format json)"
    yield from _wrapped(f"{first.dieu_khoan} [{first.ma}]", "    ", "    ")


def _place(finding: Finding, above: str = "", first: str = "    ", rest: str = "    ") -> Iterator[str]:
    """Say where; the heading is left out where the line above has named it."""
    place = where(finding.noi)
    heading = under(finding.noi)
    if place and heading and heading != above and finding.phan in _UNDER_HEADINGS:
        place += f", dưới “{heading}”"
    said = f"{place}: {finding.trich}" if place and finding.trich else place or finding.trich
    yield from _wrapped(said, first, rest)


def _list(title: str, lines: Iterable[str]) -> Iterator[str]:
    lines = list(lines)
    if lines:
        yield ""
        yield f"{title}:"
        for line in lines:
            yield from _wrapped(line, "- ", "  ")


def _wrapped(sentence: str, first: str = "", rest: str = "") -> list[str]:
    """Break into lines; the spot between « and » stays on one, for its blanks may be what is meant."""
    held = _SPOT.sub(lambda spot: spot.group().replace(" ", _HELD), sentence)
    lines = textwrap.wrap(
        held, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
    return [line.replace(_HELD, " ") for line in lines]
