"""Where the paragraphs of a Paper stand in the XML of its file, so that a remark can be hung on them.

The reader keeps no XML. The paragraphs are found again by their words, in order: both sides run through the same
text, so that they differ only where the reader joins or leaves out something (deleted marks, cells hidden by a merge).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from docgen.reading.facts import Paper
from docgen.reading.wordml import chosen

Element = etree._Element

_GONE: Final = {"del", "moveFrom"}
_UNREAD: Final = {"sectPr", "tcPr", "trPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr"}
_NO_WORDS: Final = (
    _GONE | _UNREAD | {"pPr", "rPr", "delText", "instrText", "txbxContent", "rt", "drawing", "pict", "object"}
)
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_BREAKS: Final = {"page", "column"}
# How far the two sides may be apart before a paragraph is given up.
_WINDOW: Final = 60


def local(element: Element) -> str:
    """Name an element without its namespace: a "strict" file says the same things under other names."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def words(element: Element) -> str:
    """Read the words of a paragraph or of a piece of one, as the reader does, those in text boxes left out."""
    return "".join(_words(element))


def _words(element: Element) -> Iterator[str]:
    name = local(element)
    if name == "t":
        yield element.text or ""
    elif name in _SIGNS:
        yield _SIGNS[name]
    elif name == "br":
        kind = next((value for key, value in element.attrib.items() if str(key).endswith("}type")), "")
        yield "" if kind in _BREAKS else "\n"
    elif name == "AlternateContent":
        branch = chosen(element)
        if branch is not None:
            yield from _words(branch)
    elif name not in _NO_WORDS:
        for child in element:
            yield from _words(child)


def _paragraphs(parent: Element) -> Iterator[Element]:
    for child in parent:
        name = local(child)
        if name == "p":
            yield child
        elif name == "AlternateContent":
            branch = chosen(child)
            if branch is not None:
                yield from _paragraphs(branch)
        elif name and name not in _GONE and name not in _UNREAD:
            yield from _paragraphs(child)


def find(paper: Paper, body: Element) -> dict[int, Element]:
    """Map indexes of ``paper.paras`` to the elements of their paragraphs; those in text boxes to the one they hang on.

    body: the w:body of the file the paper was read from. Paragraphs that were not found again are left out.
    """
    wanted = [index for index, para in enumerate(paper.paras) if para.place.phan == "thân"]
    elements = list(_paragraphs(body))
    texts = [_folded(words(element)) for element in elements]
    found: dict[int, Element] = {}
    at = 0
    for index in wanted:
        if at >= len(elements):
            break
        at = _next(_folded(paper.paras[index].text), texts, at)
        found[index] = elements[at]
        at += 1
    for index, para in enumerate(paper.paras):
        if index not in found and para.hop_chu in found:
            found[index] = found[para.hop_chu]
    return found


def _next(text: str, texts: Sequence[str], at: int) -> int:
    """Find which element has these words: the next, or one a little further on; the next when none has."""
    if texts[at] == text:
        return at
    for further in range(at + 1, min(at + _WINDOW, len(texts))):
        if texts[further] == text and text:
            return further
    if texts[at] and text.startswith(texts[at]):
        # The mark at its end was deleted: the paragraph runs on into the following ones.
        rest, last = text.removeprefix(texts[at]), at
        while last + 1 < len(texts) and rest and texts[last + 1] and rest.startswith(texts[last + 1]):
            last += 1
            rest = rest.removeprefix(texts[last])
        return last if not rest else at
    return at


def _folded(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", text) if not char.isspace())
