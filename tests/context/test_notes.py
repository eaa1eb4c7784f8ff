"""What the user is asked to look at again."""

from __future__ import annotations

import pytest

from tests.context.paper import PLAN, notes_of

DOAN = {"loai": "doan", "ten": ["BCH ĐOÀN TỈNH BÌNH DƯƠNG"], "ky_hieu": "TĐTN"}


def test_a_good_plan_raises_no_doubt() -> None:
    assert notes_of() == ()


def test_the_name_for_reference_lines_must_be_there_when_there_is_an_appendix() -> None:
    faults = notes_of(phu_luc=[{"noi_dung": "Một"}], noi_dung="Có Phụ lục kèm theo.")
    assert [(fault.noi, fault.nang) for fault in faults] == [("co_quan.ten_day_du", "loi")]
    issuer = {**PLAN["co_quan"], "ten_day_du": "Ủy ban nhân dân tỉnh Bình Dương"}
    assert notes_of(co_quan=issuer, phu_luc=[{"noi_dung": "Một"}], noi_dung="Có Phụ lục kèm theo.") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Xây dựng dự toán kinh phí (có bảng kinh phí kèm theo).",
        "Danh mục tại Phụ lục II.",
        "Biểu mẫu đính kèm.",
        "Phân công nhiệm vụ kèm theo Kế hoạch này.",
    ],
)
def test_an_appendix_spoken_of_and_absent_is_doubted_with_its_line(sentence: str) -> None:
    (fault,) = notes_of(noi_dung=f"I. MỤC ĐÍCH\n\n- Một việc.\n- {sentence}")
    assert (fault.noi, fault.dong, fault.nang) == ("noi_dung", 4, "nhac")


@pytest.mark.parametrize(
    "sentence",
    [
        "Gửi ảnh; kèm theo lời chúc hoặc mong muốn gửi gắm đến Đại hội.",
        "Quy chế ban hành kèm theo Quyết định số 1704/QĐ-UBND.",
        "Thực hiện theo Phụ lục I Nghị định số 30/2020/NĐ-CP.",
        "Theo Phụ lục III ban hành kèm theo Thông tư số 01/2011/TT-BNV.",
    ],
)
def test_what_goes_with_other_papers_is_no_appendix(sentence: str) -> None:
    assert notes_of(noi_dung=sentence) == ()


def test_an_appendix_nobody_speaks_of_is_doubted() -> None:
    issuer = {**PLAN["co_quan"], "ten_day_du": "Ủy ban nhân dân tỉnh Bình Dương"}
    (fault,) = notes_of(co_quan=issuer, phu_luc=[{"noi_dung": "Một"}])
    assert fault.noi == "phu_luc" and fault.nang == "nhac"


def test_the_signature_is_looked_at() -> None:
    (fault,) = notes_of(ky={"quyen_han": ["TM. ỦY BAN NHÂN DÂN", "KT.CHỦ TỊCH"], "chuc_vu": "PHÓ CHỦ TỊCH"})
    assert fault.noi == "ky.quyen_han[2]" and "KT. CHỦ TỊCH" in fault.sua


def test_a_changed_end_mark_is_told_and_a_completed_one_is_not() -> None:
    (fault,) = notes_of(ket_thuc="xem xét, quyết định./")
    assert fault.noi == "ket_thuc" and "“./”" in fault.loi and "“./.”" in fault.loi
    (fault,) = notes_of("dang", ket_thuc="quyết định./.", luu="Văn phòng Tỉnh uỷ", ky=None)
    assert "“./.”" in fault.loi and "“.”" in fault.loi
    assert notes_of(ket_thuc="quyết định") == notes_of(ket_thuc="quyết định.") == ()


def test_an_end_without_a_place_for_the_mark_is_told() -> None:
    (fault,) = notes_of(ket_thuc=None, noi_dung="Kinh phí.\n\n| a |\n|---|\n| b |")
    assert "bảng" in fault.loi and "ket_thuc" in fault.sua
    (fault,) = notes_of(ket_thuc="Các đơn vị sau:")
    assert "hai chấm" in fault.loi


def test_a_drafting_unit_that_is_printed_nowhere_is_told() -> None:
    issuer = {**PLAN["co_quan"], "don_vi_soan": "NC"}
    (fault,) = notes_of(co_quan=issuer)
    assert fault.noi == "co_quan.don_vi_soan" and "“NC”" in fault.loi
    assert notes_of(co_quan={**PLAN["co_quan"], "don_vi_soan": "VX"}) == ()
    assert notes_of("doan", co_quan={**DOAN, "don_vi_soan": "TNTH"}, ky=None) == ()


def test_the_archive_line() -> None:
    (missing,) = notes_of(luu=None)
    assert missing.noi == "luu"
    (count,) = notes_of(luu=None, noi_nhan=None, so_ban="5")
    assert count.noi == "so_ban"
    (office,) = notes_of(luu="VX")
    assert office.noi == "luu" and "“VT”" in office.loi
    assert notes_of(luu="Lưu: VT, VX.") == ()
    assert notes_of("doan", co_quan=DOAN, luu="VP", ky=None) == ()


def test_marks_without_a_partner_and_footnotes_outside_the_body_are_told() -> None:
    faults = notes_of(can_cu=["Căn cứ A", "Căn cứ **B"], mo_dau="Theo đề nghị[^1]:")
    assert [fault.noi for fault in faults] == ["can_cu[2]", "mo_dau"]


def test_a_form_of_signing_that_does_not_fit_the_post_is_doubted() -> None:
    (fault,) = notes_of(ky={"quyen_han": ["KT. CHỦ TỊCH"], "chuc_vu": "CHÁNH VĂN PHÒNG", "ho_ten": "Trần Minh Khôi"})
    assert (fault.noi, fault.nang) == ("ky.chuc_vu", "nhac")
    assert "cấp phó" in fault.loi
