"""Dòng Lưu: the last line of the recipients, and the drafter's mark under it (ô 12)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form.looks import co_chu, kieu
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.reading.facts import Part
from docgen.standards import Sure
from docgen.standards.nd30_bo_sung import NGUOI_SOAN, NGUOI_SOAN_MAU

_CLAUSE: Final = "PL I, P.I, M.II, k.9, đ.d; M.V #8b"
_WORD: Final = re.compile(r"\s*[-–—+*•·]?\s*lưu(?P<dau>\s*:)?\s*(?P<con>.*)", re.IGNORECASE | re.DOTALL)
_OFFICE: Final = re.compile(r"VT\b|văn thư\b", re.IGNORECASE)
_STRAY: Final = re.compile(r"[.,;]\s*\d{1,4}\s*\.?\s*$")
_WITHOUT_UNIT: Final = ("GIẤY GIỚI THIỆU", "GIẤY NGHỈ PHÉP")


def _line(p: Judged) -> tuple[Part, re.Match[str]] | None:
    part = p.first("luu")
    found = _WORD.fullmatch(part.text) if part else None
    return (part, found) if part is not None and found else None


@rule("ND30-II.9d-14", ten="Dấu hai chấm sau “Lưu”", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi")
def hai_cham(p: Judged) -> Iterator[Finding]:
    """Dòng cuối cùng của nơi nhận ghi chữ “Lưu”, dấu hai chấm, chữ “VT”, rồi đơn vị soạn thảo.

    Văn bản của Đoàn và của Đảng không có dấu hai chấm, nên thói quen của nơi này là lỗi ở nơi kia.
    Đúng: - Lưu: VT, TCCB. Sai: - Lưu VT, TCCB.
    """
    line = _line(p)
    if line is not None and not line[1]["dau"]:
        part = line[0]
        can = re.sub(r"([Ll]ưu)\s*", r"\1: ", part.text.strip(), count=1)
        yield p.finding("Sau chữ “Lưu” phải có dấu hai chấm.", part=part, thay=part.text.strip(), can=can)


@rule("HD05-noi-nhan-7", ten="Dòng Lưu", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (nơi nhận)", sure=Sure.V2,
      muc="canh-bao")  # fmt: skip
def luu_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, dòng lưu ghi “Lưu Văn phòng …”: không có dấu hai chấm, không có chữ “VT”.

    Đúng: - Lưu Văn phòng Tỉnh uỷ. Nên sửa: - Lưu: VT, VPTU.
    """
    line = _line(p)
    if line is None:
        return
    part, found = line
    if found["dau"] or re.match(r"VT\b", found["con"]):
        con = re.sub(r"^VT\b,?\s*", "", found["con"])
        can = p.standard.noi_nhan.dau_dong.value + p.standard.noi_nhan.luu.value.format(luu=con or "Văn phòng …")
        loi = "Dòng lưu trong văn bản của Đảng không được có dấu hai chấm và chữ “VT”."
        yield p.finding(loi, part=part, thay=part.text.strip(), can=can)


@rule("ND30-II.9d-15", ten="“VT” trong dòng Lưu", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi")
def van_thu(p: Judged) -> Iterator[Finding]:
    """Sau “Lưu:” là chữ “VT” (Văn thư cơ quan).

    Đúng: - Lưu: VT, TCCB. Sai: - Lưu: TCCB, VT; - Lưu: TCCB.
    """
    line, wanted = _line(p), p.standard.noi_nhan.luu_mo_dau
    if line is None or wanted is None or _OFFICE.match(line[1]["con"]):
        return
    part = line[0]
    can = p.standard.noi_nhan.dau_dong.value + p.standard.noi_nhan.luu.value.format(luu=f"{wanted.value}, …")
    yield p.finding(f"Sau “Lưu:” phải là “{wanted.value}”.", part=part, thay=part.text.strip(), can=can)


@rule("ND30-II.9d-16", ten="Đơn vị soạn thảo trong dòng Lưu", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="canh-bao")  # fmt: skip
def don_vi(p: Judged) -> Iterator[Finding]:
    """Sau “VT” là dấu phẩy và chữ viết tắt tên đơn vị soạn thảo; số lượng bản lưu ghi trong ngoặc, nếu cần.

    Cơ quan không chia đơn vị thường chỉ ghi “VT”, nên chỉ cảnh báo.
    Đúng: - Lưu: VT, TCCB.; - Lưu: VT, HC (2). Nên sửa: - Lưu: VT.; - Lưu: VT. 44
    """
    line = _line(p)
    if line is None or p.loai in _WITHOUT_UNIT:
        return
    part, found = line
    office = _OFFICE.match(found["con"])
    if office is None:
        return
    rest = found["con"][office.end() :].strip()
    if _STRAY.search(part.text):
        loi = "Số lượng bản lưu ghi trong ngoặc, sau chữ viết tắt tên đơn vị soạn thảo."
        yield p.finding(loi, part=part, thay=part.text.strip(), can="- Lưu: VT, <đơn vị soạn> (số bản).")
    elif not re.search(r"[^\W_]", re.sub(r"\(\s*\d+\s*\)", "", rest)):
        loi = "Dòng Lưu thiếu chữ viết tắt tên đơn vị soạn thảo."
        yield p.finding(loi, part=part, thay=part.text.strip(), can="- Lưu: VT, <đơn vị soạn>.")


@rule("ND30-III.3-1", ten="Ký hiệu người soạn thảo", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.III, k.3; M.V #11",
      sure=Sure.T, muc="loi", can_dinh_dang=True)  # fmt: skip
def nguoi_soan(p: Judged) -> Iterator[Finding]:
    """Ký hiệu người soạn thảo và số lượng bản phát hành: cỡ chữ 11, kiểu chữ đứng, dưới nơi nhận, nếu cần.

    Đúng: PL.(300), 11 pt, đứng. Sai: 14 pt; in nghiêng.
    """
    part = p.first("ky_hieu_soan")
    yield from co_chu(p, part, NGUOI_SOAN.co_chu_pt, "Ký hiệu người soạn thảo")
    yield from kieu(p, part, NGUOI_SOAN, "Ký hiệu người soạn thảo")


@rule("ND30-III.3-2", ten="Chữ ký hiệu người soạn thảo", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.III, k.3; M.V #11", sure=Sure.T, muc="canh-bao")  # fmt: skip
def nguoi_soan_hoa(p: Judged) -> Iterator[Finding]:
    """Ký hiệu người soạn thảo bằng chữ in hoa, số lượng bản bằng chữ số Ả Rập.

    Bảng mẫu chữ của Nghị định ghi “in thường”, lời văn ghi “in hoa”, nên chỉ cảnh báo.
    Đúng: PL.(300). Nên sửa: pl.(300).
    """
    part = p.first("ky_hieu_soan")
    if part is not None and part.text != part.text.upper():
        loi = "Ký hiệu người soạn thảo phải viết chữ in hoa."
        yield p.finding(loi, part=part, thay=part.text, can=f"dạng {NGUOI_SOAN_MAU.value}")


RULES = (hai_cham, van_thu, don_vi, nguoi_soan, nguoi_soan_hoa, luu_dang)
