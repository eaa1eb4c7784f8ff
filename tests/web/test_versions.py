"""Versions: listed, compared, kept by hand, taken back."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from docgen.store import Store
from tests.web.shown import LEAST, Shown, new_draft, replaced, stored

SCRIPT = {"Accept": "application/json"}


def words(page: Shown, path: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in page.root.xpath(path)]


@pytest.fixture
def at(client: FlaskClient, store: Store) -> str:
    """A draft with two versions: 1 "đầu" without a number, 2 with number 5; its present number is 6."""
    draft = new_draft(client, LEAST)
    store.drafts.keep(draft.id, name="đầu <b>")
    store.drafts.overwrite(draft.id, replaced(LEAST, so="5"), title="Trồng cây năm 2027")
    store.drafts.overwrite(draft.id, replaced(LEAST, so="6"), title="Trồng cây năm 2027")
    return f"/nhap/{draft.id}"


def test_versions_are_listed_newest_first(client: FlaskClient, at: str) -> None:
    page = Shown(client.get(f"{at}/ban"))
    assert words(page, "//li[@class='draft']//h2") == ["Phiên bản 2", "đầu <b>"]
    assert page.root.xpath("//li[@class='draft']//h2/a/@href") == [f"{at}/ban/2", f"{at}/ban/1"]
    assert page.root.xpath("//button[@formaction]/@formaction") == [f"{at}/ban/2/lay-lai", f"{at}/ban/1/lay-lai"]
    assert "vừa xong" in page.html
    assert "trước khi ghi đè" in page.html


def test_without_a_version_it_says_so(client: FlaskClient) -> None:
    assert "Chưa có phiên bản nào" in client.get(f"/nhap/{new_draft(client).id}/ban").get_data(as_text=True)


def test_the_present_state_is_kept_under_a_name(client: FlaskClient, store: Store, at: str) -> None:
    answer = client.post(f"{at}/ban", data={"ten": "  trình   lần 1 "})
    assert (answer.status_code, answer.location) == (303, f"{at}/ban")
    page = Shown(client.get(answer.location))
    assert words(page, "//li[@class='draft']//h2")[0] == "trình lần 1"
    assert "Đã giữ phiên bản 3 “trình lần 1”." in page.html
    assert dict(store.drafts.version(at.removeprefix("/nhap/"), 3).pairs)["so"] == "6"
    told = client.post(f"{at}/ban", data={"ten": "x" * 500}, headers=SCRIPT)
    assert told.json == {"number": 4, "name": "x" * 120}


def test_the_difference_is_told_from_the_version_to_the_present(client: FlaskClient, at: str) -> None:
    page = Shown(client.get(f"{at}/ban/2"))
    assert words(page, "//section/h2") == ["Số"]
    assert words(page, "//dd//del") == ["[bỏ: 5]"]
    assert words(page, "//dd//ins") == ["[thêm: 6]"]
    assert "Từ phiên bản 2" in page.html
    assert "bản hiện tại" in page.html


def test_the_difference_a_version_made_itself(client: FlaskClient, at: str) -> None:
    page = Shown(client.get(f"{at}/ban/2?voi=truoc"))
    assert words(page, "//dd//del") == []
    assert words(page, "//dd//ins") == ["[thêm: 5]"]
    assert page.root.xpath("//a[@aria-current='true']/@href") == [f"{at}/ban/2?voi=truoc"]
    first = Shown(client.get(f"{at}/ban/1?voi=truoc"))
    assert words(first, "//dd//ins") == ["[thêm: 6]"]
    assert "voi=truoc" not in first.html


def test_signs_for_eyes_and_ears_not_colour_alone(client: FlaskClient, at: str) -> None:
    page = Shown(client.get(f"{at}/ban/2"))
    assert words(page, "//dd//*[@class='unseen']") == ["[bỏ:", "]", "[thêm:", "]"]


def test_equal_states_are_told_so(client: FlaskClient, store: Store, at: str) -> None:
    store.drafts.restore(at.removeprefix("/nhap/"), 2)
    assert "Hai bản giống hệt nhau" in client.get(f"{at}/ban/2").get_data(as_text=True)


def test_text_of_a_version_is_escaped(client: FlaskClient, store: Store) -> None:
    draft = new_draft(client, [("mo_dau", "<script>cũ</script>"), ("<i>", "1")])
    store.drafts.keep(draft.id)
    store.drafts.overwrite(draft.id, [("mo_dau", "<script>mới</script>"), ("<i>", "2")], title="<u>")
    html = client.get(f"/nhap/{draft.id}/ban/1").get_data(as_text=True)
    assert "<script>cũ" not in html
    assert "&lt;script&gt;" in html
    assert "<i>" not in html
    assert "<u>" not in html


def test_a_version_is_taken_back_and_the_present_state_is_kept(client: FlaskClient, store: Store, at: str) -> None:
    answer = client.post(f"{at}/ban/1/lay-lai")
    assert (answer.status_code, answer.location) == (303, at)
    page = Shown(client.get(at))
    assert "Đã lấy lại phiên bản 1" in page.text("thong-bao")
    assert dict(page.pairs())["so"] == ""
    assert dict(store.drafts.version(at.removeprefix("/nhap/"), 3).pairs)["so"] == "6"


def test_a_script_takes_a_version_back_too(client: FlaskClient, at: str) -> None:
    answer = client.post(f"{at}/ban/2/lay-lai", headers=SCRIPT)
    assert answer.json == {"revision": stored(client, at).revision, "title": "Trồng cây năm 2027"}
    assert dict(stored(client, at).pairs)["so"] == "5"


@pytest.mark.parametrize("number", ["3", "0", "-1", "x", "9" * 30, "1.0"])
def test_a_version_nobody_kept_is_not_found(client: FlaskClient, at: str, number: str) -> None:
    before = stored(client, at)
    assert client.get(f"{at}/ban/{number}").status_code == 404
    assert client.post(f"{at}/ban/{number}/lay-lai").status_code == 404
    assert stored(client, at) == before


def test_changes_need_the_token(guarded: Flask) -> None:
    client = guarded.test_client()
    at = f"/nhap/{new_draft(client, LEAST).id}"
    assert client.post(f"{at}/ban", data={"ten": "x"}).status_code == 400
    assert client.post(f"{at}/ban/1/lay-lai").status_code == 400
    assert "Chưa có phiên bản nào" in client.get(f"{at}/ban").get_data(as_text=True)
