"""What the list at the head of the set says of each copy, read from the copy itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from docgen.batch.merging.source import Copy
from docgen.errors import Unusable
from docgen.reading import parts
from docgen.reading.facts import Paper
from docgen.reading.plain import read_lines
from docgen.reading.word import read_docx
from docgen.reading.wordml import SECTPR, w

# The head and title of a paper stand in its first blocks; the rest need not be read for a list.
_HEAD_BLOCKS: Final = 20
_NUMBER_LABEL: Final = re.compile(r"^\s*Số\s*[:.]?\s*", re.IGNORECASE)
_RECIPIENTS_LABEL: Final = re.compile(r"^\s*Kính gửi\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """A line of the list. so: number and code; don_vi: who issues it; kinh_gui: to whom; tep: the name of the file.

    trang: the page of the made file where it begins; so_trang: how many pages it has; None when not known.
    """

    tep: str
    so: str = ""
    don_vi: str = ""
    trich_yeu: str = ""
    kinh_gui: str = ""
    trang: int | None = None
    so_trang: int | None = None


def of_docx(source: Copy) -> Entry:
    """Read a .docx. Raises Unusable for one that is no paper."""
    main = source.container.main
    root = source.container.root(main)
    body = root.find(w("body"))
    if body is None:
        raise source.refused("Tệp không có phần nội dung của một văn bản Word.")
    for block in list(body)[_HEAD_BLOCKS:]:
        if block.tag != SECTPR:
            body.remove(block)
    return _entry(read_docx({**source.parts, main: etree.tostring(root)}, source.ten), source.ten)


def of_text(text: str, ten: str) -> Entry:
    """Read the text of the first pages; pages without any text, as of a scan, say nothing but the file's name."""
    try:
        return _entry(read_lines(text, ten), ten)
    except Unusable:
        return Entry(ten)


def _entry(paper: Paper, ten: str) -> Entry:
    paper = replace(paper, parts=parts.find(paper))

    def said(name: str) -> str:
        return " ".join(" ".join(part.text for part in paper.parts.get(name, ())).split())

    recipients = _RECIPIENTS_LABEL.sub("", said("kinh_gui"))
    return Entry(ten, _NUMBER_LABEL.sub("", said("so_ky_hieu")), said("co_quan"), said("trich_yeu"), recipients)
