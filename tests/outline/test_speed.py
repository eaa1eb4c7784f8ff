"""Linear time and no recursion: what is quadratic here takes minutes of CPU, what is linear a second or two."""

from __future__ import annotations

import time

import pytest

from docgen.outline.labels import number
from docgen.outline.parse import parse
from docgen.outline.sections import join, split
from docgen.outline.tree import Item
from docgen.outline.write import escape, write

from .test_openings import LABELS

pytestmark = pytest.mark.slow

LENGTH = 50_000
CPU_SECONDS = 20.0

REPEATED = [
    *("*", "**", "***", "* ", "*a ", "a*b ", "*a* ", "^", "^a", "^a ", "[", "[^", "[^1]", "{*", "*}", "{^a^}", "<br>"),
    *("|", "| a ", "|---", "\\", "\\ ", " ", "-", "_", "I", "M", "1", "1.", "a)", "Lưu ý", "Nội dung: A", "\u0301"),
    *(
        "x\n",
        "\n",
        "x\n\n",
        "I. x\n",
        "1. x:\n",
        "1.1. x\n",
        "a) x\n",
        "- x\n",
        "+x\n",
        "| a | b |\n",
        "|---|\n",
        "\\\n",
    ),
    *("[^1]: x\n", "x[^1]\n\n", "Phần I\n", "Điều 1\nx\n", "Lưu ý: x\n", "1000. x\n", "C. x\n", "*x\n", "**x** y\n\n"),
]


@pytest.mark.parametrize("piece", REPEATED)
def test_time_grows_with_the_length_only(piece: str) -> None:
    text = (piece * LENGTH)[:LENGTH]
    begun = time.process_time()

    outline = parse(text).outline
    write(outline)
    join(*split(text))
    escape(text)
    repr(outline)
    hash(outline)

    assert time.process_time() - begun < CPU_SECONDS


@pytest.mark.parametrize("piece", ["|<br>", "|*", "1. **", "1. A: ", "Lưu ý*", "I. {", "- ^"])
def test_one_very_long_line_is_read(piece: str) -> None:
    begun = time.process_time()

    write(parse(piece[0] + piece[1:] * LENGTH).outline)

    assert time.process_time() - begun < CPU_SECONDS


def test_five_thousand_sections_keep_their_numbers() -> None:
    text = "\n".join(f"I. MỤC {i}\n1. Mục đích" for i in range(5000))
    outline = parse(text).outline
    labels = [n.label for n in number(outline) if isinstance(n.node, Item) and len(n.depth_path) == 1]

    assert len(labels) == 5000
    assert (labels[0], labels[49], labels[3998], labels[3999], labels[4999]) == (
        "I.",
        "L.",
        "MMMCMXCIX.",
        "MMMM.",
        "MMMMM.",
    )
    assert [n.label for n in number(parse(write(outline)).outline)] == [n.label for n in number(outline)]


def test_the_deepest_body_is_read_again_and_again() -> None:
    text = "\n".join(f"{label} X" for label in LABELS * 1000)
    numbered = list(number(parse(text).outline))

    assert max(len(n.depth_path) for n in numbered) == 13
    assert len(numbered) == 13_000
