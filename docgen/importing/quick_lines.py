"""What a part says, read from its text without a tree: for parts as docgen writes them, and for no others.

Paragraphs are remembered by their markup: the copies of one paper have most of them in common.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from docgen.reading.wordml import NS_W as NS

_OPEN: Final = re.compile(r"<w:p[ >]")
_OPEN_IN_BYTES: Final = re.compile(rb"<w:p[ >]")
_RUN: Final = re.compile(
    r"<w:r>(?:<w:rPr>((?:<w:[^<>]*/>)*)</w:rPr>)?((?:"
    r'<w:t xml:space="preserve">[^<]*</w:t>|<w:tab/>|<w:br/>|<w:footnoteReference w:id="\d+"/>'
    r"|<w:footnoteRef/>|<w:separator/>|<w:continuationSeparator/>)*)</w:r>"
)
_WORDS: Final = re.compile(r'<w:t xml:space="preserve">([^<]*)|<w:(tab|br|footnoteReference)')
_TOGGLE: Final = re.compile(r'<w:([bi])(?: w:val="([^"]*)")?/>')
_RAISED: Final = '<w:vertAlign w:val="superscript"/>'
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))
_SIGNS: Final = {"tab": " ", "br": " ", "footnoteReference": "\ue003"}
_NS: Final = NS.encode()
_DECLARED: Final = f'xmlns:w="{NS}"'.encode()
_OFF: Final = frozenset({"0", "false", "off", "none"})
# Beyond so many paragraphs all are forgotten; a paper has some two hundred.
_MOST: Final = 4096
_known: dict[bytes, bytes] = {}


class NotQuickError(Exception):
    """The part is written in a way that only a tree can tell."""


def quick_lines(xml: bytes) -> bytes:
    """The lines of a part as docgen.importing.fingerprint has them, in UTF-8, each with a line feed at its end.

    Raises NotQuickError, UnicodeDecodeError.
    """
    # One declaration of the namespace: every element of Word's is called w:something.
    if xml.count(_NS) != 1 or _DECLARED not in xml or _has_more_than_elements(xml):
        raise NotQuickError
    pieces = xml.split(b"</w:p>")
    last = pieces.pop()
    if _OPEN_IN_BYTES.search(last):
        raise NotQuickError
    last.decode()
    found = list(map(_known.get, pieces))
    if None in found:
        found = [_learnt(piece) if line is None else line for piece, line in zip(pieces, found, strict=True)]
    return b"".join(found)  # type: ignore[arg-type]


def _has_more_than_elements(xml: bytes) -> bool:
    """Whether there is a comment, a CDATA section, a DOCTYPE or an instruction beside the declaration."""
    # One sign alone is found far quicker than two, and the declaration has two question marks.
    return (b"!" in xml and b"<!" in xml) or (xml.count(b"?") > 2 and xml.count(b"<?") > 1)


def _learnt(piece: bytes) -> bytes:
    if len(_known) >= _MOST:
        _known.clear()
    line = unicodedata.normalize("NFC", _line(piece.decode()))
    said = _known[piece] = f"{line}\n".encode() if line else b""
    return said


def _line(piece: str) -> str:
    """The line of the one paragraph that ends a piece of markup."""
    opened = [place.start() for place in _OPEN.finditer(piece)]
    if len(opened) != 1 or not piece.startswith("<w:p>", opened[0]):
        raise NotQuickError
    at = opened[0] + len("<w:p>")
    if piece.startswith("<w:pPr>", at):
        at = piece.find("</w:pPr>", at) + len("</w:pPr>")
    said: list[str] = []
    while at < len(piece):
        run = _RUN.match(piece, at)
        if run is None:
            raise NotQuickError
        words = "".join(_SIGNS[sign] if sign else _plain(letters) for letters, sign in _WORDS.findall(run[2]))
        look = _look(run[1]) if run[1] and words.strip() else ""
        said.append(f"\ue000{look}\ue001{words}\ue002" if look else words)
        at = run.end()
    return " ".join("".join(said).split())


def _plain(letters: str) -> str:
    if "&" in letters:
        for entity, sign in _ENTITIES:
            letters = letters.replace(entity, sign)
    return letters


def _look(properties: str) -> str:
    on: dict[str, bool] = {}
    for name, value in _TOGGLE.findall(properties):
        on.setdefault(name, value not in _OFF)
    signs = "".join(name for name in "bi" if on.get(name))
    return signs + ("^" if _RAISED in properties else "")
