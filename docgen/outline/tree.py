"""The body of a paper as an immutable tree.

A tree that the notation could not say is refused when it is made (``ValueError``), so that
``parse(write(tree))`` always gives the same tree. The laws of the shape:

- a child item is of a deeper level than its parent; among the children of one parent, an item is never deeper
  than the item before it (it would belong to that one), unless a paragraph or table stands between;
- a paragraph or table belongs to the numbered item above it, never to a bullet, so it follows no numbered brother;
- Phần, Chương, Mục, Tiểu mục and ``I.`` have a title and no text of their own;
- the words of a title are never marked bold: the weight of a title is the style's affair.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from docgen.vietnamese.text import nfc


class Level(StrEnum):
    """The levels of a body, strongest first: parts and articles (NĐ 30, Phụ lục I, mục II, khoản 6), then bullets."""

    PHAN = "phan"
    CHUONG = "chuong"
    MUC = "muc"
    TIEU_MUC = "tieu_muc"
    DIEU = "dieu"
    LA_MA = "la_ma"
    SO = "so"
    SO2 = "so2"
    SO3 = "so3"
    SO4 = "so4"
    CHU = "chu"
    GACH = "gach"
    CONG = "cong"

    @property
    def rank(self) -> int:
        """Place in the order of levels: 0 for ``PHAN``, 12 for ``CONG``."""
        return _RANK[self]

    @property
    def is_bullet(self) -> bool:
        """``-`` and ``+``: signs without a number, one paragraph each."""
        return self in (Level.GACH, Level.CONG)

    @property
    def is_always_title(self) -> bool:
        """Levels whose line is a title whatever it ends with."""
        return self in _ALWAYS_TITLE


_RANK: dict[Level, int] = {level: rank for rank, level in enumerate(Level)}
_ALWAYS_TITLE = frozenset({Level.PHAN, Level.CHUONG, Level.MUC, Level.TIEU_MUC, Level.LA_MA})

DECIMAL: tuple[Level, ...] = (Level.SO, Level.SO2, Level.SO3, Level.SO4)
"""``1.``, ``1.1.``, ``1.1.1.``, ``1.1.1.1.``: the index plus one is how many numbers the label has."""


@dataclass(frozen=True)
class Span:
    r"""A stretch of text of one look. ``\n`` (a line break) stands only in table cells."""

    text: str
    bold: bool = False
    italic: bool = False
    superscript: bool = False

    def same_look(self, other: Span) -> bool:
        """Whether both would be one span if they stood side by side."""
        return (self.bold, self.italic, self.superscript) == (other.bold, other.italic, other.superscript)


@dataclass(frozen=True)
class NoteRef:
    """``[^key]``: the place of a footnote; its text stands in ``Outline.notes``."""

    key: str


Inline = tuple[Span | NoteRef, ...]


def normal(parts: Iterable[Span | NoteRef]) -> Inline:
    """Say the same in as few spans as it takes: no empty ones, neighbours of one look joined, text in NFC."""
    out: list[Span | NoteRef] = []
    texts: list[str] = []

    def close() -> None:
        if texts and isinstance(last := out[-1], Span):
            text = nfc("".join(texts))
            if text != last.text:
                out[-1] = replace(last, text=text)
        texts.clear()

    for part in parts:
        if isinstance(part, Span):
            if not part.text:
                continue
            if texts and isinstance(last := out[-1], Span) and last.same_look(part):
                texts.append(part.text)
                continue
        close()
        out.append(part)
        if isinstance(part, Span):
            texts.append(part.text)
    close()
    return tuple(out)


def plain(inline: Inline) -> str:
    """Return the words of ``inline`` without looks and footnote places."""
    return "".join(part.text for part in inline if isinstance(part, Span))


_NOTE_WORDS = ("Lưu ý", "LƯU Ý")


def is_note_text(text: Inline) -> bool:
    """Whether ``text`` begins as a "Lưu ý:" paragraph: the two words in one look, a colon in the same or plain."""
    first = text[0] if text else None
    if not isinstance(first, Span) or first.superscript:
        return False
    if first.text in _NOTE_WORDS:
        second = text[1] if len(text) > 1 else None
        return isinstance(second, Span) and second.same_look(Span("")) and second.text.startswith((":", " :"))
    return first.text.startswith(tuple(words + colon for words in _NOTE_WORDS for colon in (":", " :")))


@dataclass(frozen=True)
class Paragraph:
    """A paragraph without a label.

    note: a "Lưu ý:" paragraph; its text keeps these words and begins with them.
    """

    text: Inline
    note: bool = False

    def __post_init__(self) -> None:
        if self.note and not is_note_text(self.text):
            raise ValueError("the text of a note begins with “Lưu ý:”")


@dataclass(frozen=True)
class Cell:
    r"""One cell of a table; line breaks inside are ``\n`` in the spans."""

    text: Inline


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table typed with pipes.

    header, rows: rows of cells; a row may be shorter or longer than the others (reported when read).
    widths: one whole number a column, relative, without common divisor; ``()`` when all are alike.
    aligns: ``left``, ``center``, ``right`` or ``""`` a column; ``()`` when none is said.
    """

    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...] = ()
    aligns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (self.header or self.rows) or not all(self.header + self.rows):
            raise ValueError("a table needs a row, and a row a cell")
        if any(width < 1 for width in self.widths) or not set(self.aligns) <= {"left", "center", "right", ""}:
            raise ValueError("widths are positive, aligns are left, center, right or empty")


@dataclass(frozen=True)
class Item:
    """Something with a label.

    typed: the label as it was typed (``"1/"``), ``""`` when made by hand; never printed, see ``labels.number``.
    title only: a heading; text only: a numbered paragraph or bullet; both: a run-in title and the text on its line
    (one blank between them; the title keeps its colon); neither: an empty line with a label.
    """

    level: Level
    typed: str = ""
    title: Inline = ()
    text: Inline = ()
    children: tuple[Node, ...] = ()

    def __post_init__(self) -> None:
        if self.text and self.level.is_always_title:
            raise ValueError(f"{self.level} has a title only")
        if any(part.bold for part in self.title if isinstance(part, Span)):
            raise ValueError("a title is not marked bold")
        _check_children(self.level, self.children)


Node = Item | Paragraph | Table


@dataclass(frozen=True)
class Outline:
    """A whole body.

    children: its nodes in reading order.
    notes: footnote key and text, in the order the definitions were typed.
    """

    children: tuple[Node, ...] = ()
    notes: tuple[tuple[str, Inline], ...] = ()

    def __post_init__(self) -> None:
        _check_children(None, self.children)


def _check_children(parent: Level | None, children: tuple[Node, ...]) -> None:
    deepest = Level.CONG.rank
    under_number = False
    for child in children:
        if isinstance(child, Item):
            if parent is not None and child.level.rank <= parent.rank:
                raise ValueError(f"{child.level} cannot stand under {parent}")
            if child.level.rank > deepest:
                raise ValueError(f"{child.level} would belong to the item before it")
            deepest = child.level.rank
            under_number = under_number or not child.level.is_bullet
        elif under_number or (parent is not None and parent.is_bullet):
            raise ValueError("a paragraph or table belongs to the numbered item above it, and to no bullet")
        else:
            deepest = Level.CONG.rank
