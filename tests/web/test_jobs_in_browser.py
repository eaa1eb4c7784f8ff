"""Many copies in a real browser: from the form to the archive, by keyboard and eye, and seen by axe-core."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from docgen.batch.manifest import Entry, opened
from docgen.sheets.read import read
from docgen.store import Draft, Job, Store
from docgen.web.job_beginning import MAX_FILE_BYTES, XLSX
from docgen.web.job_choices import Choices, Findings, keep
from docgen.web.job_files import JobFiles
from docgen.web.job_runner import alone
from tests.papers.text import lines
from tests.web.test_axe import AXE, RULES, RUN
from tests.web.test_jobs import PLAN, THREE, csv, workbook

pytestmark = pytest.mark.chromium
BAD = csv("Xã An Thịnh;1", "Xã Bình Minh;x", ";3")


@pytest.fixture
def draft(served_store: Store) -> Draft:
    return served_store.drafts.create("ke-hoach", PLAN, title="Trồng cây năm 2027")


def sheet(data: bytes) -> dict[str, Any]:
    return {"name": "đơn vị.csv", "mimeType": "text/csv", "buffer": data}


def send(page: Any, data: bytes) -> None:
    page.set_input_files("#bang", files=[sheet(data)])
    page.get_by_role("button", name="Kiểm tra bảng").click()
    page.wait_for_url("**/lo/*")


def test_from_the_form_to_the_archive(
    open_page: Callable[..., Any], served_store: Store, draft: Draft, tmp_path: Path
) -> None:
    page = open_page(f"/nhap/{draft.id}")
    page.get_by_role("link", name="Làm hàng loạt").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải bảng Excel").click()
    download.value.save_as(tmp_path / "bang.xlsx")
    assert read(tmp_path / "bang.xlsx").header[0].text == "ten_don_vi"

    send(page, BAD)
    assert page.inner_text(".notice.trouble") == "Có 2 chỗ cần sửa. Chưa làm văn bản nào."
    assert page.locator(".found th[scope=row]").all_inner_texts() == ["đơn vị.csv!B3", "đơn vị.csv!A4"]
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải bảng đã tô màu").click()
    assert download.value.suggested_filename == "đơn vị cần sửa.xlsx"

    count = 60
    send(page, csv(*(f"Xã {at};{at}" for at in range(1, count + 1))))
    page.get_by_role("button", name=f"Bắt đầu làm {count} văn bản").focus()
    page.keyboard.press("Enter")
    # The page with the outcome comes by itself.
    page.locator("#ket-qua").wait_for(timeout=60_000)
    assert page.inner_text("#ket-qua") == f"Đã làm đủ {count} văn bản."
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải tất cả").click()
    download.value.save_as(tmp_path / "a.zip")
    assert download.value.suggested_filename == "Trồng cây năm 2027.zip"
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a.zip").read_bytes())) as box:
        assert box.testzip() is None
        assert len(box.namelist()) == count
    with page.expect_download():
        page.get_by_role("link", name="Tải báo cáo").click()
    page.get_by_role("link", name="Các lần làm hàng loạt").click()
    assert f"Đã xong · {count} văn bản" in page.inner_text(".draft >> nth=0")
    assert served_store.jobs.listing()[0].state == "done"


def test_a_worksheet_is_chosen_and_the_copies_are_printed_as_one(
    open_page: Callable[..., Any], draft: Draft, served_store: Store, tmp_path: Path
) -> None:
    page = open_page(f"/nhap/{draft.id}/hang-loat")
    brought(page, page.url.partition("/nhap/")[0], served_store, draft, "worksheets")
    page.get_by_label("Trang tính trong tệp Excel").select_option("That")
    page.get_by_role("button", name="Kiểm tra trang tính này").click()
    page.get_by_text("Sẽ làm 1 văn bản").wait_for()
    page.get_by_label("Ghép tất cả thành một tệp để in").select_option("docx")
    page.get_by_label("để in hai mặt").check()
    page.get_by_label("theo cách chậm").check()
    page.get_by_role("button", name="Bắt đầu làm").click()
    page.locator("#ket-qua").wait_for(timeout=60_000)
    assert "Đã đối chiếu 1 văn bản với cách làm chậm" in page.inner_text("#ket-qua")
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải bản in").click()
    download.value.save_as(tmp_path / "in.docx")
    assert "UBND Xã B" in "\n".join(lines((tmp_path / "in.docx").read_bytes()))


def test_a_sheet_that_is_too_large_is_not_even_sent(open_page: Callable[..., Any], draft: Draft) -> None:
    page = open_page(f"/nhap/{draft.id}/hang-loat")
    page.set_input_files("#bang", files=[sheet(b"a" * (MAX_FILE_BYTES + 1))])
    page.get_by_role("button", name="Kiểm tra bảng").click()
    assert "10 MB" in page.inner_text("#bang-lon")
    assert page.evaluate("document.activeElement.id") == "bang"
    assert page.url.endswith("/hang-loat")


def test_the_progress_shows_itself_and_a_lost_server_is_told(
    open_page: Callable[..., Any], served_store: Store, draft: Draft
) -> None:
    page = open_page(f"/nhap/{draft.id}/hang-loat")
    with nobody_runs(served_store):
        send(page, THREE)
        page.get_by_role("button", name="Bắt đầu").click()
        page.get_by_text("Đang chờ đến lượt").first.wait_for()
        job = served_store.jobs.take()
        assert job is not None
        assert page.url.endswith(job.id)
        served_store.jobs.tell(job.id, "làm văn bản", 1, 2, 0, 0.5)
        page.get_by_text("2 trên 3").first.wait_for()
        assert page.evaluate("document.getElementById('tien-do').value") == 2
        assert "2 trên 3" in page.text_content("#tien-do-noi")
        assert not page.is_visible("text=Xem lại tiến độ")
        page.route("**/tien-do", lambda route: route.abort())
        page.get_by_text("Mất liên lạc với docgen").wait_for()
        page.unroute("**/tien-do")
        served_store.jobs.stop(job.id)
        page.get_by_text("Đã dừng theo yêu cầu").wait_for()


def test_without_a_script_there_is_a_button_for_everything(
    site: str, browser: Any, served_store: Store, draft: Draft
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/nhap/{draft.id}/hang-loat")
    with nobody_runs(served_store):
        send(page, THREE)
        page.get_by_role("button", name="Bắt đầu").click()
        page.get_by_role("link", name="Xem lại tiến độ").click()
        page.get_by_role("button", name="Dừng lại").click()
        page.get_by_role("button", name="Làm tiếp").click()
        page.get_by_role("button", name="Dừng lại").wait_for()
    for _ in range(600):
        if not served_store.jobs.listing()[0].at_work:
            break
        time.sleep(0.1)
    page.get_by_role("link", name="Xem lại tiến độ").click()
    assert page.inner_text("#ket-qua") == "Đã làm đủ 3 văn bản."
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (360, "light"), (360, "dark")])
@pytest.mark.parametrize(
    "state", ["begin", "refused", "faults", "worksheets", "clean", "at work", "done", "stopped", "list", "delete"]
)
def test_axe_finds_nothing(
    site: str, browser: Any, served_store: Store, draft: Draft, state: str, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    with nobody_runs(served_store):
        brought(page, site, served_store, draft, state)
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate(RUN, RULES)
        wide = page.evaluate("document.documentElement.scrollWidth")
        context.close()
        for job in served_store.jobs.listing():
            served_store.jobs.stop(job.id)
    assert len(found["passes"]) > 15
    assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found["violations"]] == []
    assert wide <= width


def brought(page: Any, site: str, store: Store, draft: Draft, state: str) -> None:
    """Bring a page to a state."""
    page.goto(f"{site}/nhap/{draft.id}/hang-loat")
    if state == "begin":
        return
    if state == "refused":
        page.get_by_role("button", name="Kiểm tra bảng").click()
        page.wait_for_selector("#bang-loi")
        return
    if state == "worksheets":
        header = ["ten_don_vi", "so"]
        two = workbook(Nhap=[header, ["Xã A", "x"]], That=[header, ["Xã B", "1"]])
        page.set_input_files("#bang", files=[{"name": "đơn vị.xlsx", "mimeType": XLSX, "buffer": two}])
        page.get_by_role("button", name="Kiểm tra bảng").click()
        page.wait_for_url("**/lo/*")
        return
    send(page, BAD if state == "faults" else THREE)
    job = store.jobs.listing()[0]
    if state in {"at work", "done", "stopped"}:
        store.jobs.queue(job.id, most=99)
        store.jobs.take()
        store.jobs.tell(job.id, "làm văn bản", 1, 3, 0, 2)
    if state == "done":
        failed(store, job)
        store.jobs.finish(job.id, "done", made=2, kept=0, failed=1)
    if state == "stopped":
        store.jobs.stop(job.id)
    if state == "delete":
        page.get_by_role("button", name="Xóa lần làm này").click()
        page.wait_for_selector(".grave")
    if state == "list":
        page.goto(f"{site}/lo")
    if state in {"at work", "done", "stopped"}:
        page.goto(f"{site}/lo/{job.id}")


def failed(store: Store, job: Job) -> None:
    """Let one copy have failed."""
    out = JobFiles(store.jobs.folder(job.id)).out
    out.mkdir()
    entry = Entry(
        "002-Xã Bình Minh.docx", "x", "hong", hang=3, vi_sao=("Tiến trình làm văn bản này bị dừng đột ngột.",)
    )
    with opened(out) as log:
        log.note([entry])
    files = JobFiles(store.jobs.folder(job.id))
    keep(files.choices, Choices(merged="docx"))
    keep(files.findings, Findings(20, 3, 20, ("001-Xã An Thịnh.docx: Tệp này khác bản làm lại theo cách thường.",)))
    files.print_set("docx").write_bytes(b"x" * 123_456)
    (out / "ra.zip").write_bytes(b"x" * 1_234_567)
    (out / "bao-cao.xlsx").write_bytes(b"x")


@contextmanager
def nobody_runs(store: Store) -> Iterator[None]:
    """Keep the jobs from the server, as another server on the same database would."""
    for _ in range(600):
        with alone(store.jobs.root()) as ours:
            if ours:
                yield
                return
        time.sleep(0.1)
    pytest.fail("the server never let go of the jobs")
