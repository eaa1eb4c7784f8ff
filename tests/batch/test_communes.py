"""A plan for every commune of the country, as an office does it: the sheet, its faults, the run that is killed twice.

``DOCGEN_COMMUNES=3321`` lets the run take all of them; without it takes every twelfth.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from docgen import places
from docgen.batch.manifest import NAME
from docgen.cli.tien_do import so
from docgen.places import Place, dia_danh
from docgen.sheets.read import read
from docgen.sheets.table import Column
from docgen.sheets.writing import write
from tests.batch.office import digests
from tests.papers.text import lines

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "tests" / "seeds" / "001-ubnd-tinh-binh-duong.yaml"
ALL = 3321
DAY = date(2026, 11, 5)
RUN = int(os.environ.get("DOCGEN_COMMUNES", ALL // 12))
HEADER = ("ten_don_vi", "so", "dia_danh", "ngay", "ten_tep")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")]


@dataclass(frozen=True)
class Told:
    code: int
    out: list[str]
    err: list[str]


class Desk:
    """A folder and a command line."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.env = {**os.environ, "PYTHONPATH": str(ROOT)}

    def started(self, *words: str) -> subprocess.Popen[str]:
        """Start docgen in a process group of its own."""
        command = [sys.executable, "-X", "utf8", "-m", "docgen", *words]
        return subprocess.Popen(
            command,
            cwd=self.folder,
            env=self.env,
            text=True,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def __call__(self, *words: str) -> Told:
        with self.started(*words) as process:
            out, err = process.communicate(timeout=600)
        return Told(process.returncode, out.splitlines(), err.splitlines())

    def killed_at(self, count: int, *words: str) -> None:
        """Kill everything that was started, without a word, as soon as so many copies are there."""
        with self.started(*words) as process:
            while len(self.papers("ra")) < count and process.poll() is None:
                time.sleep(0.02)
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL

    def papers(self, folder: str) -> list[Path]:
        return sorted((self.folder / folder).glob("*.docx"))


def communes() -> list[tuple[Place, Place]]:
    """Every commune of the day with its province."""
    known = places.at(DAY).places
    provinces = {place.ma: place for place in known if not place.ma_tinh}
    found = sorted((place for place in known if place.ma_tinh), key=lambda place: (place.ma_tinh, place.ma))
    return [(place, provinces[place.ma_tinh]) for place in found]


def rows() -> list[list[str]]:
    return [
        [one.ten_day_du, str(at), dia_danh(tinh)[0], f"{1 + at % 28:02}/11/2026", f"{one.ma} {one.ten_day_du}"]
        for at, (one, tinh) in enumerate(communes(), start=1)
    ]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    plan = SEED.read_text(encoding="utf-8")
    for said, instead in [
        ("  - UBND các huyện, Tx, Tp\n", "  - UBND {{ten_don_vi}}\n"),
        ("giai đoạn 2019-2020 trên địa bàn tỉnh Bình Dương\nmo_dau", "trên địa bàn {{ten_don_vi}}\nmo_dau"),
    ]:
        assert said in plan
        plan = plan.replace(said, instead)
    (tmp_path / "ke-hoach.yaml").write_text(plan, encoding="utf-8")
    return Desk(tmp_path)


def test_faults_planted_among_all_communes_are_told_at_once_at_their_cells(desk: Desk) -> None:
    assert desk("sheet", "ke-hoach.yaml", "-o", "bang.xlsx").code == 0
    offered = [cell.text for cell in read(desk.folder / "bang.xlsx").header]
    assert set(HEADER) - {"ten_tep"} <= set(offered)

    told = rows()
    assert len(told) == ALL
    told[15][3] = "31/02/2026"
    told[1998][3] = "hôm qua"
    told[509][1] = told[508][1]
    told[699][4] = told[698][4]
    told[2999][2] = "x" * 5000
    wrong = [*HEADER[:2], "dia_dahn", *HEADER[3:]]
    for name, header in (("sai.xlsx", HEADER), ("cot-sai.xlsx", wrong)):
        (desk.folder / name).write_bytes(write([Column(ten) for ten in header], told))
    book = load_workbook(desk.folder / "sai.xlsx")
    sheet: Any = book.active
    sheet["A1001"].value, sheet["B1500"].value = "#N/A", "=B1499+1"
    book.save(desk.folder / "sai.xlsx")

    first = desk("batch", "ke-hoach.yaml", "sai.xlsx", "-o", "ra")
    cells = ["Units!D17", "Units!B511", "Units!E701", "Units!A1001", "Units!B1500", "Units!D2000", "Units!C3001"]
    assert first.code == 1, first.err
    assert first.err[0] == f"Có {len(cells)} chỗ cần sửa; chưa làm văn bản nào:"
    assert [line.split(":")[0].removeprefix("  - ") for line in first.err[1 : 1 + len(cells)]] == cells
    # One note of the plan is one line, however many rows there are.
    assert len(first.err) < len(cells) + 6
    assert not (desk.folder / "ra").exists()
    marked: Any = load_workbook(desk.folder / "sai.can-sua.xlsx").active
    coloured = [f"Units!{cell.coordinate}" for row in marked.iter_rows(min_row=2) for cell in row if cell.comment]
    assert sorted(coloured) == sorted(cells)

    other = desk("batch", "ke-hoach.yaml", "cot-sai.xlsx", "-o", "ra")
    assert other.code == 1
    assert "Units!C1" in other.err[1]
    assert "Có phải là “dia_danh”?" in other.err[1]


def test_mended_it_is_killed_twice_and_ends_as_if_undisturbed(desk: Desk) -> None:
    chosen = rows()[:: ALL // RUN]
    count = len(chosen)
    (desk.folder / "dung.xlsx").write_bytes(write([Column(ten) for ten in HEADER], chosen))
    words = ("batch", "ke-hoach.yaml", "dung.xlsx", "--workers", "2")
    assert desk(*words, "-o", "nguyen").code == 0

    desk.killed_at(count // 5, *words, "-o", "ra")
    refused = desk(*words, "-o", "ra")
    assert refused.code == 1
    assert "--resume" in refused.err[-1]
    desk.killed_at(count // 2, *words, "-o", "ra", "--resume")
    assert count // 2 <= len(desk.papers("ra")) < count
    merging = ("-o", "ra", "--merge", "ban-in.docx", "--odd")
    ended = desk(*words, *merging, "--resume")
    assert ended.code == 0, ended.err
    assert ended.out[-1] == "ban-in.docx"
    assert digests(desk.folder / "ra") == digests(desk.folder / "nguyen")

    said = "\n".join(lines((desk.folder / "ban-in.docx").read_bytes()))
    at = 0
    for row in chosen:
        at = said.index(f"- UBND {row[0]};", at) + 1

    before = {path: path.stat().st_mtime_ns for path in desk.papers("ra")}
    log = (desk.folder / "ra" / NAME).read_bytes()
    again = desk(*words, *merging)
    assert again.code == 0
    assert again.err[-1] == f"Đã làm 0 văn bản, giữ nguyên {so(count)}, hỏng 0."
    assert {path: path.stat().st_mtime_ns for path in desk.papers("ra")} == before
    assert (desk.folder / "ra" / NAME).read_bytes() == log
