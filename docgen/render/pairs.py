"""Whether ``{% if %}``, ``{% for %}`` and their ends match, and whether cutting between them leaves whole XML."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from docgen.errors import Fault
from docgen.render.spoilt import WORDS, Spoilt
from docgen.render.tagged import Placed
from docgen.render.wordml import Element

# Python refuses deeper nesting of what Jinja compiles to (20 blocks); nobody reads such a template anyway.
MAX_DEPTH: Final = 16
_GLUED: Final = re.compile(rf"(p|tr|tc|r)({'|'.join(WORDS)})")
_NAMES: Final = {"": "trong dòng", "r": "theo chữ", "p": "theo đoạn", "tr": "theo hàng", "tc": "theo ô"}


# How many broken tags are tried in every meaning; beyond, they are taken for names.
_MOST_TRIED: Final = 6


@dataclass(frozen=True)
class _Step:
    """A command in order. placed: None for a broken tag that was probably ``word``."""

    word: str
    placed: Placed | None


@dataclass
class _Open:
    """An opening tag. has_else: its ``else`` was met. inner: a pair of the same kind that was closed within."""

    word: str
    placed: Placed | None
    has_else: bool = False
    inner: Placed | None = None


def faults(placed: Sequence[Placed], broken: Sequence[Spoilt] = ()) -> Iterator[Fault]:
    """Every unmatched, crossed or misplaced end, told at both ends.

    placed: the tags of a part in order. broken: those that cannot be read; each is taken for what makes the rest fit
    best, and what is wrong with it is told elsewhere.
    """
    commands = [one for one in placed if one.tag.opener == "{%" and one.tag.code]
    yield from (_unknown(one) for one in commands if one.tag.word not in WORDS)
    known = [one for one in commands if one.tag.word in WORDS]
    if not broken:
        yield from _matched([_Step(one.tag.word, one) for one in known])
        return
    ranks: dict[Element, int] = {}
    for block in (*(one.block for one in placed), *(one.block for one in broken)):
        ranks.setdefault(block.holder, block.place.doan)
    order = [(ranks[one.block.holder], one.tag.start, _Step(one.tag.word, one)) for one in known]
    meant = [one.words[0] for one in broken]

    def told() -> list[Fault]:
        ghosts = [
            (ranks[one.block.holder], one.at, _Step(word, None))
            for one, word in zip(broken, meant, strict=True)
            if word
        ]
        return list(_matched([step for _, _, step in sorted([*order, *ghosts], key=lambda found: found[:2])]))

    best = told()
    for at, one in enumerate(broken[:_MOST_TRIED]):
        for word in one.words[1:] if best else ():
            before, meant[at] = meant[at], word
            tried = told()
            if len(tried) < len(best):
                best = tried
            else:
                meant[at] = before
    yield from best


def _matched(steps: Iterable[_Step]) -> Iterator[Fault]:
    open_tags: list[_Open] = []
    for step in steps:
        if step.word in ("if", "for"):
            open_tags.append(_Open(step.word, step.placed))
            if len(open_tags) == MAX_DEPTH + 1 and step.placed is not None:
                loi = f"Thẻ “{step.placed.tag}” lồng sâu quá {MAX_DEPTH} tầng."
                yield Fault(str(step.placed.place), loi, "Hãy viết mẫu phẳng hơn.")
        elif step.placed is None:
            if open_tags and step.word == f"end{open_tags[-1].word}":
                open_tags.pop()
        else:
            yield from _met(open_tags, step.placed)
    yield from (_without_end(one) for one in open_tags if one.placed is not None)


def _met(open_tags: list[_Open], found: Placed) -> Iterator[Fault]:
    """One of elif, else, endif, endfor; broken tags it cannot belong to are taken for something else."""
    word = found.tag.word
    while open_tags and open_tags[-1].placed is None and not _matches(open_tags[-1], word):
        open_tags.pop()
    if not open_tags:
        loi = f"Thẻ “{found.tag}” không có thẻ mở trước nó."
        yield Fault(str(found.place), loi, "Hãy thêm thẻ mở, hoặc xóa thẻ này.")
        return
    opened = open_tags[-1].placed
    if opened is not None and not _matches(open_tags[-1], word):
        yield _crossed(opened, found)
        if word.startswith("end"):
            # The end of an outer tag: what lies between is unclosed and has just been told.
            while len(open_tags) > 1 and open_tags[-1].word != word[3:]:
                open_tags.pop()
            open_tags.pop()
    elif opened is not None:
        yield from (_closed if word.startswith("end") else _continued)(open_tags, opened, found)
    elif word.startswith("end"):
        open_tags.pop()


def _continued(open_tags: list[_Open], opened: Placed, found: Placed) -> Iterator[Fault]:
    """An elif or else of the innermost open tag."""
    if open_tags[-1].has_else:
        yield Fault(str(found.place), f"Thẻ “{found.tag}” đứng sau một “else” của cùng thẻ “{opened.tag}”.")
    yield from _elsewhere(opened, found)
    open_tags[-1].has_else |= found.tag.word == "else"


def _closed(open_tags: list[_Open], opened: Placed, found: Placed) -> Iterator[Fault]:
    """An end of the innermost open tag by its word; by its kind and its place perhaps of one further out."""
    outer = _outer(open_tags, opened, found)
    if outer is not None:
        yield from (_lacking(one.placed, found) for one in open_tags[outer + 1 :] if one.placed is not None)
        del open_tags[outer:]
        return
    yield from _elsewhere(opened, found)
    open_tags.pop()
    around = open_tags[-1].placed if open_tags else None
    if around is not None and _fits(opened, around):
        open_tags[-1].inner = opened


def _matches(one: _Open, word: str) -> bool:
    return word == "else" or word == f"end{one.word}" or (word == "elif" and one.word == "if")


def _outer(open_tags: list[_Open], opened: Placed, found: Placed) -> int | None:
    """The open tag further out that an end belongs to by its kind and its place, when the innermost does not fit."""
    if _same_place(opened, found):
        return None
    for at in range(len(open_tags) - 2, max(len(open_tags) - 2 - MAX_DEPTH, -1), -1):
        one = open_tags[at]
        if one.placed is not None and _matches(one, found.tag.word) and _same_place(one.placed, found):
            return at
    return None


def _same_place(one: Placed, other: Placed) -> bool:
    return one.tag.scope == other.tag.scope and one.container is other.container


def _fits(inner: Placed, outer: Placed) -> bool:
    """Whether the end of one could be the end of the other."""
    return inner.tag.word == outer.tag.word and _same_place(inner, outer)


def _elsewhere(opened: Placed, found: Placed) -> Iterator[Fault]:
    """Both ends must be of one kind and lie side by side, or what is cut out is no whole paragraph, row or cell."""
    if any(one.tag.scope in ("tr", "tc") and one.held is None for one in (opened, found)):
        # Outside a table: told by itself.
        return
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


def _lacking(opened: Placed, found: Placed) -> Fault:
    loi = f"Thẻ “{opened.tag}” không có thẻ đóng: “{found.tag}” ({found.place}) đóng một thẻ ở ngoài nó."
    return Fault(str(opened.place), loi, f"Hãy thêm “{_end(opened)}”.")


def _without_end(one: _Open) -> Fault:
    opened = one.placed
    assert opened is not None, "broken tags are told elsewhere"
    sua = f"Hãy thêm “{_end(opened)}”."
    if one.inner is not None:
        sua += f" Nếu thẻ này đã có thẻ đóng thì thẻ thiếu là của “{one.inner.tag}” ({one.inner.place}) ở trong nó."
    return Fault(str(opened.place), f"Thẻ “{opened.tag}” không có thẻ đóng.", sua)


def _end(opened: Placed) -> str:
    scope = f"{opened.tag.scope} " if opened.tag.scope else " "
    return f"{{%{scope}end{opened.tag.word} %}}"


def _unknown(found: Placed) -> Fault:
    tag = found.tag
    glued = _GLUED.fullmatch(tag.word)
    if glued:
        rest = tag.code[len(tag.word) :]
        sua = f"Thiếu dấu cách: hãy viết “{{%{glued[1]} {glued[2]}{rest} %}}”."
    elif tag.word == "end" and tag.code[3:].strip() in ("if", "for"):
        sua = f"Hãy viết liền: “{{%{tag.scope or ' '}{' ' if tag.scope else ''}end{tag.code[3:].strip()} %}}”."
    elif tag.word in ("p", "tr", "tc", "r"):
        sua = f"Chữ “{tag.word}” phải viết sát: “{{%{tag.code} %}}”."
    else:
        near = difflib.get_close_matches(tag.word, WORDS, 1, 0.6)
        known = "Chỉ dùng if, elif, else, endif, for, endfor."
        sua = f"Có phải là “{near[0]}”? {known}" if near else known
    return Fault(str(found.place), f"Không hiểu thẻ “{tag}”.", sua)
