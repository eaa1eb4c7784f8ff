from __future__ import annotations

import pytest

from docgen.errors import InputFaults
from docgen.store import Draft, NotThere, Store, Version
from tests.store.telling_time import Clock


def _typed(text: str) -> tuple[tuple[str, str], ...]:
    return (("noi_dung", text),)


def _draft(store: Store, text: str = "một") -> Draft:
    return store.drafts.create("ke-hoach", _typed(text), title=text, owner="an")


def _texts(store: Store, draft: Draft) -> list[str]:
    """What the versions of a draft say, newest first."""
    versions = store.drafts.versions(draft.id)
    return [store.drafts.version(draft.id, version.number).pairs[0][1] for version in versions]


def test_a_version_by_hand(timed: Store, clock: Clock) -> None:
    draft = _draft(timed)
    clock.goes(seconds=5)
    version = timed.drafts.keep(draft.id, "gửi lãnh đạo", who="binh", why="trước khi trình")
    assert version == Version(1, clock.now, "binh", "gửi lãnh đạo", "trước khi trình", _typed("một"), "một")
    assert timed.drafts.version(draft.id, 1) == version
    [listed] = timed.drafts.versions(draft.id)
    assert listed == Version(1, clock.now, "binh", "gửi lãnh đạo", "trước khi trình", (), "một")
    assert timed.drafts.get(draft.id) == draft


def test_versions_stand_newest_first_and_numbers_are_not_given_twice(store: Store) -> None:
    draft = _draft(store)
    for name in "abc":
        store.drafts.keep(draft.id, name)
    assert [(version.number, version.name) for version in store.drafts.versions(draft.id)] == [
        (3, "c"),
        (2, "b"),
        (1, "a"),
    ]


@pytest.mark.parametrize("number", [0, -1, 2, 2**31, 2**63, 10**30])
def test_an_unknown_version_is_not_there(store: Store, number: int) -> None:
    draft = _draft(store)
    store.drafts.keep(draft.id)
    with pytest.raises(NotThere):
        store.drafts.version(draft.id, number)
    with pytest.raises(NotThere):
        store.drafts.restore(draft.id, number)
    assert store.drafts.get(draft.id) == draft


def test_saves_in_quick_succession_make_no_versions(timed: Store, clock: Clock) -> None:
    draft = _draft(timed)
    for nth in range(30):
        clock.goes(seconds=15)
        draft = timed.drafts.save(draft.id, draft.revision, _typed(str(nth)), title="")
    assert timed.drafts.versions(draft.id) == ()


def test_a_version_is_kept_every_ten_minutes_of_work(timed: Store, clock: Clock) -> None:
    draft = _draft(timed)
    for minute in range(1, 31):
        clock.goes(minutes=1)
        draft = timed.drafts.save(draft.id, draft.revision, _typed(f"phút {minute}"), title="", who="binh")
    assert _texts(timed, draft) == ["phút 29", "phút 19", "phút 9"]
    assert {version.who for version in timed.drafts.versions(draft.id)} == {"binh"}
    assert {version.why for version in timed.drafts.versions(draft.id)} == {"tự giữ khi lưu"}


def test_what_stood_there_over_night_is_kept_before_it_changes(timed: Store, clock: Clock) -> None:
    draft = _draft(timed, "hôm qua")
    clock.goes(hours=16)
    draft = timed.drafts.save(draft.id, 1, _typed(""), title="")
    draft = timed.drafts.save(draft.id, 2, _typed("x"), title="")
    assert _texts(timed, draft) == ["hôm qua"]


def test_nothing_is_kept_twice(timed: Store, clock: Clock) -> None:
    draft = _draft(timed)
    timed.drafts.keep(draft.id, "có tên")
    clock.goes(hours=1)
    draft = timed.drafts.save(draft.id, 1, _typed("hai"), title="")
    assert _texts(timed, draft) == ["một"]


def test_overwriting_keeps_what_was_there(timed: Store, clock: Clock) -> None:
    draft = _draft(timed)
    draft = timed.drafts.save(draft.id, 1, _typed("của Bình"), title="Bình", who="binh")
    clock.goes(seconds=1)
    draft = timed.drafts.overwrite(draft.id, _typed("của An"), title="An", who="an")
    assert (draft.revision, draft.pairs, draft.title, draft.who) == (3, _typed("của An"), "An", "an")
    [version] = timed.drafts.versions(draft.id)
    assert (version.who, version.why, version.title) == ("binh", "trước khi ghi đè", "Bình")
    assert _texts(timed, draft) == ["của Bình"]


def test_restoring_keeps_what_was_there_and_can_be_undone(store: Store) -> None:
    draft = _draft(store)
    store.drafts.keep(draft.id, "đầu tiên")
    draft = store.drafts.save(draft.id, 1, _typed("hai"), title="hai")
    back = store.drafts.restore(draft.id, 1, who="binh")
    assert (back.pairs, back.title, back.revision, back.who) == (_typed("một"), "một", 3, "binh")
    [kept, _] = store.drafts.versions(draft.id)
    assert (kept.number, kept.why) == (2, "trước khi lấy lại bản 1")
    again = store.drafts.restore(draft.id, kept.number)
    assert (again.pairs, again.title, again.revision) == (_typed("hai"), "hai", 4)
    assert store.drafts.listing(tim="hai").total == 1
    assert store.drafts.listing(tim="mot").total == 0


def test_restoring_what_stands_there_changes_nothing(store: Store) -> None:
    draft = _draft(store)
    store.drafts.keep(draft.id)
    assert store.drafts.restore(draft.id, 1) == draft
    assert len(store.drafts.versions(draft.id)) == 1


def test_old_automatic_versions_are_thinned_and_named_ones_stay(timed: Store, clock: Clock) -> None:
    draft = _draft(timed)
    timed.drafts.keep(draft.id, "có tên")
    for nth in range(9 * 24 * 2):
        clock.goes(minutes=30)
        draft = timed.drafts.save(draft.id, draft.revision, _typed(str(nth)), title="")
    versions = timed.drafts.versions(draft.id)
    assert versions[-1].name == "có tên"
    # A day of every half hour, six of every hour, two of every day; where two rules meet there may be one more.
    assert 48 + 6 * 24 + 2 <= len(versions) - 1 <= 49 + 6 * 24 + 4
    assert [version.number for version in versions] == sorted({version.number for version in versions}, reverse=True)


def test_a_name_that_cannot_be_kept_is_refused(store: Store) -> None:
    draft = _draft(store)
    with pytest.raises(InputFaults):
        store.drafts.keep(draft.id, "\ud800")
    assert store.drafts.versions(draft.id) == ()
