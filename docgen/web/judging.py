"""The live judgement of a draft: what is typed right now, judged; of several questions only the newest is answered."""

from __future__ import annotations

import itertools
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from flask import Blueprint, Response, jsonify, make_response

from docgen.intake.kind_files import load_kinds
from docgen.web import judgement
from docgen.web.asked import json_body, json_pairs, the_draft
from docgen.web.judgement import Overtaken
from docgen.web.showing import data_dir, known_form

bp = Blueprint("judging", __name__)

# Judging is work for the processor: more at once would only make each of them slower, and starve the other pages.
AT_ONCE: Final = 2
_KEPT: Final = 1000
_WINDOW_CHARS: Final = 40


@bp.post("/nhap/<draft_id>/xet")
def judged(draft_id: str) -> Response:
    """Judge the pairs that are sent, or what is stored when none are.

    The body is ``{"pairs": [[name, value], …], "window": text}``, both optional; window tells two windows on one draft
    apart. An answer that a newer question of the same window has overtaken is ``{"stale": true}`` with 409.
    """
    draft = the_draft(draft_id)
    body = json_body()
    pairs = json_pairs(body) if "pairs" in body else draft.pairs
    data = data_dir()
    kinds = load_kinds(data)
    form = known_form(kinds, draft.loai)
    turn = _turns.take((draft_id, str(body.get("window", ""))[:_WINDOW_CHARS]))
    try:
        with turn.working():
            found = judgement.judge(form, pairs, kinds, data, turn.check)
    except Overtaken:
        return make_response(jsonify(stale=True), 409)
    return jsonify(judgement.as_json(found))


class Turns:
    """Who asked last about what, and how many are at work."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._serials = itertools.count(1)
        self._newest: OrderedDict[tuple[str, str], int] = OrderedDict()
        self._lock = threading.Lock()
        self.places = threading.BoundedSemaphore(at_once)

    def take(self, key: tuple[str, str]) -> Turn:
        """Ask about ``key``: everybody who asked before is overtaken."""
        with self._lock:
            serial = next(self._serials)
            self._newest[key] = serial
            self._newest.move_to_end(key)
            if len(self._newest) > _KEPT:
                self._newest.popitem(last=False)
        return Turn(self, key, serial)

    def newest(self, key: tuple[str, str]) -> int | None:
        """Tell the serial of the last who asked; None when it was long ago."""
        with self._lock:
            return self._newest.get(key)


class Turn:
    """One question."""

    def __init__(self, turns: Turns, key: tuple[str, str], serial: int) -> None:
        self._turns, self._key, self._serial = turns, key, serial

    def check(self) -> None:
        """Raise Overtaken when somebody asked again."""
        newest = self._turns.newest(self._key)
        if newest is not None and newest != self._serial:
            raise Overtaken

    @contextmanager
    def working(self) -> Iterator[None]:
        """Wait for a place to work; raises Overtaken when it is no longer worth it."""
        with self._turns.places:
            self.check()
            yield


_turns = Turns()
