"""Names nobody can guess."""

from __future__ import annotations

import re
import secrets

_BYTES = 16
_ID = re.compile(r"[A-Za-z0-9_-]{22}")


def fresh_id() -> str:
    """Make an id of 128 random bits, fit for an address."""
    return secrets.token_urlsafe(_BYTES)


def is_id(text: str) -> bool:
    """Whether a text could be an id of ours; what comes in an address may be anything, even unfit for a database."""
    return _ID.fullmatch(text) is not None
