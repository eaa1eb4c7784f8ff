"""Whatever a file holds, the finder answers, and answers within the paper."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from docgen.reading import parts
from docgen.reading.facts import Paper, Para, Place, Run
from tests.reading.parts.paper import END, HEAD, QH, TN, Box, Table, b, c, p, word

LINES = [
    *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM", "***", "-----"),
    *("ỦY BAN NHÂN DÂN", "TỈNH LÀO CAI", "Số: 05/KH-UBND", "Số:     -KH/TU", "Lào Cai, ngày 05 tháng 3 năm 2026"),
    *("UBND XÃ A\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số:   /UBND      Lào Cai, ngày   tháng   năm", "V/v báo cáo"),
    *("KẾ HOẠCH", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:", "CHỦ TỊCH UBND TỈNH", "KẾ HOẠCH\nNăm 2026", "Kính gửi:", "Kính gửi: A"),
    *(
        "Căn cứ Luật A;",
        "Thực hiện B, Sở ban hành như sau:",
        "I. MỤC ĐÍCH",
        "1. Một",
        "a) Hai;",
        "- Ba;",
        "Điều 1. Bốn",
    ),
    *(
        "Trên đây là Kế hoạch./.",
        "Nơi nhận:",
        "Nơi nhận:\t\tTM. UBND",
        "- Như trên;",
        "- Lưu: VT.",
        "TM. UBND",
        "CHỦ TỊCH",
    ),
    *(
        "(đã ký)",
        "Nguyễn Văn An",
        "Phụ lục I",
        "PHỤ LỤC: BIỂU",
        "(Kèm theo Kế hoạch số 1)",
        "Chương I",
        "MẬT",
        "DỰ THẢO",
    ),
    *(
        "",
        "   ",
        "\t",
        "\n",
        "¹ Ghi chú",
        "“a) Một",
        "hai”",
        "A. MỘT",
        "(1) Một",
        "…",
        "Lưu ý: x",
        "Mục 1",
        "Phần thứ nhất",
    ),
]
WORDS = st.one_of(st.sampled_from(LINES), st.text(max_size=30))
PARAS = st.builds(
    p,
    WORDS,
    dam=st.booleans(),
    canh=st.sampled_from([None, "giua", "deu", "phai"]),
    nhan=st.sampled_from(["", "", "", "1.", "-", "a)", "Điều 2.", "\uf0b7"]),
    sang_trang=st.sampled_from([False, False, False, True]),
    kieu=st.sampled_from(
        ["Normal", "Normal", "Căn cứ", "Mở đầu", "Trích yếu", "Kết thúc", "Chức vụ", "Đoạn văn", "Nơi nhận"]
    ),
)
CELL = st.lists(PARAS, min_size=1, max_size=3)
TABLES = st.lists(st.lists(CELL, min_size=1, max_size=3), min_size=1, max_size=3).map(lambda rows: Table(*rows))
BLOCKS = st.lists(st.one_of(PARAS, PARAS, TABLES, st.builds(Box, PARAS)), min_size=1, max_size=25)


def check(paper: Paper) -> None:
    anatomy = parts.dissect(paper)
    count = len(paper.paras)
    for ten, held in anatomy.parts.items():
        for part in held:
            assert part.ten == ten
            assert part.doan
            assert all(0 <= i < count for i in part.doan)
            assert part.text.strip() or ten in {"noi_dung", "phu_luc"}
    ranges = [part.doan for ten in ("noi_dung", "phu_luc") for part in anatomy.parts.get(ten, ())]
    assert all(before[-1] < after[0] for before, after in pairwise(ranges))
    assert len(anatomy.appendices) == len(anatomy.parts.get("phu_luc", ()))
    taken = {i for held in anatomy.parts.values() for part in held for i in part.doan} | set(anatomy.sot)
    assert all(
        i in taken
        for i, para in enumerate(paper.paras)
        if para.text.strip("\t\n \u00ad\u200b\ufeff") and para.text.strip()
    )
    for appendix in anatomy.appendices:
        parts.levels(paper, appendix.noi_dung)
    lines = parts.levels(replace(paper, parts=anatomy.parts))
    assert all(before.doan <= after.doan for before, after in pairwise(lines))


@given(BLOCKS)
def test_any_word_file_is_taken_apart(blocks: list[Para | Table | Box]) -> None:
    check(word(*blocks, found=False))


@given(st.lists(WORDS, min_size=1, max_size=30))
def test_any_text_is_taken_apart(lines: list[str]) -> None:
    paras = tuple(Para(line, Place("thân", i, dong=i), runs=(Run(line),)) for i, line in enumerate(lines, 1))
    check(Paper(nguon="text", co_dinh_dang=False, paras=paras))


@given(
    st.lists(
        st.sampled_from([HEAD, END, QH, TN, b("KẾ HOẠCH"), c("Năm 2026"), p("I. VIỆC", dam=True), "- Một."]),
        max_size=12,
    )
)
def test_any_order_of_real_parts_is_taken_apart(blocks: list[Para | Table | str]) -> None:
    check(word("Mở.", *blocks, found=False))


def test_time_grows_with_the_length_only() -> None:
    def seconds(times: int) -> float:
        rows = [
            Table([p("1"), p("Việc")], vien=True),
            p("I. MỤC", dam=True),
            "- Một việc cần làm;",
            "Điều 1. A",
            b("Phụ lục I"),
        ]
        paper = word(HEAD, b("KẾ HOẠCH"), b("Năm 2026"), *rows * times, END, *rows * times, found=False)
        start = time.perf_counter()
        anatomy = parts.dissect(paper)
        parts.levels(replace(paper, parts=anatomy.parts))
        return time.perf_counter() - start

    seconds(50)
    assert seconds(1600) < 24 * max(seconds(200), 0.02)


def test_long_blanks_and_long_lines_take_no_long_time() -> None:
    long = [
        " " * 50_000 + "x",
        "." * 50_000,
        "\t" * 50_000,
        "a, " * 20_000,
        "“" * 50_000,
        "1." * 25_000,
        "*" * 50_000,
        "A" * 50_000,
    ]
    start = time.perf_counter()
    for line in long:
        paper = word(HEAD, line, b("KẾ HOẠCH"), line, f"Căn cứ {line};", "1. Một.", line, END, line, found=False)
        check(paper)
    assert time.perf_counter() - start < 10
