"""One good paper a standard and a few more of the State: nothing in them breaks a rule.

``giay(ten)`` gives the description, :func:`tests.checking.wounds.wounded` changes it, ``built`` makes the .docx.
Names of parts are those of ``docgen.reading``; lines have names of their own (``tieu_ngu_ke``, ``co_quan_ke``,
``trich_yeu_ke``, ``tieu_de_ke``, ``phu_luc_ke``), the pieces of an appendix too (``phu_luc_nhan``, ``phu_luc_ten``,
``phu_luc_dan_chieu``, ``phu_luc``), and the levels of the body (``la_ma``, ``so``, ``so_tran`` for one without a title,
``chu``, ``gach``, ``dieu``, ``doan`` for a plain paragraph).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.checking import papers_doan_dang, papers_nd30
from tests.checking.building import Giay, built
from tests.checking.wounds import wounded

PAPERS: dict[str, Callable[[], Giay]] = {
    "nd30": papers_nd30.ke_hoach,
    "nd30-phu-luc": papers_nd30.co_phu_luc,
    "nd30-cong-van": papers_nd30.cong_van,
    "nd30-quyet-dinh": papers_nd30.quyet_dinh,
    "nd30-to-trinh": papers_nd30.to_trinh,
    "doan": papers_doan_dang.doan,
    "dang": papers_doan_dang.dang,
}


def giay(ten: str) -> Giay:
    """Give the description of a good paper."""
    return PAPERS[ten]()


def docx(ten: str, vet_thuong: list[dict[str, Any]] | None = None) -> bytes:
    """Build a good paper, wounded or not."""
    return built(wounded(giay(ten), vet_thuong or []))


def text(ten: str, vet_thuong: list[dict[str, Any]] | None = None) -> str:
    """Give the words of a paper as pasted text."""
    return wounded(giay(ten), vet_thuong or []).text
