"""Letters that number the points (điểm) of a text: a) b) c) d) đ) e) g) and so on.

The order is that of the Vietnamese alphabet without the letters with a mark (ă â ê ô ơ ư), đ excepted, as
laws and official papers print it: 23 letters. NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 6, điểm đ asks for
"các chữ cái tiếng Việt theo thứ tự bảng chữ cái tiếng Việt" and says nothing of a 24th point; here it is ``aa``,
then ``ab``, …, ``ay``, ``ba``, which every reader can put in order. A caller that warns compares with
:data:`SO_CHU`.
"""

from __future__ import annotations

from docgen.vietnamese.refusal import RefusedError, quoted

BANG_CHU = "abcdđeghiklmnopqrstuvxy"
"""The letters, in order."""

SO_CHU = len(BANG_CHU)
"""How many points have a letter of their own; from the next one on two letters are used."""


def chu_cai(n: int) -> str:
    """The letter of point ``n`` (1 → ``a``, 5 → ``đ``, 23 → ``y``, 24 → ``aa``); :class:`RefusedError` below 1."""
    if isinstance(n, bool) or not isinstance(n, int):
        raise TypeError(f"chu_cai takes an int, not {type(n).__name__}")
    if n < 1:
        raise RefusedError(f"Điểm thứ {n} không có chữ cái.", "Các điểm được đếm từ 1 (chữ a).")
    letters = ""
    while n:
        n, index = divmod(n - 1, SO_CHU)
        letters = BANG_CHU[index] + letters
    return letters


def tu_chu_cai(s: str) -> int:
    """The number of the point that ``s`` (lower case, NFC) letters: the inverse of :func:`chu_cai`.

    :class:`RefusedError` (a ``ValueError``) for an empty text and for a letter that numbers no point.
    """
    n = 0
    for c in s:
        if c not in BANG_CHU:
            raise RefusedError(
                f"{quoted(s)} không dùng để đánh thứ tự điểm.", f"Các chữ dùng được: {' '.join(BANG_CHU)}."
            )
        n = n * SO_CHU + BANG_CHU.index(c) + 1
    if not n:
        raise RefusedError("Thiếu chữ cái đánh thứ tự điểm.", f"Các chữ dùng được: {' '.join(BANG_CHU)}.")
    return n
