from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from docgen.store import Role, Store, open_store
from docgen.web import create_app, guard, passwords, sessions, who

PASSWORD = "mưa rơi trên mái tôn"
NEW = "nắng lên sau rặng tre"
HASH = passwords.hashed(PASSWORD)


@pytest.fixture
def app(store: Store) -> Flask:
    """An app that asks for a login, with three accounts and a page for each role."""
    for name, role in (("lan", "van-thu"), ("hoa", "giu-mau"), ("sep", "quan-tri")):
        store.users.create(name, HASH, role, f"Nguyễn {name.title()}")  # type: ignore[arg-type]
    app = create_app(store=store, DOCGEN_LOGIN=True)

    @app.get("/cua-giu-mau")
    @guard.only("giu-mau")
    def kept() -> str:
        return f"{who.who()}|{who.role()}|{who.owner()}"

    @app.get("/cua-ai")
    def anybody() -> str:
        return f"{who.who()}|{who.role()}|{who.owner()}"

    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def token(answer: TestResponse) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', answer.get_data(as_text=True))
    assert found
    return found[1]


def log_in(client: FlaskClient, name: str = "lan", password: str = PASSWORD, **more: str) -> TestResponse:
    page = client.get("/dang-nhap")
    data = {"csrf_token": token(page), "ten": name, "mat_khau": password, **more}
    return client.post("/dang-nhap", data=data)


def test_the_right_password_opens_the_pages(client: FlaskClient) -> None:
    answer = log_in(client)
    assert (answer.status_code, answer.location) == (303, "/")
    assert client.get("/cua-ai").get_data(as_text=True) == "lan|van-thu|lan"
    assert "Nguyễn Lan" in client.get("/").get_data(as_text=True)


def test_an_administrator_sees_everybodys(client: FlaskClient) -> None:
    log_in(client, "SEP")
    assert client.get("/cua-ai").get_data(as_text=True) == "sep|quan-tri|None"


def test_without_a_login_one_person_does_everything(store: Store) -> None:
    app = create_app(store=store)
    with app.test_request_context("/"):
        assert (who.who(), who.role(), who.owner()) == ("", "quan-tri", None)
    client = app.test_client()
    for path in ("/dang-nhap", "/tai-khoan"):
        assert client.get(path).status_code == 404


def test_who_asks_outside_of_a_request_is_nobody() -> None:
    assert (who.who(), who.owner(), who.account()) == ("", None, None)


def test_every_route_but_the_login_and_the_static_files_is_shut(app: Flask) -> None:
    client = app.test_client()
    opened = set()
    for rule in app.url_map.iter_rules():
        values = dict.fromkeys(rule.arguments, "1")
        with app.test_request_context():
            path = app.url_map.bind("localhost").build(rule.endpoint, values, method=next(iter(rule.methods or ())))
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            answer = client.open(path, method=method)
            held = answer.status_code == 401 or (answer.status_code == 303 and "/dang-nhap" in answer.location)
            if not held:
                opened.add((rule.endpoint, method))
    assert opened == {("static", "GET"), ("accounts.show_login", "GET"), ("accounts.log_in", "POST")}


def test_an_unknown_address_tells_a_stranger_nothing(client: FlaskClient) -> None:
    assert client.get("/khong-co").status_code == 303
    log_in(client)
    assert client.get("/khong-co").status_code == 404


def test_the_static_files_of_the_login_page_come(client: FlaskClient) -> None:
    with client.get("/static/docgen.css") as answer:
        assert answer.status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept": "application/json"},
        {"Sec-Fetch-Dest": "empty"},
        {"Content-Type": "application/json"},
        {"X-CSRFToken": "cũ".encode().decode("latin-1")},
    ],
)
@pytest.mark.parametrize(("method", "path"), [("PUT", "/nhap/x"), ("POST", "/nhap/x/xem"), ("GET", "/nhap/x")])
def test_a_script_is_told_that_the_session_is_over(
    client: FlaskClient, headers: dict[str, str], method: str, path: str
) -> None:
    answer = client.open(path, method=method, headers=headers)
    assert answer.status_code == 401
    assert answer.is_json
    assert "đăng nhập lại" in answer.get_json()["why"]
    assert answer.get_json()["dang_nhap"].startswith("/dang-nhap")


def test_a_picture_is_not_sent_to_a_page(client: FlaskClient) -> None:
    answer = client.get("/nhap/x/trang/b/1.png", headers={"Sec-Fetch-Dest": "image"})
    assert (answer.status_code, answer.mimetype) == (401, "text/plain")


def test_a_form_posted_too_late_says_how_nothing_is_lost(client: FlaskClient) -> None:
    answer = client.post("/nhap/x", data={"trich_yeu": "Trồng cây"})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 401
    assert "nội dung đã gõ chưa mất" in page
    assert 'target="_blank"' in page
    assert answer.headers["Cache-Control"] == "no-store"


def test_after_the_login_one_is_where_one_wanted_to_go(client: FlaskClient) -> None:
    answer = client.get("/cua-ai?tim=k%E1%BA%BF+ho%E1%BA%A1ch&a=1")
    assert answer.status_code == 303
    page = client.get(answer.location)
    found = re.search(r'name="tiep" value="([^"]+)"', page.get_data(as_text=True))
    assert found
    data = {"csrf_token": token(page), "ten": "lan", "mat_khau": PASSWORD, "tiep": found[1].replace("&amp;", "&")}
    assert client.post("/dang-nhap", data=data).location == "/cua-ai?tim=k%E1%BA%BF+ho%E1%BA%A1ch&a=1"


@pytest.mark.parametrize(
    "after",
    [
        "",
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=1",
        "/ /evil.example",
        "evil",
        "/a\\..\\b",
        "/dang-xuat",
        "/dang-nhap?tiep=/dang-nhap",
        "http:evil.example",
        "/\u2028/evil",
    ],
)
def test_the_login_leads_nowhere_else(client: FlaskClient, after: str) -> None:
    assert log_in(client, tiep=after).location == "/"


@pytest.mark.parametrize(
    ("name", "password"),
    [("lan", "sai mật khẩu rồi"), ("khong-ai", PASSWORD), ("", ""), ("lan", ""), ("lan", "x" * 300), ("l\x00n", "a")],
)
def test_all_that_is_wrong_is_answered_alike(client: FlaskClient, name: str, password: str) -> None:
    answer = log_in(client, name, password)
    assert answer.status_code == 401
    assert "Tên hoặc mật khẩu không đúng." in answer.get_data(as_text=True)
    assert client.get("/cua-ai").status_code == 303


def test_a_closed_account_is_answered_like_an_unknown_one(client: FlaskClient, store: Store) -> None:
    store.users.disable("lan")
    assert log_in(client).get_data(as_text=True).count("Tên hoặc mật khẩu không đúng.") == 1


def test_an_unknown_name_takes_the_same_work(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    worked: list[str] = []
    real = passwords.check_password_hash

    def counted(kept: str, given: str) -> bool:
        worked.append(kept.split("$")[0])
        return real(kept, given)

    monkeypatch.setattr(passwords, "check_password_hash", counted)
    log_in(client, "khong-ai")
    log_in(client, "lan", "sai mật khẩu rồi")
    assert worked == [HASH.split("$")[0]] * 2
    assert worked[0].startswith("scrypt:")


def test_guessing_is_stopped_even_for_the_right_password(client: FlaskClient) -> None:
    for _ in range(4):
        assert log_in(client, "lan", "sai mật khẩu rồi").status_code == 401
    locked = log_in(client, "lan", "sai mật khẩu rồi")
    assert locked.status_code == 429
    assert 0 < int(locked.headers["Retry-After"]) <= 60
    assert "Xin đợi 1 phút" in locked.get_data(as_text=True)
    assert log_in(client).status_code == 429
    assert log_in(client, "hoa").status_code == 303


def test_guessing_unknown_names_is_stopped_alike(client: FlaskClient) -> None:
    codes = [log_in(client, "khong-ai", "sai mật khẩu rồi").status_code for _ in range(6)]
    assert codes == [401] * 4 + [429] * 2


def test_the_lock_opens_again(tmp_path) -> None:
    moment = [datetime.now(UTC)]
    with open_store(f"sqlite:///{tmp_path / 'a.sqlite3'}", clock=lambda: moment[0]) as store:
        store.users.create("lan", HASH, "van-thu")
        client = create_app(store=store, DOCGEN_LOGIN=True).test_client()
        for _ in range(5):
            log_in(client, "lan", "sai mật khẩu rồi")
        assert log_in(client).status_code == 429
        moment[0] += timedelta(minutes=2)
        assert log_in(client).status_code == 303


def test_the_cookie_is_new_at_login_and_kept_from_scripts(client: FlaskClient) -> None:
    client.get("/dang-nhap")
    with client.session_transaction() as session:
        session["cua-nguoi-khac"] = "1"
        before = session["csrf_token"]
    answer = log_in(client)
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    with client.session_transaction() as session:
        assert "cua-nguoi-khac" not in session
        assert session.get("csrf_token") != before
        first = session["so"]
    log_out(client)
    log_in(client)
    with client.session_transaction() as session:
        assert session["so"] != first


def test_behind_https_the_cookie_is_secure_and_the_visitor_is_known(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_HTTPS", "1")
    store.users.create("lan", HASH, "van-thu")
    app = create_app(store=store, DOCGEN_LOGIN=True, DOCGEN_LOOPBACK_ONLY=False)
    seen = []
    monkeypatch.setattr(store.users, "failed", lambda _name, address: seen.append(address))
    client = app.test_client()
    base = {"base_url": "http://127.0.0.1:8000"}
    proxy = {"X-Forwarded-For": "10.0.0.7", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "vanthu.example"}
    page = client.get("/dang-nhap", headers=proxy, **base)
    assert "Secure" in page.headers["Set-Cookie"]
    client.set_cookie("docgen", page.headers["Set-Cookie"].split("=", 1)[1].split(";")[0], domain="127.0.0.1")
    data = {"csrf_token": token(page), "ten": "lan", "mat_khau": "sai"}
    headers = proxy | {"Referer": "https://vanthu.example/dang-nhap"}
    assert client.post("/dang-nhap", data=data, headers=headers, **base).status_code == 401
    assert seen == ["10.0.0.7"]


def test_without_a_proxy_nobody_says_where_he_comes_from(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    monkeypatch.setattr(store.users, "failed", lambda _name, address: seen.append(address))
    data = {"csrf_token": token(client.get("/dang-nhap")), "ten": "lan", "mat_khau": "sai"}
    client.post("/dang-nhap", data=data, headers={"X-Forwarded-For": "10.0.0.7"})
    assert seen == ["127.0.0.1"]


@pytest.mark.parametrize("path", ["/dang-nhap", "/dang-xuat", "/tai-khoan"])
def test_nothing_is_done_without_a_token(client: FlaskClient, path: str) -> None:
    log_in(client)
    answer = client.post(path, data={"ten": "lan", "mat_khau": PASSWORD, "mat_khau_moi": NEW, "nhap_lai": NEW})
    assert answer.status_code == 400
    assert client.get("/cua-ai").status_code == 200


@pytest.mark.parametrize("path", ["/dang-xuat"])
def test_a_link_logs_nobody_out(client: FlaskClient, path: str) -> None:
    log_in(client)
    assert client.get(path).status_code == 405
    assert client.get("/cua-ai").status_code == 200


def log_out(client: FlaskClient) -> TestResponse:
    return client.post("/dang-xuat", data={"csrf_token": token(client.get("/tai-khoan"))})


def test_logging_out_ends_the_cookie_for_everybody_who_has_it(client: FlaskClient) -> None:
    log_in(client)
    kept = client.get_cookie("docgen")
    assert kept
    assert log_out(client).location == "/dang-nhap"
    assert client.get("/cua-ai").status_code == 303
    client.set_cookie("docgen", kept.value)
    assert client.get("/cua-ai").status_code == 303


@pytest.mark.parametrize(
    ("steps", "lasts"),
    [
        ([sessions.IDLE_SECONDS - 60], True),
        ([sessions.IDLE_SECONDS + 60], False),
        ([sessions.IDLE_SECONDS - 60] * 3, True),
        ([sessions.IDLE_SECONDS - 60] * 15, False),
        ([-3600], False),
    ],
)
def test_a_session_ends_unused_after_half_a_day_and_anyhow_after_a_week(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, steps: list[int], lasts: bool
) -> None:
    log_in(client)
    moments = [sessions.now()]
    monkeypatch.setattr(sessions, "now", lambda: moments[-1])
    for step in steps:
        moments.append(moments[-1] + step)
        answer = client.get("/cua-ai")
    assert (answer.status_code == 200) is lasts


@pytest.mark.parametrize("change", ["password", "role", "disabled"])
def test_a_changed_account_ends_its_sessions(client: FlaskClient, store: Store, change: str) -> None:
    log_in(client)
    if change == "password":
        store.users.set_password("lan", passwords.hashed(NEW))
    elif change == "role":
        store.users.set_role("lan", "giu-mau")
    else:
        store.users.disable("lan")
    assert client.get("/cua-ai").status_code == 303


@pytest.mark.parametrize("changed", [{"ten": "sep"}, {"so": None}])
def test_a_cookie_cannot_be_made_up(app: Flask, client: FlaskClient, changed: dict[str, str | None]) -> None:
    log_in(client)
    with client.session_transaction() as session:
        forged = {**session, **changed}
    other = create_app(DOCGEN_LOGIN=True, SECRET_KEY="khóa khác")
    serializer = other.session_interface.get_signing_serializer(other)
    client.set_cookie("docgen", serializer.dumps(forged))
    assert client.get("/cua-ai").status_code == 303


def test_a_session_of_a_name_that_went_is_none(client: FlaskClient) -> None:
    log_in(client)
    with client.session_transaction() as session:
        session["ten"] = "khong-ai"
    assert client.get("/cua-ai").status_code == 303


def test_half_a_session_is_none(client: FlaskClient) -> None:
    with client.session_transaction() as session:
        session["ten"] = "sep"
    assert client.get("/cua-ai").status_code == 303


@pytest.mark.parametrize(("name", "code"), [("lan", 403), ("hoa", 200), ("sep", 200)])
def test_a_role_opens_what_is_its_own(client: FlaskClient, name: Role, code: int) -> None:
    log_in(client, name)
    assert client.get("/cua-giu-mau").status_code == code
    told = client.get("/cua-giu-mau", headers={"Accept": "application/json"})
    assert told.status_code == code
    if code == 403:
        assert "quản trị" in told.get_json()["why"]


def change(client: FlaskClient, present: str, wanted: str, again: str) -> TestResponse:
    page = client.get("/tai-khoan")
    data = {"csrf_token": token(page), "mat_khau": present, "mat_khau_moi": wanted, "nhap_lai": again}
    return client.post("/tai-khoan", data=data)


def test_one_changes_ones_own_password(app: Flask, client: FlaskClient) -> None:
    elsewhere = app.test_client()
    log_in(elsewhere)
    log_in(client)
    answer = change(client, PASSWORD, NEW, NEW)
    assert answer.status_code == 303
    assert "Đã đổi mật khẩu" in client.get(answer.location).get_data(as_text=True)
    assert "Đã đổi mật khẩu" not in client.get(answer.location).get_data(as_text=True)
    assert elsewhere.get("/cua-ai").status_code == 303
    assert log_in(app.test_client()).status_code == 401
    assert log_in(app.test_client(), password=NEW).status_code == 303


@pytest.mark.parametrize(
    ("present", "wanted", "again", "fault"),
    [
        ("sai", NEW, NEW, "hiện nay không đúng"),
        (PASSWORD, "cá rô", "cá rô", "ít nhất 10 ký tự"),
        (PASSWORD, "Nguyễn Lan", "Nguyễn Lan", "quá dễ đoán"),
        (PASSWORD, NEW, NEW + "x", "chưa giống nhau"),
    ],
)
def test_a_password_that_will_not_do_is_told_beside_its_field(
    client: FlaskClient, present: str, wanted: str, again: str, fault: str
) -> None:
    log_in(client)
    answer = change(client, present, wanted, again)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert fault in page
    assert page.count('aria-invalid="true"') == 1
    assert wanted not in page.replace("Nguyễn Lan</a>", "").replace("<dd>Nguyễn Lan</dd>", "")


def test_the_present_password_is_not_guessed_here_either(client: FlaskClient) -> None:
    log_in(client)
    codes = [change(client, "sai", NEW, NEW).status_code for _ in range(6)]
    assert codes == [422] * 5 + [429]
    assert client.get("/cua-ai").status_code == 200


@pytest.mark.parametrize("path", ["/dang-nhap", "/tai-khoan"])
def test_its_pages_are_never_stored(client: FlaskClient, path: str) -> None:
    log_in(client)
    answer = client.get(path)
    assert "no-cache" in answer.headers["Cache-Control"] or "no-store" in answer.headers["Cache-Control"]
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


def test_who_is_logged_in_goes_past_the_login_page(client: FlaskClient) -> None:
    log_in(client)
    assert client.get("/dang-nhap?tiep=/cua-ai").location == "/cua-ai"


def test_what_was_typed_outlives_the_session(client: FlaskClient, store: Store) -> None:
    draft = store.drafts.create("ke-hoach", [("co_quan.loai", "nha-nuoc")], owner="lan")
    at = f"/nhap/{draft.id}"
    log_in(client)
    old = token(client.get(at))
    client.delete_cookie("docgen")
    sent = {"csrf_token": old, "co_quan.loai": "nha-nuoc", "trich_yeu": "Trồng cây", "lam": "luu"}
    assert client.post(at, data=sent).status_code == 401
    log_in(client)
    again = client.post(at, data=sent)
    assert again.status_code == 400
    assert "Trồng cây" in again.get_data(as_text=True)
    assert client.post(at, data=sent | {"csrf_token": token(again)}).status_code == 200
    assert ("trich_yeu", "Trồng cây") in store.drafts.get(draft.id).pairs


def test_the_draft_of_another_is_not_there(client: FlaskClient, store: Store) -> None:
    draft = store.drafts.create("ke-hoach", [("co_quan.loai", "nha-nuoc")], owner="hoa", title="Của Hoa")
    at = f"/nhap/{draft.id}"
    log_in(client)
    for path in (at, f"{at}/word", f"{at}/pdf", f"{at}/du-lieu", f"{at}/ban", f"{at}/ban/1"):
        assert client.get(path).status_code == 404
    given = {"X-CSRFToken": token(client.get("/tai-khoan"))}
    assert client.put(at, json={"revision": 1, "pairs": []}, headers=given).status_code == 404
    for path in (f"{at}/xoa", f"{at}/chep", f"{at}/luu-kho", f"{at}/xet", f"{at}/trang-thai", f"{at}/ban"):
        assert client.post(path, json={"pairs": []}, headers=given).status_code == 404, path
    assert "Của Hoa" not in client.get("/").get_data(as_text=True)
    assert store.drafts.get(draft.id).revision == draft.revision
    log_out(client)
    log_in(client, "sep")
    assert client.get(at).status_code == 200
    assert "Của Hoa" in client.get("/").get_data(as_text=True)
