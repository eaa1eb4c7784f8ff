"""Answers that only one kind asks for (``rieng.thoi_gian``), each read as its question wants."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from pydantic import TypeAdapter, ValidationError

from docgen.document.build import fault_of
from docgen.document.model import Body, Count, Line, Lines, MaybeDate, Ngay, Paragraph, Truth
from docgen.errors import Fault
from docgen.outline.labels import DEFAULT, Scheme
from docgen.outline.parse import parse
from docgen.vietnamese.fold import khong_dau
from docgen.vietnamese.refusal import quoted

RIENG: Final = "rieng"
"""The group of the vocabulary they stand in."""

Kieu = Literal["line", "paragraph", "lines", "body", "date", "number", "choice", "yes-no"]
"""The ways they can be asked for."""

RICH: Final = frozenset({"paragraph", "lines", "body"})
"""Those that are read as notation."""

_READERS: Final[Mapping[str, TypeAdapter[Any]]] = {
    "line": TypeAdapter(Line),
    "paragraph": TypeAdapter(Paragraph),
    "lines": TypeAdapter(Lines),
    "body": TypeAdapter(Body),
    "date": TypeAdapter(MaybeDate),
    "number": TypeAdapter(Count),
    "choice": TypeAdapter(Line),
    "yes-no": TypeAdapter(Truth),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """How one own answer is asked for. lua_chon: code → label of a choice."""

    kieu: Kieu
    lua_chon: Mapping[str, str]


def read(asked: Asked, value: Any) -> str | tuple[str, ...] | Ngay | bool:
    """Read an answer: a date as :class:`Ngay`, a list as a tuple, yes or no as bool, all else as text.

    Raises ValidationError when it cannot be read so.
    """
    found = _READERS[asked.kieu].validate_python(value)
    # What people count by (a room, a session) keeps the zeros it was typed with.
    return str(value).strip() if asked.kieu == "number" else found


def own_faults(given: Any, asked: Mapping[str, Asked], scheme: Scheme = DEFAULT) -> Iterator[Fault]:
    """Find what is wrong with the own answers of a paper (``raw["rieng"]``), and what is doubted of their notation.

    asked: name without the group → how the kind asks. scheme: the labels of bodies. A name nobody asks is refused.
    """
    if not isinstance(given, Mapping):
        return
    for name, value in given.items():
        noi = f"{RIENG}.{name}"
        if name not in asked:
            if not _says_nothing(value):
                yield _unknown(noi, str(name), list(asked))
        elif not _says_nothing(value):
            yield from _faults(noi, value, asked[name], scheme)


def _faults(noi: str, value: Any, asked: Asked, scheme: Scheme) -> Iterator[Fault]:
    try:
        read(asked, value)
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=True):
            yield fault_of(detail, noi)
        return
    if asked.kieu == "choice" and str(value).strip() not in asked.lua_chon:
        listed = ", ".join(f"{ma} ({nhan})" for ma, nhan in asked.lua_chon.items())
        yield Fault(noi, f"{quoted(str(value))} không có trong danh sách.", f"Chọn một trong: {listed}.")
    if asked.kieu == "body":
        yield from parse(str(value), noi, scheme).faults


def _says_nothing(value: Any) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, list | tuple) and not value)


def _unknown(noi: str, name: str, known: Sequence[str]) -> Fault:
    close = difflib.get_close_matches(_folded(name), {_folded(one): one for one in known}, n=1, cutoff=0.6)
    loi = f"Loại văn bản này không hỏi mục “{noi}”."
    if close:
        meant = next(one for one in known if _folded(one) == close[0])
        return Fault(noi, loi, f"Có phải là “{RIENG}.{meant}”?")
    listed = ", ".join(f"{RIENG}.{one}" for one in known)
    return Fault(noi, loi, f"Các mục riêng dùng được: {listed}." if known else "Loại này không có mục riêng nào.")


def _folded(name: str) -> str:
    return khong_dau(name).replace("_", "").replace("-", "").replace(" ", "")
