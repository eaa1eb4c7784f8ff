"""Fields: the part Word shows is kept, the instruction behind it is not text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from docgen.reading.wordml import Element, has, val, w, whole

FLDCHAR: Final = w("fldChar")
_KIND: Final = w("fldCharType")
_WORD: Final = re.compile(r"\s*([A-Za-z=]+)")
# Fields whose value is made anew on each page: an empty one says nothing is lost.
_OF_PAGES: Final = ("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION")
# Fields that show nothing by their nature.
_SILENT: Final = ("TC", "XE", "RD", "TA", "SET", "ASK", "PRIVATE", "ADVANCE")


def kind(instruction: str) -> str:
    """Name the field an instruction stands for: "PAGE", "TOC" …; "" for none."""
    found = _WORD.match(instruction)
    return found[1].upper() if found else ""


def is_page(name: str) -> bool:
    """Tell whether a field shows the number of the page."""
    return name == "PAGE"


def shows_nothing(name: str) -> bool:
    """Tell whether a field without a result is no loss."""
    return not name or name in _OF_PAGES or name in _SILENT


def checkbox(char: Element) -> str:
    """Draw the box of a form's check field; "" for other fields."""
    box = char.find(f"{w('ffData')}/{w('checkBox')}")
    if box is None:
        return ""
    ticked = has(box, "checked") if box.find(w("checked")) is not None else has(box, "default")
    return "☑" if ticked else "☐"


def choice(char: Element) -> str:
    """Read the entry chosen in a form's drop-down list; "" for other fields."""
    box = char.find(f"{w('ffData')}/{w('ddList')}")
    if box is None:
        return ""
    entries = [entry.get(w("val"), "") for entry in box.iterchildren(w("listEntry"))]
    chosen = whole(val(box, "result"), 0, 10_000) or 0
    return entries[chosen] if chosen < len(entries) else ""


def whole_fields(root: Element) -> frozenset[Element]:
    """Find the ``begin`` marks that have an ``end``: a damaged field must not swallow the rest of the text."""
    complete, open_marks = set(), []
    for char in root.iter(FLDCHAR):
        match char.get(_KIND):
            case "begin":
                open_marks.append(char)
            case "end" if open_marks:
                complete.add(open_marks.pop())
    return frozenset(complete)


@dataclass
class _Open:
    begin: Element
    instruction: list[str] = field(default_factory=list)
    in_result: bool = False
    shown: bool = False


@dataclass
class Fields:
    """The fields that are open at some point of a text, outermost first. complete: see :func:`whole_fields`."""

    complete: frozenset[Element]
    _open: list[_Open] = field(default_factory=list)
    _instructions: int = 0

    @property
    def in_instruction(self) -> bool:
        """Tell whether what stands here is an instruction, not text."""
        return self._instructions > 0

    def note_text(self) -> None:
        """Note that something is shown: the innermost field has a result."""
        if self._open:
            self._open[-1].shown = True

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction.append(text)

    def char(self, element: Element) -> tuple[str, str]:
        """Obey a w:fldChar; returns what its paragraph should know, ``(name, text)``, mostly ``("", "")``.

        A PAGE field is told where its result begins, or at its end when it has none. Another one is told at its end,
        and only when it has shown nothing: ``text`` is then what a form holds there (a box, a list entry), or "".
        """
        match element.get(_KIND):
            case "begin" if element in self.complete:
                self._open.append(_Open(element))
                self._instructions += 1
            case "separate" if self._open and not self._open[-1].in_result:
                self._open[-1].in_result = True
                self._instructions -= 1
                name = kind("".join(self._open[-1].instruction))
                return (name, "") if is_page(name) else ("", "")
            case "end" if self._open:
                return self._end()
        return "", ""

    def _end(self) -> tuple[str, str]:
        one = self._open.pop()
        self._instructions -= not one.in_result
        if one.shown:
            self.note_text()
        name = kind("".join(one.instruction))
        if is_page(name):
            return ("", "") if one.in_result else (name, "")
        return ("", "") if one.shown else (name, checkbox(one.begin) or choice(one.begin))
