from __future__ import annotations

from typing import Any

import pytest

from docgen.checking import regime
from docgen.checking.regime import Regime
from docgen.reading.read import read, read_text
from tests.checking import papers

HEAD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
PLAN = """KẾ HOẠCH
Tuyên truyền về an toàn thực phẩm
{mo_dau}
I. MỤC ĐÍCH
Nâng cao nhận thức của người dân.
Nơi nhận:
- Như trên;
- Lưu: VT.
"""


def _of(ten: str, *wounds: dict[str, Any]) -> Regime:
    return regime.find(read(papers.docx(ten, list(wounds))))


def _of_text(text: str) -> Regime:
    return regime.find(read_text(text))


def test_the_state_is_known_by_its_head() -> None:
    found = _of("nd30")

    assert found == Regime("nd30", "hanh-chinh", "Xét theo Nghị định số 30/2020/NĐ-CP vì đầu trang có Quốc hiệu.")


def test_the_doan_and_the_party_are_known_by_their_heads() -> None:
    doan, dang = _of("doan"), _of("dang")

    assert (doan.the_thuc, dang.the_thuc) == ("doan", "dang")
    assert doan.giai_thich.endswith("vì đầu trang có “ĐOÀN TNCS HỒ CHÍ MINH”.")
    assert dang.giai_thich.endswith("vì đầu trang có “ĐẢNG CỘNG SẢN VIỆT NAM”.")
    assert (doan.nhe, dang.nhe) == ("", "")


@pytest.mark.parametrize(
    ("text", "the_thuc", "vi"),
    [
        ("Số: 4750 /KH-UBND\n" + PLAN.format(mo_dau=""), "nd30", "số, ký hiệu “Số: 4750 /KH-UBND”"),
        ("Số: 12-KH/TĐTN-TNTH\n" + PLAN.format(mo_dau=""), "doan", "có dạng của tổ chức Đoàn"),
        ("Số 12-KH/TU\n" + PLAN.format(mo_dau=""), "dang", "có dạng của cơ quan đảng"),
        ("BCH ĐOÀN TỈNH LÀO CAI\n***\nSố: 12-KH/X\n" + PLAN.format(mo_dau=""), "doan", "BCH ĐOÀN TỈNH LÀO CAI"),
        (PLAN.format(mo_dau="Ban Thường vụ Tỉnh Đoàn ban hành kế hoạch như sau:"), "doan", "“Ban Thường vụ Tỉnh Đoàn”"),
        (PLAN.format(mo_dau="Ban Thường vụ Huyện uỷ ban hành kế hoạch như sau:"), "dang", "“Ban Thường vụ Huyện uỷ”"),
        (PLAN.format(mo_dau="Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"), "nd30", "“Ủy ban nhân dân tỉnh”"),
    ],
)  # fmt: skip
def test_without_a_head_other_signs_decide_and_it_is_said_to_be_a_guess(text: str, the_thuc: str, vi: str) -> None:
    found = _of_text(text)

    assert found.the_thuc == the_thuc
    assert found.chac == "co-le"
    assert found.giai_thich.startswith("Không thấy phần đầu trang. Xét theo ")
    assert vi in found.giai_thich


@pytest.mark.parametrize("issuer", ["SƯ ĐOÀN 316", "CÔNG ĐOÀN CƠ SỞ", "TẬP ĐOÀN ĐIỆN LỰC", "LIÊN ĐOÀN LAO ĐỘNG TỈNH"])
def test_not_every_doan_is_the_doan(issuer: str) -> None:
    assert _of_text(f"{issuer}\nSố: 12/KH-X\n" + HEAD + PLAN.format(mo_dau="")).the_thuc == "nd30"


def test_an_issuer_that_does_not_fit_the_head_is_told() -> None:
    found = _of("nd30", {"phan": "co_quan", "chu": "HUYỆN ỦY BẮC HÀ"})

    assert (found.the_thuc, found.chac) == ("nd30", "co-le")
    assert "hãy xét lại với --the-thuc dang" in found.luu_y[0]


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("Số: 05/2025/QĐ-UBND", "có năm ở giữa"),
        ("Số:      /2025/QĐ-UBND", "có năm ở giữa"),
        ("Số: 30/2020/NĐ-CP", "có năm ở giữa"),
        ("Số: 12/2025/NQ-HĐND", "có năm ở giữa"),
        ("Số: 05/2025/TT-BNV", "có năm ở giữa"),
    ],
)
def test_legal_documents_are_recognised_and_not_judged(number: str, why: str) -> None:
    found = _of("nd30-quyet-dinh", {"phan": "so_ky_hieu", "chu": number})

    assert (found.the_thuc, found.nhom) == (None, "qppl")
    assert why in found.giai_thich


@pytest.mark.parametrize("number", ["Số: 47/2025/KH-SCT", "Số: 88/2025/QĐ-SCT"])
def test_a_year_in_an_ordinary_number_makes_no_legal_document(number: str) -> None:
    assert _of("nd30", {"phan": "so_ky_hieu", "chu": number}).the_thuc == "nd30"


def test_a_circular_is_a_legal_document_by_its_type() -> None:
    assert _of("nd30", {"phan": "ten_loai", "chu": "THÔNG TƯ"}).nhom == "qppl"


@pytest.mark.parametrize(
    "text",
    [
        "Ngày xửa ngày xưa có một cô bé.\nCô đi vào rừng.\nHết.",
        "1. Mua gạo\n2. Mua muối\n3. Về nhà",
        "Kính chào anh,\nTôi gửi anh tài liệu.\nTrân trọng.",
    ],
)
def test_what_is_no_administrative_paper_is_not_judged(text: str) -> None:
    found = _of_text(text)

    assert (found.the_thuc, found.nhom) == (None, "khac")
    assert found.giai_thich.endswith("Vì vậy không xét thể thức.")


def test_private_papers_with_a_head_of_the_state_are_not_judged() -> None:
    found = _of_text(HEAD + "ĐƠN XIN NGHỈ PHÉP\nKính gửi: Ban Giám hiệu\nTôi là Nguyễn Văn An.\nNgười làm đơn\n")

    assert (found.the_thuc, found.nhom) == (None, "khac")
    assert "giấy tờ của cá nhân" in found.giai_thich


def test_a_paper_older_than_the_decree_is_told_so_and_gets_no_errors_of_form() -> None:
    found = _of("nd30", {"tim": "Lào Cai, ngày 18 tháng 9 năm 2025", "thay": "Lào Cai, ngày 18 tháng 9 năm 2019"})

    assert found.the_thuc == "nd30"
    assert "(05/3/2020), khi ấy theo Thông tư số 01/2011/TT-BNV" in found.nhe
    assert found.luu_y == (found.nhe,)


@pytest.mark.parametrize(
    ("ngay", "older"),
    [
        ("ngày 04 tháng 3 năm 2020", True),
        ("ngày 05 tháng 3 năm 2020", False),
        ("ngày      tháng 02 năm 2020", True),
        ("ngày      tháng 3 năm 2020", False),
        ("ngày      tháng      năm 2019", True),
        ("ngày      tháng      năm 2020", False),
        ("ngày      tháng      năm      ", False),
    ],
)
def test_an_open_day_counts_as_the_last_it_may_be(ngay: str, older: bool) -> None:
    found = _of("nd30", {"tim": "Lào Cai, ngày 18 tháng 9 năm 2025", "thay": f"Lào Cai, {ngay}"})

    assert bool(found.nhe) == older


def test_party_papers_before_the_new_guidance_are_told_of_the_old_one() -> None:
    found = _of("dang", {"tim": "ngày 18 tháng 9 năm 2026", "thay": "ngày 18 tháng 9 năm 2024"})

    assert "Hướng dẫn số 36-HD/VPTW" in found.nhe


@pytest.mark.parametrize("name", ["HỘI CHỮ THẬP ĐỎ", "LIÊN ĐOÀN LAO ĐỘNG", "HỘI NÔNG DÂN TỈNH", "ỦY BAN MTTQ VIỆT NAM"])
def test_mass_organisations_apply_the_decree_as_fits(name: str) -> None:
    found = _of("nd30", {"phan": "co_quan", "chu": name}, {"phan": "chu_quan", "xoa": True})

    assert found.the_thuc == "nd30"
    assert "chỉ vận dụng Nghị định 30" in found.nhe


@pytest.mark.parametrize("name", ["HỘI ĐỒNG NHÂN DÂN", "SỞ CÔNG THƯƠNG", "TRƯỜNG THCS TRẦN PHÚ"])
def test_bodies_of_the_state_are_bound_by_it(name: str) -> None:
    assert _of("nd30", {"phan": "co_quan", "chu": name}).nhe == ""


def test_a_standard_chosen_by_hand_wins_and_what_was_seen_is_told() -> None:
    paper = read(papers.docx("doan"))

    assert regime.find(paper, "doan").giai_thich == "Xét theo Hướng dẫn số 29-HD/TWĐTN-VP như đã chọn."
    found = regime.find(paper, "nd30")
    assert (found.the_thuc, found.giai_thich) == ("nd30", "Xét theo Nghị định số 30/2020/NĐ-CP như đã chọn.")
    assert "vì đầu trang có “ĐOÀN TNCS HỒ CHÍ MINH”" in found.luu_y[0]


def test_by_hand_even_a_legal_document_is_judged() -> None:
    paper = read(papers.docx("nd30-quyet-dinh", [{"phan": "so_ky_hieu", "chu": "Số: 05/2025/QĐ-UBND"}]))
    found = regime.find(paper, "nd30")

    assert (found.the_thuc, found.nhom) == ("nd30", "hanh-chinh")
    assert found.luu_y[0].startswith("Đây là văn bản quy phạm pháp luật")
