"""The names of the issuing body and of the body above it: ô 2, and the same place in Đoàn and Party papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form.drawn import do_dai_ke, ke_duoi, ke_khong_phai_net_ve, thieu_ke
from docgen.checking.form.looks import canh_giua, co_chu, kieu, nhin, so
from docgen.checking.form.printed import lines
from docgen.checking.form.spacing import lan
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.standards import Sure
from docgen.vietnamese.refusal import quoted
from docgen.vietnamese.tone import gap_dau

_SINGLE: Final = 1.1
_CLAUSE: Final = "PL I, P.I, M.II, k.2, đ.b; M.V #2"
# Names of bodies that offices shorten; the first two are the ones the decree writes in full itself.
_SHORT: Final = {
    "UBND": "ỦY BAN NHÂN DÂN",
    "HĐND": "HỘI ĐỒNG NHÂN DÂN",
    "BCĐ": "BAN CHỈ ĐẠO",
    "BQL": "BAN QUẢN LÝ",
    "VP": "VĂN PHÒNG",
    "TP.": "THÀNH PHỐ",
    "TP": "THÀNH PHỐ",
    "TTYT": "TRUNG TÂM Y TẾ",
    "GD&ĐT": "GIÁO DỤC VÀ ĐÀO TẠO",
    "GDĐT": "GIÁO DỤC VÀ ĐÀO TẠO",
    "VHTT&DL": "VĂN HÓA, THỂ THAO VÀ DU LỊCH",
    "VHTTDL": "VĂN HÓA, THỂ THAO VÀ DU LỊCH",
    "KH&CN": "KHOA HỌC VÀ CÔNG NGHỆ",
    "NN&MT": "NÔNG NGHIỆP VÀ MÔI TRƯỜNG",
}
_WITHOUT_PLACE: Final = re.compile(
    r"(?:UBND|ỦY BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN)(?: (?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU|HUYỆN|QUẬN|THỊ XÃ))?"
)
_SURELY: Final = ("UBND", "HĐND")


@rule("ND30-II.2a-1", ten="Tên cơ quan ban hành viết tắt", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.II, k.2, đ.a",
      sure=Sure.V, muc="loi")  # fmt: skip
def viet_tat(p: Judged) -> Iterator[Finding]:
    """Tên cơ quan ban hành ghi đầy đủ tên chính thức; chỉ tên cơ quan chủ quản được viết tắt những cụm từ thông dụng.

    Đúng: “UBND TỈNH LÀO CAI” (chủ quản) trên “SỞ CÔNG THƯƠNG”; “ỦY BAN NHÂN DÂN” trên “TỈNH LÀO CAI”.
    Sai: cơ quan ban hành ghi “UBND TỈNH LÀO CAI”.
    """
    part = p.first("co_quan")
    if part is None:
        return
    for line in lines(p, part):
        for word in re.findall(r"[A-ZĐ&]+\.?", line.hien):
            full = _SHORT.get(word) or _SHORT.get(word.rstrip("."))
            if full:
                sure = word in _SURELY
                loi = f"Tên cơ quan ban hành không được viết tắt {quoted(word)}."
                yield p.finding(loi, doan=line.doan, part=part, thay=word, can=full, muc=None if sure else "canh-bao")
                return


@rule("ND30-II.2a-2", ten="Tên địa phương của cơ quan chủ quản", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.II, k.2, đ.a", sure=Sure.T, muc="loi")  # fmt: skip
def ten_dia_phuong(p: Judged) -> Iterator[Finding]:
    """Tên cơ quan chủ quản ở địa phương ghi kèm tên tỉnh, thành phố, xã, phường, đặc khu.

    Đúng: UBND TỈNH LÀO CAI. Sai: UBND TỈNH; ỦY BAN NHÂN DÂN.
    """
    part = p.first("chu_quan")
    name = gap_dau(" ".join(" ".join(line.hien for line in lines(p, part)).split())).upper() if part else ""
    if part is not None and _WITHOUT_PLACE.fullmatch(name):
        loi = "Tên cơ quan chủ quản ở địa phương phải ghi kèm tên địa phương."
        yield p.finding(loi, part=part, thay=part.text, can=f"{name} <tên địa phương>")


@rule("HD29-co-quan-4", ten="Cơ quan cấp trên của tỉnh, thành đoàn", the_thuc=("doan",),
      dieu_khoan="HD 29 (tên cơ quan)", sure=Sure.V, muc="canh-bao")  # fmt: skip
def khong_cap_tren(p: Judged) -> Iterator[Finding]:
    """Văn bản của tỉnh, thành đoàn ghi tên cơ quan trên một dòng, không ghi cơ quan cấp trên.

    Đúng: BCH ĐOÀN TỈNH LÀO CAI. Nên sửa: TRUNG ƯƠNG ĐOÀN (dòng trên) / BCH ĐOÀN TỈNH LÀO CAI.
    """
    above, own = p.first("chu_quan"), p.first("co_quan")
    if above is not None and own is not None and "ĐOÀN TỈNH" in " ".join(own.text.upper().split()):
        loi = "Văn bản của tỉnh, thành đoàn không được ghi cơ quan cấp trên."
        yield p.finding(loi, part=above, thay=above.text, can="bỏ dòng này")


@rule("ND30-II.2b-1", ten="Kiểu chữ tên cơ quan chủ quản", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_chu_quan(p: Judged) -> Iterator[Finding]:
    """Tên cơ quan chủ quản trực tiếp: chữ in hoa, kiểu chữ đứng, không đậm.

    Chỉ tên cơ quan ban hành in đậm, để phân biệt cơ quan nào chịu trách nhiệm về văn bản.
    Đúng: UBND TỈNH LÀO CAI (thường) trên SỞ CÔNG THƯƠNG (đậm). Sai: cả hai dòng đều đậm.
    """
    yield from kieu(p, p.first("chu_quan"), p.standard.dau_trang.chu_quan, "Tên cơ quan chủ quản")


@rule("ND30-II.2b-2", ten="Kiểu chữ tên cơ quan ban hành", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_co_quan(p: Judged) -> Iterator[Finding]:
    """Tên cơ quan ban hành: chữ in hoa, kiểu chữ đứng, đậm.

    Đúng: SỞ CÔNG THƯƠNG, đậm. Sai: Sở Công Thương; chữ in hoa không đậm.
    """
    yield from kieu(p, p.first("co_quan"), p.standard.dau_trang.co_quan, "Tên cơ quan ban hành")


@rule("ND30-II.2b-3", ten="Cỡ chữ tên cơ quan", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def co_chu_co_quan(p: Judged) -> Iterator[Finding]:
    """Tên cơ quan ban hành và tên cơ quan chủ quản dùng cỡ chữ 12 đến 13.

    Đúng: 13 pt. Sai: 14 pt; 11 pt.
    """
    yield from _sizes(p)


@rule("HD29-co-quan-1", ten="Cỡ chữ tên cơ quan", the_thuc=("doan",), dieu_khoan="HD 29 (tên cơ quan)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_co_quan_doan(p: Judged) -> Iterator[Finding]:
    """Tên cơ quan ban hành và cơ quan cấp trên trong văn bản của Đoàn dùng cỡ chữ 14.

    Đúng: 14 pt. Sai: 13 pt.
    """
    yield from _sizes(p)


@rule("HD05-co-quan-1", ten="Cỡ chữ tên cơ quan", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (tên cơ quan)",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_co_quan_dang(p: Judged) -> Iterator[Finding]:
    """Tên cơ quan ban hành và cơ quan cấp trên trong văn bản của Đảng dùng cỡ chữ 14.

    Đúng: 14 pt. Sai: 13 pt.
    """
    yield from _sizes(p)


def _sizes(p: Judged) -> Iterator[Finding]:
    head = p.standard.dau_trang
    yield from co_chu(p, p.first("chu_quan"), head.chu_quan.co_chu_pt, "Tên cơ quan cấp trên")
    yield from co_chu(p, p.first("co_quan"), head.co_quan.co_chu_pt, "Tên cơ quan ban hành")


@rule("HD29-co-quan-2", ten="Kiểu chữ tên cơ quan", the_thuc=("doan",), dieu_khoan="HD 29 (tên cơ quan)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_co_quan_doan(p: Judged) -> Iterator[Finding]:
    """Tên cơ quan ban hành in hoa, đứng, đậm; tên cơ quan cấp trên in hoa, đứng, không đậm.

    Đúng: THÀNH ĐOÀN HÀ NỘI (thường) trên BCH ĐOÀN QUẬN BA ĐÌNH (đậm). Sai: cả hai dòng đều đậm.
    """
    yield from _weights(p)


@rule("HD05-co-quan-2", ten="Kiểu chữ tên cơ quan", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (tên cơ quan)",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_co_quan_dang(p: Judged) -> Iterator[Finding]:
    """Tên cơ quan ban hành in hoa, đứng, đậm; tên cơ quan cấp trên in hoa, đứng, không đậm.

    Đúng: ĐẢNG BỘ TỈNH LÀO CAI (thường) trên ĐẢNG ỦY XÃ BẮC HÀ (đậm). Sai: cả hai dòng đều đậm.
    """
    yield from _weights(p)


def _weights(p: Judged) -> Iterator[Finding]:
    head = p.standard.dau_trang
    yield from kieu(p, p.first("chu_quan"), head.chu_quan, "Tên cơ quan cấp trên")
    yield from kieu(p, p.first("co_quan"), head.co_quan, "Tên cơ quan ban hành")


@rule("ND30-II.2b-4", ten="Tên cơ quan canh giữa", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def canh_giua_co_quan(p: Judged) -> Iterator[Finding]:
    """Tên cơ quan ban hành canh giữa dưới tên cơ quan chủ quản.

    Dòng được căn bằng dấu cách, phím Tab hoặc thụt lề thì không xét vì không biết chắc.
    Đúng: canh giữa trong cột trái. Sai: canh trái.
    """
    yield from canh_giua(p, p.first("co_quan"), "Tên cơ quan ban hành")


@rule("ND30-II.2b-5", ten="Đường kẻ dưới tên cơ quan", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def ke_co_quan(p: Judged) -> Iterator[Finding]:
    """Phía dưới tên cơ quan ban hành có đường kẻ ngang, nét liền.

    Đường kẻ có thể được vẽ bằng cách chương trình không nhận ra, nên chỉ cảnh báo.
    Đúng: một nét liền ngắn dưới “SỞ CÔNG THƯƠNG”. Sai: không có đường kẻ; có dấu *** như văn bản Đoàn.
    """
    yield from thieu_ke(p, p.first("co_quan"), "tên cơ quan ban hành")


@rule("ND30-II.2b-6", ten="Độ dài đường kẻ dưới tên cơ quan", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def dai_ke_co_quan(p: Judged) -> Iterator[Finding]:
    """Đường kẻ dưới tên cơ quan ban hành dài từ 1/3 đến 1/2 dòng chữ, đặt cân đối.

    Độ dài dòng chữ được ước lượng theo phông Times New Roman nên chỉ cảnh báo.
    Đúng: dòng chữ dài 44 mm, đường kẻ 18 mm. Sai: đường kẻ dài bằng cả dòng chữ.
    """
    yield from do_dai_ke(p, p.first("co_quan"), p.standard.dau_trang.ke_co_quan, "tên cơ quan ban hành")


@rule("ND30-II.2b-7", ten="Đường kẻ dưới tên cơ quan làm bằng ký tự", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.II, k.2, đ.b", sure=Sure.P, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def net_ke_co_quan(p: Judged) -> Iterator[Finding]:
    """Đường kẻ dưới tên cơ quan nên là nét vẽ, không phải hàng dấu gạch hay gạch chân chữ.

    Chính tệp mẫu của Nghị định dùng hàng gạch dưới, nên chỉ cảnh báo.
    Đúng: nét vẽ liền. Nên tránh: -------; _______; gạch chân tên cơ quan.
    """
    yield from ke_khong_phai_net_ve(p, p.first("co_quan"), "tên cơ quan ban hành")


@rule("ND30-II.2b-8", ten="Giãn dòng tên cơ quan", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def gian_dong_co_quan(p: Judged) -> Iterator[Finding]:
    """Tên cơ quan chủ quản và tên cơ quan ban hành trình bày cách nhau dòng đơn.

    Mẫu của Word và của các cơ quan thường để giãn dòng riêng nên chỉ cảnh báo.
    Đúng: giãn dòng 1,0. Sai: giãn dòng 1,5.
    """
    for ten in ("chu_quan", "co_quan"):
        part = p.first(ten)
        spacing = lan(p, part.doan[-1]) if part else None
        if part is not None and spacing is not None and spacing > _SINGLE:
            loi = "Tên cơ quan phải cách dòng đơn."
            yield nhin(p, loi, part=part, thay=f"giãn dòng {so(spacing, 2)}", can="giãn dòng đơn (1,0)")
            return


@rule("HD29-co-quan-3", ten="Dấu dưới tên cơ quan", the_thuc=("doan",), dieu_khoan="HD 29 (tên cơ quan)", sure=Sure.V,
      muc="loi")  # fmt: skip
def dau_sao_doan(p: Judged) -> Iterator[Finding]:
    """Dưới tên cơ quan ban hành văn bản của Đoàn có ba dấu sao (***).

    Văn bản của Đảng dùng một dấu sao (*), văn bản nhà nước dùng nét kẻ.
    Đúng: ***. Sai: *; ------.
    """
    yield from _stars(p)


@rule("HD05-co-quan-3", ten="Dấu dưới tên cơ quan", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (tên cơ quan)",
      sure=Sure.V, muc="loi")  # fmt: skip
def dau_sao_dang(p: Judged) -> Iterator[Finding]:
    """Dưới tên cơ quan ban hành văn bản của Đảng có một dấu sao (*).

    Văn bản của Đoàn dùng ba dấu sao (***), văn bản nhà nước dùng nét kẻ.
    Đúng: *. Sai: ***; ------.
    """
    yield from _stars(p)


def _stars(p: Judged) -> Iterator[Finding]:
    issuer, row = p.first("co_quan"), p.first("gach_co_quan")
    wanted = p.standard.dau_trang.ke_co_quan.chu
    if issuer is None:
        return
    if row is None:
        drawn = bool(ke_duoi(p, issuer))
        loi = f"Dưới tên cơ quan ban hành phải có dấu {quoted(wanted)}."
        thay = "nét kẻ" if drawn else "không có"
        yield p.finding(loi, part=issuer, thay=thay, can=wanted, muc="canh-bao", chac="co-le")
    elif "".join(row.text.split()) != wanted:
        loi = f"Dấu dưới tên cơ quan ban hành phải là {quoted(wanted)}."
        yield p.finding(loi, part=row, thay=row.text, can=wanted)


RULES = (
    viet_tat, ten_dia_phuong, kieu_chu_chu_quan, kieu_chu_co_quan, co_chu_co_quan, canh_giua_co_quan, ke_co_quan,
    dai_ke_co_quan, net_ke_co_quan, gian_dong_co_quan, khong_cap_tren, co_chu_co_quan_doan, kieu_chu_co_quan_doan,
    dau_sao_doan, co_chu_co_quan_dang, kieu_chu_co_quan_dang, dau_sao_dang,
)  # fmt: skip
