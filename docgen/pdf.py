"""A Word file → a PDF for looking, printing and signing, by LibreOffice: the only room that starts it.

An old .doc becomes a .docx here, for reading.

LibreOffice is a guest here: it gets a profile of its own (two processes on one profile make one of them fail),
a time limit, shut macros and links, and is judged by the file it leaves, because it exits 0 when it fails.
"""

from __future__ import annotations

import atexit
import contextlib
import io
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import Fault, Unusable

# A plan of ten pages takes half a second, the first one after starting a second; a minute is a hung program.
TIME_LIMIT_S = 60.0

_log = logging.getLogger(__name__)
_NOI = "LibreOffice"
_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    # .com waits for the work to end and has an output; .exe returns at once.
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_INSTALL = (
    "Cách cài: trên Debian, Ubuntu chạy “sudo apt-get install libreoffice-writer-nogui fonts-liberation2”; "
    "trên Windows tải LibreOffice tại libreoffice.org rồi cài như thường lệ; "
    "nếu đã cài ở nơi khác, ghi đường dẫn tới soffice vào biến môi trường DOCGEN_SOFFICE."
)

# Scripting: no macro runs, whatever the document asks; files from elsewhere may not make LibreOffice fetch
# pictures or texts. Update: linked content is never refreshed. FirstStart/Crash dialogs would wait for a click.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc">
<prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True)
class _Way:
    """One kind of file to another. Naming both filters keeps LibreOffice from guessing another kind."""

    source: str
    infilter: str
    target: str
    result: str
    name: str
    start: bytes
    end: bytes


_TO_PDF = _Way(
    "van-ban.docx", "MS Word 2007 XML", "pdf:writer_pdf_Export", "van-ban.pdf", "tệp PDF", b"%PDF-", b"%%EOF"
)
_TO_DOCX = _Way(
    "van-ban.doc", "MS Word 97", "docx:MS Word 2007 XML", "van-ban.docx", "tệp .docx", b"PK\x03\x04", b"PK\x05\x06"
)


def to_pdf(docx: bytes | Path, *, time_limit_s: float = TIME_LIMIT_S) -> bytes:
    """Convert one Word file, given as its bytes or its path.

    Raises Unusable when LibreOffice is missing, the file is no Word file, or no PDF came out in time.
    """
    return _converted(_word_file(docx), _TO_PDF, time_limit_s)


def to_docx(doc: bytes, *, time_limit_s: float = TIME_LIMIT_S) -> bytes:
    """Convert an old Word file (.doc), given as its bytes, to a .docx; looks may change a little on the way.

    Raises Unusable when LibreOffice is missing or made no .docx of it in time.
    """
    return _converted(doc, _TO_DOCX, time_limit_s)


def _converted(data: bytes, way: _Way, time_limit_s: float) -> bytes:
    office = find_office()
    with _profile() as profile, tempfile.TemporaryDirectory(prefix="docgen-pdf-") as folder:
        work = Path(folder)
        (work / way.source).write_bytes(data)
        said = _convert(office, profile, work, way, time_limit_s)
        return _result(work / way.result, way, said)


def find_office() -> Path:
    """Find soffice: DOCGEN_SOFFICE, then PATH, then the usual places. Raises Unusable without one."""
    asked = os.environ.get("DOCGEN_SOFFICE", "").strip()
    if asked:
        found = shutil.which(asked)
        if found:
            return Path(found)
        raise Unusable(Fault(_NOI, f"Biến môi trường DOCGEN_SOFFICE ghi “{asked}”, nhưng ở đó không có LibreOffice."))
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    for place in _USUAL_PLACES:
        anchor = Path(place).anchor
        if anchor and Path(anchor).is_dir():
            for path in sorted(Path(anchor).glob(place[len(anchor) :])):
                return path
    raise Unusable(
        Fault(
            _NOI, "Chưa có LibreOffice trên máy này nên không đổi được tệp Word sang dạng khác (PDF, .docx).", _INSTALL
        )
    )


def _word_file(docx: bytes | Path) -> bytes:
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
        noi = _NOI if isinstance(docx, bytes) else str(docx)
        raise Unusable(Fault(noi, "Đây không phải là tệp Word (.docx) nguyên vẹn nên không đổi sang PDF được."))
    return data


def _convert(office: Path, profile: Path, work: Path, way: _Way, time_limit_s: float) -> str:
    """Run LibreOffice once; returns what it said. Raises Unusable when it does not start or end in time."""
    command = [
        str(office),
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
        f"--infilter={way.infilter}",
        *("--convert-to", way.target, "--outdir", str(work), str(work / way.source)),
    ]
    log = work / "log.txt"
    try:
        with log.open("wb") as out, _started(command, out) as process:
            process.wait(time_limit_s)
    except OSError as error:
        _log.warning("cannot start %s: %s", office, error)
        raise Unusable(Fault(_NOI, f"Không khởi động được LibreOffice ({office}).", _INSTALL)) from error
    except subprocess.TimeoutExpired as error:
        _log.warning("LibreOffice stopped after %s s: %s", time_limit_s, _tail(log))
        raise Unusable(
            Fault(
                _NOI,
                f"LibreOffice chưa làm xong sau {time_limit_s:g} giây nên đã bị dừng.",
                f"Xin thử lại; nếu văn bản rất dài, hãy mở bằng Word và lưu thành {way.name}.",
            )
        ) from error
    return _tail(log)


@contextlib.contextmanager
def _started(command: list[str], out: io.BufferedWriter) -> Iterator[subprocess.Popen[bytes]]:
    """Start a process as leader of its own group; nothing of the group outlives the block, however it ends."""
    process = subprocess.Popen(  # noqa: S603 - a program found by us, with paths of our own making
        command,
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=subprocess.STDOUT,
        env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
        start_new_session=sys.platform != "win32",
    )
    try:
        yield process
    finally:
        _end_group(process)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    # soffice is a script that starts another process, which does the work: ending the first alone leaves it.
    if sys.platform == "win32":
        if process.poll() is None:
            taskkill = Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "System32", "taskkill.exe")
            command = [str(taskkill), "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - as above
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _result(path: Path, way: _Way, said: str) -> bytes:
    data = path.read_bytes() if path.is_file() else b""
    if data.startswith(way.start) and way.end in data[-1024:]:
        return data
    _log.warning("LibreOffice left no whole %s: %s", path.name, said)
    raise Unusable(
        Fault(
            _NOI,
            f"LibreOffice không làm ra được {way.name} từ văn bản này.",
            f"LibreOffice báo: {said}" if said else "Xin mở tệp bằng Word để kiểm tra.",
        )
    )


def _tail(log: Path) -> str:
    try:
        text = log.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return " ".join(text.split())[-300:]


_lock = threading.Lock()
_idle: list[Path] = []
_owner = os.getpid()


@contextlib.contextmanager
def _profile() -> Iterator[Path]:
    """Lend a profile folder that nobody else uses; it is kept for the next paper, since making one costs 150 ms."""
    with _lock:
        _forget_parents_profiles()
        folder = _idle.pop() if _idle else None
    folder = folder or _new_profile()
    try:
        yield folder
    except BaseException:
        # A killed LibreOffice may leave its profile broken.
        shutil.rmtree(folder, ignore_errors=True)
        raise
    with _lock:
        _idle.append(folder)


def _forget_parents_profiles() -> None:
    global _owner
    if _owner != os.getpid():
        _idle.clear()
        _owner = os.getpid()


def _new_profile() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="docgen-libreoffice-"))
    (folder / "user").mkdir()
    (folder / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    return folder


@atexit.register
def _remove_profiles() -> None:
    if _owner == os.getpid():
        while _idle:
            shutil.rmtree(_idle.pop(), ignore_errors=True)
