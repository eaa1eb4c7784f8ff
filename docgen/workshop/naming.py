"""Names in tags against what the form asks and docgen supplies, both ways."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from docgen.render.grammar import Use
from docgen.workshop.kind import Target
from docgen.workshop.opened import Opened, View
from docgen.workshop.remarks import Remark

_LOOP: Final = re.compile(r"for (\w+) in ")
_WORD: Final = re.compile(r"\w+(?:\.\w+)*")


def name_faults(opened: Opened, target: Target) -> tuple[list[Remark], dict[str, str]]:
    """Names nobody supplies, each at its tags: ``(remarks, unknown name → the one perhaps meant, "" for none)``."""
    unknown: dict[str, str] = {}
    remarks: list[Remark] = []
    known = sorted(target.known)
    loops = {m[1] for view in opened.views for placed in view.placed if (m := _LOOP.match(placed.tag.code))}
    guarded = {name for view in opened.views for name in view.reading.guarded}
    for view, use in _uses(opened):
        if use.name in target.known or _above(use.name, unknown) or _is_called(use):
            continue
        near = unknown[use.name] = _near(use.name, known)
        remarks.append(_unknown(opened, view, use, near, loops, use.name in guarded))
    return remarks, unknown


def _uses(opened: Opened) -> Iterator[tuple[View, Use]]:
    """Every name with its tag, the shorter ones of a tag first."""
    for view in opened.views:
        yield from ((view, use) for use in sorted(view.reading.uses, key=lambda use: use.name.count(".")))


def _above(name: str, unknown: Iterable[str]) -> bool:
    """Whether the name stands below one that has been told: mending that one mends both."""
    return any(name.startswith((f"{one}.", f"{one}[")) for one in unknown)


def _is_called(use: Use) -> bool:
    """Whether the name is that of a function: calling is what is wrong, and is told."""
    return re.search(rf"\b{re.escape(use.name.rpartition('.')[2])}\s*\(", use.placed.tag.code) is not None


def _unknown(opened: Opened, view: View, use: Use, near: str, loops: set[str], guarded: bool) -> Remark:
    tag, block = use.placed.tag, use.placed.block
    shown = _written(use)
    first = shown.partition(".")[0]
    if near:
        sua = f"Có phải là “{_as_written(shown, near)}”?"
    elif (variable := _loop_name(first, loops)) and variable != first:
        sua = f"Có phải là “{variable}{shown.removeprefix(first)}”?"
    elif first in loops:
        sua = f"“{first}” chỉ có giữa thẻ “for {first} in …” và “endfor” của nó; hãy đặt thẻ này vào đó."
    else:
        sua = "Hãy sửa tên (xem docgen template vars), hoặc thêm câu hỏi vào biểu."
    loi = f"Tên “{shown}” không mục nào của biểu hỏi và docgen cũng không cung cấp."
    if guarded:
        loi = f"Tên “{shown}” không bao giờ có, nên phần này của mẫu không bao giờ được dùng."
    spot = opened.spot(view, block.holder, (tag.start, tag.end))
    return Remark("ten", "canh-bao" if guarded else "loi", loi, sua, spot)


def _loop_name(name: str, loops: set[str]) -> str:
    """The variable of a loop that is written alike but for marks over letters; "" for none."""
    return next((one for one in sorted(loops) if _bare(one) == _bare(name)), "")


def _bare(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))


def _written(use: Use) -> str:
    """The name as the tag has it: ``d.chuu`` for ``noi_dung[].chuu``."""
    last = use.name.rpartition(".")[2].replace("[]", "")
    for word in _WORD.findall(use.placed.tag.code):
        if word == use.name or word.rpartition(".")[2] == last:
            return str(word)
    return use.name


def _as_written(shown: str, near: str) -> str:
    """What was meant, spelled in the tag's own way."""
    head, dot, _ = shown.rpartition(".")
    tail = near.rpartition(".")[2].removesuffix("[]")
    return f"{head}{dot}{tail}" if "[]" in near.removesuffix("[]") else near


def _near(name: str, known: list[str]) -> str:
    """The closest known name of the same group; else of any."""
    head = name.rpartition(".")[0]
    beside = [one for one in known if one.rpartition(".")[0] == head and not one.endswith("[]")]
    close = difflib.get_close_matches(name, beside, 1, 0.7)
    if not close and "[]" not in name:
        last = name.rpartition(".")[2]
        same = [one for one in known if one.rpartition(".")[2] == last and "[]" not in one]
        close = difflib.get_close_matches(name, same or [one for one in known if "[]" not in one], 1, 0.6)
    return close[0] if close else ""
