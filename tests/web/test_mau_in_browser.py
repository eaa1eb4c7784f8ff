"""A maintainer at work in a real browser: send in, look, put to use, make a paper, roll back; and axe on every page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docgen import package
from docgen.data_dir import find
from docgen.store import Store, open_store
from tests.web.conftest import serving
from tests.web.maintaining import BROKEN, OTHER_FONT, PLAN, TEMPLATE
from tests.web.shown import LEAST
from tests.web.test_axe import AXE, RULES, RUN
from tests.workshop.templates import DOCUMENT, plan

pytestmark = [pytest.mark.chromium, pytest.mark.libreoffice]

MOVED = plan(("Nơi nhận:", "Nơi nhận: "))
SHOWN = b"N\xc6\xa1i nh\xe1\xba\xadn: <"


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Store]]:
    """A server of its own, since what is put to use here is nobody else's business; and its store."""
    folder = tmp_path_factory.mktemp("workshop")
    url = f"sqlite:///{folder / 'x.sqlite3'}"
    root, found = folder / "goc", find()
    for each in ("forms/mau", "templates"):
        (root / each).mkdir(parents=True)
    shutil.copy(found.form("ke-hoach"), root / "forms")
    for the_thuc in ("nd30", "doan", "dang"):
        shutil.copy(found.template("ke-hoach", the_thuc), root / "templates")
        shutil.copy(found.sample("ke-hoach", the_thuc), root / "forms/mau")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCGEN_DB", url)
        patch.setenv("DOCGEN_DATA", str(root))
        with serving("127.0.0.1") as address, open_store(url) as store:
            yield address, store


@pytest.fixture
def page(workshop: tuple[str, Store], browser: Any) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    made = context.new_page()
    made.set_default_timeout(60_000)
    troubles: list[str] = []
    made.on("console", lambda said: troubles.append(said.text) if said.type in {"error", "warning"} else None)
    made.on("pageerror", lambda error: troubles.append(str(error)))
    yield made
    context.close()
    assert [each for each in troubles if "Failed to load resource" not in each] == []


def sent(page: Any, address: str, data: bytes, note: str, folder: Path) -> None:
    """Send a file in by the page of the plan's template."""
    file = folder / "ke-hoach.nd30.docx"
    file.write_bytes(data)
    page.goto(address + PLAN)
    page.set_input_files("#tep", str(file))
    page.fill("#ghi_chu", note)
    page.get_by_role("button", name="Gửi và xét").click()
    page.wait_for_selector(".deciding")


def made(page: Any, address: str, store: Store, folder: Path) -> bytes:
    """The text part of a paper made from the form."""
    draft = store.drafts.create("ke-hoach", LEAST, title="Trồng cây")
    page.goto(address + "/")
    with page.expect_download() as found:
        page.evaluate("path => { location.href = path }", f"{address}/nhap/{draft.id}/word?xac-nhan=1")
    found.value.save_as(folder / "made.docx")
    return package.read(folder / "made.docx", "x")[DOCUMENT]


def test_from_an_upload_to_a_paper_and_back(page: Any, workshop: tuple[str, Store], tmp_path: Path) -> None:
    address, store = workshop
    sent(page, address, BROKEN, "gõ sai tên thẻ", tmp_path)
    assert page.locator(".remark.loi").first.is_visible()
    assert "so_ky_hiew" in page.inner_text(".remarks")
    assert page.get_by_role("button", name="Đưa vào dùng").count() == 0

    sent(page, address, OTHER_FONT, "đổi phông", tmp_path)
    assert "Arial" in page.inner_text("#khac + *")
    page.wait_for_function(
        "() => [...document.images].every((each) => (each.loading = 'eager') && each.naturalWidth > 100)"
    )
    assert page.locator(".beside-pages").count() >= 2
    assert page.locator(".page-and-boxes rect").count() > 0, "what moved is framed"

    sent(page, address, MOVED, "thêm dấu cách", tmp_path)
    number = store.shelf.versions(TEMPLATE)[0].number
    if page.locator("input[name='xac-nhan']").count():
        page.check("input[name='xac-nhan']")
    page.get_by_role("button", name="Đưa vào dùng").click()
    page.wait_for_selector(".notice.well")
    assert f"dùng bản {number}" in page.inner_text(".notice.well")
    assert SHOWN in made(page, address, store, tmp_path)

    page.goto(address + PLAN)
    assert "Trồng cây" in page.inner_text("#van-ban + .found")
    page.goto(f"{address}{PLAN}/ban/0")
    page.get_by_role("button", name="Quay về bản của docgen").click()
    page.wait_for_selector(".notice.well")
    assert SHOWN not in made(page, address, store, tmp_path)

    page.goto(f"{address}/mau/tra")
    page.set_input_files("#tep", str(tmp_path / "made.docx"))
    page.get_by_role("button", name="Tra").click()
    assert "bản của docgen" in page.inner_text(".answer")


def test_a_form_is_edited_by_keyboard(page: Any, workshop: tuple[str, Store]) -> None:
    address, store = workshop
    page.goto(f"{address}/mau/ke-hoach/sua")
    text = page.input_value("#chu")
    page.fill("#chu", text.replace("nhan: Trích yếu", "nhan: Về việc gì"))
    page.get_by_role("button", name="Xem thử biểu").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".tried-form")
    assert "Về việc gì" in page.inner_text(".tried-form")
    assert (
        page.locator(".tried-form input:enabled, .tried-form textarea:enabled, .tried-form button:enabled").count() == 0
    )
    page.get_by_role("button", name="Lưu thành bản mới").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".deciding")
    page.get_by_role("button", name="Đưa vào dùng").click()
    page.wait_for_selector(".notice.well")
    draft = store.drafts.create("ke-hoach", LEAST)
    page.goto(f"{address}/nhap/{draft.id}")
    assert "Về việc gì" in page.inner_text("#bieu")
    store.shelf.withdraw("forms/ke-hoach.yaml")


def untouched(page: Any) -> None:
    """As it opens."""


def checked(page: Any) -> None:
    page.fill("#chu", page.input_value("#chu").replace("kieu: choice", "kieu: chosen"))
    page.get_by_role("button", name="Kiểm tra").click()
    page.wait_for_selector(".remark")


def tried(page: Any) -> None:
    page.get_by_role("button", name="Xem thử biểu").click()
    page.wait_for_selector(".tried-form")


def refused(page: Any) -> None:
    page.get_by_role("button", name="Gửi và xét").click()
    page.wait_for_selector(".notice.trouble")


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (360, "dark")])
@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/mau", untouched),
        ("/mau/tra", untouched),
        (PLAN, untouched),
        (PLAN, refused),
        (f"{PLAN}/ten", untouched),
        (f"{PLAN}/ban/0", untouched),
        (f"{PLAN}/ban/1", untouched),
        (f"{PLAN}/ban/2", untouched),
        ("/mau/ke-hoach", untouched),
        ("/mau/ke-hoach/ban/1", untouched),
        ("/mau/ke-hoach/sua", untouched),
        ("/mau/ke-hoach/sua", checked),
        ("/mau/ke-hoach/sua", tried),
    ],
)
def test_axe_finds_nothing(
    browser: Any, workshop: tuple[str, Store], path: str, state: Any, width: int, scheme: str
) -> None:
    address, store = workshop
    for data in (BROKEN, OTHER_FONT):
        store.shelf.add(TEMPLATE, data, who="hoa", note="đã sửa")
    own = find().form("ke-hoach").read_bytes()
    store.shelf.add("forms/ke-hoach.yaml", own.replace("nhan: Trích yếu".encode(), "nhan: Về việc gì".encode()))
    store.shelf.used("", TEMPLATE, store.shelf.get(TEMPLATE, 1).sha256, "Kế hoạch trồng cây", "lan", copies=40)
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(address + path)
    state(page)
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(RUN, RULES)
    fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
    assert len(found["passes"]) > 10
    assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found["violations"]] == []
    assert fits
