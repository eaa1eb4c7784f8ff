"""Numbers: in words, in digits with Vietnamese separators, and read back strictly.

House form of the words: ``linh`` (not lẻ), ``nghìn`` (not ngàn), ``tỷ`` (not tỉ), ``âm``, ``phẩy``;
``mốt``, ``tư``, ``lăm`` after ``mươi`` and ``lăm`` after ``mười``, elsewhere ``một``, ``bốn``, ``năm`` (a hundred
and four is ``một trăm linh bốn``). After the first group every group that is not zero is read in full, with
``không trăm``; groups of zeros are passed over: 1 050 000 is ``một triệu không trăm năm mươi nghìn``, 1 000 001
``một triệu không trăm linh một``. Above ``tỷ``: ``nghìn tỷ``, ``triệu tỷ``, ``tỷ tỷ``; the unit ``tỷ`` is said once
for its nine digits (``một nghìn hai trăm tỷ``).
Behind ``phẩy``: zeros one by one, then the rest as a number (``12,05`` … phẩy không năm, ``12,50`` … phẩy năm mươi);
more than three digits are read one by one.

num2words 0.5.14 is right in Vietnamese from 0 to 999 and wrong above (1 001, 1 050 000), below 0 and behind the
comma; so it is asked for single groups only.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

from num2words import num2words

from docgen.vietnamese.refusal import RefusedError, quoted

GIOI_HAN = 10**27
"""Words are given below this bound: beyond ``tỷ tỷ`` nobody reads them."""

_MOST_DIGITS = 1000
"""Digits before and behind the comma: 1E+999999999 is six signs to type and a gigabyte to print."""

_KIND = "Viết số như 1.234.567,89: dấu chấm tách từng nhóm ba chữ số, dấu phẩy đứng trước phần thập phân."
_NUMBER = re.compile(r"[-−]?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?")


def doc_so(n: int | Decimal | str) -> str:
    """The words of a number, lower case: ``doc_so(1015)`` → ``một nghìn không trăm mười lăm``.

    n: an int, a finite Decimal, or a text that :func:`doc_viet_so` reads; digits behind the comma are read as
    they stand, ending zeros too. Absolute value below 10^27. :class:`RefusedError` otherwise; a float is a
    ``TypeError``, for it has already lost what was typed.
    """
    value = _decimal(n)
    if value.copy_abs() >= GIOI_HAN:
        raise RefusedError(
            f"Số có {value.adjusted() + 1} chữ số, quá lớn để đọc thành chữ.", "Đọc được các số dưới 10^27."
        )
    whole, _, fraction = format(value.copy_abs(), "f").partition(".")
    words = [_whole(int(whole))]
    if value < 0:
        words.insert(0, "âm")
    if fraction:
        words += ["phẩy", _fraction(fraction)]
    return " ".join(words)


def doc_tien(n: int | Decimal | str) -> str:
    """An amount in đồng, in words: ``doc_tien(390_000_000)`` → ``Ba trăm chín mươi triệu đồng``.

    Takes and refuses what :func:`doc_so` does; a part behind the comma that is zero is not read.
    """
    value = _decimal(n)
    words = doc_so(int(value) if value == value.to_integral_value() else value)
    return f"{words[0].upper()}{words[1:]} đồng"


def viet_so(n: int | Decimal, le: int | None = None) -> str:
    """``1.234.567,89``: ``.`` between groups of three, ``,`` before the decimals, ``-`` before a negative.

    le: how many decimals to print, rounded half away from zero when there are more (by the caller's order,
    never unasked) and filled with zeros when fewer; None: exactly those ``n`` has. Exact up to a thousand
    digits on either side, :class:`RefusedError` beyond.
    """
    value = _decimal(n)
    if le is not None:
        if le < 0:
            raise ValueError("le counts decimals and cannot be negative")
        exact = Context(prec=max(28, value.adjusted() + le + 2, le + 2), rounding=ROUND_HALF_UP)
        value = value.quantize(Decimal(1).scaleb(-le), context=exact)
    whole, _, fraction = format(value.copy_abs(), "f").partition(".")
    first = len(whole) % 3 or 3
    grouped = ".".join([whole[:first], *(whole[i : i + 3] for i in range(first, len(whole), 3))])
    return ("-" if value < 0 else "") + grouped + ("," + fraction if fraction else "")


def doc_viet_so(text: str) -> Decimal:
    """The exact value of a number in Vietnamese digits: ``1.234.567,89``, ``1234567,89``, ``05``, ``-3,5``.

    Groups of three are whole or absent; the decimals keep their zeros; blanks around are ignored; the minus
    sign is ``-`` or ``−``. :class:`RefusedError`, with the reason, for anything else (``1.234.56``, ``1.5``,
    ``1,234.50``, ``5 triệu``): a guess here would be a wrong amount.
    """
    stripped = text.strip()
    if not _NUMBER.fullmatch(stripped):
        raise RefusedError(*_not_a_number(stripped))
    return Decimal(stripped.replace("−", "-").replace(".", "").replace(",", "."))


def _decimal(n: int | Decimal | str) -> Decimal:
    if isinstance(n, bool) or not isinstance(n, int | Decimal | str):
        raise TypeError(f"expected int, Decimal or str, not {type(n).__name__}")
    value = doc_viet_so(n) if isinstance(n, str) else Decimal(n)
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):  # NaN or infinity
        raise RefusedError(f"{value} không phải là một số viết được.", _KIND)
    if value.adjusted() >= _MOST_DIGITS or exponent < -_MOST_DIGITS:
        raise RefusedError(f"Số có hơn {_MOST_DIGITS} chữ số.", "Hãy xem lại số.")
    return value


def _whole(n: int) -> str:
    """Words of n ≥ 0: blocks of nine digits, each with its ``tỷ`` …, made of groups of three."""
    if n == 0:
        return _group(0)
    words: list[str] = []
    digits = str(n)
    digits = digits.zfill(-(-len(digits) // 9) * 9)
    for start in range(0, len(digits), 9):
        block = digits[start : start + 9]
        if int(block) == 0:
            continue
        for offset, unit in ((0, "triệu"), (3, "nghìn"), (6, "")):
            group = int(block[offset : offset + 3])
            if group:
                words.append(_group_in_full(group) if words else _group(group))
                words.append(unit)
        words += ["tỷ"] * (len(digits) // 9 - start // 9 - 1)
    return " ".join(word for word in words if word)


def _group_in_full(n: int) -> str:
    """Words of 1..999 behind a higher group: the hundreds are said even when there are none."""
    if n >= 100:
        return _group(n)
    return f"không trăm linh {_group(n)}" if n < 10 else f"không trăm {_group(n)}"


@cache
def _group(n: int) -> str:
    """Words of 0..999 in the house form."""
    words = str(num2words(n, lang="vi"))
    return words.replace("lẻ", "linh").replace("mươi bốn", "mươi tư")


def _fraction(digits: str) -> str:
    rest = digits.lstrip("0")
    if len(digits) > 3 or not rest:
        return " ".join(_group(int(digit)) for digit in digits)
    return " ".join([_group(0)] * (len(digits) - len(rest)) + [_group(int(rest))])


def _not_a_number(text: str) -> tuple[str, str]:
    """Why ``text`` is not a Vietnamese number, and what would be right."""
    if not text:
        return "Chưa ghi số.", _KIND
    if re.fullmatch(r"[-−]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?|[-−]?[0-9]{1,3}(,[0-9]{3}){2,}", text):
        right = text.translate(str.maketrans(",.", ".,"))
        return f"Số {quoted(text)} viết theo kiểu Anh - Mỹ.", f"Viết theo kiểu Việt Nam là {right}."
    if len(text) > _MOST_DIGITS:
        return f"{quoted(text)} không phải là số.", _KIND
    if re.fullmatch(r"[-−]?([0-9]+\.([0-9]{1,2}|[0-9]{4,})|0\.[0-9]+)", text):
        meant = text.replace(".", ",")
        return (
            f"Số {quoted(text)} có dấu chấm không tách thành nhóm ba chữ số.",
            f"Nếu là số thập phân thì viết {meant}. {_KIND}",
        )
    if re.fullmatch(r"[-−]?[0-9.]*[0-9][0-9.]*(,[0-9]*)?", text):
        return f"Số {quoted(text)} có dấu chấm tách nhóm không đúng chỗ hoặc thiếu chữ số.", _KIND
    if text.count(",") > 1 and re.fullmatch(r"[-−]?[0-9.,]+", text):
        return f"Số {quoted(text)} có hơn một dấu phẩy.", _KIND
    if re.search("[0-9]", text) and re.fullmatch(r"[-−]?[0-9.,\s]+", text):
        return f"Số {quoted(text)} có khoảng trắng ở giữa hoặc dấu không đúng chỗ.", _KIND
    return f"{quoted(text)} không phải là số.", f"{_KIND} Chỉ ghi số, không ghi đơn vị hay dấu khác."
