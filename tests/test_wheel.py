"""Installed as a wheel, docgen has its forms, templates and pages with it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what the wheel holds."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = (folder / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as package:
        package.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("DOCGEN")}
    return subprocess.run(
        [sys.executable, "-m", "docgen", *words],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_the_wheel_holds_every_form_template_and_page(installed: Path) -> None:
    for folder in ("forms", "templates"):
        ours = {str(path.relative_to(ROOT)) for path in (ROOT / folder).rglob("*") if path.is_file()}
        theirs = {str(path.relative_to(installed / "docgen/data")) for path in installed.rglob(f"data/{folder}/**/*")}
        assert {name for name in ours if not Path(name).name.startswith(("~", "."))} <= theirs
    pages = {
        str(path.relative_to(ROOT)) for path in (ROOT / "docgen/web").rglob("*") if path.suffix in {".html", ".css"}
    }
    assert pages
    assert all((installed / page).is_file() for page in pages)
    assert (installed / "docgen/py.typed").is_file()


def test_the_wheel_makes_a_paper_away_from_the_repository(installed: Path, tmp_path: Path) -> None:
    seed = ROOT / "tests/seeds/001-ubnd-tinh-binh-duong.yaml"
    made = run(installed, tmp_path, "make", str(seed), "-o", "a.docx")
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "a.docx").is_file()
    verified = run(installed, tmp_path, "kinds", "--verify")
    assert verified.returncode == 0, verified.stderr
