"""The maintainers' first page, and the question which template a paper was made with."""

from __future__ import annotations

import io
import time

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from docgen import package
from docgen.store import Store
from docgen.web import mau
from docgen.web.showing import DATA
from tests.web.maintaining import BROKEN, FORM, PLAN, TEMPLATE, WELL, app, client, root, seen, send
from tests.web.shown import LEAST, new_form

__all__ = ["app", "client", "root"]


def looked_up(client: FlaskClient, data: bytes, name: str = "van-ban.docx") -> TestResponse:
    return client.post("/mau/tra", data={"tep": (io.BytesIO(data), name)})


def paper(client: FlaskClient) -> bytes:
    found: bytes = client.get(f"{new_form(client, LEAST)}/word?xac-nhan=1").data
    return found


def until_looked_through(client: FlaskClient) -> str:
    for _ in range(200):
        page = seen(client.get("/mau"))
        if "đang xét" not in page:
            return page
        time.sleep(0.05)
    raise AssertionError("the templates were never looked through")


def test_every_kind_is_listed_with_its_templates(client: FlaskClient, store: Store) -> None:
    page = until_looked_through(client)
    assert "Kế hoạch Biểu hỏi gì" in page
    assert page.count("Bản của docgen") == 3
    assert page.count("Không có lỗi") == 3
    store.shelf.add(TEMPLATE, WELL, who="hoa")
    store.shelf.activate(TEMPLATE, 1, "hoa")
    page = until_looked_through(client)
    assert "Bản 1, dùng từ vừa xong, hoa đưa vào · giữ 2 bản" in page


def test_the_list_does_not_wait_for_all_of_them(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mau, "LIST_WAIT_S", 0.0)
    page = client.get("/mau").get_data(as_text=True)
    assert "đang xét…" in page
    assert "static/mau.js" in page
    until_looked_through(client)


def test_faults_of_what_is_in_use_are_counted(app: Flask, client: FlaskClient) -> None:
    app.extensions[DATA].template("ke-hoach", "nd30").write_bytes(BROKEN)
    assert "1 lỗi" in until_looked_through(client)


def test_a_form_that_is_broken_can_still_be_reached(app: Flask, client: FlaskClient) -> None:
    app.extensions[DATA].form("ke-hoach").write_text("loai: [", encoding="utf-8")
    page = client.get("/mau")
    assert page.status_code == 200
    assert str(app.extensions[DATA].root) not in page.get_data(as_text=True)
    assert 'href="/mau/ke-hoach"' in page.get_data(as_text=True)
    assert client.get("/mau/ke-hoach").status_code == 200
    assert client.get("/mau/ke-hoach/sua").status_code == 200


def test_a_paper_says_which_version_it_was_made_with(client: FlaskClient) -> None:
    send(client, WELL, note="bản tốt")
    before = paper(client)
    client.post(f"{PLAN}/ban/1/dung")
    after = paper(client)
    client.post(f"{PLAN}/ban/0/dung")
    page = seen(looked_up(client, after, "kế hoạch.docx"))
    assert "kế hoạch.docx Mẫu Word Kế hoạch, Nghị định 30, bản 1" in page
    assert "bản tốt. Hiện không dùng nữa." in page
    assert "bản của docgen. Đang dùng." in seen(looked_up(client, before))


def test_a_paper_of_somebody_else_says_nothing(client: FlaskClient, app: Flask) -> None:
    assert "Tệp này không nói" in seen(looked_up(client, WELL))
    made = paper(client)
    app.extensions[DATA].template("ke-hoach", "nd30").write_bytes(WELL)
    assert "từ một mẫu không có ở đây" in seen(looked_up(client, made))


@pytest.mark.parametrize(("data", "name"), [(b"hello", "a.docx"), (b"", "a.docx"), (b"", "")])
def test_what_is_no_paper_is_told(client: FlaskClient, data: bytes, name: str) -> None:
    answer = looked_up(client, data, name)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.get_data(as_text=True)


def test_a_file_that_is_too_large_is_not_read(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mau, "MAX_BODY_BYTES", 100_000)
    assert looked_up(client, bytes(200_000)).status_code == 413


def test_the_uses_of_a_draft_are_noted_as_often_as_it_changes_its_template(client: FlaskClient, store: Store) -> None:
    at = new_form(client, LEAST)
    for _ in range(2):
        client.get(f"{at}/word?xac-nhan=1")
    send(client, WELL)
    client.post(f"{PLAN}/ban/1/dung")
    client.get(f"{at}/word?xac-nhan=1")
    kept = store.shelf.get(TEMPLATE, 1)
    (use,) = store.shelf.papers(kept.sha256)
    assert (use.draft, use.title, use.ten) == (at.removeprefix("/nhap/"), "Trồng cây năm 2027", TEMPLATE)
    assert "Trồng cây năm 2027" in seen(client.get(PLAN))
    assert FORM not in seen(client.get(PLAN))


def test_a_use_that_cannot_be_noted_keeps_nobody_from_the_paper(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no disk")

    monkeypatch.setattr(store.shelf, "used", broken)
    assert package.read(paper(client), "x")
