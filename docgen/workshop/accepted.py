"""The accepted pictures of a template, kept in a folder: ``<case>.<page>.png``, nothing else of that folder touched.

They are plain files, so that a maintainer can look at them, and keep them with the template wherever that is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from docgen import files
from docgen.errors import Fault, Unusable
from docgen.workshop.pictures import Shown

SUFFIX: Final = ".anh-duyet"
_NAME: Final = re.compile(r"(?P<ma>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<so>\d{3,6})\.png")


def folder_of(template: Path) -> Path:
    """The folder beside a template in which its accepted pictures are kept when no other is named."""
    return template.with_name(f"{template.stem}{SUFFIX}")


def load(folder: Path) -> dict[str, tuple[bytes, ...]]:
    """Read the accepted pictures: code of a case → PNG of its pages in order; {} when nothing is accepted yet.

    Raises Unusable when the folder or a picture cannot be read.
    """
    found: dict[str, list[bytes]] = {}
    for path, name in _pictures(folder):
        try:
            found.setdefault(name["ma"], []).append(path.read_bytes())
        except OSError as error:
            raise Unusable(Fault(str(path), f"Không đọc được ảnh đã duyệt ({error.strerror}).")) from error
    return {ma: tuple(pages) for ma, pages in found.items()}


def accept(folder: Path, shown: Iterable[Shown], others: Iterable[str] = ()) -> None:
    """Make the pictures of these cases the accepted ones.

    others: codes of cases that were not looked at. They keep what was accepted of them, and so does a case that could
    not be made; cases that are no more, and pages that are no more, go. Raises Unusable when the folder cannot be
    written; no picture is half written then.
    """
    cases = tuple(shown)
    before = load(folder)
    fresh = {_path(folder, one, at): page for one in cases for at, page in enumerate(one.pages)}
    # Pages that are as they were are not written again: putting a hundred files on the disk for good takes seconds.
    same = {
        _path(folder, one, at) for one in cases for at, page in enumerate(one.pages) if _at(before, one, at) == page
    }
    kept = {one.case.ma for one in cases if not one.pages} | set(others)
    stale = [path for path, name in _pictures(folder) if path not in fresh and name["ma"] not in kept]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files.write_files([(path, page) for path, page in fresh.items() if path not in same], replace=True)
        for path in stale:
            path.unlink()
    except OSError as error:
        raise Unusable(Fault(str(folder), f"Không ghi được ảnh đã duyệt ({error.strerror}).")) from error


def _path(folder: Path, one: Shown, at: int) -> Path:
    return folder / f"{one.case.ma}.{at + 1:03}.png"


def _at(before: dict[str, tuple[bytes, ...]], one: Shown, at: int) -> bytes:
    pages = before.get(one.case.ma, ())
    return pages[at] if at < len(pages) else b""


def _pictures(folder: Path) -> list[tuple[Path, re.Match[str]]]:
    """The pictures in a folder, by case and page."""
    try:
        names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        raise Unusable(Fault(str(folder), f"Không mở được thư mục ảnh đã duyệt ({error.strerror}).")) from error
    found = [(folder / name, match) for name in names if (match := _NAME.fullmatch(name))]
    return sorted(found, key=lambda one: (one[1]["ma"], int(one[1]["so"])))
