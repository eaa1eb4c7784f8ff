"""The start page: every way to begin leads to a draft, and every refusal stands in its place."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from docgen import pipeline
from docgen.document import build
from docgen.intake.dump import plain
from docgen.intake.form import from_post
from docgen.intake.load import load
from docgen.kinds import Kinds
from docgen.store import Draft, Office, Store
from docgen.web import create_app
from docgen.web.start import MAX_FILE_BYTES
from tests.importing.files import retyped
from tests.web.shown import LEAST, Shown, multipart

SEED = Path(__file__).parent.parent / "seeds" / "003-chu-thap-do-kien-giang.yaml"
TEXT = Path(__file__).parent.parent / "seeds" / "text" / "003-chu-thap-do-kien-giang.txt"
EDGE = "multipart/form-data; boundary=----docgen-tests"
OFFICE = Office(
    name="Hội Chữ thập đỏ tỉnh",
    pairs=(
        ("co_quan.loai", "to-chuc"),
        ("co_quan.ten", "HỘI CHỮ THẬP ĐỎ\nTỈNH KIÊN GIANG"),
        ("co_quan.ky_hieu", "CTĐ"),
        ("dia_danh", "Kiên Giang"),
    ),
    luu="VT, TTCTĐ",
)


def begin(client: FlaskClient, way: str, **given: Any) -> TestResponse:
    return client.post("/moi", data={"loai": "ke-hoach", "lam": way, **given}, content_type="multipart/form-data")


def the_draft(store: Store, answer: TestResponse) -> Draft:
    assert answer.status_code == 303, answer.get_data(as_text=True)
    found = re.fullmatch(r"/nhap/([\w-]+)(?:/nhap-vao)?", answer.location)
    assert found
    return store.drafts.get(found[1])


def file(data: bytes, name: str) -> tuple[io.BytesIO, str]:
    return io.BytesIO(data), name


def test_the_page_offers_five_ways(client: FlaskClient) -> None:
    page = Shown(client.get("/moi"))
    ways = [value.partition(":")[0] for value in page.root.xpath("//main//button/@value")]
    assert ways == ["tim", "trong", "mau", "tep", "dan", "tim"]
    kinds = page.root.xpath("//select[@name='loai']/option/@value")
    assert kinds[0] == page.root.xpath("//select[@name='loai']/option[@selected]/@value")[0] == "ke-hoach"
    assert {"cong-van", "quyet-dinh", "thong-bao"} <= set(kinds)
    assert page.root.xpath("//select[@id='co_quan']//option/@value") == [
        "khoi:nha-nuoc",
        "khoi:doan",
        "khoi:dang",
        "khoi:to-chuc",
    ]
    for element in page.root.xpath("//main//*[self::select or self::textarea or self::input[@type!='hidden']]"):
        at = element.get("id")
        assert element.xpath("ancestor::label") or page.root.xpath("//label[@for=$at]", at=at), at
    ids = page.root.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_an_empty_form_knows_the_kind_of_issuer(client: FlaskClient, store: Store) -> None:
    draft = the_draft(store, begin(client, "trong", co_quan="khoi:doan"))
    assert (draft.pairs, draft.source, draft.office) == ((("co_quan.loai", "doan"),), "", "")


def test_a_sample_is_made_into_a_paper_at_once(client: FlaskClient, store: Store, kinds: Kinds) -> None:
    for khoi in ("nha-nuoc", "doan", "dang", "to-chuc"):
        draft = the_draft(store, begin(client, "mau", co_quan=f"khoi:{khoi}"))
        built = from_post([("loai", draft.loai), *draft.pairs], kinds).built(kinds)
        assert built.document.co_quan.loai == khoi
        assert draft.title == " ".join(built.document.trich_yeu.split("\n")[0].split())
        assert "mẫu" in draft.source


def test_the_office_answers_for_itself_and_is_remembered(client: FlaskClient, store: Store) -> None:
    office = store.offices.save(OFFICE)
    page = Shown(client.get("/moi"))
    assert page.value(page.one("co_quan")) == f"ho-so:{office.id}"
    draft = the_draft(store, begin(client, "trong", co_quan=f"ho-so:{office.id}"))
    assert draft.pairs == (*OFFICE.pairs, ("luu", "VT, TTCTĐ"))
    assert draft.office == office.id
    store.offices.save(Office(name="Ban A"))
    page = Shown(client.get("/moi"))
    assert page.value(page.one("co_quan")) == f"ho-so:{office.id}"
    sample = dict(the_draft(store, begin(client, "mau", co_quan=f"ho-so:{office.id}")).pairs)
    assert sample["co_quan.ten"] == "HỘI CHỮ THẬP ĐỎ\nTỈNH KIÊN GIANG"
    assert sample["luu"] == "VT, TTCTĐ"
    assert not any(name.startswith("co_quan.ten[") for name in sample)


def test_an_office_may_be_named_in_the_address(client: FlaskClient, store: Store) -> None:
    store.offices.save(Office(name="Ban A"))
    office = store.offices.save(OFFICE)
    page = Shown(client.get(f"/moi?co_quan={office.id}"))
    assert page.value(page.one("co_quan")) == f"ho-so:{office.id}"


def test_an_office_that_is_gone_is_forgotten(client: FlaskClient, store: Store) -> None:
    office = store.offices.save(OFFICE)
    begin(client, "trong", co_quan=f"ho-so:{office.id}")
    store.offices.delete(office.id)
    page = Shown(client.get("/moi"))
    assert page.value(page.one("co_quan")) == "khoi:nha-nuoc"


def test_a_draft_is_copied_and_found_without_diacritics(client: FlaskClient, store: Store) -> None:
    old = store.drafts.create("ke-hoach", [*LEAST, ("so", "5"), ("ngay", "05/11/2026")], title="Trồng cây năm 2027")
    store.drafts.create("ke-hoach", LEAST[1:2], title="Phòng chống thiên tai")
    page = Shown(begin(client, "tim", tim="trong cay", chu="đã dán"))
    assert page.root.xpath("//ul[@class='drafts-to-copy']//button/@value") == [f"chep:{old.id}"]
    assert page.value(page.one("chu")) == "đã dán"
    draft = the_draft(store, begin(client, f"chep:{old.id}"))
    assert dict(draft.pairs) == {**dict(LEAST), "so": "", "ngay": ""}
    assert draft.id != old.id


def test_a_draft_that_is_gone_is_said_so(client: FlaskClient) -> None:
    answer = begin(client, "chep:AAAAAAAAAAAAAAAAAAAAAA", chu="đã dán")
    page = Shown(answer)
    assert answer.status_code == 404
    assert page.standing() == "chep-loi"
    assert page.value(page.one("chu")) == "đã dán"


def test_a_word_file_of_ours_goes_straight_to_the_form(client: FlaskClient, store: Store, kinds: Kinds) -> None:
    wanted = load(SEED, kinds).document
    answer = begin(client, "tep", tep=file(pipeline.make(wanted).docx, "năm trước.docx"))
    draft = the_draft(store, answer)
    assert answer.location == f"/nhap/{draft.id}"
    assert from_post([("loai", draft.loai), *draft.pairs], kinds).built(kinds).document == wanted
    assert draft.source == "đọc từ tệp “năm trước.docx”"
    again = client.get(f"/nhap/{draft.id}/nhap-vao")
    assert again.status_code in {200, 302}


def test_an_edited_word_file_is_told_about_and_every_link_leads_to_a_field(client: FlaskClient, store: Store) -> None:
    docx = retyped(pipeline.make(load(SEED)).docx, "năng nóng", "nắng nóng")
    answer = begin(client, "tep", tep=file(docx, "a.docx"))
    draft = the_draft(store, answer)
    assert answer.location == f"/nhap/{draft.id}/nhap-vao"
    assert_links_lead_somewhere(client, draft)


def test_pasted_text_is_told_about_and_every_link_leads_to_a_field(client: FlaskClient, store: Store) -> None:
    office = store.offices.save(OFFICE)
    text = "Điện thoại: 0900 000 000\n" + TEXT.read_text("utf-8")
    draft = the_draft(store, begin(client, "dan", chu=text, co_quan=f"ho-so:{office.id}"))
    page = assert_links_lead_somewhere(client, draft)
    headings = [" ".join(each.text_content().split()).rstrip(" 0123456789") for each in page.root.xpath("//h2")]
    assert headings == ["Chưa rõ thuộc mục nào", "Nên xem lại", "So với hồ sơ cơ quan", "Đã nhận ra"]
    assert draft.source in page.html


def assert_links_lead_somewhere(client: FlaskClient, draft: Draft) -> Shown:
    page = Shown(client.get(f"/nhap/{draft.id}/nhap-vao"))
    links = page.root.xpath("//main//li/a/@href")
    assert links
    form = Shown(client.get(f"/nhap/{draft.id}"))
    for link in links:
        address, _, at = link.partition("#")
        assert address == f"/nhap/{draft.id}"
        form.one(at)
    return page


def test_a_draft_of_one_s_own_has_no_report(client: FlaskClient, store: Store) -> None:
    draft = store.drafts.create("ke-hoach", LEAST)
    answer = client.get(f"/nhap/{draft.id}/nhap-vao")
    assert (answer.status_code, answer.location) == (302, f"/nhap/{draft.id}")
    assert client.get("/nhap/AAAAAAAAAAAAAAAAAAAAAA/nhap-vao").status_code == 404


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF-1.7", "tệp PDF"),
        ("a.docx", b"", "Tệp rỗng"),
        ("a.yaml", b"a: 1\na: 2\n", "viết hai lần"),
        ("a.yaml", b"\xff\xff", "UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_beside_its_input(
    client: FlaskClient, store: Store, name: str, data: bytes, words: str
) -> None:
    answer = begin(client, "tep", tep=file(data, name), chu="đã dán\nhai dòng")
    page = Shown(answer)
    assert answer.status_code == 422
    assert words in page.text("tep-loi")
    assert page.standing() == "tep-loi"
    assert page.value(page.one("chu")) == "đã dán\nhai dòng"
    assert store.drafts.listing().total == 0


def test_no_file_and_no_text_are_said_so(client: FlaskClient) -> None:
    assert "Chưa chọn tệp" in Shown(begin(client, "tep")).text("tep-loi")
    assert "không có chữ nào" in Shown(begin(client, "dan", chu="  ")).text("dan-loi")


def sent(client: FlaskClient, url: str, data: bytes) -> TestResponse:
    """Send a large file; the client itself would leave a temporary one open."""
    edge = "----x"
    body = "\r\n".join(
        (
            f"--{edge}",
            'Content-Disposition: form-data; name="lam"\r\n\r\ntep',
            f"--{edge}",
            'Content-Disposition: form-data; name="tep"; filename="a.docx"\r\n\r\n',
        )
    )
    whole = body.encode() + data + f"\r\n--{edge}--\r\n".encode()
    return client.post(url, data=whole, content_type=f"multipart/form-data; boundary={edge}")


def test_a_file_that_is_too_large_is_refused_in_words(client: FlaskClient) -> None:
    answer = sent(client, "/moi", b"a" * (MAX_FILE_BYTES + 8_000_000))
    assert answer.status_code == 413
    assert "20 MB" in Shown(answer).text("tep-loi")


def test_a_large_file_is_let_in_here_and_nowhere_else(client: FlaskClient) -> None:
    large = b"PK\x03\x04" + b"a" * 8_000_000
    assert sent(client, "/moi", large).status_code == 422
    assert sent(client, "/soan/ke-hoach", large).status_code == 413


def test_text_in_another_encoding_is_not_let_in_beside_a_file(client: FlaskClient) -> None:
    edge = "----x"
    parts = b'--%b\r\nContent-Disposition: form-data; name="chu"\r\n\r\n\xe0\r\n' % edge.encode()
    parts += b'--%b\r\nContent-Disposition: form-data; name="tep"; filename="a"\r\n\r\n\xff\r\n--%b--\r\n' % (
        edge.encode(),
        edge.encode(),
    )
    kind = f"multipart/form-data; boundary={edge}"
    assert client.post("/moi", data=parts, content_type=kind).status_code == 400
    assert client.post("/moi", data=parts.replace(b"\xe0", b"a"), content_type=kind).status_code == 200


def test_a_page_that_was_open_too_long_keeps_what_was_pasted(store: Store) -> None:
    guarded = create_app(store=store).test_client()
    answer = begin(guarded, "dan", chu="KẾ HOẠCH")
    page = Shown(answer)
    assert answer.status_code == 400
    assert page.value(page.one("chu")) == "KẾ HOẠCH"
    token = page.value(page.one("csrf_token"))
    assert begin(guarded, "dan", chu="KẾ HOẠCH\nTrồng cây", csrf_token=token).status_code == 303
    foreign = guarded.post("/moi", data={"lam": "trong"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code >= 400
    assert store.drafts.listing().total == 1


def test_half_a_letter_in_a_file_is_refused_and_not_a_failure(client: FlaskClient) -> None:
    answer = begin(client, "tep", tep=file(b'{"loai": "ke-hoach", "trich_yeu": "\\ud800"}', "a.json"))
    assert answer.status_code == 422


def test_what_the_form_does_not_ask_travels_along_with_the_page(
    client: FlaskClient, store: Store, kinds: Kinds
) -> None:
    raw = {**plain(load(SEED, kinds).document), "danh_so": {"la_ma": "I-"}}
    wanted = build(raw).document
    draft = the_draft(store, begin(client, "tep", tep=file(pipeline.make(wanted).docx, "a.docx")))
    posted = Shown(client.get(f"/nhap/{draft.id}")).pairs()
    assert (
        client.post(f"/nhap/{draft.id}", data=multipart([*posted, ("lam", "luu")]), content_type=EDGE).status_code
        == 200
    )
    stored = store.drafts.get(draft.id)
    assert from_post([("loai", draft.loai), *stored.pairs], kinds).built(kinds).document == wanted


def test_one_who_logs_in_sees_and_begins_only_drafts_of_his_own(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    foreign = store.drafts.create("ke-hoach", LEAST, title="Của người khác", owner="binh", report='{"a": 1}')
    monkeypatch.setattr("docgen.web.who.who", lambda: "an")
    monkeypatch.setattr("docgen.web.who.owner", lambda: "an")
    client = create_app(store=store, WTF_CSRF_ENABLED=False).test_client()
    assert "Của người khác" not in client.get("/moi").get_data(as_text=True)
    assert begin(client, f"chep:{foreign.id}").status_code == 404
    assert client.get(f"/nhap/{foreign.id}/nhap-vao").status_code == 404
    assert client.post(f"/nhap/{foreign.id}/xet", json={}).status_code == 404
    assert the_draft(store, begin(client, "trong")).owner == "an"
