"""The pages beside the form, with answers in place of LibreOffice: when they are asked for, how they change."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.form_page import NewForm, OpenPage, Pages, wait_true, wait_until

pytestmark = pytest.mark.chromium


def opened(open_page: OpenPage, at: str, count: int = 3, **how: Any) -> tuple[Any, Pages]:
    """The form with answers of ours: it is opened twice, since the first time they are not yet there."""
    page = open_page("/khong-co", **how)
    pages = Pages(page, count)
    page.goto(page.url.replace("/khong-co", at))
    return page, pages


def shown(page: Any) -> list[str]:
    return list(page.eval_on_selector_all("#ban-in img", "all => all.map(e => e.src.replace(/.*trang/, ''))"))


def test_pages_are_shown_without_being_asked_for(open_page: OpenPage, new_form: NewForm) -> None:
    page, pages = opened(open_page, new_form(sample=True))
    page.wait_for_selector("#ban-in img")
    assert page.locator("#ban-in .paper").count() == 3
    assert shown(page)[0].startswith("/b1/1.png?rong=")
    assert page.inner_text("#ban-in-trang") == "Trang 1/3"
    assert pages.asked[0]["pairs"][0][0] == "co_quan.loai"
    assert page.get_attribute("#ban-in img", "alt") == "Trang 1 của bản in"


def test_they_follow_when_typing_stops_and_stay_where_they_were(open_page: OpenPage, new_form: NewForm) -> None:
    page, pages = opened(open_page, new_form(sample=True))
    page.wait_for_selector("#ban-in img")
    page.evaluate("document.getElementById('ban-in').scrollTop = 700")
    page.locator("#trich_yeu").press_sequentially(" nhanh tay", delay=20)
    wait_until(page, lambda: any("/b2/" in each for each in shown(page)), "no new picture")
    assert len(pages.asked) == 2
    assert pages.asked[1]["n"] > pages.asked[0]["n"]
    assert any(" nhanh tay" in value for _, value in pages.asked[1]["pairs"])
    assert page.evaluate("document.getElementById('ban-in').scrollTop") == 700
    assert page.inner_text("#ban-in-trang") == "Trang 2/3"


def test_fewer_pages_and_more(open_page: OpenPage, new_form: NewForm) -> None:
    page, pages = opened(open_page, new_form(sample=True))
    page.wait_for_selector("#ban-in img")
    for count in (1, 5):
        pages.count = count
        page.locator("#trich_yeu").press_sequentially("x")
        wait_true(page, f"document.querySelectorAll('#ban-in .paper').length === {count}")


def test_an_answer_that_was_overtaken_is_dropped(open_page: OpenPage, new_form: NewForm) -> None:
    page, _ = opened(open_page, new_form(sample=True))
    page.wait_for_selector("#ban-in img")
    held: list[Any] = []
    page.unroute("**/xem")
    page.route("**/xem", lambda route: held.append(route))
    page.locator("#trich_yeu").press_sequentially("a")
    wait_until(page, lambda: len(held) == 1, "not asked")
    page.locator("#trich_yeu").press_sequentially("b")
    wait_until(page, lambda: len(held) == 2, "not asked again")
    held[1].fulfill(json={"ban": "moi", "pages": 1, "sizes": [[595, 842]]})
    wait_until(page, lambda: any("/moi/" in each for each in shown(page)), "the newer answer was not shown")
    assert page.locator("#ban-in .paper").count() == 1


@pytest.mark.parametrize(
    ("status", "told", "words"),
    [
        (422, {"faults": 4}, "Còn 4 chỗ cần sửa nên chưa làm được bản in."),
        (503, {"why": "Máy này chưa có LibreOffice."}, "Máy này chưa có LibreOffice."),
    ],
)
def test_what_stands_in_the_way_is_told(
    open_page: OpenPage, new_form: NewForm, status: int, told: dict[str, Any], words: str
) -> None:
    page = open_page("/khong-co")
    pages = Pages(page)
    pages.answer = (status, told)
    page.goto(page.url.replace("/khong-co", new_form()))
    page.wait_for_selector(f"#ban-in-noi:has-text('{words}')")
    pages.answer = None
    page.fill("#luu", "VT")
    page.wait_for_selector("#ban-in img")
    assert page.inner_text("#ban-in-noi") == ""
    pages.answer = (status, told)
    page.fill("#luu", "")
    page.wait_for_selector("#ban-in.stale img")
    assert words in page.inner_text("#ban-in-noi")


def test_the_place_being_edited_is_marked_and_brought_into_sight_once(open_page: OpenPage, new_form: NewForm) -> None:
    page, pages = opened(open_page, new_form(sample=True))
    page.wait_for_selector("#ban-in img")
    pages.place = {"page": 3, "boxes": [[0.1, 0.5, 0.8, 0.02]]}
    body = page.locator("#noi_dung textarea[data-body]").nth(1)
    body.evaluate("e => { e.focus(); e.setSelectionRange(0, 0); }")
    page.wait_for_selector("#ban-in .paper:nth-child(3) .mark-here")
    first = body.input_value().split("\n")[0]
    assert pages.places[-1]["text"] == first.strip()
    assert pages.places[-1]["ban"] == "b1"
    assert pages.places[-1]["after"]
    in_sight = """() => { const mark = document.querySelector('.mark-here').getBoundingClientRect();
      const pane = document.getElementById('ban-in').getBoundingClientRect();
      return mark.top >= pane.top && mark.bottom <= pane.bottom; }"""
    wait_until(page, lambda: page.evaluate(in_sight), "the mark is out of sight")
    # Looking elsewhere is not fought: only another place scrolls.
    page.wait_for_timeout(800)
    page.evaluate("document.getElementById('ban-in').scrollTop = 0")
    page.wait_for_timeout(600)
    assert page.evaluate("document.getElementById('ban-in').scrollTop") == 0


def test_a_narrow_screen_shows_one_pane_at_a_time(open_page: OpenPage, new_form: NewForm) -> None:
    page, pages = opened(open_page, new_form(sample=True), width=360, height=740)
    page.wait_for_timeout(400)
    assert pages.asked == []
    page.get_by_role("button", name="Bản in").click()
    page.wait_for_selector("#ban-in img")
    assert page.locator("#trich_yeu").is_hidden()
    assert page.get_by_role("button", name="Bản in").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="Biểu", exact=True).click()
    assert page.locator("#ban-in").is_hidden()
    assert page.locator("#trich_yeu").is_visible()


def test_nothing_jumps_while_the_page_and_its_pictures_arrive(open_page: OpenPage, new_form: NewForm) -> None:
    page, _ = opened(open_page, new_form(sample=True))
    page.wait_for_selector("#ban-in img")
    page.wait_for_timeout(1500)
    shift = page.evaluate(
        """() => new Promise((done) => { let sum = 0;
          new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value; })
            .observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 200); })"""
    )
    assert shift < 0.01


def test_without_script_there_is_no_empty_pane(open_page: OpenPage, new_form: NewForm) -> None:
    page = open_page(new_form(), java_script_enabled=False)
    assert page.locator("#ban-in").is_hidden()
    assert page.locator("#hoan-tac").is_hidden()
    assert page.get_by_role("button", name="Xem thể thức sẽ dùng").is_visible()
