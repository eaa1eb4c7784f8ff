"""Formulas (Office Math) as one line of text that keeps their meaning: (a+b)/c, x^2, √(y)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from docgen.reading.wordml import NS_M, Element


def m(name: str) -> str:
    """Write ``m:name`` as lxml does."""
    return f"{{{NS_M}}}{name}"


FORMULAS: Final = (m("oMath"), m("oMathPara"))


def linear(element: Element) -> str:
    """Write a formula, or a part of one, on one line."""
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        writer = _WRITERS.get(child.tag)
        if writer is not None:
            yield writer(child)
        elif child.tag == m("t"):
            yield child.text or ""
        elif isinstance(child.tag, str) and not child.tag.endswith("Pr"):
            yield linear(child)


def _part(element: Element, name: str) -> str:
    child = element.find(m(name))
    return "" if child is None else linear(child)


def _held(text: str) -> str:
    """Put brackets around what would otherwise be read apart."""
    return text if len(text) <= 1 or text.isalnum() else f"({text})"


def _setting(element: Element, properties: str, name: str, default: str) -> str:
    child = element.find(f"{m(properties)}/{m(name)}")
    return default if child is None else child.get(m("val"), "")


def _raised(element: Element) -> str:
    sub, sup = _part(element, "sub"), _part(element, "sup")
    return _part(element, "e") + (f"_{_held(sub)}" if sub else "") + (f"^{_held(sup)}" if sup else "")


def _raised_before(element: Element) -> str:
    return f"_{_held(_part(element, 'sub'))}^{_held(_part(element, 'sup'))}{_part(element, 'e')}"


def _fraction(element: Element) -> str:
    return f"{_held(_part(element, 'num'))}/{_held(_part(element, 'den'))}"


def _root(element: Element) -> str:
    degree = _part(element, "deg")
    return {"": "√", "3": "∛", "4": "∜"}.get(degree, f"{degree}√") + f"({_part(element, 'e')})"


def _bracketed(element: Element) -> str:
    opening = _setting(element, "dPr", "begChr", "(")
    between = _setting(element, "dPr", "sepChr", "|")
    closing = _setting(element, "dPr", "endChr", ")")
    return opening + between.join(linear(e) for e in element.iterchildren(m("e"))) + closing


def _nary(element: Element) -> str:
    sub, sup = _part(element, "sub"), _part(element, "sup")
    sign = _setting(element, "naryPr", "chr", "∫")
    limits = (f"_{_held(sub)}" if sub else "") + (f"^{_held(sup)}" if sup else "")
    return f"{sign}{limits} {_part(element, 'e')}"


def _rows(element: Element) -> str:
    rows = [[linear(e) for e in row.iterchildren(m("e"))] for row in element.iterchildren(m("mr"))]
    return "[" + "; ".join(", ".join(row) for row in rows) + "]"


def _lines(element: Element) -> str:
    return "; ".join(linear(e) for e in element.iterchildren(m("e")))


def _named(element: Element) -> str:
    return f"{_part(element, 'fName')} {_part(element, 'e')}"


def _limited(element: Element) -> str:
    return f"{_part(element, 'e')}_{_held(_part(element, 'lim'))}"


_WRITERS: Final[dict[object, Callable[[Element], str]]] = {
    m("f"): _fraction,
    m("sSup"): _raised,
    m("sSub"): _raised,
    m("sSubSup"): _raised,
    m("sPre"): _raised_before,
    m("rad"): _root,
    m("d"): _bracketed,
    m("nary"): _nary,
    m("m"): _rows,
    m("eqArr"): _lines,
    m("func"): _named,
    m("limLow"): _limited,
    m("limUpp"): _limited,
}
