from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from docgen.checking.finding import Finding
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.reading.read import read, read_text
from docgen.standards import STANDARDS, Sure
from tests.checking import papers


def _judged(ten: str, *wounds: dict[str, Any]) -> Judged:
    return Judged(read(papers.docx(ten, list(wounds))), STANDARDS["nd30" if ten.startswith("nd30") else ten])  # type: ignore[index]


def _one(p: Judged, **told: Any) -> Finding:
    @rule("ND30-X-1", ten="Thử", dieu_khoan="Điều 8", sure=Sure.V, muc=told.pop("of", "loi"))
    def run(p: Judged) -> Iterator[Finding]:
        """Chỉ để thử."""
        yield p.finding("Điều cần nói.", **told)

    return run(p)[0]


def test_type_code_and_day_are_read_from_the_paper() -> None:
    p = _judged("nd30")

    assert (p.loai, p.loai_ma, p.ngay) == ("KẾ HOẠCH", "KH", (2025, 9, 18))
    assert not p.la_du_thao


def test_a_paper_without_a_type_that_addresses_someone_is_a_cong_van() -> None:
    p = _judged("nd30-cong-van")

    assert (p.loai, p.loai_ma) == ("CÔNG VĂN", "")


def test_words_behind_a_type_are_left_out() -> None:
    wound = {"tim": "KẾ HOẠCH", "thay": "BÁO CÁO SƠ KẾT", "phan": "ten_loai"}

    assert (_judged("nd30", wound).loai, _judged("nd30", wound).loai_ma) == ("BÁO CÁO", "BC")


def test_party_papers_have_types_of_their_own() -> None:
    p = _judged("dang", {"tim": "KẾ HOẠCH", "thay": "CÔNG ĐIỆN", "phan": "ten_loai"})

    assert (p.loai, p.loai_ma) == ("CÔNG ĐIỆN", None)


@pytest.mark.parametrize(
    "wound",
    [
        {"tim": "Số: 47/KH", "thay": "Số:      /KH"},
        {"tim": "ngày 18 tháng 9 năm 2025", "thay": "ngày      tháng 9 năm 2025", "phan": "dia_danh_ngay"},
        {"sau": "co_quan_ke", "them": ["DỰ THẢO"], "phan": "du_thao", "nhu": "co_quan"},
    ],
)
def test_an_open_number_or_day_or_a_mark_makes_a_draft(wound: dict[str, Any]) -> None:
    assert _judged("nd30", wound).la_du_thao


def test_a_day_the_calendar_does_not_have_is_no_day() -> None:
    wound = {"tim": "ngày 18 tháng 9 năm 2025", "thay": "ngày 31 tháng 9 năm 2025", "phan": "dia_danh_ngay"}

    assert _judged("nd30", wound).ngay is None


def test_what_is_not_there_is_none() -> None:
    p = Judged(read_text("Một dòng chữ."), STANDARDS["nd30"])

    assert (p.first("so_ky_hieu"), p.loai, p.loai_ma, p.ngay) == (None, None, None, None)
    assert p.parts("can_cu") == ()
    assert p.signers == ()


def test_paragraphs_know_their_part() -> None:
    p = _judged("nd30")
    part = p.first("so_ky_hieu")
    assert part

    assert p.phan_cua[part.doan[0]] == "so_ky_hieu"
    assert p.para(part).text == "Số: 47/KH-SCT"


def test_levels_and_sentences_are_at_hand() -> None:
    p = _judged("nd30")

    assert [line.cap for line in p.levels][:3] == ["la_ma", "so", "chu"]
    closing = p.first("ket_thuc")
    assert closing
    assert [one.text[-3:] for one in p.sentences(closing.doan[0])] == ["./."]


def test_a_finding_takes_place_words_and_clause_from_where_it_is() -> None:
    p = _judged("nd30")
    found = _one(p, part=p.first("so_ky_hieu"), thay="47", can="047")

    assert (found.ma, found.muc, found.chac, found.dieu_khoan) == ("ND30-X-1", "loi", "chac", "Điều 8")
    assert (found.trich, found.khoang, found.phan) == ("Số: «47»/KH-SCT", (4, 6), "so_ky_hieu")
    assert found.noi is not None
    assert found.noi.bang == (1, 2, 1)


def test_a_finding_about_the_whole_paper_has_no_place() -> None:
    found = _one(_judged("nd30"), thay="25 mm", phan="trang")

    assert (found.noi, found.doan, found.trich, found.phan) == (None, None, "", "trang")


def test_the_characters_meant_may_be_given() -> None:
    p = _judged("nd30")
    part = p.first("so_ky_hieu")
    assert part

    assert _one(p, doan=part.doan[0], khoang=(6, 7)).trich == "Số: 47«/»KH-SCT"


def test_an_error_seen_unsurely_is_a_warning() -> None:
    found = _one(_judged("nd30"), doan=0, chac="co-le")

    assert (found.muc, found.chac) == ("canh-bao", "co-le")


def test_a_part_that_was_guessed_is_seen_unsurely() -> None:
    p = _judged("nd30", {"tim": "Số: 47/KH-SCT", "thay": "47/KH-SCT"})
    part = p.first("so_ky_hieu")

    assert part is None or part.chac == "chac" or _one(p, part=part).chac == "co-le"


def test_a_finding_may_be_lighter_than_its_rule_and_never_graver() -> None:
    p = _judged("nd30")

    assert _one(p, doan=0, muc="thong-tin").muc == "thong-tin"
    with pytest.raises(ValueError, match="no rule that gives errors"):
        _one(p, of="canh-bao", doan=0, muc="loi")


def test_findings_are_made_only_while_a_rule_runs() -> None:
    with pytest.raises(RuntimeError):
        _judged("nd30").finding("…")
