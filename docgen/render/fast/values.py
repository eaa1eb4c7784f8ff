"""What a tag prints, as text: letters, with marks of docgen.render.rich in place of what is none."""

from __future__ import annotations

from typing import Any

from docgen.render import rich
from docgen.render.fast import markup
from docgen.render.fast.slot import Slot
from docgen.render.fast.unproved import Unproved
from docgen.render.rich import BOLD, CLOSE, ITALIC, NEWLINE, OPEN, SUPER, TABULATOR

_LOOKS = {"chu", "dam", "nghieng", "mu"}
# The same as rich.plain does, but a sign of what varies stays.
_SHOWN = {ord(NEWLINE): "\n", ord(TABULATOR): "\t", ord(BOLD): None, ord(ITALIC): None, ord(SUPER): None}
_FLAGS = (("dam", BOLD), ("nghieng", ITALIC), ("mu", SUPER))


def plainly(value: Any) -> str | None:
    """The letters of a value that is nothing but letters of one look; None for all others, which may be right too."""
    kind = value.__class__
    if kind is list or kind is tuple:
        if not value:
            return ""
        if len(value) != 1:
            return None
        value = value[0]
        kind = value.__class__
        if kind is not dict:
            return None
    if kind is dict:
        if len(value) == 1 and "chu" in value:
            return _letters(value["chu"])
        return None
    if value is None:
        return ""
    return str(value) if kind is int else _letters(value)


def _letters(value: object) -> str | None:
    if isinstance(value, Slot):
        return value.sign
    return value if isinstance(value, str) else None


def escaped(value: Any) -> str | None:
    """The same as markup; None also for letters with a line break or a tab in them."""
    found: str | None = value if value.__class__ is str else plainly(value)
    if found is None or "\n" in found or "\t" in found:
        return None
    return markup.text(found)


def marked(value: Any, objects: list[tuple[str, object]]) -> str:
    """Any value that can be printed, with marks; what is no letters goes to ``objects``, its number into the text."""
    found: str | None = value if value.__class__ is str else plainly(value)
    if found is not None:
        return rich.broken(found)
    if value.__class__ is dict:
        value = (value,)
    if value.__class__ is not list and value.__class__ is not tuple:
        raise Unproved("a value that cannot be printed")
    written: list[str] = []
    for segment in value:
        if segment.__class__ is not dict:
            raise Unproved("a list that is no rich text")
        if "chu" in segment:
            letters = segment["chu"]
            if not segment.keys() <= _LOOKS or letters.__class__ not in (str, Slot):
                raise Unproved("no segment of rich text")
            switches = "".join([sign for flag, sign in _FLAGS if segment.get(flag)])
            written += (switches, letters.sign if letters.__class__ is Slot else rich.broken(letters), switches)
        elif len(segment) == 1 and (kind := next(iter(segment))) in rich.OBJECTS:
            if segment[kind]:
                written.append(f"{OPEN}{len(objects)}{CLOSE}")
                objects.append((kind, segment[kind]))
        else:
            raise Unproved("no segment of rich text")
    return "".join(written)


def flat(value: object) -> str:
    """A value in a property of the file, as markup."""
    objects: list[tuple[str, object]] = []
    text = marked(value, objects)
    if objects:
        raise Unproved("what a property of the file cannot hold")
    return markup.text(text.translate(_SHOWN))
