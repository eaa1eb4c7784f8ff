"""A plain report as .xlsx, row by row: however long it becomes, it is never held as a whole.

Part 1 of ECMA-376, 18.3: a worksheet whose cells hold their texts themselves (``t="inlineStr"``).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import IO, Final
from xml.sax.saxutils import escape, quoteattr

from docgen.sheets.table import column_letters

# The earliest date a zip can hold: the hour of making must not show in the bytes.
_DATE: Final = (1980, 1, 1, 0, 0, 0)
_LEVEL: Final = 1
_ROWS_AT_ONCE: Final = 512
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHEET: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# What XML 1.0 has no way to write.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Styles by their place in cellXfs, all of them text (numFmtId 49): of a cell, of one with several lines, of the header.
_CELL, _LINES, _HEADER = 1, 2, 3
_STYLES: Final = (
    f'<styleSheet xmlns="{_SHEET}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3">'
    '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFDCE6EE"/></patternFill></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
    '<alignment vertical="top"/></xf>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" '
    'applyAlignment="1"><alignment vertical="top"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def write_table(file: IO[bytes], columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]], ten: str) -> None:
    """Write a report into an open file: equal rows give equal bytes.

    columns: what each is called and how many characters wide it is. ten: the worksheet's name.
    """
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"officeDocument": "xl/workbook.xml"}),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name={quoteattr(ten)} sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations({"worksheet": "worksheets/sheet1.xml", "styles": "styles.xml"}),
        "xl/styles.xml": _STYLES,
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as box:
        for name, part in parts.items():
            box.writestr(_entry(name), _HEAD + part, compresslevel=_LEVEL)
        # Unknown beforehand, the size is written behind; so the entry must be ready for more than 2 GB.
        with box.open(_entry("xl/worksheets/sheet1.xml"), "w", force_zip64=True) as sheet:
            for piece in _sheet(columns, rows):
                sheet.write(piece.encode())


def _sheet(columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    widths = "".join(
        f'<col min="{cot}" max="{cot}" width="{width}" customWidth="1"/>'
        for cot, (_, width) in enumerate(columns, start=1)
    )
    yield (
        f'{_HEAD}<worksheet xmlns="{_SHEET}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>"
    )
    letters = [column_letters(cot) for cot in range(1, len(columns) + 1)]
    yield _row(letters, 1, [name for name, _ in columns], _HEADER)
    ready: list[str] = []
    for dong, row in enumerate(rows, start=2):
        ready.append(_row(letters, dong, row, _CELL))
        if len(ready) >= _ROWS_AT_ONCE:
            yield "".join(ready)
            ready.clear()
    yield f"{''.join(ready)}</sheetData></worksheet>"


def _row(letters: Sequence[str], dong: int, texts: Sequence[str], style: int) -> str:
    cells = [
        f'<c r="{letter}{dong}" s="{_LINES if chr(10) in text and style == _CELL else style}" t="inlineStr">'
        f'<is><t xml:space="preserve">{escape(_UNWRITABLE.sub(chr(0xFFFD), text))}</t></is></c>'
        for letter, text in zip(letters, texts, strict=True)
        if text
    ]
    return f'<row r="{dong}">{"".join(cells)}</row>'


def _types() -> str:
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
    )


def _relations(targets: dict[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
    return entry
