"""Faults stand on top and beside their fields, and nothing of what was typed is lost."""

import pytest
from flask.testing import FlaskClient

from tests.web.shown import LEAST, Shown, new_form, press, replaced


def test_an_empty_form_is_told_everything_at_once_in_the_order_of_the_page(client: FlaskClient) -> None:
    answer = press(client, Shown(client.get(new_form(client, [("co_quan.loai", "nha-nuoc")]))).pairs(), "tai-ve")
    page = Shown(answer)
    assert answer.status_code == 422
    assert [at for at, _ in page.faults()] == [
        "co_quan-ten",
        "co_quan-ky_hieu",
        "dia_danh",
        "trich_yeu",
        "phan-1-tieu_de",
        "noi_nhan-1",
        "luu",
        "ky-chuc_vu",
    ]
    assert page.text("can-sua-ten") == "Còn 8 chỗ cần sửa"
    assert page.standing() == "can-sua"
    assert page.html.index("<title>Cần sửa:") > 0


@pytest.mark.parametrize(
    ("name", "value", "at", "words"),
    [
        ("ngay", "29/02/2023", "ngay", "28 ngày"),
        ("ngay", "31/4/2024", "ngay", "30 ngày"),
        ("ngay", "2023-13-01", "ngay", "13"),
        ("so", "năm", "so", "chữ số"),
        ("so_ban", "0", "so_ban", "số"),
        ("do_khan", "gap", "do_khan", "gap"),
        ("co_quan.loai", "cong-ty", "co_quan-loai", "cong-ty"),
        ("the_thuc", "nd110", "the_thuc", "nd110"),
        ("noi_nhan[1]", "hai\ndòng", "noi_nhan-1", "một dòng"),
        ("dia_danh", "x" * 501, "dia_danh", "501"),
        ("phan[1].noi_dung", "- a\n\n| a | b |\n| c |", "phan-1-noi_dung", "Dòng 4"),
        ("phan[1].noi_dung", "Xem[^2].", "phan-1-noi_dung", "[^2]"),
        ("ky.quyen_han", "TM. UBND\n" + "x" * 501, "ky-quyen_han", "Dòng 2"),
    ],
)
def test_a_fault_stands_on_top_and_beside_its_field(
    client: FlaskClient, name: str, value: str, at: str, words: str
) -> None:
    sent = [*((key, text) for key, text in LEAST if key != name), (name, value)]
    answer = press(client, sent, "tai-ve")
    page = Shown(answer)
    assert answer.status_code == 422
    assert at in [target for target, _ in page.faults()]
    assert words in page.beside(at)
    assert "Cần sửa" in page.beside(at)
    assert page.one(at).get("aria-invalid") == "true"
    assert set(sent) <= set(page.pairs())


def test_a_row_keeps_its_faults_wherever_it_stands(client: FlaskClient) -> None:
    sent = [*LEAST, ("noi_nhan[9]", "đúng"), ("noi_nhan[4]", "hai\ndòng"), ("phu_luc[x-1].ten", "BẢNG")]
    page = Shown(press(client, sent, "tai-ve"))
    assert "một dòng" in page.beside("noi_nhan-4")
    assert page.beside("noi_nhan-9") == ""
    assert page.one("phu_luc-x-1-noi_dung").get("aria-invalid") == "true"
    assert any(words.startswith("Nơi nhận 3") for _, words in page.faults())
    assert any(words.startswith("Phụ lục 1, nội dung phụ lục") for _, words in page.faults())


def test_what_stands_before_the_first_section_has_a_place_too(client: FlaskClient) -> None:
    page = Shown(press(client, [*LEAST, ("noi_dung", "Mở.\n\n| a | b |\n| c |")], "tai-ve"))
    assert "Dòng 4" in page.beside("noi_dung-dau")
    assert page.root.xpath("//details[@open]//*[@id='noi_dung-dau']")


def test_a_name_nobody_asked_for_is_refused_on_top(client: FlaskClient) -> None:
    answer = press(client, [*LEAST, ("tring_yeu", "x")], "tai-ve")
    assert answer.status_code == 422
    ((at, words),) = Shown(answer).faults()
    assert at == ""
    assert "tring_yeu" in words
    assert "trich_yeu" in words


@pytest.mark.parametrize("name", ["", "a b", "can_cu[", "phan[].tieu_de", "__class__.x", "x" * 5000])
def test_names_that_are_none_are_refused_and_nothing_is_lost(client: FlaskClient, name: str) -> None:
    answer = press(client, [*LEAST, (name, "x")], "tai-ve")
    assert answer.status_code == 422
    assert set(LEAST) <= set(Shown(answer).pairs())


def test_thousands_of_faults_are_counted_not_all_listed(client: FlaskClient) -> None:
    page = Shown(press(client, [*LEAST, *((f"noi_nhan[{n}]", "a\nb") for n in range(2, 203))], "tai-ve"))
    assert page.text("can-sua-ten") == "Còn 201 chỗ cần sửa"
    assert len(page.faults()) == 61
    body = "".join(f"Xem[^{n}].\n\n" for n in range(50))
    page = Shown(press(client, replaced(LEAST, **{"phan[1].noi_dung": body}), "tai-ve"))
    assert "Và 38 chỗ khác trong ô này" in page.beside("phan-1-noi_dung")


def test_each_group_counts_what_is_to_mend_in_it(client: FlaskClient) -> None:
    page = Shown(press(client, replaced(LEAST, ngay="31/2/2020", so="x"), "tai-ve"))
    assert page.text("nhom-2-dem") == "2 chỗ cần sửa"
    assert page.text("nhom-1-dem") == ""


def test_the_words_of_a_fault_are_escaped(client: FlaskClient) -> None:
    page = Shown(press(client, replaced(LEAST, so="<b>&"), "tai-ve"))
    assert "<b>&" in page.beside("so")
    assert "“&lt;b&gt;&amp;”" in page.html
