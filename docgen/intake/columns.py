"""The header of a sheet → what each column gives: a field of the vocabulary, or words of its own to put into texts."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from docgen.errors import Fault
from docgen.kinds import Form
from docgen.kinds.form import Kieu
from docgen.kinds.vocabulary import options, vocabulary
from docgen.sheets.table import Cell, Row, Sheet, column_letters
from docgen.vietnamese.fold import khong_dau
from docgen.vietnamese.refusal import quoted

TEN_TEP: Final = "ten_tep"
"""The column that names the file of a row; it needs no place in any text."""

# One letter in five may be wrong: "dia_dahn" is told, "ten_xa" is not taken for "ten".
_CLOSE: Final = 0.8
_LEAST: Final = 3
_WORD: Final = re.compile(r"[^\W_]+")
# What a cell cannot hold, or what must be the same in all rows.
_NO_COLUMN: Final = {
    "loai": "Mọi hàng là cùng một loại văn bản, ghi ở tệp nội dung.",
    "danh_so": "Kiểu đánh số chỉ ghi ở tệp nội dung.",
    "phu_luc": "Phụ lục chỉ ghi ở tệp nội dung; trong đó dùng được {{…}}.",
}


@dataclass(frozen=True, slots=True)
class Head:
    """One column. at: index in a row's cells. ten: dotted name of a field, or the column's own name (``ten_don_vi``).

    nhan: its header. kieu: how a cell is read; None for a column of its own. lua_chon: code → label of a choice.
    """

    at: int
    ten: str
    nhan: str
    kieu: Kieu | None = None
    lua_chon: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Columns:
    """heads: the columns that are understood. doubted: fields that a misspelt header was perhaps meant for."""

    heads: tuple[Head, ...]
    doubted: frozenset[str] = frozenset()

    def find(self, name: str) -> Head | None:
        """Find a column by the name of its field, by its own name or by its header, however accented or spaced."""
        return self._by_key.get(key(name))

    def closest(self, name: str) -> Head | None:
        """Find the column that was perhaps meant."""
        known = self._by_key
        close = difflib.get_close_matches(key(name), known, n=1, cutoff=0.6)
        return known[close[0]] if close else None

    @cached_property
    def _by_key(self) -> dict[str, Head]:
        return {**{key(head.nhan): head for head in self.heads}, **{key(head.ten): head for head in self.heads}}


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """``Tên đơn vị``, ``ten_don_vi`` → ``ten don vi``: what names have in common however they are written."""
    return " ".join(_WORD.findall(khong_dau(text)))


def slug(text: str) -> str:
    """``Tên đơn vị`` → ``ten_don_vi``."""
    return key(text).replace(" ", "_")


def read_columns(sheet: Sheet, form: Form, used: Collection[str] = ()) -> tuple[Columns, list[Fault]]:
    """Understand the header. used: names (as :func:`slug` gives them) that some text or file name makes use of.

    The faults, with the addresses of their cells: misspelt, repeated and missing headers, values beyond the header,
    fields that cannot be columns. A column of its own that nothing uses is told (``nhac``).
    """
    reader = _Reader(sheet, form, used)
    for at, cell in enumerate(sheet.header):
        reader.read(at, cell)
    beyond = [
        Fault(sheet.place(cell), "Ô này nằm ngoài các cột có tên.", "Hãy đặt tên cho cột ở hàng đầu, hoặc xóa ô này.")
        for row in sheet
        if any(row.texts[len(sheet.header) :])
        for cell in row.cells[len(sheet.header) :]
        if cell.text
    ]
    return Columns(tuple(reader.heads), frozenset(reader.doubted)), [*reader.faults, *beyond]


class _Reader:
    def __init__(self, sheet: Sheet, form: Form, used: Collection[str]) -> None:
        self._sheet, self._form, self._used = sheet, form, used
        self._ways = vocabulary()
        self._names = _names(form, self._ways)
        self._seen: dict[str, Cell] = {}
        self.heads: list[Head] = []
        self.faults: list[Fault] = []
        self.doubted: set[str] = set()

    def read(self, at: int, cell: Cell) -> None:
        if not cell.text:
            self._nameless(at, cell)
            return
        found = self._names.get(key(cell.text), "")
        if found in _NO_COLUMN:
            self._fault(cell, f"Mục {quoted(cell.text)} không làm cột được.", _NO_COLUMN[found])
            return
        head = self._field(at, cell, found) if found else self._own(at, cell)
        if head is None:
            return
        first = self._seen.setdefault(head.ten, cell)
        if first is not cell:
            loi = f"Cột {quoted(cell.text)} trùng với cột {quoted(first.text)} ở {first.address}: cùng là “{head.ten}”."
            self._fault(cell, loi, "Hãy giữ lại một cột.")
            return
        self.heads.append(head)

    def _field(self, at: int, cell: Cell, ten: str) -> Head:
        question = self._form.question(ten)
        if question is None:
            return Head(at, ten, cell.text, _way(self._ways[ten]), tuple((ma, ma) for ma in sorted(options(ten))))
        return Head(at, ten, cell.text, question.kieu, tuple((one.ma, one.nhan) for one in question.lua_chon))

    def _own(self, at: int, cell: Cell) -> Head | None:
        name = slug(cell.text)
        if not name:
            self._fault(cell, f"Tên cột {quoted(cell.text)} không có chữ nào.", "Ví dụ: ten_don_vi.")
            return None
        if name not in self._used and name != TEN_TEP:
            meant = self._meant(cell.text)
            if meant:
                self.doubted.add(meant)
                sua = f"Có phải là “{meant}”? Nếu là cột riêng thì cần dùng nó trong nội dung: {{{{{name}}}}}."
                self._fault(cell, f"Không có mục nào tên là {quoted(cell.text)}.", sua)
                return None
            loi = f"Cột {quoted(cell.text)} không được dùng ở đâu."
            place = self._sheet.place(cell)
            self.faults.append(Fault(place, loi, f"Muốn dùng thì viết {{{{{name}}}}} trong nội dung.", nang="nhac"))
        return Head(at, name, cell.text)

    def _meant(self, text: str) -> str:
        """Name the field that was perhaps meant; also by its last part alone (``ho_ten``)."""
        last = {key(ten.rpartition(".")[2]): ten for ten in self._ways if "." in ten}
        known = {**last, **self._names, key(TEN_TEP): TEN_TEP}
        close = difflib.get_close_matches(key(text), known, n=1, cutoff=_CLOSE)
        # Two letters that changed places weigh much in a short name: "ngya".
        swapped = [name for name in known if len(name) >= _LEAST and sorted(name) == sorted(key(text))]
        return known[[*close, *swapped][0]] if close or swapped else ""

    def _nameless(self, at: int, cell: Cell) -> None:
        said = next((row.cell(at) for row in self._sheet if row.texts[at]), None)
        if said is not None:
            loi = f"Cột {column_letters(cell.cot)} chưa có tên nhưng có chữ ở {said.address}."
            self._fault(cell, loi, "Hãy đặt tên cho cột ở hàng đầu, hoặc xóa cột này.")

    def _fault(self, cell: Cell, loi: str, sua: str = "") -> None:
        self.faults.append(Fault(self._sheet.place(cell), loi, sua))


def _names(form: Form, ways: Mapping[str, Iterable[Kieu]]) -> dict[str, str]:
    """Key → field: by its name, or by its label where no other field is called the same."""
    labels: dict[str, set[str]] = {}
    for question in form.questions():
        labels.setdefault(key(question.nhan), set()).add(question.ten)
    by_label = {label: tens.copy().pop() for label, tens in labels.items() if len(tens) == 1}
    asked = {key(question.ten): question.ten for question in form.questions()}
    return {**by_label, **asked, **{key(ten): ten for ten in ways}}


def _way(ways: Collection[Kieu]) -> Kieu:
    """Choose how a field is read that the form does not ask for."""
    known: tuple[Kieu, ...] = ("lines", "choice", "number", "yes-no")
    return next((kieu for kieu in known if kieu in ways), "paragraph")


def text_at(row: Row, head: Head) -> str:
    """Give what a row says in a column."""
    return row.texts[head.at]
