"""The names of a web form: ``co_quan.ten``, ``can_cu[]``, ``phan[3].tieu_de``.

A post is a flat list of (name, value) pairs in the order of the page. What stands in brackets only tells parts
that belong together from others: the order in which they first appear is the order on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from docgen.errors import Fault, InputFaults
from docgen.vietnamese.refusal import quoted

# A form of 100 sections, 100 appendices and long lists has about 1,000 inputs.
MAX_INPUTS = 5_000

_NAME = re.compile(
    r"(?P<ten>[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*)(?:\[(?P<khoa>[\w-]{0,40})\](?:\.(?P<con>[a-z_]+))?)?"
)


@dataclass(frozen=True)
class Input:
    """One input of the page: its name, and which of those with this name it is (0 for the first)."""

    name: str
    nth: int = 0


@dataclass
class Post:
    """The pairs of a post, sorted by what they are.

    single: name → value. listed: name → inputs called ``name[]`` or ``name[key]`` with their values. parts: name → key
    in the brackets → name within the part → value. All in the order of the page.
    """

    single: dict[str, str] = field(default_factory=dict)
    listed: dict[str, list[tuple[Input, str]]] = field(default_factory=dict)
    parts: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)


def sort_pairs(pairs: Iterable[tuple[str, str]]) -> Post:
    """Sort a post. Raises InputFaults for names that are none, come twice, or are too many."""
    post = Post()
    faults: list[Fault] = []
    for count, (name, value) in enumerate(pairs, start=1):
        if count > MAX_INPUTS:
            raise InputFaults(Fault("", f"Biểu gửi lên có quá nhiều ô (hơn {MAX_INPUTS})."))
        fault = _add(post, name, value.replace("\r\n", "\n").replace("\r", "\n"))
        if fault:
            faults.append(fault)
    if faults:
        raise InputFaults(faults)
    return post


def _add(post: Post, name: str, value: str) -> Fault | None:
    found = _NAME.fullmatch(name)
    if found is None or (found["con"] is not None and not found["khoa"]):
        return Fault(name[:80], f"Tên ô {quoted(name)} không đúng dạng.")
    ten, key, inner = found["ten"], found["khoa"], found["con"]
    if key is None:
        return _once(post.single, ten, name, value)
    if inner is None:
        same = post.listed.setdefault(ten, [])
        same.append((Input(name, sum(known.name == name for known, _ in same)), value))
        return None
    return _once(post.parts.setdefault(ten, {}).setdefault(key, {}), inner, name, value)


def _once(values: dict[str, str], key: str, name: str, value: str) -> Fault | None:
    if key in values:
        return Fault(name, f"Ô {quoted(name)} được gửi lên hai lần.")
    values[key] = value
    return None
