from __future__ import annotations

import pytest

from docgen.outline.openings import opening
from docgen.outline.tree import Level

LABELS = [
    *("Phần I.", "Chương I.", "Mục 1.", "Tiểu mục 1.", "Điều 1.", "I.", "1.", "1.1.", "1.1.1.", "1.1.1.1."),
    *("a)", "-", "+"),
]


@pytest.mark.parametrize(
    ("line", "level", "numbers", "rest"),
    [
        ("Phần I", "phan", (1,), ""),
        ("PHẦN II. TÌNH HÌNH", "phan", (2,), "TÌNH HÌNH"),
        ("Phần thứ ba", "phan", (3,), ""),
        ("Phần I TÌNH HÌNH", "phan", (1,), "TÌNH HÌNH"),
        ("Chương IV", "chuong", (4,), ""),
        ("Chương 2: QUY ĐỊNH", "chuong", (2,), "QUY ĐỊNH"),
        ("Mục 1", "muc", (1,), ""),
        ("Tiểu mục 2. Khác", "tieu_muc", (2,), "Khác"),
        ("Điều 12. Phạm vi", "dieu", (12,), "Phạm vi"),
        ("I. MỤC ĐÍCH", "la_ma", (1,), "MỤC ĐÍCH"),
        ("I/ MỤC ĐÍCH", "la_ma", (1,), "MỤC ĐÍCH"),
        ("II- NỘI DUNG", "la_ma", (2,), "NỘI DUNG"),
        ("II – NỘI DUNG", "la_ma", (2,), "NỘI DUNG"),
        ("III) X", "la_ma", (3,), "X"),
        ("IV.TỔ CHỨC", "la_ma", (4,), "TỔ CHỨC"),
        ("1. Mục đích", "so", (1,), "Mục đích"),
        ("1/Cấp tỉnh:", "so", (1,), "Cấp tỉnh:"),
        ("2/ Huyện", "so", (2,), "Huyện"),
        ("3) Xã", "so", (3,), "Xã"),
        ("05. Xã", "so", (5,), "Xã"),
        ("1. 500 người", "so", (1,), "500 người"),
        ("1.1. Thông tin", "so2", (1, 1), "Thông tin"),
        ("1.1.Thông tin", "so2", (1, 1), "Thông tin"),
        ("1.2.3. Chi tiết", "so3", (1, 2, 3), "Chi tiết"),
        ("1.2.3.4. Chi tiết", "so4", (1, 2, 3, 4), "Chi tiết"),
        ("a) Nội dung", "chu", (1,), "Nội dung"),
        ("đ)nội dung", "chu", (5,), "nội dung"),
        ("f) nội dung", "chu", (), "nội dung"),
        ("- Bám sát", "gach", (), "Bám sát"),
        ("-Bám sát", "gach", (), "Bám sát"),
        ("– Bám sát", "gach", (), "Bám sát"),
        ("· Bám sát", "gach", (), "Bám sát"),
        ("•Bám sát", "gach", (), "Bám sát"),
        ("\uf0b7 Bám sát", "gach", (), "Bám sát"),
        ("* Bám sát", "gach", (), "Bám sát"),
        ("+ Tập huấn", "cong", (), "Tập huấn"),
        ("-", "gach", (), ""),
        ("1.", "so", (1,), ""),
    ],
)
def test_labels_of_the_notation_and_of_habit_are_seen(
    line: str, level: str, numbers: tuple[int, ...], rest: str
) -> None:
    found = opening(line)

    assert found is not None
    assert not found.weak
    assert (found.level, found.numbers, found.rest) == (level, numbers, rest)


@pytest.mark.parametrize(
    "line",
    [
        "2020 là năm",
        "1.500 người",
        "1.1 tỷ đồng",
        "1/2 số người",
        "15/6/2013 là hạn",
        "1.1.1.1.1. Quá sâu",
        "7.00 Đón khách",
        "I nội dung",
        "IIII. Sai",
        "Điều 5 của Luật",
        "Mục 2 Phần này quy định như sau:",
        "Chương trình công tác",
        "Phần mềm",
        "Điều 1.2 của Luật",
        "đ/c An",
        "(1) Nội dung",
        "A. ĐẶC ĐIỂM",
        "*nghiêng*",
        "**đậm**",
        "--",
        "-----",
        "-> kết quả",
        "++",
        r"1\. a",
        r"\- a",
        r"Phần\ I",
        "Mục đích",
        "",
    ],
)
def test_words_are_no_labels(line: str) -> None:
    assert opening(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "C. Mác",
        "V. I. Lê-nin",
        "1.1 Thông tin",
        "2020. Năm",
        "20.11.2020 Ngày",
        "p. Bến Nghé",
        "a. Nội dung",
        "1- Mục đích",
        "aa) Điểm",
    ],
)
def test_labels_that_may_be_words_are_weak(line: str) -> None:
    found = opening(line)

    assert found is not None
    assert found.weak


@pytest.mark.parametrize(
    "line", ["Phần I", "I. a", "I - a", "1/a", "1.1. a", "a) b", "- a", "+ a", "Điều 1. a", "C. a"]
)
def test_a_backslash_at_the_sign_makes_words_of_a_label(line: str) -> None:
    found = opening(line)

    assert found is None or opening(line[: found.sign] + "\\" + line[found.sign :]) is None


@pytest.mark.parametrize("level", list(Level))
def test_every_level_has_a_label(level: Level) -> None:
    found = opening(f"{LABELS[level.rank]} X")

    assert found is not None
    assert found.level is level
