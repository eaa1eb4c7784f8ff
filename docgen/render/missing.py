"""A name the words do not have: noted when used, harmless, so that one rendering finds them all."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Undefined

from docgen.render import trace


class Missing(Undefined):
    """Prints nothing, is false and empty, and notes its dotted path each time it is used.

    Asking ``is defined`` or giving a ``default`` is no use.
    """

    __slots__ = ()

    def path(self) -> str:
        """The dotted path that leads nowhere."""
        return self._undefined_name or self._undefined_hint or "?"

    def note(self) -> None:
        """Record that the template needed this name."""
        trace.current().fault(*missing(self.path()))

    def __str__(self) -> str:
        self.note()
        return ""

    def __bool__(self) -> bool:
        self.note()
        return False

    def __len__(self) -> int:
        self.note()
        return 0

    def __iter__(self) -> Iterator[object]:
        self.note()
        return iter(())

    def __contains__(self, _: object) -> bool:
        self.note()
        return False

    def __eq__(self, _: object) -> bool:
        self.note()
        return False

    def __ne__(self, _: object) -> bool:
        self.note()
        return True

    def __hash__(self) -> int:
        return id(type(self))

    def _compared(self, _: object) -> bool:
        self.note()
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _compared  # type: ignore[assignment]


def missing(path: str) -> tuple[str, str]:
    """What to say about a name the words do not have: ``(what, what would be right)``."""
    return f"Mẫu cần “{path}” nhưng dữ liệu không có tên ấy.", "Hãy sửa tên trong thẻ, hoặc bổ sung dữ liệu."
