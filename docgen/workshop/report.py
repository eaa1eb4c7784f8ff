"""The remarks on a template, to read in a terminal or by a machine."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from docgen.checking.report.wording import MUC
from docgen.workshop.checking import Checked
from docgen.workshop.opened import Opened
from docgen.workshop.remarks import NHOM, Remark, Spot
from docgen.workshop.signs import SAID

WIDTH: Final = 80
VERSION: Final = 1
"""Counts up when a name in the JSON changes its meaning or goes; new names do not change it."""
_MORE_PLACES: Final = 4
_TAG: Final = re.compile(r"[«“]?\{[{%][^{}]{0,60}[}%]\}[»”]?")
# A sign no paper can hold stands for a blank while lines are broken.
_HELD: Final = "\ufdd0"
_COUNTED: Final = (("loi", "lỗi"), ("canh-bao", "cảnh báo"), ("thong-tin", "điều để biết"))


def as_text(checked: Checked) -> str:
    """Write the remarks by group, those that say the same of several places together."""
    return "\n".join(_text(checked)) + "\n"


def _text(checked: Checked) -> Iterator[str]:
    yield checked.opened.ten
    yield "─" * min(len(checked.opened.ten), WIDTH)
    target = checked.target
    if target is not None:
        yield from _wrapped(f"Mẫu {target.form.ten_goi.lower()} theo thể thức {target.the_thuc}.")
    for note in checked.luu_y:
        yield from _wrapped(note)
    counted = [f"{checked.count(muc)} {name}" for muc, name in _COUNTED if checked.count(muc)]  # type: ignore[arg-type]
    yield f"Có {', '.join(counted)}." if counted else "Không thấy chỗ nào cần sửa."
    for nhom, remarks in groupby(checked.remarks, key=lambda remark: remark.nhom):
        yield ""
        yield NHOM[nhom].upper()
        for same in _same(list(remarks)):
            yield from _remark(same)


def _same(remarks: list[Remark]) -> list[list[Remark]]:
    together: dict[tuple[str, ...], list[Remark]] = {}
    for remark in remarks:
        together.setdefault((*remark.key, remark.ma), []).append(remark)
    return list(together.values())


def _remark(same: Sequence[Remark]) -> Iterator[str]:
    first = same[0]
    yield from _wrapped(f"{MUC[first.muc]}: {first.loi}", "  ", "    ")
    yield from _place(first.cho)
    if first.sua:
        yield from _wrapped(f"→ {first.sua}", "    ", "      ")
    if len(same) > 1:
        yield "    cũng vậy ở:"
        for other in same[1 : 1 + _MORE_PLACES]:
            yield from _place(other.cho, "    - ")
        if len(same) > 1 + _MORE_PLACES:
            yield f"    - và {len(same) - 1 - _MORE_PLACES} chỗ nữa (xem đủ với --format json)"
    if first.dieu_khoan:
        yield from _wrapped(f"{first.dieu_khoan} [{first.ma}]", "    ", "    ")


def _place(spot: Spot, lead: str = "    ") -> Iterator[str]:
    if spot.phan:
        excerpt = spot.excerpt()
        yield from _wrapped(f"{spot.where()}: {excerpt}" if excerpt else spot.where(), lead, " " * len(lead))


def _wrapped(sentence: str, first: str = "", rest: str = "") -> list[str]:
    """Break into lines, never within a tag; a sign one cannot see is written as its code: it may be what is meant."""
    shown = "".join(char if char.isprintable() else f"‹U+{ord(char):04X}›" for char in sentence)
    held = _TAG.sub(lambda tag: tag.group().replace(" ", _HELD), shown)
    lines = textwrap.wrap(
        held, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
    return [line.replace(_HELD, " ") for line in lines]


def mends_text(opened: Opened) -> str:
    """List every change that was made in a copy."""
    return "\n".join(_mends(opened)) + "\n"


def _mends(opened: Opened) -> Iterator[str]:
    count = sum(len(view.mends) for view in opened.views)
    yield f"Đã sửa {count} chỗ trong bản sao:"
    for view in opened.views:
        for mend in view.mends:
            spot = opened.spot(view, mend.block.holder)
            what = ", ".join(SAID[sign] for sign in mend.signs)
            yield from _wrapped(f"- {spot.where()}: “{mend.cu}” thành “{mend.moi}”: {what}", "  ", "    ")


def as_json(checked: Checked) -> str:
    """Write the remarks as one JSON object; the names are part of the interface."""
    target = checked.target
    value = {
        "phien_ban": VERSION,
        "tep": checked.opened.ten,
        "loai": None if target is None else target.form.loai,
        "the_thuc": None if target is None else target.the_thuc,
        "luu_y": list(checked.luu_y),
        "dem": {
            "loi": checked.count("loi"),
            "canh_bao": checked.count("canh-bao"),
            "de_biet": checked.count("thong-tin"),
        },
        "phat_hien": [_as_value(remark) for remark in checked.remarks],
        "sua_duoc": [
            {"noi": spot_value(checked.opened.spot(view, mend.block.holder)), "cu": mend.cu, "moi": mend.moi}
            for view in checked.opened.views
            for mend in view.mends
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _as_value(remark: Remark) -> dict[str, Any]:
    return {
        "nhom": remark.nhom,
        "muc": remark.muc,
        "loi": remark.loi,
        "sua": remark.sua,
        "ma": remark.ma or None,
        "dieu_khoan": remark.dieu_khoan or None,
        "noi": spot_value(remark.cho),
        "chu": remark.cho.chu or None,
        "khoang": list(remark.cho.khoang) if remark.cho.khoang else None,
    }


def spot_value(spot: Spot) -> dict[str, Any] | None:
    """Write a place; None for the whole file."""
    if not spot.phan:
        return None
    return {
        "phan": spot.phan,
        "trang": spot.trang,
        "doan": spot.doan or None,
        "bang": [spot.bang, spot.hang, spot.cot] if spot.bang else None,
        "de_muc": spot.de_muc or None,
    }
