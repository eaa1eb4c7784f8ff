"""What is typed → everything there is to say of it: what the form's own check says, and what the checker says."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from docgen.checking import check as checking
from docgen.checking.finding import NANG_DAN
from docgen.checking.report import wording
from docgen.checking.result import Report
from docgen.data_dir import DataDir
from docgen.kinds import Form, Kinds
from docgen.reading.read import read
from docgen.web.building import build_page
from docgen.web.choosing import heading_for
from docgen.web.findings import Placed, Tracer
from docgen.web.making import make_paper
from docgen.web.page import Entry, Field, Page
from docgen.web.tracing import Spot
from docgen.web.typed import read_typed

_log = logging.getLogger(__name__)

_UNJUDGED: Final = "docgen gặp lỗi khi xét văn bản nên chưa có nhận xét; văn bản vẫn làm được. Mã để báo: {code}."
_WHOLE: Final = "Cả văn bản"


class Overtaken(Exception):
    """Somebody has asked again, about something newer: nobody waits for this answer."""


@dataclass(frozen=True)
class Named:
    """An input as the page shows it. group: heading it stands under; label: what it is called; order: on the page."""

    group: str
    label: str
    order: int


@dataclass(frozen=True)
class Judgement:
    """standard: the sentence about the standard. page: faults and notes as the form shows them.

    found: the checker's findings, in the order of the page. made: whether a paper could be made at all. trouble: a
    sentence about something that is not the secretary's to mend, "" as a rule. names: ids of the page.
    """

    standard: str
    page: Page
    found: tuple[Placed, ...]
    made: bool
    trouble: str
    names: Mapping[str, Named]
    unjudged: tuple[str, ...] = ()


def judge(
    form: Form,
    pairs: Sequence[tuple[str, str]],
    kinds: Kinds,
    data: DataDir,
    check_wanted: Callable[[], None] = lambda: None,
) -> Judgement:
    """Judge what is typed into a form.

    check_wanted: called between the steps; it raises Overtaken when nobody waits any more.
    """
    typed = read_typed(pairs, form)
    the_thuc, standard = heading_for(typed)
    outcome = make_paper([("loai", form.loai), *pairs], typed, kinds, data)
    page = build_page(form, typed, the_thuc, standard, outcome.said)
    names = named(page)
    if outcome.paper is None:
        return Judgement(standard, page, (), False, outcome.trouble, names)
    try:
        check_wanted()
        paper = read(outcome.paper.docx)
        check_wanted()
        report = checking.check(paper)
        tracer = Tracer(paper, typed)
        found = sorted((_on_page(tracer.placed(one), names) for one in report.findings), key=lambda p: _order(p, names))
    except Overtaken:
        raise
    except Exception:
        # What has been typed and the paper itself are well: only the opinion on it is missing.
        code = secrets.token_hex(4)
        _log.exception("a made paper could not be judged (%s)", code)
        return Judgement(standard, page, (), True, _UNJUDGED.format(code=code), names)
    return Judgement(standard, page, tuple(found), True, "", names, _unjudged(report))


def named(page: Page) -> dict[str, Named]:
    """List the inputs of a page by their ids, and what each is called."""
    found: dict[str, Named] = {}
    for group, label, at in _inputs(page):
        found.setdefault(at, Named(group, label, len(found)))
    return found


def _inputs(page: Page) -> Iterator[tuple[str, str, str]]:
    for group in page.groups:
        for item in group.items:
            if isinstance(item, Field):
                yield group.title, item.label, item.id
                continue
            # A list as a whole is stood on at its first input; without a row, at the button that adds one.
            yield group.title, item.label, item.id
            if item.before is not None:
                yield group.title, item.before.label, item.before.id
            for row in item.rows:
                for field in row.fields:
                    called = f"{item.item} {row.number}"
                    inner = field.label[:1].lower() + field.label[1:]
                    yield group.title, f"{called}, {inner}" if item.of_parts else called, field.id
            yield group.title, item.label, f"{item.name}-them"


def as_json(judgement: Judgement) -> dict[str, Any]:
    """Give a judgement as plain values for the page's script."""
    page, names = judgement.page, judgement.names
    return {
        "standard": judgement.standard,
        "made": judgement.made,
        "trouble": judgement.trouble,
        "faults": _entries(page.faults),
        "more_faults": page.more_faults,
        "notes": _entries(page.notes),
        "more_notes": page.more_notes,
        "findings": [_finding(placed, names) for placed in judgement.found],
        "counts": {muc: sum(one.finding.muc == muc for one in judgement.found) for muc in reversed(NANG_DAN)},
        "unjudged": list(judgement.unjudged),
    }


def _entries(entries: Iterable[Entry]) -> list[dict[str, str]]:
    return [{"id": entry.href, "label": entry.label, "text": entry.text} for entry in entries]


def _finding(placed: Placed, names: Mapping[str, Named]) -> dict[str, Any]:
    finding, spot = placed.finding, placed.spot
    name = names.get(spot.id)
    return {
        "code": finding.ma,
        "nang": finding.muc,
        "chac": finding.chac,
        "text": finding.loi,
        "found": finding.thay,
        "wanted": finding.can,
        "clause": wording.clause(finding.dieu_khoan),
        "where": wording.where(finding.noi),
        "quote": finding.trich,
        "id": spot.id,
        "label": name.label if name else "",
        "group": name.group if name else _WHOLE,
        "dong": spot.dong,
        "chon": list(spot.chon) if spot.chon else None,
    }


def _on_page(placed: Placed, names: Mapping[str, Named]) -> Placed:
    """Keep to ids that are on the page; something this form does not ask leads nowhere."""
    return placed if not placed.spot.id or placed.spot.id in names else Placed(placed.finding, Spot(""))


def _order(placed: Placed, names: Mapping[str, Named]) -> tuple[int, tuple[int, int]]:
    """What belongs to nothing on the page comes last."""
    name = names.get(placed.spot.id)
    return (name.order if name else len(names)), placed.spot.chon or (0, 0)


def _unjudged(report: Report) -> tuple[str, ...]:
    return report.khong_xet if report.judged else (report.regime.giai_thich,)
