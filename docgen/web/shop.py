"""The store of the running app, opened when it is first asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable

from flask import Flask, current_app

from docgen.errors import Unusable
from docgen.store import Store, Unreachable, open_store

_SHOP = "docgen.store"


class _Shop:
    """Opens the store once, however many threads ask."""

    def __init__(self, opened: Store | None, on_opening: Callable[[Store], None]) -> None:
        self._opened, self._on_opening = opened, on_opening
        self._opening = threading.Lock()

    def store(self) -> Store:
        with self._opening:
            if self._opened is None:
                try:
                    self._opened = self._open()
                except Unusable as error:
                    raise Unreachable(error.faults) from error
            return self._opened

    def _open(self) -> Store:
        opened = open_store()
        try:
            self._on_opening(opened)
        except BaseException:
            opened.close()
            raise
        return opened


def keep_shop(app: Flask, opened: Store | None, on_opening: Callable[[Store], None]) -> None:
    """Give the app its store: the one that is open already, or the one of DOCGEN_DB as soon as it is needed.

    on_opening: called with the store once, before anybody uses it; now when it is open already.
    """
    app.extensions[_SHOP] = _Shop(opened, on_opening)
    if opened is not None:
        on_opening(opened)


def store(app: Flask | None = None) -> Store:
    """Find the store of an app, the running one when left out. Raises Unreachable when it cannot be opened."""
    shop: _Shop = (app or current_app).extensions[_SHOP]
    return shop.store()
