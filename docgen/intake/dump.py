"""A Document as YAML text that a person can go on with, and that loads back equal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from docgen.document import Document, Ngay

# These two are filled in last, by hand, when the paper has been signed: their lines wait in the file.
_WAITING = ("so", "ngay")
_BODIES = ("noi_dung",)
# Other YAML readers guess at these words; in quotes they are text to all of them.
_GUESSED = {"", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_PLAIN = re.compile(r"[^\W\d_](?:[^\n:#]|:(?=\S)|(?<=\S)#)*")
_UNPRINTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")


def dump(document: Document) -> str:
    """YAML text from which the same Document is read; parts that are absent are left out, ``so`` and ``ngay`` stay."""
    return write(plain(document))


def plain(document: Document) -> dict[str, Any]:
    """Give the Document as plain values by the names of the vocabulary: ``docgen.document.build`` makes it again."""
    raw = ((name, plain_field(name, getattr(document, name))) for name in type(document).model_fields)
    return {name: value for name, value in raw if is_written(name, value)}


def is_written(name: str, value: Any) -> bool:
    """Whether a field of a Document stands among the plain values: it says something, or waits for a person's hand."""
    return name in _WAITING or not _is_absent(value)


def plain_field(name: str, value: Any) -> Any:
    """Give what one field of a Document, or of a group in it, says as a plain value."""
    plain = _plain(value)
    return plain + "\n" if name in _BODIES and isinstance(plain, str) else plain


def _is_absent(value: Any) -> bool:
    return value in (None, [], {}, "false")


def _plain_part(part: BaseModel) -> dict[str, Any]:
    raw = ((name, plain_field(name, getattr(part, name))) for name in type(part).model_fields)
    return {name: value for name, value in raw if not _is_absent(value)}


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, BaseModel):
        return _plain_part(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Ngay):
        return str(value)
    if isinstance(value, tuple | Sequence):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return value


def write(raw: Mapping[str, Any]) -> str:
    """Plain values (text, ``None``, lists, mappings) → YAML text in the order given; nothing is sorted."""
    return "".join(f"{line}\n" for line in _mapping(raw, ""))


def _mapping(raw: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in raw.items():
        yield from _entry(f"{indent}{_inline(key)}:", value, indent)


def _entry(head: str, value: Any, indent: str) -> Iterator[str]:
    """``head`` (``key:`` or ``-``) with its value, on its line or on the lines below."""
    inner = indent + "  "
    if isinstance(value, Mapping) and value:
        lines = _mapping(value, inner)
        if head.endswith("-"):
            yield f"{head} {next(lines).removeprefix(inner)}"
        else:
            yield head
        yield from lines
    elif isinstance(value, list) and value:
        yield head
        for part in value:
            yield from _entry(f"{inner}-", part, inner)
    elif isinstance(value, str):
        yield from _text(head, value, inner)
    else:
        yield f"{head} {'null' if value is None else '[]' if isinstance(value, list) else '{}'}"


def _text(head: str, value: str, indent: str) -> Iterator[str]:
    body = value.removesuffix("\n")
    lines = body.split("\n")
    if "\n" not in value or not lines[0].strip() or not lines[-1].strip() or _UNPRINTED.search(value):
        yield f"{head} {_inline(value, head)}"
        return
    # A first line that is itself indented would be taken for the indent of the block.
    depth = "2" if lines[0][0] in " \t" else ""
    chomp = "" if value.endswith("\n") else "-"
    yield f"{head} |{depth}{chomp}"
    for line in lines:
        yield indent + line if line else ""


def _inline(value: str, head: str = "") -> str:
    number = head.strip() in {"so:", "so_ban:", "ngay:"} and re.fullmatch(r"[0-9-]+", value)
    flag = head.strip() == "ngang:" and value == "true"
    ends = value.endswith((" ", "\t", ":", "\u00a0"))
    safe = _PLAIN.fullmatch(value) and not ends and not _UNPRINTED.search(value) and value.lower() not in _GUESSED
    if number or flag or safe:
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)
