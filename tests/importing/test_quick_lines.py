"""Lines read from text are those read from the tree, or none are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import package
from docgen.data_dir import find
from docgen.importing import fingerprint
from docgen.importing.quick_lines import NotQuickError, quick_lines
from docgen.intake.kind_files import load_kinds
from docgen.intake.load import load
from docgen.pipeline import make
from docgen.reading.wordml import parse
from tests.importing.documents import THE_THUC, shown
from tests.render.build import docx, p, parts_of, raw, run
from tests.seeds.reading import NAMES, data_file

HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def by_tree(xml: bytes) -> bytes:
    return fingerprint._encoded(fingerprint._lines(parse(xml)))


@pytest.mark.parametrize("name", NAMES)
def test_the_seeds_are_read_quickly(name: str) -> None:
    parts = parts_of(make(load(data_file(name), load_kinds(find()))).docx)

    for part in ("word/document.xml", "word/footnotes.xml"):
        assert quick_lines(parts[part]) == by_tree(parts[part])


@pytest.mark.parametrize("the_thuc", THE_THUC)
@given(data=st.data())
def test_any_paper_is_read_quickly(the_thuc: str, data: st.DataObject) -> None:
    parts = package.read(make(data.draw(shown(the_thuc))).docx, "")

    for part in ("word/document.xml", "word/footnotes.xml"):
        assert quick_lines(parts[part]) == by_tree(parts[part])


BODIES = [
    p("a"),
    p("a &amp; < b", "c"),
    p(),
    p("", "x"),
    "<w:p/>",
    p("  hai   chữ\u00a0cuối "),
    p("đậm", rpr="<w:b/>"),
    p("không", rpr='<w:b w:val="0"/><w:i w:val="true"/>'),
    p(" ", rpr="<w:i/>"),
    p("mũ", rpr='<w:vertAlign w:val="superscript"/>'),
    p("dưới", rpr='<w:vertAlign w:val="subscript"/>'),
    p("a", ppr="<w:rPr><w:b/></w:rPr>"),
    raw("<w:r><w:t>trơn</w:t></w:r>"),
    raw("<w:r><w:tab/><w:br/></w:r>", run("x")),
    raw("<w:r><w:noBreakHyphen/></w:r>"),
    raw(f"<w:del>{run('x')}</w:del>"),
    raw('<w:r><w:footnoteReference w:id="2"/></w:r>'),
    raw(f"<w:hyperlink>{run('x')}</w:hyperlink>"),
    raw(f"<w:r><w:pict><w:txbxContent>{p('hộp')}</w:txbxContent></w:pict></w:r>", run("x")),
    raw('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>'),
    raw("chữ trần"),
    '<w:p w:x="1">' + run("a") + "</w:p>",
    raw(run("a", '<w:rFonts w:ascii="A"><w:x/></w:rFonts>')),
    f"<w:tbl><w:tr><w:tc>{p('ô')}</w:tc></w:tr></w:tbl>",
    p("a\u0301"),
]


@given(st.lists(st.sampled_from(BODIES), max_size=6))
def test_what_is_not_plain_is_left_to_the_tree(bodies: list[str]) -> None:
    xml = f'{HEAD}<w:document xmlns:w="{NS}"><w:body>{"".join(bodies)}<w:sectPr/></w:body></w:document>'.encode()

    assert fingerprint.fingerprint_of([xml]) == fingerprint._digest([by_tree(xml)])


@pytest.mark.parametrize("xml", [b"<x:p xmlns:x='%s'/>" % NS.encode(), b"<!-- a --><w:p/>", b"", b"<w:document/>"])
def test_other_ways_of_writing_are_not_read(xml: bytes) -> None:
    with pytest.raises(NotQuickError):
        quick_lines(xml)


def test_a_paper_says_the_same_packed_or_not() -> None:
    parts = parts_of(docx(p("a"), p("b")))

    assert fingerprint.fingerprint(parts) == fingerprint.fingerprint_of(parts[n] for n in fingerprint.speaking(parts))
