"""What the properties of a file say of how it was made: the ones Word shows under Advanced Properties, Custom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from docgen.reading.container import Container

TEMPLATE: Final = "Mẫu docgen"
"""The property that names the Word template and its version: "ke-hoach.nd30, bản 3f2a9c1b"."""
TOOL: Final = "docgen"
"""The property that tells the version of docgen."""
# ECMA-376 Part 1, 22.3.2.1
PROPERTIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
PROPERTY: Final = f"{{{PROPERTIES}}}property"


def custom_properties(file: Container) -> dict[str, str]:
    """Read the properties that are not Word's own: name → text."""
    root = file.find(file.related("custom-properties", ""))
    if root is None:
        return {}
    return {
        element.get("name", ""): text
        for element in root.iterchildren(PROPERTY)
        if (text := "".join(map(str, element.itertext())).strip())
    }


def made_with(properties: Mapping[str, str]) -> str:
    """Say in one sentence which template made a paper; "" when its properties do not tell."""
    template = " ".join(properties.get(TEMPLATE, "").split())
    tool = " ".join(properties.get(TOOL, "").split())
    if not template:
        return ""
    return f"Tệp ghi là làm bằng mẫu {template}{f' (docgen {tool})' if tool else ''}."
