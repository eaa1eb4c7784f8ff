"""The laws of the queue, without threads."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.preview.turns import Turns


def drained(turns: Turns[str]) -> list[str]:
    taken = []
    while (job := turns.take()) is not None:
        taken.append(job)
    return taken


def test_the_newest_of_a_draft_takes_the_place_of_the_older_one() -> None:
    turns: Turns[str] = Turns(10)
    assert turns.add("an", "a", "a1") is None
    assert turns.add("binh", "b", "b1") is None
    assert turns.add("an", "a", "a2") == "a1"
    assert drained(turns) == ["a2", "b1"]


def test_a_flood_of_one_user_delays_another_by_one_job() -> None:
    turns: Turns[str] = Turns(100)
    for number in range(50):
        turns.add("flood", f"f{number}", f"f{number}")
    turns.add("calm", "c", "c")
    assert drained(turns)[:3] == ["f0", "c", "f1"]


def test_drafts_of_one_user_take_turns() -> None:
    turns: Turns[str] = Turns(10)
    turns.add("an", "a", "a1")
    turns.add("an", "b", "b1")
    assert turns.take() == "a1"
    turns.add("an", "a", "a2")
    assert drained(turns) == ["b1", "a2"]


def test_the_crowd_gives_way_not_the_single_one() -> None:
    turns: Turns[str] = Turns(3)
    for number in range(3):
        turns.add("flood", f"f{number}", f"f{number}")
    assert turns.crowded_out() is None
    turns.add("calm", "c", "c")
    assert turns.crowded_out() == "f2"
    assert drained(turns) == ["f0", "c", "f1"]


def test_the_last_one_goes_where_all_are_alike() -> None:
    turns: Turns[str] = Turns(2)
    for name in ("a", "b", "c"):
        turns.add(name, name, name)
    assert turns.crowded_out() == "c"
    assert drained(turns) == ["a", "b"]


def test_whoever_waits_no_more_is_taken_out_but_not_the_newer_one() -> None:
    turns: Turns[str] = Turns(5)
    turns.add("an", "a", "a1")
    turns.add("an", "a", "a2")
    turns.remove("an", "a", "a1")
    turns.remove("nobody", "x", "y")
    assert len(turns) == 1
    turns.remove("an", "a", "a2")
    assert drained(turns) == []


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from("abcd")), max_size=40), st.integers(1, 6))
def test_everybody_is_answered_once(asked: list[tuple[str, str]], most: int) -> None:
    turns: Turns[int] = Turns(most)
    out: list[int] = []
    for number, (lane, draft) in enumerate(asked):
        older = turns.add(lane, draft, number)
        refused = turns.crowded_out()
        out += [job for job in (older, refused) if job is not None]
        assert len(turns) <= most
    while (job := turns.take()) is not None:
        out.append(job)
    assert sorted(out) == list(range(len(asked)))
    assert len(turns) == 0
