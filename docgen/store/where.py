"""Which database: the one that is named, or a file in the user's data folder."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from docgen.errors import Fault, Unusable

SETTING = "DOCGEN_DB"
"""Environment variable: an SQLAlchemy URL."""

FILE = "docgen.sqlite3"

JOBS = "DOCGEN_JOBS"
"""Environment variable: the folder for the files of jobs."""

SHELF = "DOCGEN_KHO_MAU"
"""Environment variable: the folder where the templates and forms in use are laid out."""


def find(url: str | None = None) -> URL:
    """Find the database: ``url``, else DOCGEN_DB, else a file in the user's data folder, which is made if need be.

    A SQLite file is named by its absolute path in the answer, exists, and is the user's own to read when we make it.
    Raises Unusable when the URL cannot be read or the place cannot be written.
    """
    if not (url or os.environ.get(SETTING)):
        return _file(_made(data_folder()) / FILE)
    parsed = named(url)
    return _sqlite(parsed) if parsed.get_backend_name() == "sqlite" else parsed


def named(url: str | None = None) -> URL:
    """Read the address of the database as :func:`find` does, without looking whether it is there or making it.

    Raises Unusable when it cannot be read.
    """
    said = url or os.environ.get(SETTING)
    if not said:
        return URL.create("sqlite", database=str(data_folder() / FILE))
    try:
        return make_url(said)
    except (ArgumentError, ValueError):
        # Not shown: it may hold a password.
        raise Unusable(Fault(SETTING, "Địa chỉ kho dữ liệu viết không đúng.", _WANTED)) from None


def data_folder() -> Path:
    """Where the user's data stand: XDG_DATA_HOME (``~/.local/share``), or LOCALAPPDATA on Windows; plus ``docgen``.

    Raises Unusable when the system knows no home for the user.
    """
    name, usual = ("LOCALAPPDATA", "AppData/Local") if os.name == "nt" else ("XDG_DATA_HOME", ".local/share")
    named = os.environ.get(name)
    # The XDG rules say to overlook a relative path.
    if named and Path(named).is_absolute():
        return Path(named) / "docgen"
    try:
        return Path.home() / usual / "docgen"
    except RuntimeError as error:
        loi = "Không rõ thư mục riêng của người dùng đang chạy docgen nên chưa biết để kho dữ liệu ở đâu."
        raise Unusable(Fault(SETTING, loi, _WANTED)) from error


def jobs_folder(url: URL) -> Path:
    """Where the files of jobs stand: DOCGEN_JOBS, else beside the SQLite file, else in the user's data folder.

    It need not exist. Raises Unusable as :func:`data_folder` does.
    """
    return _beside(url, JOBS, "jobs")


def shelf_folder(url: URL) -> Path:
    """Where the templates and forms in use are laid out: DOCGEN_KHO_MAU, else beside the database like jobs.

    It need not exist. Raises Unusable as :func:`data_folder` does.
    """
    return _beside(url, SHELF, "kho-mau")


def _beside(url: URL, setting: str, called: str) -> Path:
    said = os.environ.get(setting)
    if said:
        return Path(said).absolute()
    path = url.database or ""
    if url.get_backend_name() == "sqlite" and path and not path.startswith("file:"):
        file = Path(path).absolute()
        return file.with_name(f"{file.stem}-{called}")
    return data_folder() / called


def told(url: URL) -> str:
    """Show a database in a message: the path of a file, or the URL without its password."""
    shown = url.database if url.get_backend_name() == "sqlite" else None
    return shown or url.render_as_string(hide_password=True)


def _sqlite(url: URL) -> URL:
    path = url.database or ""
    if path in {"", ":memory:"} or url.query.get("mode") == "memory" or path.startswith("file::memory:"):
        loi = "Kho dữ liệu trong bộ nhớ không giữ được bản thảo và không dùng chung được giữa các luồng."
        raise Unusable(Fault(SETTING, loi, _WANTED))
    if path.startswith("file:"):
        return url
    return _file(Path(path).absolute(), url)


def _file(path: Path, url: URL | None = None) -> URL:
    if not path.parent.is_dir():
        sua = f"Hãy tạo thư mục {path.parent}, hoặc sửa đường dẫn trong {SETTING}."
        raise Unusable(Fault(str(path), "Chưa có thư mục để chứa kho dữ liệu này.", sua))
    try:
        # SQLite would make it readable for everybody; what stands beside it (-wal, -shm) takes its permissions.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise Unusable(_unwritable(path)) from error
    return (url or URL.create("sqlite")).set(database=str(path))


def _made(folder: Path) -> Path:
    try:
        if not folder.is_dir():
            folder.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(FileExistsError):
                folder.mkdir(mode=0o700)
    except OSError as error:
        raise Unusable(_unwritable(folder)) from error
    return folder


def _unwritable(path: Path) -> Fault:
    sua = f"Hãy cho phép ghi ở đó, hoặc chỉ một nơi khác bằng {SETTING}, ví dụ: sqlite:////srv/docgen/docgen.sqlite3"
    return Fault(str(path), "Không ghi được kho dữ liệu ở đây.", sua)


_WANTED = (
    f"{SETTING} là một địa chỉ SQLAlchemy, ví dụ: sqlite:////srv/docgen/docgen.sqlite3 hoặc "
    "postgresql+psycopg://docgen@may-chu/docgen. Bỏ trống thì dùng một tệp trong thư mục dữ liệu của người dùng."
)
