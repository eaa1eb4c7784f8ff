"""What a draft and its files are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from docgen.errors import InputFaults
from docgen.files import file_name
from docgen.intake.assemble import standard_of
from docgen.intake.form import from_post
from docgen.kinds import Kinds
from docgen.standards.numbering import so_ky_hieu

NO_TITLE = "Chưa có trích yếu"
MAX_TITLE_CHARS = 300
PATTERN_NAMES = ("so", "ky_hieu", "trich_yeu", "ngay", "nam", "loai", "co_quan", "dia_danh", "ho_ten")
"""What may stand in braces in an office's file pattern, such as ``{so}-{ky_hieu} {trich_yeu}``."""

_NUMBER = re.compile(r"(?P<so>[0-9]*)[^\w]*(?P<ky_hieu>.*)", re.DOTALL)


def title_of(pairs: Iterable[tuple[str, str]]) -> str:
    """Name a draft by the first line of its abstract that says something; :data:`NO_TITLE` while there is none."""
    text = next((value for name, value in pairs if name == "trich_yeu"), "")
    lines = (" ".join(line.split()) for line in text.splitlines())
    title = next(filter(None, lines), "")
    return title[:MAX_TITLE_CHARS] or NO_TITLE


def by_pattern(pattern: str, values: Mapping[str, str], suffix: str) -> str:
    """Make a file name by a pattern: names in braces become their values, all else stays as it is.

    Braces around a name that is not one of :data:`PATTERN_NAMES` stay too: nothing is evaluated.
    """
    text = re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), pattern)
    return file_name([text], suffix)


def values_of(loai: str, pairs: Sequence[tuple[str, str]], kinds: Kinds) -> dict[str, str]:
    """Give the values for a file pattern: as the paper prints them, or as they were typed while no paper is made."""
    typed = dict(reversed(pairs))
    values = {
        "so": typed.get("so", "").strip(),
        "ky_hieu": typed.get("co_quan.ky_hieu", "").strip(),
        "trich_yeu": " ".join(typed.get("trich_yeu", "").split()),
        "ngay": typed.get("ngay", "").strip(),
        "nam": "",
        "loai": kinds.get(loai).ten_loai_thuong,
        "co_quan": " ".join(value for name, value in pairs if name in {"co_quan.ten", "co_quan.ten[]"}),
        "dia_danh": typed.get("dia_danh", "").strip(),
        "ho_ten": typed.get("ky.ho_ten", "").strip(),
    }
    try:
        document = from_post([("loai", loai), *pairs], kinds).built(kinds).document
    except InputFaults:
        return values
    standard, kind = standard_of(document).standard, kinds.get(loai)
    number = so_ky_hieu(
        standard, document.so, kind.ky_hieu, document.co_quan.ky_hieu or "", document.co_quan.don_vi_soan
    ).removeprefix(standard.so.dau.value)
    found = _NUMBER.fullmatch(number.strip(" \u00a0"))
    values |= {
        "so": found["so"] if found and document.so is not None else "",
        "ky_hieu": (found["ky_hieu"] if found else number).strip(" \u00a0/-"),
        "trich_yeu": " ".join(document.trich_yeu.split()),
        "ngay": str(document.ngay or ""),
        "nam": str(document.ngay.nam) if document.ngay else "",
        "co_quan": " ".join(document.co_quan.ten),
    }
    return values
