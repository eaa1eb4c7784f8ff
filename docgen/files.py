"""Files on disk: whole or not at all, never over another without being asked, under names every system takes."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from docgen.errors import Fault, Unusable

# ext4 allows 255 bytes, Windows 255 UTF-16 units and 260 for the whole path; a Vietnamese letter is up to 3 bytes.
MAX_NAME_CHARS = 120
MAX_NAME_BYTES = 200

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_WINDOWS_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_REASONS = {
    errno.EACCES: "không có quyền ghi ở đó",
    errno.EPERM: "không có quyền ghi ở đó",
    errno.EROFS: "nơi đó chỉ cho đọc",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EFBIG: "tệp quá lớn",
    errno.EDQUOT: "đã hết dung lượng được cấp",
    errno.ENOENT: "chưa có thư mục này",
    errno.ENOTDIR: "đường dẫn đi qua một tệp, không phải thư mục",
    errno.EISDIR: "ở đó là một thư mục",
    errno.ENAMETOOLONG: "tên quá dài",
}


class AlreadyThere(Unusable):
    """A file of that name exists, and nobody asked to replace it."""


def write_file(path: Path, data: bytes, replace: bool = False) -> None:
    """Write one file whole. Raises AlreadyThere, or Unusable when it cannot be written; nothing is left then."""
    write_files([(path, data)], replace)


def write_files(files: Iterable[tuple[Path, bytes]], replace: bool = False) -> None:
    """Write several files that belong together: all of them, or none.

    Each is first written beside its place and then renamed, so that nobody ever reads half a file. With
    ``replace`` a file that is there gives way, and keeps its permissions; a link stays and what it points to
    is replaced.
    """
    wanted = [(_real(path), path, data) for path, data in files]
    if not replace:
        _refuse_existing(path for _, path, _ in wanted)
    beside: list[Path] = []
    placed: list[Path] = []
    try:
        for target, path, data in wanted:
            with _told(path):
                beside.append(_write_beside(target, data))
        for (target, path, _), temporary in zip(wanted, beside, strict=True):
            with _told(path):
                _place(temporary, target, replace)
            placed.append(target)
    except BaseException:
        if not replace:
            _remove(placed)
        raise
    finally:
        _remove(beside)


def file_name(parts: Iterable[str], suffix: str) -> str:
    """Make a file name of some words: ``05/KH-UBND``, ``Phòng dịch`` → ``05-KH-UBND Phòng dịch.docx``.

    Vietnamese letters stay; signs that Windows, Linux or macOS refuse become hyphens; the name is cut at a word.
    """
    text = " ".join(part for part in parts if part)
    text = unicodedata.normalize("NFC", text)
    text = _UNSAFE.sub("-", re.sub(r"\s", " ", text))
    text = "".join(char for char in text if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Cn", "Co"})
    text = re.sub(r"\s*-{2,}\s*", "-", re.sub(r"\s+", " ", text))
    text = _cut(text).strip(" .-")
    if not text or text.split(".")[0].strip().lower() in _WINDOWS_DEVICES:
        text = f"van-ban {text}".strip()
    return text + suffix


def _cut(text: str) -> str:
    while len(text) > MAX_NAME_CHARS or len(text.encode()) > MAX_NAME_BYTES:
        shorter = text[: min(len(text) - 1, MAX_NAME_CHARS)]
        text = shorter.rsplit(" ", 1)[0] if " " in shorter else shorter
    return text


def _real(path: Path) -> Path:
    with _told(path):
        return Path(os.path.realpath(path))


def _refuse_existing(paths: Iterable[Path]) -> None:
    there = [path for path in paths if os.path.lexists(path)]
    if there:
        raise AlreadyThere(_already(path) for path in there)


def _already(path: Path) -> Fault:
    return Fault(str(path), "Đã có tệp này, docgen không tự ý ghi đè.", "Hãy chọn tên khác, hoặc cho phép ghi đè.")


def _write_beside(target: Path, data: bytes) -> Path:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "", str(target))
    temporary = target.with_name(f".docgen-{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError):
            temporary.chmod(target.stat().st_mode & 0o7777)
    except BaseException:
        _remove([temporary])
        raise
    return temporary


def _place(temporary: Path, target: Path, replace: bool) -> None:
    """Give the written file its name; without ``replace`` only if nobody took the name meanwhile."""
    if replace:
        temporary.replace(target)
        return
    try:
        if os.name == "nt":
            temporary.rename(target)
        else:
            os.link(temporary, target)
    except FileExistsError:
        raise AlreadyThere(_already(target)) from None
    except OSError as error:
        # Some file systems (FAT, network shares) know no links.
        if error.errno not in {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}:
            raise
        _refuse_existing([target])
        temporary.replace(target)


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell an error of the system in Vietnamese."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise Unusable(Fault(str(path), f"Không ghi được tệp: {reason(error)}.")) from error


def reason(error: OSError | ValueError) -> str:
    """Say in Vietnamese why the system did not let something be written."""
    if isinstance(error, UnicodeEncodeError):
        return "hệ thống này không nhận chữ có dấu trong tên tệp; hãy chọn tên không dấu"
    return _REASONS.get(error.errno or 0, str(error)) if isinstance(error, OSError) else str(error)
