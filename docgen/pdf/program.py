"""Where LibreOffice is on this machine, and how to get it when it is nowhere."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from docgen.errors import Fault, Unusable

NOI = "LibreOffice"
"""The place of every fault of this room."""

_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    # .com waits for the work to end and has an output; .exe returns at once.
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
INSTALL = (
    "Cách cài: trên Debian, Ubuntu chạy “sudo apt-get install libreoffice-writer-nogui fonts-liberation2”; "
    "trên Windows tải LibreOffice tại libreoffice.org rồi cài như thường lệ; "
    "nếu đã cài ở nơi khác, ghi đường dẫn tới soffice vào biến môi trường DOCGEN_SOFFICE."
)


def find_office() -> Path:
    """Find soffice: DOCGEN_SOFFICE, then PATH, then the usual places. Raises Unusable without one."""
    asked = os.environ.get("DOCGEN_SOFFICE", "").strip()
    if asked:
        found = shutil.which(asked)
        if found:
            return Path(found)
        raise Unusable(Fault(NOI, f"Biến môi trường DOCGEN_SOFFICE ghi “{asked}”, nhưng ở đó không có LibreOffice."))
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
        Fault(NOI, "Chưa có LibreOffice trên máy này nên không đổi được tệp Word sang dạng khác (PDF, .docx).", INSTALL)
    )
