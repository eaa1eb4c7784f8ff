"""Quốc hiệu and Tiêu ngữ: ô 1 of a paper of the State."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form.drawn import do_dai_ke, ke_khong_phai_net_ve, thieu_ke
from docgen.checking.form.looks import MOST, canh_giua, co_chu, cot_mm, kieu, nhin, so
from docgen.checking.form.printed import lines
from docgen.checking.form.spacing import lan
from docgen.checking.form.widths import rong_mm
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.reading.facts import Part
from docgen.standards import Sure
from docgen.standards.parts import HeaderLine

_WORDS: Final = re.compile(r"[^\W\d_]+(?:\s+[^\W\d_]+)*")
_DASHES: Final = re.compile(r"\s*[-–—]\s*")
_SINGLE: Final = 1.1


def _crest(p: Judged) -> HeaderLine:
    return p.standard.dau_trang.phai[0]


def _motto(p: Judged) -> HeaderLine:
    return p.standard.dau_trang.phai[1]


def _shown(p: Judged, part: Part) -> str:
    return " ".join(" ".join(line.hien for line in lines(p, part)).split())


@rule("ND30-II.1a-1", ten="Chữ của Quốc hiệu", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.II, k.1, đ.a; M.V #1",
      sure=Sure.V, muc="loi")  # fmt: skip
def chu_quoc_hieu(p: Judged) -> Iterator[Finding]:
    """Quốc hiệu ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”, chữ in hoa.

    Nghị định in cả hai cách đặt dấu HÒA và HOÀ nên cả hai đều được chấp nhận.
    Đúng: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM. Sai: CỘNG HÕA XÃ HỘI …; Cộng hòa xã hội chủ nghĩa Việt Nam.
    """
    part, wanted = p.first("quoc_hieu"), _crest(p)
    if part is None:
        return
    seen = _shown(p, part)
    if seen not in (wanted.loi.value, *wanted.chap_nhan):
        yield p.finding("Quốc hiệu ghi chưa đúng.", part=part, thay=seen, can=wanted.loi.value, chac="chac")


@rule("ND30-II.1a-2", ten="Kiểu chữ Quốc hiệu", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.II, k.1, đ.a; M.V #1",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_quoc_hieu(p: Judged) -> Iterator[Finding]:
    """Quốc hiệu in đậm, kiểu chữ đứng.

    Đúng: chữ in hoa, đứng, đậm. Sai: không đậm; in nghiêng.
    """
    yield from kieu(p, p.first("quoc_hieu"), _crest(p).chu, "Quốc hiệu", bo=("hoa",))


@rule("ND30-II.1a-3", ten="Cỡ chữ Quốc hiệu", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.II, k.1, đ.a; M.V #1",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_quoc_hieu(p: Judged) -> Iterator[Finding]:
    """Quốc hiệu dùng cỡ chữ 12 đến 13.

    Đúng: 13 pt. Sai: 14 pt; 11 pt.
    """
    yield from co_chu(p, p.first("quoc_hieu"), _crest(p).chu.co_chu_pt, "Quốc hiệu")


@rule("ND30-II.1a-4", ten="Dòng ở đầu trang bị ngắt", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.II, k.1",
      sure=Sure.P, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def mot_dong(p: Judged) -> Iterator[Finding]:
    """Quốc hiệu, Tiêu ngữ, địa danh và ngày tháng mỗi thành phần nên nằm gọn trên một dòng.

    Lời văn không nêu, và độ dài dòng chữ là ước lượng, nên chỉ cảnh báo khi cột rõ ràng là hẹp hơn dòng chữ.
    Đúng: cột phải rộng 100 mm. Nên sửa: cột phải rộng 80 mm làm Quốc hiệu xuống hai dòng.
    """
    for ten, goi in (("quoc_hieu", "Quốc hiệu"), ("tieu_ngu", "Tiêu ngữ"), ("dia_danh_ngay", "Địa danh, ngày tháng")):
        part = p.first(ten)
        line = next(lines(p, part), None) if part else None
        column = cot_mm(p, line.doan) if line else None
        if part is None or line is None or column is None or line.co_chu_pt is None:
            continue
        width = rong_mm(line.hien, line.co_chu_pt, line.share(lambda look: look.dam) > MOST)
        if width > column:
            loi = f"{goi} dài hơn cột nên bị ngắt xuống dòng."
            yield nhin(p, loi, line, part=part, thay=f"cột rộng {so(column)} mm", can=f"khoảng {so(width)} mm trở lên",
                       chac="co-le")  # fmt: skip


@rule("ND30-II.1b-1", ten="Chữ của Tiêu ngữ", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.II, k.1, đ.b; M.V #1",
      sure=Sure.V, muc="loi")  # fmt: skip
def chu_tieu_ngu(p: Judged) -> Iterator[Finding]:
    """Tiêu ngữ ghi “Độc lập - Tự do - Hạnh phúc”: chữ in thường, chữ cái đầu của mỗi cụm từ viết hoa.

    Đúng: Độc lập - Tự do - Hạnh phúc. Sai: Độc Lập - Tự Do - Hạnh Phúc; ĐỘC LẬP - TỰ DO - HẠNH PHÚC.
    """
    part, wanted = p.first("tieu_ngu"), _motto(p).loi.value
    if part is None:
        return
    seen = _shown(p, part)
    if [word.split() for word in _WORDS.findall(seen)] != [word.split() for word in _WORDS.findall(wanted)]:
        yield p.finding("Tiêu ngữ ghi chưa đúng.", part=part, thay=seen, can=wanted, chac="chac")


@rule("ND30-II.1b-2", ten="Gạch nối trong Tiêu ngữ", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.II, k.1, đ.b; M.V #1", sure=Sure.V, muc="loi")  # fmt: skip
def gach_noi_tieu_ngu(p: Judged) -> Iterator[Finding]:
    """Giữa các cụm từ của Tiêu ngữ có gạch nối (-), có cách chữ.

    Nghị định không nói đến mã ký tự; gạch ngang dài (–) Word tự đổi trông gần giống nên chỉ là cảnh báo.
    Đúng: Độc lập - Tự do - Hạnh phúc. Sai: Độc lập-Tự do-Hạnh phúc. Nên tránh: Độc lập – Tự do – Hạnh phúc.
    """
    part, wanted = p.first("tieu_ngu"), _motto(p).loi.value
    if part is None:
        return
    signs = _DASHES.findall(part.text)
    wrong = next((sign for sign in signs if sign != " - "), None)
    if wrong is None and len(signs) == len(_DASHES.findall(wanted)):
        return
    spaced = all(sign[:1].isspace() and sign[-1:].isspace() for sign in signs)
    long = spaced and len(signs) == len(_DASHES.findall(wanted))
    loi = "Các cụm từ của Tiêu ngữ phải nối bằng gạch nối (-), có cách chữ ở hai bên."
    yield p.finding(loi, part=part, thay=part.text, can=wanted, muc="canh-bao" if long else None, chac="chac")


@rule("ND30-II.1b-3", ten="Kiểu chữ Tiêu ngữ", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.II, k.1, đ.b; M.V #1",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_tieu_ngu(p: Judged) -> Iterator[Finding]:
    """Tiêu ngữ in đậm, kiểu chữ đứng.

    Đúng: chữ đứng, đậm. Sai: không đậm; in nghiêng.
    """
    yield from kieu(p, p.first("tieu_ngu"), _motto(p).chu, "Tiêu ngữ", bo=("hoa",))


@rule("ND30-II.1b-4", ten="Cỡ chữ Tiêu ngữ", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.II, k.1, đ.b; M.V #1",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_tieu_ngu(p: Judged) -> Iterator[Finding]:
    """Tiêu ngữ dùng cỡ chữ 13 đến 14.

    Đúng: 14 pt. Sai: 12 pt.
    """
    yield from co_chu(p, p.first("tieu_ngu"), _motto(p).chu.co_chu_pt, "Tiêu ngữ")


@rule("ND30-II.1b-5", ten="Tiêu ngữ canh giữa dưới Quốc hiệu", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.II, k.1, đ.b; M.V #1", sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def tieu_ngu_canh_giua(p: Judged) -> Iterator[Finding]:
    """Tiêu ngữ canh giữa dưới Quốc hiệu.

    Dòng được căn bằng dấu cách, phím Tab hoặc thụt lề thì không xét vì không biết chắc.
    Đúng: canh giữa trong ô bên phải. Sai: canh trái trong ô bên phải.
    """
    yield from canh_giua(p, p.first("tieu_ngu"), "Tiêu ngữ")


@rule("ND30-II.1b-6", ten="Đường kẻ dưới Tiêu ngữ", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.II, k.1, đ.b; M.V #1",
      sure=Sure.V, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def ke_tieu_ngu(p: Judged) -> Iterator[Finding]:
    """Phía dưới Tiêu ngữ có đường kẻ ngang, nét liền.

    Đường kẻ có thể được vẽ bằng cách chương trình không nhận ra, nên chỉ cảnh báo.
    Đúng: một nét liền dưới “Độc lập - Tự do - Hạnh phúc”. Sai: không có đường kẻ.
    """
    yield from thieu_ke(p, p.first("tieu_ngu"), "Tiêu ngữ")


@rule("ND30-II.1b-7", ten="Độ dài đường kẻ dưới Tiêu ngữ", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.II, k.1, đ.b; M.V #1", sure=Sure.V, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def dai_ke_tieu_ngu(p: Judged) -> Iterator[Finding]:
    """Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ.

    Độ dài dòng chữ được ước lượng theo phông Times New Roman nên chỉ cảnh báo.
    Đúng: dòng chữ dài 60 mm, đường kẻ dài 60 mm. Sai: đường kẻ dài 40 mm.
    """
    yield from do_dai_ke(p, p.first("tieu_ngu"), p.standard.dau_trang.ke_phai, "Tiêu ngữ")


@rule("ND30-II.1b-8", ten="Đường kẻ dưới Tiêu ngữ làm bằng ký tự", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.II, k.1, đ.b", sure=Sure.P, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def net_ke_tieu_ngu(p: Judged) -> Iterator[Finding]:
    """Đường kẻ dưới Tiêu ngữ nên là nét vẽ, không phải hàng dấu gạch dưới hay gạch chân chữ.

    Chính tệp mẫu của Nghị định dùng hàng gạch dưới, nên chỉ cảnh báo.
    Đúng: nét vẽ liền. Nên tránh: _______; gạch chân dòng Tiêu ngữ.
    """
    yield from ke_khong_phai_net_ve(p, p.first("tieu_ngu"), "Tiêu ngữ")


@rule("ND30-II.1c-1", ten="Quốc hiệu ở bên phải", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.II, k.1, đ.a",
      sure=Sure.V, muc="loi")  # fmt: skip
def ben_phai(p: Judged) -> Iterator[Finding]:
    """Quốc hiệu, Tiêu ngữ ở phía trên, bên phải trang đầu; tên cơ quan ở bên trái.

    Đúng: cột trái là tên cơ quan, cột phải là Quốc hiệu. Sai: hai cột đổi chỗ cho nhau.
    """
    yield from doi_cho(p, "quoc_hieu", "Quốc hiệu, Tiêu ngữ")


def doi_cho(p: Judged, ten: str, goi: str) -> Iterator[Finding]:
    """Tell when what belongs on the right stands left of the issuer in one table."""
    right, left = p.first(ten), p.first("co_quan")
    if right is None or left is None:
        return
    there, here = p.para(right).o, p.para(left).o
    if there is None or here is None or there[0] != here[0]:
        return
    columns = {cell.id: cell.cot_luoi for table in p.paper.bang for cell in table.o}
    if columns.get(there, 0) < columns.get(here, 0):
        yield p.finding(f"{goi} phải ở bên phải, tên cơ quan ở bên trái.", part=right, thay="bên trái", can="bên phải")


@rule("ND30-II.1c-2", ten="Giãn dòng giữa Quốc hiệu và Tiêu ngữ", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.II, k.1", sure=Sure.V, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def gian_dong_quoc_hieu(p: Judged) -> Iterator[Finding]:
    """Hai dòng Quốc hiệu và Tiêu ngữ trình bày cách nhau dòng đơn.

    Mẫu của Word và của các cơ quan thường để giãn dòng riêng nên chỉ cảnh báo.
    Đúng: giãn dòng 1,0. Sai: giãn dòng 1,5.
    """
    for ten, goi in (("quoc_hieu", "Quốc hiệu"), ("tieu_ngu", "Tiêu ngữ")):
        part = p.first(ten)
        if part is None:
            continue
        spacing = lan(p, part.doan[-1])
        if spacing is not None and spacing > _SINGLE:
            loi = f"{goi} phải cách dòng đơn."
            yield nhin(p, loi, part=part, thay=f"giãn dòng {so(spacing, 2)}", can="giãn dòng đơn (1,0)")
            return


RULES = (
    chu_quoc_hieu, kieu_chu_quoc_hieu, co_chu_quoc_hieu, mot_dong, chu_tieu_ngu, gach_noi_tieu_ngu, kieu_chu_tieu_ngu,
    co_chu_tieu_ngu, tieu_ngu_canh_giua, ke_tieu_ngu, dai_ke_tieu_ngu, net_ke_tieu_ngu, ben_phai, gian_dong_quoc_hieu,
)  # fmt: skip
