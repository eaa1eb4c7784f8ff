"""The names of a template, to read in a terminal or by a machine."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Final

from docgen.workshop.catalogue import Catalogue, Name
from docgen.workshop.report import spot_value

WIDTH: Final = 80
VERSION: Final = 1
"""Counts up when a name in the JSON changes its meaning or goes; new names do not change it."""
_PLACES: Final = 3


def as_text(found: Catalogue) -> str:
    """Write the names, those the template uses first, then those it could use."""
    return "\n".join(_text(found)) + "\n"


def _text(found: Catalogue) -> Iterator[str]:
    yield found.opened.ten
    yield "─" * min(len(found.opened.ten), WIDTH)
    for note in found.luu_y:
        yield from textwrap.wrap(note, WIDTH)
    for heading, names in groups(found):
        yield ""
        yield heading.upper()
        for name in names:
            yield from _name(name)


def groups(found: Catalogue) -> Iterator[tuple[str, list[Name]]]:
    """The names under three headings."""
    for heading, names in (
        ("Không ai cung cấp: phải sửa", [name for name in found.names if not name.co]),
        ("Mẫu đang dùng", [name for name in found.names if name.co and name.dung]),
        ("Có sẵn, mẫu chưa dùng", [name for name in found.names if name.co and not name.dung]),
    ):
        if names:
            yield heading, names


def _name(name: Name) -> Iterator[str]:
    yield f"  {name.the}" + (f"   {name.nhan}" if name.nhan else "")
    about = f"{name.ten}: {name.kieu}"
    if name.dong:
        about += f", lặp tới thẻ {name.dong}"
    if name.gia_tri:
        about += f", một trong: {', '.join(name.gia_tri)}"
    elif name.vi_du:
        about += f", ví dụ: {name.vi_du}"
    yield from textwrap.wrap(about, WIDTH, initial_indent="    ", subsequent_indent="      ")
    if name.lap:
        yield from textwrap.wrap(
            f"trong {' → '.join(name.lap)}", WIDTH, initial_indent="    ", subsequent_indent="      "
        )
    if name.dung:
        yield from textwrap.wrap(f"ở {places(name)}", WIDTH, initial_indent="    ", subsequent_indent="      ")


def places(name: Name) -> str:
    """Name the first places where a name is used, and how many more there are."""
    told = [spot.where() for spot in name.dung[:_PLACES]]
    more = len(name.dung) - _PLACES
    return "; ".join(told) + (f"; và {more} chỗ nữa" if more > 0 else "")


def as_json(found: Catalogue) -> str:
    """Write the names as one JSON object; the names of its fields are part of the interface."""
    target = found.target
    value = {
        "phien_ban": VERSION,
        "tep": found.opened.ten,
        "loai": None if target is None else target.form.loai,
        "the_thuc": None if target is None else target.the_thuc,
        "luu_y": list(found.luu_y),
        "ten": [
            {
                "ten": name.ten,
                "kieu": name.kieu,
                "the": name.the,
                "lap": list(name.lap),
                "nhan": name.nhan or None,
                "vi_du": name.vi_du or None,
                "dong": name.dong or None,
                "gia_tri": list(name.gia_tri),
                "dung": [spot_value(spot) for spot in name.dung],
                "co": name.co,
            }
            for name in found.names
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
