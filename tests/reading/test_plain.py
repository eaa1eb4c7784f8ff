"""Text files and pasted text: the same facts without looks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import DocgenError, Unusable
from docgen.reading.facts import PLAIN, Paper, Place
from docgen.reading.opening import open_source
from docgen.reading.plain import decoded, read_lines
from docgen.reading.read import read, read_text

TEXT = "KẾ HOẠCH\n\nI. MỤC ĐÍCH\n- Nâng cao nhận thức;\n"


def facts(data: bytes) -> Paper:
    text, notes = decoded(open_source(data, "a.txt").data, "a.txt")
    return read_lines(text, "a.txt", tuple(notes))


def test_each_line_is_a_paragraph_with_its_number() -> None:
    found = read_lines(TEXT)
    assert [(p.text, p.place.dong) for p in found.paras] == [
        ("KẾ HOẠCH", 1),
        ("", 2),
        ("I. MỤC ĐÍCH", 3),
        ("- Nâng cao nhận thức;", 4),
    ]
    assert found.paras[3].place == Place("thân", 4, de_muc="I. MỤC ĐÍCH", dong=4)
    assert (found.nguon, found.co_dinh_dang, found.sections, found.notes) == ("text", False, (), ())
    assert found.paras[0].format is None
    assert found.paras[0].majority() == PLAIN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_in_every_form_it_is_saved_in(encoding: str) -> None:
    found = facts(TEXT.encode(encoding))
    assert [p.text for p in found.paras] == [p.text for p in read_lines(TEXT).paras]
    assert found.notes == ()


def test_windows_line_ends_and_loose_marks_are_put_right_and_said() -> None:
    found = read_lines("KE\u0302\u0301 HOẠCH\r\nhai\r\n")
    assert [p.text for p in found.paras] == ["KẾ HOẠCH", "hai"]
    assert len(found.notes) == 2
    assert {note.nang for note in found.notes} == {"nhac"}


def test_rows_of_signs_are_lines_here_too() -> None:
    found = read_lines("KẾ HOẠCH\n-----------\n***")
    assert [[(rule.kieu, rule.net) for rule in p.ke] for p in found.paras] == [[], [("ky-tu", "-")], []]


def test_a_form_feed_begins_a_page() -> None:
    found = read_lines("a\n\f\nPhụ lục")
    assert [(p.text, p.sang_trang) for p in found.paras] == [("a", False), ("", False), ("Phụ lục", True)]


def test_what_no_paper_can_hold_is_taken_out_and_told() -> None:
    found = read_lines("a\x07b\n\ufdd0c")
    assert [p.text for p in found.paras] == ["ab", "c"]
    assert [note.dong for note in found.notes] == [1, 2]


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03\x04\x05", b"a\0b", b"\xff\xfe\x00\xd8", b" \n\t\n"])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(Unusable):
        facts(data)


def test_too_much_text_is_refused() -> None:
    with pytest.raises(Unusable, match="100000 dòng"):
        read_lines("a\n" * 100_000)
    with pytest.raises(Unusable, match="5 MB"):
        facts(b"a" * (5 * 2**20 + 1))


TCVN3 = "Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc Uû ban nh©n d©n tØnh"
VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp - Töï do - Haïnh phuùc UÛy ban nhaân daân tænh"


@pytest.mark.parametrize(("text", "name"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_old_character_sets_are_suspected_and_left_alone(text: str, name: str) -> None:
    found = read_lines(text)
    assert found.paras[0].text == text
    assert name in found.notes[0].loi
    from_bytes = facts(text.encode("cp1252"))
    assert from_bytes.paras[0].text == text
    assert [name in note.loi for note in from_bytes.notes] == [True]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Plan of activities for the year 2025, café included, at 25 °C ± 2 and 5 µm",
        "CONG HOA XA HOI CHU NGHIA VIET NAM, Doc lap - Tu do - Hanh phuc, khong dau",
    ],
)
def test_other_text_is_not_suspected(text: str) -> None:
    assert read_lines(text).notes == ()


def test_read_tells_text_from_word_by_content() -> None:
    assert read(TEXT.encode(), "kế hoạch.docx").nguon == "text"
    assert read_text(TEXT).paras[0].text == "KẾ HOẠCH"


@given(st.text(max_size=400))
def test_any_text_gives_facts_or_a_refusal(text: str) -> None:
    try:
        found = read_lines(text)
    except DocgenError:
        return
    assert all("\n" not in p.text for p in found.paras)
    assert "".join(p.text for p in found.paras).strip() or not text.strip() or found.notes


@given(st.binary(max_size=400))
def test_any_bytes_give_facts_or_a_refusal(data: bytes) -> None:
    try:
        opened = open_source(data, "a.txt")
        if opened.kind == "text":
            facts(data)
    except DocgenError as error:
        assert error.faults
