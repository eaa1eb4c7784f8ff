"""What changed from one version to another, readable: of templates text and effective formatting, of forms lines."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from docgen.comparing import compare
from docgen.comparing.report import wording
from docgen.comparing.report.html import as_part
from docgen.errors import DocgenError
from docgen.intake.source import decode
from docgen.reading.read import read
from docgen.vietnamese.differing import Kind
from docgen.web.mau_files import KeptFile

_AROUND: Final = 3
_MARKS: Final[dict[str, Kind]] = {"+": "added", "-": "removed", " ": "same"}


@dataclass(frozen=True)
class Line:
    """One line of a form. number: in the newer version, 0 for a line that is gone."""

    kind: Kind
    text: str
    number: int = 0


@dataclass(frozen=True)
class Change:
    """What changed. said: in one line. html: of templates, safe. lines: of forms, with a few around."""

    said: str
    html: Markup | None = None
    lines: tuple[Line, ...] = ()


@lru_cache(maxsize=256)
def changed(file: KeptFile, old: bytes, new: bytes) -> Change:
    """Tell what changed. Raises nothing: a version that cannot be read is said to be so."""
    if old == new:
        return Change("giống hệt")
    try:
        if file.sort == "mau":
            difference = compare(read(old, "bản cũ"), read(new, "bản mới"))
            # Both are escaped where they are written.
            return Change(wording.counted(difference), Markup(as_part(difference)))  # noqa: S704
        return _of_lines(decode(old, "bản cũ"), decode(new, "bản mới"))
    except DocgenError as error:
        return Change(f"không so được: {error.faults[0].loi}")


def _of_lines(old: str, new: str) -> Change:
    lines = tuple(_lines(old.splitlines(), new.splitlines()))
    added, removed = (sum(line.kind == kind for line in lines) for kind in ("added", "removed"))
    said = [f"thêm {added} dòng" if added else "", f"bỏ {removed} dòng" if removed else ""]
    return Change(", ".join(filter(None, said)) or "chỉ khác dấu xuống dòng", lines=lines)


def _lines(old: list[str], new: list[str]) -> Iterator[Line]:
    number = 0
    for text in difflib.unified_diff(old, new, n=_AROUND, lineterm=""):
        if text.startswith(("---", "+++")) and not number:
            continue
        if text.startswith("@@"):
            if number:
                yield Line("skipped", "…")
            number = int(text.split("+")[1].split(",")[0].split(" ")[0])
            continue
        kind = _MARKS[text[0]]
        yield Line(kind, text[1:], 0 if kind == "removed" else number)
        number += kind != "removed"
