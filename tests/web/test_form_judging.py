"""The list of what is missing and what should be looked at, and files out: on the real app, in a browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from docgen import pipeline
from docgen.data_dir import DataDir
from docgen.intake.form import from_post
from docgen.kinds import Kinds
from docgen.store import Store
from tests.web.form_page import NewForm, OpenPage, Pages, focused, said, value_of, wait_saved, wait_true
from tests.web.shown import sample_pairs

pytestmark = pytest.mark.chromium
WORD, PDF = "Tải tệp Word", "PDF"


def opened(open_page: OpenPage, at: str, **how: Any) -> Any:
    """The form; its preview is answered in place of LibreOffice."""
    page = open_page("/khong-co", **how)
    Pages(page)
    page.goto(page.url.replace("/khong-co", at))
    return page


def press(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_what_is_missing_is_listed_without_taking_the_focus(open_page: OpenPage, new_form: NewForm) -> None:
    page = opened(open_page, new_form())
    page.locator("#luu").focus()
    page.wait_for_selector("#xet .found.missing")
    before = page.locator("#xet .found.missing .finding").count()
    assert focused(page) == "luu"
    assert page.locator(".fault, [aria-invalid]").count() == 0
    page.keyboard.insert_text("VT")
    wait_true(page, f"document.querySelectorAll('#xet .missing .finding').length === {before - 1}")
    assert focused(page) == "luu"


def test_a_click_goes_to_the_field_and_opens_what_is_folded(open_page: OpenPage, new_form: NewForm) -> None:
    page = opened(open_page, new_form(sample=True))
    page.locator("#noi_dung textarea[data-body]").nth(1).fill("3. Một\n- hai")
    page.locator("#noi_dung [data-fold=all]").click()
    line = page.locator("#xet .found.note button").first
    line.wait_for()
    target = line.get_attribute("data-to")
    line.click()
    assert focused(page) == target
    assert page.locator(f"#{target}").is_visible()
    assert page.locator(f"#{target}").evaluate("e => e.closest('details').open")


def test_on_a_narrow_screen_a_click_shows_the_form(open_page: OpenPage, new_form: NewForm) -> None:
    page = opened(open_page, new_form(), width=360, height=740)
    wait_true(page, "document.getElementById('xet-dem').textContent !== ''")
    page.locator("[data-show=xet]").click()
    page.locator("#xet button").first.click()
    assert focused(page) == "co_quan-ten"
    assert page.locator("#co_quan-ten").is_visible()


@pytest.mark.parametrize("button", ["Kiểm tra", WORD])
def test_the_summary_gets_the_focus_and_leads_to_the_fields(
    open_page: OpenPage, new_form: NewForm, button: str
) -> None:
    page = opened(open_page, new_form())
    page.fill("#trich_yeu", "Giữ & nguyên")
    page.fill("#ngay", "31/2/2024")
    press(page, button)
    page.wait_for_selector("#can-sua")
    assert focused(page) == "can-sua"
    assert page.locator("#ngay").get_attribute("aria-invalid") == "true"
    assert "29" in page.inner_text("#ngay-loi")
    page.locator("#can-sua a", has_text="Ngày ban hành").click()
    assert focused(page) == "ngay"
    assert page.locator("#nhom-2-dem").inner_text() == "2 chỗ cần sửa"
    assert page.title().startswith("Cần sửa:")
    page.fill("#ngay", "28/2/2024")
    press(page, "Kiểm tra")
    wait_true(page, "!document.querySelector('#ngay-loi p')")
    assert page.locator("#ngay").get_attribute("aria-invalid") is None


def test_a_paper_in_order_is_said_to_be(open_page: OpenPage, new_form: NewForm) -> None:
    page = opened(open_page, new_form(sample=True))
    page.locator("#dia_danh").press("Enter")
    page.wait_for_selector("#thong-bao .notice.well")
    assert page.title() == page.title().removeprefix("Cần sửa: ")


def test_word_is_what_was_typed_a_moment_before(
    open_page: OpenPage, new_form: NewForm, served_store: Store, data: DataDir, kinds: Kinds, tmp_path: Path
) -> None:
    at = new_form(sample=True)
    page = opened(open_page, at)
    page.fill("#trich_yeu", "Vừa gõ xong & tải ngay")
    with page.expect_download() as coming:
        press(page, WORD)
    assert re.fullmatch(r".*Vừa gõ xong.*\.docx", coming.value.suggested_filename)
    coming.value.save_as(tmp_path / "x.docx")
    pairs = [
        (name, "Vừa gõ xong & tải ngay" if name == "trich_yeu" else value)
        for name, value in sample_pairs("nha-nuoc")
        if name != "loai"
    ]
    assert (tmp_path / "x.docx").read_bytes() == pipeline.make(
        from_post([("loai", "ke-hoach"), *pairs], kinds).raw, data
    ).docx
    assert value_of(served_store, at, "trich_yeu") == "Vừa gõ xong & tải ngay"
    assert "trình duyệt đang tải về" in said(page)


def test_the_data_file_comes_also_while_something_is_missing(
    open_page: OpenPage, new_form: NewForm, tmp_path: Path
) -> None:
    page = opened(open_page, new_form())
    page.fill("#trich_yeu", "Chưa xong")
    with page.expect_download() as coming:
        press(page, "Dữ liệu")
    coming.value.save_as(tmp_path / "x.yaml")
    assert yaml.safe_load((tmp_path / "x.yaml").read_text("utf-8"))["trich_yeu"] == "Chưa xong"


def test_errors_ask_once(open_page: OpenPage, new_form: NewForm) -> None:
    page = opened(open_page, new_form(sample=True))
    asked: list[str] = []

    def word(route: Any) -> None:
        asked.append(route.request.url)
        if "xac-nhan=1" in route.request.url:
            route.continue_()
            return
        told = {"errors": 1, "why": "Văn bản còn 1 chỗ.", "findings": [{"code": "X", "text": "Sai <b>một</b> chỗ."}]}
        route.fulfill(status=409, json=told)

    page.route("**/nhap/*/word*", word)
    press(page, WORD)
    page.wait_for_selector("#hoi-tai[open]")
    assert "Sai <b>một</b> chỗ." in page.inner_text("#hoi-tai")
    press(page, "Quay lại xem")
    assert page.locator("#hoi-tai").is_hidden()
    press(page, WORD)
    with page.expect_download():
        press(page, "Vẫn tải về")
    assert [("xac-nhan" in each) for each in asked] == [False, False, True]


def test_without_libreoffice_a_pdf_is_refused_with_a_reason(open_page: OpenPage, new_form: NewForm) -> None:
    page = opened(open_page, new_form(sample=True))
    page.route("**/pdf*", lambda route: route.fulfill(status=503, json={"why": "Máy này chưa có LibreOffice."}))
    press(page, PDF)
    page.wait_for_selector(".notice.trouble")
    assert "chưa có LibreOffice" in page.inner_text("#thong-bao")


def test_a_server_that_is_away_is_told_and_nothing_is_lost(open_page: OpenPage, new_form: NewForm) -> None:
    page = opened(open_page, new_form())
    page.fill("#trich_yeu", "Còn nguyên")
    wait_saved(page)
    page.context.set_offline(True)
    press(page, WORD)
    page.wait_for_selector(".notice.trouble")
    assert "Chưa liên lạc được" in page.inner_text("#thong-bao")
    assert page.input_value("#trich_yeu") == "Còn nguyên"
    page.context.set_offline(False)
