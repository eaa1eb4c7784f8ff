from __future__ import annotations

import pytest

from docgen.checking.form import authority
from docgen.standards import DANG, DOAN, ND30


@pytest.mark.parametrize(
    ("text", "go", "ten"),
    [
        ("KT. CHỦ TỊCH", "KT. ", "CHỦ TỊCH"),
        ("KT.CHỦ TỊCH", "KT.", "CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN", "TM. ", "ỦY BAN NHÂN DÂN"),
        ("T/M ĐẢNG ỦY", "T/M ", "ĐẢNG ỦY"),
        ("TUQ. GIÁM ĐỐC", "TUQ. ", "GIÁM ĐỐC"),
    ],
)
def test_a_sign_of_authority_is_parted_from_its_noun(text: str, go: str, ten: str) -> None:
    found = authority.doc(ND30, text)

    assert found is not None
    assert (found.go, found.ten) == (go, ten)
    assert found.tien_to is not None


def test_an_office_without_a_sign_is_none() -> None:
    assert authority.doc(ND30, "GIÁM ĐỐC") is None
    assert authority.doc(ND30, "QUYỀN CỤC TRƯỞNG") is None


def test_the_sign_is_that_of_the_standard() -> None:
    party, youth = authority.doc(DANG, "TM. ĐẢNG ỦY"), authority.doc(DOAN, "T/M BAN THƯỜNG VỤ")

    assert party is not None
    assert party.tien_to is not None
    assert party.tien_to.chu == "T/M "
    assert youth is not None
    assert youth.tien_to is not None
    assert youth.tien_to.chu == "TM. "


def test_bodies_and_offices_are_told_apart() -> None:
    kinds = [authority.doc(ND30, f"TM. {name}") for name in ("UỶ BAN NHÂN DÂN", "CHỦ TỊCH", "TỔ BIÊN TẬP")]

    assert [kind.loai for kind in kinds if kind] == ["tap-the", "chuc-vu", None]
