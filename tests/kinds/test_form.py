from __future__ import annotations

from typing import Any

import pytest

from docgen.data_dir import DataDir, find
from docgen.errors import InputFaults
from docgen.intake.kind_files import load_kinds, read_form
from docgen.kinds import Form, Kinds, form_of, required_faults, unprinted_notes
from docgen.kinds.check import check
from docgen.kinds.vocabulary import options, part_vocabulary, vocabulary

FORM = load_kinds(find()).get("ke-hoach")
RAW: dict[str, Any] = {
    "loai": "bao-cao",
    "ten_loai": "BÁO CÁO",
    "ten_loai_thuong": "Báo cáo",
    "ky_hieu": "BC",
    "the_thuc": ["nd30"],
    "nhom": [{"ten": "Chung", "muc": [{"ten": "trich_yeu", "nhan": "Trích yếu", "kieu": "paragraph"}]}],
}


def with_question(**more: Any) -> Form:
    question = {"ten": "trich_yeu", "nhan": "Trích yếu", "kieu": "paragraph", **more}
    return form_of({**RAW, "nhom": [{"ten": "Chung", "muc": [question]}]})


def places(form: Form) -> dict[str, str]:
    return {fault.noi: str(fault) for fault in check(form)}


def test_the_plan_asks_for_the_whole_vocabulary_or_says_why_not() -> None:
    assert check(FORM) == []
    named = {question.ten for question in FORM.questions()} | {part.ten for part in FORM.khong_hoi}
    # A group may be left out by its own name.
    assert named - {"kem_theo"} == {name for name in vocabulary() if not name.startswith("kem_theo.")}


def test_every_question_of_the_plan_helps() -> None:
    for question in [*FORM.questions(), *(inner for q in FORM.questions() for inner in q.con)]:
        assert question.giup or question.vi_du, question.ten
        assert not question.nhan.endswith((".", ":")), question.ten
        assert not question.giup or question.giup.endswith((".", "?", "|.")), question.ten


def test_the_vocabulary_is_that_of_the_document() -> None:
    known = vocabulary()
    assert known["co_quan.ten"] == {"lines"}
    assert known["so"] == {"number"}
    assert known["do_khan"] == {"choice"}
    assert known["phu_luc"] == {"appendices"}
    assert "date" in known["ngay"]
    assert "sections" in known["noi_dung"]
    assert set(part_vocabulary("phu_luc")) == {"ten", "noi_dung", "ngang"}
    assert part_vocabulary("so") == {}
    assert options("do_khan") == {"khan", "thuong-khan", "hoa-toc"}
    assert options("so") == frozenset()


@pytest.mark.parametrize(
    ("changed", "noi", "said"),
    [
        ({"loai": "Báo cáo"}, "loai", "chữ thường không dấu"),
        ({"ten_loai": None}, "ten_loai", "cần một đoạn chữ"),
        ({"the_thuc": ["nd31"]}, "the_thuc[1]", "'nd30', 'doan' or 'dang'"),
        ({"the_thuc": []}, "the_thuc", "danh sách"),
        ({"nhom": "x"}, "nhom", "danh sách"),
        ({"mau": "x"}, "mau", "không có mục tên “mau”"),
        ({"nhom": [{"ten": "A", "muc": [{"ten": "so", "nhan": "Số"}]}]}, "nhom[1].muc[1].kieu", "Còn thiếu"),
        (
            {"nhom": [{"ten": "A", "muc": [{"ten": "so", "nhan": "Số", "kieu": "line", "bat_buoc": "có lẽ"}]}]},
            "nhom[1].muc[1].bat_buoc",
            "Chỉ viết “có”",
        ),
    ],
)
def test_a_form_with_faults_is_told_with_their_places(changed: dict[str, Any], noi: str, said: str) -> None:
    with pytest.raises(InputFaults) as caught:
        form_of({**RAW, **changed})
    assert noi in {fault.noi for fault in caught.value.faults}
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("question", "noi", "said"),
    [
        ({"ten": "trich_iu"}, "trich_iu", "Có phải là “trich_yeu”?"),
        ({"kieu": "lines"}, "trich_yeu", "Kiểu lines không hợp"),
        ({"lua_chon": [{"ma": "a", "nhan": "A"}]}, "trich_yeu", "Chỉ câu hỏi kiểu choice"),
        ({"con": [{"ten": "a", "nhan": "A", "kieu": "line"}]}, "trich_yeu", "Chỉ câu hỏi kiểu sections"),
        ({"chi_cho": ["doan"]}, "trich_yeu", "Biểu không có thể thức doan"),
        ({"bat_buoc": ["dang"]}, "trich_yeu", "Biểu không có thể thức dang"),
        ({"hoac": ["so"]}, "trich_yeu", "“so” ở hoac không được hỏi"),
        ({"ten": "do_khan", "kieu": "choice", "lua_chon": [{"ma": "gap", "nhan": "Gấp"}]}, "do_khan", "không đưa ra"),
        ({"ten": "phu_luc", "kieu": "appendices"}, "phu_luc.ngang", "Biểu không hỏi mục này"),
        (
            {"ten": "noi_dung", "kieu": "sections", "con": [{"ten": "tieu_de", "nhan": "A", "kieu": "body"}]},
            "noi_dung.tieu_de",
            "Kiểu body không hợp",
        ),
        (
            {"ten": "noi_dung", "kieu": "sections", "con": [{"ten": "tieu_da", "nhan": "A", "kieu": "line"}]},
            "noi_dung.tieu_da",
            "noi_dung.tieu_de",
        ),
    ],
)
def test_what_does_not_fit_the_vocabulary_is_found(question: dict[str, Any], noi: str, said: str) -> None:
    assert said in places(with_question(**question))[noi]


def test_names_nobody_asks_for_and_names_asked_twice_are_found() -> None:
    form = form_of({**RAW, "khong_hoi": [{"ten": "trich_yeu", "vi_sao": "x"}, {"ten": "la", "vi_sao": "x"}]})
    found = places(form)
    assert "đứng hai lần" in found["trich_yeu"]
    assert "Từ vựng không có" in found["la"]
    assert "biểu không hỏi" in found["noi_dung"]


def test_a_requirement_may_hold_in_some_standards_only() -> None:
    form = with_question(bat_buoc=["doan"])
    assert required_faults({}, form, "nd30") == []
    assert required_faults({}, form, None) == []
    assert "thể thức của Đoàn bắt buộc có" in required_faults({"trich_yeu": " "}, form, "doan")[0].loi
    assert required_faults({"trich_yeu": "x"}, form, "doan") == []


def test_one_of_several_may_be_enough() -> None:
    assert not [f for f in required_faults({"ky": {"quyen_han": ["TM. UBND"]}}, FORM, "nd30") if f.noi == "ky.chuc_vu"]
    (fault,) = [f for f in required_faults({"ky": {"quyen_han": [" "]}}, FORM, "nd30") if f.noi == "ky.chuc_vu"]
    assert "hoặc “Quyền hạn của người ký”" in fault.loi


def test_answers_a_standard_does_not_print_are_told() -> None:
    raw = {"co_quan": {"don_vi_soan": "TNTH"}}
    assert [fault.nang for fault in unprinted_notes(raw, FORM, "nd30")] == ["nhac"]
    assert unprinted_notes(raw, FORM, "doan") == []


@pytest.mark.parametrize("typed", ["ke-hoch", "kế hoạch", "Ke_Hoach", "KẾ HOẠCH", "KH"])
def test_a_kind_that_is_not_there_is_told_with_what_was_perhaps_meant(typed: str) -> None:
    with pytest.raises(InputFaults) as caught:
        load_kinds(find()).get(typed)
    (fault,) = caught.value.faults
    assert "Có phải là “ke-hoach”?" in fault.sua


def test_a_kind_that_is_like_none_is_told_with_the_list() -> None:
    fault = Kinds(DataDir(find().root), {"ke-hoach": FORM}).unknown("giấy mời")
    assert fault is not None
    assert fault.sua == "Các loại đang có: ke-hoach (Kế hoạch)."


def test_a_form_file_is_called_like_its_kind(tmp_path: Any) -> None:
    path = tmp_path / "bao-cao.yaml"
    path.write_text(find().form("ke-hoach").read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(InputFaults, match=r"dòng \d+: Mã loại “ke-hoach” khác tên tệp “bao-cao”"):
        read_form(path)


@pytest.mark.parametrize("ten", ["rieng.Phong", "rieng.", "rieng.a.b", "rieng_phong", "rieng.1a"])
def test_an_own_question_has_a_name_a_template_can_use(ten: str) -> None:
    assert "rieng.ten_muc" in places(with_question(ten=ten, kieu="line"))[ten]


@pytest.mark.parametrize("kieu", ["sections", "appendices"])
def test_an_own_question_is_one_answer(kieu: str) -> None:
    assert f"Kiểu {kieu} không hợp" in places(with_question(ten="rieng.phong", kieu=kieu))["rieng.phong"]


def test_an_own_choice_has_something_to_choose() -> None:
    one = {"ten": "rieng.buoi", "kieu": "choice", "lua_chon": [{"ma": "sang", "nhan": "Sáng"}]}
    assert "ít nhất hai" in places(with_question(**one))["rieng.buoi"]
    two = {**one, "lua_chon": [*one["lua_chon"], {"ma": "chieu", "nhan": "Chiều"}]}
    assert "rieng.buoi" not in places(with_question(**two))


def test_a_whole_group_may_be_left_out() -> None:
    left = [{"ten": "kem_theo", "vi_sao": "Không có."}]
    found = places(form_of({**RAW, "khong_hoi": left}))
    assert not any(name.startswith("kem_theo") for name in found)
    assert "kem_theo.ten_loai" in places(form_of(RAW))


def test_kinds_come_in_the_order_people_choose_among_them() -> None:
    forms = {code: form_of({**RAW, "loai": code, "thu_tu": order}) for code, order in (("a", "9"), ("b", 2), ("c", 9))}
    assert [form.loai for form in Kinds(find(), forms)] == ["b", "a", "c"]
