"""Places a person can find in Word."""

from __future__ import annotations

from docgen.render.places import Place
from tests.render.build import STYLES, p, style, table
from tests.render.faults import fault_of, faults_of


def test_a_place_names_part_paragraph_cell_heading_and_text() -> None:
    styles = STYLES + style("M", "Đề mục I", based="Normal")
    body = [
        p("KẾ HOẠCH"),
        p("I. MỤC ĐÍCH", style="M"),
        table([["a", "b"], ["c", "{{ d } và một đoạn văn rất dài " + "nữa " * 30]]),
    ]
    fault = fault_of(*body, p("e"), styles=styles)

    where, _, shown = fault.noi.partition(", chữ ")
    assert where == "mau.docx, thân văn bản, đoạn 6, bảng 1 hàng 2 cột 2, dưới “I. MỤC ĐÍCH”"
    assert shown.startswith("“{{ d } và một đoạn văn rất dài nữa")
    assert fault.noi.endswith("…”")


def test_headings_are_known_by_outline_level_too() -> None:
    styles = (
        STYLES + style("X", "Bất kỳ", '<w:outlineLvl w:val="1"/>') + style("Y", "Thường", '<w:outlineLvl w:val="9"/>')
    )
    fault = fault_of(p("Chương", style="X"), p("Thường", style="Y"), p("{{ a"), styles=styles)

    assert "dưới “Chương”" in fault.noi


def test_parts_have_names_of_their_own() -> None:
    found = faults_of(p("{{"), header=p("{{"), footer=p("{{"), footnotes=f'<w:footnote w:id="3">{p("{{")}</w:footnote>')

    assert [f.noi.split(", ")[1] for f in found] == ["thân văn bản", "đầu trang", "chân trang", "chú thích cuối trang"]


def test_an_unnamed_template_has_places_without_a_name() -> None:
    assert str(Place(phan="thân văn bản", doan=3)) == "thân văn bản, đoạn 3"
