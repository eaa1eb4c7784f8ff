from __future__ import annotations

from datetime import UTC

import pytest

from docgen.errors import InputFaults
from docgen.store import Draft, NotThere, Office, Overtaken, Store
from docgen.store.ids import is_id
from tests.store.telling_time import Clock

PAIRS = (("so", "05"), ("can_cu[]", "Luật A"), ("can_cu[]", "Luật A"), ("noi_dung", "I. MỤC ĐÍCH\n\n1. Một\n"))


def _draft(store: Store, **given: str) -> Draft:
    return store.drafts.create("ke-hoach", PAIRS, title="Kế hoạch", **given)


def test_what_is_created_is_found(timed: Store, clock: Clock) -> None:
    office = timed.offices.save(Office(name="UBND"))
    draft = timed.drafts.create("ke-hoach", PAIRS, title="Kế hoạch", owner="an", office=office.id, source="từ bản mẫu")
    assert draft == timed.drafts.get(draft.id)
    assert draft == Draft(
        id=draft.id,
        loai="ke-hoach",
        owner="an",
        office=office.id,
        title="Kế hoạch",
        pairs=PAIRS,
        revision=1,
        created=clock.now,
        changed=clock.now,
        archived=False,
        source="từ bản mẫu",
        who="an",
    )
    assert is_id(draft.id)
    assert draft.created.tzinfo is UTC


def test_ids_are_never_the_same(store: Store) -> None:
    assert len({_draft(store).id for _ in range(20)}) == 20


def test_what_an_import_told_is_kept_aside(store: Store) -> None:
    draft = store.drafts.create("ke-hoach", (), report='{"còn lại": ["dòng 3"]}')
    assert store.drafts.report(draft.id) == '{"còn lại": ["dòng 3"]}'
    assert store.drafts.report(_draft(store).id) == ""


@pytest.mark.parametrize("unknown", ["", "x", "A" * 22, "../../etc/passwd", "\x00", "\ud800", "' OR 1 --", "a" * 10000])
def test_an_unknown_id_is_not_there(store: Store, unknown: str) -> None:
    _draft(store)
    drafts = store.drafts
    for ask in (
        lambda: drafts.get(unknown),
        lambda: drafts.report(unknown),
        lambda: drafts.save(unknown, 1, PAIRS, title=""),
        lambda: drafts.overwrite(unknown, PAIRS, title=""),
        lambda: drafts.copy(unknown),
        lambda: drafts.archive(unknown, True),
        lambda: drafts.choose_office(unknown, ""),
        lambda: drafts.delete(unknown),
        lambda: drafts.keep(unknown),
        lambda: drafts.versions(unknown),
        lambda: drafts.version(unknown, 1),
        lambda: drafts.restore(unknown, 1),
    ):
        with pytest.raises(NotThere):
            ask()


def test_a_draft_of_somebody_else_is_not_there(store: Store) -> None:
    draft = _draft(store, owner="an")
    store.drafts.keep(draft.id)
    drafts, mine = store.drafts, draft.id
    for ask in (
        lambda owner: drafts.get(mine, owner),
        lambda owner: drafts.report(mine, owner),
        lambda owner: drafts.save(mine, 1, (), title="", owner=owner),
        lambda owner: drafts.overwrite(mine, (), title="", owner=owner),
        lambda owner: drafts.copy(mine, owner=owner),
        lambda owner: drafts.archive(mine, True, owner),
        lambda owner: drafts.choose_office(mine, "", owner),
        lambda owner: drafts.delete(mine, owner),
        lambda owner: drafts.keep(mine, owner=owner),
        lambda owner: drafts.versions(mine, owner),
        lambda owner: drafts.version(mine, 1, owner),
        lambda owner: drafts.restore(mine, 1, owner=owner),
    ):
        for other in ("binh", "", "AN"):
            with pytest.raises(NotThere):
                ask(other)
    assert drafts.get(mine, "an") == drafts.get(mine) == draft
    assert drafts.listing(owner="binh").total == 0
    assert drafts.listing(owner="an").total == drafts.listing().total == 1


def test_a_save_on_the_stored_revision_is_kept(timed: Store, clock: Clock) -> None:
    draft = _draft(timed, owner="an")
    clock.goes(seconds=2)
    saved = timed.drafts.save(draft.id, 1, [("so", "06")], title="Mới", who="binh")
    assert saved == timed.drafts.get(draft.id)
    assert (saved.revision, saved.pairs, saved.title, saved.who) == (2, (("so", "06"),), "Mới", "binh")
    assert (saved.created, saved.changed) == (draft.created, clock.now)
    assert saved.owner == "an"


def test_a_save_on_another_revision_is_overtaken(store: Store) -> None:
    draft = _draft(store)
    stored = store.drafts.save(draft.id, 1, [("so", "06")], title="Mới", who="binh")
    for revision in (0, 1, 3):
        with pytest.raises(Overtaken) as told:
            store.drafts.save(draft.id, revision, [("so", "07")], title="Khác")
        assert told.value.stored == stored
    assert store.drafts.get(draft.id) == stored


def test_equal_pairs_make_no_new_revision(timed: Store, clock: Clock) -> None:
    draft = _draft(timed)
    clock.goes(hours=1)
    assert timed.drafts.save(draft.id, 1, list(PAIRS), title="Kế hoạch") == draft
    assert timed.drafts.overwrite(draft.id, PAIRS, title="Kế hoạch") == draft
    assert timed.drafts.versions(draft.id) == ()


def test_a_save_whose_answer_was_lost_may_be_sent_again(store: Store) -> None:
    draft = _draft(store)
    once = store.drafts.save(draft.id, 1, [("so", "06")], title="Mới")
    assert store.drafts.save(draft.id, 1, [("so", "06")], title="Mới") == once


def test_a_title_may_change_alone(timed: Store, clock: Clock) -> None:
    draft = _draft(timed)
    clock.goes(hours=1)
    saved = timed.drafts.save(draft.id, 1, PAIRS, title="Tên rõ hơn")
    assert (saved.title, saved.revision, saved.changed) == ("Tên rõ hơn", 1, draft.changed)
    assert timed.drafts.listing(tim="ro hon").total == 1


def test_the_order_of_pairs_counts(store: Store) -> None:
    draft = store.drafts.create("ke-hoach", [("a[]", "1"), ("a[]", "2")])
    assert store.drafts.save(draft.id, 1, [("a[]", "2"), ("a[]", "1")], title="").revision == 2


def test_a_copy_has_no_number_and_no_date(timed: Store, clock: Clock) -> None:
    office = timed.offices.save(Office(name="UBND"))
    pairs = [("so", "05"), ("ngay", "01/02/2026"), ("so_ban", "7"), ("trich_yeu", "Đẩy mạnh")]
    draft = timed.drafts.create("ke-hoach", pairs, title="Kế hoạch 05", owner="an", office=office.id)
    timed.drafts.keep(draft.id, "gửi đi")
    clock.goes(days=1)
    copy = timed.drafts.copy(draft.id, owner_of_copy="binh")
    assert copy.pairs == (("so", ""), ("ngay", ""), ("so_ban", "7"), ("trich_yeu", "Đẩy mạnh"))
    assert (copy.title, copy.owner, copy.office) == ("Kế hoạch 05 (bản chép)", "binh", office.id)
    assert (copy.revision, copy.created, copy.source) == (1, clock.now, "chép từ “Kế hoạch 05”")
    assert timed.drafts.versions(copy.id) == ()
    assert timed.drafts.get(draft.id) == draft
    assert timed.drafts.copy(timed.drafts.create("ke-hoach", ()).id).title == "Bản chép"


def test_an_archived_draft_is_out_of_the_way_and_comes_back(timed: Store, clock: Clock) -> None:
    draft = _draft(timed)
    clock.goes(hours=1)
    timed.drafts.archive(draft.id, True)
    assert timed.drafts.listing().total == 0
    [row] = timed.drafts.listing(archived=True).rows
    assert row.archived
    assert (row.id, row.changed, row.revision) == (draft.id, draft.changed, 1)
    timed.drafts.archive(draft.id, False)
    assert timed.drafts.get(draft.id) == draft


def test_a_deleted_draft_is_gone_with_its_versions(store: Store) -> None:
    draft, other = _draft(store), _draft(store)
    store.drafts.keep(draft.id)
    store.drafts.keep(other.id)
    store.drafts.delete(draft.id)
    with pytest.raises(NotThere):
        store.drafts.get(draft.id)
    with pytest.raises(NotThere):
        store.drafts.version(draft.id, 1)
    assert len(store.drafts.versions(other.id)) == 1


def test_the_office_of_a_draft(store: Store) -> None:
    draft, office = _draft(store), store.offices.save(Office(name="UBND"))
    store.drafts.choose_office(draft.id, office.id)
    assert store.drafts.get(draft.id).office == office.id
    for unknown in ("A" * 22, "x"):
        with pytest.raises(NotThere):
            store.drafts.choose_office(draft.id, unknown)
        with pytest.raises(NotThere):
            _draft(store, office=unknown)
    store.drafts.choose_office(draft.id, "")
    assert store.drafts.get(draft.id) == draft
    assert store.drafts.listing().total == 1


def test_the_last_changed_stands_first_and_pairs_are_left_out(timed: Store, clock: Clock) -> None:
    ids = []
    for _ in range(5):
        ids.append(_draft(timed).id)
        clock.goes(minutes=1)
    timed.drafts.save(ids[1], 1, [("so", "9")], title="x")
    listing = timed.drafts.listing()
    assert [row.id for row in listing.rows] == [ids[1], ids[4], ids[3], ids[2], ids[0]]
    assert {row.pairs for row in listing.rows} == {()}
    assert listing.total == 5


def test_a_list_comes_in_pages(timed: Store, clock: Clock) -> None:
    for _ in range(7):
        _draft(timed)
        clock.goes(minutes=1)
    whole = timed.drafts.listing().rows
    pages = [timed.drafts.listing(start=start, count=3) for start in (0, 3, 6, 9)]
    assert [page.rows for page in pages] == [whole[:3], whole[3:6], whole[6:], ()]
    assert {page.total for page in pages} == {7}
    assert timed.drafts.listing(start=-5, count=2).rows == whole[:2]
    assert timed.drafts.listing(start=10**30).rows == ()
    assert timed.drafts.listing(count=10**30).rows == whole
    assert timed.drafts.listing(count=-1).rows == ()


def test_a_list_is_filtered(store: Store) -> None:
    office = store.offices.save(Office(name="UBND"))
    one = _draft(store, office=office.id)
    store.drafts.create("thong-bao", PAIRS)
    assert [row.id for row in store.drafts.listing(office=office.id).rows] == [one.id]
    assert [row.loai for row in store.drafts.listing(loai="thong-bao").rows] == ["thong-bao"]
    assert store.drafts.listing(loai="thong-bao", office=office.id).total == 0
    for odd in ("\x00", "\ud800", "' OR 1=1"):
        assert store.drafts.listing(loai=odd).total == 0
        assert store.drafts.listing(office=odd).total == 0
        assert store.drafts.listing(owner=odd).total == 0


def test_a_refused_save_leaves_everything_as_it_was(store: Store) -> None:
    draft = _draft(store)
    with pytest.raises(InputFaults, match=r"^so, dòng 1: Nội dung có ký tự rỗng"):
        store.drafts.save(draft.id, 1, [("so", "a\x00")], title="a\x00")
    with pytest.raises(InputFaults):
        store.drafts.save(draft.id, 1, [("so", "a")], title="\ud800")
    assert store.drafts.get(draft.id) == draft
