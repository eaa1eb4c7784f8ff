"""What people call a field: the label of its question, beside the name that data and columns have for it."""

from __future__ import annotations

import re
from typing import Final

from docgen.kinds import Form

_LAST_STEP: Final = re.compile(r"(\.[^.\[\]]*|\[[0-9]+\])$")


def labelled(form: Form, noi: str) -> str:
    """``co_quan.ten[2]`` → ``Tên cơ quan (co_quan.ten[2])``; what the form does not ask for keeps its name alone."""
    field = noi
    while field:
        question = form.question(field)
        if question is not None:
            return f"{question.nhan} ({noi})"
        shorter = _LAST_STEP.sub("", field)
        if shorter == field:
            break
        field = shorter
    return noi
