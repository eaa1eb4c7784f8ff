from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from docgen.document import build
from docgen.intake import yaml_text
from docgen.intake.dump import dump, plain, write
from docgen.intake.read import read_text
from tests.intake.papers import SMALL, document_or_none, lines, raw_papers, texts
from tests.seeds.reading import NAMES, data_file


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(yaml_text, "_LOADER", yaml.CSafeLoader if request.param == "libyaml" else yaml.SafeLoader)
    yield


FIXTURE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much]


@settings(suppress_health_check=FIXTURE)
@given(raw_papers())
def test_a_document_comes_back_from_its_yaml(parser: None, raw: dict[str, Any]) -> None:
    document = document_or_none(raw)
    assume(document is not None)
    assert document is not None
    loaded = read_text(dump(document)).checked()
    assert build(loaded.raw).document == document
    assert build(plain(document)).document == document
    assert not loaded.faults


@settings(suppress_health_check=FIXTURE)
@given(st.dictionaries(lines, st.one_of(st.none(), lines, texts, st.lists(texts, max_size=3)), max_size=4))
def test_any_plain_values_come_back_from_their_yaml(parser: None, raw: dict[str, Any]) -> None:
    assert read_text(write(raw)).raw == raw if raw else True


def test_other_readers_understand_it_too() -> None:
    document = build({**SMALL, "so": "05", "luu": "no", "mo_dau": "Lưu ý: 1 #2"}).document
    assert yaml.safe_load(dump(document))["luu"] == "no"
    assert yaml.safe_load(dump(document))["mo_dau"] == "Lưu ý: 1 #2"


def test_bodies_are_blocks_and_waiting_parts_keep_their_line() -> None:
    assert dump(build(SMALL).document) == (
        "loai: ke-hoach\n"
        "co_quan:\n"
        "  loai: nha-nuoc\n"
        "  ten:\n"
        "    - ỦY BAN NHÂN DÂN\n"
        "    - XÃ AN THỊNH\n"
        "  ky_hieu: UBND\n"
        "so: null\n"
        "dia_danh: An Thịnh\n"
        "ngay: null\n"
        "trich_yeu: Triển khai chuyển đổi số năm 2027\n"
        "noi_dung: |\n"
        "  I. MỤC ĐÍCH, YÊU CẦU\n"
        "  1. Phát triển dịch vụ số.\n"
        "noi_nhan:\n"
        "  - UBND tỉnh\n"
        "luu: VT\n"
        "ky:\n"
        "  chuc_vu: CHỦ TỊCH\n"
    )


def test_numbers_dates_and_ticks_are_written_bare() -> None:
    part = {"ten": "A", "noi_dung": "I. B", "ngang": "có"}
    text = dump(build({**SMALL, "so": "05", "ngay": "5/11/2026", "so_ban": "20", "phu_luc": [part]}).document)
    assert "\nso: 5\n" in text
    assert "\nngay: 2026-11-05\n" in text
    assert "\nso_ban: 20\n" in text
    assert "\n  - ten: A\n    noi_dung: |\n      I. B\n    ngang: true\n" in text


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_comes_back_from_its_yaml(name: str) -> None:
    document = build(read_text(data_file(name).read_text(encoding="utf-8")).raw).document
    assert build(read_text(dump(document)).raw).document == document
