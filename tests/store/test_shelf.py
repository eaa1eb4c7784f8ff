from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from sqlalchemy import make_url

from docgen.errors import InputFaults
from docgen.store import NotThere, Standing, Store, open_store, shelf_folder, where
from docgen.store.shelf import MAX_BYTES
from tests.store.telling_time import Clock

TEMPLATE = "templates/thong-bao.nd30.docx"
FORM = "forms/thong-bao.yaml"
SAMPLE = "forms/mau/thong-bao.nd30.yaml"


def test_every_version_is_kept_with_who_when_and_why(timed: Store, clock: Clock) -> None:
    first = timed.shelf.add(TEMPLATE, b"mot", who="an", note="bản đầu")
    clock.goes(seconds=5)
    second = timed.shelf.add(TEMPLATE, b"hai", who="binh")
    assert (first.number, first.who, first.note, first.active, first.size) == (1, "an", "bản đầu", False, 3)
    assert (second.number, second.at) == (2, clock.now)
    assert first.sha256 == hashlib.sha256(b"mot").hexdigest()
    assert timed.shelf.get(TEMPLATE, 1).data == b"mot"
    listed = timed.shelf.versions(TEMPLATE)
    assert [(each.number, each.data) for each in listed] == [(2, b""), (1, b"")]
    assert timed.shelf.versions(FORM) == ()


def test_the_same_bytes_are_one_version(store: Store) -> None:
    first = store.shelf.add(TEMPLATE, b"mot")
    store.shelf.add(TEMPLATE, b"hai")
    assert store.shelf.add(TEMPLATE, b"mot", who="an") == first
    assert store.shelf.add(FORM, b"mot").number == 1
    assert [each.ten for each in store.shelf.known(first.sha256)] == [FORM, TEMPLATE]
    found = store.shelf.find(TEMPLATE, first.sha256)
    assert found is not None
    assert (found.number, store.shelf.find(SAMPLE, first.sha256)) == (1, None)


def test_one_version_is_in_use_and_one_goes_back_to_any_earlier(timed: Store, clock: Clock) -> None:
    for data in (b"mot", b"hai"):
        timed.shelf.add(TEMPLATE, data)
    assert timed.shelf.active() == ()
    assert timed.shelf.activate(TEMPLATE, 2, "an").active
    clock.goes(seconds=9)
    timed.shelf.activate(TEMPLATE, 1, "binh")
    assert [(each.number, each.data) for each in timed.shelf.active()] == [(1, b"mot")]
    assert [each.active for each in timed.shelf.versions(TEMPLATE)] == [False, True]
    assert timed.shelf.standing() == {TEMPLATE: Standing(TEMPLATE, 1, clock.now, "binh")}


def test_what_is_withdrawn_stays_kept(timed: Store, clock: Clock) -> None:
    timed.shelf.add(TEMPLATE, b"mot")
    timed.shelf.withdraw(TEMPLATE, "an")
    assert timed.shelf.standing() == {}
    timed.shelf.activate(TEMPLATE, 1)
    timed.shelf.withdraw(TEMPLATE, "an")
    assert timed.shelf.active() == ()
    assert timed.shelf.standing() == {TEMPLATE: Standing(TEMPLATE, 0, clock.now, "an")}
    assert [each.number for each in timed.shelf.versions(TEMPLATE)] == [1]


def test_files_that_belong_together_are_put_to_use_together_or_not_at_all(store: Store) -> None:
    for ten in (FORM, SAMPLE, TEMPLATE):
        store.shelf.add(ten, ten.encode())
    with pytest.raises(NotThere):
        store.shelf.activate_all([(FORM, 1), (SAMPLE, 1), (TEMPLATE, 2)])
    assert store.shelf.active() == ()
    store.shelf.activate_all([(FORM, 1), (SAMPLE, 1), (TEMPLATE, 1)])
    assert [each.ten for each in store.shelf.active()] == [SAMPLE, FORM, TEMPLATE]
    store.shelf.withdraw_all([FORM, SAMPLE, TEMPLATE])
    assert store.shelf.active() == ()


@pytest.mark.parametrize("number", [0, -1, 2, 2**40])
def test_a_version_there_is_none_of(store: Store, number: int) -> None:
    store.shelf.add(TEMPLATE, b"mot")
    with pytest.raises(NotThere):
        store.shelf.get(TEMPLATE, number)
    with pytest.raises(NotThere):
        store.shelf.activate(TEMPLATE, number)


@pytest.mark.parametrize(
    "ten",
    [
        "templates/../../etc.nd30.docx",
        "/etc/passwd",
        "templates/a.nd30.docm",
        "templates/Thông báo.nd30.docx",
        "forms/mau/a.yaml",
        "forms/a.nd30.yaml",
        "forms/-a.yaml",
        "forms/a.yaml\n",
        f"forms/{'a' * 200}.yaml",
    ],
)
def test_a_name_no_file_of_a_data_folder_has_is_refused(store: Store, ten: str) -> None:
    with pytest.raises(InputFaults, match="Tên này không dùng được"):
        store.shelf.add(ten, b"x")


def test_what_is_empty_or_too_large_is_refused(store: Store) -> None:
    with pytest.raises(InputFaults, match="trống"):
        store.shelf.add(TEMPLATE, b"")
    with pytest.raises(InputFaults, match=r"nặng 20,0 MB, quá mức 20 MB"):
        store.shelf.add(TEMPLATE, b"x" * (MAX_BYTES + 1))
    with pytest.raises(InputFaults):
        store.shelf.add(TEMPLATE, b"x", note="\x00")


def test_papers_are_found_by_the_template_they_were_made_with(timed: Store, clock: Clock) -> None:
    one, other = (timed.drafts.create("thong-bao", ()) for _ in range(2))
    timed.shelf.used(one.id, TEMPLATE, "a" * 64, "Nghỉ lễ", "an")
    clock.goes(seconds=1)
    timed.shelf.used(other.id, TEMPLATE, "a" * 64, "Họp", "binh")
    clock.goes(seconds=1)
    timed.shelf.used(one.id, TEMPLATE, "a" * 64, "Nghỉ lễ 02/9", "binh")
    timed.shelf.used(one.id, TEMPLATE, "b" * 64, "Nghỉ lễ 02/9", "an")
    timed.shelf.used(one.id, TEMPLATE, "a" * 64, "Nghỉ lễ 02/9", "an", copies=40)
    found = timed.shelf.papers("a" * 64)
    assert {(use.draft, use.title, use.who, use.copies) for use in found} == {
        (one.id, "Nghỉ lễ 02/9", "binh", 1),
        (other.id, "Họp", "binh", 1),
        (one.id, "Nghỉ lễ 02/9", "an", 40),
    }
    assert found[-1].draft == other.id
    assert timed.shelf.paper_counts(["a" * 64, "b" * 64, "c" * 64]) == {"a" * 64: 42, "b" * 64: 1}
    assert [use.title for use in timed.shelf.papers("a" * 64, 1)] == ["Nghỉ lễ 02/9"]


def test_a_use_outlives_its_draft(store: Store) -> None:
    draft = store.drafts.create("thong-bao", ())
    store.shelf.used(draft.id, TEMPLATE, "a" * 64, "Nghỉ lễ")
    store.drafts.delete(draft.id)
    store.shelf.used(draft.id, TEMPLATE, "a" * 64, "Nghỉ lễ, tải lại")
    store.shelf.used("", TEMPLATE, "a" * 64, "Không có bản thảo")
    assert {(use.draft, use.title) for use in store.shelf.papers("a" * 64)} == {
        ("", "Nghỉ lễ"),
        ("", "Nghỉ lễ, tải lại"),
        ("", "Không có bản thảo"),
    }


def test_the_shelf_survives_the_store(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.sqlite3'}"
    with open_store(url) as store:
        store.shelf.add(TEMPLATE, b"mot")
        store.shelf.activate(TEMPLATE, 1)
    with open_store(url) as store:
        assert [each.data for each in store.shelf.active()] == [b"mot"]


def test_the_files_in_use_are_laid_out_beside_the_database_or_where_one_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'kho.sqlite3'}"
    monkeypatch.delenv(where.SHELF, raising=False)
    assert shelf_folder(url) == tmp_path / "kho-kho-mau"
    assert not (tmp_path / "kho.sqlite3").exists()
    with open_store(url) as store:
        assert store.shelf.folder() == tmp_path / "kho-kho-mau"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.delenv("DOCGEN_DB", raising=False)
    assert shelf_folder() == tmp_path / "docgen" / "docgen-kho-mau"
    assert where.shelf_folder(make_url("postgresql://docgen@may-chu/docgen")) == tmp_path / "docgen" / "kho-mau"
    monkeypatch.setenv(where.SHELF, str(tmp_path / "mau"))
    assert shelf_folder(url) == tmp_path / "mau"
