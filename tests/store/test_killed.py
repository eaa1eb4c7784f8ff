"""The server is killed in the middle of saving: the database holds the old state or the new one."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from docgen.store import open_store

# Saves one long text after another, each all of one letter, and says so after each.
_SAVE = """
import sys, itertools
from datetime import timedelta
from docgen.store import open_store
store = open_store(sys.argv[1], version_every=timedelta(0))
draft = store.drafts.get(sys.argv[2])
for letter in itertools.cycle("abcdefgh"):
    draft = store.drafts.save(draft.id, draft.revision, [("noi_dung", letter * 300_000)] * 2, title=letter)
    print(draft.revision, flush=True)
"""


@pytest.mark.slow
def test_a_kill_in_mid_save_leaves_the_old_or_the_new_state(tmp_path: Path) -> None:
    path = tmp_path / "killed.sqlite3"
    url = f"sqlite:///{path}"
    with open_store(url) as store:
        draft_id = store.drafts.create("ke-hoach", [("noi_dung", "x" * 300_000)] * 2, title="x").id
    for nth in range(5):
        said = _killed_after(0.01 + 0.017 * nth, url, draft_id)
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        with open_store(url) as store:
            draft = store.drafts.get(draft_id)
            # What was said to be saved is there; of what was not said, all or nothing.
            assert said <= draft.revision <= said + 1
            assert draft.pairs == (("noi_dung", draft.title * 300_000),) * 2
            assert store.drafts.listing(tim=draft.title * 20).total == 1
            versions = store.drafts.versions(draft_id)
            assert len(versions) == draft.revision - 1
            whole = store.drafts.version(draft_id, versions[0].number)
            assert whole.pairs == (("noi_dung", whole.title * 300_000),) * 2


def _killed_after(seconds: float, url: str, draft_id: str) -> int:
    """Let a process save, kill it; the last revision it said to have saved."""
    process = subprocess.Popen([sys.executable, "-c", _SAVE, url, draft_id], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process:
        said = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        rest = process.stdout.read()
    # The last line may have been cut.
    return int((said + rest).rpartition("\n")[0].rpartition("\n")[2])
