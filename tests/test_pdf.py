from __future__ import annotations

import http.server
import io
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdf
import pytest

from docgen.errors import Unusable
from docgen.pdf import find_office, to_pdf
from tests.small_docx import R, paragraph, small_docx

PLAN = small_docx(paragraph("KẾ HOẠCH") + paragraph("Tuyên truyền, quảng bá ASEAN"))


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What LibreOffice and we leave behind is seen here."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setattr("docgen.pdf.profiles._idle", [])
    return folder


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def a_program(path: Path, script: str) -> Path:
    """A stand-in that fails as LibreOffice sometimes does; ``$out`` is the folder of the result."""
    lines = '#!/bin/sh\nwhile [ $# -gt 0 ]; do [ "$1" = --outdir ] && out=$2; shift; done\n'
    path.write_text(lines + textwrap.dedent(script))
    path.chmod(0o755)
    return path


def running(words: str) -> list[str]:
    listing = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    return [line for line in listing.splitlines() if words in line]


@pytest.mark.libreoffice
def test_a_word_file_becomes_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch số 5.docx"
    path.write_bytes(PLAN)
    for made in (to_pdf(PLAN), to_pdf(path)):
        assert made.startswith(b"%PDF-")
        assert "Tuyên truyền, quảng bá ASEAN" in text_of(made)


@pytest.mark.libreoffice
def test_papers_are_converted_at_the_same_time_with_profiles_of_their_own() -> None:
    with ThreadPoolExecutor(3) as pool:
        made = list(pool.map(lambda n: text_of(to_pdf(small_docx(paragraph(f"Bản số {n}")))), range(3)))
    assert ["Bản số 0" in made[0], "Bản số 1" in made[1], "Bản số 2" in made[2]] == [True] * 3


@pytest.mark.libreoffice
def test_nothing_stays_in_the_temporary_folder_when_the_program_ends(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(PLAN)
    program = "import sys; from pathlib import Path; from docgen.pdf import to_pdf; to_pdf(Path(sys.argv[1]))"
    folder = tmp_path / "tmp"
    root = str(Path(__file__).parent.parent)
    env = {**os.environ, "TMPDIR": str(folder), "PYTHONPATH": root}
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "a.docx")], env=env, check=True, timeout=120)
    assert [path.name for path in folder.iterdir() if path.name.startswith("docgen")] == []


@pytest.mark.libreoffice
def test_nothing_outside_the_file_is_fetched() -> None:
    asked: list[str] = []

    class Outside(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - names of http.server

        def log_message(self, *args: object) -> None: ...

    with http.server.HTTPServer(("127.0.0.1", 0), Outside) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        where = f"http://127.0.0.1:{server.server_port}/a.png"
        linked = f'<Relationship Id="rId9" Type="{R}/image" Target="{where}" TargetMode="External"/>'
        a = "http://schemas.openxmlformats.org/drawingml/2006"
        picture = (
            f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{a}/wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/>'
            f'<wp:docPr id="1" name="x"/><a:graphic xmlns:a="{a}/main"><a:graphicData uri="{a}/picture">'
            f'<pic:pic xmlns:pic="{a}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="x"/><pic:cNvPicPr/></pic:nvPicPr>'
            '<pic:blipFill><a:blip r:link="rId9"/></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
            '<a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )
        made = to_pdf(small_docx(paragraph("Xin chào") + picture, linked))
        server.shutdown()
    assert "Xin chào" in text_of(made)
    assert asked == []


@pytest.mark.libreoffice
def test_a_paper_libreoffice_cannot_read_is_told_though_it_exits_well() -> None:
    with pytest.raises(Unusable, match="không làm ra được tệp PDF") as told:
        to_pdf(small_docx("<w:p><w:r></w:p>"))
    assert told.value.exit_code == 2


@pytest.mark.libreoffice
def test_a_time_limit_ends_every_process_that_was_started(own_temporary_folder: Path) -> None:
    with pytest.raises(Unusable, match=r"chưa làm xong sau 0\.2 giây"):
        to_pdf(PLAN, time_limit_s=0.2)
    assert running(str(own_temporary_folder)) == []
    assert [path.name for path in own_temporary_folder.iterdir() if path.name.startswith("docgen")] == []
    assert "ASEAN" in text_of(to_pdf(PLAN)), "the next paper is not harmed"


@pytest.mark.parametrize(
    "data", [b"", b"plain text, which LibreOffice would print", b"PK\x03\x04 nope", small_docx("")[:-30]]
)
def test_only_word_files_are_taken(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="không phải là tệp Word"):
        to_pdf(data)
    (tmp_path / "giả.docx").write_bytes(data)
    with pytest.raises(Unusable, match=r"giả\.docx: Đây không phải là tệp Word"):
        to_pdf(tmp_path / "giả.docx")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"không-có\.docx: Không đọc được tệp"):
        to_pdf(tmp_path / "không-có.docx")


def test_a_missing_libreoffice_is_told_with_the_way_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("DOCGEN_SOFFICE", raising=False)
    monkeypatch.setattr("docgen.pdf.program._USUAL_PLACES", ("/nowhere*/soffice", "Q:/nowhere/soffice.com"))
    with pytest.raises(Unusable) as told:
        to_pdf(PLAN)
    assert told.value.exit_code == 2
    for word in ("Chưa có LibreOffice", "Debian", "libreoffice-writer-nogui", "Windows", "DOCGEN_SOFFICE"):
        assert word in str(told.value)


def test_the_usual_places_are_searched_when_the_path_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "libreoffice7.6" / "program" / "soffice"
    program.parent.mkdir(parents=True)
    a_program(program, "exit 0")
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("DOCGEN_SOFFICE", raising=False)
    monkeypatch.setattr("docgen.pdf.program._USUAL_PLACES", (f"{tmp_path}/libreoffice*/program/soffice",))
    assert find_office() == program


def test_the_program_named_in_the_environment_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = a_program(tmp_path / "mine", "exit 0")
    monkeypatch.setenv("DOCGEN_SOFFICE", str(program))
    assert find_office() == program
    monkeypatch.setenv("DOCGEN_SOFFICE", str(tmp_path / "thiếu"))
    with pytest.raises(Unusable, match="DOCGEN_SOFFICE ghi"):
        to_pdf(PLAN)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
@pytest.mark.parametrize(
    "script",
    [
        "exit 0",
        "exit 81",
        'printf "%%PDF-1.6 half" > "$out/van-ban.pdf"',
        'echo "Error: source file could not be loaded" >&2',
        ': > "$out/van-ban.pdf"',
    ],
)
def test_the_file_is_judged_not_the_exit_code(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_SOFFICE", str(a_program(tmp_path / "soffice", script)))
    with pytest.raises(Unusable, match="không làm ra được tệp PDF") as told:
        to_pdf(PLAN)
    assert ("could not be loaded" in str(told.value)) == ("echo" in script)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
def test_a_whole_file_counts_whatever_the_exit_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = 'printf "%%PDF-1.6\\n%%%%EOF\\n" > "$out/van-ban.pdf"; exit 1'
    monkeypatch.setenv("DOCGEN_SOFFICE", str(a_program(tmp_path / "soffice", script)))
    assert to_pdf(PLAN) == b"%PDF-1.6\n%%EOF\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
def test_an_interruption_ends_every_process_that_was_started(tmp_path: Path) -> None:
    # The pause lets the caller, too, know that the program has started.
    program = a_program(tmp_path / "soffice", f"sleep 987 & child=$!; sleep 1; echo $child > {tmp_path}/child; wait")
    (tmp_path / "a.docx").write_bytes(PLAN)
    code = "import sys; from pathlib import Path; from docgen.pdf import to_pdf; to_pdf(Path(sys.argv[1]))"
    env = {**os.environ, "DOCGEN_SOFFICE": str(program), "PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, "-c", code, str(tmp_path / "a.docx")]
    with subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL) as process:
        child = _soon(tmp_path / "child")
        process.send_signal(signal.SIGINT)
        process.wait(30)
    with pytest.raises(ProcessLookupError):
        _still(child)


def _soon(path: Path) -> int:
    for _ in range(300):
        if path.exists() and path.read_text().strip():
            return int(path.read_text())
        time.sleep(0.05)
    raise AssertionError("the stand-in did not start")


def _still(pid: int) -> None:
    """Raise ProcessLookupError when the process is gone, or is only waiting to be buried."""
    for _ in range(100):
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat")
        if state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            raise ProcessLookupError
        time.sleep(0.05)
