"""A text that varies from copy to copy, while what does not vary is evaluated once for all."""

from __future__ import annotations

import re
from typing import Final, NoReturn

from docgen.render.fast.unproved import Unproved

# Noncharacters beside those of docgen.render.rich: no word holds them.
OPEN: Final = "\ufdda"
CLOSE: Final = "\ufddb"
SIGN: Final = re.compile(f"{OPEN}(-?\\d+){CLOSE}")


class Slot(str):
    """Stands for text that is never empty: it can be printed and is true; all else a template does with it is Unproved.

    sign: what is printed in its place, to be replaced copy by copy.
    """

    __slots__ = ("number", "sign")
    number: int
    sign: str

    def __new__(cls, number: int) -> Slot:
        """number: told from others by it."""
        made = super().__new__(cls, "?")
        made.number, made.sign = number, f"{OPEN}{number}{CLOSE}"
        return made

    def __bool__(self) -> bool:
        return True

    def _refused(self, *_: object) -> NoReturn:
        raise Unproved("a text that varies is not only printed", self.number)

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = __getitem__ = __len__ = __iter__ = _refused
    __add__ = __mod__ = __mul__ = __rmul__ = __format__ = __str__ = _refused
    __hash__ = str.__hash__
