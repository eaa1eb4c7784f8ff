"""Paragraphs in reading order, each with its place."""

from __future__ import annotations

from docgen.reading.facts import Place
from tests.reading.build import Docx, cell, drawn_line, paper, para, row, run, table, text_box, texts

PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
RENDERED = "<w:r><w:lastRenderedPageBreak/></w:r>"


def test_paragraphs_are_numbered_in_document_order_through_tables() -> None:
    found = paper("Một", table(row("Hai", "Ba")), "Bốn")
    assert [(p.text, p.place.doan, p.o) for p in found.paras] == [
        ("Một", 1, None),
        ("Hai", 2, (1, 1, 1)),
        ("Ba", 3, (1, 1, 2)),
        ("Bốn", 4, None),
    ]
    assert found.paras[1].place.bang == (1, 1, 1)


def test_empty_paragraphs_are_paragraphs() -> None:
    assert texts(paper("a", para(), "b")) == ["a", "", "b"]


def test_content_controls_around_paragraphs_and_tables_are_looked_through() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    assert texts(paper(control(para("a") + control(para("b"))), control(table(row("c", "d"))))) == ["a", "b", "c", "d"]


def test_a_text_box_is_read_once_after_the_paragraph_it_hangs_on() -> None:
    found = paper(para("QUYẾT ĐỊNH", text_box("DỰ THẢO", "lần 2")), "Điều 1.")
    assert [(p.text, p.place.phan, p.place.doan, p.hop_chu) for p in found.paras] == [
        ("QUYẾT ĐỊNH", "thân", 1, None),
        ("DỰ THẢO", "hộp chữ", 1, 0),
        ("lần 2", "hộp chữ", 2, 0),
        ("Điều 1.", "thân", 2, None),
    ]
    assert any("1 hộp chữ" in note.loi for note in found.notes)


def test_an_old_text_box_without_a_modern_twin_is_read_too() -> None:
    assert texts(paper(para("a", text_box("KHẨN", fallback=False)))) == ["a", "KHẨN"]


def test_a_text_box_in_a_cell_leaves_the_cell_its_own_paragraphs() -> None:
    found = paper(table(row(cell(para("a", text_box("HỎA TỐC"))), "b")))
    assert texts(found) == ["a", "HỎA TỐC", "b"]
    assert found.paras[1].o is None
    assert found.bang[0].o[0].doan == (0,)
    assert found.bang[0].doan == (0, 2)


def test_a_table_inside_a_text_box_has_its_cells() -> None:
    found = paper(para("a", text_box(table(row("b", "c")))))
    assert texts(found) == ["a", "b", "c"]
    assert found.bang[0].phan == "hộp chữ"
    assert found.paras[1].o == (1, 1, 1)


def test_a_shape_without_words_adds_no_paragraph() -> None:
    found = paper(para("a", text_box(para())))
    assert texts(found) == ["a"]
    assert not found.notes


def test_the_words_of_a_watermark_are_read() -> None:
    art = (
        '<w:r><w:pict><v:shape style="width:300pt;height:90pt"><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>'
    )
    found = paper(para("a", art))
    assert [(p.text, p.place.phan) for p in found.paras] == [("a", "thân"), ("DỰ THẢO", "hộp chữ")]


def test_pictures_and_embedded_objects_are_told_for_their_words_cannot_be_read() -> None:
    picture = (
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )
    sheet = '<w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12"/></w:object></w:r>'
    loi = " ".join(note.loi for note in paper(para(picture, sheet)).notes)
    assert "1 hình ảnh" in loi
    assert "1 đối tượng" in loi


def test_comments_are_told_and_not_read() -> None:
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    comment = f'<w:comment w:id="0">{para("Sửa lại")}</w:comment>'
    found = paper(para("a", mark), comments=comment)
    assert texts(found) == ["a"]
    assert any("1 nhận xét" in note.loi for note in found.notes)


def test_the_nearest_heading_above_is_part_of_the_place() -> None:
    bold = "<w:b/>"
    found = paper(
        para(run("I. MỤC ĐÍCH, YÊU CẦU", bold)),
        "- Nâng cao nhận thức.",
        para(run("1. Mục đích", bold)),
        "Nội dung.",
        table(row("ô", cell(para(run("II. TRONG Ô", bold))))),
        "Sau bảng.",
        "1. Khoản không có tiêu đề thì không đậm, nên không phải là đề mục.",
        "Cuối.",
    )
    headings = [p.place.de_muc for p in found.paras]
    one, two = "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích"
    assert headings == ["", one, one, two, two, two, two, two, two]


def test_a_heading_style_makes_a_heading() -> None:
    styles = Docx("").styles + (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    )
    found = paper(para("Tổng quan", ppr='<w:pStyle w:val="H1"/>'), "x", styles=styles)
    assert found.paras[0].dai_cuong == 1
    assert found.paras[1].place.de_muc == "Tổng quan"


def test_words_own_marks_tell_the_pages() -> None:
    found = paper("a", para(RENDERED, "b"), "c", para("d", RENDERED, "e"), "f")
    assert [p.place.trang for p in found.paras] == [1, 2, 2, 2, 3]


def test_a_typed_page_break_that_word_marked_again_is_one_break() -> None:
    found = paper("a", para(PAGE_BREAK), para(RENDERED, "b"), para(RENDERED, "c"))
    assert [p.place.trang for p in found.paras] == [1, 2, 2, 3]
    assert [p.sang_trang for p in found.paras] == [False, False, True, False]


def test_without_marks_pages_are_guessed_from_lengths() -> None:
    found = paper(*(f"{n}. " + "chữ " * 150 for n in range(40)))
    pages = [p.place.trang or 0 for p in found.paras]
    assert pages[0] == 1
    assert pages == sorted(pages)
    # 600 letters of 14 pt are 9 lines of 160 mm; a page of 257 mm holds 45 of them.
    assert 7 <= pages[-1] <= 10


def test_a_break_typed_in_the_middle_of_a_paragraph_keeps_the_words_apart() -> None:
    found = paper(para("trước", PAGE_BREAK, "sau"))
    assert texts(found) == ["trước\nsau"]


def test_a_section_on_a_new_page_forces_a_page() -> None:
    section = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
    found = paper("a", para("b", ppr=section), "Phụ lục")
    assert [p.sang_trang for p in found.paras] == [False, False, True]
    assert [p.place.trang for p in found.paras] == [1, 1, 2]


def test_a_paragraph_may_ask_for_a_new_page() -> None:
    found = paper("a", para("Phụ lục I", ppr="<w:pageBreakBefore/>"))
    assert [p.place.trang for p in found.paras] == [1, 2]
    assert found.paras[1].sang_trang
    assert found.paras[1].format is not None
    assert found.paras[1].format.ngat_trang_truoc


def test_a_line_drawn_with_a_fallback_is_one_line() -> None:
    assert len(paper(para("a", drawn_line(20))).paras[0].ke) == 1


def test_places_of_headers_notes_and_boxes_count_by_themselves() -> None:
    found = Docx(
        para("a"),
        sect='<w:headerReference w:type="default" r:id="h1"/>',
        headers={"h1": para("đầu") + para("trang")},
    ).paper()
    assert [p.place for p in found.dau_chan[0].paras] == [Place("đầu trang", 1), Place("đầu trang", 2)]


def test_core_properties_and_embedded_data_are_given() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>KẾ HOẠCH</dc:title><dc:creator/></cp:coreProperties>'
    )
    rels = Docx("").contents()["_rels/.rels"]
    assert isinstance(rels, str)
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    rels = rels.replace(
        "</Relationships>", f'<Relationship Id="c" Type="{kind}" Target="docProps/core.xml"/></Relationships>'
    )
    data = '<d:docgen xmlns:d="urn:docgen"><d:data/></d:docgen>'
    found = Docx(para("a"), parts={"docProps/core.xml": core, "_rels/.rels": rels, "customXml/item1.xml": data}).paper()
    assert found.thuoc_tinh == {"title": "KẾ HOẠCH"}
    assert found.du_lieu == data.encode()
    assert Docx(para("a"), parts={"customXml/item1.xml": "<other>docgen</other>"}).paper().du_lieu is None
