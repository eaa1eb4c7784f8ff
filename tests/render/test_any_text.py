"""Any text in any position comes out unchanged (NFC), or is refused with its path."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import InputFaults
from docgen.render import Template
from docgen.vietnamese.text import forbidden
from tests.render.build import FOOTNOTES, core, docx, p, paragraphs, property_of, q, raw, run, table, text, xml

# Text of every kind, and text made of what has broken templates before.
TRAPS = [
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{_{",
    "}_}",
    "&",
    "<",
    ">",
    "]]>",
    "&lt;",
    "\\n",
    "\n",
    "\t",
    "\r",
    "\x0b",
    " ",
    "\u00a0",
]
TRAPS += [
    "</w:t>",
    "\ufdd0",
    "\ufdd50\ufdd6",
    "\ud800",
    "e\u0302\u0323",
    "\u2028",
    "\ufeff",
    "\U0001f600",
    "{%p",
    "'",
    '"',
    "|safe",
    "ế",
]
ANY = st.text(st.characters(), max_size=30) | st.lists(
    st.sampled_from(TRAPS) | st.text(st.characters(), max_size=4), max_size=8
).map("".join)

TEMPLATE = Template(
    docx(
        p("[{{ than }}]"),
        table([["{%tr for h in bang %}"], ["[{{ h }}]"], ["{%tr endfor %}"]]),
        raw(run("["), run("{{ dam }}"), run("]")),
        p("{% if kieu == 'x' %}[{{ kieu|upper }}]{% else %}[{{ kieu }}]{% endif %}"),
        p("{{ chu_thich }}"),
        header=p("[{{ dau }}]"),
        footer=p("[{{ chan }}]"),
        footnotes=FOOTNOTES + f'<w:footnote w:id="1">{p("[{{ ghi }}]")}</w:footnote>',
        properties=core("[{{ tieu_de }}]"),
    ),
    "mau.docx",
)
EMPTY: dict[str, object] = {
    "than": "", "bang": [], "dam": "", "kieu": "", "chu_thich": "", "dau": "", "chan": "", "ghi": "", "tieu_de": "",
}  # fmt: skip


def cell(data: bytes) -> str:
    return text(next(xml(data).iter(q("tc"))))


POSITIONS: dict[str, tuple[str, Callable[[str], object], Callable[[bytes], str]]] = {
    "than": ("than", lambda t: t, lambda d: paragraphs(d)[0]),
    "bang": ("bang[0]", lambda t: [t], cell),
    "dam": ("dam[1].chu", lambda t: [{"chu": ""}, {"chu": t, "dam": True, "mu": True}], lambda d: paragraphs(d)[-3]),
    "kieu": ("kieu", lambda t: t, lambda d: paragraphs(d)[-2]),
    "chu_thich": (
        "chu_thich[0].chu_thich[0].chu",
        lambda t: [{"chu_thich": [{"chu": t, "nghieng": True}]}],
        lambda d: f"[{text(xml(d, 'word/footnotes.xml')[-1])[1:]}]",
    ),
    "dau": ("dau", lambda t: t, lambda d: paragraphs(d, "word/header1.xml")[0]),
    "chan": ("chan", lambda t: t, lambda d: paragraphs(d, "word/footer1.xml")[0]),
    "ghi": ("ghi", lambda t: t, lambda d: text(xml(d, "word/footnotes.xml")[2])),
    "tieu_de": ("tieu_de", lambda t: t, lambda d: property_of(d, "title")),
}


@pytest.mark.parametrize("position", POSITIONS)
@given(value=ANY)
def test_text_is_kept_or_refused(position: str, value: str) -> None:
    path, wrapped, read = POSITIONS[position]
    words = {**EMPTY, position: wrapped(value)}

    if forbidden(value):
        with pytest.raises(InputFaults) as caught:
            TEMPLATE.render(words)
        assert [fault.noi for fault in caught.value.faults] == [path]
    else:
        assert read(TEMPLATE.render(words)) == f"[{unicodedata.normalize('NFC', value)}]"


@given(st.lists(st.tuples(ANY, st.booleans(), st.booleans(), st.booleans()), max_size=6))
def test_rich_text_keeps_its_letters_and_their_formatting(spans: list[tuple[str, bool, bool, bool]]) -> None:
    spans = [span for span in spans if not forbidden(span[0])]
    value = [{"chu": t, "dam": b, "nghieng": i, "mu": s} for t, b, i, s in spans]
    made = TEMPLATE.render({**EMPTY, "dam": value})

    paragraph = xml(made).findall(f"{q('body')}/{q('p')}")[1]
    found = [
        (char, *(r.find(f"{q('rPr')}/{q(name)}") is not None for name in ("b", "i", "vertAlign")))
        for r in paragraph.iter(q("r"))
        for char in text(r)
    ]
    expected = [(char, b, i, s) for t, b, i, s in spans for char in unicodedata.normalize("NFC", t)]
    assert found[1:-1] == expected
