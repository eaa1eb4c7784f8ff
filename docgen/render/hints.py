"""What was probably meant by a tag that cannot be read, and how it is written."""

from __future__ import annotations

import re
from typing import Final

from docgen.render.tags import Tag

_STRING: Final = re.compile(r"'[^']*'|\"[^\"]*\"")
_APART: Final = re.compile(r"[^\W\d][\w.]*(?: [^\W\d][\w.]*)+")
# Signs and words of other languages → those of tags.
_FOREIGN: Final = {
    "<>": "!=", "≠": "!=", "≥": ">=", "≤": "<=", "&&": "and", "&": "and", "||": "or", "!": "not", "và": "and",
    "hoặc": "or", "không": "not", "trong": "in",
}  # fmt: skip
_WRITTEN: Final = re.compile(r"<>|≠|≥|≤|&&?|\|\||!(?!=)|\b(?:và|hoặc|không|trong)\b")
_ONE_EQUALS: Final = re.compile(r"(?<![=!<>])=(?!=)")


def hint(tag: Tag) -> str:
    """Say how to write what was probably meant; "" when there is no telling."""
    code = tag.code
    plain = _STRING.sub("''", code)
    foreign = _WRITTEN.search(plain)
    if code.startswith("{") or code.endswith("}"):
        return f"Mỗi đầu chỉ hai dấu ngoặc nhọn: “{{{{ {code.strip('{} ')} }}}}”."
    if code in ("if", "elif"):
        return f"Hãy viết điều kiện sau chữ “{code}”, ví dụ “{{%p {code} ket_thuc %}}”."
    if plain.replace("''", "").count('"') or plain.replace("''", "").count("'"):
        return "Thiếu một dấu nháy: chữ trong thẻ phải có dấu nháy ở cả hai đầu, ví dụ 'KHẨN'."
    if plain.count("(") != plain.count(")"):
        return "Số dấu “(” và “)” không bằng nhau."
    if foreign:
        return f"Thay “{foreign.group()}” bằng “{_FOREIGN[foreign.group()]}”."
    if tag.word == "for" and not re.fullmatch(r"for \w+ in .+", code):
        return "Hãy viết đủ: “{%p for dong in can_cu %}”, với tên của danh sách ở cuối."
    if _ONE_EQUALS.search(plain):
        return "So sánh bằng phải viết hai dấu: “==”."
    if tag.opener == "{{" and _APART.fullmatch(code):
        return f"Tên không có dấu cách: “{code.replace(' ', '.')}” hay “{code.replace(' ', '_')}”?"
    return ""
