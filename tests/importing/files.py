"""Word files changed the way Word or a person changes them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

Edit = Callable[[str], str]


def changed(docx: bytes, part: str, edit: Edit) -> bytes:
    """Edit one part of a file as text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                text = data.decode()
                assert edit(text) != text, "nothing was changed"
                data = edit(text).encode()
            target.writestr(name, data)
    return out.getvalue()


def retyped(docx: bytes, old: str, new: str) -> bytes:
    """Type other words in the body of a paper, once."""

    def edit(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return changed(docx, "word/document.xml", edit)


def without_data(docx: bytes) -> bytes:
    """The same paper without the data docgen put into it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("customXml/"):
                continue
            if name == "word/_rels/document.xml.rels":
                data = re.sub(rb'<Relationship [^>]*relationships/customXml"[^>]*/>', b"", data)
            if name == "[Content_Types].xml":
                data = re.sub(rb'<Override PartName="/customXml/[^>]*/>', b"", data)
            target.writestr(name, data)
    return out.getvalue()
