"""How a Vietnamese reader says a whole number, digit by digit: the judge of docgen.vietnamese.numbers.

Written from the rules of speech and not from the code it judges: it walks over the single digits from the left
and knows of each only its place in the group, its neighbours and whether a digit other than zero came before.
"""

from __future__ import annotations

_DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def read_aloud(n: int) -> str:
    """Words of ``n`` ≥ 0 with linh, mốt / tư / lăm, nghìn and tỷ."""
    digits = [int(c) for c in str(n)]
    if digits == [0]:
        return "không"
    said: list[str] = []
    for at, digit in enumerate(digits):
        place = len(digits) - 1 - at  # 0 = units of the whole number
        in_group = place % 3
        group = [digits[i] if i >= 0 else None for i in range(at - (2 - in_group), at - (2 - in_group) + 3)]
        _hundreds, tens, units = group
        if any(group):
            if in_group == 2:
                said += [_DIGITS[digit], "trăm"]
            elif in_group == 1:
                said += _tens(digit, units)
            else:
                said += _units(digit, tens)
        if in_group == 0:
            said += _names_after(place, any(group), any(any(g) for g in _groups_of_block(digits, place)))
    return " ".join(said)


def _tens(digit: int, units: int | None) -> list[str]:
    if digit == 0:
        return ["linh"] if units else []
    return ["mười"] if digit == 1 else [_DIGITS[digit], "mươi"]


def _units(digit: int, tens: int | None) -> list[str]:
    if digit == 0:
        return []
    if tens and digit == 5:
        return ["lăm"]
    if tens and tens > 1 and digit in (1, 4):
        return ["mốt" if digit == 1 else "tư"]
    return [_DIGITS[digit]]


def _groups_of_block(digits: list[int], place: int) -> list[list[int]]:
    """The groups of three of the nine digits whose last one stands at ``place`` (meaningful at 9, 18, …)."""
    end = len(digits) - place
    return [digits[max(0, stop - 3) : stop] for stop in (end, end - 3, end - 6) if stop > 0]


def _names_after(place: int, group_says: bool, block_says: bool) -> list[str]:
    """The unit words behind the last digit of a group."""
    names = {0: [], 3: ["nghìn"], 6: ["triệu"]}[place % 9] if group_says else []
    if place % 9 == 0 and block_says:
        return ["tỷ"] * (place // 9)
    return list(names)
