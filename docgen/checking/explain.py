"""What a rule is about, for people: ``docgen explain``."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from docgen.checking import clauses, rules
from docgen.checking.finding import Muc
from docgen.checking.report.wording import clause
from docgen.checking.rule import Rule
from docgen.errors import Fault, Unusable
from docgen.standards import STANDARDS, Sure
from docgen.vietnamese.refusal import quoted

WIDTH: Final = 80
_MUC: Final[dict[Muc, str]] = {"loi": "lỗi", "canh-bao": "cảnh báo", "thong-tin": "để biết"}
_SURE: Final = {
    Sure.V: "lời của quy định, đã đối chiếu với nguồn độc lập",
    Sure.T: "lời của quy định",
    Sure.T1: "lời của quy định, theo một bản chép",
    Sure.V2: "nhiều nguồn thứ cấp nói giống nhau; chưa đọc được nguyên văn",
    Sure.S: "một nguồn thứ cấp",
    Sure.F: "thấy ở định dạng của tệp Word chính thức; lời quy định không nói",
    Sure.P: "thói quen thấy ở văn bản thật",
    Sure.K: "hiểu biết chung, không dựa vào lời quy định nào",
    Sure.UNSURE: "chưa chắc, hoặc các nguồn nói khác nhau",
}


def find(ma: str, luat: Sequence[Rule] = ()) -> Rule:
    """Find a rule by its code, whatever the case of its letters. Raises Unusable for an unknown one."""
    known = {one.ma: one for one in tuple(luat) or rules.ALL}
    for code, one in known.items():
        if code.casefold() == ma.strip().casefold():
            return one
    close = difflib.get_close_matches(ma.strip(), known, n=3)
    sua = f"Có phải là {' hoặc '.join(close)}?" if close else "Chạy “docgen explain” không kèm mã để xem mọi quy tắc."
    raise Unusable(Fault("", f"Không có quy tắc {quoted(ma)}.", sua))


def explain(one: Rule) -> str:
    """Explain a rule: its name, clause, how grave and how certain, and what its author wrote for people."""
    return "\n".join(_lines(one)) + "\n"


def listing(luat: Sequence[Rule] = ()) -> str:
    """List the rules, one a line: code, name."""
    return "".join(f"{one.ma}\t{one.ten}\n" for one in tuple(luat) or rules.ALL)


def _lines(one: Rule) -> Iterator[str]:
    yield f"{one.ma}: {one.ten}"
    yield ""
    for paragraph in one.giai_thich.split("\n\n"):
        yield from _paragraph(paragraph)
        yield ""
    source = clauses.source(one.dieu_khoan)
    yield from _field("Điều khoản", clause(one.dieu_khoan))
    if source:
        yield from _field("Thuộc", source)
    yield from _field("Áp dụng", ", ".join(STANDARDS[name].ten_ngan for name in one.the_thuc))
    yield from _field("Mức", _MUC[one.muc])
    yield from _field("Cơ sở", _SURE[one.sure])


def _paragraph(paragraph: str) -> Iterator[str]:
    """Wrap a paragraph; examples ("Đúng: …", "Sai: …") and list items keep lines of their own."""
    block: list[str] = []
    for line in paragraph.split("\n"):
        if block and line.lstrip().startswith(("Đúng:", "Sai:", "Ví dụ", "- ")):
            yield from textwrap.wrap(" ".join(block), WIDTH, break_on_hyphens=False)
            block = []
        block.append(line.strip())
    yield from textwrap.wrap(" ".join(block), WIDTH, break_on_hyphens=False)


def _field(name: str, value: str) -> list[str]:
    return textwrap.wrap(f"{name}: {value}", WIDTH, subsequent_indent="  ", break_on_hyphens=False)
