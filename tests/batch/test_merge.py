"""Many copies as one .docx: nothing of one copy reaches into another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.batch.merge import merge
from docgen.batch.merging import covers, lists
from docgen.batch.merging.entries import Entry
from docgen.errors import Unusable
from docgen.intake.load import load
from docgen.pipeline import make
from tests.batch.merging import (
    LANDSCAPE,
    NUMBERED,
    NUMBERING,
    comments,
    everything,
    footnotes,
    listed,
    merged,
    noted,
    relation,
    values,
    with_types,
)
from tests.render.build import (
    PORTRAIT,
    STYLES,
    assert_valid_docx,
    docx,
    p,
    paragraphs,
    parts_of,
    q,
    raw,
    run,
    style,
    table,
    xml,
    zipped,
)
from tests.seeds.reading import data_file

THREE = [everything("A"), everything("B", shade=9), everything("C")]


def sections(data: bytes) -> list[str]:
    return values(data, r"(?s)<w:sectPr.*?</w:sectPr>")


def test_a_set_of_copies_with_everything_is_a_sound_file(tmp_path: Path) -> None:
    assert_valid_docx(merged(tmp_path, THREE, cover=True, title="Kế hoạch năm 2027"))


def test_words_of_all_copies_stand_in_order(tmp_path: Path) -> None:
    found = paragraphs(merged(tmp_path, THREE))
    assert found == [line for copy in THREE for line in paragraphs(copy)]


def test_each_copy_begins_on_a_new_page_with_page_one(tmp_path: Path) -> None:
    found = sections(merged(tmp_path, THREE))
    assert len(found) == 6
    for first in found[::2]:
        assert '<w:type w:val="nextPage"/>' in first
        assert '<w:pgNumType w:start="1"/>' in first
    for appendix in found[1::2]:
        assert "landscape" in appendix
        assert "pgNumType" not in appendix


def test_odd_begins_each_copy_and_each_new_count_on_an_odd_page(tmp_path: Path) -> None:
    restarted = LANDSCAPE.replace("</w:sectPr>", '<w:pgNumType w:start="1"/></w:sectPr>')
    copy = docx(raw(run("Thân"), ppr=PORTRAIT), p("Phụ lục"), section=restarted)
    found = sections(merged(tmp_path, [copy, copy], odd=True, cover=True))
    assert [section.count('"oddPage"') for section in found] == [0, 1, 1, 1, 1]


def test_a_copy_that_begins_with_another_number_keeps_it(tmp_path: Path) -> None:
    copy = docx(p("Tiếp theo"), section=PORTRAIT.replace("</w:sectPr>", '<w:pgNumType w:start="5"/></w:sectPr>'))
    assert values(merged(tmp_path, [copy, copy]), r'w:pgNumType w:start="(\d)"') == ["5", "5"]


def test_lists_of_copies_are_counted_apart_and_equal_bullets_are_shared(tmp_path: Path) -> None:
    data = merged(tmp_path, THREE)
    used = values(data, r'<w:numId w:val="(\d+)"/>')
    # Two of one list, two of the list of a style, one of bullets, in each copy.
    assert len(used) == 15
    a, b, c = used[:5], used[5:10], used[10:]
    for one in (a, b, c):
        assert one[0] == one[1] != one[2] == one[3]
    assert len({*a[:4], *b[:4], *c[:4]}) == 6
    assert a[4] == b[4] == c[4]
    defined = values(data, r'<w:num [^>]*w:numId="(\d+)"', "word/numbering.xml")
    assert sorted(set(used), key=int) == sorted(defined, key=int)
    assert len(set(values(data, r'<w:nsid w:val="(\w+)"', "word/numbering.xml"))) == 7


def test_a_paragraph_numbered_by_its_style_keeps_the_indent_of_the_style(tmp_path: Path) -> None:
    first = next(x for x in xml(merged(tmp_path, THREE)).iter(q("p")) if "".join(x.itertext()) == "Mục một của A")
    indent = first.find(f"{q('pPr')}/{q('ind')}")
    assert indent is not None
    assert indent.get(q("left")) == "1000"


def test_no_numbers_are_left_to_styles_which_all_copies_share(tmp_path: Path) -> None:
    assert b"numPr" not in parts_of(merged(tmp_path, THREE))["word/styles.xml"]


def test_more_lists_than_word_shows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "MOST_LISTS", 5)
    with pytest.raises(Unusable, match=r"003\.docx.*danh sách đánh số"):
        merged(tmp_path, THREE)


def test_notes_have_numbers_of_their_own_and_are_counted_anew_in_each_copy(tmp_path: Path) -> None:
    data = merged(tmp_path, THREE)
    assert values(data, r'w:footnoteReference w:id="(-?\d+)"') == ["1", "2", "3"]
    assert values(data, r'<w:footnote[ >][^>]*w:id="(-?\d+)"', "word/footnotes.xml") == ["-1", "0", "1", "2", "3"]
    for index, section in enumerate(sections(data)):
        restart = "eachSect" if index % 2 == 0 else "continuous"
        assert f'<w:footnotePr><w:numRestart w:val="{restart}"/></w:footnotePr>' in section
    texts = [line for line in paragraphs(data, "word/footnotes.xml") if line]
    assert texts == [" Chú thích của A", " Chú thích của B", " Chú thích của C"]


def test_a_note_used_by_two_marks_is_written_once(tmp_path: Path) -> None:
    copy = docx(noted("Một", 1), noted("Hai", 1), footnotes=footnotes(" Chung"))
    data = merged(tmp_path, [copy, copy])
    assert values(data, r'w:footnoteReference w:id="(\d+)"') == ["1", "1", "2", "2"]


def test_notes_counted_on_each_page_stay_so(tmp_path: Path) -> None:
    by_page = PORTRAIT.replace(
        "<w:sectPr>",
        '<w:sectPr><w:footnotePr><w:numFmt w:val="lowerRoman"/><w:numRestart w:val="eachPage"/></w:footnotePr>',
    )
    copy = docx(noted("Một", 1), footnotes=footnotes(" Chung"), section=by_page)
    for section in sections(merged(tmp_path, [copy, copy])):
        assert '<w:numFmt w:val="lowerRoman"/><w:numRestart w:val="eachPage"/>' in section


def test_comments_bookmarks_drawings_have_numbers_and_names_of_their_own(tmp_path: Path) -> None:
    data = merged(tmp_path, THREE)
    assert values(data, r'w:commentReference w:id="(\d+)"') == ["1", "2", "3"]
    assert values(data, r'w:comment [^>]*w:id="(\d+)"', "word/comments.xml") == ["1", "2", "3"]
    starts = values(data, r'w:bookmarkStart w:id="(\d+)"')
    assert starts == values(data, r'w:bookmarkEnd w:id="(\d+)"')
    assert len(set(starts)) == 3
    names = values(data, r'w:bookmarkStart w:id="\d+" w:name="(\w+)"')
    assert len(set(names)) == 3
    assert values(data, r"PAGEREF (\w+) ") == names == values(data, r'w:anchor="(\w+)"')
    assert values(data, r'wp:docPr id="(\d+)"') == ["1", "2", "3"]


def test_pictures_are_kept_apart_and_equal_ones_are_one(tmp_path: Path) -> None:
    data = merged(tmp_path, THREE)
    media = {name: content for name, content in parts_of(data).items() if "/media/" in name}
    assert len(media) == 2
    targets = dict(values(data, r'Id="(\w+)" Type="[^"]*" Target="([^"]*)"', "word/_rels/document.xml.rels"))
    shown = [media[f"word/{targets[identity]}"] for identity in values(data, r'r:embed="(\w+)"')]
    assert shown == [parts_of(copy)["word/media/image1.png"] for copy in THREE]
    assert data.count(b"chinhphu") <= 1


def test_the_data_of_copies_is_left_out(tmp_path: Path) -> None:
    data = merged(tmp_path, THREE)
    assert not [name for name in parts_of(data) if name.startswith("customXml")]
    assert b"customXml" not in parts_of(data)["word/_rels/document.xml.rels"]


def test_equal_headers_are_one_part_and_a_copy_without_gets_none_of_its_neighbour(tmp_path: Path) -> None:
    bare = docx(p("Không đầu trang"))
    data = merged(tmp_path, [THREE[0], bare, THREE[1]])
    headers = [name for name in parts_of(data) if name.startswith("word/header")]
    assert len(headers) == 2
    targets = dict(values(data, r'Id="(\w+)" Type="[^"]*/header" Target="([^"]*)"', "word/_rels/document.xml.rels"))
    alone = sections(data)[2]
    assert alone.count("<w:headerReference") == 2
    named = {targets[identity] for identity in values(data, r'headerReference w:type="first" r:id="(\w+)"')}
    assert len(named) == 1
    assert all(f'r:id="{i}"' in alone for i, target in targets.items() if target in named)


def test_headers_of_even_pages_in_one_copy_do_not_change_the_others(tmp_path: Path) -> None:
    settings = '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:settings>'
    more = {"word/settings.xml": settings.format("<w:evenAndOddHeaders/>")}
    even = with_types(
        docx(p("Hai mặt"), header=p("Lẻ"), more=more, relations=relation(30, "settings", "settings.xml")),
        settings="settings",
    )
    data = merged(tmp_path, [docx(p("Một mặt"), header=p("Mọi trang")), even])
    assert_valid_docx(data)
    assert b"evenAndOddHeaders" in parts_of(data)["word/settings.xml"]
    plain, other = sections(data)
    said = dict(values(plain_file(plain), r'headerReference w:type="(\w+)" r:id="(\w+)"', "x"))
    assert said["even"] == said["default"] != said["first"]
    said = dict(values(plain_file(other), r'headerReference w:type="(\w+)" r:id="(\w+)"', "x"))
    assert said["even"] == said["first"] != said["default"]


def plain_file(text: str) -> bytes:
    return zipped({"x": text})


def test_equal_styles_are_shared_and_different_ones_are_renamed(tmp_path: Path) -> None:
    def sheet(size: int) -> str:
        look = f'<w:sz w:val="{size}"/>'
        return STYLES + style("Muc", "Mục", rpr=look, based="Normal") + style("Con", "Con", based="Muc")

    copies = [docx(p("To", style="Con"), p("Thường"), styles=sheet(size)) for size in (40, 20, 40, 20)]
    data = merged(tmp_path, copies)
    assert_valid_docx(data)
    assert values(data, r'<w:pStyle w:val="([^"]*)"/>') == ["Con", "Con-2", "Con", "Con-2"]
    sheet_made = parts_of(data)["word/styles.xml"].decode()
    assert sheet_made.count('w:styleId="Heading1"') == 1
    assert sheet_made.count('w:styleId="Muc') == 2
    assert '<w:name w:val="Mục (2)"/>' in sheet_made
    assert '<w:name w:val="Con (2)"/><w:basedOn w:val="Muc-2"/>' in sheet_made


def test_another_default_style_is_named_by_every_paragraph_that_relied_on_it(tmp_path: Path) -> None:
    bold = STYLES.replace('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:rPr><w:b/></w:rPr>')
    data = merged(tmp_path, [docx(p("Thường")), docx(p("Đậm"), table([["Ô"]]), styles=bold)])
    assert_valid_docx(data)
    # The paragraph, the cell's, and the one that ends the section is not needed in the last copy.
    assert values(data, r'<w:pStyle w:val="([^"]*)"/>') == ["Normal-2", "Normal-2"]
    assert parts_of(data)["word/styles.xml"].count(b"w:default=") == 1


def test_defaults_of_another_file_are_written_into_its_styles(tmp_path: Path) -> None:
    small = STYLES.replace('<w:sz w:val="28"/>', "", 1)
    data = merged(tmp_path, [docx(p("14 điểm")), docx(p("10 điểm"), styles=small)])
    assert_valid_docx(data)
    made = xml(data, "word/styles.xml")
    normal = next(s for s in made.iter(q("style")) if s.get(q("styleId")) == "Normal-2")
    size = normal.find(f"{q('rPr')}/{q('sz')}")
    assert size is not None
    assert size.get(q("val")) == "20"


def test_a_table_at_the_end_is_followed_by_a_paragraph_as_small_as_can_be(tmp_path: Path) -> None:
    copy = docx(p("Bảng"), table([["Ô"]]))
    data = merged(tmp_path, [copy, copy])
    assert_valid_docx(data)
    blocks = [str(block.tag).rpartition("}")[2] for block in xml(data)[0]]
    assert blocks == ["p", "tbl", "p", "p", "tbl", "sectPr"]
    assert (
        '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        in parts_of(data)["word/document.xml"].decode()
    )


def test_prefixes_that_mean_another_thing_in_another_copy_do_not_mix(tmp_path: Path) -> None:
    other = parts_of(docx(p("Khác")))
    text = other["word/document.xml"].decode()
    text = text.replace("<w:", "<v2:").replace("</w:", "</v2:").replace(" w:", " v2:").replace("xmlns:w=", "xmlns:v2=")
    text = text.replace("xmlns:wp=", 'xmlns:w="urn:khac" xmlns:wp=')
    foreign = zipped({**other, "word/document.xml": text})
    data = merged(tmp_path, [docx(p("Một")), foreign, docx(p("Ba"))])
    assert paragraphs(data) == ["Một", "Khác", "Ba"]
    assert_valid_docx(data)


def test_the_list_comes_first_and_tells_what_each_copy_is(tmp_path: Path) -> None:
    paper = make(load(data_file("003-chu-thap-do-kien-giang"))).docx
    data = merged(tmp_path, [paper, THREE[0]], cover=True, title="Kế hoạch năm 2027")
    assert_valid_docx(data)
    found = paragraphs(data)
    assert found[:3] == ["DANH SÁCH VĂN BẢN", "Kế hoạch năm 2027", "(Gồm 2 văn bản)"]
    assert found[3:7] == ["TT", "Số, ký hiệu", "Cơ quan ban hành, trích yếu nội dung", "Tên tệp"]
    assert found[7:10] == ["1", "05/KH-CTĐKG", "HỘI CHỮ THẬP ĐỎ TỈNH KIÊN GIANG"]
    assert found[10].startswith("Hướng dẫn các hoạt động truyền thông năm 2024 của Hội")
    assert found[11:14] == ["001", "2", ""]
    assert '<w:pgNumType w:start="1"/>' in sections(data)[1]


def test_equal_copies_give_equal_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert merged(tmp_path / "a", THREE, cover=True) == merged(tmp_path / "b", THREE, cover=True)


def test_broken_copies_are_all_named_and_nothing_is_written(tmp_path: Path) -> None:
    broken = with_types(THREE[0])[:-100]
    dangling = docx(raw('<w:hyperlink r:id="rId99"><w:r><w:t>hỏng</w:t></w:r></w:hyperlink>'))
    out = tmp_path / "tat-ca.docx"
    out.write_bytes(b"old")
    with pytest.raises(Unusable) as caught:
        merged(tmp_path, [THREE[0], broken, THREE[1], dangling, b"%PDF-1.4", docx(noted("x", 5))])
    assert [fault.noi for fault in caught.value.faults] == ["002.docx", "004.docx", "005.docx", "006.docx"]
    assert out.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == [*(f"00{n}.docx" for n in range(1, 7)), "tat-ca.docx"]


def test_a_copy_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"mat\.docx"):
        merge([tmp_path / "mat.docx"], tmp_path / "out.docx")


@pytest.mark.parametrize("name", ["out.txt", "out"])
def test_only_word_and_pdf_are_made(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unusable, match="đuôi"):
        merge([tmp_path / "a.docx"], tmp_path / name)


def test_nothing_to_merge_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="Không có văn bản nào"):
        merge([], tmp_path / "out.docx")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(THREE[0])
    with pytest.raises(Unusable, match="Không ghi được"):
        merge([tmp_path / "a.docx"], tmp_path / "khong-co" / "out.docx")


def block(kind: str, number: int) -> str:
    return {
        "text": p(f"Đoạn {number}"),
        "styled": p(f"Mục {number}", style="DanhSo"),
        "listed": listed(f"Việc {number}", 1 + number % 3),
        "noted": noted(f"Chú {number}", 1),
        "table": table([[f"Ô {number}", p("x", style="Rule")]]),
        "break": raw(run("Ngắt"), ppr=LANDSCAPE if number % 2 else PORTRAIT),
        "mark": raw(f'<w:bookmarkStart w:id="1" w:name="m{number}"/>', run("dấu"), '<w:bookmarkEnd w:id="1"/>'),
    }[kind]


KINDS = st.lists(st.sampled_from(["text", "styled", "listed", "noted", "table", "break", "mark"]), max_size=6)


@given(st.lists(st.tuples(KINDS, st.booleans()), min_size=1, max_size=4), st.booleans())
def test_any_copies_make_a_sound_file_with_all_their_words(
    tmp_path_factory: pytest.TempPathFactory, copies: list[tuple[list[str], bool]], odd: bool
) -> None:
    made = []
    for kinds, other in copies:
        styles = (STYLES.replace('"28"', '"26"') if other else STYLES) + NUMBERED
        one = docx(
            *(block(kind, number) for number, kind in enumerate(kinds)),
            footnotes=footnotes(" Chú thích"),
            styles=styles,
            more={"word/numbering.xml": NUMBERING},
            relations=relation(22, "numbering", "numbering.xml"),
        )
        made.append(with_types(one, numbering="numbering"))
    data = merged(tmp_path_factory.mktemp("set"), made, odd=odd)
    assert_valid_docx(data)
    words = [line for line in paragraphs(data) if line]
    assert words == [line for copy in made for line in paragraphs(copy) if line]
    ids = values(data, r'w:bookmarkStart w:id="(\d+)"')
    assert len(ids) == len(set(ids))


def test_comments_of_a_copy_without_any_in_the_text_are_dropped(tmp_path: Path) -> None:
    copy = with_types(
        docx(
            p("Không góp ý"),
            more={"word/comments.xml": comments("Mồ côi")},
            relations=relation(9, "comments", "comments.xml"),
        ),
        comments="comments",
    )
    assert "word/comments.xml" not in parts_of(merged(tmp_path, [copy, copy]))


def test_a_long_list_goes_on_counting_in_further_tables() -> None:
    listed_all = "".join(covers.body([Entry(f"{n}.docx") for n in range(1, 402)], "", "S"))
    assert listed_all.count("<w:tbl>") == 3
    numbers = [int(n) for n in re.findall(r"<w:t [^>]*>(\d+)</w:t>", listed_all)]
    assert numbers == [n for n in range(1, 402) for _ in ("TT", "tệp")]


def themed(font: str, colour: str) -> bytes:
    names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="x"'
    theme = (
        f'<a:theme {names}><a:themeElements><a:clrScheme name="x"><a:accent1><a:srgbClr val="{colour}"/></a:accent1>'
        f'</a:clrScheme><a:fontScheme name="x"><a:minorFont><a:latin typeface="{font}"/></a:minorFont></a:fontScheme>'
        "</a:themeElements></a:theme>"
    )
    looks = (
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:color w:val="auto" w:themeColor="accent1"/>'
    )
    return docx(
        p("Theo mẫu màu", style="Mau"),
        p("Trực tiếp", rpr=looks),
        styles=STYLES + style("Mau", "Màu", rpr=looks, based="Normal"),
        more={"word/theme/theme1.xml": theme},
        relations=relation(40, "theme", "theme/theme1.xml"),
    )


def test_fonts_and_colours_of_another_theme_are_written_out(tmp_path: Path) -> None:
    data = merged(tmp_path, [themed("Arial", "FF0000"), themed("Verdana", "00FF00"), themed("Arial", "FF0000")])
    text = parts_of(data)["word/document.xml"].decode()
    assert text.count("asciiTheme") == 2
    assert text.count('<w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:color w:val="00FF00"/>') == 1
    assert values(data, r'<w:pStyle w:val="([^"]*)"/>') == ["Mau", "Mau-2", "Mau"]
    assert b'w:ascii="Verdana"' in parts_of(data)["word/styles.xml"]


def test_endnotes_stand_at_the_end_of_their_copy(tmp_path: Path) -> None:
    notes = footnotes(" Cuối bài").replace("footnote", "endnote").replace("Footnote", "Endnote")
    mark = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    part = f'<w:endnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{notes}</w:endnotes>'
    copy = with_types(
        docx(
            raw(run("Thân"), mark),
            raw(run("Hết phần một"), ppr=PORTRAIT),
            p("Phần hai"),
            more={"word/endnotes.xml": part},
            relations=relation(41, "endnotes", "endnotes.xml"),
            styles=STYLES
            + style("EndnoteText", "endnote text", based="Normal")
            + style("EndnoteReference", "endnote reference", kind="character"),
        ),
        endnotes="endnotes",
    )
    data = merged(tmp_path, [copy, copy])
    assert_valid_docx(data)
    assert values(data, r'w:endnoteReference w:id="(\d+)"') == ["1", "2"]
    assert ["<w:noEndnote/>" in section for section in sections(data)] == [True, False, True, False]
    settings = parts_of(data)["word/settings.xml"].decode()
    assert '<w:endnotePr><w:pos w:val="sectEnd"/><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>' in settings
