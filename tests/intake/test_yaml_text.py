from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import DocgenError, InputFaults, Unusable
from docgen.intake import yaml_text
from docgen.intake.loaded import MAX_NODES, Loaded
from docgen.intake.read import read_text


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def _both_parsers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(yaml_text, "_LOADER", yaml.CSafeLoader if request.param == "libyaml" else yaml.SafeLoader)
    yield


def faults(loaded: Loaded) -> list[str]:
    return [str(fault) for fault in loaded.faults]


@pytest.mark.parametrize(
    "typed",
    ["05", "no", "yes", "on", "12:30", "010", "1_000", "2019-09-18", "0x1F", "1e5", "4750.0", "true", ".5", "+1", "="],
)
def test_values_stay_what_was_typed(typed: str) -> None:
    assert read_text(f"a: {typed}\nb: [{typed}]\n{typed}x: c\n").raw == {"a": typed, "b": [typed], f"{typed}x": "c"}


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL", " # chưa có"])
def test_nothing_is_none(nothing: str) -> None:
    assert read_text(f"so: {nothing}\nngay: 3\n").raw == {"so": None, "ngay": "3"}


def test_quoted_words_are_text() -> None:
    assert read_text("a: 'null'\nb: \"~\"\nc: ''\n").raw == {"a": "null", "b": "~", "c": ""}


def test_words_other_readers_take_for_something_are_text() -> None:
    assert read_text("luu: VT, no\nky:\n  ho_ten: No\n").raw == {"luu": "VT, no", "ky": {"ho_ten": "No"}}


def test_lines_of_values_are_known() -> None:
    loaded = read_text(
        "loai: ke-hoach\nco_quan:\n  ten:\n    - A\n    - B\n\nnoi_dung: |\n  I. MỤC\n\n  1. Ý\nphu_luc:\n  - ten: X\n"
    )
    lines = {noi: spot.dong for noi, spot in loaded.spots.items()}
    assert lines["co_quan"] == 2
    assert lines["co_quan.ten[2]"] == 5
    assert lines["phu_luc[1].ten"] == 12
    assert loaded.spots["noi_dung"].chu_dong == 8


def test_a_repeated_key_is_told_with_both_lines_and_the_first_stays() -> None:
    loaded = read_text("so: 5\nngay: 3\nso: 6\n")
    assert faults(loaded) == ["so, dòng 3: Mục “so” viết hai lần: dòng 1 và dòng 3. Hãy giữ lại một."]
    assert loaded.raw["so"] == "5"
    with pytest.raises(InputFaults):
        loaded.checked()


def test_keys_that_differ_only_in_composition_are_the_same_key() -> None:
    assert len(read_text("kho\u00e1: 1\nkhoa\u0301: 2\n").faults) == 1


def test_repeated_keys_are_looked_for_in_every_mapping_and_all_told() -> None:
    text = "co_quan:\n  ten: A\n  ten: B\nphu_luc:\n  - ten: C\n    ten: D\n  - ten: E\n"
    assert [(fault.noi, fault.dong) for fault in read_text(text).faults] == [("co_quan.ten", 3), ("phu_luc[1].ten", 6)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &x 1\nb: *x\n", ["dòng 1: “&x” là nhãn (anchor)", "dòng 2: “*x” là chỗ gọi lại (alias)"]),
        ("a: !!str 05\n", ["dòng 1: “!!str” là thẻ kiểu (tag)"]),
        ("a: !x y\n", ["dòng 1: “!x” là thẻ kiểu (tag)"]),
        ("a: !!python/object/apply:os.system [ls]\n", ["là thẻ kiểu (tag)"]),
        ("<<: {a: 1}\n", ["“<<” là phép gộp"]),
        ("a: 1\n---\nb: 2\n", ["dòng 2: Dòng “---” mở ra tài liệu thứ hai"]),
        ("? [a, b]\n: c\n", ["Tên mục phải là một cụm chữ"]),
        ("'': c\n", ["Thiếu tên mục"]),
        ("!!str a: c\n", ["đứng trước tên mục"]),
    ],
)
def test_what_yaml_can_and_papers_need_not_is_refused(text: str, said: list[str]) -> None:
    found = faults(read_text(text))
    assert len(found) == len(said)
    for line, words in zip(found, said, strict=True):
        assert words in line


def test_text_after_a_sharp_sign_is_doubted_and_a_remark_is_not() -> None:
    loaded = read_text("ten: Trường số #2\nthe_thuc: nd30   # nd30 | doan | dang\n# ghi chú\n")
    assert loaded.raw["ten"] == "Trường số"
    assert [(fault.noi, fault.nang, fault.dong) for fault in loaded.faults] == [("ten", "nhac", 1)]
    assert "“#2”" in loaded.faults[0].loi
    assert [fault.noi for fault in read_text("so: #2\nngay: # chưa có\n").faults] == ["so"]


def test_a_body_whose_lines_were_joined_is_known() -> None:
    loaded = read_text("a:\n  I. MỤC\n  1. Ý\nb: |\n  I. MỤC\n  1. Ý\nc: một dòng\nd: >\n  x\n  y\n")
    assert [noi for noi, spot in loaded.spots.items() if spot.noi_dong] == ["a", "d"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "chưa có nội dung"),
        ("# chỉ có ghi chú\n", "chưa có nội dung"),
        ("---\n", "chưa có nội dung"),
        ("- a\n- b\n", "ở đây là một danh sách"),
        ("Kế hoạch năm 2026\n", "ở đây là một đoạn chữ"),
    ],
)
def test_a_file_that_is_no_mapping_is_refused(text: str, said: str) -> None:
    with pytest.raises(InputFaults, match=said):
        read_text(text)


def test_depth_is_bounded() -> None:
    assert read_text("a: " + "[" * 18 + "]" * 18)
    for text in ("a: " + "[" * 30 + "]" * 30, "[" * 100_000, "a: " + "{a: " * 50_000):
        with pytest.raises(Unusable, match="lồng nhau quá sâu"):
            read_text(text)


def test_the_number_of_values_is_bounded_and_found_out_early() -> None:
    start = time.perf_counter()
    with pytest.raises(Unusable, match=f"hơn {MAX_NODES} giá trị"):
        read_text("a:\n" + "- b\n" * 1_000_000)
    assert time.perf_counter() - start < 10


def test_a_body_of_five_thousand_sections_is_read_soon() -> None:
    body = "".join(f"  {n}. Phần số {n}\n  - Nội dung của phần này.\n" for n in range(1, 5001))
    start = time.perf_counter()
    assert len(read_text(f"noi_dung: |\n{body}").raw["noi_dung"].splitlines()) == 10_000
    assert time.perf_counter() - start < 5


def test_breaks_that_nobody_sees_are_refused_with_their_place() -> None:
    with pytest.raises(InputFaults, match="U\\+2028"):
        read_text("a: một\u2028hai\n")


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_in_our_own_words(text: str) -> None:
    try:
        loaded = read_text(text)
    except DocgenError as error:
        assert all(fault.loi for fault in error.faults)
    else:
        assert isinstance(loaded.raw, dict)


@given(st.text(alphabet="ab:- \n\t|>[]{}\"'#&*!%@`,?\\~.ế1", max_size=60))
def test_any_mixture_of_signs_is_read_or_refused_in_our_own_words(text: str) -> None:
    try:
        read_text(text)
    except DocgenError as error:
        assert all(fault.loi for fault in error.faults)
