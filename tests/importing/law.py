"""The law of an import: which words of a paper may be missing in the data, and which are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from docgen.reading import parts
from docgen.reading.facts import Paper

# What the standard prints by itself, once for each part of that name; the code of a type follows from its name.
FORMULAS = {
    "so_ky_hieu": "số kh qđ bc",
    "dia_danh_ngay": "ngày tháng năm",
    "kinh_gui": "đồng kính gửi",
    "luu": "lưu",
    "noi_nhan_nhan": "nơi nhận",
}
WHOLLY = ("quoc_hieu", "tieu_ngu", "tieu_de", "do_mat", "do_khan", "ten_loai")
_MARKS = re.compile(r"\[\^\w+\]|[*^\\{}]|[⁰¹²³⁴-⁹]")


def words(text: str) -> list[str]:
    return [_bare(word) for word in re.findall(r"[^\W_]+", _MARKS.sub("", text.replace("<br>", " ")).lower())]


def _bare(word: str) -> str:
    """Figures count without leading zeros: ``05`` and ``5`` are one number."""
    return word.lstrip("0") or "0" if word.isdigit() else word


def missing(paper: Paper, raw: dict[str, Any]) -> Counter[str]:
    """The words of the paper that are neither in the data nor formulas."""
    seen = Counter(word for text in _visible(paper) for word in words(text))
    said = Counter(word for text in _texts(raw) for word in words(text))
    return seen - said - Counter(_printed(paper, raw))


def _visible(paper: Paper) -> Iterator[str]:
    for para in paper.paras:
        yield para.text
    for notes in paper.chu_thich.values():
        for para in notes:
            yield para.text


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _printed(paper: Paper, raw: dict[str, Any]) -> Iterator[str]:
    anatomy = parts.dissect(paper)
    if raw.get("loai") == "cong-van":
        # NĐ 30: PL I, P.I, M.II, k.5, đ.b: the abstract of a letter begins with it, whoever writes the letter.
        yield from words("V/v")
    for name, found in anatomy.parts.items():
        for part in found:
            yield from words(FORMULAS.get(name, ""))
            if name in WHOLLY:
                yield from words(part.text)
    yield from _labels(paper, [i for part in anatomy.parts.get("noi_dung", ()) for i in part.doan])
    for one in anatomy.appendices:
        yield from _labels(paper, one.noi_dung)
        for part in (one.nhan, one.dan_chieu):
            if part is not None and _is_formula(part.text, raw):
                yield from words(part.text)


def _labels(paper: Paper, doan: Iterable[int]) -> Iterator[str]:
    for line in parts.levels(paper, doan):
        if not line.tu_dong:
            yield from words(line.nhan)


def _is_formula(text: str, raw: dict[str, Any]) -> bool:
    full = raw.get("co_quan", {}).get("ten_day_du")
    return text.lower().startswith("phụ lục") or bool(full and " ".join(text.split()).rstrip(").").endswith(full))
