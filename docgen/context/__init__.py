"""Document + standard + kind → words: plain strings, lists and dicts, as offices write them."""

from docgen.context.notes import notes
from docgen.context.rich import Rich, Segment
from docgen.context.words import Kind, words

__all__ = ["Kind", "Rich", "Segment", "notes", "words"]
