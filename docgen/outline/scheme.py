"""How the labels of a paper look: one sample a level, the label of number one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType

from docgen.outline.numerals import roman
from docgen.outline.tree import DECIMAL, Level
from docgen.vietnamese.letters import chu_cai
from docgen.vietnamese.refusal import quoted

_DEFAULT_SAMPLES: Mapping[Level, str] = MappingProxyType(
    {
        Level.PHAN: "Phần I",
        Level.CHUONG: "Chương I",
        Level.MUC: "Mục 1",
        Level.TIEU_MUC: "Tiểu mục 1",
        Level.DIEU: "Điều 1.",
        Level.LA_MA: "I.",
        Level.SO: "1.",
        Level.SO2: "1.1.",
        Level.SO3: "1.1.1.",
        Level.SO4: "1.1.1.1.",
        Level.CHU: "a)",
        Level.GACH: "-",
        Level.CONG: "+",
    }
)

_WRITERS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "I": roman,
        "i": lambda n: roman(n).lower(),
        "1": str,
        "a": chu_cai,
        "A": lambda n: chu_cai(n).upper(),
    }
)

_LONGEST = 30
# The number is the last word of the sample: "Phần I", "Điều 1.", "(a)"; the "a" of "khoa)" is no number.
_NUMBERED = re.compile(r"(?P<before>(?:.*[\W_])?)(?P<one>[I1iaA])(?P<after>[\W_]*)", re.DOTALL)
_BULLET = re.compile(r"[^\w\s]{1,3}")


@dataclass(frozen=True)
class _Shape:
    before: str
    one: str
    after: str

    def label(self, numbers: tuple[int, ...]) -> str:
        if not self.one:
            return self.before
        return self.before + ".".join(_WRITERS[self.one](n) for n in numbers) + self.after


@dataclass(frozen=True)
class Scheme:
    """Label samples by level.

    samples: level name → the label of its number one: ``{"la_ma": "I-", "so": "1/", "chu": "a.", "gach": "·"}``;
    levels left out look as in NĐ 30/2020, Phụ lục I, Phần I, Mục II, khoản 6, with decimals, ``-`` and ``+`` as
    offices add them.
    Raises ``ValueError`` with a Vietnamese message that lists everything wrong with the samples.
    """

    samples: Mapping[str, str] = field(default_factory=dict)
    _shapes: Mapping[Level, _Shape] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        wrong = [problem for name, sample in self.samples.items() if (problem := _problem(name, sample))]
        if wrong:
            raise ValueError(" ".join(wrong))
        full = {level: self.samples.get(level, sample) for level, sample in _DEFAULT_SAMPLES.items()}
        object.__setattr__(self, "samples", MappingProxyType({str(level): sample for level, sample in full.items()}))
        object.__setattr__(self, "_shapes", {level: _shape(level, sample) for level, sample in full.items()})

    def __hash__(self) -> int:
        return hash(tuple(self.samples.items()))

    def label(self, level: Level, numbers: tuple[int, ...]) -> str:
        """The label of an item; ``numbers`` as ``Numbering.next`` returns them (several for decimal levels)."""
        return self._shapes[level].label(numbers)


def _problem(name: str, sample: object) -> str:
    if name not in set(Level):
        near = get_close_matches(name, list(Level), n=1)
        hint = f" Có phải là “{near[0]}”?" if near else ""
        return f"Không có cấp đề mục {quoted(name)}.{hint} Các cấp: {', '.join(Level)}."
    level, shown = Level(name), _DEFAULT_SAMPLES[Level(name)]
    if not isinstance(sample, str) or not sample.strip():
        return f"Mẫu nhãn của cấp “{level}” còn trống; ví dụ: “{shown}”."
    if sample != sample.strip() or len(sample) > _LONGEST or not sample.isprintable():
        return (
            f"Mẫu nhãn {quoted(sample)} của cấp “{level}” phải là một dòng không quá {_LONGEST} ký tự, "
            f"không có khoảng trắng ở hai đầu; ví dụ: “{shown}”."
        )
    if level.is_bullet:
        if _BULLET.fullmatch(sample):
            return ""
        return f"Mẫu nhãn {quoted(sample)} của cấp “{level}” phải là một dấu, không có chữ và số; ví dụ: “{shown}”."
    if _numbered(level, sample):
        return ""
    if level in DECIMAL[1:]:
        return f"Mẫu nhãn {quoted(sample)} của cấp “{level}” phải có số thứ tự nhiều cấp như “{shown}”."
    return (
        f"Mẫu nhãn {quoted(sample)} của cấp “{level}” phải là nhãn của mục thứ nhất, "
        f"có I, i, 1, a hoặc A ở cuối; ví dụ: “{shown}”."
    )


def _numbered(level: Level, sample: str) -> _Shape | None:
    if level in DECIMAL[1:]:
        one = ".".join("1" * (DECIMAL.index(level) + 1))
        before, found, after = sample.partition(one)
        if not found or re.search(r"\w$", before) or re.search(r"\w", after):
            return None
        return _Shape(before, "1", after)
    m = _NUMBERED.fullmatch(sample)
    return _Shape(m["before"], m["one"], m["after"]) if m else None


def _shape(level: Level, sample: str) -> _Shape:
    return (None if level.is_bullet else _numbered(level, sample)) or _Shape(sample, "", "")


def scheme_of(samples: Mapping[str, str]) -> Scheme:
    """Make the scheme of these samples, once: thousands of papers have the same. Raises ValueError as Scheme does."""
    try:
        return _kept(tuple(sorted(samples.items())))
    except TypeError:
        # Samples that are no text: said by the scheme itself.
        return Scheme(samples)


@lru_cache(maxsize=256)
def _kept(samples: tuple[tuple[str, str], ...]) -> Scheme:
    return Scheme(dict(samples))


DEFAULT = Scheme()
"""No sample changed: the labels of the body notation."""
