"""Many copies of one paper: what they share is evaluated and written once, and only what varies is filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from threading import Lock
from typing import Final

from docgen.render.archive import Archive, Entry
from docgen.render.fast import markup
from docgen.render.fast.base import Base, Path, Values, checked
from docgen.render.fast.page import Page, Rule
from docgen.render.fast.slot import SIGN, Slot
from docgen.render.fast.sound import Sound
from docgen.render.fast.strings import Strings, Traced
from docgen.render.fast.unproved import Unproved
from docgen.render.template import Template

# Copies come in a few structures (one line of a name or two); each is a base, with a trace for each set of empty texts.
_MOST_BASES: Final = 8
_MOST_TRACES: Final = 64

# A part's name and content, and the part squeezed where it is the same in every copy.
Filled = tuple[str, bytes, Entry | None]


class Merge:
    """Renders copies of a paper, each as ``template.render`` would, byte by byte; safe to share between threads.

    Texts that differ from copy to copy may differ anywhere. One that steers the template (is compared, say) gets an
    evaluation of its own for each value; whatever goes beyond is rendered by the template alone. An object that was
    given once may be given again: it is compared with what it held then, True and 1 being taken for the same.
    ways: how many copies were "merged", and how many were rendered by the template "alone".
    """

    def __init__(self, template: Template) -> None:
        self.template = template
        self.ways: Counter[str] = Counter()
        self._bases: tuple[_Learnt, ...] = ()
        self._lock = Lock()

    def render(self, words: Mapping[str, object]) -> bytes:
        """The .docx that says ``words``; raises what the template raises."""
        found = self._filled(words)
        archive = self.template.archive
        if found is None:
            return archive.pack(self.template.made(words))
        by = archive.codec
        names = tuple(name for name, _, _ in found)
        return archive.joined(names, [ready or Entry(n, c, by.deflate(c), by) for n, c, ready in found])

    def made(self, words: Mapping[str, object]) -> dict[str, bytes]:
        """The parts that are not the template's own, name → bytes; raises what the template raises."""
        found = self._filled(words)
        return self.template.made(words) if found is None else {name: content for name, content, _ in found}

    def _filled(self, words: Mapping[str, object]) -> list[Filled] | None:
        """The parts of a copy; None when the template must render it alone."""
        strings = self.template.strings
        found = None
        if strings is not None and isinstance(words, dict) and words.__class__ is dict:
            try:
                found = self._by_base(words, strings)
            except Unproved:
                found = None
        self.ways["alone" if found is None else "merged"] += 1
        return found

    def _by_base(self, words: dict[str, object], strings: Strings) -> list[Filled] | None:
        for learnt in self._bases:
            changes = learnt.base.changes(words)
            if changes is not None:
                return learnt.filled(words, changes, strings, self.template.archive, self._lock)
        made = _Learnt(Base(words))
        self._bases = (made, *self._bases[: _MOST_BASES - 1])
        return None


class _Learnt:
    """A base, the places where copies were seen to differ from it, and what was made of it for them."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self._paths: tuple[Path, ...] = ()
        self._own: tuple[str, ...] = ()
        self._known: frozenset[Path] = frozenset()
        self._steering: frozenset[Path] = frozenset()
        self._traces: dict[tuple[object, ...], _Trace | None] = {}

    def filled(
        self, words: dict[str, object], changes: dict[Path, str], strings: Strings, archive: Archive, lock: Lock
    ) -> list[Filled] | None:
        """The parts of a copy that differs from the base by ``changes``."""
        if not self._known.issuperset(changes):
            with lock:
                self._learn(changes)
        paths, steering, traces = self._paths, self._steering, self._traces
        values = [changes.get(path, own) for path, own in zip(paths, self._own, strict=True)]
        given = checked(values)
        key = tuple([v if p in steering else v != "" for p, v in zip(paths, values, strict=True)])
        trace = traces.get(key, _NEW)
        if trace is _NEW:
            with lock:
                trace = self._traced(paths, given, strings, archive)
        return trace.filled(words, given, self._sound(given), strings) if isinstance(trace, _Trace) else None

    def _sound(self, given: Values) -> Sound:
        """What is known of the words of a copy with these texts."""
        base = self.base.sound
        return Sound(
            base.is_clean and given.is_clean and not given.has_breaks, max(base.longest, *map(len, given.texts), 0)
        )

    def _learn(self, changes: Iterable[Path]) -> None:
        self._paths += tuple(path for path in changes if path not in self._known)
        self._own = tuple(map(self.base.at, self._paths))
        self._known = frozenset(self._paths)
        self._traces = {}

    def _traced(self, paths: tuple[Path, ...], given: Values, strings: Strings, archive: Archive) -> _Trace | None:
        """Evaluate the template once for all copies with these texts empty and those steering."""
        values, found = given.texts, self._sound(given)
        trace: _Trace | None = None
        for _ in range(len(paths) + 1):
            texts: dict[Path, str | Slot] = {
                path: Slot(number) if value and path not in self._steering else value
                for number, (path, value) in enumerate(zip(paths, values, strict=True))
            }
            try:
                trace = _Trace(strings.trace(self.base.with_slots(texts), found), len(paths), archive)
                break
            except Unproved as reason:
                if reason.slot is None:
                    break
                self._steering |= {paths[reason.slot]}
                self._traces = {}
        if len(self._traces) >= _MOST_TRACES:
            self._traces = {}
        key = tuple([v if p in self._steering else v != "" for p, v in zip(paths, values, strict=True)])
        self._traces[key] = trace
        return trace


class _Trace:
    """Parts as pieces of bytes with the numbers of slots between them."""

    def __init__(self, traced: Traced, slots: int, archive: Archive) -> None:
        self._rules: list[tuple[Page, Rule, int, list[str], list[int]]] = []
        self._parts: list[tuple[str, list[bytes], list[int], Entry | None]] = []
        self._live: list[str] = []
        by = archive.codec
        for name, text in traced.texts.items():
            if text is None:
                self._parts.append((name, [], [], None))
                continue
            first = slots + len(self._rules)
            pieces, numbers = _split(text, first)
            self._rules += [
                (p, rule, column, *_split(rule.above, first)) for p, rule, column in traced.rules.get(name, ())
            ]
            whole = [piece.encode() for piece in pieces]
            ready = None if numbers else Entry(name, whole[0], by.deflate(whole[0]), by)
            self._parts.append((name, whole, numbers, ready))

    def filled(self, words: dict[str, object], given: Values, found: Sound, strings: Strings) -> list[Filled]:
        """The parts of a copy with these texts."""
        shown = given.texts if given.is_clean else list(map(markup.text, given.texts))
        known: dict[tuple[str, str] | None, list[bytes]] = {}
        out: list[Filled] = []
        for name, whole, numbers, ready in self._parts:
            if ready is not None:
                content = whole[0]
            elif whole:
                breaks = strings.breaks(name) if given.has_breaks else None
                if breaks not in known:
                    known[breaks] = self._encoded(shown, breaks)
                texts = known[breaks]
                if given.has_breaks and breaks is None:
                    _refuse_breaks(given.texts, numbers)
                filled = whole.copy()
                filled[1::2] = [texts[number] for number in numbers]
                content = b"".join(filled)
            else:
                content = strings.one(name, words, found).encode()
            out.append((name, content, ready))
        return out

    def _encoded(self, shown: list[str], breaks: tuple[str, str] | None) -> list[bytes]:
        """What stands for slots and, after them, for the heads of rules."""
        texts = shown if breaks is None else [t.replace("\n", breaks[0]).replace("\t", breaks[1]) for t in shown]
        if self._rules:
            texts = list(texts)
            for page, rule, column, pieces, numbers in self._rules:
                above = pieces.copy()
                above[1::2] = [texts[number] for number in numbers]
                texts.append(page.ruled(rule, "".join(above), column))
        return [text.encode() for text in texts]


def _refuse_breaks(texts: list[str], numbers: Iterable[int]) -> None:
    if any("\n" in texts[number] or "\t" in texts[number] for number in numbers if number < len(texts)):
        raise Unproved("a line break where it is not known what becomes of it")


_NEW: Final = object()


def _split(text: str, first: int) -> tuple[list[str], list[int]]:
    """Text cut at its signs, with room for what stands between, and the numbers of that; rules from ``first``."""
    cut: list[str] = SIGN.split(text)
    numbers = [int(number) for number in cut[1::2]]
    return cut, [number if number >= 0 else first - 1 - number for number in numbers]
