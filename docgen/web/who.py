"""Who asks. Without a login it is the one person at this machine, who may do everything and has no name."""

from __future__ import annotations

from flask import g, has_request_context

from docgen.store import Role, User

ADMINISTRATOR: Role = "quan-tri"

ROLE_NAMES: dict[Role, str] = {"van-thu": "văn thư", "giu-mau": "giữ mẫu", "quan-tri": "quản trị"}
"""What the roles are called on pages and in messages."""

_ACCOUNT = "docgen_account"


def account() -> User | None:
    """The account that is logged in; None without a login, and while nobody is logged in yet."""
    found: User | None = g.get(_ACCOUNT) if has_request_context() else None
    return found


def remember(user: User | None) -> None:
    """Say whose request this is; done by the guard, once for each request."""
    setattr(g, _ACCOUNT, user)


def who() -> str:
    """The name of the account, "" without a login."""
    user = account()
    return user.name if user else ""


def owner() -> str | None:
    """Whose drafts may be seen, as the store asks it: None means everybody's (administrators, and without a login)."""
    user = account()
    return None if user is None or user.role == ADMINISTRATOR else user.name


def role() -> Role:
    """What whoever asks may do; without a login everything."""
    user = account()
    return user.role if user else ADMINISTRATOR
