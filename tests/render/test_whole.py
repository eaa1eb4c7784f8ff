"""Parts made whole again after optional things are gone."""

from __future__ import annotations

import pytest

from docgen.render import Template
from tests.render.build import assert_valid_docx, docx, p, paragraphs, q, raw, run, table, xml


def test_a_cell_left_empty_keeps_a_paragraph() -> None:
    content = p("{%p if co %}") + p("x") + p("{%p endif %}")
    made = Template(docx(table([[content, "b"]]), p("a"))).render({"co": False})

    assert paragraphs(made) == ["", "b", "a"]
    assert_valid_docx(made)


def test_a_header_left_empty_keeps_a_paragraph() -> None:
    made = Template(docx(p("a"), header=p("{%p if co %}") + p("x") + p("{%p endif %}"))).render({"co": False})

    assert paragraphs(made, "word/header1.xml") == [""]
    assert_valid_docx(made)


def test_a_table_left_without_rows_is_gone() -> None:
    rows = [["{%tr for h in hang %}"], ["{{ h }}"], ["{%tr endfor %}"]]
    made = Template(docx(p("a"), table(rows), p("b"))).render({"hang": []})

    assert next(xml(made).iter(q("tbl")), None) is None
    assert paragraphs(made) == ["a", "b"]


def test_a_row_left_without_cells_is_gone() -> None:
    rows = [["{%tc for h in hang %}", "{{ h }}", "{%tc endfor %}"], ["a", "b", "c"]]
    made = Template(docx(table(rows), p("b"))).render({"hang": []})

    assert len(list(xml(made).iter(q("tr")))) == 1
    assert_valid_docx(made)


def test_two_tables_that_meet_are_kept_apart() -> None:
    body = [p("{%p for x in ds %}"), table([["{{ x }}"]]), p("{%p endfor %}"), p("hết")]
    made = Template(docx(*body)).render({"ds": ["a", "b"]})

    assert [element.tag for element in xml(made)[0]][:3] == [q("tbl"), q("p"), q("tbl")]
    assert_valid_docx(made)


def test_runs_left_without_letters_are_gone() -> None:
    made = Template(docx(p("{{ a }}", " ", "{{ b }}", rpr="<w:b/>"))).render({"a": "", "b": None})

    assert len(list(xml(made).iter(q("r")))) == 1


@pytest.mark.parametrize("count", [0, 1, 3])
def test_what_a_loop_copies_keeps_unique_numbers(count: int) -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="5" name="a"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphic></wp:inline></w:drawing></w:r>'
    )
    marked = '<w:bookmarkStart w:id="4" w:name="dau"/>' + run("{{ x }}") + '<w:bookmarkEnd w:id="4"/>'
    body = [p("{%p for x in ds %}"), raw(marked, drawing), p("{%p endfor %}"), raw(drawing.replace('id="5"', 'id="6"'))]
    made = xml(Template(docx(*body)).render({"ds": ["a"] * count}))

    ids = [e.get("id") for e in made.iter("{*}docPr")]
    assert len(ids) == len(set(ids)) == count + 1
    assert len(list(made.iter(q("bookmarkStart")))) == len(list(made.iter(q("bookmarkEnd")))) == min(count, 1)


def test_traces_of_editing_are_not_carried_into_papers() -> None:
    noisy = (
        '<w:p w:rsidR="00AA00AA" w14:paraId="11111111"><w:bookmarkStart w:id="0" w:name="_GoBack"/>'
        '<w:bookmarkEnd w:id="0"/><w:proofErr w:type="spellStart"/>' + run("{{ x }}") + "</w:p>"
    )
    made = xml(Template(docx(noisy)).render({"x": "a"}))
    (paragraph,) = made.iter(q("p"))

    assert not paragraph.attrib
    assert [e.tag for e in paragraph] == [q("r")]
