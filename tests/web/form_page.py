"""What tests of the form in a browser ask of its page."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from typing import Any

from docgen.store import Draft, Store

OpenPage = Callable[..., Any]
NewForm = Callable[..., str]


def values(page: Any, name: str) -> list[str]:
    """The texts of a list's inputs, from top to bottom."""
    return list(page.evaluate("n => [...document.querySelectorAll(`form [name^='${n}[']`)].map(e => e.value)", name))


def focused(page: Any) -> str:
    """The id of what has the focus."""
    return str(page.evaluate("document.activeElement.id"))


def said(page: Any) -> str:
    return str(page.inner_text("#vua-lam"))


def wait_until(page: Any, true: Callable[[], bool], what: str, seconds: float = 5) -> None:
    """Wait for something the browser cannot be asked to wait for: its pages allow no evaluated functions."""
    for _ in range(int(seconds * 20)):
        if true():
            return
        page.wait_for_timeout(50)
    raise AssertionError(what)


def wait_true(page: Any, expression: str) -> None:
    """Wait until an expression is true on the page."""
    wait_until(page, lambda: bool(page.evaluate(expression)), expression)


def wait_saved(page: Any) -> None:
    """Wait until the server has everything."""
    page.wait_for_selector("#da-luu[data-state=saved]:has-text('Đã lưu lúc')")


def stored(store: Store, at: str) -> Draft:
    return store.drafts.get(at.removeprefix("/nhap/"))


def value_of(store: Store, at: str, name: str) -> str:
    """The stored text of an input; "" for one that was never posted."""
    return dict(stored(store, at).pairs).get(name, "")


def png(width: int = 8, height: int = 11) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 0, 0, 0, 0))
    rows = zlib.compress((b"\x00" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


class Pages:
    """Answers for the preview, in place of LibreOffice: set what comes next, look at what was asked."""

    def __init__(self, page: Any, count: int = 3) -> None:
        self.count = count
        self.asked: list[dict[str, Any]] = []
        self.places: list[dict[str, Any]] = []
        self.answer: tuple[int, dict[str, Any]] | None = None
        self.place: dict[str, Any] = {"page": 0}
        page.route("**/xem", self._see)
        page.route("**/trang/**", lambda route: route.fulfill(body=png(), content_type="image/png"))
        page.route("**/cho", self._where)

    def _see(self, route: Any) -> None:
        self.asked.append(json.loads(route.request.post_data))
        made = {"ban": f"b{len(self.asked)}", "pages": self.count, "sizes": [[595, 842]] * self.count}
        status, told = self.answer or (200, made)
        route.fulfill(status=status, json=told)

    def _where(self, route: Any) -> None:
        self.places.append(json.loads(route.request.post_data))
        route.fulfill(json=self.place)
