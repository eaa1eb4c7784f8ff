"""Many copies over HTTP: the sheet out and in, faults at their cells, the run, its files, and who may see them."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook
from werkzeug.test import TestResponse

from docgen.batch.manifest import NAME
from docgen.sheets.read import read
from docgen.sheets.writing import write
from docgen.store import Draft, Job, Store, open_store
from docgen.store.jobs import ALL_JUDGED
from docgen.web import create_app, job_words
from docgen.web.job_beginning import MAX_FILE_BYTES
from docgen.web.job_files import JobFiles
from docgen.web.job_runner import runner
from docgen.web.jobs import MOST_AT_WORK
from tests.looking import pdf_pages
from tests.papers.text import lines
from tests.web.conftest import _SERVE
from tests.web.shown import LEAST, Shown, new_draft, replaced
from tests.web.test_start import sent

PLAN = replaced(LEAST, kinh_gui="UBND {{ten_don_vi}}", so="", ngay="05/11/2026")


def csv(*rows: str, header: str = "ten_don_vi;so") -> bytes:
    return "\n".join([header, *rows, ""]).encode()


THREE = csv("Xã An Thịnh;1", "Xã Bình Minh;2", "Phường Cửa Nam;3")


@pytest.fixture
def draft(client: FlaskClient) -> Draft:
    return new_draft(client, PLAN)


def send(client: FlaskClient, draft: Draft, data: bytes = THREE, name: str = "đơn vị.csv", **more: str) -> TestResponse:
    given: dict[str, Any] = {"bang": (io.BytesIO(data), name), **more}
    return client.post(f"/nhap/{draft.id}/hang-loat", data=given, content_type="multipart/form-data")


def looked_through(client: FlaskClient, store: Store, draft: Draft, *given: Any, **more: str) -> Job:
    answer = send(client, draft, *given, **more)
    assert answer.status_code == 303, answer.get_data(as_text=True)
    return store.jobs.get(answer.location.removeprefix("/lo/"))


def finished(client: FlaskClient, store: Store, job: Job, **chosen: str) -> Job:
    client.post(f"/lo/{job.id}/bat-dau", data=chosen)
    runner(client.application).run_waiting()
    return store.jobs.get(job.id)


def text(client: FlaskClient, path: str) -> str:
    words = Shown(client.get(path)).root.xpath("//main")[0].itertext()
    return " ".join(" ".join(words).split())


def test_the_sheet_has_the_places_of_the_draft_and_the_fields_of_the_form(client: FlaskClient, draft: Draft) -> None:
    page = client.get(f"/nhap/{draft.id}/hang-loat").get_data(as_text=True)
    assert "<code>{{ten_don_vi}}</code>" in page
    answer = client.get(f"/nhap/{draft.id}/hang-loat/bang")
    header = [cell.text for cell in read(answer.get_data(), "a.xlsx").header]
    assert header[0] == "ten_don_vi"
    assert {"so", "dia_danh", "ky.ho_ten"} <= set(header)
    assert "B%E1%BA%A3ng%20Tr%E1%BB%93ng" in answer.headers["Content-Disposition"]


def test_a_draft_without_places_is_told_how_to_have_one(client: FlaskClient) -> None:
    at = new_draft(client, LEAST)
    assert "hãy viết {{ten_don_vi}} vào chỗ ấy" in text(client, f"/nhap/{at.id}/hang-loat")


def test_faults_stand_at_their_cells_and_in_a_marked_sheet(client: FlaskClient, store: Store, draft: Draft) -> None:
    bad = csv("Xã An Thịnh;1", "Xã Bình Minh;x", ";3")
    job = looked_through(client, store, draft, bad)
    assert (job.state, job.total) == ("checked", 0)
    page = Shown(client.get(f"/lo/{job.id}"))
    cells = [" ".join(th.text_content().split()) for th in page.root.xpath("//tbody//th")]
    assert cells == ["đơn vị.csv!B3", "đơn vị.csv!A4"]
    assert "Có 2 chỗ cần sửa. Chưa làm văn bản nào." in text(client, f"/lo/{job.id}")
    marked = read(client.get(f"/lo/{job.id}/can-sua").get_data(), "a.xlsx")
    assert marked.rows[1].cells[1].text == "x"
    assert store.jobs.get(finished(client, store, job).id).state == "checked"


def test_faults_of_the_draft_lead_to_its_form(client: FlaskClient, store: Store) -> None:
    draft = new_draft(client, replaced(PLAN, trich_yeu="Về {{khong_co}}"))
    job = looked_through(client, store, draft)
    page = Shown(client.get(f"/lo/{job.id}"))
    assert page.root.xpath("//tbody//a/@href") == [f"/nhap/{draft.id}?kiem-tra=1"]
    assert "Trích yếu" in page.root.xpath("//tbody//a")[0].text_content()
    assert client.get(f"/lo/{job.id}/can-sua").status_code == 404


def test_a_clean_sheet_tells_what_will_be_made_before_anything_is(
    client: FlaskClient, store: Store, draft: Draft
) -> None:
    job = looked_through(client, store, draft)
    page = text(client, f"/lo/{job.id}")
    assert "Sẽ làm 3 văn bản" in page
    assert "001-Xã An Thịnh.docx" in page
    assert not JobFiles(store.jobs.folder(job.id)).out.exists()
    assert store.jobs.take() is None


def test_more_than_twenty_names_are_counted(client: FlaskClient, store: Store, draft: Draft) -> None:
    job = looked_through(client, store, draft, csv(*(f"Xã {at};{at}" for at in range(1, 26))))
    assert "Và 5 tệp nữa" in text(client, f"/lo/{job.id}")


def test_the_names_are_as_asked(client: FlaskClient, store: Store, draft: Draft) -> None:
    job = looked_through(client, store, draft, ten_tep="{ten_don_vi|khong-dau}-{so:02}")
    assert "xa-an-thinh-01.docx" in text(client, f"/lo/{job.id}")
    wrong = looked_through(client, store, draft, ten_tep="{khong_co}")
    page = Shown(client.get(f"/lo/{wrong.id}"))
    assert [th.text_content() for th in page.root.xpath("//tbody//th")] == ["Tên tệp"]
    assert "--name" not in page.html
    assert page.value(page.one("ten_tep")) == "{khong_co}"


def test_the_copies_and_the_report_are_handed_out(client: FlaskClient, store: Store, draft: Draft) -> None:
    job = finished(client, store, looked_through(client, store, draft), xet="tat-ca")
    assert (job.state, job.made, job.failed, job.judged, job.with_pdf) == ("done", 3, 0, ALL_JUDGED, False)
    page = Shown(client.get(f"/lo/{job.id}"))
    assert "Đã làm đủ 3 văn bản." in page.html
    answer = client.get(f"/lo/{job.id}/goi")
    data = answer.get_data()
    assert answer.content_length == len(data)
    assert ".zip" in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(data)) as box:
        assert box.testzip() is None
        names = box.namelist()
    assert names == ["001-Xã An Thịnh.docx", "002-Xã Bình Minh.docx", "003-Phường Cửa Nam.docx"]
    told = read(client.get(f"/lo/{job.id}/bao-cao").get_data(), "a.xlsx")
    assert [row.cells[2].text for row in told.rows] == ["xong"] * 3
    assert all(row.cells[5].text.isdigit() for row in told.rows)


def test_an_excel_sheet_does_as_well(client: FlaskClient, store: Store, draft: Draft) -> None:
    from docgen.sheets.table import Column

    data = write([Column("ten_don_vi"), Column("so")], [["Xã A", "01"], ["Xã B", "02"]])
    job = finished(client, store, looked_through(client, store, draft, data, "../../tam/don-vi.xlsx"))
    assert (job.state, job.made, job.sheet) == ("done", 2, "don-vi.xlsx")


def test_how_far_it_is_can_be_asked(client: FlaskClient, store: Store, draft: Draft) -> None:
    job = looked_through(client, store, draft)
    client.post(f"/lo/{job.id}/bat-dau")
    told = client.get(f"/lo/{job.id}/tien-do").get_json()
    assert (told["state"], told["over"]) == ("waiting", False)
    assert "Xem lại tiến độ" in text(client, f"/lo/{job.id}")
    store.jobs.take()
    store.jobs.tell(job.id, "làm văn bản", 1, 2, 0, 0.5)
    told = client.get(f"/lo/{job.id}/tien-do").get_json()
    # One of the three was there before.
    assert (told["done"], told["total"]) == (2, 3)
    assert told["line"] == "Đang làm văn bản: 2 trên 3, 2 văn bản mỗi giây, còn khoảng 1 giây."
    runner(client.application).run_waiting()
    assert client.get(f"/lo/{job.id}/tien-do").get_json()["over"] is True


def test_a_job_is_stopped_and_goes_on(
    client: FlaskClient, store: Store, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = looked_through(client, store, draft)
    told: list[str] = []

    def stopped_at_once(job_id: str, phase: str, *_: object) -> bool:
        told.append(phase)
        return False

    client.post(f"/lo/{job.id}/bat-dau", data={"pdf": ""})
    with monkeypatch.context() as patch:
        patch.setattr(store.jobs, "tell", stopped_at_once)
        taken = store.jobs.take()
        assert taken is not None
        client.post(f"/lo/{job.id}/dung")
        runner(client.application)._run(taken)
    assert told == ["làm văn bản"]
    assert store.jobs.get(job.id).state == "stopped"
    assert "Đã dừng theo yêu cầu" in text(client, f"/lo/{job.id}")
    assert client.get(f"/lo/{job.id}/goi").status_code == 404
    client.post(f"/lo/{job.id}/lam-tiep")
    runner(client.application).run_waiting()
    assert store.jobs.get(job.id).state == "done"


def test_a_copy_that_fails_is_listed_with_why(client: FlaskClient, store: Store, draft: Draft) -> None:
    job = looked_through(client, store, draft)
    out = JobFiles(store.jobs.folder(job.id)).out
    # Something stands where the second copy belongs, and cannot be replaced.
    (out / "002-Xã Bình Minh.docx").mkdir(parents=True)
    client.post(f"/lo/{job.id}/bat-dau")
    runner(client.application).run_waiting()
    failed = store.jobs.get(job.id)
    assert failed.state == "failed"
    assert str(out) not in failed.message
    assert "002-Xã Bình Minh.docx" in text(client, f"/lo/{job.id}")
    (out / "002-Xã Bình Minh.docx").rmdir()
    with (out / NAME).open("a", encoding="utf-8") as log:
        entry = {"tep": "cũ.docx", "khoa": "x", "tt": "hong", "hang": 9, "vi_sao": ["Hết chỗ trên đĩa."]}
        log.write(json.dumps(entry) + "\n")
    client.post(f"/lo/{job.id}/lam-tiep")
    runner(client.application).run_waiting()
    page = text(client, f"/lo/{job.id}")
    assert store.jobs.get(job.id).state == "done"
    assert "hàng 9 cũ.docx Hết chỗ trên đĩa." in page


def test_pdf_without_libreoffice_is_not_offered(
    client: FlaskClient, store: Store, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_SOFFICE", "/khong/co")
    job = looked_through(client, store, draft)
    page = Shown(client.get(f"/lo/{job.id}"))
    assert page.root.xpath("//input[@name='pdf']/@disabled")
    job = finished(client, store, job, pdf="1")
    assert job.state == "failed"
    assert "LibreOffice" in job.message
    client.post(f"/lo/{job.id}/lam-tiep", data={"khong-pdf": "1"})
    runner(client.application).run_waiting()
    assert store.jobs.get(job.id).state == "done"
    merging = looked_through(client, store, draft)
    assert finished(client, store, merging, ghep="pdf").state == "failed"
    client.post(f"/lo/{merging.id}/lam-tiep", data={"khong-pdf": "1"})
    runner(client.application).run_waiting()
    assert "Tải bản in (.docx" in text(client, f"/lo/{merging.id}")


@pytest.mark.libreoffice
def test_each_copy_has_its_pdf(client: FlaskClient, store: Store, draft: Draft) -> None:
    job = finished(client, store, looked_through(client, store, draft), pdf="1")
    assert job.state == "done", job.message
    with zipfile.ZipFile(io.BytesIO(client.get(f"/lo/{job.id}/goi").get_data())) as box:
        assert sum(name.endswith(".pdf") for name in box.namelist()) == 3


def workbook(**sheets: list[list[str]]) -> bytes:
    """Make an .xlsx of some worksheets: name → rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_another_worksheet_of_the_workbook_can_be_chosen(client: FlaskClient, store: Store, draft: Draft) -> None:
    header = ["ten_don_vi", "so"]
    data = workbook(Nhap=[header, ["Xã A", "x"]], Trong=[], That=[header, ["Xã B", "1"], ["Xã C", "2"]])
    job = looked_through(client, store, draft, data, "đơn vị.xlsx")
    assert "Nhap!B2" in text(client, f"/lo/{job.id}")
    page = Shown(client.get(f"/lo/{job.id}"))
    assert page.root.xpath("//select[@name='trang']/option/text()") == ["Nhap", "Trong", "That"]

    client.post(f"/lo/{job.id}/trang-tinh", data={"trang": "Trong"})
    assert "Bảng không có chữ nào." in text(client, f"/lo/{job.id}")
    assert client.get(f"/lo/{job.id}/can-sua").status_code == 404
    client.post(f"/lo/{job.id}/trang-tinh", data={"trang": "Không có"})
    assert "Bảng không có chữ nào." in text(client, f"/lo/{job.id}")
    client.post(f"/lo/{job.id}/trang-tinh", data={"trang": "That"})
    page = Shown(client.get(f"/lo/{job.id}"))
    assert page.root.xpath("//select[@name='trang']/option[@selected]/text()") == ["That"]
    assert "Sẽ làm 2 văn bản" in page.html

    done = finished(client, store, job)
    assert (done.state, done.total, done.made) == ("done", 2, 2)
    client.post(f"/lo/{job.id}/trang-tinh", data={"trang": "Nhap"})
    assert store.jobs.get(job.id).total == 2


def test_one_worksheet_leaves_nothing_to_choose(client: FlaskClient, store: Store, draft: Draft) -> None:
    job = looked_through(client, store, draft)
    assert not Shown(client.get(f"/lo/{job.id}")).root.xpath("//select[@name='trang']")


def test_the_print_set_is_made_and_some_copies_are_compared(client: FlaskClient, store: Store, draft: Draft) -> None:
    job = looked_through(client, store, draft)
    assert client.get(f"/lo/{job.id}/ban-in").status_code == 404
    chosen = {"ghep": "docx", "le": "1", "doi-chieu": "1", "xet": "mau"}
    assert finished(client, store, job, **chosen).state == "done"
    page = text(client, f"/lo/{job.id}")
    assert "Đã đối chiếu 3 văn bản với cách làm chậm: không có gì khác." in page
    assert "Đã xét thể thức 3 văn bản" in page
    assert "Tải bản in (.docx" in page
    answer = client.get(f"/lo/{job.id}/ban-in")
    assert "B%E1%BA%A3n%20in" in answer.headers["Content-Disposition"]
    said = "\n".join(lines(answer.get_data()))
    at = [said.index(f"UBND {name}") for name in ("Xã An Thịnh", "Xã Bình Minh", "Phường Cửa Nam")]
    assert at == sorted(at)
    with zipfile.ZipFile(io.BytesIO(answer.get_data())) as box:
        assert b'w:type w:val="oddPage"' in box.read("word/document.xml")
    with zipfile.ZipFile(io.BytesIO(client.get(f"/lo/{job.id}/goi").get_data())) as box:
        assert len(box.namelist()) == 3


def test_a_copy_that_differs_from_the_plain_way_is_told(
    client: FlaskClient, store: Store, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.batch.checks.says_the_same", lambda one, other: False)
    job = looked_through(client, store, draft)
    finished(client, store, job, **{"doi-chieu": "1"})
    page = Shown(client.get(f"/lo/{job.id}"))
    assert page.html.count("khác bản làm lại theo cách thường") == 3
    assert str(store.jobs.root()) not in page.html
    assert "trouble" in page.root.xpath("//*[@id='ket-qua']/@class")[0]


@pytest.mark.libreoffice
def test_a_print_set_as_pdf(client: FlaskClient, store: Store, draft: Draft) -> None:
    job = finished(client, store, looked_through(client, store, draft), ghep="pdf")
    assert job.state == "done", job.message
    answer = client.get(f"/lo/{job.id}/ban-in")
    assert answer.mimetype == "application/pdf"
    pages = pdf_pages(answer.get_data())
    assert len(pages) >= 4


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "", "Chưa chọn tệp"),
        (b"x", "a.xls", "phải là tệp Excel"),
        (b"x", "a.xlsx", "không phải là bảng tính Excel"),
        (b"PK\x03\x04xx", "a.xlsx", ""),
    ],
)
def test_a_sheet_that_is_none_is_refused_in_its_place(
    client: FlaskClient, store: Store, draft: Draft, data: bytes, name: str, words: str
) -> None:
    answer = send(client, draft, data, name)
    page = Shown(answer)
    assert answer.status_code == 422
    assert words in page.text("bang-loi")
    assert page.standing() == "bang-loi"
    assert store.jobs.listing() == ()
    assert [path for path in store.jobs.root().iterdir() if path.is_dir()] == []


def test_a_sheet_that_is_too_large_is_refused_in_words(client: FlaskClient, draft: Draft) -> None:
    answer = sent(client, f"/nhap/{draft.id}/hang-loat", b"a" * (MAX_FILE_BYTES + 200_000))
    assert answer.status_code == 413
    assert "10 MB" in Shown(answer).text("bang-loi")


def test_a_sheet_without_rows_and_one_with_too_many_are_told(
    client: FlaskClient, store: Store, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = looked_through(client, store, draft, csv())
    assert "Bảng chưa có hàng nào." in text(client, f"/lo/{empty.id}")
    monkeypatch.setattr("docgen.web.job_files.MAX_ROWS", 2)
    many = looked_through(client, store, draft)
    assert "nhiều nhất 2 hàng" in text(client, f"/lo/{many.id}")


def test_nobody_fills_the_queue(client: FlaskClient, store: Store, draft: Draft) -> None:
    jobs = []
    for _ in range(MOST_AT_WORK + 1):
        jobs.append(looked_through(client, store, draft))
        answer = client.post(f"/lo/{jobs[-1].id}/bat-dau", follow_redirects=True)
    assert f"Đã có {MOST_AT_WORK} lần làm đang chờ" in answer.get_data(as_text=True)
    assert store.jobs.get(jobs[-1].id).state == "checked"


def test_a_job_is_removed_with_its_files_after_a_question(client: FlaskClient, store: Store, draft: Draft) -> None:
    job = looked_through(client, store, draft)
    assert "Xóa hẳn" in client.post(f"/lo/{job.id}/xoa").get_data(as_text=True)
    client.post(f"/lo/{job.id}/bat-dau")
    at_work = client.post(f"/lo/{job.id}/xoa", data={"xac-nhan": "1"}, follow_redirects=True)
    assert "xin dừng lại rồi mới xóa" in at_work.get_data(as_text=True)
    runner(client.application).run_waiting()
    assert client.post(f"/lo/{job.id}/xoa", data={"xac-nhan": "1"}).location == "/lo"
    assert "Chưa có lần nào" in text(client, "/lo")
    assert not (store.jobs.root() / job.id).exists()


def test_the_list_is_reached_from_the_drafts(client: FlaskClient, store: Store, draft: Draft) -> None:
    assert Shown(client.get("/")).root.xpath("//main//a[@href='/lo']")
    assert Shown(client.get(f"/nhap/{draft.id}")).root.xpath(f"//main//a[@href='/nhap/{draft.id}/hang-loat']")
    job = finished(client, store, looked_through(client, store, draft))
    page = Shown(client.get("/lo"))
    assert page.root.xpath(f"//a[@href='/lo/{job.id}']")
    assert "Đã xong · 3 văn bản · đơn vị.csv" in text(client, "/lo")


def test_jobs_of_others_are_not_there(store: Store, client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    foreign = store.drafts.create("ke-hoach", PLAN, title="Của người khác", owner="binh")
    job_id = store.jobs.fresh_id()
    JobFiles(store.jobs.folder(job_id)).lay_down("loai: ke-hoach\n", THREE, "a.csv")
    store.jobs.create(job_id, draft=foreign.id, total=3, title="Của người khác", sheet="a.csv", owner="binh")
    monkeypatch.setattr("docgen.web.who.who", lambda: "an")
    monkeypatch.setattr("docgen.web.who.owner", lambda: "an")
    for path in ("", "/tien-do", "/goi", "/ban-in", "/bao-cao", "/can-sua"):
        assert client.get(f"/lo/{job_id}{path}").status_code == 404
    for path in ("/bat-dau", "/trang-tinh", "/dung", "/lam-tiep", "/xoa"):
        assert client.post(f"/lo/{job_id}{path}").status_code == 404
    assert client.get(f"/nhap/{foreign.id}/hang-loat").status_code == 404
    assert client.get(f"/nhap/{foreign.id}/hang-loat/bang").status_code == 404
    assert send(client, foreign).status_code == 404
    assert "Của người khác" not in text(client, "/lo")
    assert client.get("/lo/x").status_code == 404
    own = new_draft(client, PLAN, owner="an")
    assert looked_through(client, store, own).owner == "an"


def test_a_post_without_a_token_does_nothing(store: Store, client: FlaskClient, draft: Draft) -> None:
    job = looked_through(client, store, draft)
    guarded = create_app(store=store).test_client()
    assert guarded.post(f"/lo/{job.id}/bat-dau").status_code == 400
    assert send(guarded, draft).status_code == 400
    assert store.jobs.get(job.id).state == "checked"
    assert len(store.jobs.listing()) == 1


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 giây"), (59, "59 giây"), (90, "2 phút"), (3700, "1 giờ 2 phút"), (7200, "2 giờ")],
)
def test_how_long_it_takes_is_told_roughly(seconds: float, words: str) -> None:
    assert job_words.remaining(seconds) == f"còn khoảng {words}"


@contextmanager
def serving_for(database: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = [sys.executable, "-X", "utf8", "-W", "error", "-c", _SERVE, "127.0.0.1"]
    environment = {**os.environ, "DOCGEN_DB": database}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment) as process:
        assert process.stdout is not None
        try:
            yield process, re.findall(r"http://\S+", process.stdout.readline())[0]
        finally:
            process.kill()


def until(true: Any) -> None:
    for _ in range(1200):
        if true():
            return
        time.sleep(0.05)
    pytest.fail("it never came about")


def test_a_job_survives_the_end_of_the_server(tmp_path: Path) -> None:
    """Killed without a word, then ended in good order, then left alone: the third server finishes it."""
    database, count = f"sqlite:///{tmp_path / 'x.sqlite3'}", 300
    with open_store(database) as store:
        client = create_app(store=store, WTF_CSRF_ENABLED=False).test_client()
        draft = new_draft(client, PLAN)
        job = looked_through(client, store, draft, csv(*(f"Xã {at};{at}" for at in range(1, count + 1))))
        assert job.total == count
        out = JobFiles(store.jobs.folder(job.id)).out

        def noted() -> int:
            """How many copies the log of the run says are in their place."""
            log = out / NAME
            lines = log.read_text(encoding="utf-8").splitlines() if log.is_file() else []
            return len({line.partition('","khoa"')[0] for line in lines if '"tt":"xong"' in line})

        with serving_for(database) as (process, _):
            client.post(f"/lo/{job.id}/bat-dau")
            until(lambda: noted() > 20)
            process.send_signal(signal.SIGKILL)
            process.wait(20)
        first = noted()
        assert store.jobs.get(job.id).state == "running"
        with serving_for(database) as (process, _):
            until(lambda: noted() > first)
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 0
        assert store.jobs.get(job.id).state in {"running", "done"}
        with serving_for(database) as (process, address):
            until(lambda: store.jobs.get(job.id).state != "running")
            with urlopen(f"{address}/lo/{job.id}/goi") as answer, zipfile.ZipFile(io.BytesIO(answer.read())) as box:
                assert box.testzip() is None
                assert len(box.namelist()) == count
        done = store.jobs.get(job.id)
        assert (done.state, done.made + done.kept, done.failed, done.message) == ("done", count, 0, "")
        # What the log says is not made again, whichever of the later servers made the rest.
        assert done.kept >= first > 20
        assert [path.name for path in out.iterdir() if path.suffix == ".tmp"] == []
