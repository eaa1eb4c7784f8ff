from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese.syllables import is_shaped, syllable_fault
from docgen.vietnamese.text import nfc

SEEDS = Path(__file__).parents[1] / "seeds" / "text"
_ABBREVIATIONS = {"QyĐ", "TUHCĐ", "CTĐKG"}


@pytest.mark.parametrize(
    ("word", "loai", "dung"),
    [
        ("nghành", "am-dau", "ngành"),
        ("ngiên", "am-dau", "nghiên"),
        ("Nghành", "am-dau", "Ngành"),
        ("cế", "am-dau", "kế"),
        ("ghà", "am-dau", "gà"),
        ("đươc", "thanh", ""),
        ("thưc", "thanh", ""),
        ("viêt", "thanh", ""),
        ("cuả", "cho-dau", "của"),
        ("qủa", "cho-dau", "quả"),
        ("qúy", "cho-dau", "quý"),
        ("tòan", "cho-dau", "toàn"),
        ("đựơc", "cho-dau", "được"),
        ("gìa", "cho-dau", "già"),
        ("CUẢ", "cho-dau", "CỦA"),
        ("hươg", "van", ""),
        ("thựoc", "van", ""),
        ("đượć", "van", ""),
        ("thựcj", "van", ""),
    ],
)
def test_impossible_syllables_are_told_with_their_reason(word: str, loai: str, dung: str) -> None:
    fault = syllable_fault(word)

    assert fault is not None
    assert (fault.loai, fault.dung) == (loai, dung)


RARE = (
    "giếng gìn giữ giặt giết quýt quyết quốc quờ quở khuỷu khuỵu nguệch ngoạc ngoằn ngoèo xoong boong moóc soóc thuở "
    "huơ khuếch trương yêu yếm yến yểng huỳnh huých tuýp uỷ ủy hoà hòa khoẻ khỏe thuỷ thủy ướt ươn ưỡn ưa ừ ạ ồ ớ ỷ ý "
    "ít ổn uống uốn uyển chuyển xuể xuýt khuya tuyết ghềnh nghiêng ngã nguyễn nhỉ gì kẽ kỹ kịch cả cũng đường nhưn"
)


@pytest.mark.parametrize("word", RARE.split())
def test_rare_syllables_are_possible(word: str) -> None:
    assert syllable_fault(word) is None
    assert syllable_fault(word.upper()) is None


@pytest.mark.parametrize("word", ["video", "ôtô", "vắcxin", "QĐ", "café2", "ĐTN", "Fanpage", "", "β", "naïve"])
def test_foreign_and_joined_words_are_not_judged(word: str) -> None:
    assert syllable_fault(word) is None


def test_a_misspelling_that_is_another_syllable_is_not_seen() -> None:
    assert [syllable_fault(word) for word in ("nhưn", "Lòng", "Huyên", "năng", "lười", "cùm")] == [None] * 6


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_real_plans_hold_no_impossible_syllable(path: Path) -> None:
    words = set(re.findall(r"[^\W\d_]+", nfc(path.read_text(encoding="utf-8")))) - _ABBREVIATIONS

    assert {word for word in words if syllable_fault(word)} == set()


@pytest.mark.parametrize(("word", "shaped"), [("phong", True), ("trung", True), ("An", True), ("zalo", False),
                                              ("facebook", False), ("tiktok", False), ("", False)])  # fmt: skip
def test_words_without_marks_may_be_shaped_as_syllables(word: str, shaped: bool) -> None:
    assert is_shaped(word) is shaped


@given(st.text(max_size=12))
def test_any_text_is_judged_without_harm(word: str) -> None:
    fault = syllable_fault(word)

    assert fault is None or fault.dung == "" or syllable_fault(fault.dung) is None
