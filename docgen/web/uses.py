"""Which template a paper was made with: noted when it is made, found again when somebody asks.

A paper carries the SHA-256 of its template (:mod:`docgen.importing.embedded`). That a use cannot be noted keeps
nobody from the paper.
"""

from __future__ import annotations

import logging
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from docgen import package
from docgen.data_dir import DataDir
from docgen.errors import DocgenError
from docgen.importing.embedded import carried_by
from docgen.intake.kind_files import load_kinds
from docgen.kinds import Form
from docgen.store import Draft, Job, Store
from docgen.web import who
from docgen.web.job_files import JobFiles
from docgen.web.mau_files import digest
from docgen.web.naming import NO_TITLE
from docgen.web.shop import store
from docgen.web.showing import data_dir

_log = logging.getLogger(__name__)


def made_with(docx: bytes, ten: str = "", *, ours: bool = False) -> str:
    """Tell the SHA-256 of the template a Word file was made with; "" when it does not say.

    ten: what messages call the file. ours: it was made just now, and need not be looked at with suspicion.
    Raises Unusable when it is no Word file.
    """
    carried = carried_by(package.read(docx, ten, parsed=not ours))
    return carried.mau if carried else ""


def note_paper(draft: Draft, docx: bytes) -> None:
    """Note that a paper was made of a draft, for whoever asks. Raises nothing."""
    try:
        sha256 = made_with(docx, ours=True)
        title = draft.title or NO_TITLE
        store().shelf.used(draft.id, _template(data_dir(), draft.loai, sha256), sha256, title, who.who())
    except Exception:
        _log.exception("the use of a template could not be noted")


def note_job(opened: Store, data: DataDir, job: Job, files: JobFiles) -> None:
    """Note with which templates the copies of a job were made. Raises nothing."""
    try:
        loai = opened.drafts.get(job.draft).loai if job.draft else ""
        for sha256, copies in Counter(_of_copies(files.out)).items():
            ten = _template(data, loai, sha256)
            opened.shelf.used(job.draft, ten, sha256, job.title, job.owner, copies=copies)
    except Exception:
        _log.exception("the templates of a job could not be noted")


def _of_copies(folder: Path) -> Iterator[str]:
    for path in folder.glob("*.docx"):
        try:
            sha256 = made_with(path.read_bytes(), ours=True)
        except (DocgenError, OSError, zipfile.BadZipFile):
            continue
        if sha256:
            yield sha256


def _template(data: DataDir, loai: str, sha256: str) -> str:
    """Name the template with these bytes; the first of the kind when it was exchanged in this very moment."""
    form: Form | None = load_kinds(data).forms.get(loai)
    paths = [data.template(loai, the_thuc) for the_thuc in form.the_thuc] if form else list(data.template_files())
    return next((data.name_of(path) for path in paths if digest(path) == sha256), data.name_of(paths[0]))
