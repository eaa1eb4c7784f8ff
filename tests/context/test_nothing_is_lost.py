"""Law: no word of the user's text disappears between the document and the words."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from docgen.context import notes, words
from docgen.document import Document, build
from docgen.outline.write import escape
from docgen.standards import STANDARDS, TheThuc
from docgen.vietnamese.text import nfc
from tests.context.paper import PLAN, Plan

SIGNS = "aăâbcdđeêoôơuưyÁẬĐỲaxBÌNHDƯƠNG059 .,;:…!?/()[]{}<>&|*^\\-–+•“”\"'_%\u00a0⁽⁶⁾"
# Without combining marks: taking an escape away may bring a letter and its mark together, and NFC makes them one.
OTHERS = st.characters(max_codepoint=0x10FF, exclude_categories=["C", "M"])
LINE = st.text(st.sampled_from(SIGNS) | OTHERS, min_size=1, max_size=30).map(nfc).filter(lambda s: bool(s.strip()))
LINES = st.lists(LINE, max_size=3)
OPENING = st.sampled_from(["", "I. ", "1. ", "1.1. ", "a) ", "- ", "+ ", "Lưu ý: ", "| "])
BODY = st.lists(st.tuples(OPENING, LINE), min_size=1, max_size=5)
MAYBE = st.none() | LINE


def letters(value: Any) -> str:
    """Letters and digits of all text in ``value``, in order, without regard to case."""
    if isinstance(value, str):
        return "".join(char for char in value if char.isalnum()).casefold()
    if isinstance(value, dict):
        return "".join(letters(item) for item in value.values())
    if isinstance(value, list):
        return "".join(letters(item) for item in value)
    return ""


@st.composite
def papers(draw: st.DrawFn) -> tuple[Document, list[str]]:
    """A document, and the texts of its body as they were before they were written in the notation."""
    body = draw(BODY)
    raw: dict[str, Any] = {
        **PLAN,
        "co_quan": {
            "loai": "nha-nuoc",
            "chu_quan": draw(LINES),
            "ten": draw(st.lists(LINE, min_size=1, max_size=3)),
            "ky_hieu": draw(LINE),
            "don_vi_soan": draw(MAYBE),
            "ten_day_du": draw(LINE),
        },
        "so": draw(st.none() | st.integers(1, 999_999)),
        "dia_danh": draw(MAYBE),
        "trich_yeu": draw(LINE),
        "kinh_gui": draw(LINES),
        "can_cu": draw(LINES),
        "mo_dau": draw(MAYBE),
        "noi_dung": "\n\n".join(opening + escape(text) + (" |" if opening == "| " else "") for opening, text in body),
        "ket_thuc": draw(MAYBE),
        "noi_nhan": draw(LINES),
        "luu": draw(MAYBE),
        "so_ban": draw(st.none() | st.integers(1, 99)),
        "ky": {
            "quyen_han": draw(LINES),
            "chuc_vu": draw(MAYBE),
            "chu_ky": draw(MAYBE),
            "ho_ten": draw(MAYBE),
            "chuc_vu_khac": draw(LINES),
        },
        "phu_luc": draw(st.lists(st.fixed_dictionaries({"ten": MAYBE, "noi_dung": LINE.map(escape)}), max_size=2)),
    }
    return build(raw).document, [text for _, text in body]


@given(papers(), st.sampled_from(sorted(STANDARDS)))
def test_every_word_of_every_field_is_in_the_words(paper: tuple[Document, list[str]], ma: TheThuc) -> None:
    document, body = paper
    got = words(document, STANDARDS[ma], Plan())
    whole = letters(got)
    for text in body:
        assert letters(text) in letters(got["noi_dung"])
    issuer, ky = document.co_quan, document.ky
    for name, texts in {
        "co_quan": [*issuer.chu_quan, *issuer.ten],
        "so_ky_hieu": [issuer.ky_hieu, str(document.so or "")],
        "dia_danh_ngay": [document.dia_danh],
        "trich_yeu": [document.trich_yeu],
        "can_cu": document.can_cu,
        "mo_dau": [document.mo_dau],
        "ket_thuc": [document.ket_thuc],
        "noi_nhan": [*document.noi_nhan, document.luu],
        "ky": [*ky.quyen_han, ky.chuc_vu, ky.chu_ky, ky.ho_ten, *ky.chuc_vu_khac],
        "phu_luc": [text for part in document.phu_luc for text in (part.ten, issuer.ten_day_du)],
    }.items():
        for text in texts:
            assert letters(text or "") in letters(got[name]), name
    for text in document.kinh_gui:
        assert letters(text) in whole
    told = {fault.noi for fault in notes(document, STANDARDS[ma])}
    assert letters(issuer.don_vi_soan or "") in whole or "co_quan.don_vi_soan" in told
    assert document.so_ban is None or letters(str(document.so_ban)) in letters(got["noi_nhan"]) or "so_ban" in told


@given(st.text(max_size=60), st.sampled_from(sorted(STANDARDS)))
def test_any_body_at_all_gives_words(text: str, ma: TheThuc) -> None:
    document = build(PLAN).document.model_copy(update={"noi_dung": text, "ket_thuc": None})
    assert words(document, STANDARDS[ma], Plan())["noi_dung"] is not None
    assert notes(document, STANDARDS[ma]) is not None
