"""Where a text of the form stands in the pages: rather nowhere than at the wrong place.

The text is sought by its letters and digits alone, line by line, without labels and marks of the notation, which are
printed otherwise than typed. What occurs once is found. Of what occurs several times, the following line of the text
or ``after``, a text that stands before it, tells which is meant. What is not found whole (the pages may be older than
the text, and a number of the page or a footnote may stand within it) is found by its beginning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.preview.letters import Letters, letters_of

MOST_TEXT, MOST_AFTER = 4000, 1000
"""How much of a text, and of the end of ``after``, is looked at."""

# A beginning shorter than this may stand anywhere.
_SURE = 12
# Text this short is believed only right behind ``after``.
_TOO_SHORT = 3
# Between two lines of a text stand their labels, between two fields a label ("Lưu:") and a number of the page.
_NEAR = 16
_PAGE_NUMBER = 4
_MOST_LINES_TRIED = 8
_MOST_OCCURRENCES = 500

_ROMAN = "[ivxlcdm]{1,9}"
_LABEL = re.compile(
    rf"\s*(?:(?:phần|chương|mục|điều)\s+(?:{_ROMAN}|\d+)\s*[.:]?(?=\s|$)"
    rf"|(?:\d{{1,3}}\.)+(?:\d{{1,3}})?\)?(?=\s)|\d{{1,3}}[)/](?=\s)|{_ROMAN}[.)](?=\s)|[a-zđ]{{1,2}}\)(?=\s)|[-+*•–—](?=\s))",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})|(?P<day_>\d{1,2})[/.-](?P<month_>\d{1,2})[/.-](?P<year_>\d{4})"
)
_NOTE = re.compile(r"\[\^[\w-]{1,32}\]")


@dataclass(frozen=True)
class Place:
    """page: 1 is the first, 0 when unsure. boxes: left, top, width, height as fractions of the page, one a line.

    Without boxes the text occurs several times on that page.
    """

    page: int
    boxes: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True)
class Found:
    """page: 1 is the first. spans: signs of the page, first and one after the last."""

    page: int
    spans: tuple[tuple[int, int], ...]


def locate(pages: Letters, text: str, after: str = "") -> Found | None:
    """Find a text, given in the notation of the form; ``None`` when it is not there or could be at several pages.

    Of a text that goes on over several pages, the part on its first page is found.
    """
    lines = _lines(_as_printed(text[:MOST_TEXT]))
    before = _lines(after[-MOST_AFTER:])
    for number, line in enumerate(lines[:_MOST_LINES_TRIED]):
        starts, length = _occurrences(pages, line)
        if 2 * length < len(line.text):
            # Many sentences begin alike: a short beginning counts only where the page or the line before says so.
            ends = _ends(pages, before[-1]) if before else []
            starts = [at for at in starts if _is_cut(pages, at + length) or any(0 <= at - end <= _NEAR for end in ends)]
        if not starts:
            continue
        rest = lines[number + 1 :]
        chosen = _chosen(pages, starts, length, rest, before)
        if chosen is not None:
            return _found(pages, chosen, length, rest)
        on = {pages.page_of(start) for start in starts}
        if len(on) == 1 and length >= _TOO_SHORT and len(starts) > 1:
            return Found(on.pop(), ())
        return None
    return None


def _as_printed(text: str) -> str:
    """Write a date as it is printed at the head: single digits of days, and of the first two months, with a zero."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return text
    day, month, year = (int(found[name] or found[f"{name}_"]) for name in ("day", "month", "year"))
    return f"ngày {day:02} tháng {month:02} năm {year}" if month < 3 else f"ngày {day:02} tháng {month} năm {year}"


def _lines(text: str) -> list[Letters]:
    """Cut a text where something else may be printed between: at line breaks, labels and notes."""
    pieces = [piece for line in text.splitlines() for piece in _NOTE.split(_unlabelled(line))]
    return [found for piece in pieces if (found := letters_of(piece)).text]


def _unlabelled(line: str) -> str:
    rest = _LABEL.sub("", line, count=1) if _LABEL.match(line) else line
    return rest if rest.strip(" .:)") else line


def _occurrences(pages: Letters, line: Letters) -> tuple[list[int], int]:
    """Find where a line stands as whole words, or else its longest beginning; and the length of what was found."""
    whole = _all(pages, line.text, end=True)
    if whole:
        return whole, len(line.text)
    ends = [at for at in range(_SURE, len(line.text)) if line.is_start(at)]
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        if _all(pages, line.text[: ends[middle]], most=1):
            low = middle + 1
        else:
            high = middle
    if low == 0:
        return [], 0
    return _all(pages, line.text[: ends[low - 1]]), ends[low - 1]


def _all(pages: Letters, wanted: str, *, end: bool = False, most: int = _MOST_OCCURRENCES) -> list[int]:
    found: list[int] = []
    at = pages.text.find(wanted)
    while at >= 0 and len(found) < most:
        if pages.is_start(at) and (not end or _is_end(pages, at + len(wanted))):
            found.append(at)
        at = pages.text.find(wanted, at + 1)
    return found


def _is_cut(pages: Letters, at: int) -> bool:
    """Tell whether a page ends here, but for its number."""
    return pages.page_end(pages.page_of(max(at - 1, 0))) - at <= _PAGE_NUMBER


def _is_end(pages: Letters, at: int) -> bool:
    """Tell whether a word ends here; behind its last letter may stand the number of a note."""
    return pages.is_start(at) or (pages.text[at].isdigit() and not pages.text[at - 1].isdigit())


def _chosen(pages: Letters, starts: list[int], length: int, rest: list[Letters], before: list[Letters]) -> int | None:
    """Choose the occurrence that is meant, ``None`` when nothing tells which."""
    if rest and len(starts) > 1:
        followed = [at for at in starts if _next(pages, at + length, rest[0]) is not None]
        starts = followed or starts
    sure = length >= _TOO_SHORT and not pages.text[starts[0] : starts[0] + length].isdigit()
    if len(starts) == 1 and sure:
        return starts[0]
    behind = _behind(pages, starts, before[-1]) if before else None
    if behind is not None and (sure or behind[1] <= _NEAR):
        return behind[0]
    # What is typed into a field is rather a line of its own than words within a sentence.
    alone = [at for at in starts if pages.is_line(at, at + length)]
    return alone[0] if len(alone) == 1 and sure else None


def _behind(pages: Letters, starts: list[int], line: Letters) -> tuple[int, int] | None:
    """Find the occurrence that follows a line, and how many letters behind it."""
    ends = _ends(pages, line)
    gaps = sorted(
        (min(start - end for end in ends if end <= start), start)
        for start in starts
        if start >= min(ends, default=start + 1)
    )
    if not gaps or (len(ends) > 1 and gaps[0][0] > _NEAR) or (len(gaps) > 1 and gaps[1][0] == gaps[0][0]):
        # Which line is meant is as open as which text.
        return None
    return gaps[0][1], gaps[0][0]


def _ends(pages: Letters, line: Letters) -> list[int]:
    """Find where a line ends; the last words of it do, since it may begin on the page before."""
    tail = next((at for at in range(max(len(line.text) - 80, 0), len(line.text)) if line.is_start(at)), 0)
    wanted = line.text[tail:]
    return [at + len(wanted) for at in _all(pages, wanted, end=True)]


def _next(pages: Letters, end: int, line: Letters) -> int | None:
    """Find the next line of a text right behind the one before it."""
    head = line.text[:40]
    at = pages.text.find(head, end, end + _NEAR + len(head))
    return at if at >= 0 else None


def _found(pages: Letters, start: int, length: int, rest: list[Letters]) -> Found:
    page = pages.page_of(start)
    last = pages.page_end(page)
    stretches = [(start, min(start + length, last))]
    for line in rest:
        begin = _next(pages, stretches[-1][1], line)
        if begin is None or begin >= last:
            break
        same = _common(pages.text, begin, line.text)
        stretches.append((begin, min(begin + same, last)))
        if same < len(line.text):
            break
    return Found(page, tuple((pages.places[begin], pages.places[end - 1] + 1) for begin, end in stretches))


def _common(text: str, at: int, wanted: str) -> int:
    """Count how many letters are the same from there on."""
    limit = min(len(text) - at, len(wanted))
    return next((n for n in range(limit) if text[at + n] != wanted[n]), limit)
