"""A template without room for footnotes gets what Word would give it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from docgen import package
from docgen.render import Merge, Template
from tests.reading.odf import converted
from tests.render.build import STYLES, R, assert_valid_docx, docx, p, parts_of, q, style, text, xml
from tests.render.fast import same_both_ways

NOTED = {"x": [{"chu": "Nội dung"}, {"chu_thich": [{"chu": "nguồn"}]}]}
TYPES, RELS, NOTES = "[Content_Types].xml", "word/_rels/document.xml.rels", "word/footnotes.xml"
# A part of that name that nothing leads to.
STRAY = docx(p("{{ x }}"), footnotes=None, more={NOTES: "<a/>"})
OTHER_STYLES = style("Normal", "Normal") + style("FootnoteText", "Của cơ quan", based="Normal")
LACKING = {
    "part": docx(p("{{ x }}"), footnotes=None),
    "styles": docx(p("{{ x }}"), styles=style("Normal", "Normal")),
    "one style": docx(p("{{ x }}"), styles=STYLES.replace("footnote reference", "x")),
    "ids": docx(p("{{ x }}"), styles=OTHER_STYLES, footnotes=None),
    "stray": STRAY,
}


@pytest.mark.parametrize("lacking", LACKING)
def test_what_is_lacking_is_added(lacking: str) -> None:
    template = Template(LACKING[lacking])
    parts = same_both_ways(template, NOTED)
    made = template.render(NOTED)

    (reference,) = xml(made).iter(q("footnoteReference"))
    notes = next(etree.fromstring(data) for name, data in parts.items() if b"<w:footnote " in data)
    styles = {s.get(q("styleId")): next(s.iter(q("name"))).get(q("val")) for s in xml(made, "word/styles.xml")
              if s.tag == q("style")}  # fmt: skip
    assert [note.get(q("type")) for note in notes] == ["separator", "continuationSeparator", None]
    assert notes[-1].get(q("id")) == reference.get(q("id")) == "1"
    assert text(notes[-1]) == " nguồn"
    named = [styles[e.get(q("val"))] for e in notes[-1].iter(q("pStyle"), q("rStyle"))]
    assert named == ["footnote text", "footnote reference"]
    # The validator knows the notes by the name of their part only.
    if lacking != "stray":
        assert_valid_docx(made)


def test_a_template_without_any_styles() -> None:
    data = docx(p("{{ x }}"), footnotes=None)
    parts = {name: content for name, content in parts_of(data).items() if name != "word/styles.xml"}
    parts[RELS] = parts[RELS].replace(f'Type="{R}/styles"'.encode(), f'Type="{R}/theme"'.encode())
    parts[RELS] = parts[RELS].replace(b"styles.xml", b"theme.xml")
    parts[TYPES] = parts[TYPES].replace(b"/word/styles.xml", b"/word/theme.xml")
    parts["word/theme.xml"] = b"<a/>"
    made = Template(package.write(parts)).render(NOTED)

    assert [name.get(q("val")) for name in xml(made, "word/styles.xml").iter(q("name"))] == [
        "footnote text",
        "footnote reference",
    ]
    assert text(xml(made, NOTES)[-1]) == " nguồn"


def test_a_stray_part_is_not_taken_for_the_notes() -> None:
    made = parts_of(Template(STRAY).render(NOTED))

    assert made[NOTES].endswith(b"<a/>")
    assert b"<w:footnote " in made["word/footnotes2.xml"]


def test_what_is_there_is_left_as_it_is() -> None:
    data = docx(p("{{ x }}"))
    made = parts_of(Template(data).render({"x": "a"}))

    assert {n: c for n, c in made.items() if n != "word/document.xml"} == {
        n: c for n, c in parts_of(data).items() if n != "word/document.xml"
    }


def test_equal_templates_give_equal_papers_copy_by_copy() -> None:
    template = Template(LACKING["part"])
    merge = Merge(template)
    papers = [template.render({"x": [{"chu": t}, {"chu_thich": [{"chu": t}]}]}) for t in "abc"]

    assert [merge.render({"x": [{"chu": t}, {"chu_thich": [{"chu": t}]}]}) for t in "abc"] == papers
    assert merge.ways["merged"] > 0
    assert Template(LACKING["part"]).render(NOTED) == Template(LACKING["part"]).render(NOTED)


@pytest.mark.libreoffice
def test_a_template_saved_by_libreoffice_takes_notes_and_opens_in_it(tmp_path: Path) -> None:
    (tmp_path / "mau.docx").write_bytes(docx(p("{{ x }}")))
    (tmp_path / "saved").mkdir()
    converted([tmp_path / "mau.docx"], "docx", tmp_path / "saved")
    saved = (tmp_path / "saved" / "mau.docx").read_bytes()
    assert NOTES not in parts_of(saved)

    made = Template(saved).render(NOTED)
    (tmp_path / "made.docx").write_bytes(made)
    converted([tmp_path / "made.docx"], "fodt", tmp_path)
    notes = list(etree.parse(tmp_path / "made.fodt").iter("{urn:oasis:names:tc:opendocument:xmlns:text:1.0}note-body"))
    assert ["".join(map(str, note.itertext())).strip() for note in notes] == ["nguồn"]
