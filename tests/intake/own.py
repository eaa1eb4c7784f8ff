"""A kind that asks a little of everything for itself: what the tests of own answers share."""

from __future__ import annotations

from typing import Any

from docgen.data_dir import find
from docgen.intake.kind_files import load_kinds
from docgen.kinds import Form, Kinds, form_of
from tests.intake.papers import SMALL

_BASE = load_kinds(find())
_OWN: list[dict[str, Any]] = [
    {"ten": "rieng.phong", "nhan": "Phòng họp", "kieu": "line", "bat_buoc": "có"},
    {"ten": "rieng.buoi", "nhan": "Buổi", "kieu": "choice", "lua_chon": [
        {"ma": "sang", "nhan": "Buổi sáng"}, {"ma": "chieu", "nhan": "Buổi chiều"}]},
    {"ten": "rieng.hop_ngay", "nhan": "Ngày họp", "kieu": "date"},
    {"ten": "rieng.lan", "nhan": "Lần thứ", "kieu": "number"},
    {"ten": "rieng.co_com", "nhan": "Có cơm trưa", "kieu": "yes-no"},
    {"ten": "rieng.luu_y", "nhan": "Lưu ý", "kieu": "paragraph"},
    {"ten": "rieng.moi", "nhan": "Thành phần", "kieu": "lines"},
    {"ten": "rieng.dien_bien", "nhan": "Diễn biến", "kieu": "body"},
]  # fmt: skip


def form(**changes: Any) -> Form:
    """The plan's form with its own questions in one group more."""
    raw = _BASE.get("ke-hoach").model_dump()
    own = {"ten": "Cuộc họp", "muc": _OWN}
    return form_of({**raw, "loai": "cuoc-hop", "nhom": [*raw["nhom"], own], **changes})


KINDS = Kinds(find(), {**_BASE.forms, "cuoc-hop": form()})
ANSWERS: dict[str, Any] = {
    "phong": "Phòng số 3",
    "buoi": "chieu",
    "hop_ngay": "5/11/2026",
    "lan": "05",
    "co_com": "true",
    "luu_y": "Mang theo **tài liệu**",
    "moi": ["Ông A", "Bà *B*"],
    "dien_bien": "1. Khai mạc\n- Chủ trì nói.",
}
PAPER: dict[str, Any] = {**SMALL, "loai": "cuoc-hop", "rieng": ANSWERS}
