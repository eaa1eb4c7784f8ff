"""What a data file holds: plain values, and where each of them stands in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from docgen.errors import Fault, InputFaults, Unusable
from docgen.vietnamese.refusal import quoted
from docgen.vietnamese.text import forbidden, nfc

# The Document is four levels deep; a plan with every list full has about 3,000 values.
MAX_DEPTH = 20
MAX_NODES = 20_000
MAX_KEY_CHARS = 200

_LAST_STEP = re.compile(r"(\.[^.\[\]]*|\[[0-9]+\])$")


@dataclass(frozen=True)
class Spot:
    """Where a value stands.

    dong: 1-based line of its key or item. chu_dong: 1-based file line of the first line of its text when the
    lines of the text are lines of the file (a ``|`` block), else ``None``. noi_dong: its lines were joined
    into fewer by the notation.
    """

    dong: int
    chu_dong: int | None = None
    noi_dong: bool = False


@dataclass(frozen=True)
class Loaded:
    """One file, read.

    raw: text, ``None``, bool (JSON only), lists and mappings; every number is text, spelled as in the file.
    spots: place of the user (``can_cu[2]``) → Spot. faults: what the notation itself brought up, both what must be
    mended (repeated keys, aliases …) and what is only told.
    """

    raw: dict[str, Any]
    spots: Mapping[str, Spot]
    faults: tuple[Fault, ...] = ()

    def checked(self) -> Loaded:
        """Itself; raises InputFaults when the notation has faults that must be mended."""
        broken = [fault for fault in self.faults if fault.nang == "loi"]
        if broken:
            raise InputFaults(broken)
        return self

    def spot(self, noi: str) -> Spot | None:
        """Find the spot of a place, or of the nearest thing around it that the file holds."""
        while noi:
            if noi in self.spots:
                return self.spots[noi]
            shorter = _LAST_STEP.sub("", noi)
            noi = shorter if shorter != noi else ""
        return None

    def located(self, fault: Fault) -> Fault:
        """Give the same fault its line in the file.

        A fault of the body counts lines within its text: they become file lines where the text stands line
        by line in the file; elsewhere the place says so in words.
        """
        spot = self.spot(fault.noi)
        if spot is None:
            return fault
        if fault.dong is None:
            return replace(fault, dong=spot.dong)
        if spot.chu_dong is not None:
            return replace(fault, dong=spot.chu_dong + fault.dong - 1)
        return replace(fault, noi=f"{fault.noi} (dòng {fault.dong} của mục này)", dong=spot.dong)


def child(path: str, key: str) -> str:
    """``co_quan`` + ``ten`` → ``co_quan.ten``."""
    return f"{path}.{key}" if path else key


def item(path: str, index: int) -> str:
    """``can_cu`` + 0 → ``can_cu[1]``: people count from one."""
    return f"{path}[{index + 1}]"


@dataclass
class Record:
    """What a reader of a notation notes down while it reads; it also keeps the limits."""

    spots: dict[str, Spot] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    nodes: int = 0

    def node(self, depth: int, dong: int) -> None:
        """One more value. Raises Unusable when the file is too deep or holds too many."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise Unusable(Fault("", f"Tệp có quá nhiều mục (hơn {MAX_NODES} giá trị).", dong=dong))
        if depth > MAX_DEPTH:
            raise Unusable(Fault("", f"Các mục lồng nhau quá sâu (hơn {MAX_DEPTH} tầng).", dong=dong))

    def key(self, path: str, key: str, dong: int, seen: dict[str, int]) -> str | None:
        """Note a key of a mapping and give it in NFC; ``seen`` holds the lines of the keys of this mapping.

        A repeated key is noted as a fault; so is one that is far too long or has characters no paper can hold, and
        then there is no key to go on with.
        """
        if forbidden(key):
            self.faults.append(Fault(path, "Tên mục có ký tự không dùng được.", dong=dong))
            return None
        if len(key) > MAX_KEY_CHARS:
            self.faults.append(Fault(path, f"Tên mục {quoted(key)} dài quá.", dong=dong))
            return None
        key = nfc(key)
        noi = child(path, key)
        if key in seen:
            loi = f"Mục {quoted(key)} viết hai lần: dòng {seen[key]} và dòng {dong}."
            self.faults.append(Fault(noi, loi, "Hãy giữ lại một.", dong))
        else:
            seen[key] = dong
            self.spots.setdefault(noi, Spot(dong))
        return key

    def loaded(self, value: Any) -> Loaded:
        """Give the result; raises InputFaults when the file as a whole is no mapping."""
        if isinstance(value, dict):
            return Loaded(value, self.spots, tuple(self.faults))
        if value is None:
            loi = "Tệp chưa có nội dung nào."
        else:
            loi = f"Tệp phải gồm các mục “tên: giá trị”, nhưng ở đây là một {_shape(value)}."
        raise InputFaults(
            [*self.faults, Fault("", loi, "Hãy xem một tệp mẫu: dòng đầu thường là “loai: ke-hoach”.", 1)]
        )


def _shape(value: Any) -> str:
    return "danh sách" if isinstance(value, list) else "đoạn chữ"
