"""docgen: official Vietnamese papers as Word files that conform to the rules of the body that issues them.

``from docgen import load, make``: ``make(load(path))`` gives the :class:`~docgen.pipeline.Paper` of a data file;
``from docgen import batch``: ``batch(data, units, folder)`` makes one paper a row of a sheet.
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.batch.door import batch as batch
    from docgen.checking.check import check as check
    from docgen.importing.read import read as read
    from docgen.intake.load import load as load
    from docgen.pipeline import Paper as Paper
    from docgen.pipeline import make as make

__version__ = "0.1.0"
__all__ = ["Paper", "__version__", "batch", "check", "load", "make", "read"]

_HOMES = {
    "check": "docgen.checking.check",
    "load": "docgen.intake.load",
    "make": "docgen.pipeline",
    "Paper": "docgen.pipeline",
    "read": "docgen.importing.read",
}

# A library says nothing on its own; whoever runs it decides where its log goes.
logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> object:
    """Open a door when somebody goes through it: most users of a part of docgen do not need the whole."""
    if name == "batch":
        return import_module("docgen.batch")
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)
