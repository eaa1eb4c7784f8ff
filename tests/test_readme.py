"""What the README shows is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen import make
from docgen.cli.lenh import docgen as commands
from docgen.errors import InputFaults
from docgen.outline.parse import parse
from docgen.standards.choose import STANDARDS
from tests.test_pipeline import plan

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_body_that_is_shown_has_nothing_to_mend_or_doubt() -> None:
    shown = re.search(r"### Cách gõ nội dung.*?```\n(.*?)```", README, re.DOTALL)
    assert shown
    assert parse(shown[1]).faults == ()


@pytest.mark.parametrize(
    "sample", ["ngành^(20)^", "1. **Yêu cầu:** Triển khai kịp thời.", r"\- không phải gạch đầu dòng"]
)
def test_the_notation_that_is_shown_is_understood(sample: str) -> None:
    assert f"`{sample}`" in README
    assert parse(sample).faults == ()


def test_the_messages_that_are_shown_are_ours() -> None:
    with pytest.raises(InputFaults) as told:
        make(plan(ngay="29/02/2023", can_cuu="x"))
    for fault in told.value.faults:
        assert f"{fault.loi} {fault.sua}".strip() in README


def test_every_command_and_file_that_is_shown_is_there() -> None:
    shown = re.findall(r"(?:^\.venv/bin/|`)docgen (\w+)", README, re.MULTILINE)
    assert set(shown) == set(commands.commands)
    for path in re.findall(r"(?:tests/seeds|forms/mau|templates|forms)/[\w.-]+\.(?:yaml|docx)", README):
        assert (ROOT / path).is_file() or "thong-bao" in path, path
    for target in re.findall(r"make (serve|test|test-fast|lint)\b", README):
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_standards_that_are_shown_are_those_there_are() -> None:
    for code, standard in STANDARDS.items():
        row = re.search(rf"^\| `{code}` \|.*$", README, re.MULTILINE)
        assert row
        assert re.sub(r"\bsố ", "", standard.ten) in row[0]
