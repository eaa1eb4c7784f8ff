"""What a part says, read from its text without a tree: for parts as docgen writes them, and for no others.

Paragraphs are remembered by their markup: the copies of one paper have most of them in common.
"""

from __future__ import annotations

import re
from typing import Final

from docgen.reading.wordml import NS_W as NS

_OPEN: Final = re.compile(r"<w:p[ >]")
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
_OFF: Final = frozenset({"0", "false", "off", "none"})
# Beyond so many paragraphs all are forgotten; a paper has some two hundred.
_MOST: Final = 4096
_known: dict[str, str] = {}


class NotQuickError(Exception):
    """The part is written in a way that only a tree can tell."""


def quick_lines(xml: bytes) -> list[str]:
    """The lines of a part as docgen.importing.fingerprint has them, but for Unicode's form. Raises NotQuickError."""
    text = xml.decode()
    # One declaration of the namespace: every element of Word's is called w:something.
    if text.count(NS) != 1 or f'xmlns:w="{NS}"' not in text or "<!" in text or text.count("<?") > 1:
        raise NotQuickError
    found: list[str] = []
    pieces = text.split("</w:p>")
    if _OPEN.search(pieces.pop()):
        raise NotQuickError
    for piece in pieces:
        line = _known.get(piece)
        if line is None:
            if len(_known) >= _MOST:
                _known.clear()
            line = _known[piece] = _line(piece)
        if line:
            found.append(line)
    return found


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
