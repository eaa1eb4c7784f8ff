"""One file → another kind of file, by a LibreOffice that is started for it and ends with it."""

from __future__ import annotations

import io
import logging
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import Fault, Unusable
from docgen.pdf.processes import started
from docgen.pdf.profiles import lent_profile
from docgen.pdf.program import INSTALL, NOI, find_office

# A plan of ten pages takes half a second, the first one after starting a second; a minute is a hung program.
TIME_LIMIT_S = 60.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Way:
    """One kind of file to another. Naming both filters keeps LibreOffice from guessing another kind."""

    source: str
    infilter: str
    target: str
    result: str
    name: str
    start: bytes
    end: bytes


TO_PDF = Way("van-ban.docx", "MS Word 2007 XML", "pdf:writer_pdf_Export", "van-ban.pdf", "tệp PDF", b"%PDF-", b"%%EOF")
_TO_DOCX = Way(
    "van-ban.doc", "MS Word 97", "docx:MS Word 2007 XML", "van-ban.docx", "tệp .docx", b"PK\x03\x04", b"PK\x05\x06"
)


def to_pdf(docx: bytes | Path, *, time_limit_s: float = TIME_LIMIT_S) -> bytes:
    """Convert one Word file, given as its bytes or its path.

    Raises Unusable when LibreOffice is missing, the file is no Word file, or no PDF came out in time.
    """
    return _converted(word_file(docx), TO_PDF, time_limit_s)


def to_docx(doc: bytes, *, time_limit_s: float = TIME_LIMIT_S) -> bytes:
    """Convert an old Word file (.doc), given as its bytes, to a .docx; looks may change a little on the way.

    Raises Unusable when LibreOffice is missing or made no .docx of it in time.
    """
    return _converted(doc, _TO_DOCX, time_limit_s)


def _converted(data: bytes, way: Way, time_limit_s: float) -> bytes:
    office = find_office()
    with lent_profile() as profile:
        return convert(office, profile, data, way, time_limit_s)


def word_file(docx: bytes | Path) -> bytes:
    """Read a Word file; anything else is refused, since LibreOffice would print plain text as well."""
    try:
        data = docx if isinstance(docx, bytes) else docx.read_bytes()
    except OSError as error:
        raise Unusable(Fault(str(docx), f"Không đọc được tệp ({error.strerror}).")) from error
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            known = {"[Content_Types].xml", "word/document.xml"} <= set(package.namelist())
    except zipfile.BadZipFile:
        known = False
    if not known:
        noi = NOI if isinstance(docx, bytes) else str(docx)
        raise Unusable(Fault(noi, "Đây không phải là tệp Word (.docx) nguyên vẹn nên không đổi sang PDF được."))
    return data


def convert(
    office: Path,
    profile: Path,
    data: bytes,
    way: Way,
    time_limit_s: float,
    told: Callable[[subprocess.Popen[bytes]], None] = lambda _: None,
) -> bytes:
    """Run LibreOffice once, on a profile; a LibreOffice that already runs on it does the work instead.

    told: is given the process that was started, as :func:`docgen.pdf.processes.started` says.
    Raises Unusable when it does not start, does not end in time, or leaves no whole file.
    """
    with tempfile.TemporaryDirectory(prefix="docgen-pdf-") as folder:
        work = Path(folder)
        (work / way.source).write_bytes(data)
        said = _run(office, profile, work, way, time_limit_s, told)
        return _result(work / way.result, way, said)


def options(profile: Path) -> list[str]:
    """List the options with which LibreOffice always starts here."""
    return [
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
    ]


def no_start(office: Path, error: OSError) -> Unusable:
    """Tell that LibreOffice did not even start."""
    _log.warning("cannot start %s: %s", office, error)
    return Unusable(Fault(NOI, f"Không khởi động được LibreOffice ({office}).", INSTALL))


def too_slow(time_limit_s: float, name: str, said: str) -> Unusable:
    """Tell that LibreOffice was ended; ``name`` is what it was to make, ``said`` its last words."""
    _log.warning("LibreOffice stopped after %s s: %s", time_limit_s, said)
    return Unusable(
        Fault(
            NOI,
            f"LibreOffice chưa làm xong sau {round(time_limit_s, 1):g} giây nên đã bị dừng.",
            f"Xin thử lại; nếu văn bản rất dài, hãy mở bằng Word và lưu thành {name}.",
        )
    )


def tail(log: Path) -> str:
    """Read the last words of a log, on one line."""
    try:
        text = log.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return " ".join(text.split())[-300:]


def _run(
    office: Path,
    profile: Path,
    work: Path,
    way: Way,
    time_limit_s: float,
    told: Callable[[subprocess.Popen[bytes]], None],
) -> str:
    command = [
        *(str(office), *options(profile), f"--infilter={way.infilter}"),
        *("--convert-to", way.target, "--outdir", str(work), str(work / way.source)),
    ]
    log = work / "log.txt"
    try:
        with log.open("wb") as out, started(command, out, told) as process:
            process.wait(time_limit_s)
    except OSError as error:
        raise no_start(office, error) from error
    except subprocess.TimeoutExpired as error:
        raise too_slow(time_limit_s, way.name, tail(log)) from error
    return tail(log)


def _result(path: Path, way: Way, said: str) -> bytes:
    data = path.read_bytes() if path.is_file() else b""
    if data.startswith(way.start) and way.end in data[-1024:]:
        return data
    _log.warning("LibreOffice left no whole %s: %s", path.name, said)
    raise Unusable(
        Fault(
            NOI,
            f"LibreOffice không làm ra được {way.name} từ văn bản này.",
            f"LibreOffice báo: {said}" if said else "Xin mở tệp bằng Word để kiểm tra.",
        )
    )
