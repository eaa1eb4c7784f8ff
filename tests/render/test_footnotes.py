"""Footnotes that come with the words."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateFaults
from docgen.render import Template
from tests.render.build import FOOTNOTES, assert_valid_docx, docx, p, parts_of, q, raw, run, style, text, xml

NOTE = [{"chu": "Theo "}, {"chu": "Luật", "nghieng": True}, {"chu": " & <nghị định>\ndòng hai"}]


def test_a_footnote_becomes_a_real_one() -> None:
    made = Template(docx(p("{{ x }}"))).render({"x": [{"chu": "Nội dung"}, {"chu_thich": NOTE}, {"chu": " tiếp."}]})

    (reference,) = xml(made).iter(q("footnoteReference"))
    note = xml(made, "word/footnotes.xml")[-1]
    assert note.get(q("id")) == reference.get(q("id")) == "1"
    assert text(note) == " Theo Luật & <nghị định>\ndòng hai"
    assert [e.get(q("val")) for e in note.iter(q("pStyle"), q("rStyle"))] == ["FootnoteText", "FootnoteReference"]
    assert next(reference.getparent().iter(q("rStyle"))).get(q("val")) == "FootnoteReference"
    assert text(xml(made)) == "Nội dung tiếp."
    assert_valid_docx(made)


def test_footnotes_are_numbered_in_reading_order_after_those_of_the_template() -> None:
    own = FOOTNOTES + f'<w:footnote w:id="7">{p("của mẫu")}</w:footnote>'
    body = [
        raw(run("a"), '<w:r><w:footnoteReference w:id="7"/></w:r>'),
        p("{%p for x in ds %}"),
        p("{{ x }}"),
        p("{%p endfor %}"),
    ]
    made = Template(docx(*body, footnotes=own)).render(
        {"ds": [[{"chu_thich": [{"chu": t}]}, {"chu": "."}] for t in "bcd"]}
    )

    assert [r.get(q("id")) for r in xml(made).iter(q("footnoteReference"))] == ["7", "8", "9", "10"]
    assert [text(n) for n in xml(made, "word/footnotes.xml")][2:] == ["của mẫu", " b", " c", " d"]
    assert_valid_docx(made)


def test_styles_are_found_by_name_whatever_their_ids() -> None:
    styles = (
        style("Normal", "Normal")
        + style("Chthich", "Footnote Text")
        + style("a", "Footnote Reference", kind="character")
    )
    made = Template(docx(p("{{ x }}"), styles=styles)).render({"x": [{"chu_thich": [{"chu": "a"}]}]})

    assert next(xml(made, "word/footnotes.xml")[-1].iter(q("pStyle"))).get(q("val")) == "Chthich"


def test_a_footnote_in_a_footnote_is_told() -> None:
    with pytest.raises(TemplateFaults, match="không đặt được ở đây"):
        Template(docx(p("{{ x }}"))).render({"x": [{"chu_thich": [{"chu_thich": [{"chu": "a"}]}]}]})


def test_without_footnotes_the_part_stays_as_it_was() -> None:
    data = docx(p("{{ x }}"))

    assert parts_of(Template(data).render({"x": "a"}))["word/footnotes.xml"] == parts_of(data)["word/footnotes.xml"]


def test_a_typed_footnote_in_a_loop_is_told() -> None:
    own = FOOTNOTES + f'<w:footnote w:id="1">{p("a")}</w:footnote>'
    body = [
        p("{%p for x in ds %}"),
        raw(run("{{ x }}"), '<w:r><w:footnoteReference w:id="1"/></w:r>'),
        p("{%p endfor %}"),
    ]
    template = Template(docx(*body, footnotes=own))

    template.render({"ds": ["a"]})
    with pytest.raises(TemplateFaults, match="vòng lặp"):
        template.render({"ds": ["a", "b"]})
