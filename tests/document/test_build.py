"""Plain values become a Document, or every fault at once with its place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import ValidationError

from docgen.document import Ngay, build, schema
from docgen.errors import InputFaults

LEAST: dict[str, Any] = {
    "loai": "ke-hoach",
    "co_quan": {"loai": "nha-nuoc", "ten": ["UBND XÃ AN THỊNH"], "ky_hieu": "UBND"},
    "trich_yeu": "Chuyển đổi số",
    "noi_dung": "I. MỤC ĐÍCH\n- Một việc.",
}


def with_(**changes: Any) -> dict[str, Any]:
    return {**LEAST, **changes}


def faults(raw: Mapping[str, Any]) -> dict[str, str]:
    with pytest.raises(InputFaults) as caught:
        build(raw)
    return {fault.noi: f"{fault.loi} {fault.sua}".strip() for fault in caught.value.faults}


def test_the_least_plan_is_a_document() -> None:
    document = build(LEAST).document

    assert document.co_quan.ten == ("UBND XÃ AN THỊNH",)
    assert document.so is None
    assert document.ngay is None
    assert document.can_cu == ()


def test_a_document_cannot_be_changed() -> None:
    document = build(with_(danh_so={"la_ma": "I-"})).document

    with pytest.raises(ValidationError):
        document.so = 5  # type: ignore[misc]
    with pytest.raises(TypeError):
        document.danh_so["la_ma"] = "I."  # type: ignore[index]


@pytest.mark.parametrize(
    ("typed", "number"), [("5", 5), ("05", 5), ("010", 10), (4750, 4750), ("", None), (None, None)]
)
def test_the_number_is_typed_by_its_field(typed: Any, number: int | None) -> None:
    assert build(with_(so=typed)).document.so == number


@pytest.mark.parametrize("typed", ["0", "05/KH-UBND", "1_000", "-5", "5.0", "năm", "٥", True])
def test_what_is_no_number_is_refused_with_an_example(typed: Any) -> None:
    assert "Chỉ viết chữ số, ví dụ 5 hoặc 05" in faults(with_(so=typed))["so"]


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2019-09-18", Ngay(2019, 9, 18)),
        ("18/9/2019", Ngay(2019, 9, 18)),
        ("2019-09", Ngay(2019, 9)),
        ("9/2019", Ngay(2019, 9)),
        ("2019", Ngay(2019)),
    ],
)
def test_a_date_may_be_known_in_part(typed: str, date: Ngay) -> None:
    assert build(with_(ngay=typed)).document.ngay == date


@pytest.mark.parametrize("typed", ["29/02/2023", "31/4/2026", "2023-13-01", "09/18/2019", "hôm nay", "18-9-19"])
def test_a_day_that_does_not_exist_is_refused(typed: str) -> None:
    assert faults(with_(ngay=typed))["ngay"]


def test_every_fault_is_told_at_once() -> None:
    found = faults(
        {
            "loai": "ke-hoach",
            "co_quan": {"loai": "nha nuoc", "ten": [], "ky_hieux": "UBND"},
            "trich_yeux": "a",
            "noi_dung": 7.5,
            "can_cu": ["Căn cứ Luật", ""],
            "so": "05a",
            "ky": "x",
            "phu_luc": [{"noi_dung": ""}],
            "danh_so": {"lama": "I-"},
        }
    )

    assert set(found) == {
        "co_quan.loai", "co_quan.ten", "co_quan.ky_hieux", "trich_yeu", "trich_yeux",
        "noi_dung", "can_cu[2]", "so", "ky", "phu_luc[1].noi_dung", "danh_so",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("key", "meant"), [("trich_yeux", "trich_yeu"), ("Trích yếu", "trich_yeu"), ("noi nhan", "noi_nhan")]
)
def test_an_unknown_key_is_refused_with_the_one_that_was_meant(key: str, meant: str) -> None:
    assert f"Có phải là “{meant}”?" in faults(with_(**{key: "x"}))[key]


def test_an_unknown_key_of_a_part_is_refused_with_the_keys_of_that_part() -> None:
    raw = with_(phu_luc=[{"noi_dung": "a.", "zzz": "x"}])
    assert "ten, noi_dung, ngang" in faults(raw)["phu_luc[1].zzz"]


def test_faults_of_the_body_carry_the_line() -> None:
    with pytest.raises(InputFaults) as caught:
        build(with_(noi_dung="I. A\n- Xem[^1]."))

    assert [(fault.noi, fault.dong) for fault in caught.value.faults] == [("noi_dung", 2)]


@pytest.mark.parametrize("bad", ["a\x00b", "a\x0bb", "a\ud800b", "a\ufdd0b", "a\uffffb"])
def test_text_that_a_word_file_cannot_hold_is_refused_with_its_place(bad: str) -> None:
    assert "Ký tự thứ 2" in faults(with_(trich_yeu=bad))["trich_yeu"]


def test_text_becomes_nfc() -> None:
    assert build(with_(trich_yeu="Tiê\u0301ng")).document.trich_yeu == "Tiếng"


def test_the_schema_names_every_field_and_is_json() -> None:
    found = json.loads(json.dumps(schema()))

    assert found["additionalProperties"] is False
    assert {"loai", "co_quan", "trich_yeu"} == set(found["required"])
    assert "phu_luc" in found["properties"]


def test_a_body_that_is_too_long_is_refused_before_it_is_read() -> None:
    found = faults(with_(noi_dung="[^1] " * 400_000))

    assert set(found) == {"noi_dung"}
    assert "tối đa 1.000.000 ký tự" in found["noi_dung"]
