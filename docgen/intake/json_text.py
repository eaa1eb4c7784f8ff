"""JSON (RFC 8259) read as text: numbers keep their spelling, repeated keys are faults, every value has its line.

The standard library reads the strings; the frame is ours because its parser tells neither the place of a value
nor which key came twice.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from json import JSONDecodeError, JSONDecoder
from typing import Any

from docgen.errors import Fault, Unusable
from docgen.intake.loaded import Loaded, Record, Spot, child, item
from docgen.intake.source import check_characters
from docgen.vietnamese.refusal import quoted

_STRING = JSONDecoder()
_BLANK = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"[^\s,:\[\]{}\"]+")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}


def read(text: str) -> Loaded:
    r"""JSON text → plain values with their lines.

    Numbers come back as the text that was typed (``4750.0``, ``1e5``). Raises Unusable when the text is not JSON
    (one message, with line, column and the likely cause), InputFaults when it is no object or holds
    characters no paper can hold. Repeated keys and halves of characters (``\ud83d`` alone) come back as faults.
    """
    check_characters(text)
    reader = _Reader(text)
    return reader.record.loaded(reader.document())


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.starts = [0, *(m.end() for m in re.finditer("\n", text))]
        self.record = Record()

    def document(self) -> Any:
        self._skip()
        if self.at == len(self.text):
            return None
        value = self._value("", 1)
        self._skip()
        if self.at < len(self.text):
            raise self._wrong(
                "Còn chữ thừa sau dấu đóng cuối cùng.", "Mỗi tệp chỉ chứa một văn bản, trong một cặp { }."
            )
        return value

    def _line(self, at: int) -> int:
        return bisect_right(self.starts, at)

    def _skip(self) -> str:
        """Past the blanks; the character that stands there, ``""`` at the end."""
        found = _BLANK.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.text[self.at : self.at + 1]

    def _wrong(self, loi: str, sua: str = "", at: int | None = None) -> Unusable:
        at = self.at if at is None else at
        dong = self._line(at)
        cot = at - self.starts[dong - 1] + 1
        return Unusable(Fault("", f"Cột {cot}: {loi}", sua, dong))

    def _value(self, path: str, depth: int) -> Any:
        self.record.node(depth, self._line(self.at))
        match self._skip():
            case "{":
                return self._object(path, depth)
            case "[":
                return self._array(path, depth)
            case '"':
                return self._string(path)
            case "":
                raise self._wrong("Tệp kết thúc giữa chừng.", "Hãy xem có thiếu dấu đóng } hoặc ] không.")
            case "'":
                raise self._wrong("JSON không dùng dấu nháy đơn.", 'Hãy viết "…".')
            case "/" | "#":
                raise self._wrong("JSON không có ghi chú.", "Hãy bỏ ghi chú, hoặc dùng tệp .yaml.")
            case "}" | "]" | ",":
                raise self._wrong("Thiếu giá trị ở đây.", "Hãy bỏ dấu phẩy thừa, hoặc viết null nếu chưa có giá trị.")
            case _:
                return self._word()

    def _word(self) -> str | bool | None:
        found = _WORD.match(self.text, self.at)
        word = found.group() if found else self.text[self.at]
        if word in _WORDS:
            self.at += len(word)
            return _WORDS[word]
        if _NUMBER.fullmatch(word):
            self.at += len(word)
            return word
        if re.fullmatch(r"[-+0-9._eExX]+", word):
            raise self._wrong(
                f"{quoted(word)} không phải là cách viết số của JSON.", f'Hãy đặt trong dấu nháy: "{word[:40]}".'
            )
        raise self._wrong(f"{quoted(word)} chưa nằm trong dấu nháy.", "Chữ trong JSON phải nằm trong dấu nháy kép.")

    def _string(self, path: str) -> str | None:
        begin = self.at
        try:
            value, self.at = _STRING.raw_decode(self.text, begin)
        except JSONDecodeError as error:
            raise self._bad_string(error, begin) from None
        text = str(value)
        half = _SURROGATE.search(text)
        if half:
            loi = f"Ký tự thứ {half.start() + 1} là nửa ký tự \\u{ord(half.group()):04x} đứng lẻ đôi."
            self.record.faults.append(Fault(path, loi, "Hãy viết cả ký tự, hoặc bỏ đi.", self._line(begin)))
            return None
        return text

    def _bad_string(self, error: JSONDecodeError, begin: int) -> Unusable:
        if "control character" in error.msg:
            return self._wrong(
                "Có chỗ xuống dòng hoặc dấu tab trong chuỗi, hoặc thiếu dấu nháy đóng.",
                r"Viết \n để xuống dòng, \t cho tab.",
                error.pos,
            )
        if "Unterminated" in error.msg:
            return self._wrong("Chuỗi mở ở đây thiếu dấu nháy đóng.", at=begin)
        return self._wrong(
            r"Sau dấu \ chỉ dùng được n, t, \", \\ hoặc u và bốn số hệ 16.", r"Muốn có dấu \ thì viết \\.", error.pos
        )

    def _array(self, path: str, depth: int) -> list[Any]:
        values: list[Any] = []
        begin = self.at
        self.at += 1
        if self._skip() == "]":
            self.at += 1
            return values
        while True:
            self._skip()
            noi = item(path, len(values))
            self.record.spots[noi] = Spot(self._line(self.at))
            values.append(self._value(noi, depth + 1))
            if self._more("]", begin):
                return values

    def _object(self, path: str, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        seen: dict[str, int] = {}
        begin = self.at
        self.at += 1
        if self._skip() == "}":
            self.at += 1
            return values
        while True:
            key = self._key(path, seen)
            value = self._value(child(path, key or "?"), depth + 1)
            if key is not None:
                values.setdefault(key, value)
            if self._more("}", begin):
                return values

    def _key(self, path: str, seen: dict[str, int]) -> str | None:
        found = self._skip()
        if found == "}":
            raise self._wrong("Thừa dấu phẩy trước dấu }.", "Hãy bỏ dấu phẩy ấy.")
        if found != '"':
            raise self._wrong("Tên mục phải nằm trong dấu nháy kép.", 'Ví dụ: "trich_yeu": "…"')
        begin = self.at
        text = self._string(path)
        if self._skip() != ":":
            raise self._wrong("Thiếu dấu hai chấm sau tên mục.")
        self.at += 1
        return None if text is None else self.record.key(path, text, self._line(begin), seen)

    def _more(self, closing: str, begin: int) -> bool:
        """After a value: True when the list or object is closed here."""
        found = self._skip()
        if found == closing:
            self.at += 1
            return True
        if found == ",":
            self.at += 1
            return False
        if found == "":
            dong = self._line(begin)
            raise self._wrong(
                f"Tệp kết thúc khi dấu {self.text[begin]} mở ở dòng {dong} chưa đóng.", f"Hãy thêm dấu {closing}."
            )
        raise self._wrong("Thiếu dấu phẩy trước chỗ này.", "Các mục trong JSON cách nhau bằng dấu phẩy.")
