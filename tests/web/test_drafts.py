"""The form of a draft: shown, saved all the time, and obeyed when a button posts it."""

import functools
import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from docgen.errors import Fault
from docgen.kinds import Kinds
from docgen.store import Drafts, Store, Unreachable
from docgen.web import create_app, who
from docgen.web.drafts import pairs_of
from docgen.web.shop import store as store_of
from docgen.web.typed import read_typed
from tests.web.shown import LEAST, Shown, new_draft, new_form, press, replaced, sample_pairs, stored

FULL = (
    *LEAST,
    ("can_cu[1]", "một"),
    ("can_cu[7]", "hai"),
    ("co_quan.ten_day_du", "UBND xã"),
    ("phu_luc[1].ten", "BẢNG"),
    ("phu_luc[1].noi_dung", "- một"),
    ("phu_luc[1].ngang", "on"),
)


def put(client: FlaskClient, at: str, pairs: Any, revision: Any = 1, **more: Any) -> TestResponse:
    given = [list(pair) for pair in pairs] if isinstance(pairs, tuple | list) else pairs
    return client.put(at, json={"revision": revision, "pairs": given, **more})


def test_the_form_shows_what_is_stored(client: FlaskClient) -> None:
    page = Shown(client.get(new_form(client, FULL)))
    assert set(FULL) <= set(page.pairs())
    assert page.faults() == []


def test_the_form_knows_its_draft_and_its_revision(client: FlaskClient) -> None:
    at = new_form(client, LEAST)
    put(client, at, replaced(LEAST, so="5"))
    form = Shown(client.get(at)).one("bieu")
    assert (form.get("data-draft"), form.get("data-revision")) == (at.removeprefix("/nhap/"), "2")
    assert form.get("action") == at
    assert Shown(client.get(at)).one("revision").get("value") == "2"


def test_on_request_the_form_says_at_once_what_is_to_be_mended(client: FlaskClient) -> None:
    at = new_form(client, replaced(LEAST, ngay="31/2/2024"))
    assert Shown(client.get(at)).faults() == []
    page = Shown(client.get(f"{at}?kiem-tra=1"))
    assert [target for target, _ in page.faults()] == ["ngay"]


def test_what_is_typed_is_saved_and_told(client: FlaskClient) -> None:
    at = new_form(client)
    answer = put(client, at, LEAST)
    assert answer.status_code == 200
    assert (answer.json["revision"], answer.json["title"]) == (2, "Trồng cây năm 2027")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", answer.json["saved"])
    assert stored(client, at).pairs == LEAST
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_same_again_is_no_new_revision(client: FlaskClient) -> None:
    at = new_form(client)
    assert [put(client, at, LEAST, revision).json["revision"] for revision in (1, 2, 2)] == [2, 2, 2]


def test_nothing_typed_is_refused_however_wrong_it_is(client: FlaskClient) -> None:
    at = new_form(client)
    typed = (("ngay", "31/2/2024"), ("khong_co", "x"), ("so", "năm"), ("so", "hai lần"), ("a b[", "\x07\ufdd0"))
    assert put(client, at, typed).status_code == 200
    assert stored(client, at).pairs == typed


def test_what_is_not_typed_is_not_kept(client: FlaskClient) -> None:
    at = new_form(client)
    put(client, at, (("csrf_token", "a"), ("lam", "b"), ("loai", "c"), ("revision", "1"), ("force", "1"), ("so", "5")))
    assert stored(client, at).pairs == (("so", "5"),)


def test_another_windows_save_is_told_and_not_gone_over(client: FlaskClient) -> None:
    at = new_form(client)
    put(client, at, [("trich_yeu", "của cửa sổ kia")])
    answer = put(client, at, [("trich_yeu", "của cửa sổ này")])
    assert answer.status_code == 409
    assert answer.json["revision"] == 2
    assert answer.json["who"] == ""
    assert answer.json["changed"].endswith("Z")
    assert stored(client, at).title == "của cửa sổ kia"


def test_with_force_the_other_state_becomes_a_version(client: FlaskClient, store: Store) -> None:
    draft = new_draft(client)
    at = f"/nhap/{draft.id}"
    put(client, at, [("trich_yeu", "của cửa sổ kia")])
    answer = put(client, at, [("trich_yeu", "của cửa sổ này")], force=True)
    assert (answer.status_code, answer.json["revision"]) == (200, 3)
    assert stored(client, at).title == "của cửa sổ này"
    newest = store.drafts.versions(draft.id)[0]
    assert store.drafts.version(draft.id, newest.number).pairs == (("trich_yeu", "của cửa sổ kia"),)


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b"[" * 100_000,
        b'"a"',
        b'{"revision": 1}',
        b'{"revision": 1, "pairs": {"a": "b"}}',
        b'{"revision": 1, "pairs": [["a"]]}',
        b'{"revision": 1, "pairs": [["a", "b", "c"]]}',
        b'{"revision": 1, "pairs": [["a", 1]]}',
        b'{"revision": 1, "pairs": ["ab"]}',
        b'{"revision": "1", "pairs": []}',
        b'{"revision": true, "pairs": []}',
        b'{"revision": null, "pairs": []}',
        b'{"pairs": []}',
        b'{"revision": 1, "pairs": [], "force": "1"}',
    ],
)
def test_a_malformed_body_is_refused_calmly_and_changes_nothing(client: FlaskClient, body: bytes) -> None:
    at = new_form(client, LEAST)
    answer = client.put(at, data=body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.is_json
    assert answer.json["why"].startswith("docgen không hiểu")
    assert stored(client, at).pairs == LEAST


def test_bytes_that_are_no_utf_8_are_refused(client: FlaskClient) -> None:
    at = new_form(client)
    body = '{"revision": 1, "pairs": [["so", "năm"]]}'.encode("utf-16")
    answer = client.put(at, data=body, content_type="application/json")
    assert answer.status_code == 400
    assert "UTF-8" in answer.json["why"]


@pytest.mark.parametrize("text", ["ab\\ud800c", "ab\\udc00"])
def test_half_a_letter_is_refused_with_its_place(client: FlaskClient, text: str) -> None:
    at = new_form(client, LEAST)
    for path, method in ((at, "put"), (f"{at}/trang-thai", "post")):
        body = f'{{"revision": 1, "pairs": [["so", "1"], ["mo_dau", "{text}"]]}}'
        answer = client.open(path, method=method, data=body, content_type="application/json")
        assert answer.status_code == 400
        assert "“mo_dau”, ký tự thứ 3" in answer.json["why"]
    assert stored(client, at).pairs == LEAST


def test_an_empty_sign_is_refused_with_its_place(client: FlaskClient) -> None:
    at = new_form(client, LEAST)
    answer = put(client, at, [("mo_dau", "a\x00b")])
    assert answer.status_code == 400
    assert answer.json["why"].startswith("mo_dau")
    assert "U+0000" in answer.json["why"]
    assert stored(client, at).pairs == LEAST


def test_a_body_beyond_the_limit_is_refused_in_json(client: FlaskClient) -> None:
    at = new_form(client, LEAST)
    answer = put(client, at, [("mo_dau", "a" * 7_000_000)])
    assert answer.status_code == 413
    assert "6 MB" in answer.json["why"]
    many = put(client, at, [("can_cu[]", "")] * 20_001)
    assert many.status_code == 413
    assert "20000" in many.json["why"]
    assert stored(client, at).pairs == LEAST


NAMES = ("khong-co", "A" * 22, "1", "%00", "a" * 5000)


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_nobody_has_is_not_found(client: FlaskClient, name: str) -> None:
    at = f"/nhap/{name}"
    assert client.get(at).status_code == 404
    assert press(client, LEAST, "kiem-tra", at).status_code == 404
    answer = put(client, at, LEAST)
    assert (answer.status_code, answer.is_json) == (404, True)
    assert client.post(f"{at}/trang-thai", json={}).status_code == 404


def test_somebody_elses_draft_is_not_found_either(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs, mine = (new_draft(client, LEAST, owner=owner) for owner in ("hoa", "lan"))
    monkeypatch.setattr(who, "owner", lambda: "lan")
    monkeypatch.setattr(who, "who", lambda: "lan")
    assert client.get(f"/nhap/{mine.id}").status_code == 200
    at = f"/nhap/{theirs.id}"
    none = client.get("/nhap/khong-co").get_data(as_text=True)
    assert client.get(at).get_data(as_text=True) == none
    asked = [client.get(at + path) for path in ("", "/word", "/pdf", "/du-lieu", "/ban", "/ban/1")]
    asked += [client.post(at + path) for path in ("", "/chep", "/luu-kho", "/xoa", "/ban", "/ban/1/lay-lai")]
    asked += [put(client, at, []), put(client, at, [], force=True), client.post(f"{at}/trang-thai", json={})]
    assert {answer.status_code for answer in asked} == {404}
    monkeypatch.setattr(who, "owner", lambda: None)
    assert stored(client, at) == theirs


def test_saving_needs_the_token_and_a_new_one_is_offered(guarded: Flask) -> None:
    client = guarded.test_client()
    at = new_form(client)
    refused = put(client, at, LEAST)
    assert refused.status_code == 400
    assert stored(client, at).pairs == ()
    again = client.put(at, json={"revision": 1, "pairs": [["so", "5"]]}, headers={"X-CSRFToken": refused.json["token"]})
    assert again.status_code == 200
    assert stored(client, at).pairs == (("so", "5"),)


def test_another_site_is_offered_no_token(guarded: Flask) -> None:
    client = guarded.test_client()
    answer = client.put(new_form(client), json={"revision": 1, "pairs": []}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 400
    assert "token" not in answer.json


def test_another_state_can_be_looked_at_without_storing_it(client: FlaskClient) -> None:
    at = new_form(client, LEAST)
    answer = client.post(f"{at}/trang-thai", json={"pairs": [["trich_yeu", "Khác"], ["can_cu[4]", "một"]]})
    page = Shown(f"<div>{answer.json['html']}</div>")
    assert {("trich_yeu", "Khác"), ("can_cu[4]", "một")} <= set(page.pairs())
    assert "<html" not in answer.json["html"]
    assert 'id="bieu"' in answer.json["html"]
    assert (answer.json["revision"], answer.json["title"]) == (1, "Khác")
    assert stored(client, at).pairs == LEAST


@pytest.mark.parametrize("body", [None, b"", b"{}"])
def test_without_pairs_the_stored_state_is_shown(client: FlaskClient, body: bytes | None) -> None:
    at = new_form(client, LEAST)
    answer = client.post(f"{at}/trang-thai", data=body, content_type="application/json")
    assert set(LEAST) <= set(Shown(f"<div>{answer.json['html']}</div>").pairs())


@pytest.mark.parametrize(
    "action", ["kiem-tra", "luu", "cap-nhat", "tai-ve", "tai-pdf", "tai-du-lieu", "them:can_cu", "?"]
)
def test_every_button_stores_first(client: FlaskClient, action: str) -> None:
    at = new_form(client)
    answer = press(client, [*FULL, ("revision", "1")], action, at)
    assert answer.status_code == 200
    assert set(FULL) <= set(stored(client, at).pairs)
    assert set(FULL) <= set(Shown(answer).pairs())
    assert Shown(answer).one("revision").get("value") == "2"


def test_a_button_stores_also_what_must_be_mended(client: FlaskClient) -> None:
    at = new_form(client)
    sent = replaced(LEAST, ngay="31/2/2024")
    answer = press(client, [*sent, ("revision", "1")], "tai-ve", at)
    assert answer.status_code == 422
    assert [target for target, _ in Shown(answer).faults()] == ["ngay"]
    assert dict(stored(client, at).pairs)["ngay"] == "31/2/2024"


def test_moved_rows_are_stored_in_their_new_order_and_unknown_names_stay(client: FlaskClient) -> None:
    at = new_form(client)
    press(client, [*FULL, ("khong_co", "x"), ("revision", "1")], "len:can_cu:7", at)
    pairs = stored(client, at).pairs
    assert [value for name, value in pairs if name.startswith("can_cu[")] == ["hai", "một"]
    assert ("khong_co", "x") in pairs
    page = Shown(press(client, [*Shown(client.get(at)).pairs(), ("revision", "2")], "them:phan", at))
    assert page.standing() == "phan-2-tieu_de"
    assert Shown(client.get(at)).one("phan-2-tieu_de").get("value") == ""


def test_a_button_of_an_older_window_asks_before_it_goes_over(client: FlaskClient, store: Store) -> None:
    at = new_form(client, LEAST)
    put(client, at, replaced(LEAST, so="9"))
    sent = [*replaced(LEAST, so="5"), ("revision", "1")]
    answer = press(client, sent, "luu", at)
    page = Shown(answer)
    assert answer.status_code == 409
    assert "cửa sổ khác" in page.text("thong-bao")
    assert ("so", "5") in page.pairs()
    assert dict(stored(client, at).pairs)["so"] == "9"
    hidden = [(name, page.one(name).get("value")) for name in ("revision", "force")]
    again = press(client, [*page.pairs(), *hidden], "luu", at)
    assert again.status_code == 200
    assert dict(stored(client, at).pairs)["so"] == "5"
    kept = store.drafts.versions(at.removeprefix("/nhap/"))
    assert dict(store.drafts.version(at.removeprefix("/nhap/"), kept[0].number).pairs)["so"] == "9"
    assert not Shown(again).root.xpath("//input[@name='force']")


@pytest.mark.parametrize("revision", [None, "", "x", "٣", "9" * 5000])
def test_who_posts_without_a_revision_loses_nobodys_work(
    client: FlaskClient, store: Store, revision: str | None
) -> None:
    draft = new_draft(client, [("so", "9")])
    extra = [] if revision is None else [("revision", revision)]
    assert press(client, [*LEAST, *extra], "luu", f"/nhap/{draft.id}").status_code == 200
    assert store.drafts.get(draft.id).pairs == LEAST
    assert store.drafts.version(draft.id, 1).pairs == (("so", "9"),)


def test_a_download_button_leads_to_the_file_from_a_page_that_knows_the_revision(client: FlaskClient) -> None:
    at = new_form(client)
    page = Shown(press(client, [*LEAST, ("revision", "1")], "tai-ve", at))
    (refresh,) = page.root.xpath("//meta[@http-equiv='refresh']/@content")
    assert refresh == f"0; url={at}/word"
    assert f'href="{at}/word"' in page.html
    assert client.get(f"{at}/word").data[:2] == b"PK"


def test_without_its_token_nothing_is_stored_and_everything_comes_back(guarded: Flask) -> None:
    client = guarded.test_client()
    at = new_form(client, [("so", "9")])
    answer = press(client, [*LEAST, ("revision", "1")], "luu", at)
    page = Shown(answer)
    assert answer.status_code == 400
    assert "Nội dung đã gõ vẫn còn đủ" in page.text("thong-bao")
    assert set(LEAST) <= set(page.pairs())
    assert stored(client, at).pairs == (("so", "9"),)
    hidden = [(name, page.one(name).get("value")) for name in ("csrf_token", "revision")]
    again = press(client, [*page.pairs(), *hidden], "luu", at)
    assert again.status_code == 200
    assert set(LEAST) <= set(stored(client, at).pairs)


def test_an_expired_page_still_knows_that_it_is_older(guarded: Flask) -> None:
    client = guarded.test_client()
    draft = new_draft(client, [("so", "1")])
    store_of(guarded).drafts.save(draft.id, 1, [("so", "2")], title="x")
    page = Shown(press(client, [("so", "3"), ("revision", "1")], "luu", f"/nhap/{draft.id}"))
    hidden = [(name, page.one(name).get("value")) for name in ("csrf_token", "revision")]
    again = press(client, [*page.pairs(), *hidden], "luu", f"/nhap/{draft.id}")
    assert again.status_code == 409


def test_an_empty_sign_posted_by_a_button_loses_nothing_else(client: FlaskClient) -> None:
    at = new_form(client, [("so", "9")])
    answer = press(client, [*replaced(LEAST, mo_dau="a\x00b"), ("revision", "1")], "luu", at)
    assert answer.status_code == 422
    assert "chưa được lưu" in answer.get_data(as_text=True)
    assert "Trồng 1.000 cây" in answer.get_data(as_text=True)
    assert stored(client, at).pairs == (("so", "9"),)


def test_the_sample_comes_back_whole_from_a_save(client: FlaskClient) -> None:
    at = new_form(client)
    shown = Shown(client.get(new_form(client, sample_pairs("doan")))).pairs()
    assert put(client, at, shown).status_code == 200
    assert Shown(client.get(at)).pairs() == shown


def test_a_store_that_is_away_is_told_and_does_not_show_where_it_is(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object, **__: object) -> None:
        raise Unreachable(Fault("/bi/mat/kho.sqlite3", "Kho dữ liệu đang bận."))

    at = new_form(client)
    monkeypatch.setattr(Drafts, "save", away)
    answer = put(client, at, LEAST)
    assert (answer.status_code, answer.is_json) == (503, True)
    assert "thử lại" in answer.json["why"]
    assert "bi/mat" not in answer.get_data(as_text=True)


TEXT = st.text(st.characters(exclude_characters="\x00\r", exclude_categories=["Cs"]), max_size=60)


@functools.cache
def shared_client() -> FlaskClient:
    return create_app(WTF_CSRF_ENABLED=False).test_client()


@given(st.lists(st.tuples(TEXT, TEXT), max_size=8))
def test_any_pairs_are_kept_to_the_letter(pairs: list[tuple[str, str]]) -> None:
    client = shared_client()
    at = new_form(client, [("so", "cũ")])
    kept = tuple(pair for pair in pairs if pair[0] not in {"lam", "loai", "csrf_token", "revision", "force"})
    assert put(client, at, pairs).status_code == 200
    assert stored(client, at).pairs == kept


def test_pairs_of_a_page_are_those_it_would_post(kinds: Kinds) -> None:
    form = kinds.get("ke-hoach")
    typed = read_typed(sample_pairs(), form)
    assert read_typed(pairs_of(typed, form), form).rows == typed.rows
    assert read_typed(pairs_of(typed, form), form).single == typed.single
