"""One phrase, one way of capitals in one paper."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from docgen.checking.clauses import NGON_NGU
from docgen.checking.finding import Finding, Muc
from docgen.checking.judged import Judged
from docgen.checking.language.letters import HOA, NHO
from docgen.checking.language.places import inside, quoted, title_case
from docgen.checking.language.prose import RECIPIENTS, TITLE, Line, spot, without
from docgen.checking.language.words import Word, plain_words, runs
from docgen.checking.rule import rule
from docgen.checking.rules.capitals import FOR
from docgen.standards import Sure
from docgen.vietnamese.syllables import is_shaped

_CAPITAL: Final = re.compile(rf"[{HOA}][{NHO}]*$")
_ACRONYM: Final = re.compile(rf"[{HOA}\d]{{2,}}|\d+")
_SIZES: Final = (2, 3, 4, 5, 6)
_LEAST_AT_FIRST: Final = 3
_MOST_TOLD: Final = 12
_MOST_WORDS: Final = 400_000
_LEAST_FOREIGN: Final = 4


# "đại hội CTĐ", "Ủy ban Quốc gia": the first word of the phrase is the second half of another.
_FIRST_HALVES: Final = frozenset(("đại", "ủy", "xã", "quốc", "hiệp", "chi", "lễ", "dạ", "vũ", "bạn", "cán", "phó"))


# Words that add nothing to a quotation of a phrase.
_SMALL: Final = frozenset(
    ("và", "của", "tại", "trong", "cho", "với", "các", "trực", "theo", "về", "là", "được", "do", "để", "từ", "đến")
)
# What the rules of capitals judge by themselves.
_TOLD_ELSEWHERE: Final = re.compile(
    r"\b(?:Nghị Quyết|Quyết Định|Kế Hoạch|Chỉ Thị|Nghị Định|Thông Tư|Thông Báo|Hướng Dẫn|Tờ Trình|Báo Cáo)\b"
    rf"|\b(?:Tỉnh|Thành phố|Huyện|Xã|Phường|Quận|Thị xã|Thị trấn|Đặc khu) (?!Đoàn|Ủy|Hội|Đội)[{HOA}]"
    r"|\b(?:Ủy ban|Hội đồng) Nhân dân"
    r"|\b(?:Khoản|Điểm) \d|\b(?:thủ đô|thành phố) (?:Hà|Hồ)"
)
# Bodies whose name is two syllables: neither shows by itself that it is one.
_BODIES: Final = re.compile(r"\b(?:tỉnh|huyện|thành|quận|thị|đảng) (?:ủy|đoàn)\b(?! (?:thể|viên))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a phrase stands: its words, the word before and the word behind it in the same run, "" at an end.

    dau: it begins a sentence, so that the capital of its first word tells nothing.
    """

    line: Line
    words: tuple[Word, ...]
    truoc: str
    sau: str
    dau: bool

    def differing(self, other: str) -> int:
        """Find where the first word begins whose capitals are not those of ``other``."""
        pairs = zip(other.split(" "), self.words, strict=True)
        return next((word.tu for text, word in pairs if text != word.text), self.words[0].tu)


_Forms = dict[str, dict[str, list[_Place]]]
_Pair = tuple[str, str, _Place, list[_Place]]


@rule("NN-hoa-1", ten="Một cụm từ viết hoa theo hai cách", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def hai_cach(p: Judged) -> Iterator[Finding]:
    """Một tên gọi viết hoa theo một cách trong cả văn bản.

    Chỉ xét chữ ở giữa câu, và những cụm mà phần còn lại giống hệt nhau.
    Sai: "Ban Tổ chức" ở hai chỗ, "Ban tổ chức" ở bốn chỗ. Đúng: chỉ một cách.
    """
    covered: set[tuple[int, int]] = set()
    told: set[tuple[str, str]] = set()
    for usual, odd, model, where in _mixed(_gathered(p)):
        fresh = [one for one in where if (id(one.line), one.differing(usual)) not in covered]
        differing = _differing_words(usual, odd, fresh[0]) if fresh else ("", "")
        if not fresh or len(told) >= _MOST_TOLD or differing in told:
            continue
        told.add(differing)
        covered |= {(id(one.line), word.tu) for one in where for word in one.words}
        first = fresh[0]
        more = _completed(first, model)
        places = "chỗ này" if len(fresh) == 1 else f"{len(fresh)} chỗ, bắt đầu từ chỗ này,"
        loi = f"“{odd}{more}” ở {places} viết hoa khác với “{usual}{more}” ở chỗ khác."
        end = first.words[-1].den + len(more)
        strong = odd.split(" ")[0] == usual.split(" ")[0] or len(where) > 1
        muc: Muc = "canh-bao" if strong else "thong-tin"
        yield spot(p, first.line, (first.words[0].tu, end), loi, can=usual + more, chac="co-le", muc=muc)


def _differing_words(usual: str, odd: str, place: _Place) -> tuple[str, str]:
    """Give the first word that differs and the one behind it, in small letters: one quarrel is told once."""
    words = [*odd.lower().split(" "), place.sau.lower()]
    k = next(k for k, (one, two) in enumerate(zip(usual.split(" "), odd.split(" "), strict=True)) if one != two)
    return words[k], words[k + 1]


def _completed(first: _Place, model: _Place) -> str:
    """Give the next word when the phrase breaks off within a name: "Ban Tổ" says less than "Ban Tổ chức"."""
    broken = _CAPITAL.match(first.words[-1].text) or _CAPITAL.match(model.words[-1].text)
    after = first.sau
    return f" {after}" if broken and after.islower() and after == model.sau and after not in _SMALL else ""


def _gathered(p: Judged) -> _Forms:
    forms: _Forms = defaultdict(lambda: defaultdict(list))
    count = 0
    for line in without(p, RECIPIENTS | {"ten_loai"}):
        if line.hoa or (title_case(line.text) and line.phan in TITLE):
            continue
        for run in runs(line.gap):
            count += len(run)
            if count > _MOST_WORDS:
                return forms
            _add(forms, line, run)
    return _without_told(forms, [_BODIES, _TOLD_ELSEWHERE] if p.the_thuc in FOR else [_BODIES])


def _without_told(forms: _Forms, told: Sequence[re.Pattern[str]]) -> _Forms:
    """Leave out phrases whose capitals another rule judges."""
    return {
        key: {text: places for text, places in ways.items() if not any(form.search(text) for form in told)}
        for key, ways in forms.items()
        if len(ways) > 1
    }


def _add(forms: _Forms, line: Line, run: Sequence[Word]) -> None:
    """Add the phrases of a run that tell something: they begin or end with a word that has a capital anyway."""
    begins = not inside(line.text, run[0].tu)
    texts = [word.text for word in run]
    fixed = [_is_fixed(text) for text in texts]
    for k in range(len(run)):
        for size in _SIZES:
            end = k + size
            if end <= len(run) and (fixed[k] or fixed[end - 1]):
                text = " ".join(texts[k:end])
                before, after = texts[k - 1] if k else "", texts[end] if end < len(run) else ""
                place = _Place(line, tuple(run[k:end]), before, after, begins and k == 0)
                forms[text.lower()][text].append(place)


def _is_fixed(text: str) -> bool:
    """Whether a word shows by itself that it belongs to a name: a capital, an abbreviation, a number."""
    return _CAPITAL.match(text) is not None or _ACRONYM.fullmatch(text) is not None


def _mixed(forms: _Forms) -> Iterator[_Pair]:
    """Phrases written in two ways: the usual one, another, a place of either; short phrases first."""
    for key in sorted((key for key, ways in forms.items() if len(ways) > 1), key=lambda key: (key.count(" "), key)):
        ways = forms[key]
        yield from _pairs(ways, _differ_within, 2)
        within = {text: [one for one in places if not one.dau] for text, places in ways.items()}
        yield from _pairs(
            {text: places for text, places in within.items() if places}, _differ_at_first, _LEAST_AT_FIRST
        )


def _pairs(ways: dict[str, list[_Place]], tells: Callable[[str, str], bool], least: int) -> Iterator[_Pair]:
    counts = {text: len(places) for text, places in ways.items()}
    if len(ways) < 2 or sum(counts.values()) < least:
        return
    usual = max(counts, key=lambda text: (counts[text], sum(map(str.isupper, text)), text))
    ends = any(not one.sau for one in ways[usual])
    if all(one.dau for one in ways[usual]):
        return
    for odd in sorted(text for text in ways if text != usual and tells(usual, text)):
        where = [one for one in ways[odd] if not quoted(one.line.text, one.words[0].tu)]
        if odd.split(" ")[-1] != usual.split(" ")[-1]:
            # "Sở thông" of "Sở thông báo" is no "Sở Thông tin": nothing may follow, in either way.
            where = [one for one in where if ends and not one.sau]
        elif odd[0].islower() and usual[0].isupper():
            where = [one for one in where if not (_is_fixed(one.truoc) or one.truoc.lower() in _FIRST_HALVES)]
        yield usual, odd, ways[usual][0], where


def _differ_within(usual: str, odd: str) -> bool:
    """Whether both begin with the same capital and differ in one of the last two words: Ban Tổ chức, Ban tổ chức."""
    pairs = list(zip(usual.split(" "), odd.split(" "), strict=True))
    differ = [k for k, (one, two) in enumerate(pairs) if one != two]
    return (
        usual[0].isupper()
        and 0 not in differ
        and len(pairs) - differ[-1] <= 2
        and not any(len(one) > 1 and (one.isupper() or two.isupper()) for one, two in (pairs[k] for k in differ))
    )


def _differ_at_first(usual: str, odd: str) -> bool:
    """Whether only the first words differ and both end with the same word of a name: Cơ sở Đoàn, cơ sở Đoàn."""
    pairs = list(zip(usual.split(" "), odd.split(" "), strict=True))
    differ = [k for k, (one, two) in enumerate(pairs) if one != two]
    first = pairs[0]
    return differ == [0] and _is_fixed(pairs[-1][0]) and not (len(first[0]) > 1 and "".join(first).isupper())


@rule("NN-hoa-3", ten="Tỉnh ủy, Tỉnh Đoàn viết theo hai cách", dieu_khoan=NGON_NGU, sure=Sure.K, muc="thong-tin")
def co_quan_hai_am_tiet(p: Judged) -> Iterator[Finding]:
    """Tên như Tỉnh ủy, Tỉnh Đoàn viết hoa theo một cách trong cả văn bản.

    Sai: "Tỉnh Đoàn" ở 19 chỗ, "Tỉnh đoàn" ở một chỗ; "Tỉnh ủy" rồi "Ban Tuyên giáo tỉnh ủy". Đúng: chỉ một cách.
    """
    forms: defaultdict[str, list[tuple[Line, re.Match[str]]]] = defaultdict(list)
    for line in without(p, ()):
        for m in () if line.hoa else _BODIES.finditer(line.gap):
            if inside(line.text, m.start()) or m.group()[0].islower() or m.group()[-2:].islower():
                forms[m.group().lower()].append((line, m))
    for held in forms.values():
        kinds = Counter(m.group() for _, m in held)
        usual = max(kinds, key=lambda text: (kinds[text], text[0].isupper()))
        for odd in (text for text in kinds if text != usual):
            line, m = next((line, m) for line, m in held if m.group() == odd)
            loi = f"“{line.text[m.start() : m.end()]}” ở chỗ này, “{usual}” ở {kinds[usual]} chỗ khác."
            yield spot(p, line, m.span(), loi, can=usual)


@rule("NN-hoa-2", ten="Tên nước ngoài viết hoa theo hai cách", dieu_khoan=NGON_NGU, sure=Sure.K, muc="thong-tin")
def ten_nuoc_ngoai(p: Judged) -> Iterator[Finding]:
    """Tên sản phẩm, trang mạng viết theo một cách trong cả văn bản.

    Sai: "Facebook" rồi "facebook". Đúng: "Facebook".
    """
    forms: defaultdict[str, list[tuple[Line, Word]]] = defaultdict(list)
    for line in without(p, ()):
        for word in plain_words(line.text):
            foreign = word.text.isascii() and len(word.text) >= _LEAST_FOREIGN and not is_shaped(word.text)
            if foreign and not word.text.isupper() and inside(line.text, word.tu):
                forms[word.text.lower()].append((line, word))
    for held in forms.values():
        kinds = Counter(word.text for _, word in held)
        if len(kinds) > 1:
            usual = next((text for text, _ in kinds.most_common() if text[0].isupper()), held[0][1].text)
            line, word = next((line, word) for line, word in held if word.text != usual)
            loi = f"“{word.text}” ở chỗ này, “{usual}” ở {kinds[usual]} chỗ khác."
            yield spot(p, line, word.khoang, loi, can=usual)


RULES: Final = (hai_cach, ten_nuoc_ngoai, co_quan_hai_am_tiet)
