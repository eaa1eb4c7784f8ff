"""The labels of a paper against those that will be printed: told where they differ, kept where docgen set them.

Labels are counted anew when a paper is made, in the form of its standard. A paper made by docgen with a form of its
own (``danh_so``) is known by its styles; in papers of others a different form is a habit, and only told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from docgen.importing.report import Notebook
from docgen.outline.labels import Scheme, number
from docgen.outline.openings import opening
from docgen.outline.tree import Item, Level, Outline
from docgen.vietnamese.refusal import quoted

_FORMS: Mapping[Level, tuple[str, ...]] = {
    Level.PHAN: ("Phần I", "PHẦN I", "Phần 1", "PHẦN 1"),
    Level.CHUONG: ("Chương I", "CHƯƠNG I", "Chương 1", "CHƯƠNG 1"),
    Level.MUC: ("Mục 1", "MỤC 1", "Mục I", "MỤC I"),
    Level.TIEU_MUC: ("Tiểu mục 1", "TIỂU MỤC 1"),
    Level.DIEU: ("Điều 1.", "Điều 1:", "ĐIỀU 1."),
    Level.LA_MA: ("I.", "I-", "I/", "I)"),
    Level.SO: ("1.", "1/", "1)", "1-"),
    Level.SO2: ("1.1.", "1.1", "1.1/"),
    Level.SO3: ("1.1.1.", "1.1.1", "1.1.1/"),
    Level.SO4: ("1.1.1.1.", "1.1.1.1", "1.1.1.1/"),
    Level.CHU: ("a)", "a.", "a/"),
    Level.GACH: ("-", "–", "•", "·", "*"),
    Level.CONG: ("+",),
}


@dataclass(frozen=True)
class _Seen:
    level: Level
    nhan: str
    doan: int
    ours: bool
    computed: tuple[int, ...] = ()


@dataclass
class Labels:
    """What was seen of all labels of a paper, bodies of appendices too."""

    _waiting: list[_Seen] = field(default_factory=list)
    _seen: list[_Seen] = field(default_factory=list)

    def add(self, level: Level, nhan: str, doan: int, ours: bool) -> None:
        """Note a label, in the order of the items of the body that is being read."""
        self._waiting.append(_Seen(level, nhan, doan, ours))

    def body(self, outline: Outline) -> None:
        """Compare the labels noted since the last body with the numbers its outline gives."""
        items = [numbered for numbered in number(outline) if isinstance(numbered.node, Item)]
        for seen, numbered in zip(self._waiting, items, strict=True):
            found = opening(f"{numbered.label} Chữ")
            numbers = found.numbers if found is not None else ()
            self._seen.append(_Seen(seen.level, seen.nhan, seen.doan, seen.ours, numbers))
        self._waiting = []

    def scheme(self, standard: Mapping[str, str], book: Notebook) -> dict[str, str]:
        """The label samples (``danh_so``) that the standard does not give, and the doubts about all others."""
        own: dict[str, str] = {}
        for level in Level:
            seen = [one for one in self._seen if one.level is level]
            form = _form(level, seen, standard[str(level)])
            if form is not None and all(one.ours for one in seen):
                own[str(level)] = form
            else:
                _tell(level, seen, standard[str(level)], book)
        return own


def _form(level: Level, seen: Iterable[_Seen], usual: str) -> str | None:
    """The one form all labels of a level have; None when it is the usual one, or none fits."""
    held = list(seen)
    for form in (usual, *_FORMS[level]):
        scheme = Scheme({str(level): form})
        if all(scheme.label(level, one.computed) == one.nhan for one in held):
            return form if form != usual and held else None
    return None


def _tell(level: Level, seen: Iterable[_Seen], usual: str, book: Notebook) -> None:
    scheme = Scheme({str(level): usual})
    reshaped: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], _Seen] = {}
    for one in seen:
        printed = scheme.label(level, one.computed)
        found = opening(f"{one.nhan} Chữ") or opening(f"{one.nhan}. Chữ")
        if found is None or (found.numbers != one.computed and not level.is_bullet):
            book.doubt("noi_dung", f"Nhãn {quoted(one.nhan)} sẽ in là {quoted(printed)}.", doan=one.doan)
        elif one.nhan.rstrip(".") != printed.rstrip("."):
            shape = (one.nhan, printed) if level.is_bullet else (_shape(one.nhan), _shape(printed))
            reshaped[shape] += 1
            first.setdefault(shape, one)
    for (typed, printed), count in reshaped.items():
        loi = f"Nhãn kiểu {quoted(typed)} ({count} chỗ) sẽ in kiểu {quoted(printed)} theo thể thức."
        book.doubt("noi_dung", loi, doan=first[typed, printed].doan)


def _shape(label: str) -> str:
    """A label with its number as N: ``1/`` → ``N/``."""
    words = label.split(" ")
    words[-1] = "".join("N" if char.isalnum() else char for char in words[-1])
    while "NN" in words[-1]:
        words[-1] = words[-1].replace("NN", "N")
    return " ".join(words)
