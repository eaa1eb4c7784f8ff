"""What is sent in as a new version: refused with a word when it could never be one, before anything is kept."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from docgen.errors import Fault, InputFaults, Unusable
from docgen.intake.source import decode
from docgen.store.shelf import MAX_BYTES
from docgen.web.mau_files import KeptFile
from docgen.workshop.opened import Opened

# [MS-CFB] 2.2: old .doc files, and .docx files under a password, are compound files.
_COMPOUND: Final = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_AS_DOCX: Final = "Hãy mở trong Word, chọn “Lưu thành” (Save As) với kiểu Word Document (*.docx) rồi gửi lại."
_BY_NAME: Final = {
    ".doc": ("Đây là tệp Word kiểu cũ (.doc).", _AS_DOCX),
    ".dot": ("Đây là tệp mẫu Word kiểu cũ (.dot).", _AS_DOCX),
    ".docm": ("Đây là tệp Word có thể chứa mã macro (.docm), docgen không nhận.", _AS_DOCX),
    ".dotm": ("Đây là tệp mẫu Word có thể chứa mã macro (.dotm), docgen không nhận.", _AS_DOCX),
    ".dotx": ("Đây là tệp mẫu của Word (.dotx), không phải văn bản Word.", _AS_DOCX),
    ".rtf": ("Đây là tệp .rtf.", _AS_DOCX),
    ".odt": ("Đây là tệp của LibreOffice (.odt).", "Hãy mở và lưu lại với kiểu Word 2007 trở lên (*.docx)."),
    ".pdf": ("Đây là tệp PDF, không điền được.", "Xin gửi tệp Word (.docx) đã làm ra nó."),
}


def refuse_unfit(file: KeptFile, name: str, data: bytes) -> None:
    """Raise DocgenError, in Vietnamese, when what is sent in can never be a version of the file.

    name: as it was called where it came from. A template that only has faults passes: they are shown on its page.
    """
    called = PurePosixPath(name.replace("\\", "/")).name
    if called.startswith(("~$", ".~lock.")):
        loi = "Đây là tệp khóa mà Word hay LibreOffice tạo ra khi đang mở mẫu, không phải mẫu."
        raise InputFaults(Fault(called, loi, "Hãy đóng mẫu trong Word, rồi chọn tệp cùng tên không có ~$ ở đầu."))
    if file.sort == "mau":
        _refuse_template(called, data)
    else:
        _refuse_text(called, data)


def _refuse_template(called: str, data: bytes) -> None:
    suffix = PurePosixPath(called).suffix.lower()
    if data.startswith(_COMPOUND):
        if _ENCRYPTED in data:
            raise Unusable(Fault(called, "Tệp Word này đặt mật khẩu.", "Hãy bỏ mật khẩu trong Word rồi gửi lại."))
        suffix = suffix if suffix in {".doc", ".dot"} else ".doc"
    if suffix in _BY_NAME:
        loi, sua = _BY_NAME[suffix]
        raise InputFaults(Fault(called, loi, sua))
    if suffix != ".docx":
        raise InputFaults(Fault(called, "Mẫu phải là tệp Word kiểu .docx.", _AS_DOCX))
    if not data:
        raise InputFaults(Fault(called, "Tệp trống."))
    opened = Opened(data, called)
    if opened.refused:
        raise Unusable(opened.refused)


def _refuse_text(called: str, data: bytes) -> None:
    if PurePosixPath(called).suffix.lower() not in {".yaml", ".yml"}:
        raise InputFaults(Fault(called, "Tệp phải là .yaml.", "Hãy tải bản đang dùng về, sửa rồi gửi lại."))
    if len(data) > MAX_BYTES:
        raise InputFaults(Fault(called, "Tệp lớn quá."))
    if not decode(data, called).strip():
        raise InputFaults(Fault(called, "Tệp trống."))
