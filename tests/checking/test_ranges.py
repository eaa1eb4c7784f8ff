from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.checking.anchors import local, words
from docgen.checking.ranges import mark

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LETTERS = st.text(alphabet="aáb &<“ ”1\u00a0", min_size=1, max_size=8)


def _p(inner: str) -> etree._Element:
    return etree.fromstring(f'<w:p xmlns:w="{W}"><w:pPr/>{inner}</w:p>')


def _run(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escaped}</w:t></w:r>'


def _between(p: etree._Element, number: int) -> str:
    """The words between the marks of a comment."""
    said, inside = "", False
    for child in p:
        if child.get(f"{{{W}}}id") == str(number):
            inside = local(child) == "commentRangeStart"
        elif inside:
            said += words(child)
    return said


def test_only_the_words_meant_are_marked_and_both_halves_keep_their_look() -> None:
    p = _p(_run("Số: 5/KH-SCT"))

    mark(p, 0, (4, 5), "Số: 5/KH-SCT")

    assert [local(child) for child in p] == ["pPr", "r", "commentRangeStart", "r", "commentRangeEnd", "r", "r"]
    assert _between(p, 0) == "5"
    assert len(p.findall(f"{{{W}}}r/{{{W}}}rPr/{{{W}}}b")) == 3


def test_without_words_the_whole_paragraph_is_marked() -> None:
    p = _p(_run("a") + _run("b"))

    mark(p, 3, None, "ab")

    assert _between(p, 3) == "ab"
    assert [local(child) for child in p][:2] == ["pPr", "commentRangeStart"]


def test_an_empty_paragraph_can_be_marked() -> None:
    p = _p("")

    mark(p, 0, None, "")

    assert [local(child) for child in p] == ["pPr", "commentRangeStart", "commentRangeEnd", "r"]


def test_words_that_were_read_otherwise_are_not_looked_for() -> None:
    p = _p(_run("xin chào"))

    mark(p, 0, (0, 2), "xin  chào")

    assert _between(p, 0) == "xin chào"


def test_what_cannot_be_cut_is_marked_whole() -> None:
    p = _p("<w:hyperlink>" + _run("trang thông tin") + "</w:hyperlink>" + _run(" của sở"))

    mark(p, 0, (6, 11), "trang thông tin của sở")

    assert _between(p, 0) == "trang thông tin"


@given(st.lists(LETTERS, max_size=5), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6))
def test_marking_changes_no_word_and_every_mark_holds_its_words(
    pieces: list[str], ranges: list[tuple[int, int]]
) -> None:
    p = _p("".join(_run(piece) for piece in pieces))
    text = "".join(pieces)

    for number, (one, other) in enumerate(ranges):
        tu, den = sorted((min(one, len(text)), min(other, len(text))))
        mark(p, number, (tu, den), text)

        assert _between(p, number) == (text[tu:den] or text)

    assert words(p) == text
