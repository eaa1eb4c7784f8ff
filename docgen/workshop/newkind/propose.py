"""A paper that was seen → the proposal: by fixed rules, so that the same paper always gives the same one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from docgen.kinds import answer
from docgen.outline.openings import opening
from docgen.outline.tree import Level
from docgen.reading.parts.folding import fold, is_caps
from docgen.standards.standard import TheThuc
from docgen.standards.types import LOAI
from docgen.workshop.newkind.guess import Guess, Labelled, gaps, is_bullet, labelled, line_guess, list_guess, name_of
from docgen.workshop.newkind.pattern import is_fixed
from docgen.workshop.newkind.proposal import Ask, Core, Proposal, Unit
from docgen.workshop.newkind.seen import Place, Seen

_HEAD_NAMES: Final = (
    "co_quan.loai co_quan.chu_quan co_quan.ten co_quan.ten_day_du co_quan.ky_hieu co_quan.don_vi_soan so "
    "dia_danh ngay do_khan do_mat trich_yeu noi_nhan luu so_ban ky.quyen_han ky.chuc_vu ky.chu_ky ky.ho_ten "
    "ky.chuc_vu_khac phu_luc"
)
HEAD: Final = tuple(_HEAD_NAMES.split())
"""Common names outside the flow of the text, in the order of the form."""
# Asked in every kind, found in this paper or not: marks and gaps come and go from one paper to the next.
_ALWAYS: Final = frozenset(HEAD) - {"co_quan.ten_day_du", "co_quan.don_vi_soan", "ky.chuc_vu_khac", "phu_luc"}
# A line of the head that this paper has not at all, as minutes have no date: it is not printed.
_LINES: Final = {"so_ky_hieu": ("so", "co_quan.ky_hieu"), "dia_danh_ngay": ("dia_danh", "ngay")}
_REQUIRED: Final = frozenset(
    {"co_quan.loai", "co_quan.ten", "co_quan.ky_hieu", "dia_danh", "trich_yeu", "noi_nhan", "luu", "ky.chuc_vu"}
)
# A text with such levels is divided by them: lines with a colon in it are text, not answers.
_DIVIDING: Final = frozenset({Level.PHAN, Level.CHUONG, Level.MUC, Level.TIEU_MUC, Level.LA_MA, Level.DIEU})
_NUMBERED: Final = re.compile(r"(\d{1,2})[.)/]\s+")
_HEADING: Final = 100
_WEAK: Final = 200
_SHOWN: Final = 200


def propose(seen: Seen, *, loai: str = "", ten_loai: str = "", the_thuc: TheThuc | None = None) -> Proposal:
    """Propose a kind. loai, ten_loai, the_thuc: what the maintainer said; else what the paper says."""
    kind = seen.taken.kind
    shown = " ".join(filter(None, (kind.ten, kind.thua)))
    name = ten_loai or shown or ("CÔNG VĂN" if kind.loai == "cong-van" else "VĂN BẢN")
    standard = the_thuc or seen.the_thuc
    return Proposal(
        loai=loai or _code(name),
        ten_loai=name.upper(),
        ten_loai_thuong=name.capitalize() if name.isupper() else name,
        ky_hieu=code_of(name, standard),
        the_thuc=standard,
        in_ten_loai=bool(kind.ten),
        chung=tuple(_cores(seen, standard)),
        phan=tuple(_units(seen)),
    )


def code_of(name: str, the_thuc: TheThuc) -> str:
    """The code of a type in số, ký hiệu: of the longest known name it begins with; "" for one without."""
    words = fold(name).split()
    known = {fold(one.ten): one.ky_hieu.value for one in LOAI[the_thuc]}
    found = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((known[one] for one in found if one in known), "")


def _code(name: str) -> str:
    return name_of(name, ()).replace("_", "-")


def _cores(seen: Seen, the_thuc: TheThuc) -> Iterator[Core]:
    absent = {ten for part, names in _LINES.items() if not seen.taken.parts.get(part) for ten in names}
    for ten in HEAD:
        value = answer(seen.raw, ten)
        own = ten == "co_quan.don_vi_soan" and the_thuc == "doan"
        yield Core(
            ten=ten,
            chu=_said(value),
            hoi=bool(value) or own or (ten in _ALWAYS and ten not in absent),
            bat_buoc=ten in _REQUIRED and bool(value),
        )


def _said(value: Any) -> str:
    if isinstance(value, list):
        return " / ".join(
            str(one.get("ten") or one.get("noi_dung")) if isinstance(one, dict) else one for one in value
        )[:_SHOWN]
    return "" if value is None else str(value)[:_SHOWN]


@dataclass
class _Book:
    """Own names given so far."""

    names: set[str] = field(default_factory=set)

    def keep(self, guess: Guess) -> Guess:
        """Note the names of a guess."""
        self.names.update(ask.ten for ask in guess.hoi)
        return guess


def _units(seen: Seen) -> list[Unit]:
    places = seen.places
    texts = [seen.words(place) for place in places]
    book = _Book()
    divided = any(_divides(text) for place, text in zip(places, texts, strict=True) if place.way == "chu")
    units: list[Unit] = []
    at = 0
    while at < len(places):
        step, made = _unit(seen, places, texts, at, book, divided)
        units += made
        at += step
    has_own = any(unit.la == "truong" for unit in units)
    if has_own:
        units = _counted(units, dict(zip((place.so for place in places), texts, strict=True)), book)
    return _settled(units, book, has_own)


def _divides(text: str) -> bool:
    found = opening(text.split("\n", 1)[0])
    return found is not None and found.level in _DIVIDING


def _unit(
    seen: Seen, places: Sequence[Place], texts: list[str], at: int, book: _Book, divided: bool
) -> tuple[int, list[Unit]]:
    """Decide about one place, or about a label and the list under it; return how many places that are."""
    place, text = places[at], texts[at]
    unit = Unit(so=place.so, cho=seen.where(place), chu=text[:_SHOWN], la="noi-dung")
    if place.way == "chung":
        needed = place.ten == "kinh_gui"
        return 1, [unit.model_copy(update={"la": "chung", "ten": place.ten, "bat_buoc": needed})]
    if place.way == "co-dinh":
        return 1, [_decision(unit, text, book)]
    if place.way == "bang" or divided or not is_fixed(text) or seen.paper.paras[place.doan[0]].chu_thich:
        return 1, [unit]
    one = labelled(text)
    if one is not None and (one.biet or _near(places, texts, at)):
        if not one.gia:
            return _list(seen, places, texts, at, one, unit, book)
        guess = line_guess(one, text, book.names)
        if guess is not None and (one.biet or len(one.gia) <= _WEAK):
            return 1, [_with(unit, book.keep(guess))]
    guess = gaps(text, book.names)
    if guess is not None:
        return 1, [_with(unit, book.keep(guess))]
    if _stands_alone(seen, place, text):
        return 1, [unit.model_copy(update={"la": "co-dinh"})]
    return 1, [unit]


def _with(unit: Unit, guess: Guess) -> Unit:
    return unit.model_copy(update={"la": "truong", "mau": guess.mau, "hoi": guess.hoi})


def _decision(unit: Unit, text: str, book: _Book) -> Unit:
    """Who decides is an answer, "QUYẾT ĐỊNH:" is always the same."""
    if text.endswith(":"):
        return unit.model_copy(update={"la": "co-dinh"})
    ten = name_of("Thẩm quyền", book.names)
    asks = (Ask(ten=ten, nhan="Thẩm quyền ban hành", kieu="line", bat_buoc=True),)
    return _with(unit, book.keep(Guess(f"{{{{{ten}}}}}", asks)))


def _near(places: Sequence[Place], texts: list[str], at: int) -> bool:
    """Whether a line with a label beside this one surely is an answer."""
    beside = [k for k in (at - 1, at + 1) if 0 <= k < len(places) and places[k].way == "chu"]
    return any((one := labelled(texts[k])) is not None and one.biet for k in beside)


def _list(
    seen: Seen, places: Sequence[Place], texts: list[str], at: int, one: Labelled, unit: Unit, book: _Book
) -> tuple[int, list[Unit]]:
    """A label that stands alone, and the list under it."""
    fixed = unit.model_copy(update={"la": "co-dinh"})
    end = at + 1
    while end < len(places) and places[end].way == "chu" and _is_item(texts[end]):
        end += 1
    guess = list_guess(one.nhan, texts[at + 1 : end], book.names) if end > at + 1 else None
    if guess is None:
        return 1, [fixed]
    items = [
        Unit(
            so=places[k].so, cho=seen.where(places[k]), chu=texts[k][:_SHOWN], la="truong", mau=guess.mau, hoi=guess.hoi
        )
        for k in range(at + 1, end)
    ]
    book.keep(guess)
    return end - at, [fixed, *items]


def _is_item(text: str) -> bool:
    found = labelled(text)
    return is_bullet(text) and "\n" not in text and (found is None or not found.biet)


def _stands_alone(seen: Seen, place: Place, text: str) -> bool:
    """A short line in capitals or bold in the middle of the page is a heading of the kind."""
    look = seen.paper.paras[place.doan[0]].format
    centred = look is not None and look.canh == "giua"
    return len(text) <= 60 and is_caps(text) and (centred or text.endswith(":"))


def _counted(units: list[Unit], texts: dict[int, str], book: _Book) -> list[Unit]:
    """Take lines out of the body whose figure goes on counting from answers above: a body counts from one."""
    out: list[Unit] = []
    wanted = 1
    for unit in units:
        found = _NUMBERED.match(texts[unit.so]) if unit.la == "noi-dung" else None
        if unit.la != "noi-dung":
            wanted = 1
        elif found is not None and int(found[1]) == wanted:
            wanted += 1
        elif found is not None and is_fixed(texts[unit.so]):
            wanted = 1
            out.append(_numbered(unit, texts[unit.so], found.end(), book))
            continue
        out.append(unit)
    return out


def _numbered(unit: Unit, text: str, end: int, book: _Book) -> Unit:
    """A heading is printed as it is; a sentence is an answer behind its figure."""
    words = text[end:]
    if len(words) <= _HEADING and not words.endswith((".", ";", ",")):
        return unit.model_copy(update={"la": "co-dinh"})
    nhan = _beginning(words).rstrip("…")
    ten = name_of(nhan, book.names)
    asks = (Ask(ten=ten, nhan=nhan, kieu="paragraph", bat_buoc=True),)
    return _with(unit, book.keep(Guess(f"{text[:end]}{{{{{ten}}}}}", asks)))


def _settled(units: list[Unit], book: _Book, has_own: bool) -> list[Unit]:
    """Share the body out: the last run is the main one, runs between answers get names of their own."""
    runs = _runs(units)
    if not runs:
        return units
    out = list(units)
    main = next((run for run in reversed(runs) if _closes(units, run)), None)
    if main is None and not has_own and len(runs) == 1:
        main = runs[0]
    for run in runs:
        if run is main and not _opens(units, run, has_own):
            for k in run:
                out[k] = out[k].model_copy(update={"bat_buoc": True})
        elif _opens(units, run, has_own):
            out[run[0]] = out[run[0]].model_copy(update={"la": "chung", "ten": "mo_dau"})
        else:
            _name(out, run, book)
    return out


def _runs(units: list[Unit]) -> list[list[int]]:
    runs: list[list[int]] = []
    for k, unit in enumerate(units):
        if unit.la != "noi-dung":
            continue
        if runs and runs[-1][-1] == k - 1:
            runs[-1].append(k)
        else:
            runs.append([k])
    return runs


def _closes(units: list[Unit], run: list[int]) -> bool:
    """Whether nothing but the closing words follows: the end mark then stands where it must."""
    return all(unit.la == "chung" and unit.ten == "ket_thuc" for unit in units[run[-1] + 1 :])


def _opens(units: list[Unit], run: list[int], has_own: bool) -> bool:
    """Whether one paragraph leads over to the answers of the kind."""
    known = any(unit.la == "chung" and unit.ten == "mo_dau" for unit in units)
    first = all(unit.la == "chung" or _is_who(unit) for unit in units[: run[0]])
    follows = run[-1] + 1 < len(units) and units[run[-1] + 1].la in ("truong", "co-dinh")
    return has_own and not known and first and follows and len(run) == 1 and opening(units[run[0]].chu) is None


def _is_who(unit: Unit) -> bool:
    return unit.la == "truong" and unit.mau == "{{tham_quyen}}"


def _name(out: list[Unit], run: list[int], book: _Book) -> None:
    above = out[run[0] - 1] if run[0] else None
    heading = _NUMBERED.sub("", above.chu).rstrip(" :") if above is not None and above.la == "co-dinh" else ""
    ten = name_of(heading or "Nội dung", book.names)
    book.names.add(ten)
    nhan = heading or f"Nội dung: “{_beginning(out[run[0]].chu)}”"
    ask = Ask(ten=ten, nhan=nhan, kieu="body", bat_buoc=True)
    for k in run:
        out[k] = out[k].model_copy(update={"ten": ten, "hoi": (ask,) if k == run[0] else ()})


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:6]) + ("…" if len(words) > 6 else "")
