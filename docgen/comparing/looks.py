"""Two paragraphs of one text, or nearly so → which properties look different, and at which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from docgen.comparing import values
from docgen.comparing.difference import NOTE_MARK, Look
from docgen.comparing.texts import looks_of
from docgen.reading.facts import Format, Para, ParaFormat
from docgen.vietnamese.differing import Piece

Stretches = Sequence[tuple[str, Format | None]]

_QUOTED: Final = 60
_QUOTES: Final = 3
_UNKNOWN: Final = ParaFormat()


@dataclass(frozen=True, slots=True)
class Found:
    """A property of a paragraph that looks different. chu: the words concerned, "" for all of it."""

    dang: Look
    chu: str = ""


def para_looks(old: Para, new: Para) -> Iterator[Look]:
    """Compare what concerns a paragraph as a whole."""
    yield from _formats(old.format or _UNKNOWN, new.format or _UNKNOWN)
    yield from _there(
        values.said("dai_cuong", _level(old.dai_cuong), _level(new.dai_cuong)),
        values.switched("sang_trang", old.sang_trang, new.sang_trang),
        values.said("ke", values.net_ke(old.ke), values.net_ke(new.ke)),
    )


def labels(old: Para, new: Para) -> Iterator[Found]:
    """Compare what Word writes before the words by itself."""
    if not old.nhan or not new.nhan:
        if old.nhan != new.nhan:
            yield Found(Look("so_tu_dong", *(f"“{nhan}”" if nhan else "không" for nhan in (old.nhan, new.nhan))))
        return
    if old.nhan != new.nhan:
        counted = any(char.isalnum() for char in old.nhan + new.nhan)
        # Each number is another one: what is told once is that they changed.
        both = f"“{old.nhan}”", f"“{new.nhan}”"
        yield Found(Look("so_doi", "", ""), " → ".join(both)) if counted else Found(Look("so_tu_dong", *both))
    if old.nhan_format and new.nhan_format:
        yield from (
            Found(Look(f"nhan_{one.ma}", one.cu, one.moi)) for one in run_looks(old.nhan_format, new.nhan_format)
        )


@lru_cache(maxsize=4096)
def _formats(old: ParaFormat, new: ParaFormat) -> tuple[Look, ...]:
    if old == new:
        return ()
    return tuple(
        _there(
            _style(old.ten_kieu, new.ten_kieu),
            values.said("canh", values.canh(old.canh), values.canh(new.canh)),
            _first_line(old.dong_dau_mm, new.dong_dau_mm),
            values.measured("trai_mm", old.trai_mm, new.trai_mm, "mm"),
            values.measured("phai_mm", old.phai_mm, new.phai_mm, "mm"),
            values.measured("truoc_pt", old.truoc_pt, new.truoc_pt, "pt"),
            values.measured("sau_pt", old.sau_pt, new.sau_pt, "pt"),
            values.said("gian_dong", values.gian_dong(old), values.gian_dong(new)),
            values.switched("giu_voi_sau", old.giu_voi_sau, new.giu_voi_sau),
            values.switched("ngat_trang_truoc", old.ngat_trang_truoc, new.ngat_trang_truoc),
            values.switched("bo_cach_cung_kieu", old.bo_cach_cung_kieu, new.bo_cach_cung_kieu),
        )
    )


def _style(old: str, new: str) -> Look | None:
    # Word knows its own styles whatever the case of their letters, and other programs write them otherwise.
    return None if old.casefold() == new.casefold() else Look("ten_kieu", f"“{old}”", f"“{new}”")


def _first_line(old: float, new: float) -> Look | None:
    same = values.measured("dong_dau_mm", old, new, "mm") is None
    return None if same else values.said("dong_dau_mm", values.thut(old), values.thut(new))


@lru_cache(maxsize=4096)
def run_looks(old: Format, new: Format) -> tuple[Look, ...]:
    """Compare two looks of letters."""
    if old == new:
        return ()
    return tuple(
        _there(
            values.said("phong", values.phong(old.phong), values.phong(new.phong)),
            values.measured("co_chu_pt", old.co_chu_pt, new.co_chu_pt, "pt"),
            values.switched("dam", old.dam, new.dam),
            values.switched("nghieng", old.nghieng, new.nghieng),
            values.switched("gach_chan", old.gach_chan, new.gach_chan),
            values.switched("in_hoa", old.in_hoa, new.in_hoa),
            values.said("mau", values.mau(old.mau), values.mau(new.mau)),
            values.said("vi_tri", values.vi_tri(old.vi_tri), values.vi_tri(new.vi_tri)),
            values.switched("an", old.an, new.an),
        )
    )


def _there(*looks: Look | None) -> Iterator[Look]:
    return (look for look in looks if look is not None)


def _level(dai_cuong: int | None) -> str:
    return "chữ thường" if dai_cuong is None else f"đề mục cấp {dai_cuong}"


def letters(old: Para, new: Para, pieces: Iterable[Piece], before: tuple[str, str] = ("", "")) -> Iterator[Found]:
    """Compare the looks of the words that stand in both paragraphs. before: what ``pieces`` have before each text."""
    stretches = [[(label, None), *looks_of(para)] for label, para in zip(before, (old, new), strict=True)]
    whole = 0
    counts: dict[Look, int] = {}
    words: dict[Look, list[str]] = {}
    last: dict[Look, int] = {}
    for number, (text, one, other) in enumerate(_side_by_side(stretches[0], stretches[1], pieces)):
        if one is None or other is None or text == NOTE_MARK:
            continue
        seen = len("".join(text.split()))
        whole += seen
        for look in run_looks(one, other) if seen else ():
            counts[look] = counts.get(look, 0) + seen
            said = words.setdefault(look, [])
            # What stands side by side is one quotation.
            if last.get(look) == number - 1:
                said[-1] += text
            else:
                said.append(text)
            last[look] = number
    for look, count in counts.items():
        yield Found(look, "" if count == whole else _quoted(words[look]))


def _side_by_side(
    old: Stretches, new: Stretches, pieces: Iterable[Piece]
) -> Iterator[tuple[str, Format | None, Format | None]]:
    """Cut what is the same into stretches that have one look in each of the two paragraphs."""
    here, there = _Reader(old), _Reader(new)
    for piece in pieces:
        if piece.kind == "removed":
            here.skip(len(piece.text))
        elif piece.kind == "added":
            there.skip(len(piece.text))
        else:
            at = 0
            while at < len(piece.text):
                size = min(here.ahead(), there.ahead(), len(piece.text) - at)
                if not size:
                    return
                yield piece.text[at : at + size], here.look, there.look
                here.skip(size)
                there.skip(size)
                at += size


class _Reader:
    """Walks over the stretches of a paragraph."""

    def __init__(self, stretches: Stretches) -> None:
        self._stretches = [(len(text), look) for text, look in stretches if text]
        self._at, self._inside = 0, 0

    @property
    def look(self) -> Format | None:
        """The look of the next letter."""
        return self._stretches[self._at][1]

    def ahead(self) -> int:
        """How many letters of this look follow; 0 at the end."""
        return self._stretches[self._at][0] - self._inside if self._at < len(self._stretches) else 0

    def skip(self, letters: int) -> None:
        """Go on."""
        while letters and self._at < len(self._stretches):
            step = min(letters, self.ahead())
            self._inside += step
            letters -= step
            if not self.ahead():
                self._at, self._inside = self._at + 1, 0


def _quoted(words: Sequence[str]) -> str:
    told = [" ".join(text.replace(NOTE_MARK, " ").split()) for text in words]
    shown = [f"“{text if len(text) <= _QUOTED else text[: _QUOTED - 1] + '…'}”" for text in told[:_QUOTES]]
    return ", ".join(shown) + (f" và {len(told) - _QUOTES} chỗ nữa" if len(told) > _QUOTES else "")
