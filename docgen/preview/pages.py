"""A PDF → the sizes, pictures and letters of its pages, by pdfium.

pdfium may be used by one thread of a process at a time: everything here that touches it holds one lock, and closes
what it opened before it lets go, since its objects would else be ended by the garbage collector of any thread.
Opening a paper takes a tenth of a millisecond, so nothing is kept open.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image
from pypdfium2 import raw

from docgen.preview.letters import Gathering, Letters

Box = tuple[float, float, float, float]
"""Left, top, width, height, as fractions of the page."""

MOST_PIXELS = 16_000_000
"""A picture is never larger, whatever the shape of the page."""

_pdfium = threading.Lock()

# What is drawn of black text on white paper: 16 shades of grey look like 256 and take two thirds of the bytes
# (a page of text, 800 px wide: 65 KB; 95 KB in 256 shades; 250 KB in colours).
_SHADES = 16
_TO_SHADE = [(value * (_SHADES - 1) + 127) // 255 for value in range(256)]
_PALETTE = [value for shade in range(_SHADES) for value in (shade * 255 // (_SHADES - 1),) * 3]


class UnreadableError(Exception):
    """pdfium cannot open what should be a PDF."""


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _pdfium:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(str(error)) from error
        with closing(document):
            yield document


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Tell width and height of each page in points. Raises UnreadableError."""
    with _opened(pdf) as document:
        return tuple(document.get_page_size(index) for index in range(len(document)))


def picture(pdf: bytes, number: int, width: int) -> bytes:
    """Draw a page (1 is the first) as PNG of that width in pixels; grey when the page has no colours."""
    with _opened(pdf) as document, closing(document[number - 1]) as page:
        wide, high = page.get_size()
        scale = min(width / wide, (MOST_PIXELS / (wide * high)) ** 0.5)
        with closing(page.render(scale=scale, may_draw_forms=False)) as bitmap:
            red, green, blue = bitmap.to_pil().convert("RGB").split()
    if red.tobytes() == green.tobytes() == blue.tobytes():
        drawn = Image.frombytes("P", red.size, red.point(_TO_SHADE).tobytes())
        drawn.putpalette(_PALETTE)
        return _png(drawn, bits=4)
    return _png(Image.merge("RGB", (red, green, blue)))


def _png(image: Image.Image, **how: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", **how)
    return out.getvalue()


def letters(pdf: bytes) -> Letters:
    """Gather the letters and digits of all pages in the order in which they were written."""
    gathering = Gathering()
    with _opened(pdf) as document:
        for index in range(len(document)):
            with closing(document[index]) as page, closing(page.get_textpage()) as text:
                codes = (raw.FPDFText_GetUnicode(text.raw, at) for at in range(text.count_chars()))
                gathering.page(chr(code) if code < 0x110000 else "" for code in codes)
    return gathering.letters()


def boxes(pdf: bytes, number: int, spans: Iterable[tuple[int, int]]) -> tuple[Box, ...]:
    """Tell where stretches of a page stand, one box a line.

    spans: first sign and the one after the last, as pdfium counts them (:attr:`Letters.places`).
    """
    with _opened(pdf) as document, closing(document[number - 1]) as page, closing(page.get_textpage()) as text:
        wide, high = page.get_size()
        found = [text.get_rect(at) for begin, end in spans for at in range(text.count_rects(begin, end - begin))]
    return tuple(
        (
            round(max(left / wide, 0), 4),
            round(max(1 - top / high, 0), 4),
            round(min((right - left) / wide, 1), 4),
            round(min((top - bottom) / high, 1), 4),
        )
        for left, bottom, right, top in _lines(found)
    )


_Rect = tuple[float, float, float, float]


def _lines(rects: Iterable[_Rect]) -> list[_Rect]:
    """Join what stands side by side on one line: pdfium gives a rectangle for each stretch of one font."""
    lines: list[_Rect] = []
    for left, bottom, right, top in rects:
        if lines:
            before = lines[-1]
            shared = min(top, before[3]) - max(bottom, before[1])
            high = max(top - bottom, before[3] - before[1])
            if shared > 0.4 * min(top - bottom, before[3] - before[1]) and -high < left - before[2] < 2 * high:
                joined = (min(left, before[0]), min(bottom, before[1]), max(right, before[2]), max(top, before[3]))
                lines[-1] = joined
                continue
        lines.append((left, bottom, right, top))
    return lines
