"""The names of a template as a Word page: tags ready to be copied, each beside what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from xml.sax.saxutils import escape

from docgen import package
from docgen.workshop.catalogue import Catalogue, Name
from docgen.workshop.names_report import groups

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The text of an A4 page on its side with margins of 20 mm.
_COLUMNS: Final = (4800, 3400, 4000, 2370)
_HEADINGS: Final = ("Thẻ để chép", "Là gì", "Ví dụ", "Mẫu đang dùng")


def page(found: Catalogue) -> bytes:
    """Write the page; equal catalogues give equal bytes."""
    parts = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_OFFICE}.styles+xml"/></Types>',
        "_rels/.rels": _relations("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _relations("styles", "styles.xml"),
        "word/styles.xml": _HEAD + _STYLES,
        "word/document.xml": f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{"".join(_body(found))}{_SECTION}'
        "</w:body></w:document>",
    }
    return package.write({name: xml.encode() for name, xml in parts.items()})


def _body(found: Catalogue) -> Iterator[str]:
    yield _p(f"Các tên điền được vào mẫu {found.opened.ten}", "Title")
    yield _p(
        "Chép nguyên thẻ (cả hai dấu ngoặc) vào chỗ cần điền. Dòng {%p for … %} và {%p endfor %} đứng một mình, "
        "mỗi dòng một đoạn; thẻ thuộc danh sách phải nằm giữa hai dòng ấy."
    )
    for heading, names in groups(found):
        yield _p(heading, "Heading1")
        yield _table(names)
        yield _p("")


def _table(names: Iterable[Name]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _COLUMNS)
    rows = [_row([_p(text, "Heading2") for text in _HEADINGS], head=True)]
    rows += [_row(_cells(name)) for name in names]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Luoi"/><w:tblW w:w="{sum(_COLUMNS)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _cells(name: Name) -> list[str]:
    tag = [_p(name.the)]
    if name.dong:
        tag.append(_p(name.dong))
    about = [_p(name.nhan or name.ten), _p(f"{name.ten} ({name.kieu})")]
    if name.lap:
        about.append(_p(f"trong {' '.join(name.lap)}"))
    used = [_p(f"{len(name.dung)} chỗ, đầu tiên: {name.dung[0].where()}")] if name.dung else [_p("chưa")]
    example = f"một trong: {', '.join(name.gia_tri)}" if name.gia_tri else name.vi_du
    return ["".join(tag), "".join(about), _p(example), "".join(used)]


def _row(cells: Iterable[str], *, head: bool = False) -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(_COLUMNS, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{inside}</w:tr>"


def _p(text: str, style: str = "") -> str:
    shown = "".join(char if char.isprintable() else " " for char in text)
    inside = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{escape(shown)}</w:t></w:r>' if shown else ""
    return f"<w:p>{inside}{run}</w:p>"


def _relations(kind: str, target: str) -> str:
    return (
        f'{_HEAD}<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{_R}/{kind}" Target="{target}"/>'
        "</Relationships>"
    )


def _style(style_id: str, name: str, size: int, *, bold: bool = False, before: int = 0) -> str:
    head = (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        if style_id == "Normal"
        else f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
    )
    weight = "<w:b/>" if bold else ""
    return (
        f'{head}<w:qFormat/><w:pPr><w:spacing w:before="{before}" w:after="40"/></w:pPr>'
        f'<w:rPr>{weight}<w:sz w:val="{size}"/></w:rPr></w:style>'
    )


_FONT: Final = "Times New Roman"
_LINES: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_STYLES: Final = (
    f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" '
    f'w:eastAsia="{_FONT}" w:cs="{_FONT}"/><w:sz w:val="22"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
    + _style("Normal", "Normal", 22)
    + _style("Title", "Title", 32, bold=True)
    + _style("Heading1", "heading 1", 26, bold=True, before=240)
    + _style("Heading2", "heading 2", 22, bold=True)
    + '<w:style w:type="table" w:customStyle="1" w:styleId="Luoi"><w:name w:val="Lưới"/><w:tblPr>'
    f'<w:tblBorders>{_LINES}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/>'
    '<w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr></w:style></w:styles>"
)
_SECTION: Final = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" '
    'w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
