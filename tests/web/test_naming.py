import pytest

from docgen.kinds import Kinds
from docgen.web.naming import NO_TITLE, PATTERN_NAMES, by_pattern, title_of, values_of
from tests.web.shown import LEAST, Pair, replaced, sample_pairs

USUAL = "{so}-{ky_hieu} {trich_yeu}"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Trồng cây", "Trồng cây"),
        ("  Trồng   cây \n năm 2027", "Trồng cây"),
        ("\n\n hai", "hai"),
        ("", NO_TITLE),
        (" \n\t", NO_TITLE),
        ("x" * 1000, "x" * 300),
    ],
)
def test_a_draft_is_called_by_the_first_line_of_its_abstract(text: str, title: str) -> None:
    assert title_of([("so", "5"), ("trich_yeu", text)]) == title


def test_without_an_abstract_it_says_so() -> None:
    assert title_of([]) == NO_TITLE == "Chưa có trích yếu"


@pytest.mark.parametrize(
    ("pattern", "values", "name"),
    [
        (USUAL, {"so": "5", "ngay": "05/01/2027"}, "05-KH-UBND Trồng cây năm 2027.docx"),
        (USUAL, {}, "KH-UBND Trồng cây năm 2027.docx"),
        (
            USUAL,
            {"co_quan.loai": "doan", "co_quan.don_vi_soan": "TNTH", "so": "107"},
            "107-KH-UBND-TNTH Trồng cây năm 2027.docx",
        ),
        ("{nam}.{so} {loai} {dia_danh}", {"so": "12", "ngay": "2/2027"}, "2027.12 Kế hoạch An Thịnh.docx"),
        ("{ngay} {co_quan}", {"ngay": "05/01/2027"}, "2027-01-05 ỦY BAN NHÂN DÂN XÃ AN THỊNH.docx"),
        ("{ho_ten}/{so}", {"ky.ho_ten": "Lê A", "so": "7"}, "Lê A-07.docx"),
        ("../../etc/{so}", {"so": "7"}, "etc-07.docx"),
        ("{so.__class__} {la} {} {0} %s", {}, "{so.__class__} {la} {} {0} %s.docx"),
        ("{so}", {}, "van-ban.docx"),
        ("CON", {}, "van-ban CON.docx"),
    ],
)
def test_files_are_named_by_the_offices_pattern(kinds: Kinds, pattern: str, values: dict[str, str], name: str) -> None:
    pairs = [pair for pair in LEAST if pair[0] not in values] + list(values.items())
    assert by_pattern(pattern, values_of("ke-hoach", pairs, kinds), ".docx") == name


def test_while_no_paper_can_be_made_files_are_named_by_what_was_typed(kinds: Kinds) -> None:
    pairs = [("so", "5"), ("co_quan.ky_hieu", "UBND"), ("trich_yeu", "Hai\ndòng"), ("ngay", "31/2/2027")]
    assert (
        by_pattern(f"{USUAL} {{ngay}}", values_of("ke-hoach", pairs, kinds), ".yaml")
        == "5-UBND Hai dòng 31-2-2027.yaml"
    )


@pytest.mark.parametrize("pairs", [(), LEAST, sample_pairs("doan"), replaced(LEAST, so="x"), [("a b", "c")]])
def test_every_name_of_a_pattern_has_a_value_whatever_is_typed(kinds: Kinds, pairs: list[Pair]) -> None:
    assert tuple(values_of("ke-hoach", pairs, kinds)) == PATTERN_NAMES
