"""What the command line says: results on stdout, words for people on stderr, all in UTF-8."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from docgen.errors import DocgenError, Fault, TemplateFaults


def prepare_streams() -> None:
    """Make both streams take every letter: a Windows console or a bare locale would stop at the first “ế”."""
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


class NobodyReadsError(Exception):
    """Who read the result (``| head``) has seen enough and gone."""


def result(text: object) -> None:
    """Print one line of the result. Raises NobodyReadsError."""
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left in the buffer must not be tried again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise NobodyReadsError from None


def say(text: str) -> None:
    """Tell a person something."""
    sys.stderr.write(f"{text}\n")


def say_notes(notes: Sequence[Fault]) -> None:
    """Tell what was changed or is doubted; the paper is made all the same."""
    if notes:
        say(f"Lưu ý {len(notes)} chỗ (văn bản vẫn được làm ra):")
        say_each(notes)


def say_faults(error: DocgenError, source: Path | None = None) -> None:
    """Tell what must be mended, each with its place, and doubts apart; ``source``: the file they stand in."""
    faults = [fault for fault in error.faults if fault.nang == "loi"]
    if error.exit_code == 1:
        within = " trong mẫu Word" if isinstance(error, TemplateFaults) else f" trong {source}" if source else ""
        say(f"Có {len(faults)} chỗ cần sửa{within}:")
        say_each(faults)
        doubts = [fault for fault in error.faults if fault.nang != "loi"]
        if doubts:
            say(f"Ngoài ra, lưu ý {len(doubts)} chỗ:")
            say_each(doubts)
    else:
        for fault in error.faults:
            say(f"Lỗi: {fault}")


def say_each(faults: Iterable[Fault]) -> None:
    """List faults, one bullet each."""
    for fault in faults:
        say(f"  - {fault}")
