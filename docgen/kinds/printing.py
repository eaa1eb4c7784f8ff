"""What a template prints of what a form asks, found out by asking: change an answer, see which words change."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from docgen.errors import Fault
from docgen.kinds.answers import put
from docgen.kinds.form import Form, Question

Words = Callable[[Mapping[str, Any]], Mapping[str, Any]]
"""Plain values of a paper → its words."""

# Two answers of every kind of question, both fit to be printed, in which nothing is the same.
_ANSWERS: dict[str, tuple[Any, Any]] = {
    "line": ("Thử một", "Ví dụ hai"),
    "paragraph": ("Thử một", "Ví dụ hai"),
    "lines": (["Thử một"], ["Ví dụ hai"]),
    "date": ("2026-01-02", "2025-11-12"),
    "number": ("7", "12"),
    "yes-no": ("true", "false"),
}
# Every kind of block there is, so that a loop over a body meets all the names its blocks may have.
_BODY = (
    "Phần I\nPHẦN THỨ\n\nChương I\nCHƯƠNG THỨ\n\nMục 1\nMỤC THỨ\n\nĐiều 1. Tên điều\n\n{chu} đoạn.\n\n"
    "I. {chu}\n1. **Tên khoản:** {chu}.\n1.1. {chu}.\n1.1.1. {chu}.\na) {chu}[^1].\n- **{chu}** ^(1)^\n+ *{chu}*\n\n"
    "Lưu ý: {chu}.\n\n| {chu} | B |\n|:---:|---|\n| 1 | 2 |\n\n[^1]: {chu}."
)
_BODIES = (_BODY.format(chu="thử một"), _BODY.format(chu="ví dụ hai"))


def trial(raw: Mapping[str, Any], form: Form) -> dict[str, Any]:
    """Make of a sample a paper in which every question has an answer and every block of a body occurs.

    What decides the standard, and whatever else is never printed as such, stays as it is in the sample.
    """
    paper = copy.deepcopy(dict(raw))
    for question in form.questions():
        if not question.khong_in:
            put(paper, question.ten, _answers(question)[0])
    return paper


def unprinted(
    paper: Mapping[str, Any], form: Form, the_thuc: str, words: Words, used: Iterable[str]
) -> Iterator[Fault]:
    """Find the questions whose answer no tag of the template shows.

    paper: what :func:`trial` gave, of the standard. used: the names of the template's tags.
    """
    shown = frozenset(used)
    before = frozenset(flat(words(paper)))
    for question in form.questions():
        if question.khong_in or not question.printed_in(the_thuc):
            continue
        for name, other in _others(question):
            changed = copy.deepcopy(dict(paper))
            put(changed, question.ten, other)
            differing = {word for word, _ in before ^ frozenset(flat(words(changed)))}
            if not any(_shows(tag, word) for tag in shown for word in differing):
                yield Fault(name, "Biểu hỏi mục này nhưng mẫu không in ra.", _MEND)


_MEND = "Hãy thêm thẻ vào mẫu; nếu cố ý không in thì ghi khong_in hoặc chi_cho trong biểu."


def _others(question: Question) -> Iterator[tuple[str, Any]]:
    """Name of what is asked → another answer than that of the trial; an appendix is tried part by part."""
    if question.kieu != "appendices":
        yield question.ten, _answers(question)[1]
        return
    part = _answers(question)[0][0]
    for inner in question.con:
        yield f"{question.ten}.{inner.ten}", [{**part, inner.ten: _answers(inner)[1]}]


def _answers(question: Question) -> tuple[Any, Any]:
    if question.kieu == "choice":
        return question.lua_chon[0].ma, question.lua_chon[-1].ma
    if question.kieu in {"sections", "body"}:
        return _BODIES
    if question.kieu == "appendices":
        first, second = ([{inner.ten: _answers(inner)[at] for inner in question.con}] for at in (0, 1))
        return first, second
    return _ANSWERS[question.kieu]


def names_of(words: Mapping[str, Any]) -> frozenset[str]:
    """List the dotted names a template may use of these words: ``noi_dung``, ``noi_dung[]``, ``noi_dung[].nhan``."""
    return frozenset(name for name, _ in flat(words))


def flat(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every value within ``value`` with its dotted name; items of lists share one, ``[]``."""
    if isinstance(value, Mapping):
        yield name, ""
        for key, inner in value.items():
            yield from flat(inner, f"{name}.{key}" if name else str(key))
    elif isinstance(value, list | tuple):
        yield name, str(len(value))
        for inner in value:
            yield from flat(inner, f"{name}[]")
    else:
        yield name, repr(value)


def _shows(tag: str, word: str) -> bool:
    """Whether a tag prints a word: it is the word or holds it."""
    return word == tag or word.startswith((f"{tag}.", f"{tag}["))
