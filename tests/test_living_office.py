"""LibreOffice that stays: fast, replaced when it is lost, and never left behind."""

from __future__ import annotations

import io
import os
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from docgen.errors import Unusable
from docgen.pdf import LivingOffice, to_pdf
from tests.small_docx import paragraph, small_docx

PLAN = small_docx(paragraph("KẾ HOẠCH") + paragraph("Tuyên truyền, quảng bá ASEAN"))
BROKEN = small_docx("<w:p><w:r></w:p>")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and shells of Unix")


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setattr("docgen.pdf.profiles._idle", [])
    return folder


@pytest.fixture
def office() -> Iterator[LivingOffice]:
    with LivingOffice() as living:
        yield living


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def processes(folder: Path, name: str = "soffice.bin") -> list[int]:
    """The running processes of LibreOffice with a profile in this folder."""
    listing = subprocess.run(["ps", "-ww", "-eo", "pid,stat,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listing.splitlines() if str(folder) in line and name in line]
    return [int(pid) for pid, stat, _ in rows if not stat.startswith("Z")]


def soon_gone(folder: Path) -> bool:
    return any(not processes(folder, "") or time.sleep(0.1) for _ in range(50))


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith("docgen")]


@pytest.mark.libreoffice
def test_papers_go_through_one_process(office: LivingOffice, own_temporary_folder: Path) -> None:
    assert "ASEAN" in text_of(office.to_pdf(PLAN))
    first = processes(own_temporary_folder)
    for number in range(3):
        assert f"Bản số {number}" in text_of(office.to_pdf(small_docx(paragraph(f"Bản số {number}"))))
    assert processes(own_temporary_folder) == first
    assert len(first) == 1


@pytest.mark.libreoffice
def test_it_is_faster_than_one_that_is_started_for_each_paper(office: LivingOffice) -> None:
    to_pdf(PLAN)
    office.to_pdf(PLAN)
    ratios = []
    for _ in range(5):
        begin = time.perf_counter()
        to_pdf(PLAN)
        between = time.perf_counter()
        office.to_pdf(PLAN)
        ratios.append((between - begin) / (time.perf_counter() - between))
    assert statistics.median(ratios) > 3


@pytest.mark.libreoffice
def test_it_says_the_same_as_one_that_is_started_for_the_paper(office: LivingOffice) -> None:
    for _ in range(2):
        assert text_of(office.to_pdf(PLAN)) == text_of(to_pdf(PLAN))


@pytest.mark.libreoffice
def test_threads_wait_for_each_other(office: LivingOffice) -> None:
    made: dict[int, str] = {}

    def convert(number: int) -> None:
        made[number] = text_of(office.to_pdf(small_docx(paragraph(f"Bản số {number}"))))

    threads = [threading.Thread(target=convert, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert all(f"Bản số {number}" in made[number] for number in range(4))


@pytest.mark.libreoffice
def test_a_paper_it_cannot_read_harms_no_other(office: LivingOffice, own_temporary_folder: Path) -> None:
    office.to_pdf(PLAN)
    before = processes(own_temporary_folder)
    with pytest.raises(Unusable, match="không làm ra được tệp PDF"):
        office.to_pdf(BROKEN)
    assert "ASEAN" in text_of(office.to_pdf(PLAN))
    assert processes(own_temporary_folder) == before


@POSIX
@pytest.mark.libreoffice
def test_a_lost_process_is_replaced(office: LivingOffice, own_temporary_folder: Path) -> None:
    office.to_pdf(PLAN)
    (lost,) = processes(own_temporary_folder)
    os.kill(lost, signal.SIGKILL)
    assert "ASEAN" in text_of(office.to_pdf(PLAN))
    assert processes(own_temporary_folder) != [lost]


@POSIX
@pytest.mark.libreoffice
def test_a_process_lost_with_a_paper_in_it_is_replaced_too(office: LivingOffice, own_temporary_folder: Path) -> None:
    office.to_pdf(PLAN)
    (hung,) = processes(own_temporary_folder)
    os.kill(hung, signal.SIGSTOP)
    threading.Timer(0.5, os.kill, (hung, signal.SIGKILL)).start()
    assert "ASEAN" in text_of(office.to_pdf(PLAN))


@POSIX
@pytest.mark.libreoffice
def test_a_hung_process_is_ended_in_time(own_temporary_folder: Path) -> None:
    with LivingOffice() as office:
        office.to_pdf(PLAN)
        (hung,) = processes(own_temporary_folder)
        os.kill(hung, signal.SIGSTOP)
        office._time_limit_s = 1
        with pytest.raises(Unusable, match="chưa làm xong sau 1 giây"):
            office.to_pdf(PLAN)
        assert soon_gone(own_temporary_folder)
        office._time_limit_s = 60
        assert "ASEAN" in text_of(office.to_pdf(PLAN))


@pytest.mark.libreoffice
def test_it_is_renewed_after_a_number_of_papers(own_temporary_folder: Path) -> None:
    with LivingOffice(papers=2) as office:
        seen = []
        for _ in range(4):
            office.to_pdf(PLAN)
            seen.append(processes(own_temporary_folder))
    assert seen[0] == seen[1] != seen[2] == seen[3]


@pytest.mark.libreoffice
def test_it_rests_and_starts_again(office: LivingOffice, own_temporary_folder: Path) -> None:
    office.to_pdf(PLAN)
    office.rest()
    assert soon_gone(own_temporary_folder)
    assert leftovers(own_temporary_folder) == []
    assert "ASEAN" in text_of(office.to_pdf(PLAN))


@pytest.mark.libreoffice
def test_nothing_is_left_once_it_is_closed(own_temporary_folder: Path) -> None:
    with LivingOffice() as office:
        office.to_pdf(PLAN)
    assert soon_gone(own_temporary_folder)
    assert leftovers(own_temporary_folder) == []
    with pytest.raises(Unusable, match="đang dừng"):
        office.to_pdf(PLAN)
    assert processes(own_temporary_folder, "") == []


@POSIX
@pytest.mark.libreoffice
def test_closing_ends_a_paper_that_hangs(own_temporary_folder: Path) -> None:
    office = LivingOffice()
    office.to_pdf(PLAN)
    (hung,) = processes(own_temporary_folder)
    os.kill(hung, signal.SIGSTOP)
    closing = threading.Timer(0.5, office.close)
    closing.start()
    begin = time.monotonic()
    with pytest.raises(Unusable, match="đang dừng"):
        office.to_pdf(PLAN)
    assert time.monotonic() - begin < 10
    closing.join(20)
    assert soon_gone(own_temporary_folder)
    assert leftovers(own_temporary_folder) == []


_PROGRAM = """
import sys, time
from pathlib import Path
from docgen.pdf import LivingOffice
office = LivingOffice()
office.to_pdf(Path(sys.argv[1]).read_bytes())
print("done", flush=True)
if sys.argv[2] != "end":
    time.sleep(60)
"""


@POSIX
@pytest.mark.libreoffice
@pytest.mark.parametrize("way", ["end", "SIGINT", "SIGTERM", "SIGKILL"])
def test_nothing_is_left_however_the_program_ends(way: str, tmp_path: Path, own_temporary_folder: Path) -> None:
    (tmp_path / "a.docx").write_bytes(PLAN)
    root = str(Path(__file__).parent.parent)
    env = {**os.environ, "TMPDIR": str(own_temporary_folder), "PYTHONPATH": root}
    command = [sys.executable, "-c", _PROGRAM, str(tmp_path / "a.docx"), way]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"done\n"
        if way != "end":
            assert processes(own_temporary_folder)
            process.send_signal(getattr(signal, way))
        process.wait(30)
    assert soon_gone(own_temporary_folder)
    if way in {"end", "SIGINT"}:
        assert leftovers(own_temporary_folder) == []


@POSIX
def test_a_libreoffice_that_ends_at_once_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\necho no display\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("DOCGEN_SOFFICE", str(program))
    with LivingOffice() as office, pytest.raises(Unusable, match=r"đã dừng.*no display"):
        office.to_pdf(PLAN)


@POSIX
def test_a_libreoffice_that_never_gets_ready_is_ended_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_temporary_folder: Path
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 987\n")
    program.chmod(0o755)
    monkeypatch.setenv("DOCGEN_SOFFICE", str(program))
    with LivingOffice(time_limit_s=0.5) as office, pytest.raises(Unusable, match=r"chưa làm xong sau 0\.5 giây"):
        office.to_pdf(PLAN)
    assert soon_gone(own_temporary_folder)
    assert leftovers(own_temporary_folder) == []


def test_only_word_files_are_taken() -> None:
    with LivingOffice() as office, pytest.raises(Unusable, match="không phải là tệp Word"):
        office.to_pdf(b"plain text")


def test_a_missing_libreoffice_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOCGEN_SOFFICE", str(tmp_path / "none"))
    with LivingOffice() as office, pytest.raises(Unusable, match="DOCGEN_SOFFICE"):
        office.to_pdf(PLAN)
