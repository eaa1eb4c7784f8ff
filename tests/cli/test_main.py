"""However a command ends, it ends with a sentence and a code; tried as processes of their own."""

from __future__ import annotations

import re
import signal
import sys
from urllib.request import urlopen

import pytest

from tests.cli.office import PLAN, Office, started, until


def test_what_nobody_foresaw_is_told_without_a_trace(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("hỏng")

    monkeypatch.setattr("docgen.pipeline.make", broken)
    office.file("a.yaml", PLAN)
    ran = office.run("make", "a.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "RuntimeError: hỏng" in ran.err
    assert "DOCGEN_TRACE=1" in ran.err
    monkeypatch.setenv("DOCGEN_TRACE", "1")
    assert office.run("make", "a.yaml", traced=True).code == 2


@pytest.mark.parametrize(
    "env", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp1252"}]
)
def test_any_console_takes_vietnamese(env: dict[str, str], office: Office) -> None:
    office.file("a.yaml", PLAN)
    with started("make", "a.yaml", "-o", "a.docx", folder=office.folder, **env) as ran:
        out, err = ran.communicate(timeout=60)
    assert (ran.returncode, out) == (0, b"a.docx\n")
    assert "trình bày theo" in err.decode()


def test_a_reader_that_has_enough_is_no_fault(office: Office) -> None:
    with started("schema", folder=office.folder) as ran:
        assert ran.stdout
        assert ran.stderr
        ran.stdout.close()
        assert ran.stderr.read() == b""
        assert ran.wait(60) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_is_tidy(number: signal.Signals, office: Office) -> None:
    hanging = office.folder / "soffice"
    hanging.write_text(f"#!/bin/sh\nsleep 1\ntouch {office.folder}/đang-chạy\nsleep 600\n")
    hanging.chmod(0o755)
    office.file("a.yaml", PLAN)
    with started("make", "a.yaml", "--pdf", folder=office.folder, DOCGEN_SOFFICE=str(hanging)) as ran:
        until((office.folder / "đang-chạy").exists)
        ran.send_signal(number)
        out, err = ran.communicate(timeout=60)
    assert ran.returncode == 130
    assert out == b""
    assert err.decode().strip() == "Đã dừng theo yêu cầu; không có tệp nào dở dang."
    assert office.names() == ["a.yaml", "soffice", "đang-chạy"]


def test_the_form_is_served_until_it_is_stopped(office: Office) -> None:
    with started("serve", "--port", "0", folder=office.folder) as ran:
        assert ran.stderr
        said = ran.stderr.readline().decode()
        address = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert address, said
        with urlopen(address.group(), timeout=30) as answer:
            assert "soạn văn bản" in answer.read().decode().lower()
        ran.send_signal(signal.SIGINT)
        _, err = ran.communicate(timeout=60)
        assert ran.returncode == 0
        assert "Đã dừng." in err.decode()
