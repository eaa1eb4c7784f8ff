"""The form under test: an app, a client without a token to carry, a real server, a real browser."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from docgen.data_dir import DataDir, find
from docgen.intake.kind_files import load_kinds
from docgen.kinds import Kinds
from docgen.store import Store, open_store
from docgen.web import create_app
from tests.looking import chromium
from tests.web.bodies import served, small_app
from tests.web.shown import sample_pairs

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def data() -> DataDir:
    return find()


@pytest.fixture(scope="session")
def kinds(data: DataDir) -> Kinds:
    return load_kinds(data)


@pytest.fixture
def guarded() -> Flask:
    """The app as it is served."""
    return create_app()


@pytest.fixture
def client(store: Store) -> FlaskClient:
    """A client of an app with a store of its own that asks for no token; everything else is as served."""
    return create_app(store=store, WTF_CSRF_ENABLED=False).test_client()


_SERVE = "import sys; from docgen.web import serve; serve(sys.argv[1], 0, say=lambda text: print(text, flush=True))"


@contextmanager
def serving(host: str) -> Iterator[str]:
    """A server of its own process, at the address it tells; it ends as by Ctrl+C."""
    command = [sys.executable, "-X", "utf8", "-W", "error", "-c", _SERVE, host]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        try:
            told = process.stdout.readline()
            yield re.findall(r"http://\S+", told)[0]
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(20)
    assert process.returncode == 0


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a running server."""
    with serving("127.0.0.1") as address:
        yield address


@pytest.fixture(scope="session")
def served_store() -> Iterator[Store]:
    """The store of the running server, which is another process."""
    with open_store() as opened:
        yield opened


NewForm = Callable[..., str]


@pytest.fixture
def new_form(served_store: Store) -> NewForm:
    """Begin a draft on the running server, empty but for the kind of issuer or from a sample; the path of its form."""

    def made(issuer: str = "nha-nuoc", sample: bool = False) -> str:
        pairs = sample_pairs(issuer) if sample else [("co_quan.loai", issuer)]
        return f"/nhap/{served_store.drafts.create('ke-hoach', pairs).id}"

    return made


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A running Chromium."""
    program = chromium()
    if not program:
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright

    with (
        sync_playwright() as playwright,
        closing(playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))) as running,
    ):
        yield running


@pytest.fixture
def open_page(site: str, browser: Any) -> Iterator[Callable[..., Any]]:
    """Open a path in a window of its own; scripts and the console must not complain."""
    contexts, troubles = [], []

    def note(message: Any) -> None:
        # The browser itself calls an answer of 4xx an error; those are ours and meant.
        if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
            troubles.append(message.text)

    def opened(path: str, *, width: int = 1440, height: int = 900, **how: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **how)
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(site + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of the small app."""
    with served(small_app()) as found:
        yield found


@pytest.fixture(scope="module")
def module_page(address: str, browser: Any) -> Iterator[Any]:
    """An empty page that can load the script modules."""
    page = browser.new_page()
    page.goto(f"{address}/trong")
    yield page
    page.close()


@pytest.fixture
def area(address: str, browser: Any) -> Iterator[Any]:
    """The page with body areas; the console must not complain."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(5000)
    troubles: list[str] = []
    page.on("console", lambda said: troubles.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto(address)
    page.wait_for_selector("[data-ready]", state="attached")
    yield page
    page.close()
    assert [each for each in troubles if "Failed to load resource" not in each] == []
