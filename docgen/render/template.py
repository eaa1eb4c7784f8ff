"""A Word template, opened and compiled once, rendered any number of times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from docgen import package
from docgen.errors import Fault, TemplateFaults
from docgen.render import marks, names, notes_room, parts, plain, rules, sections, tables, whole, wordml
from docgen.render.archive import Archive
from docgen.render.environment import PaperEnvironment
from docgen.render.fast.strings import Strings
from docgen.render.fast.unproved import Unproved
from docgen.render.footnotes import Footnotes
from docgen.render.marks import Pending
from docgen.render.source import Source, compile_part
from docgen.render.styles import Styles
from docgen.render.trace import Trace, Tracing


class Template:
    """A .docx with tags, safe to share between threads.

    source: path or bytes of the .docx. ten: how messages call it; the file's name when left out.
    Raises :class:`~docgen.errors.Unusable` when it is no .docx, too large or dangerous, and
    :class:`~docgen.errors.TemplateFaults` with every fault its maintainer can mend, each with its place.
    """

    def __init__(self, source: Path | bytes, ten: str = "") -> None:
        self.ten = ten or (source.name if isinstance(source, Path) else "")
        brought = package.read(source, self.ten)
        parts.check(brought, self.ten)
        self._parts = notes_room.with_room(brought, parts.roles(brought, self.ten))
        self._roles = parts.roles(self._parts, self.ten)
        self._styles = Styles(self._parts.get(self._roles.styles))
        self._env = PaperEnvironment()
        self._sources = dict(self._compiled())
        self.strings = self._by_strings()
        self.archive = Archive(self._parts)
        # How many renderings went which way: "strings", or "trees" where strings are not proved to give the same.
        self.ways: Counter[str] = Counter()

    def render(self, words: Mapping[str, object]) -> bytes:
        """The .docx that says ``words``; equal words give equal bytes.

        words: plain str, int, bool, None, lists, tuples and dicts, nested. A list of segments is rich text:
        {"chu": str, "dam"/"nghieng"/"mu": True}; {"chu_thich": segments} is a footnote. {"giu": True} keeps the
        paragraph with the next; {"ke": [low, high]} gives a rule its length; {"ngang": True} turns the section on
        its side; {"chan_sau": True} gives the section's first page the foot of its other pages; {"rong": permille} in
        a cell of a table's first row gives its column's width.
        Raises :class:`~docgen.errors.InputFaults` for values that are no plain data or hold characters a Word file
        cannot, with their dotted paths; :class:`~docgen.errors.TemplateFaults` for every name the words do not have
        and everything that cannot be printed, with the places of the tags.
        """
        return self.archive.pack(self.made(words))

    def made(self, words: Mapping[str, object]) -> dict[str, bytes]:
        """The parts of the .docx that are not the template's own, name → bytes; raises what :meth:`render` raises."""
        if self.strings is not None:
            try:
                found = self.strings.write(words)
            except Unproved:
                pass
            else:
                self.ways["strings"] += 1
                return found
        self.ways["trees"] += 1
        return self.made_by_trees(words)

    def made_by_trees(self, words: Mapping[str, object]) -> dict[str, bytes]:
        """The same the long way: every part parsed, its marks carried out on the tree."""
        frozen = plain.freeze(words)
        trace = Trace()
        with Tracing(trace):
            names.check(self._sources.values(), frozen, trace)
            trees = {name: source.run(frozen, trace) for name, source in self._sources.items()}
            _raise(trace)
            made = self._finish({name: tree for name, tree in trees.items() if tree is not None}, trace)
            _raise(trace)
        return made

    def verify(self, words: Mapping[str, object]) -> tuple[str, ...]:
        """Names of the parts that strings and trees make differently: () is what is promised.

        Raises what :meth:`render` raises.
        """
        by_trees, made = self.made_by_trees(words), self.made(words)
        names_of_both = sorted({*by_trees, *made})
        return tuple(n for n in names_of_both if wordml.canonical(by_trees.get(n)) != wordml.canonical(made.get(n)))

    def names(self) -> frozenset[str]:
        """Dotted names the template asks for; a loop variable is told by its list: ``noi_dung[].nhan``."""
        return frozenset(use.name for source in self._sources.values() for use in source.reading.uses)

    def _compiled(self) -> Iterator[tuple[str, Source]]:
        faults: list[Fault] = []
        rendered = self._roles.rendered()
        for name, phan in rendered:
            source, found = compile_part(name, self._parts[name], self._styles, self._env, self.ten, phan)
            faults += found
            if source is not None:
                yield name, source
        faults += parts.tags_elsewhere(self._parts, {name for name, _ in rendered}, self.ten)
        if faults:
            raise TemplateFaults(faults)

    def _by_strings(self) -> Strings | None:
        try:
            return Strings(self._parts, self._roles, self._sources, self._styles, self._env)
        except Exception:  # Unproved, or a template so odd (deep, say) that taking it to pieces fails: trees can do it
            return None

    def _finish(self, trees: dict[str, wordml.Element], trace: Trace) -> dict[str, bytes]:
        """Carry out the marks in the rendered parts; name → bytes of every part that is not the template's own."""
        roles = self._roles
        notes_tree = trees.get(roles.footnotes)
        if notes_tree is None:
            notes_tree = wordml.parse(self._parts[roles.footnotes])
        notes = Footnotes(notes_tree, self._styles, trace)
        for name, tree in trees.items():
            if name == roles.properties:
                marks.expand_plain(tree, trace)
                continue
            pending = marks.expand(tree, trace, notes if name == roles.document else None)
            whole.make_whole(tree)
            tables.fit(tree, pending)
            self._lay_out(pending, trace)
            whole.make_unique(tree)
            whole.check_notes(tree, trace, self._sources[name].place)
        made = {name: wordml.serialise(tree) for name, tree in trees.items()}
        if notes.added:
            made[roles.footnotes] = wordml.serialise(notes.root)
        return made

    def _lay_out(self, pending: list[Pending], trace: Trace) -> None:
        """Sections first: a rule outside tables is as long as its section lets it."""
        for found in pending:
            if found.mark.kind in ("ngang", "chan_sau"):
                section = sections.of(found.paragraph)
                if section is None:
                    trace.fault("Không tìm thấy phần (section) của văn bản ở chỗ này.", place=found.mark.place)
                elif found.mark.kind == "chan_sau":
                    sections.foot_as_later(section)
                else:
                    before = sections.text_width(section)
                    sections.lay_sideways(section)
                    tables.widen(sections.tables(section), before, sections.text_width(section))
        for found in pending:
            if found.mark.kind == "ke":
                rules.draw(found, self._styles, trace)


def _raise(trace: Trace) -> None:
    if trace.found:
        raise TemplateFaults(fault for _, fault in sorted(trace.found, key=lambda found: found[0]))
