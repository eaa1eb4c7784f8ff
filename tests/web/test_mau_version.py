"""A version: put to use, refused, confirmed, rolled back, taken back; what a form then makes of it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from docgen import package, pipeline
from docgen.errors import Fault, Unusable
from docgen.preview import Preview
from docgen.store import Store
from docgen.web import create_app, mau_verdicts
from docgen.web.preview import keep_preview
from docgen.web.showing import DATA
from docgen.workshop.checking import check_template
from tests.web.maintaining import (
    BROKEN,
    FORM,
    OTHER_FONT,
    PLAN,
    SAMPLE,
    TEMPLATE,
    WELL,
    Stand,
    app,
    client,
    root,
    seen,
    send,
)
from tests.web.shown import LEAST, new_form
from tests.workshop.templates import DOCUMENT, plan

__all__ = ["app", "client", "root"]


def use(client: FlaskClient, number: int, at: str = PLAN, **more: str) -> TestResponse:
    return client.post(f"{at}/ban/{number}/dung", data=more)


def made(client: FlaskClient) -> dict[str, bytes]:
    """The parts of a paper that the form makes."""
    answer = client.get(f"{new_form(client, LEAST)}/word?xac-nhan=1")
    assert answer.status_code == 200
    return package.read(answer.data, "x")


def test_a_version_is_put_to_use_and_rolled_back(client: FlaskClient, store: Store) -> None:
    marked = plan(("Nơi nhận:", "Nơi nhận: "))
    send(client, WELL)
    send(client, marked)
    assert use(client, 1).location == PLAN
    page = seen(client.get(PLAN))
    assert "Từ bây giờ mẫu Word Kế hoạch, Nghị định 30 dùng bản 1." in page
    assert store.shelf.standing()[TEMPLATE].number == 1
    use(client, 2)
    assert b"N\xc6\xa1i nh\xe1\xba\xadn: <" in made(client)[DOCUMENT]
    use(client, 1)
    assert b"N\xc6\xa1i nh\xe1\xba\xadn:<" in made(client)[DOCUMENT]
    assert "Quay về bản của docgen" in seen(client.get(f"{PLAN}/ban/0"))
    use(client, 0)
    assert store.shelf.active() == ()
    assert [each.number for each in store.shelf.versions(TEMPLATE)] == [2, 1], "every version stays"


def test_a_version_with_errors_is_refused_with_its_reasons(client: FlaskClient, store: Store) -> None:
    send(client, BROKEN)
    answer = use(client, 1, **{"xac-nhan": "1"})
    assert answer.status_code == 422
    assert "Chưa dùng được bản 1: còn 1 lỗi dưới đây phải sửa." in seen(answer)
    assert "so_ky_hiew" in seen(answer)
    assert store.shelf.active() == ()
    assert "Đưa vào dùng" not in answer.get_data(as_text=True)


def test_warnings_have_to_be_confirmed(client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    warned = mau_verdicts.of_faults("Tệp", [Fault("", "Mẫu nặng.", nang="nhac")])
    monkeypatch.setattr(mau_verdicts, "_of_template", lambda *_: warned)
    send(client, WELL)
    answer = use(client, 1)
    assert answer.status_code == 409
    assert "Bản 1 còn 1 cảnh báo. Nếu vẫn muốn dùng, xin đánh dấu xác nhận." in seen(answer)
    assert store.shelf.active() == ()
    assert use(client, 1, **{"xac-nhan": "1"}).status_code == 303
    assert [each.number for each in store.shelf.active()] == [1]


def test_a_check_that_takes_too_long_puts_nothing_to_use(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.web.mau_version.verdict", lambda *_, **__: None)
    send(client, WELL)
    answer = use(client, 1)
    assert answer.status_code == 503
    assert "Chưa xét xong" in seen(answer)
    assert store.shelf.active() == ()


def test_a_check_that_breaks_down_is_an_error_of_the_version(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("docgen.web.mau_verdicts.check_template", broken)
    send(client, WELL)
    answer = use(client, 1)
    assert answer.status_code == 422
    assert "lỗi chưa lường trước khi xét tệp này" in seen(answer)
    assert "boom" not in seen(answer)


def test_the_pages_stand_beside_those_in_use(client: FlaskClient) -> None:
    send(client, OTHER_FONT)
    page = client.get(f"{PLAN}/ban/1")
    text = page.get_data(as_text=True)
    assert "Trang 1, bản của docgen" in seen(page)
    assert "Trang 1, bản 1" in seen(page)
    assert "thay đổi định dạng" in seen(page)
    for number in (0, 1):
        assert f'src="{PLAN}/ban/{number}/trang/thuong/1.png"' in text
        picture = client.get(f"{PLAN}/ban/{number}/trang/thuong/1.png")
        assert picture.data.startswith(b"\x89PNG")
    assert client.get(f"{PLAN}/ban/1/trang/thuong/3.png").status_code == 404
    assert client.get(f"{PLAN}/ban/1/trang/khong-co/1.png").status_code == 404
    assert client.get("/mau/ke-hoach/ban/0/trang/thuong/1.png").status_code == 404


def test_a_picture_that_is_not_kept_any_more_is_made_again(app: Flask, client: FlaskClient) -> None:
    client.get(f"{PLAN}/ban/0")
    keep_preview(app, Preview(Stand))
    assert client.get(f"{PLAN}/ban/0/trang/thuong/2.png").status_code == 200


def test_other_papers_and_other_versions_are_looked_at(client: FlaskClient) -> None:
    send(client, WELL)
    send(client, OTHER_FONT)
    page = client.get(f"{PLAN}/ban/2?ca=it-nhat&voi=1")
    text = page.get_data(as_text=True)
    assert f'src="{PLAN}/ban/1/trang/it-nhat/1.png"' in text
    assert '<option value="1" selected>' in text
    assert '<option value="it-nhat" selected>' in text
    assert "Khác bản 1" in seen(page)


def test_without_libreoffice_the_page_says_so_and_the_rest_stands(app: Flask, client: FlaskClient) -> None:
    class Away(Stand):
        def to_pdf(self, docx: bytes) -> bytes:
            raise Unusable(Fault("", "Không có LibreOffice trên máy này."))

    keep_preview(app, Preview(Away))
    page = client.get(f"{PLAN}/ban/0")
    assert page.status_code == 200
    assert "Không có LibreOffice trên máy này." in seen(page)
    assert "Tải tệp về" in seen(page)


def test_a_template_that_cannot_be_filled_has_no_pages(client: FlaskClient) -> None:
    send(client, plan(("{{ so_ky_hieu }}", "{{ so_ky_hieu")))
    page = client.get(f"{PLAN}/ban/1")
    assert page.status_code == 200
    assert "/trang/" not in page.get_data(as_text=True)


@pytest.mark.parametrize("number", [7, 99999999999])
def test_a_version_there_is_none_of(client: FlaskClient, number: int) -> None:
    assert client.get(f"{PLAN}/ban/{number}").status_code == 404
    assert use(client, number).status_code == 404


def test_a_page_that_was_open_for_long_tells_to_press_again(store: Store, root: object) -> None:
    app = create_app(root, store=store)  # type: ignore[arg-type]
    client = app.test_client()
    answer = client.post(f"{PLAN}/ban/0/dung")
    assert (answer.status_code, answer.location) == (303, f"{PLAN}/ban/0")
    assert client.post(PLAN).status_code == 400


def kind_of_its_own(app: Flask) -> Mapping[str, bytes]:
    """The plan once more under another name, as one makes a new kind."""
    data = app.extensions[DATA]

    def renamed(path: Path) -> bytes:
        return path.read_bytes().replace(b"loai: ke-hoach", b"loai: chuyen-de")

    files = {"forms/chuyen-de.yaml": renamed(data.form("ke-hoach"))}
    for the_thuc in ("nd30", "doan", "dang"):
        files[f"forms/mau/chuyen-de.{the_thuc}.yaml"] = renamed(data.sample("ke-hoach", the_thuc))
        files[f"templates/chuyen-de.{the_thuc}.docx"] = data.template("ke-hoach", the_thuc).read_bytes()
    return files


def test_a_kind_of_ones_own_is_taken_out_of_use_and_back_as_a_whole(
    app: Flask, client: FlaskClient, store: Store
) -> None:
    files = kind_of_its_own(app)
    for ten, data in files.items():
        store.shelf.add(ten, data)
    assert "chuyen-de" not in seen(client.get("/mau"))
    assert use(client, 1, "/mau/chuyen-de").status_code == 303
    assert {each.ten for each in store.shelf.active()} == files.keys()
    assert client.get("/mau/chuyen-de.nd30").status_code == 200
    assert check_template(WELL, ten="chuyen-de.nd30.docx", data=app.extensions[DATA]).target is not None
    assert client.post("/mau/chuyen-de/bo").location == "/mau/chuyen-de", "not confirmed"
    assert len(store.shelf.active()) == 7
    assert client.post("/mau/chuyen-de/bo", data={"xac-nhan": "1"}).location == "/mau"
    assert store.shelf.active() == ()
    assert "chuyen-de" not in seen(client.get("/moi"))
    assert client.post("/mau/ke-hoach/bo", data={"xac-nhan": "1"}).status_code == 404, "docgen brings that one"


def test_what_is_in_use_is_what_every_reader_of_files_sees(app: Flask, client: FlaskClient, store: Store) -> None:
    send(client, WELL)
    use(client, 1)
    data = app.extensions[DATA]
    assert data.template("ke-hoach", "nd30").read_bytes() == WELL
    assert data.form("ke-hoach").parent != data.over
    assert pipeline.make({"loai": "ke-hoach"} | SAMPLE, data).docx != b""
    store.shelf.add(FORM, data.form("ke-hoach").read_bytes().replace("Trích yếu".encode(), "Về việc".encode()))
    use(client, 1, "/mau/ke-hoach")
    assert "Về việc" in seen(client.get(new_form(client)))


def test_a_page_does_not_wait_for_a_check_that_takes_long(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()

    def slow(*_: object, **__: object) -> None:
        gate.wait(30)
        raise Unusable(Fault("", "xong"))

    monkeypatch.setattr("docgen.web.mau_verdicts.check_template", slow)
    monkeypatch.setattr("docgen.web.mau_version.SHOW_S", 0.0)
    send(client, WELL)
    page = client.get(f"{PLAN}/ban/1").get_data(as_text=True)
    gate.set()
    assert "đang xét…" in page
    assert "static/mau.js" in page


@pytest.mark.parametrize(
    "code",
    [
        "{% for i in range(999999999) %}x{% endfor %}",
        "{{ 'x' * 999999999 }}",
        "{{ ''.__class__.__mro__ }}",
        "".join(f"{{% for {each} in noi_dung %}}" for each in "abcde") + "x" + "{% endfor %}" * 5,
    ],
)
def test_a_template_that_means_harm_is_told_within_bounds(client: FlaskClient, store: Store, code: str) -> None:
    send(client, plan(("{{ so_ky_hieu }}", code)))
    page = client.get(f"{PLAN}/ban/1")
    assert page.status_code == 200
    assert "còn 1 lỗi phải sửa" in seen(page) or "còn 2 lỗi phải sửa" in seen(page)
    assert use(client, 1, **{"xac-nhan": "1"}).status_code == 422
    assert store.shelf.active() == ()
