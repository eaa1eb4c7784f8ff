import shutil
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from docgen.data_dir import DataDir
from docgen.web import create_app
from tests.web.shown import FORM, LEAST, Shown, new_form, press


@pytest.mark.parametrize("path", ["/khong-co", "/soan", "/soan/", "/nhap/khong-co", "/nhap/", "/static/khong-co.js"])
def test_an_unknown_address_is_told_calmly(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Không có trang này" in answer.get_data(as_text=True)


@pytest.mark.parametrize("kind", ["khong-co", "..%2f..%2fetc", "ke-hoach%00", "KE-HOACH"])
def test_no_other_kind_can_be_named(client: FlaskClient, kind: str) -> None:
    assert client.post(f"/soan/{kind}").status_code == 404


@pytest.mark.parametrize("path", ["/static/../app.py", "/nhap/..%2f..%2fetc", "/nhap/%00"])
def test_no_file_can_be_named(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "right"),
    [("post", "/", "GET"), ("put", FORM, "POST"), ("get", FORM, "POST"), ("delete", "/nhap/x", "PUT")],
)
def test_a_wrong_method_is_told_and_the_right_ones_named(
    client: FlaskClient, method: str, path: str, right: str
) -> None:
    answer = client.open(path, method=method)
    assert answer.status_code == 405
    assert right in answer.headers["Allow"]
    assert "Không dùng được cách này" in answer.get_data(as_text=True)


def test_too_much_is_refused_in_vietnamese_with_the_limit(client: FlaskClient) -> None:
    answer = press(client, [*LEAST, ("mo_dau", "a" * 7_000_000)], "tai-ve")
    assert answer.status_code == 413
    assert "6 MB" in answer.get_data(as_text=True)


def test_too_many_inputs_for_the_server_are_refused(client: FlaskClient) -> None:
    answer = press(client, [(f"can_cu[{number}]", "") for number in range(20_001)], "kiem-tra")
    assert answer.status_code == 413


def test_too_many_inputs_for_the_intake_come_back(client: FlaskClient) -> None:
    sent = [(f"can_cu[{number}]", "x") for number in range(5_001)]
    answer = press(client, sent, "kiem-tra")
    assert answer.status_code == 422
    assert set(sent) <= set(Shown(answer).pairs())


def test_a_plan_with_hundreds_of_rows_is_made(client: FlaskClient) -> None:
    rows = [
        (f"phan[{number}].{name}", f"{name} {number}") for number in range(2, 502) for name in ("tieu_de", "noi_dung")
    ]
    rows += [(f"can_cu[{number}]", f"Căn cứ {number}") for number in range(300)]
    assert press(client, [*LEAST, *rows], "tai-ve").status_code == 200


@pytest.fixture
def own_data(data: DataDir, tmp_path: Path) -> Path:
    """A data folder whose files may be broken."""
    for folder in (data.root / "forms", data.root / "templates"):
        shutil.copytree(folder, tmp_path / folder.name)
    return tmp_path


def test_a_missing_template_is_ours_and_loses_nothing(own_data: Path, caplog: pytest.LogCaptureFixture) -> None:
    client = create_app(own_data, WTF_CSRF_ENABLED=False).test_client()
    (own_data / "templates" / "ke-hoach.nd30.docx").unlink()
    answer = press(client, LEAST, "tai-ve")
    page = Shown(answer)
    assert answer.status_code == 500
    assert "nội dung đã gõ không có lỗi" in page.text("thong-bao")
    assert str(own_data) not in page.html
    assert set(LEAST) <= set(page.pairs())
    assert "a paper could not be made" in caplog.text


def test_a_template_with_a_fault_is_told_with_its_place(own_data: Path) -> None:
    client = create_app(own_data, WTF_CSRF_ENABLED=False).test_client()
    (own_data / "templates" / "ke-hoach.nd30.docx").write_bytes(b"no Word file")
    page = Shown(press(client, LEAST, "tai-ve"))
    assert str(own_data) not in page.html
    assert page.faults()


def test_a_broken_form_is_told_to_its_maintainer(own_data: Path) -> None:
    client = create_app(own_data, WTF_CSRF_ENABLED=False).test_client()
    (own_data / "forms" / "ke-hoach.yaml").write_text("loai: ke-hoach\nnhom: [", encoding="utf-8")
    for path in ("/", new_form(client)):
        answer = client.get(path)
        assert answer.status_code == 500
        assert "forms/ke-hoach.yaml" in answer.get_data(as_text=True)
        assert str(own_data) not in answer.get_data(as_text=True)


def test_a_maintainers_edit_takes_effect_at_once(own_data: Path) -> None:
    client = create_app(own_data, WTF_CSRF_ENABLED=False).test_client()
    form = own_data / "forms" / "ke-hoach.yaml"
    form.write_text(form.read_text("utf-8").replace("nhan: Địa danh", "nhan: Nơi viết"), "utf-8")
    assert "Nơi viết" in client.get(new_form(client)).get_data(as_text=True)


def test_what_nobody_foresaw_shows_no_insides(guarded: Flask, caplog: pytest.LogCaptureFixture) -> None:
    @guarded.get("/hong")
    def broken() -> str:
        raise RuntimeError("bí mật ở /work/kho")

    answer = guarded.test_client().get("/hong")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 500
    assert "bí mật" not in page
    assert "RuntimeError" not in page
    assert "bí mật" in caplog.text


def test_what_nobody_foresaw_while_making_loses_nothing(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("chuyện bên trong")

    monkeypatch.setattr("docgen.web.making.pipeline.make", broken)
    answer = press(client, LEAST, "tai-ve")
    assert answer.status_code == 500
    assert "chuyện bên trong" not in answer.get_data(as_text=True)
    assert set(LEAST) <= set(Shown(answer).pairs())
