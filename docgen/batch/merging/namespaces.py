"""The start tag of the made text: the prefixes of all copies, so that what stands inside need not repeat them."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import quoteattr

from lxml import etree

from docgen.reading.wordml import NS_MC, NS_R, NS_W, Element

_IGNORABLE: Final = f"{{{NS_MC}}}Ignorable"


class Namespaces:
    """Prefix → namespace, grown copy by copy; the first to use a prefix has it."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {"w": NS_W, "r": NS_R}
        self._ignorable: dict[str, None] = {}

    def inner(self, root: Element, body: Element) -> bytes:
        """Write what stands inside ``body``, and remember what the start tag must declare for it."""
        declared = dict(root.nsmap) | dict(body.nsmap)
        ignorable = root.get(_IGNORABLE, "").split()
        if all(prefix is not None and self._known.get(prefix, uri) == uri for prefix, uri in declared.items()):
            self._known |= {prefix: uri for prefix, uri in declared.items() if prefix is not None}
            self._ignorable |= dict.fromkeys(prefix for prefix in ignorable if prefix in declared)
            whole = etree.tostring(body, encoding="utf-8", with_tail=False)
            return whole[whole.index(b">") + 1 : whole.rindex(b"</")] if len(body) else b""
        for block in body:
            if ignorable:
                block.set(_IGNORABLE, " ".join(ignorable))
        return b"".join(etree.tostring(block, encoding="utf-8", with_tail=False) for block in body)

    def start(self) -> bytes:
        """Write the start tags of the document and its body."""
        declared = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in self._known.items())
        marked = ""
        if self._ignorable:
            mc = next((prefix for prefix, uri in self._known.items() if uri == NS_MC), "")
            marked = f' {mc}:Ignorable="{" ".join(self._ignorable)}"' if mc else ""
        return f"<w:document{declared}{marked}><w:body>".encode()
