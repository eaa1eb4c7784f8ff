"""Templates, forms and samples as the maintainers' pages address them, with all their versions.

Version 0 is what docgen itself brings; the others stand on the shelf (:mod:`docgen.store.shelf`).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from flask import abort

from docgen.data_dir import DataDir
from docgen.errors import DocgenError
from docgen.intake.kind_files import load_kinds
from docgen.standards.choose import STANDARDS
from docgen.standards.standard import TheThuc
from docgen.store import NotThere
from docgen.web.shop import store
from docgen.web.showing import data_dir

OWN: Final = 0
"""The version docgen itself brings."""

Sort = Literal["mau", "bieu", "du-lieu"]
"""A Word template, a form, a sample paper."""

_ADDRESS: Final = re.compile(r"(?P<loai>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?P<the_thuc>[a-z0-9]+)(?P<sample>\.du-lieu)?)?")
_LONGEST: Final = 120


@dataclass(frozen=True)
class KeptFile:
    """One file of a data folder. address: in pages (``ke-hoach.nd30``); ten: in the folder; the_thuc: "" for forms."""

    address: str
    ten: str
    loai: str
    the_thuc: str
    sort: Sort

    @property
    def suffix(self) -> str:
        """The ending of the file's name."""
        return Path(self.ten).suffix

    @property
    def standard(self) -> TheThuc | None:
        """The standard, when docgen knows it."""
        return next((each for each in STANDARDS if each == self.the_thuc), None)

    @property
    def called(self) -> str:
        """What people call it: "Mẫu Word Kế hoạch, Nghị định 30"."""
        what = {"mau": "Mẫu Word", "bieu": "Biểu", "du-lieu": "Bản mẫu dữ liệu"}[self.sort]
        standard = STANDARDS[self.standard].ten_ngan if self.standard else self.the_thuc
        return f"{what} {kind_name(self.loai)}{f', {standard}' if standard else ''}"


@dataclass(frozen=True)
class Edition:
    """One version. number: 0 for docgen's own, which has no at, who or note. since, by: of the one in use.

    papers: how many were made with it.
    """

    number: int
    sha256: str
    size: int
    active: bool
    at: datetime | None = None
    who: str = ""
    note: str = ""
    papers: int = 0
    since: datetime | None = None
    by: str = ""

    @property
    def called(self) -> str:
        """What people call it, within a sentence."""
        return f"bản {self.number}" if self.number else "bản của docgen"


def template_file(loai: str, the_thuc: str) -> KeptFile:
    """The template of a kind in a standard, whether it is there or not."""
    return KeptFile(f"{loai}.{the_thuc}", f"templates/{loai}.{the_thuc}.docx", loai, the_thuc, "mau")


def form_file(loai: str) -> KeptFile:
    """The form of a kind, whether it is there or not."""
    return KeptFile(loai, f"forms/{loai}.yaml", loai, "", "bieu")


def sample_file(loai: str, the_thuc: str) -> KeptFile:
    """The sample paper of a kind in a standard, whether it is there or not."""
    return KeptFile(f"{loai}.{the_thuc}.du-lieu", f"forms/mau/{loai}.{the_thuc}.yaml", loai, the_thuc, "du-lieu")


def the_file(address: str) -> KeptFile:
    """Find a file by its address; 404 for one that neither docgen brings nor the shelf ever had."""
    found = _ADDRESS.fullmatch(address) if len(address) <= _LONGEST else None
    if found is None:
        abort(404)
    if not found["the_thuc"]:
        file = form_file(found["loai"])
    elif found["sample"]:
        file = sample_file(found["loai"], found["the_thuc"])
    else:
        file = template_file(found["loai"], found["the_thuc"])
    if not own_path(file).is_file() and not store().shelf.versions(file.ten):
        abort(404)
    return file


def kind_name(loai: str) -> str:
    """What people call a kind; its code while its form cannot be read."""
    try:
        form = load_kinds(data_dir()).forms.get(loai)
    except DocgenError:
        form = None
    return form.ten_goi if form else loai


def own_path(file: KeptFile) -> Path:
    """Where docgen's own file stands, or would stand."""
    return DataDir(data_dir().root).file(file.ten)


def editions(file: KeptFile) -> tuple[Edition, ...]:
    """List the versions, newest first, docgen's own last."""
    shelf = store().shelf
    kept = shelf.versions(file.ten)
    standing = shelf.standing().get(file.ten)
    own = own_path(file)
    own_sha = digest(own) if own.is_file() else ""
    counts = shelf.paper_counts([own_sha, *(each.sha256 for each in kept)]) if file.sort == "mau" else {}
    since, by = (standing.at, standing.who) if standing else (None, "")
    found = [
        Edition(
            each.number, each.sha256, each.size, each.active, each.at, each.who, each.note,
            counts.get(each.sha256, 0), since if each.active else None, by if each.active else "",
        )
        for each in kept
    ]  # fmt: skip
    if own_sha:
        active = not any(each.active for each in kept)
        told = (since, by) if active else (None, "")
        found.append(
            Edition(OWN, own_sha, own.stat().st_size, active, papers=counts.get(own_sha, 0), since=told[0], by=told[1])
        )
    return tuple(found)


def edition(file: KeptFile, number: int) -> Edition:
    """Find one version; 404 for one there is none of."""
    found = next((each for each in editions(file) if each.number == number), None)
    if found is None:
        abort(404)
    return found


def in_use(found: tuple[Edition, ...]) -> Edition | None:
    """The version in use; None when neither docgen brings one nor one of the shelf is in use."""
    return next((each for each in found if each.active), None)


def before(found: tuple[Edition, ...], number: int) -> Edition | None:
    """The version before one: the next older one, in the end docgen's own."""
    return next((each for each in found if each.number < number), None)


def content(file: KeptFile, number: int) -> bytes:
    """Read the bytes of a version; 404 for one there is none of."""
    if number == OWN:
        try:
            return own_path(file).read_bytes()
        except OSError:
            abort(404)
    try:
        return store().shelf.get(file.ten, number).data
    except NotThere:
        abort(404)


def by_digest(sha256: str) -> list[tuple[KeptFile, int]]:
    """Find which versions of which templates have these bytes, those of the shelf first."""
    found = [
        (the_file(_address(kept.ten)), kept.number) for kept in store().shelf.known(sha256) if _is_template(kept.ten)
    ]
    own = DataDir(data_dir().root)
    found += [(the_file(path.stem), OWN) for path in own.template_files() if digest(path) == sha256]
    return found


def digest(path: Path) -> str:
    """Tell the SHA-256 of a file, read once as long as it stays as it is; "" when it cannot be read."""
    try:
        seen = path.stat()
        return _digest(path, seen.st_mtime_ns, seen.st_size)
    except OSError:
        return ""


@lru_cache(maxsize=512)
def _digest(path: Path, _changed_ns: int, _size: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _is_template(ten: str) -> bool:
    return ten.startswith("templates/")


def _address(ten: str) -> str:
    return Path(ten).stem
