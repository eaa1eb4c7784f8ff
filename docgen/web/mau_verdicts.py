"""What there is to say of a version before it is put to use: looked through once, kept as long as nothing changed.

A template is checked by :mod:`docgen.workshop.checking`, a form and a sample against the rest of their kind
(:func:`docgen.intake.verify.verify_kind`). One at a time: checking is work for the processor, and whoever sends
something that takes long shall not take the threads of the server from the others.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLong
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from flask import Flask, current_app

from docgen.checking.finding import Muc
from docgen.checking.report.wording import MUC
from docgen.data_dir import DataDir
from docgen.errors import DocgenError, Fault
from docgen.intake.verify import verify_kind
from docgen.web import shelf
from docgen.web.mau_files import KeptFile, digest
from docgen.web.mau_kinds import companions
from docgen.web.shop import store
from docgen.web.showing import data_dir
from docgen.workshop.checking import check_template
from docgen.workshop.remarks import NHOM, Remark

WAIT_S: Final = 25.0
"""How long one waits who wants to put a version to use; a usual template is looked through in a third of a second."""
SHOW_S: Final = 6.0
"""How long a page waits that can be loaded again."""
MORE_PLACES: Final = 8

_VERDICTS: Final = "docgen.mau"
_KEPT: Final = 256
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Told:
    """One thing that is said. muc: how grave. where, quote: its place and the text there; also: further places."""

    muc: Muc
    loi: str
    sua: str = ""
    where: str = ""
    quote: str = ""
    clause: str = ""
    also: tuple[tuple[str, str], ...] = ()
    more: int = 0

    @property
    def grave(self) -> str:
        """How grave, in a word."""
        return MUC[self.muc]


@dataclass(frozen=True)
class Verdict:
    """Everything that is said of a version, under headings. notes: how it was looked through, and what was not."""

    groups: tuple[tuple[str, tuple[Told, ...]], ...]
    counts: tuple[int, int, int]
    notes: tuple[str, ...] = ()

    @property
    def errors(self) -> int:
        """How many things forbid its use."""
        return self.counts[0]

    @property
    def warnings(self) -> int:
        """How many things ask for a second thought."""
        return self.counts[1]

    @property
    def said(self) -> str:
        """The counts in words."""
        named = zip(self.counts, ("lỗi", "cảnh báo", "điều để biết"), strict=True)
        return ", ".join(f"{count} {name}" for count, name in named if count) or "Không có lỗi"


class Verdicts:
    """Looks versions through in a thread of its own."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="docgen-mau")
        self._known: OrderedDict[tuple[object, ...], Future[Verdict]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, file: KeptFile, content: bytes, sha256: str, *, wait_s: float = WAIT_S) -> Verdict | None:
        """Give what is said of a version; None while it is still being looked through after so many seconds."""
        try:
            return self._asked(file, content, sha256).result(wait_s)
        except TooLong:
            return None
        except Exception:
            # Not kept: whoever asks again has it looked through again.
            _log.exception("a version could not be looked through")
            return of_faults("Tệp", [Fault("", "docgen gặp một lỗi chưa lường trước khi xét tệp này.", _REPORT)])

    def _asked(self, file: KeptFile, content: bytes, sha256: str) -> Future[Verdict]:
        data = data_dir()
        others = tuple(companions(file, content))
        key = (file.ten, sha256, *others, *_state(data, file))
        with self._lock:
            found = self._known.get(key)
            if found is None or (found.done() and found.exception() is not None):
                app = current_app._get_current_object()  # type: ignore[attr-defined]
                found = self._known[key] = self._pool.submit(_looked, app, file, content, others)
            self._known.move_to_end(key)
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return found


def keep_verdicts(app: Flask) -> None:
    """Give the app what looks versions through; it starts nothing before it is asked."""
    app.extensions[_VERDICTS] = Verdicts()


def verdict(file: KeptFile, content: bytes, sha256: str, *, wait_s: float = WAIT_S) -> Verdict | None:
    """Give what is said of a version, as :meth:`Verdicts.of` does, in the running app."""
    kept: Verdicts = current_app.extensions[_VERDICTS]
    return kept.of(file, content, sha256, wait_s=wait_s)


def _state(data: DataDir, file: KeptFile) -> tuple[str, ...]:
    """What else a verdict depends on: the forms and samples in use, and for a form the templates of its kind."""
    names = [*data.form_files(), *data.sample_files()]
    if file.sort != "mau":
        names += [path for path in data.template_files() if path.name.startswith(f"{file.loai}.")]
    return tuple(digest(path) for path in names)


def _looked(app: Flask, file: KeptFile, content: bytes, others: Sequence[tuple[str, int]]) -> Verdict:
    with app.app_context():
        try:
            return _of_template(file, content) if file.sort == "mau" else _of_text(file, content, others)
        except DocgenError as error:
            return of_faults("Tệp", error.faults)


def _of_template(file: KeptFile, content: bytes) -> Verdict:
    data = data_dir()
    checked = check_template(
        content, ten=file.ten.rpartition("/")[2], loai=file.loai, the_thuc=file.standard, data=data
    )
    groups = tuple(
        (NHOM[nhom], tuple(_told(same) for same in _same(remarks)))
        for nhom, remarks in groupby(checked.remarks, key=lambda remark: remark.nhom)
    )
    counts = (checked.count("loi"), checked.count("canh-bao"), checked.count("thong-tin"))
    return Verdict(groups, counts, tuple(data.without_places(note) for note in checked.luu_y))


def _same(remarks: Iterable[Remark]) -> list[list[Remark]]:
    together: dict[tuple[str, ...], list[Remark]] = {}
    for remark in remarks:
        together.setdefault((*remark.key, remark.ma), []).append(remark)
    return list(together.values())


def _told(same: Sequence[Remark]) -> Told:
    first, others = same[0], same[1 : 1 + MORE_PLACES]
    clause = f"{first.dieu_khoan} [{first.ma}]" if first.dieu_khoan else ""
    return Told(
        first.muc, _visible(first.loi), _visible(first.sua), first.cho.where(), _visible(first.cho.excerpt()), clause,
        tuple((one.cho.where(), _visible(one.cho.excerpt())) for one in others), len(same) - 1 - len(others),
    )  # fmt: skip


def _of_text(file: KeptFile, content: bytes, others: Sequence[tuple[str, int]]) -> Verdict:
    needed = {ten: store().shelf.get(ten, number).data for ten, number in others}
    with shelf.tried({**needed, file.ten: content}) as data:
        faults = verify_kind(data, file.loai)
        shown = data.without_places
        told = [Fault(shown(one.noi), shown(one.loi), shown(one.sua), one.dong, one.nang) for one in faults]
    return of_faults(file.ten, told)


def of_faults(heading: str, faults: Iterable[Fault]) -> Verdict:
    """Say faults as a verdict, under one heading."""
    told = tuple(Told("loi" if one.nang == "loi" else "canh-bao", one.loi, one.sua, _where(one)) for one in faults)
    errors = sum(one.muc == "loi" for one in told)
    return Verdict(((heading, told),) if told else (), (errors, len(told) - errors, 0))


def _where(fault: Fault) -> str:
    return fault.noi if fault.dong is None else f"{fault.noi}, dòng {fault.dong}".lstrip(", ")


def _visible(text: str) -> str:
    """Write a sign one cannot see as its code: it may be what is meant."""
    return "".join(char if char.isprintable() else f"‹U+{ord(char):04X}›" for char in text)


_REPORT: Final = "Xin báo người phụ trách; nhật ký của máy chủ có nói rõ."
