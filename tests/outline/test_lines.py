from __future__ import annotations

import pytest

from docgen.outline.lines import fold, read_lines, trim


@pytest.mark.parametrize(
    ("source", "raw"),
    [
        ("  a \t b\u00a0c  ", "a b c"),
        (r"a\  b", r"a\  b"),
        ("a\\ ", "a\\ "),
        (r"\ a", r"\ a"),
        ("a\\\\ ", "a\\\\"),
        ("", ""),
        (" \u3000 ", ""),
    ],
)
def test_blanks_are_folded_unless_escaped(source: str, raw: str) -> None:
    assert fold(source) == raw


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    assert [(line.number, line.raw) for line in read_lines(f"a{end}{end}b")] == [(1, "a"), (2, ""), (3, "b")]


def test_a_lone_backslash_at_the_end_is_set_apart() -> None:
    lines = read_lines("a\\\nb\\\\\nc\\ ")

    assert [(line.raw, line.lone, line.literal) for line in lines] == [
        ("a", True, "a\\\\"),
        ("b\\\\", False, "b\\\\"),
        ("c\\ ", False, "c\\ "),
    ]


def test_lines_are_nfc() -> None:
    assert read_lines("Ke\u0302\u0301")[0].raw == "Kế"


def test_trim_keeps_an_escaped_blank() -> None:
    assert trim(" a ") == "a"
    assert trim("a\\ ") == "a\\ "
