"""A new kind in a real browser: from a finished paper to a form one can fill in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.checking.building import built
from tests.web.test_axe import AXE, RULES, RUN
from tests.workshop.newkind import papers

pytestmark = pytest.mark.chromium
TWICE = """() => {
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    target = tmp_path / "thong-bao-cu.docx"
    target.write_bytes(built(papers.thong_bao()))
    return target


def proposed(page: Any, paper: Path) -> None:
    page.set_input_files("#tep", str(paper))
    page.get_by_role("button", name="Đọc văn bản và đề xuất").click()
    page.wait_for_url("**/mau/moi/*")


@pytest.mark.libreoffice
def test_from_a_paper_to_a_form(open_page: Callable[..., Any], paper: Path) -> None:
    page = open_page("/mau")
    page.get_by_role("link", name="Loại văn bản mới").click()
    proposed(page, paper)
    page.fill("#loai-ma", "thong-bao-ngay-hoi")
    page.fill("#ten_chon", "Thông báo ngày hội")
    page.locator("#phan-4-la").select_option("co-dinh")
    page.fill("#phan-5-mau", "3. Chủ trì: Đồng chí {{nguoi_chu_tri}}, {{chuc_vu}}.")
    page.get_by_role("button", name="Cập nhật").click()
    page.fill("#hoi-nguoi_chu_tri-nhan", "Người chủ trì")
    page.get_by_role("button", name="Dựng thử").click()
    page.get_by_role("heading", name="Loại mới qua được mọi phép thử").wait_for()
    assert "không thiếu, không thừa chữ nào" in page.inner_text("main")
    picture = page.locator(".trial-of-kind img").first
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 300
    assert page.get_by_text("Người chủ trì").first.is_visible()
    page.get_by_role("button", name="Đưa vào dùng").click()
    page.wait_for_url("**/mau/thong-bao-ngay-hoi")
    page.goto(page.url.rsplit("/mau/", 1)[0] + "/moi")
    assert "Thông báo ngày hội" in page.content()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (360, "dark")])
def test_axe_finds_nothing(site: str, browser: Any, paper: Path, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{site}/mau/moi")
    wide, found = [], []
    for step in ("upload", "proposal", "fault"):
        if step == "proposal":
            proposed(page, paper)
        if step == "fault":
            page.fill("#phan-3-mau", "Không khớp {{thoi_gian}}")
            page.get_by_role("button", name="Dựng thử").click()
            page.wait_for_selector(".notice.trouble")
        page.evaluate(AXE.read_text("utf-8"))
        found += page.evaluate(RUN, RULES)["violations"]
        wide.append(page.evaluate("document.documentElement.scrollWidth"))
    context.close()
    assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found] == []
    assert max(wide) <= width


@pytest.mark.libreoffice
@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing_when_tried(site: str, browser: Any, paper: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{site}/mau/moi")
    proposed(page, paper)
    page.get_by_role("button", name="Dựng thử").click()
    page.wait_for_selector(".trial-of-kind")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(RUN, RULES)["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth")
    twice = page.evaluate(TWICE)
    context.close()
    assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found] == []
    assert wide <= width
    assert twice == []
