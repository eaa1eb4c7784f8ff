"""A name the words do not have: noted when used, harmless, so that one rendering finds them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jinja2 import Undefined

from docgen.render import trace

SHORT_LIST: Final = "(danh sách ngắn)"
"""Stands in a path for a list that has no such item."""
NO_GROUP: Final = "(giá trị đơn)"
"""Stands in a path for a value that has nothing below it."""
_ITEM: Final = re.compile(rf"{re.escape(SHORT_LIST)}\[(-?\d+)\]")
_GUARD: Final = "Hãy bọc thẻ trong {% if tên_danh_sách %} … {% endif %}, hoặc lặp qua danh sách bằng {%p for … %}."


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
    item = _ITEM.match(path)
    if item:
        return f"Thẻ cần {_ordinal(int(item[1]))} của một danh sách nhưng danh sách ngắn hơn.", _GUARD
    if path.startswith(NO_GROUP):
        loi = f"Thẻ lấy “{path.removeprefix(NO_GROUP)}” của một giá trị không có mục con."
        return loi, "Hãy sửa tên đứng trước dấu chấm."
    return f"Mẫu cần “{path}” nhưng dữ liệu không có tên ấy.", "Hãy sửa tên trong thẻ, hoặc bổ sung dữ liệu."


def _ordinal(index: int) -> str:
    """What people call the item of a list at an index."""
    if index >= 0:
        return "mục đầu" if index == 0 else f"mục thứ {index + 1}"
    return "mục cuối" if index == -1 else f"mục thứ {-index} từ cuối lên"
