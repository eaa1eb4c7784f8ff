"""The files in use laid out beside the database: whole, at once, and nothing of anybody else's."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from docgen import pipeline
from docgen.batch.snapshot import take
from docgen.data_dir import DataDir, find
from docgen.errors import Unusable
from docgen.intake.kind_files import load_kinds
from docgen.store import NotThere, Store, open_store
from docgen.web import create_app, shelf, shop
from docgen.web.job_files import JobFiles
from docgen.web.mau_files import digest
from docgen.web.showing import DATA
from docgen.web.uses import note_job, note_paper
from tests.web.maintaining import FORM, SAMPLE, TEMPLATE, WELL, root

__all__ = ["root"]


@pytest.fixture
def app(store: Store, root: Path) -> Iterator[Flask]:
    made = create_app(DataDir(root), store=store)
    with made.test_request_context("/"):
        yield made


def folder(app: Flask) -> Path:
    data: DataDir = app.extensions[DATA]
    assert data.over is not None
    return data.over


def names(app: Flask) -> set[str]:
    return {path.relative_to(folder(app)).as_posix() for path in folder(app).rglob("*.*") if path.is_file()}


def test_nothing_is_made_before_something_is_in_use(app: Flask) -> None:
    shelf.lay_out()
    assert not folder(app).exists()


def test_what_is_put_to_use_is_laid_out_and_what_is_taken_back_goes(app: Flask, store: Store) -> None:
    store.shelf.add(TEMPLATE, WELL)
    form = app.extensions[DATA].form("ke-hoach").read_bytes()
    store.shelf.add(FORM, form + b"# hai\n")
    shelf.put_to_use([(TEMPLATE, 1), (FORM, 1)])
    assert names(app) == {shelf.LIST, shelf.LOCK, TEMPLATE, FORM}
    assert (folder(app) / TEMPLATE).read_bytes() == WELL
    shelf.take_back([TEMPLATE])
    assert names(app) == {shelf.LIST, shelf.LOCK, FORM}
    with pytest.raises(NotThere):
        shelf.put_to_use([(TEMPLATE, 9)])


def test_a_file_that_stays_as_it_is_is_not_touched(app: Flask, store: Store) -> None:
    store.shelf.add(TEMPLATE, WELL)
    shelf.put_to_use([(TEMPLATE, 1)])
    before = (folder(app) / TEMPLATE).stat().st_mtime_ns
    shelf.lay_out()
    assert (folder(app) / TEMPLATE).stat().st_mtime_ns == before
    (folder(app) / TEMPLATE).write_bytes(b"somebody was here")
    shelf.lay_out()
    assert (folder(app) / TEMPLATE).read_bytes() == WELL


def test_what_others_put_there_stays(app: Flask, store: Store) -> None:
    store.shelf.add(TEMPLATE, WELL)
    shelf.put_to_use([(TEMPLATE, 1)])
    foreign = folder(app) / "forms" / "rieng.yaml"
    foreign.parent.mkdir()
    foreign.write_text("của người khác", encoding="utf-8")
    (folder(app) / shelf.LIST).write_text(json.dumps([TEMPLATE, "../../x", 5]), encoding="utf-8")
    outside = folder(app).parent / "x"
    outside.write_text("ngoài", encoding="utf-8")
    shelf.take_back([TEMPLATE])
    assert foreign.exists()
    assert outside.exists()
    (folder(app) / shelf.LIST).write_text("{", encoding="utf-8")
    shelf.lay_out()


def test_a_server_that_starts_lays_out_what_is_in_use(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'x.sqlite3'}"
    with open_store(url) as store:
        store.shelf.add(TEMPLATE, WELL)
        store.shelf.activate(TEMPLATE, 1)
        made = create_app(DataDir(root), store=store)
        assert made.extensions[DATA].template("ke-hoach", "nd30").read_bytes() == WELL
    shutil.rmtree(folder(made))
    monkeypatch.setenv("DOCGEN_DB", url)
    late = create_app(DataDir(root))
    assert not folder(late).exists()
    with late.app_context(), shop.store() as opened:
        assert opened.shelf.standing()[TEMPLATE].number == 1
        assert (folder(late) / TEMPLATE).read_bytes() == WELL


def test_docgens_own_templates_are_never_written_over(
    store: Store, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_KHO_MAU", str(root))
    with pytest.raises(Unusable, match="chứa mẫu gốc của docgen"):
        create_app(DataDir(root), store=store)


def test_a_folder_that_cannot_be_written_is_told(app: Flask, store: Store) -> None:
    store.shelf.add(TEMPLATE, WELL)
    folder(app).write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(Unusable, match="Không đặt được"):
        shelf.put_to_use([(TEMPLATE, 1)])


def test_files_are_tried_without_being_in_use(app: Flask, store: Store) -> None:
    store.shelf.add(TEMPLATE, WELL)
    shelf.put_to_use([(TEMPLATE, 1)])
    form = app.extensions[DATA].form("ke-hoach").read_text("utf-8").replace("Kế hoạch", "Kế hoạch thử", 1)
    with shelf.tried({FORM: form.encode()}) as data:
        assert data.template("ke-hoach", "nd30").read_bytes() == WELL, "what is in use is there too"
        assert load_kinds(data).get("ke-hoach").ten_loai_thuong != load_kinds(find()).get("ke-hoach").ten_loai_thuong
        where = data.over
    assert where is not None
    assert not where.exists()
    with shelf.tried({}, without=[TEMPLATE]) as data:
        assert data.template("ke-hoach", "nd30").read_bytes() != WELL


def test_a_batch_takes_what_is_in_use_along(app: Flask, store: Store) -> None:
    store.shelf.add(TEMPLATE, WELL)
    shelf.put_to_use([(TEMPLATE, 1)])
    data = app.extensions[DATA]
    taken = dict(take(data, load_kinds(data).get("ke-hoach")).files)
    assert taken[TEMPLATE] == WELL
    assert taken[FORM] == data.form("ke-hoach").read_bytes()


def test_the_copies_of_a_job_are_noted_by_their_templates(app: Flask, store: Store, tmp_path: Path) -> None:
    data = app.extensions[DATA]
    files = JobFiles(tmp_path / "job")
    files.out.mkdir(parents=True)
    paper = pipeline.make({"loai": "ke-hoach"} | SAMPLE, data)
    for number in range(3):
        (files.out / f"{number}.docx").write_bytes(paper.docx)
    (files.out / "x.docx").write_bytes(b"broken")
    draft = store.drafts.create("ke-hoach", ())
    job = store.jobs.create(
        store.jobs.fresh_id(), draft=draft.id, total=4, title="Trồng cây", sheet="a.csv", owner="an"
    )
    note_job(store, data, job, files)
    sha256 = digest(data.template("ke-hoach", "nd30"))
    (use,) = store.shelf.papers(sha256)
    assert (use.draft, use.title, use.who, use.copies, use.ten) == (draft.id, "Trồng cây", "an", 3, TEMPLATE)
    note_paper(draft, paper.docx)
    assert store.shelf.paper_counts([sha256]) == {sha256: 4}
