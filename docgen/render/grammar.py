"""Reading the expressions in tags: which names they ask for, and whether they stay inside the small language.

The language: names, dotted names, comparisons, and/or/not, plain arithmetic, the filters and tests listed here.
No calls, no assignments, no inclusion: what cannot be said so belongs into the words, not into a template.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, nodes

from docgen.errors import Fault
from docgen.render.hints import hint
from docgen.render.tagged import Placed

_ALLOWED: Final = (
    nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Const, nodes.Filter, nodes.Test, nodes.And,
    nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.CondExpr, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div,
    nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos, nodes.Concat, nodes.List, nodes.Tuple, nodes.Output, nodes.If,
    nodes.For, nodes.Template, nodes.TemplateData, nodes.Keyword,
)  # fmt: skip
_WRAP: Final = {
    "if": "{{% {} %}}{{% endif %}}",
    "elif": "{{% if 0 %}}{{% {} %}}{{% endif %}}",
    "for": "{{% {} %}}{{% endfor %}}",
}
_LOOP_NAME: Final = re.compile(r"for (\w+)")
_BARE: Final = ("else", "endif", "endfor")


@dataclass(frozen=True)
class Use:
    """A dotted name a template asks for (items of a list as ``name[]``), and the tag that asks."""

    name: str
    placed: Placed


@dataclass
class Reading:
    """What the tags of one part ask for. guarded: names tested by ``is defined`` or given a ``default``."""

    uses: list[Use] = field(default_factory=list)
    guarded: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)


def read(env: Environment, placed: Iterable[Placed]) -> Reading:
    """Read every tag of a part in order; loop variables are told by what they loop over."""
    reading = Reading()
    scopes: list[dict[str, str | None]] = [{}]
    for found in placed:
        tag = found.tag
        if tag.opener == "{#" or not tag.code:
            continue
        if tag.opener == "{%" and tag.word in _BARE:
            if tag.code != tag.word:
                loi = f"Thẻ “{tag}” có chữ thừa sau “{tag.word}”."
                reading.faults.append(Fault(str(found.place), loi, f"Chỉ viết “{tag.word}”."))
            if tag.word == "endfor" and len(scopes) > 1:
                scopes.pop()
        elif tag.opener == "{{" or tag.word in _WRAP:
            _Tag(env, found, scopes, reading).read()
    return reading


class _Tag:
    """Reads one tag; ``scopes`` holds the loop variables in force, innermost last."""

    def __init__(self, env: Environment, found: Placed, scopes: list[dict[str, str | None]], reading: Reading) -> None:
        self._env, self._found, self._scopes, self._reading = env, found, scopes, reading

    def read(self) -> None:
        tag = self._found.tag
        source = f"{{{{ {tag.code} }}}}" if tag.opener == "{{" else _WRAP[tag.word].format(tag.code)
        try:
            tree = self._env.parse(source)
        except (TemplateSyntaxError, ValueError, RecursionError, MemoryError) as error:
            self._fault(f"Không đọc được thẻ “{tag}”: {explain(error)}.", hint(tag))
            if tag.word == "for":
                # What the loop's variable is cannot be told, but it is one.
                named = _LOOP_NAME.match(tag.code)
                self._scopes.append({} if named is None else {named[1]: None, "loop": None})
            return
        for loi, sua in _outside(tree, self._env):
            self._fault(f"Thẻ “{tag}” {loi}.", sua)
        loop = next(tree.find_all(nodes.For), None)
        if loop is None:
            self._names(tree)
        else:
            self._loop(loop)

    def _loop(self, loop: nodes.For) -> None:
        self._names(loop.iter)
        if not isinstance(loop.target, nodes.Name):
            self._fault(f"Thẻ “{self._found.tag}” lặp với nhiều tên một lúc.", "Hãy viết “for tên in danh_sách”.")
            self._scopes.append({})
            return
        path = self._path(loop.iter)
        self._scopes.append({loop.target.name: None if path is None else f"{path}[]", "loop": None})
        if loop.test is not None:
            self._names(loop.test)

    def _names(self, node: nodes.Node) -> None:
        """Record the longest dotted names below ``node``."""
        if isinstance(node, (nodes.Name, nodes.Getattr, nodes.Getitem)):
            path = self._path(node)
            if path is not None:
                self._reading.uses.append(Use(path, self._found))
                if isinstance(node, nodes.Getitem):
                    self._names(node.arg)
                return
        if isinstance(node, nodes.Test) and node.name in ("defined", "undefined"):
            self._guard(node.node)
        if isinstance(node, nodes.Filter) and node.name in ("default", "d") and node.node is not None:
            self._guard(node.node)
        for inner in node.iter_child_nodes():
            self._names(inner)

    def _guard(self, node: nodes.Node) -> None:
        path = self._path(node)
        if path is not None:
            self._reading.guarded.add(path)

    def _path(self, node: nodes.Node | None) -> str | None:
        """The dotted name of an expression; None when it is none (a loop's counter, a computed value)."""
        if isinstance(node, nodes.Name):
            for scope in reversed(self._scopes):
                if node.name in scope:
                    return scope[node.name]
            return node.name
        if isinstance(node, nodes.Getattr):
            return _joined(self._path(node.node), node.attr)
        if isinstance(node, nodes.Getitem):
            inner = self._path(node.node)
            if inner is not None and isinstance(node.arg, nodes.Const):
                return _joined(inner, node.arg.value) if isinstance(node.arg.value, str) else f"{inner}[]"
            return inner if isinstance(node.arg, nodes.Slice) else None
        if isinstance(node, nodes.Filter) and node.name in ("first", "last"):
            inner = self._path(node.node)
            return None if inner is None else f"{inner}[]"
        return None

    def _fault(self, loi: str, sua: str = "") -> None:
        self._reading.faults.append(Fault(str(self._found.place), loi, sua))


def _joined(path: str | None, name: str) -> str | None:
    return None if path is None else f"{path}.{name}"


def _outside(tree: nodes.Template, env: Environment) -> Iterator[tuple[str, str]]:
    """What of an expression is not in the language: ``(what, what would be right)``."""
    for node in _all(tree):
        if isinstance(node, nodes.Call):
            yield "gọi hàm, mẫu không được làm vậy", "Chỉ dùng tên và các bộ lọc, ví dụ {{ ten|upper }}."
        elif isinstance(node, nodes.Filter) and (node.name not in env.filters or node.name.startswith("_")):
            yield f"dùng bộ lọc “{node.name}” không có", _near(node.name, env.filters)
        elif isinstance(node, nodes.Test) and node.name not in env.tests:
            yield f"dùng phép thử “{node.name}” không có", _near(node.name, env.tests)
        elif isinstance(node, (nodes.Getattr, nodes.Name)) and _name(node).startswith("_"):
            yield f"dùng tên “{_name(node)}” bắt đầu bằng gạch dưới", "Hãy dùng tên có trong danh mục."
        elif isinstance(node, nodes.For) and node.recursive:
            yield "dùng vòng lặp đệ quy", "Hãy bỏ chữ “recursive”."
        elif not isinstance(node, _ALLOWED):
            yield "dùng cách viết mà mẫu không có", "Chỉ dùng tên, so sánh, and, or, not và các bộ lọc."


def _all(tree: nodes.Node) -> Iterator[nodes.Node]:
    yield tree
    for inner in tree.iter_child_nodes():
        yield from _all(inner)


def _name(node: nodes.Getattr | nodes.Name) -> str:
    return node.attr if isinstance(node, nodes.Getattr) else node.name


def _near(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, known, 1, 0.6)
    every = ", ".join(sorted(k for k in known if k.isalpha()))
    return f"Có phải là “{near[0]}”?" if near else f"Chỉ có: {every}."


def explain(error: BaseException) -> str:
    """A Jinja syntax error in Vietnamese."""
    said = str(error)
    if isinstance(error, RecursionError | MemoryError):
        return "biểu thức lồng quá sâu"
    if isinstance(error, ValueError):
        return "có một số không viết được"
    unexpected = re.search(r"(?:got|unexpected) '([^']*)'", said)
    if "unexpected char" in said:
        return f"có dấu không hiểu được {said.partition('unexpected char ')[2].partition(' at ')[0]}"
    if "expected token 'in'" in said:
        return "vòng lặp phải viết “for tên in danh_sách”"
    if unexpected and not unexpected[1].startswith(("end of", "}")):
        return f"không ngờ gặp “{unexpected[1]}”"
    return "thẻ thiếu mất một phần (tên, dấu nháy hoặc dấu đóng ngoặc)"
