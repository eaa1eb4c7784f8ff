"""What has been typed → a paper, or everything there is to tell about it."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from docgen import pipeline
from docgen.data_dir import DataDir
from docgen.errors import DocgenError, Fault, InputFaults
from docgen.intake.form import Posted, from_post
from docgen.intake.unfinished import stand_in
from docgen.kinds import Kinds
from docgen.pipeline import Paper
from docgen.web.placing import Said, placed
from docgen.web.typed import Typed

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """paper: what was made, ``None`` when something must be mended. said: faults and doubts with their places.

    trouble: a sentence about something that is not the secretary's to mend, "" as a rule.
    """

    paper: Paper | None
    said: Said
    trouble: str = ""


def make_paper(pairs: Sequence[tuple[str, str]], typed: Typed, kinds: Kinds, data: DataDir) -> Outcome:
    """Read the pairs of a post and make the paper, by the same way as the command line. Raises nothing."""
    posted: Posted | None = None
    try:
        posted = from_post(pairs, kinds)
        paper = pipeline.make(posted.built(kinds), data)
        return Outcome(paper, placed(paper.notes, posted, typed))
    except InputFaults as error:
        return Outcome(None, placed(error.faults, posted, typed))
    except DocgenError as error:
        code = _logged("a paper could not be made")
        return Outcome(None, placed(told_outside(error, data), None, typed), f"{_OURS} {_REPORT.format(code=code)}")
    except Exception:
        # Whatever happens, what was typed is shown again.
        code = _logged("unexpected failure while making a paper")
        return Outcome(None, Said(), f"{_UNEXPECTED} {_REPORT.format(code=code)}")


def make_unfinished(pairs: Sequence[tuple[str, str]], kinds: Kinds, data: DataDir) -> tuple[bytes, int] | None:
    """Make the Word file of a paper that still lacks required answers, to be looked at only, and count what it lacks.

    None when something else is wrong with it. Raises nothing.
    """
    try:
        posted = from_post(pairs, kinds)
        found = None if posted.faults else stand_in(posted.raw, kinds)
        return None if found is None else (pipeline.make(found.built, data).docx, len(found.missing))
    except DocgenError:
        return None


def told_outside(error: DocgenError, data: DataDir) -> list[Fault]:
    """Put the faults of our own files as a page may show them: without where on the machine they are."""
    shown = data.without_places
    return [Fault(shown(fault.noi), shown(fault.loi), shown(fault.sua), fault.dong) for fault in error.faults]


def _logged(what: str) -> str:
    code = secrets.token_hex(4)
    _log.exception("%s (%s)", what, code)
    return code


_OURS = "Biểu hoặc mẫu Word của docgen đang có lỗi nên chưa làm được văn bản; nội dung đã gõ không có lỗi gì."
_UNEXPECTED = "docgen gặp một lỗi chưa lường trước nên chưa làm được văn bản; nội dung đã gõ vẫn còn nguyên dưới đây."
_REPORT = "Xin báo người phụ trách, kèm mã {code} để tìm trong nhật ký."
