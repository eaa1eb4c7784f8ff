"""Good papers of the Đoàn (HD 29-HD/TWĐTN-VP) and of the Party (HD 05-HD/VPTW)."""

from __future__ import annotations

from tests.checking.building import Doan, Giay, Look, Trang
from tests.checking.papers_nd30 import CHU, COT_KY_MM, GIUA, giua, ke

LOI_VAN_DOAN: Look = {"canh": "deu", "dong_dau_mm": 12.7, "truoc_pt": 6, "sau_pt": 0, "gian_dong": 1.1}
LOI_VAN_DANG: Look = {"canh": "deu", "dong_dau_mm": 10, "truoc_pt": 6, "sau_pt": 0, "gian_dong_pt": 18}
COT_DAU_MM = (80.0, 80.0)


def _ky(
    nhan: tuple[Look, float], noi_nhan: list[str], luu: str, quyen_han: str, chuc_vu: str, ho_ten: str
) -> list[Doan]:
    """The foot; nhan: looks of the label of the recipients, and the size of their list."""
    trai, phai, left = ("ky", 1, 1), ("ky", 1, 2), {"canh": "trai"}
    small: Look = {"co_chu_pt": nhan[1]}
    return [
        Doan("noi_nhan_nhan", (("Nơi nhận:", nhan[0]),), left, trai),
        *(Doan("noi_nhan", ((text, small),), left, trai) for text in noi_nhan),
        Doan("luu", ((luu, small),), left, trai),
        giua("quyen_han", quyen_han, 14, phai, dam=True),
        giua("chuc_vu", chuc_vu, 14, phai),
        *(Doan("khoang_ky", (), GIUA, phai) for _ in range(4)),
        giua("ho_ten", ho_ten, 14, phai, dam=True),
    ]


def _doan(phan: str, text: str, **look: object) -> Doan:
    return Doan(phan, ((text, dict(look)),), LOI_VAN_DOAN)


def doan() -> Giay:
    trai, phai = ("dau", 1, 1), ("dau", 1, 2)
    return Giay(
        (
            giua("co_quan", "BCH ĐOÀN TỈNH LÀO CAI", 14, trai, dam=True),
            giua("co_quan_ke", "***", 14, trai),
            giua("tieu_de", "ĐOÀN TNCS HỒ CHÍ MINH", 15, phai, dam=True),
            ke("tieu_de_ke", 68.2, COT_DAU_MM[1], phai),
            giua("so_ky_hieu", "Số: 107-KH/TĐTN-TNTH", 14, ("dau", 2, 1)),
            giua("dia_danh_ngay", "Lào Cai, ngày 18 tháng 9 năm 2025", 13, ("dau", 2, 2), nghieng=True),
            giua("ten_loai", "KẾ HOẠCH", 16, dam=True),
            giua("trich_yeu", "Tổ chức Ngày hội Thanh niên khởi nghiệp năm 2025", dam=True),
            giua("trich_yeu_ke", "-------------", dam=True),
            _doan("can_cu", "Căn cứ Chương trình số 45-CTr/TWĐTN-VP ngày 05 tháng 01 năm 2025 của Ban Chấp hành "
                  "Trung ương Đoàn về công tác Đoàn và phong trào thanh thiếu nhi năm 2025;"),
            _doan("can_cu", "Thực hiện Kế hoạch số 12-KH/TĐTN-TNTH ngày 10 tháng 02 năm 2025 của Ban Thường vụ Tỉnh "
                  "Đoàn Lào Cai về hỗ trợ thanh niên khởi nghiệp,"),
            _doan("mo_dau", "Ban Thường vụ Tỉnh Đoàn ban hành Kế hoạch tổ chức Ngày hội Thanh niên khởi nghiệp năm "
                  "2025, cụ thể như sau:"),
            *_doan_than(),
            _doan("ket_thuc", "Trên đây là Kế hoạch tổ chức Ngày hội Thanh niên khởi nghiệp năm 2025, đề nghị các cơ "
                  "sở Đoàn nghiêm túc thực hiện."),
            *_ky(({"co_chu_pt": 13, "dam": True}, 11),
                 ["- Trung ương Đoàn (để báo cáo);", "- Các cơ sở Đoàn;"], "- Lưu VP, TNTH.",
                 "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN", "PHÓ BÍ THƯ", "Nguyễn Văn An"),
        ),
        Trang(phai_mm=20),
        CHU,
        cot_mm={"dau": COT_DAU_MM, "ky": COT_KY_MM},
    )  # fmt: skip


def _doan_than() -> list[Doan]:
    return [
        _doan("la_ma", "I. MỤC ĐÍCH", dam=True),
        _doan("gach", "- Khơi dậy tinh thần khởi nghiệp của thanh niên;"),
        _doan("gach", "- Kết nối thanh niên với doanh nghiệp."),
        _doan("la_ma", "II. NỘI DUNG", dam=True),
        _doan("so", "1. Thời gian, địa điểm", dam=True),
        _doan("doan", "Ngày hội diễn ra ngày 20 tháng 10 năm 2025 tại Nhà Văn hóa Thanh niên tỉnh."),
        _doan("so", "2. Hoạt động", dam=True),
        _doan("so2", "2.1. Diễn đàn khởi nghiệp", dam=True, nghieng=True),
        _doan("doan", "Mời doanh nhân trẻ chia sẻ kinh nghiệm với đoàn viên."),
        _doan("so2", "2.2. Trưng bày sản phẩm", dam=True, nghieng=True),
        _doan("doan", "Mỗi cơ sở Đoàn giới thiệu một sản phẩm."),
        _doan("la_ma", "III. TỔ CHỨC THỰC HIỆN", dam=True),
        _doan("doan", "Ban Thanh niên trường học tham mưu, theo dõi việc thực hiện và báo cáo kết quả trước ngày 30 "
              "tháng 10 năm 2025."),
    ]  # fmt: skip


def _dang(phan: str, text: str, **look: object) -> Doan:
    return Doan(phan, ((text, dict(look)),), LOI_VAN_DANG)


def dang() -> Giay:
    trai, phai = ("dau", 1, 1), ("dau", 1, 2)
    return Giay(
        (
            giua("chu_quan", "ĐẢNG BỘ TỈNH LÀO CAI", 14, trai),
            giua("co_quan", "ĐẢNG ỦY XÃ BẮC HÀ", 14, trai, dam=True),
            giua("co_quan_ke", "*", 14, trai),
            giua("tieu_de", "ĐẢNG CỘNG SẢN VIỆT NAM", 15, phai, dam=True),
            ke("tieu_de_ke", 72.9, COT_DAU_MM[1], phai),
            giua("so_ky_hieu", "Số 12-KH/ĐU", 14, ("dau", 2, 1)),
            giua("dia_danh_ngay", "Bắc Hà, ngày 18 tháng 9 năm 2026", 14, ("dau", 2, 2), nghieng=True),
            giua("ten_loai", "KẾ HOẠCH", 16, dam=True),
            giua("trich_yeu", "thực hiện công tác dân vận năm 2027", 15, dam=True),
            giua("trich_yeu_ke", "-----", 15),
            _dang("can_cu", "- Căn cứ Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư về thể loại, thẩm quyền "
                  "ban hành và thể thức văn bản của Đảng;"),
            _dang("can_cu", "- Thực hiện Kế hoạch số 45-KH/TU, ngày 05/8/2026 của Tỉnh ủy Lào Cai về công tác dân "
                  "vận năm 2027,"),
            _dang("mo_dau", "Đảng ủy xã Bắc Hà ban hành Kế hoạch thực hiện công tác dân vận năm 2027 như sau:"),
            *_dang_than(),
            _dang("ket_thuc", "Trên đây là Kế hoạch thực hiện công tác dân vận năm 2027, yêu cầu các chi bộ nghiêm "
                  "túc thực hiện."),
            *_ky(({"co_chu_pt": 14, "gach_chan": True}, 12),
                 ["- Tỉnh ủy Lào Cai (để báo cáo);", "- Các chi bộ trực thuộc;"], "- Lưu Văn phòng Đảng ủy.",
                 "T/M ĐẢNG ỦY", "BÍ THƯ", "Trần Thị Bình"),
        ),
        Trang(phai_mm=15),
        CHU,
        cot_mm={"dau": (85.0, 80.0), "ky": COT_KY_MM},
    )  # fmt: skip


def _dang_than() -> list[Doan]:
    return [
        _dang("la_ma", "I- MỤC ĐÍCH, YÊU CẦU", dam=True),
        _dang("so", "1. Mục đích", dam=True),
        _dang("doan", "Nâng cao chất lượng công tác dân vận của hệ thống chính trị trong xã."),
        _dang("so", "2. Yêu cầu", dam=True),
        _dang("doan", "Nội dung phải thiết thực, sát với từng thôn, bản."),
        _dang("la_ma", "II- NHIỆM VỤ", dam=True),
        _dang("gach", "- Các chi bộ quán triệt Kế hoạch tới đảng viên;"),
        _dang("gach", "- Văn phòng Đảng ủy theo dõi, tổng hợp kết quả."),
    ]
