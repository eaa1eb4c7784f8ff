"""Where it was measured, and with which versions."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
import subprocess
from pathlib import Path

_TOLD = ("docgen", "docxtpl", "python-docx", "lxml", "jinja2", "isal")


def machine() -> str:
    """One paragraph."""
    versions = [f"Python {platform.python_version()}", *(f"{name} {_version(name)}" for name in _TOLD)]
    versions += [
        f"{name} {said}" for name, said in (("node", _said("node")), ("LibreOffice", _said("soffice"))) if said
    ]
    return (
        f"Measured by `make bench` on {os.cpu_count()} × {_processor()}, {_memory()} of memory, {platform.system()} "
        f"{platform.release().split('-')[0]}; {', '.join(versions)}."
    )


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _said(program: str) -> str:
    """What a program says its version is."""
    if shutil.which(program) is None:
        return ""
    said = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=60, check=False).stdout
    found = re.search(r"\d+(\.\d+)+", said)
    return found[0] if found else ""


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else None
    return found[1].strip() if found else platform.processor() or platform.machine()


def _memory() -> str:
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
    except (ValueError, OSError, AttributeError):
        return "unknown size"
