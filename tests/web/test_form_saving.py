"""What is typed is saved by itself: in a browser, through lost connections, dead browsers, and second windows."""

from __future__ import annotations

import json
from typing import Any

import pytest

from docgen.store import Store
from tests.web.form_page import NewForm, OpenPage, said, stored, value_of, values, wait_saved, wait_true, wait_until

pytestmark = pytest.mark.chromium
# No request of this page gets through any more, not even one that the browser finishes after the page.
DEAF = "() => { window.fetch = () => Promise.reject(new TypeError('away')); }"
KEPT = "Object.keys(localStorage).filter(key => key.startsWith('docgen:nhap:'))"


def test_typing_is_saved_shortly_after_it_stops(open_page: OpenPage, new_form: NewForm, served_store: Store) -> None:
    at = new_form()
    page = open_page(at)
    page.locator("#trich_yeu").press_sequentially("Trồng cây")
    assert "Đang lưu" in page.inner_text("#da-luu")
    wait_saved(page)
    assert value_of(served_store, at, "trich_yeu") == "Trồng cây"
    assert page.evaluate(KEPT) == []
    revision = stored(served_store, at).revision
    assert page.input_value("input[name=revision]") == str(revision)
    page.locator("#noi_nhan-them").click()
    page.keyboard.insert_text("Sở Y tế")
    page.locator("#luu").focus()
    wait_until(page, lambda: ("noi_nhan[2]", "Sở Y tế") in stored(served_store, at).pairs, "a row was not saved")


def test_a_copy_is_in_the_browser_before_the_server_has_it(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form())
    page.route("**/nhap/*", lambda route: route.abort() if route.request.method == "PUT" else route.continue_())
    page.locator("#trich_yeu").press_sequentially("Mất mạng")
    page.wait_for_timeout(300)
    (key,) = page.evaluate(KEPT)
    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", key))
    assert ["trich_yeu", "Mất mạng"] in kept["pairs"]


def test_a_server_that_was_away_gets_everything_when_it_is_back(
    open_page: OpenPage, new_form: NewForm, served_store: Store
) -> None:
    at = new_form()
    page = open_page(at)
    page.context.set_offline(True)
    page.fill("#trich_yeu", "Khi mất mạng")
    page.wait_for_selector("#da-luu[data-state=away]")
    assert "đang giữ trong trình duyệt, sẽ tự lưu lại" in page.inner_text("#da-luu")
    page.fill("#luu", "VT")
    page.context.set_offline(False)
    wait_saved(page)
    assert value_of(served_store, at, "trich_yeu") == "Khi mất mạng"
    assert value_of(served_store, at, "luu") == "VT"
    assert "Đã liên lạc lại được" in said(page)
    assert page.evaluate(KEPT) == []


def test_what_a_dead_browser_could_not_save_is_taken_up_again(
    open_page: OpenPage, new_form: NewForm, served_store: Store
) -> None:
    at = new_form()
    page = open_page(at)
    page.evaluate(DEAF)
    page.fill("#trich_yeu", "Gõ trước khi máy tắt")
    page.locator("#can_cu-them").click()
    page.keyboard.insert_text("Căn cứ thứ hai")
    page.wait_for_timeout(400)
    context, address = page.context, page.url
    page.close()
    again = context.new_page()
    again.goto(address)
    wait_true(again, "document.getElementById('trich_yeu').value === 'Gõ trước khi máy tắt'")
    assert values(again, "can_cu") == ["", "Căn cứ thứ hai"]
    assert "Đã lấy lại phần gõ lúc" in said(again)
    wait_saved(again)
    wait_until(again, lambda: value_of(served_store, at, "trich_yeu") == "Gõ trước khi máy tắt", "not saved")
    again.locator("h1").click()
    again.keyboard.press("Control+z")
    assert again.input_value("#trich_yeu") == ""


def test_a_copy_the_server_has_already_is_dropped_in_silence(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form())
    page.fill("#trich_yeu", "Đã tới nơi")
    wait_saved(page)
    page.evaluate(
        """async () => {
          const module = (name) => import(document.querySelector("script[type=module]").src.replace("docgen.js", name));
          const [{ keep }, { readPairs }] = [await module("local.js"), await module("state.js")];
          const form = document.querySelector("form.sheet");
          keep(form.dataset.draft, "cu", { revision: 1, when: Date.now(), pairs: readPairs(form), sent: [] });
        }"""
    )
    page.reload()
    wait_true(page, f"{KEPT}.length === 0")
    assert said(page) == ""
    assert page.locator("#hai-cua-so button").count() == 0


def test_an_older_copy_is_offered_when_the_draft_has_changed_elsewhere(
    open_page: OpenPage, new_form: NewForm, served_store: Store
) -> None:
    at = new_form()
    page = open_page(at)
    page.evaluate(DEAF)
    page.fill("#trich_yeu", "Bản trong trình duyệt")
    page.wait_for_timeout(400)
    draft = stored(served_store, at)
    context, address = page.context, page.url
    page.close()
    served_store.drafts.overwrite(draft.id, [*draft.pairs, ("trich_yeu", "Bản ở nơi khác")], title="")
    again = context.new_page()
    again.goto(address)
    again.get_by_role("button", name="Lấy bản trình duyệt giữ").click()
    assert again.input_value("#trich_yeu") == "Bản trong trình duyệt"
    wait_until(again, lambda: value_of(served_store, at, "trich_yeu") == "Bản trong trình duyệt", "not saved")
    again.locator("h1").click()
    again.keyboard.press("Control+z")
    assert again.input_value("#trich_yeu") == "Bản ở nơi khác"


def test_of_two_windows_one_can_take_the_others_state(
    open_page: OpenPage, new_form: NewForm, served_store: Store
) -> None:
    at = new_form()
    one, two = open_page(at), open_page(at)
    one.fill("#trich_yeu", "Cửa sổ một")
    wait_saved(one)
    wait_until(one, lambda: value_of(served_store, at, "trich_yeu") == "Cửa sổ một", "not saved")
    two.fill("#luu", "Cửa sổ hai")
    two.get_by_role("button", name="Lấy bản kia").click()
    wait_true(two, "document.getElementById('trich_yeu').value === 'Cửa sổ một'")
    assert two.input_value("#luu") == ""
    two.locator("h1").click()
    two.keyboard.press("Control+z")
    assert (two.input_value("#luu"), two.input_value("#trich_yeu")) == ("Cửa sổ hai", "")
    wait_until(two, lambda: value_of(served_store, at, "luu") == "Cửa sổ hai", "the step back was not saved")


def test_of_two_windows_one_can_keep_its_own(open_page: OpenPage, new_form: NewForm, served_store: Store) -> None:
    at = new_form()
    one, two = open_page(at), open_page(at)
    one.fill("#trich_yeu", "Cửa sổ một")
    wait_saved(one)
    wait_until(one, lambda: value_of(served_store, at, "trich_yeu") == "Cửa sổ một", "not saved")
    two.fill("#luu", "Cửa sổ hai")
    two.wait_for_selector("#da-luu[data-state=overtaken]")
    assert value_of(served_store, at, "luu") == ""
    two.get_by_role("button", name="Giữ bản đang gõ ở đây").click()
    wait_until(two, lambda: value_of(served_store, at, "luu") == "Cửa sổ hai", "not kept")
    assert value_of(served_store, at, "trich_yeu") == ""
    versions = served_store.drafts.versions(stored(served_store, at).id)
    kept = [dict(served_store.drafts.version(stored(served_store, at).id, each.number).pairs) for each in versions]
    assert "Cửa sổ một" in [each.get("trich_yeu") for each in kept]
    wait_true(two, "!document.querySelector('#hai-cua-so button')")


def test_a_second_window_of_the_same_browser_is_told_early(open_page: OpenPage, new_form: NewForm) -> None:
    one = open_page(new_form())
    two = one.context.new_page()
    two.goto(one.url)
    for page in (one, two):
        page.wait_for_selector("#hai-cua-so :text('cũng đang mở ở một cửa sổ khác')")
    one.get_by_role("button", name="Đã hiểu").click()
    one.fill("#luu", "VT")
    two.wait_for_selector("#hai-cua-so :text('vừa được lưu ở một cửa sổ khác')")


def test_an_answer_that_was_lost_is_not_taken_for_another_window(
    open_page: OpenPage, new_form: NewForm, served_store: Store
) -> None:
    at = new_form()
    page = open_page(at)
    lost: list[int] = []

    def lose(route: Any) -> None:
        if route.request.method != "PUT" or lost:
            route.continue_()
            return
        lost.append(route.fetch().status)
        route.abort()

    page.route("**/nhap/*", lose)
    page.fill("#trich_yeu", "Tới nơi")
    page.wait_for_selector("#da-luu[data-state=away]")
    page.fill("#luu", "VT")
    wait_until(page, lambda: value_of(served_store, at, "luu") == "VT", "not saved", 10)
    assert lost == [200]
    assert page.locator("#hai-cua-so button").count() == 0


def test_a_token_of_an_older_server_is_renewed_by_itself(
    open_page: OpenPage, new_form: NewForm, served_store: Store
) -> None:
    at = new_form()
    page = open_page(at)
    page.evaluate("document.getElementById('csrf_token').value = 'cu'")
    page.fill("#luu", "VT")
    wait_until(page, lambda: value_of(served_store, at, "luu") == "VT", "not saved")


def test_a_session_that_ended_loses_nothing(open_page: OpenPage, new_form: NewForm, served_store: Store) -> None:
    at = new_form()
    page = open_page(at)
    page.route(
        "**/nhap/*", lambda route: route.fulfill(status=401) if route.request.method == "PUT" else route.continue_()
    )
    page.fill("#luu", "VT")
    page.wait_for_selector("#hai-cua-so :text('Phiên làm việc đã hết')")
    page.unroute("**/nhap/*")
    page.get_by_role("button", name="Đã đăng nhập, lưu ngay").click()
    wait_until(page, lambda: value_of(served_store, at, "luu") == "VT", "not saved")
    wait_true(page, "!document.querySelector('#hai-cua-so button')")


@pytest.mark.parametrize("kept", [True, False])
def test_leaving_is_asked_about_only_when_nothing_holds_what_was_typed(
    open_page: OpenPage, new_form: NewForm, kept: bool
) -> None:
    page = open_page(new_form())
    asked: list[str] = []

    def answer(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.route("**/nhap/*", lambda route: route.abort() if route.request.method == "PUT" else route.continue_())
    if not kept:
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    page.locator("#trich_yeu").press_sequentially("a")
    page.locator(".brand").click()
    page.wait_for_url(lambda url: url.endswith("/"))
    assert asked == ([] if kept else ["beforeunload"])


def test_what_was_typed_last_is_saved_while_the_page_is_left(
    open_page: OpenPage, new_form: NewForm, served_store: Store
) -> None:
    at = new_form()
    page = open_page(at)
    page.locator("#trich_yeu").press_sequentially("Ngay trước khi đi")
    page.locator(".brand").click()
    page.wait_for_url(lambda url: url.endswith("/"))
    wait_until(page, lambda: value_of(served_store, at, "trich_yeu") == "Ngay trước khi đi", "not saved")
    page.go_back()
    wait_true(page, "document.getElementById('trich_yeu').value === 'Ngay trước khi đi'")
    page.fill("#luu", "VT")
    wait_until(page, lambda: value_of(served_store, at, "luu") == "VT", "not saved after coming back")
    assert page.locator("#hai-cua-so button").count() == 0
