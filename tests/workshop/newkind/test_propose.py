"""What is proposed for finished papers: by fixed rules, the right places."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen import load, make
from docgen.data_dir import find
from docgen.workshop.newkind.kind import proposed
from docgen.workshop.newkind.proposal import Proposal
from tests.checking.building import Giay, built
from tests.workshop.newkind import papers

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("0*.yaml"))


def of(giay: Giay) -> Proposal:
    return proposed(built(giay), find(), ten="x.docx")


def shape(proposal: Proposal) -> list[tuple[str, str]]:
    return [(unit.la, unit.ten or unit.mau) for unit in proposal.phan]


def test_a_notice() -> None:
    found = of(papers.thong_bao())
    assert (found.loai, found.ten_loai, found.ten_loai_thuong, found.ky_hieu) == (
        "thong-bao", "THÔNG BÁO", "Thông báo", "TB",
    )  # fmt: skip
    assert shape(found) == [
        ("chung", "can_cu"),
        ("chung", "mo_dau"),
        ("truong", "1. Thời gian: {{thoi_gian}}."),
        ("truong", "2. Địa điểm: {{dia_diem}}."),
        ("truong", "3. Chủ trì: {{chu_tri}}."),
        ("co-dinh", ""),
        ("truong", "- {{thanh_phan}}"),
        ("truong", "- {{thanh_phan}}"),
        ("truong", "- {{thanh_phan}}"),
        ("truong", "5. Số lượng: {{so_luong}}"),
        ("truong", "6. Hạn nộp: {{han_nop}}"),
        ("noi-dung", ""),
        ("chung", "ket_thuc"),
    ]
    assert {ask.ten: ask.kieu for unit in found.phan for ask in unit.hoi} == {
        "thoi_gian": "line",
        "dia_diem": "line",
        "chu_tri": "line",
        "thanh_phan": "lines",
        "so_luong": "number",
        "han_nop": "date",
    }


def test_a_letter_has_no_title_and_its_text_is_body() -> None:
    found = of(papers.cong_van())
    assert (found.loai, found.ky_hieu, found.in_ten_loai) == ("cong-van", "", False)
    assert shape(found) == [("chung", "kinh_gui"), ("noi-dung", ""), ("noi-dung", "")]


def test_an_invitation_is_answers_only() -> None:
    found = of(papers.giay_moi())
    assert [la for la, _ in shape(found)] == ["chung", "truong", "truong", "truong"]
    assert not found.asked("noi_dung")


def test_a_decision_has_its_authority_and_fixed_words() -> None:
    found = of(papers.quyet_dinh())
    assert shape(found) == [
        ("truong", "{{tham_quyen}}"),
        ("chung", "can_cu"),
        ("co-dinh", ""),
        ("noi-dung", ""),
        ("noi-dung", ""),
        ("noi-dung", ""),
    ]


def test_rows_of_dots_are_answers_and_no_bases() -> None:
    found = of(papers.bien_ban())
    assert [la for la, _ in shape(found)] == ["truong", "truong", "co-dinh", "noi-dung", "noi-dung"]
    assert not any(ask.bat_buoc for unit in found.phan for ask in unit.hoi)


def test_signs_of_a_template_stay_words() -> None:
    found = of(papers.mau_don())
    assert all("{%" not in unit.mau and "{#" not in unit.mau for unit in found.phan)
    assert [unit.la for unit in found.phan if "{%" in unit.chu or "{#" in unit.chu] == ["noi-dung", "noi-dung"]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_a_plan_is_common_parts_and_body(seed: Path) -> None:
    """Lines with a colon inside the parts of a plan are text."""
    found = proposed(make(load(seed)).docx, find(), ten=seed.name)
    assert found.loai == "ke-hoach"
    assert {unit.la for unit in found.phan} == {"chung", "noi-dung"}
    assert not any(unit.ten for unit in found.phan if unit.la == "noi-dung")


def test_what_the_maintainer_says_wins() -> None:
    found = proposed(
        built(papers.thong_bao()), find(), ten="x.docx", loai="tb-xa", ten_loai="THÔNG BÁO MỜI", the_thuc="nd30"
    )
    assert (found.loai, found.ten_loai, found.ky_hieu) == ("tb-xa", "THÔNG BÁO MỜI", "TB")


def test_equal_papers_give_equal_proposals() -> None:
    assert of(papers.thong_bao()) == of(papers.thong_bao())
