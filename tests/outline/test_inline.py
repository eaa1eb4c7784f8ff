from __future__ import annotations

import pytest

from docgen.outline.inline import read
from docgen.outline.tree import NoteRef, Span


@pytest.mark.parametrize(
    ("raw", "spans"),
    [
        ("**đậm**", (Span("đậm", bold=True),)),
        ("“*nghiêng*”.", (Span("“"), Span("nghiêng", italic=True), Span("”."))),
        ("(*inhandao.vn*)", (Span("("), Span("inhandao.vn", italic=True), Span(")"))),
        ("***cả hai***", (Span("cả hai", bold=True, italic=True),)),
        ("**a *b* c**", (Span("a ", bold=True), Span("b", bold=True, italic=True), Span(" c", bold=True))),
        ("m^2^ và 10^-3^", (Span("m"), Span("2", superscript=True), Span(" và 10"), Span("-3", superscript=True))),
        ("ngành^(20)^;", (Span("ngành"), Span("(20)", superscript=True), Span(";"))),
        ("**T**ên", (Span("T", bold=True), Span("ên"))),
        ("tỉnh[^1].", (Span("tỉnh"), NoteRef("1"), Span("."))),
        ("[^ghi-chu]", (NoteRef("ghi-chu"),)),
        ("a{*b*}c", (Span("a"), Span("b", italic=True), Span("c"))),
        ("x{^a b^}", (Span("x"), Span("a b", superscript=True))),
    ],
)
def test_marks_give_looks(raw: str, spans: tuple[Span | NoteRef, ...]) -> None:
    assert read(raw).whole == spans


@pytest.mark.parametrize(
    "raw",
    [
        "5*3*2",
        "5 * 3 * 2",
        "(*) và (*)",
        "(**) ghi chú (**)",
        "****",
        "a*b",
        "[^ 1]",
        "[1]",
        "{a}",
        "C:\\tam",
        "^^",
        "x^",
    ],
)
def test_signs_that_mark_nothing_stay(raw: str) -> None:
    assert read(raw).whole == (Span(raw),)
    assert read(raw).unpaired == ()


@pytest.mark.parametrize(
    ("raw", "mark"), [("**đậm", "**"), ("*nghiêng", "*"), ("TH; ^(b)", "^"), ("2^3 và 4", "^"), ("** a** b", "")]
)
def test_a_mark_without_partner_stays_and_is_told(raw: str, mark: str) -> None:
    assert read(raw).whole == (Span(raw),)
    assert read(raw).unpaired == ((mark,) if mark else ())


def test_of_two_marks_that_open_the_nearer_one_counts() -> None:
    assert read("*a *b*").whole == (Span("*a "), Span("b", italic=True))


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (r"\*a\*", "*a*"),
        (r"\\", "\\"),
        (r"\|", "|"),
        (r"a\ \ b", "a  b"),
        ("a\\\u00a0b", "a\u00a0b"),
        (r"\[^1]", "[^1]"),
        (r"1\. a", "1. a"),
        (r"\n", r"\n"),
        (r"\1", r"\1"),
        ("\\", "\\"),
    ],
)
def test_a_backslash_makes_a_sign_plain_and_is_plain_before_letters_and_digits(raw: str, text: str) -> None:
    assert read(raw).whole == (Span(text),)


def test_a_bold_beginning_is_told_apart_from_the_rest() -> None:
    found = read("**Nội dung:** Triển khai")

    assert found.lead == (Span("Nội dung:", bold=True),)
    assert found.rest == (Span(" Triển khai"),)


@pytest.mark.parametrize("raw", ["Nội **dung**", "{**Nội**} dung", r"\**Nội** dung"])
def test_bold_elsewhere_or_in_braces_is_no_beginning(raw: str) -> None:
    assert read(raw).lead == ()


def test_marks_around_nothing_are_text() -> None:
    assert read("{*{^^}*}").whole == (Span("{^^}", italic=True),)
    assert read("").whole == ()
