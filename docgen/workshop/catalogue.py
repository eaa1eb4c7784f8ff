"""Every name a template may use: its path, what it holds, the loops around it, an example, where it is used."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from docgen.data_dir import DataDir, find
from docgen.errors import DocgenError
from docgen.kinds import put
from docgen.kinds.form import Question
from docgen.standards.standard import TheThuc
from docgen.workshop import kind
from docgen.workshop.kind import Target
from docgen.workshop.opened import Opened
from docgen.workshop.remarks import Spot

_FLAGS: Final = {"chu", "dam", "nghieng", "mu"}
_MARKS: Final = {
    "ke": "đường kẻ",
    "ngang": "trang ngang",
    "chu_thich": "chú thích",
    "giu": "giữ đoạn",
    "rong": "độ rộng",
}
_FOR: Final = re.compile(r"for (\w+) in ")
_OPENING: Final = re.compile(r"\{%(\w*) for ")
_LONGEST: Final = 80


@dataclass(frozen=True)
class Loop:
    """How a list is gone through. bien: the name of an item; kieu: ``p`` by paragraphs, ``tr`` rows, ``tc`` cells."""

    bien: str = "muc"
    kieu: str = "p"

    def opening(self, expression: str) -> str:
        """The tag that opens the loop."""
        return f"{{%{self.kieu} for {self.bien} in {expression} %}}"


@dataclass(frozen=True)
class Name:
    """One name.

    ten: dotted path, items of a list as ``noi_dung[]``. kieu: what it holds, in words. the: the tag to copy.
    lap: opening tags of the loops around it, outermost first. nhan: the question's label, "" without one. vi_du: an
    example. dung: where the template uses it. co: False for a name the template uses and nobody supplies.
    gia_tri: the texts it may be, when it is chosen from a few; () else.
    """

    ten: str
    kieu: str
    the: str
    lap: tuple[str, ...] = ()
    nhan: str = ""
    vi_du: str = ""
    dung: tuple[Spot, ...] = ()
    co: bool = True
    gia_tri: tuple[str, ...] = ()

    @property
    def dong(self) -> str:
        """The tag that ends the loop when ``the`` begins one, else ""."""
        found = _OPENING.match(self.the)
        return f"{{%{found[1]} endfor %}}" if found else ""


@dataclass(frozen=True)
class Catalogue:
    """The names of a template, in the order of a paper; those nobody supplies last."""

    opened: Opened
    target: Target | None
    names: tuple[Name, ...]
    luu_y: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        """1 when the template uses a name nobody supplies, else 0."""
        return int(any(not name.co for name in self.names))


def catalogue(
    source: Path | bytes,
    *,
    ten: str = "",
    loai: str | None = None,
    the_thuc: TheThuc | None = None,
    data: DataDir | Path | None = None,
) -> Catalogue:
    """List the names of a template. The arguments, and what it raises, are those of ``check_template``."""
    opened = Opened(source, ten)
    folder = data if isinstance(data, DataDir) else find(data)
    target, luu_y = kind.find_target(opened, folder, loai, the_thuc)
    used = _used(opened)
    loops = _loop_names(opened)
    values: dict[str, Any] = {}
    trials = () if target is None else target.trials
    # The paper with everything in it gives the order, the sample the examples.
    for trial in (*trials[1:2], *trials[:1], *trials[2:]):
        fresh: dict[str, Any] = {}
        for path, value in _walk(trial.words, ""):
            if path not in fresh or _says_nothing(fresh[path]):
                fresh[path] = value
        values |= {path: value for path, value in fresh.items() if path not in values or not _says_nothing(value)}
    names = [_name(path, value, loops, used, target) for path, value in values.items()]
    known = values.keys() | (frozenset() if target is None else target.known)
    for path, spots in used.items():
        if path not in known:
            supplied = target is None
            kieu = "chưa rõ" if supplied else "không ai cung cấp"
            names.append(Name(path, kieu, _tag(path, loops), _around(path, loops), dung=spots, co=supplied))
    return Catalogue(opened, target, tuple(names), tuple(luu_y))


def _used(opened: Opened) -> dict[str, tuple[Spot, ...]]:
    found: dict[str, dict[Spot, None]] = {}
    for view in opened.views:
        for use in view.reading.uses:
            tag, block = use.placed.tag, use.placed.block
            spot = opened.spot(view, block.holder, (tag.start, tag.end))
            found.setdefault(use.name, {})[spot] = None
    return {name: tuple(spots) for name, spots in found.items()}


def _loop_names(opened: Opened) -> dict[str, Loop]:
    """List → the loop the template goes through it with."""
    found: dict[str, Loop] = {}
    for view in opened.views:
        for use in view.reading.uses:
            loop = _FOR.match(use.placed.tag.code)
            if loop and use.placed.tag.word == "for":
                found.setdefault(use.name, Loop(loop[1], use.placed.tag.scope))
    return found


def _walk(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every list and every leaf of the words with its dotted name; groups are only steps on the way."""
    if isinstance(value, Mapping) and not _is_mark(value):
        for key, inner in value.items():
            yield from _walk(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list | tuple) and not _is_rich(value):
        yield path, value
        for inner in value:
            yield from _walk(inner, f"{path}[]")
    else:
        yield path, value


def _is_mark(value: Mapping[str, Any]) -> bool:
    return len(value) == 1 and next(iter(value)) in _MARKS


def _is_rich(value: list[Any] | tuple[Any, ...]) -> bool:
    """Whether a list is text with bold, italics or notes in it; an empty list is taken for a list."""
    return bool(value) and all(
        isinstance(piece, Mapping) and (_is_mark(piece) or ("chu" in piece and piece.keys() <= _FLAGS))
        for piece in value
    )


def _says_nothing(value: Any) -> bool:
    return value in ("", None) or (isinstance(value, list | tuple) and not value)


def _name(
    path: str, value: Any, loops: Mapping[str, Loop], used: Mapping[str, tuple[Spot, ...]], target: Target | None
) -> Name:
    question = None if target is None else target.form.question(path) or target.form.question(path.partition("[")[0])
    is_list = isinstance(value, list | tuple) and not _is_rich(value)
    tag = loops.get(path, Loop()).opening(_expression(path, loops)) if is_list else _tag(path, loops)
    return Name(
        path,
        _kind(value),
        tag,
        _around(path, loops),
        "" if question is None or "." in path.partition("[]")[2] else question.nhan,
        _example(value),
        used.get(path, ()),
        gia_tri=() if question is None or target is None else _choices(path, question, target),
    )


def _choices(path: str, question: Question, target: Target) -> tuple[str, ...]:
    """The texts a choice is printed as: what an ``if`` in a template compares it with."""
    if question.kieu != "choice" or question.ten != path:
        return ()
    found: dict[str, None] = {}
    for one in question.lua_chon:
        answers = copy.deepcopy(dict(target.trials[0].raw))
        put(answers, path, one.ma)
        try:
            said: Any = target.said(answers)
            for step in path.split("."):
                said = said[step]
        except (DocgenError, KeyError, TypeError):
            return ()
        if isinstance(said, str) and said:
            found[said] = None
    return tuple(found)


def _kind(value: Any) -> str:
    if isinstance(value, Mapping):
        return _MARKS[next(iter(value))]
    if isinstance(value, list | tuple):
        return "chữ có định dạng" if _is_rich(value) else "danh sách"
    if isinstance(value, bool):
        return "đúng/sai"
    return "số" if isinstance(value, int) else "chữ"


def _example(value: Any) -> str:
    if isinstance(value, Mapping):
        return ""
    if isinstance(value, list | tuple):
        if not _is_rich(value):
            return ""
        value = "".join(str(piece.get("chu", "")) for piece in value)
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _expression(path: str, loops: Mapping[str, Loop]) -> str:
    """How a tag inside the loops spells the name: ``d.chu`` for ``noi_dung[].chu``."""
    listed, mark, rest = path.rpartition("[]")
    return f"{loops.get(listed, Loop()).bien}{rest}" if mark else path


def _tag(path: str, loops: Mapping[str, Loop]) -> str:
    return f"{{{{ {_expression(path, loops)} }}}}"


def _around(path: str, loops: Mapping[str, Loop]) -> tuple[str, ...]:
    """The opening tags of the loops around a name, outermost first."""
    found: list[str] = []
    listed = path
    while "[]" in listed:
        listed = listed.rpartition("[]")[0]
        found.append(loops.get(listed, Loop()).opening(_expression(listed, loops)))
    return tuple(reversed(found))
