"""A difference as one page of HTML: no scripts, nothing from elsewhere, to be printed or handed on; all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from docgen.comparing.difference import Difference, LookChange
from docgen.comparing.report import wording
from docgen.comparing.report.pieces import calmed, printable, shown
from docgen.comparing.report.wording import Told
from docgen.vietnamese.differing import Piece, shortened

_STYLE: Final = """
:root { color-scheme: light dark; --chu: #111; --nen: #fff; --mo: #444; --ke: #999; --them: #dff3e0;
  --them-chu: #0b4d16; --bo: #fde4e1; --bo-chu: #7d1007; }
@media (prefers-color-scheme: dark) { :root { --chu: #eee; --nen: #1b1b1b; --mo: #bbb; --ke: #777; --them: #12351a;
  --them-chu: #b9f0c2; --bo: #47140f; --bo-chu: #ffcfc9; } }
body { font: 11pt/1.45 "Times New Roman", "Liberation Serif", serif; color: var(--chu); background: var(--nen);
  max-width: 46em; margin: 2em auto; padding: 0 1em; overflow-wrap: anywhere; }
h1 { font-size: 1.3em; margin: 0 0 .3em; } h2 { font-size: 1.05em; margin: 1.6em 0 .4em;
  border-bottom: 1px solid var(--ke); }
ol, ul { padding-left: 1.4em; margin: .3em 0; } li { margin: .5em 0; break-inside: avoid; }
dl { margin: .3em 0; } dt { float: left; clear: left; min-width: 5em; color: var(--mo); } dd { margin: 0 0 0 5em; }
.viec { font-weight: bold; } .tong { font-weight: bold; }
.noi { color: var(--mo); font-size: .92em; } p.noi { margin: .2em 0 0; } ul.noi li { margin: .15em 0; }
.chu { margin: .2em 0 .2em; padding: .15em .6em; border-left: 2px solid var(--ke); white-space: pre-wrap; }
.chu p { margin: .15em 0; } summary { cursor: pointer; color: var(--mo); font-size: .92em; }
ins { background: var(--them); color: var(--them-chu); text-decoration: underline; text-decoration-thickness: .1em; }
del { background: var(--bo); color: var(--bo-chu); text-decoration: line-through; }
.bo-qua { color: var(--mo); font-style: italic; }
@media print { :root { --chu: #111; --nen: #fff; --mo: #444; --ke: #999; --them: none; --them-chu: #111; --bo: none;
  --bo-chu: #111; } body { margin: 0; max-width: none; } h2 { break-after: avoid; } }
"""
_TAGS: Final = {"removed": "del", "added": "ins"}
_FEW: Final = 3


def as_html(difference: Difference, cu: str, moi: str) -> str:
    """Write a difference as one page; ``cu`` and ``moi`` are what the papers are called."""
    body = "\n".join(_page(difference, cu, moi))
    return (
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>So sánh {_safe(cu)} với {_safe(moi)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def as_part(difference: Difference) -> str:
    """Write a difference as a part of another page, which brings the looks and calls the papers by name.

    Headings are h2; classes: tong, viec, noi, chu, bo-qua.
    """
    return "\n".join(_sections(difference))


def _page(difference: Difference, cu: str, moi: str) -> Iterator[str]:
    yield "<h1>So sánh hai văn bản</h1>"
    yield f"<dl><dt>Bản cũ</dt><dd>{_safe(cu)}</dd><dt>Bản mới</dt><dd>{_safe(moi)}</dd></dl>"
    yield from _sections(difference)


def _sections(difference: Difference) -> Iterator[str]:
    yield f'<p class="tong">{_safe(wording.counted(difference))}</p>'
    if difference.chu:
        yield "<p>Trong các đoạn dưới đây: <del>chữ bỏ</del> gạch ngang, <ins>chữ thêm</ins> gạch chân.</p>"
        yield "<h2>Chữ và vị trí</h2>"
        yield from _listed([_told(told) for told in wording.together(difference.chu)], "ol")
    if difference.dang:
        yield "<h2>Định dạng</h2>"
        yield from _listed([_look(change) for change in difference.dang], "ol")
    for title, rows in (
        ("Trang in", [(wording.page(one), wording.looks(one.dang)) for one in difference.trang]),
        ("Bảng", [(wording.table(one), wording.looks(one.dang)) for one in difference.bang]),
        ("Số đếm", [(one.ten, f"{one.cu} → {one.moi}") for one in difference.dem]),
    ):
        if rows:
            yield f"<h2>{title}</h2>"
            yield from _listed([f"{_safe(what)}: {_safe(said)}" for what, said in rows])
    for title, lines in (
        ("Thẻ của mẫu", [wording.tag(one) for one in difference.the]),
        ("Lưu ý", difference.luu_y),
    ):
        if lines:
            yield f"<h2>{title}</h2>"
            yield from _listed([_safe(line) for line in lines])


def _listed(items: Sequence[str], kind: str = "ul") -> Iterator[str]:
    yield f"<{kind}>"
    yield from (f"<li>{item}</li>" for item in items)
    yield f"</{kind}>"


def _told(told: Told) -> str:
    said = f'<span class="viec">{_safe(wording.head(told))}</span> <span class="noi">{_safe(wording.lies(told))}</span>'
    if told.alike:
        others = [_safe(wording.lies(Told((one,)))) for one in told.changes[1:]]
        return f'{said}<div class="chu">{_marked(told.first.manh)}</div>{_others(others)}'
    lines = [line for line in wording.lines(told) if any(piece.text.strip() for piece in line)]
    if len(lines) < 2:
        return said + "".join(f'<div class="chu">{_marked(line)}</div>' for line in lines)
    return f'{said}<div class="chu">{"".join(f"<p>{_marked(line)}</p>" for line in lines)}</div>'


def _look(change: LookChange) -> str:
    said = f'<span class="viec">{_safe(wording.looks(change.dang))}</span> '
    said += f'<span class="noi">{_safe(wording.spots(change))}</span>'
    return said + _others([_safe(wording.spot(one)) for one in change.cho[1:]])


def _others(places: Sequence[str]) -> str:
    """List the other places: a few, and the rest behind a line that opens on a screen and is counted on paper."""
    few, rest = _rows(places[:_FEW]), _rows(places[_FEW:])
    more = f"<details><summary>và {len(places) - _FEW} chỗ nữa</summary>{rest}</details>" if rest else ""
    return f'<p class="noi">cũng vậy ở:</p>{few}{more}' if few else ""


def _rows(places: Sequence[str]) -> str:
    rows = "".join(f"<li>{place}</li>" for place in places)
    return f'<ul class="noi">{rows}</ul>' if rows else ""


def _marked(pieces: Sequence[Piece]) -> str:
    kept = pieces if len(pieces) == 1 and pieces[0].kind != "same" else shortened(calmed(pieces))
    return "".join(_piece(piece) for piece in shown(kept))


def _piece(piece: Piece) -> str:
    tag = _TAGS.get(piece.kind)
    if tag:
        return f"<{tag}>{_safe(piece.text)}</{tag}>"
    return f'<span class="bo-qua">{_safe(piece.text)}</span>' if piece.kind == "skipped" else _safe(piece.text)


def _safe(text: str) -> str:
    return escape(printable(text))
