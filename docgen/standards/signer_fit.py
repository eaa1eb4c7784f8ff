"""Doubts about who signs in which way for which office: does the form of signing fit the office and the post.

Whether the signs of authority are written rightly is told by :mod:`docgen.standards.signing`; here the question is
whether they are the right ones. Working regulations of an office may provide otherwise, so everything is a ``nhac``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from docgen.errors import Fault
from docgen.standards.standard import Standard
from docgen.vietnamese.text import nfc
from docgen.vietnamese.tone import gap_dau

_SIGN = re.compile(r"(?P<go>T[./]?U[./]?Q|T[./]?M|K[./]?T|T[./]?L|Q)(?:[./:,]\s*|\s+)(?P<sau>\S.*)", re.IGNORECASE)
_DEPUTY = re.compile(r"(?:QUYỀN\s+)?(?:PHÓ|THỨ TRƯỞNG)\b")
# Units whose law gives one head, who signs alone (NĐ 30, Điều 13.1); a council or committee is led by many (13.2).
_ONE_HEAD = (
    "SỞ", "PHÒNG", "CHI CỤC", "CỤC", "TỔNG CỤC", "VỤ", "TRUNG TÂM", "TRƯỜNG", "BỆNH VIỆN", "TRẠM", "VĂN PHÒNG", "BỘ",
    "HỌC VIỆN", "VIỆN", "THANH TRA", "KHO BẠC", "BẢO TÀNG", "THƯ VIỆN", "NHÀ VĂN HÓA", "ĐÀI", "BAN QUẢN LÝ",
)  # fmt: skip
_COLLECTIVE = (
    "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "THƯỜNG TRỰC", "TỈNH ỦY", "THÀNH ỦY", "ĐẢNG ỦY", "CHI BỘ", "CHI ĐOÀN",
    "BỘ CHÍNH TRỊ", "BAN BÍ THƯ", "CHI ỦY", "ĐOÀN THANH NIÊN",
)  # fmt: skip


def kiem_hop(
    std: Standard, ten_co_quan: Sequence[str], quyen_han: Sequence[str], chuc_vu: str | None, noi: str = "ky"
) -> tuple[Fault, ...]:
    """Tell where the form of signing does not fit.

    ten_co_quan: the printed lines of the issuer's name. quyen_han: lines above the post. chuc_vu: the signer's post.
    Checked: a deputy under ``KT.``; a post that is not a deputy's under ``KT.``; the head under his own ``TL.``
    or ``TUQ.``; ``TM.`` for an office with one head (NĐ 30, Điều 13); ``KT.`` within a committee of the
    Party or the Đoàn, where a deputy too signs under ``TM.``.
    """
    signs = [(_letters(found["go"]), _plain(found["sau"])) for line in quyen_han if (found := _SIGN.match(nfc(line)))]
    return tuple(_faults(std, _plain(" ".join(ten_co_quan)), signs, _plain(chuc_vu or ""), noi))


def _faults(std: Standard, office: str, signs: Sequence[tuple[str, str]], post: str, noi: str) -> Iterator[Fault]:
    by_sign = dict(signs)
    committee = any(sign == "TM" and noun.startswith(_COLLECTIVE) for sign, noun in signs)
    if std.ma in {"doan", "dang"} and committee:
        if "KT" in by_sign:
            yield _nhac(
                f"{noi}.quyen_han",
                f"Văn bản của cấp ủy, ban chấp hành chỉ đề {_written(std, 'TM')}, cấp phó cũng ký như vậy ({std.ten}).",
                f"Xin xem lại có cần dòng {_written(std, 'KT')} không.",
            )
        return
    if post and std.ma == "nd30":
        yield from _deputies(by_sign, post, noi)
    for sign in ("TL", "TUQ"):
        if post and by_sign.get(sign) == post:
            yield _nhac(
                f"{noi}.chuc_vu",
                f"“{_written(std, sign)} {post}” là ký cho người giữ chức {post}, nên người ký phải giữ chức vụ khác.",
                "Người đứng đầu tự ký thì bỏ dòng này.",
            )
    if std.ma == "nd30" and "TM" in by_sign and _one_head(office) and _is_of(by_sign["TM"], office):
        yield _nhac(
            f"{noi}.quyen_han",
            "Ở cơ quan có chế độ thủ trưởng, người đứng đầu ký thẳng, không đề TM. (Nghị định 30, Điều 13).",
            "TM. chỉ dùng cho cơ quan làm việc theo chế độ tập thể, như ủy ban nhân dân, hội đồng.",
        )


def _deputies(by_sign: dict[str, str], post: str, noi: str) -> Iterator[Fault]:
    head = by_sign.get("KT")
    is_deputy = bool(_DEPUTY.match(post))
    if head is None:
        if is_deputy and not {"TL", "TUQ"} & set(by_sign):
            yield _nhac(
                f"{noi}.quyen_han",
                f"Cấp phó ({post}) ký thay người đứng đầu thì phải có dòng KT. ở trên (Nghị định 30, Điều 13).",
                f"Ví dụ “KT. {_head_of(post)}”." if _head_of(post) else "",
            )
    elif not is_deputy and post != head:
        yield _nhac(
            f"{noi}.chuc_vu",
            f"Dưới “KT. {head}” phải là chức vụ của cấp phó, còn đây ghi “{post}” (Nghị định 30, Điều 13).",
            "Người đứng đầu đơn vị thuộc cơ quan ký thì đề TL. hoặc TUQ.",
        )


def _head_of(post: str) -> str:
    if post == "THỨ TRƯỞNG":
        return "BỘ TRƯỞNG"
    return post.removeprefix("PHÓ ") if post.startswith("PHÓ ") else ""


def _one_head(office: str) -> bool:
    return any(office == name or office.startswith(f"{name} ") for name in _ONE_HEAD)


def _is_of(noun: str, office: str) -> bool:
    """Whether what stands behind ``TM.`` is the office itself, and not a council or a steering board in it."""
    return office.startswith(noun) or noun.split()[0] == office.split()[0]


def _letters(sign: str) -> str:
    return re.sub(r"[^A-Z]", "", sign.upper())


def _written(std: Standard, sign: str) -> str:
    """The sign as the standard writes it: ``TM.``, of the Party ``T/M``."""
    return next((known.chu.strip() for known in std.ky.tien_to if _letters(known.chu) == sign), sign)


@lru_cache(maxsize=256)
def _plain(text: str) -> str:
    return " ".join(gap_dau(text).upper().split())


def _nhac(noi: str, loi: str, sua: str = "") -> Fault:
    return Fault(noi, loi, sua, nang="nhac")
