"""Two papers → what differs between them: words, effective formatting, pages, tables; told so that a person can act.

:func:`compare` is the door; :mod:`docgen.comparing.report` says its answer as text, HTML or JSON. Nothing is judged
here: which of the two papers is right is for the reader to say.
"""

from docgen.comparing.compare import compare
from docgen.comparing.difference import (
    CountChange,
    Difference,
    Look,
    LookChange,
    PageChange,
    Seat,
    Spot,
    TableChange,
    TagChange,
    TextChange,
)

__all__ = [
    "CountChange",
    "Difference",
    "Look",
    "LookChange",
    "PageChange",
    "Seat",
    "Spot",
    "TableChange",
    "TagChange",
    "TextChange",
    "compare",
]
