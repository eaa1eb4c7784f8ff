"""The data a paper carries against what the paper says now: where they differ, the visible words win.

The paper is made once more from its own data and read back by the same reader as the file, so that the two differ only
where somebody edited the file. What was not edited comes back exactly as it was typed, with all that no paper shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from docgen.errors import Fault
from docgen.vietnamese.refusal import quoted

_GROUPS = ("co_quan", "ky")
_SHOWN = 120
_CONTEXT_WORDS = 4

Raw = Mapping[str, Any]


def merge(carried: Raw, printed: Raw, seen: Raw) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """Put the data together.

    carried: what the file carries. printed: what is read back from a paper made of it. seen: what is read from the
    file. Return the carried values with everything that was edited taken from ``seen``, and what was edited.
    """
    changes: list[Fault] = []
    merged = _merged("", carried, printed, seen, changes)
    return merged, tuple(changes)


def _merged(noi: str, carried: Raw, printed: Raw, seen: Raw, changes: list[Fault]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name in dict.fromkeys((*carried, *printed, *seen)):
        place = f"{noi}.{name}" if noi else name
        own, before, now = carried.get(name), printed.get(name), seen.get(name)
        if not noi and name in _GROUPS:
            out[name] = _merged(name, own or {}, before or {}, now or {}, changes)
        elif before == now:
            out[name] = own
        elif name == "phu_luc" and _alike(own, before, now):
            out[name] = [
                _merged(f"phu_luc[{at}]", one, two, three, changes)
                for at, (one, two, three) in enumerate(zip(own or (), before or (), now or (), strict=True), start=1)
            ]
        else:
            out[name] = now
            changes.extend(_told(place, before, now))
    return {name: value for name, value in out.items() if value not in (None, {}, [])}


def _alike(*lists: Any) -> bool:
    return len({len(items or ()) for items in lists}) == 1


def _told(noi: str, before: Any, now: Any) -> Iterator[Fault]:
    """Say what was edited, line by line."""
    old, new = _lines(before), _lines(now)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        pairs = min(b - a, d - c)
        for was, becomes in zip(old[a : a + pairs], new[c : c + pairs], strict=True):
            yield _edited(noi, was, becomes)
        yield from (_say(noi, f"Đã bỏ {quoted(was, _SHOWN)}.") for was in old[a + pairs : b] if was)
        yield from (_say(noi, f"Đã thêm {quoted(line, _SHOWN)}.") for line in new[c + pairs : d] if line)


def _edited(noi: str, was: str, now: str) -> Fault:
    """Show the words that changed, with a few around them in a long line."""
    if len(was) <= _SHOWN and len(now) <= _SHOWN:
        return _say(noi, f"Đã sửa {quoted(was, _SHOWN)} thành {quoted(now, _SHOWN)}.")
    old, new = was.split(" "), now.split(" ")
    blocks = [op for op in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if op[0] != "equal"]
    a, b, c, d = blocks[0][1], blocks[-1][2], blocks[0][3], blocks[-1][4]
    lead = max(a - _CONTEXT_WORDS, 0), max(c - _CONTEXT_WORDS, 0)
    shown = [
        quoted(" ".join(words[start : end + _CONTEXT_WORDS]), 2 * _SHOWN)
        for words, start, end in ((old, lead[0], b), (new, lead[1], d))
    ]
    return _say(noi, f"Đã sửa {shown[0]} thành {shown[1]}.")


def _lines(value: Any) -> Sequence[str]:
    if value is None:
        return []
    if isinstance(value, str):
        return [line for line in value.split("\n") if line.strip()]
    if isinstance(value, Mapping):
        return [line for inner in value.values() for line in _lines(inner)]
    if isinstance(value, list | tuple):
        return [line for inner in value for line in _lines(inner)]
    return [str(value)]


def _say(noi: str, loi: str) -> Fault:
    return Fault(noi, f"{loi} Chữ đang thấy trong tệp được dùng.", nang="nhac")
