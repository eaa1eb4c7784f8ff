"""Many papers become PDFs in a few calls; what one call leaves undone is tried by itself."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pypdf
import pytest

from docgen.errors import Unusable
from docgen.pdf.many import Made, to_pdfs
from tests.small_docx import paragraph, small_docx
from tests.test_pdf import own_temporary_folder, running

__all__ = ["own_temporary_folder"]


def papers(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{at:02} kế hoạch.docx" for at in range(count)]
    for at, path in enumerate(paths):
        path.write_bytes(small_docx(paragraph(f"Số {at}")))
    return paths


def by_index(made: list[Made]) -> dict[int, Made]:
    assert len({one.index for one in made}) == len(made)
    return {one.index: one for one in made}


def a_stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A LibreOffice that is called with many files: ``$files`` are those; each call is one line of calls.txt."""
    lines = f"""#!/bin/sh
    files=
    while [ $# -gt 0 ]; do
      case "$1" in --outdir) out=$2; shift;; *.docx) files="$files $1";; esac
      shift
    done
    echo "$files" >> {tmp_path}/calls.txt
    """
    path = tmp_path / "soffice"
    path.write_text(lines + script)
    path.chmod(0o755)
    monkeypatch.setenv("DOCGEN_SOFFICE", str(path))


# What the stand-ins know a bad file by.
BAD = small_docx(paragraph("".join(hashlib.sha256(bytes([at])).hexdigest() for at in range(256))))
LARGE = '[ "$(wc -c < "$f")" -gt 8000 ]'
CONVERT = 'for f in $files; do printf "%%PDF-1.7 $f %%%%EOF" > "$out/$(basename "$f" .docx).pdf"; done\n'


@pytest.mark.libreoffice
def test_each_file_has_its_own_pdf(tmp_path: Path) -> None:
    files = papers(tmp_path, 5)
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK khong phai")
    made = by_index(list(to_pdfs([*files, broken], processes=2, a_call=2)))
    assert sorted(made) == list(range(6))
    for at in range(5):
        assert f"Số {at}" in pypdf.PdfReader(io.BytesIO(made[at].pdf)).pages[0].extract_text()
    assert made[5].fault is not None
    assert "hỏng.docx" in made[5].fault.noi
    assert not running("docgen-libreoffice")


def test_many_files_go_in_few_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_stand_in(tmp_path, monkeypatch, CONVERT)
    made = by_index(list(to_pdfs(papers(tmp_path, 10), processes=2, a_call=4)))
    assert all(made[at].pdf for at in range(10))
    calls = (tmp_path / "calls.txt").read_text().splitlines()
    assert sorted(len(call.split()) for call in calls) == [2, 4, 4]


def test_a_process_that_is_lost_is_replaced_and_the_file_that_ends_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_stand_in(tmp_path, monkeypatch, CONVERT.replace("do ", f"do {LARGE} && kill -9 $$; "))
    files = papers(tmp_path, 6)
    files[2].write_bytes(BAD)
    made = by_index(list(to_pdfs(files, processes=2, a_call=6)))
    assert [at for at in range(6) if made[at].pdf] == [0, 1, 3, 4, 5]
    assert made[2].fault is not None
    assert "LibreOffice" in made[2].fault.noi


def test_a_file_that_cannot_be_converted_is_told_and_the_others_are_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The program says all is well, as LibreOffice does.
    a_stand_in(tmp_path, monkeypatch, CONVERT.replace("do ", f"do {LARGE} && continue; "))
    files = papers(tmp_path, 4)
    files[1].write_bytes(BAD)
    made = by_index(list(to_pdfs(files, processes=1)))
    assert [at for at in range(4) if made[at].pdf] == [0, 2, 3]
    assert made[1].fault is not None


def test_a_call_that_hangs_is_ended_and_what_it_did_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_stand_in(tmp_path, monkeypatch, CONVERT + "sleep 600\n")
    made = by_index(list(to_pdfs(papers(tmp_path, 3), processes=1, time_limit_s=0.5)))
    assert all(made[at].pdf for at in range(3))
    assert len((tmp_path / "calls.txt").read_text().splitlines()) == 1


def test_stopping_half_way_ends_what_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_stand_in(tmp_path, monkeypatch, 'case "$files" in *0000000*) ' + CONVERT.strip() + " ;; *) sleep 600 ;; esac\n")
    coming = to_pdfs(papers(tmp_path, 3), processes=2, a_call=1)
    assert next(coming).index == 0
    coming.close()  # type: ignore[attr-defined]
    assert not running(str(tmp_path / "soffice"))


def test_without_libreoffice_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_SOFFICE", str(tmp_path / "khong-co"))
    with pytest.raises(Unusable, match="LibreOffice"):
        next(to_pdfs(papers(tmp_path, 1)))
