"""Finding the tags in a paragraph's text, and what is wrong with their brackets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

LONGEST_TAG: Final = 1000
MAX_TAGS: Final = 5000
_MAX_PROBLEMS: Final = 20
# Stands in a paragraph's text for whatever is no text (a picture, a field, a footnote mark).
OBJECT_CHAR: Final = "\ufffc"

_BRACKET: Final = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_CLOSER: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_HALF: Final = re.compile(r"\{[{%#][^{}]{1,200}\}")
_SCOPE: Final = re.compile(r"(p|tr|tc|r)\s+(?=\S)")
_STRING: Final = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)
_DASH: Final = re.compile(r"[\u2010-\u2015\u2212]")
# Word types these by itself; Jinja knows only the straight ones.
_QUOTES: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'"})


@dataclass(frozen=True)
class Tag:
    """A tag in a paragraph's text.

    opener: ``{{``, ``{%`` or ``{#``. scope: "" for a tag inside the line, ``p``, ``tr``, ``tc`` or ``r`` for one that
    stands for its whole paragraph, row, cell or run. code: what stands between, put right: NFC, straight quotes,
    plain blanks. start, end: its span in the text.
    """

    opener: str
    scope: str
    code: str
    start: int
    end: int

    @property
    def word(self) -> str:
        """The first word of a ``{% %}`` tag, such as ``if`` or ``endfor``."""
        return self.code.partition(" ")[0] if self.opener == "{%" else ""

    def __str__(self) -> str:
        scope = f"{self.scope} " if self.scope else " "
        return f"{self.opener}{scope}{self.code} {_CLOSER[self.opener]}"


@dataclass(frozen=True)
class Problem:
    """Something wrong in a paragraph's text: what, and what would be right.

    at: where the bracket stands that has no other end; -1 when the tag itself could be read.
    """

    loi: str
    sua: str
    at: int = -1


def scan(text: str) -> tuple[list[Tag], list[Problem]]:
    """The tags of one paragraph's text in order, and the faults of their brackets.

    Takes time linear in the text. Stops after 5,000 tags or 20 faults, with a fault.
    """
    tags: list[Tag] = []
    problems: list[Problem] = []
    found = _BRACKET.search(text)
    while found:
        if len(tags) > MAX_TAGS or len(problems) >= _MAX_PROBLEMS:
            problems.append(Problem("Đoạn này có quá nhiều thẻ hoặc quá nhiều lỗi.", "Hãy chia đoạn ra."))
            break
        opener = found.group()
        if opener not in _CLOSER:
            problems.append(_stray(text, found.start(), opener))
            found = _BRACKET.search(text, found.end())
            continue
        closer = _closing(text, found)
        if closer is not None and closer.group() == _CLOSER[opener]:
            tag, wrong = _tag(opener, text[found.end() : closer.start()], found.start(), closer.end())
            tags.append(tag)
            problems += wrong
            found = _BRACKET.search(text, closer.end())
        else:
            problems.append(_unclosed(text, found.start(), opener, closer))
            crossed = closer is not None and closer.group() not in _CLOSER
            found = _BRACKET.search(text, closer.end()) if closer is not None and crossed else closer
    return tags, problems


def _closing(text: str, opening: re.Match[str]) -> re.Match[str] | None:
    """The next bracket; inside a comment only ``#}`` counts."""
    if opening.group() == "{#":
        return re.compile(r"#\}").search(text, opening.end())
    return _BRACKET.search(text, opening.end())


def _tag(opener: str, inside: str, start: int, end: int) -> tuple[Tag, list[Problem]]:
    scope = ""
    if OBJECT_CHAR in inside:
        loi = f"Thẻ “{_short(opener + inside)}” bị một hình, một trường hoặc một dấu chú thích chen vào giữa."
        return Tag(opener, scope, "", start, end), [Problem(loi, "Hãy xóa rồi gõ lại cả thẻ liền một mạch.")]
    if len(inside) > LONGEST_TAG:
        loi = f"Thẻ “{_short(opener + inside)}” dài quá {LONGEST_TAG} ký tự."
        return Tag(opener, scope, "", start, end), [Problem(loi, "Hãy viết thẻ ngắn lại.")]
    matched = _SCOPE.match(inside)
    if matched:
        scope, inside = matched.group(1), inside[matched.end() :]
    code = _put_right(inside)
    problems = [] if opener == "{#" else _code_problems(opener, scope, code)
    return Tag(opener, scope, code.strip(), start, end), problems


def _put_right(code: str) -> str:
    """NFC and straight quotes everywhere, plain blanks outside quoted text."""
    code = unicodedata.normalize("NFC", code).translate(_QUOTES)
    pieces, last = [], 0
    for quoted in _STRING.finditer(code):
        pieces += [re.sub(r"\s+", " ", code[last : quoted.start()]), quoted.group()]
        last = quoted.end()
    pieces.append(re.sub(r"\s+", " ", code[last:]))
    return "".join(pieces).replace("\n", " ")


def _code_problems(opener: str, scope: str, code: str) -> list[Problem]:
    shown = f"{opener}{scope and scope + ' '}{code}{_CLOSER[opener]}"
    if scope and ("%" in code or "}" in code):
        loi = f"Thẻ “{_short(shown)}” có dấu % hoặc }} ở trong."
        return [Problem(loi, "Trong thẻ {%p, {%tr, {%tc, {%r hãy viết cách khác, ví dụ “is divisibleby”.")]
    if code[:1] in ("-", "+") or code[-1:] in ("-", "+"):
        return [Problem(f"Thẻ “{_short(shown)}” có dấu - hoặc + sát dấu ngoặc.", "Hãy bỏ dấu ấy đi.")]
    if _DASH.search(_STRING.sub("''", code)):
        loi = f"Thẻ “{_short(shown)}” có dấu gạch dài (– hoặc —), thường do Word tự sửa."
        return [Problem(loi, "Hãy gõ lại bằng dấu - trên bàn phím, hoặc bỏ đi nếu thừa.")]
    if not code.strip():
        return [Problem(f"Thẻ “{opener} {_CLOSER[opener]}” trống.", "Hãy viết tên cần điền vào, hoặc xóa thẻ.")]
    return []


def _stray(text: str, at: int, closer: str) -> Problem:
    opener = next(o for o, c in _CLOSER.items() if c == closer)
    loi = f"Có dấu đóng “{closer}” mà trước đó không có dấu mở “{opener}”: “…{text[max(0, at - 20) : at + 2]}”."
    return Problem(loi, f"Hãy thêm “{opener}” vào đầu thẻ, hoặc xóa “{closer}”.", at)


def _unclosed(text: str, at: int, opener: str, other: re.Match[str] | None) -> Problem:
    want = _CLOSER[opener]
    shown = _short(text[at : at + 60])
    if other is not None and other.group() not in _CLOSER:
        loi = f"Thẻ “{_short(text[at : other.end()])}” mở bằng “{opener}” nhưng đóng bằng “{other.group()}”."
        return Problem(loi, f"Hãy đóng bằng “{want}”.", at)
    half = _HALF.match(text, at)
    if half is not None:
        loi = f"Thẻ “{_short(half.group())}” chưa đóng hẳn: dấu đóng thiếu một nửa."
        return Problem(loi, f"Hãy đóng bằng “{want}”.", at)
    if other is not None:
        loi = f"Thẻ “{shown}” chưa đóng thì đã gặp “{other.group()}” của thẻ khác."
    else:
        loi = f"Thẻ “{shown}” chưa đóng trong đoạn này."
    return Problem(loi, f"Hãy thêm “{want}” vào cuối thẻ; một thẻ phải nằm gọn trong một đoạn.", at)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
