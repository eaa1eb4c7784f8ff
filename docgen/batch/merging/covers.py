"""The pages at the head of the set: a plain table of all copies, not numbered with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from docgen import package
from docgen.batch.merging.entries import Entry
from docgen.batch.merging.source import NS_TYPES, OFFICE
from docgen.reading.wordml import NS_R, NS_RELS, NS_W

STYLE: Final = "DanhSachVanBan"
STYLE_XML: Final = (
    f'<w:style xmlns:w="{NS_W}" w:type="paragraph" w:customStyle="1" w:styleId="{STYLE}">'
    '<w:name w:val="Danh sách văn bản"/><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240" '
    'w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr><w:rPr><w:rFonts '
    'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
    '<w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/><w:caps w:val="0"/><w:color w:val="auto"/>'
    '<w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>'
).encode()
_SECTION: Final = (
    '<w:sectPr>{headers}<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" '
    'w:bottom="1134" w:left="1701" w:header="0" w:footer="0" w:gutter="0"/><w:pgNumType w:start="1"/></w:sectPr>'
)
_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS: Final = "".join(
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85))
)
# LibreOffice takes time by the square of the rows of a table, so that a long list is several tables.
_ROWS: Final = 200
# Widths in twips; together the 165 mm between the margins.
_COLUMNS: Final = (
    ("TT", 680),
    ("Số, ký hiệu", 1900),
    ("Cơ quan ban hành, trích yếu nội dung", 4375),
    ("Tên tệp", 2400),
)
_COLUMNS_PAGED: Final = (
    ("TT", 680),
    ("Số, ký hiệu", 1800),
    ("Cơ quan ban hành, trích yếu nội dung", 3275),
    ("Tên tệp", 1900),
    ("Trang", 850),
    ("Số trang", 850),
)


def style_sheet() -> bytes:
    """Write a sheet with nothing but the style of the list."""
    return b'<w:styles xmlns:w="' + NS_W.encode() + b'">' + STYLE_XML + b"</w:styles>"


def body(entries: Sequence[Entry], title: str, style: str, headers: str = "", *, paged: bool = False) -> Iterator[str]:
    """Write the blocks of the list, the last of them ending its section.

    style: what the style of the list is called; headers: references of the section to its empty headers; paged:
    with the columns for pages.
    """
    yield _paragraph("DANH SÁCH VĂN BẢN", style, '<w:jc w:val="center"/>', "<w:b/><w:bCs/>", size=28)
    if title:
        yield _paragraph(title, style, '<w:jc w:val="center"/>', "<w:b/><w:bCs/>", size=28)
    count = f"(Gồm {len(entries)} văn bản)"
    yield _paragraph(count, style, '<w:spacing w:after="240"/><w:jc w:val="center"/>', "<w:i/><w:iCs/>")
    for start in range(0, len(entries), _ROWS):
        if start:
            yield _tiny(style)
        yield from _table(entries[start : start + _ROWS], start + 1, style, _COLUMNS_PAGED if paged else _COLUMNS)
    section = _SECTION.format(headers=headers)
    yield _tiny(style, section)


def alone(entries: Sequence[Entry], title: str) -> bytes:
    """Make a .docx of nothing but the list, with the columns for pages."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    main = f'<w:document xmlns:w="{NS_W}" xmlns:r="{NS_R}"><w:body>{"".join(body(entries, title, STYLE, paged=True))}'
    # The break of the list is the only section here.
    main = main.replace("<w:sectPr>", "</w:pPr></w:p><w:sectPr>").replace("</w:sectPr></w:pPr></w:p>", "</w:sectPr>")
    types = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{kind}.{name}+xml"/>'
        for part, name in (("document", "document.main"), ("styles", "styles"))
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return package.write(
        {
            "[Content_Types].xml": f'<Types xmlns="{NS_TYPES}"><Default Extension="rels" ContentType="{rels}"/>{types}'
            "</Types>".encode(),
            "_rels/.rels": _relations("officeDocument", "word/document.xml"),
            "word/_rels/document.xml.rels": _relations("styles", "styles.xml"),
            "word/document.xml": f"{main}</w:body></w:document>".encode(),
            "word/styles.xml": style_sheet(),
        }
    )


def _relations(kind: str, target: str) -> bytes:
    line = f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{NS_RELS}">{line}</Relationships>'.encode()


def _tiny(style: str, section: str = "") -> str:
    """Write an empty paragraph of one point; section: the break it carries."""
    spacing = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    mark = '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/>{spacing}{mark}{section}</w:pPr></w:p>"


def _table(entries: Iterable[Entry], first: int, style: str, columns: Sequence[tuple[str, int]]) -> Iterator[str]:
    widths = [width for _, width in columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
        f'{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )
    head = [[_paragraph(name, style, '<w:jc w:val="center"/>', "<w:b/><w:bCs/>")] for name, _ in columns]
    yield _row(head, widths, "<w:tblHeader/>")
    for number, entry in enumerate(entries, first):
        cells = [_centred(number, style), [_paragraph(entry.so, style)], _told(entry, style), [_file(entry, style)]]
        if len(columns) > len(cells):
            cells += [_centred(entry.trang, style), _centred(entry.so_trang, style)]
        yield _row(cells, widths)
    yield "</w:tbl>"


def _told(entry: Entry, style: str) -> list[str]:
    lines = [(entry.don_vi, "<w:b/><w:bCs/>"), (entry.trich_yeu, "")]
    lines.append((f"Kính gửi: {entry.kinh_gui}" if entry.kinh_gui else "", "<w:i/><w:iCs/>"))
    return [_paragraph(text, style, rpr=look) for text, look in lines if text] or [_paragraph("", style)]


def _file(entry: Entry, style: str) -> str:
    return _paragraph(entry.tep.rpartition(".")[0] or entry.tep, style, size=20)


def _centred(number: int | None, style: str) -> list[str]:
    return [_paragraph("" if number is None else str(number), style, '<w:jc w:val="center"/>')]


def _row(cells: Iterable[Sequence[str]], widths: Sequence[int], more: str = "") -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(cell)}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{made}</w:tr>"


def _paragraph(text: str, style: str, ppr: str = "", rpr: str = "", size: int = 0) -> str:
    rpr += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    run = f'<w:r>{f"<w:rPr>{rpr}</w:rPr>" if rpr else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/>{ppr}</w:pPr>{run if text else ''}</w:p>"
