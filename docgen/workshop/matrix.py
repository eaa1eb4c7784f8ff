"""The papers a template is looked at with: from the least that may be asked of it to the most.

Every kind gets the same cases, made from its own form and sample: nobody has to think of them for a new kind.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from docgen.kinds import Form, Question, answer, is_blank, put
from docgen.kinds.printing import trial
from docgen.workshop import matrix_texts as texts
from docgen.workshop.kind import Target
from docgen.workshop.least import least, leave_out

_NAMES: Final = frozenset({"ky.ho_ten", "ky.chuc_vu", "dia_danh", "noi_nhan", "luu"})
"""What is a name in every kind: the signer, the place, the recipients."""

_LINES: Final = frozenset({"line", "lines"})

Answer = Callable[[Question], Any]
"""A question → its answer in plain values; None leaves what the sample says."""


@dataclass(frozen=True)
class Case:
    """One paper of the matrix.

    ma: for file names (``it-nhat``). ten: what people call it. mo_ta: what it shows, a sentence. raw: plain values.
    """

    ma: str
    ten: str
    mo_ta: str
    raw: Mapping[str, Any]


def cases(target: Target) -> tuple[Case, ...]:
    """Make the matrix of a kind and standard, always the same cases in the same order.

    Without a sample of the kind the usual paper is one with stand-in answers. Raises nothing: what cannot be a paper
    shows when it is made.
    """
    return tuple(_cases(target.form, target.the_thuc, _sample(target)))


def _cases(form: Form, the_thuc: str, sample: Mapping[str, Any]) -> Iterator[Case]:
    def of(fill: Answer) -> dict[str, Any]:
        return _answered(sample, form, the_thuc, fill)

    yield Case("it-nhat", "Ít nhất", "Chỉ có những mục bắt buộc.", least(sample, form, the_thuc))
    yield Case("thuong", "Thường gặp", "Bản mẫu dữ liệu của loại văn bản này.", sample)
    said = "Mọi mục đều có và đều dài: tên cơ quan, trích yếu, nhiều phần, từ dài không có chỗ ngắt."
    yield Case("dai-nhat", "Dài nhất", said, of(lambda one: texts.longest(one, answer(sample, one.ten))))
    said = "Mọi mục đều có, nhưng danh sách nào để trống được thì trống; nội dung chỉ là một đoạn."

    def bare(one: Question) -> Any:
        return texts.without_lists(one, required=one.required_in(the_thuc))

    yield Case("trong", "Danh sách trống", said, of(bare))
    said = "Mọi đoạn chữ đều có & < > \" ' và những dấu hiếm gặp khác: tất cả phải in ra nguyên như vậy."
    yield Case("ky-hieu-la", "Ký hiệu lạ", said, of(texts.odd))
    said = (
        f"Mỗi danh sách có {texts.MANY} dòng (phụ lục: {texts.MANY_PARTS}, là nhiều nhất); bảng có {texts.MANY} hàng."
    )
    yield Case("nhieu-dong", f"{texts.MANY} dòng", said, of(texts.many))
    said = "Tên người ký, địa danh, nơi nhận và những dòng khác của bản mẫu dữ liệu đều rất dài."

    def named(one: Question) -> Any:
        wanted = one.kieu in _LINES and (one.ten in _NAMES or not is_blank(answer(sample, one.ten)))
        return texts.long_names(one, answer(sample, one.ten)) if wanted else None

    yield Case("ten-dai", "Tên dài", said, of(named))


def _sample(target: Target) -> Mapping[str, Any]:
    """The first paper the template is tried with; with no paper at all, one of stand-in answers."""
    if target.trials:
        return target.trials[0].raw
    return trial({"loai": target.form.loai, "the_thuc": target.the_thuc}, target.form)


def _answered(sample: Mapping[str, Any], form: Form, the_thuc: str, fill: Answer) -> dict[str, Any]:
    """Make of a paper another by answering what the standard prints; what decides the standard stays."""
    paper = copy.deepcopy(dict(sample))
    for question in form.questions():
        if question.khong_in or not question.printed_in(the_thuc):
            continue
        found = fill(question)
        if found is not None:
            if is_blank(found):
                leave_out(paper, question.ten)
            else:
                put(paper, question.ten, found)
    return paper
