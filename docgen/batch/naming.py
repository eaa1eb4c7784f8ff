"""What the files of a batch are called: ``{tt:03}-{ten_don_vi}.docx``."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from docgen import files
from docgen.errors import Fault, InputFaults
from docgen.intake.cells import is_emptied
from docgen.intake.columns import TEN_TEP, Columns, Head, key, slug
from docgen.intake.recipe import Cells, Recipe, shown
from docgen.kinds import answer
from docgen.kinds.vocabulary import vocabulary
from docgen.vietnamese.fold import khong_dau
from docgen.vietnamese.refusal import quoted

NOI: Final = "--name"
SUFFIX: Final = ".docx"
ORDINAL: Final = "tt"
"""The name for which of the rows it is, from one."""
ROW: Final = "hang"
"""The name for the row's number in the sheet."""

_PLACE: Final = re.compile(r"\{(?P<ten>[^{}:|]*)(?::0?(?P<wide>[1-9]))?(?P<plain>\|khong-dau)?\}")
_GOOD: Final = "Ví dụ: {tt:03}-{ten_don_vi}.docx; thêm |khong-dau để bỏ dấu: {ten_don_vi|khong-dau}."
# What says best which unit a row is for; the first that is a column.
_TELLING: Final = ("ten_don_vi", "don_vi", "ten_xa", "xa", "kinh_gui", "co_quan.ten", "dia_danh", "ky.ho_ten")


@dataclass(frozen=True, slots=True)
class _Place:
    ten: str
    wide: int
    plain: bool


@dataclass(frozen=True)
class Pattern:
    """A name with places in it; made by :func:`pattern`."""

    pieces: tuple[str | _Place, ...]

    def names(self) -> Iterator[str]:
        """Name what the places ask for."""
        return (piece.ten for piece in self.pieces if isinstance(piece, _Place))

    def file_name(self, words: Mapping[str, str]) -> str:
        """Give the name of a file, safe on every system. words: what each of :meth:`names` says."""
        return files.file_name(["".join(self._piece(piece, words) for piece in self.pieces)], SUFFIX)

    def _piece(self, piece: str | _Place, words: Mapping[str, str]) -> str:
        if isinstance(piece, str):
            return piece
        text = words[piece.ten]
        if text.isascii() and text.isdigit():
            text = text.zfill(piece.wide)
        return slug(text).replace("_", "-") if piece.plain else text


def pattern(text: str) -> Pattern:
    """Read a pattern. Raises InputFaults for one that is malformed."""
    body = text.strip().removesuffix(SUFFIX)
    if not body or "/" in body or "\\" in body:
        raise InputFaults(Fault(NOI, f"Tên tệp {quoted(text)} không dùng được.", _GOOD))
    pieces: list[str | _Place] = []
    end = 0
    for found in _PLACE.finditer(body):
        pieces += [
            body[end : found.start()],
            _Place(found["ten"].strip(), int(found["wide"] or 0), bool(found["plain"])),
        ]
        end = found.end()
    pieces.append(body[end:])
    if any(sign in piece for piece in pieces if isinstance(piece, str) for sign in "{}"):
        raise InputFaults(Fault(NOI, f"Tên tệp {quoted(text)} có dấu ngoặc nhọn đặt sai chỗ.", _GOOD))
    return Pattern(tuple(piece for piece in pieces if piece != ""))


def usual(header: Iterable[str], count: int) -> str:
    """Choose a pattern for a sheet: its column of file names, or the row's ordinal and what tells the units apart."""
    keys = {key(name): name for name in header if name}
    if key(TEN_TEP) in keys:
        return f"{{{TEN_TEP}}}"
    wide = min(max(3, len(str(count))), 9)
    telling = next((ten for ten in _TELLING if key(ten) in keys), "")
    return f"{{{ORDINAL}:0{wide}}}-{{{telling}}}" if telling else f"{{{ORDINAL}:0{wide}}}"


class Names:
    """The names of the files of a sheet's rows."""

    def __init__(self, wanted: Pattern, recipe: Recipe) -> None:
        """Raises InputFaults for places that neither a column nor a field fills, with what was perhaps meant."""
        self._pattern, self._recipe = wanted, recipe
        self._heads = {ten: recipe.columns.find(ten) for ten in wanted.names()}
        fields = {key(ten): ten for ten in vocabulary()}
        self._fields = {ten: fields[key(ten)] for ten in wanted.names() if key(ten) in fields}
        unknown = [ten for ten in wanted.names() if not self._is_known(ten)]
        if unknown:
            raise InputFaults(_unknown(ten, recipe.columns, fields.values()) for ten in unknown)

    def _is_known(self, ten: str) -> bool:
        return self._heads[ten] is not None or ten in self._fields or ten in (ORDINAL, ROW)

    @property
    def heads(self) -> Sequence[Head]:
        """The columns the names are made of."""
        return [head for head in dict.fromkeys(self._heads.values()) if head is not None]

    def of(self, cells: Cells, ordinal: int, dong: int) -> str:
        """Name the file of a row."""
        return self._pattern.file_name({ten: self._words(ten, cells, ordinal, dong) for ten in self._heads})

    def _words(self, ten: str, cells: Cells, ordinal: int, dong: int) -> str:
        head = self._heads[ten]
        if head is not None:
            text = self._recipe.text(head, cells)
            return text.removesuffix(SUFFIX) if head.ten == TEN_TEP and not is_emptied(text) else text
        if ten in self._fields:
            return shown(answer(self._recipe.plan, self._fields[ten]))
        return str(ordinal if ten == ORDINAL else dong)


def folded(name: str) -> str:
    """Give what two names have in common that Windows or macOS take for one."""
    return name.casefold()


def _unknown(ten: str, columns: Columns, fields: Iterable[str]) -> Fault:
    known = [*(head.ten for head in columns.heads), ORDINAL, ROW]
    close = difflib.get_close_matches(khong_dau(ten), [*known, *fields], n=1, cutoff=0.6)
    sua = f"Có phải là {{{close[0]}}}?" if close else f"Dùng được: {', '.join(known)}."
    return Fault(NOI, f"Không có cột hay mục nào tên là {quoted(ten)}.", sua)
