"""The print set of a batch: all copies as one file, which is never put over another unasked."""

from __future__ import annotations

import filecmp
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from docgen.batch.progress import Counter, OnProgress, nobody
from docgen.errors import Fault, Unusable
from docgen.files import AlreadyThere


def needs_pdf(out: Path) -> bool:
    """Whether the copies have to be PDFs first."""
    return out.suffix.lower() == ".pdf"


def print_set(
    out: Path, *, replace: bool = False, odd: bool = False, on_progress: OnProgress = nobody
) -> Callable[[Sequence[Path]], None]:
    """Make what ``run`` calls with the .docx copies in order: it merges them, or the PDFs beside them, into ``out``.

    odd: each copy begins on an odd page. A file that is there already stays when it says the same, and gives way only
    with ``replace``. Raises Unusable at once for an ending there is no way to, later as :func:`merge` does.
    """
    if out.suffix.lower() not in {".docx", ".pdf"}:
        raise Unusable(
            Fault("--merge", f"Không ghép được thành tệp “{out.name}”.", "Tên tệp cần đuôi .docx hoặc .pdf.")
        )

    def made(papers: Sequence[Path]) -> None:
        # What reads papers takes longer to load than hundreds of copies to make.
        from docgen.batch.merge import merge

        counter = Counter("ghép thành một tệp", len(papers), on_progress)
        copies = [paper.with_suffix(".pdf") for paper in papers] if needs_pdf(out) else list(papers)
        if replace or not out.exists():
            merge(copies, out, odd=odd, on_copy=counter.one)
            return
        with tempfile.TemporaryDirectory(prefix="docgen-merge-") as folder:
            fresh = Path(folder) / out.name
            merge(copies, fresh, odd=odd, on_copy=counter.one)
            if not filecmp.cmp(fresh, out, shallow=False):
                raise AlreadyThere(Fault(str(out), "Đã có tệp này và nội dung khác.", "Muốn ghi đè thì thêm --de-len."))

    return made
