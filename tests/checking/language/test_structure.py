from __future__ import annotations

from docgen.checking.judged import Judged
from docgen.checking.language.prose import prose, without
from docgen.checking.language.structure import lists
from docgen.reading.read import read_text
from docgen.standards import ND30
from tests.checking import papers


def judged(text: str) -> Judged:
    return Judged(read_text(text), ND30)


def test_brothers_are_grouped_under_their_parent() -> None:
    found = [(one.cap, [item.chu for item in one.items]) for one in lists(judged(papers.text("nd30")))]

    assert found == [
        ("la_ma", ["MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG", "TỔ CHỨC THỰC HIỆN"]),
        ("so", ["Mục đích", "Yêu cầu"]),
        ("chu", ["Nâng cao nhận thức của người dân về an toàn thực phẩm.",
                 "Phòng ngừa ngộ độc thực phẩm trong mùa lễ hội."]),
        ("so", ["Tuyên truyền trên các phương tiện thông tin đại chúng trong tháng 10 năm 2025.",
                "Tổ chức hội nghị phổ biến kiến thức, hoàn thành trước ngày 15 tháng 11 năm 2025."]),
        ("so", ["Phòng Quản lý thương mại", "Văn phòng Sở"]),
        ("gach", ["Chủ trì, phối hợp với các đơn vị liên quan triển khai Kế hoạch này;",
                  "Báo cáo kết quả thực hiện trước ngày 20 tháng 12 năm 2025."]),
    ]  # fmt: skip


def test_what_leads_others_knows_its_first_child() -> None:
    items = {item.chu: item.con for one in lists(judged(papers.text("nd30"))) for item in one.items}

    child = items["Phòng Quản lý thương mại"]
    assert child is not None and child.cap == "gach"
    below = items["Văn phòng Sở"]
    assert below is not None and below.cap == "doan"
    assert items["Báo cáo kết quả thực hiện trước ngày 20 tháng 12 năm 2025."] is None


def test_prose_leaves_out_head_and_signature() -> None:
    parts = {line.phan for line in prose(judged(papers.text("nd30")))}

    assert parts == {
        "ten_loai",
        "trich_yeu",
        "can_cu",
        "mo_dau",
        "noi_dung",
        "ket_thuc",
        "noi_nhan_nhan",
        "noi_nhan",
        "luu",
    }
    assert "luu" not in {line.phan for line in without(judged(papers.text("nd30")), {"luu"})}


def test_what_is_worked_out_is_kept_for_one_paper_only() -> None:
    one, two = judged(papers.text("nd30")), judged(papers.text("doan"))

    assert prose(one) is prose(one)
    assert prose(one) is not prose(two)
