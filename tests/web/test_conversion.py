"""The small conversions: an amount in words."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.web.bodies import small_app


@pytest.fixture
def app() -> Flask:
    app = small_app()
    app.config["WTF_CSRF_ENABLED"] = False
    return app


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("390000000", "Ba trăm chín mươi triệu đồng"),
        ("390.000.000", "Ba trăm chín mươi triệu đồng"),
        ("1,5", "Một phẩy năm đồng"),
    ],
)
def test_an_amount_is_said_in_words(app: Flask, number: str, words: str) -> None:
    answer = app.test_client().post("/doi/bang-chu", json={"so": number})
    assert (answer.status_code, answer.get_json()) == (200, {"chu": words})


@pytest.mark.parametrize(
    "asked", [{"so": "1.5"}, {"so": "năm"}, {"so": "9" * 101}, {"so": "9" * 40}, {"so": 5}, {"so": ""}, {}, [], None]
)
def test_what_is_no_number_is_refused_with_the_reason(app: Flask, asked: object) -> None:
    answer = app.test_client().post("/doi/bang-chu", json=asked)
    assert answer.status_code == 422
    assert answer.get_json()["why"].endswith(".")


def test_what_is_no_json_is_refused(app: Flask) -> None:
    answer = app.test_client().post("/doi/bang-chu", data=b"\xff{", content_type="application/json")
    assert answer.status_code == 422


def test_a_token_is_asked_for() -> None:
    assert small_app().test_client().post("/doi/bang-chu", json={"so": "1"}).status_code == 400
