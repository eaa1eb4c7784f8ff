from docgen.intake.post import Input
from docgen.kinds import Kinds
from docgen.web.typed import Row, fresh_key, page_id, read_typed, rows_name


def test_which_questions_have_rows(kinds: Kinds) -> None:
    form = kinds.get("ke-hoach")
    named = {question.ten: name for question in form.questions() if (name := rows_name(question))}
    assert named == {
        "kinh_gui": "kinh_gui",
        "can_cu": "can_cu",
        "noi_dung": "phan",
        "noi_nhan": "noi_nhan",
        "phu_luc": "phu_luc",
    }


def test_rows_without_keys_get_keys_and_stay_in_order(kinds: Kinds) -> None:
    typed = read_typed([("can_cu[]", "a"), ("can_cu[]", "b"), ("can_cu[5]", "c")], kinds.get("ke-hoach"))
    assert typed.rows["can_cu"] == (Row("1", {"": "a"}), Row("2", {"": "b"}), Row("5", {"": "c"}))
    assert typed.ids[Input("can_cu[]", 1)] == "can_cu-2"


def test_two_rows_of_one_key_are_two_rows(kinds: Kinds) -> None:
    typed = read_typed([("can_cu[1]", "a"), ("can_cu[1]", "b")], kinds.get("ke-hoach"))
    assert [row.values[""] for row in typed.rows["can_cu"]] == ["a", "b"]


def test_lines_of_a_block_are_one_text_however_they_are_posted(kinds: Kinds) -> None:
    form = kinds.get("ke-hoach")
    for pairs in ([("co_quan.ten[]", "a"), ("co_quan.ten[]", "b")], [("co_quan.ten", "a\r\nb")]):
        typed = read_typed(pairs, form)
        assert typed.single["co_quan.ten"] == "a\nb"
        assert typed.ids[Input(pairs[-1][0], len(pairs) - 1)] == "co_quan-ten"


def test_a_list_posted_as_one_text_becomes_rows(kinds: Kinds) -> None:
    typed = read_typed([("noi_nhan", "a\n\nb")], kinds.get("ke-hoach"))
    assert [row.values[""] for row in typed.rows["noi_nhan"]] == ["a", "b"]


def test_the_first_of_two_answers_is_shown(kinds: Kinds) -> None:
    typed = read_typed([("trich_yeu", "a"), ("trich_yeu", "b")], kinds.get("ke-hoach"))
    assert typed.single["trich_yeu"] == "a"


def test_ids_and_keys() -> None:
    assert page_id("co_quan.ten") == "co_quan-ten"
    assert page_id("phan", "3", "tieu_de") == "phan-3-tieu_de"
    assert page_id("can_cu", "3", "") == "can_cu-3"
    assert fresh_key(()) == "1"
    assert fresh_key(("2", "x", "٣", "10")) == "11"
