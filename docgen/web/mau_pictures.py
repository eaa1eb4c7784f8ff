"""Pages of papers made with a version of a template, as pictures, and what moved between two versions."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from docgen.errors import DocgenError, Fault
from docgen.preview import Busy, NotKept, Stale
from docgen.render import Template
from docgen.web import who
from docgen.web.mau_files import KeptFile, digest
from docgen.web.preview import previews
from docgen.web.showing import data_dir
from docgen.workshop.kind import Target, find_target
from docgen.workshop.matrix import Case, cases
from docgen.workshop.moved import Moved, compare, pair
from docgen.workshop.opened import Opened

WIDTH: Final = 800
"""Pictures are this wide, in pixels."""
MOST_PAGES: Final = 20
"""Pages that are shown of one paper."""
USUAL: Final = "thuong"
"""The case of the matrix that is looked at first."""

_KEPT: Final = 128
_known: OrderedDict[tuple[str, ...], str] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True)
class Drawn:
    """The pages of one paper. pages: sizes in points. trouble: why there are none, in sentences."""

    pages: tuple[tuple[float, float], ...] = ()
    trouble: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True)
class Beside:
    """A page before and now, from 1, 0 where there is none. moved: where they differ. said: the same in words."""

    old: int
    new: int
    moved: Moved
    said: str


def chosen(file: KeptFile, content: bytes, ma: str) -> tuple[tuple[Case, ...], Case | None]:
    """Give the cases a template is looked at with, and the one that is asked for, else the usual one."""
    target = _target(file, content)
    found = cases(target) if target else ()
    usual = next((one for one in found if one.ma == USUAL), next(iter(found), None))
    return found, next((one for one in found if one.ma == ma), usual)


def drawn(file: KeptFile, content: bytes, sha256: str, case: Case) -> Drawn:
    """Make the pages of a paper. Raises nothing."""
    try:
        target = _target(file, content)
        if target is None:
            return Drawn(trouble=("Chưa rõ mẫu này dùng cho loại văn bản nào.",))
        docx = Template(content, file.ten.rpartition("/")[2]).render(target.said(case.raw))
        # Nobody else asks in this window, so that nothing newer can push this aside.
        window = secrets.token_hex(8)
        pages = previews().pages(docx, window, previews().ticket(window), f"mau {who.who()}")
    except Stale:
        return Drawn(trouble=("Chưa dựng được trang. Xin tải lại.",))
    except Busy:
        return Drawn(trouble=("Đang có nhiều người xem trước nên chưa dựng được trang. Xin tải lại sau giây lát.",))
    except DocgenError as error:
        return Drawn(trouble=tuple(_said(fault) for fault in error.faults[:5]))
    with _lock:
        _known[_key(file, sha256, case.ma)] = pages.key
        while len(_known) > _KEPT:
            _known.popitem(last=False)
    return Drawn(pages.sizes, key=pages.key)


def picture(file: KeptFile, content: bytes, sha256: str, ma: str, number: int, width: int) -> bytes:
    """Draw one page, 1 the first; made anew when it is not kept any more. Raises NotKept when there is none."""
    with _lock:
        key = _known.get(_key(file, sha256, ma), "")
    try:
        return previews().picture(key, number, width)
    except NotKept:
        case = chosen(file, content, ma)[1]
        if case is None or case.ma != ma:
            raise
        return previews().picture(drawn(file, content, sha256, case).key, number, width)


def beside(old: Drawn, new: Drawn) -> tuple[Beside, ...]:
    """Match the pages of two papers, and find what moved; without the old one only the new pages are told."""
    if not old.pages or not new.pages:
        return tuple(Beside(0, number, Moved(), "") for number in range(1, len(new.pages[:MOST_PAGES]) + 1))
    try:
        before, now = _pictures(old), _pictures(new)
    except NotKept:
        return tuple(Beside(0, number, Moved(), "") for number in range(1, len(new.pages[:MOST_PAGES]) + 1))
    found = []
    for one in pair(before, now):
        moved = one.moved
        if one.old is not None and one.new is not None and not moved and before[one.old] != now[one.new]:
            moved = compare(before[one.old], now[one.new])
        left, right = (0 if at is None else at + 1 for at in (one.old, one.new))
        found.append(Beside(left, right, moved, _what(left, right, moved)))
    return tuple(found)


def _what(left: int, right: int, moved: Moved) -> str:
    if not left:
        return "trang thêm"
    if not right:
        return "trang bị bỏ"
    return f"{len(moved.boxes)} vùng đổi" if moved else "không đổi"


def _pictures(paper: Drawn) -> Sequence[bytes]:
    numbers = range(1, len(paper.pages[:MOST_PAGES]) + 1)
    return [previews().picture(paper.key, number, WIDTH) for number in numbers]


def _target(file: KeptFile, content: bytes) -> Target | None:
    return find_target(Opened(content, file.ten.rpartition("/")[2]), data_dir(), file.loai, file.standard)[0]


def _key(file: KeptFile, sha256: str, ma: str) -> tuple[str, ...]:
    data = data_dir()
    state = digest(data.form(file.loai)), digest(data.sample(file.loai, file.the_thuc))
    return file.ten, sha256, ma, *state


def _said(fault: Fault) -> str:
    return data_dir().without_places(str(fault))
