"""Whether ``{% if %}``, ``{% for %}`` and their ends match, and whether cutting between them leaves whole XML."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Final

from docgen.errors import Fault
from docgen.render.tagged import Placed

# Python refuses deeper nesting of what Jinja compiles to (20 blocks); nobody reads such a template anyway.
MAX_DEPTH: Final = 16
WORDS: Final = ("if", "elif", "else", "endif", "for", "endfor")
_GLUED: Final = re.compile(rf"(p|tr|tc|r)({'|'.join(WORDS)})")
_NAMES: Final = {"": "trong dòng", "r": "theo chữ", "p": "theo đoạn", "tr": "theo hàng", "tc": "theo ô"}


def faults(placed: Iterable[Placed]) -> Iterator[Fault]:
    """Every unmatched, crossed or misplaced end, told at both ends. ``placed``: the tags of a part in order."""
    open_tags: list[tuple[Placed, bool]] = []
    for found in placed:
        tag = found.tag
        if tag.opener != "{%" or not tag.code:
            continue
        if tag.word not in WORDS:
            yield _unknown(found)
        elif tag.word in ("if", "for"):
            open_tags.append((found, False))
            if len(open_tags) == MAX_DEPTH + 1:
                yield Fault(str(found.place), f"Thẻ “{tag}” lồng sâu quá {MAX_DEPTH} tầng.", "Hãy viết mẫu phẳng hơn.")
        elif not open_tags:
            yield Fault(
                str(found.place), f"Thẻ “{tag}” không có thẻ mở trước nó.", "Hãy thêm thẻ mở, hoặc xóa thẻ này."
            )
        else:
            yield from _continued(open_tags, found)
    for opened, _ in open_tags:
        yield Fault(str(opened.place), f"Thẻ “{opened.tag}” không có thẻ đóng.", f"Hãy thêm “{_end(opened)}”.")


def _continued(open_tags: list[tuple[Placed, bool]], found: Placed) -> Iterator[Fault]:
    """One of elif, else, endif, endfor against the innermost open tag."""
    opened, has_else = open_tags[-1]
    word, want = found.tag.word, opened.tag.word
    matches = word == "else" or word == f"end{want}" or (word == "elif" and want == "if")
    if not matches:
        yield _crossed(opened, found)
        if not word.startswith("end"):
            return
        # The end of an outer tag: what lies between is unclosed and has just been told.
        while len(open_tags) > 1 and open_tags[-1][0].tag.word != word[3:]:
            open_tags.pop()
        open_tags.pop()
        return
    if word in ("else", "elif") and has_else:
        yield Fault(str(found.place), f"Thẻ “{found.tag}” đứng sau một “else” của cùng thẻ “{opened.tag}”.")
    yield from _elsewhere(opened, found)
    if word.startswith("end"):
        open_tags.pop()
    elif word == "else":
        open_tags[-1] = (opened, True)


def _elsewhere(opened: Placed, found: Placed) -> Iterator[Fault]:
    """Both ends must be of one kind and lie side by side, or what is cut out is no whole paragraph, row or cell."""
    noi, other = str(found.place), str(opened.place)
    if opened.tag.scope != found.tag.scope:
        kinds = f"{_NAMES[opened.tag.scope]} mà “{found.tag}” {_NAMES[found.tag.scope]}"
        loi = f"Thẻ “{opened.tag}” ({other}) mở {kinds}."
        yield Fault(noi, loi, "Hai đầu phải cùng kiểu: {%p … %} với {%p … %}, {% … %} với {% … %}.")
    elif opened.container is not found.container:
        if found.tag.scope in ("", "r"):
            loi = f"Thẻ “{opened.tag}” mở ở một đoạn ({other}) nhưng “{found.tag}” ở đoạn khác."
            yield Fault(noi, loi, "Hãy dùng {%p … %} cho cả hai thẻ, mỗi thẻ một đoạn riêng.")
        else:
            loi = f"Thẻ “{opened.tag}” ({other}) và “{found.tag}” không nằm cùng một ô, một bảng hoặc cùng ngoài bảng."
            yield Fault(noi, loi, "Hãy đặt hai thẻ cùng chỗ.")


def _crossed(opened: Placed, found: Placed) -> Fault:
    loi = f"Thẻ “{found.tag}” gặp khi “{opened.tag}” ({opened.place}) còn mở."
    return Fault(str(found.place), loi, f"Hãy thêm “{_end(opened)}” trước đó, hoặc sửa lại thẻ này.")


def _end(opened: Placed) -> str:
    scope = f"{opened.tag.scope} " if opened.tag.scope else " "
    return f"{{%{scope}end{opened.tag.word} %}}"


def _unknown(found: Placed) -> Fault:
    tag = found.tag
    glued = _GLUED.fullmatch(tag.word)
    if glued:
        rest = tag.code[len(tag.word) :]
        sua = f"Thiếu dấu cách: hãy viết “{{%{glued[1]} {glued[2]}{rest} %}}”."
    elif tag.word in ("p", "tr", "tc", "r"):
        sua = f"Chữ “{tag.word}” phải viết sát: “{{%{tag.code} %}}”."
    else:
        near = difflib.get_close_matches(tag.word, WORDS, 1, 0.6)
        known = "Chỉ dùng if, elif, else, endif, for, endfor."
        sua = f"Có phải là “{near[0]}”? {known}" if near else known
    return Fault(str(found.place), f"Không hiểu thẻ “{tag}”.", sua)
