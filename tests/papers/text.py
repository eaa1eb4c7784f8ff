"""The text of a .docx as a reader meets it, read from the XML alone: no code of docgen takes part."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")


def lines(docx: bytes) -> list[str]:
    """Paragraphs in reading order (tables row by row), footnotes last; white space folded, empty ones dropped.

    Raised figures and brackets are written with the raised signs of Unicode, other raised text as ``^x``.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        notes = etree.fromstring(archive.read("word/footnotes.xml"))
    numbers = {ref.get(W + "id"): str(at) for at, ref in enumerate(body.iter(W + "footnoteReference"), start=1)}
    texts = [_text(p, numbers) for p in body.iter(W + "p")]
    for note in notes.iter(W + "footnote"):
        if note.get(W + "type") is None:
            texts.append(
                numbers[note.get(W + "id")].translate(_RAISED) + "".join(_text(p, {}) for p in note.iter(W + "p"))
            )
    return [text for text in map(folded, texts) if text]


def foot_lines(docx: bytes) -> list[str]:
    """Paragraphs of the footers; white space folded, empty ones dropped."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        feet = [etree.fromstring(archive.read(name)) for name in archive.namelist() if "footer" in name]
    texts = [folded(_text(p, {})) for foot in feet for p in foot.iter(W + "p")]
    return [text for text in texts if text]


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _text(paragraph: Any, numbers: dict[str, str]) -> str:
    return "".join(_pieces(paragraph, numbers))


def _pieces(paragraph: Any, numbers: dict[str, str]) -> Iterator[str]:
    for run in paragraph.iter(W + "r"):
        align = run.find(f"{W}rPr/{W}vertAlign")
        raised = align is not None and align.get(W + "val") == "superscript"
        for part in run:
            if part.tag == W + "t":
                text = part.text or ""
                yield raised_text(text) if raised else text
            elif part.tag in (W + "br", W + "tab"):
                yield "\n"
            elif part.tag == W + "footnoteReference":
                yield numbers[part.get(W + "id")].translate(_RAISED)


def raised_text(text: str) -> str:
    return text.translate(_RAISED) if set(text) <= set("0123456789()") else f"^{text}"
