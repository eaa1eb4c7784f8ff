from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from docgen.checking import rules
from docgen.checking.finding import Finding
from docgen.checking.judged import Judged
from docgen.checking.rule import CODE, Rule, collected, rule
from docgen.reading.read import read, read_text
from docgen.standards import DANG, ND30, Sure
from tests.checking import papers, sample


def _made(**changes: Any) -> Rule:
    wanted: dict[str, Any] = {
        "ma": "ND30-I.3-1",
        "ten": "Lề trang",
        "dieu_khoan": "PL I, P.I, M.I, k.3",
        "sure": Sure.V,
        "muc": "loi",
    }
    wanted |= changes

    def one(p: Judged) -> Iterator[Finding]:
        """Lề trên và dưới 20–25 mm, trái 30–35 mm, phải 15–20 mm."""
        yield p.finding("Lề trang chưa đúng.")

    return rule(wanted.pop("ma"), **wanted)(one)


def test_a_rule_carries_what_people_must_know() -> None:
    one = _made()

    assert (one.ma, one.ten, one.muc) == ("ND30-I.3-1", "Lề trang", "loi")
    assert one.giai_thich.startswith("Lề trên và dưới")


@pytest.mark.parametrize("sure", [Sure.T1, Sure.V2, Sure.S, Sure.F, Sure.P, Sure.K, Sure.UNSURE])
def test_only_verified_clauses_carry_errors(sure: Sure) -> None:
    with pytest.raises(ValueError, match="only verified"):
        _made(sure=sure)

    assert _made(sure=sure, muc="canh-bao").muc == "canh-bao"


@pytest.mark.parametrize("ma", ["", "ND30", "nd30-I.3-1", "X-1", "ND30-I.3-", "ND30-I 3"])
def test_a_code_begins_with_its_source(ma: str) -> None:
    with pytest.raises(ValueError, match="no code"):
        _made(ma=ma)


@pytest.mark.parametrize(
    "ma", ["ND30-II.3b-1", "ND30-PL2-V.1-1", "ND30-V-8a", "ND30-D7-1", "HD29-nơi-nhận-1", "NN-dau-1"]
)
def test_codes_of_all_sources_are_known(ma: str) -> None:
    assert CODE.fullmatch(ma)


def test_a_rule_without_an_explanation_is_refused() -> None:
    def silent(p: Judged) -> Iterator[Finding]:
        yield p.finding("…")

    with pytest.raises(ValueError, match="no explanation"):
        rule("NN-x-1", ten="Tên", dieu_khoan="Điều 8", sure=Sure.V, muc="loi")(silent)


def test_two_rules_may_not_have_one_code() -> None:
    with pytest.raises(ValueError, match="two rules"):
        collected([_made()], [_made()])


def test_a_rule_speaks_only_of_papers_of_its_standards() -> None:
    paper = read(papers.docx("dang"))

    assert _made(the_thuc=("nd30",))(Judged(paper, DANG)) == ()
    assert len(_made(the_thuc=("nd30",))(Judged(paper, ND30))) == 1


def test_a_rule_of_looks_says_nothing_of_text() -> None:
    words, file = read_text(papers.text("nd30")), read(papers.docx("nd30"))

    assert _made(can_dinh_dang=True)(Judged(words, ND30)) == ()
    assert len(_made(can_dinh_dang=True)(Judged(file, ND30))) == 1


def test_every_rule_of_every_module_is_listed() -> None:
    modules = [import_module(f"{rules.__name__}.{found.name}") for found in pkgutil.iter_modules(rules.__path__)]
    made = {value.ma for module in modules for value in vars(module).values() if isinstance(value, Rule)}

    assert made == {one.ma for one in rules.ALL}


def test_all_rules_are_rules_with_codes_of_their_own() -> None:
    assert collected(rules.ALL) == rules.ALL
    assert collected(sample.LUAT) == sample.LUAT
