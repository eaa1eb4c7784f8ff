from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import DocgenError, Fault, InputFaults, Unusable
from docgen.intake.read import read_text


def read(text: str) -> dict[str, Any]:
    return read_text(text, "json").checked().raw


def fault(text: str) -> Fault:
    with pytest.raises(Unusable) as caught:
        read_text(text, "json")
    (found,) = caught.value.faults
    return found


@pytest.mark.parametrize("typed", ["4750", "4750.0", "1e5", "-0", "1E+10", "12345678901234567890", "0.10"])
def test_numbers_keep_their_spelling(typed: str) -> None:
    assert read(f'{{"so": {typed}}}') == {"so": typed}


def test_true_false_and_null_are_themselves() -> None:
    assert read('{"a": true, "b": false, "c": null, "d": "null"}') == {"a": True, "b": False, "c": None, "d": "null"}


def test_values_are_found_by_line() -> None:
    loaded = read_text('{\n "co_quan": {\n  "ten": [\n   "A",\n   "B"\n  ]\n },\n "phu_luc": [{"ten": "X"}]\n}', "json")
    lines = {noi: spot.dong for noi, spot in loaded.spots.items()}
    assert (lines["co_quan"], lines["co_quan.ten[2]"], lines["phu_luc[1].ten"]) == (2, 5, 8)


def test_a_repeated_key_is_told_with_both_lines() -> None:
    loaded = read_text('{"so": 1,\n "ngay": 2,\n "so": 3}', "json")
    assert [str(f) for f in loaded.faults] == ["so, dòng 3: Mục “so” viết hai lần: dòng 1 và dòng 3. Hãy giữ lại một."]


def test_half_characters_are_refused_with_their_place_and_whole_ones_are_read() -> None:
    assert read(r'{"a": "\ud83d\ude00"}') == {"a": "\U0001f600"}
    loaded = read_text('{"co_quan":\n {"ten": ["x", "ab\\ud83d"]},\n "\\udc00": 1}', "json")
    assert [(f.noi, f.dong) for f in loaded.faults] == [("co_quan.ten[2]", 2), ("", 3)]
    assert "Ký tự thứ 3" in loaded.faults[0].loi


@pytest.mark.parametrize(
    ("text", "dong", "said"),
    [
        ('{"so": 05}', 1, '“05” không phải là cách viết số của JSON. Hãy đặt trong dấu nháy: "05"'),
        ('{"so": +5}', 1, "không phải là cách viết số"),
        ('{"so": NaN}', 1, "chưa nằm trong dấu nháy"),
        ('{"so": Kế hoạch}', 1, "“Kế” chưa nằm trong dấu nháy"),
        ("{'so': 5}", 1, "Tên mục phải nằm trong dấu nháy kép"),
        ("{\"so\": '5'}", 1, "không dùng dấu nháy đơn"),
        ('{\n"so": 5\n"ngay": 6}', 3, "thiếu dấu phẩy"),
        ('{"so": 5,}', 1, "thừa dấu phẩy"),
        ('{"so": [1, 2,]}', 1, "bỏ dấu phẩy thừa"),
        ('{"so": }', 1, "Thiếu giá trị"),
        ('{"so" 5}', 1, "Thiếu dấu hai chấm"),
        ('{"so": "5', 1, "thiếu dấu nháy đóng"),
        ('{"so": "5\n6"}', 1, r"Viết \n để xuống dòng"),
        ('{"so": "C:\\Users"}', 1, r"Muốn có dấu \ thì viết \\"),
        ('{"so": 5', 1, "dấu { mở ở dòng 1 chưa đóng"),
        ('{"so": [5', 1, "dấu [ mở ở dòng 1 chưa đóng"),
        ('{"so":', 1, "Tệp kết thúc giữa chừng"),
        ('{"so": 5} {}', 1, "Còn chữ thừa"),
        ('{"so": 5 // năm\n}', 1, "Thiếu dấu phẩy"),
        ("// kế hoạch\n{}", 1, "JSON không có ghi chú"),
    ],
)
def test_broken_json_is_told_with_its_line_and_likely_cause(text: str, dong: int, said: str) -> None:
    found = fault(text)
    assert found.dong == dong
    assert said.lower() in f"{found.loi} {found.sua}".lower()
    assert found.loi.startswith("Cột ")


@pytest.mark.parametrize(("text", "said"), [("", "chưa có nội dung"), ("[]", "danh sách"), ('"a"', "đoạn chữ")])
def test_a_file_that_is_no_object_is_refused(text: str, said: str) -> None:
    with pytest.raises(InputFaults, match=said):
        read_text(text, "json")


def test_depth_and_number_of_values_are_bounded() -> None:
    with pytest.raises(Unusable, match="quá sâu"):
        read_text("[" * 200_000, "json")
    with pytest.raises(Unusable, match="quá nhiều"):
        read_text("[" + "1," * 100_000 + "1]", "json")


VALUES = st.recursive(
    st.none() | st.booleans() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcđế", min_size=1, max_size=4), inner, max_size=4)
    ),
    max_leaves=15,
)


@given(st.dictionaries(st.text("abcđế", min_size=1, max_size=4), VALUES, max_size=5), st.sampled_from([None, 2]))
def test_every_value_comes_back_as_the_standard_library_reads_it(value: dict[str, Any], indent: int | None) -> None:
    assert read(json.dumps(value, indent=indent)) == json.loads(json.dumps(value))


@given(st.text(alphabet='{}[]",:\\ \n01tfne-.abế', max_size=60))
def test_any_mixture_of_signs_is_read_or_refused_in_our_own_words(text: str) -> None:
    try:
        ours = read_text(text, "json")
    except DocgenError as error:
        assert all(f.loi for f in error.faults)
    else:
        assert set(ours.raw) == set(json.loads(text))
