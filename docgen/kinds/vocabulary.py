"""The names a form may ask for, and what each of them can hold, taken from the Document itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from docgen.document import schema
from docgen.document.own import RIENG
from docgen.kinds.form import Kieu

# What the Document makes of a value → the ways a form may ask for it.
_WAYS: dict[str, frozenset[Kieu]] = {
    "string": frozenset({"line", "paragraph", "body", "sections", "date"}),
    "strings": frozenset({"lines"}),
    "integer": frozenset({"number"}),
    "boolean": frozenset({"yes-no"}),
    "choice": frozenset({"choice"}),
    "parts": frozenset({"appendices"}),
    "mapping": frozenset(),
}


def vocabulary() -> dict[str, frozenset[Kieu]]:
    """Dotted name → kinds of question that fit it. Parts that repeat (``phu_luc``) are one name.

    What a kind asks for itself (``rieng.thoi_gian``) is not among them: each form adds its own.
    """
    root = _root()
    return {name: _WAYS[_shape(part, root)] for name, part in _leaves(root, root, "") if name != RIENG}


def part_vocabulary(ten: str) -> dict[str, frozenset[Kieu]]:
    """List the names within one repeated part (``phu_luc`` → ``ten``, ``noi_dung`` …); empty for others."""
    root = _root()
    found = dict(_leaves(root, root, "")).get(ten, {})
    if _shape(found, root) != "parts":
        return {}
    inner = _resolved(found["items"], root)
    return {name: _WAYS[_shape(part, root)] for name, part in _leaves(inner, root, "")}


def options(ten: str) -> frozenset[str]:
    """List the answers the Document knows for a name that is a choice."""
    root = _root()
    part = dict(_leaves(root, root, "")).get(ten, {})
    return frozenset(option for branch in _branches(part, root) for option in branch.get("enum", ()))


@cache
def _root() -> dict[str, Any]:
    return schema()


def _leaves(part: dict[str, Any], root: dict[str, Any], before: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, inner in part["properties"].items():
        group = next((branch for branch in _branches(inner, root) if "properties" in branch), None)
        if group is not None:
            yield from _leaves(group, root, f"{before}{name}.")
        else:
            yield f"{before}{name}", inner


def _resolved(part: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    reference = part.get("$ref")
    return root["$defs"][reference.rsplit("/", 1)[1]] if reference else part


def _branches(part: dict[str, Any], root: dict[str, Any]) -> list[dict[str, Any]]:
    """List the ways a value may look, without "absent"."""
    found = []
    for branch in part.get("anyOf", [part]):
        whole = _resolved(branch, root)
        if "anyOf" in whole:
            found += _branches(whole, root)
        elif whole.get("type") != "null":
            found.append(whole)
    return found


def _shape(part: dict[str, Any], root: dict[str, Any]) -> str:
    branches = _branches(part, root)
    types = {branch.get("type") for branch in branches}
    if any("enum" in branch for branch in branches):
        return "choice"
    if "integer" in types:
        return "integer"
    if "array" in types:
        items = _resolved(branches[0]["items"], root)
        return "parts" if "properties" in items else "strings"
    if "object" in types:
        return "mapping"
    return "boolean" if "boolean" in types else "string"
