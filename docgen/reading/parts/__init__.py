"""The parts of a paper, found by what they say: its text first, then its look, then where it stands.

Beside the names of ``docgen.reading.facts`` there are: gach_co_quan (``***`` under the body's name), tham_quyen
(``CHỦ TỊCH ỦY BAN NHÂN DÂN …`` in a decision), loi_quyet_dinh (``QUYẾT ĐỊNH:``), du_thao, luu_hanh (marks),
ky_hieu_soan (``PL.(300)``), chu_thich (notes typed under the signature of a text). One part a line or paragraph:
kinh_gui (the first holds the words "Kính gửi:"), can_cu, mo_dau, ket_thuc, noi_nhan, quyen_han, chuc_vu_khac.
The words of a part are as typed, trimmed, one line a line; "doan" in ``chac`` says that it was guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docgen.reading.facts import Paper, Part
from docgen.reading.parts.anatomy import Anatomy, dissect
from docgen.reading.parts.appendix import ATTACHED, Appendix
from docgen.reading.parts.levels import BodyLine, read_levels
from docgen.reading.parts.signature import Signer

__all__ = [
    "ATTACHED",
    "Anatomy",
    "Appendix",
    "BodyLine",
    "Signer",
    "appendices",
    "dissect",
    "find",
    "levels",
    "signers",
]


def find(paper: Paper) -> Mapping[str, tuple[Part, ...]]:
    """Map each name of a part to the parts of that name, in order; ``paper.parts`` is still empty."""
    return dissect(paper).parts


def levels(paper: Paper, doan: Iterable[int] | None = None) -> list[BodyLine]:
    """Tell the level of each line of the body, or of the paragraphs ``doan`` (the body of an appendix)."""
    return read_levels(paper, paper.body if doan is None else doan)


def signers(paper: Paper) -> tuple[Signer, ...]:
    """Tell who signs the paper, each with the lines that belong together."""
    return dissect(paper).signers


def appendices(paper: Paper) -> tuple[Appendix, ...]:
    """Tell label, title, reference, own head and body of each appendix, in the order of ``paper.appendices``."""
    return dissect(paper).appendices
