"""One file or one text, YAML or JSON → plain values with their places."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from docgen.errors import Fault, Unusable
from docgen.intake import json_text, yaml_text
from docgen.intake.loaded import Loaded
from docgen.intake.source import MAX_BYTES, Kind, decode, kind_of, read_bytes


def read_file(path: Path) -> Loaded:
    """Read a ``.yaml``, ``.yml`` or ``.json`` file as plain values.

    Raises Unusable when it is no file, too large (5 MB), no UTF-8 or UTF-16 text, or broken; InputFaults when it
    holds no mapping. Size and encoding are looked at first.
    """
    kind = kind_of(path)
    text = decode(read_bytes(path), str(path))
    try:
        return read_text(text, kind)
    except Unusable as error:
        raise Unusable(replace(fault, noi=str(path)) for fault in error.faults) from None


def read_text(text: str, kind: Kind = "yaml") -> Loaded:
    """Do the same with text that is already there; raises as :func:`read_file` does."""
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise Unusable(Fault("", f"Dữ liệu dài quá {MAX_BYTES // 1024 // 1024} MB."))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return json_text.read(text) if kind == "json" else yaml_text.read(text)
