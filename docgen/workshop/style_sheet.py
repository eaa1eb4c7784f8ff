"""The styles of a template: which are used, by what, and what a paragraph gets from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from docgen.render import wordml
from docgen.render.footnotes import REFERENCE_STYLE, TEXT_STYLE
from docgen.render.parts import Roles
from docgen.render.wordml import VAL, Element, twips, w

_REFERENCES: Final = (w("pStyle"), w("rStyle"), w("tblStyle"))
_LINKS: Final = (w("basedOn"), w("link"))
# Word takes these by name when it needs them, whether or not anything names them now.
_BY_NAME: Final = frozenset({TEXT_STYLE, REFERENCE_STYLE, "header", "footer", "page number", "line number"})
_MAX_CHAIN: Final = 50


class StyleSheet:
    """Styles by id, and what uses them."""

    def __init__(self, parts: Mapping[str, bytes], roles: Roles) -> None:
        xml = parts.get(roles.styles)
        self.root = None if xml is None else wordml.parse(xml)
        found = [] if self.root is None else list(self.root.iterchildren(w("style")))
        self.by_id: dict[str, Element] = {style.get(w("styleId"), ""): style for style in found}
        self.default = next((s.get(w("styleId"), "") for s in found if _is_default(s, "paragraph")), "")
        self._parts, self._roles = parts, roles

    def name(self, style_id: str) -> str:
        """The name Word's list of styles shows."""
        named = self.by_id[style_id].find(w("name")) if style_id in self.by_id else None
        return style_id if named is None else named.get(VAL, style_id)

    def chain(self, style_id: str) -> Iterator[Element]:
        """A style and those it is based on; a ring is cut."""
        seen: set[str] = set()
        while style_id in self.by_id and style_id not in seen and len(seen) < _MAX_CHAIN:
            seen.add(style_id)
            yield self.by_id[style_id]
            based = self.by_id[style_id].find(w("basedOn"))
            style_id = "" if based is None else based.get(VAL, "")

    def style_of(self, paragraph: Element) -> str:
        """The id of a paragraph's style."""
        named = paragraph.find(f"{wordml.PPR}/{w('pStyle')}")
        return self.default if named is None else named.get(VAL, "")

    def list_of(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and level a paragraph is numbered in, by itself or by its style; None without one."""
        layers = [paragraph.find(wordml.PPR), *(s.find(wordml.PPR) for s in self.chain(self.style_of(paragraph)))]
        number: str | None = None
        level: int | None = None
        for layer in layers:
            numbered = None if layer is None else layer.find(w("numPr"))
            if numbered is None:
                continue
            said = numbered.find(w("numId"))
            if number is None and said is not None:
                number = said.get(VAL, "")
            if level is None:
                level = twips(numbered.find(w("ilvl")), "val")
        return None if number in (None, "", "0") else (str(number), level or 0)

    def unused(self) -> list[str]:
        """Ids of the styles nothing uses, directly or by way of another style."""
        wanted = {style.get(w("styleId"), "") for style in self.by_id.values() if style.get(w("default")) is not None}
        wanted |= {style_id for style_id in self.by_id if self.name(style_id).casefold() in _BY_NAME}
        for name, content in self._parts.items():
            if name.startswith("word/") and name.endswith(".xml") and name != self._roles.styles:
                wanted |= {e.get(VAL, "") for e in wordml.parse(content).iter(*_REFERENCES, w("styleLink"))}
        todo = list(wanted)
        while todo:
            style = self.by_id.get(todo.pop())
            for link in () if style is None else style.iterchildren(*_LINKS):
                if link.get(VAL, "") not in wanted:
                    wanted.add(link.get(VAL, ""))
                    todo.append(link.get(VAL, ""))
        return [style_id for style_id in self.by_id if style_id not in wanted]


def _is_default(style: Element, kind: str) -> bool:
    return style.get(w("type")) == kind and style.get(w("default")) in ("1", "true", "on")
