"""The files of a kind that is being made from a finished paper: they wait in a folder until it is put to use.

The folder lies among those of jobs that never began, and goes as they do when nobody comes back for it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from flask import abort

from docgen import files
from docgen.errors import DocgenError
from docgen.store import NotThere
from docgen.store.ids import is_id
from docgen.web import who
from docgen.web.shop import store
from docgen.workshop.newkind.proposal import Proposal
from docgen.workshop.newkind.proposal_text import proposal_text, read_proposal

PAPER: Final = "van-ban.docx"
_PROPOSAL: Final = "de-xuat.yaml"
_ABOUT: Final = "loai-moi.json"
_MADE: Final = "thu.docx"


@dataclass(frozen=True)
class Waiting:
    """One paper with what is decided about it. ten: what its file was called."""

    id: str
    folder: Path
    ten: str

    @property
    def paper(self) -> Path:
        """The finished paper."""
        return self.folder / PAPER

    @property
    def proposal(self) -> Proposal:
        """What is decided so far."""
        return read_proposal(self.folder / _PROPOSAL)

    def keep(self, proposal: Proposal) -> None:
        """Keep what was decided."""
        files.write_file(self.folder / _PROPOSAL, proposal_text(proposal).encode(), replace=True)

    def keep_pages(self, key: str) -> None:
        """Remember under which key the pages of the last trial are kept."""
        files.write_file(self.folder / _MADE, key.encode(), replace=True)

    def pages(self) -> str | None:
        """Find that key again."""
        try:
            return (self.folder / _MADE).read_text()
        except OSError:
            return None


def begin(data: bytes, ten: str, proposal: Proposal) -> Waiting:
    """Lay a paper down with its proposal. Raises Unusable when there is no room."""
    jobs = store().jobs
    made_id = jobs.fresh_id()
    waiting = Waiting(made_id, jobs.folder(made_id), ten)
    about = json.dumps({"ten": ten, "who": who.who()}, ensure_ascii=False)
    files.write_files([(waiting.paper, data), (waiting.folder / _ABOUT, about.encode())])
    waiting.keep(proposal)
    return waiting


def find(made_id: str) -> Waiting:
    """Find what was laid down by whoever asks; answers 404 for everything else."""
    if not is_id(made_id):
        abort(404)
    try:
        folder = store().jobs.root() / made_id
        about: dict[str, Any] = json.loads((folder / _ABOUT).read_text())
    except (OSError, ValueError, NotThere, DocgenError):
        abort(404)
    if about.get("who") != who.who():
        abort(404)
    return Waiting(made_id, folder, str(about.get("ten", "")))
