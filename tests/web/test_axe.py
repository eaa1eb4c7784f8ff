"""Every page and state, looked at by axe-core (tests/web/vendor, MPL-2.0)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docgen.store import Store
from tests.web.conftest import NewForm

pytestmark = pytest.mark.chromium
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})"
# Forms of new drafts; every other path is itself.
EMPTY, SAMPLE, VERSIONS, LIST = "form", "sample", "versions", "list"


def untouched(page: Any) -> None:
    """As it opens."""


def with_faults(page: Any) -> None:
    page.fill("#ngay", "31/2/2024")
    page.fill("#so_ban", "x")
    page.locator(".bar .main").click()
    page.wait_for_selector("#can-sua")


def with_doubts(page: Any) -> None:
    page.fill("#phan-0-noi_dung", "3. Một\n- hai")
    page.locator(".bar button[value='kiem-tra']").click()
    page.wait_for_selector(".notes")


def downloaded(page: Any) -> None:
    page.fill("#phan-0-noi_dung", "3. Một\n- hai")
    with page.expect_download():
        page.locator(".bar .main").click()


def with_rows(page: Any) -> None:
    for name in ("kinh_gui", "can_cu", "phan", "phu_luc", "noi_nhan"):
        page.locator(f"#{name}-them").click()
    page.locator("#can_cu .remove").first.click()
    page.locator("details.before summary").click()


def cut_off(page: Any) -> None:
    page.route("**/nhap/**", lambda route: route.abort())
    page.locator(".bar .main").click()
    page.wait_for_selector(".notice.trouble")


def asked_to_delete(page: Any) -> None:
    page.locator("button", has_text="Xóa").first.click()
    page.wait_for_selector(".grave")


def with_a_difference(page: Any) -> None:
    page.locator(".draft a").first.click()
    page.wait_for_selector("ins")


def prepared(path: str, new_form: NewForm, store: Store) -> str:
    """The form of a new draft, its versions, or the list it stands in."""
    at = new_form(sample=path != EMPTY)
    if path == LIST:
        return "/"
    if path != VERSIONS:
        return at
    draft = store.drafts.get(at.removeprefix("/nhap/"))
    store.drafts.keep(draft.id, name="trước khi sửa")
    changed = [(name, f"{value} và thêm") for name, value in draft.pairs if name != "so"]
    store.drafts.overwrite(draft.id, changed, title="Đã sửa")
    return f"{at}/ban"


STATES: list[tuple[str, str, Callable[[Any], None]]] = [
    ("list", LIST, untouched),
    ("nothing found", "/?tim=khong-co-dau", untouched),
    ("archive", "/?kho=1", untouched),
    ("asked to delete", LIST, asked_to_delete),
    ("versions", VERSIONS, untouched),
    ("difference", VERSIONS, with_a_difference),
    ("empty", EMPTY, untouched),
    ("sample", SAMPLE, untouched),
    ("faults", EMPTY, with_faults),
    ("doubts", SAMPLE, with_doubts),
    ("downloaded", SAMPLE, downloaded),
    ("rows", SAMPLE, with_rows),
    ("cut off", EMPTY, cut_off),
    ("not found", "/khong-co", untouched),
]


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (360, "light"), (360, "dark")])
@pytest.mark.parametrize(("path", "state"), [each[1:] for each in STATES], ids=[each[0] for each in STATES])
def test_axe_finds_nothing(
    site: str,
    browser: Any,
    new_form: NewForm,
    served_store: Store,
    path: str,
    state: Callable[[Any], None],
    width: int,
    scheme: str,
) -> None:
    if not path.startswith("/"):
        path = prepared(path, new_form, served_store)
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(site + path)
    state(page)
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(RUN, RULES)
    context.close()
    assert len(found["passes"]) > 15
    assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found["violations"]] == []
