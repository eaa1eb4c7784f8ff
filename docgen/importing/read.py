"""A paper → the data it would be made from: the one door of this room.

A .docx made by docgen carries its data; it comes back exactly as long as nobody edited the file. In every other case
the visible words are read.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from docgen.context import words
from docgen.data_dir import find
from docgen.document import Built, Document, build
from docgen.errors import DocgenError, Fault, InputFaults
from docgen.importing.compare import merge
from docgen.importing.convert import convert
from docgen.importing.embedded import Embedded, carried_by
from docgen.importing.fingerprint import fingerprint
from docgen.importing.report import Report
from docgen.intake import dump
from docgen.intake.assemble import assemble, standard_of
from docgen.intake.dump import plain
from docgen.intake.kind_files import load_kinds
from docgen.kinds import Kinds
from docgen.reading import read as reading
from docgen.reading import stamp
from docgen.reading.container import Container
from docgen.reading.facts import Paper
from docgen.reading.opening import Opened, open_source
from docgen.render import Template

# Filled in last, by hand, when the paper has been signed: their lines wait in the file.
_WAITING = ("so", "ngay")
_NAME = re.compile(r"[a-z_]+(?:\.[a-z_]+)?")

Nguon = Literal["du-lieu", "chu", "du-lieu-da-sua"]


@dataclass(frozen=True)
class Imported:
    """A paper as data.

    raw: plain values by the names of the vocabulary, in the order of the model; ``docgen.make`` takes them. document:
    the same validated, None while something is missing. faults: what has to be mended before a paper is made of it.
    report: what was recognised, doubted, left over. da_sua: what was edited in a file since docgen made it.
    nguon: "du-lieu" the data the file carries, "du-lieu-da-sua" that data where the file was not edited, "chu" the
    visible words alone. giai_thich: which standard was seen, and why.
    """

    raw: dict[str, Any]
    document: Document | None
    faults: tuple[Fault, ...]
    report: Report
    nguon: Nguon
    giai_thich: str
    da_sua: tuple[Fault, ...] = ()

    def yaml(self) -> str:
        """YAML text to go on with by hand; what is missing stands there as ``null``."""
        raw = copy.deepcopy(
            {name: self.raw.get(name) for name in Document.model_fields if name in self.raw or name in _WAITING}
        )
        for fault in self.faults:
            group, _, name = fault.noi.rpartition(".")
            inner = raw.setdefault(group, {}) if group else raw
            if _NAME.fullmatch(fault.noi) and isinstance(inner, dict):
                inner.setdefault(name, None)
        return dump.write({name: raw[name] for name in Document.model_fields if name in raw})

    def built(self) -> Built:
        """The Document with its doubts, as ``load`` gives them. Raises InputFaults when there is none yet."""
        if self.document is None or self.faults:
            raise InputFaults(self.faults)
        return Built(self.document, (*self.da_sua, *self.report.con_lai, *self.report.nghi_ngo))


def read(source: Path | bytes, kinds: Kinds | None = None, ten: str = "") -> Imported:
    """Read a .docx, an old .doc or a text file into data; ``ten`` is what messages call it.

    kinds: the kinds to choose from; those of the data folder in use when left out. Raises Unusable when the file
    cannot be read; whatever can be read gives data, with ``faults`` for what is missing in it.
    """
    kinds = kinds if kinds is not None else load_kinds(find())
    ten = ten or (source.name if isinstance(source, Path) else "")
    opened = open_source(source, ten)
    found = _read(opened, ten, kinds)
    made_with = stamp.made_with(stamp.custom_properties(Container(opened.parts, ten))) if opened.parts else ""
    return replace(found, giai_thich=f"{found.giai_thich} {made_with}") if made_with else found


def _read(opened: Opened, ten: str, kinds: Kinds) -> Imported:
    carried = carried_by(opened.parts)
    if carried is None:
        return _from_words(reading.read_opened(opened, ten), kinds)
    if fingerprint(opened.parts) == carried.dau_van:
        told = f"Đọc theo dữ liệu kèm theo tệp, do docgen {carried.phien_ban} ghi; chữ trong tệp chưa bị sửa."
        return _checked(carried.raw, kinds, Report(), "du-lieu", told)
    return _from_edited(reading.read_opened(opened, ten), carried, kinds)


def read_text(text: str, kinds: Kinds | None = None) -> Imported:
    """Read pasted text into data; raises Unusable for text without letters."""
    return _from_words(reading.read_text(text), kinds if kinds is not None else load_kinds(find()))


def _from_words(paper: Paper, kinds: Kinds) -> Imported:
    found = convert(paper, kinds)
    report = found.report
    if paper.du_lieu is not None:
        report = _warned(report, "Dữ liệu docgen kèm theo tệp không đọc được nên chỉ đọc theo chữ thấy được.")
    return _checked(found.raw, kinds, report, "chu", found.giai_thich)


def _from_edited(paper: Paper, carried: Embedded, kinds: Kinds) -> Imported:
    found = convert(paper, kinds)
    report = found.report
    printed = _read_back(carried.raw, kinds)
    if printed is None:
        loi = "Không làm lại được văn bản từ dữ liệu kèm theo để so sánh, nên chỉ đọc theo chữ thấy được."
        return _checked(found.raw, kinds, _warned(report, loi), "chu", found.giai_thich)
    raw, changes = merge(carried.raw, printed, found.raw)
    if not changes:
        told = f"Đọc theo dữ liệu kèm theo tệp, do docgen {carried.phien_ban} ghi; nội dung chưa bị sửa."
        return _checked(raw, kinds, Report(), "du-lieu", told)
    told = f"Đọc theo dữ liệu kèm theo tệp; {len(changes)} chỗ đã sửa trong Word được lấy theo chữ thấy được."
    return _checked(raw, kinds, _about(report, changes), "du-lieu-da-sua", told, changes)


def _warned(report: Report, loi: str) -> Report:
    return replace(report, nghi_ngo=(Fault("", loi, nang="nhac"), *report.nghi_ngo))


def _about(report: Report, changes: Iterable[Fault]) -> Report:
    """Keep what concerns the parts that were edited, or the file as a whole."""
    edited = {_field(fault) for fault in changes}
    told = [
        tuple(fault for fault in faults if _field(fault) in edited or _field(fault) not in Document.model_fields)
        for faults in (report.nhan_ra, report.nghi_ngo, report.con_lai)
    ]
    return Report(*told)


def _field(fault: Fault) -> str:
    return re.split(r"[.\[ ]", fault.noi, maxsplit=1)[0]


def _in_field(fault: Fault) -> Fault:
    """A line of the data is not a line of the file: say so."""
    return (
        fault if fault.dong is None else replace(fault, noi=f"{fault.noi} (dòng {fault.dong} của mục này)", dong=None)
    )


def _read_back(raw: Mapping[str, Any], kinds: Kinds) -> dict[str, Any] | None:
    """What is read from the visible words of a paper made of ``raw``; None when it cannot be made."""
    try:
        document = assemble(raw, kinds).document
        choice = standard_of(document)
        template = Template(kinds.data.template(document.loai, choice.standard.ma))
        docx = template.render(words(document, choice.standard, kinds.get(document.loai)))
        return convert(reading.read(docx), kinds).raw
    except DocgenError:
        return None


def _checked(
    raw: Mapping[str, Any],
    kinds: Kinds,
    report: Report,
    nguon: Nguon,
    giai_thich: str,
    da_sua: tuple[Fault, ...] = (),
) -> Imported:
    """Validate the values; a Document of a kind docgen does not make is still a Document."""
    ordered = {name: raw[name] for name in Document.model_fields if name in raw}
    document, told = _validated(ordered, kinds)
    faults = tuple(fault for fault in told if fault.nang == "loi")
    doubts = (_in_field(fault) for fault in told if fault.nang != "loi")
    report = replace(report, nghi_ngo=tuple(dict.fromkeys((*report.nghi_ngo, *doubts))))
    return Imported(
        ordered if document is None else plain(document), document, faults, report, nguon, giai_thich, da_sua
    )


def _validated(raw: Mapping[str, Any], kinds: Kinds) -> tuple[Document | None, tuple[Fault, ...]]:
    try:
        built = assemble(raw, kinds)
    except InputFaults as error:
        try:
            return build(raw).document, error.faults
        except InputFaults:
            return None, error.faults
    return built.document, built.notes
