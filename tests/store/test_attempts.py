from __future__ import annotations

import threading
from datetime import timedelta

from docgen.store import Store
from docgen.store.attempts import ADDRESS_LIMIT, LONGEST_LOCK, NAME_LIMIT, PAIR_LIMIT
from tests.store.telling_time import Clock


def test_a_person_may_mistype(timed: Store) -> None:
    assert [timed.users.failed("an", "10.0.0.1") for _ in range(PAIR_LIMIT - 1)] == [1, 2, 3, 4]
    assert timed.users.locked_until("an", "10.0.0.1") is None


def test_too_many_failures_lock_for_a_while_that_doubles(timed: Store, clock: Clock) -> None:
    for _ in range(PAIR_LIMIT):
        timed.users.failed("an", "10.0.0.1")
    waits = []
    for _ in range(8):
        until = timed.users.locked_until("an", "10.0.0.1")
        assert until is not None
        waits.append(until - clock.now)
        timed.users.failed("an", "10.0.0.1")
    assert waits[:4] == [timedelta(minutes=minutes) for minutes in (1, 2, 4, 8)]
    assert set(waits[4:]) == {LONGEST_LOCK}


def test_a_lock_ends_by_itself(timed: Store, clock: Clock) -> None:
    for _ in range(PAIR_LIMIT):
        timed.users.failed("an", "10.0.0.1")
    clock.goes(seconds=59)
    assert timed.users.locked_until("an", "10.0.0.1") is not None
    clock.goes(seconds=1)
    assert timed.users.locked_until("an", "10.0.0.1") is None


def test_others_are_not_locked_with_one(timed: Store) -> None:
    for _ in range(PAIR_LIMIT):
        timed.users.failed("an", "10.0.0.1")
    assert timed.users.locked_until("AN ", "10.0.0.1") is not None
    assert timed.users.locked_until("an", "10.0.0.2") is None
    assert timed.users.locked_until("binh", "10.0.0.1") is None


def test_one_account_tried_from_many_places_is_locked(timed: Store) -> None:
    for nth in range(NAME_LIMIT):
        timed.users.failed("an", f"10.0.0.{nth}")
    assert timed.users.locked_until("an", "192.168.1.1") is not None
    assert timed.users.locked_until("binh", "10.0.0.1") is None


def test_one_place_that_tries_many_accounts_is_locked(timed: Store) -> None:
    for nth in range(ADDRESS_LIMIT):
        timed.users.failed(f"user{nth}", "10.0.0.1")
    assert timed.users.locked_until("an", "10.0.0.1") is not None
    assert timed.users.locked_until("an", "10.0.0.2") is None


def test_success_forgets_the_account_but_not_the_place(timed: Store) -> None:
    for nth in range(ADDRESS_LIMIT - 1):
        timed.users.failed(f"user{nth}", "10.0.0.1")
    timed.users.succeeded("user1", "10.0.0.1")
    assert timed.users.failed("user1", "10.0.0.1") == 1
    assert timed.users.locked_until("user1", "10.0.0.1") is not None


def test_after_half_an_hour_counting_begins_anew_unless_a_lock_lasts(timed: Store, clock: Clock) -> None:
    timed.users.failed("binh", "10.0.0.1")
    for _ in range(PAIR_LIMIT):
        timed.users.failed("an", "10.0.0.1")
    clock.goes(minutes=29)
    for _ in range(5):
        timed.users.failed("an", "10.0.0.1")
    clock.goes(minutes=2)
    assert timed.users.failed("binh", "10.0.0.1") == 1
    assert timed.users.locked_until("an", "10.0.0.1") is not None
    clock.goes(minutes=15)
    assert timed.users.failed("an", "10.0.0.1") == 1


def test_any_name_can_be_counted(timed: Store) -> None:
    for name in ("", "\x00", "\ud800", "a" * 1_000_000):
        assert timed.users.failed(name, "::1") == 1
        assert timed.users.failed(name, "::1") == 2
        timed.users.succeeded(name, "::1")
        assert timed.users.failed(name, "::1") == 1


def test_no_failure_is_lost_among_threads(store: Store) -> None:
    counts: list[int] = []
    threads = [threading.Thread(target=lambda: counts.append(store.users.failed("an", "::1"))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(counts) == list(range(1, 13))
