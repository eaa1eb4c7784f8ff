"""What all rows of a sheet have in common is judged once: the long texts of a plan are most of the work.

No fault of a short field depends on the words of a long text, only on whether there is one. So a row is judged with
a word in the place of each text that all rows share; the texts themselves are judged with the first row of each set
of rows whose other values decide how they are read.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from docgen.intake.filling import BODY
from docgen.kinds import answer, is_blank

# Texts and lists that no other field is judged by.
_ASIDE: Final = ("can_cu", "mo_dau", "ket_thuc", "kinh_gui", "noi_nhan")
_APPENDICES: Final = "phu_luc"
# What decides by which labels a body is read.
_STEERING: Final = ("the_thuc", "co_quan.loai", "danh_so")
_WORD: Final = "x"


def steering(raw: Mapping[str, Any]) -> str:
    """Give what decides how the shared texts of a row are read: equal for rows that share them."""
    return repr([answer(raw, ten) for ten in _STEERING])


def light(raw: Mapping[str, Any], own: Collection[str], filled: Collection[str]) -> dict[str, Any]:
    """Give the values of a row with a word for each text that it shares.

    own: the fields that this row's cells give, which stay. filled: fields of the plan with places in them; of these
    the bodies are shared as well, since what is put into them is escaped and changes nothing of their structure.
    """
    short = dict(raw)
    for ten in _ASIDE:
        if ten not in own and ten not in filled:
            _shorten(short, ten)
    for ten in (BODY, _APPENDICES):
        if ten not in own:
            _shorten(short, ten)
    return short


def is_shared(ten: str) -> bool:
    """Whether a field is among those that :func:`light` leaves out."""
    return ten in _ASIDE or ten in (BODY, _APPENDICES)


def _shorten(raw: dict[str, Any], ten: str) -> None:
    value = raw.get(ten)
    if is_blank(value):
        return
    if ten == _APPENDICES:
        raw[ten] = [{BODY: _WORD}]
    elif isinstance(value, list):
        raw[ten] = [_WORD]
    elif isinstance(value, str):
        raw[ten] = _WORD
