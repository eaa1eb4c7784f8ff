"""Who is logged in, as the signed cookie says and the store confirms."""

from __future__ import annotations

import secrets
import threading
import time

from flask import Flask, current_app, session

from docgen.store import NotThere, User
from docgen.web.shop import store

IDLE_SECONDS = 12 * 3600
WHOLE_SECONDS = 7 * 24 * 3600

_NAME, _REVISION, _BEGAN, _SEEN, _ID = "ten", "ban", "tu", "luc", "so"
# The cookie is written anew only now and then, not with each of a form's many requests.
_WRITTEN_EVERY = 300
_ENDED = "docgen.sessions.ended"


class _Ended:
    """Sessions that were logged out: their cookies, should anybody have kept one, are good no more.

    Kept in memory: after a restart such a cookie runs out by its age, or when the password is changed.
    """

    def __init__(self) -> None:
        self._until: dict[str, float] = {}
        self._lock = threading.Lock()

    def add(self, number: str) -> None:
        with self._lock:
            self._until = {known: until for known, until in self._until.items() if until > now()}
            self._until[number] = now() + WHOLE_SECONDS

    def __contains__(self, number: str) -> bool:
        return number in self._until


def now() -> float:
    """Tell the time in seconds, as cookies hold it."""
    return time.time()


def keep_sessions(app: Flask) -> None:
    """Give the app what it remembers of sessions."""
    app.extensions[_ENDED] = _Ended()


def begin(user: User) -> None:
    """Begin a session of this account, with nothing in it of what was before."""
    session.clear()
    moment = int(now())
    session[_NAME], session[_REVISION], session[_ID] = user.name, user.revision, secrets.token_urlsafe(16)
    session[_BEGAN] = session[_SEEN] = moment


def current() -> User | None:
    """Find whose session this is; None when it is none, too old, logged out, or the account changed meanwhile."""
    moment = now()
    if not _is_one() or session[_ID] in _ended():
        return None
    if not (0 <= moment - session[_SEEN] < IDLE_SECONDS and 0 <= moment - session[_BEGAN] < WHOLE_SECONDS):
        return None
    try:
        user = store().users.get(session[_NAME])
    except NotThere:
        return None
    # Every change of password, role or state gives the account another revision.
    if user.disabled or user.revision != session[_REVISION]:
        return None
    if moment - session[_SEEN] >= _WRITTEN_EVERY:
        session[_SEEN] = int(moment)
    return user


def end() -> None:
    """Log out."""
    if _is_one():
        _ended().add(session[_ID])
    session.clear()


def _is_one() -> bool:
    return all(name in session for name in (_NAME, _REVISION, _BEGAN, _SEEN, _ID))


def _ended() -> _Ended:
    ended: _Ended = current_app.extensions[_ENDED]
    return ended
