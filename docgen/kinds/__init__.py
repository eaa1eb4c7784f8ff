"""Kinds of paper: what each is called, what it asks, and what it requires in which standard."""

from docgen.kinds.answers import answer, is_blank, put
from docgen.kinds.form import MADE_OF_PARTS, Form, Group, Option, Question, form_of
from docgen.kinds.kinds import Kinds
from docgen.kinds.required import STEERING, required_faults, unasked_faults, unprinted_notes

__all__ = [
    "MADE_OF_PARTS",
    "STEERING",
    "Form",
    "Group",
    "Kinds",
    "Option",
    "Question",
    "answer",
    "form_of",
    "is_blank",
    "put",
    "required_faults",
    "unasked_faults",
    "unprinted_notes",
]
