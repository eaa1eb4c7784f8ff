"""What was validated field by field is what the model makes of the whole, faults and all."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from docgen.document import Document
from docgen.document.learning import Learning, frozen

TEXTS = st.sampled_from(["", " ", "x", "Xã An Thịnh", "hai\ndòng", " a\u0301 ", "\x00", "05", "x" * 501])
ODD = st.sampled_from([None, True, 1, 0, 1.0, "1", {}, [], ["a"], ("a",), {"a": "b"}, [["a"]], b"a"])
LISTS = st.lists(TEXTS, max_size=3)
ANY = TEXTS | LISTS | ODD
GROUP = st.fixed_dictionaries(
    {"loai": st.sampled_from(["nha-nuoc", "dang", "lạ"]), "ten": TEXTS | LISTS},
    optional={"ky_hieu": ANY, "chu_quan": ANY, "la": TEXTS},
)
RAW = st.fixed_dictionaries(
    {
        "loai": st.just("ke-hoach"),
        "co_quan": st.just({"loai": "nha-nuoc", "ten": ["ỦY BAN NHÂN DÂN"]}) | GROUP | ODD,
        "trich_yeu": st.just("Tuyên truyền") | ANY,
        "so": st.sampled_from(["1", "2", 1, True, "x", None]),
        "ngay": st.sampled_from(["2026-11-05", "11/2026", "hôm qua", None]),
    },
    optional={
        "ky": st.fixed_dictionaries({}, optional={"ho_ten": ANY, "quyen_han": ANY}) | ODD,
        "phu_luc": st.lists(st.fixed_dictionaries({"noi_dung": TEXTS, "ngang": ODD}), max_size=2) | ODD,
        "noi_nhan": ANY,
        "danh_so": st.dictionaries(TEXTS, TEXTS, max_size=2) | ODD,
        "rieng": st.dictionaries(TEXTS, ANY, max_size=2) | ODD,
        "la_lung": ANY,
    },
)


def told(validate: Any, raw: dict[str, Any]) -> Any:
    try:
        made = validate(raw)
    except ValidationError as error:
        return error.errors(include_url=False, include_input=False)
    return made, made.model_fields_set, made.model_dump(warnings=False)


@given(st.lists(RAW, min_size=1, max_size=6))
def test_one_after_the_other_they_are_what_the_model_makes_of_each(raws: list[dict[str, Any]]) -> None:
    learning = Learning(Document)
    for raw in raws:
        assert told(learning.validated, raw) == told(Document.model_validate, raw)


def test_what_does_not_change_is_the_very_same_object() -> None:
    learning = Learning(Document)
    raw = {"loai": "ke-hoach", "co_quan": {"loai": "dang", "ten": ["A"]}, "trich_yeu": "x", "noi_nhan": ["a", "b"]}
    one = learning.validated(raw)
    other = learning.validated({**raw, "co_quan": {"loai": "dang", "ten": ["B"]}, "noi_nhan": ["a", "b"]})

    assert other.noi_nhan is one.noi_nhan
    assert (one.co_quan.ten, other.co_quan.ten) == (("A",), ("B",))


def test_values_that_were_changed_in_place_are_looked_at_again() -> None:
    learning = Learning(Document)
    raw: dict[str, Any] = {"loai": "ke-hoach", "co_quan": {"loai": "dang", "ten": ["A"]}, "trich_yeu": "x"}
    learning.validated(raw)
    raw["co_quan"]["ten"][0] = "B"

    assert learning.validated(raw).co_quan.ten == ("B",)


@given(ANY, ANY)
def test_equal_kept_values_are_equal_and_of_one_type(one: Any, other: Any) -> None:
    if frozen(one) == frozen(other):
        assert one == other
        assert type(one) is type(other)
