"""A form edited in the browser: lines of faults, what it would look like, a new version, put to use."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from docgen.store import Store
from docgen.web import create_app, mau_form
from docgen.web.showing import DATA
from tests.web.maintaining import FORM, app, client, root, seen, send
from tests.web.shown import new_form

__all__ = ["app", "client", "root"]

EDIT = "/mau/ke-hoach/sua"


@pytest.fixture
def text(app: Flask) -> str:
    found: str = app.extensions[DATA].form("ke-hoach").read_text("utf-8")
    return found


def press(client: FlaskClient, button: str, text: str, at: str = EDIT, **more: str) -> TestResponse:
    return client.post(at, data={"chu": text, "lam": button, **more})


def area(answer: TestResponse) -> str:
    page: Any = html.fromstring(answer.get_data(as_text=True))
    return str(page.get_element_by_id("chu").text or "").removeprefix("\n")


def test_the_text_in_use_is_shown_to_be_edited(client: FlaskClient, text: str) -> None:
    assert area(client.get(EDIT)) == text
    assert client.get("/mau/ke-hoach.nd30/sua").status_code == 404, "a template is edited in Word"
    assert "Triển khai chuyển đổi số" in area(client.get("/mau/ke-hoach.nd30.du-lieu/sua"))


def test_faults_are_told_by_line_and_nothing_is_lost(client: FlaskClient, store: Store, text: str) -> None:
    wrong = text.replace("kieu: choice", "kieu: chosen", 1)
    line = wrong[: wrong.index("chosen")].count("\n") + 1
    answer = press(client, "kiem-tra", wrong)
    assert answer.status_code == 422
    assert f"dòng {line}" in seen(answer)
    assert area(answer) == wrong
    assert store.shelf.versions(FORM) == ()


def test_a_question_the_vocabulary_has_not_is_told_by_line(client: FlaskClient, text: str) -> None:
    wrong = text.replace("- ten: trich_yeu", "- ten: trich_yieu", 1)
    line = wrong[: wrong.index("trich_yieu")].count("\n") + 1
    answer = press(client, "kiem-tra", wrong)
    assert answer.status_code == 422
    assert f"trich_yieu, dòng {line}" in seen(answer)


def test_a_question_no_template_prints_is_a_warning(client: FlaskClient, store: Store, text: str) -> None:
    more = text.replace(
        "      - ten: trich_yeu\n",
        "      - ten: rieng.phong\n        nhan: Phòng\n        kieu: line\n      - ten: trich_yeu\n",
    )
    assert more != text
    answer = press(client, "luu", more, ghi_chu="hỏi thêm phòng")
    page = client.get(answer.location)
    assert "Biểu hỏi mục này nhưng mẫu không in ra." in seen(page)
    assert "3 cảnh báo" in seen(page)
    assert client.post(f"{answer.location}/dung").status_code == 409
    assert client.post(f"{answer.location}/dung", data={"xac-nhan": "1"}).status_code == 303
    assert "Phòng" in seen(client.get(new_form(client)))
    client.post("/mau/ke-hoach/ban/0/dung")
    assert 'name="rieng.phong"' not in client.get(new_form(client)).get_data(as_text=True)
    assert [each.note for each in store.shelf.versions(FORM)] == ["hỏi thêm phòng"]


def test_the_form_is_looked_at_before_it_is_kept(client: FlaskClient, store: Store, text: str) -> None:
    answer = press(client, "xem", text.replace("nhan: Trích yếu", "nhan: Về việc gì"))
    page: Any = html.fromstring(answer.get_data(as_text=True))
    assert answer.status_code == 200
    (tried,) = [each for each in page.iter("fieldset") if "disabled" in each.attrib]
    assert "Về việc gì" in tried.text_content()
    assert store.shelf.versions(FORM) == ()
    bad = press(client, "xem", "loai: ke-hoach")
    assert bad.status_code == 422
    assert "<fieldset disabled>" not in bad.get_data(as_text=True)


def test_a_clean_form_is_said_to_be_so(client: FlaskClient, text: str) -> None:
    answer = press(client, "kiem-tra", text.replace("\n", "\r\n"))
    assert answer.status_code == 200
    assert "Không thấy chỗ nào cần sửa." in seen(answer)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        "a: [",
        "- a\n- b",
        "loai: khac\n",
        "a: &x [1]\nb: *x",
        "!!python/object/apply:os.system ['id']",
        "\x00",
        "{" * 5000,
        "a: " + "9" * 10_000,
        "&a [" + "*a," * 1000 + "]",
    ],
)
def test_strange_text_is_told_and_never_breaks_the_page(client: FlaskClient, text: str) -> None:
    answer = press(client, "kiem-tra", text)
    assert answer.status_code == 422
    assert "lỗi chưa lường trước" not in seen(answer)


def test_a_form_with_faults_is_kept_but_never_put_to_use(client: FlaskClient, store: Store) -> None:
    answer = press(client, "luu", "loai: ke-hoach\n")
    assert client.post(f"{answer.location}/dung", data={"xac-nhan": "1"}).status_code == 422
    assert store.shelf.active() == ()
    assert client.get("/").status_code == 200


def test_a_text_that_is_too_long_is_not_read(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mau_form, "MAX_TEXT_BYTES", 1000)
    answer = press(client, "kiem-tra", "a" * 100_000)
    assert answer.status_code == 413
    assert "dài quá" in seen(answer)


def test_a_page_that_was_open_for_long_keeps_what_was_typed(store: Store, root: Any, text: str) -> None:
    client = create_app(root, store=store).test_client()
    answer = press(client, "luu", text + "# thêm")
    assert answer.status_code == 400
    assert area(answer) == text + "# thêm"


def test_a_form_may_be_sent_in_as_a_file(client: FlaskClient, store: Store, text: str) -> None:
    assert send(client, text.encode(), "ke-hoach.yaml", "/mau/ke-hoach").location == "/mau/ke-hoach/ban/1"
    page = seen(client.get("/mau/ke-hoach/ban/1"))
    assert "Giống hệt." in page
    for name, data, said in (
        ("ke-hoach.docx", b"PK", "Tệp phải là .yaml."),
        ("ke-hoach.yaml", b"\xff\xfe\x00\x00", "UTF-32"),
        ("ke-hoach.yaml", b"", "Tệp trống."),
    ):
        assert said in seen(send(client, data, name, "/mau/ke-hoach"))
    assert len(store.shelf.versions(FORM)) == 1


def test_lines_that_changed_are_told(client: FlaskClient, text: str) -> None:
    changed = text.replace("nhan: Trích yếu", "nhan: Về việc gì")
    page = client.get(press(client, "luu", changed).location).get_data(as_text=True)
    assert "<del>        nhan: Trích yếu</del>" in page
    assert "<ins>        nhan: Về việc gì</ins>" in page
    assert "thêm 1 dòng, bỏ 1 dòng" in seen(client.get("/mau/ke-hoach"))


def test_a_sample_is_edited_the_same_way(client: FlaskClient) -> None:
    at = "/mau/ke-hoach.nd30.du-lieu"
    good = area(client.get(f"{at}/sua"))
    bad = press(client, "kiem-tra", good.replace("co_quan:", "co_quann:"), f"{at}/sua")
    assert bad.status_code == 422
    assert "forms/mau/ke-hoach.nd30.yaml" in seen(bad)
    kept = press(client, "luu", good.replace("An Thịnh", "An Bình"), f"{at}/sua")
    assert client.post(f"{kept.location}/dung", data={"xac-nhan": "1"}).status_code == 303
    assert "An Bình" in area(client.get(f"{at}/sua"))
