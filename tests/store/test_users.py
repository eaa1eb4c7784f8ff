from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from docgen.errors import InputFaults
from docgen.store import ROLES, NameTaken, NotThere, Store, User
from tests.store.telling_time import Clock


def test_an_account_is_opened_and_found(timed: Store, clock: Clock) -> None:
    user = timed.users.create(" Nguyễn.An ", "scrypt:…", "van-thu", "Nguyễn Thị An")
    assert user == User("Nguyễn.An", "Nguyễn Thị An", "van-thu", "scrypt:…", False, 1, clock.now, clock.now)
    assert timed.users.all() == (user,)
    for typed in ("Nguyễn.An", "nguyễn.an", "NGUYỄN.AN", " nguyễn.an", unicodedata.normalize("NFD", "Nguyễn.An")):
        assert timed.users.get(typed) == user


@pytest.mark.parametrize("again", ["An", "an", "AN", " an "])
def test_a_name_is_given_once_whatever_its_capitals(store: Store, again: str) -> None:
    store.users.create("An", "x", "van-thu")
    with pytest.raises(NameTaken, match="Đã có tài khoản tên"):
        store.users.create(again, "y", "quan-tri")
    assert store.users.get("an").password_hash == "x"
    assert store.users.create("Ân", "y", "quan-tri").role == "quan-tri"


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\x00", "\ud800", "a\u200bb", "a\u202eb", "a" * 65])
def test_a_name_that_will_not_do(store: Store, name: str) -> None:
    with pytest.raises(InputFaults):
        store.users.create(name, "x", "van-thu")
    assert store.users.all() == ()


@pytest.mark.parametrize("name", ["", "ai", "\x00", "\ud800", "a" * 100_000])
def test_an_unknown_account_is_not_there(store: Store, name: str) -> None:
    store.users.create("an", "x", "van-thu")
    for ask in (
        lambda: store.users.get(name),
        lambda: store.users.set_password(name, "y"),
        lambda: store.users.set_role(name, "quan-tri"),
        lambda: store.users.disable(name),
    ):
        with pytest.raises(NotThere):
            ask()


def test_an_account_changes_and_every_change_counts(timed: Store, clock: Clock) -> None:
    user = timed.users.create("an", "x", "van-thu")
    clock.goes(days=1)
    user = replace(user, changed=clock.now)
    assert timed.users.set_password("AN", "y") == replace(user, password_hash="y", revision=2)
    assert timed.users.set_role("an", "quan-tri").role == "quan-tri"
    assert timed.users.disable("an").disabled
    assert timed.users.disable("an", disabled=False) == replace(user, password_hash="y", role="quan-tri", revision=5)


def test_an_unknown_role_is_refused(store: Store) -> None:
    with pytest.raises(InputFaults, match="van-thu, giu-mau, quan-tri"):
        store.users.create("an", "x", "vua")  # type: ignore[arg-type]
    store.users.create("an", "x", "van-thu")
    with pytest.raises(InputFaults):
        store.users.set_role("an", "vua")  # type: ignore[arg-type]
    assert ROLES == ("van-thu", "giu-mau", "quan-tri")


def test_accounts_stand_in_vietnamese_order(store: Store) -> None:
    for name in ("Đức", "an", "Dung", "Ân"):
        store.users.create(name, "x", "van-thu")
    assert [user.name for user in store.users.all()] == ["an", "Ân", "Dung", "Đức"]
