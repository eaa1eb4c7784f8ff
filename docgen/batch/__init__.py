"""Many copies of one plan, each differing in a few fields: preflight, run, report.

``from docgen import batch`` gives this room, which can be called like :func:`docgen.batch.door.batch`: a package and
a function of docgen share the name.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


class _Room(ModuleType):
    """The room as its own door."""

    def __call__(self, *args: Any, **options: Any) -> object:
        """Do what :func:`docgen.batch.door.batch` does."""
        from docgen.batch.door import batch

        return batch(*args, **options)


sys.modules[__name__].__class__ = _Room
