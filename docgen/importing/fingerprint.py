"""A short sign of everything a .docx says, to tell whether it was edited since it was made.

Taken are the words as one reads them, with bold, italic and raised letters that are set by hand; blanks count as one,
empty paragraphs not at all. What a program adds when it merely saves a file again changes nothing.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial

from docgen.importing.quick_lines import NotQuickError, quick_lines
from docgen.reading.container import Container
from docgen.reading.wordml import BR, FALLBACK, RPR, TAB, Element, P, R, T, parse, w

_GONE = frozenset({w("del"), w("moveFrom"), w("instrText"), w("delText")})
_BLANKS = frozenset({BR, TAB, w("cr"), w("ptab")})
_NOTES = frozenset({w("footnoteReference"), w("endnoteReference")})
_TOGGLES = (w("b"), w("i"))
_OFF = frozenset({"0", "false", "off", "none"})
_OTHERS = ("footnotes", "endnotes")


def fingerprint(parts: Mapping[str, bytes]) -> str:
    """SHA-256 (hexadecimal) of what the parts of a .docx say: body, footnotes, endnotes."""
    file = Container(parts, "")
    return _digest(_said(file.data(name), partial(file.root, name)) for name in speaking(parts))


def speaking(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """The parts whose words are taken, in their order."""
    file = Container(parts, "")
    found = (file.main, *(file.related(name) for name in _OTHERS))
    return tuple(name for name in found if name is not None and file.has(name))


class Said:
    """What a part says that is the same in many papers, read when it is first asked for."""

    def __init__(self, part: bytes) -> None:
        self._part = part

    @cached_property
    def lines(self) -> bytes:
        """Its lines, as a fingerprint takes them."""
        return _said(self._part, partial(parse, self._part))


def fingerprint_of(said: Iterable[bytes | Said]) -> str:
    """The same of the parts that :func:`speaking` names, in that order: parts docgen has just written."""
    return _digest(part.lines if isinstance(part, Said) else _said(part, partial(parse, part)) for part in said)


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for said in parts:
        digest.update(said)
    return digest.hexdigest()


def _said(part: bytes, parsed: Callable[[], Element]) -> bytes:
    """The lines of a part in UTF-8, each with a line feed at its end."""
    try:
        return quick_lines(part)
    except (NotQuickError, UnicodeDecodeError):
        return _encoded(_lines(parsed()))


def _encoded(lines: Iterable[str]) -> bytes:
    return b"".join(line.encode("utf-8", "surrogatepass") + b"\n" for line in lines)


def _lines(root: Element) -> Iterator[str]:
    # What stands for a text box in old programs says the same once more.
    twice = {paragraph for fallback in root.iter(FALLBACK) for paragraph in fallback.iter(P)}
    for paragraph in root.iter(P):
        if paragraph in twice:
            continue
        line = " ".join("".join(_pieces(paragraph)).split())
        if line:
            yield unicodedata.normalize("NFC", line)


def _pieces(element: Element) -> Iterator[str]:
    """The words of a paragraph; those of a text box in it are paragraphs of their own."""
    for child in element:
        if child.tag in _GONE or child.tag in (FALLBACK, P) or not isinstance(child.tag, str):
            continue
        if child.tag == R:
            yield from _run(child)
        else:
            yield from _pieces(child)


def _run(run: Element) -> Iterator[str]:
    words = "".join(_words(run))
    look = _look(run) if words.strip() else ""
    # The signs of a look are no letters, so that no words can be taken for them.
    yield f"\ue000{look}\ue001{words}\ue002" if look else words


def _words(run: Element) -> Iterator[str]:
    for child in run:
        if child.tag == T:
            yield child.text or ""
        elif child.tag in _BLANKS:
            yield " "
        elif child.tag == w("noBreakHyphen"):
            yield "-"
        elif child.tag in _NOTES:
            yield "\ue003"
        elif child.tag not in _GONE and isinstance(child.tag, str) and child.tag != RPR:
            yield from _pieces(child)


def _look(run: Element) -> str:
    properties = run.find(RPR)
    if properties is None:
        return ""
    on = [toggle for toggle in _TOGGLES if (found := properties.find(toggle)) is not None and _is_on(found)]
    raised = properties.find(w("vertAlign"))
    signs = "".join(toggle.rpartition("}")[2] for toggle in on)
    return signs + ("^" if raised is not None and raised.get(w("val")) == "superscript" else "")


def _is_on(toggle: Element) -> bool:
    return toggle.get(w("val"), "1") not in _OFF
