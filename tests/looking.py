"""A printed page as a person sees it: where the words stand, which lines are drawn, what the page looks like.

Everything is in millimetres from the top left corner of the page. Words come from Poppler, drawn lines from the
page's own drawing commands.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
from lxml import etree

from tests.drawn import Painted, painted_paths

MM_PER_PT = 25.4 / 72
# Borders of paragraphs and cells in these papers are 0.5 to 1.5 pt; anything thicker is a box or a shade.
MAX_RULE_THICKNESS_MM = 1.0
MIN_RULE_LENGTH_MM = 3.0


@dataclass(frozen=True)
class Box:
    """A rectangle on the page."""

    left_mm: float
    top_mm: float
    right_mm: float
    bottom_mm: float

    @property
    def width_mm(self) -> float:
        return self.right_mm - self.left_mm

    @property
    def height_mm(self) -> float:
        return self.bottom_mm - self.top_mm

    @property
    def centre_mm(self) -> float:
        return (self.left_mm + self.right_mm) / 2

    def joined(self, other: Box) -> Box:
        return Box(
            min(self.left_mm, other.left_mm),
            min(self.top_mm, other.top_mm),
            max(self.right_mm, other.right_mm),
            max(self.bottom_mm, other.bottom_mm),
        )


@dataclass(frozen=True)
class Word:
    text: str
    box: Box


@dataclass(frozen=True)
class Line:
    """Words that stand side by side on one line of one column, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        return _around([word.box for word in self.words])


@dataclass(frozen=True)
class Page:
    """number: from 1; lines: in reading order; rules: horizontal lines from top to bottom; uprights: vertical ones."""

    number: int
    width_mm: float
    height_mm: float
    lines: tuple[Line, ...]
    rules: tuple[Box, ...]
    uprights: tuple[Box, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    def line(self, words: str) -> Line:
        """The one line that holds these words unbroken; fails when none or several do."""
        wanted = _folded(words)
        found = [line for line in self.lines if wanted in _folded(line.text)]
        assert len(found) == 1, f"{len(found)} lines of page {self.number} hold {words!r}:\n{self.text}"
        return found[0]

    def place(self, words: str) -> Box:
        """The box of just these words, which stand unbroken on one line of the page."""
        line, wanted = self.line(words), _folded(words)
        for first in range(len(line.words)):
            for last in range(len(line.words), first, -1):
                part = Line(line.words[first:last])
                if wanted in _folded(part.text) and not _shorter(part, wanted):
                    return part.box
        raise AssertionError(f"{words!r} is not made of whole words on page {self.number}")

    def rule_under(self, words: str, within_mm: float = 6.0) -> Box:
        """The first rule below the line with these words that touches its width; fails when there is none."""
        above = self.line(words).box
        for rule in self.rules:
            near = above.top_mm + above.height_mm / 2 < rule.top_mm < above.bottom_mm + within_mm
            if near and rule.left_mm < above.right_mm and rule.right_mm > above.left_mm:
                return rule
        raise AssertionError(f"no rule under {words!r} on page {self.number}; rules: {self.rules}")


def pdf_pages(pdf: Path | bytes) -> list[Page]:
    """Every page of a PDF, as seen."""
    data = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    reader = pypdf.PdfReader(io.BytesIO(data))
    pages = []
    for number, (drawn, words) in enumerate(zip(reader.pages, _layout(data), strict=True), start=1):
        height_pt = float(drawn.mediabox.height)
        boxes = [_box_mm(painted, height_pt) for painted in painted_paths(reader, drawn)]
        rules = [box for box in boxes if box.height_mm <= MAX_RULE_THICKNESS_MM and box.width_mm >= MIN_RULE_LENGTH_MM]
        uprights = [
            box for box in boxes if box.width_mm <= MAX_RULE_THICKNESS_MM and box.height_mm >= MIN_RULE_LENGTH_MM
        ]
        pages.append(
            Page(
                number=number,
                width_mm=float(drawn.mediabox.width) * MM_PER_PT,
                height_mm=height_pt * MM_PER_PT,
                lines=tuple(_lines(words)),
                rules=tuple(_merged(rules)),
                uprights=tuple(sorted(set(uprights), key=lambda box: (box.left_mm, box.top_mm))),
            )
        )
    return pages


def page_images(pdf: Path | bytes, folder: Path, dots_per_inch: int = 80) -> list[Path]:
    """One PNG for each page, in ``folder``, in the order of the pages."""
    data = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    folder.mkdir(parents=True, exist_ok=True)
    command = ["pdftoppm", "-png", "-r", str(dots_per_inch), "-", str(folder / "trang")]
    subprocess.run(command, input=data, check=True, capture_output=True, timeout=120)
    return sorted(folder.glob("trang-*.png"))


def missing_for_pages() -> str:
    """What this machine lacks to make and look at pages; empty when nothing."""
    missing = [tool for tool in ("pdftotext", "pdftoppm") if not _has(tool)]
    if not (_has("soffice") or _has("libreoffice")):
        missing.append("soffice")
    # Without a font of the widths of Times New Roman every line breaks elsewhere.
    fonts = (
        subprocess.run(["fc-list", ":charset=1ed9", "family"], capture_output=True, text=True, check=False)
        if shutil.which("fc-list")
        else None
    )
    if fonts is None or not re.search("Times New Roman|Liberation Serif", fonts.stdout):
        missing.append("the font Liberation Serif with Vietnamese letters")
    return ", ".join(missing)


def chromium() -> str:
    """The Chromium program, or an empty string."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")


def _has(tool: str) -> bool:
    return shutil.which(tool) is not None


def _layout(data: bytes) -> list[list[list[Word]]]:
    """For each page its lines, each a list of words, as Poppler puts them together."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.pdf"), Path(folder, "out.xml")
        source.write_bytes(data)
        command = ["pdftotext", "-bbox-layout", "-enc", "UTF-8", str(source), str(target)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        tree = etree.parse(str(target), etree.XMLParser(resolve_entities=False, huge_tree=True))
    name = "{http://www.w3.org/1999/xhtml}"
    return [
        [[_word(word) for word in line.iter(f"{name}word")] for line in page.iter(f"{name}line")]
        for page in tree.iter(f"{name}page")
    ]


def _word(element: Any) -> Word:
    edges = (float(element.get(edge)) * MM_PER_PT for edge in ("xMin", "yMin", "xMax", "yMax"))
    return Word(unicodedata.normalize("NFC", element.text or ""), Box(*edges))


def _lines(found: list[list[Word]]) -> Iterator[Line]:
    """Poppler cuts a line at a wide gap or a change of font; pieces that go on at once are one line to a reader."""
    pending: list[Word] = []
    for words in found:
        if pending and not _goes_on(pending[-1].box, words[0].box):
            yield Line(tuple(pending))
            pending = []
        pending += words
    if pending:
        yield Line(tuple(pending))


def _goes_on(left: Box, right: Box) -> bool:
    level = abs(left.bottom_mm - right.bottom_mm) < 0.4 * min(left.height_mm, right.height_mm)
    return level and -0.5 < right.left_mm - left.right_mm < 0.6 * left.height_mm


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def _shorter(part: Line, wanted: str) -> bool:
    """Whether the words would still be there without the first or without the last word of the part."""
    return any(wanted in _folded(Line(words).text) for words in (part.words[1:], part.words[:-1]) if words)


def _around(boxes: list[Box]) -> Box:
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.joined(box)
    return whole


def _box_mm(painted: Painted, height_pt: float) -> Box:
    """Points counted from the bottom → millimetres counted from the top."""
    return Box(
        painted.left_pt * MM_PER_PT,
        (height_pt - painted.upper_pt) * MM_PER_PT,
        painted.right_pt * MM_PER_PT,
        (height_pt - painted.lower_pt) * MM_PER_PT,
    )


def _merged(rules: list[Box]) -> list[Box]:
    """Pieces of one rule that touch each other (cell by cell, or drawn twice) are one rule."""
    whole: list[Box] = []
    for rule in sorted(set(rules), key=lambda box: (round(box.top_mm, 1), box.left_mm)):
        last = whole[-1] if whole else None
        if last and abs(last.top_mm - rule.top_mm) < 0.3 and rule.left_mm - last.right_mm < 0.3:
            whole[-1] = last.joined(rule)
        else:
            whole.append(rule)
    return sorted(whole, key=lambda box: (box.top_mm, box.left_mm))
