"""Reports as one page of HTML: no scripts, nothing from elsewhere, to be printed or handed on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from docgen.checking.excerpt import DONG, MO
from docgen.checking.finding import Finding
from docgen.checking.report.wording import Same, beside_excerpt, clause, counted, grave, headings, under, where
from docgen.checking.result import Report

_STYLE: Final = """
body { font: 11pt/1.45 "Times New Roman", "Liberation Serif", serif; color: #111; max-width: 46em; margin: 2em auto;
  padding: 0 1em; }
h1 { font-size: 1.3em; margin: 0 0 .3em; } h2 { font-size: 1.05em; margin: 1.6em 0 .4em;
  border-bottom: 1px solid #999; }
article + article { border-top: 2px solid #111; margin-top: 3em; padding-top: 1.5em; }
ol, ul { padding-left: 1.4em; margin: .3em 0; } li { margin: .5em 0; break-inside: avoid; }
.muc { font-weight: bold; } .loi .muc { text-decoration: underline; } .thong-tin .muc { font-weight: normal; }
.noi, .dieu-khoan { color: #444; font-size: .92em; margin: .15em 0; }
q { quotes: none; } .noi { white-space: pre-wrap; }
.ma { white-space: nowrap; }
mark { background: #fff2b3; color: inherit; } .tong { font-weight: bold; }
@media print { body { margin: 0; max-width: none; } article + article { break-before: page; border: 0; } h2 {
  break-after: avoid; } mark { background: none; border-bottom: 1.5px solid #111; } }
"""


def as_html(reports: Sequence[Report]) -> str:
    """Write the reports as one page; each begins on a sheet of its own when printed."""
    title = reports[0].ten if len(reports) == 1 and reports[0].ten else "Kết quả xét thể thức văn bản"
    body = "\n".join("\n".join(_report(report)) for report in reports)
    return (
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_safe(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _report(report: Report) -> Iterator[str]:
    yield "<article>"
    yield f"<h1>{_safe(report.ten or 'Văn bản')}</h1>"
    for sentence in (report.regime.giai_thich, *report.regime.luu_y):
        yield f"<p>{_safe(sentence)}</p>"
    if report.judged:
        yield f'<p class="tong">{_safe(counted(report))}</p>'
    for heading, groups in headings(report.findings):
        yield f"<h2>{_safe(heading)}</h2>"
        yield "<ol>"
        for same in groups:
            yield _finding(same)
        yield "</ol>"
    yield from _list("Không xét", report.khong_xet)
    silent = [f"{one.ma}: {len(one.findings)} chỗ không nêu. Lý do: {one.ly_do}" for one in report.im_lang]
    yield from _list("Quy tắc cơ quan đã tắt", silent)
    yield from _list("Lưu ý", report.luu_y)
    yield "</article>"


def _finding(same: Same) -> str:
    first = same.first
    places = [_place(finding) for finding in same.findings]
    where_ = places[0] if len(places) == 1 else "<ul>" + "".join(f"<li>{place}</li>" for place in places) + "</ul>"
    code = f'<span class="ma">{_safe(first.ma)}</span>'
    return (
        f'<li class="{first.muc}"><span class="muc">{_safe(grave(first))}:</span> {_safe(first.loi)}'
        f'{where_}<p class="dieu-khoan">{_safe(clause(first.dieu_khoan))} · {code}</p></li>'
    )


def _place(finding: Finding) -> str:
    place, heading = where(finding.noi), under(finding.noi)
    if place and heading:
        place += f", dưới “{heading}”"
    said = _safe(place)
    if finding.trich:
        quoted = _safe(finding.trich).replace(MO, "<mark>").replace(DONG, "</mark>")
        balanced = quoted.count("<mark>") == quoted.count("</mark>") == 1
        said += f"{': ' if place else ''}<q>{quoted if balanced else _safe(finding.trich)}</q>"
    wanted = _safe(beside_excerpt(finding))
    return f'<p class="noi">{said}{"<br>" if said and wanted else ""}{wanted}</p>' if said or wanted else ""


def _list(title: str, lines: Iterable[str]) -> Iterator[str]:
    lines = list(lines)
    if lines:
        yield f"<h2>{_safe(title)}</h2>"
        yield "<ul>" + "".join(f"<li>{_safe(line)}</li>" for line in lines) + "</ul>"


def _safe(text: str) -> str:
    """Escape ``text`` and show characters that no page may hold as their code."""
    return escape("".join(char if char.isprintable() or char in "\n\t " else f"[U+{ord(char):04X}]" for char in text))
