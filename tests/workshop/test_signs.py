"""Signs that Word or a paste puts into tags: found, named, and put right in a copy."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import package
from docgen.render import Template
from docgen.workshop.opened import Opened
from docgen.workshop.signs import mended
from tests.render.build import docx, p, paragraphs, raw, run
from tests.workshop.templates import one, place, pointed, seen, told

CASES = [
    ("{%p if a –%}", "{%p if a %}", ("gach",)),
    ("{%– if a —%}", "{% if a %}", ("gach",)),
    ("{{ a – 1 }}", "{{ a - 1 }}", ("gach",)),
    ("{%pif a %}", "{%p if a %}", ("cach",)),
    ("{%trfor a in b %}", "{%tr for a in b %}", ("cach",)),
    ("{%tcendfor %}", "{%tc endfor %}", ("cach",)),
    ("{% p if a %}", "{%p if a %}", ("cach",)),
    ("{{ a\u200b }}", "{{ a }}", ("an",)),
    ("{{ a\ufeff\u00ad }}", "{{ a }}", ("an",)),
    ("{{ a['b’s'] }}", "{{ a['b's'] }}", ("nhay",)),
    ("{% if a == “x” %}", '{% if a == "x" %}', ("nhay",)),
    ("{{\u00a0a\u2009}}", "{{ a }}", ("trang",)),
    (unicodedata.normalize("NFD", "{{ cơ_quan }}"), "{{ cơ_quan }}", ("to-hop",)),
]


@pytest.mark.parametrize(("wrong", "right", "signs"), CASES)
def test_each_sign_is_put_right(wrong: str, right: str, signs: tuple[str, ...]) -> None:
    assert mended(wrong) == (right, signs)
    assert mended(right)[0] == right


@pytest.mark.parametrize(
    "fine", ["{{ a }}", "{{ -1 }}", "{% if a == '–' %}", "{%p if a %}", "{%tr endfor %}", "{{ rifle }}", "{% if pif %}"]
)
def test_what_is_right_is_left_alone(fine: str) -> None:
    assert mended(fine) == (fine, ())


@given(st.text(alphabet="abpr{}%#'\"“”’–—-+ .|\u00a0\u200b\u0301o", max_size=40))
def test_putting_right_twice_is_putting_right_once(inside: str) -> None:
    once = mended(f"{{{{{inside}}}}}")[0]

    assert mended(once)[0] in (once, mended(mended(once)[0])[0])


@pytest.mark.parametrize(("wrong", "sign"), [("{{ a\u200b }}", "không nhìn thấy"), ("{%pif a %}", "dấu cách quanh"),
                                             ("{%p if a –%}", "gạch dài")])  # fmt: skip
def test_a_sign_that_stops_a_template_is_an_error_with_its_place(wrong: str, sign: str) -> None:
    found = [r for r in told(p("đầu"), p(wrong), p("x"), p("{%p endif %}")) if sign in r.loi]

    assert [(place(r)[1], pointed(r), r.muc) for r in found] == [(2, wrong, "loi")]


@pytest.mark.parametrize("odd", ["{{ a|default(“b”) }}", "{{\u00a0a }}", "{{ a\u0306 }}"])
def test_a_sign_docgen_reads_all_the_same_is_only_told(odd: str) -> None:
    assert one(p(odd)).muc == "thong-tin"
    assert told(p("{{ a|default('b') }}")) == ()


def test_a_split_bracket_is_found_and_joined() -> None:
    opened = Opened(docx(p("Số {\u200b{ so }\u200b} hết")), "mau.docx")

    assert paragraphs(package.write(opened.mended)) == ["Số {{ so }} hết"]


def test_signs_outside_tags_are_not_touched() -> None:
    opened = Opened(docx(p("“Kế hoạch” – 2027\u00a0{{ a }}")), "mau.docx")

    assert opened.mended == opened.parts


def test_a_mended_copy_works_and_the_rest_stays_as_it_was() -> None:
    body = [
        raw(run("Số {{ s"), run("o\u200b", "<w:b/>"), run(" }} của “A”")),
        p("{%pif so –%}"),
        p("–"),
        p("{%p endif %}"),
    ]
    opened = Opened(docx(*body), "mau.docx")
    made = Template(package.write(opened.mended)).render({"so": "05"})

    assert paragraphs(made) == ["Số 05 của “A”", "–"]
    assert [r for r in seen(package.write(opened.mended)) if r.nhom == "the"] == []
