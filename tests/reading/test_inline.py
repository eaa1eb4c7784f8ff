"""The words of a paragraph, in the order one reads them."""

from __future__ import annotations

import unicodedata

import pytest

from tests.reading.build import Docx, field_run, paper, para, row, run, table, texts


def only(*inside: str, **parts: str) -> str:
    found = paper(para(*inside), **parts).paras
    assert len(found) == 1
    return found[0].text


def test_runs_are_joined_without_anything_between() -> None:
    assert only(run("KẾ "), run("HOẠCH")) == "KẾ HOẠCH"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>a</w:t><w:ptab w:alignment='center'/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ("<w:r><w:t>KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>", "KH-UBND"),
        ("<w:r><w:t>tuyên</w:t><w:softHyphen/><w:t>truyền</w:t></w:r>", "tuyên\u00adtruyền"),
        ("<w:r><w:sym w:font='Symbol' w:char='F0B7'/></w:r>", "•"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>", "☑"),
        ("<w:r><w:sym w:font='Times New Roman' w:char='2013'/></w:r>", "–"),
        ("<w:r><w:sym w:font='Symbol' w:char='xyz'/></w:r>", ""),
        ("<w:hyperlink w:anchor='x'><w:r><w:t>điểm a</w:t></w:r></w:hyperlink>", "điểm a"),
        (
            "<w:smartTag w:element='a'><w:smartTag w:element='b'><w:r><w:t>Huế</w:t></w:r></w:smartTag></w:smartTag>",
            "Huế",
        ),
        ("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>05</w:t></w:r></w:sdtContent></w:sdt>", "05"),
        ("<w:customXml w:element='x'><w:r><w:t>a</w:t></w:r></w:customXml>", "a"),
        ("<w:dir w:val='ltr'><w:bdo w:val='ltr'><w:r><w:t>a</w:t></w:r></w:bdo></w:dir>", "a"),
        ("<w:unheardOf><w:r><w:t>a</w:t></w:r></w:unheardOf>", "a"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>trên</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>dưới</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "dưới",
        ),
        ("<w:proofErr w:type='spellStart'/><w:bookmarkStart w:id='0' w:name='b'/><w:r><w:t>a</w:t></w:r>", "a"),
    ],
)
def test_every_sign_and_wrapping_gives_what_one_sees(inside: str, text: str) -> None:
    assert only(inside) == text


def test_blanks_at_the_ends_of_a_text_count_only_when_kept() -> None:
    assert only("<w:r><w:t> a </w:t></w:r>", '<w:r><w:t xml:space="preserve"> b </w:t></w:r>') == "a b "


def test_line_ends_inside_a_text_are_blanks() -> None:
    assert only("<w:r><w:t>a\nb</w:t></w:r>") == "a b"


def test_decomposed_letters_come_out_composed_also_across_runs() -> None:
    found = paper(para(run("phu"), run("\u031b", "<w:b/>"), run("o\u031b\u0300ng", "<w:b/>"))).paras[0]
    assert found.text == "phường"
    assert found.text == unicodedata.normalize("NFC", found.text)
    assert [run.text for run in found.runs] == ["phư", "ờng"]


def test_neighbours_of_one_look_are_one_run() -> None:
    found = paper(para(run("a"), run("b"), run("c", "<w:b/>"), run("d", "<w:b/>"))).paras[0]
    assert [(run.text, run.format.dam) for run in found.runs] == [("ab", False), ("cd", True)]


def test_tracked_insertions_stay_deletions_go_and_both_are_said() -> None:
    found = paper(
        para(
            run("Giao "),
            '<w:del w:id="1" w:author="a"><w:r><w:delText>Sở A</w:delText></w:r></w:del>',
            '<w:ins w:id="2" w:author="a"><w:r><w:t>Sở B</w:t></w:r></w:ins>',
            '<w:moveFrom w:id="3" w:author="a"><w:r><w:t> cũ</w:t></w:r></w:moveFrom>',
            '<w:moveTo w:id="4" w:author="a"><w:r><w:t xml:space="preserve"> mới</w:t></w:r></w:moveTo>',
        )
    )
    assert texts(found) == ["Giao Sở B mới"]
    assert [note.nang for note in found.notes] == ["nhac"]
    assert "4 chỗ sửa theo dõi" in found.notes[0].loi


def test_a_paragraph_whose_mark_was_deleted_flows_into_the_next_one() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    found = paper(para("Một ", ppr=gone), para("câu.", ppr='<w:jc w:val="center"/>'), para("Hết"))
    assert texts(found) == ["Một câu.", "Hết"]
    assert found.paras[0].format is not None
    assert found.paras[0].format.canh == "giua"


def test_a_deleted_mark_at_the_end_of_a_cell_loses_no_words() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    inside = f"<w:tc>{para('cuối ô', ppr=gone)}</w:tc>"
    assert texts(paper(table(row(inside, "b")), "sau")) == ["cuối ô", "b", "sau"]


def test_hidden_words_are_in_the_runs_but_not_in_the_text() -> None:
    found = paper(para(run("Số"), run(" ẩn", "<w:vanish/>"), run(": 05")))
    assert texts(found) == ["Số: 05"]
    assert [(run.text, run.format.an) for run in found.paras[0].runs] == [("Số", False), (" ẩn", True), (": 05", False)]
    assert any("chữ ẩn" in note.loi for note in found.notes)


def test_simple_and_complex_fields_show_their_results() -> None:
    assert only(field_run("REF ngay", "05/3/2020")) == "05/3/2020"
    assert only('<w:fldSimple w:instr=" SEQ Bang "><w:r><w:t>3</w:t></w:r></w:fldSimple>') == "3"


def test_a_field_inside_the_instruction_of_another_is_not_text() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    instruction = "<w:r><w:instrText> IF </w:instrText></w:r>"
    assert only(begin, instruction, field_run("PAGE", "2"), separate, run("kết quả"), end) == "kết quả"


def test_a_field_may_run_over_paragraphs() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    toc = "<w:r><w:instrText> TOC </w:instrText></w:r>"
    assert texts(paper(para(begin, toc, separate, "I. MỤC ĐÍCH\t1"), para("II. YÊU CẦU\t2", end))) == [
        "I. MỤC ĐÍCH\t1",
        "II. YÊU CẦU\t2",
    ]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
    assert texts(paper(para("trước", begin, "sau"), para("nữa"))) == ["trướcsau", "nữa"]


def test_a_field_without_result_is_told() -> None:
    notes = paper(para("Ngày ", field_run("DATE"))).notes
    assert any("DATE" in note.loi for note in notes)
    assert not paper(para("Trang ", field_run("PAGE"))).notes


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☑"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        (
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Mật"/><w:listEntry w:val="Tối mật"/></w:ddList>',
            "Tối mật",
        ),
    ],
)
def test_old_form_fields_show_what_was_chosen(data: str, shown: str) -> None:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    instruction = "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
    assert only(begin, instruction, '<w:r><w:fldChar w:fldCharType="end"/></w:r>') == shown


def test_footnote_marks_stand_where_they_are_and_their_words_apart() -> None:
    mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    again = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    found = Docx(
        para("Mục tiêu", mark, " năm 2025", again, "."),
        footnotes='<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="7">{para("<w:r><w:footnoteRef/></w:r>", " Theo Quyết định 1.")}</w:footnote>',
        endnotes=f'<w:endnote w:id="2">{para("Ghi chú cuối.")}</w:endnote>',
    ).paper()
    one = found.paras[0]
    assert one.text == "Mục tiêu năm 2025."
    assert one.chu_thich == ("1", "c1")
    assert [run.chu_thich for run in one.runs] == ["", "1", "", "c1", ""]
    assert {key: [p.text for p in paras] for key, paras in found.chu_thich.items()} == {
        "1": [" Theo Quyết định 1."],
        "c1": ["Ghi chú cuối."],
    }
    assert found.chu_thich["1"][0].place.phan == "chú thích"


def test_a_mark_without_its_footnote_is_no_fault() -> None:
    found = paper(para("a", '<w:r><w:footnoteReference w:id="9"/></w:r>'))
    assert found.chu_thich == {"1": ()}


def test_alternate_words_are_read_once() -> None:
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx xmlns:w16se="x" w16se:char="1F600"/>'
        "</mc:Choice><mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert only(both) == "☺"
    assert only(both.replace('<w16se:symEx xmlns:w16se="x" w16se:char="1F600"/>', "<w:t>mới</w:t>")) == "mới"
