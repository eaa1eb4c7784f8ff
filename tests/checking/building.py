"""Raw .docx files from a plain description: paragraphs with their looks, a page, tables without borders.

Nothing of docgen is used here: what is built is what the words say, so that a rule is tried against Word's own XML.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field, replace
from typing import Any
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CANH = {"trai": "left", "giua": "center", "phai": "right", "deu": "both"}

Look = dict[str, Any]
"""Looks of letters (phong, co_chu_pt, dam, nghieng, gach_chan, in_hoa, mau, an) or of a paragraph (canh,
dong_dau_mm, trai_mm, phai_mm, truoc_pt, sau_pt, gian_dong, gian_dong_pt, quy_tac, ngat_trang_truoc)."""


@dataclass(frozen=True)
class Doan:
    """A paragraph of the part ``phan``; ``manh`` are its runs, o its cell (name of the table, row, column).

    ke: length in mm of a line drawn over it; it is then an empty paragraph. truong: a field such as "PAGE".
    chu_thich: text of a footnote whose mark stands at the end. xml: raw XML behind the runs.
    """

    phan: str
    manh: tuple[tuple[str, Look], ...] = ()
    look: Look = field(default_factory=dict)
    o: tuple[str, int, int] | None = None
    ke: float | None = None
    chu_thich: str = ""
    xml: str = ""

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.manh)


@dataclass(frozen=True)
class Trang:
    """A page; so_trang: looks of its number ("noi", "canh", "co_chu_pt", "nghieng" …), None without one.

    chan_trang_dau: words at the foot of page 1 ("chu") and their looks.
    """

    rong_mm: float = 210
    cao_mm: float = 297
    tren_mm: float = 20
    duoi_mm: float = 20
    trai_mm: float = 30
    phai_mm: float = 15
    dau_trang_mm: float = 10
    so_trang: Look | None = field(default_factory=lambda: {"noi": "dau", "canh": "giua", "co_chu_pt": 14})
    trang_dau_an: bool = True
    bat_dau: int | None = None
    chan_trang_dau: Look | None = None


@dataclass(frozen=True)
class Giay:
    """A paper. phan_moi: index of the first paragraph of each further section, with its page."""

    doan: tuple[Doan, ...]
    trang: Trang
    chu: Look
    phan_moi: tuple[tuple[int, Trang], ...] = ()
    cot_mm: dict[str, tuple[float, ...]] = field(default_factory=dict)
    co_vien: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The words as they would be pasted: a line a paragraph, the cells of a header one under the other."""
        return "\n".join(doan.text for doan in self.doan if doan.text) + "\n"


def twips(mm: float) -> int:
    return round(mm * 1440 / 25.4)


def _rpr(look: Look) -> str:
    inner = ""
    if "phong" in look:
        font = quoteattr(look["phong"])
        inner += f"<w:rFonts w:ascii={font} w:hAnsi={font} w:cs={font} w:eastAsia={font}/>"
    for name, tag in (("dam", "b"), ("nghieng", "i"), ("in_hoa", "caps")):
        if name in look:
            inner += f'<w:{tag} w:val="{int(look[name])}"/>'
    inner += "<w:vanish/>" if look.get("an") else ""
    if "mau" in look:
        inner += f'<w:color w:val="{look["mau"] or "auto"}"/>'
    if "co_chu_pt" in look:
        inner += f'<w:sz w:val="{round(look["co_chu_pt"] * 2)}"/>'
    if "gach_chan" in look:
        inner += f'<w:u w:val="{"single" if look["gach_chan"] else "none"}"/>'
    if look.get("vi_tri"):
        inner += f'<w:vertAlign w:val="{"superscript" if look["vi_tri"] == "tren" else "subscript"}"/>'
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _ppr(look: Look, ke: bool, section: str) -> str:
    inner = "<w:pageBreakBefore/>" if look.get("ngat_trang_truoc") else ""
    inner += '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>' if ke else ""
    line, rule = "240", "auto"
    if look.get("gian_dong_pt"):
        line = str(round(look["gian_dong_pt"] * 20))
        rule = "exact" if look.get("quy_tac", "dung") == "dung" else "atLeast"
    elif look.get("gian_dong"):
        line = str(round(look["gian_dong"] * 240))
    before, after = (round(look.get(name, 0) * 20) for name in ("truoc_pt", "sau_pt"))
    inner += f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'
    first = twips(look.get("dong_dau_mm", 0))
    shift = f'w:firstLine="{first}"' if first >= 0 else f'w:hanging="{-first}"'
    inner += f'<w:ind w:left="{twips(look.get("trai_mm", 0))}" w:right="{twips(look.get("phai_mm", 0))}" {shift}/>'
    inner += f'<w:jc w:val="{CANH[look.get("canh", "trai")]}"/>'
    return f"<w:pPr>{inner}{section}</w:pPr>"


def _runs(text: str, look: Look) -> str:
    pieces = []
    for number, line in enumerate(text.split("\n")):
        words = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in line.split("\t"))
        pieces.append(f"<w:r>{_rpr(look)}{'<w:br/>' if number else ''}{words}</w:r>")
    return "".join(pieces)


class Builder:
    """Gathers the parts of one file while the body is written."""

    def __init__(self, giay: Giay) -> None:
        self.giay = giay
        self.notes: list[str] = []
        self.headers: list[tuple[str, str]] = []

    def file(self) -> bytes:
        body = self._body()
        types = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}.{kind}+xml"/>'
            for name, kind in (("document", "document.main"), ("styles", "styles"), *self._extra())
        )
        parts = {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            + "".join(
                f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{name}.xml"/>'
                for name, kind in (("styles", "styles"), *self._extra())
            )
            + "</Relationships>",
            "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>',
            "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault>{_rpr(self.giay.chu)}'
            "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
            "</w:styles>",
        }
        if self.notes:
            parts["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{W}">{"".join(self.notes)}</w:footnotes>'
        for name, xml in self.headers:
            kind = "hdr" if name.startswith("header") else "ftr"
            parts[f"word/{name}.xml"] = f'<w:{kind} xmlns:w="{W}">{xml}</w:{kind}>'
        return zipped(parts)

    def _extra(self) -> list[tuple[str, str]]:
        notes = [("footnotes", "footnotes")] if self.notes else []
        return notes + [(name, name.rstrip("0123456789")) for name, _ in self.headers]

    def _body(self) -> str:
        giay, out, at = self.giay, [], 0
        starts = dict(giay.phan_moi)
        pages = [giay.trang, *(trang for _, trang in giay.phan_moi)]
        page = 0
        while at < len(giay.doan):
            doan = giay.doan[at]
            if doan.o is None:
                section = self._section(pages[page]) if at + 1 in starts else ""
                page += at + 1 in starts
                out.append(self._paragraph(doan, section))
                at += 1
                continue
            end = at
            while end < len(giay.doan) and (other := giay.doan[end].o) is not None and other[0] == doan.o[0]:
                end += 1
            out.append(self._table(doan.o[0], giay.doan[at:end]))
            at = end
            if at in starts:
                out.append(f"<w:p><w:pPr>{self._section(pages[page])}</w:pPr></w:p>")
                page += 1
        return "".join(out) + self._section(pages[page])

    def _paragraph(self, doan: Doan, section: str = "") -> str:
        runs = "".join(_runs(text, {**self.giay.chu, **look}) for text, look in doan.manh)
        if doan.chu_thich:
            number = len(self.notes) + 1
            self.notes.append(
                f'<w:footnote w:id="{number}"><w:p>{_runs(doan.chu_thich, {"co_chu_pt": 10})}</w:p></w:footnote>'
            )
            runs += f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'
        return f"<w:p>{_ppr(doan.look, doan.ke is not None, section)}{runs}{doan.xml}</w:p>"

    def _table(self, name: str, paragraphs: tuple[Doan, ...]) -> str:
        widths = self.giay.cot_mm[name]
        rows: dict[int, dict[int, list[Doan]]] = {}
        for doan in paragraphs:
            assert doan.o is not None
            rows.setdefault(doan.o[1], {}).setdefault(doan.o[2], []).append(doan)
        lines = ""
        for row in rows.values():
            cells = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>'
                f"{''.join(self._paragraph(doan) for doan in row.get(column, ())) or '<w:p/>'}</w:tc>"
                for column, width in enumerate(widths, 1)
            )
            lines += f"<w:tr>{cells}</w:tr>"
        edges = "".join(
            f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        border = f"<w:tblBorders>{edges}</w:tblBorders>" if name in self.giay.co_vien else ""
        grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
        margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>{border}'
            f'<w:tblLayout w:type="fixed"/>{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>'
        )

    def _section(self, trang: Trang) -> str:
        refs = ""
        if trang.so_trang is not None:
            look = dict(trang.so_trang)
            kind = "header" if look.pop("noi", "dau") == "dau" else "footer"
            canh = look.pop("canh", "giua")
            name = f"{kind}{len(self.headers) + 1}"
            rpr = _rpr({**self.giay.chu, **look})
            field_xml = f'<w:fldSimple w:instr=" PAGE "><w:r>{rpr}<w:t>2</w:t></w:r></w:fldSimple>'
            self.headers.append((name, f"<w:p>{_ppr({'canh': canh}, False, '')}{field_xml}</w:p>"))
            refs = f'<w:{kind}Reference w:type="default" r:id="{name}"/>'
        if trang.chan_trang_dau is not None:
            look = dict(trang.chan_trang_dau)
            name = f"footer{len(self.headers) + 1}"
            words = _runs(look.pop("chu"), {**self.giay.chu, **look})
            self.headers.append((name, f"<w:p>{_ppr({}, False, '')}{words}</w:p>"))
            refs += f'<w:footerReference w:type="first" r:id="{name}"/>'
        landscape = ' w:orient="landscape"' if trang.rong_mm > trang.cao_mm else ""
        start = f'<w:pgNumType w:start="{trang.bat_dau}"/>' if trang.bat_dau is not None else ""
        return (
            f'<w:sectPr>{refs}<w:pgSz w:w="{twips(trang.rong_mm)}" w:h="{twips(trang.cao_mm)}"{landscape}/>'
            f'<w:pgMar w:top="{twips(trang.tren_mm)}" w:right="{twips(trang.phai_mm)}" '
            f'w:bottom="{twips(trang.duoi_mm)}" w:left="{twips(trang.trai_mm)}" '
            f'w:header="{twips(trang.dau_trang_mm)}" w:footer="{twips(10)}" w:gutter="0"/>'
            f"{start}{'<w:titlePg/>' if trang.trang_dau_an else ''}</w:sectPr>"
        )


def built(giay: Giay) -> bytes:
    """Write the file."""
    return Builder(giay).file()


def zipped(parts: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return target.getvalue()


def set_page(giay: Giay, changes: Look) -> Giay:
    """Change the page of every section."""
    later = tuple((index, replace(trang, **changes)) for index, trang in giay.phan_moi)
    return replace(giay, trang=replace(giay.trang, **changes), phan_moi=later)
