"""The server goes away in mid-edit and comes back: nothing that was typed is lost."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from docgen.store import open_store

pytestmark = pytest.mark.chromium
_SERVE = (
    "import sys; from docgen.web import serve;"
    " serve('127.0.0.1', int(sys.argv[1]), say=lambda text: print(text, flush=True))"
)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


@contextmanager
def served(port: int, database: str) -> Iterator[None]:
    """A server that ends without a word, as when the power fails."""
    command = [sys.executable, "-X", "utf8", "-c", _SERVE, str(port)]
    environment = {**os.environ, "DOCGEN_DB": database}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment) as process:
        assert process.stdout is not None
        assert "http://" in process.stdout.readline()
        try:
            yield
        finally:
            process.kill()


def test_what_is_typed_while_the_server_is_down_is_saved_when_it_is_back(browser: Any, tmp_path: Path) -> None:
    database, port = f"sqlite:///{tmp_path / 'docgen.db'}", free_port()
    with open_store(database) as store:
        draft = store.drafts.create("ke-hoach", [("co_quan.loai", "nha-nuoc")])
        context = browser.new_context()
        page = context.new_page()
        with served(port, database):
            page.goto(f"http://127.0.0.1:{port}/nhap/{draft.id}")
            page.fill("#trich_yeu", "Trồng cây")
            page.get_by_text("Đã lưu lúc").first.wait_for()
            page.wait_for_timeout(1500)
            assert dict(store.drafts.get(draft.id).pairs)["trich_yeu"] == "Trồng cây"
        page.fill("#trich_yeu", "Trồng cây năm 2027")
        page.get_by_text("Mất liên lạc").first.wait_for()
        with served(port, database):
            # It is a new server with a new secret: the old token is refused, and renewed without a word.
            page.get_by_text("Mất liên lạc").first.wait_for(state="hidden", timeout=60_000)
            page.wait_for_timeout(1500)
            assert dict(store.drafts.get(draft.id).pairs)["trich_yeu"] == "Trồng cây năm 2027"
        assert page.input_value("#trich_yeu") == "Trồng cây năm 2027"
        context.close()
