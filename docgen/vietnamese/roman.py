"""Roman numerals, as in ``Phần I`` and ``Quý IV``."""

from __future__ import annotations

from docgen.vietnamese.refusal import RefusedError, quoted

LON_NHAT = 3999
"""The greatest number that I V X L C D M can write."""

_VALUES = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def la_ma(n: int) -> str:
    """``n`` (1..3999) in capital Roman numerals; :class:`RefusedError` outside that range."""
    if isinstance(n, bool) or not isinstance(n, int):
        raise TypeError(f"la_ma takes an int, not {type(n).__name__}")
    if not 1 <= n <= LON_NHAT:
        raise RefusedError(f"Số {n} không viết được bằng chữ số La Mã.", f"Chữ số La Mã viết được từ 1 đến {LON_NHAT}.")
    written = []
    for value, sign in _VALUES:
        times, n = divmod(n, value)
        written.append(sign * times)
    return "".join(written)


def tu_la_ma(s: str) -> int:
    """The number 1..3999 that ``s`` writes; only the canonical form in capitals (``IV``, not ``IIII``, not ``iv``).

    :class:`RefusedError` (a ``ValueError``) for anything else, with the canonical form where the value is plain.
    """
    n = rest = 0
    value = {sign: number for number, sign in _VALUES if len(sign) == 1}
    if not s or len(s) > len("MMMDCCCLXXXVIII") or any(c not in value for c in s):
        raise RefusedError(f"{quoted(s)} không phải là chữ số La Mã.", "Chỉ dùng các chữ I, V, X, L, C, D, M viết hoa.")
    for c in reversed(s):
        n += value[c] if value[c] >= rest else -value[c]
        rest = max(rest, value[c])
    if not 1 <= n <= LON_NHAT or la_ma(n) != s:
        meant = f"Có phải là {la_ma(n)} ({n})?" if 1 <= n <= LON_NHAT else ""
        raise RefusedError(f"{quoted(s)} không đúng cách viết chữ số La Mã.", meant)
    return n
