"""A new kind in the web: upload, decide, try, put to use; refusals, roles, other people's papers."""

from __future__ import annotations

import io
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from docgen.data_dir import DataDir
from docgen.intake.kind_files import load_kinds
from docgen.store import Store
from docgen.web import create_app, loai_moi
from docgen.web.showing import DATA
from tests.checking.building import built
from tests.web.maintaining import app, client, root
from tests.web.test_accounts import HASH, log_in
from tests.workshop.newkind import papers

__all__ = ["app", "client", "root"]

PAPER = built(papers.thong_bao())


def upload(client: FlaskClient, data: bytes = PAPER, name: str = "cũ.docx", **more: str) -> TestResponse:
    return client.post("/mau/moi", data={"tep": (io.BytesIO(data), name), **more})


def begun(client: FlaskClient, data: bytes = PAPER) -> str:
    answer = upload(client, data)
    assert answer.status_code == 303, answer.text
    return answer.location


def inputs(page: TestResponse) -> dict[str, str]:
    """What a browser would post of the proposal as it stands."""
    (form,) = html.fromstring(page.text).xpath("//form[@id='de-xuat']")
    return dict(form.fields)


def posted(form: dict[str, str], action: str, **changes: str | None) -> dict[str, str]:
    merged = {**form, **changes, "lam": action}
    return {name: value for name, value in merged.items() if value is not None}


def test_the_whole_way(client: FlaskClient, store: Store, app: Flask) -> None:
    place = begun(client)
    page = client.get(place)
    assert "1. Thời gian: {{thoi_gian}}." in page.text and "Sân Nhà văn hóa" in page.text
    tried = client.post(place, data=posted(inputs(page), "thu"))
    assert tried.status_code == 200
    assert "Loại mới qua được mọi phép thử" in tried.text and "không thiếu, không thừa chữ nào" in tried.text
    picture = client.get(f"{place}/trang/1.png")
    assert picture.data.startswith(b"\x89PNG")
    template = client.post(place, data=posted(inputs(tried), "tai-mau"))
    assert template.data.startswith(b"PK") and "thong-bao.nd30.docx" in template.headers["Content-Disposition"]
    done = client.post(place, data=posted(inputs(tried), "dua-vao-dung"))
    assert (done.status_code, done.location) == (303, "/mau/thong-bao")
    data: DataDir = app.extensions[DATA]
    assert "thong-bao" in load_kinds(data).forms
    assert {kept.ten for kept in store.shelf.active()} == {
        "forms/thong-bao.yaml",
        "templates/thong-bao.nd30.docx",
        "forms/mau/thong-bao.nd30.yaml",
    }
    assert "Đã thêm loại Thông báo" in client.get(done.location).text


def test_a_code_in_use_is_not_taken_again(client: FlaskClient) -> None:
    first, second = begun(client), begun(client)
    form = inputs(client.get(first))
    assert client.post(first, data=posted(form, "dua-vao-dung")).status_code == 303
    refused = client.post(second, data=posted(inputs(client.get(second)), "dua-vao-dung"))
    assert refused.status_code == 409 and "đã dùng cho" in refused.text
    third = inputs(client.get(begun(client)))
    assert (third["loai"], third["ten_chon"]) == ("thong-bao-2", "Thông báo (thong-bao-2)")


def test_decisions_are_kept(client: FlaskClient) -> None:
    place = begun(client)
    form = inputs(client.get(place))
    changed = {
        "phan.4.la": "co-dinh",
        "phan.5.mau": "3. Chủ trì: Đồng chí {{ten_chu_tri}}, {{chuc_vu}}.",
        "phan.11.mau": "6. Hạn nộp: {{han_nop_cuoi}}",
        "hoi.so_luong.kieu": "line",
        "hoi.so_luong.bat_buoc": None,
        "chung.so_ban.hoi": None,
        "ten_loai_thuong": "Thông báo ngày hội",
    }
    assert client.post(place, data=posted(form, "luu", **changed)).status_code == 303
    page = client.get(place)
    now = inputs(page)
    assert now["phan.4.la"] == "co-dinh" and "phan.4.mau" not in now
    assert now["hoi.ten_chu_tri.nhan"] == "Ten chu tri" and "hoi.chu_tri.nhan" not in now
    assert now["hoi.han_nop_cuoi.kieu"] == "date", "told by what stands there"
    assert now["hoi.so_luong.kieu"] == "line" and not now.get("hoi.so_luong.bat_buoc")
    assert not now.get("chung.so_ban.hoi") and now["ten_loai_thuong"] == "Thông báo ngày hội"
    tried = client.post(place, data=posted({k: v for k, v in now.items() if v is not None}, "thu"))
    assert tried.status_code == 200, tried.text


def test_a_place_made_an_answer_gets_a_name(client: FlaskClient) -> None:
    place = begun(client)
    form = inputs(client.get(place))
    client.post(place, data=posted(form, "luu", **{"phan.12.la": "truong"}))
    assert inputs(client.get(place))["phan.12.mau"] == "{{cac_thon_dang_ky}}"


def test_what_cannot_be_done_is_told_and_what_was_decided_stays(client: FlaskClient) -> None:
    place = begun(client)
    form = inputs(client.get(place))
    answer = client.post(place, data=posted(form, "thu", **{"phan.3.mau": "Thời điểm: {{thoi_gian}}"}))
    assert answer.status_code == 422
    assert "không khớp với chữ của văn bản" in answer.text
    assert inputs(answer)["phan.3.mau"] == "Thời điểm: {{thoi_gian}}"
    answer = client.post(place, data=posted(form, "luu", loai="Thông báo"))
    assert answer.status_code == 422 and "chữ thường không dấu" in answer.text


def test_papers_that_cannot_be_read(client: FlaskClient) -> None:
    assert upload(client, b"PK\x03\x04 hong").status_code == 422
    nothing = client.post("/mau/moi", data={"ten_loai": "GIẤY MỜI"})
    assert nothing.status_code == 422 and "Chưa chọn tệp" in nothing.text and "GIẤY MỜI" in nothing.text


def test_a_file_that_is_too_large(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loai_moi, "MAX_BODY_BYTES", 1000)
    assert upload(client).status_code == 413


def test_words_of_a_paper_are_no_markup(client: FlaskClient) -> None:
    data = built(papers.mau_don())
    page = client.get(begun(client, data))
    assert page.status_code == 200 and "{% if x %}" in page.text


@pytest.mark.parametrize("path", ["/mau/moi/khong-co", "/mau/moi/" + "a" * 22, "/mau/moi/" + "a" * 22 + "/trang/1.png"])
def test_what_is_not_there(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_only_who_keeps_templates_and_only_ones_own(store: Store, root: object) -> None:
    for name, role in (("lan", "van-thu"), ("hoa", "giu-mau"), ("mai", "giu-mau")):
        store.users.create(name, HASH, role, f"Nguyễn {name.title()}")  # type: ignore[arg-type]
    app = create_app(store=store, DOCGEN_LOGIN=True, WTF_CSRF_ENABLED=False)
    clerk, keeper, other = (app.test_client() for _ in range(3))
    for one, name in ((clerk, "lan"), (keeper, "hoa"), (other, "mai")):
        log_in(one, name)
    assert clerk.get("/mau/moi").status_code == 403
    assert upload(clerk).status_code == 403
    place = begun(keeper)
    assert keeper.get(place).status_code == 200
    assert other.get(place).status_code == 404
    assert other.post(place, data={"lam": "thu"}).status_code == 404


def test_a_page_opened_long_ago(store: Store, client: FlaskClient) -> None:
    place = begun(client)
    guarded = create_app(store=store).test_client()
    form = posted(inputs(client.get(place)), "dua-vao-dung", ten_loai="THÔNG BÁO NGÀY HỘI")
    answer = guarded.post(place, data=form, headers={"Origin": "http://localhost"})
    assert answer.status_code == 400
    assert re.search(r"chưa được thực hiện", answer.text)
    assert inputs(answer)["ten_loai"] == "THÔNG BÁO NGÀY HỘI"
    assert not store.shelf.active()
