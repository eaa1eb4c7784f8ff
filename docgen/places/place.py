"""One administrative unit, and the file they are read from."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, cast

Cap = Literal["tỉnh", "thành phố", "xã", "phường", "đặc khu"]


@dataclass(frozen=True, slots=True)
class Place:
    """A province or a commune as it was in a time.

    ma: official code, two digits for a province, five for a commune. ten: the proper name, without the level.
    ma_tinh: code of the province it lies in, "" for a province. tu_ngay, den_ngay: first and last day of being so;
    ``None``: still so.
    """

    ma: str
    cap: Cap
    ten: str
    ma_tinh: str
    tu_ngay: date
    den_ngay: date | None

    @property
    def ten_day_du(self) -> str:
        """Level and name as a sentence has them (NĐ 30, PL II): ``phường Ba Đình``, ``Phường 1 Bảo Lộc``."""
        level = self.cap
        if self.ten[0].isdigit() or self.ten == "Hồ Chí Minh":
            return f"{level[0].upper()}{level[1:]} {self.ten}"
        return f"{level} {self.ten}"

    def stands_on(self, day: date) -> bool:
        """Whether it was so on a day."""
        return self.tu_ngay <= day and (self.den_ngay is None or day <= self.den_ngay)


@cache
def all_places() -> tuple[Place, ...]:
    """Read every line of the data: a unit whose level changed is there twice."""
    text = files("docgen.places").joinpath("places.csv").read_text(encoding="utf-8")
    return tuple(
        Place(
            ma=row["ma"],
            cap=cast(Cap, row["cap"]),
            ten=row["ten"],
            ma_tinh=row["tinh"],
            tu_ngay=date.fromisoformat(row["tu_ngay"]),
            den_ngay=date.fromisoformat(row["den_ngay"]) if row["den_ngay"] else None,
        )
        for row in csv.DictReader(text.splitlines())
    )


@cache
def changing_days() -> tuple[date, ...]:
    """The days on which anything changed, oldest first: between two of them the list is one and the same."""
    return tuple(sorted({place.tu_ngay for place in all_places()}))
