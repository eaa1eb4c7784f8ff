"""The form in a real browser: with scripts, without them, by keyboard, on a small screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen import pipeline
from docgen.data_dir import DataDir
from docgen.intake.form import from_post
from docgen.kinds import Kinds
from docgen.store import Store
from tests.web.conftest import NewForm
from tests.web.shown import LEAST

pytestmark = pytest.mark.chromium
OpenPage = Callable[..., Any]


def values(page: Any, name: str) -> list[str]:
    return list(page.evaluate("n => [...document.querySelectorAll(`form [name^='${n}[']`)].map(e => e.value)", name))


def typed_by_keyboard(page: Any, pairs: list[tuple[str, str]]) -> None:
    """Walk through the page by Tab and type into the inputs met, without ever touching the mouse."""
    wanted = dict(pairs)
    for _ in range(200):
        if not wanted:
            return
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.name ?? ''")
        value = wanted.pop(name, None)
        if value is None:
            continue
        if page.evaluate("document.activeElement.tagName") == "SELECT":
            page.keyboard.type(value)
        else:
            page.keyboard.insert_text(value)
        if page.evaluate("document.activeElement.matches('[data-body]')"):
            # In a body that is being written Tab is for the levels; Escape gives it back, and says so.
            page.keyboard.press("Escape")
    raise AssertionError(f"never reached: {list(wanted)}")


def test_a_whole_plan_is_filled_by_keyboard_alone_and_downloaded(
    open_page: OpenPage, data: DataDir, kinds: Kinds, tmp_path: Path
) -> None:
    page = open_page("/moi")
    # The first kind and the first issuer are chosen already: Tab to the button.
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "trong":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/nhap/*")
    typed_by_keyboard(page, [pair for pair in LEAST if pair[0] != "co_quan.loai"])
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "tai-ve":
            break
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    assert coming.value.suggested_filename == "KH-UBND Trồng cây năm 2027.docx"
    coming.value.save_as(tmp_path / "x.docx")
    wanted = pipeline.make(from_post([("loai", "ke-hoach"), *LEAST], kinds).raw, data)
    assert (tmp_path / "x.docx").read_bytes() == wanted.docx
    assert "trình duyệt đang tải về" in page.inner_text("#vua-lam")
    assert page.input_value("#trich_yeu") == "Trồng cây năm 2027"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("name", ["can_cu", "noi_nhan", "phan", "phu_luc"])
def test_rows_are_added_moved_and_removed(open_page: OpenPage, new_form: NewForm, name: str, scripts: bool) -> None:
    page = open_page(new_form(sample=True), java_script_enabled=scripts)
    before = page.locator(f"form [name^='{name}[']").count()
    page.locator(f"#{name}-them").click()
    page.wait_for_load_state()
    new = page.locator(":focus")
    assert new.get_attribute("name").startswith(f"{name}[")
    assert new.input_value() == ""
    assert page.locator(f"form [name^='{name}[']").count() > before
    new.fill("VỪA THÊM & <b>")
    row = page.locator(f".row:has(#{new.get_attribute('id')})")
    key = row.get_attribute("data-row")
    at = new.get_attribute("id")
    page.locator(f"#{name}-{key}-len").click()
    page.wait_for_load_state()
    assert page.locator(f"#{at}").input_value() == "VỪA THÊM & <b>"
    assert page.locator(":focus").get_attribute("id") in {f"{name}-{key}-len", f"{name}-{key}-xuong"}
    number = page.locator(f".row:has(#{at}) [data-number]").first.inner_text()
    total = page.locator(f"[data-rows='{name}'] .row").count()
    assert int(number) == total - 1
    page.locator(f"#{name}-{key}-xoa").click()
    page.wait_for_load_state()
    assert page.locator(f"#{at}").count() == 0
    assert page.locator(f"form [name^='{name}[']").count() == before
    numbers = page.locator(f"[data-rows='{name}'] .row .tools .remove [data-number]").all_inner_texts()
    assert [int(each) for each in numbers] == list(range(1, len(numbers) + 1))


def test_a_removed_row_can_be_taken_back(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(sample=True))
    before = values(page, "noi_nhan")
    page.locator("#noi_nhan").locator(".remove").nth(2).click()
    assert values(page, "noi_nhan") == before[:2] + before[3:]
    page.locator("#vua-lam").get_by_role("button", name="Hoàn tác").click()
    assert values(page, "noi_nhan") == before
    assert "Đã hoàn tác" in page.inner_text("#vua-lam")


def test_a_key_is_not_given_twice(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form())
    for _ in range(2):
        page.locator("#can_cu-them").click()
    page.locator("#can_cu .remove").nth(2).click()
    page.locator("#can_cu-them").click()
    page.get_by_role("button", name="Hoàn tác").count()
    names = page.evaluate("[...document.querySelectorAll(\"form [name^='can_cu[']\")].map(e => e.name)")
    assert len(names) == len(set(names)) == 3


def test_enter_in_a_list_asks_for_the_next_line(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form())
    page.locator("#noi_nhan-1").focus()
    for line in ("UBND tỉnh", "Các sở"):
        page.keyboard.insert_text(line)
        page.keyboard.press("Enter")
    assert values(page, "noi_nhan") == ["UBND tỉnh", "Các sở", ""]
    page.keyboard.insert_text("a")
    page.keyboard.press("Shift+Enter")
    assert values(page, "noi_nhan")[-1] == "a\n"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("button", ["Kiểm tra", "Tải tệp Word"])
def test_the_summary_gets_the_focus_and_leads_to_the_fields(
    open_page: OpenPage, new_form: NewForm, scripts: bool, button: str
) -> None:
    page = open_page(new_form(), java_script_enabled=scripts)
    page.fill("#trich_yeu", "Giữ & nguyên")
    page.fill("#ngay", "31/2/2024")
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_selector("#can-sua")
    assert page.locator(":focus").get_attribute("id") == "can-sua"
    assert page.input_value("#trich_yeu") == "Giữ & nguyên"
    assert page.locator("#ngay").get_attribute("aria-invalid") == "true"
    page.locator("#can-sua a", has_text="Ngày ban hành").click()
    assert page.locator(":focus").get_attribute("id") == "ngay"
    assert "29" in page.inner_text("#ngay-loi")
    assert page.locator("#nhom-2-dem").inner_text() == "2 chỗ cần sửa"
    assert page.title().startswith("Cần sửa:")


def test_mended_faults_go_away_without_leaving_the_page(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(sample=True))
    page.evaluate("window.same = true")
    page.fill("#ngay", "31/2/2024")
    page.get_by_role("button", name="Kiểm tra", exact=True).click()
    page.wait_for_selector("#can-sua")
    page.fill("#ngay", "28/2/2024")
    page.get_by_role("button", name="Kiểm tra", exact=True).click()
    page.wait_for_selector(".notice.well")
    assert page.locator(".fault").count() == 0
    assert page.locator("[aria-invalid]").count() == 0
    assert page.evaluate("window.same") is True


def test_enter_in_a_line_checks_and_takes_nothing_away(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(sample=True))
    before = page.evaluate("new FormData(document.querySelector('form')).getAll('noi_nhan[0]').length")
    page.locator("#dia_danh").press("Enter")
    page.wait_for_selector("#thong-bao .notice.well, #can-sua")
    assert page.evaluate("new FormData(document.querySelector('form')).getAll('noi_nhan[0]').length") == before


def test_the_sentence_follows_the_issuer_at_once(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form())
    assert page.locator("#co_quan-don_vi_soan").is_hidden()
    page.select_option("#co_quan-loai", "doan")
    page.wait_for_selector("#the-thuc-da-chon:has-text('29-HD')")
    assert page.locator("#co_quan-don_vi_soan").is_visible()


def test_a_server_that_is_away_is_told_and_nothing_is_lost(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form())
    page.fill("#trich_yeu", "Còn nguyên")
    # Only the way to the server is cut; the form and its script are the real ones.
    page.route("**/nhap/**", lambda route: route.abort())
    page.get_by_role("button", name="Tải tệp Word").click()
    page.wait_for_selector(".notice.trouble")
    assert "Chưa liên lạc được" in page.inner_text("#thong-bao")
    assert page.input_value("#trich_yeu") == "Còn nguyên"


def test_too_much_is_told_on_the_page_and_nothing_is_lost(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form())
    page.fill("#trich_yeu", "Còn nguyên")
    page.evaluate(
        """() => { const area = document.getElementById("mo_dau"); area.value = "a".repeat(7000000);
           area.dispatchEvent(new Event("input", { bubbles: true })); }"""
    )
    page.get_by_role("button", name="Tải tệp Word").click()
    page.wait_for_selector(".notice.trouble")
    assert "Nội dung quá lớn" in page.inner_text("#thong-bao")
    assert page.input_value("#trich_yeu") == "Còn nguyên"
    assert len(page.input_value("#mo_dau")) == 7_000_000


def test_a_token_of_an_older_server_is_renewed_by_itself(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(sample=True))
    page.evaluate("document.getElementById('csrf_token').value = 'cu'")
    with page.expect_download():
        page.get_by_role("button", name="Tải tệp Word").click()


def test_without_scripts_an_old_token_shows_the_form_again(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(sample=True), java_script_enabled=False)
    page.fill("#trich_yeu", "Còn nguyên")
    page.context.clear_cookies()
    page.get_by_role("button", name="Kiểm tra", exact=True).click()
    page.wait_for_selector(".notice.trouble")
    assert page.input_value("#trich_yeu") == "Còn nguyên"
    page.get_by_role("button", name="Kiểm tra", exact=True).click()
    page.wait_for_selector(".notice.well")


def test_without_scripts_the_paper_is_downloaded_too(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form("doan", sample=True), java_script_enabled=False)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Tải tệp Word").click()
    assert re.fullmatch(r"48-KH-TĐTN-TNTH .*\.docx", coming.value.suggested_filename)


def test_who_leaves_loses_nothing_and_is_not_asked(open_page: OpenPage, new_form: NewForm, served_store: Store) -> None:
    at = new_form()
    page = open_page(at)
    asked: list[str] = []

    def answer(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.locator("#trich_yeu").press_sequentially("a")
    page.locator(".brand").click()
    page.wait_for_url(lambda url: url.endswith("/"))
    assert asked == []
    page.go_back()
    assert page.input_value("#trich_yeu") == "a"
    page.wait_for_function("document.getElementById('da-luu').textContent.startsWith('Đã lưu')")
    assert dict(served_store.drafts.get(at.removeprefix("/nhap/")).pairs)["trich_yeu"] == "a"
