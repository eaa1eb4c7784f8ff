"""What a template can do, done by strings: the same as by trees, and for plain features as by docxtpl itself."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.render import Template
from docgen.render.wordml import canonical
from tests.render.build import PORTRAIT, RULE_BORDER, cell, core, docx, p, raw, run, table
from tests.render.fast import by_docxtpl, same_both_ways

LOOP, END = p("{%p for x in ds %}"), p("{%p endfor %}")
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="5" name="a"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphic></wp:inline></w:drawing></w:r>'
)
LINK = '<w:hyperlink w:anchor="a">{}</w:hyperlink>'
MERGED = (
    '<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/>'
    '<w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr></w:tbl>'
)
BREAK = p("hết phần", ppr=PORTRAIT)
WORDS: dict[str, Any] = {
    "a": "một",
    "b": "A & B <c> \"d\" 'e'",
    "so": 5,
    "khong": None,
    "trong": "",
    "co": True,
    "ds": ["x", "y", "z"],
    "nhom": [{"ten": "N1", "ds": ["1", "2"]}, {"ten": "N2", "ds": []}],
    "hang": [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}],
}
NESTED = [
    p("{%p for n in nhom %}"),
    p("{{ loop.index }}. {{ n.ten }}"),
    p("{%p for d in n.ds %}"),
    p("{%p if not loop.last %}"),
    p("{{ d }}"),
    p("{%p endif %}"),
    p("{%p else %}"),
    p("không có"),
    END,
    END,
]
ROWS = table([["{%tr for h in hang %}", ""], ["{{ h.a }}", "{{ h.b }}"], ["{%tr endfor %}", ""]])
COLUMNS = table([["{%tc for x in ds %}", "{{ x }}", "{%tc endfor %}"], ["a", "b", "c"]])
# Templates that docxtpl and we mean to render alike.
PLAIN: dict[str, bytes] = {
    "values": docx(p("Số {{ a }}/{{ b }} ({{ so }})", "{{ a }}", rpr="<w:b/>")),
    "ifs": docx(
        p("{%p if co %}"),
        p("có {{ a }}"),
        p("{%p elif a == 'một' %}"),
        p("b"),
        p("{%p else %}"),
        p("c"),
        p("{%p endif %}"),
    ),
    "loops": docx(*NESTED),
    "rows": docx(p("a"), ROWS, p("b")),
    "header and footer": docx(p("{{ a }}"), header=p("{{ b }} trang"), footer=p("{{ a }}", "x")),
    "filters": docx(
        p("{{ a|upper }} {{ ds|join(', ') }} {{ x|default('—') }} {{ ds|length }} {{ ds|first }} {{ so + 1 }}")
    ),
    "tests": docx(
        p("{%p if a in ['một'] and so > 3 %}"),
        p("m"),
        p("{%p endif %}"),
        p("{%p if x is defined or a != b %}"),
        p("n"),
        p("{%p endif %}"),
        p("."),
    ),
    "sections": docx(p("{{ a }}"), BREAK, p("{{ b }}"), BREAK, p("{{ a }}")),
    "merged": docx(
        MERGED.format(
            cell("{{ a }}", 4000, '<w:gridSpan w:val="2"/>'),
            cell("{{ b }}", 2000, '<w:vMerge w:val="restart"/>'),
            cell("c"),
            cell("{{ a }}"),
            cell("", 2000, "<w:vMerge/>"),
        ),
        p("x"),
    ),
    "link": docx(raw(run("trước "), LINK.format(run("{{ a }}")), run(" sau"))),
    "footnotes": docx(
        raw(run("{{ a }}"), '<w:r><w:footnoteReference w:id="3"/></w:r>'),
        footnotes=f'<w:footnote w:id="3">{p("ghi chú {{ b }}")}</w:footnote>',
    ),
    "picture": docx(raw(PICTURE, run("{{ a }}"))),
}
OWN: dict[str, bytes] = {
    "columns": docx(COLUMNS, p("b")),
    "tables that meet": docx(LOOP, table([["{{ x }}"]]), END, p("b")),
    "cell that empties": docx(table([[p("{%p if khong %}") + p("x") + p("{%p endif %}"), "b"]]), p("a")),
    "table that empties": docx(p("a"), table([["{%tr for h in trong_ds %}"], ["{{ h }}"], ["{%tr endfor %}"]]), p("b")),
    "row that empties": docx(
        table([["{%tc for h in trong_ds %}", "{{ h }}", "{%tc endfor %}"], ["a", "b", "c"]]), p("b")
    ),
    "runs that empty": docx(p("{{ trong }}", " ", "{{ khong }}", rpr="<w:b/>"), p("{{ trong }}")),
    "properties": docx(p("a"), properties=core("{{ a }} {{ b }}", creator="{{ nhieu }}")),
    "braces": docx(p("{ {{ a }} } {", "}"), header=p("{x} {{ a }}")),
    "inline commands": docx(
        raw(run("a{% if co %}b{{ a }}", "<w:b/>"), run("c{% endif %}d{% for x in ds %}{{ x }},{% endfor %}", "<w:i/>"))
    ),
    "run commands": docx(raw(run("{%r if khong %}"), run("đậm", "<w:b/>"), run("{%r endif %}"), run(" {{ a }}"))),
    "tabs in a run": docx(
        raw("<w:r><w:rPr><w:b/></w:rPr><w:t>{{ a }}</w:t><w:tab/><w:t>{{ nhieu }}</w:t><w:br/></w:r>")
    ),
    "rule in a cell": docx(table([[p("{{ a }}") + p("{{ ke }}", ppr=RULE_BORDER), "x"]]), p("a")),
    "rule in the body": docx(
        table([["x"]]), p("{{ a }}"), p("{{ b }}"), p("{{ ke }}{{ giu }}", ppr=RULE_BORDER), BREAK, p("b")
    ),
    "rule in a loop": docx(LOOP, p("x"), p("{{ x }}", style="Heading1"), p("{{ ke }}", ppr=RULE_BORDER), END, p("b")),
    "control": docx(
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('{{ nhieu }}')}{LOOP}{p('{{ x }}')}{END}</w:sdtContent></w:sdt>", p("x")
    ),
    "tests in a line": docx(
        p("{% if a in ['một'] %}m{% endif %}{% if x is defined %}n{% endif %}{% if so > 3 and a != b %}o{% endif %}.")
    ),
    "sideways": docx(
        p("{{ a }}{{ ngang }}"),
        COLUMNS,
        p("{{ a }}"),
        p("{{ ke }}", ppr=RULE_BORDER),
        BREAK,
        p("{{ a }}"),
        COLUMNS,
        p("x"),
    ),
}
RICH = [
    {"chu": "tr & ước "},
    {"chu": "đậm\nhai\tba", "dam": True},
    {"chu": "n", "nghieng": True, "mu": True},
    {"giu": True},
    {"chu": " sau"},
]
MORE: dict[str, Any] = {
    **WORDS,
    "trong_ds": [],
    "nhieu": RICH[:3],
    "ke": {"ke": [1 / 3, 0.5]},
    "giu": {"giu": True},
    "ngang": {"ngang": True},
}
VALUES = [
    "",
    "một",
    " hai ",
    None,
    0,
    -5,
    "A & B <c>",
    "một\nhai",
    "\tba",
    [],
    [{"chu": ""}],
    RICH,
    {"chu": "x", "dam": False},
    [{"chu": "a"}, {"chu": "b"}],
    [{"giu": True}],
    {"giu": False},
    [{"chu": "a", "dam": True}, {"giu": True}, {"chu": "b"}],
]


@pytest.mark.parametrize("name", PLAIN)
def test_plain_features_as_docxtpl_has_them(name: str) -> None:
    source = PLAIN[name]
    made = same_both_ways(Template(source, "mau.docx"), WORDS)

    theirs = by_docxtpl(source, WORDS)
    for part in made.keys() & theirs.keys():
        if part.startswith("word/") and not part.endswith(".rels") and part != "word/styles.xml":
            assert said(made[part]) == said(theirs[part]), part


def said(xml: bytes) -> bytes:
    """A part, blind to what docxtpl leaves and we do not: runs without letters, numbers of pictures given anew."""
    from lxml import etree

    from docgen.render import wordml

    root = wordml.parse(xml)
    for element in list(root.iter(wordml.T)):
        element.set(wordml.SPACE, "preserve")
        if not element.text:
            element.getparent().remove(element)  # type: ignore[union-attr]
    for element in list(root.iter(wordml.R)):
        if all(child.tag == wordml.RPR for child in element):
            element.getparent().remove(element)  # type: ignore[union-attr]
    for element in root.iter("{*}docPr"):
        element.set("id", "1")
    etree.cleanup_namespaces(root)
    return canonical(wordml.serialise(root)) or b""


@pytest.mark.parametrize("name", [*PLAIN, *OWN])
def test_every_feature_both_ways(name: str) -> None:
    same_both_ways(Template({**PLAIN, **OWN}[name], "mau.docx"), MORE)


@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
@pytest.mark.parametrize(
    "name",
    [
        "values",
        "header and footer",
        "rows",
        "merged",
        "link",
        "run commands",
        "tabs in a run",
        "inline commands",
        "footnotes",
    ],
)
def test_every_value_both_ways(name: str, value: object) -> None:
    words = {**MORE, "a": value, "nhieu": value, "hang": [{"a": value, "b": "x"}, {"a": "", "b": value}]}

    same_both_ways(Template({**PLAIN, **OWN}[name], "mau.docx"), words)


def test_footnotes_from_the_words() -> None:
    note = {"chu_thich": [{"chu": "ghi & chú "}, {"chu": "đậm", "dam": True}]}
    words = {
        "a": [{"chu": "một"}, note, {"chu": "hai"}, {"chu_thich": [{"chu": "khác\ndòng"}]}],
        "ds": [[note], [{"chu": "x"}]],
    }
    source = docx(p("{{ a }}"), LOOP, p("{{ x }}"), END, table([["{{ a }}"]]), p("x"))

    made = same_both_ways(Template(source, "mau.docx"), words)
    assert b"ghi &amp; ch" in made["word/footnotes.xml"]


@pytest.mark.parametrize("rong", [(300, 700, 0), (0, 0, 0), (100, 100, 100), (1, 0, 1)])
def test_widths_of_columns_from_the_words(rong: tuple[int, ...]) -> None:
    source = docx(
        table(
            [
                ["{%tr for h in hang %}"] + [""] * 2,
                ["{%tc for o in h %}", "{{ o }}", "{%tc endfor %}"],
                ["{%tr endfor %}"] + [""] * 2,
            ]
        ),
        p("x"),
    )
    words = {"hang": [[[{"rong": part}, {"chu": "x"}] for part in rong], ["a", "b", "c"], []]}

    same_both_ways(Template(source, "mau.docx"), words)


UNPROVED = {
    "picture in a loop": (docx(LOOP, raw(PICTURE, run("{{ x }}")), END, p("a")), MORE),
    "note in a loop of one": (docx(p("{{ a }}"), p("{{ b }}")), {**MORE, "b": "ta\u0301ch"}),
    "text box": (
        docx(raw(run("a"), f"<w:r><w:pict><w:txbxContent>{p('{{ a }}')}</w:txbxContent></w:pict></w:r>")),
        MORE,
    ),
    "still table on a side": (docx(p("{{ ngang }}"), table([["{{ a }}"]], [9071]), p("x")), MORE),
    "widths in a still table": (docx(table([["{{ a }}", "b"]]), p("x")), {**MORE, "a": [{"rong": 200}, {"chu": "x"}]}),
    "tags where a section ends": (docx(p("{{ a }}", ppr=PORTRAIT), p("b")), MORE),
    "lists compared": (docx(p("{% if ds == ds2 %}x{% endif %}y")), {**MORE, "ds2": ("x", "y", "z")}),
}


@pytest.mark.parametrize("name", UNPROVED)
def test_what_is_not_proved_goes_by_trees(name: str) -> None:
    source, words = UNPROVED[name]

    same_both_ways(Template(source, "mau.docx"), words, by="trees")
