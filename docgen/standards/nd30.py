"""Nghị định số 30/2020/NĐ-CP, Phụ lục I and III: the form of the papers of the State.

Clauses: ``PL I, P.I, M.II, k.5, đ.b`` is Phụ lục I, Phần I, Mục II, khoản 5, điểm b; ``M.V #8b`` is a row of the
table of samples in Phụ lục I, Phần I, Mục V. Where ``M.V`` and the text differ in size, the range of the text
stands here.
"""

from __future__ import annotations

from datetime import date

from docgen.standards.figures import Figure, OneOf, Range, Sure, part, size
from docgen.standards.nd30_cap import CAP
from docgen.standards.parts import (
    Addressees,
    Appendix,
    Basis,
    Body,
    DateLine,
    EndMark,
    Gaps,
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

V, T, T1, F, K = Sure.V, Sure.T, Sure.T1, Sure.F, Sure.K
_M2 = "PL I, P.I, M.II, k."
_M3 = "PL I, P.I, M.III, k."
_K3 = "PL I, P.I, M.I, k.3"
_NGANG = "PL I, P.I, M.V (trang ngang của tệp chính thức)"

_TRANG = Page(
    kho_giay=Figure("A4", "PL I, P.I, M.I, k.1", V),
    rong_mm=Figure(210.0, "PL I, P.I, M.I, k.1", V),
    cao_mm=Figure(297.0, "PL I, P.I, M.I, k.1", V),
    cho_phep_ngang=Figure(True, "PL I, P.I, M.I, k.2", V),
    le=Margins(
        tren_mm=Range(20, 25, 20, _K3, V),
        duoi_mm=Range(20, 25, 20, _K3, V),
        trai_mm=Range(30, 35, 30, _K3, V),
        phai_mm=Range(15, 20, 15, _K3, V),
    ),
    le_mat_sau=None,
    # The decree does not speak of landscape pages; these are the ones of its own landscape section.
    le_ngang=Margins(
        tren_mm=Range(20, 25, 20, _NGANG, F),
        duoi_mm=Range(15, 25, 20, _NGANG, F),
        trai_mm=Range(30, 35, 30, _NGANG, F),
        phai_mm=Range(15, 20, 15, _NGANG, F),
    ),
    sai_so_le_mm=Figure(0.5, "Word làm tròn lề theo 1/20 pt", K),
    phong_chu=Figure("Times New Roman", "PL I, P.I, M.I, k.4", V),
    bo_ma=Figure("Unicode (TCVN 6909:2001)", "PL I, P.I, M.I, k.4", V),
    mau_chu=Figure("đen", "PL I, P.I, M.I, k.4", V),
)

_SO_TRANG = PageNumber(
    chu=part(size(13, 14, 14, "PL I, P.I, M.I, k.7; M.V #14", V), canh="giua"),
    vi_tri=Figure("dau-trang", "PL I, P.I, M.I, k.7", V),
    trang_dau=Figure(False, "PL I, P.I, M.I, k.7", V),
    cach_mep_mm=None,
    phu_luc_rieng=Figure(True, _M3 + "1, đ.đ", V),
)

_DAU_TRANG = Header(
    phai=(
        HeaderLine(
            Figure("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", _M2 + "1, đ.a; M.V #1", V),
            ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",),
            part(size(12, 13, 13, _M2 + "1, đ.a; M.V #1", V), hoa=True, dam=True, canh="giua"),
        ),
        HeaderLine(
            Figure("Độc lập - Tự do - Hạnh phúc", _M2 + "1, đ.b; M.V #1", V),
            (),
            part(size(13, 14, 14, _M2 + "1, đ.b; M.V #1", V), dam=True, canh="giua"),
        ),
    ),
    ke_phai=Rule(Figure("ke", _M2 + "1, đ.b", V), "", ty_le=Range(1, 1, 1, _M2 + "1, đ.b", V), so_dau=None),
    chu_quan=part(size(12, 13, 13, _M2 + "2, đ.b; M.V #2", V), hoa=True, canh="giua"),
    co_quan=part(size(12, 13, 13, _M2 + "2, đ.b; M.V #2", V), hoa=True, dam=True, canh="giua"),
    ke_co_quan=Rule(
        Figure("ke", _M2 + "2, đ.b", V), "", ty_le=Range(1 / 3, 1 / 2, 0.4, _M2 + "2, đ.b", V), so_dau=None
    ),
)

_SO = Number(
    chu=part(size(13, 13, 13, _M2 + "3, đ.c; M.V #3", V), hoa=None, dam=False, canh="giua"),
    dau=Figure("Số: ", _M2 + "3, đ.c", V),
    mau=Figure("{so}/{loai}-{co_quan}", _M2 + "3, đ.b; M.V #3", V),
    mau_khong_loai=Figure("{so}/{co_quan}[-{don_vi}]", _M2 + "3, đ.b; M.V #3", V),
    them_khong_duoi=Figure(10, _M2 + "3, đ.c", V),
    cach_chu=Figure(False, _M2 + "3, đ.c", V),
    dat_lai=Figure("nam", "Điều 15; " + _M2 + "3, đ.a", V),
)

_NGAY = DateLine(
    chu=part(size(13, 14, 14, _M2 + "4, đ.c; M.V #4", V), nghieng=True, canh="giua"),
    mau=Figure("{dia_danh}, ngày {ngay} tháng {thang} năm {nam}", _M2 + "4; M.V #4", V),
    ngay_them_khong_duoi=Figure(10, _M2 + "4, đ.b", V),
    thang_them_khong_den=Figure(2, _M2 + "4, đ.b", V),
)

_TEN_LOAI = Title(
    ten_loai=part(size(13, 14, 14, _M2 + "5, đ.b; M.V #5a", V), hoa=True, dam=True, canh="giua"),
    trich_yeu=part(size(13, 14, 14, _M2 + "5, đ.b; M.V #5a", V), dam=True, canh="giua"),
    chu_dau=None,
    ke=Rule(Figure("ke", _M2 + "5, đ.b", V), "", ty_le=Range(1 / 3, 1 / 2, 0.4, _M2 + "5, đ.b", V), so_dau=None),
)

_KINH_GUI = Addressees(
    chu=part(size(13, 14, 14, _M2 + "9, đ.d; M.V #8a", V)),
    dau=Figure("Kính gửi:", _M2 + "9, đ.d", V),
    dau_dong=Figure("- ", _M2 + "9, đ.d", V),
    giua=Figure(";", _M2 + "9, đ.d", V),
    cuoi=Figure(".", _M2 + "9, đ.d", V),
    lui_mm=Figure(35.0, "PL III, Mẫu 1.5", F),
    lui_danh_sach_mm=Figure(45.0, "PL III, Mẫu 1.5", F),
)

_CAN_CU = Basis(
    chu=part(size(13, 14, 14, _M2 + "6, đ.a", V), dam=None, nghieng=True, canh="deu"),
    dau_dong=Figure("", _M2 + "6, đ.a", V),
    giua=Figure(";", _M2 + "6, đ.a", V),
    cuoi=Figure(".", _M2 + "6, đ.a", V),
)

_NOI_DUNG = Body(
    chu=part(size(13, 14, 14, _M2 + "6, đ.e; M.V #6", V), dam=None, canh="deu"),
    lui_dau_dong_mm=OneOf((10.0, 12.7), 12.7, _M2 + "6, đ.e", V),
    cach_doan_pt=Range(6, None, 6, _M2 + "6, đ.e", V),
    gian_dong_lan=Range(1.0, 1.5, 1.1, _M2 + "6, đ.e", V),
    gian_dong_pt=None,
)

_KY = Signature(
    tien_to=(
        Prefix("TM. ", "ký thay mặt tập thể", Figure("tap-the", _M2 + "7, đ.b", V), _M2 + "7, đ.b"),
        Prefix("Q. ", "được giao quyền cấp trưởng", Figure("chuc-vu", _M2 + "7, đ.b", V), _M2 + "7, đ.b"),
        Prefix("KT. ", "ký thay người đứng đầu", Figure("chuc-vu", _M2 + "7, đ.b", V), _M2 + "7, đ.b"),
        Prefix("TL. ", "ký thừa lệnh", Figure("chuc-vu", _M2 + "7, đ.b", V), _M2 + "7, đ.b"),
        Prefix("TUQ. ", "ký thừa ủy quyền", Figure("chuc-vu", _M2 + "7, đ.b", V), _M2 + "7, đ.b"),
    ),
    quyen_han=part(size(13, 14, 14, _M2 + "7, đ.đ; M.V #7", V), hoa=True, dam=True, canh="giua", canh_sure=F),
    chuc_vu=part(size(13, 14, 14, _M2 + "7, đ.đ; M.V #7", V), hoa=True, dam=True, canh="giua", canh_sure=F),
    ho_ten=part(size(13, 14, 14, _M2 + "7, đ.đ; M.V #7", V), dam=True, canh="giua"),
    chuc_vu_khac=Figure("trên họ tên, chỉ với hội đồng, ban chỉ đạo của Nhà nước", _M2 + "7, đ.c, đ.đ", T),
    khong_hoc_ham=Figure(True, _M2 + "7, đ.c", V),
)

_NOI_NHAN = Recipients(
    nhan=part(size(12, 12, 12, _M2 + "9, đ.d; M.V #8b", V), dam=True, nghieng=True, gach_chan=False, canh="trai"),
    loi_nhan=Figure("Nơi nhận:", _M2 + "9, đ.d", V),
    danh_sach=part(size(11, 11, 11, _M2 + "9, đ.d; M.V #8b", V), canh="trai"),
    dau_dong=Figure("- ", _M2 + "9, đ.d", V),
    giua=Figure(";", _M2 + "9, đ.d", V),
    cuoi=Figure(".", _M2 + "9, đ.d", V),
    luu=Figure("Lưu: {luu}", _M2 + "9, đ.d", V),
    so_ban=Figure(" ({so_ban})", "PL III, Mẫu 1.4, ghi chú 9", T1),
    so_ban_sau_dau=False,
    luu_mo_dau=Figure("VT", _M2 + "9, đ.d", V),
)


def _dau_khan(ma: str, loi: str, rong_mm: float, chap_nhan: tuple[str, ...] = ()) -> Mark:
    clause = _M3 + "2, đ.b; M.V #10"
    return Mark(
        ma=ma,
        loi=Figure(loi, clause, T),
        chap_nhan=chap_nhan,
        chu=part(size(13, 14, 13, clause, T), hoa=True, dam=True, canh="giua"),
        khung=Figure(True, clause, T),
        rong_mm=Figure(rong_mm, clause, T),
        cao_mm=Figure(8.0, clause, T),
        mau=Figure("đỏ tươi", clause, T),
    )


def _dau_mat(ma: str, loi: str) -> Mark:
    # The decree only names the words and the place (ô 10a); shape and size belong to the secrecy rules.
    clause = _M3 + "2, đ.a"
    return Mark(
        ma=ma,
        loi=Figure(loi, clause, T),
        chap_nhan=(),
        chu=part(size(13, 14, 13, "theo mẫu dấu chỉ mức độ khẩn", K), hoa=True, dam=True, canh="giua"),
        khung=Figure(True, "theo mẫu dấu chỉ mức độ khẩn", K),
        rong_mm=None,
        cao_mm=None,
        mau=None,
    )


_PHU_LUC = Appendix(
    nhan=part(size(14, 14, 14, _M3 + "1, đ.b; M.V #9", V), dam=True, canh="giua"),
    loi_nhan=Figure("Phụ lục", _M3 + "1, đ.b", V),
    danh_so_tu=Figure(2, _M3 + "1, đ.a", V),
    ten=part(size(13, 14, 14, _M3 + "1, đ.b; M.V #9", V), hoa=True, dam=True, canh="giua"),
    dan_chieu=part(size(13, 14, 14, _M3 + "1, đ.c", V), nghieng=True, canh="giua"),
    dan_chieu_mau=Figure("(Kèm theo {ten_loai} số {so_ky_hieu} {ngay} của {co_quan})", _M3 + "1, đ.c", V),
    dau_het=Figure(True, "PL III, Mẫu 2.1, 2.2", F),
    phai_dan_chieu=Figure(True, _M3 + "1, đ.a", V),
)

# No rule gives the width of blanks: these hold hand-written figures of a usual size.
_KHOANG_TRONG = Gaps(
    so_mm=Figure(12.0, "chừa chỗ ghi tay", K),
    ngay_mm=Figure(8.0, "chừa chỗ ghi tay", K),
    thang_mm=Figure(8.0, "chừa chỗ ghi tay", K),
    nam_mm=Figure(12.0, "chừa chỗ ghi tay", K),
    dia_danh_mm=Figure(25.0, "chừa chỗ ghi tay", K),
)

ND30 = Standard(
    ma="nd30",
    ten="Nghị định số 30/2020/NĐ-CP",
    ten_ngan="Nghị định 30",
    tu_ngay=date(2020, 3, 5),
    nguon="Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư, Phụ lục I và III",
    trang=_TRANG,
    so_trang=_SO_TRANG,
    dau_trang=_DAU_TRANG,
    so=_SO,
    ngay=_NGAY,
    ten_loai=_TEN_LOAI,
    kinh_gui=_KINH_GUI,
    can_cu=_CAN_CU,
    noi_dung=_NOI_DUNG,
    cap=CAP,
    dau_het=EndMark(Figure("./.", "PL III, Mẫu 1.1–1.10, 2.1, 2.2", F), ("./.",)),
    ky=_KY,
    noi_nhan=_NOI_NHAN,
    do_khan=(
        _dau_khan("khan", "KHẨN", 20.0),
        _dau_khan("thuong-khan", "THƯỢNG KHẨN", 40.0),
        _dau_khan("hoa-toc", "HỎA TỐC", 30.0, ("HOẢ TỐC",)),
    ),
    do_mat=(_dau_mat("mat", "MẬT"), _dau_mat("toi-mat", "TỐI MẬT"), _dau_mat("tuyet-mat", "TUYỆT MẬT")),
    phu_luc=_PHU_LUC,
    khoang_trong=_KHOANG_TRONG,
)
