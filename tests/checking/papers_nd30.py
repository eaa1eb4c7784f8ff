"""Good papers of the State, by NĐ 30/2020/NĐ-CP."""

from __future__ import annotations

from dataclasses import replace

from tests.checking.building import Doan, Giay, Look, Trang

RONG_MM = 165.0
COT_DAU_MM = (68.0, 97.0)
COT_KY_MM = (80.0, 85.0)
CHU: Look = {"phong": "Times New Roman", "co_chu_pt": 14, "dam": False, "nghieng": False}
DAM: Look = {"dam": True}
LOI_VAN: Look = {"canh": "deu", "dong_dau_mm": 12.7, "truoc_pt": 6, "sau_pt": 0, "gian_dong": 1.1}
GIUA: Look = {"canh": "giua"}


def giua(phan: str, text: str, co_chu_pt: float = 14, o: tuple[str, int, int] | None = None, **look: object) -> Doan:
    return Doan(phan, ((text, {"co_chu_pt": co_chu_pt, **look}),), GIUA, o)


def ke(phan: str, dai_mm: float, rong_mm: float, o: tuple[str, int, int] | None = None) -> Doan:
    """A line in the middle of a column ``rong_mm`` wide: the upper border of an empty paragraph."""
    side = (rong_mm - dai_mm) / 2
    return Doan(phan, (), {"canh": "giua", "trai_mm": side, "phai_mm": side, "gian_dong_pt": 4}, o, ke=dai_mm)


def doan(phan: str, text: str, **look: object) -> Doan:
    return Doan(phan, ((text, dict(look)),), LOI_VAN)


def lien(phan: str, dam: str, text: str) -> Doan:
    """A paragraph whose beginning is bold."""
    return Doan(phan, ((dam, DAM), (text, {})), LOI_VAN)


def dau_trang(so: str, ngay: str, chu_quan: str, co_quan: str, ke_mm: float, *more: Doan) -> list[Doan]:
    """The header; ``more`` stands under the number."""
    trai, phai = ("dau", 1, 1), ("dau", 1, 2)
    return [
        giua("chu_quan", chu_quan, 13, trai),
        giua("co_quan", co_quan, 13, trai, dam=True),
        ke("co_quan_ke", ke_mm, COT_DAU_MM[0], trai),
        giua("quoc_hieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, phai, dam=True),
        giua("tieu_ngu", "Độc lập - Tự do - Hạnh phúc", 14, phai, dam=True),
        ke("tieu_ngu_ke", 60.5, COT_DAU_MM[1], phai),
        giua("so_ky_hieu", so, 13, ("dau", 2, 1)),
        *more,
        giua("dia_danh_ngay", ngay, 14, ("dau", 2, 2), nghieng=True),
    ]


def ky(noi_nhan: list[str], luu: str, *lines: tuple[str, str]) -> list[Doan]:
    """The foot: recipients on the left, the signer (part, words) on the right; the name is the last line."""
    trai, phai = ("ky", 1, 1), ("ky", 1, 2)
    small: Look = {"co_chu_pt": 11}
    left: Look = {"canh": "trai"}
    recipients = [Doan("noi_nhan", ((text, small),), left, trai) for text in noi_nhan]
    return [
        Doan("noi_nhan_nhan", (("Nơi nhận:", {"co_chu_pt": 12, "dam": True, "nghieng": True}),), left, trai),
        *recipients,
        Doan("luu", ((luu, small),), left, trai),
        *(giua(phan, text, 14, phai, dam=True) for phan, text in lines[:-1]),
        *(Doan("khoang_ky", (), GIUA, phai) for _ in range(4)),
        giua(lines[-1][0], lines[-1][1], 14, phai, dam=True),
    ]


def giay(paragraphs: list[Doan]) -> Giay:
    return Giay(tuple(paragraphs), Trang(), CHU, cot_mm={"dau": COT_DAU_MM, "ky": COT_KY_MM})


_NGAY = "Lào Cai, ngày 18 tháng 9 năm 2025"
_SO_CT = ("UBND TỈNH LÀO CAI", "SỞ CÔNG THƯƠNG", 18.0)
_NGUOI_KY = (("quyen_han", "KT. GIÁM ĐỐC"), ("chuc_vu", "PHÓ GIÁM ĐỐC"), ("ho_ten", "Nguyễn Văn An"))


def ke_hoach() -> Giay:
    return giay([*_ke_hoach_dau(), *_ke_hoach_than(), *_ke_hoach_cuoi()])


def _ke_hoach_dau() -> list[Doan]:
    return [
        *dau_trang("Số: 47/KH-SCT", _NGAY, *_SO_CT),
        giua("ten_loai", "KẾ HOẠCH", dam=True),
        giua("trich_yeu", "Tuyên truyền về an toàn thực phẩm năm 2025", dam=True),
        ke("trich_yeu_ke", 38, RONG_MM),
        doan("can_cu", "Căn cứ Luật An toàn thực phẩm ngày 17 tháng 6 năm 2010;", nghieng=True),
        doan(
            "can_cu",
            "Căn cứ Quyết định số 1234/QĐ-UBND ngày 05 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh Lào Cai "
            "về việc ban hành Chương trình bảo đảm an toàn thực phẩm giai đoạn 2025 - 2030.",
            nghieng=True,
        ),
        doan(
            "mo_dau",
            "Sở Công Thương ban hành Kế hoạch tuyên truyền về an toàn thực phẩm năm 2025 với những nội dung như sau:",
        ),
    ]


def _ke_hoach_than() -> list[Doan]:
    return [
        doan("la_ma", "I. MỤC ĐÍCH, YÊU CẦU", dam=True),
        doan("so", "1. Mục đích", dam=True),
        doan("chu", "a) Nâng cao nhận thức của người dân về an toàn thực phẩm."),
        doan("chu", "b) Phòng ngừa ngộ độc thực phẩm trong mùa lễ hội."),
        doan("so", "2. Yêu cầu", dam=True),
        doan("doan", "Việc tuyên truyền phải thiết thực, tiết kiệm và đúng quy định của pháp luật."),
        doan("la_ma", "II. NỘI DUNG", dam=True),
        doan("so_tran", "1. Tuyên truyền trên các phương tiện thông tin đại chúng trong tháng 10 năm 2025."),
        doan("so_tran", "2. Tổ chức hội nghị phổ biến kiến thức, hoàn thành trước ngày 15 tháng 11 năm 2025."),
        doan("la_ma", "III. TỔ CHỨC THỰC HIỆN", dam=True),
        doan("so", "1. Phòng Quản lý thương mại", dam=True),
        doan("gach", "- Chủ trì, phối hợp với các đơn vị liên quan triển khai Kế hoạch này;"),
        doan("gach", "- Báo cáo kết quả thực hiện trước ngày 20 tháng 12 năm 2025."),
        doan("so", "2. Văn phòng Sở", dam=True),
        doan("doan", "Bố trí kinh phí thực hiện theo Nghị định số 130/2005/NĐ-CP ngày 17 tháng 10 năm 2005 của Chính "
             "phủ quy định chế độ tự chủ, tự chịu trách nhiệm về sử dụng biên chế và kinh phí quản lý hành chính "
             "đối với các cơ quan nhà nước."),
    ]  # fmt: skip


def _ke_hoach_cuoi() -> list[Doan]:
    return [
        doan(
            "ket_thuc",
            "Trên đây là Kế hoạch tuyên truyền về an toàn thực phẩm năm 2025, đề nghị các đơn vị "
            "nghiêm túc thực hiện./.",
        ),
        *ky(
            ["- UBND tỉnh Lào Cai (để báo cáo);", "- Giám đốc, các Phó Giám đốc Sở;", "- Các đơn vị thuộc Sở;"],
            "- Lưu: VT, QLTM.",
            *_NGUOI_KY,
        ),
    ]


def co_phu_luc() -> Giay:
    """The same plan with two appendices, each with pages of its own."""
    base = ke_hoach()
    paragraphs = [
        replace(one, manh=((one.text.removesuffix(".") + " và hai Phụ lục kèm theo (Phụ lục I, Phụ lục II).", {}),))
        if one.phan == "doan" and one.text.startswith("Việc tuyên truyền")
        else one
        for one in base.doan
    ]
    first, second = _phu_luc("I", "DANH MỤC TÀI LIỆU"), _phu_luc("II", "TIẾN ĐỘ THỰC HIỆN")
    # A table cannot hold the end of a section: the signature is followed by an empty paragraph.
    paragraphs.append(Doan("sang_trang", (), {}))
    page = Trang(bat_dau=1)
    starts = ((len(paragraphs), page), (len(paragraphs) + len(first), page))
    return replace(base, doan=(*paragraphs, *first, *second), phan_moi=starts)


def _phu_luc(so: str, ten: str) -> list[Doan]:
    return [
        giua("phu_luc_nhan", f"Phụ lục {so}", dam=True),
        giua("phu_luc_ten", ten, dam=True),
        giua(
            "phu_luc_dan_chieu",
            "(Kèm theo Kế hoạch số 47/KH-SCT ngày 18 tháng 9 năm 2025 của Sở Công Thương)",
            nghieng=True,
        ),
        ke("phu_luc_ke", 30, RONG_MM),
        doan("phu_luc", "1. Tờ rơi về an toàn thực phẩm."),
        doan("phu_luc", "2. Phóng sự truyền hình./."),
    ]


def cong_van() -> Giay:
    trich_yeu = Doan(
        "trich_yeu",
        (("V/v góp ý dự thảo Kế hoạch tuyên truyền", {"co_chu_pt": 12}),),
        {"canh": "giua", "truoc_pt": 6},
        ("dau", 2, 1),
    )
    return giay(
        [
            *dau_trang("Số: 215/SCT-QLTM", _NGAY, *_SO_CT, trich_yeu),
            Doan("kinh_gui", (("Kính gửi:", {}),), {"trai_mm": 35, "truoc_pt": 12}),
            Doan("kinh_gui", (("- Sở Y tế;", {}),), {"trai_mm": 45}),
            Doan("kinh_gui", (("- Sở Nông nghiệp và Môi trường.", {}),), {"trai_mm": 45}),
            doan("doan", "Sở Công Thương xây dựng dự thảo Kế hoạch tuyên truyền về an toàn thực phẩm năm 2025."),
            doan("doan", "Đề nghị quý cơ quan góp ý bằng văn bản trước ngày 25 tháng 9 năm 2025./."),
            *ky(["- Như trên;", "- Giám đốc Sở (để báo cáo);"], "- Lưu: VT, QLTM.", *_NGUOI_KY),
        ]
    )


def quyet_dinh() -> Giay:
    return giay(
        [
            *dau_trang("Số: 88/QĐ-SCT", _NGAY, *_SO_CT),
            giua("ten_loai", "QUYẾT ĐỊNH", dam=True),
            giua("trich_yeu", "Về việc ban hành Quy chế làm việc của Sở Công Thương", dam=True),
            ke("trich_yeu_ke", 48, RONG_MM),
            giua("tham_quyen", "GIÁM ĐỐC SỞ CÔNG THƯƠNG", dam=True),
            doan("can_cu", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", nghieng=True),
            doan("can_cu", "Theo đề nghị của Chánh Văn phòng Sở.", nghieng=True),
            giua("quyet_dinh", "QUYẾT ĐỊNH:", dam=True),
            lien("dieu", "Điều 1.", " Ban hành kèm theo Quyết định này Quy chế làm việc của Sở Công Thương."),
            lien("dieu", "Điều 2.", " Quyết định này có hiệu lực kể từ ngày ký."),
            lien("dieu", "Điều 3.", " Chánh Văn phòng Sở, Trưởng các đơn vị thuộc Sở chịu trách nhiệm thi hành "
                 "Quyết định này./."),
            *ky(["- Như Điều 3;", "- UBND tỉnh Lào Cai (để báo cáo);"], "- Lưu: VT, VP.",
                ("chuc_vu", "GIÁM ĐỐC"), ("ho_ten", "Trần Thị Bình")),
        ]
    )  # fmt: skip


def to_trinh() -> Giay:
    return giay(
        [
            *dau_trang("Số: 05/TTr-SCT", "Lào Cai, ngày 05 tháng 02 năm 2026", *_SO_CT),
            giua("ten_loai", "TỜ TRÌNH", dam=True),
            giua("trich_yeu", "Về việc phê duyệt kinh phí tuyên truyền năm 2026", dam=True),
            ke("trich_yeu_ke", 42, RONG_MM),
            Doan("kinh_gui", (("Kính gửi: Ủy ban nhân dân tỉnh Lào Cai", {}),), {"canh": "giua", "truoc_pt": 12}),
            doan("doan", "Năm 2026, Sở Công Thương được giao chủ trì công tác tuyên truyền về an toàn thực phẩm."),
            doan("doan", "Sở Công Thương kính trình Ủy ban nhân dân tỉnh xem xét, phê duyệt kinh phí./."),
            *ky(["- Như trên;", "- Sở Tài chính;"], "- Lưu: VT, KHTC.", *_NGUOI_KY),
        ]
    )
