"""The string path of a whole template: words in, the parts that say them out, or Unproved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from docgen.render import wordml
from docgen.render.fast import markup, sound
from docgen.render.fast.notes import Notes, NotesShape
from docgen.render.fast.page import Page, Rule
from docgen.render.fast.part import Part
from docgen.render.fast.sound import Sound
from docgen.render.fast.unproved import Unproved
from docgen.render.footnotes import REFERENCE_STYLE, TEXT_STYLE
from docgen.render.parts import Roles
from docgen.render.source import Source
from docgen.render.styles import Styles
from docgen.render.wordml import twips, w


class Strings:
    """Writes all parts of a template that have tags. Raises Unproved when one of them cannot be written by strings."""

    def __init__(
        self, parts: Mapping[str, bytes], roles: Roles, sources: Mapping[str, Source], styles: Styles, env: Environment
    ) -> None:
        self._parts = {
            name: Part(source.patched, env, styles, is_body=name == roles.document) for name, source in sources.items()
        }
        self._required = required(sources.values())
        self._footnotes = roles.footnotes
        self._notes = None if roles.footnotes in sources else _notes_shape(parts, roles, styles)

    def write(self, words: Mapping[str, object]) -> dict[str, bytes]:
        """Name → bytes of every part that is not the template's own. Raises Unproved."""
        found = sound.check(words)
        assert isinstance(words, dict), "sound words are a dict"
        return {name: text.encode() for name, text in self.texts(words, found).items()}

    def texts(self, words: dict[str, object], found: Sound) -> dict[str, str]:
        """The same as text, for words that are known to be sound."""
        self._ask(words)
        notes = Notes(self._notes)
        written = {
            name: _run(part, part.page(notes, found.longest), words, found) for name, part in self._parts.items()
        }
        added = notes.part()
        if added is not None:
            written[self._footnotes] = added
        return written

    def trace(self, words: dict[str, object], found: Sound) -> Traced:
        """The same for words with slots; parts but the body that do more with a slot than print it are left open.

        Raises Unproved when the body cannot be traced; its ``slot`` is the one to be given as plain text instead.
        """
        self._ask(words)
        notes = Notes(self._notes)
        texts: dict[str, str | None] = {}
        rules: dict[str, list[tuple[Page, Rule, int]]] = {}
        for name, part in self._parts.items():
            page = part.page(notes, found.longest)
            try:
                texts[name] = _run(part, page, words, found)
            except Unproved:
                if part.is_body:
                    raise
                texts[name] = None
            rules[name] = [(page, rule, column) for rule, column in page.open_rules]
        added = notes.part()
        if added is not None:
            texts[self._footnotes] = added
        return Traced(texts, rules)

    def one(self, name: str, words: dict[str, object], found: Sound) -> str:
        """One part that is not the body."""
        part = self._parts[name]
        return _run(part, part.page(Notes(None), found.longest), words, found)

    def breaks(self, name: str) -> tuple[str, str] | None:
        """What a line break and a tab become inside a text that is printed in a part; None when that is not known."""
        part = self._parts.get(name)
        return None if part is None else part.breaks

    def _ask(self, words: Mapping[str, object]) -> None:
        for steps in self._required:
            _ask(words, steps)


@dataclass(frozen=True)
class Traced:
    """Parts with the signs of slots in them. texts: None for a part that must be written anew for every copy.

    rules: of each part, those whose length depends on slots: sign -1 - n stands for the head of the n-th.
    """

    texts: dict[str, str | None]
    rules: dict[str, list[tuple[Page, Rule, int]]]


def _run(part: Part, page: Page, words: dict[str, object], found: Sound) -> str:
    try:
        return part.write(words, page, is_clean=found.is_clean)
    except Unproved:
        raise
    except Exception as error:  # any error is a fault of words or template: the tree path finds and tells it
        raise Unproved("an error, to be told by the tree path") from error


def required(sources: Iterable[Source]) -> tuple[tuple[str, ...], ...]:
    """The names that the words must have, step by step, as docgen.render.names asks for them."""
    known: dict[str, bool] = {}
    for source in sources:
        for use in source.reading.uses:
            known.setdefault(use.name, use.name in source.reading.guarded)
    found: dict[tuple[str, ...], None] = {}
    for name, is_guarded in known.items():
        steps: list[str] = []
        for step in name.split("."):
            if step.endswith("[]"):
                break
            steps.append(step)
        if not is_guarded and steps:
            found[tuple(steps)] = None
    return tuple(found)


def _ask(words: Mapping[str, object], steps: Sequence[str]) -> None:
    at: object = words
    for step in steps:
        if not isinstance(at, dict):
            return
        if step not in at:
            raise Unproved("a name the words do not have")
        at = at[step]


def _notes_shape(parts: Mapping[str, bytes], roles: Roles, styles: Styles) -> NotesShape | None:
    """What new footnotes are written into; None when the template has no place for them, or an unusual one."""
    text, reference = styles.id_of(TEXT_STYLE, "paragraph"), styles.id_of(REFERENCE_STYLE, "character")
    if not roles.footnotes or text is None or reference is None:
        return None
    root = wordml.parse(parts[roles.footnotes])
    ids = [twips(note, "id") or 0 for note in root.iterchildren(w("footnote"))]
    first = max([0, *ids]) + 1
    used = wordml.parse(parts[roles.document]).iter(w("footnoteReference"))
    if not len(root) or root.prefix != "w" or any((twips(reference, "id") or 0) >= first for reference in used):
        return None
    closing = markup.closing(root)
    written = wordml.serialise(root).decode().removesuffix(closing)
    return NotesShape(written, closing, first, markup.text(text), markup.text(reference))
