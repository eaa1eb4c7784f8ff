"""The data of a paper as it is written into the paper: JSON, escaped for XML.

A field that says the same as in the paper before is not written again: copies of one plan have most fields in common.
"""

from __future__ import annotations

import json
from typing import Final
from xml.sax.saxutils import escape

from docgen.document import Document
from docgen.intake.dump import is_written, plain_field

_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_NAMES: Final = tuple(Document.model_fields)
# Field → its value, which nobody can change, and what is written for it; "" when nothing is.
_known: Final[dict[str, tuple[object, bytes]]] = {}


def data_text(document: Document) -> bytes:
    """Write the plain values of a document, as :func:`docgen.intake.dump.plain` gives them, in UTF-8."""
    pieces = [_field(name, getattr(document, name)) for name in _NAMES]
    return b"{%s}" % b",".join(filter(None, pieces))


def _field(name: str, value: object) -> bytes:
    known = _known.get(name)
    if known is not None and known[0] is value:
        return known[1]
    plain = plain_field(name, value)
    written = escape(f'"{name}":{_json(plain)}').encode() if is_written(name, plain) else b""
    _known[name] = (value, written)
    return written
