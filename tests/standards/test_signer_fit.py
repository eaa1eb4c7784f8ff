"""Whether the form of signing fits the office and the post."""

from __future__ import annotations

import pytest

from docgen.standards import DANG, DOAN, ND30, Standard
from docgen.standards.signer_fit import kiem_hop

UBND = ["ỦY BAN NHÂN DÂN", "XÃ AN THỊNH"]


@pytest.mark.parametrize(
    ("std", "office", "authority", "post"),
    [
        (ND30, UBND, ["TM. ỦY BAN NHÂN DÂN"], "CHỦ TỊCH"),
        (ND30, UBND, ["TM. UỶ BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH"),
        (ND30, UBND, [], "CHỦ TỊCH"),
        (ND30, UBND, ["TL. CHỦ TỊCH"], "CHÁNH VĂN PHÒNG"),
        (ND30, UBND, ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG"], "PHÓ CHÁNH VĂN PHÒNG"),
        (ND30, UBND, ["TUQ. CHỦ TỊCH"], "PHÓ GIÁM ĐỐC SỞ NỘI VỤ"),
        (ND30, ["BỘ NỘI VỤ"], ["KT. BỘ TRƯỞNG"], "THỨ TRƯỞNG"),
        (ND30, ["SỞ NỘI VỤ"], ["KT. GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC"),
        (ND30, ["SỞ NỘI VỤ"], ["Q. GIÁM ĐỐC"], None),
        (ND30, ["SỞ NỘI VỤ"], ["TM. BAN CHỈ ĐẠO"], "TRƯỞNG BAN"),
        (DOAN, ["BCH ĐOÀN TỈNH BÌNH DƯƠNG"], ["TM. BAN THƯỜNG VỤ TỈNH ĐOÀN"], "PHÓ BÍ THƯ"),
        (DANG, ["TỈNH ỦY LÀO CAI"], ["T/M BAN THƯỜNG VỤ"], "PHÓ BÍ THƯ"),
        (DANG, ["BAN TỔ CHỨC"], ["K/T TRƯỞNG BAN"], "PHÓ TRƯỞNG BAN"),
        (ND30, [], [], None),
    ],
)
def test_fitting_forms_raise_no_doubt(std: Standard, office: list[str], authority: list[str], post: str | None) -> None:
    assert kiem_hop(std, office, authority, post) == ()


@pytest.mark.parametrize(
    ("std", "office", "authority", "post", "noi", "said"),
    [
        (ND30, UBND, ["KT. CHỦ TỊCH"], "CHÁNH VĂN PHÒNG", "ky.chuc_vu", "cấp phó"),
        (ND30, UBND, ["TM. ỦY BAN NHÂN DÂN"], "PHÓ CHỦ TỊCH", "ky.quyen_han", "KT. CHỦ TỊCH"),
        (ND30, ["BỘ NỘI VỤ"], [], "THỨ TRƯỞNG", "ky.quyen_han", "KT. BỘ TRƯỞNG"),
        (ND30, UBND, ["TL. CHỦ TỊCH"], "CHỦ TỊCH", "ky.chuc_vu", "chức vụ khác"),
        (ND30, ["SỞ NỘI VỤ"], ["TM. SỞ NỘI VỤ"], "GIÁM ĐỐC", "ky.quyen_han", "thủ trưởng"),
        (ND30, ["TRƯỜNG THCS TRẦN PHÚ"], ["TM. TRƯỜNG THCS TRẦN PHÚ"], "HIỆU TRƯỞNG", "ky.quyen_han", "thủ trưởng"),
        (DANG, ["TỈNH ỦY LÀO CAI"], ["T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ"], "PHÓ BÍ THƯ", "ky.quyen_han", "T/M"),
        (DOAN, ["BCH ĐOÀN"], ["TM. BAN THƯỜNG VỤ", "KT. BÍ THƯ"], "PHÓ BÍ THƯ", "ky.quyen_han", "TM."),
    ],
)
def test_what_does_not_fit_is_told(
    std: Standard, office: list[str], authority: list[str], post: str, noi: str, said: str
) -> None:
    (fault,) = kiem_hop(std, office, authority, post)
    assert fault.noi == noi
    assert fault.nang == "nhac"
    assert said in f"{fault.loi} {fault.sua}"
