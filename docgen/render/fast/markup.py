"""Elements as text, written the way lxml writes them."""

from __future__ import annotations

from typing import Final

from lxml import etree

from docgen.render import rich
from docgen.render.wordml import NS_XML, Element

HEAD: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"

_XMLNS: Final = "{" + NS_XML + "}"


def text(value: str) -> str:
    """Letters between tags."""
    if "&" in value:
        value = value.replace("&", "&amp;")
    if "<" in value:
        value = value.replace("<", "&lt;")
    if ">" in value:
        value = value.replace(">", "&gt;")
    return value


def _attribute(value: str) -> str:
    value = text(value).replace('"', "&quot;")
    return value.replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def name(element: Element) -> str:
    """``w:p``."""
    local = str(element.tag).rpartition("}")[2]
    return f"{element.prefix}:{local}" if element.prefix else local


def opening(element: Element) -> str:
    """``<w:p`` and attributes, without the closing ``>``; first the namespaces that are not in force around it."""
    parent = element.getparent()
    known = {} if parent is None else parent.nsmap
    out = [f"<{name(element)}"]
    for prefix, uri in element.nsmap.items():
        if known.get(prefix) != uri:
            out.append(f'xmlns:{prefix}="{_attribute(uri)}"' if prefix else f'xmlns="{_attribute(uri)}"')
    out += [f'{_qualified(element, str(key))}="{_attribute(str(value))}"' for key, value in element.attrib.items()]
    return " ".join(out)


def _qualified(element: Element, key: str) -> str:
    if not key.startswith("{"):
        return key
    if key.startswith(_XMLNS):
        return f"xml:{key.removeprefix(_XMLNS)}"
    uri, _, local = key[1:].partition("}")
    return f"{next(prefix for prefix, bound in element.nsmap.items() if bound == uri and prefix)}:{local}"


def closing(element: Element) -> str:
    """``</w:p>``."""
    return f"</{name(element)}>"


def letters(value: str | None) -> str:
    """Text of the template itself, its hidden braces shown again."""
    return text(rich.show_braces(value)) if value else ""


def whole(element: Element) -> str:
    """An element with everything in it, but not what follows it."""
    written = etree.tostring(element, encoding="unicode", with_tail=False)
    parent = element.getparent()
    if parent is not None:
        # lxml declares anew what is in force already.
        head, closed, rest = written.partition(">")
        for prefix, uri in parent.nsmap.items():
            head = head.replace(f' xmlns:{prefix}="{_attribute(uri)}"' if prefix else f' xmlns="{_attribute(uri)}"', "")
        written = head + closed + rest
    return rich.show_braces(written)
