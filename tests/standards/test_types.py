"""Codes of the types of papers (Điều 7; PL III, M.I)."""

from __future__ import annotations

from docgen.standards.types import LOAI, LOAI_DANG, LOAI_ND30


def test_the_decree_has_29_types() -> None:
    assert len(LOAI_ND30) == 29


def test_codes_with_small_letters_are_kept() -> None:
    codes = {kind.ten: kind.ky_hieu.value for kind in LOAI_ND30}
    assert [codes[ten] for ten in ("Quy định", "Chương trình", "Tờ trình", "Đề án")] == ["QyĐ", "CTr", "TTr", "ĐA"]


def test_a_letter_has_no_code_in_the_state_and_one_in_the_party() -> None:
    assert next(kind for kind in LOAI_ND30 if kind.ten == "Công văn").ky_hieu.value == ""
    assert next(kind for kind in LOAI_DANG if kind.ten == "Công văn").ky_hieu.value == "CV"


def test_a_plan_is_kh_everywhere() -> None:
    for kinds in LOAI.values():
        assert next(kind for kind in kinds if kind.ten == "Kế hoạch").ky_hieu.value == "KH"


def test_codes_are_unique_in_the_decree() -> None:
    codes = [kind.ky_hieu.value for kind in LOAI_ND30 if kind.ky_hieu.value]
    assert len(codes) == len(set(codes))
