"""A profile as a file that goes from one installation to another: JSON, with Vietnamese names, read strictly."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from docgen.errors import Fault, InputFaults
from docgen.kinds import Form
from docgen.store import Group, Office, Signer
from docgen.vietnamese.text import nfc
from docgen.web.office_form import UNNAMED

MAX_BYTES = 400_000
_MAX_ROWS = 500
_MAX_TOLD = 10

Text = Annotated[str, Field(max_length=5_000)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Signer(_Part):
    ten_goi: Text = ""
    quyen_han: Text = ""
    chuc_vu: Text = ""
    ho_ten: Text = ""
    chuc_vu_khac: Text = ""


class _Group(_Part):
    ten: Text = ""
    noi: Annotated[list[Text], Field(max_length=_MAX_ROWS)] = []


class _File(_Part):
    docgen: Literal["ho-so-co-quan"]
    phien_ban: Literal[1]
    ten: Text = ""
    tra_loi: dict[str, Text] = {}
    nguoi_ky: Annotated[list[_Signer], Field(max_length=_MAX_ROWS)] = []
    nhom_nhan: Annotated[list[_Group], Field(max_length=_MAX_ROWS)] = []
    can_cu: Annotated[list[Text], Field(max_length=_MAX_ROWS)] = []
    luu: Text = ""
    ten_tep: Text = ""


def write_office(office: Office) -> bytes:
    """Write an office as a file; ids and times stay behind."""
    whole = {
        "docgen": "ho-so-co-quan",
        "phien_ban": 1,
        "ten": office.name,
        "tra_loi": dict(office.pairs),
        "nguoi_ky": [
            {"ten_goi": s.ten_goi, "quyen_han": s.quyen_han, "chuc_vu": s.chuc_vu, "ho_ten": s.ho_ten}
            | ({"chuc_vu_khac": s.chuc_vu_khac} if s.chuc_vu_khac else {})
            for s in office.signers
        ],
        "nhom_nhan": [{"ten": group.name, "noi": list(group.lines)} for group in office.recipients],
        "can_cu": list(office.bases),
        "luu": office.luu,
        "ten_tep": office.file_pattern,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def read_office(data: bytes, form: Form) -> Office:
    """Read an office that is not stored yet. Raises InputFaults, each with its place in the file."""
    if len(data) > MAX_BYTES:
        raise InputFaults(Fault("", "Tệp quá lớn, không phải hồ sơ cơ quan."))
    try:
        raw: Any = json.loads(nfc(data.decode("utf-8-sig")))
    except (ValueError, RecursionError):
        raise InputFaults(Fault("", "Tệp này không phải tệp JSON.", _WANTED)) from None
    if not isinstance(raw, dict) or raw.get("docgen") != "ho-so-co-quan":
        raise InputFaults(Fault("", "Tệp này không phải hồ sơ cơ quan của docgen.", _WANTED))
    try:
        found = _File.model_validate(raw)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        raise InputFaults([_fault(each["loc"], each["type"]) for each in details[:_MAX_TOLD]]) from None
    asked = {question.ten for question in form.questions()}
    strange = [name for name in found.tra_loi if name not in asked]
    if strange:
        raise InputFaults(
            [Fault(f"tra_loi.{name}", "Hồ sơ cơ quan không hỏi mục này.") for name in strange[:_MAX_TOLD]]
        )
    return Office(
        name=found.ten.strip() or UNNAMED,
        pairs=tuple(found.tra_loi.items()),
        signers=tuple(Signer(**signer.model_dump()) for signer in found.nguoi_ky),
        recipients=tuple(Group(group.ten, tuple(group.noi)) for group in found.nhom_nhan),
        bases=tuple(found.can_cu),
        luu=found.luu,
        file_pattern=found.ten_tep,
    )


def _fault(place: tuple[int | str, ...], kind: str) -> Fault:
    noi = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in place).removeprefix(".")
    match kind:
        case "extra_forbidden":
            return Fault(noi, "Hồ sơ cơ quan không có mục này.")
        case "string_unicode":
            return Fault(noi, "Mục này có nửa ký tự, không phải chữ và không lưu được.")
        case "string_too_long":
            return Fault(noi, "Mục này quá dài.")
        case "too_long":
            return Fault(noi, f"Danh sách này quá dài (hơn {_MAX_ROWS}).")
        case "missing":
            return Fault(noi, "Thiếu mục này.")
        case "literal_error":
            return Fault(noi, "docgen này không đọc được phiên bản ấy của tệp.")
    return Fault(noi, "Giá trị không đúng kiểu.")


_WANTED = "Xin chọn tệp lấy ra bằng nút “Xuất tệp” ở trang Hồ sơ cơ quan."
