"""What is said of a case beside its earlier pictures."""

from __future__ import annotations

from docgen.errors import Fault
from docgen.workshop.judged import judge
from docgen.workshop.matrix import Case
from docgen.workshop.pictures import Shown
from tests.workshop.drawing import page

CASE = Case("it-nhat", "Ít nhất", "Chỉ có những mục bắt buộc.", {})
A, B, C = (page((10 * n, 10, 10 * n + 5, 20)) for n in range(1, 4))


def said(now: tuple[bytes, ...], before: dict[str, tuple[bytes, ...]]) -> tuple[str, bool]:
    (one,) = judge([Shown(CASE, b"docx", b"pdf", now)], before)
    return one.said, one.moved


def test_nothing_to_compare_with() -> None:
    assert said((A, B), {}) == ("chưa có ảnh để so", False)
    assert said((A, B), {"thuong": (A, B)}) == ("chưa có ảnh để so", False)


def test_nothing_moved() -> None:
    assert said((A, B), {"it-nhat": (A, B)}) == ("không đổi", False)


def test_pages_that_changed_came_and_went() -> None:
    assert said((A, C), {"it-nhat": (A, B)}) == ("1 trang đổi", True)
    assert said((A, B, C), {"it-nhat": (A, B)}) == ("1 trang thêm", True)
    assert said((B,), {"it-nhat": (A, B)}) == ("1 trang bớt", True)
    assert said((C, B, A), {"it-nhat": (A,)}) == ("2 trang thêm", True)
    assert said((C, B), {"it-nhat": (A,)}) == ("1 trang đổi, 1 trang thêm", True)


def test_a_case_that_failed_has_not_moved_but_says_so() -> None:
    (one,) = judge([Shown(CASE, faults=(Fault("a", "b"),))], {"it-nhat": (A,)})

    assert (one.said, one.moved, one.known, one.pairs) == ("không làm được", False, True, ())


def test_the_pages_of_a_new_case_are_listed() -> None:
    (one,) = judge([Shown(CASE, b"", b"", (A, B))], {})

    assert [(pair.old, pair.new) for pair in one.pairs] == [(None, 0), (None, 1)]
