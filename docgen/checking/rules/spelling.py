"""Spelling that can be judged without a dictionary: impossible syllables, known slips, odd letters.

Most misspellings are other words (``Huyên`` for ``Huyện``): only a reader finds those.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from docgen.checking.clauses import NGON_NGU
from docgen.checking.finding import Chac, Finding
from docgen.checking.judged import Judged
from docgen.checking.language.letters import HOA, NHO
from docgen.checking.language.misspellings import MISSPELLINGS, right
from docgen.checking.language.places import inside
from docgen.checking.language.prose import Line, prose, spot
from docgen.checking.language.words import Word, plain_words
from docgen.checking.rule import rule
from docgen.standards import Sure
from docgen.vietnamese.syllables import SyllableFault, syllable_fault
from docgen.vietnamese.text import invisible

_WHY: Final = {
    "van": "không phải là một âm tiết tiếng Việt",
    "am-dau": "viết sai phụ âm đầu",
    "thanh": "thiếu dấu sắc hoặc dấu nặng",
    "cho-dau": "đặt dấu thanh sai chỗ",
}
_LEAST_IN_CAPITALS: Final = 3
_TWICE: Final = re.compile(
    r"(?<!\w)(?P<tu>các|và|của|trong|được|là|với|cho|tại|theo|về|những|đến|khi|này|để|đã|sẽ|cũng|bằng|trên|thì|mà)"
    r"[ \u00a0]+(?P=tu)(?!\w)",
    re.IGNORECASE,
)
_TWO_CAPITALS: Final = re.compile(rf"(?<![\w.&-])(?P<tu>[{HOA}]{{2}}[{NHO}]{{2,5}})(?![\w.&-])")
_ALIKE: Final = re.compile("[ÐðɖƉ\u0370-\u03ff\u0400-\u04ff]")
_DRAWN: Final = re.compile("[\u00ad\\s]*")
_KIN: Final = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"}


@rule("NN-chinh-ta-1", ten="Âm tiết không có trong tiếng Việt", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def am_tiet(p: Judged) -> Iterator[Finding]:
    """Mỗi âm tiết phải viết đúng quy tắc ghép phụ âm đầu, vần và thanh.

    Chỉ xét chữ có dấu tiếng Việt, không xét tên riêng, từ có gạch nối và từ nước ngoài. Một từ viết sai mà vẫn là âm
    tiết có thật ("lòng ghép") thì quy tắc này không thấy.
    Sai: "thưc hiện", "nghành", "qủa". Đúng: "thực hiện", "ngành", "quả".
    """
    seen: dict[str, tuple[Line, Word, SyllableFault, int]] = {}
    for line in prose(p):
        for word in plain_words(line.text):
            fault = syllable_fault(word.text)
            if fault is None or not _is_judged(line, word, fault):
                continue
            key = word.text.lower()
            first = seen.get(key)
            seen[key] = (*first[:3], first[3] + 1) if first else (line, word, fault, 1)
    for line, word, fault, count in seen.values():
        more = f" ({count} chỗ trong văn bản)" if count > 1 else ""
        chac: Chac = "chac" if word.text.islower() else "co-le"
        yield spot(p, line, word.khoang, f"“{word.text}” {_WHY[fault.loai]}{more}.", can=fault.dung, chac=chac)


def _is_judged(line: Line, word: Word, fault: SyllableFault) -> bool:
    """Small letters are; of capitals, which may be names or abbreviations, only what is surely wrong."""
    if word.text.islower():
        return True
    if word.text.isupper():
        return line.hoa and len(word.text) >= _LEAST_IN_CAPITALS and fault.loai in {"cho-dau", "thanh"} and _toned(word)
    if not word.text[1:].islower() or inside(line.text, word.tu):
        return False
    return fault.loai == "cho-dau" or (fault.loai == "am-dau" and word.text[:2] == "Ng")


def _toned(word: Word) -> bool:
    marks = unicodedata.normalize("NFD", word.text)
    return any(mark in marks for mark in "\u0300\u0309\u0303\u0301\u0323")


@rule("NN-chinh-ta-2", ten="Lỗi chính tả thường gặp", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def thuong_gap(p: Judged) -> Iterator[Finding]:
    """Một danh sách ngắn những cụm từ hay viết sai mà cách viết sai không có nghĩa.

    Sai: "bổ xung", "lòng ghép", "chia sẽ". Đúng: "bổ sung", "lồng ghép", "chia sẻ".
    """
    for line in prose(p):
        for m in MISSPELLINGS.finditer(line.gap.lower()):
            can, sure = right(m)
            shown = line.text[m.start() : m.end()]
            if shown[:1].isupper():
                can = can[0].upper() + can[1:]
            loi = f"“{shown}” có lẽ là “{can}” viết sai."
            yield spot(p, line, m.span(), loi, can=can, chac="chac" if sure else "co-le")


@rule("NN-chinh-ta-3", ten="Một từ viết hai lần liền nhau", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def hai_lan(p: Judged) -> Iterator[Finding]:
    """Từ như "các", "và", "của" không đứng hai lần liền nhau.

    Sai: "của của đơn vị". Đúng: "của đơn vị".
    """
    for line in prose(p):
        m = _TWICE.search(line.text)
        if m:
            yield spot(p, line, m.span(), f"“{m['tu']}” viết hai lần liền nhau.", can=m["tu"])


@rule("NN-chinh-ta-4", ten="Hai chữ hoa đầu từ", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def hai_chu_hoa(p: Judged) -> Iterator[Finding]:
    """Chỉ viết hoa chữ cái đầu; hai chữ hoa liền nhau thường do giữ phím Shift quá lâu.

    Sai: "TRiển khai", "THực hiện". Đúng: "Triển khai", "Thực hiện".
    """
    for line in prose(p):
        for m in _TWO_CAPITALS.finditer(line.text):
            word = m["tu"]
            # An abbreviation (ThS, QyĐ, UBNDtx) has no Vietnamese mark, or is no syllable.
            if _toned_or_marked(word) and syllable_fault(word) is None:
                can = word[0] + word[1:].lower()
                yield spot(p, line, m.span("tu"), f"“{word}” có hai chữ hoa ở đầu.", can=can)
                break


def _toned_or_marked(word: str) -> bool:
    return any(not char.isascii() for char in word)


@rule("NN-ky-tu-1", ten="Ký tự lạ hoặc không nhìn thấy", dieu_khoan=NGON_NGU, sure=Sure.K, muc="thong-tin")
def ky_tu_la(p: Judged) -> Iterator[Finding]:
    """Chữ giống chữ Việt nhưng là ký tự khác (Ð thay cho Đ), và ký tự không nhìn thấy, làm sai khi tìm kiếm.

    Sai: "Ðoàn" (ký tự U+00D0). Đúng: "Đoàn" (U+0110).
    """
    for line in prose(p):
        m = next((m for m in _ALIKE.finditer(line.text) if _within_a_word(line.text, m.start())), None)
        if m:
            shown = f"“{m.group()}” (U+{ord(m.group()):04X})"
            loi = f"Ký tự {shown} không phải chữ tiếng Việt."
            yield spot(p, line, m.span(), loi, can=_KIN.get(m.group(), "chữ tiếng Việt"))
    # A row of soft hyphens is a line that somebody drew.
    hidden = [
        (line, found[0], len(found))
        for line in prose(p)
        if (found := invisible(line.text)) and not _DRAWN.fullmatch(line.text)
    ]
    if hidden:
        line, (at, char, name), _ = hidden[0]
        count = sum(one[2] for one in hidden)
        loi = f"Văn bản có {count} ký tự không nhìn thấy; đầu tiên là {name}."
        yield spot(p, line, (at, at + len(char)), loi, thay=name, can="bỏ ký tự này")


def _within_a_word(text: str, at: int) -> bool:
    """Whether Latin letters stand beside it: alone it may be a formula or a foreign word."""
    beside = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return any(char.isalpha() and "LATIN" in unicodedata.name(char, "") for char in beside)


RULES: Final = (am_tiet, thuong_gap, hai_lan, hai_chu_hoa, ky_tu_la)
