"""Rows are added, removed and moved by buttons that post: no script is needed."""

import pytest
from flask.testing import FlaskClient

from docgen.kinds import Kinds
from docgen.web.moves import move
from docgen.web.typed import Row, Typed, read_typed
from tests.web.shown import LEAST, Shown, new_form, press

THREE = (*LEAST, ("can_cu[1]", "một"), ("can_cu[2]", "hai"), ("can_cu[7]", "ba"))
PARTS = (
    *LEAST,
    ("phan[4].tieu_de", "HAI"),
    ("phan[4].noi_dung", "- hai\n\n- nữa"),
    ("phu_luc[1].ten", "BẢNG"),
    ("phu_luc[1].noi_dung", "| a |"),
    ("phu_luc[1].ngang", "on"),
)


def rows(page: Shown, name: str) -> list[str]:
    return [value for key, value in page.pairs() if key.startswith(f"{name}[")]


@pytest.mark.parametrize("name", ["can_cu", "noi_nhan", "kinh_gui"])
def test_adding_gives_one_more_row_and_stands_in_it(client: FlaskClient, name: str) -> None:
    before = Shown(press(client, THREE, "cap-nhat"))
    page = Shown(press(client, before.pairs(), f"them:{name}"))
    assert rows(page, name) == [*rows(before, name), ""]
    assert page.standing() == page.root.xpath("//*[starts-with(@name, $name)]/@id", name=f"{name}[")[-1]
    assert "Đã thêm" in page.text("thong-bao")


def test_adding_a_section_and_an_appendix_keeps_everything(client: FlaskClient) -> None:
    page = Shown(press(client, PARTS, "them:phan"))
    page = Shown(press(client, page.pairs(), "them:phu_luc"))
    assert set(PARTS) <= set(page.pairs())
    assert {"phan[5].tieu_de", "phan[5].noi_dung", "phu_luc[2].ten", "phu_luc[2].noi_dung"} <= dict(page.pairs()).keys()
    assert page.standing() == "phu_luc-2-ten"


def test_an_empty_form_has_no_appendix_until_one_is_added(client: FlaskClient) -> None:
    page = Shown(client.get(new_form(client)))
    assert rows(page, "phu_luc") == []
    assert len(rows(Shown(press(client, page.pairs(), "them:phu_luc")), "phu_luc")) == 2


def test_removing_takes_that_row_only(client: FlaskClient) -> None:
    page = Shown(press(client, THREE, "xoa:can_cu:2"))
    assert rows(page, "can_cu") == ["một", "ba"]
    assert page.standing() == "can_cu-7"
    assert "Đã xóa căn cứ 2" in page.text("thong-bao")


def test_removing_the_only_row_leaves_a_blank_one(client: FlaskClient) -> None:
    page = Shown(press(client, LEAST, "xoa:noi_nhan:1"))
    assert rows(page, "noi_nhan") == [""]
    assert page.standing() == "noi_nhan-them"


def test_removing_the_only_appendix_leaves_none(client: FlaskClient) -> None:
    page = Shown(press(client, PARTS, "xoa:phu_luc:1"))
    assert rows(page, "phu_luc") == []
    assert page.standing() == "phu_luc-them"


def test_moving_keeps_the_button_that_was_pressed(client: FlaskClient) -> None:
    page = Shown(press(client, (*THREE, ("can_cu[9]", "bốn")), "xuong:can_cu:1"))
    assert rows(page, "can_cu") == ["hai", "một", "ba", "bốn"]
    assert page.standing() == "can_cu-1-xuong"
    page = Shown(press(client, page.pairs(), "len:can_cu:9"))
    assert rows(page, "can_cu") == ["hai", "một", "bốn", "ba"]
    assert page.standing() == "can_cu-9-len"


def test_at_the_end_of_the_way_the_other_button_has_the_focus(client: FlaskClient) -> None:
    page = Shown(press(client, THREE, "len:can_cu:2"))
    assert rows(page, "can_cu") == ["hai", "một", "ba"]
    assert page.standing() == "can_cu-2-xuong"
    page = Shown(press(client, page.pairs(), "xuong:can_cu:1"))
    assert page.standing() == "can_cu-1-len"


def test_sections_move_whole(client: FlaskClient) -> None:
    page = Shown(press(client, PARTS, "len:phan:4"))
    assert rows(page, "phan") == ["HAI", "- hai\n\n- nữa", "MỤC ĐÍCH", "- Trồng 1.000 cây."]


def test_the_paper_follows_the_order_of_the_page(client: FlaskClient) -> None:
    moved = press(client, Shown(press(client, THREE, "len:can_cu:7")).pairs(), "tai-ve")
    typed = press(client, (*LEAST, ("can_cu[1]", "một"), ("can_cu[2]", "ba"), ("can_cu[3]", "hai")), "tai-ve")
    assert moved.data == typed.data
    assert moved.data[:2] == b"PK"


@pytest.mark.parametrize(
    "action", ["xoa:can_cu:99", "them:ky.ho_ten", "them:noi_dung", "bay:can_cu:1", "them:can_cu:1", ":::"]
)
def test_what_cannot_be_done_is_no_move(kinds: Kinds, action: str) -> None:
    form = kinds.get("ke-hoach")
    assert move(read_typed(THREE, form), action, form) is None


def test_moving_the_first_row_up_changes_nothing(kinds: Kinds) -> None:
    form = kinds.get("ke-hoach")
    moved = move(read_typed(THREE, form), "len:can_cu:1", form)
    assert moved is not None
    assert [row.key for row in moved.typed.rows["can_cu"]] == ["1", "2", "7"]


def test_nothing_is_changed_in_place(kinds: Kinds) -> None:
    typed = Typed({}, {"can_cu": (Row("1", {"": "a"}),)}, {})
    move(typed, "xoa:can_cu:1", kinds.get("ke-hoach"))
    assert typed.rows["can_cu"] == (Row("1", {"": "a"}),)
