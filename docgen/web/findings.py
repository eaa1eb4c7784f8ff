"""What the checker says of a made paper → the inputs of the page it was made from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from docgen.checking.excerpt import DONG, MO
from docgen.checking.finding import Finding
from docgen.intake.form import PHAN
from docgen.reading.facts import Paper
from docgen.web.tracing import Begin, Spot, Stream, letters
from docgen.web.typed import Typed, page_id

_RUNNING: Final = ("trich_yeu", "kinh_gui", "can_cu", "mo_dau", "noi_dung", PHAN, "ket_thuc")
_RECIPIENTS: Final = ("noi_nhan", "luu")
_SIGNATURE: Final = ("ky.quyen_han", "ky.chuc_vu", "ky.chu_ky", "ky.ho_ten", "ky.chuc_vu_khac")
_HEAD: Final = ("co_quan.chu_quan", "co_quan.ten")
_APPENDICES: Final = ("phu_luc",)

# Part of the paper → the question that is asked for it, and the names whose words it is looked for among.
_PARTS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "do_mat": ("do_mat", ()),
    "do_khan": ("do_khan", ()),
    "chu_quan": ("co_quan.chu_quan", _HEAD),
    "co_quan": ("co_quan.ten", _HEAD),
    "so_ky_hieu": ("so", ()),
    "dia_danh_ngay": ("ngay", ()),
    "tieu_de": ("the_thuc", ()),
    "quoc_hieu": ("the_thuc", ()),
    "tieu_ngu": ("the_thuc", ()),
    "trich_yeu": ("trich_yeu", _RUNNING),
    "kinh_gui": ("kinh_gui", _RUNNING),
    "can_cu": ("can_cu", _RUNNING),
    "mo_dau": ("mo_dau", _RUNNING),
    "tham_quyen": ("mo_dau", _RUNNING),
    "loi_quyet_dinh": ("mo_dau", _RUNNING),
    "noi_dung": ("noi_dung", _RUNNING),
    "ket_thuc": ("ket_thuc", _RUNNING),
    "noi_nhan_nhan": ("noi_nhan", ()),
    "noi_nhan": ("noi_nhan", _RECIPIENTS),
    "luu": ("luu", _RECIPIENTS),
    "ky_hieu_soan": ("luu", _RECIPIENTS),
    "quyen_han": ("ky.quyen_han", _SIGNATURE),
    "chuc_vu": ("ky.chuc_vu", _SIGNATURE),
    "chu_ky": ("ky.chu_ky", _SIGNATURE),
    "ho_ten": ("ky.ho_ten", _SIGNATURE),
    "chuc_vu_khac": ("ky.chuc_vu_khac", _SIGNATURE),
    "phu_luc": ("phu_luc", _APPENDICES),
    "chu_thich": ("noi_dung", ()),
}
# Written by the template alone: nothing that is typed changes them.
_NOBODYS: Final = frozenset({"trang", "so_trang", "ten_loai", "gach_co_quan", "gach_ten_loai", "du_thao", "luu_hanh"})
_GROUPS: Final = (_RUNNING, _RECIPIENTS, _SIGNATURE, _HEAD, _APPENDICES)


@dataclass(frozen=True)
class Placed:
    """A finding and where on the page it belongs; the id of ``spot`` is "" when nothing on the page can mend it."""

    finding: Finding
    spot: Spot


class Tracer:
    """Tells where on the page the words of one made paper stand."""

    def __init__(self, paper: Paper, typed: Typed) -> None:
        self._paper = paper
        self._typed = typed

    def placed(self, finding: Finding) -> Placed:
        """Find the place of one finding."""
        return Placed(finding, self._spot(finding))

    def _spot(self, finding: Finding) -> Spot:
        phan = finding.phan or ("" if finding.doan is None else self._part_of.get(finding.doan, ""))
        if finding.noi is not None and finding.noi.phan == "chú thích":
            phan = "chu_thich"
        if phan in _NOBODYS:
            return Spot("")
        if phan == "so_ky_hieu":
            return Spot(page_id(self._of_number(finding)))
        if phan == "dia_danh_ngay":
            return self._of_date(finding)
        by_words = self._by_words(finding, phan)
        if by_words is not None:
            return by_words
        question = _PARTS.get(phan, ("", ()))[0]
        return Spot(self._first_id(question, finding)) if question else Spot("")

    def _by_words(self, finding: Finding, phan: str) -> Spot | None:
        own = _PARTS.get(phan, ("", ()))[1]
        if finding.doan is None:
            return self._by_excerpt(finding, own) if finding.trich else None
        text = self._paper.paras[finding.doan].text
        if own:
            begin = self._aligned(own).get(finding.doan)
            if begin is not None:
                return self._stream(own).spot(begin, text, finding.khoang)
        for group in _GROUPS:
            begin = self._stream(group).find(text)
            if begin is not None:
                return self._stream(group).spot(begin, text, finding.khoang)
        return self._by_span(text, finding, own) if own else None

    def _by_span(self, text: str, finding: Finding, group: tuple[str, ...]) -> Spot | None:
        """The line has words of ours beside those that were typed ("Lưu: …"): look for what is meant alone."""
        if finding.khoang is None:
            return None
        meant = text[finding.khoang[0] : finding.khoang[1]]
        begin = self._stream(group).find(meant)
        return None if begin is None else self._stream(group).spot(begin, meant, (0, len(meant)))

    def _by_excerpt(self, finding: Finding, group: tuple[str, ...]) -> Spot | None:
        """A footnote, a header: there is no paragraph, only the words around."""
        quoted = finding.trich.strip("…")
        before, _, rest = quoted.partition(MO)
        spot, _, after = rest.partition(DONG)
        text = before + spot + after
        khoang = (len(before), len(before) + len(spot)) if spot else None
        for names in (group,) if group else (_RUNNING, _APPENDICES):
            begin = self._stream(names).find(text)
            if begin is not None:
                return self._stream(names).spot(begin, text, khoang)
        return None

    def _of_number(self, finding: Finding) -> str:
        """Tell number and code apart: what was found says which of them is meant."""
        text = "" if finding.doan is None else self._paper.paras[finding.doan].text
        meant = text[slice(*finding.khoang)] if finding.khoang else finding.thay
        said = letters(re.sub(r"(?i)số", "", meant)).bare
        for name in ("co_quan.don_vi_soan", "co_quan.ky_hieu"):
            own = letters(self._typed.single.get(name, "")).bare
            if own and said.endswith(own) and not said.isdigit():
                return name
        return "so" if not said or said.isdigit() else "co_quan.ky_hieu"

    def _of_date(self, finding: Finding) -> Spot:
        """The place stands before the comma, the day behind it."""
        text = "" if finding.doan is None else self._paper.paras[finding.doan].text
        meant = text[slice(*finding.khoang)] if finding.khoang else finding.thay
        own, said = letters(self._typed.single.get("dia_danh", "")).bare, letters(meant).bare
        comma = re.search(r",\s*ngày", text)
        before = finding.khoang is not None and comma is not None and finding.khoang[1] <= comma.start()
        of_place = before or (bool(said) and bool(own) and (said in own or own in said) and "ngay" not in said)
        return Spot(page_id("dia_danh" if of_place else "ngay"))

    def _first_id(self, question: str, finding: Finding) -> str:
        """Give the input of a question; of a list the row that has the place of the paragraph, else the first."""
        name = PHAN if question == "noi_dung" else question
        rows = self._typed.rows.get(name)
        if rows is None:
            return page_id(question)
        if not rows:
            return page_id(name)
        nth = self._nth(finding)
        row = rows[nth if nth < len(rows) else 0]
        return page_id(name, row.key, next(iter(row.values), ""))

    def _nth(self, finding: Finding) -> int:
        parts = self._paper.parts.get(finding.phan, ())
        return next((n for n, part in enumerate(parts) if finding.doan in part.doan), 0)

    @cached_property
    def _part_of(self) -> Mapping[int, str]:
        found: dict[int, str] = {}
        for ten, parts in self._paper.parts.items():
            for part in parts:
                for index in part.doan:
                    found.setdefault(index, ten)
        return found

    @cached_property
    def _streams(self) -> dict[tuple[str, ...], Stream]:
        return {}

    @cached_property
    def _alignments(self) -> dict[tuple[str, ...], Mapping[int, Begin]]:
        return {}

    def _stream(self, names: tuple[str, ...]) -> Stream:
        if names not in self._streams:
            self._streams[names] = Stream(pair for name in names for pair in inputs(self._typed, name))
        return self._streams[names]

    def _aligned(self, names: tuple[str, ...]) -> Mapping[int, Begin]:
        """Align the paragraphs of all parts that are looked for among these names."""
        if names not in self._alignments:
            # What belongs to no part was taken for none by mistake: it is looked for among the running words.
            own = {ten for ten, (_, group) in _PARTS.items() if group == names} | ({""} if names == _RUNNING else set())
            paras = [
                (index, para.text)
                for index, para in enumerate(self._paper.paras)
                if self._part_of.get(index, "") in own and para.text.strip()
            ]
            self._alignments[names] = self._stream(names).aligned(paras)
        return self._alignments[names]


def inputs(typed: Typed, name: str) -> Iterator[tuple[str, str]]:
    """Give the inputs of a question and what is typed there: id on the page, text."""
    if name in typed.rows:
        for row in typed.rows[name]:
            yield from ((page_id(name, row.key, con), value) for con, value in row.values.items())
    elif name in typed.single:
        yield (page_id(name, "dau") if name == "noi_dung" else page_id(name)), typed.single[name]
