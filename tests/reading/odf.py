"""What LibreOffice says of a paper: its flat OpenDocument copy, with every look followed through its styles.

OpenDocument has no toggles, themes or conditional tables: LibreOffice has worked all that out when it writes this.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}


def q(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"


@dataclass(frozen=True)
class Letters:
    """A stretch of letters of one look, as LibreOffice sees it."""

    text: str
    font: str
    size_pt: float
    bold: bool
    italic: bool
    underlined: bool
    colour: str
    hidden: bool
    capitals: bool


@dataclass
class Paragraph:
    """A paragraph of the copy; lengths in mm, spaces in points."""

    letters: list[Letters] = field(default_factory=list)
    look: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "".join(one.text for one in self.letters)


def converted(docx: list[Path], to: str, folder: Path) -> None:
    """Let LibreOffice write copies of the files into ``folder``; ``to`` names the filter."""
    with tempfile.TemporaryDirectory(prefix="docgen-reading-") as profile:
        subprocess.run(
            [
                *("soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"),
                *("--convert-to", to, "--outdir", str(folder), *map(str, docx)),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )


def length_mm(text: str | None) -> float:
    found = re.fullmatch(r"(-?[\d.]+)(cm|mm|in|pt)", text or "")
    units = {"cm": 10.0, "mm": 1.0, "in": 25.4, "pt": 25.4 / 72}
    return float(found[1]) * units[found[2]] if found else 0.0


class Copy:
    """A flat OpenDocument text."""

    def __init__(self, xml: bytes) -> None:
        self.root = etree.fromstring(xml, etree.XMLParser(huge_tree=True, resolve_entities=False))
        self.styles: dict[tuple[str, str], Any] = {}
        self.automatic: set[int] = set()
        self.defaults: dict[str, Any] = {}
        for holder in ("office:styles", "office:automatic-styles"):
            for style in self.root.iterfind(f"{q(holder)}/{q('style:style')}"):
                self.styles[style.get(q("style:family")), style.get(q("style:name"))] = style
                if holder == "office:automatic-styles":
                    self.automatic.add(id(style))
        for style in self.root.iterfind(f"{q('office:styles')}/{q('style:default-style')}"):
            self.defaults[style.get(q("style:family"))] = style
        self.faces = {
            face.get(q("style:name")): face.get(q("svg:font-family"), "").strip("'")
            for face in self.root.iter(q("style:font-face"))
        }
        self.lists = {style.get(q("style:name")): style for style in self.root.iter(q("text:list-style"))}
        self.deletions = {
            region.get(q("text:id"))
            for region in self.root.iter(q("text:changed-region"))
            if region.find(q("text:deletion")) is not None
        }
        self.deleting = 0
        self.text = self.root.find(f"{q('office:body')}/{q('office:text')}")

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in document order, text boxes after the paragraph they hang on."""
        yield from self._blocks(self.text, None, 0)

    def _blocks(self, parent: Any, list_style: Any, level: int) -> Iterator[Paragraph]:
        for child in parent:
            if child.tag in (q("text:p"), q("text:h")):
                yield from self._paragraph(child, list_style, level)
            elif child.tag == q("text:list"):
                named = self.lists.get(child.get(q("text:style-name")), list_style)
                yield from self._blocks(child, named, level + 1)
            elif child.tag in (q("text:tracked-changes"), q("office:forms"), q("text:sequence-decls")):
                continue
            elif isinstance(child.tag, str):
                yield from self._blocks(child, list_style, level)

    def _paragraph(self, element: Any, list_style: Any, level: int) -> Iterator[Paragraph]:
        chain = self._chain("paragraph", element.get(q("text:style-name")))
        paragraph = Paragraph(look=self._paragraph_look(chain, list_style, level))
        boxes: list[Any] = []
        self._inside(element, self._merged(chain, "style:text-properties"), paragraph, boxes)
        yield paragraph
        for box in boxes:
            yield from self._blocks(box, None, 0)

    def _inside(self, element: Any, look: dict[str, str], paragraph: Paragraph, boxes: list[Any]) -> None:
        self._letters(element.text, look, paragraph)
        for child in element:
            if child.tag == q("text:span"):
                own = self._merged(self._chain("text", child.get(q("text:style-name")), False), "style:text-properties")
                self._inside(child, {**look, **_scaled(own, look)}, paragraph, boxes)
            elif child.tag == q("text:s"):
                self._letters(" " * int(child.get(q("text:c"), "1")), look, paragraph)
            elif child.tag == q("text:tab"):
                self._letters("\t", look, paragraph)
            elif child.tag == q("text:line-break"):
                self._letters("\n", look, paragraph)
            elif child.tag in (q("text:change-start"), q("text:change-end")):
                if child.get(q("text:change-id")) in self.deletions:
                    self.deleting += 1 if child.tag == q("text:change-start") else -1
            elif child.tag in (q("text:note"), q("office:annotation"), q("text:ruby-text")):
                pass
            elif isinstance(child.tag, str) and child.tag.startswith(f"{{{NAMES['draw']}}}"):
                boxes += _holders(child)
            elif isinstance(child.tag, str):
                self._inside(child, look, paragraph, boxes)
            self._letters(child.tail, look, paragraph)

    def _letters(self, text: str | None, look: dict[str, str], paragraph: Paragraph) -> None:
        if not text or self.deleting:
            return
        font = self.faces.get(look.get(q("style:font-name")), "") or look.get(q("fo:font-family"), "").strip("'")
        paragraph.letters.append(
            Letters(
                text=text,
                font=font,
                size_pt=float(look.get(q("fo:font-size"), "12pt").removesuffix("pt")),
                bold=look.get(q("fo:font-weight"), "normal") == "bold",
                italic=look.get(q("fo:font-style"), "normal") == "italic",
                underlined=look.get(q("style:text-underline-style"), "none") != "none",
                colour=look.get(q("fo:color"), ""),
                hidden=look.get(q("text:display"), "true") == "none",
                capitals=look.get(q("fo:text-transform"), "none") == "uppercase",
            )
        )

    def _chain(self, family: str, name: str | None, defaults: bool = True) -> list[Any]:
        found = []
        style = self.styles.get((family, name or ""))
        while style is not None:
            found.append(style)
            style = self.styles.get((family, style.get(q("style:parent-style-name"), "")))
        if defaults and family in self.defaults:
            found.append(self.defaults[family])
        return found[::-1]

    def _merged(self, chain: list[Any], kind: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for style in chain:
            properties = style.find(q(kind))
            if properties is not None:
                found |= _scaled(dict(properties.attrib), found)
        return found

    def _paragraph_look(self, chain: list[Any], list_style: Any, level: int) -> dict[str, Any]:
        found = self._merged(chain, "style:paragraph-properties")
        own = [s for s in chain if id(s) in self.automatic]
        direct = self._merged(own, "style:paragraph-properties")
        indents = {name: found.get(q(f"fo:{name}")) for name in ("margin-left", "text-indent")}
        if list_style is not None and level:
            aligned = list_style.find(
                f"*[@{q('text:level')}='{level}']/{q('style:list-level-properties')}"
                f"/{q('style:list-level-label-alignment')}"
            )
            for name in indents if aligned is not None else ():
                if q(f"fo:{name}") not in direct:
                    indents[name] = aligned.get(q(f"fo:{name}"), "0cm")
        align = {"center": "giua", "end": "phai", "right": "phai", "justify": "deu"}
        return {
            "canh": align.get(found.get(q("fo:text-align"), "start"), "trai"),
            "trai_mm": length_mm(indents["margin-left"]),
            "dong_dau_mm": length_mm(indents["text-indent"]),
            "phai_mm": length_mm(found.get(q("fo:margin-right"))),
            "truoc_pt": length_mm(found.get(q("fo:margin-top"))) / 25.4 * 72,
            "sau_pt": length_mm(found.get(q("fo:margin-bottom"))) / 25.4 * 72,
            "line": found.get(q("fo:line-height")) or f">{found.get(q('style:line-height-at-least'), '100%')}",
        }


def _holders(drawing: Any) -> Iterator[Any]:
    """Whatever in a drawing holds paragraphs: the text of a box stands in it, that of a shape in the shape itself."""
    if any(child.tag in (q("text:p"), q("text:list")) for child in drawing):
        # A drawn line has one empty paragraph: nobody ever typed it.
        if drawing.tag == q("draw:text-box") or "".join(drawing.itertext()).strip():
            yield drawing
    else:
        for child in drawing:
            if isinstance(child.tag, str):
                yield from _holders(child)


def _scaled(own: dict[str, str], inherited: dict[str, str]) -> dict[str, str]:
    size = own.get(q("fo:font-size"), "")
    if size.endswith("%"):
        base = float(inherited.get(q("fo:font-size"), "12pt").removesuffix("pt"))
        own = {**own, q("fo:font-size"): f"{base * float(size[:-1]) / 100}pt"}
    # LibreOffice writes a font as a name of a face or as a family: the nearer one counts.
    if q("style:font-name") in own and q("fo:font-family") not in own:
        own = {**own, q("fo:font-family"): ""}
    elif q("fo:font-family") in own and q("style:font-name") not in own:
        own = {**own, q("style:font-name"): ""}
    return own
