"""Word files for LibreOffice to look at: each of them many looks of one kind.

Left out is what LibreOffice 7.4 is known to read otherwise than Word: bold of a paragraph style and of a character
style (Word: they cancel out, ECMA-376 Part 1, 17.7.3), w:line without w:lineRule (Word: a multiple), w:after of a style
under a direct w:afterAutospacing="0" (Word: it counts again), blanks at the end of a paragraph, and the spacing of the
empty paragraph that ends a section.
"""

from __future__ import annotations

from tests.reading.build import (
    STYLES,
    Docx,
    cell,
    field_run,
    level,
    numbered,
    para,
    row,
    run,
    style,
    table,
    text_box,
)

DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    '<w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="200" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
THEME = (
    '<a:themeElements><a:clrScheme name="x"><a:dk1><a:srgbClr val="000000"/></a:dk1></a:clrScheme>'
    '<a:fontScheme name="x"><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:cs typeface=""/>'
    '</a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont>'
    '</a:fontScheme><a:fmtScheme name="x"/></a:themeElements>'
)


def styled(name: str, *inside: str, ppr: str = "") -> str:
    return para(*inside, ppr=f'<w:pStyle w:val="{name}"/>{ppr}')


def _chains() -> Docx:
    styles = DEFAULTS + (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr>'
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:style>'
        + style(
            "Base",
            '<w:pPr><w:spacing w:before="120" w:after="0" w:line="240" w:lineRule="auto"/>'
            '<w:ind w:firstLine="720"/><w:jc w:val="both"/>'
            "</w:pPr><w:rPr><w:b/></w:rPr>",
            based_on="Normal",
        )
        + style("Child", '<w:pPr><w:ind w:left="567" w:hanging="283"/></w:pPr><w:rPr><w:i/></w:rPr>', based_on="Base")
        + style("Plain", '<w:rPr><w:b w:val="0"/><w:sz w:val="26"/></w:rPr>', based_on="Child")
        + style("Marked", '<w:rPr><w:u w:val="single"/><w:sz w:val="30"/></w:rPr>', "character")
        + style("Capitals", "<w:rPr><w:caps/></w:rPr>", "character", based_on="Marked")
    )
    runs = (
        run("thường "),
        run("đậm ", "<w:b/>"),
        run("không đậm ", '<w:b w:val="0"/>'),
        run("kiểu chữ ", '<w:rStyle w:val="Marked"/>'),
        run("hoa ", '<w:rStyle w:val="Capitals"/>'),
        run("gạch ", '<w:u w:val="single"/>'),
        run("lớn ", '<w:sz w:val="40"/>'),
        run("chủ đề ", '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'),
        run("ẩn ", "<w:vanish/>"),
        run("cuối"),
    )
    body = "".join(styled(name, *runs) for name in ("Normal", "Base", "Child", "Plain"))
    return Docx(body, styles=styles, theme=THEME)


def _settings() -> Docx:
    looks = (
        '<w:jc w:val="center"/>',
        '<w:jc w:val="right"/>',
        '<w:ind w:left="720" w:right="360" w:firstLine="567"/>',
        '<w:ind w:left="720" w:hanging="360"/>',
        '<w:ind w:left="-142" w:right="-142"/>',
        '<w:spacing w:before="120" w:after="240"/>',
        '<w:spacing w:line="264" w:lineRule="auto"/>',
        '<w:spacing w:line="360" w:lineRule="exact"/>',
        '<w:spacing w:line="340" w:lineRule="atLeast"/>',
        '<w:spacing w:before="100" w:beforeAutospacing="1"/>',
    )
    return Docx(para("đầu") + "".join(para(f"đoạn {i}", ppr=ppr) for i, ppr in enumerate(looks)) + para("cuối"))


def _lists() -> Docx:
    indents = '<w:pPr><w:ind w:left="{}" w:hanging="360"/></w:pPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
        + level(0, "%1.", "upperRoman", indents.format(720))
        + level(1, "%2.", "decimal", indents.format(1080))
        + level(2, "%2.%3.", "decimal", indents.format(1440))
        + level(3, "%4)", "lowerLetter", indents.format(1800))
        + "</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>'
        + level(0, "-", "bullet", indents.format(500))
        + "</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    styles = STYLES + (
        style("ListParagraph", '<w:pPr><w:ind w:left="2000"/></w:pPr>', based_on="Normal")
        + style("Own", f'<w:pPr>{numbered(2)}<w:ind w:left="300"/></w:pPr>', based_on="Normal")
    )
    steps = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 3), (1, 3), (2, 0), (2, 0), (1, 0), (1, 1), (3, 1), (3, 1)]
    body = "".join(para(f"mục {i}", ppr=numbered(*step)) for i, step in enumerate(steps))
    body += styled("ListParagraph", "kiểu đoạn danh sách", ppr=numbered(1, 1))
    body += para("thụt riêng", ppr=f'{numbered(1, 1)}<w:ind w:left="400" w:firstLine="0"/>')
    body += styled("Own", "kiểu có danh sách")
    return Docx(body + para("cuối"), styles=styles, numbering=numbering)


def _tables() -> Docx:
    grid = (
        '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:i/></w:rPr>'
        '<w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    )
    styles = DEFAULTS + (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        + style("Grid", grid, "table", "TableNormal")
        + style("Own", '<w:pPr><w:spacing w:after="120"/></w:pPr>', based_on="Normal")
    )
    look = '<w:tblStyle w:val="Grid"/><w:tblW w:w="9000" w:type="dxa"/><w:tblLook w:val="0020" w:firstRow="1"/>'
    merged = cell("gộp", tcpr='<w:tcW w:w="4000" w:type="dxa"/><w:vMerge w:val="restart"/>')
    rest = cell(tcpr='<w:tcW w:w="4000" w:type="dxa"/><w:vMerge/>')
    body = table(
        row("a", "b"), row("c", cell(styled("Own", "riêng"), para("ô", ppr='<w:jc w:val="center"/>'))), tblpr=look
    )
    body += para("giữa") + table(row(merged, "1"), row(rest, "2"), tblpr=look) + para("cuối")
    return Docx(body, styles=styles, theme=THEME)


def _words() -> Docx:
    deleted = '<w:del w:id="1" w:author="a" w:date="2025-01-01T00:00:00Z"><w:r><w:delText>xóa</w:delText></w:r></w:del>'
    inserted = '<w:ins w:id="2" w:author="a" w:date="2025-01-01T00:00:00Z"><w:r><w:t>thêm</w:t></w:r></w:ins>'
    body = (
        para("trước ", deleted, inserted, " sau")
        + para("Trang ", field_run("REF x", "kết quả"), "<w:r><w:tab/><w:t>tab</w:t><w:br/><w:t>dòng</w:t></w:r>")
        + para(run("m"), run("2", '<w:vertAlign w:val="superscript"/>'), run(" đất"))
        + para("neo", text_box("trong hộp", para("đậm", ppr='<w:jc w:val="center"/>')))
        + para(
            '<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t xml:space="preserve">ô </w:t></w:r></w:sdtContent></w:sdt>',
            '<w:hyperlink w:anchor="x"><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>',
        )
        + para("cuối")
    )
    return Docx(body)


SAMPLES = {"chains": _chains, "settings": _settings, "lists": _lists, "tables": _tables, "words": _words}
