"""Profiles of offices: listed, typed, doubted, kept, removed, as files; and what a draft takes from its own."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from docgen.store import Group, Office, Signer, Store, open_store
from docgen.web import create_app
from docgen.web.office_form import pairs_for_draft

COMMUNE = Office(
    name="UBND xã An Thịnh",
    pairs=(
        ("co_quan.loai", "nha-nuoc"),
        ("co_quan.ten", "ỦY BAN NHÂN DÂN\nXÃ AN THỊNH"),
        ("co_quan.ky_hieu", "UBND"),
        ("dia_danh", "An Thịnh"),
    ),
    signers=(
        Signer("Anh Khôi", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Minh Khôi"),
        Signer("", "", "CHỦ TỊCH", "Lê Thị Lan"),
    ),
    recipients=(Group("Cấp xã", ("Thường trực Đảng ủy, HĐND xã", "Các phòng, đơn vị thuộc xã")),),
    bases=("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",),
    luu="VT, VHXH",
    file_pattern="{so}-{ky_hieu} {trich_yeu}",
)
POSTED = {
    "ten_ho_so": "UBND xã An Thịnh",
    "co_quan.loai": "nha-nuoc",
    "co_quan.ten": "ỦY BAN NHÂN DÂN\r\nXÃ AN THỊNH",
    "dia_danh": "An Thịnh",
    "nguoi_ky[1].ten_goi": "Anh Khôi",
    "nguoi_ky[1].quyen_han": "KT. CHỦ TỊCH",
    "nguoi_ky[1].chuc_vu": "PHÓ CHỦ TỊCH",
    "nguoi_ky[1].ho_ten": "Trần Minh Khôi",
    "nguoi_ky[2].ten_goi": " ",
    "nhom_nhan[1].ten": "Cấp xã",
    "nhom_nhan[1].noi": "Thường trực Đảng ủy\r\n\r\n Các phòng ",
    "can_cu[1]": "Căn cứ A",
    "can_cu[2]": "",
    "luu": "VT",
    "ten_tep": "{so} {trich_yeu}",
    "revision": "0",
}


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'kho.sqlite3'}") as store:
        yield store


@pytest.fixture
def client(shop: Store) -> FlaskClient:
    return create_app(store=shop, WTF_CSRF_ENABLED=False).test_client()


def posted(client: FlaskClient, path: str, action: str, **more: str) -> tuple[int, str]:
    answer = client.post(path, data={**POSTED, "lam": action, **more})
    return answer.status_code, answer.text


def test_an_empty_list_says_so_and_leads_on(client: FlaskClient) -> None:
    page = client.get("/co-quan").text
    assert "Chưa có hồ sơ nào" in page
    assert 'href="/co-quan/moi"' in page


def test_the_form_asks_about_the_issuer_in_the_words_of_the_plan(client: FlaskClient) -> None:
    page = client.get("/co-quan/moi").text
    form = Path("forms/ke-hoach.yaml").read_text("utf-8")
    for asked in ("Cơ quan ban hành thuộc khối nào?", "Chữ viết tắt của cơ quan trong số, ký hiệu"):
        assert asked in form
        assert asked in page
    assert "bắt buộc" not in page


def test_a_new_profile_is_kept_without_its_blank_rows(client: FlaskClient, shop: Store) -> None:
    answer = client.post("/co-quan/moi", data={**POSTED, "lam": "luu"})
    assert answer.status_code == 303
    (office,) = shop.offices.all()
    assert answer.location == f"/co-quan/{office.id}"
    assert office.name == "UBND xã An Thịnh"
    assert ("co_quan.ten", "ỦY BAN NHÂN DÂN\nXÃ AN THỊNH") in office.pairs
    assert [signer.ho_ten for signer in office.signers] == ["Trần Minh Khôi"]
    assert office.recipients == (Group("Cấp xã", ("Thường trực Đảng ủy", "Các phòng")),)
    assert office.bases == ("Căn cứ A",)
    assert (office.luu, office.file_pattern) == ("VT", "{so} {trich_yeu}")
    page = client.get(answer.location).text
    assert "Đã lưu hồ sơ “UBND xã An Thịnh”." in page
    assert "1 người ký, 1 nhóm nơi nhận, 1 căn cứ" in client.get("/co-quan").text


def test_a_profile_without_a_name_takes_that_of_the_office(client: FlaskClient, shop: Store) -> None:
    posted(client, "/co-quan/moi", "luu", ten_ho_so="  ")
    client.post("/co-quan/moi", data={"lam": "luu"})
    assert [office.name for office in shop.offices.all()] == ["Cơ quan chưa đặt tên", "ỦY BAN NHÂN DÂN XÃ AN THỊNH"]


def test_what_is_shown_is_what_is_stored(client: FlaskClient, shop: Store) -> None:
    office = shop.offices.save(COMMUNE)
    page = client.get(f"/co-quan/{office.id}").text
    inputs = dict(re.findall(r'name="([^"]+)"[^>]*?value="([^"]*)"', page))
    assert inputs["nguoi_ky[1].ten_goi"] == "Anh Khôi"
    assert inputs["luu"] == "VT, VHXH"
    assert inputs["revision"] == "1"
    assert "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH</textarea>" in page
    areas = dict(re.findall(r'<textarea id="[^"]*" name="([^"]+)"[^>]*>\n([^<]*)</textarea>', page))
    lines = {**inputs, **areas, "lam": "luu", "co_quan.loai": "nha-nuoc"}
    assert client.post(f"/co-quan/{office.id}", data=lines).status_code == 303
    assert shop.offices.get(office.id) == office, "saving what was shown changes nothing"


def test_rows_are_added_moved_and_removed_without_a_script(client: FlaskClient, shop: Store) -> None:
    code, page = posted(client, "/co-quan/moi", "them:nguoi_ky")
    assert code == 200
    assert "Đã thêm người ký 3." in page
    assert 'name="nguoi_ky[3].ho_ten"' in page
    _, page = posted(client, "/co-quan/moi", "xoa:nhom_nhan:1")
    assert "nhom_nhan[1]" not in page
    _, page = posted(client, "/co-quan/moi", "xuong:can_cu:1")
    assert "Đã chuyển căn cứ 1 thành căn cứ 2." in page
    assert shop.offices.all() == ()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"nguoi_ky[1].quyen_han": "KT.CHỦ TỊCH"}, "Viết “KT. CHỦ TỊCH”."),
        ({"nguoi_ky[1].chuc_vu": "CHÁNH VĂN PHÒNG"}, "phải là chức vụ của cấp phó"),
        ({"nguoi_ky[1].quyen_han": "TM. ỦY BAN NHÂN DÂN"}, "phải có dòng KT. ở trên"),
        ({"co_quan.ten": "SỞ Y TẾ", "nguoi_ky[1].quyen_han": "TM. SỞ Y TẾ\nKT. GIÁM ĐỐC"}, "chế độ thủ trưởng"),
        ({"nguoi_ky[1].ho_ten": "TS. Trần Minh Khôi"}, "không ghi học hàm"),
        ({"ten_tep": "{so} {ten_la}"}, "Không có mục {ten_la}"),
    ],
)
def test_what_is_doubted_stands_beside_its_field_and_refuses_nothing(
    client: FlaskClient, shop: Store, more: dict[str, str], said: str
) -> None:
    code, page = posted(client, "/co-quan/moi", "kiem-tra", **more)
    assert code == 200
    assert said in page
    assert "Chưa lưu." in page
    assert shop.offices.all() == ()
    assert posted(client, "/co-quan/moi", "luu", **more)[0] == 303


def test_a_fitting_signer_is_not_doubted(client: FlaskClient) -> None:
    _, page = posted(client, "/co-quan/moi", "kiem-tra")
    assert 'class="note"' not in page


def test_the_name_of_a_file_is_shown_by_the_pattern(client: FlaskClient) -> None:
    _, page = posted(client, "/co-quan/moi", "kiem-tra", ten_tep="{nam} {so}-{ky_hieu}")
    assert "2026 05-KH-UBND.docx" in page
    _, page = posted(client, "/co-quan/moi", "kiem-tra", ten_tep="")
    assert "05-KH-UBND Triển khai chuyển đổi số năm 2027.docx" in page


def test_two_windows_do_not_overwrite_each_other_unasked(client: FlaskClient, shop: Store) -> None:
    office = shop.offices.save(COMMUNE)
    assert posted(client, f"/co-quan/{office.id}", "luu", revision="1", luu="VT, A")[0] == 303
    code, page = posted(client, f"/co-quan/{office.id}", "luu", revision="1", luu="VT, B")
    assert code == 409
    assert "vừa được lưu ở một cửa sổ khác" in page
    assert 'name="luu" ' in page and 'value="VT, B"' in page
    assert shop.offices.get(office.id).luu == "VT, A"
    (revision,) = re.findall(r'name="revision" value="(\d+)"', page)
    assert posted(client, f"/co-quan/{office.id}", "luu", revision=revision, luu="VT, B")[0] == 303
    assert shop.offices.get(office.id).luu == "VT, B"


def test_half_a_letter_is_refused_with_everything_still_on_the_page(client: FlaskClient, shop: Store) -> None:
    code, page = posted(client, "/co-quan/moi", "luu", luu="VT\x00")
    assert code == 422
    assert "U+0000" in page
    assert "Trần Minh Khôi" in page
    assert shop.offices.all() == ()


def test_removing_asks_once_and_leaves_the_drafts(client: FlaskClient, shop: Store) -> None:
    office = shop.offices.save(COMMUNE)
    draft = shop.drafts.create("ke-hoach", (), office=office.id)
    page = client.get(f"/co-quan/{office.id}/xoa").text
    assert "Có 1 văn bản đang dùng hồ sơ này" in page
    assert shop.offices.all() == (office,)
    answer = client.post(f"/co-quan/{office.id}/xoa", follow_redirects=True)
    assert "Đã xóa hồ sơ “UBND xã An Thịnh”." in answer.text
    assert shop.offices.all() == ()
    assert shop.drafts.get(draft.id).office == ""


def test_a_file_carries_a_profile_to_another_installation(client: FlaskClient, shop: Store) -> None:
    office = shop.offices.save(COMMUNE)
    given = client.get(f"/co-quan/{office.id}/tep")
    assert given.mimetype == "application/json"
    assert "attachment" in given.headers["Content-Disposition"]
    answer = client.post("/co-quan/nhap", data={"tep": (io.BytesIO(given.data), "ho-so.json")})
    assert answer.status_code == 303
    (other,) = (each for each in shop.offices.all() if each.id != office.id)
    for name in ("name", "pairs", "signers", "recipients", "bases", "luu", "file_pattern"):
        assert getattr(other, name) == getattr(office, name)


GOOD = {"docgen": "ho-so-co-quan", "phien_ban": 1}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "không phải tệp JSON"),
        (b"\xff\xfe", "không phải tệp JSON"),
        (b"[" * 100_000, "không phải tệp JSON"),
        (b"[]", "không phải hồ sơ cơ quan"),
        (b'{"docgen": "khac"}', "không phải hồ sơ cơ quan"),
        (json.dumps({**GOOD, "phien_ban": 2}).encode(), "phien_ban: docgen này không đọc được"),
        (json.dumps({**GOOD, "la": 1}).encode(), "la: Hồ sơ cơ quan không có mục này"),
        (json.dumps({**GOOD, "can_cu": ["a", 5]}).encode(), "can_cu[2]: Giá trị không đúng kiểu"),
        (json.dumps({**GOOD, "tra_loi": {"co_quan.la": "x"}}).encode(), "tra_loi.co_quan.la: Hồ sơ"),
        (json.dumps({**GOOD, "can_cu": ["x"] * 501}).encode(), "can_cu: Danh sách này quá dài"),
        (json.dumps({**GOOD, "luu": "\ud800"}).encode(), "nửa ký tự"),
        (b" " * 400_001, "Tệp quá lớn"),
    ],
)
def test_another_file_is_refused_with_its_place(client: FlaskClient, shop: Store, data: bytes, said: str) -> None:
    answer = client.post("/co-quan/nhap", data={"tep": (io.BytesIO(data), "x.json")})
    assert answer.status_code == 422
    assert said in answer.text
    assert shop.offices.all() == ()


def test_no_file_is_told(client: FlaskClient) -> None:
    answer = client.post("/co-quan/nhap")
    assert answer.status_code == 422
    assert "Xin chọn tệp" in answer.text


@pytest.mark.parametrize("path", ["", "/xoa", "/tep"])
@pytest.mark.parametrize("office_id", ["khong-co", "a" * 22, "%00"])
def test_wrong_ids_are_not_there(client: FlaskClient, office_id: str, path: str) -> None:
    assert client.get(f"/co-quan/{office_id}{path}").status_code == 404


def test_posting_needs_the_token(shop: Store) -> None:
    office = shop.offices.save(COMMUNE)
    client = create_app(store=shop).test_client()
    for path in ("/co-quan/moi", "/co-quan/nhap", f"/co-quan/{office.id}", f"/co-quan/{office.id}/xoa"):
        assert client.post(path, data={"lam": "luu"}).status_code == 400
    assert shop.offices.all() == (office,)


def test_a_draft_is_offered_what_its_office_has(client: FlaskClient, shop: Store) -> None:
    office, other = shop.offices.save(COMMUNE), shop.offices.save(Office(name="Sở Y tế"))
    draft = shop.drafts.create("ke-hoach", (), office=office.id)
    found = client.get(f"/nhap/{draft.id}/ho-so").json
    assert found["co_quan"] == office.id
    assert found["danh_sach"] == [{"id": other.id, "ten": "Sở Y tế"}, {"id": office.id, "ten": "UBND xã An Thịnh"}]
    assert ["dia_danh", "An Thịnh"] in found["tra_loi"]
    assert ["luu", "VT, VHXH"] in found["tra_loi"]
    assert [signer["ten"] for signer in found["nguoi_ky"]] == ["Anh Khôi", "Lê Thị Lan, CHỦ TỊCH"]
    assert ["ky.ho_ten", "Trần Minh Khôi"] in found["nguoi_ky"][0]["tra_loi"]
    assert found["nguoi_ky"][0]["nhac"] == []
    assert found["nhom_nhan"] == [
        {"ten": "Cấp xã", "noi": ["Thường trực Đảng ủy, HĐND xã", "Các phòng, đơn vị thuộc xã"]}
    ]
    assert found["can_cu"] == list(COMMUNE.bases)


def test_a_draft_changes_its_office(client: FlaskClient, shop: Store) -> None:
    office = shop.offices.save(COMMUNE)
    draft = shop.drafts.create("ke-hoach", ())
    assert client.get(f"/nhap/{draft.id}/ho-so").json["nguoi_ky"] == []
    found = client.post(f"/nhap/{draft.id}/ho-so", json={"co_quan": office.id}).json
    assert found["ten"] == "UBND xã An Thịnh"
    assert shop.drafts.get(draft.id).office == office.id
    assert client.post(f"/nhap/{draft.id}/ho-so", json={"co_quan": "khong-co"}).status_code == 404
    assert client.post(f"/nhap/{draft.id}/ho-so", json={"co_quan": 5}).status_code == 400
    assert client.post("/nhap/khong-co/ho-so", json={"co_quan": ""}).status_code == 404
    assert client.get("/nhap/khong-co/ho-so").status_code == 404


def test_a_new_paper_begins_with_all_that_needs_no_choice() -> None:
    given = dict(pairs_for_draft(COMMUNE))
    assert given["co_quan.ky_hieu"] == "UBND"
    assert given["can_cu[1]"] == COMMUNE.bases[0]
    assert [given[f"noi_nhan[{key}]"] for key in (1, 2)] == list(COMMUNE.recipients[0].lines)
    assert given["luu"] == "VT, VHXH"
    assert "ky.ho_ten" not in given, "two signers: one has to be chosen"
    alone = dict(pairs_for_draft(replace(COMMUNE, signers=COMMUNE.signers[:1], recipients=COMMUNE.recipients * 2)))
    assert alone["ky.chuc_vu"] == "PHÓ CHỦ TỊCH"
    assert "noi_nhan[1]" not in alone


def test_an_empty_paper_of_an_office_is_filled_from_it(client: FlaskClient, shop: Store) -> None:
    office = shop.offices.save(COMMUNE)
    client.post("/moi", data={"loai": "ke-hoach", "co_quan": f"ho-so:{office.id}", "lam": "trong"})
    (draft,) = shop.drafts.listing().rows
    assert dict(shop.drafts.get(draft.id).pairs)["can_cu[1]"] == COMMUNE.bases[0]
