from __future__ import annotations

from docgen.preview.kept import Kept


def test_what_was_not_asked_for_longest_goes_first() -> None:
    kept: Kept[str, str] = Kept(10)
    kept.keep("a", "A", 4)
    kept.keep("b", "B", 4)
    assert kept.get("a") == "A"
    kept.keep("c", "C", 4)
    assert (kept.get("a"), kept.get("b"), kept.get("c")) == ("A", None, "C")
    assert kept.bytes == 8


def test_a_thing_kept_again_counts_once() -> None:
    kept: Kept[str, str] = Kept(10)
    kept.keep("a", "A", 4)
    kept.keep("a", "B", 6)
    assert (kept.get("a"), kept.bytes, len(kept)) == ("B", 6, 1)


def test_the_last_one_is_kept_whatever_its_size() -> None:
    kept: Kept[str, str] = Kept(10)
    kept.keep("a", "A", 4)
    kept.keep("b", "B", 40)
    assert (kept.get("a"), kept.get("b"), kept.bytes) == (None, "B", 40)
    kept.keep("c", "C", 1)
    assert (kept.get("b"), kept.bytes) == (None, 1)
