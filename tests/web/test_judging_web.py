"""The live judgement: everything the checker says of the made paper, each thing at its field."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from docgen import pipeline
from docgen.checking.check import check
from docgen.data_dir import DataDir
from docgen.intake.form import from_post, to_pairs
from docgen.intake.read import read_file
from docgen.kinds import Kinds
from docgen.reading.read import read
from docgen.store import Store
from docgen.web import create_app
from docgen.web.building import build_page
from docgen.web.choosing import heading_for
from docgen.web.findings import Tracer, inputs
from docgen.web.judgement import Overtaken, as_json, judge
from docgen.web.judging import Turns
from docgen.web.placing import Said
from docgen.web.tracing import Stream
from docgen.web.typed import read_typed
from tests.web.shown import LEAST, Shown, replaced

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("0*.yaml"))
Pairs = list[tuple[str, str]]


def judged(kinds: Kinds, data: DataDir, pairs: Pairs) -> dict[str, Any]:
    return as_json(judge(kinds.get("ke-hoach"), pairs, kinds, data))


def seed_pairs(path: Path, kinds: Kinds) -> Pairs:
    raw = read_file(path).raw
    return to_pairs(raw, kinds.get(raw["loai"]))[1:]


def values_on_page(pairs: Pairs, kinds: Kinds) -> dict[str, str]:
    typed = read_typed(pairs, kinds.get("ke-hoach"))
    return {at: value for name in (*typed.single, *typed.rows) for at, value in inputs(typed, name)}


def chosen(finding: dict[str, Any], values: dict[str, str]) -> str:
    """What a browser would select, counting as it does."""
    begin, end = finding["chon"]
    units = values[finding["id"]].encode("utf-16-le")
    return units[2 * begin : 2 * end].decode("utf-16-le")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_every_finding_of_the_checker_stands_at_an_input_of_the_page(path: Path, kinds: Kinds, data: DataDir) -> None:
    pairs = seed_pairs(path, kinds)
    found = judged(kinds, data, pairs)
    paper = pipeline.make(from_post([("loai", "ke-hoach"), *pairs], kinds).built(kinds), data)
    report = check(read(paper.docx))
    told = sorted((each["code"], each["nang"], each["text"], each["quote"]) for each in found["findings"])
    assert told == sorted((one.ma, one.muc, one.loi, one.trich) for one in report.findings)
    assert found["counts"] == {muc: report.count(muc) for muc in ("loi", "canh-bao", "thong-tin")}
    form = kinds.get("ke-hoach")
    typed = read_typed(pairs, form)
    page = build_page(form, typed, *heading_for(typed), Said())
    rendered = create_app()
    with rendered.test_request_context("/"):
        from docgen.web.showing import shown

        ids = set(Shown(shown(form, typed)).root.xpath("//*[self::input or self::textarea or self::select]/@id"))
    assert page.title == "Kế hoạch"
    assert {each["id"] for each in found["findings"]} <= ids
    assert all(each["label"] and each["group"] for each in found["findings"])


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_a_click_selects_the_very_words(path: Path, kinds: Kinds, data: DataDir) -> None:
    pairs = seed_pairs(path, kinds)
    values = values_on_page(pairs, kinds)
    exact = 0
    for finding in judged(kinds, data, pairs)["findings"]:
        if finding["chon"] is None:
            # A whole line, or a part that is missing.
            assert finding["id"] in {"luu", "ky-ho_ten"}, finding
            continue
        spot = finding["quote"].partition("«")[2].partition("»")[0]
        assert chosen(finding, values) == spot or "…" in spot, finding
        before = values[finding["id"]].encode("utf-16-le")[: 2 * finding["chon"][0]].decode("utf-16-le")
        assert finding["dong"] == before.count("\n") + 1
        exact += 1
    assert exact > 10


def test_the_order_is_that_of_the_page(kinds: Kinds, data: DataDir) -> None:
    found = judged(kinds, data, seed_pairs(SEEDS[0], kinds))["findings"]
    groups = list(dict.fromkeys(each["group"] for each in found))
    order = [group.ten for group in kinds.get("ke-hoach").nhom]
    assert groups == sorted(groups, key=order.index)
    assert len(groups) > 2


APPENDIX = {
    "co_quan.ten_day_du": "Ủy ban nhân dân xã An Thịnh",
    "phu_luc[1].ten": "DANH MỤC",
    "phu_luc[1].noi_dung": "1. Treo cùm pa nô.",
}
PLANTED = [
    (
        "a basis",
        {"can_cu[1]": "Căn cứ Luật Tổ chức chính quyền địa phương", "can_cu[2]": "Căn cứ cùm pa nô"},
        "can_cu-2",
    ),
    ("a title", {"phan[1].tieu_de": "MỤC ĐÍCH,YÊU CẦU"}, "phan-1-tieu_de"),
    ("behind a number typed wrongly", {"phan[1].noi_dung": "3. Một việc\n- Treo cùm pa nô."}, "phan-1-noi_dung"),
    ("bold", {"phan[1].noi_dung": "- Treo **cùm** pa *nô*."}, "phan-1-noi_dung"),
    ("a joined line", {"phan[1].noi_dung": "- Treo nhiều\n  cùm pa nô."}, "phan-1-noi_dung"),
    ("a table", {"phan[1].noi_dung": "| TT | Việc<br>làm |\n|---|---|\n| 1 | Treo cùm pa nô |"}, "phan-1-noi_dung"),
    ("a footnote", {"phan[1].noi_dung": "- Treo biển[^a].\n\n[^a]: Là cùm pa nô."}, "phan-1-noi_dung"),
    ("decomposed letters", {"phan[1].noi_dung": "- Treo cu\u0300m pa no\u0302."}, "phan-1-noi_dung"),
    ("before the sections", {"noi_dung": "Có cùm pa nô."}, "noi_dung-dau"),
    ("the closing", {"ket_thuc": "Trên đây là cùm pa nô"}, "ket_thuc"),
    ("a recipient", {"noi_nhan[2]": "Đội cùm pa nô"}, "noi_nhan-2"),
    ("the abstract", {"trich_yeu": "Trồng cây, treo cùm pa nô"}, "trich_yeu"),
    ("an appendix", APPENDIX, "phu_luc-1-noi_dung"),
]


@pytest.mark.parametrize(("values", "at"), [each[1:] for each in PLANTED], ids=[each[0] for each in PLANTED])
def test_a_mistake_is_found_where_it_was_typed(values: dict[str, str], at: str, kinds: Kinds, data: DataDir) -> None:
    pairs = replaced(LEAST)
    pairs = [pair for pair in pairs if pair[0] not in values] + list(values.items())
    found = judged(kinds, data, pairs)
    assert found["made"], found["faults"]
    places = [each["id"] for each in found["findings"] if "cùm" in each["found"] or "YÊU" in each["quote"]]
    assert at in places, found["findings"]


def test_the_same_words_twice_are_told_apart(kinds: Kinds, data: DataDir) -> None:
    body = "- Treo biển.\n- Treo cùm pa nô ở cổng.\n- Treo biển.\n- Treo cùm pa nô ở sân."
    found = judged(kinds, data, replaced(LEAST, **{"phan[1]__noi_dung": body}))["findings"]
    assert [each["dong"] for each in found if "cùm" in each["found"]] == [2, 4]


def test_number_and_code_place_and_day_are_told_apart(kinds: Kinds) -> None:
    from docgen.checking.finding import Finding
    from docgen.reading.facts import Paper, Para, Part, Place

    paras = tuple(
        Para(text, Place("thân", nth))
        for nth, text in enumerate(("Số: 5/KH-UBND", "An Thịnh, ngày 05 tháng 11 năm 2026"), start=1)
    )
    parts = {"so_ky_hieu": (Part("so_ky_hieu", (0,), "")), "dia_danh_ngay": (Part("dia_danh_ngay", (1,), ""))}
    paper = Paper("docx", True, paras, parts={ten: (part,) for ten, part in parts.items()})
    tracer = Tracer(paper, read_typed(LEAST, kinds.get("ke-hoach")))

    def at(phan: str, thay: str) -> str:
        doan = list(parts).index(phan)
        begin = paras[doan].text.index(thay)
        khoang = (begin, begin + len(thay))
        found = Finding("X", "loi", "chac", "", paras[doan].place, doan, thay=thay, phan=phan, khoang=khoang)
        return tracer.placed(found).spot.id

    assert at("so_ky_hieu", "5") == "so"
    assert at("so_ky_hieu", "KH-UBND") == "co_quan-ky_hieu"
    assert at("dia_danh_ngay", "An Thịnh") == "dia_danh"
    assert at("dia_danh_ngay", "ngày 05 tháng 11") == "ngay"


def test_what_is_missing_leads_to_where_it_is_typed(kinds: Kinds) -> None:
    from docgen.checking.finding import Finding
    from docgen.reading.facts import Paper

    tracer = Tracer(Paper("docx", True, ()), read_typed(LEAST, kinds.get("ke-hoach")))

    def at(phan: str) -> str:
        return tracer.placed(Finding("X", "loi", "chac", "", phan=phan)).spot.id

    assert [at("ho_ten"), at("noi_nhan"), at("noi_dung")] == ["ky-ho_ten", "noi_nhan-1", "phan-1-tieu_de"]
    assert [at("trang"), at("so_trang"), at("ten_loai"), at("")] == ["", "", "", ""]


def test_without_a_paper_the_faults_are_those_of_the_form(kinds: Kinds, data: DataDir) -> None:
    found = judged(kinds, data, replaced(LEAST, ngay="31/2/2026"))
    assert not found["made"]
    assert found["findings"] == []
    assert [each["id"] for each in found["faults"]] == ["ngay"]
    assert found["faults"][0]["label"] == "Ngày ban hành"


def test_a_stream_tells_nothing_of_what_it_does_not_hold() -> None:
    stream = Stream([("a", "Một hai ba"), ("b", "bốn năm")])
    assert stream.find("sáu bảy") is None
    assert stream.aligned([(0, "Không có ở đây"), (1, "bốn năm")]).keys() == {1}


def test_the_answer_is_about_what_is_sent_and_else_about_what_is_stored(client: FlaskClient, store: Store) -> None:
    draft = store.drafts.create("ke-hoach", LEAST)
    stored = client.post(f"/nhap/{draft.id}/xet", json={})
    assert stored.status_code == 200
    assert stored.json is not None and stored.json["made"]
    sent = client.post(f"/nhap/{draft.id}/xet", json={"pairs": [list(pair) for pair in LEAST[1:]]})
    assert sent.json is not None and not sent.json["made"]
    assert [each["id"] for each in sent.json["faults"]] == ["co_quan-loai"]
    assert store.drafts.get(draft.id) == draft


def test_a_draft_that_is_not_there_and_a_body_that_is_none(client: FlaskClient, store: Store) -> None:
    assert client.post("/nhap/khong-co/xet", json={}).status_code == 404
    draft = store.drafts.create("ke-hoach", LEAST)
    for body in ({"pairs": 5}, {"pairs": [["a"]]}, {"pairs": [["a", 5]]}, []):
        assert client.post(f"/nhap/{draft.id}/xet", json=body).status_code == 400


def test_who_waits_is_overtaken_by_a_newer_question_of_the_same_window() -> None:
    turns = Turns(at_once=1)
    first, other = turns.take(("a", "1")), turns.take(("a", "2"))
    second = turns.take(("a", "1"))
    with pytest.raises(Overtaken), first.working():
        pytest.fail("somebody newer has asked")
    with other.working():
        pass
    with second.working():
        second.check()


def test_not_more_than_so_many_work_at_once() -> None:
    turns = Turns(at_once=1)
    inside, done = threading.Event(), threading.Event()

    def work() -> None:
        with turns.take(("b", "")).working():
            inside.set()

    with turns.take(("a", "")).working():
        thread = threading.Thread(target=lambda: (work(), done.set()))
        thread.start()
        assert not inside.wait(0.2)
    assert done.wait(10)
    thread.join()


def test_an_overtaken_answer_is_said_so(client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = store.drafts.create("ke-hoach", LEAST)

    def overtaken(*_given: object) -> None:
        raise Overtaken

    monkeypatch.setattr("docgen.web.judgement.judge", overtaken)
    answer = client.post(f"/nhap/{draft.id}/xet", json={})
    assert (answer.status_code, answer.json) == (409, {"stale": True})


def test_a_checker_that_breaks_down_costs_nobody_the_paper(
    kinds: Kinds, data: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("docgen.checking.check.check", broken)
    found = judged(kinds, data, list(LEAST))
    assert found["made"]
    assert "Mã để báo" in found["trouble"]
    assert "Zero" not in found["trouble"]
