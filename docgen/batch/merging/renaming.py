"""What a copy calls its styles, lists, bookmarks and parts → what the made file calls them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, cast

from lxml import etree

from docgen.batch.merging import theming
from docgen.batch.merging.lists import OwnLists
from docgen.batch.merging.related import Related
from docgen.batch.merging.source import Copy, Link
from docgen.batch.merging.styles import Numbered, StyleMap
from docgen.batch.merging.tags import drop
from docgen.batch.merging.target import Links
from docgen.reading.wordml import NS_R, NS_W14, PPR, TBL, VAL, Element, P, child, val, w
from docgen.render import wordml

_STYLED: Final = (w("pStyle"), w("rStyle"), w("tblStyle"))
_NAME: Final = w("name")
_BOOKMARK: Final = w("bookmarkStart")
_FIELDS: Final = (w("instrText"), w("fldSimple"))
# 17.13.6.2 and Word: a name has 40 letters at most.
_LONGEST_NAME: Final = 40
_WORD: Final = re.compile(r"[^\s\"\\]+")
_LEADING: Final = etree.XPath(f".//*[@*[namespace-uri()='{NS_R}']]")
_SELF_LEADING: Final = etree.XPath(f"self::*[@*[namespace-uri()='{NS_R}']]")
# Word's own marks of paragraphs, for people who write together; two copies have the same ones.
_MARKED: Final = etree.XPath(".//*[@m:paraId or @m:textId]", namespaces={"m": NS_W14})
_MARKS: Final = (f"{{{NS_W14}}}paraId", f"{{{NS_W14}}}textId")
# They bind to data of the copy that the made file does not have; or to the printer of whoever wrote it.
_UNBOUND: Final = (
    w("dataBinding"),
    "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding",
    w("printerSettings"),
)
_HEADERS: Final = (w("headerReference"), w("footerReference"))

Story = Callable[[Link], Link]
"""Takes over a header or footer."""


class Renaming:
    """The new names of one copy. Its parts are renamed in place."""

    def __init__(self, source: Copy, styles: StyleMap, lists: OwnLists, related: Related) -> None:
        self._source, self._styles, self._lists, self._related = source, styles, lists, related
        self._bookmarks: dict[str, str] = {}
        self._taken: set[str] = set()

    def know(self, root: Element) -> None:
        """Note the bookmarks of a part before anything is renamed that may refer to them."""
        for bookmark in root.iter(_BOOKMARK):
            name = bookmark.get(_NAME, "")
            if name not in self._bookmarks:
                self._bookmarks[name] = self._new_bookmark(name)

    def rename(self, root: Element, owner: str, links: Links, story: Story) -> None:
        """Rename a part. owner: what the copy calls it; links: those of the made part it goes into."""
        for element in list(root.iter(*_UNBOUND)):
            element.getparent().remove(element)  # type: ignore[union-attr]
        for element in _found(_MARKED, root):
            for mark in _MARKS:
                drop(element, mark)
        if self._styles.theme is not None:
            theming.settle(root, self._styles.theme)
        # Lists first: they are looked up by the styles' old names.
        self._rename_lists(root)
        self._rename_styles(root)
        self._rename_bookmarks(root)
        self._relink(root, owner, links, story)

    def paragraph_style(self) -> str:
        """Tell the style a bare paragraph of this copy must name, "" when it need not name one."""
        return self._styles.paragraph

    def _rename_lists(self, root: Element) -> None:
        for listed in root.iter(w("numPr")):
            number = child(listed, w("numId"))
            if number is not None and number.get(VAL, "0") != "0":
                number.set(VAL, self._lists.of(number.get(VAL, "")))
        numbered = self._styles.numbered
        if not numbered:
            return
        for paragraph in root.iter(P):
            found = numbered.get(val(child(paragraph, PPR), "pStyle") or self._styles.default)
            if found is not None:
                self._number(paragraph, found)

    def _number(self, paragraph: Element, style: Numbered) -> None:
        """Write the list of the paragraph's style into the paragraph, with the style's indents if it has any."""
        properties = wordml.properties(paragraph, PPR)
        listed = wordml.child(properties, "numPr")
        if child(listed, w("numId")) is not None:
            return
        level = val(listed, "ilvl") or style.level
        for inner in list(listed):
            listed.remove(inner)
        for name, value in (("ilvl", level), ("numId", self._lists.of(style.number))):
            made = listed.makeelement(w(name))
            made.set(VAL, value)
            listed.append(made)
        if style.indents:
            indent = wordml.child(properties, "ind")
            for name, value in style.indents.items():
                if name not in indent.attrib:
                    indent.set(name, value)

    def _rename_styles(self, root: Element) -> None:
        styles = self._styles
        if styles.renamed:
            for element in root.iter(*_STYLED):
                name = element.get(VAL, "")
                element.set(VAL, styles.renamed.get(name, name))
        if styles.paragraph:
            for paragraph in root.iter(P):
                _name_style(wordml.properties(paragraph, PPR), "pStyle", styles.paragraph)
        if styles.table:
            for table in root.iter(TBL):
                properties = child(table, w("tblPr"))
                if properties is not None:
                    _name_style(properties, "tblStyle", styles.table)

    def _rename_bookmarks(self, root: Element) -> None:
        self.know(root)
        names = self._bookmarks
        if not names:
            return
        for bookmark in root.iter(_BOOKMARK):
            bookmark.set(_NAME, names[bookmark.get(_NAME, "")])
        for link in root.iter(w("hyperlink")):
            anchor = link.get(w("anchor"))
            if anchor in names:
                link.set(w("anchor"), names[anchor])
        for field in root.iter(*_FIELDS):
            if field.tag == w("fldSimple"):
                field.set(w("instr"), self._refer(field.get(w("instr"), "")))
            elif field.text:
                field.text = self._refer(field.text)

    def _refer(self, instruction: str) -> str:
        return _WORD.sub(lambda found: self._bookmarks.get(found[0], found[0]), instruction)

    def _new_bookmark(self, name: str) -> str:
        suffix = f"_{self._source.number}"
        made = name[: _LONGEST_NAME - len(suffix)] + suffix
        while made in self._taken:
            suffix = f"_{len(self._taken)}_{self._source.number}"
            made = name[: _LONGEST_NAME - len(suffix)] + suffix
        self._taken.add(made)
        return made

    def _relink(self, root: Element, owner: str, links: Links, story: Story) -> None:
        leading = [*_found(_SELF_LEADING, root), *_found(_LEADING, root)]
        if not leading:
            return
        known, made = self._source.links(owner), dict[str, str]()
        for element in leading:
            for name in [str(name) for name in element.attrib if str(name).startswith(f"{{{NS_R}}}")]:
                old = element.get(name, "")
                if not old:
                    continue
                if old not in known:
                    raise self._source.refused(
                        f"Phần “{owner}” nhắc tới “{old}” nhưng trong tệp không có liên kết ấy.",
                        "Hãy mở tệp trong Word và lưu lại.",
                    )
                if old not in made:
                    link = known[old]
                    taken = story(link) if element.tag in _HEADERS else self._related.take(self._source, link)
                    made[old] = links.add(taken)
                element.set(name, made[old])


def _found(path: etree.XPath, root: Element) -> list[Element]:
    return cast(list[Element], path(root))


def _name_style(properties: Element, name: str, style: str) -> None:
    if child(properties, w(name)) is None:
        made = properties.makeelement(w(name))
        made.set(VAL, style)
        properties.insert(0, made)
