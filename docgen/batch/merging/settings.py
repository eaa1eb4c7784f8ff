"""The settings of the made file: those of the first copy, without what speaks of that one copy only."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Final

from lxml import etree

from docgen.batch.merging.notes import ENDNOTES, Notes
from docgen.batch.merging.tags import tags
from docgen.reading.wordml import NS_R, NS_W, VAL, Element, w
from docgen.render.wordml import serialise

# Links to other files, locks, lists of who wrote when, and a wish to renew all fields, which would renumber them.
_DROPPED: Final = frozenset(
    tags(
        "attachedTemplate mailMerge documentProtection writeProtection updateFields rsids revisionView "
        "trackRevisions removePersonalInformation saveThroughXslt schemaLibrary attachedSchema linkStyles "
        "docVars captions evenAndOddHeaders footnotePr endnotePr"
    )
)
# ECMA-376 Part 1, 17.15.1.78: what comes before the elements written here.
_BEFORE_EVEN: Final = frozenset(
    tags(
        "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
        "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData "
        "embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges "
        "bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors "
        "hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles "
        "stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions "
        "doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme "
        "styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
        "doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle"
    )
)
_AFTER_NOTES: Final = frozenset(
    tags(
        "compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
        "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary "
        "shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"
    )
)


def merged(first: Element | None, even_headers: bool, notes: Iterable[Notes]) -> bytes:
    """Write the part from the settings of the first copy; notes: footnotes and endnotes of the made file."""
    root = etree.fromstring(f'<w:settings xmlns:w="{NS_W}"/>'.encode()) if first is None else copy.deepcopy(first)
    for element in [e for e in root if e.tag in _DROPPED or _leads(e)]:
        root.remove(element)
    if even_headers:
        _insert(root, [e.tag in _BEFORE_EVEN for e in root], root.makeelement(w("evenAndOddHeaders")))
    for some in notes:
        if not some.separators:
            continue
        made = root.makeelement(w("endnotePr" if some.kind is ENDNOTES else "footnotePr"))
        if some.kind is ENDNOTES:
            place = made.makeelement(w("pos"))
            place.set(VAL, "sectEnd")
            made.append(place)
        for number in some.separators.values():
            reference = made.makeelement(some.kind.element)
            reference.set(w("id"), number)
            made.append(reference)
        _insert(root, [_stands_before(e) for e in root], made)
    return serialise(root)


def _stands_before(element: Element) -> bool:
    return str(element.tag).startswith(w("")) and element.tag not in _AFTER_NOTES


def _insert(root: Element, before: list[bool], made: Element) -> None:
    """Insert after the last of those that stand before."""
    root.insert(max((index + 1 for index, is_before in enumerate(before) if is_before), default=0), made)


def _leads(element: Element) -> bool:
    return any(str(name).startswith(f"{{{NS_R}}}") for name in element.attrib)
