"""Small pictures of pages for tests, drawn by hand."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

WIDE, HIGH = 200, 280


def page(*boxes: tuple[int, int, int, int], shade: int = 0, size: tuple[int, int] = (WIDE, HIGH)) -> bytes:
    """A white page with filled boxes on it (left, top, right, bottom, the last points included), as PNG."""
    image = Image.new("L", size, 255)
    for box in boxes:
        ImageDraw.Draw(image).rectangle(box, fill=shade)
    return png(image)


def png(image: Image.Image) -> bytes:
    """A picture as PNG."""
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
