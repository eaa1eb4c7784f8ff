import pytest
from flask.testing import FlaskClient

from docgen.kinds import Kinds
from docgen.web.choosing import heading_for
from docgen.web.typed import read_typed
from tests.web.shown import LEAST, Shown, press, replaced


@pytest.mark.parametrize(
    ("pairs", "the_thuc", "words"),
    [
        ([], None, "Chọn khối"),
        ([("co_quan.loai", "cong-ty")], None, "Chọn khối"),
        ([("co_quan.loai", "nha-nuoc")], "nd30", "30/2020/NĐ-CP"),
        ([("co_quan.loai", "nha-nuoc"), ("ngay", "18/9/2019")], "nd30", "trước"),
        ([("co_quan.loai", "nha-nuoc"), ("ngay", "31/2/2019")], "nd30", "30/2020/NĐ-CP"),
        ([("co_quan.loai", "doan"), ("the_thuc", "nd30")], "nd30", "như đã chọn"),
        ([("co_quan.loai", "dang"), ("the_thuc", "xyz")], "dang", "05-HD/VPTW"),
    ],
)
def test_the_sentence_follows_the_answers(
    kinds: Kinds, pairs: list[tuple[str, str]], the_thuc: str | None, words: str
) -> None:
    chosen, sentence = heading_for(read_typed(pairs, kinds.get("ke-hoach")))
    assert chosen == the_thuc
    assert words in sentence


def test_a_button_shows_the_standard_and_judges_nothing(client: FlaskClient) -> None:
    page = Shown(press(client, [("co_quan.loai", "dang")], "cap-nhat"))
    assert "05-HD/VPTW" in page.text("the-thuc-da-chon")
    assert page.faults() == []


def test_what_a_standard_does_not_print_is_asked_only_there_or_when_something_is_written(client: FlaskClient) -> None:
    def hidden(**values: str) -> bool:
        page = Shown(press(client, replaced(LEAST, **values), "cap-nhat"))
        return page.one("co_quan-don_vi_soan-o").get("hidden") is not None

    assert hidden()
    assert not hidden(co_quan__loai="doan")
    assert not hidden(co_quan__loai="")
    assert not hidden(co_quan__don_vi_soan="TNTH")


def test_what_is_required_is_marked(client: FlaskClient) -> None:
    page = Shown(press(client, LEAST, "cap-nhat"))
    assert page.text("trich_yeu-bat-buoc") == "bắt buộc"
    assert page.one("trich_yeu").get("aria-required") == "true"
    assert page.text("mo_dau-bat-buoc") == ""
    assert page.text("ky-chuc_vu-bat-buoc") == "bắt buộc nếu chưa điền “Quyền hạn của người ký”"
