from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import pipeline
from docgen.data_dir import DataDir, find
from docgen.errors import InputFaults
from docgen.intake.form import from_post, to_pairs
from docgen.intake.kind_files import load_kinds
from docgen.intake.load import load
from docgen.intake.read import read_file
from docgen.kinds import Kinds
from docgen.web.data_file import data_file
from tests.web.shown import LEAST, replaced, sample_pairs

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("0*.yaml"))


def file(folder: Path, text: str) -> Path:
    path = folder / "x.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_the_file_makes_the_same_paper(tmp_path: Path, data: DataDir, kinds: Kinds, seed: Path) -> None:
    pairs = to_pairs(read_file(seed).raw, kinds.get("ke-hoach"))[1:]
    again = file(tmp_path, data_file("ke-hoach", pairs, kinds))
    assert pipeline.make(load(again, kinds), data).docx == pipeline.make(load(seed, kinds), data).docx


def test_what_was_typed_is_there_also_while_it_is_wrong(tmp_path: Path, kinds: Kinds) -> None:
    pairs = replaced(LEAST, ngay="31/2/2024", so="năm", tring_yeu="lạ")
    path = file(tmp_path, data_file("ke-hoach", pairs, kinds))
    with pytest.raises(InputFaults) as told:
        load(path, kinds)
    assert {fault.noi for fault in told.value.faults} == {"ngay", "so", "tring_yeu"}
    assert read_file(path).raw == from_post([("loai", "ke-hoach"), *pairs], kinds).raw


def test_the_file_of_an_empty_form_says_its_kind(kinds: Kinds) -> None:
    assert data_file("ke-hoach", (), kinds) == "loai: ke-hoach\n"


@pytest.mark.parametrize(
    "pairs",
    [
        [("a b", "dòng\nhai: [x]\u2028ba")],
        [("so", "5"), ("so", "6")],
        [("phan[1].tieu_de", "A"), ("phan[1].tieu_de", "B")],
        [("can_cu[]", "một"), ("__class__.x", "hai"), ("", "ba")],
    ],
)
def test_what_no_data_file_can_say_stands_in_it_as_a_remark(
    tmp_path: Path, kinds: Kinds, pairs: list[tuple[str, str]]
) -> None:
    text = data_file("ke-hoach", [*sample_pairs(), *pairs], kinds)
    assert text.startswith("# Ô lạ")
    assert read_file(file(tmp_path, text)).raw["loai"] == "ke-hoach"
    for _, value in pairs:
        assert value.split("\n")[0] in text


def test_thousands_of_inputs_are_all_there(kinds: Kinds) -> None:
    text = data_file("ke-hoach", [(f"can_cu[{number}]", f"số {number}.") for number in range(6000)], kinds)
    assert all(f"số {number}." in text for number in range(6000))


VALUES = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
NAMES = st.sampled_from(
    ["trich_yeu", "so", "can_cu[1]", "can_cu[]", "phan[2].tieu_de", "phan[2].noi_dung", "la", "a b"]
)


@given(st.lists(st.tuples(NAMES, VALUES), max_size=6))
def test_any_file_can_be_read_again(tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]) -> None:
    kinds = load_kinds(find())
    folder = tmp_path_factory.mktemp("yaml")
    assert read_file(file(folder, data_file("ke-hoach", pairs, kinds))).raw["loai"] == "ke-hoach"
