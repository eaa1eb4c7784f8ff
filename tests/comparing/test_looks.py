"""What looks different: of letters, paragraphs, pages, tables; told once where it is one change."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from docgen import load, make
from docgen.comparing import Difference, compare
from docgen.comparing.report import wording
from docgen.reading.facts import Paper
from docgen.reading.read import read
from tests.reading.build import PAGE, STYLES, Docx, field_run, level, numbered, paper, para, run, style, table

ROOT = Path(__file__).parent.parent.parent


def said(difference: Difference) -> list[str]:
    return [wording.looks(change.dang) for change in difference.dang]


def one(ppr: str = "", rpr: str = "") -> Paper:
    return paper(para(run("Nội dung", rpr), ppr=ppr))


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("", '<w:sz w:val="26"/>', "cỡ chữ 14 → 13 pt"),
        ("", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', "phông chữ Times New Roman → Arial"),
        ("", "<w:b/>", "thêm in đậm"),
        ("<w:i/>", "", "bỏ in nghiêng"),
        ("", '<w:u w:val="single"/>', "thêm gạch chân"),
        ("", "<w:caps/>", "thêm hiện toàn chữ hoa"),
        ("", '<w:color w:val="FF0000"/>', "màu chữ đen → đỏ"),
        ("", '<w:vertAlign w:val="superscript"/>', "vị trí chữ chữ thường → chỉ số trên"),
        ("", "<w:vanish/>", "thêm chữ ẩn (không in ra)"),
    ],
)
def test_letters(old: str, new: str, wanted: str) -> None:
    assert said(compare(one(rpr=old), one(rpr=new))) == [wanted]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ('<w:jc w:val="both"/>', '<w:jc w:val="left"/>', "canh đều → canh trái"),
        ('<w:ind w:firstLine="567"/>', '<w:ind w:firstLine="720"/>', "thụt đầu dòng 10 → 12,7 mm"),
        (
            "",
            '<w:ind w:left="567" w:hanging="567"/>',
            "thụt đầu dòng 0 mm → treo 10 mm; thụt cả đoạn từ trái 0 → 10 mm",
        ),
        ("", '<w:spacing w:before="120"/>', "cách trên đoạn 0 → 6 pt"),
        ("", '<w:spacing w:after="60"/>', "cách dưới đoạn 0 → 3 pt"),
        ("", '<w:spacing w:line="276"/>', "giãn dòng 1 → 1,15 dòng"),
        ("", '<w:spacing w:line="340" w:lineRule="exact"/>', "giãn dòng 1 dòng → đúng 17 pt"),
        ("", "<w:keepNext/>", "thêm giữ cùng trang với đoạn sau"),
        ("", '<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr>', "nét kẻ không → viền dưới chữ"),
    ],
)
def test_paragraphs(old: str, new: str, wanted: str) -> None:
    assert said(compare(one(ppr=old), one(ppr=new))) == [wanted]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", '<w:color w:val="000000"/>'),
        ('<w:sz w:val="28"/>', ""),
    ],
)
def test_what_nobody_sees_is_no_difference(old: str, new: str) -> None:
    assert compare(one(rpr=old), one(rpr=new)).equal


def test_a_few_words_are_quoted() -> None:
    old = paper("Giao Sở Y tế chủ trì")
    new = paper(para("Giao ", run("Sở Y tế", "<w:b/>"), " chủ trì"))

    (change,) = compare(old, new).dang
    assert change.cho[0].chu == "“Sở Y tế”"


def test_words_that_stay_are_compared_where_others_changed() -> None:
    difference = compare(paper("Giao Sở Y tế năm 2026"), paper(para(run("Giao Sở Y tế năm 2027", "<w:b/>"))))

    assert [change.kieu for change in difference.chu] == ["sua"]
    assert said(difference) == ["thêm in đậm"]
    assert difference.dang[0].cho[0].chu == ""


BODY = style("Thân", '<w:rPr><w:sz w:val="{}"/></w:rPr><w:pPr><w:ind w:firstLine="{}"/></w:pPr>')


def styled(size: int, indent: int) -> Paper:
    paras = (para(f"Đoạn thứ {at}", ppr='<w:pStyle w:val="Thân"/>') for at in range(400))
    return paper("Mở đầu", *paras, styles=STYLES + BODY.format(size, indent))


def test_a_changed_style_is_told_once() -> None:
    difference = compare(styled(26, 567), styled(28, 720))

    assert said(difference) == ["thụt đầu dòng 10 → 12,7 mm; cỡ chữ 13 → 14 pt"]
    (change,) = difference.dang
    assert (len(change.cho), change.kieu) == (400, ("Thân",))
    assert "400 đoạn (gồm mọi đoạn thuộc kiểu “Thân”), đầu tiên ở trang 1, đoạn 2" in wording.spots(change)


def test_another_style_that_looks_the_same_is_still_another_style() -> None:
    styles = STYLES + style("Khác", "")
    old, new = paper("a b", styles=styles), paper(para("a b", ppr='<w:pStyle w:val="Khác"/>'), styles=styles)
    assert said(compare(old, new)) == ["kiểu (style) “Normal” → “Khác”"]


LIST = '<w:abstractNum w:abstractNumId="1">{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'


def listed(*lines: str, text: str = "%1.", kind: str = "decimal") -> Paper:
    return paper(*(para(line, ppr=numbered(1)) for line in lines), numbering=LIST.format(level(0, text, kind)))


def test_numbers_that_move_on_are_told_once() -> None:
    difference = compare(listed("Một hai", "Ba bốn", "Năm sáu"), listed("Mới tinh", "Một hai", "Ba bốn", "Năm sáu"))

    assert [change.kieu for change in difference.chu] == ["them"]
    assert said(difference) == ["số thứ tự tự động đổi"]
    assert [spot.chu for spot in difference.dang[0].cho] == ["“1.” → “2.”", "“2.” → “3.”", "“3.” → “4.”"]


def test_a_number_typed_by_hand_is_the_number_word_makes() -> None:
    difference = compare(paper("1. Một hai"), listed("Một hai"))
    assert not difference.chu
    assert said(difference) == ["số thứ tự hoặc dấu đầu dòng tự động không → “1.”"]


def sheet(sect: str = PAGE, header: str = "", **more: str) -> Paper:
    headers = {"h": header} if header else {}
    first = '<w:headerReference w:type="default" r:id="h"/>' if header else ""
    return Docx(para("Nội dung"), sect=first + sect, headers=headers, **more).paper()  # type: ignore[arg-type]


def test_pages() -> None:
    other = PAGE.replace('w:left="1701"', 'w:left="1985"').replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"')
    (change,) = compare(sheet(), sheet(other)).trang

    assert wording.page(change) == "cả văn bản"
    assert wording.looks(change.dang) == "hướng giấy dọc → ngang; lề trái 30 → 35 mm"


def test_page_numbers() -> None:
    number = para(field_run("PAGE", "2"), ppr='<w:jc w:val="center"/>')
    assert [wording.looks(one.dang) for one in compare(sheet(), sheet(header=number)).trang] == [
        "số trang không có → đầu trang, canh giữa"
    ]
    assert compare(sheet(header=number), sheet(header=number.replace(">2<", ">6<"))).equal


def test_the_words_of_a_header() -> None:
    (change,) = compare(sheet(header=para("Dự thảo 1")), sheet(header=para("Dự thảo 2"))).chu
    assert change.moi is not None
    assert wording.where(change.moi) == "đầu trang"


def test_tables() -> None:
    borders = '<w:tblBorders><w:top w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'
    row = "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
    (change,) = compare(paper(table(row)), paper(table(row, grid=(5000, 4000), tblpr=borders))).bang
    assert wording.looks(change.dang) == "độ rộng các cột 71; 88 mm → 88; 71 mm; thêm đường viền bảng"


def test_pictures_are_counted() -> None:
    picture = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
    difference = compare(paper("a"), paper(para("a", picture)))
    assert [(count.ten, count.cu, count.moi) for count in difference.dem] == [("hình ảnh", 0, 1)]


def test_tags_of_templates() -> None:
    difference = compare(paper("{{ so }} {{ ngay }}"), paper("{{ so }} {{  so }}", "{%p if x %}"))
    assert [wording.tag(one) for one in difference.the] == ["thêm {%p if x %}", "bỏ {{ ngay }}", "{{ so }}: 1 → 2 chỗ"]


def edited(data: bytes, old: str, new: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as made:
        for entry in source.infolist():
            inside = source.read(entry)
            if entry.filename == "word/styles.xml":
                assert re.search(old, inside.decode())
                inside = re.sub(old, new, inside.decode()).encode()
            made.writestr(entry, inside)
    return target.getvalue()


def test_a_plan_made_with_a_template_whose_font_was_changed() -> None:
    made = make(load(ROOT / "tests/seeds/001-ubnd-tinh-binh-duong.yaml")).docx
    changed = edited(made, "Times New Roman", "Arial")

    difference = compare(read(made, "cũ.docx"), read(changed, "mới.docx"))
    assert not difference.chu
    assert [line for line in said(difference) if "Arial" in line] == ["phông chữ Times New Roman → Arial"]
    assert len(difference.dang) == 1
    assert len(difference.dang[0].cho) > 50
