"""Small .docx files for tests, written as raw XML, and ways to look into the ones that come back.

``docx(p("Số: ", "{{ so }}"), table([["a", "b"]]))`` is a whole template; :func:`assert_valid_docx` judges any .docx.
"""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from lxml import etree
from openxml_audit import OpenXmlValidator

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_XMLNS = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

PORTRAIT = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" '
    'w:left="1701" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)


def run(text: str, rpr: str = "") -> str:
    """A run; ``rpr`` is the inside of its w:rPr."""
    rpr = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*texts: str, style: str = "", ppr: str = "", rpr: str = "") -> str:
    """A paragraph with one run for each text; ``ppr`` is more of the inside of its w:pPr."""
    inside = (f'<w:pStyle w:val="{style}"/>' if style else "") + ppr
    inside = f"<w:pPr>{inside}</w:pPr>" if inside else ""
    return f"<w:p>{inside}{''.join(run(text, rpr) for text in texts)}</w:p>"


def raw(*runs: str, ppr: str = "") -> str:
    """A paragraph of ready-made runs."""
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{''.join(runs)}</w:p>"


def cell(content: str, width: int = 2000, tcpr: str = "") -> str:
    """A cell holding paragraphs, or plain text."""
    inside = content if content.startswith("<") else p(content)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{tcpr}</w:tcPr>{inside}</w:tc>'


def table(rows: Iterable[Iterable[str]], widths: Iterable[int] = (), margins: str = "") -> str:
    """A table of cells given as text or paragraphs; all rows have as many cells as the first."""
    listed = [list(row) for row in rows]
    columns = list(widths) or [2000] * len(listed[0])
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    body = "".join(f"<w:tr>{''.join(cell(c, columns[i]) for i, c in enumerate(row))}</w:tr>" for row in listed)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{margins}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def style(style_id: str, name: str, ppr: str = "", rpr: str = "", based: str = "", kind: str = "paragraph") -> str:
    """A style; ``ppr`` and ``rpr`` are the insides of its properties."""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"{" w:default=" + quoteattr("1") if name == "Normal" else ""}>'
        f"<w:name w:val={quoteattr(name)}/>"
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f"<w:pPr>{ppr}</w:pPr>" if ppr else "")
        + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
        + "</w:style>"
    )


RULE_BORDER = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
STYLES = (
    f'<w:docDefaults><w:rPrDefault><w:rPr>{TIMES}<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    + style("Normal", "Normal")
    + style("Heading1", "heading 1", '<w:outlineLvl w:val="0"/>', "<w:b/>", "Normal")
    + style("Rule", "Đường kẻ", RULE_BORDER, '<w:sz w:val="4"/>', "Normal")
    + style("FootnoteText", "footnote text", rpr='<w:sz w:val="20"/>', based="Normal")
    + style("FootnoteReference", "footnote reference", rpr='<w:vertAlign w:val="superscript"/>', kind="character")
)
FOOTNOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def core(title: str = "", **more: str) -> str:
    """Core properties; further ones by their Dublin Core name."""
    inside = "".join(f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in {"title": title, **more}.items())
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{inside}</cp:coreProperties>'
    )


def docx(
    *body: str,
    header: str = "",
    footer: str = "",
    footnotes: str | None = FOOTNOTES,
    styles: str = STYLES,
    properties: str = "",
    section: str = PORTRAIT,
    more: Mapping[str, str | bytes] | None = None,
    relations: str = "",
) -> bytes:
    """A .docx. ``more``: further parts by name (content type by extension); ``relations``: further document rels."""
    parts: dict[str, str] = {"word/styles.xml": f"<w:styles {_XMLNS}>{styles}</w:styles>"}
    rels = [("styles", "styles.xml")]
    references = ""
    if header:
        parts["word/header1.xml"] = f"<w:hdr {_XMLNS}>{header}</w:hdr>"
        rels.append(("header", "header1.xml"))
        references += '<w:headerReference w:type="default" r:id="rId2"/>'
    if footer:
        parts["word/footer1.xml"] = f"<w:ftr {_XMLNS}>{footer}</w:ftr>"
        rels.append(("footer", "footer1.xml"))
        references += f'<w:footerReference w:type="default" r:id="rId{len(rels)}"/>'
    if footnotes is not None:
        parts["word/footnotes.xml"] = f"<w:footnotes {_XMLNS}>{footnotes}</w:footnotes>"
        rels.append(("footnotes", "footnotes.xml"))
    section = section.replace("<w:sectPr>", f"<w:sectPr>{references}", 1)
    parts["word/document.xml"] = f"<w:document {_XMLNS}><w:body>{''.join(body)}{section}</w:body></w:document>"
    if properties:
        parts["docProps/core.xml"] = properties
    return pack(parts, rels, more or {}, relations)


def pack(
    parts: Mapping[str, str], rels: Iterable[tuple[str, str]], more: Mapping[str, str | bytes], relations: str
) -> bytes:
    """The zip around the parts, with content types and relationships."""
    types = {"document": "document.main", "header1": "header", "footer1": "footer"}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{OFFICE}.{types.get(Path(name).stem, Path(name).stem)}+xml"/>'
        for name in parts
        if name.startswith("word/")
    )
    core_type = "application/vnd.openxmlformats-package.core-properties+xml"
    if "docProps/core.xml" in parts:
        overrides += f'<Override PartName="/docProps/core.xml" ContentType="{core_type}"/>'
    inner = "".join(
        f'<Relationship Id="rId{i}" Type="{R}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(rels, 1)
    )
    top = f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    if "docProps/core.xml" in parts:
        kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        top += f'<Relationship Id="rId2" Type="{kind}" Target="docProps/core.xml"/>'
    package: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
        ),
        "_rels/.rels": f'<Relationships xmlns="{RELS}">{top}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELS}">{inner}{relations}</Relationships>',
        **parts,
        **more,
    }
    return zipped(package)


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Any parts as a zip, XML ones with their declaration."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            if isinstance(content, str) and content.startswith("<") and not content.startswith("<?xml"):
                content = _HEAD + content
            archive.writestr(name, content)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Every part of a .docx."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(data: bytes, part: str = "word/document.xml") -> etree._Element:
    """A part of a .docx as a tree."""
    return etree.fromstring(parts_of(data)[part])


def q(name: str) -> str:
    """``w:name`` as lxml writes it."""
    return f"{{{W}}}{name}"


def paragraphs(data: bytes, part: str = "word/document.xml") -> list[str]:
    """The text of every paragraph, line breaks as ``\\n`` and tabs as ``\\t``."""
    return [text(paragraph) for paragraph in xml(data, part).iter(q("p"))]


def text(element: etree._Element) -> str:
    """The text of a paragraph, or of anything that holds runs."""
    found = []
    for inner in element.iter(q("t"), q("br"), q("tab")):
        found.append({"br": "\n", "tab": "\t"}.get(etree.QName(inner).localname, inner.text or ""))
    return "".join(found)


def property_of(data: bytes, name: str) -> str:
    """The text of a core property."""
    return xml(data, "docProps/core.xml").findtext(f"{{http://purl.org/dc/elements/1.1/}}{name}") or ""


# The validator asks for settings, font table and theme; ECMA-376 Part 1, 11.3.10 only permits them.
_PERMITTED = re.compile(r"required relationship type '.*/(settings|fontTable|theme)' is missing")


def assert_valid_docx(data: bytes) -> None:
    """No fault in a structural validation of the whole package (openxml-audit, Open XML SDK rules)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.docx"
        path.write_bytes(data)
        result = OpenXmlValidator().validate(path)
    faults = [str(error) for error in result.errors if not _PERMITTED.search(str(error))]
    assert not faults, "\n".join(faults)
