"""A web form's post ⇄ plain values, by the form definition of its kind.

The values are the same that YAML or JSON would give, so that all doors lead to equal Documents. The question decides
how an answer is read: a list as one input an item (``can_cu[]``) or one item a line (``can_cu``), a body of sections
as ``phan[key].tieu_de`` and ``phan[key].noi_dung`` with what stands before the first section in ``noi_dung``, an
appendix as ``phu_luc[key].ten`` and so on. Empty answers are absent ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from docgen.document import Built
from docgen.errors import Fault, InputFaults
from docgen.intake.assemble import assemble
from docgen.intake.post import Input, Post, sort_pairs
from docgen.intake.stretches import Stretch, stretches
from docgen.kinds import STEERING, Form, Kinds, Question, answer, is_blank, put
from docgen.kinds.check import SECTION
from docgen.outline.sections import join, split

PHAN = "phan"
"""What the inputs of a section are called, whatever the name of the body is."""

_TICKED = {"on", "1", "có", "true"}


@dataclass(frozen=True)
class Posted:
    """A post, read.

    raw: plain values by the vocabulary. inputs: place of the user (``can_cu[2]``) → the input it came from; for a
    list typed in one text area also the line. stretches: for a composed body, which input its lines came from.
    faults: what only the page can have (a section without a title).
    """

    form: Form
    raw: dict[str, Any]
    inputs: Mapping[str, tuple[Input, int | None]]
    stretches: Mapping[str, tuple[Stretch, ...]]
    faults: tuple[Fault, ...] = ()

    def built(self, kinds: Kinds) -> Built:
        """Build the Document; raises InputFaults with every fault (:meth:`located` tells where on the page)."""
        try:
            result = assemble(self.raw, kinds)
        except InputFaults as error:
            raise InputFaults([*self.faults, *error.faults]) from None
        if self.faults:
            raise InputFaults([*self.faults, *result.notes])
        return result

    def located(self, fault: Fault) -> tuple[Input | None, Fault]:
        """Find the input a fault belongs to, and count its line within that input; ``None`` for no input."""
        if fault.noi in self.stretches and fault.dong is not None:
            at = [stretch for stretch in self.stretches[fault.noi] if stretch.dong <= fault.dong]
            if at:
                return at[-1].input, replace(fault, dong=fault.dong - at[-1].dong + at[-1].tu)
        noi = fault.noi
        while noi:
            if noi in self.inputs:
                where, dong = self.inputs[noi]
                return where, fault if dong is None or fault.dong is not None else replace(fault, dong=dong)
            noi = noi[: max(noi.rfind("."), noi.rfind("["), 0)]
        asked = self.form.question(fault.noi)
        return (Input(input_name(asked)) if asked else None), fault


def input_name(question: Question) -> str:
    """Name the first input of a question, for a link to one that has no answer yet."""
    return f"{question.ten}[]" if question.kieu == "lines" else question.ten


def from_post(pairs: Iterable[tuple[str, str]], kinds: Kinds) -> Posted:
    """Read a post; ``loai`` among the pairs names the kind.

    Raises InputFaults when the kind is unknown or a name is malformed; everything else is left to
    :meth:`Posted.built`. An input nobody asked for stays in the values, where it is refused as an unknown name.
    """
    post = sort_pairs(pairs)
    form = kinds.get(post.single.get("loai", ""))
    reader = _Reader(post)
    for question in form.questions():
        reader.read(question)
    reader.rest()
    return Posted(form, reader.raw, reader.inputs, reader.stretches, tuple(reader.faults))


class _Reader:
    def __init__(self, post: Post) -> None:
        self.post = post
        self.raw: dict[str, Any] = {}
        self.inputs: dict[str, tuple[Input, int | None]] = {}
        self.stretches: dict[str, tuple[Stretch, ...]] = {}
        self.faults: list[Fault] = []

    def read(self, question: Question) -> None:
        match question.kieu:
            case "lines":
                value: Any = self._lines(question.ten)
            case "sections":
                value = self._sections(question)
            case "appendices":
                value = self._parts(question)
            case _:
                value = self._single(question)
        if not is_blank(value):
            _put(self.raw, question.ten, value)

    def rest(self) -> None:
        """Take what no question took: ``loai`` and names that the model will refuse."""
        for name, value in self.post.single.items():
            if value.strip():
                _put(self.raw, name, value)
        for name, items in self.post.listed.items():
            _put(self.raw, name, [value for _, value in items])
        for name, parts in self.post.parts.items():
            _put(self.raw, name, [dict(part) for part in parts.values()])

    def _single(self, question: Question) -> str | None:
        value = self.post.single.pop(question.ten, None)
        self.inputs[question.ten] = (Input(question.ten), None)
        return _ticked(question, value)

    def _lines(self, ten: str) -> list[str]:
        items: list[str] = []
        for where, value in self.post.listed.pop(ten, []):
            self._item(ten, items, value, where, None)
        text = self.post.single.pop(ten, "")
        for dong, line in enumerate(text.split("\n"), start=1):
            self._item(ten, items, line, Input(ten), dong)
        return items

    def _item(self, ten: str, items: list[str], value: str, where: Input, dong: int | None) -> None:
        if value.strip():
            items.append(value.strip())
            self.inputs[f"{ten}[{len(items)}]"] = (where, dong)

    def _sections(self, question: Question) -> str | None:
        """Put the body together from its sections; one that says nothing is left out."""
        before, where = self.post.single.pop(question.ten, ""), Input(question.ten)
        self.inputs[question.ten] = (where, None)
        parts = []
        for key, part in self.post.parts.pop(PHAN, {}).items():
            name, title, body = f"{PHAN}[{key}]", part.get("tieu_de", "").strip(), part.get("noi_dung", "")
            self.inputs |= {f"{name}.{inner}": (Input(f"{name}.{inner}"), None) for inner in part}
            self.faults += [Fault(f"{name}.{inner}", "Biểu không hỏi ô này.") for inner in part if inner not in SECTION]
            if body.strip() and not title:
                loi = "Phần này có nội dung nhưng chưa có tiêu đề."
                self.faults.append(Fault(f"{name}.tieu_de", loi, "Hãy gõ tiêu đề, hoặc chuyển nội dung lên phần trên."))
            if body.strip() or title:
                parts.append((name, title, body))
        if not parts:
            return before
        self.stretches[question.ten] = tuple(stretches(where, before, parts))
        return join(before, [(title, body) for _, title, body in parts])

    def _parts(self, question: Question) -> list[dict[str, Any]]:
        values: list[dict[str, Any]] = []
        for key, part in self.post.parts.pop(question.ten, {}).items():
            whole = {inner.ten: _ticked(inner, part.get(inner.ten)) for inner in question.con}
            given = {ten: value for ten, value in whole.items() if not is_blank(value)}
            extra = {ten: value for ten, value in part.items() if ten not in whole}
            if not given and not extra:
                continue
            values.append({**given, **extra})
            for ten in (*whole, *extra):
                place = f"{question.ten}[{len(values)}].{ten}"
                self.inputs[place] = (Input(f"{question.ten}[{key}].{ten}"), None)
        return values


def _ticked(question: Question, value: str | None) -> str | None:
    if question.kieu == "yes-no" and value is not None and value.strip().lower() in _TICKED:
        return "true"
    return value if value and value.strip() else None


def _put(raw: dict[str, Any], ten: str, value: Any) -> None:
    """Set a dotted name; where a value stands in the way of a group, the whole name becomes a key and is refused."""
    if not put(raw, ten, value):
        raw[ten] = value


def to_pairs(raw: Mapping[str, Any], form: Form) -> list[tuple[str, str]]:
    """Plain values of a sample or a reopened paper → the pairs a page showing them would post.

    What the kind does not ask is not among them; whoever calls this tells of it (``unasked_faults``).
    """
    pairs = [("loai", form.loai)]
    for question in form.questions():
        value = answer(raw, question.ten)
        if is_blank(value):
            continue
        match question.kieu:
            case "lines":
                items = [value] if isinstance(value, str) else list(value)
                pairs += [(f"{question.ten}[]", str(item)) for item in items]
            case "sections":
                pairs += _section_pairs(question, str(value))
            case "appendices":
                pairs += _part_pairs(question, value)
            case _:
                pairs.append((question.ten, str(value)))
    return pairs + _unasked_pairs(raw, form)


def _unasked_pairs(raw: Mapping[str, Any], form: Form) -> list[tuple[str, str]]:
    """Give the values that decide how the paper is made (``danh_so``): the page keeps them without showing them."""
    pairs: list[tuple[str, str]] = []
    for left in form.khong_hoi:
        value = answer(raw, left.ten)
        if left.ten == "loai" or left.ten not in STEERING or is_blank(value):
            continue
        if isinstance(value, Mapping):
            pairs += [(f"{left.ten}.{name}", str(inner)) for name, inner in value.items()]
        else:
            pairs.append((left.ten, str(value)))
    return pairs


def _section_pairs(question: Question, text: str) -> list[tuple[str, str]]:
    before, sections = split(text)
    pairs = [(question.ten, before)] if before else []
    for key, (title, body) in enumerate(sections):
        pairs += [(f"{PHAN}[{key}].tieu_de", title), (f"{PHAN}[{key}].noi_dung", body)]
    return pairs


def _part_pairs(question: Question, parts: list[Mapping[str, Any]]) -> list[tuple[str, str]]:
    return [
        (f"{question.ten}[{key}].{inner.ten}", str(part[inner.ten]))
        for key, part in enumerate(parts)
        for inner in question.con
        if not is_blank(part.get(inner.ten))
    ]
