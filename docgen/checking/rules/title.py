"""Tên loại and trích yếu of a paper with a type: ô 5a, and the same lines in Đoàn and Party papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form.drawn import do_dai_ke, ke_duoi, ke_khong_phai_net_ve, thieu_ke
from docgen.checking.form.looks import canh_giua, co_chu, kieu
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.reading.facts import Part
from docgen.reading.parts.folding import fold
from docgen.reading.parts.header import is_reference
from docgen.standards import Sure
from docgen.vietnamese.refusal import quoted

_CLAUSE: Final = "PL I, P.I, M.II, k.5, đ.b; M.V #5a"
_ABBREVIATED: Final = re.compile(r"\s*[Vv]\s?/\s?v\b\.?\s*")


def named(p: Judged) -> Part | None:
    """The abstract of a paper with a type."""
    return p.first("trich_yeu") if p.first("ten_loai") is not None else None


def above_the_line(p: Judged) -> Part | None:
    """What the drawn line stands under: the abstract, or "(Kèm theo Quyết định …)" below it (PL III, Mẫu 1.3)."""
    part = named(p)
    if part is None:
        return None
    below = next((k for k in range(part.doan[-1] + 1, len(p.paper.paras)) if p.paper.paras[k].text.strip()), None)
    if below is None or not is_reference(fold(p.paper.paras[below].text.strip())):
        return part
    return replace(part, doan=(below,), text=p.paper.paras[below].text)


@rule("ND30-II.5b-1", ten="Kiểu chữ tên loại", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def kieu_chu_ten_loai(p: Judged) -> Iterator[Finding]:
    """Tên loại văn bản: chữ in hoa, kiểu chữ đứng, đậm.

    Đúng: KẾ HOẠCH, đậm. Sai: Kế hoạch; KẾ HOẠCH không đậm.
    """
    yield from kieu(p, p.first("ten_loai"), p.standard.ten_loai.ten_loai, "Tên loại")


@rule("ND30-II.5b-2", ten="Cỡ chữ tên loại", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def co_chu_ten_loai(p: Judged) -> Iterator[Finding]:
    """Tên loại văn bản dùng cỡ chữ 13 đến 14.

    Cỡ 15, 16 là thói quen cũ, hoặc là quy định của Đảng và Đoàn.
    Đúng: 14 pt. Sai: 16 pt.
    """
    yield from co_chu(p, p.first("ten_loai"), p.standard.ten_loai.ten_loai.co_chu_pt, "Tên loại")


@rule("ND30-II.5b-3", ten="Tên loại canh giữa", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def canh_giua_ten_loai(p: Judged) -> Iterator[Finding]:
    """Tên loại và trích yếu đặt canh giữa theo chiều ngang văn bản.

    Dòng được căn bằng dấu cách, phím Tab hoặc thụt lề thì không xét vì không biết chắc.
    Đúng: canh giữa. Sai: canh trái.
    """
    yield from canh_giua(p, p.first("ten_loai"), "Tên loại")
    yield from canh_giua(p, named(p), "Trích yếu")


@rule("ND30-II.5b-4", ten="Kiểu chữ trích yếu", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def kieu_chu_trich_yeu(p: Judged) -> Iterator[Finding]:
    """Trích yếu nội dung: chữ in thường, kiểu chữ đứng, đậm.

    Đúng: Tuyên truyền về an toàn thực phẩm năm 2025, đậm. Sai: TUYÊN TRUYỀN VỀ AN TOÀN THỰC PHẨM; chữ nghiêng.
    """
    yield from _abstract_look(p)


@rule("HD29-ten-loai-1", ten="Kiểu chữ tên loại, trích yếu", the_thuc=("doan",),
      dieu_khoan="HD 29 (tên loại, trích yếu)", sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, tên loại in hoa, đậm; trích yếu chữ in thường, đậm.

    Đúng: KẾ HOẠCH, đậm, trên “Tổ chức Ngày hội …”, đậm. Sai: trích yếu không đậm.
    """
    yield from kieu(p, p.first("ten_loai"), p.standard.ten_loai.ten_loai, "Tên loại")
    yield from _abstract_look(p)


@rule("HD05-ten-loai-1", ten="Kiểu chữ tên loại, trích yếu", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (tên loại, trích yếu)", sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, tên loại in hoa, đứng, đậm; trích yếu chữ in thường, đứng, đậm.

    Đúng: KẾ HOẠCH, đậm, trên “thực hiện …”, đậm. Sai: trích yếu không đậm.
    """
    yield from kieu(p, p.first("ten_loai"), p.standard.ten_loai.ten_loai, "Tên loại")
    yield from _abstract_look(p)


def _abstract_look(p: Judged) -> Iterator[Finding]:
    abstract, name = named(p), p.first("ten_loai")
    # Words behind the type on its own line may belong to the name (BIÊN BẢN LÀM VIỆC): their case tells nothing.
    beside = abstract is not None and name is not None and abstract.doan[0] == name.doan[0]
    yield from kieu(p, abstract, p.standard.ten_loai.trich_yeu, "Trích yếu", bo=("hoa",) if beside else ())


@rule("ND30-II.5b-5", ten="Cỡ chữ trích yếu", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def co_chu_trich_yeu(p: Judged) -> Iterator[Finding]:
    """Trích yếu của văn bản có tên loại dùng cỡ chữ 13 đến 14.

    Đúng: 14 pt. Sai: 12 pt.
    """
    yield from co_chu(p, named(p), p.standard.ten_loai.trich_yeu.co_chu_pt, "Trích yếu")


@rule("HD29-ten-loai-2", ten="Cỡ chữ tên loại, trích yếu", the_thuc=("doan",),
      dieu_khoan="HD 29 (tên loại, trích yếu)", sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, tên loại cỡ chữ 16, trích yếu cỡ chữ 14.

    Đúng: 16 và 14 pt. Sai: tên loại 14 pt.
    """
    yield from _sizes(p)


@rule("HD05-ten-loai-2", ten="Cỡ chữ tên loại, trích yếu", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (tên loại, trích yếu)", sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, tên loại cỡ chữ 15 đến 16, trích yếu cỡ chữ 14 đến 15.

    Đúng: 16 và 15 pt. Sai: tên loại 14 pt.
    """
    yield from _sizes(p)


def _sizes(p: Judged) -> Iterator[Finding]:
    yield from co_chu(p, p.first("ten_loai"), p.standard.ten_loai.ten_loai.co_chu_pt, "Tên loại")
    yield from co_chu(p, named(p), p.standard.ten_loai.trich_yeu.co_chu_pt, "Trích yếu")


@rule("ND30-II.5b-6", ten="Đường kẻ dưới trích yếu", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def ke_trich_yeu(p: Judged) -> Iterator[Finding]:
    """Bên dưới trích yếu có đường kẻ ngang, nét liền.

    Đường kẻ có thể được vẽ bằng cách chương trình không nhận ra, nên chỉ cảnh báo.
    Đúng: một nét liền ngắn dưới trích yếu. Sai: không có đường kẻ.
    """
    yield from thieu_ke(p, above_the_line(p), "trích yếu")


@rule("ND30-II.5b-7", ten="Độ dài đường kẻ dưới trích yếu", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def dai_ke_trich_yeu(p: Judged) -> Iterator[Finding]:
    """Đường kẻ dưới trích yếu dài từ 1/3 đến 1/2 dòng chữ, đặt cân đối.

    Độ dài dòng chữ được ước lượng theo phông Times New Roman nên chỉ cảnh báo.
    Đúng: dòng chữ dài 100 mm, đường kẻ 40 mm. Sai: đường kẻ 100 mm.
    """
    yield from do_dai_ke(p, above_the_line(p), p.standard.ten_loai.ke, "trích yếu")


@rule("ND30-II.5b-8", ten="Đường kẻ dưới trích yếu làm bằng ký tự", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.II, k.5, đ.b", sure=Sure.P, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def net_ke_trich_yeu(p: Judged) -> Iterator[Finding]:
    """Đường kẻ dưới trích yếu nên là nét vẽ, không phải hàng dấu gạch hay gạch chân chữ.

    Hàng gạch ngang (-----) là cách của văn bản Đảng, Đoàn.
    Đúng: nét vẽ liền. Nên tránh: -------; _______.
    """
    yield from ke_khong_phai_net_ve(p, above_the_line(p), "trích yếu")


@rule("ND30-II.5a-1", ten="“V/v” ở văn bản có tên loại", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.II, k.5, đ.a",
      sure=Sure.P, muc="canh-bao")  # fmt: skip
def v_v(p: Judged) -> Iterator[Finding]:
    """Chữ “V/v” chỉ dùng cho công văn; trích yếu của văn bản có tên loại ghi “Về việc …” hoặc nêu thẳng nội dung.

    Đúng: QUYẾT ĐỊNH / Về việc ban hành Quy chế. Nên sửa: QUYẾT ĐỊNH / V/v ban hành Quy chế.
    """
    part = named(p)
    found = _ABBREVIATED.match(part.text) if part else None
    if part is not None and found:
        yield p.finding("“V/v” chỉ dùng cho công văn.", part=part, thay=found[0].strip(), can="Về việc")


@rule("HD29-ten-loai-3", ten="Chữ đầu của trích yếu", the_thuc=("doan",), dieu_khoan="HD 29 (tên loại, trích yếu)",
      sure=Sure.V, muc="canh-bao")  # fmt: skip
def chu_dau_doan(p: Judged) -> Iterator[Finding]:
    """Trích yếu văn bản của Đoàn bắt đầu bằng chữ hoa trong mọi ví dụ của Hướng dẫn 29.

    Đúng: Về việc tổ chức …; Tổ chức Ngày hội … Nên sửa: về việc tổ chức …
    """
    yield from _first_letter(p)


@rule("HD05-ten-loai-3", ten="Chữ đầu của trích yếu", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (tên loại, trích yếu)", sure=Sure.V, muc="loi")  # fmt: skip
def chu_dau_dang(p: Judged) -> Iterator[Finding]:
    """Trích yếu văn bản của Đảng bắt đầu bằng chữ thường, nối tiếp tên loại thành một cụm.

    Tên riêng đứng đầu vẫn viết hoa, vì vậy chỉ những từ mở đầu quen thuộc (về, thực hiện, triển khai …) là lỗi, từ khác
    chỉ là cảnh báo.
    Đúng: KẾ HOẠCH / thực hiện công tác dân vận. Sai: KẾ HOẠCH / Thực hiện công tác dân vận.
    """
    yield from _first_letter(p)


_OPENING: Final = ("về", "thực", "triển", "tổ", "ban", "công", "kiểm", "tuyên", "tăng", "nâng", "sơ", "tổng", "phân")


def _first_letter(p: Judged) -> Iterator[Finding]:
    part, wanted = named(p), p.standard.ten_loai.chu_dau
    word = re.match(r"[^\W\d_]+", part.text) if part else None
    if part is None or wanted is None or word is None or word[0].isupper():
        return
    upper = word[0][0].isupper()
    if upper != (wanted.value == "hoa"):
        can = word[0][0].upper() + word[0][1:] if wanted.value == "hoa" else word[0].lower()
        kind = "chữ hoa" if wanted.value == "hoa" else "chữ thường"
        known = word[0].lower() in _OPENING
        loi = f"Trích yếu phải bắt đầu bằng {kind}."
        yield p.finding(loi, part=part, thay=word[0], can=can, muc=None if known else "canh-bao")


@rule("HD29-ten-loai-4", ten="Gạch dưới trích yếu", the_thuc=("doan",), dieu_khoan="HD 29 (tên loại, trích yếu)",
      sure=Sure.V, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def gach_doan(p: Judged) -> Iterator[Finding]:
    """Dưới trích yếu văn bản của Đoàn có một hàng gạch ngang (-------), dài ngắn tùy ý.

    Văn bản nhà nước dùng nét kẻ liền.
    Đúng: -------------. Nên sửa: nét kẻ; không có gì; ba dấu sao.
    """
    yield from _dashes(p)


@rule("HD05-ten-loai-4", ten="Gạch dưới trích yếu", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (tên loại, trích yếu)", sure=Sure.V2, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def gach_dang(p: Judged) -> Iterator[Finding]:
    """Dưới trích yếu văn bản của Đảng có năm dấu gạch ngang (-----).

    Đúng: -----. Nên sửa: nét kẻ; *; hàng gạch dài.
    """
    yield from _dashes(p)


def _dashes(p: Judged) -> Iterator[Finding]:
    part, row = named(p), p.first("gach_ten_loai")
    count = p.standard.ten_loai.ke.so_dau
    if part is None or count is None:
        return
    signs = "".join(row.text.split()) if row else ""
    exact = count.least == count.most
    can = p.standard.ten_loai.ke.chu
    loi = f"Dưới trích yếu phải có {f'{len(can)} dấu gạch ngang' if exact else 'một hàng gạch ngang'}."
    if row is None:
        thay = "nét kẻ" if ke_duoi(p, part) else "không có"
        yield p.finding(loi, part=part, thay=thay, can=can, chac="co-le")
    elif set(signs) != {can[0]} or not count.allows(len(signs)):
        yield p.finding(loi, part=row, thay=row.text, can=can)


@rule("ND30-D7-1", ten="Loại văn bản không còn trong danh mục", the_thuc=("nd30",), dieu_khoan="Điều 7", sure=Sure.V,
      muc="canh-bao")  # fmt: skip
def loai_cu(p: Judged) -> Iterator[Finding]:
    """Điều 7 liệt kê 29 loại văn bản hành chính; một số loại của Thông tư 01/2011 không còn trong danh mục.

    Đúng: GIẤY GIỚI THIỆU. Nên xem lại: BẢN CAM KẾT, GIẤY CHỨNG NHẬN, GIẤY ĐI ĐƯỜNG, GIẤY BIÊN NHẬN HỒ SƠ.
    """
    part = p.first("ten_loai")
    if part is not None and p.loai in _NO_LONGER:
        loi = f"{quoted(p.loai or '')} không có trong danh mục 29 loại văn bản hành chính."
        yield p.finding(loi, part=part, thay=part.text, can="một trong các loại ở Điều 7")


_NO_LONGER: Final = ("BẢN CAM KẾT", "GIẤY CHỨNG NHẬN", "GIẤY ĐI ĐƯỜNG", "GIẤY BIÊN NHẬN HỒ SƠ", "GIẤY XÁC NHẬN")

RULES = (
    kieu_chu_ten_loai, co_chu_ten_loai, canh_giua_ten_loai, kieu_chu_trich_yeu, co_chu_trich_yeu, ke_trich_yeu,
    dai_ke_trich_yeu, net_ke_trich_yeu, v_v, loai_cu,
    kieu_chu_doan, co_chu_doan, chu_dau_doan, gach_doan, kieu_chu_dang, co_chu_dang, chu_dau_dang, gach_dang,
)  # fmt: skip
