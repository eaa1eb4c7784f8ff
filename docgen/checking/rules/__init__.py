"""Every rule, module by module in the order of a paper: first its form, then its language.

A new rule is added to ``RULES`` at the end of the module of its part; a new module gets its two lines here.
"""

from __future__ import annotations

from typing import Final

from docgen.checking.rule import Rule, collected
from docgen.checking.rules import (
    addressees,
    appendix,
    archive,
    basis,
    blanks,
    body,
    capital_names,
    capitals,
    casing,
    citations,
    codes,
    consistency,
    crest,
    dates,
    dating,
    dots,
    endmark,
    header,
    headings,
    issuer,
    letter,
    letters,
    level_looks,
    levels,
    lists,
    names,
    near,
    number,
    options,
    page,
    pagination,
    place,
    presence,
    quotes,
    recipients,
    recipients_label,
    references,
    signature,
    signature_looks,
    spelling,
    title,
)

_FORM: Final = (
    presence.RULES,
    page.RULES,
    letters.RULES,
    pagination.RULES,
    header.RULES,
    crest.RULES,
    issuer.RULES,
    number.RULES,
    codes.RULES,
    place.RULES,
    dating.RULES,
    options.RULES,
    title.RULES,
    letter.RULES,
    addressees.RULES,
    basis.RULES,
    body.RULES,
    levels.RULES,
    level_looks.RULES,
    endmark.RULES,
    signature.RULES,
    signature_looks.RULES,
    recipients_label.RULES,
    recipients.RULES,
    archive.RULES,
    appendix.RULES,
)
_LANGUAGE: Final = (
    dates.RULES,
    citations.RULES,
    references.RULES,
    headings.RULES,
    lists.RULES,
    blanks.RULES,
    quotes.RULES,
    dots.RULES,
    capitals.RULES,
    capital_names.RULES,
    names.RULES,
    spelling.RULES,
    near.RULES,
    casing.RULES,
    consistency.RULES,
)

ALL: Final[tuple[Rule, ...]] = collected(*_FORM, *_LANGUAGE)
"""In the order reports of rules list them."""
