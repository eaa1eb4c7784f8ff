"""Pictures, charts and whatever else a copy leads to: taken over once, under a name of their own."""

from __future__ import annotations

import hashlib
import posixpath
from typing import Final

from docgen.batch.merging.source import Copy, Link
from docgen.batch.merging.target import Links, Target

# Parts the made file has one of; the custom XML holds data of one copy and has no place in a set of many.
_LEFT_OUT: Final = (
    "styles stylesWithEffects settings webSettings numbering fontTable theme footnotes endnotes comments "
    "commentsExtended commentsIds commentsExtensible people customXml glossaryDocument printerSettings "
    "keyMapCustomizations attachedTemplate header footer"
)
LEFT_OUT: Final = frozenset(_LEFT_OUT.split())


class Related:
    """Takes parts over as they are, with all they lead to in turn; equal ones of all copies become one."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._known: dict[bytes, str] = {}

    def take(self, source: Copy, link: Link, within: tuple[str, ...] = ()) -> Link:
        """Give the link as it must be written in the made file, the part it leads to being there then.

        within: the parts that led here. Raises Unusable for parts that lead to themselves, or nowhere.
        """
        if link.external:
            return link
        if not source.container.has(link.target) or link.target in within:
            raise source.refused(
                f"Tệp trỏ tới phần “{link.target}” nhưng trong tệp không có phần ấy dùng được.",
                "Hãy mở tệp trong Word và lưu lại.",
            )
        data, kind = source.container.data(link.target), source.content_type(link.target)
        links, digest = Links(), hashlib.sha256(kind.encode() + b"\0" + data)
        for identity, inner in source.links(link.target).items():
            if inner.kind not in LEFT_OUT:
                taken = self.take(source, inner, (*within, link.target))
                links.keep(identity, taken)
                digest.update(f"\0{identity}\0{taken}".encode())
        key = digest.digest()
        if key not in self._known:
            name = self._target.new_name(*_stem(link.target))
            self._known[key] = self._target.add(name, kind, [data], links)
        return Link(link.type, self._known[key], False)


def _stem(name: str) -> tuple[str, str]:
    """``word/media/image12.png`` → ``word/media/image``, ``.png``."""
    stem, suffix = posixpath.splitext(name.lower())
    return stem.rstrip("0123456789") or "word/part", suffix
