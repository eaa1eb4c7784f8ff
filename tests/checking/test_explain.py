from __future__ import annotations

import pytest

from docgen.checking import explain, rules
from docgen.errors import Unusable
from tests.checking import sample

TOLD = """\
ND30-II.3b-99: Ký hiệu

Nêu số, ký hiệu của mọi văn bản, để thử.

Điều khoản: PL I, P.I, M.II, k.3, đ.b (Ký hiệu của văn bản)
Thuộc: Nghị định số 30/2020/NĐ-CP
Áp dụng: Nghị định 30
Mức: lỗi
Cơ sở: lời của quy định, đã đối chiếu với nguồn độc lập
"""


def test_a_rule_is_explained() -> None:
    assert explain.explain(sample.ky_hieu) == TOLD


def test_what_rests_on_no_document_names_none() -> None:
    told = explain.explain(sample.hoi_nghi)

    assert "Thuộc:" not in told
    assert "\nĐúng: cuộc họp. Sai: hội nghị.\n" in told


def test_codes_are_found_in_any_case() -> None:
    assert explain.find("nd30-ii.3B-99", sample.LUAT) is sample.ky_hieu


def test_an_unknown_code_is_refused_with_near_ones() -> None:
    with pytest.raises(Unusable, match=r"Có phải là ND30-II\.3b-99"):
        explain.find("ND30-II.3b-98", sample.LUAT)
    with pytest.raises(Unusable, match="docgen explain"):
        explain.find("khác hẳn", sample.LUAT)


def test_all_rules_are_listed() -> None:
    assert explain.listing(sample.LUAT).splitlines()[0] == "NN-thu-1\tChữ hội nghị"
    assert len(explain.listing().splitlines()) == len(rules.ALL)


@pytest.mark.parametrize("one", rules.ALL, ids=lambda one: one.ma)
def test_every_explanation_fits_a_terminal(one: object) -> None:
    told = explain.explain(one)  # type: ignore[arg-type]

    assert all(len(line) <= 80 for line in told.splitlines())
