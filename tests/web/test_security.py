import pytest
from flask import Flask
from flask.testing import FlaskClient

from docgen.web import create_app
from docgen.web.security import is_loopback
from tests.web.shown import FORM, LEAST, Shown, new_form, press


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "192.168.1.5:8000", "localhost.evil", "a b", "[::1", "evil:99999"],
)
def test_a_foreign_host_name_is_refused(guarded: Flask, host: str) -> None:
    answer = guarded.test_client().get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert "127.0.0.1" in answer.get_data(as_text=True)
    assert "evil" not in answer.get_data(as_text=True)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_this_machine_is_answered(guarded: Flask, host: str) -> None:
    assert guarded.test_client().get("/", headers={"Host": host}).status_code == 200


def test_other_names_can_be_allowed() -> None:
    client = create_app(DOCGEN_LOOPBACK_ONLY=False).test_client()
    assert client.get("/", headers={"Host": "vanthu.example"}).status_code == 200


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
        ("vanthu.example", False),
        ("", False),
    ],
)
def test_loopback_is_told_from_the_rest(host: str, own: bool) -> None:
    assert is_loopback(host) is own


def token_of(client: FlaskClient) -> str:
    return str(Shown(client.get(new_form(client))).one("csrf_token").get("value"))


def test_a_post_with_its_token_gets_the_paper(guarded: Flask) -> None:
    client = guarded.test_client()
    answer = press(client, [*LEAST, ("csrf_token", token_of(client))], "tai-ve")
    assert answer.status_code == 200
    assert answer.data[:2] == b"PK"


@pytest.mark.parametrize("token", [None, "", "rubbish"])
def test_without_its_token_the_form_comes_back_with_everything_typed(guarded: Flask, token: str | None) -> None:
    client = guarded.test_client()
    sent = [*LEAST, ("can_cu[4]", 'Căn cứ <Luật> & "lệ"\nhai dòng')]
    answer = press(client, sent if token is None else [*sent, ("csrf_token", token)], "tai-ve")
    page = Shown(answer)
    assert answer.status_code == 400
    assert "Nội dung đã gõ vẫn còn đủ" in page.text("thong-bao")
    assert set(sent) <= set(page.pairs())
    again = press(client, [*page.pairs(), ("csrf_token", page.one("csrf_token").get("value"))], "tai-ve")
    assert again.data[:2] == b"PK"


def test_an_expired_token_loses_nothing_either() -> None:
    client = create_app(WTF_CSRF_TIME_LIMIT=-1).test_client()
    answer = press(client, [*LEAST, ("csrf_token", token_of(client))], "tai-ve")
    assert answer.status_code == 400
    assert set(LEAST) <= set(Shown(answer).pairs())


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "http://evil.example"}]
)
def test_what_another_site_posts_is_not_even_shown(guarded: Flask, headers: dict[str, str]) -> None:
    answer = guarded.test_client().post(FORM, data={"trich_yeu": "mồi nhử"}, headers=headers)
    assert answer.status_code == 400
    assert "mồi nhử" not in answer.get_data(as_text=True)
    assert "trang khác" in answer.get_data(as_text=True)


@pytest.mark.parametrize("body", [b"trich_yeu=%FF%FEa", b"trich_yeu=\xe1\xba", b"trich_yeu=%ED%A0%80"])
def test_bytes_that_are_no_utf_8_are_refused_not_replaced(client: FlaskClient, body: bytes) -> None:
    answer = client.post(FORM, data=body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 400
    assert "UTF-8" in answer.get_data(as_text=True)


def test_a_part_that_is_no_utf_8_is_refused_too(client: FlaskClient) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="trich_yeu"\r\n\r\n\xc3\x28\r\n--x--\r\n'
    assert client.post(FORM, data=body, content_type="multipart/form-data; boundary=x").status_code == 400
