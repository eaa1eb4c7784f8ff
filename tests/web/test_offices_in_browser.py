"""The page of a profile, and its menus in the form of a draft, in a real browser and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from docgen.store import Office, Store
from tests.web.test_axe import AXE, RULES, RUN
from tests.web.test_offices import COMMUNE

pytestmark = pytest.mark.chromium


@pytest.fixture
def office(served_store: Store) -> Iterator[Office]:
    saved = served_store.offices.save(COMMUNE)
    yield saved
    served_store.offices.delete(saved.id)


@pytest.fixture
def draft(served_store: Store, office: Office) -> str:
    return f"/nhap/{served_store.drafts.create('ke-hoach', [('co_quan.loai', 'nha-nuoc')], office=office.id).id}"


def values(page: Any, name: str) -> list[str]:
    found: list[str] = page.eval_on_selector_all(f'[name^="{name}"]', "all => all.map((each) => each.value)")
    return found


def pick(page: Any, menu: str, entry: str) -> None:
    """Choose from a menu without the mouse."""
    page.locator(".from-office > button", has_text=menu).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    for _ in range(20):
        if entry in page.evaluate("document.activeElement.textContent"):
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def said(page: Any, text: str) -> None:
    page.wait_for_function("text => document.querySelector('#vua-lam').textContent.includes(text)", arg=text)


def test_a_signer_is_put_in_and_taken_out(open_page: Callable[..., Any], draft: str) -> None:
    page = open_page(draft)
    page.wait_for_selector(".from-office > button")
    pick(page, "Người ký từ hồ sơ", "Anh Khôi")
    said(page, "Đã điền người ký Anh Khôi.")
    assert page.input_value("#ky-quyen_han") == "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH"
    assert page.input_value("#ky-chuc_vu") == "PHÓ CHỦ TỊCH"
    assert page.input_value("#ky-ho_ten") == "Trần Minh Khôi"
    assert page.evaluate("document.activeElement.textContent") == "Người ký từ hồ sơ"
    page.keyboard.press("Control+z")
    assert values(page, "ky.") == [""] * 5, "one step took all of it out"
    page.keyboard.press("Control+y")
    assert page.input_value("#ky-ho_ten") == "Trần Minh Khôi"


def test_a_doubtful_signer_is_put_in_with_the_doubt(
    open_page: Callable[..., Any], served_store: Store, office: Office, draft: str
) -> None:
    wrong = replace(COMMUNE.signers[0], chuc_vu="CHÁNH VĂN PHÒNG")
    served_store.offices.save(replace(office, signers=(wrong,)))
    page = open_page(draft)
    page.wait_for_selector(".from-office > button")
    pick(page, "Người ký từ hồ sơ", "Anh Khôi")
    said(page, "phải là chức vụ của cấp phó")
    assert page.input_value("#ky-chuc_vu") == "CHÁNH VĂN PHÒNG"


def test_groups_and_bases_become_rows_that_are_not_there_yet(open_page: Callable[..., Any], draft: str) -> None:
    page = open_page(draft)
    page.wait_for_selector(".from-office > button")
    page.fill('[name^="noi_nhan["]', "các phòng, đơn vị thuộc xã;")
    pick(page, "Nơi nhận từ hồ sơ", "Cấp xã")
    said(page, "Đã thêm 1 nơi nhận, 1 nơi nhận đã có sẵn.")
    assert values(page, "noi_nhan[") == ["các phòng, đơn vị thuộc xã;", "Thường trực Đảng ủy, HĐND xã"]
    pick(page, "Nơi nhận từ hồ sơ", "Cấp xã")
    said(page, "Đã có sẵn cả 2 nơi nhận này.")
    pick(page, "Căn cứ từ hồ sơ", "Căn cứ Luật")
    said(page, "Đã thêm 1 căn cứ.")
    assert values(page, "can_cu[") == list(COMMUNE.bases), "the blank row was used"
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert values(page, "noi_nhan[") == ["các phòng, đơn vị thuộc xã;"]
    assert values(page, "can_cu[") == [""]


def test_another_office_fills_everything_anew(open_page: Callable[..., Any], served_store: Store, draft: str) -> None:
    union = served_store.offices.save(
        Office(
            name="Tỉnh đoàn",
            pairs=(("co_quan.loai", "doan"), ("co_quan.ten", "BCH ĐOÀN TỈNH"), ("dia_danh", "Huế")),
            luu="VP",
        )
    )
    page = open_page(draft)
    page.wait_for_selector(".from-office > button")
    pick(page, "Hồ sơ cơ quan", "Điền lại theo UBND xã An Thịnh")
    said(page, "Đã điền theo hồ sơ UBND xã An Thịnh.")
    assert page.input_value("#co_quan-ky_hieu") == "UBND"
    pick(page, "Hồ sơ cơ quan", "Dùng hồ sơ Tỉnh đoàn")
    said(page, "Đã điền theo hồ sơ Tỉnh đoàn.")
    shown = {name: page.input_value(f'[name="{name}"]') for name in ("co_quan.loai", "co_quan.ten", "dia_danh", "luu")}
    assert shown == {"co_quan.loai": "doan", "co_quan.ten": "BCH ĐOÀN TỈNH", "dia_danh": "Huế", "luu": "VP"}
    assert page.input_value("#co_quan-ky_hieu") == "", "nothing of the office before stays"
    assert page.locator(".from-office > button", has_text="Người ký").is_hidden()
    assert served_store.drafts.get(draft.removeprefix("/nhap/")).office == union.id
    served_store.offices.delete(union.id)


def test_a_menu_closes_by_escape_and_by_leaving(open_page: Callable[..., Any], draft: str) -> None:
    page = open_page(draft)
    page.wait_for_selector(".from-office > button")
    button = page.locator(".from-office > button", has_text="Người ký từ hồ sơ")
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert button.evaluate("element => element === document.activeElement")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    assert button.get_attribute("aria-expanded") == "false"


def test_without_an_office_there_are_no_menus(
    open_page: Callable[..., Any], served_store: Store, new_form: Callable[..., str]
) -> None:
    for each in served_store.offices.all():
        served_store.offices.delete(each.id)
    page = open_page(new_form())
    page.wait_for_load_state("networkidle")
    assert page.locator(".from-office:visible").count() == 0


def test_a_profile_is_typed_in_by_keyboard(open_page: Callable[..., Any], served_store: Store) -> None:
    page = open_page("/co-quan/moi")
    page.locator("#ten_ho_so").focus()
    page.keyboard.type("Sở Thử")
    page.locator("#nguoi_ky-them").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "nguoi_ky[1].ten_goi"
    page.keyboard.type("Chị Lan")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("GIÁM ĐỐC")
    page.locator("#can_cu-them").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Control+z")
    assert len(values(page, "can_cu[")) == 1
    page.locator(".bar .main").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".notice.well")
    (office,) = (each for each in served_store.offices.all() if each.name == "Sở Thử")
    assert [(signer.ten_goi, signer.chuc_vu) for signer in office.signers] == [("Chị Lan", "GIÁM ĐỐC")]
    served_store.offices.delete(office.id)


def with_menu(page: Any) -> None:
    page.wait_for_selector(".from-office > button")
    page.locator(".from-office > button", has_text="Người ký từ hồ sơ").click()


def with_places(page: Any) -> None:
    page.fill("#dia_danh", "")
    page.locator("#dia_danh").press_sequentially("ha giang")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")


def untouched(page: Any) -> None:
    """As it opens."""


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (360, "dark")])
@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/co-quan", untouched),
        ("/co-quan/moi", untouched),
        ("/co-quan/{office}", untouched),
        ("/co-quan/{office}", with_places),
        ("/co-quan/{office}/xoa", untouched),
        ("{draft}", with_menu),
    ],
    ids=["list", "new", "profile", "places", "delete", "menu"],
)
def test_axe_finds_nothing(
    open_page: Callable[..., Any],
    office: Office,
    draft: str,
    path: str,
    state: Callable[[Any], None],
    width: int,
    scheme: str,
) -> None:
    page = open_page(path.format(office=office.id, draft=draft), width=width, color_scheme=scheme)
    state(page)
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(RUN, RULES)
    assert len(found["passes"]) > 10
    assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
