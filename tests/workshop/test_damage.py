"""Damaged and hostile templates: faults or papers, never a traceback, and never for long."""

from __future__ import annotations

import random
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen import package
from docgen.errors import DocgenError, Unusable
from docgen.workshop.checking import check_template
from docgen.workshop.marking import marked
from docgen.workshop.opened import Opened
from docgen.workshop.report import as_json, as_text
from docgen.workshop.tag_faults import MAX_SECONDS
from tests.render.build import R, docx, p, table
from tests.workshop.templates import DOCUMENT, NAME, PLAN, seen

PARTS = package.read(PLAN, NAME)
XML = PARTS[DOCUMENT].decode()
TAGS = [found.span() for found in re.finditer(r"\{\{.*?\}\}|\{%.*?%\}", XML)]
PARAGRAPHS = [found.span() for found in re.finditer(r"<w:p>.*?</w:p>", XML)]
PIECES = [
    "{{",
    "}}",
    "{%p ",
    "{% ",
    "%}",
    "–",
    "\u200b",
    "“",
    "endif",
    "for",
    " in ",
    ".",
    "|",
    "&amp;",
    "&lt;",
    "{#",
    "0//0",
]


def _damaged(rng: random.Random) -> bytes:
    """The plan's template after a few things that happen to templates."""
    xml = XML
    for _ in range(rng.randint(1, 4)):
        start, end = rng.choice(TAGS if rng.random() < 0.6 else PARAGRAPHS)
        piece, kind = xml[start:end], rng.randrange(7)
        if kind == 0:
            xml = xml[:start] + xml[end:]
        elif kind == 1:
            xml = xml[:start] + piece + xml[start:]
        elif piece.startswith("<"):
            other = rng.choice(PARAGRAPHS)
            xml = xml[:start] + xml[other[0] : other[1]] + xml[start:] if kind < 4 else xml[:start] + xml[end:]
        elif kind == 2:
            at = rng.randint(start, end)
            xml = xml[:at] + rng.choice(PIECES) + xml[at:]
        elif kind == 3:
            xml = xml[:start] + piece[: rng.randint(0, len(piece))] + xml[end:]
        elif kind == 4:
            other = rng.choice(TAGS)
            xml = xml[:start] + XML[other[0] : other[1]] + xml[end:]
        else:
            letters = [rng.choice(PIECES) if rng.random() < 0.1 else letter for letter in piece]
            xml = xml[:start] + "".join(letters) + xml[end:]
    return package.write({**PARTS, DOCUMENT: xml.encode()})


def _survives(data: bytes, copies: bool) -> None:
    try:
        checked = check_template(data, ten=NAME)
        assert as_text(checked)
        assert as_json(checked)
        if copies and checked.remarks:
            assert marked(checked)
            package.read(package.write(checked.opened.mended), NAME)
    except DocgenError as error:
        assert error.faults


@given(st.integers(0, 2**32))
@settings(deadline=None)
def test_a_damaged_template_gives_faults_or_papers(seed: int) -> None:
    _survives(_damaged(random.Random(seed)), copies=True)


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, 1000, 100))
def test_a_thousand_damaged_templates_give_faults_or_papers(start: int) -> None:
    for seed in range(start, start + 100):
        _survives(_damaged(random.Random(seed)), copies=seed % 10 == 0)


@given(st.binary(max_size=60), st.integers(0, 10**6))
@settings(deadline=None)
def test_damaged_bytes_give_faults_or_papers(noise: bytes, at: int) -> None:
    whole = PLAN.read_bytes()
    at %= len(whole)

    _survives(whole[:at] + noise + whole[at + len(noise) :], copies=False)


@given(st.lists(st.text(alphabet="{}%#p tr\u200b–“a.|()'ifor0", max_size=30), max_size=6))
@settings(deadline=None)
def test_any_braces_can_be_read(texts: list[str]) -> None:
    for remark in seen(docx(*map(p, texts))):
        assert remark.cho.khoang is None or remark.cho.khoang[1] <= len(remark.cho.chu)


HOSTILE = {
    "braces": lambda: docx(p("{" * 200_000)),
    "openers": lambda: docx(p("{{ " * 100_000)),
    "tags": lambda: docx(*(p("{{ a }}") for _ in range(20_000))),
    "deep": lambda: docx(*[p("{%p if a %}")] * 500, p("x"), *[p("{%p endif %}")] * 500),
    "rows": lambda: docx(table([["{%tr for a in b %}"]] * 400)),
    "blanks": lambda: docx("<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>" + "<w:p/>" * 100_000 + p("{%tr if a %}") * 300
                           + "</w:tc></w:tr></w:tbl>"),
    "nested": lambda: docx("<w:tbl><w:tr><w:tc>" * 300 + p("{{ a }}") + "</w:tc></w:tr></w:tbl>" * 300),
    "expression": lambda: docx(p("{{ " + "(" * 400 + "a" + ")" * 400 + " }}")),
    "power": lambda: docx(p("{{ 9 ** 9 ** 9 }}"), p("{{ 'a' * 10 ** 9 }}"), p("{% for i in range(10**9) %}")),
    "unseen": lambda: docx(*(p("{\u200b{ a\u200b }\u200b}" * 100) for _ in range(30))),
    "comment": lambda: docx(p("{# " * 50_000)),
    "curly": lambda: docx(p("{{ “" * 30_000)),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_templates_are_done_with_soon(name: str) -> None:
    data = HOSTILE[name]()
    began = time.monotonic()
    _survives(data, copies=False)

    assert time.monotonic() - began < 2 * MAX_SECONDS


@pytest.mark.parametrize("content", [b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"<a", b"\x00" * 300_000_00])
def test_traps_in_xml_are_refused(content: bytes) -> None:
    with pytest.raises(Unusable):
        Opened(package.write({**PARTS, DOCUMENT: content}), NAME)


def test_code_is_refused_and_never_run() -> None:
    code = "{{ cycler.__init__.__globals__.os.system('touch /tmp/docgen-ran') }}"

    assert any(r.muc == "loi" for r in seen(docx(p(code))))


def test_nothing_is_fetched() -> None:
    target = 'Target="http://127.0.0.1:9/a.dotm" TargetMode="External"'
    link = f'<Relationship Id="rId9" Type="{R}/attachedTemplate" {target}/>'

    assert any("liên kết" in r.loi for r in seen(docx(p("x"), relations=link)))
