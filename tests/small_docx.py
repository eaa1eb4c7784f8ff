"""The smallest Word file that holds given paragraphs, for tests of what happens after a paper is made."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MARGINS = '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/>'
PAGE = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>{MARGINS}</w:sectPr>'
FONT = '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr>'


def paragraph(text: str, properties: str = "") -> str:
    """``text`` is XML-safe; ``properties`` is the inside of w:pPr."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{FONT}<w:t>{text}</w:t></w:r></w:p>"


def small_docx(body: str, relationships: str = "") -> bytes:
    """``body``: the inside of w:body; ``relationships``: those of the document part."""
    types = "application/vnd.openxmlformats"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{types}-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        f'ContentType="{types}-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relationships}</Relationships>",
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{PAGE}</w:body></w:document>',
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return target.getvalue()
