"""Why a text is not YAML, in words a secretary understands.

The parser says what it stumbled over; the cause is mostly visible in the text around that place. libyaml and
PyYAML word their problems differently and agree on the places, so the places and the text decide here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from docgen.errors import Fault
from docgen.vietnamese.refusal import quoted

_BLOCK_OPENS = re.compile(r"(^|[ \t:-])[|>][-+0-9]*[ \t]*(#.*)?$")
_ENTRY = re.compile(r"^[ \t]*(?:- +)*(?P<ten>[^\s:#][^:]*?)[ \t]*:(?P<sau>[ \t]+\S|\S)?")
_SPECIAL = {
    "*": "Dấu * ở đầu giá trị là ký hiệu riêng của YAML.",
    "&": "Dấu & ở đầu giá trị là ký hiệu riêng của YAML.",
    "!": "Dấu ! ở đầu giá trị là ký hiệu riêng của YAML.",
    "%": "Giá trị không được mở đầu bằng dấu %.",
    "@": "Giá trị không được mở đầu bằng dấu @.",
    "`": "Giá trị không được mở đầu bằng dấu `.",
    ",": "Có dấu phẩy thừa.",
    "]": "Dấu ] không có dấu [ mở trước nó.",
    "}": "Dấu } không có dấu { mở trước nó.",
}
_IN_QUOTES = "Hãy đặt cả giá trị trong dấu nháy kép."
_CONTENT = "Nội dung sau dấu | phải xuống dòng và thụt vào sâu hơn tên mục, mọi dòng bằng nhau hoặc sâu hơn."


class _Stumble(NamedTuple):
    """What the parser said, and the lines of the text; line numbers here are 0-based."""

    problem: str
    context: str
    dong: int
    cot: int
    mo: int
    lines: list[str]

    def line(self, at: int | None = None) -> str:
        at = self.dong if at is None else at
        return self.lines[at] if 0 <= at < len(self.lines) else ""

    def above(self, at: int) -> int:
        """Find the nearest line above that is not blank, -1 when there is none."""
        at -= 1
        while at >= 0 and not self.line(at).strip():
            at -= 1
        return at


_Found = tuple[str, str, int] | None


def explain(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """One fault for a text that is not YAML: line, column, the likely cause and what would be right."""
    mark: Any = error.problem_mark or error.context_mark
    opened: Any = error.context_mark or mark
    seen = _Stumble(str(error.problem), str(error.context), mark.line, mark.column, opened.line, text.split("\n"))
    for cause in _CAUSES:
        found = cause(seen)
        if found is not None:
            loi, sua, dong = found
            return _fault(loi, sua, dong, seen.cot if dong == seen.dong else None)
    return _fault("Tệp không đúng cách viết YAML ở chỗ này.", "Hãy so dòng này với tệp mẫu.", seen.dong, seen.cot)


def _fault(loi: str, sua: str, dong: int, cot: int | None) -> Fault:
    place = "" if cot is None else f"Cột {cot + 1}: "
    return Fault("", f"{place}{loi}", sua, dong + 1)


def _tab(seen: _Stumble) -> _Found:
    indent = re.match(r"[ \t]*", seen.line())
    tabbed = indent is not None and "\t" in indent.group()
    if tabbed or "\t" in seen.problem or "tab character" in seen.problem:
        return "Dòng này thụt vào bằng dấu tab.", "YAML chỉ nhận dấu cách: hãy thay tab bằng các dấu cách.", seen.dong
    return None


def _open_quote(seen: _Stumble) -> _Found:
    if "quoted" in seen.context and "end of stream" in seen.problem:
        return "Dấu nháy mở ở dòng này không được đóng lại.", "Hãy thêm dấu nháy đóng ở cuối giá trị.", seen.mo
    if "quoted" in seen.context:
        return (
            r"Trong dấu nháy kép, dấu \ là ký hiệu riêng của YAML.",
            r"Hãy viết \\ thay cho \, hoặc dùng dấu nháy đơn.",
            seen.dong,
        )
    return None


def _open_bracket(seen: _Stumble) -> _Found:
    if not seen.context.startswith("while parsing a flow"):
        return None
    if "node" in seen.context:
        return _special(seen)
    opening = "[" if "sequence" in seen.context else "{"
    closing = "]" if opening == "[" else "}"
    return f"Dấu {opening} mở ở dòng này không được đóng lại bằng {closing}.", f"Hãy thêm {closing} vào cuối.", seen.mo


def _special(seen: _Stumble) -> _Found:
    """See a value that opens with a sign YAML keeps for itself."""
    for name, sign in (("an alias", "*"), ("an anchor", "&"), ("a tag", "!")):
        if name in seen.context:
            return _SPECIAL[sign], _IN_QUOTES, seen.mo
    if "tag handle" in seen.problem:
        return _SPECIAL["!"], _IN_QUOTES, seen.dong
    if "cannot start" in seen.problem or "node content" in seen.problem:
        sign = seen.line()[seen.cot : seen.cot + 1]
        return _SPECIAL.get(sign, f"Giá trị không được mở đầu bằng {quoted(sign)}."), _IN_QUOTES, seen.dong
    return None


def _block_header(seen: _Stumble) -> _Found:
    if "scanning a block scalar" in seen.context:
        return "Sau dấu | hoặc > còn có chữ.", _CONTENT, seen.dong
    return None


def _colon_twice(seen: _Stumble) -> _Found:
    """``ket_thuc: Lưu ý: …``, ``so:5`` above, or a line indented too deep."""
    if "mapping values are not allowed" not in seen.problem:
        return None
    entry = _ENTRY.match(seen.line())
    if entry and entry.end("ten") < seen.cot and entry["sau"] and seen.line()[: seen.cot].rstrip() != entry["ten"]:
        return (
            "Giá trị có dấu hai chấm ở bên trong.",
            f'Hãy đặt cả giá trị trong dấu nháy kép: {entry["ten"].strip()[:40]}: "…"',
            seen.dong,
        )
    return _glued(seen, seen.above(seen.dong)) or (
        "Dòng này thụt vào không khớp với dòng trên, nên bị coi là phần nối tiếp của dòng trên.",
        "Các mục cùng cấp phải thẳng cột nhau.",
        seen.dong,
    )


def _glued(seen: _Stumble, at: int) -> _Found:
    """``so:5`` or ``-Bộ Nội vụ``: the sign and the value stand together."""
    line = seen.line(at)
    if re.match(r"^\s*-[^\s-]", line):
        return "Thiếu dấu cách sau dấu gạch đầu dòng.", f"Hãy viết {quoted('- ' + line.strip()[1:])}.", at
    glued = re.match(r"^\s*(?:- +)*([A-Za-z_][\w.]*):([^\s:/].*)$", line)
    if glued:
        return "Thiếu dấu cách sau dấu hai chấm.", f"Hãy viết {quoted(f'{glued[1]}: {glued[2]}')}.", at
    return None


def _no_colon(seen: _Stumble) -> _Found:
    if "could not find expected ':'" not in seen.problem:
        return None
    return (
        _outside_block(seen, seen.mo)
        or _glued(seen, seen.mo)
        or (
            f"Dòng {quoted(seen.line(seen.mo).strip())} không có dạng “tên: giá trị”.",
            "Nếu là phần nối tiếp của dòng trên, hãy thụt nó vào; nếu là một mục, hãy thêm dấu hai chấm.",
            seen.mo,
        )
    )


def _outside_block(seen: _Stumble, at: int) -> _Found:
    """See a line that should have belonged to the ``|`` text above it."""
    above = seen.above(at)
    indent = len(seen.line(at)) - len(seen.line(at).lstrip(" "))
    while above >= 0:
        line = seen.line(above)
        if _BLOCK_OPENS.search(line):
            return "Dòng này thụt vào ít hơn nội dung mà dấu | ở trên mở ra.", _CONTENT, at
        if len(line) - len(line.lstrip(" ")) <= indent:
            return None
        above = seen.above(above)
    return None


def _list_inline(seen: _Stumble) -> _Found:
    if "sequence entries are not allowed" in seen.problem:
        return (
            "Danh sách không được bắt đầu ngay trên dòng của tên mục.",
            "Hãy xuống dòng, mỗi dòng mở đầu bằng “- ”; nếu dấu - là chữ thì đặt giá trị trong dấu nháy.",
            seen.dong,
        )
    return None


def _after_quote(seen: _Stumble) -> _Found:
    before = seen.line()[: seen.cot].rstrip()
    if before.endswith(('"', "'")) and seen.line()[seen.cot : seen.cot + 1] not in {"", "#"}:
        return (
            "Sau dấu nháy đóng còn có chữ.",
            "Hãy đặt cả giá trị trong một cặp nháy, nháy bên trong viết “ ”.",
            seen.dong,
        )
    return None


def _indent(seen: _Stumble) -> _Found:
    if not seen.context.startswith("while parsing a block"):
        return None
    if re.match(r"^\s*- ", seen.line()) and "collection" not in seen.context:
        fix = "Dấu “- ” chỉ dùng cho danh sách, dưới tên mục không có giá trị trên cùng dòng."
        return _outside_block(seen, seen.dong) or ("Dòng “- ” đứng ngoài danh sách.", fix, seen.dong)
    return (
        _outside_block(seen, seen.dong)
        or _glued(seen, seen.dong)
        or (
            "Dòng này thụt vào không thẳng cột với các dòng cùng cấp.",
            "Các mục cùng cấp phải thẳng cột nhau.",
            seen.dong,
        )
    )


def _no_key(seen: _Stumble) -> _Found:
    if re.match(r"^\s*:(\s|$)", seen.line()):
        return "Thiếu tên mục trước dấu hai chấm.", "Mỗi mục có dạng “tên: giá trị”.", seen.dong
    return None


def _second_document(seen: _Stumble) -> _Found:
    if "document start" in seen.problem or "directive" in seen.context:
        return "Có chữ đứng ngoài văn bản, trước “---” hoặc sau “...”.", "Hãy bỏ dòng ấy.", seen.dong
    return None


_CAUSES: tuple[Callable[[_Stumble], _Found], ...] = (
    _tab,
    _no_key,
    _open_quote,
    _open_bracket,
    _special,
    _block_header,
    _colon_twice,
    _no_colon,
    _list_inline,
    _after_quote,
    _indent,
    _second_document,
)
