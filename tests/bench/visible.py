"""The text a reader sees in a .docx, to be sure that all generators under comparison did the same work."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def lines(docx: bytes) -> list[str]:
    """The paragraphs of the body with text in them, blanks folded; blank paragraphs are nothing to see."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        bad = archive.testzip()
        if bad is not None:
            raise ValueError(f"damaged: {bad}")
        body = etree.fromstring(archive.read("word/document.xml"))
    said = ("".join(_text(paragraph)) for paragraph in body.iter(f"{_W}p"))
    return [folded for text in said if (folded := " ".join(text.split()))]


def _text(paragraph: etree._Element) -> list[str]:
    signs = {f"{_W}tab": "\t", f"{_W}br": "\n"}
    return [node.text or "" if node.tag == f"{_W}t" else signs.get(str(node.tag), "") for node in paragraph.iter()]


def difference(wanted: bytes, other: bytes) -> str:
    """Where the visible text first differs, in words; nothing when it is the same."""
    one, two = lines(wanted), lines(other)
    for at, (left, right) in enumerate(zip(one, two, strict=False)):
        if left != right:
            return f"paragraph {at + 1}: {left[:60]!r} is {right[:60]!r}"
    return f"{len(one)} paragraphs with text are {len(two)}" if len(one) != len(two) else ""
