"""A form against the vocabulary: every name is asked or deliberately left out, in a way that fits it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from typing import Final, cast, get_args

from docgen.document.own import RIENG
from docgen.document.own import Kieu as OwnKieu
from docgen.errors import Fault
from docgen.kinds.form import MADE_OF_PARTS, Form, Kieu, Question
from docgen.kinds.vocabulary import options, part_vocabulary, vocabulary
from docgen.standards.choose import choose
from docgen.standards.standard import LoaiCoQuan

# What only this kind asks for.
_OWN_NAME: Final = re.compile(rf"{RIENG}\.[a-z][a-z0-9_]*")
_OWN_WAYS: Final[frozenset[Kieu]] = frozenset(get_args(OwnKieu))
_LEAST_OPTIONS: Final = 2
# It decides the standard, so a form need not offer those it has no template for.
_ISSUER: Final = "co_quan.loai"
# The parts of a body are composed by the form itself, so their names are not of the Document.
SECTION: Mapping[str, frozenset[Kieu]] = {"tieu_de": frozenset({"line"}), "noi_dung": frozenset({"body"})}


def check(form: Form) -> list[Fault]:
    """Find what does not fit together in a form; the place is the name of the question."""
    known = vocabulary()
    asked = [question.ten for question in form.questions()]
    left_out = [part.ten for part in form.khong_hoi]
    faults = [
        Fault(name, "Tên này có trong từ vựng nhưng biểu không hỏi.", "Hãy hỏi, hoặc ghi lý do ở khong_hoi.")
        for name in known
        if not {name, name.partition(".")[0]} & {*asked, *left_out}
    ]
    faults += [
        Fault(name, "Tên này đứng hai lần trong biểu.")
        for name in sorted({name for name in (*asked, *left_out) if (*asked, *left_out).count(name) > 1})
    ]
    groups = {name.partition(".")[0] for name in known}
    faults += [_unknown(name, known) for name in left_out if name not in known and name not in groups]
    for question in form.questions():
        faults += _name(question, form, known)
        faults += _standards(question, form, asked)
    return faults


def _name(question: Question, form: Form, known: Mapping[str, frozenset[Kieu]]) -> Iterator[Fault]:
    fitting: frozenset[Kieu] | None = _OWN_WAYS if _is_own(question.ten) else known.get(question.ten)
    if fitting is None:
        yield _unknown(question.ten, known)
        return
    if question.kieu not in fitting:
        listed = ", ".join(sorted(fitting)) or "không hỏi được trong biểu"
        yield Fault(question.ten, f"Kiểu {question.kieu} không hợp với mục này.", f"Dùng được: {listed}.")
    yield from _options(question, form)
    yield from _parts(question)


def _options(question: Question, form: Form) -> Iterator[Fault]:
    offered = {option.ma for option in question.lua_chon}
    if question.kieu != "choice":
        if offered:
            yield Fault(question.ten, "Chỉ câu hỏi kiểu choice mới có lua_chon.")
        return
    if _is_own(question.ten):
        if len(offered) < _LEAST_OPTIONS:
            yield Fault(question.ten, "Câu hỏi kiểu choice cần ít nhất hai lua_chon.", "Mỗi lựa chọn gồm ma và nhan.")
        return
    real = options(question.ten)
    for code in sorted(offered - real):
        yield Fault(question.ten, f"Không có lựa chọn “{code}”.", f"Các lựa chọn: {', '.join(sorted(real))}.")
    for code in sorted(real - offered):
        if question.ten != _ISSUER or choose(cast(LoaiCoQuan, code)).standard.ma in form.the_thuc:
            yield Fault(question.ten, f"Biểu không đưa ra lựa chọn “{code}”.")


def _parts(question: Question) -> Iterator[Fault]:
    inner = {part.ten: part.kieu for part in question.con}
    if question.kieu not in MADE_OF_PARTS:
        if inner:
            yield Fault(question.ten, "Chỉ câu hỏi kiểu sections hoặc appendices mới có con.")
        return
    known = SECTION if question.kieu == "sections" else part_vocabulary(question.ten)
    for name in known:
        if name not in inner:
            yield Fault(f"{question.ten}.{name}", "Biểu không hỏi mục này.", "Hãy thêm vào con.")
    for name, kieu in inner.items():
        if name not in known:
            yield _unknown(f"{question.ten}.{name}", {f"{question.ten}.{each}": {} for each in known})
        elif kieu not in known[name]:
            fitting = ", ".join(sorted(known[name]))
            yield Fault(f"{question.ten}.{name}", f"Kiểu {kieu} không hợp với mục này.", f"Dùng được: {fitting}.")


def _standards(question: Question, form: Form, asked: list[str]) -> Iterator[Fault]:
    required = () if isinstance(question.bat_buoc, bool) else question.bat_buoc
    for the_thuc in (*required, *question.chi_cho):
        if the_thuc not in form.the_thuc:
            yield Fault(question.ten, f"Biểu không có thể thức {the_thuc}.", f"Đang có: {', '.join(form.the_thuc)}.")
    for name in question.hoac:
        if name not in asked:
            yield Fault(question.ten, f"Mục “{name}” ở hoac không được hỏi trong biểu.")


def _is_own(name: str) -> bool:
    return _OWN_NAME.fullmatch(name) is not None


def _unknown(name: str, known: Mapping[str, object]) -> Fault:
    close = difflib.get_close_matches(name, known, n=1)
    sua = f"Có phải là “{close[0]}”? " if close else ""
    return Fault(name, "Từ vựng không có tên này.", f"{sua}Mục riêng của loại này thì đặt tên dạng rieng.ten_muc.")
