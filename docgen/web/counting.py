"""How the paper will number the rows of a list: shown beside them, never typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.kinds import Question
from docgen.outline.scheme import Scheme
from docgen.outline.sections import head_labels
from docgen.standards import STANDARDS, Standard
from docgen.standards.appendix import nhan_phu_luc
from docgen.vietnamese.roman import la_ma
from docgen.web.typed import Row


@dataclass(frozen=True)
class Counted:
    """labels: one for each row, "" for none. sample: the label of number one. numbered_from: rows needed for any."""

    labels: tuple[str, ...]
    sample: str = ""
    numbered_from: int = 1


def labels_of(question: Question, rows: Sequence[Row], the_thuc: str | None) -> Counted:
    """Number the rows as the paper of this standard will; the form's own order of standards while it is not known."""
    standard = next((each for ma, each in STANDARDS.items() if ma == the_thuc), STANDARDS["nd30"])
    match question.kieu:
        case "sections":
            return _sections(rows, Scheme(standard.labels()))
        case "appendices" if question.ten == "phu_luc":
            return _appendices(len(rows), standard)
    return Counted(("",) * len(rows))


def _sections(rows: Sequence[Row], scheme: Scheme) -> Counted:
    typed = [(row.values.get("tieu_de", ""), row.values.get("noi_dung", "")) for row in rows]
    return Counted(tuple(head_labels(typed, scheme)), scheme.samples["la_ma"])


def _appendices(count: int, standard: Standard) -> Counted:
    labels = tuple(nhan_phu_luc(standard, number, count) for number in range(1, count + 1))
    # The sample has its number even where a single one goes without.
    return Counted(labels, f"{standard.phu_luc.loi_nhan.value} {la_ma(1)}", standard.phu_luc.danh_so_tu.value)
