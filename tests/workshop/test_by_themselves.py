"""What is wrong with a template whatever paper it is for: frames, loops, lists, styles, looks, what it carries."""

from __future__ import annotations

import random

import pytest

from tests.render.build import STYLES, R, cell, docx, p, raw, run, style, table
from tests.workshop.templates import one, place, pointed, seen, told

BODY = "thân văn bản"


def sdt(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_a_tag_across_the_edge_of_a_content_control() -> None:
    found = one(raw(sdt(run("{{ a")), run(" }}")))

    assert place(found) == (BODY, 1, (0, 0, 0))
    assert "content control" in found.loi
    assert pointed(found) == "{{ a }}"
    assert told(raw(sdt(run("{{ a }}")))) == ()


def test_a_tag_across_the_edge_of_a_tracked_change() -> None:
    changed = f'<w:ins w:id="1" w:author="a">{run("_")}</w:ins>'
    found = [r for r in told(p("đầu"), raw(run("{{ dia"), changed, run("danh }}"))) if "vắt" in r.loi]

    assert [(place(r), pointed(r), r.muc) for r in found] == [((BODY, 2, (0, 0, 0)), "{{ dia_danh }}", "loi")]
    assert "Accept" in found[0].sua
    whole = f'<w:ins w:id="1" w:author="a">{run("{{ a }}")}</w:ins>'
    assert not any("vắt" in r.loi for r in told(raw(whole)))


@pytest.mark.parametrize("property_", ["<w:dataBinding/>", "<w:showingPlcHdr/>"])
def test_a_tag_in_a_control_that_word_rewrites(property_: str) -> None:
    assert one(raw(sdt(run("{{ a }}"), property_))).muc == "loi"


def test_a_tag_across_the_edge_of_a_field() -> None:
    field = f'<w:fldSimple w:instr="DATE">{run("{{ a")}</w:fldSimple>'

    assert "trường" in next(r for r in told(raw(field, run(" }}"))) if "vắt" in r.loi).loi


def test_a_tag_in_the_result_of_a_field() -> None:
    def field(code: str) -> str:
        char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        return raw(char.format("begin"), f"<w:r><w:instrText>{code}</w:instrText></w:r>", char.format("separate"),
                   run("{{ a }}"), char.format("end"), run("sau"))  # fmt: skip

    assert pointed(one(field("DATE"))) == "{{ a }}"
    assert told(field('HYPERLINK "https://a.vn"')) == ()


def test_a_hidden_tag() -> None:
    assert "Hidden" in one(p("{{ a }}", rpr="<w:vanish/>")).loi
    assert told(p("{{ a }}", rpr='<w:vanish w:val="0"/>')) == ()


def test_a_paragraph_switched_off_from_inside_leaves_a_blank() -> None:
    found = one(p("đầu"), p("{% if a %}{{ a }}{% endif %}"))

    assert (place(found), found.muc) == ((BODY, 2, (0, 0, 0)), "canh-bao")
    assert "{%p if a %}" in found.sua
    assert told(p("Số {% if a %}{{ a }}{% endif %}")) == ()
    assert told(p("{% if a %}x{% else %}y{% endif %}")) == ()


def test_a_blank_paragraph_in_a_loop() -> None:
    loop = (p("{%p for a in b %}"), p("{{ a }}"), p(""), p("{%p endfor %}"))

    assert place(one(*loop)) == (BODY, 3, (0, 0, 0))
    assert told(loop[0], loop[1], loop[3], p("")) == ()


def test_a_blank_paragraph_behind_a_table_in_a_loop_is_needed() -> None:
    assert told(p("{%p for a in b %}"), table([["{{ a }}"]]), p(""), p("{%p endfor %}")) == ()


NUMBERED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="3"/></w:numPr>'


def test_a_word_list_in_an_inner_loop_runs_on() -> None:
    item = p("{{ d }}", ppr=NUMBERED.format(0))
    found = one(p("{%p for a in b %}"), p("{%p for d in a %}"), item, p("{%p endfor %}"), p("{%p endfor %}"))

    assert place(found) == (BODY, 3, (0, 0, 0))
    assert "đếm tiếp" in found.loi
    assert told(p("{%p for d in b %}"), item, p("{%p endfor %}")) == ()


def test_a_list_of_several_levels_begins_anew_by_itself() -> None:
    outer, inner = p("{{ a }}", ppr=NUMBERED.format(0)), p("{{ d }}", ppr=NUMBERED.format(1))

    assert (
        told(p("{%p for a in b %}"), outer, p("{%p for d in a %}"), inner, p("{%p endfor %}"), p("{%p endfor %}")) == ()
    )


def test_two_loops_with_one_list() -> None:
    loop = (p("{%p for a in b %}"), p("{{ a }}", ppr=NUMBERED.format(0)), p("{%p endfor %}"))

    assert place(one(*loop, *loop)) == (BODY, 5, (0, 0, 0))


def test_a_list_by_way_of_a_style_counts_too() -> None:
    styles = STYLES + style("List1", "Danh sách", NUMBERED.format(0))
    item = p("{{ d }}", style="List1")
    body = (p("{%p for a in b %}"), p("{%p for d in a %}"), item, p("{%p endfor %}"), p("{%p endfor %}"))

    assert place(one(*body, styles=styles)) == (BODY, 3, (0, 0, 0))


def test_unused_styles_are_named() -> None:
    styles = STYLES + "".join(style(f"S{n}", f"Kiểu {n}") for n in range(4))
    found = [r for r in told(p("x", style="S0"), styles=styles) if r.nhom == "kieu"]

    assert "“Kiểu 1”" in found[0].loi
    assert "Kiểu 0" not in found[0].loi
    assert [r for r in told(p("x"), styles=STYLES) if r.nhom == "kieu"] == []


@pytest.mark.parametrize(("kilobytes", "is_heavy"), [(700, True), (100, False)])
def test_a_heavy_file(kilobytes: int, is_heavy: bool) -> None:
    noise = random.Random(7).randbytes(kilobytes * 1024)
    relation = f'<Relationship Id="rId9" Type="{R}/image" Target="media/a.png"/>'
    found = seen(docx(p("x"), more={"word/media/a.png": noise}, relations=relation))

    assert ["word/media/a.png" in r.loi for r in found] == [True] * is_heavy


def test_a_part_nothing_leads_to() -> None:
    assert "word/lạc.xml" in one_of(docx(p("x"), more={"word/lạc.xml": "<a/>"}), "kieu")


def one_of(data: bytes, nhom: str) -> str:
    return next(r.loi for r in seen(data) if r.nhom == nhom)


GRID = '<w:tblGrid><w:gridCol w:w="{}"/><w:gridCol w:w="{}"/></w:tblGrid>'


def _table(first: int, second: int, height: str = "", layout: str = '<w:tblLayout w:type="fixed"/>') -> str:
    row = f"<w:tr>{height}{cell('{{ a }}', 2000)}{cell('b', 3000)}</w:tr>"
    return f"<w:tbl><w:tblPr>{layout}</w:tblPr>{GRID.format(first, second)}{row}</w:tbl>"


def test_columns_that_two_places_tell_differently() -> None:
    found = one(_table(4000, 1000))

    assert place(found) == (BODY, 1, (1, 1, 1))
    assert "LibreOffice và WPS theo cột" in found.loi
    assert told(_table(2000, 3000)) == ()


def test_columns_without_widths() -> None:
    bare = _table(2000, 3000).replace(' w:w="2000"/><w:gridCol w:w="3000"', "/><w:gridCol")

    assert "chỉ ghi ở từng ô" in one(bare).loi


def test_a_table_that_stretches_is_only_told() -> None:
    assert one(_table(2000, 3000, layout="")).muc == "thong-tin"


def test_a_fixed_row_height_cuts_text() -> None:
    height = '<w:trPr><w:trHeight w:val="400" w:hRule="{}"/></w:trPr>'

    assert one(_table(2000, 3000, height.format("exact"))).muc == "loi"
    assert told(_table(2000, 3000, height.format("atLeast"))) == ()


def test_fonts_that_disagree() -> None:
    two = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Arial"/>'
    themed = '<w:rFonts w:ascii="Times New Roman" w:asciiTheme="minorHAnsi" w:hAnsi="Times New Roman"/>'

    assert "có dấu" in one(p("đầu"), p("x", rpr=two)).loi
    assert "theme" in one(p("đầu"), p("x", rpr=themed)).loi
    assert told(p("x", rpr='<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>')) == ()
    assert "kiểu “Lệch”" in one(p("x", style="A"), styles=STYLES + style("A", "Lệch", rpr=two)).loi


def test_a_tag_in_a_text_box() -> None:
    def box(text: str) -> str:
        return f"<w:p><w:r><w:pict><w:txbxContent>{p(text)}</w:txbxContent></w:pict></w:r></w:p>"

    assert "hộp chữ" in one(box("{{ a }}")).loi
    assert told(box("a")) == ()


MACRO = f'<Relationship Id="rId9" Type="{R}/vbaProject" Target="vbaProject.bin"/>'
LINKED = f'<Relationship Id="rId9" Type="{R}/image" Target="http://a.vn/b.png" TargetMode="External"/>'
OBJECT = f'<Relationship Id="rId9" Type="{R}/oleObject" Target="embeddings/a.bin"/>'


@pytest.mark.parametrize(
    ("relation", "more", "what"),
    [
        (MACRO, {"word/vbaProject.bin": b"x"}, "macro"),
        (LINKED, {}, "từ bên ngoài"),
        (OBJECT, {"word/embeddings/a.bin": b"x"}, "OLE"),
    ],
)
def test_what_a_template_may_not_carry_is_told_beside_its_tags(
    relation: str, more: dict[str, bytes], what: str
) -> None:
    found = seen(docx(p("{{ a"), more=more, relations=relation))

    assert any(what in r.loi and r.muc == "loi" and r.nhom == "tep" for r in found)
    assert any("chưa đóng" in r.loi for r in found)


COMMENTS = '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="A">{}</w:comment></w:comments>'  # noqa: E501


@pytest.mark.parametrize(("said", "muc"), [("Xem lại", "canh-bao"), ("Sửa {{ a }}", "loi")])
def test_comments_left_in_a_template(said: str, muc: str) -> None:
    relation = f'<Relationship Id="rId9" Type="{R}/comments" Target="comments.xml"/>'
    found = seen(docx(p("x"), more={"word/comments.xml": COMMENTS.format(p(said))}, relations=relation))

    assert [(r.muc, "nhận xét" in r.loi) for r in found] == [(muc, True)]


def test_tags_where_nothing_is_filled_in() -> None:
    relation = f'<Relationship Id="rId9" Type="{R}/settings" Target="settings.xml"/>'
    settings = '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:documentProtection w:edit="forms" w:enforcement="1"/><w:x>{{ a }}</w:x></w:settings>'  # noqa: E501
    found = seen(docx(p("x"), more={"word/settings.xml": settings}, relations=relation))

    assert {"không điền" in r.loi or "khóa" in r.loi or "tương thích" in r.loi for r in found} == {True}
    assert len(found) == 3
