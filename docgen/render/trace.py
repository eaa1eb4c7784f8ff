"""What happens during one rendering: names not found, values that cannot be printed, marks to be carried out later.

One :class:`Trace` belongs to one call of render, held in a context variable, so that a template may be rendered by
several threads at once.
"""

from __future__ import annotations

import re
import sys
from contextvars import ContextVar
from dataclasses import dataclass, field
from types import FrameType, TracebackType
from typing import Final

from docgen.errors import Fault
from docgen.render.places import Place
from docgen.render.tagged import Placed

_INDEX: Final = re.compile(r"\[\d+\]")


@dataclass(frozen=True)
class Mark:
    """Something other than letters that a value asks for, one of ``rich.OBJECTS``."""

    kind: str
    value: object
    place: Place


@dataclass
class Trace:
    """The notes of one rendering. ``tags``: those of the part in hand, in the order of their lines."""

    tags: tuple[Placed, ...] = ()
    turns: int = 0
    marks: list[Mark] = field(default_factory=list)
    found: list[tuple[Place, Fault]] = field(default_factory=list)
    _told: set[tuple[Place, str]] = field(default_factory=set)

    def fault(self, loi: str, sua: str = "", place: Place | None = None) -> None:
        """Note a fault at ``place``, or at the tag being run; once for all items of a list."""
        place = place or self.here()
        kind = (place, _INDEX.sub("[]", loi))
        if kind not in self._told:
            self._told.add(kind)
            self.found.append((place, Fault(str(place), loi, sua)))

    def here(self) -> Place:
        """The place of the tag being run."""
        frame: FrameType | None = sys._getframe(1)
        while frame is not None:
            placed = self._tag(frame, frame.f_lineno)
            if placed is not None:
                return placed.own_place
            frame = frame.f_back
        return Place()

    def of(self, error: BaseException) -> Placed | None:
        """The tag in which ``error`` was raised."""
        found: Placed | None = None
        step: TracebackType | None = error.__traceback__
        while step is not None:
            found = self._tag(step.tb_frame, step.tb_lineno) or found
            step = step.tb_next
        return found

    def _tag(self, frame: FrameType, line: int) -> Placed | None:
        """The tag that a frame of compiled template code stands in: tag n, from 0, is on line n + 2 of the source."""
        template = frame.f_globals.get("__jinja_template__")
        if template is None:
            return None
        index = template.get_corresponding_lineno(line) - 2
        return self.tags[index] if 0 <= index < len(self.tags) else None


_current: Final[ContextVar[Trace]] = ContextVar("docgen_render_trace")


def current() -> Trace:
    """The trace of the rendering under way; raises LookupError outside one (when Jinja folds constants)."""
    return _current.get()


class Tracing:
    """Makes ``trace`` the current one inside a ``with``."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace

    def __enter__(self) -> Trace:
        self._token = _current.set(self._trace)
        return self._trace

    def __exit__(self, *_: object) -> None:
        _current.reset(self._token)
