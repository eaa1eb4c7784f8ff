"""The page of a new kind: what was seen, what it becomes, and what came of it, in the words of its maintainer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docgen.web.loai_moi_post import OWN_BODY
from docgen.workshop.newkind.proposal import Ask, Core, Proposal, Unit
from docgen.workshop.newkind.sample import TYPED

KINDS: Final = (
    ("line", "một dòng"),
    ("paragraph", "một đoạn"),
    ("lines", "danh sách, mỗi dòng một ý"),
    ("body", "lời văn nhiều cấp"),
    ("date", "ngày tháng"),
    ("number", "số"),
    ("choice", "chọn trong danh sách"),
    ("yes-no", "có hoặc không"),
)
"""Kinds of question and what people call them."""

_COMMON: Final = {"kinh_gui": "Kính gửi", "can_cu": "Căn cứ", "mo_dau": "Lời mở đầu", "ket_thuc": "Lời kết"}
_SENTENCES: Final = ("mo_dau", "ket_thuc")
_MOST_IN_A_ROW: Final = 3


@dataclass(frozen=True)
class Row:
    """One place.

    choices: what it may become, (value, label, chosen). asks: answers first met here. own_body: it is a body with a
    name of its own. required: the box "must be answered" belongs to this place.
    """

    unit: Unit
    choices: tuple[tuple[str, str, bool], ...]
    asks: tuple[Ask, ...]
    own_body: bool
    required: bool


@dataclass(frozen=True)
class Stretch:
    """Neighbouring places. folded: a long run of body, shown closed."""

    rows: tuple[Row, ...]
    folded: bool = False


@dataclass(frozen=True)
class Common:
    """A name all papers know. typed: the paper does not say it and must; nhan: its label in the form."""

    core: Core
    nhan: str
    typed: bool


@dataclass(frozen=True)
class Trial:
    """What came of the decisions.

    same: every word came back and none besides. loi: what does not fit. remarks: what the check of templates says, with
    its gravity. words: the differences from the paper. pages: how many pictures there are; no_pages: why there are
    none. form: the page of the new form.
    """

    usable: bool
    same: bool
    loi: tuple[str, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()
    pages: int = 0
    no_pages: str = ""
    form: object | None = None


def stretches(proposal: Proposal, common: dict[int, str]) -> list[Stretch]:
    """Make the list of places. common: number of a place → the common part the reader saw there."""
    met: set[str] = set()
    rows = [_row(unit, common.get(unit.so, ""), met, proposal) for unit in proposal.phan]
    out: list[Stretch] = []
    run: list[Row] = []
    for row in rows:
        if row.unit.la == "noi-dung" and not row.unit.ten:
            run.append(row)
            continue
        out += _closed(run)
        run = []
        out.append(Stretch((row,)))
    return [*out, *_closed(run)]


def _closed(run: list[Row]) -> Iterator[Stretch]:
    if run:
        yield Stretch(tuple(run), folded=len(run) > _MOST_IN_A_ROW)


def _row(unit: Unit, seen: str, met: set[str], proposal: Proposal) -> Row:
    choices = [("truong", "Mục riêng để điền"), ("co-dinh", "Chữ in sẵn"), ("noi-dung", "Nội dung chính")]
    choices += [(OWN_BODY, "Nội dung riêng"), *((f"chung:{ten}", _COMMON[ten]) for ten in _offered(seen))]
    choices.append(("bo", "Bỏ, không đưa vào mẫu"))
    is_own = unit.la == "noi-dung" and bool(unit.ten)
    chosen = OWN_BODY if is_own else f"chung:{unit.ten}" if unit.la == "chung" else unit.la
    asks = tuple(ask for ask in unit.hoi if ask.ten not in met)
    met.update(ask.ten for ask in asks)
    main = next((one.so for one in proposal.phan if one.la == "noi-dung" and not one.ten), None)
    return Row(
        unit,
        tuple((value, label, value == chosen) for value, label in choices),
        asks,
        is_own,
        unit.la == "chung" or unit.so == main,
    )


def _offered(seen: str) -> list[str]:
    return list(dict.fromkeys((*((seen,) if seen in _COMMON else ()), *_SENTENCES)))


def commons(proposal: Proposal, labels: dict[str, str], said: dict[str, bool]) -> list[Common]:
    """Make the list of common names. labels: their labels; said: whether the paper says them."""
    return [
        Common(one, labels.get(one.ten, one.ten), one.ten in TYPED and not said.get(one.ten, False))
        for one in proposal.chung
        if one.ten != "co_quan.loai"
    ]
