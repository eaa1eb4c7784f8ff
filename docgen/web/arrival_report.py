"""What an import has to tell, each thing with the place on the page it leads to; kept with the draft as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from docgen.errors import Fault, InputFaults
from docgen.intake.form import PHAN, Posted, from_post
from docgen.kinds import Kinds
from docgen.web.arriving import Arrival, Topic
from docgen.web.building import build_page
from docgen.web.choosing import heading_for
from docgen.web.findings import inputs
from docgen.web.judgement import Named, named
from docgen.web.placing import Said, placed
from docgen.web.tracing import Stream
from docgen.web.typed import Typed, read_typed

TOPICS: Final[Mapping[Topic, tuple[str, str]]] = {
    "can-sua": ("Cần bổ sung", "Chưa có những mục này thì chưa làm được văn bản."),
    "da-sua": ("Đã sửa trong Word", "Những chỗ này trong tệp khác với dữ liệu docgen ghi kèm; đã lấy theo tệp."),
    "con-lai": ("Chưa rõ thuộc mục nào", "Chữ không mất: được giữ ở nơi ghi dưới đây để chuyển về đúng chỗ."),
    "nghi-ngo": ("Nên xem lại", "docgen đã hiểu theo cách ghi ở đây, nhưng chưa chắc."),
    "khac": ("So với hồ sơ cơ quan", ""),
    "nhan-ra": ("Đã nhận ra", ""),
}
"""Heading and explanation of each topic, in the order of the page."""

_IN_FIELD: Final = re.compile(r"(?P<noi>.*) \(dòng (?P<dong>\d+) của mục này\)")
_QUOTED: Final = re.compile(r"“([^”…]{4,})")
_BODIES: Final = ("noi_dung", "phu_luc")
_EXCERPT: Final = 100


@dataclass(frozen=True)
class Line:
    """One thing to tell. id: the input of the page, "" for none; label: what it is called; text: what is told."""

    id: str
    label: str
    text: str


@dataclass(frozen=True)
class Told:
    """The report of one import. lines: topic → what is told. giai_thich: by what it was read."""

    giai_thich: str
    lines: Mapping[str, tuple[Line, ...]]


def told_of(arrival: Arrival, kinds: Kinds) -> Told:
    """Find the place on the page of everything there is to tell."""
    placer = _Placer(arrival, kinds)
    lines: dict[str, tuple[Line, ...]] = {topic: tuple(map(placer.line, each)) for topic, each in arrival.told.items()}
    if "nhan-ra" in arrival.told:
        lines["nhan-ra"] = tuple(map(placer.recognised, arrival.told["nhan-ra"]))
    return Told(arrival.giai_thich, lines)


def write(told: Told) -> str:
    """Write a report as text."""
    lines = {topic: [[line.id, line.label, line.text] for line in all_] for topic, all_ in told.lines.items()}
    return json.dumps({"giai_thich": told.giai_thich, "lines": lines}, ensure_ascii=False)


def parse(text: str) -> Told:
    """Read what :func:`write` wrote."""
    value = json.loads(text)
    lines = {topic: tuple(Line(*line) for line in all_) for topic, all_ in value["lines"].items()}
    return Told(value["giai_thich"], lines)


class _Placer:
    def __init__(self, arrival: Arrival, kinds: Kinds) -> None:
        form, pairs = arrival.form, arrival.pairs
        self.typed: Typed = read_typed(pairs, form)
        self.form = form
        self.posted = _posted([("loai", form.loai), *pairs], kinds)
        the_thuc, standard = heading_for(self.typed)
        self.names: Mapping[str, Named] = named(build_page(form, self.typed, the_thuc, standard, Said()))
        self.bodies = Stream(pair for name in ("noi_dung", PHAN, "phu_luc") for pair in inputs(self.typed, name))

    def line(self, fault: Fault) -> Line:
        """Place one fault; lines of the source are told in words, for they are none of the field's."""
        at, told = self._placed(fault)
        return Line(at, self._label(at, fault.noi), self._in_words(fault.noi, f"{told.loi} {told.sua}".strip()))

    def recognised(self, fault: Fault) -> Line:
        """Say what stands in a field now, and where it was read."""
        at, told = self._placed(fault)
        where = told.loi[:1].lower() + told.loi[1:].rstrip(".")
        return Line(at, self._label(at, fault.noi), f"{self._value(fault.noi)} ({where})".strip())

    def _in_words(self, noi: str, text: str) -> str:
        """Say the answers of a choice as the form does: nobody reads ``to-chuc``."""
        question = self.form.question(noi)
        for option in question.lua_chon if question else ():
            text = text.replace(f"“{option.ma}”", f"“{option.nhan}”")
        return text

    def _label(self, at: str, noi: str) -> str:
        if at in self.names:
            return self.names[at].label
        return {"loai": "Loại văn bản", "": "Cả văn bản", "văn bản": "Cả văn bản"}.get(noi, noi)

    def _placed(self, fault: Fault) -> tuple[str, Fault]:
        found = _IN_FIELD.fullmatch(fault.noi)
        if found:
            at, told = self._located(replace(fault, noi=found["noi"], dong=int(found["dong"])))
            return at, replace(told, loi=f"Dòng {told.dong}: {told.loi}") if told.dong else told
        told = replace(fault, loi=_with_line(fault), dong=None)
        at, _ = self._located(replace(told, noi=self._known(fault.noi)))
        if fault.noi.startswith(_BODIES):
            at = self._by_words(fault.loi) or at
        return (at if at in self.names else ""), told

    def _located(self, fault: Fault) -> tuple[str, Fault]:
        said = placed([fault], self.posted, self.typed).by_id
        return next((at, faults[0]) for at, faults in said.items())

    def _known(self, noi: str) -> str:
        """Lead a place that holds others (``ky``, ``phu_luc[2]``) to the first of them."""
        if self.posted is None or not noi or noi in self.posted.inputs or self.form.question(noi):
            return noi
        inside = (known for known in self.posted.inputs if known.startswith((f"{noi}.", f"{noi}[")))
        return next(inside, noi)

    def _by_words(self, loi: str) -> str:
        """Find the words that are quoted among what is typed: a body has many inputs."""
        for quoted in _QUOTED.findall(loi):
            begin = self.bodies.find(quoted)
            if begin is not None:
                return self.bodies.spot(begin, quoted, None).id
        return ""

    def _value(self, noi: str) -> str:
        if noi == "loai":
            return self.form.ten_loai_thuong
        if noi in self.typed.rows:
            return f"{len(self.typed.rows[noi])} dòng"
        if noi == "noi_dung" and self.typed.rows.get(PHAN):
            return f"{len(self.typed.rows[PHAN])} phần"
        value = " ".join(self.typed.single.get(noi, "").split())
        if len(value) > _EXCERPT:
            value = value[:_EXCERPT].rsplit(" ", 1)[0] + "…"
        return f"“{value}”" if value else ""


def _posted(pairs: list[tuple[str, str]], kinds: Kinds) -> Posted | None:
    """Read the pairs as a post; None when they are too many for one."""
    try:
        return from_post(pairs, kinds)
    except InputFaults:
        return None


def _with_line(fault: Fault) -> str:
    told = f"dòng {fault.dong}"
    if fault.dong is None or told in fault.loi:
        return fault.loi
    return f"{fault.loi.removesuffix('.')} ({told} của bản gốc)."
