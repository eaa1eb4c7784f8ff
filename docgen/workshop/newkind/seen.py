"""A finished paper as the workshop sees it: what the parts all papers know say, and the flow of the text between them.

Head, foot, addressees and bases are read as an import reads them; the text is left as places, each of which may become
an answer, fixed words, or body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final, Literal

from docgen.data_dir import DataDir
from docgen.errors import Fault, Unusable
from docgen.importing.appendices import read_appendices
from docgen.importing.body import BodyReader
from docgen.importing.endings import bare_body
from docgen.importing.head import read_head
from docgen.importing.issuer import find_issuer
from docgen.importing.kind import find_kind
from docgen.importing.labels import Labels
from docgen.importing.lists import read_addressees, read_bases, read_closing, read_opening, read_recipients
from docgen.importing.notes import Notes
from docgen.importing.report import Notebook, span
from docgen.importing.signature import read_signature
from docgen.importing.spans import field_text
from docgen.importing.taken import Raw, Taken
from docgen.kinds import Form, Kinds
from docgen.kinds.form import Group, Question
from docgen.outline.write import write
from docgen.reading.facts import Paper
from docgen.reading.parts import Anatomy, dissect
from docgen.reading.parts.view import View
from docgen.reading.read import read
from docgen.standards.standard import TheThuc
from docgen.workshop.newkind.guess import gaps, labelled
from docgen.workshop.newkind.letters import Letters, letters

MAX_PLACES: Final = 2000
Way = Literal["chung", "co-dinh", "chu", "bang"]

# Parts above the text, in the text, and below it; what none of them holds is text.
_HEAD_NAMES: Final = (
    "quoc_hieu tieu_ngu tieu_de chu_quan co_quan gach_co_quan so_ky_hieu dia_danh_ngay do_mat do_khan "
    "ten_loai trich_yeu gach_ten_loai"
)
_HEAD: Final = tuple(_HEAD_NAMES.split())
_FOOT_NAMES: Final = (
    "noi_nhan_nhan noi_nhan luu ky_hieu_soan quyen_han chuc_vu chu_ky ho_ten chuc_vu_khac chu_thich phu_luc"
)
_FOOT: Final = tuple(_FOOT_NAMES.split())
_FIXED: Final = ("tham_quyen", "loi_quyet_dinh")
_LISTS: Final = ("kinh_gui", "can_cu")
# The label of an abstract under the number (NĐ 30, PL III, Mẫu 1.5) is printed by the template.
_ABOUT: Final = re.compile(r"v\s*/\s*v\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """A place in the flow of the text.

    doan: its paragraphs. way: "chung" a part called ``ten`` that all papers know, "co-dinh" words the kind prints
    itself, "bang" a table, "chu" anything else.
    """

    so: int
    doan: tuple[int, ...]
    way: Way
    ten: str = ""


@dataclass
class Seen:
    """raw: what the common parts say. places: the flow of the text. the_thuc: by which standard the paper is read."""

    taken: Taken
    raw: Raw
    places: tuple[Place, ...]
    labels: Labels
    _letters: dict[int, Letters] = field(default_factory=dict)

    @property
    def paper(self) -> Paper:
        """The paper as facts."""
        return self.taken.paper

    @property
    def the_thuc(self) -> TheThuc:
        """The standard the paper follows."""
        return self.taken.issuer.the_thuc

    def letters(self, doan: int) -> Letters:
        """Read a paragraph letter by letter, once."""
        if doan not in self._letters:
            self._letters[doan] = letters(self.paper.paras[doan])
        return self._letters[doan]

    def words(self, place: Place) -> str:
        """The words of a place, a line a paragraph."""
        return "\n".join(self.letters(at).text for at in place.doan)

    def where(self, place: Place) -> str:
        """Say where a place stands."""
        return span(self.paper, place.doan)

    def body(self, doan: Iterable[int], *, last: bool) -> str:
        """Read paragraphs as a body in the notation; last: no text follows, so the end mark is taken off."""
        reader = BodyReader(self.paper, self.taken.view, Notes(self.paper), self.labels, self.taken.book)
        reader.read(doan)
        if last:
            reader.growth.end(partial(bare_body, self.taken.standard))
        outline = reader.growth.outline(reader.notes.definitions())
        self.labels.body(outline)
        return write(outline)


def see(source: Path | bytes, data: DataDir, *, ten: str = "", ten_loai: str = "", ky_hieu: str | None = None) -> Seen:
    """Read a finished paper.

    ten: what messages call it. ten_loai, ky_hieu: name and code of its kind, where the maintainer knows better than
    the reader. Raises Unusable when it cannot be read, holds no text, or far too much of it.
    """
    paper = read(source, ten)
    if len(paper.paras) > 20 * MAX_PLACES:
        raise Unusable(Fault(ten, f"Văn bản có quá {20 * MAX_PLACES} đoạn, không phải một văn bản mẫu bình thường."))
    known = {"x": _provisional(ten_loai, ky_hieu)} if ten_loai and ky_hieu is not None else {}
    anatomy = _without_answers(dissect(paper))
    kind = find_kind(paper, Kinds(data, known), anatomy)
    taken = Taken(paper, View(paper), anatomy, find_issuer(paper), kind, Notebook(paper))
    raw = read_head(taken)
    raw["trich_yeu"] = (
        _ABOUT.sub("", raw.get("trich_yeu") or "", count=1) if not kind.ten else raw.get("trich_yeu") or None
    )
    raw["kinh_gui"], raw["can_cu"] = read_addressees(taken), read_bases(taken)
    raw["mo_dau"], _ = read_opening(taken)
    closing = read_closing(taken)[1]
    raw["ket_thuc"] = field_text(closing) or None
    raw.update(read_recipients(taken))
    raw["ky"] = read_signature(taken)
    labels = Labels()
    appended = read_appendices(taken, labels)
    raw["phu_luc"], raw["co_quan"]["ten_day_du"] = appended.phu_luc, appended.ten_day_du
    places = _places(taken)
    if len(places) > MAX_PLACES:
        raise Unusable(Fault(ten, f"Phần lời văn có quá {MAX_PLACES} chỗ, không dùng làm văn bản mẫu được."))
    return Seen(taken, raw, places, labels)


def _without_answers(anatomy: Anatomy) -> Anatomy:
    """Lines to be filled in are no bases, though a heading such as "KẾT LUẬN:" stands under them."""
    bases = anatomy.parts.get("can_cu", ())
    kept = tuple(part for part in bases if part.chac == "chac" or not _is_answer(part.text))
    return replace(anatomy, parts={**anatomy.parts, "can_cu": kept})


def _is_answer(text: str) -> bool:
    one = labelled(text)
    return (one is not None and one.biet) or gaps(text, ()) is not None


def _provisional(ten_loai: str, ky_hieu: str) -> Form:
    """Name and code of the kind that is being made, so that its number is read right."""
    nothing = Group(ten="x", muc=(Question(ten="trich_yeu", nhan="x", kieu="paragraph"),))
    return Form(
        loai="x", ten_loai=ten_loai, ten_loai_thuong=ten_loai, ky_hieu=ky_hieu, the_thuc=("nd30",), nhom=(nothing,)
    )


def _places(taken: Taken) -> tuple[Place, ...]:
    held = {ten: [part.doan for part in taken.parts.get(ten, ())] for ten in (*_HEAD, *_FOOT, *_FIXED, *_LISTS)}
    outside = {i for ten in (*_HEAD, *_FOOT) for doan in held[ten] for i in doan}
    fixed = {i for ten in _FIXED for doan in held[ten] for i in doan}
    listed = {i: ten for ten in _LISTS for doan in held[ten] for i in doan}
    opening, closing = taken.part("mo_dau"), (taken.parts.get("ket_thuc") or (None,))[-1]
    common = dict.fromkeys(opening.doan if opening else (), "mo_dau")
    common |= dict.fromkeys(closing.doan if closing else (), "ket_thuc")
    found: list[tuple[list[int], Way, str]] = []
    for i in range(_start(taken, held), _end(taken, held)):
        if i in outside or taken.view.boxed(i) or taken.view.blank(i):
            continue
        tables = taken.view.tables(i)
        ten = listed.get(i) or common.get(i) or (f"bảng {tables[-1]}" if tables else "")
        way: Way = "chung" if i in listed or i in common else "co-dinh" if i in fixed else "bang" if tables else "chu"
        if found and ten and found[-1][1:] == (way, ten):
            found[-1][0].append(i)
        else:
            found.append(([i], way, ten))
    return tuple(
        Place(so, tuple(doan), way, ten if way == "chung" else "") for so, (doan, way, ten) in enumerate(found, start=1)
    )


def _start(taken: Taken, held: dict[str, list[tuple[int, ...]]]) -> int:
    """Where the flow begins: behind the head and the title, with the tables they stand in."""
    last = max((i for ten in _HEAD for doan in held[ten] for i in doan if not taken.view.boxed(i)), default=-1)
    return _beside(taken, last).stop if last >= 0 else 0


def _end(taken: Taken, held: dict[str, list[tuple[int, ...]]]) -> int:
    """Where the flow ends: before recipients and signature, with the table they stand in."""
    first = min((i for ten in _FOOT for doan in held[ten] for i in doan), default=len(taken.paper.paras))
    return _beside(taken, first).start if first < len(taken.paper.paras) else first


def _beside(taken: Taken, at: int) -> range:
    tables = taken.view.tables(at)
    return taken.view.span(tables[-1], at) if tables else range(at, at + 1)
