"""What docxtpl is given: text of the template that looks like tags must stay what it is."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from docgen.render import Template
from docgen.render.tags import scan
from tests.render.build import assert_valid_docx, core, docx, p, paragraphs, property_of, q, raw, run, table, text, xml

STATIC = st.text(st.sampled_from("{}%#a -_"), max_size=6)


@given(st.lists(STATIC, min_size=1, max_size=5))
def test_single_braces_in_a_template_are_text_across_runs_cells_and_paragraphs(texts: list[str]) -> None:
    whole = "".join(texts)
    assume(not any(sign in t for t in [*texts, whole] for sign in ("{{", "{%", "{#", "}}", "%}", "#}")))
    switched = [p(f"{t} {{% if x == '' %}} {t} {{% endif %}} {t}") for t in texts]
    body = [*map(p, texts), p(*texts), table([texts]), *switched, p("{{ x }}")]
    made = Template(docx(*body, header=p(*texts), properties=core(f"{whole} {{{{ x }}}}"))).render({"x": ""})

    assert paragraphs(made) == [*texts, whole, *texts, *(f"{t}  {t}  {t}" for t in texts), ""]
    assert property_of(made, "title") == whole + " "


@pytest.mark.parametrize("before", ["{ ", "}", "a{b ", "% ", "# "])
def test_braces_beside_tags_are_text(before: str) -> None:
    assert not scan(before + "{{ x }}")[1]
    assert paragraphs(Template(docx(p(before + "{{ x }}" + " }{ "))).render({"x": "{"})) == [before + "{" + " }{ "]


def test_tags_in_text_boxes_are_filled_in_both_forms() -> None:
    inner = p("{%p if co %}") + p("{{ x }}") + p("{%p endif %}") + p("cuối")
    shape = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="9" cy="9"/>'
        '<wp:docPr id="1" name="a"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>'
        f"<w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    template = Template(docx(raw(run("a{{ x }}"), shape, run("{% if co %}z{% endif %}"))))

    boxes = [[text(par) for par in box] for box in xml(template.render({"x": "&", "co": True})).iter(q("txbxContent"))]
    assert boxes == [["&", "cuối"]] * 2
    boxes = [[text(par) for par in box] for box in xml(template.render({"x": "&", "co": False})).iter(q("txbxContent"))]
    assert boxes == [["cuối"]] * 2


def test_nested_tables_with_row_tags() -> None:
    inner = table([["{%tr for x in ds %}"], ["{{ x }}"], ["{%tr endfor %}"]])
    outer = table([["{%tr for n in nhom %}", ""], [inner + p("{{ n }}"), "phải"], ["{%tr endfor %}", ""]])
    made = Template(docx(outer, p("a"))).render({"ds": ["1", "2"], "nhom": ["x", "y"]})

    assert paragraphs(made) == ["1", "2", "x", "phải", "1", "2", "y", "phải", "a"]
    assert_valid_docx(made)


def test_pretty_printed_xml_is_read_the_same() -> None:
    body = "\n  <w:p>\n   <w:r>\n    <w:t>một\nhai {{ x }}</w:t>\n   </w:r>\n  </w:p>\n  "

    assert paragraphs(Template(docx(body, p("{{ thieu|default('b') }}"))).render({"x": "a"})) == ["một hai a", "b"]


def test_braces_of_formulas_are_kept() -> None:
    namespace = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = "".join(f"<m:oMath {namespace}><m:r><m:t>{t}</m:t></m:r></m:oMath>" for t in ("{", "%a", "#", "}"))
    made = xml(Template(docx(raw(formula), p("{{ x }}"))).render({"x": ""}))

    assert [t.text for t in made.iter("{*}t")] == ["{", "%a", "#", "}"]
