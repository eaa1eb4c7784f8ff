"""Ký hiệu: the signs between its groups and the codes of type and body in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form import symbol
from docgen.checking.judged import CONG_VAN, Judged
from docgen.checking.rule import rule
from docgen.standards import Sure
from docgen.vietnamese.refusal import quoted
from docgen.vietnamese.tone import gap_dau

_SYMBOL: Final = "PL I, P.I, M.II, k.3, đ.b; M.V #3"
_LIKE_DASHES: Final = "–—"
# Codes of the bodies of the Đoàn (HD 29): committees, sub-committees of a congress, boards.
_DOAN_BODIES: Final = ("TWĐTN", "TĐTN", "ĐTNK", "ĐTNCA", "ĐTN", "CĐCS", "CĐ", "PĐ", "ĐH", "TB", "TCT", "HĐ", "ĐKT")


@rule("ND30-II.3b-1", ten="Dấu nối trong ký hiệu", the_thuc=("nd30",), dieu_khoan=_SYMBOL, sure=Sure.V, muc="loi")
def dau_noi(p: Judged) -> Iterator[Finding]:
    """Giữa số và ký hiệu là dấu gạch chéo, giữa các nhóm chữ viết tắt là dấu gạch nối.

    Kiểu “05-KH/UBND” là của văn bản Đảng, Đoàn.
    Đúng: 05/KH-UBND. Sai: 05-KH/UBND; 05/KH/UBND.
    """
    part, seen = p.first("so_ky_hieu"), symbol.cua(p)
    if part is None or seen is None or seen.nam or len(seen.nhom) < 2:
        return
    can = "/" + "-".join(seen.nhom)
    if _plain(seen) != _plain_text(can):
        loi = "Sau số phải là dấu gạch chéo (/), giữa các nhóm chữ viết tắt là dấu gạch nối (-)."
        yield p.finding(loi, part=part, thay=seen.ky_hieu.strip(), can=can)
    elif any(sign in _LIKE_DASHES for sign in seen.dau_noi):
        loi = "Giữa các nhóm chữ viết tắt nên dùng dấu gạch nối (-)."
        yield p.finding(loi, part=part, thay=seen.ky_hieu.strip(), can=can, muc="canh-bao")


@rule("HD29-so-6", ten="Dạng của ký hiệu", the_thuc=("doan",), dieu_khoan="HD 29 (ký hiệu)", sure=Sure.V, muc="loi")
def dang_ky_hieu_doan(p: Judged) -> Iterator[Finding]:
    """Số, ký hiệu văn bản của Đoàn: số - tên loại / cơ quan - đơn vị soạn.

    Kiểu “05/KH-TĐTN” là của văn bản nhà nước.
    Đúng: Số: 107-KH/TĐTN-TNTH. Sai: Số: 107/KH-TĐTN.
    """
    yield from _party_form(p)


@rule("HD05-so-6", ten="Dạng của ký hiệu", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (ký hiệu)", sure=Sure.V,
      muc="loi")  # fmt: skip
def dang_ky_hieu_dang(p: Judged) -> Iterator[Finding]:
    """Số, ký hiệu văn bản của Đảng: số - tên loại / cơ quan.

    Kiểu “05/KH-TU” là của văn bản nhà nước.
    Đúng: Số 12-KH/TU. Sai: Số 12/KH-TU.
    """
    yield from _party_form(p)


def _party_form(p: Judged) -> Iterator[Finding]:
    part, seen = p.first("so_ky_hieu"), symbol.cua(p)
    if part is None or seen is None or len(seen.nhom) < 2:
        return
    can = f"-{seen.nhom[0]}/{'-'.join(seen.nhom[1:])}"
    if _plain(seen) != _plain_text(can):
        loi = "Sau số phải là dấu gạch nối (-), trước chữ viết tắt tên cơ quan là dấu gạch chéo (/)."
        yield p.finding(loi, part=part, thay=seen.ky_hieu.strip(), can=can)


def _plain(seen: symbol.Symbol) -> str:
    return _plain_text("".join(seen.dau_noi))


def _plain_text(text: str) -> str:
    return "".join("-" if char in _LIKE_DASHES else char for char in text if char in f"/-{_LIKE_DASHES}")


@rule("ND30-II.3b-2", ten="Năm trong số, ký hiệu", the_thuc=("nd30",), dieu_khoan=_SYMBOL, sure=Sure.V,
      muc="canh-bao")  # fmt: skip
def co_nam(p: Judged) -> Iterator[Finding]:
    """Số, ký hiệu của văn bản hành chính không có năm ban hành; năm chỉ có trong văn bản quy phạm pháp luật.

    Nghị định không viết thành lời cấm, nhưng mọi ví dụ đều không có năm, nên chỉ cảnh báo.
    Đúng: 05/KH-UBND. Nên sửa: 05/2025/KH-UBND.
    """
    part, seen = p.first("so_ky_hieu"), symbol.cua(p)
    if part is not None and seen is not None and seen.nam:
        loi = "Số, ký hiệu của văn bản hành chính không được ghi năm ban hành."
        yield p.finding(loi, part=part, thay=seen.nam, can=f"{seen.so}/{'-'.join(_without_year(seen))}")


@rule("ND30-II.3b-3", ten="Chữ viết tắt tên loại trong ký hiệu", the_thuc=("nd30",), dieu_khoan=f"{_SYMBOL}; Điều 7",
      sure=Sure.V, muc="loi")  # fmt: skip
def ma_ten_loai(p: Judged) -> Iterator[Finding]:
    """Ký hiệu của văn bản có tên loại gồm chữ viết tắt tên loại và chữ viết tắt tên cơ quan ban hành.

    Đúng: KẾ HOẠCH số 05/KH-UBND. Sai: KẾ HOẠCH số 05/QĐ-UBND; KẾ HOẠCH số 05/UBND-VX.
    """
    yield from _type_code(p)


@rule("HD29-so-7", ten="Chữ viết tắt tên loại trong ký hiệu", the_thuc=("doan",), dieu_khoan="HD 29 (ký hiệu)",
      sure=Sure.V, muc="loi")  # fmt: skip
def ma_ten_loai_doan(p: Judged) -> Iterator[Finding]:
    """Ký hiệu văn bản của Đoàn ghi chữ viết tắt tên loại ngay sau số.

    Đúng: KẾ HOẠCH số 107-KH/TĐTN. Sai: KẾ HOẠCH số 107-CTr/TĐTN.
    """
    yield from _type_code(p)


@rule("HD05-so-7", ten="Chữ viết tắt tên loại trong ký hiệu", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (ký hiệu)",
      sure=Sure.V2, muc="canh-bao")  # fmt: skip
def ma_ten_loai_dang(p: Judged) -> Iterator[Finding]:
    """Ký hiệu văn bản của Đảng ghi chữ viết tắt tên loại ngay sau số.

    Đúng: KẾ HOẠCH số 12-KH/TU. Sai: KẾ HOẠCH số 12-CTr/TU.
    """
    yield from _type_code(p)


def _type_code(p: Judged) -> Iterator[Finding]:
    """Silent about types the standard does not list, and about wrong codes that another rule knows by name."""
    part, seen, wanted = p.first("so_ky_hieu"), symbol.cua(p), p.loai_ma
    kind = p.first("ten_loai")
    if part is None or seen is None or not wanted or (kind is None and p.loai != CONG_VAN):
        return
    groups = _without_year(seen)
    if not groups or groups[0] == wanted or _known_wrong(p, groups[0]) is not None:
        return
    # TTR for TTr: the rule that a code is in capitals speaks for it, the table of codes against it.
    same = groups[0].upper() == wanted.upper()
    loi = f"Ký hiệu của {quoted(p.loai or '')} phải có chữ viết tắt tên loại “{wanted}”."
    yield p.finding(loi, part=part, thay=groups[0], can=wanted, muc="canh-bao" if same else None,
                    chac="co-le" if kind is None or kind.chac == "doan" else None)  # fmt: skip


@rule("ND30-PL3-1", ten="Chữ viết tắt tên loại sai thường gặp", the_thuc=("nd30",), dieu_khoan="PL III, M.I",
      sure=Sure.V, muc="loi")  # fmt: skip
def ma_sai(p: Judged) -> Iterator[Finding]:
    """Bảng chữ viết tắt tên loại: QyĐ (quy định), QC (quy chế), DA (dự án), BGN (bản ghi nhớ), BTT (bản thỏa thuận).

    Nhiều bảng chép tay ghi sai: QYĐ, QCh, DAn, GN, TTh.
    Đúng: 05/QC-UBND. Sai: 05/QCh-UBND.
    """
    part, seen = p.first("so_ky_hieu"), symbol.cua(p)
    if part is None or seen is None:
        return
    groups = _without_year(seen)
    can = _known_wrong(p, groups[0]) if groups else None
    if can:
        loi = f"Chữ viết tắt tên loại {quoted(groups[0])} không có trong bảng chữ viết tắt."
        yield p.finding(loi, part=part, thay=groups[0], can=can)


def _known_wrong(p: Judged, group: str) -> str | None:
    """The right code for a well-known wrong one, when it is the one of this paper's type."""
    right = symbol.ma_sai(group) if p.the_thuc == "nd30" else None
    return right if right and right == p.loai_ma else None


@rule("ND30-II.3b-4", ten="“CV” trong ký hiệu công văn", the_thuc=("nd30",), dieu_khoan=_SYMBOL, sure=Sure.V,
      muc="loi")  # fmt: skip
def cong_van(p: Judged) -> Iterator[Finding]:
    """Ký hiệu công văn gồm chữ viết tắt tên cơ quan và đơn vị soạn (hoặc lĩnh vực), không có chữ viết tắt tên loại.

    Đúng: 12/UBND-VX. Sai: 12/CV-UBND.
    """
    part, seen = p.first("so_ky_hieu"), symbol.cua(p)
    if part is None or seen is None or p.first("ten_loai") is not None:
        return
    groups = _without_year(seen)
    if "CV" in groups[:2] and p.loai in (None, CONG_VAN):
        others = [group for group in groups if group != "CV"]
        can = f"/{'-'.join(others)}" + ("-<đơn vị soạn>" if len(others) == 1 else "")
        loi = "Ký hiệu công văn không được có chữ “CV”."
        yield p.finding(loi, part=part, thay=seen.ky_hieu.strip(), can=can)


@rule("ND30-II.3b-5", ten="Đơn vị soạn trong ký hiệu công văn", the_thuc=("nd30",), dieu_khoan=_SYMBOL, sure=Sure.V,
      muc="canh-bao")  # fmt: skip
def don_vi_soan(p: Judged) -> Iterator[Finding]:
    """Ký hiệu công văn có chữ viết tắt tên đơn vị soạn thảo hoặc lĩnh vực, sau chữ viết tắt tên cơ quan.

    Cơ quan nhỏ không chia đơn vị thường bỏ phần này, nên chỉ cảnh báo.
    Đúng: 12/UBND-VX. Nên bổ sung: 12/UBND.
    """
    part, seen = p.first("so_ky_hieu"), symbol.cua(p)
    if part is None or seen is None or p.loai != CONG_VAN:
        return
    groups = _without_year(seen)
    if len(groups) == 1:
        loi = "Ký hiệu công văn thiếu chữ viết tắt tên đơn vị soạn thảo hoặc lĩnh vực."
        yield p.finding(loi, part=part, thay=seen.ky_hieu.strip(), can=f"/{groups[0]}-<đơn vị soạn>")


@rule("HD29-so-8", ten="Chữ viết tắt tên cơ quan Đoàn", the_thuc=("doan",), dieu_khoan="HD 29 (ký hiệu)", sure=Sure.V,
      muc="canh-bao")  # fmt: skip
def ma_co_quan_doan(p: Judged) -> Iterator[Finding]:
    """Chữ viết tắt tên cơ quan: Trung ương TWĐTN; tỉnh, thành TĐTN; cấp dưới tỉnh ĐTN; chi đoàn CĐ, CĐCS.

    Đúng: Tỉnh Đoàn ghi 107-KH/TĐTN. Nên sửa: Tỉnh Đoàn ghi 107-KH/ĐTN; 107-KH/BTV.
    """
    part, seen = p.first("so_ky_hieu"), symbol.cua(p)
    if part is None or seen is None or len(seen.nhom) < 2:
        return
    issuer = p.first("co_quan")
    name = gap_dau(" ".join(issuer.text.split()).upper()) if issuer else ""
    code = seen.nhom[1]
    province = "ĐOÀN TỈNH" in name or "TỈNH ĐOÀN" in name or name.startswith(("THÀNH ĐOÀN", "BCH ĐOÀN TP"))
    wanted = "TĐTN" if province and p.first("chu_quan") is None and code == "ĐTN" else None
    if wanted is None and code not in _DOAN_BODIES:
        wanted = ", ".join(_DOAN_BODIES[:6])
    if wanted:
        loi = f"Chữ viết tắt tên cơ quan {quoted(code)} chưa đúng với tên cơ quan Đoàn ban hành."
        yield p.finding(loi, part=part, thay=code, can=wanted)


def _without_year(seen: symbol.Symbol) -> tuple[str, ...]:
    return tuple(group for group in seen.nhom if group != seen.nam)


RULES = (
    dau_noi, co_nam, ma_ten_loai, ma_sai, cong_van, don_vi_soan,
    dang_ky_hieu_doan, ma_ten_loai_doan, ma_co_quan_doan, dang_ky_hieu_dang, ma_ten_loai_dang,
)  # fmt: skip
