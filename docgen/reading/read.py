"""A file or a pasted text → a Paper: the one door of this room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from docgen import pdf
from docgen.errors import Fault
from docgen.reading import parts
from docgen.reading.facts import Paper
from docgen.reading.opening import Opened, open_source, refused
from docgen.reading.plain import decoded, read_lines
from docgen.reading.word import read_docx


def read(source: Path | bytes, ten: str = "") -> Paper:
    """Read a .docx, an old .doc or a text file, known by its content; ``ten`` is what messages call it.

    Raises Unusable when it cannot be read: too large, broken, protected by a password, with macros, not a paper …
    Formatting of a .doc comes through a conversion by LibreOffice; ``notes`` then say so, and nguon is "doc".
    """
    ten = ten or (source.name if isinstance(source, Path) else "")
    return read_opened(open_source(source, ten), ten)


def read_opened(opened: Opened, ten: str = "") -> Paper:
    """Read what is open already. Raises Unusable as :func:`read` does."""
    if opened.kind == "text":
        text, doubts = decoded(opened.data, ten)
        return _with_parts(read_lines(text, ten, tuple(doubts)))
    try:
        if opened.kind == "doc":
            return _with_parts(_old(opened.data, ten))
        return _with_parts(read_docx(opened.parts, ten))
    except RecursionError as error:
        raise refused(ten, "Văn bản có bảng hoặc khung lồng nhau quá nhiều tầng.") from error


def read_text(text: str) -> Paper:
    """Read pasted text: the same facts without looks. Raises Unusable for text without letters."""
    return _with_parts(read_lines(text))


def _with_parts(paper: Paper) -> Paper:
    return replace(paper, parts=parts.find(paper))


def _old(data: bytes, ten: str) -> Paper:
    paper = read_docx(open_source(pdf.to_docx(data), ten).parts, ten, "doc")
    loi = "Tệp Word kiểu cũ (.doc) được LibreOffice đổi sang .docx để đọc: định dạng có thể lệch đôi chút so với Word."
    return replace(paper, notes=(Fault(ten or "văn bản", loi, nang="nhac"), *paper.notes))
