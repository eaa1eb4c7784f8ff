"""Profile folders for LibreOffice: each is used by one process at a time."""

from __future__ import annotations

import atexit
import contextlib
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

# Scripting: no macro runs, whatever the document asks; files from elsewhere may not make LibreOffice fetch
# pictures or texts. Update: linked content is never refreshed. FirstStart/Crash dialogs would wait for a click.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc">
<prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""

_lock = threading.Lock()
_idle: list[Path] = []
_owner = os.getpid()


@contextlib.contextmanager
def lent_profile() -> Iterator[Path]:
    """Lend a profile folder that nobody else uses; it is kept for the next paper, since making one costs 150 ms."""
    with _lock:
        _forget_parents_profiles()
        folder = _idle.pop() if _idle else None
    folder = folder or new_profile()
    try:
        yield folder
    except BaseException:
        # A killed LibreOffice may leave its profile broken.
        shutil.rmtree(folder, ignore_errors=True)
        raise
    with _lock:
        _idle.append(folder)


def new_profile() -> Path:
    """Make a profile folder; whoever asked for it removes it."""
    folder = Path(tempfile.mkdtemp(prefix="docgen-libreoffice-"))
    (folder / "user").mkdir()
    (folder / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    return folder


def _forget_parents_profiles() -> None:
    global _owner
    if _owner != os.getpid():
        _idle.clear()
        _owner = os.getpid()


@atexit.register
def _remove_profiles() -> None:
    if _owner == os.getpid():
        while _idle:
            shutil.rmtree(_idle.pop(), ignore_errors=True)
