"""All copies of a batch as one file to print, each as if it had been printed alone."""

from __future__ import annotations

import contextlib
import secrets
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from docgen.batch.merging.pdf_set import merge_pdf
from docgen.batch.merging.word_set import merge_docx
from docgen.errors import Fault, Unusable
from docgen.files import reason

_WAYS = {".docx": merge_docx, ".pdf": merge_pdf}


def nobody() -> None:
    """Hear of a copy that was taken, and do nothing."""


def merge(
    files: Iterable[Path],
    out: Path,
    *,
    odd: bool = False,
    cover: bool = True,
    title: str = "",
    on_copy: Callable[[], None] = nobody,
) -> None:
    """Merge copies, in the order given, into ``out``: .docx files into a .docx, .pdf files into a .pdf.

    Each copy starts on a new page (odd: on an odd page, so that both sides of a sheet never show two copies) and keeps
    its page numbers, lists, notes, headers, sections and looks. cover: a list of all copies comes first; title: a line
    under its heading. on_copy: called for each copy that was taken; what it raises ends the merging. The data docgen
    embeds in a copy are left out. Equal copies give equal bytes.

    Word prints a .docx set as the copies one by one. LibreOffice 7.4 counts footnotes through the whole set, draws the
    line above them only once, and in odd sections with a hidden first number loses the number of the second page: where
    it prints, PDFs are merged instead, which changes nothing on any page.

    ``out`` is written whole or not at all, and replaces a file of that name. Raises Unusable, before anything is
    written there, with a fault for each copy that is broken, and when there is nothing to merge or no way to do it.
    """
    paths = list(files)
    way = _WAYS.get(out.suffix.lower())
    if way is None:
        raise Unusable(Fault(str(out), "Tệp ghép phải mang đuôi .docx hoặc .pdf.", "Hãy chọn lại tên tệp."))
    if not paths:
        raise Unusable(Fault(str(out), "Không có văn bản nào để ghép."))
    beside = out.with_name(f".docgen-{secrets.token_hex(8)}.tmp")
    try:
        with tempfile.TemporaryDirectory(prefix="docgen-merge-") as folder:
            way(paths, Path(folder), beside, odd=odd, cover=cover, title=title, on_copy=on_copy)
        beside.replace(out)
    except OSError as error:
        raise Unusable(Fault(str(out), f"Không ghi được tệp: {reason(error)}.")) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
