"""The lines of a signature: authority, office, note of the signing, name.

NĐ 30, Phụ lục I, mục II, khoản 7 (``TM.``, ``KT.``, ``TL.``, ``TUQ.``, ``Q.``); Party: ``T/M``, ``K/T``, ``T/L``.
"""

from __future__ import annotations

import re
from typing import Final

from docgen.reading.parts.folding import letters
from docgen.reading.parts.lexicon import is_body, is_office
from docgen.reading.parts.view import Piece, View

_AUTHORITY: Final = re.compile(
    r"\W*(?:(?:TM|KT|TL|TUQ|Q|TU|Tm|Kt|Tl|Tuq)\s?\.\s?|(?:T/M|K/T|T/L|T/UQ)\.?\s?|(?:TM|KT|TL|TUQ)\s)(?P<chu>[^\W\d_])"
)
_NOTE: Final = re.compile(
    r"(?:da ky|chu ky|ky ten|ky|ky va ghi ro ho ten|ky ghi ro ho ten|ky ten dong dau|ky ten va dong dau|"
    r"ky dong dau|ky ten ghi ro ho ten|chu ky ho ten|da ky va dong dau|chu ky dau|chu ky cua nguoi co tham quyen dau"
    r"[\w ]*|ky ro ho ten|(?:ky ten |ky |ghi |va |ro |ho ten |dong dau |neu co |chu ky |so |dien tu |cua ){2,})"
)
_DIGITAL: Final = re.compile(r"(?:nguoi ky|ky boi|co quan|email|thoi gian ky|chu ky so)\b.*[:@]")
# Ranks and degrees stand before some names (armed forces, schools, hospitals).
_DEGREE: Final = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|Ths|ThS|BS|BSCKI{1,2}|BSCK|DS|CN|KS|NGƯT|NGND|NSND|NSƯT|TTND|TTƯT|LS|CK\.?I{1,2})\s?[.,]?\s?)+"
    r"|(?:Thiếu|Trung|Thượng|Đại)\s(?:tướng|tá|úy|uý)\s|Đại tướng\s|(?:Ông|Bà|Đ/c|Đồng chí)[:.]?\s"
)
_MOST_WORDS: Final = 7
_MOST_CAPITALS: Final = 5
_LONGEST: Final = 60


def is_authority(shown: str) -> bool:
    """Whether a line begins with ``TM.``, ``KT.``, ``T/M`` … and capitals."""
    found = _AUTHORITY.match(shown)
    return found is not None and found["chu"].isupper()


def is_sign_note(folded: str) -> bool:
    """Whether a line stands for the signature: ``(đã ký)``, ``(Ký, ghi rõ họ tên)``, or a digital one."""
    words = letters(folded)
    return _NOTE.fullmatch(words) is not None or _NOTE.fullmatch(f"{words} ") is not None or is_digital(folded)


def is_digital(folded: str) -> bool:
    """Whether a line comes from the picture of a digital signature."""
    return _DIGITAL.match(folded) is not None


def is_office_line(view: View, one: Piece) -> bool:
    """Whether a line is an office: it begins with one, in capitals, and is no sentence."""
    return is_office(one.fold) and view.caps(one) and len(one.text) <= 2 * _LONGEST


def is_name(text: str) -> bool:
    """Whether ``text`` reads as a person's name: two to seven words, each with a capital and small letters."""
    words = _DEGREE.sub("", text.strip(), count=1).split()
    if not 1 < len(words) <= _MOST_WORDS or len(text) > _LONGEST:
        return False
    return all(_is_name_word(word) for word in words) and not is_title_words(text)


def _is_name_word(word: str) -> bool:
    parts = [part for part in re.split(r"[-’'.]", word) if part]
    return bool(parts) and all(p[0].isupper() and p.isalpha() and (len(p) == 1 or not p.isupper()) for p in parts)


def is_title_words(text: str) -> bool:
    """Whether words with capitals are an office or a body rather than a person: ``Phó Giám đốc``, ``Sở Y tế``."""
    folded = letters(text.lower())
    return folded.startswith(_OFFICE_NOT_NAME) or (is_body(folded) and len(folded.split()) < 2)


_OFFICE_NOT_NAME: Final = ("pho giam doc", "giam doc", "chu tich", "pho chu tich", "truong ban", "dai dien", "thu ky")


def is_name_in_capitals(text: str) -> bool:
    """Whether ``text`` can be a name typed in capitals: two to five words of letters, no office, no body."""
    words = text.split()
    folded = letters(text.lower())
    alone = all(word.isalpha() for word in words)
    return alone and 1 < len(words) <= _MOST_CAPITALS and not is_body(folded) and not is_office(folded)
