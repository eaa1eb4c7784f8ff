from __future__ import annotations

import pytest

from docgen.outline.parse import parse
from docgen.outline.tree import Item, Level, Outline, Paragraph, Span
from docgen.outline.write import escape, write

A, B = (Span("Nội dung"),), (Span("Triển khai"),)


def test_the_canonical_text_of_a_body() -> None:
    text = (
        "Mở đầu.\n1/ Một\n\nPhần I\nCHUNG\nI- MỤC ĐÍCH\n1) Mục đích:\n· a;\n+b\n\nĐoạn\nvăn.\nLưu ý: c.\n2. d.\n"
        "II. E\n2.1. Nội dung: Triển khai như sau:\n| a | b |\n[^1]: f"
    )

    assert write(parse(text).outline) == (
        "Mở đầu.\n\n1. Một\n\nPhần I. CHUNG\n\nI. MỤC ĐÍCH\n1. Mục đích:\n- a;\n+ b\n\nĐoạn văn.\n\nLưu ý: c.\n\n"
        "2. d.\n\nII. E\n2.1. **Nội dung:** Triển khai như sau:\n\n| a | b |\n\n[^1]: f"
    )


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (Item(Level.SO, title=A), "1. Nội dung"),
        (Item(Level.SO, title=(Span("Giao Sở A."),)), "1. **Giao Sở A.**"),
        (Item(Level.SO, text=A), "1. Nội dung\\"),
        (Item(Level.SO, text=(Span("Hết."),)), "1. Hết."),
        (Item(Level.SO, title=A, text=B), "1. **Nội dung** Triển khai"),
        (Item(Level.CHU, title=A), "a) **Nội dung**"),
        (Item(Level.CHU, text=A), "a) Nội dung"),
        (Item(Level.GACH, text=(Span("Sở", bold=True), Span(" A"))), "- {**Sở**} A"),
        (Item(Level.LA_MA, title=A), "I. Nội dung"),
        (Item(Level.MUC, title=A), "Mục 1. Nội dung"),
        (Item(Level.MUC), "Mục 1"),
        (Item(Level.CONG), "+"),
        (Item(Level.GACH, text=(Span("- x"),)), "- - x"),
        (Item(Level.LA_MA, title=(Span("1. x"),)), "I. 1\\. x"),
        (Item(Level.PHAN, children=(Paragraph((Span("ABC"),)),)), "Phần I\\\n\nABC"),
    ],
)
def test_one_item_stands_on_one_line(item: Item, line: str) -> None:
    assert write(Outline((item,))) == line


@pytest.mark.parametrize(
    ("words", "raw"),
    [
        ("1. Mục đích", r"1\. Mục đích"),
        ("1.1. Mục đích", r"1\.1. Mục đích"),
        ("- x", r"\- x"),
        ("Phần I", r"Phần\ I"),
        ("Điều 1. X", r"Điều\ 1. X"),
        ("a) x", r"a\) x"),
        ("| x", r"\| x"),
        ("Lưu ý: x", r"Lưu\ ý: x"),
        ("[^1]: x", r"\[\^1]: x"),
        ("5*3", r"5\*3"),
        (r"C:\tạm", r"C:\\tạm"),
        ("2020 là năm", "2020 là năm"),
        ("---", r"\---"),
        (" a  b ", r"\ a \ b\ "),
        ("a\r\nb", "a b"),
        ("", ""),
    ],
)
def test_escape_adds_only_what_is_needed(words: str, raw: str) -> None:
    assert escape(words) == raw
