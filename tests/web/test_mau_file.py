"""The page of a template: versions, uploads and their refusals, downloads, tags, roles."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from docgen import package
from docgen.store import Store
from docgen.web import create_app, mau_file
from tests.web.maintaining import BROKEN, OTHER_FONT, PLAN, TEMPLATE, WELL, app, client, root, seen, send
from tests.web.test_accounts import HASH, log_in
from tests.workshop.templates import DOCUMENT

__all__ = ["app", "client", "root"]

MACRO = b"application/vnd.ms-word.document.macroEnabled.main+xml"
PLAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")


def test_an_upload_is_kept_and_its_page_tells_what_is_wrong(client: FlaskClient, store: Store) -> None:
    answer = send(client, BROKEN, note="đổi số ký hiệu")
    assert (answer.status_code, answer.location) == (303, f"{PLAN}/ban/1")
    (kept,) = store.shelf.versions(TEMPLATE)
    assert (kept.number, kept.note, kept.active) == (1, "đổi số ký hiệu", False)
    page = seen(client.get(answer.location))
    assert "Chưa đưa vào dùng được: còn 1 lỗi phải sửa." in page
    assert "so_ky_hiew" in page
    assert "{{ so_ky_hieu }}" in page, "what was perhaps meant"
    listed = seen(client.get(PLAN))
    assert "đổi số ký hiệu" in listed
    assert "So với bản trước: có 1 đoạn khác về chữ" in listed


def test_versions_are_listed_with_what_changed_and_can_be_had(client: FlaskClient) -> None:
    send(client, WELL, note="bản đầu")
    send(client, OTHER_FONT, note="phông khác")
    page = seen(client.get(PLAN))
    assert page.index("phông khác") < page.index("bản đầu") < page.rindex("Bản của docgen")
    assert "thay đổi định dạng" in page
    first = client.get(f"{PLAN}/ban/1/tep")
    assert first.data == WELL
    assert "ke-hoach.nd30" in first.headers["Content-Disposition"]
    own = client.get(f"{PLAN}/ban/0/tep")
    assert own.data.startswith(b"PK")
    assert client.get(f"{PLAN}/ban/9/tep").status_code == 404


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b" " * 60_000_000)
    return out.getvalue()


def with_types(old: bytes, new: bytes) -> bytes:
    parts = package.read(WELL, "x")
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(old, new)
    return package.write(parts)


def with_document(old: bytes, new: bytes) -> bytes:
    parts = package.read(WELL, "x")
    parts[DOCUMENT] = parts[DOCUMENT].replace(old, new, 1)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("", b"x", "Chưa chọn tệp."),
        ("~$-hoach.nd30.docx", b"x" * 162, "tệp khóa"),
        (".~lock.ke-hoach.nd30.docx#", b"x", "tệp khóa"),
        ("ke-hoach.doc", b"x", "Word kiểu cũ (.doc)"),
        ("ke-hoach.docx", COMPOUND + bytes(600), "Word kiểu cũ (.doc)"),
        ("ke-hoach.docx", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "đặt mật khẩu"),
        ("ke-hoach.docm", WELL, "mã macro (.docm)"),
        ("ke-hoach.dotx", WELL, ".dotx"),
        ("ke-hoach.odt", b"PK", "LibreOffice (.odt)"),
        ("ke-hoach.pdf", b"%PDF", "PDF"),
        ("C:\\mau\\ke-hoach.exe", b"MZ", "kiểu .docx"),
        ("ke-hoach.docx", b"", "Tệp trống."),
        ("ke-hoach.docx", b"hello", "không phải là tệp Word"),
        ("ke-hoach.docx", WELL[:2000], "không phải là tệp Word"),
        ("ke-hoach.docx", bomb(), "Tệp"),
        ("ke-hoach.docx", with_types(PLAIN, MACRO), "macro"),
        ("ke-hoach.docx", with_document(b"<w:body>", b"<w:body><w:p>"), ""),
        ("ke-hoach.docx", with_document(b"?>", b'?><!DOCTYPE a [<!ENTITY b "c">]>'), ""),
    ],
    ids=lambda value: value if isinstance(value, str) and value else None,
)
def test_what_can_never_be_a_template_is_refused_with_a_word(
    client: FlaskClient, store: Store, name: str, data: bytes, said: str
) -> None:
    answer = send(client, data, name)
    page = seen(answer)
    assert answer.status_code == 422
    assert said in page
    assert 'role="alert"' in answer.get_data(as_text=True)
    assert "Các phiên bản" in page, "the page is whole"
    assert store.shelf.versions(TEMPLATE) == ()


def test_a_body_that_is_too_large_is_not_read(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mau_file, "MAX_BODY_BYTES", 100_000)
    answer = send(client, bytes(200_000))
    assert answer.status_code == 413
    assert "docgen không nhận" in seen(answer)


@pytest.mark.parametrize(
    "path", ["/mau/khong-co", "/mau/ke-hoach.nd31", "/mau/ke-hoach.nd30.xyz", "/mau/..%2fetc", f"/mau/{'a' * 300}"]
)
def test_a_file_there_is_none_of(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.post(path).status_code in {404, 405}


def test_the_tags_stand_beside_an_example(client: FlaskClient) -> None:
    page = client.get(f"{PLAN}/ten")
    assert "{{ so_ky_hieu }}" in seen(page)
    assert "05/KH-UBND" in seen(page)
    assert f'src="{PLAN}/ban/0/trang/thuong/1.png"' in page.get_data(as_text=True)
    assert client.get("/mau/ke-hoach/ten").status_code == 404


def test_papers_are_listed_with_the_version_they_were_made_with(client: FlaskClient, store: Store) -> None:
    send(client, WELL)
    (kept,) = store.shelf.versions(TEMPLATE)
    store.shelf.used("", TEMPLATE, kept.sha256, "Kế hoạch trồng cây", "lan", copies=40)
    page = seen(client.get(PLAN))
    assert "Kế hoạch trồng cây (40 bản)bản 1" in page
    assert "40 văn bản" in page


@pytest.mark.parametrize(
    ("way", "path"),
    [
        ("get", "/mau"),
        ("get", "/mau/tra"),
        ("post", "/mau/tra"),
        ("get", PLAN),
        ("post", PLAN),
        ("get", f"{PLAN}/ten"),
        ("get", f"{PLAN}/ban/0"),
        ("get", f"{PLAN}/ban/0/tep"),
        ("get", f"{PLAN}/ban/0/trang/thuong/1.png"),
        ("post", f"{PLAN}/ban/0/dung"),
        ("post", "/mau/ke-hoach/bo"),
        ("get", "/mau/ke-hoach/sua"),
        ("post", "/mau/ke-hoach/sua"),
    ],
)
def test_a_secretary_may_not_but_keepers_and_administrators_may(store: Store, root: Path, way: str, path: str) -> None:
    for name, role in (("lan", "van-thu"), ("hoa", "giu-mau"), ("sep", "quan-tri")):
        store.users.create(name, HASH, role)  # type: ignore[arg-type]
    app = create_app(root, store=store, DOCGEN_LOGIN=True)
    nobody = app.test_client()
    assert nobody.get(path).status_code in {303, 401, 405}
    told = {}
    for name in ("lan", "hoa", "sep"):
        asking = app.test_client()
        log_in(asking, name)
        asking.application.config["WTF_CSRF_ENABLED"] = False
        told[name] = getattr(asking, way)(path).status_code
        asking.application.config["WTF_CSRF_ENABLED"] = True
        shown = "Mẫu Word" in asking.get("/").get_data(as_text=True)
        assert shown == (name != "lan")
    assert told["lan"] == 403
    assert told["hoa"] == told["sep"] != 403
