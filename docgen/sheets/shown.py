"""What a cell of a spreadsheet shows: a value and its number format → text."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Final

from docgen.sheets.table import Held

_ZEROS: Final = re.compile(r"0+")
_GROUPED: Final = re.compile(r"#,##0(?P<decimals>\.0+)?")
_PLACES: Final = re.compile(r"0(?P<decimals>\.0+)?(?P<percent>%)?")
# Excel keeps 15 significant digits; more would show how the machine holds them.
_DIGITS: Final = 15


def shown(value: object, number_format: str) -> tuple[str, Held]:
    """Give the text of a value, and what kind it is.

    Whole numbers have no decimals, a format of zeros keeps its leading ones (``00123``); numbers are written the
    Vietnamese way (decimal comma, full stops between thousands where the format groups). Dates: ``05/11/2026``.
    """
    match value:
        case None:
            return "", "text"
        case bool():
            return ("có" if value else "không"), "bool"
        case int() | float():
            return _number(value, number_format.partition(";")[0]), "number"
        case datetime.datetime():
            clock = "" if value.time() == datetime.time() else f" {value:%H:%M}"
            return f"{value:%d/%m/%Y}{clock}", "date"
        case datetime.date():
            return f"{value:%d/%m/%Y}", "date"
        case datetime.time():
            return f"{value:%H:%M}", "date"
        case _:
            return str(value), "text"


def _number(value: float, number_format: str) -> str:
    if _ZEROS.fullmatch(number_format) and value == int(value) and value >= 0:
        return str(int(value)).zfill(len(number_format))
    grouped = _GROUPED.fullmatch(number_format)
    if grouped:
        return _vietnamese(_fixed(value, grouped["decimals"]), groups=True)
    placed = _PLACES.fullmatch(number_format)
    if placed:
        if placed["percent"]:
            return f"{_vietnamese(_fixed(value * 100, placed['decimals']), groups=False)}%"
        return _vietnamese(_fixed(value, placed["decimals"]), groups=False)
    return _vietnamese(_plain(value), groups=False)


def _fixed(value: float, decimals: str | None) -> str:
    return f"{value:.{len(decimals) - 1 if decimals else 0}f}"


def _plain(value: float) -> str:
    if value == int(value):
        return str(int(value))
    return format(Decimal(f"{value:.{_DIGITS}g}").normalize(), "f")


def _vietnamese(text: str, *, groups: bool) -> str:
    whole, _, decimals = text.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    if groups:
        digits = f"{int(digits):,}".replace(",", ".")
    return f"{sign}{digits}{',' if decimals else ''}{decimals}"
