"""A run makes what is missing, keeps what is there, and tells of what failed."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from docgen import pipeline
from docgen.batch import copies, manifest
from docgen.batch.checks import says_the_same
from docgen.batch.progress import Progress
from docgen.batch.report import JSONL, XLSX
from docgen.batch.run import Result, run
from docgen.errors import Fault, InputFaults, Unusable
from docgen.intake.dump import write as yaml
from docgen.sheets.read import read
from tests.batch.office import PLAN, Office


def go(office: Office, **options: Any) -> Result:
    return run(office.prepare(replace=bool(options.get("replace"))), workers=1, **options)


def counts(result: Result) -> tuple[int, int, int]:
    return result.made, result.kept, result.failed


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Names of units whose copies fail while they are in this set."""
    names: set[str] = set()
    whole = copies.make_copy

    def make(recipe: Any, cells: Any, data: Any) -> bytes:
        if cells[0] in names:
            raise InputFaults(Fault("luu", "Hỏng giữa chừng."))
        if cells[0] == "Xã lạ":
            raise ZeroDivisionError("lạ")
        return whole(recipe, cells, data)

    monkeypatch.setattr(copies, "make_copy", make)
    return names


def test_each_row_is_the_paper_that_make_would_give(office: Office) -> None:
    office.many(3)
    plan = office.prepare()
    result = run(plan, workers=1)

    assert counts(result) == (3, 0, 0)
    assert result.exit_code == 0
    assert office.papers() == ["001-Xã 1.docx", "002-Xã 2.docx", "003-Xã 3.docx"]
    for job in plan.jobs:
        assert plan.path(job).read_bytes() == pipeline.make(plan.raw(job)).docx
    assert all(not name.endswith(".tmp") for name in office.names())


def test_the_second_run_makes_nothing_and_changes_nothing(office: Office) -> None:
    office.many(3)
    go(office, zip=True)
    before = {path.name: path.stat().st_mtime_ns for path in office.out.iterdir() if path.suffix in (".docx", ".zip")}
    made = office.made()

    assert counts(go(office, zip=True)) == (0, 3, 0)
    assert office.made() == made
    assert before == {path.name: path.stat().st_mtime_ns for path in office.out.iterdir() if path.name in before}


def test_only_rows_that_changed_are_made_again_and_lost_files_come_back(office: Office) -> None:
    office.many(4)
    go(office)
    office.sheet("Xã 1;1", "Xã 2;22", "Xã 3;3", "Xã 4;4")
    (office.out / "004-Xã 4.docx").unlink()
    assert counts(go(office)) == (2, 2, 0)


def test_files_that_no_row_asks_for_any_more_are_named(office: Office) -> None:
    office.many(2)
    go(office)
    office.many(1)
    assert go(office).left == ("002-Xã 2.docx",)
    assert office.papers() == ["001-Xã 1.docx", "002-Xã 2.docx"]


def test_a_file_that_was_edited_is_not_lost(office: Office) -> None:
    office.many(2)
    go(office)
    edited = office.out / "002-Xã 2.docx"
    edited.write_bytes(b"cua toi")
    with pytest.raises(InputFaults, match="đã bị sửa"):
        go(office)
    assert edited.read_bytes() == b"cua toi"
    assert counts(go(office, replace=True)) == (1, 1, 0)


def test_a_row_that_fails_does_not_stop_the_others_and_is_told(office: Office, broken: set[str]) -> None:
    office.sheet("Xã 1;1", "Xã 2;2", "Xã lạ;3", "Xã 4;4")
    broken.add("Xã 2")
    result = go(office)

    assert counts(result) == (2, 0, 2)
    assert result.exit_code == 1
    assert office.papers() == ["001-Xã 1.docx", "004-Xã 4.docx"]
    said = [json.loads(line) for line in (office.out / JSONL).read_text().splitlines()]
    assert [line["ket_qua"] for line in said] == ["xong", "hỏng", "hỏng", "xong"]
    assert said[1]["vi_sao"] == ["luu: Hỏng giữa chừng."]
    assert "ZeroDivisionError" in said[2]["vi_sao"][0]
    table = read(office.out / XLSX)
    assert [cell.text for cell in table.rows[1].cells][:4] == [
        "don-vi.csv!3",
        "002-Xã 2.docx",
        "hỏng",
        "luu: Hỏng giữa chừng.",
    ]


def test_only_failed_makes_what_failed_and_nothing_else(office: Office, broken: set[str]) -> None:
    office.many(4)
    broken.update({"Xã 2", "Xã 3"})
    go(office)
    broken.clear()
    # The fourth changed since; it did not fail.
    office.sheet("Xã 1;1", "Xã 2;2", "Xã Ba;3", "Xã 4;44")
    result = go(office, only_failed=True)

    assert counts(result) == (2, 1, 0)
    assert office.papers() == ["001-Xã 1.docx", "002-Xã 2.docx", "003-Xã Ba.docx", "004-Xã 4.docx"]
    assert [line.outcome for line in result.lines] == ["xong", "xong", "xong", "chưa làm"]
    assert result.exit_code == 1
    assert counts(go(office)) == (1, 3, 0)


def test_an_interrupted_run_asks_to_be_resumed(office: Office) -> None:
    office.many(3)
    office.out.mkdir()
    plan = office.prepare()
    with manifest.opened(office.out) as log:
        log.note([manifest.Entry(job.file_name, job.key, "cho", hang=job.dong) for job in plan.jobs])
        log.note([manifest.Entry("khac.docx", "k", "cho", hang=9)])
    # Placed, but the run ended before it was noted.
    (office.out / plan.jobs[0].file_name).write_bytes(b"nua chung")
    (office.out / f".docgen-{'0' * 16}.tmp").write_bytes(b"x")
    with pytest.raises(InputFaults, match="--resume"):
        go(office)
    assert counts(go(office, resume=True)) == (3, 0, 0)
    assert not [name for name in office.names() if name.endswith(".tmp")]
    assert counts(go(office)) == (0, 3, 0)


def test_an_archive_holds_the_copies_in_order_stored(office: Office) -> None:
    office.many(3)
    result = go(office, zip=True)
    path = office.out / "ra.zip"
    assert path in result.files
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as box:
        assert box.testzip() is None
        assert [one.filename for one in box.infolist()] == office.papers()
        assert {one.compress_type for one in box.infolist()} == {zipfile.ZIP_STORED}
        assert all(box.read(name) == (office.out / name).read_bytes() for name in office.papers())


def test_an_archive_of_somebody_else_stays(office: Office) -> None:
    office.many(1)
    office.out.mkdir()
    (office.out / "ra.zip").write_bytes(b"khac")
    with pytest.raises(Unusable, match=r"ra\.zip"):
        go(office, zip=True)
    assert (office.out / "ra.zip").read_bytes() == b"khac"


def test_copies_are_judged_and_the_report_counts(office: Office) -> None:
    office.data.write_text(yaml({**PLAN, "noi_dung": "I. MỤC ĐÍCH\n- Ngày 31/02/2026 họp."}), encoding="utf-8")
    office.many(5)
    some = go(office, check=2)
    assert [line.job.index for line in some.lines if line.judgement] == [0, 2]
    every = go(office, check=None)
    judged = [line.judgement for line in every.lines if line.judgement]
    assert len(judged) == 5
    assert every.findings == sum(1 for one in judged if one.loi)
    assert every.exit_code == int(every.findings > 0)
    assert judged[0].noi


def test_a_copy_that_differs_from_the_plain_way_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.many(4)
    assert go(office, verify=4).faults == ()
    whole = copies.make_copy
    monkeypatch.setattr(copies, "make_copy", lambda recipe, cells, data: whole(recipe, ("Xã khác", *cells[1:]), data))
    office.sheet("Xã 1;10", "Xã 2;20")
    result = go(office, verify=1)
    assert [Path(fault.noi).name for fault in result.faults] == ["001-Xã 1.docx"]
    assert result.exit_code == 1


def test_what_is_written_otherwise_may_say_the_same(office: Office) -> None:
    office.many(2)
    go(office)
    one, two = ((office.out / name).read_bytes() for name in office.papers())

    def changed(old: bytes, new: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(one)) as source, zipfile.ZipFile(out, "w") as target:
            for name in source.namelist():
                target.writestr(name, source.read(name).replace(old, new))
        return out.getvalue()

    assert says_the_same(one, changed(b"", b""))
    assert says_the_same(one, changed(b"<w:p><w:pPr>", b"<w:p ><w:pPr>"))
    assert not says_the_same(one, changed("Xã 1".encode(), "Xã 2".encode()))
    assert not says_the_same(one, two)
    assert not says_the_same(one, one[:-30])


def test_progress_goes_from_nothing_to_all(office: Office) -> None:
    office.many(3)
    told: list[Progress] = []
    go(office, on_progress=told.append)
    assert [one.done for one in told] == [0, 1, 2, 3]
    assert {one.total for one in told} == {3}
    assert told[0].left_s is None


def test_what_is_made_of_all_copies_gets_them_in_order(office: Office) -> None:
    office.many(3)
    given: list[Path] = []
    go(office, merge=given.extend)
    assert [path.name for path in given] == office.papers()


def test_from_python_it_is_one_call(office: Office) -> None:
    # The room has been imported above; the door has its name all the same.
    from docgen import batch

    office.many(2)
    result = batch(str(office.data), office.units, office.out, name="{ten_don_vi}", workers=1)
    assert counts(result) == (2, 0, 0)
    assert office.papers() == ["Xã 1.docx", "Xã 2.docx"]


def test_a_folder_that_cannot_be_made_is_told(office: Office) -> None:
    office.many(1)
    office.out = office.units / "ra"
    with pytest.raises(Unusable):
        go(office)


def test_a_maintainers_edit_changes_no_copy_of_a_run_that_began(office: Office, tmp_path: Path) -> None:
    import shutil

    from docgen.data_dir import DataDir, find

    root = tmp_path / "data"
    shutil.copytree(find().root / "forms", root / "forms")
    shutil.copytree(find().root / "templates", root / "templates")
    office.many(2)
    plan = office.prepare(data_dir=DataDir(root))
    (root / "templates" / "ke-hoach.nd30.docx").write_bytes(b"dang sua")
    assert counts(run(plan, workers=1)) == (2, 0, 0)
    before = plan.jobs[0].key
    assert office.prepare(data_dir=DataDir(root), replace=True).jobs[0].key != before
