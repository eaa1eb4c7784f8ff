"""The store of the running app, opened when it is first asked for."""

from __future__ import annotations

import threading

from flask import Flask, current_app

from docgen.errors import Unusable
from docgen.store import Store, Unreachable, open_store

_SHOP = "docgen.store"


class _Shop:
    """Opens the store once, however many threads ask."""

    def __init__(self, opened: Store | None) -> None:
        self._opened = opened
        self._opening = threading.Lock()

    def store(self) -> Store:
        with self._opening:
            if self._opened is None:
                try:
                    self._opened = open_store()
                except Unusable as error:
                    raise Unreachable(error.faults) from error
            return self._opened


def keep_shop(app: Flask, opened: Store | None = None) -> None:
    """Give the app its store: the one that is open already, or the one of DOCGEN_DB as soon as it is needed."""
    app.extensions[_SHOP] = _Shop(opened)


def store(app: Flask | None = None) -> Store:
    """Find the store of an app, the running one when left out. Raises Unreachable when it cannot be opened."""
    shop: _Shop = (app or current_app).extensions[_SHOP]
    return shop.store()
