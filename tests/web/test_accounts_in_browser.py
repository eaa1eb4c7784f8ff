"""Logging in, as a person at the keyboard meets it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docgen.store import open_store
from docgen.web import passwords
from tests.web.conftest import serving
from tests.web.test_axe import AXE, RULES, RUN

pytestmark = pytest.mark.chromium
PASSWORD = "mưa rơi trên mái tôn"
NEW = "nắng lên sau rặng tre"


@pytest.fixture(scope="module")
def shut(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running server that asks for a login."""
    url = f"sqlite:///{tmp_path_factory.mktemp('shut') / 'own.sqlite3'}"
    with open_store(url) as store:
        for name in ("lan", "hoa"):
            store.users.create(name, passwords.hashed(PASSWORD), "van-thu", f"Nguyễn {name.title()}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCGEN_DB", url)
        patch.setenv("DOCGEN_LOGIN", "1")
        with serving("127.0.0.1") as address:
            yield address


@pytest.fixture(params=[(1440, "light"), (360, "dark")], ids=["wide", "narrow and dark"])
def page(request: pytest.FixtureRequest, browser: Any) -> Iterator[Any]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    yield context.new_page()
    context.close()


def looked_at(page: Any) -> None:
    """Axe finds nothing, and nothing is wider than the window."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(RUN, RULES)
    assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def typed(page: Any, *words: str) -> None:
    """Type into the field one stands in, and the next ones; then Enter."""
    for number, word in enumerate(words):
        if number:
            page.keyboard.press("Tab")
        page.keyboard.type(word)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_one_logs_in_changes_the_password_and_logs_out_by_keyboard(shut: str, page: Any, tmp_path: Path) -> None:
    name = "lan" if page.viewport_size["width"] > 1000 else "hoa"
    page.goto(f"{shut}/?tim=ke")
    looked_at(page)
    typed(page, name, "sai mật khẩu rồi")
    looked_at(page)
    assert "không đúng" in page.inner_text("[role=alert]")
    typed(page, PASSWORD)
    assert page.url == f"{shut}/?tim=ke"
    page.get_by_role("link", name=f"Nguyễn {name.title()}").press("Enter")
    page.wait_for_url(f"{shut}/tai-khoan")
    looked_at(page)
    page.focus("#mat_khau")
    typed(page, PASSWORD, "ngắn", "ngắn")
    looked_at(page)
    assert page.evaluate("document.activeElement.id") == "mat_khau_moi"
    page.focus("#mat_khau")
    typed(page, PASSWORD, NEW, NEW)
    looked_at(page)
    assert "Đã đổi mật khẩu" in page.inner_text("[role=status]")
    page.get_by_role("button", name="Đăng xuất").press("Enter")
    page.wait_for_url(f"{shut}/dang-nhap")
    page.goto(f"{shut}/tai-khoan")
    assert "/dang-nhap?tiep=" in page.url
