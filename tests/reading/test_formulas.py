"""Formulas become one line that keeps its meaning."""

from __future__ import annotations

import pytest

from tests.reading.build import paper, para


def m(inside: str, name: str = "r") -> str:
    return f"<m:{name}>{inside}</m:{name}>"


def t(text: str) -> str:
    return m(f"<m:t>{text}</m:t>")


def part(name: str, text: str) -> str:
    return m(t(text), name)


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        (t("a+b"), "a+b"),
        (m(part("num", "1") + part("den", "2"), "f"), "1/2"),
        (m(part("num", "a+b") + part("den", "100"), "f"), "(a+b)/100"),
        (m(part("e", "m") + part("sup", "2"), "sSup"), "m^2"),
        (m(part("e", "CO") + part("sub", "2"), "sSub"), "CO_2"),
        (m(part("e", "x") + part("sub", "i") + part("sup", "n+1"), "sSubSup"), "x_i^(n+1)"),
        (m(part("deg", "") + part("e", "a+b"), "rad"), "√(a+b)"),
        (m(part("deg", "3") + part("e", "a"), "rad"), "∛(a)"),
        (
            m('<m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>' + part("e", "a") + part("e", "b"), "d"),
            "[a|b]",
        ),
        (
            m(
                '<m:naryPr><m:chr m:val="∑"/></m:naryPr>' + part("sub", "i=1") + part("sup", "n") + part("e", "i"),
                "nary",
            ),
            "∑_(i=1)^n i",
        ),
        (m(m(part("e", "a") + part("e", "b"), "mr") + m(part("e", "c") + part("e", "d"), "mr"), "m"), "[a, b; c, d]"),
        (m(part("e", "a") + part("e", "b"), "eqArr"), "a; b"),
        (m(part("fName", "sin") + part("e", "x"), "func"), "sin x"),
        (m(part("e", "lim") + part("lim", "n"), "limLow"), "lim_n"),
        (m(part("sub", "a") + part("sup", "b") + part("e", "X"), "sPre"), "_a^bX"),
        (m(m('<m:chr m:val="̄"/>', "accPr") + part("e", "x"), "acc"), "x"),
    ],
)
def test_each_kind_of_formula_reads_as_a_line(formula: str, line: str) -> None:
    assert paper(para("Tỷ lệ: ", m(m(formula, "oMath"), "oMathPara"), ".")).paras[0].text == f"Tỷ lệ: {line}."
