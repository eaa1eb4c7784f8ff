"""The folder of a contact sheet: written over only when it was one already."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from docgen import files
from docgen.errors import Fault, Unusable
from docgen.files import AlreadyThere
from docgen.workshop.contact_sheet import MARK, PAGE, Sheet, sheet_files

_OURS: Final = ("*/*.png", "*/*.docx", "*/*.pdf")
_MARK_WITHIN: Final = 500


def refuse_other(folder: Path, replace: bool = False) -> None:
    """Raise AlreadyThere when a folder holds something else than a sheet and ``replace`` does not allow that."""
    try:
        is_other = folder.exists() and not replace and not _is_sheet(folder) and any(folder.iterdir())
    except OSError as error:
        raise _unwritten(folder, error) from error
    if is_other:
        loi = "Thư mục này đang có tệp khác, docgen không tự ý ghi vào."
        raise AlreadyThere(Fault(str(folder), loi, "Hãy chọn thư mục khác, hoặc cho phép ghi đè."))


def write_sheet(folder: Path, sheet: Sheet, replace: bool = False) -> Path:
    """Write a sheet with its pictures and papers into a folder; gives the page to open.

    What an earlier sheet there has and this one has not goes. Raises AlreadyThere as :func:`refuse_other` does,
    Unusable when the folder cannot be written.
    """
    refuse_other(folder, replace)
    is_earlier = _is_sheet(folder)
    made = {folder / name: data for name, data in sheet_files(sheet).items()}
    page = folder / PAGE
    try:
        for inner in {path.parent for path in made}:
            inner.mkdir(parents=True, exist_ok=True)
        # Hundreds of pictures that can be made again: they need not be on the disk before the page leads to them.
        for path, data in made.items():
            if path != page:
                path.write_bytes(data)
        files.write_file(page, made[page], replace=True)
        if is_earlier:
            stale = [path for pattern in _OURS for path in folder.glob(pattern) if path not in made]
            for path in stale:
                path.unlink()
    except OSError as error:
        raise _unwritten(folder, error) from error
    return page


def _is_sheet(folder: Path) -> bool:
    try:
        with (folder / PAGE).open(encoding="utf-8", errors="replace") as page:
            return MARK in page.read(_MARK_WITHIN)
    except OSError:
        return False


def _unwritten(folder: Path, error: OSError) -> Unusable:
    return Unusable(Fault(str(folder), f"Không ghi được trang xem ({error.strerror})."))
