"""What is pasted from Word, LibreOffice, Google Docs and pages: its structure and looks stay, its rubbish goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from docgen.outline.escape import spell
from docgen.outline.inline import read
from docgen.outline.lines import fold
from docgen.outline.parse import parse
from docgen.outline.tree import Inline, NoteRef, Span
from docgen.outline.write import as_words
from tests.outline.strategies import inlines, words
from tests.web.bodies import caller

pytestmark = pytest.mark.chromium
CLIPBOARD = Path(__file__).parent / "clipboard"


def clipboard(name: str) -> str:
    return (CLIPBOARD / f"{name}.html").read_text("utf-8")


def paste(page: Any, html: str, text: str = "", *, into: str = "#noi_dung", marked: str = "¦") -> str:
    """Paste into a field with the caret at ``¦``; the browser does what the page leaves to it."""
    page.evaluate(
        """([at, marked, html, text]) => {
          const field = document.querySelector(at);
          const place = marked.indexOf('¦');
          field.value = marked.replace('¦', '');
          field.focus();
          field.setSelectionRange(place, place);
          const data = new DataTransfer();
          if (html) data.setData('text/html', html);
          data.setData('text/plain', text);
          const event = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true});
          if (field.dispatchEvent(event)) field.setRangeText(text, place, place, 'end');
        }""",
        [into, marked, html, text],
    )
    return str(page.input_value(into))


def test_a_list_of_word(area: Any) -> None:
    assert paste(area, clipboard("word-list")) == (
        "I. MỤC ĐÍCH, YÊU CẦU\n"
        "1. Mục đích\n"
        "- Nâng cao nhận thức của cán bộ, công chức;\n"
        "+ Cấp xã;\n"
        "+ Thôn, bản.\n"
        "2. **Yêu cầu:** Triển khai *kịp thời*, tiết kiệm.\n"
        "a) Sở Tài chính;\n"
        "- Gõ tay một gạch;\n"
        "\n"
        "Diện tích 100 m^2^, giá 5\\*3 | giữ ***đậm nghiêng***."
    )
    assert area.inner_text("#noi_dung-vua-lam").startswith("Đã dán từ Word: 8 dòng có số hoặc gạch đầu dòng, 1 đoạn.")


def test_what_was_reviewed_in_word(area: Any) -> None:
    assert paste(area, clipboard("word-review"), marked="1. A[^1]\n\n¦\n\n[^1]: cũ") == (
        "1. A[^1]\n\nThời hạn 10/3, theo Kế hoạch số 5[^2].\n\n[^1]: cũ\n[^2]: Ban hành **ngày** 01/01."
    )
    said = area.inner_text("#noi_dung-vua-lam")
    assert "1 hình, 1 chỗ đã xóa trong chế độ theo dõi sửa, 1 nhận xét" in said
    assert "1 chú thích" in said


def test_a_table_of_word(area: Any) -> None:
    assert paste(area, clipboard("word-table")) == (
        "Dự toán:\n\n"
        "| TT | Nội dung \\| việc | Tiền |\n"
        "|---|------------------|---------:|\n"
        "| 1. | In ấn<br>*Pano* | 1.500.000 |\n"
        "| 2. | | 500.000 |\n"
        "| **Tổng cộng** | | 2.000.000 |\n\n"
        "Hết."
    )
    assert "2 ô gộp" in area.inner_text("#noi_dung-vua-lam")


def test_lists_and_footnotes_of_libreoffice(area: Any) -> None:
    assert paste(area, clipboard("libreoffice")) == (
        "I. MỤC ĐÍCH\n1. Nội dung thứ nhất\n- gạch một;\n+ cộng hai.\n\n"
        "Đoạn có chú thích[^1] ở đây *nghiêng*.\n\n[^1]: Nguồn: Sở Y tế."
    )


def test_lists_of_google_docs(area: Any) -> None:
    assert paste(area, clipboard("google-docs")) == (
        "I. TÌNH HÌNH\n1. **Kết quả:** đạt *tốt*.\na) Điểm một;\nb) Điểm hai;\n- gạch;\n\nNgành^(20)^"
    )


def test_a_page_keeps_its_signs_and_runs_nothing(area: Any) -> None:
    pasted = paste(area, clipboard("web-page"))
    assert pasted == (
        "**Thông tin**\n\nXem https://example.vn/\\*x\\* và \\[\\^1] nhé.\n\n"
        "Dòng một\n- dòng hai\n\nTrong khung \\<br> {\\*}"
    )
    assert [fault for fault in parse(pasted).faults if fault.nang == "loi"] == []
    assert "1 hình" in area.inner_text("#noi_dung-vua-lam")


def test_a_sheet_of_excel(area: Any) -> None:
    assert paste(area, clipboard("excel"), marked="1. A¦\n2. B") == (
        "1. A\n\n| Đơn vị | Số tiền |\n|---|---:|\n| Xã A | 1.000 |\n| Xã B | 2.000 |\n\n2. B"
    )


LIST = "<ol><li>Một</li><li>Hai</li></ol>"


@pytest.mark.parametrize(
    ("html", "marked", "after"),
    [
        (LIST, "1. A\n2. ¦\n3. D", "1. A\n2. Một\n3. Hai\n4. D"),
        (LIST, "- A\n- ¦", "- A\n1. Một\n2. Hai"),
        (LIST, "Đoạn¦ sau", "Đoạn\n\n1. Một\n2. Hai\n\nsau"),
        (LIST, "1. A¦", "1. A\n2. Một\n3. Hai"),
        ("<p><b>đậm</b></p>", "1. A ¦ b", "1. A **đậm** b"),
        ("<p>Một</p><p>Hai</p>", "1. ¦\n2. B", "1. Một\n\nHai\n\n2. B"),
        ("<p>Một</p><p>Hai</p>", "A ¦ b", "A Một\n\nHai\n\nb"),
        ("<p>a | b</p><p><b>c</b></p>", "| x | ¦ |", "| x | a \\| b<br>**c** |"),
        ("<p>5*3</p>", "¦", "5\\*3"),
        ("<p>i. Một</p>", "¦", "i. Một"),
        ("<div>Điều 1. Phạm vi</div><div>1. Khoản một;</div>", "¦", "Điều 1. Phạm vi\n1. Khoản một;"),
        ("<p>| a</p><p>[^1]: b</p>", "¦", "\\| a\n\n\\[\\^1]: b"),
        ("<table><tr><td><p>Khung</p><p>Hai</p></td></tr></table>", "¦", "Khung\n\nHai"),
    ],
)
def test_it_is_put_where_the_caret_stands(area: Any, html: str, marked: str, after: str) -> None:
    assert paste(area, html, "?", marked=marked) == after


def test_it_can_be_pasted_again_as_plain_text(area: Any) -> None:
    assert paste(area, "<p><b>Một</b></p><p>Hai</p>", "Một\r\nHai", marked="A ¦b") == "A **Một**\n\nHai\n\nb"
    area.get_by_role("button", name="Dán lại thành chữ thường").click()
    assert area.input_value("#noi_dung") == "A Một\nHaib"
    assert area.inner_text("#noi_dung-vua-lam") == "Đã dán lại thành chữ thường."


def test_plain_text_stays_as_it_is_but_for_what_no_paper_can_hold(area: Any) -> None:
    assert paste(area, "", "3. A\n• b  c\n\n") == "3. A\n• b  c\n\n"
    assert paste(area, "", "a\u0007e\u0302\r\nb") == "aê\nb"
    assert "1 ký tự điều khiển" in area.inner_text("#noi_dung-vua-lam")
    assert paste(area, "<p>chữ  thường</p>", "chữ thường") == "chữ thường"
    assert paste(area, "", "a|b\nc", marked="| ¦ |") == "| a\\|b<br>c |"


def test_fields_of_one_line_take_one_line(area: Any) -> None:
    assert paste(area, "<p><b>Về</b></p><p>việc</p>", "Về\r\nviệc\u0000", into="#dong", marked="A ¦") == "A Về việc"
    assert paste(area, "", "Căn cứ Luật\r\n", into="#can_cu-0") == "Căn cứ Luật"
    assert paste(area, "", "một\nhai", into="#can_cu-0") == "một\nhai"


def as_parts(inline: Inline) -> list[dict[str, object]]:
    return [
        {"note": part.key}
        if isinstance(part, NoteRef)
        else {"text": part.text, "bold": part.bold, "italic": part.italic, "superscript": part.superscript}
        for part in inline
    ]


@given(inline=inlines(breaks=True))
def test_words_are_spelled_as_docgen_outline_spells_them(module_page: Any, inline: Inline) -> None:
    call = caller(module_page, "bodyspell.js")
    for cell in (False, True):
        assert call("spell", as_parts(inline), {"cell": cell}) == spell(inline, cell=cell)


@given(text=words)
def test_whatever_is_pasted_as_words_is_read_as_these_words(module_page: Any, text: str) -> None:
    raw = spell((Span(text),))
    escaped = caller(module_page, "bodyspell.js")("asWords", raw)
    assert read(fold(escaped)).whole == read(fold(raw)).whole
    if not raw.startswith("Lưu ý"):
        assert escaped == as_words(raw)
