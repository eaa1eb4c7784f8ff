"""Whole papers as data, of the kind a paper shows whole: what no paper shows is not in them.

Such a paper can be read back from its visible words alone. Not in it are, for each standard: looks the style has
already (italic in a căn cứ of the State), signs that printing puts (``./.``, ``;``), widths no column gets, a title
without its colon before text, blanks of more than one kind, and answers that are not printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from math import gcd
from typing import Any

from hypothesis import strategies as st

from docgen.outline.escape import spell
from docgen.outline.labels import number
from docgen.outline.parse import parse
from docgen.outline.tree import Cell, Inline, Item, Level, Node, NoteRef, Outline, Paragraph, Span, Table, normal
from docgen.outline.write import write

THE_THUC = ("nd30", "doan", "dang")
LEVELS = list(Level)
_TITLE_ITALIC = (Level.SO2, Level.SO3)

_ISSUERS: dict[str, list[dict[str, Any]]] = {
    "nha-nuoc": [
        {"ten": ["ỦY BAN NHÂN DÂN", "TỈNH BÌNH DƯƠNG"]},
        {"chu_quan": ["UBND TỈNH LÀO CAI"], "ten": ["SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"]},
        {"chu_quan": ["ỦY BAN NHÂN DÂN", "HUYỆN BẢO YÊN"], "ten": ["PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"]},
    ],
    "to-chuc": [
        {"ten": ["HỘI CHỮ THẬP ĐỎ", "TỈNH KIÊN GIANG"]},
        {"chu_quan": ["TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM"], "ten": ["LIÊN ĐOÀN LAO ĐỘNG", "TỈNH QUẢNG NINH"]},
    ],
    "doan": [
        {"ten": ["BCH ĐOÀN TỈNH BÌNH DƯƠNG"]},
        {"chu_quan": ["THÀNH ĐOÀN TP. HỒ CHÍ MINH"], "ten": ["BCH ĐOÀN KHỐI", "DÂN - CHÍNH - ĐẢNG"]},
    ],
    "dang": [
        {"ten": ["ĐẢNG BỘ TỈNH LÀO CAI", "TỈNH ỦY"]},
        {"chu_quan": ["TỈNH ỦY LÀO CAI"], "ten": ["HUYỆN ỦY BẢO YÊN"]},
    ],
}
_CODES = {
    "nha-nuoc": ["UBND", "SNNMT", "UBND-VX"],
    "to-chuc": ["CTĐKG", "LĐLĐ"],
    "doan": ["TĐTN", "ĐTN"],
    "dang": ["TU", "HU"],
}
_AUTHORITY = {
    "nd30": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "TL. GIÁM ĐỐC"],
    "doan": ["TM. BAN THƯỜNG VỤ", "TL. BAN THƯỜNG VỤ TỈNH ĐOÀN"],
    "dang": ["T/M BAN THƯỜNG VỤ", "K/T CHÁNH VĂN PHÒNG"],
}
_FORMS = [
    ("la_ma", "I-"),
    ("la_ma", "I."),
    ("so", "1/"),
    ("so", "1)"),
    ("chu", "a."),
    ("gach", "•"),
    ("dieu", "Điều 1:"),
]

_WORDS = [
    *("nâng", "cao", "nhận", "thức", "của", "cán", "bộ", "triển", "khai", "kế", "hoạch", "năm", "2027", "tại", "Sở"),
    *("Y", "tế", "xã", "An", "Thịnh", "R&D", "<5%", "“học kỳ số”", "(nếu có)", "1.500", "người", "05/11/2026"),
    *(
        "5*3*2",
        "*",
        "**",
        "^",
        "\\",
        "|",
        "{",
        "}",
        "[^x]",
        "a)",
        "-",
        "+",
        "https://example.vn/a_b",
        "m",
        "và/hoặc",
        "I.",
    ),
]
_FIRST = ["Nâng", "Triển", "Sở", "Các", "Ủy", "Đẩy", "“Năm số”", "1.500", "(Xem)", "Tổ", "Phấn"]
_LAST = ["đầy", "đủ", "hiệu", "quả", "thực", "hiện", "vụ (T)", "“lý”", "2027"]


def phrases(most: int = 6) -> st.SearchStrategy[str]:
    """A few words that end with no sign."""
    inside = st.lists(st.sampled_from(_WORDS), max_size=most)
    return st.tuples(st.sampled_from(_FIRST), inside, st.sampled_from(_LAST)).map(
        lambda parts: " ".join([parts[0], *parts[1], parts[2]])
    )


@dataclass(frozen=True)
class Looks:
    """Which looks a stretch may have."""

    bold: bool = True
    italic: bool = True
    raised: bool = True


@st.composite
def inlines(draw: st.DrawFn, looks: Looks = Looks(), end: str = "") -> Inline:
    """Words with marked ones among them; the first and the last word are plain."""
    spans: list[Span] = [Span(draw(phrases(3)))]
    for _ in range(draw(st.integers(0, 2))):
        mark = draw(st.sampled_from(["dam", "nghieng", "ca-hai", "mu", ""]))
        marked = Span(
            draw(phrases(1)) if mark != "mu" else draw(st.sampled_from(["2", "(6)", "3"])),
            looks.bold and mark in ("dam", "ca-hai"),
            looks.italic and mark in ("nghieng", "ca-hai"),
            looks.raised and mark == "mu",
        )
        blank = Span("" if mark == "mu" else " ")
        spans += [blank, marked, Span(f" {draw(phrases(2))}")]
    return normal([*spans, Span(end)])


@st.composite
def tables(draw: st.DrawFn, notes: list[Inline]) -> Table:
    """Tables with rows below the header."""
    columns = draw(st.integers(1, 4))

    def row(looks: Looks) -> tuple[Cell, ...]:
        return tuple(Cell(draw(_cell_texts(looks))) for _ in range(columns))

    header = tuple(row(Looks(bold=False)) for _ in range(draw(st.integers(0, 2))))
    rows = [row(Looks()) for _ in range(draw(st.integers(1, 3)))]
    first = rows[0][0].text
    rows[0] = (Cell(with_note(draw, normal([Span("1 " if first else "1"), *first]), notes)), *rows[0][1:])
    widths = draw(st.sampled_from([(), (1, 2, 3, 4), (3, 2, 5, 2), (1, 8, 3, 2), (5, 3, 1, 9)]))[:columns]
    divisor = reduce(gcd, widths) if widths else 1
    said = tuple(width // divisor for width in widths) if len(set(widths)) > 1 else ()
    aligns = draw(st.tuples(*[st.sampled_from(["center", "right", ""])] * columns))
    return Table(header, tuple(rows), said, aligns if any(aligns) else ())


def _cell_texts(looks: Looks) -> st.SearchStrategy[Inline]:
    broken = st.tuples(phrases(2), phrases(2)).map(lambda lines: (Span("\n".join(lines)),))
    return st.one_of(st.just(()), st.just((Span("390.000.000"),)), inlines(looks), broken)


def with_note(draw: st.DrawFn, text: Inline, notes: list[Inline], inside: bool = False) -> Inline:
    """Put the place of a footnote behind the first words now and then."""
    if draw(st.integers(0, 5)) or not isinstance(text[0], Span):
        return text
    notes.append(draw(inlines()))
    first = text[0]
    if inside and " " in first.text.strip():
        head, _, tail = first.text.partition(" ")
        return normal([replace(first, text=head), NoteRef(str(len(notes))), replace(first, text=f" {tail}"), *text[1:]])
    return (*text, NoteRef(str(len(notes))))


@dataclass
class Body:
    """Draws a body for one standard."""

    draw: st.DrawFn
    the_thuc: str
    notes: list[Inline]

    def outline(self, *, is_last: bool) -> Outline:
        """is_last: its end gets the end mark, so it ends with a sentence."""
        children = self._children(None, 0)
        if is_last or not children:
            end = Paragraph(normal([*self.draw(inlines()), Span(".")]))
            children = self._with_end(children, end)
        return Outline(children, tuple((str(at), text) for at, text in enumerate(self.notes, start=1)))

    def _with_end(self, children: tuple[Node, ...], end: Paragraph) -> tuple[Node, ...]:
        """Put a paragraph where it belongs: under the last numbered item."""
        last = children[-1] if children else None
        if isinstance(last, Item) and not last.level.is_bullet:
            return (*children[:-1], replace(last, children=self._with_end(last.children, end)))
        return (*children, end)

    def _children(self, parent: Level | None, depth: int) -> tuple[Node, ...]:
        out: list[Node] = []
        deepest, under_number = Level.CONG.rank, False
        for _ in range(self.draw(st.integers(1 if parent is None else 0, 3 if depth < 3 else 1))):
            may_be_words = not under_number and not (parent and parent.is_bullet)
            if may_be_words and not self.draw(st.integers(0, 2)):
                out.append(self._words())
                deepest = Level.CONG.rank
                continue
            strongest = parent.rank + 1 if parent else 0
            if strongest > deepest:
                continue
            level = LEVELS[self.draw(st.integers(strongest, deepest))]
            deepest, under_number = level.rank, under_number or not level.is_bullet
            title, text = self._title_and_text(level)
            out.append(Item(level, "", title, text, self._children(level, depth + 1)))
        return tuple(out)

    def _words(self) -> Node:
        kind = self.draw(st.sampled_from(["doan", "doan", "luu_y", "bang"]))
        if kind == "bang":
            return self.draw(tables(self.notes))
        if kind == "luu_y":
            lead = self.draw(st.sampled_from([(Span("Lưu ý: "),), (Span("Lưu ý", bold=True), Span(": "))]))
            return Paragraph(normal([*lead, *self.draw(inlines())]), note=True)
        return Paragraph(with_note(self.draw, self.draw(inlines()), self.notes))

    def _title_and_text(self, level: Level) -> tuple[Inline, Inline]:
        shape = self.draw(st.sampled_from(["tieu_de", "doan", "lien"]))
        looks = Looks(bold=False, italic=level not in _TITLE_ITALIC)
        is_short = level.is_bullet or level is Level.CHU
        if level.is_always_title or (shape == "tieu_de" and not is_short):
            return with_note(self.draw, self.draw(inlines(looks)), self.notes), ()
        no_lead = level is Level.SO4 or (level is Level.SO3 and self.the_thuc != "nd30")
        if shape == "lien" and not no_lead:
            return self.draw(inlines(replace(looks, raised=False), end=":")), self._sentence()
        return (), with_note(self.draw, self._sentence(), self.notes, inside=True)

    def _sentence(self) -> Inline:
        return self.draw(inlines(end=self.draw(st.sampled_from([".", ";", "…", "?"]))))


def _lines(values: Iterable[str], least: int = 0, most: int = 3) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(list(values)), min_size=least, max_size=most)


def rich(looks: Looks = Looks()) -> st.SearchStrategy[str]:
    """A field with marks."""
    return inlines(looks).map(spell)


def paragraphs(looks: Looks = Looks()) -> st.SearchStrategy[str]:
    """A field of one or two lines."""
    return st.lists(rich(looks), min_size=1, max_size=2).map("\n".join)


def dates() -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, "2026", "2026-11", "2026-02-05", "2027-12-31"])


@st.composite
def shown(draw: st.DrawFn, the_thuc: str) -> dict[str, Any]:
    """Plain values of a paper of this standard, in the order and form of ``docgen.intake.dump.plain``."""
    loai = draw(st.sampled_from({"nd30": ["nha-nuoc", "to-chuc"]}.get(the_thuc, [the_thuc])))
    co_quan = {"loai": loai, **draw(st.sampled_from(_ISSUERS[loai])), "ky_hieu": draw(st.sampled_from(_CODES[loai]))}
    if the_thuc == "doan" and draw(st.booleans()):
        co_quan["don_vi_soan"] = draw(st.sampled_from(["TNTH", "BTG"]))
    ket_thuc = draw(st.none() | paragraphs())
    raw: dict[str, Any] = {
        "loai": "ke-hoach",
        "co_quan": co_quan,
        "so": draw(st.none() | st.integers(1, 99999).map(str)),
        "dia_danh": draw(st.sampled_from(["Bình Dương", "Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh", "An Thịnh"])),
        "ngay": draw(dates()),
        "do_khan": draw(st.sampled_from([None, None, "khan", "thuong-khan", "hoa-toc"])),
        "do_mat": draw(st.sampled_from([None, None, "mat", "toi-mat", "tuyet-mat"])),
        "trich_yeu": "\n".join(draw(st.lists(phrases(), min_size=1, max_size=2))),
        "kinh_gui": draw(st.lists(phrases(), max_size=3)),
        "can_cu": draw(st.lists(rich(Looks(italic=the_thuc != "nd30")).map("Căn cứ {}".format), max_size=3)),
        "mo_dau": draw(st.none() | paragraphs().map("{} như sau:".format) | rich()),
        "noi_dung": write(Body(draw, the_thuc, []).outline(is_last=ket_thuc is None)) + "\n",
        "ket_thuc": ket_thuc,
        "noi_nhan": draw(st.lists(rich(), min_size=1, max_size=4)),
        "luu": draw(st.sampled_from(["VT", "VT, VX", "Văn phòng Tỉnh uỷ", "VP (N)"])),
        "so_ban": draw(st.none() | st.integers(1, 500).map(str)),
        "ky": draw(_signatures(the_thuc)),
        "phu_luc": draw(st.lists(_appendices(the_thuc), max_size=2)),
    }
    standard = {"la_ma": "I-" if the_thuc == "dang" else "I."}
    bodies = "\n".join([raw["noi_dung"], *(one["noi_dung"] for one in raw["phu_luc"])])
    seen = {str(numbered.node.level) for numbered in number(parse(bodies).outline) if isinstance(numbered.node, Item)}
    forms = [(cap, form) for cap, form in _FORMS if cap in seen and form != standard.get(cap)]
    raw["danh_so"] = dict(draw(st.lists(st.sampled_from(forms), max_size=2))) if forms else {}
    if raw["phu_luc"]:
        co_quan["ten_day_du"] = draw(st.sampled_from(["Ủy ban nhân dân tỉnh Bình Dương", "Tỉnh ủy Lào Cai", "Sở Y tế"]))
    return raw


@st.composite
def _signatures(draw: st.DrawFn, the_thuc: str) -> dict[str, Any]:
    ky: dict[str, Any] = {
        "quyen_han": draw(_lines(_AUTHORITY[the_thuc], most=2)),
        "chuc_vu": draw(st.sampled_from([None, "CHỦ TỊCH", "PHÓ BÍ THƯ", "PHÓ GIÁM ĐỐC THƯỜNG TRỰC"])),
        "chu_ky": draw(st.sampled_from([None, None, "(đã ký)"])),
        "ho_ten": draw(st.sampled_from([None, "Nguyễn Văn A", "Đặng Thị Minh Hưng", "Trần Thị Diễm Trinh"])),
        "chuc_vu_khac": draw(_lines(["Chủ tịch Hội sinh viên tỉnh", "Trưởng Ban Chỉ đạo"], most=1)),
    }
    if not ky["quyen_han"] and not ky["chuc_vu"]:
        ky["chuc_vu"] = "CHỦ TỊCH"
    return ky


@st.composite
def _appendices(draw: st.DrawFn, the_thuc: str) -> dict[str, Any]:
    return {
        "ten": draw(st.none() | st.lists(phrases(4), min_size=1, max_size=2).map("\n".join)),
        "noi_dung": write(Body(draw, the_thuc, []).outline(is_last=the_thuc == "nd30")) + "\n",
        "ngang": draw(st.sampled_from(["true", "false"])),
    }
