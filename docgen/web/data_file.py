"""What was typed → a data file: as good as it can be said, faults or not."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from docgen.document import Document
from docgen.errors import InputFaults
from docgen.intake.dump import dump, write
from docgen.intake.form import from_post
from docgen.intake.post import MAX_INPUTS, sort_pairs
from docgen.kinds import Kinds

Pairs = Sequence[tuple[str, str]]


def data_file(loai: str, pairs: Pairs, kinds: Kinds) -> str:
    """Write the YAML from which the same paper is made.

    While something is to be mended it holds what was typed, by the names of the vocabulary: ``docgen make`` tells the
    same faults. Inputs whose names no data file can have stand in it as remarks; nothing is left out.
    """
    said, unsaid = _sayable(pairs)
    posted = from_post([("loai", loai), *said], kinds)
    try:
        text = dump(posted.built(kinds).document)
    except InputFaults:
        text = write(_in_order(posted.raw))
    return "".join(f"# Ô lạ {_quoted(name)}: {_quoted(value)}\n" for name, value in unsaid) + text


def _sayable(pairs: Pairs) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Tell pairs the intake can read from those it cannot: names that are none, that come twice, or are too many."""
    try:
        sort_pairs(pairs)
        return list(pairs), []
    except InputFaults:
        pass
    said: list[tuple[str, str]] = []
    unsaid: list[tuple[str, str]] = []
    seen: set[str] = set()
    for name, value in pairs:
        # "list[]" and "list[key]" may come as often as they like; everything else once.
        single = not name.endswith("]")
        if (single and name in seen) or not _readable(name) or len(said) >= _MOST:
            unsaid.append((name, value))
            continue
        seen.add(name)
        said.append((name, value))
    return said, unsaid


def _readable(name: str) -> bool:
    try:
        sort_pairs([(name, "")])
    except InputFaults:
        return False
    return True


def _in_order(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Put names in the order of the vocabulary, unknown ones last."""
    known = [name for name in Document.model_fields if name in raw]
    return {name: raw[name] for name in (*known, *(name for name in raw if name not in Document.model_fields))}


def _quoted(text: str) -> str:
    # Nothing in a remark may end its line, not even the line breaks that only YAML knows.
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in quoted)


# One of what the intake reads is the kind.
_MOST = MAX_INPUTS - 1
