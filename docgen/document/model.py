"""What a paper says: the Document, immutable, ignorant of Word.

The names are the one vocabulary of docgen: the key in YAML and JSON, the column in a sheet, the tag in a
template. Every value arrives as text, ``None``, a list or a mapping (``docgen.intake`` reads YAML and JSON
that way) and is typed here, by its field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from docgen.vietnamese.dates import parse_date
from docgen.vietnamese.text import forbidden, nfc

LoaiCoQuan = Literal["nha-nuoc", "dang", "doan", "to-chuc"]
TheThuc = Literal["nd30", "doan", "dang"]
DoKhan = Literal["khan", "thuong-khan", "hoa-toc"]
DoMat = Literal["mat", "toi-mat", "tuyet-mat"]

# A line of a header or a recipient is a line: 500 characters is far beyond any real one, and keeps one cell
# of the header from filling pages. A text field may hold a whole long plan.
MAX_LINE_CHARS = 500
MAX_TEXT_CHARS = 1_000_000
MAX_ITEMS = 500


def _reject(kind: str, message: str) -> PydanticCustomError:
    return PydanticCustomError("docgen", "{message}", {"message": message, "kind": kind})


def _text(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _reject("text", "Ở đây cần một đoạn chữ.")
    text = nfc(str(value))
    bad = forbidden(text)
    if bad:
        at, _char, reason = bad[0]
        raise _reject("text", f"Ký tự thứ {at + 1} không ghi được vào tệp Word: {reason}. Xin xóa ký tự này.")
    return text


def _line(value: str) -> str:
    text = value.strip()
    if not text:
        raise _reject("empty", "Chưa có chữ nào.")
    if "\n" in text:
        raise _reject("line", "Ở đây chỉ viết một dòng; xin bỏ chỗ xuống dòng.")
    if len(text) > MAX_LINE_CHARS:
        raise _reject("long", f"Dài {len(text)} ký tự; một dòng ở đây không quá {MAX_LINE_CHARS} ký tự.")
    return text


def _body(value: str) -> str:
    text = value.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if not text.strip():
        raise _reject("empty", "Chưa có chữ nào.")
    if len(text) > MAX_TEXT_CHARS:
        raise _reject("long", f"Dài {len(text)} ký tự; tối đa {MAX_TEXT_CHARS:,} ký tự.".replace(",", "."))
    return text


def _paragraph(value: str) -> str:
    return re.sub(r"[ ]*\n[ ]*", "\n", _body(value).strip())


def _blank_as_absent(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _one_as_list(value: Any) -> Any:
    """A single text where a list is asked is a list of one; ``None`` an empty list."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def _count(value: Any) -> Any:
    text = str(value).strip()
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,6}", text) or int(text) == 0:
        raise _reject("count", f"“{text[:40]}” không phải là số. Chỉ viết chữ số, ví dụ 5 hoặc 05 (không kèm ký hiệu).")
    return int(text)


def _truth(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    words = {"có": True, "co": True, "true": True, "không": False, "khong": False, "false": False, "": False}
    found = words.get(str("" if value is None else value).strip().lower())
    if found is None:
        raise _reject("truth", "Chỉ viết “có” hoặc “không”.")
    return found


def _choice(*options: str) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if not isinstance(value, str) or value.strip() not in options:
            shown = ", ".join(options)
            raise _reject("choice", f"“{str(value)[:40]}” không có trong danh sách. Chọn một trong: {shown}.")
        return value.strip()

    return check


@dataclass(frozen=True)
class Ngay:
    """A date as far as it is known: year, perhaps month, perhaps day. A gap is printed for the rest."""

    nam: int
    thang: int | None = None
    ngay: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.nam:04d}", *(f"{part:02d}" for part in (self.thang, self.ngay) if part is not None)]
        return "-".join(parts)


def _date(value: Any) -> Any:
    if isinstance(value, Ngay):
        return value
    try:
        return Ngay(*parse_date(str(value)))
    except ValueError as fault:
        raise _reject("date", str(fault)) from None


Text = Annotated[str, BeforeValidator(_text)]
Line = Annotated[Text, AfterValidator(_line), Field(max_length=MAX_LINE_CHARS)]
Paragraph = Annotated[Text, AfterValidator(_paragraph)]
Body = Annotated[Text, AfterValidator(_body), Field(max_length=MAX_TEXT_CHARS)]
Lines = Annotated[tuple[Line, ...], BeforeValidator(_one_as_list), Field(max_length=MAX_ITEMS)]
Paragraphs = Annotated[tuple[Paragraph, ...], BeforeValidator(_one_as_list), Field(max_length=MAX_ITEMS)]
MaybeLine = Annotated[Line | None, BeforeValidator(_blank_as_absent)]
MaybeParagraph = Annotated[Paragraph | None, BeforeValidator(_blank_as_absent)]
MaybeBody = Annotated[Body | None, BeforeValidator(_blank_as_absent)]
_DIGITS = WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": "^[0-9]{1,6}$"}]})
Count = Annotated[int, BeforeValidator(_count), _DIGITS]
MaybeCount = Annotated[Count | None, BeforeValidator(_blank_as_absent)]
Truth = Annotated[bool, BeforeValidator(_truth)]
_DATE_TEXT = WithJsonSchema({"type": "string", "description": "2019-09-18, 18/9/2019, 2019-09, 9/2019 hoặc 2019"})
MaybeDate = Annotated[Annotated[Ngay, BeforeValidator(_date), _DATE_TEXT] | None, BeforeValidator(_blank_as_absent)]


def _own_answer(value: Any) -> str | tuple[str, ...] | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, list | tuple):
        if len(value) > MAX_ITEMS:
            raise _reject("long", f"Có {len(value)} dòng; tối đa {MAX_ITEMS}.")
        return tuple(_paragraph(_text(part)) for part in value)
    if isinstance(value, Mapping):
        raise _reject("text", "Ở đây cần một đoạn chữ hoặc một danh sách.")
    return _body(_text(value))


def _answered(value: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType({name: answer for name, answer in value.items() if answer not in (None, ())})


_OWN_SCHEMA = WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]})
OwnAnswer = Annotated[str | tuple[str, ...] | None, PlainValidator(_own_answer), _OWN_SCHEMA]
"""An answer only one kind asks for: text or a list of texts; docgen.document.own reads it as its question wants."""
OwnAnswers = Annotated[Mapping[str, OwnAnswer], AfterValidator(_answered)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CoQuan(_Part):
    """The issuing body. ``ten``: one string a printed line; ``ten_day_du``: its name within a sentence."""

    loai: Annotated[LoaiCoQuan, BeforeValidator(_choice(*get_args(LoaiCoQuan)))]
    chu_quan: Lines = ()
    ten: Annotated[Lines, Field(min_length=1)]
    ten_day_du: MaybeLine = None
    ky_hieu: MaybeLine = None
    don_vi_soan: MaybeLine = None


class Ky(_Part):
    """Who signs: authority lines (``TM. …``, ``KT. …``), post, name; ``chu_ky`` is text such as ``(đã ký)``."""

    quyen_han: Lines = ()
    chuc_vu: MaybeLine = None
    chu_ky: MaybeLine = None
    ho_ten: MaybeLine = None
    chuc_vu_khac: Lines = ()


class KemTheo(_Part):
    """The paper that a decision promulgates or approves: its type (``QUY CHẾ``), abstract, body in the notation."""

    ten_loai: Line
    trich_yeu: MaybeParagraph = None
    noi_dung: Body


class PhuLuc(_Part):
    """An appendix: title, body in the office notation, landscape or not."""

    ten: MaybeParagraph = None
    noi_dung: Body
    ngang: Truth = False


class Document(_Part):
    """One paper. ``None`` and empty lists mean that the part is absent or not known yet."""

    loai: Line
    the_thuc: Annotated[
        Annotated[TheThuc, BeforeValidator(_choice(*get_args(TheThuc)))] | None, BeforeValidator(_blank_as_absent)
    ] = None
    co_quan: CoQuan
    so: MaybeCount = None
    dia_danh: MaybeLine = None
    ngay: MaybeDate = None
    do_khan: Annotated[
        Annotated[DoKhan, BeforeValidator(_choice(*get_args(DoKhan)))] | None, BeforeValidator(_blank_as_absent)
    ] = None
    do_mat: Annotated[
        Annotated[DoMat, BeforeValidator(_choice(*get_args(DoMat)))] | None, BeforeValidator(_blank_as_absent)
    ] = None
    trich_yeu: Paragraph
    kinh_gui: Lines = ()
    can_cu: Paragraphs = ()
    mo_dau: MaybeParagraph = None
    noi_dung: MaybeBody = None
    ket_thuc: MaybeParagraph = None
    noi_nhan: Lines = ()
    luu: MaybeLine = None
    so_ban: MaybeCount = None
    ky: Ky = Ky()
    kem_theo: KemTheo | None = None
    phu_luc: Annotated[tuple[PhuLuc, ...], Field(max_length=99)] = ()
    rieng: OwnAnswers = Field(default_factory=lambda: MappingProxyType({}))
    danh_so: Annotated[Mapping[str, Line], AfterValidator(MappingProxyType)] = Field(
        default_factory=lambda: MappingProxyType({})
    )
