"""YAML read as text: no value is guessed, nothing is built but text, lists and mappings.

``05``, ``no``, ``12:30``, ``010``, ``1_000`` and ``2019-09-18`` stay what was typed; the field decides what they
mean. Only an explicit ``null`` or ``~`` (plain, also ``Null`` and ``NULL``, YAML 1.2 §10.2.1.1) and an empty value
are "nothing".
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from docgen.errors import Fault, Unusable
from docgen.intake.loaded import Loaded, Record, Spot, child, item
from docgen.intake.source import check_characters
from docgen.intake.yaml_faults import explain
from docgen.vietnamese.refusal import quoted

# libyaml where it is there, the same parser in Python where it is not: the events are equal, the speed is not.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = {"", "~", "null", "Null", "NULL"}
# YAML 1.1 breaks lines at these; joined by the folding rules they would be lost without a word.
_UNSEEN_BREAKS = "\u2028\u2029"
_EATEN = re.compile(r"[ \t]+(#\S[^\n]*)")
_QUOTE = "Nếu đó là chữ của văn bản, hãy đặt cả giá trị trong dấu nháy."


def read(text: str) -> Loaded:
    """YAML text → plain values with their lines.

    Raises Unusable when the text is not YAML (one message, with line, column and the likely cause), InputFaults
    when it is no mapping or holds characters no paper can hold. Repeated keys, anchors, aliases, merge keys,
    tags and further documents come back as faults of the result.
    """
    check_characters(text, also=_UNSEEN_BREAKS)
    reader = _Reader(text)
    try:
        value = reader.document()
    except yaml.MarkedYAMLError as error:
        raise Unusable(explain(error, text)) from None
    except yaml.YAMLError:
        raise Unusable(Fault("", "Không đọc được tệp YAML này.")) from None
    return reader.record.loaded(value)


class _Reader:
    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.events = yaml.parse(text, Loader=_LOADER)
        self.record = Record()

    def document(self) -> Any:
        value = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    loi = "Dòng “---” mở ra tài liệu thứ hai; mỗi tệp chỉ chứa một văn bản."
                    self.record.faults.append(Fault("", loi, "Hãy tách thành hai tệp.", _line(event)))
                    break
                value = self._node(next(self.events), "", 1)
        return value

    def _node(self, event: Any, path: str, depth: int) -> Any:
        self.record.node(depth, _line(event))
        if isinstance(event, yaml.AliasEvent):
            self._refuse(path, event, f"{quoted(f'*{event.anchor}')} là chỗ gọi lại (alias) của YAML")
            return None
        if event.anchor is not None:
            self._refuse(path, event, f"{quoted('&' + event.anchor)} là nhãn (anchor) của YAML")
        if event.tag is not None:
            self._refuse(path, event, f"{quoted(_shown_tag(event.tag))} là thẻ kiểu (tag) của YAML")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        return self._mapping(path, depth)

    def _refuse(self, noi: str, event: Any, what: str) -> None:
        self.record.faults.append(Fault(noi, f"{what}; docgen không dùng.", _QUOTE, _line(event)))

    def _scalar(self, event: Any, path: str) -> str | None:
        value: str = event.value
        plain = event.style in (None, "")
        if plain:
            self._eaten(event, path)
        if plain and value in _NOTHING:
            return None
        begin, end = event.start_mark.line, event.end_mark.line
        spot = self.record.spots.get(path, Spot(begin + 1))
        if event.style == "|":
            spot = Spot(spot.dong, chu_dong=begin + 2)
        elif end - begin - (event.style == ">") > value.count("\n"):
            spot = Spot(spot.dong, noi_dong=True)
        self.record.spots[path] = spot
        return value

    def _eaten(self, event: Any, path: str) -> None:
        """``Trường số #2``: what follows `` #`` is a remark to YAML, but was perhaps meant as text."""
        mark = event.end_mark
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        # The end of a plain value may be told before or behind the blanks that follow it.
        found = _EATEN.match(line, len(line[: mark.column].rstrip(" \t")))
        if found:
            loi = f"Phần {quoted(found[1])} đứng sau dấu cách và dấu # nên YAML coi là ghi chú, không đưa vào văn bản."
            self.record.faults.append(Fault(path, loi, _QUOTE, mark.line + 1, "nhac"))

    def _sequence(self, path: str, depth: int) -> list[Any]:
        values: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            noi = item(path, len(values))
            self.record.spots[noi] = Spot(_line(event))
            values.append(self._node(event, noi, depth + 1))
        return values

    def _mapping(self, path: str, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        seen: dict[str, int] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, path, depth, seen)
            value = self._node(next(self.events), child(path, key or "?"), depth + 1)
            if key is not None:
                values.setdefault(key, value)
        return values

    def _key(self, event: Any, path: str, depth: int, seen: dict[str, int]) -> str | None:
        if not isinstance(event, yaml.ScalarEvent):
            self.record.faults.append(Fault(path, "Tên mục phải là một cụm chữ.", dong=_line(event)))
            self._node(event, "?", depth + 1)
            return None
        self.record.node(depth, _line(event))
        if event.anchor is not None or event.tag is not None:
            self._refuse(path, event, "Nhãn hoặc thẻ kiểu của YAML đứng trước tên mục")
        plain = event.style in (None, "")
        if plain and event.value == "<<":
            self._refuse(path, event, "“<<” là phép gộp (merge key) của YAML")
        if not event.value:
            self.record.faults.append(Fault(path, "Thiếu tên mục trước dấu hai chấm.", dong=_line(event)))
        return self.record.key(path, event.value, _line(event), seen)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _shown_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
