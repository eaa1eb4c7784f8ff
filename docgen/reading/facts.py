"""What a paper is to everyone who reads it: words with their places and their look, no file and no XML.

Lengths are millimetres, sizes and spaces points; indexes into ``Paper.paras`` count from 0, numbers that people
see (paragraphs, tables, rows, columns, pages, lines) from 1. All text is NFC.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from docgen.errors import Fault

Phan = Literal["thân", "đầu trang", "chân trang", "chú thích", "hộp chữ"]
Canh = Literal["trai", "giua", "phai", "deu"]
CellId = tuple[int, int, int]
"""Table, row, column, each from 1; the column counts the cells of the row, not the columns of the grid."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands, in terms its author can follow.

    phan: the part of the file. doan: number of the paragraph within that part (each footnote, header, footer counts
    by itself; paragraphs in tables count in document order). bang: innermost cell. de_muc: nearest heading above, "".
    trang: the page, a guess (None for text files). dong: line, for text files.
    """

    phan: Phan
    doan: int
    bang: CellId | None = None
    de_muc: str = ""
    trang: int | None = None
    dong: int | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """The effective look of some letters, after defaults, styles, numbering and direct settings.

    phong: font family; None when the file names none (Word then takes its own default). mau: "RRGGBB" in capitals,
    None for automatic (black on white). in_hoa: shown in capitals whatever was typed. vi_tri: raised or lowered.
    an: hidden text. Text files have neutral values only.
    """

    phong: str | None = None
    co_chu_pt: float | None = None
    dam: bool = False
    nghieng: bool = False
    gach_chan: bool = False
    in_hoa: bool = False
    mau: str | None = None
    vi_tri: Literal["", "tren", "duoi"] = ""
    an: bool = False


PLAIN = Format()


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look. ``chu_thich``: key of the footnote whose mark stands here (``text`` is then empty)."""

    text: str
    format: Format = PLAIN
    chu_thich: str = ""


@dataclass(frozen=True, slots=True)
class ParaFormat:
    """The effective look of a paragraph.

    canh: None only when unknown. dong_dau_mm: first line against the others, negative =
    hanging. gian_dong: lines as a multiple of single, quy_tac "boi"; gian_dong_pt: exact ("dung") or at least
    ("it-nhat"). bo_cach_cung_kieu: no space before and after towards paragraphs of the same style.
    """

    canh: Canh | None = None
    dong_dau_mm: float = 0.0
    trai_mm: float = 0.0
    phai_mm: float = 0.0
    truoc_pt: float = 0.0
    sau_pt: float = 0.0
    gian_dong: float | None = None
    gian_dong_pt: float | None = None
    quy_tac: Literal["boi", "dung", "it-nhat"] | None = None
    giu_voi_sau: bool = False
    ngat_trang_truoc: bool = False
    bo_cach_cung_kieu: bool = False
    ten_kieu: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line one sees at a paragraph.

    kieu: "vien" paragraph border, "hinh" drawn line, "ky-tu" a row of ____ or ----, "gach-chan" underlined letters.
    dai_mm: length, None when unknown. net: "lien" (solid), "doi", "dut", "cham", for "ky-tu" the character; other
    styles keep Word's name. vi_tri: above the words, below them, or among them (characters; a line drawn in a
    paragraph without words). day_pt: thickness. tu_trai_mm: from the left of the column, cell or box; None unknown.
    khung: one side of a frame around the words.
    """

    kieu: Literal["vien", "hinh", "ky-tu", "gach-chan"]
    dai_mm: float | None
    net: str = "lien"
    vi_tri: Literal["tren", "duoi", "trong"] = "duoi"
    day_pt: float | None = None
    tu_trai_mm: float | None = None
    khung: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    r"""One paragraph.

    text: what one sees, without the automatic label; tabs are "\t", forced line breaks "\n". It is exactly the
    text of the runs that are not hidden. nhan: the label Word makes ("1.", "a)", "•"), "" without one. danh_sach:
    Word's list and level (numId, 0-based level) behind the label. dai_cuong: outline level 1–9 of its style, None
    for body text. o: the innermost cell. ke: lines drawn at or under it. chu_thich: keys of ``Paper.chu_thich``.
    sang_trang: a forced page or section break stands right before its words. hop_chu: index in ``Paper.paras`` of
    the paragraph its text box hangs on.
    """

    text: str
    place: Place
    nhan: str = ""
    runs: tuple[Run, ...] = ()
    format: ParaFormat | None = None
    o: CellId | None = None
    ke: tuple[Rule, ...] = ()
    chu_thich: tuple[str, ...] = ()
    nhan_format: Format | None = None
    danh_sach: tuple[int, int] | None = None
    dai_cuong: int | None = None
    sang_trang: bool = False
    hop_chu: int | None = None

    @property
    def full(self) -> str:
        """Label and text as printed, one blank between them."""
        return f"{self.nhan} {self.text}" if self.nhan and self.text else self.nhan or self.text

    @property
    def hien(self) -> str:
        """The text with the letters that Word shows as capitals turned into capitals."""
        if not any(run.format.in_hoa for run in self.runs):
            return self.text
        return "".join(r.text.upper() if r.format.in_hoa else r.text for r in self.runs if not r.format.an)

    def majority(self) -> Format:
        """Find the look that covers most visible letters, or most blanks when there are no letters."""
        counts: Counter[Format] = Counter()
        for run in self.runs:
            if not run.format.an:
                counts[run.format] += len("".join(run.text.split())) * 1000 + len(run.text)
        return counts.most_common(1)[0][0] if counts else PLAIN


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page number of a section.

    noi: header or footer. trang_dau_an: not shown on the section's first page. bat_dau: the number it starts with,
    None when it runs on. kieu: Word's name of the numerals ("decimal", "upperRoman"). format: the look of the number.
    """

    noi: Literal["dau", "chan"]
    canh: Canh | None = None
    co_chu_pt: float | None = None
    trang_dau_an: bool = False
    bat_dau: int | None = None
    kieu: str = "decimal"
    format: Format = PLAIN


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one shape: ``rong_mm`` × ``cao_mm`` as they lie (landscape: wider than high).

    dau_trang_mm, chan_trang_mm: from the paper's edge to the header, the footer. doan: indexes in ``Paper.paras``.
    ngat: how it begins ("trang" on a new page, "lien-tuc" on the same, "trang-chan", "trang-le", "cot").
    """

    rong_mm: float
    cao_mm: float
    ngang: bool
    tren_mm: float
    duoi_mm: float
    trai_mm: float
    phai_mm: float
    dau_trang_mm: float
    so_trang: PageNumber | None
    doan: range
    chan_trang_mm: float = 0.0
    so_cot: int = 1
    ngat: str = "trang"


@dataclass(frozen=True, slots=True)
class HeadFoot:
    """One header or footer. muc: its section, from 1. noi: header or footer. trang: the pages it stands on."""

    muc: int
    noi: Literal["dau", "chan"]
    trang: Literal["thuong", "dau", "chan"]
    paras: tuple[Para, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: grid columns ``cot_luoi`` (from 0) and ``so_cot`` of them, ``so_hang`` rows; merged cells are one.

    rong_mm: None when the file does not say it. doan: indexes of its paragraphs, those of tables inside included.
    """

    id: CellId
    cot_luoi: int
    so_cot: int
    so_hang: int
    rong_mm: float | None
    doan: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TableFact:
    """A table. so: number in document order. trong: the cell it stands in. vien: whether any border is drawn.

    hang_dau: rows repeated on each page. doan: indexes of all its paragraphs.
    """

    so: int
    so_hang: int
    so_cot: int
    o: tuple[Cell, ...]
    doan: tuple[int, ...]
    phan: Phan = "thân"
    trong: CellId | None = None
    cot_mm: tuple[float, ...] = ()
    vien: bool = False
    hang_dau: int = 0

    def cell(self, hang: int, cot: int) -> Cell | None:
        """Find the cell in row ``hang``, ``cot``-th of that row, both from 1."""
        return next((o for o in self.o if o.id[1:] == (hang, cot)), None)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the paper that was recognised. doan: indexes of its paragraphs. chac: seen surely, or guessed."""

    ten: str
    doan: tuple[int, ...]
    text: str
    chac: Literal["chac", "doan"] = "chac"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as facts.

    nguon: what it was read from. co_dinh_dang: False when looks are unknown (text). paras: reading order, text boxes
    after the paragraph they hang on (``place.phan`` tells them). chu_thich: footnotes by the key their mark carries.
    notes: what was read in a way the author should know. thuoc_tinh: core properties; thuoc_tinh_rieng: custom ones.
    du_lieu: docgen's own data.
    """

    nguon: Literal["docx", "text", "doc"]
    co_dinh_dang: bool
    paras: tuple[Para, ...]
    sections: tuple[Section, ...] = ()
    parts: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    chu_thich: Mapping[str, tuple[Para, ...]] = field(default_factory=dict)
    bang: tuple[TableFact, ...] = ()
    notes: tuple[Fault, ...] = ()
    thuoc_tinh: Mapping[str, str] = field(default_factory=dict)
    thuoc_tinh_rieng: Mapping[str, str] = field(default_factory=dict)
    du_lieu: bytes | None = None
    dau_chan: tuple[HeadFoot, ...] = ()

    def part(self, ten: str) -> Part | None:
        """Find the first part called ``ten``, if there is one."""
        return next(iter(self.parts.get(ten, ())), None)

    @property
    def body(self) -> tuple[int, ...]:
        """Indexes of the paragraphs of the body (``noi_dung``)."""
        return tuple(index for part in self.parts.get("noi_dung", ()) for index in part.doan)

    @property
    def appendices(self) -> tuple[Part, ...]:
        """The appendices, in order."""
        return self.parts.get("phu_luc", ())
