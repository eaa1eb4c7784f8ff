import gzip

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

GZIP = {"Accept-Encoding": "gzip, deflate, br"}
TEXT = "Căn cứ Luật Tổ chức chính quyền địa phương; " * 100


@pytest.fixture
def client(guarded: Flask) -> FlaskClient:
    @guarded.get("/thu/<kind>/<sub>")
    def sent(kind: str, sub: str) -> Response:
        return Response(TEXT, mimetype=f"{kind}/{sub}")

    @guarded.get("/ngan")
    def short() -> str:
        return "ngắn"

    @guarded.get("/dong")
    def streamed() -> Response:
        return Response(iter([TEXT]), mimetype="text/plain")

    return guarded.test_client()


@pytest.mark.parametrize("kind", ["text/html", "text/plain", "application/json", "image/svg+xml"])
def test_text_is_gzipped_for_who_takes_it(client: FlaskClient, kind: str) -> None:
    answer = client.get(f"/thu/{kind}", headers=GZIP)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert gzip.decompress(answer.data).decode() == TEXT
    assert int(answer.headers["Content-Length"]) == len(answer.data) < len(TEXT) / 5


@pytest.mark.parametrize("headers", [{}, {"Accept-Encoding": "identity"}, {"Accept-Encoding": "gzip;q=0, br"}])
def test_others_get_it_plain_and_caches_know(client: FlaskClient, headers: dict[str, str]) -> None:
    answer = client.get("/thu/text/html", headers=headers)
    assert "Content-Encoding" not in answer.headers
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert answer.get_data(as_text=True) == TEXT


@pytest.mark.parametrize("path", ["/thu/image/png", "/thu/application/zip", "/ngan", "/dong"])
def test_what_gains_nothing_stays_as_it_is(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers=GZIP)
    assert "Content-Encoding" not in answer.headers
    assert answer.data


def test_the_length_of_a_page_tells_nothing_exact(client: FlaskClient) -> None:
    lengths = {len(client.get("/thu/text/html", headers=GZIP).data) for _ in range(40)}
    assert len(lengths) > 5


def static(client: FlaskClient, **headers: str) -> TestResponse:
    """The stylesheet, read and closed."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with client.get("/static/docgen.css", headers={**GZIP, **named}) as answer:
        assert answer.get_data() is not None
        return answer


def test_a_static_file_is_packed_once_and_known_by_its_tag(client: FlaskClient) -> None:
    one, other, plain = static(client), static(client), static(client, Accept_Encoding="identity")
    assert one.data == other.data
    assert gzip.decompress(one.data) == plain.data
    assert one.headers["Content-Encoding"] == "gzip"
    assert one.headers["ETag"].startswith("W/")
    assert "no-cache" in one.headers["Cache-Control"]
    for tag in (one.headers["ETag"], plain.headers["ETag"]):
        again = static(client, If_None_Match=tag)
        assert (again.status_code, again.data) == (304, b"")
        assert "Accept-Encoding" in again.headers["Vary"]


def test_a_part_of_a_static_file_stays_plain(client: FlaskClient) -> None:
    answer = static(client, Range="bytes=0-999")
    assert answer.status_code == 206
    assert len(answer.data) == 1000
    assert "Content-Encoding" not in answer.headers


def test_asking_for_the_head_only_gives_no_body(client: FlaskClient) -> None:
    with client.head("/static/docgen.css", headers=GZIP) as answer:
        assert answer.status_code == 200
        assert answer.data == b""


def test_a_page_of_ours_carries_its_headers_still(client: FlaskClient) -> None:
    answer = client.get("/khong-co", headers=GZIP)
    assert answer.status_code == 404
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
