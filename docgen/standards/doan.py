"""Hướng dẫn số 29-HD/TWĐTN-VP: the form of the papers of Đoàn TNCS Hồ Chí Minh.

The notes these figures come from read the primary text but do not keep its clause numbers, so an address names
the part of the paper in brackets: ``HD 29 (lề trang)``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from docgen.standards.borrow import borrowed
from docgen.standards.doan_cap import CAP
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

V, K, UNSURE = Sure.V, Sure.K, Sure.UNSURE


def _hd(phan: str) -> str:
    return f"HD 29 ({phan})"


_LE, _TIEU_DE, _CO_QUAN, _SO_KH = _hd("lề trang"), _hd("tiêu đề"), _hd("tên cơ quan"), _hd("số, ký hiệu")
_DATE, _TEN, _LOI_VAN, _KY_TEN = _hd("địa điểm, ngày"), _hd("tên loại, trích yếu"), _hd("lời văn"), _hd("đề ký")
_NHAN, _CC, _TRANG_SO = _hd("nơi nhận"), _hd("căn cứ"), _hd("số trang")


def _le(tren: float, duoi: float, trai: float, phai: float) -> Margins:
    one = [Range(mm, mm, mm, _LE, V) for mm in (tren, duoi, trai, phai)]
    return Margins(*one)


_TRANG = Page(
    kho_giay=Figure("A4", _hd("khổ giấy"), V),
    rong_mm=Figure(210.0, _hd("khổ giấy"), V),
    cao_mm=Figure(297.0, _hd("khổ giấy"), V),
    cho_phep_ngang=Figure(True, _hd("hướng giấy"), V),
    le=_le(20, 20, 30, 20),
    le_mat_sau=_le(20, 20, 20, 30),
    le_ngang=None,
    sai_so_le_mm=ND30.trang.sai_so_le_mm,
    phong_chu=Figure("Times New Roman", _hd("phông chữ"), K),
    bo_ma=Figure("Unicode (TCVN 6909:2001)", _hd("phông chữ"), K),
    mau_chu=None,
)

_DAU_TRANG = Header(
    phai=(
        HeaderLine(
            Figure("ĐOÀN TNCS HỒ CHÍ MINH", _TIEU_DE, V),
            (),
            part(size(15, 15, 15, _TIEU_DE, V), hoa=True, dam=True, canh="giua", canh_sure=K),
        ),
    ),
    ke_phai=Rule(Figure("ke", _TIEU_DE, V), "", ty_le=Range(1, 1, 1, _TIEU_DE, V), so_dau=None),
    chu_quan=part(size(14, 14, 14, _CO_QUAN, V), hoa=True, canh="giua", canh_sure=K),
    co_quan=part(size(14, 14, 14, _CO_QUAN, V), hoa=True, dam=True, canh="giua", canh_sure=K),
    ke_co_quan=Rule(Figure("sao", _CO_QUAN, V), "***", ty_le=None, so_dau=Range(3, 3, 3, _CO_QUAN, V)),
)

_TEN_LOAI = Title(
    ten_loai=part(size(16, 16, 16, _TEN, V), hoa=True, dam=True, canh="giua"),
    trich_yeu=part(size(14, 14, 14, _TEN, V), dam=True, canh="giua"),
    chu_dau=Figure("hoa", _TEN + ", các ví dụ", V),
    # The length is free; the samples show 11 to 17 hyphens.
    ke=Rule(Figure("gach", _TEN, V), "-" * 13, ty_le=None, so_dau=Range(1, None, 13, _TEN, V)),
)

_KY = Signature(
    tien_to=(
        Prefix("TM. ", "ký thay mặt tập thể", Figure("tap-the", _KY_TEN, V), _KY_TEN),
        Prefix("KT. ", "ký thay người đứng đầu", Figure("chuc-vu", _KY_TEN, V), _KY_TEN),
        Prefix("Q. ", "quyền cấp trưởng", Figure("chuc-vu", _KY_TEN, V), _KY_TEN),
        # TL. stands before the collective here: TL. BAN THƯỜNG VỤ TỈNH ĐOÀN.
        Prefix("TL. ", "ký thừa lệnh", Figure("tap-the", _KY_TEN, V), _KY_TEN),
        Prefix("TUQ. ", "ký thừa ủy quyền", None, _hd("đề ký; không nêu")),
    ),
    quyen_han=part(size(14, 14, 14, _KY_TEN, V), hoa=True, dam=True, canh="giua", canh_sure=K),
    chuc_vu=part(size(14, 14, 14, _KY_TEN, V), hoa=True, canh="giua", canh_sure=K),
    ho_ten=part(size(14, 14, 14, _KY_TEN, V), dam=True, canh="giua", canh_sure=K),
    chuc_vu_khac=None,
    khong_hoc_ham=Figure(True, "theo NĐ 30, PL I, P.I, M.II, k.7, đ.c", K),
)

_NOI_NHAN = Recipients(
    nhan=part(size(13, 13, 13, _NHAN, V), dam=True, gach_chan=False, canh="trai"),
    loi_nhan=Figure("Nơi nhận:", _NHAN, V),
    danh_sach=part(size(11, 11, 11, _NHAN, V), canh="trai"),
    dau_dong=Figure("- ", _NHAN, V),
    giua=Figure(";", _NHAN, V),
    cuoi=Figure(".", _NHAN, V),
    luu=Figure("Lưu {luu}", _NHAN, V),
    so_ban=Figure("({so_ban}b)", _NHAN, V),
    so_ban_sau_dau=True,
    luu_mo_dau=None,
)


def _dau(ma: str, loi: str, khung: bool, chap_nhan: tuple[str, ...] = ()) -> Mark:
    clause = _hd("mật, khẩn")
    return Mark(
        ma=ma,
        loi=Figure(loi, clause, V),
        chap_nhan=chap_nhan,
        chu=part(size(13, 13, 13, clause, V), hoa=True, dam=True, canh="giua", canh_sure=K),
        khung=Figure(khung, clause, V),
        rong_mm=None,
        cao_mm=None,
        mau=None,
    )


# Appendices are only touched by the rule on page numbers; their look follows the State's.
_PHU_LUC = replace(borrowed(ND30.phu_luc, K), dau_het=Figure(False, _hd("kết thúc văn bản"), K))

DOAN = Standard(
    ma="doan",
    ten="Hướng dẫn số 29-HD/TWĐTN-VP",
    ten_ngan="Hướng dẫn 29 của Trung ương Đoàn",
    tu_ngay=date(2013, 10, 29),
    nguon="Hướng dẫn số 29-HD/TWĐTN-VP ngày 29 tháng 10 năm 2013 của Ban Chấp hành Trung ương Đoàn",
    trang=_TRANG,
    so_trang=PageNumber(
        chu=part(size(13, 14, 14, _TRANG_SO, V), dam=None, canh="giua"),
        vi_tri=Figure("dau-trang", _TRANG_SO, V),
        trang_dau=Figure(False, _TRANG_SO, V),
        cach_mep_mm=None,
        phu_luc_rieng=Figure(True, _TRANG_SO, V),
    ),
    dau_trang=_DAU_TRANG,
    so=Number(
        chu=part(size(14, 14, 14, _SO_KH, V), hoa=None, canh="giua", canh_sure=K),
        dau=Figure("Số: ", _SO_KH + "; có hoặc không có dấu hai chấm đều gặp", UNSURE),
        mau=Figure("{so}-{loai}/{co_quan}[-{don_vi}]", _SO_KH, V),
        mau_khong_loai=Figure("{so}/{co_quan}[-{don_vi}]", _SO_KH + "; văn bản đại hội", V),
        them_khong_duoi=Figure(10, "theo NĐ 30, PL I, P.I, M.II, k.3, đ.c", K),
        cach_chu=Figure(True, _SO_KH + "; bảng cỡ chữ của HD 29 có cách chữ", UNSURE),
        dat_lai=Figure("nhiem-ky", _SO_KH, V),
    ),
    ngay=DateLine(
        chu=part(size(13, 13, 13, _DATE, V), nghieng=True, canh="giua", canh_sure=K),
        mau=Figure("{dia_danh}, ngày {ngay} tháng {thang} năm {nam}", _DATE, V),
        ngay_them_khong_duoi=Figure(10, _DATE, V),
        thang_them_khong_den=Figure(2, _DATE, V),
    ),
    ten_loai=_TEN_LOAI,
    kinh_gui=borrowed(ND30.kinh_gui, K),
    can_cu=Basis(
        # Italic is not prescribed and not forbidden.
        chu=part(size(14, 14, 14, _CC, V), dam=None, nghieng=None, canh="deu"),
        dau_dong=Figure("", _CC, V),
        giua=Figure(";", _CC, V),
        cuoi=Figure(",", _CC, V),
    ),
    noi_dung=Body(
        chu=part(size(14, 14, 14, _LOI_VAN, V), dam=None, canh="deu"),
        lui_dau_dong_mm=Range(12.7, 12.7, 12.7, _LOI_VAN, V),
        cach_doan_pt=Range(None, 6, 6, _LOI_VAN, V),
        gian_dong_lan=Range(1.0, 1.2, 1.1, _LOI_VAN, V),
        gian_dong_pt=None,
    ),
    cap=CAP,
    dau_het=EndMark(Figure(".", _hd("kết thúc văn bản"), V), (".", "./.")),
    ky=_KY,
    noi_nhan=_NOI_NHAN,
    do_khan=(
        _dau("khan", "KHẨN", khung=False),
        _dau("thuong-khan", "THƯỢNG KHẨN", khung=False),
        _dau("hoa-toc", "HỎA TỐC", False, ("HOẢ TỐC",)),
    ),
    do_mat=(_dau("mat", "MẬT", khung=True), _dau("toi-mat", "TỐI MẬT", True), _dau("tuyet-mat", "TUYỆT MẬT", True)),
    phu_luc=_PHU_LUC,
    khoang_trong=ND30.khoang_trong,
)
