"""Paper size, margins, columns and page numbers of two papers, section by section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from docgen.comparing import values
from docgen.comparing.difference import Look, PageChange
from docgen.comparing.looks import run_looks
from docgen.reading.facts import PageNumber, Paper, Section

_SIZES: Final = {(210, 297): "A4", (148, 210): "A5", (297, 420): "A3", (216, 279): "Letter", (216, 356): "Legal"}
_BREAKS: Final = {
    "trang": "sang trang mới",
    "lien-tuc": "tiếp trên cùng trang",
    "trang-chan": "sang trang chẵn",
    "trang-le": "sang trang lẻ",
    "cot": "sang cột mới",
}
_NUMERALS: Final = {"decimal": "1, 2, 3", "upperRoman": "I, II, III", "lowerRoman": "i, ii, iii"}
_SIDES: Final = {"dau": "đầu trang", "chan": "chân trang"}
_MM: Final = ("tren_mm", "duoi_mm", "trai_mm", "phai_mm", "dau_trang_mm", "chan_trang_mm")
_NONE: Final = "không có"


def section_pairs(old: Paper, new: Paper, paired: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Tell which section of the new paper is which of the old one, both from 0, by the paragraphs they share."""
    if len(old.sections) == len(new.sections):
        return {at: at for at in range(len(new.sections))}
    of_old, of_new = _of_paragraphs(old), _of_paragraphs(new)
    votes: Counter[tuple[int, int]] = Counter()
    for here, there in paired:
        if here in of_old and there in of_new:
            votes[of_old[here], of_new[there]] += 1
    found: dict[int, int] = {}
    for (here, there), _ in sorted(votes.items(), key=lambda entry: (-entry[1], entry[0])):
        if there not in found and here not in found.values():
            found[there] = here
    if old.sections and new.sections and not found:
        found[0] = 0
    return found


def _of_paragraphs(paper: Paper) -> dict[int, int]:
    return {index: number for number, section in enumerate(paper.sections) for index in section.doan}


def page_changes(old: Paper, new: Paper, pairs: Mapping[int, int]) -> Iterator[PageChange]:
    """Compare the sections that are one another; what changed alike in several is told once."""
    alike: dict[Look, list[int]] = {}
    for there, here in sorted(pairs.items()):
        for look in _section(old.sections[here], new.sections[there], first=not here or not there):
            alike.setdefault(look, []).append(there)
    together: dict[tuple[int, ...], list[Look]] = {}
    for look, where in alike.items():
        together.setdefault(tuple(where), []).append(look)
    for numbers, looks in together.items():
        doan = new.sections[numbers[0]].doan
        place = new.paras[doan.start].place if doan.start < len(new.paras) else None
        every = len(numbers) == len(new.sections)
        yield PageChange(tuple(looks), tuple(at + 1 for at in numbers), place, every)


def _section(old: Section, new: Section, first: bool) -> Iterator[Look]:
    looks = [
        values.said("kho_giay", _size(old), _size(new)),
        values.said("huong", _way(old), _way(new)),
        *(values.measured(f"le_{ma}" if ma in _MM[:4] else ma, getattr(old, ma), getattr(new, ma), "mm") for ma in _MM),
        values.said("so_cot_trang", str(old.so_cot), str(new.so_cot)),
        # How the first section begins is of no effect.
        None if first else values.said("ngat", _BREAKS.get(old.ngat, old.ngat), _BREAKS.get(new.ngat, new.ngat)),
    ]
    yield from (look for look in looks if look is not None)
    yield from _number(old.so_trang, new.so_trang)


def _size(section: Section) -> str:
    short, long = sorted((section.rong_mm, section.cao_mm))
    known = _SIZES.get((round(short), round(long)))
    return known or f"{values.number(short)} × {values.number(long)} mm"


def _way(section: Section) -> str:
    return "ngang" if section.ngang else "dọc"


def _number(old: PageNumber | None, new: PageNumber | None) -> Iterator[Look]:
    if old is None or new is None:
        look = values.said("so_trang", _place(old), _place(new))
        if look is not None:
            yield look
        return
    looks = [
        values.said("so_trang", _place(old), _place(new)),
        values.said("so_trang_dau", _first(old), _first(new)),
        values.said("bat_dau", _start(old), _start(new)),
        values.said("kieu_so", _NUMERALS.get(old.kieu, old.kieu), _NUMERALS.get(new.kieu, new.kieu)),
    ]
    yield from (look for look in looks if look is not None)
    yield from (Look(f"so_trang_{look.ma}", look.cu, look.moi) for look in run_looks(old.format, new.format))


def _place(number: PageNumber | None) -> str:
    return _NONE if number is None else f"{_SIDES[number.noi]}, {values.canh(number.canh)}"


def _first(number: PageNumber) -> str:
    return "không hiện" if number.trang_dau_an else "có hiện"


def _start(number: PageNumber) -> str:
    return "đánh tiếp" if number.bat_dau is None else f"bắt đầu từ {number.bat_dau}"
