from __future__ import annotations

import pytest

from docgen.checking.form.level_lines import labelled, numbers
from tests.checking.form.papers import judged


@pytest.mark.parametrize(
    ("nhan", "says"),
    [("I.", (1,)), ("II-", (2,)), ("3.", (3,)), ("2.1.", (2, 1)), ("đ)", (5,)), ("Điều 4.", (4,)), ("-", ())],
)
def test_labels_say_their_numbers(nhan: str, says: tuple[int, ...]) -> None:
    assert numbers(nhan) == says


def test_label_and_words_are_parted() -> None:
    found = labelled(judged("nd30-quyet-dinh"))

    assert [one.nhan.text for one in found if one.nhan] == ["Điều 1.", "Điều 2.", "Điều 3."]
    first = found[0]
    assert first.nhan is not None
    assert first.chu is not None
    assert first.nhan.share(lambda look: look.dam) == 1
    assert first.chu.share(lambda look: look.dam) == 0
    assert first.chu.text.startswith("Ban hành kèm theo")


def test_bullets_are_labels_without_a_number() -> None:
    found = [one for one in labelled(judged("nd30")) if one.dong.cap == "gach"]

    assert [one.so for one in found] == [(), ()]
