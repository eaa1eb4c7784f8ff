"""Quotation marks and brackets come in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from docgen.checking.clauses import NGON_NGU
from docgen.checking.finding import Finding
from docgen.checking.judged import Judged
from docgen.checking.language.prose import Line, prose, spot
from docgen.checking.rule import rule
from docgen.standards import Sure

# Quoted articles may run over many paragraphs; further apart, two odd marks are two mistakes.
_FAR_APART: Final = 60
_NEAR: Final = 3
_QUOTES: Final = re.compile('[“”"]')
_BRACKETS: Final = re.compile(r"[()]")
# "a)", "1)", "(i" are labels, also within a sentence: "gồm: a) …; b) …"; so is a bracket in an emoticon or "1.)".
_LABEL: Final = re.compile(r"(?:^|[\s;:,.(“])(?:\d{1,3}(?:\.\d{1,2})*|[a-zđA-ZĐ]|[ivxIVX]{1,5})\.?$")
_LABEL_CHARS: Final = 10
_INCHES: Final = re.compile(r"\d\s?$")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark of a pair. order: number of its paragraph. leads: it stands at the beginning of that."""

    line: Line
    at: int
    order: int
    leads: bool


@rule("NN-ngoac-1", ten="Ngoặc kép không đủ cặp", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def ngoac_kep(p: Judged) -> Iterator[Finding]:
    """Mỗi dấu mở “ phải có một dấu đóng ”; thiếu một dấu thì không biết lời trích dẫn từ đâu đến đâu.

    Lời trích kéo dài qua nhiều đoạn vẫn được tính là đủ cặp nếu có dấu đóng ở sau.
    Sai: tổ chức “Ngày Đoàn viên” nhiệm kỳ 2020 - 2025”. Đúng: tổ chức “Ngày Đoàn viên” nhiệm kỳ 2020 - 2025.
    """
    opened: list[_Mark] = []
    closing: list[_Mark] = []
    for order, line in enumerate(prose(p)):
        before, first = len(opened), len(line.text) - len(line.text.lstrip())
        for m in _QUOTES.finditer(line.text):
            mark = _Mark(line, m.start(), order, m.start() == first)
            if m.group() == '"':
                _straight(opened, mark, before)
            elif m.group() == "“":
                opened.append(mark)
            elif opened and order - opened[-1].order <= _FAR_APART:
                _close(opened, order)
            else:
                closing.append(mark)
    yield from _odd(
        p, closing, "Có dấu ngoặc kép đóng mà không có dấu mở", "bỏ dấu này, hoặc thêm dấu “ vào chỗ bắt đầu"
    )
    yield from _odd(p, opened, "Có dấu ngoặc kép mở mà không có dấu đóng", "thêm dấu ” vào chỗ kết thúc")


def _odd(p: Judged, marks: list[_Mark], loi: str, can: str) -> Iterator[Finding]:
    """Tell marks without their partner, once for each paragraph."""
    for _, group in groupby(marks, key=lambda mark: mark.order):
        first, *others = group
        more = f" (đoạn này có {len(others) + 1} chỗ như vậy)" if others else ""
        yield spot(p, first.line, (first.at, first.at + 1), f"{loi}{more}.", can=can)


def _close(opened: list[_Mark], order: int) -> None:
    """Close the last mark; of a quotation in several paragraphs each may begin with a mark that nothing closes."""
    last = opened.pop()
    while opened and last.leads and opened[-1].leads and opened[-1].order < last.order <= order:
        last = opened.pop()


def _straight(opened: list[_Mark], mark: _Mark, before: int) -> None:
    """A straight mark closes what this paragraph opened, else opens; a sign of inches does neither."""
    if len(opened) > before:
        opened.pop()
    elif not _INCHES.search(mark.line.text[: mark.at]):
        opened.append(mark)


@rule("NN-ngoac-2", ten="Ngoặc đơn không đủ cặp", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def ngoac_don(p: Judged) -> Iterator[Finding]:
    """Mỗi dấu mở ( phải có một dấu đóng ).

    Sai: "các huyện (nếu có điều kiện". Đúng: "các huyện (nếu có điều kiện)".
    """
    opened: list[_Mark] = []
    closing: list[_Mark] = []
    for order, line in enumerate(prose(p)):
        for m in _BRACKETS.finditer(line.text):
            mark = _Mark(line, m.start(), order, False)
            labels = m.group() == ")" and _LABEL.search(line.text[max(m.start() - _LABEL_CHARS, 0) : m.start()])
            if m.group() == "(":
                opened.append(mark)
            elif opened and order - opened[-1].order <= (0 if labels else _NEAR):
                opened.pop()
            elif not labels:
                closing.append(mark)
    yield from _odd(
        p, closing, "Có dấu ngoặc đơn đóng mà không có dấu mở", "bỏ dấu này, hoặc thêm dấu ( vào chỗ bắt đầu"
    )
    yield from _odd(p, opened, "Có dấu ngoặc đơn mở mà không có dấu đóng", "thêm dấu ) vào chỗ kết thúc")


RULES: Final = (ngoac_kep, ngoac_don)
