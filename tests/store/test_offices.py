from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.errors import InputFaults
from docgen.store import Group, NotThere, Office, OfficeOvertaken, Signer, Store
from docgen.store.ids import is_id
from tests.store.telling_time import Clock

OFFICE = Office(
    name="UBND tỉnh",
    pairs=(("co_quan.ten", "ỦY BAN NHÂN DÂN\nTỈNH BÌNH DƯƠNG"), ("dia_danh", "Bình Dương")),
    signers=(Signer("Ông Hưng", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đặng Minh Hưng", ""), Signer()),
    recipients=(Group("Báo cáo", ("TT.TU", "TT.HĐND tỉnh")), Group()),
    bases=("Luật Tổ chức chính quyền địa phương",),
    luu="VT, VX",
    file_pattern="{so}-{trich_yeu}",
)


def test_an_office_comes_back_as_it_was_saved(timed: Store, clock: Clock) -> None:
    saved = timed.offices.save(OFFICE)
    assert is_id(saved.id)
    assert saved == replace(OFFICE, id=saved.id, created=clock.now, changed=clock.now, revision=1)
    assert timed.offices.get(saved.id) == saved
    assert timed.offices.all() == (saved,)


def test_an_office_is_changed(timed: Store, clock: Clock) -> None:
    saved = timed.offices.save(OFFICE)
    clock.goes(days=1)
    changed = timed.offices.save(replace(saved, name="UBND tỉnh BD", signers=()))
    assert changed == replace(saved, name="UBND tỉnh BD", signers=(), changed=clock.now, revision=2)
    assert timed.offices.all() == (changed,)


def test_an_office_that_was_changed_meanwhile_is_not_overwritten(store: Store) -> None:
    first = store.offices.save(OFFICE)
    second = store.offices.save(replace(first, luu="VT"))
    with pytest.raises(OfficeOvertaken) as told:
        store.offices.save(replace(first, luu="VT, TH"))
    assert told.value.stored == second
    assert store.offices.save(replace(second, revision=1)) == second


def test_offices_stand_in_vietnamese_order(store: Store) -> None:
    for name in ("Sở Y tế", "Đoàn xã", "Công an", "Dân vận"):
        store.offices.save(Office(name=name))
    assert [office.name for office in store.offices.all()] == ["Công an", "Dân vận", "Đoàn xã", "Sở Y tế"]


def test_the_drafts_of_a_deleted_office_stay(store: Store) -> None:
    office = store.offices.save(OFFICE)
    draft = store.drafts.create("ke-hoach", (), office=office.id)
    store.offices.delete(office.id)
    assert store.offices.all() == ()
    assert store.drafts.get(draft.id) == replace(draft, office="")


@pytest.mark.parametrize("unknown", ["x", "A" * 22, "\x00", "\ud800"])
def test_an_unknown_office_is_not_there(store: Store, unknown: str) -> None:
    for ask in (
        lambda: store.offices.get(unknown),
        lambda: store.offices.delete(unknown),
        lambda: store.offices.save(Office(id=unknown, name="x")),
    ):
        with pytest.raises(NotThere):
            ask()


@pytest.mark.parametrize(
    ("office", "place"),
    [
        (Office(name="\x00"), "name"),
        (Office(pairs=(("dia_danh", "\ud800"),)), "dia_danh"),
        (Office(signers=(Signer(), Signer(ho_ten="\x00"))), "signers[2].ho_ten"),
        (Office(recipients=(Group("a", ("b", "\x00")),)), "recipients[1]"),
        (Office(recipients=(Group("\x00"),)), "recipients[1].name"),
        (Office(bases=("\x00",)), "bases[1]"),
        (Office(luu="\x00"), "luu"),
    ],
)
def test_what_cannot_be_kept_is_refused(store: Store, office: Office, place: str) -> None:
    with pytest.raises(InputFaults) as told:
        store.offices.save(office)
    assert [fault.noi for fault in told.value.faults] == [place]
    assert store.offices.all() == ()
