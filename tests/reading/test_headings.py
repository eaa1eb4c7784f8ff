"""What is told as the heading near a place."""

from __future__ import annotations

import pytest

from docgen.reading.headings import is_heading, shown


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("I. MỤC ĐÍCH, YÊU CẦU", True),
        ("II. TỔ CHỨC THỰC HIỆN", False),
        ("I- ĐẶC ĐIỂM TÌNH HÌNH", None),
        ("A. QUY ĐỊNH CHUNG", True),
        ("1. Mục đích", True),
        ("1.2. Đối tượng", True),
        ("2. Yêu cầu", None),
        ("Phần I", False),
        ("Phần thứ nhất", False),
        ("CHƯƠNG II", False),
        ("Mục 1", False),
        ("Phụ lục", False),
        ("PHỤ LỤC III", False),
        ("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch " + "rất dài " * 60, False),
    ],
)
def test_headings_as_offices_write_them(text: str, bold: bool | None) -> None:
    assert is_heading(text, None, lambda: bold)


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("", True),
        ("Căn cứ Luật Tổ chức chính quyền địa phương;", True),
        ("1. Giao Sở Tài chính chủ trì, phối hợp với các đơn vị.", False),
        ("1. Giao Sở Tài chính chủ trì;", None),
        ("- Lưu: VT.", True),
        ("I. Hoàng Văn A nói thường", False),
        ("Phần lớn các đơn vị đã hoàn thành nhiệm vụ", False),
        ("1. " + "rất dài " * 60, True),
    ],
)
def test_other_paragraphs_are_none(text: str, bold: bool | None) -> None:
    assert not is_heading(text, None, lambda: bold)


def test_an_outline_level_is_enough() -> None:
    assert is_heading("Tổng quan", 1, lambda: False)


def test_long_headings_are_cut_between_words() -> None:
    assert shown("I.  MỤC\tĐÍCH") == "I. MỤC ĐÍCH"
    cut = shown("từ " * 60)
    assert len(cut) <= 80
    assert cut.endswith("từ…")
