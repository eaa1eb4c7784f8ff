"""The decisions about a paper, carried out: what stands where in the new template, and what the paper answers.

Every fault is told at once, each at the place of the text it is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any, Final, Literal

from docgen.document.own import RIENG
from docgen.errors import Fault, InputFaults
from docgen.vietnamese.refusal import quoted
from docgen.workshop.newkind.guess import asks_for
from docgen.workshop.newkind.letters import Look
from docgen.workshop.newkind.pattern import Laid, PatternError, Slot, is_fixed, lay, pieces
from docgen.workshop.newkind.proposal import Ask, Proposal, Unit
from docgen.workshop.newkind.saying import UnsaidError, read_items, said_by
from docgen.workshop.newkind.seen import Place, Seen

Stand = Literal["giua-dam", "giua-nghieng", "doan"]
"""How a line of the kind's own stands: in the middle in bold or italic, or as a paragraph."""


@dataclass(frozen=True)
class Words:
    """Fixed words, or the name of an answer (``rieng.thoi_gian``, or ``dong`` within a list), with their look."""

    text: str
    look: Look
    is_name: bool = False


@dataclass(frozen=True)
class Line:
    """One paragraph of the kind's own. optional: names without which it is not printed; loop: the list it repeats."""

    stand: Stand
    words: tuple[Words, ...]
    optional: tuple[str, ...] = ()
    loop: str = ""


@dataclass(frozen=True)
class Common:
    """A part all papers know, printed as the base template does."""

    ten: str


@dataclass(frozen=True)
class Body:
    """A body: ``noi_dung``, or one of the kind's own (``rieng.noi_dung``)."""

    ten: str


Block = Line | Common | Body
DONG: Final = "dong"
_ALONE: Final = "#"


@dataclass
class Layout:
    """blocks: the text of the template in its order. answers: what the paper says, by the names of the vocabulary.

    asked: how each own answer is asked for, in order. flow: every name of the text in order, for the form.
    """

    blocks: list[Block] = field(default_factory=list)
    answers: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, Ask] = field(default_factory=dict)
    flow: list[str] = field(default_factory=list)
    required: set[str] = field(default_factory=set)


def lay_out(seen: Seen, proposal: Proposal) -> Layout:
    """Carry out what was decided. Raises InputFaults with everything that cannot be done."""
    worker = _Worker(seen, proposal)
    worker.run()
    if worker.faults:
        raise InputFaults(worker.faults)
    return worker.out


class _Worker:
    def __init__(self, seen: Seen, proposal: Proposal) -> None:
        self.seen = seen
        self.places = {place.so: place for place in seen.places}
        self.units = sorted(proposal.phan, key=lambda unit: unit.so)
        self.out = Layout()
        self.faults: list[Fault] = []

    def run(self) -> None:
        self._fits()
        if self.faults:
            return
        for key, group in groupby(self.units, key=_together):
            self._group(key, list(group))

    def _fits(self) -> None:
        """The decisions must be about this paper."""
        numbers = [unit.so for unit in self.units]
        if numbers != list(self.places):
            loi = f"Đề xuất có {len(numbers)} chỗ của lời văn, văn bản này có {len(self.places)}."
            self.faults.append(Fault("phan", loi, "Đề xuất phải là của chính văn bản này; hãy tạo lại đề xuất."))

    def _group(self, key: tuple[str, str], units: list[Unit]) -> None:
        match key[0]:
            case "chung":
                self._common(units)
            case "noi-dung":
                self._body(units)
            case "truong":
                if key[1].startswith(_ALONE):
                    self._own(units[0])
                else:
                    self._list(units)
            case "co-dinh":
                for unit in units:
                    self._fixed(unit)

    def _fault(self, unit: Unit, loi: str, sua: str = "") -> None:
        place = self.places[unit.so]
        noi = f"phan[{unit.so}] ({self.seen.where(place)}, {quoted(self.seen.words(place), 40)})"
        self.faults.append(Fault(noi, loi, sua))

    def _common(self, units: list[Unit]) -> None:
        unit, place = units[0], self.places[units[0].so]
        known = place.way == "chung" and place.ten == unit.ten
        if unit.ten not in ("kinh_gui", "can_cu", "mo_dau", "ket_thuc") or (not known and unit.ten not in _SENTENCES):
            self._fault(unit, f"Chỗ này không dùng làm mục “{unit.ten}” được.", "Chọn trường, cố định hoặc nội dung.")
            return
        if len(units) > 1 or unit.ten in self.out.flow:
            self._fault(unit, f"Mục “{unit.ten}” chỉ có một chỗ.", "Các đoạn khác để ở nội dung.")
            return
        value = self.seen.raw.get(unit.ten) if known else self._paragraph(place)
        self.out.blocks.append(Common(unit.ten))
        self._answer(unit.ten, value, unit.bat_buoc)

    def _paragraph(self, place: Place) -> str:
        found = [self.seen.letters(at) for at in place.doan]
        return "\n".join(one.notation(0, len(one.text)) for one in found if one.text)

    def _answer(self, ten: str, value: Any, required: bool) -> None:
        self.out.flow.append(ten)
        self.out.answers[ten] = value
        if required:
            self.out.required.add(ten)

    def _body(self, units: list[Unit]) -> None:
        first = units[0]
        ten = f"{RIENG}.{first.ten}" if first.ten else "noi_dung"
        if ten in self.out.flow:
            sua = "Đặt cho một trong hai chỗ một tên riêng (ô tên), hoặc để chỗ ở giữa cũng là nội dung."
            self._fault(first, "Nội dung đứng ở hai chỗ rời nhau.", sua)
            return
        doan = [at for unit in units for at in self.places[unit.so].doan]
        is_last = units[-1].so == self.units[-1].so and ten == "noi_dung"
        self.out.blocks.append(Body(ten))
        value = self.seen.body(doan, last=is_last)
        self._answer(ten, f"{value}\n", first.bat_buoc or any(ask.bat_buoc for ask in first.hoi))
        if first.ten:
            given = first.hoi[0] if first.hoi else Ask(ten=first.ten, nhan="Nội dung", kieu="body", bat_buoc=True)
            self._ask(first, given.model_copy(update={"ten": first.ten, "kieu": "body"}))

    def _ask(self, unit: Unit, ask: Ask) -> bool:
        if ask.ten in self.out.asked:
            self._fault(unit, f"Tên mục “{ask.ten}” đã dùng ở chỗ khác.", "Mỗi mục riêng cần một tên riêng.")
            return False
        if ask.kieu == "choice" and len(ask.lua_chon) < 2:
            self._fault(unit, f"Mục “{ask.ten}” kiểu chọn cần ít nhất hai lựa chọn.")
            return False
        self.out.asked[ask.ten] = ask
        return True

    def _fixed(self, unit: Unit) -> None:
        place = self.places[unit.so]
        if place.way == "bang":
            self._fault(unit, "Bảng không để cố định được.", "Chọn nội dung; hoặc thêm bảng vào mẫu bằng Word sau này.")
            return
        for at in place.doan:
            found = self.seen.letters(at)
            if not found.text:
                continue
            if not is_fixed(found.text):
                self._fault(unit, "Chữ có dấu ngoặc nhọn kép của thẻ nên không để cố định được.", "Chọn nội dung.")
                return
            laid = (Laid(found.text, 0, len(found.text)),)
            self.out.blocks.append(Line(self._stand(at), tuple(self._words(at, laid))))

    def _own(self, unit: Unit) -> None:
        place = self.places[unit.so]
        if place.way == "bang" or len(place.doan) > 1:
            self._fault(unit, "Chỗ này có nhiều đoạn nên không làm trường được.", "Chọn nội dung hoặc cố định.")
            return
        laid, asks = self._laid(unit, place.doan[0])
        if laid is None:
            return
        known = [self._ask(unit, ask) for ask in asks.values()]
        if not all(known):
            return
        for one in laid:
            if isinstance(one.piece, Slot):
                ask = asks[one.piece.ten]
                found = self.seen.letters(place.doan[0])
                try:
                    value = said_by(ask, found, one.begin, one.end)
                except UnsaidError as error:
                    self._fault(unit, error.loi, error.sua)
                    continue
                self._answer(f"{RIENG}.{ask.ten}", value, ask.bat_buoc)
        names = tuple(f"{RIENG}.{ask.ten}" for ask in asks.values())
        optional = names if not any(ask.bat_buoc for ask in asks.values()) else ()
        words = tuple(self._words(place.doan[0], laid))
        self.out.blocks.append(Line(self._stand(place.doan[0]), words, optional))

    def _list(self, units: Sequence[Unit]) -> None:
        """Neighbouring lines with one and the same answer: a list of it."""
        items: list[str] = []
        block: Line | None = None
        for unit in units:
            at = self.places[unit.so].doan[0]
            laid, asks = self._laid(unit, at)
            if laid is None:
                return
            ask = next(iter(asks.values()))
            if len(asks) > 1 or ask.kieu != "lines":
                self._fault(unit, "Kiểu danh sách chỉ có một mục trong câu mẫu.")
                return
            if unit is units[0] and not self._ask(unit, ask):
                return
            items += [self.seen.letters(at).notation(one.begin, one.end) for one in laid if isinstance(one.piece, Slot)]
            loop = f"{RIENG}.{ask.ten}"
            block = block or Line(self._stand(at), tuple(self._words(at, laid, loop)), (), loop)
        assert block is not None
        listed = read_items(items)
        words = (*block.words, *((Words(listed.tag, block.words[-1].look),) if listed.tag else ()))
        self.out.blocks.append(replace(block, words=words))
        self._answer(block.loop, list(listed.items), any(ask.bat_buoc for unit in units for ask in unit.hoi))

    def _laid(self, unit: Unit, at: int) -> tuple[tuple[Laid, ...] | None, dict[str, Ask]]:
        text = self.seen.letters(at).text
        try:
            found = pieces(unit.mau)
        except PatternError as error:
            self._fault(unit, str(error))
            return None, {}
        names = [piece.ten for piece in found if isinstance(piece, Slot)]
        if not names:
            self._fault(unit, "Trường phải có ít nhất một tên mục.", "Ví dụ: Thời gian: {{thoi_gian}}.")
            return None, {}
        asks = {ask.ten: ask for ask in asks_for(unit.mau, text, {ask.ten: ask for ask in unit.hoi})}
        laid = lay(found, text)
        if laid is None:
            sua = f"Chữ ngoài tên mục phải giống chữ trong văn bản: {quoted(text, 200)}."
            self._fault(unit, f"Câu mẫu {quoted(unit.mau, 120)} không khớp với chữ của văn bản.", sua)
        return laid, asks

    def _words(self, at: int, laid: Sequence[Laid], loop: str = "") -> Iterator[Words]:
        found = self.seen.letters(at)
        for one in laid:
            look = found.look(one.begin, one.end)
            if isinstance(one.piece, Slot):
                yield Words(DONG if loop else f"{RIENG}.{one.piece.ten}", look, is_name=True)
            else:
                yield from _by_look(one.piece, found.looks[one.begin : one.end])

    def _stand(self, at: int) -> Stand:
        shown, found = self.seen.paper.paras[at].format, self.seen.letters(at)
        if shown is None or shown.canh != "giua":
            return "doan"
        return "giua-nghieng" if found.look(0, len(found.text)) == (False, True) else "giua-dam"


_SENTENCES: Final = ("mo_dau", "ket_thuc")


def _by_look(text: str, looks: Sequence[Look]) -> Iterator[Words]:
    for look, chars in groupby(range(len(text)), key=lambda at: looks[at]):
        held = list(chars)
        yield Words(text[held[0] : held[-1] + 1], look)


def _together(unit: Unit) -> tuple[str, str]:
    """Neighbours with the same key become one block."""
    match unit.la:
        case "noi-dung" | "chung":
            return unit.la, unit.ten
        case "truong":
            listed = len(unit.hoi) == 1 and unit.hoi[0].kieu == "lines"
            return unit.la, unit.hoi[0].ten if listed else f"{_ALONE}{unit.so}"
    return unit.la, f"{_ALONE}{unit.so}"
