"""What docgen makes has no finding of form but those that its data asks for, named here with their reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.checking.check import check
from docgen.data_dir import find
from docgen.intake.load import load
from docgen.pipeline import make
from docgen.reading.read import read
from tests.seeds.reading import HERE as SEEDS

# Rules of language, capitals and citations judge the author's words, which docgen never changes.
_OF_WORDS = ("NN-", "ND30-PL2-", "ND30-II.6b-")

ASKED_FOR = {
    "000-tinh-doan-binh-duong": {"HD29-de-ky-4"},  # the seed has a second office under the signer's name
    "001-ubnd-tinh-binh-duong": {"ND30-II.9d-16"},  # the seed's Lưu names no drafting unit
    "002-tinh-doan-ninh-thuan": {"HD29-thanh-phan-1"},  # the signature is lost in the seed
    "003-chu-thap-do-kien-giang": set(),
    "004-doan-khoi-dan-chinh-dang": {"HD29-thanh-phan-1"},  # the signature is lost in the seed
}
SAMPLES = find().sample_files()


def form_findings(path: Path) -> set[str]:
    report = check(read(make(load(path)).docx))
    assert report.judged
    assert not report.hong
    return {finding.ma for finding in report.findings if not finding.ma.startswith(_OF_WORDS)}


@pytest.mark.parametrize("name", ASKED_FOR)
def test_papers_of_the_seeds_have_the_form_of_their_standard(name: str) -> None:
    assert form_findings(SEEDS / f"{name}.yaml") == ASKED_FOR[name]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_papers_of_the_samples_have_the_form_of_their_standard(path: Path) -> None:
    assert form_findings(path) == set()


@pytest.mark.parametrize(
    "path", [*SAMPLES, *(SEEDS / f"{name}.yaml" for name in ASKED_FOR)], ids=lambda path: path.stem
)
def test_the_regime_is_the_one_the_paper_was_made_by(path: Path) -> None:
    built = load(path).document
    by_issuer = {"doan": "doan", "dang": "dang"}.get(built.co_quan.loai, "nd30")

    assert check(read(make(load(path)).docx)).regime.the_thuc == (built.the_thuc or by_issuer)
