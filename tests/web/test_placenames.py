"""GET /dia-danh, and the box that uses it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient


def test_places_are_found_with_all_that_tells_them_apart(client: FlaskClient) -> None:
    found = client.get("/dia-danh?q=ba+dinh,+ha+noi").json
    assert found == [{"ten": "Ba Đình", "cap": "phường", "tinh": "thành phố Hà Nội", "ghi": ["Ba Đình"]}]
    (first, *_) = client.get("/dia-danh?q=tp.hcm").json
    assert first == {"ten": "Hồ Chí Minh", "cap": "thành phố", "tinh": "", "ghi": ["Thành phố Hồ Chí Minh"]}


def test_at_most_twenty_and_nothing_for_nothing(client: FlaskClient) -> None:
    assert len(client.get("/dia-danh?q=tan").json) == 20
    assert client.get("/dia-danh?q=").json == []
    assert client.get("/dia-danh").json == []


@pytest.mark.parametrize(
    ("ngay", "cap"),
    [
        ("29/4/2026", "tỉnh"),
        ("30/4/2026", "thành phố"),
        ("3/2026", "tỉnh"),
        ("2025", "tỉnh"),
        ("18/9/2019", "thành phố"),
        ("", "thành phố"),
        ("hôm nay", "thành phố"),
        ("31/2/2026", "thành phố"),
    ],
)
def test_the_day_of_the_paper_decides(client: FlaskClient, ngay: str, cap: str) -> None:
    assert client.get("/dia-danh", query_string={"q": "dong nai", "ngay": ngay}).json[0]["cap"] == cap


@pytest.mark.parametrize("q", ["\x00", "🇻🇳" * 5000, "%", "a" * 100_000, "[.*"])
def test_any_text_is_only_searched_for(client: FlaskClient, q: str) -> None:
    assert client.get("/dia-danh", query_string={"q": q}).status_code == 200


def typed(page: Any, text: str) -> None:
    page.locator("#dia_danh").press_sequentially(text)
    page.wait_for_selector("[role=option]")


def told(page: Any) -> str:
    found: str = page.locator(".combobox [role=status]").text_content()
    return found


@pytest.mark.chromium
def test_a_place_is_chosen_by_keyboard(open_page: Callable[..., Any], new_form: Callable[..., str]) -> None:
    page = open_page(new_form())
    box = page.locator("#dia_danh")
    assert box.get_attribute("role") == "combobox"
    assert box.get_attribute("aria-expanded") == "false"
    typed(page, "tp hcm")
    assert box.get_attribute("aria-expanded") == "true"
    assert told(page).startswith("Có 20 địa danh")
    page.keyboard.press("ArrowDown")
    active = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert active.get_attribute("aria-selected") == "true"
    assert "Thành phố Hồ Chí Minh" in active.text_content()
    assert page.locator("[role=option][aria-selected=true]").count() == 1
    page.keyboard.press("Enter")
    assert box.input_value() == "Thành phố Hồ Chí Minh"
    assert box.get_attribute("aria-expanded") == "false"
    assert box.get_attribute("aria-activedescendant") is None
    assert box.evaluate("element => element === document.activeElement")
    page.keyboard.press("Control+z")
    assert box.input_value() == "tp hcm"


@pytest.mark.chromium
def test_what_is_typed_stays_unless_a_place_is_chosen(
    open_page: Callable[..., Any], new_form: Callable[..., str]
) -> None:
    page = open_page(new_form())
    box = page.locator("#dia_danh")
    typed(page, "ha giang")
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
    assert box.get_attribute("aria-activedescendant") is None, "back in the text"
    page.keyboard.press("ArrowUp")
    last = page.locator("[role=option]").last
    assert last.get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "ha giang"
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("[role=option]:visible")
    page.keyboard.press("Tab")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "ha giang"


@pytest.mark.chromium
def test_a_place_is_chosen_by_pointer_and_an_unknown_one_is_left(
    open_page: Callable[..., Any], new_form: Callable[..., str]
) -> None:
    page = open_page(new_form())
    box = page.locator("#dia_danh")
    typed(page, "p hà giang 2")
    page.get_by_role("option", name="Phường Hà Giang 2").click()
    assert box.input_value() == "Phường Hà Giang 2"
    box.fill("")
    box.press_sequentially("xã không có tên")
    page.locator(".combobox [role=status]", has_text="Không có địa danh nào").wait_for(state="attached")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "xã không có tên"


@pytest.mark.chromium
def test_without_the_server_a_place_is_simply_typed(
    open_page: Callable[..., Any], new_form: Callable[..., str]
) -> None:
    page = open_page(new_form())
    page.route("**/dia-danh*", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.locator("#dia_danh").press_sequentially("ha noi")
    assert page.locator("#dia_danh").input_value() == "ha noi"
    assert page.locator("#dia_danh").get_attribute("aria-expanded") == "false"
