"""What differs between two pictures of a page, and which pages belong together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from docgen.workshop.moved import TOLERANCE, Moved, Pair, compare, pair
from tests.workshop.drawing import HIGH, WIDE, page, png

LINE = (20, 40, 180, 46)


def test_equal_pictures_did_not_move() -> None:
    assert compare(page(LINE), page(LINE)) == Moved()
    assert not Moved()


def test_what_is_new_is_framed_and_measured() -> None:
    moved = compare(page(LINE), page(LINE, (60, 200, 79, 209)))

    ((left, top, width, height),) = moved.boxes
    assert moved
    assert moved.share == 20 * 10 / (WIDE * HIGH)
    assert 0 <= 60 - left * WIDE <= 8
    assert 0 <= 200 - top * HIGH <= 8
    assert 0 <= (left + width) * WIDE - 80 <= 8
    assert 0 <= (top + height) * HIGH - 210 <= 8


def test_what_went_is_framed_as_what_came() -> None:
    assert compare(page(LINE, (60, 200, 79, 209)), page(LINE)) == compare(page(LINE), page(LINE, (60, 200, 79, 209)))


def test_two_places_far_apart_have_two_frames_from_top_to_bottom() -> None:
    moved = compare(page(), page((150, 250, 160, 260), (10, 10, 20, 20)))

    assert len(moved.boxes) == 2
    assert moved.boxes[0][1] < 0.1 < 0.8 < moved.boxes[1][1]


def test_words_of_one_line_have_one_frame() -> None:
    assert len(compare(page(), page((20, 100, 40, 108), (46, 100, 70, 108), (20, 118, 90, 126))).boxes) == 1


def test_a_single_point_counts() -> None:
    assert len(compare(page(), page((7, 3, 7, 3))).boxes) == 1
    assert len(compare(page(), page((WIDE - 1, HIGH - 1, WIDE - 1, HIGH - 1))).boxes) == 1


@pytest.mark.parametrize(("lighter", "seen"), [(TOLERANCE, False), (TOLERANCE + 1, True)])
def test_edges_may_be_a_little_lighter(lighter: int, seen: bool) -> None:
    assert bool(compare(page(LINE), page(LINE, shade=lighter))) is seen


def test_another_colour_of_the_same_lightness_is_seen() -> None:
    red, blue = Image.new("RGB", (50, 50), (200, 0, 0)), Image.new("RGB", (50, 50), (0, 0, 255))

    assert compare(png(red), png(blue)).share == 1


def test_a_page_of_another_size_has_moved_even_when_it_is_empty() -> None:
    moved = compare(page(), page(size=(WIDE, HIGH + 40)))

    assert moved.share == 40 / (HIGH + 40)
    assert moved.boxes == compare(page(size=(WIDE, HIGH + 40)), page()).boxes
    assert len(compare(page(), page(size=(HIGH, WIDE))).boxes) > 0


@pytest.mark.parametrize("damaged", [b"", b"khong phai anh", page(LINE)[:60], page(LINE)[:-40]])
def test_of_a_damaged_picture_all_has_moved(damaged: bytes) -> None:
    moved = compare(damaged, page(LINE))

    assert moved.share > 0.99
    assert moved.boxes == ((0.0, 0.0, 1.0, 1.0),)


@given(st.lists(st.tuples(st.integers(0, 199), st.integers(0, 279)), min_size=1, max_size=12))
def test_every_changed_point_stands_within_a_frame_of_the_page(points: list[tuple[int, int]]) -> None:
    moved = compare(page(), page(*((x, y, x, y) for x, y in points)))

    assert moved.share == len(set(points)) / (WIDE * HIGH)
    for left, top, width, height in moved.boxes:
        assert left >= 0 and top >= 0 and left + width <= 1.0001 and top + height <= 1.0001
    for x, y in points:
        assert any(
            left * WIDE <= x + 0.1 and x + 0.9 <= (left + width) * WIDE + 0.1
            and top * HIGH <= y + 0.1 and y + 0.9 <= (top + height) * HIGH + 0.1
            for left, top, width, height in moved.boxes
        )  # fmt: skip


A, B, C, D = (page((10 * n, 10, 10 * n + 5, 20)) for n in range(1, 5))


def test_pages_are_matched_in_order() -> None:
    assert pair([A, B], [A, B]) == (Pair(0, 0), Pair(1, 1))
    assert not any(pair([A, B], [A, B]))


def test_a_page_put_in_or_taken_out_leaves_the_others_alone() -> None:
    assert pair([A, B, C], [A, D, B, C]) == (Pair(0, 0), Pair(None, 1), Pair(1, 2), Pair(2, 3))
    assert pair([A, B, C], [A, C]) == (Pair(0, 0), Pair(1, None), Pair(2, 1))
    assert [bool(one) for one in pair([A, B, C], [A, C])] == [False, True, False]


def test_changed_pages_are_compared_and_what_is_over_came_or_went() -> None:
    first, second = pair([A, B], [A, C])
    assert (first.old, first.new, bool(first)) == (0, 0, False)
    assert (second.old, second.new, second.moved) == (1, 1, compare(B, C))

    assert [(one.old, one.new) for one in pair([A], [B, C])] == [(0, 0), (None, 1)]
    assert pair([], [A]) == (Pair(None, 0),)
    assert pair([], []) == ()
