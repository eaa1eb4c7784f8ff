"""The story of docgen, on one screen: from what a user gave to a paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from docgen.context import words
from docgen.data_dir import DataDir, find
from docgen.document import Built, Document
from docgen.errors import Fault
from docgen.files import file_name
from docgen.importing.data_text import data_text
from docgen.importing.embedded import Place
from docgen.importing.stamp import stamped
from docgen.intake.assemble import assemble, standard_of, understood
from docgen.intake.dump import plain
from docgen.intake.kind_files import load_kinds
from docgen.kinds import Kinds
from docgen.render import Archive, Merge, Template

Given = Mapping[str, Any] | Document | Built
Way = Literal["alone", "copy", "trees"]


@dataclass(frozen=True)
class Paper:
    """A paper that is made.

    docx: the Word file. notes: what was changed or is doubted, each with its place. explanation: one sentence on
    the standard that was chosen, and why. file_name: a name for the file, safe on every system.
    """

    docx: bytes
    notes: tuple[Fault, ...]
    explanation: str
    file_name: str


def make(given: Given, data_dir: DataDir | Path | None = None, way: Way = "alone") -> Paper:
    """Make a paper of plain values, of a Document, or of what ``load`` gave.

    data_dir: where forms and templates are; found as :func:`docgen.data_dir.find` says when left out. way: "copy" is
    quicker for one of many papers that are mostly the same, and gives the same bytes; "trees" is the slow way against
    which the others are checked, and gives the same parts.
    Raises InputFaults with every fault of the input, TemplateFaults for those of the Word template, Unusable
    when a file of docgen's own cannot be read.
    """
    data = data_dir if isinstance(data_dir, DataDir) else find(data_dir)
    kinds = load_kinds(data)
    built = _understood(given, kinds)
    document = built.document
    choice = standard_of(document)
    spoken = words(document, choice.standard, kinds.get(document.loai))
    template = _template(data.template(document.loai, choice.standard.ma))
    docx = template.made(spoken, data_text(document), way)
    number = spoken["so_ky_hieu"].removeprefix(choice.standard.so.dau.value)
    return Paper(docx, built.notes, choice.giai_thich, _name(number, document.trich_yeu))


class Copies:
    """Makes the copies of a batch: the same bytes as :func:`make`, from plain values that were looked at before.

    data_dir: nobody changes its files meanwhile.
    """

    def __init__(self, data_dir: DataDir) -> None:
        self._data, self._kinds = data_dir, load_kinds(data_dir)
        self._templates: dict[Path, _Template] = {}

    def made(self, raw: Mapping[str, Any]) -> bytes:
        """Make one copy.

        raw: plain values that the preflight let pass; the model and the notation are asked again, what the kind and
        the standard have to say of them is not. Raises InputFaults, TemplateFaults, Unusable.
        """
        document = understood(raw).document
        standard = standard_of(document).standard
        spoken = words(document, standard, self._kinds.get(document.loai))
        path = self._data.template(document.loai, standard.ma)
        template = self._templates.get(path)
        if template is None:
            template = self._templates[path] = _template(path)
        return template.made(spoken, data_text(document), "copy")


def _understood(given: Given, kinds: Kinds) -> Built:
    if isinstance(given, Built):
        return given
    return assemble(plain(given) if isinstance(given, Document) else given, kinds)


def _name(number: str, trich_yeu: str) -> str:
    """Name the file by number and abstract; where the number is still a gap, by the code alone."""
    return file_name([number.strip(" \u00a0/-"), trich_yeu], ".docx")


class _Template:
    """A template, and the place for the data of a paper among its parts."""

    def __init__(self, path: Path) -> None:
        self._template = Template(path)
        still = self._template.archive.still
        version = sha256(path.read_bytes()).hexdigest()
        still = {**still, **stamped(still, path.stem, version)}
        self._merge = Merge(self._template)
        self._place = Place(still, version)
        self._archive = Archive({**still, **self._place.still})

    def made(self, spoken: Mapping[str, object], data: bytes, way: Way) -> bytes:
        """The paper that says ``spoken`` and carries ``data``, each part written once."""
        ways = {"alone": self._template.made, "copy": self._merge.made, "trees": self._template.made_by_trees}
        parts = ways[way](spoken)
        return self._archive.pack({**parts, **self._place.carrying(data, self._place.said(parts))})


def _template(path: Path) -> _Template:
    """Open a template, once as long as its file stays as it is: a maintainer's edit takes effect at once."""
    try:
        seen = path.stat()
    except OSError:
        return _Template(path)
    return _opened(path, seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=32)
def _opened(path: Path, _changed_ns: int, _size: int) -> _Template:
    return _Template(path)
