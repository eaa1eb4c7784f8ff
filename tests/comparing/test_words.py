"""Which words went and came, and which paragraphs moved: laws that hold for any two papers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.comparing import Difference, compare
from docgen.comparing import align as aligning
from docgen.comparing.align import aligned
from docgen.comparing.difference import NOTE_MARK
from docgen.comparing.likeness import Effort, Item
from docgen.comparing.texts import new_text, old_text
from docgen.reading.facts import Paper
from docgen.reading.plain import read_lines
from tests.reading.build import Docx, cell, paper, para, row, run, table

SYLLABLES = ["các", "xã", "phường", "tổ", "chức", "thực", "hiện", "kế", "hoạch", "năm", "2026", "2027", "."]
LINES = st.lists(
    st.one_of(
        st.sampled_from(["", "", "Nơi nhận:", "I. MỤC ĐÍCH", "Ủy ban nhân dân các xã tổ chức thực hiện kế hoạch này."]),
        st.lists(st.sampled_from(SYLLABLES), max_size=12).map(" ".join),
    ),
    min_size=1,
    max_size=14,
)


def texts(lines: list[str]) -> Paper:
    # A text without letters is no paper.
    return read_lines("\n".join(["Đầu", *lines, "Cuối"]) + "\n")


def tables(rows: list[list[str]]) -> Paper:
    return paper("Đầu", table(*(row(*(cell(para(text)) for text in line)) for line in rows)), "Cuối")


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def applied(old: Paper, difference: Difference) -> list[str]:
    """The new paper, made of the old one and what differs."""
    gone = {change.cu.so for change in difference.chu if change.cu and change.kieu != "sua"}
    edited = {change.cu.so: new_text(change.manh) for change in difference.chu if change.kieu == "sua" and change.cu}
    come = {change.moi.so: new_text(change.manh) for change in difference.chu if change.kieu != "sua" and change.moi}
    left = [edited.get(at, para.text) for at, para in enumerate(old.paras) if at not in gone]
    made: list[str] = []
    while left or len(made) in come:
        made.append(come[len(made)] if len(made) in come else left.pop(0))
    return made


def turned(difference: Difference) -> list[tuple[object, ...]]:
    roles = {"them": "bo", "bo": "them"}
    return sorted(
        (
            (roles.get(one.kieu, one.kieu), one.moi, one.cu, new_text(one.manh), old_text(one.manh))
            for one in difference.chu
        ),
        key=repr,
    )


@given(old=LINES, new=LINES)
def test_the_old_paper_and_the_difference_give_the_new_one(old: list[str], new: list[str]) -> None:
    one, other = texts(old), texts(new)
    assert applied(one, compare(one, other)) == [para.text for para in other.paras]


@given(old=LINES, new=LINES)
def test_every_word_that_went_or_came_is_told_as_often_as_it_did(old: list[str], new: list[str]) -> None:
    difference = compare(texts(old), texts(new))
    pieces = [piece for change in difference.chu for piece in change.manh]
    gone = sum((words(piece.text) for piece in pieces if piece.kind == "removed"), Counter())
    came = sum((words(piece.text) for piece in pieces if piece.kind == "added"), Counter())
    came.subtract(gone)
    wanted = words("\n".join(new))
    wanted.subtract(words("\n".join(old)))
    assert {word: count for word, count in came.items() if count} == {w: c for w, c in wanted.items() if c}


@given(old=LINES, new=LINES)
def test_exchanged_the_papers_exchange_their_roles(old: list[str], new: list[str]) -> None:
    one, other = texts(old), texts(new)
    there = [(c.kieu, c.cu, c.moi, old_text(c.manh), new_text(c.manh)) for c in compare(one, other).chu]
    assert sorted(there, key=repr) == turned(compare(other, one))


ROWS = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(
            st.sampled_from(["", "Sở Y tế", "10", "12", "tổ chức thực hiện", "kế hoạch"]),
            min_size=width,
            max_size=width,
        ),
        min_size=1,
        max_size=5,
    )
)


@given(old=ROWS, new=ROWS)
def test_no_word_of_a_table_is_lost(old: list[list[str]], new: list[list[str]]) -> None:
    difference = compare(tables(old), tables(new))
    came = words(" ".join(new_text(change.manh) for change in difference.chu))
    came.subtract(words(" ".join(old_text(change.manh) for change in difference.chu)))
    wanted = words(" ".join(text for line in new for text in line))
    wanted.subtract(words(" ".join(text for line in old for text in line)))
    assert {word: count for word, count in came.items() if count} == {w: c for w, c in wanted.items() if c}
    assert compare(tables(new), tables(new)).equal


@given(lines=LINES)
def test_a_paper_does_not_differ_from_itself(lines: list[str]) -> None:
    assert compare(texts(lines), texts(lines)).equal
    assert compare(paper(*lines), paper(*lines)).equal


BLOCK = ["2. Yêu cầu", "Các đơn vị chủ động, phối hợp chặt chẽ trong tổ chức thực hiện.", "", "Báo cáo trước ngày 15."]
REST = [f"Nội dung thứ {number} giao cho phòng {number * 7} chủ trì." for number in range(12)]


def test_a_block_that_moved_is_told_as_moved_with_its_short_lines() -> None:
    difference = compare(paper(*REST[:3], *BLOCK, *REST[3:]), paper(*REST[:9], *BLOCK, *REST[9:]))

    assert [change.kieu for change in difference.chu] == ["chuyen"] * 4
    assert [(one.cu.so, one.moi.so) for one in difference.chu if one.cu and one.moi] == [
        (3, 9),
        (4, 10),
        (5, 11),
        (6, 12),
    ]


def test_what_moved_and_was_rewritten_a_little_is_both() -> None:
    long = "Sở Tài chính chủ trì, phối hợp với các sở, ban, ngành bố trí kinh phí thực hiện kế hoạch năm {}."
    difference = compare(paper(long.format(2026), *REST), paper(*REST, long.format(2027)))

    (change,) = difference.chu
    assert change.kieu == "chuyen"
    assert [piece.text for piece in change.manh if piece.kind != "same"] == ["2026", "2027"]


def test_blanks_count() -> None:
    (change,) = compare(paper("Kính  gửi"), paper("Kính gửi")).chu
    assert [(piece.kind, piece.text) for piece in change.manh] == [
        ("same", "Kính"),
        ("removed", "  "),
        ("added", " "),
        ("same", "gửi"),
    ]


def test_a_word_in_a_cell_is_told_with_its_cell() -> None:
    (change,) = compare(
        tables([["Sở Y tế", "10"], ["Sở Nội vụ", "5"]]), tables([["Sở Y tế", "12"], ["Sở Nội vụ", "5"]])
    ).chu
    assert change.kieu == "sua"
    assert change.moi is not None
    assert change.moi.noi.bang == (1, 1, 2)


@pytest.mark.parametrize(
    ("new", "kieu", "cung"),
    [
        ([["a b", "1"], ["mới tinh", "3"], ["c d", "2"]], "them", "bảng 1, hàng 2"),
        ([["c d", "2"]], "bo", "bảng 1, hàng 1"),
        ([["a b", "x", "1"], ["c d", "y", "2"]], "them", "bảng 1, cột 2"),
        ([["a b"], ["c d"]], "bo", "bảng 1, cột 2"),
    ],
)
def test_rows_and_columns_come_and_go_as_such(new: list[list[str]], kieu: str, cung: str) -> None:
    difference = compare(tables([["a b", "1"], ["c d", "2"]]), tables(new))
    assert {(change.kieu, change.cung) for change in difference.chu} == {(kieu, cung)}


def test_a_row_that_moved_is_one_that_moved() -> None:
    rows = [["Sở Y tế chủ trì phần này", "1"], ["Sở Nội vụ phối hợp cùng làm", "2"], ["Sở Tài chính lo kinh phí", "3"]]
    difference = compare(tables(rows), tables([rows[2], *rows[:2]]))
    assert {(change.kieu, change.cung) for change in difference.chu} == {("chuyen", "bảng 1, hàng 1")}


def test_a_whole_table_comes_as_one() -> None:
    difference = compare(paper("Đầu", "Cuối"), tables([["a", "b"]]))
    assert {(change.kieu, change.cung) for change in difference.chu} == {("them", "bảng 1")}
    assert [(one.ten, one.cu, one.moi) for one in difference.dem] == [("bảng", 0, 1)]


NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'


def noted(*notes: str) -> Paper:
    body = "".join(para(f"Đoạn {at}", NOTE.format(at)) for at, _ in enumerate(notes, 1)) or para("Đoạn 1")
    inside = "".join(f'<w:footnote w:id="{at}">{para(text)}</w:footnote>' for at, text in enumerate(notes, 1))
    return Docx(body, footnotes=inside).paper()


def test_the_words_of_a_note_and_its_mark() -> None:
    (change,) = compare(noted("Theo Luật Đất đai"), noted("Theo Luật Nhà ở")).chu
    assert change.moi is not None
    assert change.moi.ben == "chú thích 1"

    difference = compare(paper("Đoạn 1"), noted("Mới"))
    assert [(one.kieu, new_text(one.manh)) for one in difference.chu] == [
        ("sua", f"Đoạn 1{NOTE_MARK}"),
        ("them", "Mới"),
    ]


def test_notes_that_changed_places_are_no_less_changed() -> None:
    assert not compare(noted("Một hai ba bốn", "Năm sáu bảy tám"), noted("Năm sáu bảy tám", "Một hai ba bốn")).equal


def test_hidden_words_stay_the_same_words() -> None:
    difference = compare(paper(para(run("ẩn ", "<w:vanish/>"), "hiện")), paper("ẩn hiện"))
    assert not difference.chu
    assert difference.dang[0].dang[0].ma == "an"


def test_between_a_word_file_and_a_text_only_words_are_compared() -> None:
    difference = compare(paper("Một", "", para(run("hai", "<w:b/>"))), read_lines("Một\nhai\n"))
    assert difference.equal
    assert "chỉ so chữ" in difference.luu_y[0]


def test_the_reader_s_remarks_are_told_with_the_paper_they_are_about() -> None:
    old = replace(paper("a"), notes=())
    new = paper(para(run("a"), run("x", "<w:vanish/>")))
    assert any(line.startswith("Bản mới: ") and "chữ ẩn" in line for line in compare(old, new).luu_y)


def test_rewriting_a_paper_costs_in_proportion_to_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    def weighings(count: int) -> int:
        calls = [0]

        def counted(one: Item, other: Item) -> float:
            calls[0] += 1
            return float(one.key == other.key)

        monkeypatch.setattr(aligning, "likeness", counted)
        old = [Item(f"đoạn {at} của bản cũ số {at * 7919}") for at in range(count)]
        new = [Item(f"phần {at} trong bản mới số {at * 104729}") for at in range(count)]
        aligned(old, new, Effort(), moves=True)
        return calls[0]

    assert weighings(4000) <= 8 * weighings(500) + 4000


def test_alike_lines_without_end_are_aligned_as_well() -> None:
    old = [Item("..........") if at % 2 else Item(f"Dòng {at % 5}") for at in range(6000)]
    found = aligned(old, old[1000:], Effort(), moves=True)
    assert len(found.pairs) == 5000
