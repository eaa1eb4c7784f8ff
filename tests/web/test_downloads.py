"""The files of a draft, and what stands in their way."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from docgen import pipeline
from docgen.checking.finding import Finding
from docgen.data_dir import DataDir
from docgen.errors import Fault, Unusable
from docgen.intake.form import from_post, to_pairs
from docgen.intake.load import load
from docgen.intake.read import read_file
from docgen.kinds import Kinds
from docgen.store import Office, Store
from docgen.web import create_app, downloads
from tests.web.shown import LEAST, Shown, new_draft, new_form, replaced
from tests.web.test_failing import own_data

__all__ = ["own_data"]

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("0*.yaml"))
SCRIPT = {"Accept": "application/json"}
WRONG = Finding("ND30-x", "loi", "chac", "Sai chỗ này.", thay="<cũ>", can="mới")
DOUBT = Finding("ND30-y", "canh-bao", "chac", "Nên xem lại.")


def judged(monkeypatch: pytest.MonkeyPatch, *found: Finding) -> None:
    class Report:
        findings = found

    monkeypatch.setattr(downloads, "check", lambda *_: Report)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_the_word_file_of_a_draft_is_that_of_the_command_line(
    client: FlaskClient, data: DataDir, kinds: Kinds, seed: Path
) -> None:
    wanted = pipeline.make(load(seed, kinds), data)
    pairs = to_pairs(read_file(seed).raw, kinds.get("ke-hoach"))[1:]
    answer = client.get(f"{new_form(client, pairs)}/word?xac-nhan=1")
    assert answer.status_code == 200
    assert answer.data == wanted.docx


def test_files_are_named_by_number_and_abstract(client: FlaskClient) -> None:
    at = new_form(client, replaced(LEAST, so="5"))
    for path, ending in (("word", "docx"), ("du-lieu", "yaml")):
        assert client.get(f"{at}/{path}").headers["Content-Disposition"] == (
            f'attachment; filename="05-KH-UBND Trong cay nam 2027.{ending}"; '
            f"filename*=UTF-8''05-KH-UBND%20Tr%E1%BB%93ng%20c%C3%A2y%20n%C4%83m%202027.{ending}"
        )


def test_files_are_named_by_the_offices_pattern(client: FlaskClient, store: Store) -> None:
    office = store.offices.save(Office(name="x", file_pattern="{ky_hieu}_{so} {la}"))
    draft = new_draft(client, replaced(LEAST, so="5"), office=office.id)
    for path, ending in (("word", "docx"), ("du-lieu", "yaml")):
        named = client.get(f"/nhap/{draft.id}/{path}").headers["Content-Disposition"]
        assert f'filename="KH-UBND_05 {{la}}.{ending}"' in named
    store.offices.delete(office.id)
    assert "05-KH-UBND Trong" in client.get(f"/nhap/{draft.id}/word").headers["Content-Disposition"]


@pytest.mark.libreoffice
def test_the_pdf_file(client: FlaskClient) -> None:
    answer = client.get(f"{new_form(client, replaced(LEAST, so='5'))}/pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.data[:5] == b"%PDF-"
    assert "05-KH-UBND Trong cay nam 2027.pdf" in answer.headers["Content-Disposition"]


def test_without_libreoffice_the_word_file_is_offered(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: bytes) -> bytes:
        raise Unusable(Fault("LibreOffice", "Máy này chưa có LibreOffice.", "Cách cài: …"))

    monkeypatch.setattr(downloads.libreoffice, "to_pdf", missing)
    at = new_form(client, LEAST)
    answer = client.get(f"{at}/pdf")
    assert answer.status_code == 503
    assert "chưa có LibreOffice" in answer.get_data(as_text=True)
    assert f'href="{at}/word"' in answer.get_data(as_text=True)
    told = client.get(f"{at}/pdf", headers=SCRIPT)
    assert (told.status_code, told.json["why"]) == (503, "Máy này chưa có LibreOffice. Cách cài: …")


def test_a_pdf_that_has_to_wait_too_long_is_told_and_its_place_is_given_back(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "_PDF_WAIT_S", 0.01)
    monkeypatch.setattr(downloads.libreoffice, "to_pdf", lambda _: b"%PDF-x")
    at = new_form(client, LEAST)
    for _ in range(3):
        assert client.get(f"{at}/pdf").status_code == 200
    with downloads._PDF_AT_ONCE, downloads._PDF_AT_ONCE:
        assert client.get(f"{at}/pdf", headers=SCRIPT).status_code == 503
    assert client.get(f"{at}/pdf").status_code == 200


@pytest.mark.parametrize("path", ["word", "pdf"])
def test_with_faults_the_form_tells_them(client: FlaskClient, path: str) -> None:
    at = new_form(client, replaced(LEAST, ngay="31/2/2024", so="x"))
    answer = client.get(f"{at}/{path}")
    assert (answer.status_code, answer.location) == (303, f"{at}?kiem-tra=1")
    assert [target for target, _ in Shown(client.get(answer.location)).faults()] == ["so", "ngay"]


@pytest.mark.parametrize("headers", [SCRIPT, {"Sec-Fetch-Dest": "empty"}])
@pytest.mark.parametrize("path", ["word", "pdf"])
def test_with_faults_a_script_is_told_how_many(client: FlaskClient, path: str, headers: dict[str, str]) -> None:
    at = new_form(client, replaced(LEAST, ngay="31/2/2024", so="x"))
    answer = client.get(f"{at}/{path}", headers=headers)
    assert (answer.status_code, answer.json["faults"]) == (422, 2)


def test_the_data_file_comes_also_with_faults(client: FlaskClient, tmp_path: Path, kinds: Kinds) -> None:
    pairs = replaced(LEAST, ngay="31/2/2024")
    answer = client.get(f"{new_form(client, pairs)}/du-lieu")
    assert answer.status_code == 200
    (tmp_path / "x.yaml").write_bytes(answer.data)
    assert read_file(tmp_path / "x.yaml").raw == from_post([("loai", "ke-hoach"), *pairs], kinds).raw


def test_errors_of_the_checker_ask_once(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    judged(monkeypatch, WRONG, DOUBT)
    at = new_form(client, LEAST)
    answer = client.get(f"{at}/word")
    page = Shown(answer)
    assert answer.status_code == 409
    assert "Sai chỗ này. Đang là “<cũ>”. Cần “mới”." in page.root.xpath("//main")[0].text_content()
    assert "Nên xem lại" not in page.html
    (href,) = page.root.xpath("//a[normalize-space()='Vẫn tải']/@href")
    assert client.get(href).data[:2] == b"PK"
    told = client.get(f"{at}/word", headers=SCRIPT)
    assert (told.status_code, told.json["errors"]) == (409, 1)
    assert [one["text"] for one in told.json["findings"]] == ["Sai chỗ này."]
    assert client.get(href, headers=SCRIPT).data[:2] == b"PK"


def test_warnings_never_bar_the_way(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    judged(monkeypatch, DOUBT)
    assert client.get(f"{new_form(client, LEAST)}/word").data[:2] == b"PK"


def test_a_checker_that_breaks_down_bars_nobodys_way(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("chuyện bên trong")

    monkeypatch.setattr(downloads, "check", broken)
    assert client.get(f"{new_form(client, LEAST)}/word").data[:2] == b"PK"
    assert "could not be judged" in caplog.text


def test_an_error_of_the_paper_is_really_seen(client: FlaskClient) -> None:
    basis = "Căn cứ Quyết định số 05/QĐ-UBND ngày 31/02/2020 của Ủy ban nhân dân tỉnh về trồng cây"
    at = new_form(client, [*LEAST, ("can_cu[1]", basis)])
    told = client.get(f"{at}/word", headers=SCRIPT)
    assert told.status_code == 409
    assert ["31/02/2020" in one["text"] for one in told.json["findings"]] == [True]
    assert client.get(f"{at}/du-lieu").status_code == 200


def test_a_template_that_is_missing_is_ours(own_data: Path, store: Store) -> None:
    client = create_app(own_data, store=store).test_client()
    (own_data / "templates" / "ke-hoach.nd30.docx").unlink()
    at = new_form(client, LEAST)
    answer = client.get(f"{at}/word", follow_redirects=True)
    assert "nội dung đã gõ không có lỗi" in Shown(answer).text("thong-bao")
    told = client.get(f"{at}/word", headers=SCRIPT)
    assert told.status_code == 500
    assert str(own_data) not in told.get_data(as_text=True) + answer.get_data(as_text=True)


def test_a_kind_that_is_no_longer_there_is_not_found(client: FlaskClient, store: Store) -> None:
    at = f"/nhap/{store.drafts.create('loai-da-bo', LEAST).id}"
    for path in ("", "/word", "/du-lieu", "?kiem-tra=1"):
        assert client.get(at + path).status_code == 404
