"""What is told of an import: what was recognised, what is doubted, what was left over and where it was put."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from docgen.errors import Fault
from docgen.reading.facts import Paper, Para
from docgen.vietnamese.refusal import quoted

_SHOWN = 60


@dataclass(frozen=True)
class Report:
    """Everything to tell; no Fault here has to be mended (``nang`` is ``nhac``).

    nhan_ra: the fields that were read, each with the paragraphs they were read from. nghi_ngo: what was guessed,
    changed or cannot be said in the data. con_lai: words that belong to no field, and where they stand in the data.
    """

    nhan_ra: tuple[Fault, ...] = ()
    nghi_ngo: tuple[Fault, ...] = ()
    con_lai: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Leftover:
    """Words no field took. doan: the paragraph they stand in."""

    doan: int
    text: str


@dataclass
class Notebook:
    """Collects what is to be told while a paper is imported. seen: field → its paragraphs."""

    paper: Paper
    seen: dict[str, list[int]] = field(default_factory=dict)
    doubts: list[Fault] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    _often: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def found(self, noi: str, doan: Iterable[int]) -> None:
        """Note that field ``noi`` was read from these paragraphs."""
        self.seen.setdefault(noi, []).extend(doan)

    def doubt(self, noi: str, loi: str, sua: str = "", doan: int | None = None) -> None:
        """Note something doubted or changed; ``doan``: the paragraph it stands in."""
        where = None if doan is None else self.paper.paras[doan]
        dong = None if where is None else where.place.dong
        if where is not None and dong is None:
            loi = f"{loi.removesuffix('.')} ({place(where)})."
        self.doubts.append(Fault(noi, loi, sua, dong, "nhac"))

    def often(self, noi: str, loi: str, doan: int) -> None:
        """Note something that may be met in many places; it is told once, with the first. loi: without a full stop."""
        self._often.setdefault((noi, loi), []).append(doan)

    def left(self, doan: int, text: str, why: str = "") -> None:
        """Note words that no field takes; they are kept in the body. why: the reason, when there is one to tell."""
        self.leftovers.append(Leftover(doan, text))
        if why:
            self.doubt("", why, doan=doan)

    def report(self, kept_in: Mapping[Leftover, str]) -> Report:
        """Close the book. kept_in: the field each leftover was put into."""
        for (noi, loi), doan in self._often.items():
            more = f", và {len(doan) - 1} chỗ nữa" if len(doan) > 1 else ""
            self.doubt(noi, f"{loi}{more}.", doan=doan[0])
        self._often.clear()
        recognised = tuple(
            Fault(noi, f"Đọc ở {span(self.paper, doan)}.", nang="nhac") for noi, doan in self.seen.items() if doan
        )
        left = tuple(
            Fault(
                kept_in.get(one, "noi_dung"),
                f"Chưa rõ {quoted(one.text, _SHOWN)} thuộc mục nào nên giữ lại ở đây"
                f" ({place(self.paper.paras[one.doan])}).",
                dong=self.paper.paras[one.doan].place.dong,
                nang="nhac",
            )
            for one in self.leftovers
        )
        return Report(recognised, tuple(dict.fromkeys(self.doubts)), left)


def place(para: Para) -> str:
    """Say where a paragraph stands, in words its author can follow: ``đoạn 14``, ``dòng 3``."""
    where = para.place
    if where.dong is not None:
        return f"dòng {where.dong}"
    if where.phan != "thân":
        return f"{where.phan}, đoạn {where.doan}"
    if where.bang is not None:
        table, row, column = where.bang
        return f"bảng {table}, hàng {row}, cột {column}"
    return f"đoạn {where.doan}"


def span(paper: Paper, doan: Iterable[int]) -> str:
    """Say where some paragraphs stand: the first, or the first and the last."""
    held = sorted(set(doan))
    first, last = place(paper.paras[held[0]]), place(paper.paras[held[-1]])
    return first if first == last else f"{first} – {last}"
