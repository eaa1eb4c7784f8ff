"""Judge a paper: the rules it is under, every finding in order of place, and what could not be judged."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from docgen.checking import clauses, missing, regime, rules
from docgen.checking.finding import Finding
from docgen.checking.judged import Judged
from docgen.checking.regime import Asked, Regime
from docgen.checking.result import Report, Silenced
from docgen.checking.rule import Rule
from docgen.checking.silence import Silence
from docgen.reading import stamp
from docgen.reading.facts import Paper

_log = logging.getLogger(__name__)
_PARTS_ORDER: Final = {"thân": 1, "hộp chữ": 1, "đầu trang": 0, "chân trang": 0, "chú thích": 2}


def check(
    paper: Paper, the_thuc: Asked = "auto", *, ten: str = "", im_lang: Iterable[Silence] = (), luat: Iterable[Rule] = ()
) -> Report:
    """Judge ``paper`` by the rules it is under, or by those of ``the_thuc``.

    ten: what the file is called. im_lang: rules an agency silences, each with its reason. luat: the rules, all of
    docgen's when left out. A rule that breaks down is told in the report and does not stop the others.
    """
    found = regime.find(paper, the_thuc)
    if found.standard is None:
        return Report(ten, found, luu_y=_read_notes(paper))
    judged = Judged(paper, found.standard)
    findings, broken = _judge(judged, tuple(luat) or rules.ALL)
    findings = sorted((_weighed(one, found) for one in findings), key=_place)
    silenced = tuple(_silenced(findings, im_lang))
    quiet = {one.ma for one in silenced}
    return Report(
        ten,
        found,
        tuple(one for one in findings if one.ma not in quiet),
        silenced,
        (*missing.not_judged(judged, findings), *(_broken(ma) for ma in broken)),
        (*missing.remarks(judged), *_read_notes(paper)),
        tuple(broken),
    )


def _judge(judged: Judged, luat: Sequence[Rule]) -> tuple[list[Finding], list[str]]:
    findings: list[Finding] = []
    broken: list[str] = []
    for one in luat:
        try:
            findings += one(judged)
        except Exception:
            # One rule that meets a paper its author never saw must not cost people all the others.
            _log.exception("rule %s broke down", one.ma)
            broken.append(one.ma)
    return findings, broken


def _weighed(finding: Finding, found: Regime) -> Finding:
    """Breaches of form by a paper the rules do not bind are warnings; mistakes of language stay what they are."""
    form = finding.dieu_khoan != clauses.NGON_NGU
    return replace(finding, muc="canh-bao") if found.nhe and form and finding.muc == "loi" else finding


def _place(finding: Finding) -> tuple[int, int, int, str]:
    """Order: the whole paper and its pages, the text from the first to the last paragraph, footnotes."""
    where = 0 if finding.noi is None else _PARTS_ORDER[finding.noi.phan]
    at = finding.doan if finding.doan is not None else finding.noi.doan if finding.noi else 0
    return where, at, finding.khoang[0] if finding.khoang else -1, finding.ma


def _silenced(findings: Sequence[Finding], im_lang: Iterable[Silence]) -> Iterator[Silenced]:
    for silence in im_lang:
        held = tuple(one for one in findings if one.ma == silence.ma)
        yield Silenced(silence.ma, silence.ly_do, held)


def _broken(ma: str) -> str:
    return f"Quy tắc {ma} gặp lỗi của chương trình nên chưa xét được; đó không phải là lỗi của văn bản."


def _read_notes(paper: Paper) -> tuple[str, ...]:
    made_with = stamp.made_with(paper.thuoc_tinh_rieng)
    return (*(f"{note.loi} {note.sua}".strip() for note in paper.notes), *([made_with] if made_with else []))
