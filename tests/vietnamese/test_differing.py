import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese import differing
from docgen.vietnamese.differing import Budget, Piece, compared


def told(pieces: tuple[Piece, ...]) -> str:
    """{+came+}, {-went-}, <skipped>, and the rest as it is."""
    signs = {"added": ("{+", "+}"), "removed": ("{-", "-}"), "skipped": ("<", ">"), "same": ("", "")}
    return "".join(f"{signs[p.kind][0]}{p.text}{signs[p.kind][1]}" for p in pieces)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("một hai ba", "một bốn ba", "một {-hai-}{+bốn+} ba"),
        ("một hai ba", "một hai", "một hai{- ba-}"),
        ("An Thịnh", "Xã An Thịnh", "{+Xã +}An Thịnh"),
        ("An Thịnh", "An Thịnh mới", "An Thịnh{+ mới+}"),
        ("a b c d", "x y c d", "{-a b-}{+x y+} c d"),
        ("năm 2026.", "năm 2027.", "năm {-2026-}{+2027+}."),
        ("dòng một\ndòng hai", "dòng một\ndòng ba", "dòng một\ndòng {-hai-}{+ba+}"),
        ("", "mới", "{+mới+}"),
        ("cũ", "", "{-cũ-}"),
        ("", "", ""),
        ("như nhau", "như nhau", "như nhau"),
    ],
)
def test_the_difference_is_by_words(old: str, new: str, wanted: str) -> None:
    assert told(compared(old, new)) == wanted


def test_of_long_stretches_that_are_the_same_only_the_ends_are_shown() -> None:
    text = " ".join(f"chữ{number}" for number in range(1000))
    pieces = compared(f"{text} cũ {text}", f"{text} mới {text}")
    assert [piece.kind for piece in pieces] == ["skipped", "same", "removed", "added", "same", "skipped"]
    assert pieces[1].text.strip().endswith("chữ999")
    assert pieces[4].text.strip().startswith("chữ0")
    assert sum(len(piece.text) for piece in pieces) < 600


WORDS = st.text(st.sampled_from("ab \n."), max_size=60)


@given(old=WORDS, new=WORDS, steps=st.sampled_from([0, 3, 40, 400, 10**6]))
def test_both_texts_are_there_to_the_letter(old: str, new: str, steps: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(differing, "KEPT_CHARS", 10**6)
        pieces = compared(old, new, Budget(steps))
    assert "".join(piece.text for piece in pieces if piece.kind in {"same", "removed"}) == old
    assert "".join(piece.text for piece in pieces if piece.kind in {"same", "added"}) == new


def test_beyond_the_budget_lines_are_compared_and_changed_lines_by_words() -> None:
    old = "\n".join(f"Dòng {number} như cũ." for number in range(3000))
    new = old.replace("Dòng 5 như cũ.", "Dòng 5 đã đổi.").replace("Dòng 2990 như", "Dòng 2990 khác")
    changed = [piece for piece in compared(old, new) if piece.kind in {"removed", "added"}]
    assert [piece.text for piece in changed] == ["như cũ", "đã đổi", "như", "khác"]


HARD = [
    ("words", " ".join(["và"] * 200_000), " ".join(["hay"] * 200_000)),
    ("one word", "a " * 150_000, "a " * 150_001 + "b"),
    ("two words in turn", "a b " * 80_000, "b a a " * 60_000),
    ("no words", "x" * 1_000_000, "y" * 1_000_000),
    ("signs", ".,;" * 300_000, ";,." * 300_000),
    ("lines", "a\nb\n" * 100_000, "b\n\na\n" * 80_000),
    ("lines in reverse", "\n".join(map(str, range(3900))), "\n".join(map(str, range(3900, 0, -1)))),
    ("lines in turn", "\n".join(str(n % 101) for n in range(3900)), "\n".join(str(n * 7 % 101) for n in range(3900))),
    ("many words", " ".join(map(str, range(200_000))), " ".join(map(str, range(200_000, 0, -1)))),
    ("few but often", "a b c d e f g h i k " * 95, "k i h g f e d c b a " * 95),
]


@pytest.mark.parametrize(("old", "new"), [each[1:] for each in HARD], ids=[each[0] for each in HARD])
def test_no_text_takes_long(old: str, new: str) -> None:
    start = time.process_time()
    compared(old, new)
    assert time.process_time() - start < 6
