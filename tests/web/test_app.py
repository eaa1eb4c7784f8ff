import pytest
from flask import Flask

from docgen.errors import Unusable
from docgen.web import create_app
from tests.web.shown import new_form, sample_pairs

WANTED = {
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
PAGES = ("/", "form", "sample", "/static/docgen.css", "/static/docgen.js", "/khong-co")


def address(app: Flask, path: str) -> str:
    """The address of a page; "form" and "sample" are the forms of new drafts."""
    made = {"form": (), "sample": sample_pairs()}
    return new_form(app.test_client(), made[path]) if path in made else path


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_carries_the_security_headers(guarded: Flask, path: str) -> None:
    with guarded.test_client().get(address(guarded, path)) as answer:
        headers = answer.headers
    assert {name: headers[name] for name in WANTED} == WANTED
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("path", ["/", "/soan/ke-hoach", "form", "/khong-co"])
def test_refused_posts_carry_them_too_and_are_never_stored(guarded: Flask, path: str) -> None:
    answer = guarded.test_client().post(address(guarded, path), data={"trich_yeu": "a"})
    assert answer.status_code in {400, 404, 405}
    assert answer.headers["Cache-Control"] == "no-store"
    assert {name: answer.headers[name] for name in WANTED} == WANTED


@pytest.mark.parametrize("path", ["/", "sample"])
def test_pages_hold_no_inline_script_style_or_handler(guarded: Flask, path: str) -> None:
    page = guarded.test_client().get(address(guarded, path)).get_data(as_text=True)
    assert "<style" not in page
    assert " style=" not in page
    assert "javascript:" not in page
    assert " on" not in "".join(part.split(">")[0].replace(' value="on"', "") for part in page.split("<")[1:])
    assert page.count("<script") == page.count("<script src=") == 1


def test_the_cookie_is_kept_from_scripts_and_other_sites(guarded: Flask) -> None:
    cookie = guarded.test_client().get(address(guarded, "form")).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_every_app_has_a_secret_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOCGEN_SECRET", raising=False)
    one, other = create_app().secret_key, create_app().secret_key
    assert one != other
    assert len(str(one)) == 64


def test_the_offices_own_secret_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_SECRET", "một khóa đủ dài để dùng")
    assert create_app().secret_key == "một khóa đủ dài để dùng"


def test_settings_can_be_given() -> None:
    assert create_app(MAX_CONTENT_LENGTH=5).config["MAX_CONTENT_LENGTH"] == 5


def test_a_folder_without_forms_is_refused(tmp_path) -> None:
    with pytest.raises(Unusable, match="forms và templates"):
        create_app(tmp_path)


def test_pages_say_their_language_and_have_one_main_heading(guarded: Flask) -> None:
    for path in ("/", "form", "/khong-co"):
        page = guarded.test_client().get(address(guarded, path)).get_data(as_text=True)
        assert '<html lang="vi">' in page
        assert page.count("<h1") == page.count("<main") == 1
