"""Folding for search and for "did you mean": never for what is printed."""

from __future__ import annotations

import unicodedata


def khong_dau(s: str) -> str:
    """``s`` in lower case without any mark: ``"Đắk Lắk"`` → ``"dak lak"``; blanks and signs stay.

    Composed and decomposed spellings fold to the same; folding twice changes nothing more.
    """
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFD", s).casefold())
    return "".join("d" if c == "đ" else c for c in folded if unicodedata.category(c) != "Mn")
