"""Plain values, wherever they come from, → a Document of a known kind, or every fault at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from docgen.context import notes
from docgen.context.words import known_date
from docgen.document import Built, CoQuan, Document, KemTheo, Ky, build
from docgen.document.build import scheme_for
from docgen.document.own import RIENG, own_faults
from docgen.errors import Fault, InputFaults
from docgen.kinds import Form, Kinds, answer, is_blank, required_faults, unasked_faults, unprinted_notes
from docgen.standards.choose import Choice, choose
from docgen.standards.numbering import in_don_vi_soan
from docgen.standards.standard import LoaiCoQuan, TheThuc


def assemble(raw: Mapping[str, Any], kinds: Kinds) -> Built:
    """Build the Document and ask its kind for what is required.

    Raises InputFaults with the faults of the model, of the notation, of the kind and of its standard, each thing
    said once, and the doubts beside them. The notes of what is returned are all there is to say of the document.
    """
    raw = _without_nothing(raw)
    form, faults = _form(raw, kinds)
    built, more = _built(raw)
    doubts = () if built is None else _doubts(built.document, form)
    faults += [*more, *(fault for fault in doubts if fault.nang == "loi")]
    own: list[Fault] = []
    if form is not None:
        own = list(own_faults(raw.get(RIENG), form.own(), scheme_for(raw)))
        faults = [*_own_once(faults, own), *unasked_faults(raw, form)]
        the_thuc = _the_thuc(raw, built)
        faults = _said_once(raw, faults, required_faults(raw, form, the_thuc))
        if the_thuc is not None and the_thuc not in form.the_thuc:
            faults.append(_no_template(form, the_thuc))
    if built is None or any(fault.nang == "loi" for fault in faults):
        raise InputFaults(faults)
    assert form is not None
    return Built(built.document, _once((*built.notes, *own, *doubts, *_unprinted(raw, form, built, doubts))))


def understood(raw: Mapping[str, Any]) -> Built:
    """Build the Document alone, of values that :func:`assemble` has nothing against.

    Raises InputFaults with the faults of the model and of the notation.
    """
    return build(_without_nothing(raw))


def standard_of(document: Document) -> Choice:
    """Choose the standard of a document, by its issuer, its date and what was set by hand."""
    return choose(document.co_quan.loai, known_date(document), document.the_thuc)


def _doubts(document: Document, form: Form | None) -> tuple[Fault, ...]:
    """Tell what is doubted of a document, but for what its kind has in another way."""
    standard = standard_of(document).standard
    found = notes(document, standard)
    if form is None:
        return found
    # What the kind does not ask, its template says by itself; a paper without a type bears the drafting unit's code.
    spared = {part.ten for part in form.khong_hoi}
    if in_don_vi_soan(standard, form.ky_hieu):
        spared.add("co_quan.don_vi_soan")
    return tuple(doubt for doubt in found if doubt.noi not in spared)


def _own_once(faults: Iterable[Fault], own: Iterable[Fault]) -> list[Fault]:
    """Say of an own answer what its question says of it, which knows the item of a list; the model says it too."""
    meant = [fault for fault in own if fault.nang == "loi"]
    told = {fault.noi.partition("[")[0] for fault in meant}
    return [*(fault for fault in faults if fault.noi not in told), *meant]


def _once(said: Iterable[Fault]) -> tuple[Fault, ...]:
    """Keep the first of notes that say the same of one place: the one that knows its line."""
    found: dict[tuple[str, str], Fault] = {}
    for note in said:
        found.setdefault((note.noi, note.loi), note)
    return tuple(found.values())


def _form(raw: Mapping[str, Any], kinds: Kinds) -> tuple[Form | None, list[Fault]]:
    loai = raw.get("loai")
    if not isinstance(loai, str) or not loai.strip():
        return None, []  # the model says that it is missing
    unknown = kinds.unknown(loai)
    return (None, [unknown]) if unknown else (kinds.get(loai), [])


def _built(raw: Mapping[str, Any]) -> tuple[Built | None, list[Fault]]:
    try:
        return build(raw), []
    except InputFaults as error:
        return None, list(error.faults)


def _the_thuc(raw: Mapping[str, Any], built: Built | None) -> str | None:
    """Tell the standard, as far as a paper that may have other faults lets it be told."""
    if built is not None:
        return standard_of(built.document).standard.ma
    by_hand, issuer = raw.get("the_thuc"), answer(raw, "co_quan.loai")
    if issuer not in get_args(LoaiCoQuan) or by_hand not in (None, "", *get_args(TheThuc)):
        return None
    return choose(issuer, None, by_hand or None).standard.ma


def _without_nothing(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Take an explicit nothing (``ky:``, ``so: null``) for an absent part; unknown names stay, to be refused."""
    present = {name: value for name, value in raw.items() if value is not None or name not in Document.model_fields}
    for name, group in (("co_quan", CoQuan), ("ky", Ky), ("kem_theo", KemTheo)):
        inner = present.get(name)
        if name == "kem_theo" and isinstance(inner, Mapping) and is_blank(inner):
            del present[name]
        elif isinstance(inner, Mapping):
            present[name] = {
                key: value for key, value in inner.items() if value is not None or key not in group.model_fields
            }
    return present


def _said_once(raw: Mapping[str, Any], faults: list[Fault], required: list[Fault]) -> list[Fault]:
    """Tell what is missing to both model and kind in the words of the kind, which knows the label."""
    missing = {fault.noi: fault for fault in required}
    inside = {noi.partition(".")[0] for noi in missing if "." in noi}
    # Of a group that is not there at all, its parts are told instead.
    said = [missing.pop(f.noi, f) for f in faults if f.noi in raw or f.noi not in inside]
    # One that is there and is no group speaks for what would stand in it.
    spoken = {fault.noi for fault in said}
    return said + [fault for noi, fault in missing.items() if noi.partition(".")[0] not in spoken]


def _no_template(form: Form, the_thuc: str) -> Fault:
    return Fault(
        "the_thuc",
        f"{form.ten_goi} chưa có mẫu cho thể thức {the_thuc}.",
        f"Các thể thức đang có: {', '.join(form.the_thuc)}.",
    )


def _unprinted(raw: Mapping[str, Any], form: Form, built: Built, doubts: Iterable[Fault]) -> list[Fault]:
    """Tell of answers that are not printed, unless the standard's own doubt says so already."""
    the_thuc, told = _the_thuc(raw, built), {fault.noi for fault in doubts}
    found = [] if the_thuc is None else unprinted_notes(raw, form, the_thuc)
    return [note for note in found if note.noi not in told]
