"""A template filled with the papers of the matrix: Word files, PDFs, and a picture of every page."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docgen.errors import DocgenError, Fault, TemplateFaults
from docgen.pdf.many import to_pdfs
from docgen.preview.pages import UnreadableError, page_sizes, picture
from docgen.render import Template
from docgen.workshop.kind import Target
from docgen.workshop.matrix import Case

DOTS_PER_INCH: Final = 96
"""A page of A4 is 794 pixels wide: text is read well, and a page takes 10 to 60 KB."""

_POINTS_PER_INCH: Final = 72
_NOI: Final = "xem trước"


@dataclass(frozen=True)
class Shown:
    """A case as it looks.

    docx, pdf: the files, b"" where they could not be made. pages: PNG of each page, equal for equal papers on one
    machine. faults: why there are no pages; () when there are.
    """

    case: Case
    docx: bytes = b""
    pdf: bytes = b""
    pages: tuple[bytes, ...] = ()
    faults: tuple[Fault, ...] = ()


def pictured(
    template: Path | bytes, target: Target, cases: Sequence[Case], *, ten: str = "", processes: int = 2
) -> tuple[Shown, ...]:
    """Fill a template with each case and look at the pages; a case that cannot be made tells its faults.

    ten: what messages call the template. processes: how many LibreOffice at a time. It takes some seconds.
    Raises Unusable when the template cannot be read or is refused, or there is no LibreOffice.
    """
    try:
        opened = Template(template, ten)
    except TemplateFaults as error:
        return tuple(Shown(case, faults=error.faults) for case in cases)
    made = [_filled(opened, target, case) for case in cases]
    return tuple(_looked_at(made, processes))


def _filled(template: Template, target: Target, case: Case) -> Shown:
    try:
        return Shown(case, docx=template.render(target.said(case.raw)))
    except DocgenError as error:
        return Shown(case, faults=error.faults)


def _looked_at(made: Sequence[Shown], processes: int) -> Iterator[Shown]:
    """All of them in as few calls of LibreOffice as there are processes: starting it takes longer than a paper."""
    filled = [one for one in made if one.docx]
    with tempfile.TemporaryDirectory(prefix="docgen-xem-") as folder:
        paths = [Path(folder) / f"{one.case.ma}.docx" for one in filled]
        for one, path in zip(filled, paths, strict=True):
            path.write_bytes(one.docx)
        found = {filled[pdf.index].case.ma: pdf for pdf in to_pdfs(paths, processes=processes)} if paths else {}
    for one in made:
        pdf = found.get(one.case.ma)
        if pdf is None:
            yield one
        elif pdf.fault is not None:
            yield Shown(one.case, one.docx, faults=(pdf.fault,))
        else:
            yield _drawn(one, pdf.pdf)


def _drawn(one: Shown, pdf: bytes) -> Shown:
    try:
        widths = [round(width * DOTS_PER_INCH / _POINTS_PER_INCH) for width, _ in page_sizes(pdf)]
        return Shown(one.case, one.docx, pdf, tuple(picture(pdf, at, width) for at, width in enumerate(widths, 1)))
    except UnreadableError:
        loi = "Không đọc được tệp PDF mà LibreOffice làm ra."
        return Shown(one.case, one.docx, faults=(Fault(_NOI, loi, "Xin mở tệp Word để kiểm tra."),))
