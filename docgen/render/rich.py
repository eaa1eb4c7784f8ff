"""Values as letters: what a tag prints, with marks in place of everything that is no letter.

A mark is a Unicode noncharacter, which no word may hold (docgen.vietnamese.text.forbidden) and XML can carry:
so a mark in the result is ours. docgen.render.marks turns marks into Word's elements after strict parsing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from docgen.render import trace
from docgen.render.missing import Missing
from docgen.render.places import Place
from docgen.render.plain import Group
from docgen.render.trace import Mark
from docgen.vietnamese import text

BOLD: Final = "\ufdd0"
ITALIC: Final = "\ufdd1"
SUPER: Final = "\ufdd2"
NEWLINE: Final = "\ufdd3"
TABULATOR: Final = "\ufdd4"
# An index into the trace's marks stands between these two.
OPEN: Final = "\ufdd5"
CLOSE: Final = "\ufdd6"

# Braces of the template's own text, hidden from docxtpl, which takes two of them for a tag across paragraphs.
LEFT_BRACE: Final = "\ufdd7"
RIGHT_BRACE: Final = "\ufdd8"

_FLAGS: Final = {"dam": BOLD, "nghieng": ITALIC, "mu": SUPER}
OBJECTS: Final = ("chan_sau", "chu_thich", "giu", "ke", "ngang", "rong")
_BREAKS: Final = str.maketrans({"\n": NEWLINE, "\t": TABULATOR})
_HIDE: Final = str.maketrans({"{": LEFT_BRACE, "}": RIGHT_BRACE})
_SHOW: Final = str.maketrans({LEFT_BRACE: "{", RIGHT_BRACE: "}"})
_RESERVED: Final = re.compile("[\ufdd0-\ufdef]")


def finalize(value: object) -> str:
    """What ``{{ value }}`` prints: text, a whole number, rich text, nothing for None.

    A name not found, a truth value, a list that is no rich text or a whole group is noted as a fault.
    """
    if type(value) is str:
        if value.isprintable():
            return value
        found = text.forbidden(value)
        if found:
            trace.current().fault(f"Thẻ in ra {found[0][2]}.")
            return ""
        return value.translate(_BREAKS)
    if value is None:
        return ""
    notes = trace.current()
    if isinstance(value, Missing):
        value.note()
        return ""
    if type(value) is int:
        return str(value)
    if isinstance(value, tuple):
        return marked(value, notes)
    if isinstance(value, Group):
        return marked((value,), notes)
    what = "đúng/sai" if type(value) is bool else f"kiểu “{type(value).__name__}”"
    notes.fault(f"Thẻ in ra một giá trị {what}.", "Hãy in chữ hoặc số nguyên; giá trị đúng/sai chỉ dùng trong if.")
    return ""


def marked(segments: Sequence[object], notes: trace.Trace, place: Place | None = None) -> str:
    """Rich text: bold, italic and raised letters switch on before a segment and off after it.

    place: where marks and faults are told to be; the tag being run when left out.
    """
    written: list[str] = []
    for segment in segments:
        if not isinstance(segment, Group) or not is_segment(segment):
            loi = "Thẻ in ra một danh sách." if len(segments) != 1 else "Thẻ in ra cả một nhóm giá trị."
            notes.fault(loi, "Hãy dùng {%p for … %} cho danh sách, hoặc viết tên đầy đủ, ví dụ {{ ky.ho_ten }}.", place)
            return ""
        if "chu" in segment:
            switches = "".join(sign for flag, sign in _FLAGS.items() if segment.get(flag))
            written += [switches, str(segment["chu"]).translate(_BREAKS), switches]
        else:
            kind, value = next(iter(segment.items()))
            if value:
                written.append(f"{OPEN}{len(notes.marks)}{CLOSE}")
                notes.marks.append(Mark(kind, value, place or notes.here()))
    return "".join(written)


def is_segment(value: object) -> bool:
    """Whether a value is a piece of rich text: letters with flags, or one mark."""
    if not isinstance(value, Group):
        return False
    if "chu" in value:
        return type(value["chu"]) is str and value.keys() <= {"chu", *_FLAGS}
    return len(value) == 1 and next(iter(value)) in OBJECTS


def broken(letters: str) -> str:
    """Letters with marks for their line breaks and tabs."""
    return letters.translate(_BREAKS) if "\n" in letters or "\t" in letters else letters


def plain(text_with_marks: str) -> str:
    """Marked text as plain text: line breaks and tabs restored, emphasis dropped. Objects must not be in it."""
    return _RESERVED.sub("", show_braces(text_with_marks).replace(NEWLINE, "\n").replace(TABULATOR, "\t"))


def hide_braces(text_of_template: str) -> str:
    """Text without tags, its braces replaced by marks."""
    return text_of_template.translate(_HIDE)


def show_braces(marked_text: str) -> str:
    """The opposite of :func:`hide_braces`."""
    return marked_text.translate(_SHOW)
