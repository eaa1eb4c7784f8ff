"""The shape of ``forms/<kind>.yaml``: what a kind of paper is called, and what is asked for it.

A form is data its maintainer writes by hand; the names of the questions are the one vocabulary of docgen (the key
in YAML and JSON, the column of a sheet, the tag in a template).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Final, Literal, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from docgen.document.own import RIENG, Asked
from docgen.document.own import Kieu as OwnKieu
from docgen.errors import Fault, InputFaults
from docgen.standards.standard import TheThuc
from docgen.vietnamese.text import nfc

Kieu = Literal["line", "paragraph", "lines", "body", "date", "number", "choice", "sections", "appendices", "yes-no"]
MADE_OF_PARTS = frozenset({"sections", "appendices"})
"""Kinds of questions that ask for several things at once, over and over."""
_OWN: Final = f"{RIENG}."


def _word(value: Any) -> Any:
    return nfc(value).strip() if isinstance(value, str) else value


def _truth_or_standards(value: Any) -> Any:
    """``có``/``không`` for every standard, or the standards by name."""
    words = {"có": True, "true": True, "không": False, "false": False}
    return words.get(value.strip(), value) if isinstance(value, str) else value


def _listed(value: Any) -> Any:
    return [] if value is None else value


def _whole(value: Any) -> Any:
    """Numbers arrive as text."""
    return int(value) if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit() else value


Word = Annotated[str, BeforeValidator(_word), Field(min_length=1)]
MaybeWord = Annotated[str, BeforeValidator(lambda value: "" if value is None else _word(value))]
Standards = Annotated[tuple[TheThuc, ...], BeforeValidator(_listed)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(_Part):
    """One answer of a ``choice``: what is stored and what the user reads."""

    ma: Word
    nhan: Word


class Question(_Part):
    """One thing that is asked.

    ten: dotted name of the vocabulary. nhan, giup, vi_du: label, help, example. kieu: how it is answered.
    bat_buoc: required always, never, or in these standards. hoac: other names, any of which will do in its stead.
    chi_cho: the only standards that print it (empty: all). khong_in: asked, but never printed as such. lua_chon: the
    answers of a ``choice``. con: what each part asks, for ``sections`` and ``appendices``.
    """

    ten: Word
    nhan: Word
    giup: MaybeWord = ""
    vi_du: MaybeWord = ""
    kieu: Kieu
    bat_buoc: Annotated[bool | Standards, BeforeValidator(_truth_or_standards)] = False
    hoac: Annotated[tuple[Word, ...], BeforeValidator(_listed)] = ()
    chi_cho: Standards = ()
    khong_in: Annotated[bool, BeforeValidator(_truth_or_standards)] = False
    lua_chon: Annotated[tuple[Option, ...], BeforeValidator(_listed)] = ()
    con: Annotated[tuple[Question, ...], BeforeValidator(_listed)] = ()

    def required_in(self, the_thuc: str | None) -> bool:
        """Whether an answer is required in a standard; for an unknown one, whether in all of them."""
        return self.bat_buoc if isinstance(self.bat_buoc, bool) else the_thuc in self.bat_buoc

    def printed_in(self, the_thuc: str) -> bool:
        """Whether papers of a standard show the answer at all."""
        return not self.chi_cho or the_thuc in self.chi_cho


class Group(_Part):
    """Questions that stand together on the page."""

    ten: Word
    giup: MaybeWord = ""
    muc: Annotated[tuple[Question, ...], Field(min_length=1)]


class LeftOut(_Part):
    """A name of the vocabulary, or a group of them (``kem_theo``), that the form does not ask for, and why."""

    ten: Word
    vi_sao: Word


class Form(_Part):
    """A kind of paper: its names and what is asked, in order.

    loai: code, as in ``loai:`` of a paper. ten_loai: as printed (``KẾ HOẠCH``); ten_loai_thuong: within a sentence.
    ten_chon: what people choose it by, when the name alone does not tell it from another kind.
    ky_hieu: code of the type in số, ký hiệu (``KH``; empty for a type without one). the_thuc: standards there is a
    template for. thu_tu: place among the kinds where people choose one; equal places go by name.
    """

    loai: Annotated[Word, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    ten_loai: Word
    ten_loai_thuong: Word
    ten_chon: MaybeWord = ""
    ky_hieu: MaybeWord = ""
    the_thuc: Annotated[Standards, Field(min_length=1)]
    thu_tu: Annotated[int, BeforeValidator(_whole)] = 100
    nhom: Annotated[tuple[Group, ...], Field(min_length=1)]
    khong_hoi: Annotated[tuple[LeftOut, ...], BeforeValidator(_listed)] = ()

    @property
    def ten_goi(self) -> str:
        """What the kind is called in lists and messages."""
        return self.ten_chon or self.ten_loai_thuong

    def questions(self) -> Iterator[Question]:
        """Every question in the order of the page; not those inside sections and appendices."""
        for group in self.nhom:
            yield from group.muc

    def own(self) -> Mapping[str, Asked]:
        """How each answer is asked for that only this kind has, by its name within ``rieng``."""
        return self._own

    @cached_property
    def _own(self) -> dict[str, Asked]:
        return {
            question.ten.removeprefix(_OWN): Asked(
                cast(OwnKieu, question.kieu), {option.ma: option.nhan for option in question.lua_chon}
            )
            for question in self.questions()
            if question.ten.startswith(_OWN)
        }

    def question(self, ten: str) -> Question | None:
        """Find the question with a name."""
        return next((question for question in self.questions() if question.ten == ten), None)


def form_of(raw: Mapping[str, Any]) -> Form:
    """Plain values → Form. Raises InputFaults with every fault and its place."""
    try:
        return Form.model_validate(dict(raw))
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        raise InputFaults(_distinct(_fault(detail) for detail in details)) from None


def _distinct(faults: Iterator[Fault]) -> list[Fault]:
    return list(dict.fromkeys(faults))


def _fault(detail: ErrorDetails) -> Fault:
    steps = [step for step in detail["loc"] if isinstance(step, int) or step.isidentifier()]
    # Pydantic names the branches of a union ("bool") like a key; ours are never called so.
    noi = "".join(f"[{s + 1}]" if isinstance(s, int) else f".{s}" for s in steps if s not in {"bool", "tuple"})
    noi = noi.removeprefix(".")
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return Fault(noi, "Còn thiếu mục này.")
        case "extra_forbidden":
            return Fault(noi, f"Biểu không có mục tên “{detail['loc'][-1]}”.")
        case "literal_error":
            return Fault(noi, "Giá trị không có trong danh sách.", f"Chọn một trong: {context['expected']}.")
        case "string_pattern_mismatch":
            return Fault(noi, "Mã loại chỉ gồm chữ thường không dấu, chữ số và dấu nối.", "Ví dụ: ke-hoach.")
        case "string_type" | "string_too_short":
            return Fault(noi, "Ở đây cần một đoạn chữ.")
        case "tuple_type" | "too_short":
            return Fault(noi, "Ở đây cần một danh sách, mỗi dòng mở đầu bằng “- ”.")
        case "int_type" | "int_parsing":
            return Fault(noi, "Ở đây cần một số nguyên.", "Ví dụ: 10.")
        case "bool_type" | "bool_parsing":
            return Fault(noi, "Chỉ viết “có”, “không”, hoặc danh sách thể thức (nd30, doan, dang).")
        case other:
            return Fault(noi, f"Giá trị không dùng được ({other}).")
