"""Which words can be Vietnamese syllables: onset, rime and tone by the rules of spelling.

A syllable that these rules allow need not be a word (``nhưn``, ``lòng`` for ``lồng``): what is refused is surely
misspelt, what is allowed may still be. Only words that carry a mark of Vietnamese are judged, in small letters or
capitals; words of several syllables (``ôtô``, ``vắcxin``) and words without marks may be foreign and are let pass.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from docgen.vietnamese.text import nfc

Loai = Literal["van", "am-dau", "thanh", "cho-dau"]

_TONES: Final = "\u0300\u0309\u0303\u0301\u0323"
_ACUTE, _DOT = "\u0301", "\u0323"
_VOWELS: Final = "aăâeêioôơuưy"
_MARKED: Final = "ăâêôơư"
_FRONT: Final = "eêiy"

_ONSETS: Final = (
    "ngh", "ng", "nh", "gh", "gi", "ch", "kh", "ph", "th", "tr", "qu",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_ALL_RIMES: Final = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y
    o oc oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet
    uân uâng uât uây uê uêch uên uênh uêt uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt
"""
_RIMES: Final = frozenset(_ALL_RIMES.split())
_RIMES_ALONE: Final = frozenset(("yêm", "yên", "yêng", "yêt", "yêu"))
_RIMES_OF_QU: Final = frozenset(("y", "ych", "yn", "ynh", "yt", "yu", "yên", "yêt", "yêu", "ơn", "ôc"))
_RIMES_OF_G: Final = frozenset(("i", "in", "im", "iêc", "iêng", "iêt", "iêm", "iên"))
_SHARED_WITH_QU: Final = re.compile(r"[aăâeê].*|i|ich|in|inh|ip|it|iu|ơ|ơi|ơt")
_STOPPED: Final = re.compile(r"(?:c|ch|p|t)$")
_CLUSTERS: Final = re.compile(f"[{_VOWELS}]+")
_EITHER_WAY: Final = frozenset({"oa", "oe", "uy"})
_OTHER_SPELLING: Final = {"ng": "ngh", "ngh": "ng", "g": "gh", "gh": "g", "c": "k", "k": "c"}


@dataclass(frozen=True, slots=True)
class SyllableFault:
    """Why a word can be no syllable.

    loai: "van" no such rime or onset; "am-dau" this onset is spelt otherwise before this vowel (``nghành``); "thanh"
    a syllable that ends in c, ch, p, t carries sắc or nặng (``đươc``); "cho-dau" the tone stands on a letter that
    does not take it (``qủa``). dung: what would be right, "" when it cannot be known.
    """

    loai: Loai
    dung: str = ""


@lru_cache(maxsize=20_000)
def syllable_fault(word: str) -> SyllableFault | None:
    """Tell why ``word`` cannot be one Vietnamese syllable; None when it can, or when it is not judged."""
    letters, tones = _apart(nfc(word).lower())
    if not _judged(letters, tones):
        return None
    if len(tones) > 1:
        return SyllableFault("van")
    tone, at = tones[0] if tones else ("", -1)
    faults = [_parsed(onset, letters[len(onset) :], tone, at) for onset in _ONSETS if letters.startswith(onset)]
    if not all(faults):
        return None
    order: tuple[Loai, ...] = ("cho-dau", "thanh", "am-dau", "van")
    loai = min((fault[0] for fault in faults if fault), key=order.index)
    dung = next((fault[1] for fault in faults if fault and fault[0] == loai and fault[1]), "")
    return SyllableFault(loai, _cased(dung, word))


def is_shaped(word: str) -> bool:
    """Whether the letters of ``word``, its tone aside, are those of a Vietnamese syllable: ``phong``, ``toan``."""
    letters, tones = _apart(nfc(word).lower())
    found = (onset for onset in _ONSETS if letters.startswith(onset) and len(letters) > len(onset))
    return len(tones) <= 1 and any(_fits(onset, letters[len(onset) :]) for onset in found)


def _apart(word: str) -> tuple[str, list[tuple[str, int]]]:
    """Take the tones off: the letters without them, and each tone with the index of its letter."""
    letters = ""
    tones: list[tuple[str, int]] = []
    for char in word:
        parts = unicodedata.normalize("NFD", char)
        tones += [(mark, len(letters)) for mark in parts if mark in _TONES]
        letters += nfc("".join(mark for mark in parts if mark not in _TONES))
    return letters, tones


def _judged(letters: str, tones: list[tuple[str, int]]) -> bool:
    if not letters.isalpha() or not (tones or any(char in "đ" + _MARKED for char in letters)):
        return False
    if any(char not in "abcdđeghiklmnopqrstuvxyfjwz" + _MARKED for char in letters):
        return False
    # In "giữ", "quốc" the first vowel letter belongs to the onset; it is the same cluster.
    return len(_CLUSTERS.findall(letters)) == 1


def _parsed(onset: str, rime: str, tone: str, at: int) -> tuple[Loai, str] | None:
    """Judge one way of cutting the word; the second of the pair is the right spelling, if known."""
    if not _fits(onset, rime):
        return ("van", "")
    if _STOPPED.search(rime) and tone not in {_ACUTE, _DOT}:
        return ("thanh", "")
    if tone and at - len(onset) not in _places(rime):
        return ("cho-dau", _written(onset, rime, tone))
    before_front = rime[0] in _FRONT
    wrong = (onset in {"ng", "g", "c"} and before_front and not (onset == "g" and rime in _RIMES_OF_G)) or (
        onset in {"ngh", "gh", "k"} and not before_front
    )
    return ("am-dau", _written(_OTHER_SPELLING[onset], rime, tone)) if wrong else None


def _fits(onset: str, rime: str) -> bool:
    if onset == "qu":
        return rime in _RIMES_OF_QU or (rime in _RIMES and _SHARED_WITH_QU.fullmatch(rime) is not None)
    if onset == "gi" and rime.startswith(("i", "y")):
        return False
    return rime in _RIMES or (onset == "" and rime in _RIMES_ALONE)


def _places(rime: str) -> frozenset[int]:
    """Indexes in ``rime`` of the letters that may carry the tone."""
    if rime in _EITHER_WAY:
        return frozenset({0, 1})
    start = 1 if re.match(r"o[aăe]|u[âêơy]|oo", rime) else 0
    if rime[start : start + 2] in {"iê", "yê", "uô", "ươ"}:
        start += 1
    return frozenset({start})


def _written(onset: str, rime: str, tone: str) -> str:
    if not tone:
        return onset + rime
    at = min(_places(rime))
    return onset + rime[:at] + nfc(rime[at] + tone) + rime[at + 1 :]


def _cased(found: str, like: str) -> str:
    if like.isupper():
        return found.upper()
    return found[:1].upper() + found[1:] if like[:1].isupper() else found
