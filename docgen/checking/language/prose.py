"""The paragraphs whose words are judged, and how a finding about some of their characters is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from docgen.checking import excerpt
from docgen.checking.finding import Chac, Finding, Muc
from docgen.checking.judged import Judged
from docgen.checking.language.memory import once
from docgen.checking.sentences import Sentence, split
from docgen.reading.facts import Para
from docgen.vietnamese.tone import gap_dau

HEAD: Final = frozenset(
    {
        "quoc_hieu", "tieu_ngu", "tieu_de", "chu_quan", "co_quan", "gach_co_quan", "so_ky_hieu", "dia_danh_ngay",
        "do_mat", "do_khan", "du_thao", "luu_hanh", "gach_ten_loai", "tham_quyen", "loi_quyet_dinh",
    }
)  # fmt: skip
"""Parts at the head of a paper: fixed formulas and gaps, which the rules of form judge."""

SIGNATURE: Final = frozenset({"quyen_han", "chuc_vu", "chu_ky", "ho_ten", "chuc_vu_khac"})
RECIPIENTS: Final = frozenset({"noi_nhan_nhan", "noi_nhan", "luu", "ky_hieu_soan"})
TITLE: Final = frozenset({"ten_loai", "trich_yeu"})
_CAPITALS: Final = 0.8
_FEW_LETTERS: Final = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as the rules of language see it.

    doan: its index in ``Paper.paras``, None for a footnote. phan: the part it belongs to, "" if none. hoa: nearly all
    of it is seen in capitals. trong_bang: it stands in a cell of a table with content. gap: its words with tones
    placed the old way, sign for sign.
    """

    doan: int | None
    para: Para
    phan: str
    hoa: bool
    trong_bang: bool
    gap: str

    @property
    def text(self) -> str:
        """The words as typed."""
        return self.para.text


@once
def prose(p: Judged) -> tuple[Line, ...]:
    """List title, preamble, body, recipients, appendices and footnotes; not the head, the signature, text boxes."""
    lines = []
    for index, para in enumerate(p.paper.paras):
        phan = p.phan_cua.get(index, "")
        if para.place.phan != "thân" or phan in HEAD or phan in SIGNATURE or not para.text.strip():
            continue
        in_table = para.o is not None and phan not in RECIPIENTS and phan not in TITLE
        lines.append(_line(index, para, phan, in_table))
    for notes in p.paper.chu_thich.values():
        lines += [_line(None, para, "chu_thich", False) for para in notes if para.text.strip()]
    return tuple(lines)


def _line(doan: int | None, para: Para, phan: str, in_table: bool) -> Line:
    folded = gap_dau(para.text)
    gap = folded if len(folded) == len(para.text) else para.text
    return Line(doan, para, phan, _in_capitals(para.hien), in_table, gap)


def without(p: Judged, parts: Iterable[str]) -> Iterator[Line]:
    """List the paragraphs of prose outside ``parts``."""
    left_out = frozenset(parts)
    return (line for line in prose(p) if line.phan not in left_out)


def sentences(p: Judged, line: Line) -> tuple[Sentence, ...]:
    """Cut a paragraph into sentences."""
    return split(line.text) if line.doan is None else p.sentences(line.doan)


def spot(
    p: Judged,
    line: Line,
    khoang: tuple[int, int],
    loi: str,
    *,
    can: str = "",
    thay: str | None = None,
    muc: Muc | None = None,
    chac: Chac | None = None,
) -> Finding:
    """Make a finding about the characters ``khoang`` of ``line``; ``thay`` is those characters when left out."""
    found = line.text[slice(*khoang)] if thay is None else thay
    if line.doan is not None:
        return p.finding(loi, doan=line.doan, khoang=khoang, thay=found, can=can, muc=muc, chac=chac, phan=line.phan)
    return p.finding(
        loi,
        noi=line.para.place,
        trich=excerpt.trich(line.text, khoang),
        khoang=khoang,
        thay=found,
        can=can,
        muc=muc,
        chac=chac,
        phan=line.phan,
    )


def _in_capitals(shown: str) -> bool:
    letters = [char for char in shown if char.isalpha()]
    return len(letters) >= _FEW_LETTERS and sum(char.isupper() for char in letters) >= _CAPITALS * len(letters)
