"""Doubts about the block of the signer."""

from __future__ import annotations

import pytest

from docgen.standards import DANG, DOAN, ND30, Standard
from docgen.standards.signing import kiem_ky


@pytest.mark.parametrize(
    ("std", "authority", "post"),
    [
        (ND30, ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH"),
        (ND30, ["TM. UỶ BAN NHÂN DÂN TỈNH"], "CHỦ TỊCH"),
        (ND30, ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG"], "PHÓ CHÁNH VĂN PHÒNG"),
        (ND30, ["TUQ. CHỦ TỊCH"], "GIÁM ĐỐC SỞ NỘI VỤ"),
        (ND30, ["KT. BỘ TRƯỞNG"], "THỨ TRƯỞNG"),
        (ND30, [], "CHỦ TỊCH"),
        (ND30, [], "QUYỀN GIÁM ĐỐC"),
        (ND30, ["Q. GIÁM ĐỐC"], None),
        (DOAN, ["TM. BAN THƯỜNG VỤ TỈNH ĐOÀN"], "PHÓ BÍ THƯ"),
        (DOAN, ["TL. BAN THƯỜNG VỤ TỈNH ĐOÀN"], "CHÁNH VĂN PHÒNG"),
        (DANG, ["T/M BAN THƯỜNG VỤ"], "PHÓ BÍ THƯ"),
        (DANG, ["K/T TRƯỞNG BAN"], "PHÓ TRƯỞNG BAN"),
    ],
)
def test_good_signatures_raise_no_doubt(std: Standard, authority: list[str], post: str | None) -> None:
    assert kiem_ky(std, authority, post, "Nguyễn Văn A") == ()


@pytest.mark.parametrize(
    ("std", "typed", "right"),
    [
        (ND30, "KT.CHỦ TỊCH", "KT. CHỦ TỊCH"),
        (ND30, "KT CHỦ TỊCH", "KT. CHỦ TỊCH"),
        (ND30, "T/M ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        (ND30, "TM.  ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        (ND30, "TM: ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        (ND30, "Q.GIÁM ĐỐC", "Q. GIÁM ĐỐC"),
        (ND30, "TUQ.CHỦ TỊCH", "TUQ. CHỦ TỊCH"),
        (DOAN, "T/M BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ"),
        (DANG, "TM. BAN THƯỜNG VỤ", "T/M BAN THƯỜNG VỤ"),
        (DANG, "K/T. TRƯỞNG BAN", "K/T TRƯỞNG BAN"),
    ],
)
def test_a_wrong_sign_of_authority_is_told_with_the_right_one(std: Standard, typed: str, right: str) -> None:
    (fault,) = kiem_ky(std, [typed], "PHÓ")
    assert fault.noi == "ky.quyen_han[1]" and fault.nang == "nhac"
    assert typed in fault.loi and f"“{right}”" in fault.sua


def test_a_sign_before_the_wrong_noun_is_doubted() -> None:
    (collective,) = kiem_ky(ND30, ["TM. CHỦ TỊCH"])
    assert "CHỦ TỊCH" in collective.loi and "tập thể" in collective.loi
    (head,) = kiem_ky(ND30, ["KT. ỦY BAN NHÂN DÂN"], "PHÓ CHỦ TỊCH")
    assert "chức vụ" in head.loi


def test_a_deputy_signs_under_kt() -> None:
    (fault,) = kiem_ky(ND30, ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "CHỦ TỊCH")
    assert fault.noi == "ky.chuc_vu" and "cấp phó" in fault.loi


def test_small_letters_are_doubted() -> None:
    faults = kiem_ky(ND30, ["TM. Ủy ban nhân dân"], "Chủ tịch")
    assert [fault.noi for fault in faults] == ["ky.quyen_han[1]", "ky.chuc_vu"]
    assert "“TM. ỦY BAN NHÂN DÂN”" in faults[0].sua


@pytest.mark.parametrize("name", ["TS. Nguyễn Văn A", "PGS.TS Nguyễn Văn A", "ThS Nguyễn Văn A", "NGƯT. Lê B"])
def test_degrees_before_the_name_are_doubted(name: str) -> None:
    (fault,) = kiem_ky(ND30, [], "GIÁM ĐỐC", name)
    assert fault.noi == "ky.ho_ten" and fault.nang == "nhac"


@pytest.mark.parametrize("name", ["Trần Thị Diễm Trinh", "Đặng Minh Hưng", "Lưu Kim Oai", "Cn Văn A", "Bs Kim"])
def test_plain_names_are_not(name: str) -> None:
    assert kiem_ky(ND30, [], "CHỦ TỊCH", name) == ()


def test_a_second_office_is_doubted() -> None:
    (fault,) = kiem_ky(DOAN, ["TM. BAN THƯỜNG VỤ TỈNH ĐOÀN"], "PHÓ BÍ THƯ", "A B", ["Chủ tịch Hội Sinh viên tỉnh"])
    assert fault.noi == "ky.chuc_vu_khac"


def test_a_sign_the_standard_does_not_have_is_told() -> None:
    (fault,) = kiem_ky(DANG, ["TUQ. BAN THƯỜNG VỤ"])
    assert "T/M" in fault.sua


def test_a_sign_typed_with_the_post_is_looked_at_too() -> None:
    (fault,) = kiem_ky(ND30, [], "KT.CHỦ TỊCH")
    assert fault.noi == "ky.chuc_vu"
