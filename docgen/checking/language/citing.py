"""The documents a text cites: type, number, day, issuer and title, as far as they are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docgen.checking.language.letters import HOA

_TYPES: Final = (
    "Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết liên tịch", "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị",
    "Thông tư liên tịch", "Thông tư", "Kế hoạch", "Công văn", "Hướng dẫn", "Thông báo", "Kết luận", "Chương trình",
    "Quy chế", "Quy định", "Đề án", "Công điện", "Tờ trình", "Báo cáo", "Lệnh", "Văn bản", "Thông tri", "Biên bản",
    "Chương trình hành động", "Chương trình công tác", "Thông báo kết luận", "Kế hoạch hành động",
)  # fmt: skip
TYPE: Final = "|".join(sorted(_TYPES, key=len, reverse=True))
"""Names of types for a pattern, longest first."""

_CODE: Final = rf"[{HOA}][\w&]*(?:[-/.][{HOA}][\w&]*)*"
SYMBOL: Final = rf"\d{{1,6}}[a-z]?(?:/(?:19|20)\d{{2}})?\s?[-/]\s?{_CODE}"
"""A number with its code: 05/KH-UBND, 04-CT/TW, 30/2020/NĐ-CP, 72/2025/QH15."""

_CITED: Final = re.compile(
    rf"(?<!\w)(?P<loai>{TYPE}|[Ll]uật|[Nn]ghị (?:quyết|định)|[Qq]uyết định)(?P<so>\s+[Ss]ố\s?:?)?\s+(?P<kh>{SYMBOL})"
)
_DAY: Final = re.compile(
    r"(?P<phay>,?)\s*(?P<ngay>ngày\s*(?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2},?\s+năm\s+\d{4}"
    r"|[\s/.…_]{0,24}(?:tháng[\s.…_]{0,24}(?:\d{1,2}\s{0,9})?năm|/)))"
)
_TITLE_WORDS: Final = (
    "về việc", "về", "ban hành", "phê duyệt", "quy định", "hướng dẫn", "sửa đổi", "bổ sung", "thành lập", "công bố",
    "triển khai", "thực hiện", "phân công", "phân cấp", "giao", "tổ chức", "thông qua", "điều chỉnh", "bãi bỏ",
    "thay thế", "kiện toàn", "cho ý kiến", "đề nghị", "thông báo", "trình", "tổng kết", "sơ kết", "kết luận",
    "tuyên truyền", "tăng cường", "đẩy mạnh", "quy chế", "kế hoạch", "chương trình", "chi tiết", "có hiệu lực",
    "xử lý", "giải quyết", "góp ý", "trả lời", "xin", "mời", "cử", "bổ nhiệm", "đính chính", "hợp nhất", "quản lý",
    "phối hợp", "báo cáo", "xác định", "xây dựng", "phát triển", "cấp", "thu hồi", "khen thưởng", "kỷ luật",
    "chấp thuận",
)  # fmt: skip
_TITLE: Final = re.compile(rf"\b(?:{'|'.join(_TITLE_WORDS)})\b|[“\"(:]", re.IGNORECASE)
_ISSUER: Final = re.compile(rf"[\s,]*(?:\([^)]*\)\s*)?của\s+(?P<ai>[{HOA}][^;,.:“\"()]*)")
_SENTENCE_END: Final = re.compile(rf"[;]|[.!?…](?=\s+[“\"(]*[{HOA}])|[.]$")
_ISSUER_LATER: Final = re.compile(rf"\s(?:của|do)\s+[{HOA}]")
# "UBND tỉnh ban hành Kế hoạch số …": who issued it stands before it.
_ISSUED: Final = re.compile(r"\b(?:ban hành|có|ký|gửi|nhận được)(?:\s+\w+){0,2}\s+$")
_VERB_OF_TITLE: Final = re.compile(rf"\s(?:{'|'.join(_TITLE_WORDS)})\b")
_LONGEST_ISSUER: Final = 120
_MOST_WORDS_OF_ISSUER: Final = 9
_BEFORE_CHARS: Final = 40


@dataclass(frozen=True, slots=True)
class Citation:
    """A document cited with its number.

    tu, den: the characters of type and number. so: the word "số" stands there. khoa: the number without blanks, for
    finding it again. phay: a comma stands before "ngày". ngay: the day is named (or a gap left for it). ai: who issued
    it by the words "của …" right behind, else "". co_ai: whether that is said anywhere. ten: a title follows.
    """

    tu: int
    den: int
    loai: str
    ky_hieu: str
    so: bool
    phay: bool
    ngay: bool
    ai: str
    co_ai: bool
    ten: bool

    @property
    def khoang(self) -> tuple[int, int]:
        """The characters of type and number."""
        return self.tu, self.den

    @property
    def khoa(self) -> str:
        """The number without blanks."""
        return "".join(self.ky_hieu.split()).upper()


def citations(text: str) -> Iterator[Citation]:
    """Find the documents that ``text`` cites by number, in order."""
    if "/" not in text:
        return
    found = list(_CITED.finditer(text))
    for k, m in enumerate(found):
        end = found[k + 1].start() if k + 1 < len(found) else len(text)
        stop = _SENTENCE_END.search(text, m.end(), end)
        yield _read(text, m, stop.start() if stop else end)


def _read(text: str, m: re.Match[str], end: int) -> Citation:
    at = m.end()
    day = _DAY.match(text, at, end)
    if day:
        at = day.end()
    issuer = _ISSUER.match(text, at, min(end, at + _LONGEST_ISSUER))
    name = ""
    if issuer:
        name = _VERB_OF_TITLE.split(issuer["ai"], maxsplit=1)[0].strip()
        at = issuer.start("ai") + len(name)
    before = text[max(m.start() - _BEFORE_CHARS, 0) : m.start()]
    said = bool(name) or _ISSUER_LATER.search(text, at, end) is not None or _ISSUED.search(before) is not None
    titled = (
        _TITLE.search(text, at, end) is not None
        or len(re.findall(r"\w+", text[at:end])) > 2
        or len(name.split()) > _MOST_WORDS_OF_ISSUER
    )
    return Citation(
        m.start(), m.end("kh"), m["loai"], m["kh"], m["so"] is not None, day is not None and bool(day["phay"]),
        day is not None, name, said, titled,
    )  # fmt: skip
