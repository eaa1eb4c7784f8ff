"""Files and pasted text become pairs; nothing is lost, and everything doubtful is told with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import pipeline
from docgen.data_dir import find
from docgen.document import build
from docgen.errors import DocgenError, Unusable
from docgen.importing.read import read, read_text
from docgen.intake.dump import plain
from docgen.intake.form import from_post, to_pairs
from docgen.intake.kind_files import load_kinds
from docgen.intake.load import load
from docgen.web import arrival_report
from docgen.web.arriving import Arrival, Profile, Reception, answered, as_written, keyed
from docgen.web.typed import read_typed
from tests.importing.documents import THE_THUC, shown
from tests.importing.files import retyped, without_data

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("0*.yaml"))
TEXTS = sorted((Path(__file__).parent.parent / "seeds" / "text").glob("0*.txt"))
KINDS = load_kinds(find())
NOBODY = Profile({})
OFFICE = Profile(
    {
        "co_quan.loai": "to-chuc",
        "co_quan.ten": "HỘI CHỮ THẬP ĐỎ\nTỈNH KIÊN GIANG",
        "co_quan.ky_hieu": "CTĐ",
        "dia_danh": "Rạch Giá",
        "luu": "VT",
    }
)


def reception(profile: Profile = NOBODY, *, fresh: bool = False) -> Reception:
    return Reception(KINDS.get("ke-hoach"), KINDS, profile, fresh)


def document(arrival: Arrival) -> object:
    return from_post([("loai", arrival.form.loai), *arrival.pairs], KINDS).built(KINDS).document


def lines(arrival: Arrival, topic: str) -> list[tuple[str, str]]:
    told = arrival_report.told_of(arrival, KINDS)
    assert arrival_report.parse(arrival_report.write(told)) == told
    return [(line.id, line.text) for line in told.lines.get(topic, ())]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_paper_of_ours_reopens_exactly(path: Path) -> None:
    wanted = load(path, KINDS).document
    found = reception(OFFICE).file(pipeline.make(wanted).docx, "năm trước.docx")
    assert document(found) == wanted
    assert found.exact
    assert found.source == "đọc từ tệp “năm trước.docx”"
    assert set(found.told) <= {"khac"}


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_from_pairs_to_a_paper_and_back_to_the_same_pairs(path: Path) -> None:
    form = KINDS.get("ke-hoach")
    pairs = as_written(keyed(to_pairs(plain(load(path, KINDS).document), form)[1:]), form)
    paper = pipeline.make(from_post([("loai", "ke-hoach"), *pairs], KINDS).built(KINDS))
    assert sorted(reception().file(paper.docx, "a.docx").pairs) == sorted(pairs)


@pytest.mark.parametrize("the_thuc", THE_THUC)
@given(st.data())
def test_whatever_was_imported_comes_back_from_its_pairs(the_thuc: str, data: st.DataObject) -> None:
    raw = data.draw(shown(the_thuc))
    wanted = build(raw).document
    found = read(pipeline.make(raw).docx, KINDS)
    form = KINDS.get(wanted.loai)
    pairs = as_written(keyed(to_pairs(found.raw, form)), form)
    assert from_post(pairs, KINDS).built(KINDS).document == wanted


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:3])
def test_words_alone_give_the_same_values_through_the_page(path: Path) -> None:
    found = read_text(path.read_text("utf-8"), KINDS)
    form = KINDS.get("ke-hoach")
    assert_same(from_post(keyed(to_pairs(found.raw, form)), KINDS).raw, found.raw)
    # As the page posts it again: single lines of a block in one area.
    typed = read_typed(keyed(to_pairs(found.raw, form)[1:]), form)
    from docgen.web.drafts import pairs_of

    assert_same(from_post([("loai", "ke-hoach"), *pairs_of(typed, form)], KINDS).raw, found.raw)


def assert_same(one: object, other: object) -> None:
    """Equal but for the line break at the very end of a body, which says nothing, and for what is absent."""

    def settled(value: object) -> object:
        if isinstance(value, dict):
            return {key: settled(inner) for key, inner in value.items() if inner is not None}
        if isinstance(value, list):
            return [settled(inner) for inner in value]
        return value.rstrip("\n") if isinstance(value, str) else value

    assert settled(one) == settled(other)


def test_labels_of_their_own_are_kept_though_the_form_does_not_ask_for_them() -> None:
    raw = {**plain(load(SEEDS[1], KINDS).document), "danh_so": {"la_ma": "I-"}}
    wanted = build(raw).document
    found = reception().file(pipeline.make(wanted).docx, "a.docx")
    assert ("danh_so.la_ma", "I-") in found.pairs
    assert document(found) == wanted


def test_a_paper_that_was_edited_in_word_tells_what_was() -> None:
    docx = retyped(pipeline.make(load(SEEDS[1], KINDS)).docx, "Lòng ghép", "Lồng ghép")
    found = reception().file(docx, "a.docx")
    ((at, text),) = lines(found, "da-sua")
    assert at == "phan-2-noi_dung"
    assert "Lồng ghép" in text
    assert "Lồng ghép" in dict(found.pairs)["phan[2].noi_dung"]


def test_words_that_belong_nowhere_are_kept_and_shown_where() -> None:
    text = TEXTS[1].read_text("utf-8")
    found = reception().text("Điện thoại: 0900 000 000\n" + text)
    told = lines(found, "con-lai")
    assert told
    values = read_typed(found.pairs, found.form)
    for at, said in told:
        assert at, said
    in_rows = (value for rows in values.rows.values() for row in rows for value in row.values.values())
    assert "0900 000 000" in "\n".join([*values.single.values(), *in_rows])


def test_the_office_answers_what_a_text_leaves_open_and_nothing_else() -> None:
    found = reception(OFFICE).text(TEXTS[3].read_text("utf-8"))
    typed = read_typed(found.pairs, found.form).single
    assert typed["co_quan.ten"] == "HỘI CHỮ THẬP ĐỎ\nTỈNH KIÊN GIANG"
    assert typed["dia_danh"] == "Kiên Giang"
    told = dict(lines(found, "khac"))
    assert "đã điền theo hồ sơ" in told["co_quan-ten"]
    assert "“Kiên Giang”, hồ sơ cơ quan ghi “Rạch Giá”" in told["dia_danh"]
    assert not [text for at, text in lines(found, "nghi-ngo") if at == "co_quan-loai"]


def test_the_number_of_last_year_is_told_or_left_out() -> None:
    text = TEXTS[3].read_text("utf-8")
    assert {"so", "ngay"} <= {at for at, _ in lines(reception().text(text), "nghi-ngo")}
    fresh = reception(fresh=True).text(text)
    assert not {"so", "ngay"} & {name for name, _ in fresh.pairs}


def test_days_are_written_as_offices_write_them() -> None:
    pairs = reception().text(TEXTS[3].read_text("utf-8")).pairs
    assert dict(pairs)["ngay"] == "23/02/2024"
    form = KINDS.get("ke-hoach")
    assert as_written([("ngay", "2026-11"), ("trich_yeu", "2026-11-05")], form) == (
        ("ngay", "11/2026"),
        ("trich_yeu", "2026-11-05"),
    )


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_data_file_is_taken_in(path: Path) -> None:
    wanted = load(path, KINDS).document
    assert document(reception().file(path.read_bytes(), path.name)) == wanted
    as_json = json.dumps(plain(wanted), ensure_ascii=False).encode()
    assert document(reception().file(as_json, "ke-hoach.JSON")) == wanted


def test_a_data_file_that_is_not_finished_is_one_to_go_on_with() -> None:
    found = reception().file("loai: ke-hoach\ntrich_yeu: Trồng cây\ncan_cuu: [Luật A]\n".encode(), "a.yaml")
    assert ("trich_yeu", "Trồng cây") in found.pairs
    ((_, text),) = lines(found, "con-lai")
    assert "Luật A" in text
    assert "co_quan-ten" in {at for at, _ in lines(found, "can-sua")}


@pytest.mark.parametrize(
    "text", ["co_quan: abc", "can_cu: {a: b}", "trich_yeu: [a]", "phu_luc: [a]", "- a", "a: 1\na: 2", "a: [", ""]
)
def test_a_data_file_no_form_can_show_is_refused(text: str) -> None:
    with pytest.raises(DocgenError):
        reception().file(text.encode(), "a.yaml")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 and no more", b"\x89PNG\r\n", b"\0\1\2\3" * 50])
def test_what_is_no_paper_is_refused(data: bytes) -> None:
    with pytest.raises(Unusable):
        reception().file(data, "a.docx")


def test_text_without_words_is_refused() -> None:
    with pytest.raises(Unusable):
        reception().text(" \n")


def test_more_rows_than_a_form_takes_are_told_and_not_lost() -> None:
    rows = "\n".join(f"- Nơi thứ {at};" for at in range(6000))
    found = reception().text(f"KẾ HOẠCH\nTrồng cây\nI. MỤC ĐÍCH\n- Trồng.\nNơi nhận:\n{rows}\n")
    assert sum(name.startswith("noi_nhan[") for name, _ in found.pairs) > 5000 or "Nơi thứ 5999" in str(found.pairs)
    assert lines(found, "can-sua")


def test_answers_of_an_office_stand_in_place_of_others() -> None:
    pairs = [("co_quan.ten[]", "A"), ("co_quan.ten[]", "B"), ("luu", "VT")]
    assert answered(pairs, {"co_quan.ten": "C", "luu": " "}) == (("luu", "VT"), ("co_quan.ten", "C"))


def test_a_paper_without_its_data_is_read_by_its_words() -> None:
    found = reception().file(without_data(pipeline.make(load(SEEDS[1], KINDS)).docx), "a.docx")
    assert not found.exact
    recognised = lines(found, "nhan-ra")
    assert ("trich_yeu" in {at for at, _ in recognised}) and all(text for _, text in recognised)


def test_the_kind_of_issuer_that_was_read_stands_against_the_one_a_page_offers_first() -> None:
    text = TEXTS[3].read_text(encoding="utf-8")
    pairs = dict(reception(Profile({}, khoi="nha-nuoc")).text(text).pairs)

    assert pairs["co_quan.loai"] == "to-chuc"


def test_where_nothing_tells_the_issuer_the_choice_on_the_page_decides() -> None:
    text = "KẾ HOẠCH\nTrồng cây năm 2027\nI. MỤC ĐÍCH\n- Trồng 1.000 cây."
    pairs = dict(reception(Profile({}, khoi="doan")).text(text).pairs)

    assert pairs["co_quan.loai"] == "doan"
