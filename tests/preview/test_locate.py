"""Finding a text of the form among the letters of the pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.preview.letters import Gathering, Letters
from docgen.preview.locate import Found, locate


def pages(*texts: str) -> Letters:
    gathering = Gathering()
    for text in texts:
        gathering.page(text)
    return gathering.letters()


def shown(found: Found | None, *texts: str) -> tuple[int, list[str]]:
    """The page, and what stands there."""
    if found is None:
        return 0, []
    return found.page, [texts[found.page - 1][begin:end] for begin, end in found.spans]


PLAN = (
    "UBND XÃ AN THỊNH\nSố: 05/KH-UBND\nKẾ HOẠCH\nTrồng cây năm 2027\n"
    "Căn cứ Luật Lâm nghiệp số 16/2017/QH14;\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Nâng cao nhận thức của người dân;\n"
    "2. Yêu cầu\na) Đúng thời vụ.\nb) Tiết kiệm.\n",
    "2\nII. NỘI DUNG\n1. Trồng cây\n- Tiết kiệm.\n- Bảo đảm an toàn lao động1.\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n",
)


def found(text: str, after: str = "") -> tuple[int, list[str]]:
    return shown(locate(pages(*PLAN), text, after), *PLAN)


@pytest.mark.parametrize(
    ("typed", "page", "stands"),
    [
        ("Trồng cây năm 2027", 1, ["Trồng cây năm 2027"]),
        ("trồng cây  năm\u00a02027", 1, ["Trồng cây năm 2027"]),
        ("Luật **Lâm nghiệp** số *16/2017/QH14*", 1, ["Luật Lâm nghiệp số 16/2017/QH14"]),
        ("Mục đích, yêu cầu", 1, ["MỤC ĐÍCH, YÊU CẦU"]),
        ("5. Yêu cầu\nc) Đúng thời vụ.", 1, ["Yêu cầu", "Đúng thời vụ"]),
        ("- Nâng cao nhận thức\ncủa người dân", 1, ["Nâng cao nhận thức", "của người dân"]),
        ("- Bảo đảm an toàn lao động[^1].", 2, ["Bảo đảm an toàn lao động"]),
        ("UBND tỉnh", 2, ["UBND tỉnh"]),
        ("| Bảo đảm | an toàn |", 2, ["Bảo đảm an toàn"]),
        ("|---|---|\nĐúng thời vụ", 1, ["Đúng thời vụ"]),
    ],
)
def test_what_occurs_once_is_found(typed: str, page: int, stands: list[str]) -> None:
    assert found(typed) == (page, stands)


@pytest.mark.parametrize(
    ("typed", "after", "page", "stands"),
    [
        ("Tiết kiệm", "", 0, []),
        ("Tiết kiệm", "a) Đúng thời vụ", 1, ["Tiết kiệm"]),
        ("Tiết kiệm", "1. Trồng cây", 2, ["Tiết kiệm"]),
        ("Tiết kiệm", "không có câu này trong bản in", 0, []),
        ("- Tiết kiệm\n- Bảo đảm an toàn lao động", "", 2, ["Tiết kiệm", "Bảo đảm an toàn lao động"]),
        ("VT", "UBND tỉnh", 2, ["VT"]),
        ("VT", "", 0, []),
        ("2", "", 0, []),
        ("5", "KH", 0, []),
    ],
)
def test_what_stands_before_chooses_among_several(typed: str, after: str, page: int, stands: list[str]) -> None:
    assert found(typed, after) == (page, stands)


def test_several_on_one_page_tell_the_page_alone() -> None:
    text = "Các phòng, ban\nKhác\nCác phòng, ban\n"
    assert shown(locate(pages("Trang đầu", text), "Các phòng, ban"), "", text) == (2, [])


@pytest.mark.parametrize("typed", ["", " ", "**", "|---|", "không có câu này", "Tiết", "[^1]", "1.", "cây nă"])
def test_what_is_not_there_is_nowhere(typed: str) -> None:
    assert found(typed) == (0, [])


def test_what_is_a_line_of_its_own_is_rather_meant_than_words_within_a_sentence() -> None:
    text = "XÃ AN THỊNH\nỦy ban nhân dân xã An Thịnh ban hành Kế hoạch.\n"
    assert shown(locate(pages("Của xã An Thịnh về việc", text), "XÃ AN THỊNH"), "", text) == (2, ["XÃ AN THỊNH"])


@pytest.mark.parametrize("typed", ["2027-02-05", "5/2/2027", "05.02.2027"])
def test_a_date_is_sought_as_it_is_printed(typed: str) -> None:
    text = "An Thịnh, ngày 05 tháng 02 năm 2027\nLuật ngày 05/02/2027 hết hiệu lực"
    assert shown(locate(pages(text), typed), text) == (1, ["ngày 05 tháng 02 năm 2027"])


def test_a_text_that_changed_since_is_found_by_its_beginning() -> None:
    assert found("Nâng cao nhận thức của toàn dân") == (1, ["Nâng cao nhận thức của"])


def test_a_sentence_that_only_begins_like_another_is_nowhere() -> None:
    text = "Khác.\nCác phòng, ban, ngành thực hiện.\nHết."
    typed = "Các phòng, ban, ngành của huyện phối hợp với các xã lập danh sách gửi về trước ngày 15 hằng tháng"
    assert locate(pages(text), typed) is None
    assert shown(locate(pages(text), typed, "Khác."), text) == (1, ["Các phòng, ban, ngành"])


def test_a_text_over_two_pages_is_found_where_it_begins() -> None:
    first, second = "Đầu trang.\nỦy ban nhân dân xã yêu cầu các phòng, ban", "3\nđơn vị liên quan thực hiện nghiêm túc."
    whole = "Ủy ban nhân dân xã yêu cầu các phòng, ban đơn vị liên quan thực hiện nghiêm túc."
    for texts in ((first, second), (first, second[2:])):
        assert shown(locate(pages(*texts), whole), *texts) == (1, ["Ủy ban nhân dân xã yêu cầu các phòng, ban"])


def test_a_word_within_another_is_not_meant() -> None:
    assert locate(pages("Kế hoạch hóa gia đình"), "hoạch h") is None
    assert locate(pages("Kế hoạch hóa gia đình"), "hoạch hóa") is not None


def test_a_broken_word_is_found() -> None:
    text = "phát tri\u0002\r\nển kinh tế"
    assert shown(locate(pages(text), "phát triển kinh tế"), text) == (1, [text])


@given(
    st.text("ab c1\n-.|*", max_size=30), st.text("ab c1\n-.", max_size=10), st.lists(st.text("ab c1\n", max_size=40))
)
def test_whatever_is_sought_the_spans_stand_on_the_page(text: str, after: str, texts: list[str]) -> None:
    at = locate(pages(*texts), text, after)
    if at is not None:
        assert 1 <= at.page <= len(texts)
        assert all(0 <= begin < end <= len(texts[at.page - 1]) for begin, end in at.spans)
