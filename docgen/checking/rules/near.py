"""Two spellings of one phrase, or of one foreign word, within one paper: the rare one is probably a slip."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from docgen.checking.clauses import NGON_NGU
from docgen.checking.finding import Finding
from docgen.checking.judged import Judged
from docgen.checking.language.prose import Line, prose, spot
from docgen.checking.language.words import Word, plain_words, runs
from docgen.checking.rule import rule
from docgen.standards import Sure
from docgen.vietnamese.fold import khong_dau

_AROUND: Final = 2
_LEAST_NEIGHBOURS: Final = 2
_LEAST_USUAL: Final = 2
_MOST_FOREIGN: Final = 400
_LEAST_FOREIGN: Final = 7
_EDGE: Final = ""

Place = tuple[Line, Word]
Surroundings = tuple[str, ...]


@rule("NN-chinh-ta-5", ten="Một cụm từ viết hai cách khác dấu", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def khac_dau(p: Judged) -> Iterator[Finding]:
    """Giữa những từ giống hệt nhau, có một chữ chỉ khác ở dấu và cả văn bản chỉ viết một lần: có lẽ gõ nhầm.

    Sai: "Huyên thành Đoàn" trong khi chỗ khác là "Huyện thành Đoàn". Đúng: "Huyện thành Đoàn".
    """
    counts: Counter[str] = Counter()
    places: dict[Surroundings, dict[str, Place]] = defaultdict(dict)
    for line in prose(p):
        for run in runs(line.gap):
            texts = [word.text.lower() for word in run]
            counts.update(texts)
            for k, word in enumerate(run):
                places[_surroundings(texts, k)].setdefault(texts[k], (line, word))
    for around, spellings in places.items():
        if len(spellings) < 2 or sum(map(bool, around)) <= _LEAST_NEIGHBOURS:
            continue
        usual = max(spellings, key=lambda text: counts[text])
        if counts[usual] < _LEAST_USUAL:
            continue
        for odd in (text for text in spellings if counts[text] == 1):
            line, word = spellings[odd]
            can = usual[0].upper() + usual[1:] if word.text[0].isupper() else usual
            before, after = " ".join(around[:_AROUND]).strip(), " ".join(around[_AROUND + 1 :]).strip()
            loi = f"“{word.text}” có lẽ là “{can}” gõ nhầm: chỗ khác viết “{f'{before} {usual} {after}'.strip()}”."
            yield spot(p, line, word.khoang, loi, can=can, chac="co-le")


def _surroundings(texts: list[str], k: int) -> Surroundings:
    """The two words before and after, as they are, and the word itself without marks; "" beyond the run."""
    before = [_EDGE] * max(_AROUND - k, 0) + texts[max(k - _AROUND, 0) : k]
    after = texts[k + 1 : k + 1 + _AROUND]
    return (*before, khong_dau(texts[k]), *after, *[_EDGE] * (_AROUND - len(after)))


@rule("NN-chinh-ta-6", ten="Một từ nước ngoài viết hai cách", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def tu_nuoc_ngoai(p: Judged) -> Iterator[Finding]:
    """Một từ nước ngoài dài mà hai chỗ chỉ khác nhau một chữ cái: một trong hai chỗ có lẽ gõ nhầm.

    Sai: "infoghaphic" trong khi chỗ khác là "infographic". Đúng: "infographic".
    """
    counts: Counter[str] = Counter()
    first: dict[str, tuple[Line, Word]] = {}
    for line in prose(p):
        for word in plain_words(line.text):
            if len(word.text) >= _LEAST_FOREIGN and word.text.isascii() and not word.text.isupper():
                counts[word.text.lower()] += 1
                first.setdefault(word.text.lower(), (line, word))
    for odd, usual in _alike(counts):
        line, word = first[odd]
        loi = f"“{word.text}” gần giống “{usual}” ở chỗ khác: một trong hai có lẽ gõ nhầm."
        yield spot(p, line, word.khoang, loi, can=usual, chac="co-le")


def _alike(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words, the first met once, that differ in one letter or in the order of two."""
    names = [name for name, _ in counts.most_common(_MOST_FOREIGN)]
    patterns: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for key in _keys(name):
            patterns[key].append(name)
    seen: set[str] = set()
    for odd in (name for name in names if counts[name] == 1):
        near = {other for key in _keys(odd) for other in patterns[key] if other != odd} - seen
        usual = max(sorted(near), key=lambda other: counts[other], default="")
        if usual:
            seen |= {odd, usual}
            yield (odd, usual) if counts[usual] > 1 else (_first(counts, odd, usual), _second(counts, odd, usual))


def _keys(name: str) -> Iterable[str]:
    """What two words that differ in one letter, or in the order of two, have in common."""
    yield from (f"{name[:k]}?{name[k + 1 :]}" for k in range(len(name)))
    yield "".join(sorted(name)) + name[0]


def _first(counts: Counter[str], one: str, two: str) -> str:
    return min(one, two, key=list(counts).index)


def _second(counts: Counter[str], one: str, two: str) -> str:
    return max(one, two, key=list(counts).index)


RULES: Final = (khac_dau, tu_nuoc_ngoai)
