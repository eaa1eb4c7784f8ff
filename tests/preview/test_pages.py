from __future__ import annotations

import io
import threading

import pytest
from PIL import Image

from docgen.preview.pages import UnreadableError, boxes, letters, page_sizes, picture
from tests.preview.making import a_pdf

TWO = a_pdf([(60, 700, "Trong cay nam 2027"), (60, 680, "tai xa An Thinh")], [(60, 700, "Trang hai")])


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png))


def test_the_sizes_of_the_pages() -> None:
    assert page_sizes(TWO) == ((600.0, 800.0), (600.0, 800.0))


@pytest.mark.parametrize("broken", [b"", b"%PDF-1.6 nothing", b"PK\x03\x04"])
def test_what_is_no_pdf_is_told(broken: bytes) -> None:
    with pytest.raises(UnreadableError):
        page_sizes(broken)


def test_black_text_is_drawn_in_few_shades_of_grey() -> None:
    drawn = picture(TWO, 1, 800)
    image = opened(drawn)
    assert image.size[0] in {800, 801}
    assert (image.mode, image.info.get("transparency")) == ("P", None)
    colours = image.convert("RGB").getcolors(256)
    assert colours is not None
    assert 2 < len(colours) <= 16
    assert all(red == green == blue for _, (red, green, blue) in colours)
    assert (255, 255, 255) in {colour for _, colour in colours}
    assert drawn[24] == 4, "bits a pixel"


def test_grey_takes_much_less_than_colour() -> None:
    lines = [(40.0, 780.0 - 14 * number, "Uy ban nhan dan xa ban hanh Ke hoach " * 2) for number in range(52)]
    grey, coloured = picture(a_pdf(lines), 1, 1000), picture(a_pdf(lines, colour=True), 1, 1000)
    assert len(grey) < len(coloured) / 2


def test_colours_are_kept() -> None:
    image = opened(picture(a_pdf([(60, 700, "do")], colour=True), 1, 600))
    assert image.convert("RGB").getpixel((125, 675)) == (255, 0, 0)


def test_the_picture_shows_the_page_upright() -> None:
    image = opened(picture(a_pdf([(60, 700, "HHHHHH")]), 1, 600)).convert("L")
    dark = [y for y in range(800) if min(image.crop((60, y, 110, y + 1)).tobytes()) < 128]
    assert 85 < min(dark) < max(dark) < 105


def test_a_page_of_any_shape_stays_within_bounds() -> None:
    image = opened(picture(a_pdf([(1, 1, "x")], size=(10, 14_000)), 1, 2000))
    assert image.size[0] * image.size[1] < 17_000_000


def test_the_letters_of_the_pages() -> None:
    found = letters(TWO)
    assert found.text == "trongcaynam2027taixaanthinhtranghai"
    assert [found.page_of(at) for at in (0, 26, 27, 34)] == [1, 1, 2, 2]
    assert [found.is_start(at) for at in (0, 1, 5, 8, 11, 15, 27)] == [True, False, True, True, True, True, True]


def test_the_boxes_of_a_stretch_one_a_line() -> None:
    found = letters(TWO)
    begin, end = found.places[found.text.index("nam2027")], found.places[found.text.index("anthinh") - 1] + 1
    (x1, y1, w1, h1), (x2, y2, w2, h2) = boxes(TWO, 1, [(begin, end)])
    assert 60 / 600 < x1 < 180 / 600
    assert x2 == pytest.approx(60 / 600, abs=0.01)
    # Base lines at 700 and 680 of 800 points.
    assert y1 < 1 - 700 / 800 <= y1 + h1 + 0.005
    assert y2 < 1 - 680 / 800 <= y2 + h2 + 0.005
    assert y1 + h1 <= y2
    assert 0 < w2 < 0.2 > w1 > 0


def test_threads_draw_at_the_same_time() -> None:
    wanted = picture(TWO, 1, 400)
    drawn: list[bytes] = []

    def draw() -> None:
        for _ in range(5):
            drawn.append(picture(TWO, 1, 400))
            letters(TWO)

    threads = [threading.Thread(target=draw) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert drawn == [wanted] * 30
