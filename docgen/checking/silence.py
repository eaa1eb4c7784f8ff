"""Rules an agency wants not to be told, each only with a reason.

The file (YAML, read by :mod:`docgen.intake`)::

    im_lang:
      - ma: ND30-I.3-1
        ly_do: Lề phải 20 mm theo Quy chế công tác văn thư của tỉnh.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from docgen.errors import Fault, InputFaults
from docgen.vietnamese.refusal import quoted

_KEY: Final = "im_lang"
_LEAST_REASON: Final = 10


@dataclass(frozen=True, slots=True)
class Silence:
    """One rule that is not told, and why."""

    ma: str
    ly_do: str


def silences(data: Mapping[str, Any], known: Iterable[str]) -> tuple[Silence, ...]:
    """Read the values of a silence file; ``known`` are the codes of all rules.

    Raises InputFaults with every fault: unknown codes and keys, a code named twice, a missing or empty reason.
    """
    codes = tuple(known)
    faults = [Fault(key, f"Không có mục {quoted(key)}.", f"Tệp chỉ có mục “{_KEY}”.") for key in data if key != _KEY]
    rows = data.get(_KEY)
    if not isinstance(rows, list):
        faults.append(Fault(_KEY, "Cần một danh sách, mỗi mục gồm “ma” và “ly_do”."))
        raise InputFaults(faults)
    found: list[Silence] = []
    for number, row in enumerate(rows, 1):
        noi = f"{_KEY}[{number}]"
        wrong = list(_faults(row, noi, codes, {one.ma for one in found}))
        faults += wrong
        if not wrong:
            found.append(Silence(row["ma"].strip(), " ".join(row["ly_do"].split())))
    if faults:
        raise InputFaults(faults)
    return tuple(found)


def _faults(row: object, noi: str, codes: tuple[str, ...], before: set[str]) -> Iterator[Fault]:
    if not isinstance(row, Mapping):
        yield Fault(noi, "Mỗi mục gồm “ma” (mã quy tắc) và “ly_do” (lý do).")
        return
    for key in row:
        if key not in ("ma", "ly_do"):
            yield Fault(f"{noi}.{key}", f"Không có mục {quoted(str(key))}.", "Chỉ có “ma” và “ly_do”.")
    ma, ly_do = row.get("ma"), row.get("ly_do")
    if not isinstance(ma, str) or not ma.strip():
        yield Fault(f"{noi}.ma", "Thiếu mã quy tắc.", "Mã đứng trong ngoặc vuông ở mỗi điểm của báo cáo.")
    elif ma.strip() not in codes:
        close = difflib.get_close_matches(ma.strip(), codes, n=1)
        yield Fault(f"{noi}.ma", f"Không có quy tắc {quoted(ma.strip())}.", f"Có phải là {close[0]}?" if close else "")
    elif ma.strip() in before:
        yield Fault(f"{noi}.ma", f"Quy tắc {ma.strip()} đã ghi ở trên.", "Hãy giữ lại một.")
    if not isinstance(ly_do, str) or len(ly_do.strip()) < _LEAST_REASON:
        yield Fault(
            f"{noi}.ly_do", "Thiếu lý do.", "Hãy ghi vì sao cơ quan không theo quy tắc này, dựa vào văn bản nào."
        )
