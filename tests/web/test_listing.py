"""The list of drafts: found, copied, put away, removed."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from docgen.store import NotThere, Office, Store, open_store
from docgen.web import create_app
from docgen.web.listing import PAGE
from tests.web.shown import LEAST, Shown, new_draft, replaced


def titles(page: Shown) -> list[str]:
    return [" ".join(each.text_content().split()) for each in page.root.xpath("//li[@class='draft']//h2")]


def about(page: Shown) -> str:
    (found,) = page.root.xpath("//p[@class='draft-about']")
    return " ".join(found.text_content().split())


def listed(client: FlaskClient, query: str = "") -> Shown:
    answer = client.get(f"/{query}")
    assert answer.status_code == 200
    return Shown(answer)


def test_nothing_yet_leads_to_the_start(client: FlaskClient) -> None:
    page = listed(client)
    assert "Chưa có văn bản nào" in page.html
    assert page.root.xpath("//main//a[@href='/moi']")
    assert "Kho chưa có gì" in listed(client, "?kho=1").html


def test_the_way_to_every_place_stands_on_top(client: FlaskClient) -> None:
    page = listed(client)
    places = page.root.xpath("//header//nav//a")
    assert [(place.text, place.get("href")) for place in places] == [
        ("Văn bản", "/"),
        ("Soạn mới", "/moi"),
        ("Cơ quan", "/co-quan"),
        ("Mẫu Word", "/mau"),
    ]
    assert [place.get("aria-current") for place in places] == ["page", None, None, None]


def test_a_draft_is_shown_with_what_tells_it_from_others(client: FlaskClient, store: Store) -> None:
    office = store.offices.save(Office(name="UBND xã"))
    draft = new_draft(client, replaced(LEAST, so="5", ngay="05/01/2027"), office=office.id)
    page = listed(client)
    assert titles(page) == ["Trồng cây năm 2027"]
    assert about(page) == "Kế hoạch · UBND xã · Số 5 · Ngày 05/01/2027 · Sửa vừa xong"
    assert page.root.xpath("//li[@class='draft']//h2/a/@href") == [f"/nhap/{draft.id}"]
    (time,) = page.root.xpath("//time")
    assert time.get("datetime").endswith("Z")
    assert "ngày" in time.get("title")


def test_without_number_and_abstract_it_says_so(client: FlaskClient) -> None:
    new_draft(client)
    page = listed(client)
    assert titles(page) == ["Chưa có trích yếu"]
    assert "Chưa cấp số" in about(page)


def test_what_was_typed_is_escaped(client: FlaskClient) -> None:
    new_draft(client, [("trich_yeu", "<script>x</script>"), ("so", '"><b>')])
    page = listed(client, "?tim=%3Cscript%3E")
    assert titles(page) == ["<script>x</script>"]
    assert "<script>x" not in page.html
    assert '"><b>' not in page.html


@pytest.mark.parametrize("words", ["trong cay", "TRỒNG CÂY", "cay 2027", "1.000", "an thinh"])
def test_search_forgives_marks_capitals_and_order(client: FlaskClient, words: str) -> None:
    new_draft(client, LEAST)
    new_draft(client, [("trich_yeu", "Chuyển đổi số")])
    page = Shown(client.get("/", query_string={"tim": words}))
    assert titles(page) == ["Trồng cây năm 2027"]
    assert page.root.xpath("//input[@id='tim']/@value") == [words]
    assert "1 văn bản hợp với" in page.html


def test_what_is_not_found_is_told_with_a_way_on(client: FlaskClient) -> None:
    new_draft(client, LEAST)
    page = listed(client, "?tim=khong-co")
    assert titles(page) == []
    assert "Không có văn bản nào như vậy" in page.html
    assert page.root.xpath("//main//a[@href='/?tim=khong-co&kho=1']")


def test_filters_by_kind_and_office(client: FlaskClient, store: Store) -> None:
    office = store.offices.save(Office(name="Sở Tài chính"))
    new_draft(client, [("trich_yeu", "của sở")], office=office.id)
    new_draft(client, [("trich_yeu", "của ai")])
    assert titles(listed(client, f"?co_quan={office.id}")) == ["của sở"]
    assert titles(listed(client, "?loai=ke-hoach")) == ["của ai", "của sở"]
    assert titles(listed(client, "?loai=cong-van")) == []
    assert titles(listed(client, "?co_quan=khong-co")) == []
    page = listed(client, f"?co_quan={office.id}")
    assert page.root.xpath("//select[@id='co_quan']/option[@selected]/text()") == ["Sở Tài chính"]


def test_a_kind_that_is_no_longer_there_is_still_listed(client: FlaskClient, store: Store) -> None:
    store.drafts.create("loai-da-bo", [("trich_yeu", "cũ")], title="cũ")
    assert about(listed(client)).startswith("loai-da-bo")


def test_long_lists_have_pages(client: FlaskClient) -> None:
    for number in range(PAGE + 2):
        new_draft(client, [("trich_yeu", f"số {number}")])
    first, second = listed(client, "?tim=so"), listed(client, "?tim=so&trang=2")
    assert (len(titles(first)), len(titles(second))) == (PAGE, 2)
    assert not set(titles(first)) & set(titles(second))
    assert first.root.xpath("//a[@rel='next']/@href") == ["/?tim=so&trang=2"]
    assert second.root.xpath("//a[@rel='prev']/@href") == ["/?tim=so"]
    assert f"Trang 1 trên 2, có {PAGE + 2} văn bản" in first.html
    assert "Trang này không có" in listed(client, "?trang=3").html


@pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 400, "٣", ""])
def test_a_page_that_is_none_is_no_trouble(client: FlaskClient, page: str) -> None:
    new_draft(client, LEAST)
    assert client.get("/", query_string={"trang": page, "tim": "a" * 10_000}).status_code == 200


def test_times_are_told_as_seen_from_now(tmp_path) -> None:
    with open_store(
        f"sqlite:///{tmp_path / 'old.sqlite3'}", clock=lambda: datetime.now(UTC) - timedelta(days=3)
    ) as old:
        client = create_app(store=old).test_client()
        new_draft(client, LEAST)
        assert "Sửa 3 ngày trước" in about(listed(client))


def test_a_copy_is_a_new_draft_without_number_and_date(client: FlaskClient, store: Store) -> None:
    draft = new_draft(client, replaced(LEAST, so="5", ngay="05/01/2027"))
    answer = client.post(f"/nhap/{draft.id}/chep")
    assert answer.status_code == 303
    page = Shown(client.get(answer.location))
    assert "bản chép" in page.text("thong-bao")
    assert dict(page.pairs()) | dict(LEAST) == dict(page.pairs())
    assert dict(page.pairs())["so"] == dict(page.pairs())["ngay"] == ""
    assert store.drafts.get(draft.id) == draft
    assert "bản chép" not in Shown(client.get(answer.location)).text("thong-bao")


def test_the_archive_takes_and_gives_back(client: FlaskClient) -> None:
    draft = new_draft(client, LEAST)
    answer = client.post(f"/nhap/{draft.id}/luu-kho", data={"tim": "cay"})
    assert (answer.status_code, answer.location) == (303, "/?tim=cay")
    page = listed(client)
    assert "Đã cất “Trồng cây năm 2027” vào kho." in page.html
    assert titles(page) == []
    assert titles(listed(client, "?kho=1")) == ["Trồng cây năm 2027"]
    answer = client.post(f"/nhap/{draft.id}/luu-kho", data={"kho": "1", "trang": "2"})
    assert answer.location == "/?kho=1&trang=2"
    assert titles(listed(client)) == ["Trồng cây năm 2027"]


def test_an_archived_draft_can_still_be_opened(client: FlaskClient, store: Store) -> None:
    draft = new_draft(client, LEAST)
    store.drafts.archive(draft.id, True)
    assert client.get(f"/nhap/{draft.id}").status_code == 200


def test_removing_asks_once(client: FlaskClient, store: Store) -> None:
    draft = new_draft(client, LEAST)
    asking = Shown(client.post(f"/nhap/{draft.id}/xoa", data={"tim": "cay"}))
    assert "Xóa hẳn văn bản này?" in asking.html
    assert "Trồng cây năm 2027" in asking.html
    assert store.drafts.get(draft.id) == draft
    answer = client.post(f"/nhap/{draft.id}/xoa", data={"tim": "cay", "xac-nhan": "1"})
    assert (answer.status_code, answer.location) == (303, "/?tim=cay")
    with pytest.raises(NotThere):
        store.drafts.get(draft.id)
    assert "Đã xóa hẳn" in listed(client).html


def test_no_way_back_leads_elsewhere(client: FlaskClient) -> None:
    draft = new_draft(client, LEAST)
    answer = client.post(f"/nhap/{draft.id}/luu-kho", data={"tim": "//evil.example", "trang": "http://evil"})
    assert answer.location == "/?tim=//evil.example"


@pytest.mark.parametrize("action", ["chep", "luu-kho", "xoa"])
def test_every_change_needs_the_token_and_a_post(guarded: Flask, action: str) -> None:
    client = guarded.test_client()
    draft = new_draft(client, LEAST)
    assert client.get(f"/nhap/{draft.id}/{action}").status_code == 405
    answer = client.post(f"/nhap/{draft.id}/{action}", data={"xac-nhan": "1"})
    assert answer.status_code == 400
    assert "tải lại trang" in answer.get_data(as_text=True)
    (token,) = listed(client).root.xpath("//input[@name='csrf_token']/@value")
    assert client.post(f"/nhap/{draft.id}/{action}", data={"csrf_token": token}).status_code in {200, 303}
