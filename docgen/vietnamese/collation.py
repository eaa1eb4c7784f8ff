"""Vietnamese alphabetical order, the same as ICU and CLDR give for ``vi``.

Letters first (a ă â b c d đ e ê … o ô ơ … u ư … y, blanks and signs before digits, digits before letters), over
the whole text; then tones (ngang huyền hỏi ngã sắc nặng); then small before capital. DUCET and byte order are
wrong for Vietnamese: they put ``má`` before ``mả`` and ``Đà Nẵng`` before ``Dak Lak``.
"""

from __future__ import annotations

import unicodedata

from docgen.vietnamese.text import nfc

# The part of the CLDR root order that Vietnamese papers use; blanks come before all of it.
_SIGNS = "_-–—,;:!?.'\"«»()[]{}§@*/\\&#%•`´^°+±÷×<=>|~−$£¥₫€"
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_SAME_SIGN = {"‘": ("'", 1), "’": ("'", 2), "“": ('"', 1), "”": ('"', 2), "\u00a0": (" ", 1)}
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_SHAPES = "\u0306\u0302\u031b"

Khoa = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[int, ...]]


def khoa(s: str) -> Khoa:
    """The sort key of ``s``: ``sorted(names, key=khoa)``.

    Equal to ICU's order for Vietnamese, English and the signs of ordinary papers; other letters come after z
    and other signs before the digits, by code point. Controls and zero-width characters do not count.
    """
    primary: list[tuple[int, int]] = []
    secondary: list[int] = []
    tertiary: list[int] = []
    for char in nfc(s).replace("…", "..."):
        char, variant = _SAME_SIGN.get(char, (char, 0))
        letter, marks = _letter_and_marks(char)
        weight = _weight(letter)
        if weight is not None:
            primary.append(weight)
            secondary.append(0)
            tertiary.append(variant or int(letter != letter.lower()))
        for mark in marks:
            secondary.append(1 + _TONES.index(mark) if mark in _TONES else 1 + ord(mark))
            tertiary.append(0)
    return tuple(primary), tuple(secondary), tuple(tertiary)


def _letter_and_marks(char: str) -> tuple[str, str]:
    """``ậ`` → ``("â", dot below)``: breve, circumflex and horn make letters, the rest are tones."""
    decomposed = unicodedata.normalize("NFD", char)
    if unicodedata.combining(decomposed[0]):
        return "", decomposed
    letter, marks = decomposed[0], ""
    for mark in decomposed[1:]:
        shaped = nfc(letter + mark)
        if mark in _SHAPES and shaped.lower() in _LETTERS:
            letter = shaped
        else:
            marks += mark
    return letter, marks


def _weight(letter: str) -> tuple[int, int] | None:
    """(class, place in class), or None for what does not count."""
    lower = letter.lower()
    if lower and lower in _LETTERS:
        return 3, _LETTERS.index(lower)
    if letter.isdecimal():
        return 2, unicodedata.decimal(letter)
    if letter.isspace():
        return 0, ord(letter)
    if letter in _SIGNS:
        return (1, _SIGNS.index(letter)) if letter else None
    if unicodedata.category(letter) in ("Cc", "Cf"):
        return None
    return (4, ord(lower[0])) if letter.isalpha() else (1, len(_SIGNS) + ord(letter))
