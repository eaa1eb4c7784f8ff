"""The answers of the matrix: long ones, many, none, and such as break what is put together carelessly.

They are made of the example the form gives for each question, so that a maintainer sees on paper which is which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from docgen.kinds import Question
from docgen.outline.write import escape
from docgen.vietnamese.roman import la_ma

MANY: Final = 200
MANY_PARTS: Final = 99
"""The most appendices a paper may have (docgen.document.model.Document.phu_luc)."""

ODD: Final = "& < > \" ' &amp; <b>b</b> {{ a }} {% b %} C:\\tep % # @ $ € ½ ° ≤ – — … “ ” ‘ ’ ~ _ * ^ |"
"""The signs with a meaning in XML, in HTML, in a template or in the notation, and those of other keyboards."""

# A line of 14 pt across the page takes some 75 letters, one of the two columns of the head and foot some 35.
_LINE, _NAME, _CODE, _PARAGRAPH = 150, 90, 40, 600
_LIST = 8
# Lines that are broken by hand, as those of an issuer's name (NĐ 30, PL I, II.3).
_BROKEN = 3
_COPIES: Final = 3
_SENTENCE: Final = (
    "Các cơ quan, đơn vị theo chức năng, nhiệm vụ được giao tổ chức thực hiện, kịp thời báo cáo khi có khó khăn, "
    "vướng mắc để được xem xét, giải quyết"
)
_LONG_WORD: Final = "https://dichvucong.gov.vn/" + "tra-cuu-ho-so/" * 4 + "?ma=" + "0123456789" * 9
_NOTES: Final = re.compile(r"^\[\^[\w-]+\]:.*$", re.MULTILINE)
_NOTE_MARKS: Final = re.compile(r"\[\^[\w-]+\]")


def longest(question: Question, usual: Any) -> Any:
    """Answer at length; usual: what the sample answers, whose bodies are repeated until they fill many pages."""
    match question.kieu:
        case "line":
            return _long(question, _LINE)
        case "paragraph":
            return _long(question, _PARAGRAPH)
        case "lines":
            if question.ten.startswith(("co_quan.", "ky.")):
                return [_long(question, _NAME, f"{n}. ") for n in range(1, _BROKEN + 1)]
            return [_long(question, 2 * _LINE, f"{n}. ") for n in range(1, _LIST + 1)]
        case "sections" | "body":
            return _long_body(usual if isinstance(usual, str) else "", sections=question.kieu == "sections")
        case "appendices":
            return [{one.ten: _part(one, longest(one, ""), at) for one in question.con} for at in range(2)]
        case "number":
            return "123456"
        case "date":
            return "2026-12-31"
        case "choice":
            return max(question.lua_chon, key=lambda option: len(option.nhan)).ma
        case "yes-no":
            return "true"


def without_lists(question: Question, *, required: bool) -> Any:
    """Answer everything, lists with nothing where that is allowed, bodies with one paragraph."""
    match question.kieu:
        case "line" | "paragraph":
            return _example(question)
        case "lines":
            return [_example(question)] if required else []
        case "body":
            return "Nội dung chỉ có một đoạn."
        case "sections":
            return "I. CHỈ CÓ MỘT PHẦN\n\nPhần này chỉ có một đoạn."
        case "appendices":
            return []
        case "number" | "date" | "choice" | "yes-no":
            return None


def odd(question: Question) -> Any:
    """Answer every text with odd signs; the rest stays as it is."""
    line = f"{_example(question)} {ODD}"
    match question.kieu:
        case "line" | "paragraph":
            return line
        case "lines":
            return [line, f"{ODD} {_example(question)}"]
        case "sections" | "body":
            return _odd_body(sections=question.kieu == "sections")
        case "appendices":
            return [{one.ten: odd(one) for one in question.con if odd(one) is not None}]
        case "number" | "date" | "choice" | "yes-no":
            return None


def many(question: Question) -> Any:
    """Answer every list with :data:`MANY` items, or as many as a paper may have; the rest stays as it is."""
    match question.kieu:
        case "lines":
            return [f"{_example(question)} {n}" for n in range(1, MANY + 1)]
        case "sections" | "body":
            return _many_body(sections=question.kieu == "sections")
        case "appendices":
            return [
                {one.ten: _short(one, n) for one in question.con if _short(one, n)} for n in range(1, MANY_PARTS + 1)
            ]
        case _:
            return None


def long_names(question: Question, usual: Any) -> Any:
    """Answer lines with names that take more than one line of their column; as many lines as the sample has."""
    if question.kieu == "line":
        return _long(question, _NAME)
    count = len(usual) if isinstance(usual, list) and usual else 3
    return [_long(question, _NAME, f"{n}. ") for n in range(1, count + 1)]


def _example(question: Question) -> str:
    """The form's example on one line; without one the label."""
    lines = (question.vi_du or question.nhan).splitlines()
    return lines[0].strip() if question.kieu == "lines" else " ".join(" ".join(lines).split())


def _long(question: Question, chars: int, lead: str = "") -> str:
    """The example over and over, at least so many letters; a code (one short word) fewer, and without blanks."""
    example = _example(question)
    is_code = " " not in example
    joint = "-" if is_code else " "
    wanted = min(chars, _CODE) if is_code else chars
    return lead + joint.join([example] * (-(-wanted // (len(example) + 1)) or 1))


def _long_body(usual: str, *, sections: bool) -> str:
    """The sample's body several times, then every level with long paragraphs and words that cannot be broken.

    Labels follow the order, so repeated parts go on counting. Footnotes stay in the first copy, as their names must.
    """
    notes = "\n\n".join(found.group() for found in _NOTES.finditer(usual))
    first = _NOTES.sub("", usual).strip("\n")
    again = _NOTE_MARKS.sub("", first)
    long, word = f"{_SENTENCE}; {_SENTENCE[0].lower()}{_SENTENCE[1:]}.", escape(_LONG_WORD)
    table = f"| TT | {long} | {word} |\n|:---:|---|---|\n| 1 | {long} | {word} |\n| 2 | Ngắn | {long} |"
    ending = f"1. **Khoản dài:** {long}\na) {long} {word}\n- {long}\n+ {long} {word}\n\n{long} {word}[^dai]\n\n{table}"
    if sections:
        ending = f"I. {long.upper()}\n{ending}"
    parts = (first, *[again] * (_COPIES - 1), ending, notes, f"[^dai]: {long} {word}")
    return "\n\n".join(part for part in parts if part)


def _odd_body(*, sections: bool) -> str:
    line = escape(ODD)
    head = f"I. {line}\n" if sections else ""
    return (
        f"{head}1. {line}\na) {line}\n- {line}\n+ {line}\n\n**{line}** *{line}* {line}[^la]\n\n"
        f"| {line} | B |\n|---|---|\n| {line} | {line} |\n\n[^la]: {line}"
    )


def _many_body(*, sections: bool) -> str:
    return "\n".join(_many_lines(sections=sections))


def _many_lines(*, sections: bool) -> Iterator[str]:
    if sections:
        for n in range(1, MANY + 1):
            yield f"{la_ma(n)}. PHẦN THỨ {n}"
    for n in range(1, MANY + 1):
        yield f"{n}. Khoản thứ {n}"
    yield from (f"- Ý thứ {n}" for n in range(1, MANY + 1))
    yield "\n| TT | Việc |\n|:---:|---|"
    yield from (f"| {n} | Việc thứ {n} |" for n in range(1, MANY + 1))


def _part(question: Question, value: Any, at: int) -> Any:
    """Of two appendices one lies on its side."""
    return ("true" if at % 2 else "false") if question.kieu == "yes-no" else value


def _short(question: Question, n: int) -> str:
    match question.kieu:
        case "line" | "paragraph":
            return f"{_example(question)} {n}"
        case "body" | "sections":
            return f"Nội dung thứ {n}."
        case _:
            return ""
