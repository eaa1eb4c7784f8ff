"""Kính gửi and Nơi nhận: how their lines open and close."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.standards.endings import Closed, Pieces, joined, ket_dong, mo_dong
from docgen.standards.standard import Standard

# "Lưu trữ" is a word of its own, the archive; only the bare word is the opening that the standard prints.
_LUU = re.compile(r"\s*(?:[-–—•·]\s*)?lưu(?:\s*:\s*|\s+(?!trữ\b))", re.IGNORECASE)
_KINH_GUI = re.compile(r"\s*kính\s+gửi\s*:\s*", re.IGNORECASE)


def dong_noi_nhan(std: Standard, pieces: Pieces, la_cuoi: bool) -> Closed:
    """Close one recipient with ``;``, the last line of the list with ``.`` (NĐ 30: PL I, P.I, M.II, k.9, đ.d).

    The ``- `` in front (``std.noi_nhan.dau_dong``) is the caller's to put; a typed bullet is taken away.
    """
    mark = std.noi_nhan.cuoi if la_cuoi else std.noi_nhan.giua
    return ket_dong(mo_dong(pieces, std.noi_nhan.dau_dong.value), mark.value)


def dong_luu(std: Standard, luu: str, so_ban: int | None = None) -> tuple[str, str]:
    """Write the archive line, the last of the recipients: ``(line, raised)``.

    State ``- Lưu: VT, VX (2).`` (PL I, P.I, M.II, k.9, đ.d); Đoàn ``- Lưu VP.`` with ``(80b)`` raised behind it;
    Party ``- Lưu Văn phòng Tỉnh uỷ.``. luu: what follows the word Lưu; typed with the word, it is not doubled.
    so_ban: number of copies, printed only when given.
    """
    rules = std.noi_nhan
    bare = "".join(
        piece or "" for piece in ket_dong([_LUU.sub("", luu, count=1) if _LUU.match(luu) else luu], "").pieces
    )
    count = rules.so_ban.value.format(so_ban=so_ban) if so_ban is not None else ""
    within = "" if rules.so_ban_sau_dau else count
    line = joined(ket_dong([rules.luu.value.format(luu=bare) + within], rules.cuoi.value))
    return rules.dau_dong.value + line, count if rules.so_ban_sau_dau else ""


def ket_noi_nhan(
    std: Standard, noi_nhan: Sequence[str], luu: str | None = None, so_ban: int | None = None
) -> list[str]:
    """Write the whole list as plain lines; a raised count stands at the end of its line."""
    lines = []
    for at, text in enumerate(noi_nhan, start=1):
        closed = dong_noi_nhan(std, [text], luu is None and at == len(noi_nhan))
        lines.append(std.noi_nhan.dau_dong.value + joined(closed))
    if luu is not None:
        lines.append("".join(dong_luu(std, luu, so_ban)))
    return lines


def ket_kinh_gui(std: Standard, kinh_gui: Sequence[str]) -> tuple[str, list[str]]:
    """Write Kính gửi: ``(head, lines)``.

    One addressee: no head and ``Kính gửi: X`` as typed; more: ``Kính gửi:`` and ``- X;`` … ``- Y.`` (NĐ 30: PL I,
    P.I, M.II, k.9, đ.d).
    """
    rules = std.kinh_gui
    names = list(kinh_gui)
    if names and _KINH_GUI.match(names[0]):
        names[0] = _KINH_GUI.sub("", names[0], count=1)
    if len(names) < 2:
        return "", [f"{rules.dau.value} {name}" for name in names]
    lines = []
    for at, name in enumerate(names, start=1):
        mark = rules.cuoi if at == len(names) else rules.giua
        lines.append(rules.dau_dong.value + joined(ket_dong(mo_dong([name], rules.dau_dong.value), mark.value)))
    return rules.dau.value, lines
