"""The pages beside the form: who gets which, and what is told when there are none."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from docgen.errors import Fault, Unusable
from docgen.preview import Preview
from docgen.store import Store
from docgen.web import create_app, passwords
from docgen.web.preview import WORKERS, keep_preview, previews
from tests.papers.text import lines
from tests.preview.making import a_pdf
from tests.web.conftest import serving
from tests.web.shown import LEAST, new_form, replaced

PAIRS = [list(pair) for pair in LEAST]
PASSWORD = "mưa rơi trên mái tôn"


class Stand:
    """In place of LibreOffice: two pages, whatever the paper."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.begun = threading.Semaphore(0)
        self.papers: list[bytes] = []
        self.error: Exception | None = None

    def to_pdf(self, docx: bytes) -> bytes:
        self.papers.append(docx)
        self.begun.release()
        self.gate.wait(30)
        if self.error:
            raise self.error
        return a_pdf([(60, 700, "Trong cay nam 2027")], [(60, 700, "trang hai")])

    def rest(self) -> None: ...

    def close(self) -> None:
        self.gate.set()


@pytest.fixture
def stand() -> Stand:
    return Stand()


@pytest.fixture
def app(store: Store, stand: Stand) -> Iterator[Flask]:
    app = create_app(store=store, WTF_CSRF_ENABLED=False)
    keep_preview(app, Preview(lambda: stand, wait_s=20))
    yield app
    previews(app).close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def made(client: FlaskClient, at: str, pairs: Any = None, **more: Any) -> dict[str, Any]:
    answer = client.post(f"{at}/xem", json={"pairs": PAIRS if pairs is None else pairs, **more})
    assert answer.status_code == 200, answer.get_data(as_text=True)
    told: dict[str, Any] = answer.get_json()
    return told


def test_what_is_typed_becomes_pages(client: FlaskClient, stand: Stand) -> None:
    told = made(client, new_form(client), n=7)
    assert told == {"ban": told["ban"], "pages": 2, "sizes": [[600, 800], [600, 800]], "missing": 0, "n": 7}
    assert stand.papers[0].startswith(b"PK")


def test_without_pairs_it_is_what_is_stored(client: FlaskClient, stand: Stand) -> None:
    at = new_form(client, LEAST)
    assert client.post(f"{at}/xem").get_json()["ban"] == made(client, at)["ban"]
    assert len(stand.papers) == 1, "the same state costs nothing"


def test_the_paper_is_the_one_that_is_downloaded(client: FlaskClient, stand: Stand) -> None:
    at = new_form(client, LEAST)
    made(client, at)
    assert client.get(f"{at}/word?xac-nhan=1").data == stand.papers[0]


def test_a_page_is_a_picture_that_may_be_kept_by_its_browser_alone(client: FlaskClient) -> None:
    at = new_form(client)
    ban = made(client, at)["ban"]
    answer = client.get(f"{at}/trang/{ban}/1.png?rong=400")
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert answer.data.startswith(b"\x89PNG")
    control = answer.headers["Cache-Control"]
    assert {"private", "immutable", "max-age=86400"} == set(control.split(", "))
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize("rong", ["", "x", "-1", "0", "99999999999999999999", "1e3"])
def test_any_width_gives_a_picture(rong: str, client: FlaskClient) -> None:
    at = new_form(client)
    ban = made(client, at)["ban"]
    answer = client.get(f"{at}/trang/{ban}/1.png?rong={rong}")
    assert answer.status_code == 200
    assert int.from_bytes(answer.data[16:20], "big") in range(200, 2002)


def test_pages_are_bound_to_their_draft(client: FlaskClient) -> None:
    at, other = new_form(client), new_form(client)
    ban = made(client, at)["ban"]
    assert made(client, other)["ban"] != ban, "though the papers are alike"
    assert client.get(f"{other}/trang/{ban}/1.png").status_code == 404
    assert client.post(f"{other}/cho", json={"ban": ban, "text": "Trong cay"}).status_code == 404
    assert client.get(f"{at}/trang/{ban}/1.png").status_code == 200


@pytest.mark.parametrize("change", ["", "0", "é", "x" * 96, "…/…"])
def test_a_guessed_address_leads_nowhere(change: str, client: FlaskClient) -> None:
    at = new_form(client)
    ban = made(client, at)["ban"]
    for guess in {change, change + ban[len(change) :], ban[:-1] + ("0" if ban[-1] != "0" else "1"), ban[:64]} - {ban}:
        assert client.get(f"{at}/trang/{guess}/1.png").status_code == 404
        assert client.post(f"{at}/cho", json={"ban": guess, "text": "Trong cay"}).status_code == 404


def test_pages_that_are_not_there(client: FlaskClient) -> None:
    at = new_form(client)
    ban = made(client, at)["ban"]
    for number in ("0", "3", "99999999999", "-1", "x"):
        answer = client.get(f"{at}/trang/{ban}/{number}.png")
        assert answer.status_code == 404
        assert "immutable" not in answer.headers["Cache-Control"]


def test_pages_that_are_not_kept_any_more_are_made_again(app: Flask, client: FlaskClient, stand: Stand) -> None:
    at = new_form(client)
    ban = made(client, at)["ban"]
    keep_preview(app, Preview(lambda: stand))
    assert client.get(f"{at}/trang/{ban}/1.png").status_code == 404
    assert made(client, at)["ban"] == ban
    assert client.get(f"{at}/trang/{ban}/1.png").status_code == 200


@pytest.mark.parametrize(("way", "path"), [("post", "xem"), ("post", "cho"), ("get", "trang/x/1.png")])
def test_a_draft_that_is_not_there(way: str, path: str, client: FlaskClient) -> None:
    assert getattr(client, way)(f"/nhap/khong-co/{path}").status_code == 404


def test_the_place_of_a_text(client: FlaskClient) -> None:
    at = new_form(client)
    ban = made(client, at)["ban"]
    told = client.post(f"{at}/cho", json={"ban": ban, "text": "**Trong cay** nam 2027", "after": ""}).get_json()
    assert told["page"] == 1
    ((x, y, width, height),) = told["boxes"]
    assert (x, y) == (pytest.approx(0.1, abs=0.01), pytest.approx(0.11, abs=0.01))
    assert 0 < width < 0.5 > height > 0
    assert client.post(f"{at}/cho", json={"ban": ban, "text": "khong co"}).get_json() == {"page": 0, "boxes": []}


@pytest.mark.parametrize("body", [{"text": 5}, {"text": None, "after": []}, {"text": "a" * 500_000}, {}])
def test_a_strange_question_for_a_place(body: dict[str, Any], client: FlaskClient) -> None:
    at = new_form(client)
    ban = made(client, at)["ban"]
    assert client.post(f"{at}/cho", json={"ban": ban, **body}).get_json() == {"page": 0, "boxes": []}


def test_a_plan_that_is_only_begun_has_pages_with_labels_for_what_is_missing(
    client: FlaskClient, stand: Stand, tmp_path: Path
) -> None:
    told = made(client, new_form(client), replaced(LEAST, trich_yeu="", luu=""))
    path = tmp_path / "xem.docx"
    path.write_bytes(stand.papers[0])
    assert told["missing"] == 2
    assert "[Trích yếu]" in lines(path.read_bytes())


def test_faults_are_counted_and_nothing_is_made(client: FlaskClient, stand: Stand) -> None:
    at = new_form(client)
    answer = client.post(f"{at}/xem", json={"pairs": replaced(LEAST, trich_yeu="", luu="", ngay="31/2/2027")})
    assert answer.status_code == 422
    assert answer.get_json() == {"faults": 3}
    assert stand.papers == []


@pytest.mark.parametrize("pairs", [None, "x", [["a"]], [["a", 1]], [["a", "b", "c"]], {"a": "b"}, [["a", "\ud800"]]])
def test_what_is_no_list_of_pairs_is_refused(pairs: Any, client: FlaskClient, stand: Stand) -> None:
    answer = client.post(f"{new_form(client)}/xem", json={"pairs": pairs})
    assert answer.status_code == 400
    assert answer.get_json()["why"]
    assert stand.papers == []


def test_without_libreoffice_it_is_told_what_to_install(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("DOCGEN_SOFFICE", raising=False)
    monkeypatch.setattr("docgen.pdf.program._USUAL_PLACES", ())
    app = create_app(store=store, WTF_CSRF_ENABLED=False)
    client = app.test_client()
    answer = client.post(f"{new_form(client)}/xem", json={"pairs": PAIRS})
    previews(app).close()
    assert answer.status_code == 503
    for words in ("Chưa có LibreOffice", "libreoffice-writer-nogui", "Windows"):
        assert words in answer.get_json()["why"]


def test_a_paper_libreoffice_cannot_make_pages_of(client: FlaskClient, stand: Stand) -> None:
    stand.error = Unusable(
        Fault("LibreOffice", "LibreOffice không làm ra được tệp PDF từ văn bản này.", "Xin thử lại.")
    )
    answer = client.post(f"{new_form(client)}/xem", json={"pairs": PAIRS})
    assert (answer.status_code, answer.get_json()) == (
        503,
        {"why": "LibreOffice không làm ra được tệp PDF từ văn bản này. Xin thử lại."},
    )
    stand.error = None
    made(client, new_form(client))


def test_no_turn_in_time(app: Flask, stand: Stand) -> None:
    keep_preview(app, Preview(lambda: stand, wait_s=0.1))
    client = app.test_client()
    stand.gate.clear()
    answer = client.post(f"{new_form(client)}/xem", json={"pairs": PAIRS})
    previews(app).close()
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3")
    assert "đang bận" in answer.get_json()["why"]


def test_a_newer_request_of_the_same_window_makes_the_waiting_one_stale(app: Flask, stand: Stand) -> None:
    client = app.test_client()
    at, elsewhere = new_form(client), new_form(client)
    stand.gate.clear()

    def ask(where: str, number: str, **more: str) -> int:
        body = {"pairs": replaced(LEAST, so=number), **more}
        return app.test_client().post(f"{where}/xem", json=body).status_code

    def waiting(count: int) -> None:
        for _ in range(300):
            if len(previews(app)._turns) == count:
                return
            threading.Event().wait(0.02)
        raise AssertionError

    with ThreadPoolExecutor(4) as pool:
        running = pool.submit(ask, elsewhere, "1")
        assert stand.begun.acquire(timeout=20)
        older = pool.submit(ask, at, "2")
        waiting(1)
        other_window = pool.submit(ask, at, "3", window="hai")
        waiting(2)
        newer = pool.submit(ask, at, "4")
        assert older.result(20) == 409
        stand.gate.set()
        assert [running.result(20), other_window.result(20), newer.result(20)] == [200] * 3


def test_of_a_flood_only_the_newest_becomes_a_paper(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    from docgen.web import preview

    monkeypatch.setattr(preview, "_making", threading.BoundedSemaphore(1))
    gate, papers, really = threading.Event(), [], preview.make_paper

    def slowly(pairs: Any, *rest: Any) -> Any:
        papers.append(dict(pairs)["so"])
        gate.wait(30)
        return really(pairs, *rest)

    monkeypatch.setattr(preview, "make_paper", slowly)
    at = new_form(app.test_client())

    def ask(number: str) -> int:
        return app.test_client().post(f"{at}/xem", json={"pairs": replaced(LEAST, so=number)}).status_code

    with ThreadPoolExecutor(5) as pool:
        asked = []
        for number in "12345":
            before = dict(previews(app)._newest)
            asked.append(pool.submit(ask, number))
            assert any(previews(app)._newest != before or time.sleep(0.02) for _ in range(300))
            assert any(papers or time.sleep(0.02) for _ in range(300))
        gate.set()
        assert [future.result(20) for future in asked] == [409] * 4 + [200]
    assert papers == ["1", "5"]


def test_pages_are_bound_to_their_user(store: Store, stand: Stand) -> None:
    for name, role in (("lan", "van-thu"), ("hoa", "van-thu"), ("sep", "quan-tri")):
        store.users.create(name, passwords.hashed(PASSWORD), role)  # type: ignore[arg-type]
    app = create_app(store=store, WTF_CSRF_ENABLED=False, DOCGEN_LOGIN=True)
    keep_preview(app, Preview(lambda: stand))

    def logged_in(name: str) -> FlaskClient:
        client = app.test_client()
        assert client.post("/dang-nhap", data={"ten": name, "mat_khau": PASSWORD}).status_code in {302, 303}
        return client

    at = f"/nhap/{store.drafts.create('ke-hoach', LEAST, title='x', owner='lan').id}"
    lan, hoa, chief = logged_in("lan"), logged_in("hoa"), logged_in("sep")
    ban = made(lan, at)["ban"]
    assert lan.get(f"{at}/trang/{ban}/1.png").status_code == 200
    assert hoa.post(f"{at}/xem", json={"pairs": PAIRS}).status_code == 404
    assert hoa.get(f"{at}/trang/{ban}/1.png").status_code == 404
    assert hoa.post(f"{at}/cho", json={"ban": ban, "text": "Trong cay"}).status_code == 404
    assert chief.get(f"{at}/trang/{ban}/1.png").status_code == 404, "an administrator has an address of his own"
    assert chief.get(f"{at}/trang/{made(chief, at)['ban']}/1.png").status_code == 200
    assert len(stand.papers) == 1
    assert app.test_client().get(f"{at}/trang/{ban}/1.png").status_code != 200
    previews(app).close()


def test_a_token_is_asked_for(store: Store) -> None:
    app = create_app(store=store)
    client = app.test_client()
    at = new_form(client)
    for path in ("xem", "cho"):
        assert client.post(f"{at}/{path}", json={}).status_code == 400


@pytest.mark.parametrize(
    ("asked", "workers"), [("", 1), ("2", 2), ("0", 1), ("99", 8), ("nhiều", 1), (3, 3), ("-2", 1)]
)
def test_the_number_of_workers_is_a_setting(asked: Any, workers: int, store: Store) -> None:
    app = create_app(store=store, **{WORKERS: asked})
    assert previews(app)._workers == workers


@pytest.mark.libreoffice
def test_the_whole_way_with_libreoffice(store: Store) -> None:
    app = create_app(store=store, WTF_CSRF_ENABLED=False)
    client = app.test_client()
    at = new_form(client)
    try:
        told = made(client, at)
        assert told["pages"] == 1
        width, height = told["sizes"][0]
        assert (round(width), round(height)) == (595, 842), "A4"
        assert client.get(f"{at}/trang/{told['ban']}/1.png").data.startswith(b"\x89PNG")
        for text, after in (("Trồng cây năm 2027", ""), ("- Trồng 1.000 cây.", "MỤC ĐÍCH"), ("VT", "UBND tỉnh")):
            place = client.post(f"{at}/cho", json={"ban": told["ban"], "text": text, "after": after}).get_json()
            assert (place["page"], len(place["boxes"])) == (1, 1), text
    finally:
        previews(app).close()


@pytest.mark.libreoffice
@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_nothing_is_left_once_the_server_stops(
    served_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))

    def running() -> bool:
        listing = subprocess.run(["ps", "-ww", "-eo", "stat,args"], capture_output=True, text=True, check=True).stdout
        return any(str(tmp_path) in line and not line.startswith("Z") for line in listing.splitlines())

    at = f"/nhap/{served_store.drafts.create('ke-hoach', LEAST, title='x').id}"
    with serving("127.0.0.1") as address:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        page = opener.open(address + at).read().decode()
        token = re.findall(r'name="csrf_token"[^>]*value="([^"]+)"', page)[0]
        headers = {"X-CSRFToken": token, "Content-Type": "application/json"}
        asked = urllib.request.Request(f"{address}{at}/xem", b"{}", headers)
        assert json.load(opener.open(asked))["pages"] == 1
        assert running()
    assert any(not running() or time.sleep(0.1) for _ in range(50))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("docgen")] == []
