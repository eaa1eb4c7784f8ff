"""A paper with as little in it as may be."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from docgen.kinds import Form, answer, is_blank


def least(sample: Mapping[str, Any], form: Form, the_thuc: str) -> dict[str, Any]:
    """Leave of a paper what the form requires, and what decides its standard.

    Of answers one of which will do (``hoac``) the one that is there stays.
    """
    paper = copy.deepcopy(dict(sample))
    kept: set[str] = set()
    for question in form.questions():
        if question.khong_in or question.required_in(the_thuc):
            instead = (ten for ten in (question.ten, *question.hoac) if not is_blank(answer(paper, ten)))
            kept.add(next(instead, question.ten))
    for question in form.questions():
        if question.ten not in kept:
            leave_out(paper, question.ten)
    return paper


def leave_out(paper: dict[str, Any], ten: str) -> None:
    """Take an answer out; a group of which nothing is left goes as well, since there it would be an answer."""
    *groups, last = ten.split(".")
    inner = answer(paper, ".".join(groups)) if groups else paper
    if isinstance(inner, dict):
        inner.pop(last, None)
        if groups and not inner:
            leave_out(paper, ".".join(groups))
