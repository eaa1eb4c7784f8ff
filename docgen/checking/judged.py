"""A paper as the rules see it: read-only, with what follows from its words worked out once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Final

from docgen.checking import sentences
from docgen.checking.excerpt import tim, trich
from docgen.checking.finding import Chac, Finding, Muc
from docgen.checking.sentences import Sentence
from docgen.reading import parts as read_parts
from docgen.reading.facts import Paper, Para, Part, Place
from docgen.reading.parts import Appendix, BodyLine, Signer
from docgen.standards import Standard, TheThuc
from docgen.standards.types import LOAI
from docgen.vietnamese.dates import kiem_ngay
from docgen.vietnamese.refusal import RefusedError
from docgen.vietnamese.tone import gap_dau

if TYPE_CHECKING:
    from docgen.checking.rule import Rule

CONG_VAN: Final = "CÔNG VĂN"
_DAY: Final = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_SHORT_DAY: Final = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_DRAFT: Final = re.compile(r"\W*dự thảo\b", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"[Ss]ố\s*:?\s*\d|^\s*\d")
# Where a mark of a draft may stand: text boxes and the header of the first page.
_HEAD_PARAS: Final = 25
_MARK_CHARS: Final = 60


class Judged:
    """What rules ask. A part that is not there is not judged: ``first`` gives None, and the rule says nothing."""

    def __init__(self, paper: Paper, standard: Standard) -> None:
        self.paper = paper
        self.standard = standard
        self._rule: Rule | None = None

    @property
    def the_thuc(self) -> TheThuc:
        """The name of the standard the paper is judged by."""
        return self.standard.ma

    def first(self, ten: str) -> Part | None:
        """Find the first part called ``ten``, if the paper has one."""
        return self.paper.part(ten)

    def parts(self, ten: str) -> tuple[Part, ...]:
        """List all parts called ``ten``."""
        return self.paper.parts.get(ten, ())

    def para(self, part: Part) -> Para:
        """Give the first paragraph of a part."""
        return self.paper.paras[part.doan[0]]

    def paras(self, part: Part) -> Iterator[tuple[int, Para]]:
        """Give the paragraphs of a part with their indexes."""
        return ((index, self.paper.paras[index]) for index in part.doan)

    def sentences(self, doan: int) -> tuple[Sentence, ...]:
        """Cut paragraph ``doan`` into sentences; places count in its ``text``."""
        found = self._sentences.get(doan)
        if found is None:
            found = self._sentences[doan] = sentences.split(self.paper.paras[doan].text)
        return found

    @cached_property
    def _sentences(self) -> dict[int, tuple[Sentence, ...]]:
        return {}

    @cached_property
    def phan_cua(self) -> Mapping[int, str]:
        """Name of the part each paragraph belongs to; of two parts in one paragraph, the first named."""
        found: dict[int, str] = {}
        for ten, parts in self.paper.parts.items():
            for part in parts:
                for index in part.doan:
                    found.setdefault(index, ten)
        return found

    @cached_property
    def levels(self) -> tuple[BodyLine, ...]:
        """Tell the level of each line of the body, in order."""
        return tuple(read_parts.levels(self.paper))

    @cached_property
    def signers(self) -> tuple[Signer, ...]:
        """Tell who signs, each with the lines that belong together."""
        return read_parts.signers(self.paper)

    @cached_property
    def appendices(self) -> tuple[Appendix, ...]:
        """Tell label, title, reference and body of each appendix, in the order of ``paper.appendices``."""
        return read_parts.appendices(self.paper)

    @cached_property
    def loai(self) -> str | None:
        """Type of the paper in capitals, tone marks the old way; "CÔNG VĂN" when it has none and addresses someone.

        Words behind a type ("GIẤY MỜI HỌP") are left out; a type this standard does not know is given as it stands.
        """
        part = self.first("ten_loai")
        if part is not None:
            said = gap_dau(" ".join(part.text.split())).upper().rstrip(":")
            known = [ten for ten in self._types if f"{said} ".startswith(f"{ten} ")]
            return max(known, key=len, default=said)
        abstract = self.first("trich_yeu")
        letter = abstract is not None and abstract.text.lstrip().lower().startswith("v/v")
        return CONG_VAN if letter or self.first("kinh_gui") else None

    @cached_property
    def loai_ma(self) -> str | None:
        """Code of the type in this standard ("KH"); "" for a type without code, None for an unknown one."""
        return None if self.loai is None else self._types.get(self.loai)

    @cached_property
    def _types(self) -> Mapping[str, str]:
        return {gap_dau(kind.ten).upper(): kind.ky_hieu.value for kind in LOAI[self.the_thuc]}

    @cached_property
    def ngay(self) -> tuple[int, int, int] | None:
        """Year, month, day of issue; None while the day is open, or when the calendar has no such day."""
        part = self.first("dia_danh_ngay")
        found = part and (_DAY.search(part.text) or _SHORT_DAY.search(part.text))
        if not found:
            return None
        day, month, year = (int(number) for number in found.groups())
        try:
            kiem_ngay(year, month, day)
        except RefusedError:
            return None
        return year, month, day

    @cached_property
    def la_du_thao(self) -> bool:
        """Whether it says it is a draft, or its number or day is still open."""
        if self.first("du_thao"):
            return True
        for index, para in enumerate(self.paper.paras):
            marked = para.place.phan == "hộp chữ" or index < _HEAD_PARAS
            if marked and len(para.text) <= _MARK_CHARS and _DRAFT.match(para.text):
                return True
        number, day = self.first("so_ky_hieu"), self.first("dia_danh_ngay")
        return (number is not None and not _NUMBERED.search(number.text)) or (
            day is not None and not re.search(r"ngày\s*\d|\d\s*[/.-]\s*\d", day.text, re.IGNORECASE)
        )

    def finding(
        self,
        loi: str,
        *,
        doan: int | None = None,
        part: Part | None = None,
        thay: str = "",
        can: str = "",
        trich: str = "",
        muc: Muc | None = None,
        chac: Chac | None = None,
        khoang: tuple[int, int] | None = None,
        noi: Place | None = None,
        phan: str = "",
    ) -> Finding:
        """Make a finding of the rule that is running; code, clause and place are filled in.

        doan, part: the paragraph, or the part whose first paragraph it is (``doan`` wins). khoang: the characters of
        its ``text`` that are meant; without them ``thay`` is looked for there. noi: a place outside ``paras`` (a
        footnote, a header). phan: name of the part when neither tells it (a missing part). muc: lighter than the
        rule's. chac: how surely it was seen; a part that was guessed makes it "co-le". An error seen unsurely
        becomes a warning.
        """
        rule = self._running()
        seen: Chac = chac or ("co-le" if part is not None and part.chac == "doan" else "chac")
        grave = muc or rule.muc
        if grave == "loi" and rule.muc != "loi":
            raise ValueError(f"{rule.ma} is no rule that gives errors")
        doan = part.doan[0] if doan is None and part is not None else doan
        para = None if doan is None else self.paper.paras[doan]
        if para is not None:
            khoang = khoang or _spot(para.text, part, thay)
            trich = trich or _quoted(para.text, khoang)
            noi = noi or para.place
        if not phan and doan is not None:
            phan = part.ten if part is not None else self.phan_cua.get(doan, "")
        grave = "canh-bao" if grave == "loi" and seen != "chac" else grave
        return Finding(rule.ma, grave, seen, loi, noi, doan, trich, thay, can, rule.dieu_khoan, phan, khoang)

    def _running(self) -> Rule:
        if self._rule is None:
            raise RuntimeError("findings are made by a rule, while it runs")
        return self._rule

    @contextmanager
    def under(self, rule: Rule) -> Iterator[None]:
        """Let ``finding`` speak for ``rule`` inside the block."""
        before, self._rule = self._rule, rule
        try:
            yield
        finally:
            self._rule = before


_quoted = trich


def _spot(text: str, part: Part | None, thay: str) -> tuple[int, int] | None:
    """Find what was seen; several parts may share a paragraph, so it is looked for from where this one begins."""
    start = max(text.find(part.text.partition("\n")[0]), 0) if part is not None else 0
    return tim(text, thay, start)
