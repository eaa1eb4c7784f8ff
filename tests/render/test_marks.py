"""Rich values in Word's own elements."""

from __future__ import annotations

import pytest

from docgen.errors import TemplateFaults
from docgen.render import Template
from tests.render.build import assert_valid_docx, core, docx, p, q, raw, run, table, text, xml


def runs(body: str, value: object) -> list[tuple[str, str]]:
    """Text and names of the formatting of each run made of a value."""
    made = Template(docx(body)).render({"x": value})
    assert_valid_docx(made)
    return [
        (text(r), " ".join(e.tag.rpartition("}")[2] for e in r.iterfind("{*}rPr/*"))) for r in xml(made).iter(q("r"))
    ]


def test_flags_become_formatting() -> None:
    value = [
        {"chu": "a"},
        {"chu": "b", "dam": True},
        {"chu": "c", "nghieng": True},
        {"chu": "d", "mu": True},
        {"chu": "e", "dam": True, "nghieng": True, "mu": True},
        {"chu": "f", "dam": False},
    ]

    assert runs(p("{{ x }}"), value) == [
        ("a", ""),
        ("b", "b"),
        ("c", "i"),
        ("d", "vertAlign"),
        ("e", "b i vertAlign"),
        ("f", ""),
    ]


def test_the_runs_own_formatting_stays_and_order_is_the_schemas() -> None:
    body = p("trước {{ x }} sau", rpr='<w:rFonts w:ascii="Arial"/><w:color w:val="FF0000"/><w:sz w:val="30"/>')

    assert runs(body, [{"chu": "đậm", "dam": True}]) == [
        ("trước ", "rFonts color sz"),
        ("đậm", "rFonts b color sz"),
        (" sau", "rFonts color sz"),
    ]


def test_a_flag_overrides_what_the_template_switched_off() -> None:
    made = Template(docx(p("{{ x }}", rpr='<w:b w:val="0"/>'))).render({"x": [{"chu": "a", "dam": True}]})
    (bold,) = xml(made).iter(q("b"))

    assert bold.get(q("val")) is None


def test_one_segment_need_not_be_a_list_and_an_empty_list_is_nothing() -> None:
    assert runs(p("[{{ x }}]"), {"chu": "a", "mu": True}) == [("[", ""), ("a", "vertAlign"), ("]", "")]
    assert runs(p("[{{ x }}]"), []) == [("[]", "")]


def test_every_blank_is_kept() -> None:
    made = Template(docx(p("{{ x }}"))).render(
        {"x": [{"chu": "  a  b "}, {"chu": " ", "dam": True}, {"chu": "\u00a0"}]}
    )

    assert all(t.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" for t in xml(made).iter(q("t")))
    assert text(xml(made)) == "  a  b  \u00a0"


def test_line_breaks_inside_a_segment_keep_its_formatting() -> None:
    assert runs(p("{{ x }}"), [{"chu": "a\nb\tc", "dam": True}]) == [("a\nb\tc", "b")]


def test_keep_with_next_goes_to_its_place_in_the_paragraph() -> None:
    made = Template(docx(p("{{ x }}", style="Normal", ppr='<w:jc w:val="both"/>'))).render(
        {"x": [{"chu": "a"}, {"giu": True}]}
    )
    (ppr,) = xml(made).iter(q("pPr"))

    assert [e.tag for e in ppr] == [q("pStyle"), q("keepNext"), q("jc")]
    assert_valid_docx(made)


def test_keep_with_next_makes_properties_where_there_are_none() -> None:
    made = Template(docx(p("{{ x }}"))).render({"x": [{"giu": True}]})

    assert [e.tag for e in next(xml(made).iter(q("p")))] == [q("pPr")]


def test_marks_of_lists_in_loops_reach_their_own_paragraphs() -> None:
    body = [p("{%p for k in ds %}"), p("{{ k }}"), p("{%p endfor %}")]
    made = Template(docx(*body)).render({"ds": [[{"chu": "a"}], [{"chu": "b"}, {"giu": True}], [{"chu": "c"}]]})

    assert [next(par.iter(q("keepNext")), None) is not None for par in xml(made).iter(q("p"))] == [False, True, False]


def test_a_value_in_a_hyperlink_stays_in_it() -> None:
    made = Template(docx(raw(f'<w:hyperlink w:anchor="a">{run("{{ x }}")}</w:hyperlink>'))).render(
        {"x": [{"chu": "a"}, {"chu": "b", "dam": True}]}
    )
    (link,) = xml(made).iter(q("hyperlink"))

    assert text(link) == "ab"


@pytest.mark.parametrize("value", [{"chu_thich": [{"chu": "a"}]}, {"ke": [0.3, 0.5]}, {"ngang": True}])
@pytest.mark.parametrize("part", ["header", "properties", "footnote"])
def test_marks_with_no_meaning_in_a_part_are_told(value: object, part: str) -> None:
    data = {
        "header": docx(p("a"), header=p("{{ x }}")),
        "properties": docx(p("a"), properties=core("{{ x }}")),
        "footnote": docx(p("a"), footnotes=f'<w:footnote w:id="3">{p("{{ x }}")}</w:footnote>'),
    }[part]

    with pytest.raises(TemplateFaults, match="không đặt được ở đây"):
        Template(data, "mau.docx").render({"x": value})


@pytest.mark.parametrize(
    "value",
    [
        [{"chu": "a", "mau": "đỏ"}],
        [{"la": 1}],
        ["a"],
        [{"chu": ["a"]}],
        [{"giu": True, "ngang": True}],
        [[{"chu": "a"}]],
    ],
)
def test_what_is_no_segment_is_told(value: object) -> None:
    with pytest.raises(TemplateFaults):
        Template(docx(p("{{ x }}"))).render({"x": value})


def test_rich_text_in_cells_and_headers() -> None:
    data = docx(table([["{{ x }}"]]), p("a"), header=p("{{ x }}"))
    made = Template(data).render({"x": [{"chu": "a"}, {"chu": "b", "dam": True}]})

    assert text(next(xml(made).iter(q("tc")))) == "ab"
    assert text(xml(made, "word/header1.xml")) == "ab"
    assert_valid_docx(made)
