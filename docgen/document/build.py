"""Plain values → Document, or every fault at once, each with its place and what would be right."""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from docgen.document.learning import Learning
from docgen.document.model import MAX_TEXT_CHARS, Document, LoaiCoQuan
from docgen.errors import Fault, InputFaults
from docgen.outline.labels import DEFAULT, Scheme
from docgen.outline.parse import parse
from docgen.outline.scheme import scheme_of
from docgen.standards import STANDARDS, choose
from docgen.vietnamese.fold import khong_dau


@dataclass(frozen=True)
class Built:
    """A Document, and what the user should know of how its text was understood."""

    document: Document
    notes: tuple[Fault, ...]


# Copies of one plan come one after the other.
_learning: Final = Learning(Document)


def build(raw: Mapping[str, Any]) -> Built:
    """Validate plain values against the model.

    raw: text, ``None``, bool, int, lists and mappings, named by the vocabulary.
    Raises InputFaults with every fault of every field, in the order of the fields.
    """
    faults: list[Fault] = []
    document: Document | None = None
    try:
        document = _learning.validated(raw)
    except ValidationError as error:
        faults = [fault_of(detail) for detail in error.errors(include_url=False, include_context=True)]
    notes: list[Fault] = []
    scheme = scheme_for(raw)
    for noi, text in _bodies(raw):
        for fault in parse(text, noi, scheme).faults:
            (faults if fault.nang == "loi" else notes).append(fault)
    faults += _scheme_faults(raw.get("danh_so"))
    if document is None or faults:
        raise InputFaults(faults)
    return Built(document, tuple(notes))


def schema() -> dict[str, Any]:
    """JSON Schema of the Document."""
    return Document.model_json_schema()


def _bodies(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The texts in the office notation, even when other fields are at fault; too long ones are faults already."""
    kem_theo = raw.get("kem_theo")
    attached = kem_theo.get("noi_dung") if isinstance(kem_theo, Mapping) else None
    found = [("noi_dung", raw.get("noi_dung")), ("kem_theo.noi_dung", attached)]
    phu_luc = raw.get("phu_luc")
    if isinstance(phu_luc, list | tuple):
        parts = [part.get("noi_dung") if isinstance(part, Mapping) else None for part in phu_luc]
        found += [(f"phu_luc[{index}].noi_dung", text) for index, text in enumerate(parts, start=1)]
    for noi, text in found:
        if isinstance(text, str) and len(text) <= MAX_TEXT_CHARS:
            yield noi, text


def scheme_for(raw: Mapping[str, Any]) -> Scheme:
    """Give the labels this paper is typed with, as far as can be told: its own, its standard's, NĐ 30's."""
    issuer, the_thuc, own = raw.get("co_quan"), raw.get("the_thuc"), raw.get("danh_so")
    kind = issuer.get("loai") if isinstance(issuer, Mapping) else None
    loai: LoaiCoQuan | None = next((known for known in get_args(LoaiCoQuan) if known == kind), None)
    by_hand = next((standard for ma, standard in STANDARDS.items() if ma == the_thuc), None)
    standard = by_hand or (choose(loai).standard if loai else None)
    if standard is None:
        return DEFAULT
    try:
        return scheme_of({**standard.labels(), **(own if isinstance(own, Mapping) else {})})
    except ValueError:
        return scheme_of(standard.labels())


def _scheme_faults(samples: Any) -> list[Fault]:
    if not isinstance(samples, Mapping) or not all(isinstance(sample, str) for sample in samples.values()):
        return []
    try:
        Scheme({str(level): sample.strip() for level, sample in samples.items()})
    except ValueError as fault:
        return [Fault("danh_so", str(fault))]
    return []


def place(loc: tuple[int | str, ...]) -> str:
    """``('can_cu', 1)`` → ``can_cu[2]``: people count from one."""
    text = ""
    for step in loc:
        if isinstance(step, int):
            text += f"[{step + 1}]"
        elif step not in {"tuple[constrained-str, ...]", "none"}:
            text += f".{step}" if text else step
    return text


def fault_of(detail: ErrorDetails, within: str = "") -> Fault:
    """Say a fault of the model in Vietnamese; within: the place of the value that was validated by itself."""
    loc = tuple(step for step in detail["loc"] if isinstance(step, int) or _is_key(step))
    noi = within + place(loc)
    context = detail.get("ctx", {})
    match detail["type"]:
        case "docgen":
            return Fault(noi, str(context["message"]))
        case "missing":
            return Fault(noi, "Còn thiếu mục bắt buộc này.")
        case "extra_forbidden":
            return _unknown(noi, loc)
        case "too_short":
            return Fault(noi, "Cần ít nhất một dòng.")
        case "too_long":
            return Fault(noi, f"Có {context['actual_length']} dòng; tối đa {context['max_length']}.")
        case "tuple_type" | "list_type":
            return Fault(noi, "Ở đây cần một danh sách, mỗi dòng mở đầu bằng “- ”.")
        case "model_type" | "model_attributes_type" | "dict_type" | "mapping_type":
            return Fault(noi, "Ở đây cần một nhóm các mục “tên: giá trị”.")
        case other:
            return Fault(noi, f"Giá trị không dùng được ({other}).")


def _is_key(step: str) -> bool:
    """Pydantic names union branches inside locations; those are no keys of ours."""
    return "[" not in step and step not in {"Ngay", "str", "none"}


def _unknown(noi: str, loc: tuple[int | str, ...]) -> Fault:
    key = str(loc[-1])
    known = _known_keys(loc[:-1])
    folded = {khong_dau(name).replace("_", "").replace("-", ""): name for name in known}
    close = difflib.get_close_matches(khong_dau(key).replace("_", "").replace(" ", ""), folded, n=1, cutoff=0.6)
    if close:
        return Fault(noi, f"Không có mục tên “{key}”.", f"Có phải là “{folded[close[0]]}”?")
    return Fault(noi, f"Không có mục tên “{key}”.", f"Các mục dùng được: {', '.join(known)}.")


def _known_keys(loc: tuple[int | str, ...]) -> list[str]:
    model: type[BaseModel] = Document
    for step in loc:
        if isinstance(step, str):
            found = _submodel(model.model_fields[step].annotation) if step in model.model_fields else None
            model = found or model
    return list(model.model_fields)


def _submodel(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {tuple, Annotated, Union, types.UnionType}:
        for part in get_args(annotation):
            found = _submodel(part)
            if found:
                return found
    return None
