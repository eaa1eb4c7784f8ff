"""Paper, margins, headers and footers, and the page number."""

from __future__ import annotations

import pytest

from docgen.reading.facts import Format, PageNumber, Section
from tests.reading.build import PAGE, Docx, cell, field_run, paper, para, row, table, text_box

SIZE = '<w:sz w:val="28"/>'
CENTRE = '<w:jc w:val="center"/>'


def with_header(
    header: str, more: str = "", first: str | None = None, footer: bool = False, settings: str = ""
) -> Section:
    """The only section of a file with this default header (or footer) and, if given, this first-page header."""
    kind = "footer" if footer else "header"
    references = f'<w:{kind}Reference w:type="default" r:id="d"/>'
    parts = {"d": header}
    if first is not None:
        references += f'<w:{kind}Reference w:type="first" r:id="f"/>'
        parts["f"] = first
    given = {"footers": parts} if footer else {"headers": parts}
    return Docx(para("a"), sect=f"{references}{PAGE}{more}", settings=settings, **given).paper().sections[0]  # type: ignore[arg-type]


def test_paper_and_margins_are_millimetres() -> None:
    section = paper("a").sections[0]
    assert (section.rong_mm, section.cao_mm, section.ngang) == (210.0, 297.0, False)
    assert (section.tren_mm, section.duoi_mm, section.trai_mm, section.phai_mm) == (20.0, 20.0, 30.0, 15.0)
    assert (section.dau_trang_mm, section.so_trang, section.doan) == (10.0, None, range(1))


def test_a_file_that_says_nothing_has_letter_paper() -> None:
    section = Docx(para("a"), sect="<w:cols/>").paper().sections[0]
    assert (section.rong_mm, section.cao_mm, section.trai_mm) == (215.9, 279.4, 25.4)


def test_the_gutter_is_part_of_the_left_margin() -> None:
    sect = PAGE.replace('w:gutter="0"', 'w:gutter="284"')
    assert Docx(para("a"), sect=sect).paper().sections[0].trai_mm == 35.0


def test_each_section_has_its_paragraphs_and_its_shape() -> None:
    wide = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    found = paper("a", para("b", ppr=f"<w:sectPr>{PAGE}</w:sectPr>"), para("Phụ lục", ppr=wide), "c", table(row("d")))
    assert [(s.ngang, s.doan) for s in found.sections] == [(False, range(2)), (True, range(2, 3)), (False, range(3, 5))]


def test_a_section_tells_how_it_begins_and_its_columns() -> None:
    sect = f'{PAGE}<w:type w:val="continuous"/><w:cols w:num="2" w:space="708"/>'
    section = Docx(para("a"), sect=sect).paper().sections[0]
    assert (section.ngat, section.so_cot) == ("lien-tuc", 2)


@pytest.mark.parametrize(
    "field",
    [
        field_run(" PAGE   \\* MERGEFORMAT ", "2", SIZE),
        field_run("PAGE", "", SIZE),
        '<w:fldSimple w:instr=" page "><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple>',
        '<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:pgNum/></w:r>',
        f"<w:sdt><w:sdtPr/><w:sdtContent>{field_run('PAGE', '2', SIZE)}</w:sdtContent></w:sdt>",
    ],
)
def test_the_page_number_is_found_in_every_kind_of_field(field: str) -> None:
    assert with_header(para(field, ppr=CENTRE)).so_trang == PageNumber(
        noi="dau", canh="giua", co_chu_pt=14.0, format=Format("Times New Roman", 14.0)
    )


def test_a_count_of_pages_is_no_page_number() -> None:
    assert with_header(para(field_run("NUMPAGES", "3"))).so_trang is None
    assert with_header(para("Trang 2")).so_trang is None


def test_a_footer_is_told_from_a_header() -> None:
    number = with_header(para(field_run("PAGE", "2"), ppr='<w:jc w:val="right"/>'), footer=True).so_trang
    assert number is not None
    assert (number.noi, number.canh) == ("chan", "phai")


def test_the_first_page_shows_no_number_when_its_own_header_has_none() -> None:
    number = para(field_run("PAGE", "2"))
    shown = [
        with_header(number),
        with_header(number, "<w:titlePg/>"),
        with_header(number, "<w:titlePg/>", first=para()),
        with_header(number, "<w:titlePg/>", first=number),
        with_header(number, first=para()),
    ]
    hidden = [section.so_trang.trang_dau_an for section in shown if section.so_trang]
    assert hidden == [False, True, True, False, False]


def test_start_and_numerals_are_told() -> None:
    number = with_header(para(field_run("PAGE", "2")), '<w:pgNumType w:fmt="lowerRoman" w:start="3"/>').so_trang
    assert number is not None
    assert (number.bat_dau, number.kieu) == (3, "lowerRoman")


@pytest.mark.parametrize(
    ("header", "canh"),
    [
        (para(field_run("PAGE", "2"), ppr='<w:framePr w:wrap="around" w:xAlign="center" w:y="1"/>'), "giua"),
        (
            para(
                "<w:r><w:tab/></w:r>",
                field_run("PAGE", "2"),
                ppr='<w:tabs><w:tab w:val="center" w:pos="4500"/><w:tab w:val="right" w:pos="9000"/></w:tabs>',
            ),
            "giua",
        ),
        (
            para(
                "<w:r><w:tab/><w:tab/></w:r>",
                field_run("PAGE", "2"),
                ppr='<w:tabs><w:tab w:val="right" w:pos="9000"/><w:tab w:val="center" w:pos="4500"/></w:tabs>',
            ),
            "phai",
        ),
        (para(text_box(para(field_run("PAGE", "2"), ppr=CENTRE)), ppr='<w:jc w:val="right"/>'), "giua"),
        (table(row("", cell(para(field_run("PAGE", "2"), ppr=CENTRE)), "")), "giua"),
    ],
)
def test_the_number_stands_where_frames_tabs_boxes_and_cells_put_it(header: str, canh: str) -> None:
    number = with_header(header).so_trang
    assert number is not None
    assert number.canh == canh


def test_a_text_box_aligned_on_the_page_puts_the_number_there() -> None:
    box = text_box(para(field_run("PAGE", "2"))).replace(
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset>',
        '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align>',
    )
    number = with_header(para(box)).so_trang
    assert number is not None
    assert number.canh == "giua"


def test_sections_without_headers_of_their_own_have_those_before_them() -> None:
    reference = '<w:headerReference w:type="default" r:id="h"/>'
    found = Docx(
        para("a", ppr=f"<w:sectPr>{reference}{PAGE}</w:sectPr>") + para("b"),
        headers={"h": para(field_run("PAGE", "2"))},
    ).paper()
    assert [section.so_trang is not None for section in found.sections] == [True, True]
    assert [(one.muc, one.noi, one.trang) for one in found.dau_chan] == [(1, "dau", "thuong")]


def test_headers_that_are_not_printed_are_not_given() -> None:
    references = "".join(f'<w:headerReference w:type="{kind}" r:id="{kind}"/>' for kind in ("default", "first", "even"))
    headers = {kind: para(kind) for kind in ("default", "first", "even")}

    def printed(more: str = "", settings: str = "") -> list[str]:
        found = Docx(para("a"), sect=f"{references}{PAGE}{more}", headers=headers, settings=settings).paper()
        return [one.paras[0].text for one in found.dau_chan]

    assert printed() == ["default"]
    assert printed("<w:titlePg/>") == ["default", "first"]
    assert printed(settings="<w:evenAndOddHeaders/>") == ["default", "even"]


def test_a_reference_to_a_missing_header_is_no_fault() -> None:
    sect = f'<w:headerReference w:type="default" r:id="gone"/>{PAGE}'
    assert Docx(para("a"), sect=sect).paper().sections[0].so_trang is None


def test_hidden_page_numbers_are_not_seen() -> None:
    assert with_header(para(field_run("PAGE", "2", "<w:vanish/>"))).so_trang is None


def test_boxes_in_headers_are_read_with_them() -> None:
    found = Docx(
        para("a"),
        sect=f'<w:headerReference w:type="default" r:id="h"/>{PAGE}',
        headers={"h": para("x", text_box("MẬT"))},
    ).paper()
    assert [(p.text, p.place.phan) for p in found.dau_chan[0].paras] == [("x", "đầu trang"), ("MẬT", "đầu trang")]
