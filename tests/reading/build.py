"""Small Word files as their XML: one feature each, nothing hidden behind a library."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from docgen.reading.facts import Paper
from docgen.reading.opening import open_source
from docgen.reading.word import read_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": R,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
WORD_ML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
)
TIMES_14 = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/>'
STYLES = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{TIMES_14}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)


def run(text: str, rpr: str = "") -> str:
    return f'<w:r><w:rPr>{rpr}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*inside: str, ppr: str = "") -> str:
    """A w:p; pieces that are no XML become runs."""
    pieces = (piece if piece.startswith("<") else run(piece) for piece in inside)
    return f"<w:p><w:pPr>{ppr}</w:pPr>{''.join(pieces)}</w:p>"


def cell(*blocks: str, tcpr: str = "") -> str:
    """A w:tc; blocks that are no XML become paragraphs."""
    inside = (block if block.startswith("<") else para(block) for block in blocks)
    return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{''.join(inside) or para()}</w:tc>"


def row(*cells: str, trpr: str = "") -> str:
    return f"<w:tr><w:trPr>{trpr}</w:trPr>{''.join(c if c.startswith('<') else cell(c) for c in cells)}</w:tr>"


def table(*rows: str, grid: tuple[int, ...] = (4000, 5000), tblpr: str = "") -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr>{tblpr}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def style(style_id: str, inside: str, kind: str = "paragraph", based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{style_id}"/>{base}{inside}</w:style>'


def level(number: int, text: str, kind: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbered(number: int, ilvl: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{number}"/></w:numPr>'


def field_run(instruction: str, result: str = "", rpr: str = "") -> str:
    """A complex field in five runs."""

    def r(inside: str) -> str:
        return f"<w:r><w:rPr>{rpr}</w:rPr>{inside}</w:r>"

    return (
        r('<w:fldChar w:fldCharType="begin"/>')
        + r(f'<w:instrText xml:space="preserve">{escape(instruction)}</w:instrText>')
        + (r('<w:fldChar w:fldCharType="separate"/>') + r(f"<w:t>{escape(result)}</w:t>") if result else "")
        + r('<w:fldChar w:fldCharType="end"/>')
    )


def text_box(*blocks: str, fallback: bool = True) -> str:
    """A text box as Word writes it: once as DrawingML, once more as VML for old programs."""
    content = f"<w:txbxContent>{''.join(b if b.startswith('<') else para(b) for b in blocks)}</w:txbxContent>"
    drawn = (
        '<w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1080000" cy="288000"/><a:graphic><a:graphicData><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="1080000" cy="288000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr>'
        f"<wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    old = f'<w:pict><v:shape style="width:85pt;height:22pt"><v:textbox>{content}</v:textbox></v:shape></w:pict>'
    if not fallback:
        return f"<w:r>{old}</w:r>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps">' + drawn + "</mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def drawn_line(length_mm: float, x_mm: float = 0, y_mm: float = 0, more: str = "", relative: str = "paragraph") -> str:
    """A straight connector, once as DrawingML and once more as VML."""
    emu = [round(mm * 36000) for mm in (length_mm, x_mm, y_mm)]
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{emu[1]}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{relative}"><wp:posOffset>{emu[2]}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{emu[0]}" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu[0]}" cy="0"/></a:xfrm><a:prstGeom prst="line"/>'
        f'<a:ln w="9525">{more}</a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>'
        '</mc:Choice><mc:Fallback><w:pict><v:line from="0,0" to="100pt,0"/></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


@dataclass
class Docx:
    """A Word file to be: the inside of its parts. ``headers``: r:id → inside of w:hdr; ``footers`` likewise."""

    body: str
    styles: str = STYLES
    numbering: str = ""
    settings: str = ""
    theme: str = ""
    footnotes: str = ""
    endnotes: str = ""
    comments: str = ""
    sect: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    footers: Mapping[str, str] = field(default_factory=dict)
    relations: str = ""
    parts: Mapping[str, str | bytes] = field(default_factory=dict)

    def contents(self) -> dict[str, str | bytes]:
        inside = {
            "styles": ("styles", self.styles),
            "numbering": ("numbering", self.numbering),
            "settings": ("settings", self.settings),
            "footnotes": ("footnotes", self.footnotes),
            "endnotes": ("endnotes", self.endnotes),
            "comments": ("comments", self.comments),
            **{f"header{i}": ("hdr", text) for i, text in enumerate(self.headers.values(), 1)},
            **{f"footer{i}": ("ftr", text) for i, text in enumerate(self.footers.values(), 1)},
        }
        parts: dict[str, str | bytes] = {}
        relations, types = [self.relations], []
        ids = {f"header{i}": key for i, key in enumerate(self.headers, 1)}
        ids |= {f"footer{i}": key for i, key in enumerate(self.footers, 1)}
        for name, (root, text) in inside.items():
            if not text and name not in ids:
                continue
            kind = name.rstrip("0123456789")
            parts[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{text}</w:{root}>"
            relations.append(f'<Relationship Id="{ids.get(name, name)}" Type="{R}/{kind}" Target="{name}.xml"/>')
            types.append(f'<Override PartName="/word/{name}.xml" ContentType="{WORD_ML}.{kind}+xml"/>')
        if self.theme:
            parts["word/theme/theme1.xml"] = f'<a:theme {NAMESPACES} name="T">{self.theme}</a:theme>'
            relations.append(f'<Relationship Id="theme" Type="{R}/theme" Target="theme/theme1.xml"/>')
            types.append(
                '<Override PartName="/word/theme/theme1.xml" '
                'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
            )
        body = f"<w:body>{self.body}<w:sectPr>{self.sect or PAGE}</w:sectPr></w:body>"
        return {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD_ML}.document.main+xml"/>'
            f"{''.join(types)}</Types>",
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {NAMESPACES}>{body}</w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            f"{''.join(relations)}</Relationships>",
            **parts,
            **self.parts,
        }

    def data(self) -> bytes:
        return zipped(self.contents())

    def paper(self) -> Paper:
        return facts(self.data())


def facts(data: bytes, ten: str = "thử.docx") -> Paper:
    """Read a Word file; the parts of the paper (who issues it, its title …) are not looked for."""
    return read_docx(open_source(data, ten).parts, ten)


def zipped(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def paper(*blocks: str, **parts: str) -> Paper:
    """Read a file that has these blocks; blocks that are no XML become paragraphs."""
    body = "".join(block if block.startswith("<") else para(block) for block in blocks)
    return Docx(body, **parts).paper()  # type: ignore[arg-type]


def texts(read_paper: Paper) -> list[str]:
    return [one.text for one in read_paper.paras]
