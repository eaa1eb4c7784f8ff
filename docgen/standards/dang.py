"""Hướng dẫn số 05-HD/VPTW: the form of the papers of the Party.

Most figures rest on secondary sources (V2, S): the text of the guidance was not read. What stands in the text of
66-QĐ/TW, 399-QĐ/TW or Hướng dẫn 36-HD/VPTW, the guidance before it, is marked V. An address names the part of
the paper in brackets.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from docgen.standards.borrow import borrowed
from docgen.standards.dang_cap import CAP
from docgen.standards.figures import Figure, Range, Sure, part, size
from docgen.standards.nd30 import ND30
from docgen.standards.parts import (
    Basis,
    Body,
    DateLine,
    EndMark,
    Header,
    HeaderLine,
    Margins,
    Mark,
    Number,
    Page,
    PageNumber,
    Prefix,
    Recipients,
    Rule,
    Signature,
    Title,
)
from docgen.standards.standard import Standard

V, V2, S, K, UNSURE = Sure.V, Sure.V2, Sure.S, Sure.K, Sure.UNSURE


def _hd(phan: str) -> str:
    return f"HD 05-HD/VPTW ({phan})"


_LE, _TIEU_DE, _CO_QUAN, _SO_KH = _hd("lề trang"), _hd("tiêu đề"), _hd("tên cơ quan"), _hd("số, ký hiệu")
_DATE, _TEN, _LOI_VAN, _KY_TEN = _hd("địa danh, ngày"), _hd("tên loại, trích yếu"), _hd("nội dung"), _hd("đề ký")
_NHAN, _CC, _TRANG_SO = _hd("nơi nhận"), _hd("căn cứ"), _hd("số trang")


def _le(tren: float, duoi: float, trai: float, phai: float) -> Margins:
    one = [Range(mm, mm, mm, _LE, V2) for mm in (tren, duoi, trai, phai)]
    return Margins(*one)


_TRANG = Page(
    kho_giay=Figure("A4", _hd("khổ giấy"), V2),
    rong_mm=Figure(210.0, _hd("khổ giấy"), V2),
    cao_mm=Figure(297.0, _hd("khổ giấy"), V2),
    cho_phep_ngang=Figure(True, "theo NĐ 30, PL I, P.I, M.I, k.2", K),
    le=_le(20, 20, 30, 15),
    le_mat_sau=_le(20, 20, 15, 30),
    le_ngang=None,
    sai_so_le_mm=ND30.trang.sai_so_le_mm,
    phong_chu=Figure("Times New Roman", _hd("phông chữ"), V),
    bo_ma=Figure("Unicode (TCVN 6909:2001)", _hd("phông chữ"), V),
    mau_chu=None,
)

_DAU_TRANG = Header(
    phai=(
        HeaderLine(
            Figure("ĐẢNG CỘNG SẢN VIỆT NAM", _TIEU_DE, V),
            (),
            part(size(15, 15, 15, _TIEU_DE, V), hoa=True, dam=True, canh="giua"),
        ),
    ),
    ke_phai=Rule(Figure("ke", _TIEU_DE, V), "", ty_le=Range(1, 1, 1, _TIEU_DE, V), so_dau=None),
    chu_quan=part(size(14, 14, 14, _CO_QUAN, V), hoa=True, canh="giua", canh_sure=K),
    co_quan=part(size(14, 14, 14, _CO_QUAN, V), hoa=True, dam=True, canh="giua", canh_sure=K),
    ke_co_quan=Rule(Figure("sao", _CO_QUAN, V), "*", ty_le=None, so_dau=Range(1, 1, 1, _CO_QUAN, V)),
)

_TEN_LOAI = Title(
    ten_loai=part(size(15, 16, 16, _TEN, V), hoa=True, dam=True, canh="giua"),
    trich_yeu=part(size(14, 15, 15, _TEN, V), dam=True, canh="giua"),
    chu_dau=Figure("thuong", _TEN, V),
    ke=Rule(Figure("gach", _TEN, V2), "-----", ty_le=None, so_dau=Range(5, 5, 5, _TEN, V2)),
)

_KY = Signature(
    tien_to=(
        Prefix("T/M ", "ký thay mặt tập thể", Figure("tap-the", _KY_TEN, V), _KY_TEN),
        Prefix("K/T ", "ký thay người đứng đầu", Figure("chuc-vu", _KY_TEN, V), _KY_TEN),
        Prefix("T/L ", "ký thừa lệnh", None, _KY_TEN),
        Prefix("Q. ", "quyền cấp trưởng", Figure("chuc-vu", _KY_TEN, V), _KY_TEN),
    ),
    quyen_han=part(size(14, 14, 14, _KY_TEN, V2), hoa=True, dam=True, canh="giua", canh_sure=K),
    chuc_vu=part(size(14, 14, 14, _KY_TEN, V2), hoa=True, canh="giua", canh_sure=K),
    ho_ten=part(size(14, 14, 14, _KY_TEN, V2), dam=True, canh="giua", canh_sure=K),
    chuc_vu_khac=None,
    khong_hoc_ham=Figure(True, _KY_TEN, V2),
)

_NOI_NHAN = Recipients(
    nhan=part(size(14, 14, 14, _NHAN, V2), gach_chan=True, canh="trai"),
    loi_nhan=Figure("Nơi nhận:", _NHAN, V2),
    danh_sach=part(size(12, 12, 12, _NHAN, V2), canh="trai"),
    dau_dong=Figure("- ", _NHAN, V2),
    # HD 36 was practised with a comma, HD 05 is reported with a semicolon.
    giua=Figure(";", _NHAN, UNSURE),
    cuoi=Figure(".", _NHAN, V2),
    luu=Figure("Lưu {luu}", _NHAN, V2),
    so_ban=Figure(" ({so_ban})", "theo NĐ 30, PL III, Mẫu 1.4, ghi chú 9", UNSURE),
    so_ban_sau_dau=False,
    luu_mo_dau=None,
)


def _dau(ma: str, loi: str, chap_nhan: tuple[str, ...] = (), *, khung: bool = False) -> Mark:
    clause = _hd("mật, khẩn")
    return Mark(
        ma=ma,
        loi=Figure(loi, clause, V),
        chap_nhan=chap_nhan,
        chu=part(size(14, 14, 14, clause, S), hoa=True, dam=True, canh="giua"),
        khung=Figure(khung, clause, UNSURE),
        rong_mm=None,
        cao_mm=None,
        mau=None,
    )


# Nothing was found on the look of appendices: they follow the State's.
_PHU_LUC = replace(
    borrowed(ND30.phu_luc, K),
    # Party papers put a comma before the date of a paper they name.
    dan_chieu_mau=Figure("(Kèm theo {ten_loai} số {so_ky_hieu}, {ngay} của {co_quan})", _hd("viện dẫn"), S),
    dau_het=Figure(False, _hd("kết thúc văn bản"), S),
)

DANG = Standard(
    ma="dang",
    ten="Hướng dẫn số 05-HD/VPTW",
    ten_ngan="Hướng dẫn 05 của Văn phòng Trung ương Đảng",
    tu_ngay=date(2026, 5, 27),
    nguon="Hướng dẫn số 05-HD/VPTW, ngày 27 tháng 5 năm 2026 của Văn phòng Trung ương Đảng",
    trang=_TRANG,
    so_trang=PageNumber(
        chu=part(size(14, 14, 14, _TRANG_SO, V2), dam=None, canh="giua"),
        vi_tri=Figure("dau-trang", _TRANG_SO, V2),
        trang_dau=Figure(False, _TRANG_SO, V2),
        cach_mep_mm=Figure(10.0, _TRANG_SO, V2),
        phu_luc_rieng=None,
    ),
    dau_trang=_DAU_TRANG,
    so=Number(
        chu=part(size(14, 14, 14, _SO_KH, V), hoa=None, canh="giua", canh_sure=K),
        dau=Figure("Số ", _SO_KH, V),
        mau=Figure("{so}-{loai}/{co_quan}", _SO_KH, V),
        mau_khong_loai=Figure("{so}/{co_quan}", _SO_KH, K),
        them_khong_duoi=Figure(10, _SO_KH, V2),
        cach_chu=Figure(False, _SO_KH, V),
        dat_lai=Figure("nhiem-ky", _SO_KH, V),
    ),
    ngay=DateLine(
        chu=part(size(14, 14, 14, _DATE, V), nghieng=True, canh="giua", canh_sure=K),
        mau=Figure("{dia_danh}, ngày {ngay} tháng {thang} năm {nam}", _DATE, V),
        ngay_them_khong_duoi=Figure(10, _DATE, V2),
        thang_them_khong_den=Figure(2, _DATE, V2),
    ),
    ten_loai=_TEN_LOAI,
    kinh_gui=borrowed(ND30.kinh_gui, K),
    can_cu=Basis(
        chu=replace(part(size(14, 14, 14, _CC, V), dam=None, canh="deu"), nghieng=Figure(False, _CC, S)),
        dau_dong=Figure("- ", _CC, V),
        giua=Figure(";", _CC, V),
        cuoi=Figure(",", _CC, V),
    ),
    noi_dung=Body(
        chu=part(size(14, 15, 14, _LOI_VAN, V), dam=None, canh="deu"),
        lui_dau_dong_mm=Range(None, None, 10, _LOI_VAN + "; khoảng 10 mm", UNSURE),
        cach_doan_pt=Range(6, None, 6, _LOI_VAN, V2),
        gian_dong_lan=None,
        gian_dong_pt=Range(18, 22, 18, _LOI_VAN, V2),
    ),
    cap=CAP,
    dau_het=EndMark(Figure(".", _hd("kết thúc văn bản"), S), (".",)),
    ky=_KY,
    noi_nhan=_NOI_NHAN,
    do_khan=(_dau("khan", "KHẨN"), _dau("thuong-khan", "THƯỢNG KHẨN"), _dau("hoa-toc", "HỎA TỐC", ("HOẢ TỐC",))),
    do_mat=(
        _dau("mat", "MẬT", khung=True),
        _dau("toi-mat", "TỐI MẬT", khung=True),
        _dau("tuyet-mat", "TUYỆT MẬT", khung=True),
    ),
    phu_luc=_PHU_LUC,
    khoang_trong=ND30.khoang_trong,
)
