"""Doubts about the block of the signer. Nothing is changed: a signature is the office's own affair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.errors import Fault
from docgen.standards.parts import Loai, Prefix
from docgen.standards.standard import Standard
from docgen.vietnamese.tone import gap_dau

# Signs of authority in either family, however typed: TM. T/M T.M TM, and so on, up to the blank or noun after them.
_SIGN = re.compile(r"(?P<go>T[./]?U[./]?Q|T[./]?M|K[./]?T|T[./]?L|Q)(?P<dau>[./:,]?)(?P<cach>\s*)(?=\S)", re.IGNORECASE)
_TITLE = re.compile(r"(?:(?:GS|PGS|TS|ThS|TSKH|BS|CN|KS|NGƯT|NGND)\s*\.\s*|(?:PGS|TSKH|ThS|NGƯT|NGND)\s+)\S")

_TAP_THE = (
    "ỦY BAN", "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "HỘI ĐỒNG", "ĐOÀN CHỦ TỊCH", "BAN THƯỜNG TRỰC", "BAN CHỈ ĐẠO",
    "BAN BÍ THƯ", "BỘ CHÍNH TRỊ", "CHI ĐOÀN", "CHI BỘ", "ĐẢNG ỦY", "TỈNH ỦY", "THÀNH ỦY", "CHÍNH PHỦ", "THƯỜNG TRỰC",
)  # fmt: skip
_CHUC_VU = (
    "CHỦ TỊCH", "BỘ TRƯỞNG", "GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "CHÁNH THANH TRA", "TRƯỞNG BAN",
    "TRƯỞNG PHÒNG", "HIỆU TRƯỞNG", "BÍ THƯ", "CỤC TRƯỞNG", "VỤ TRƯỞNG", "TỔNG CỤC TRƯỞNG", "VIỆN TRƯỞNG",
    "THỦ TRƯỞNG", "THỦ TƯỚNG", "CHÁNH ÁN", "CHI CỤC TRƯỞNG", "TỔNG THƯ KÝ",
)  # fmt: skip
_NOUNS: dict[Loai, tuple[str, ...]] = {"tap-the": _TAP_THE, "chuc-vu": _CHUC_VU}
_OTHER: dict[Loai, Loai] = {"tap-the": "chuc-vu", "chuc-vu": "tap-the"}
_SAY: dict[Loai, str] = {"tap-the": "tên tập thể hoặc cơ quan", "chuc-vu": "chức vụ của người đứng đầu"}


def kiem_ky(
    std: Standard,
    quyen_han: Sequence[str],
    chuc_vu: str | None = None,
    ho_ten: str | None = None,
    chuc_vu_khac: Sequence[str] = (),
    noi: str = "ky",
) -> tuple[Fault, ...]:
    """Tell what is doubted about the signature; every fault is a ``nhac``, because the wording is the office's.

    Checked: the sign of authority, its stop and blank (``KT. CHỦ TỊCH``; Party ``K/T CHỦ TỊCH``), the noun behind
    it, capitals, a deputy under ``KT.`` (NĐ 30: PL I, P.I, M.II, k.7; Điều 13), degrees in front of the name, a
    second office.
    """
    return tuple(_faults(std, quyen_han, chuc_vu, ho_ten, chuc_vu_khac, noi))


def _faults(
    std: Standard,
    quyen_han: Sequence[str],
    chuc_vu: str | None,
    ho_ten: str | None,
    chuc_vu_khac: Sequence[str],
    noi: str,
) -> Iterator[Fault]:
    for at, line in enumerate(quyen_han, start=1):
        yield from _authority(std, line, f"{noi}.quyen_han[{at}]")
    if chuc_vu is not None:
        if re.match(r"(?:TM|KT|TL|TUQ)\b|[TK]/", chuc_vu):
            yield from _authority(std, chuc_vu, f"{noi}.chuc_vu")
        yield from _capitals(chuc_vu, f"{noi}.chuc_vu")
        yield from _deputy(quyen_han, chuc_vu, f"{noi}.chuc_vu")
    if ho_ten is not None and _TITLE.match(ho_ten) and std.ky.khong_hoc_ham.value:
        yield _nhac(
            f"{noi}.ho_ten",
            "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu.",
            "Chỉ lực lượng vũ trang, giáo dục, y tế, khoa học được ghi theo quy định của ngành.",
        )
    if chuc_vu_khac:
        allowed = std.ky.chuc_vu_khac
        where = f"chỉ ghi {allowed.value}" if allowed else "không có chức vụ thứ hai của người ký"
        yield _nhac(f"{noi}.chuc_vu_khac", f"Theo {std.ten}, {where}.", "Xin xem lại có cần giữ dòng này không.")


def _authority(std: Standard, line: str, noi: str) -> Iterator[Fault]:
    yield from _capitals(line, noi)
    found = _SIGN.match(line)
    if not found or not (found["dau"] or found["cach"]):
        return
    prefix = _prefix(std, found["go"])
    rest = line[found.end() :]
    if prefix is None:
        known = ", ".join(known.chu.strip() for known in std.ky.tien_to)
        yield _nhac(
            noi,
            f"Không có chữ “{found.group().strip()}” trong cách đề ký theo {std.ten}.",
            f"Các chữ dùng được: {known}.",
        )
        return
    if found.group() != prefix.chu:
        yield _nhac(noi, f"Cách ghi “{line}” chưa đúng với {std.ten}.", f"Viết “{prefix.chu}{rest}”.")
    wanted = prefix.truoc.value if prefix.truoc else None
    noun = gap_dau(rest).upper()
    if wanted and noun.startswith(_NOUNS[_OTHER[wanted]]) and not noun.startswith(_NOUNS[wanted]):
        yield _nhac(noi, f"Sau “{prefix.chu.strip()}” ({prefix.nghia}) phải là {_SAY[wanted]}, không phải “{rest}”.")


def _prefix(std: Standard, typed: str) -> Prefix | None:
    letters = re.sub(r"[^A-Z]", "", typed.upper())
    return next((prefix for prefix in std.ky.tien_to if re.sub(r"[^A-Z]", "", prefix.chu) == letters), None)


def _capitals(line: str, noi: str) -> Iterator[Fault]:
    if line != line.upper():
        yield _nhac(noi, f"“{line}” chưa viết hết bằng chữ in hoa.", f"Quyền hạn, chức vụ viết “{line.upper()}”.")


def _deputy(quyen_han: Sequence[str], chuc_vu: str, noi: str) -> Iterator[Fault]:
    for line in quyen_han:
        found = _SIGN.match(line)
        if found and re.sub(r"[^A-Z]", "", found["go"].upper()) == "KT" and line[found.end() :] == chuc_vu:
            yield _nhac(
                noi, f"Ký thay “{chuc_vu}” thì chức vụ của người ký phải là cấp phó.", f"Ví dụ “PHÓ {chuc_vu}”."
            )


def _nhac(noi: str, loi: str, sua: str = "") -> Fault:
    return Fault(noi, loi, sua, nang="nhac")
