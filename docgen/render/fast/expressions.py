"""Expressions of the small language as Python source that runs on words as they stand.

Names not found raise KeyError, wrong kinds TypeError: every error means :class:`Unproved` to the caller, and the tree
path tells it. So the source needs to be right only where nothing is wrong.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, Final

from jinja2 import nodes

from docgen.render.environment import FILTERS
from docgen.render.fast.slot import Slot
from docgen.render.fast.unproved import Unproved

_COMPARE: Final = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">="}
_ARITHMETIC: Final[dict[type[nodes.BinExpr], str]] = {
    nodes.Add: "add", nodes.Sub: "sub", nodes.Mul: "mul", nodes.FloorDiv: "floordiv", nodes.Mod: "mod",
}  # fmt: skip
_COUNTERS: Final = {
    "index": "({0} + 1)", "index0": "{0}", "first": "({0} == 0)", "last": "({0} == {1} - 1)", "length": "{1}",
    "revindex": "({1} - {0})", "revindex0": "({1} - {0} - 1)",
}  # fmt: skip
_TESTS: Final = {"none": "{0} is None", "true": "{0} is True", "false": "{0} is False"}
_ABSENT: Final = object()


class Scope:
    """Names in force: loop variables by their Python names, and what is already held in a Python variable."""

    def __init__(self, outer: Scope | None = None) -> None:
        self.names: dict[str, str] = {} if outer is None else dict(outer.names)
        self.counters: tuple[str, str] | None = None if outer is None else outer.counters
        self.held: dict[str, str] = {} if outer is None else dict(outer.held)


def source(node: nodes.Node, scope: Scope) -> str:
    """The Python expression of a node. Raises Unproved for what is not known to mean the same."""
    path = path_of(node, scope)
    if path is not None:
        return scope.held.get(path, path)
    made = _MAKERS.get(type(node))
    if made is None:
        raise Unproved(f"an expression of kind {type(node).__name__}")
    return made(node, scope)


def path_of(node: nodes.Node | None, scope: Scope) -> str | None:
    """The look-up of a dotted name; None for anything else."""
    if isinstance(node, nodes.Name):
        if node.name == "loop" and scope.counters is not None:
            return None
        return scope.names.get(node.name, f"w[{node.name!r}]")
    key = _key(node)
    if key is None or not isinstance(node, (nodes.Getattr, nodes.Getitem)):
        return None
    inner = path_of(node.node, scope)
    return None if inner is None else f"{scope.held.get(inner, inner)}[{key!r}]"


def first_path(node: nodes.Node | None, scope: Scope) -> str | None:
    """The look-up that is made in any case when the expression is evaluated."""
    while isinstance(node, (nodes.Compare, nodes.And, nodes.Or, nodes.Not)):
        node = (
            node.expr
            if isinstance(node, nodes.Compare)
            else node.left
            if not isinstance(node, nodes.Not)
            else node.node
        )
    return path_of(node, scope)


def _key(node: nodes.Node | None) -> str | None:
    if isinstance(node, nodes.Getattr):
        return node.attr
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and type(node.arg.value) is str:
        return node.arg.value
    return None


def _const(node: nodes.Node, _: Scope) -> str:
    if isinstance(node, nodes.Const) and (node.value is None or type(node.value) in (str, int, bool)):
        return repr(node.value)
    raise Unproved("an unusual constant")


def _member(node: nodes.Node, scope: Scope) -> str:
    """``loop.index``; an item or a slice of a list."""
    assert isinstance(node, (nodes.Getattr, nodes.Getitem))
    if isinstance(node.node, nodes.Name) and node.node.name == "loop" and scope.counters is not None:
        counter = _COUNTERS.get(_key(node) or "")
        if counter is None:
            raise Unproved("an unusual counter")
        return counter.format(*scope.counters)
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and type(node.arg.value) is int:
        return f"item({source(node.node, scope)}, {node.arg.value!r})"
    raise Unproved("an unusual look-up")


def _both(sign: str) -> Callable[[nodes.Node, Scope], str]:
    def made(node: nodes.Node, scope: Scope) -> str:
        assert isinstance(node, (nodes.And, nodes.Or))
        return f"({source(node.left, scope)} {sign} {source(node.right, scope)})"

    return made


def _not(node: nodes.Node, scope: Scope) -> str:
    assert isinstance(node, nodes.Not)
    return f"(not {source(node.node, scope)})"


def _compare(node: nodes.Node, scope: Scope) -> str:
    assert isinstance(node, nodes.Compare)
    if len(node.ops) != 1:
        raise Unproved("a chain of comparisons")
    sign, left, right = node.ops[0].op, node.expr, node.ops[0].expr
    if sign in ("in", "notin"):
        return f"({'not ' if sign == 'notin' else ''}holds({_listed(right, scope)}, {source(left, scope)}))"
    one, other = source(left, scope), source(right, scope)
    # Plain data is equal to a constant, or not, whether it is frozen or not.
    if sign in ("eq", "ne") and isinstance(right, nodes.Const):
        return f"({one} {_COMPARE[sign]} {other})"
    return f"compared({_COMPARE[sign]!r}, {one}, {other})"


def _listed(node: nodes.Node, scope: Scope) -> str:
    if isinstance(node, (nodes.List, nodes.Tuple)):
        return f"({''.join(_const(item, scope) + ', ' for item in node.items)})"
    return source(node, scope)


def _choice(node: nodes.Node, scope: Scope) -> str:
    assert isinstance(node, nodes.CondExpr)
    if node.expr2 is None:
        raise Unproved("a choice without else")
    return f"({source(node.expr1, scope)} if {source(node.test, scope)} else {source(node.expr2, scope)})"


def _arithmetic(node: nodes.Node, scope: Scope) -> str:
    assert isinstance(node, nodes.BinExpr)
    return f"reckoned({_ARITHMETIC[type(node)]!r}, {source(node.left, scope)}, {source(node.right, scope)})"


def _test(node: nodes.Node, scope: Scope) -> str:
    assert isinstance(node, nodes.Test)
    if node.name in ("defined", "undefined") and not node.args:
        return f"({_found(node.node, scope)} {'is not' if node.name == 'defined' else 'is'} ABSENT)"
    if node.name == "string" and not node.args:
        return f"isinstance({source(node.node, scope)}, str)"
    if node.name in _TESTS and not node.args:
        return f"({_TESTS[node.name].format(source(node.node, scope))})"
    raise Unproved(f"the test {node.name}")


def _filter(node: nodes.Node, scope: Scope) -> str:
    assert isinstance(node, nodes.Filter)
    if node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs or node.name not in FILTERS:
        raise Unproved("an unusual filter")
    others = "".join(f", {source(arg, scope)}" for arg in node.args)
    if node.name in ("default", "d"):
        if path_of(node.node, scope) is None:
            raise Unproved("a default of what is no name")
        return f"default({_found(node.node, scope)}{others})"
    return f"filters[{node.name!r}]({source(node.node, scope)}{others})"


def _found(node: nodes.Node, scope: Scope) -> str:
    """A dotted name looked up step by step, ABSENT where it leads nowhere."""
    if isinstance(node, nodes.Name):
        return scope.names.get(node.name, f"w.get({node.name!r}, ABSENT)")
    key = _key(node)
    if key is None or not isinstance(node, (nodes.Getattr, nodes.Getitem)):
        raise Unproved("a test of what is no name")
    if isinstance(node.node, nodes.Name) and node.node.name == "loop" and scope.counters is not None:
        raise Unproved("a test of a counter")
    return f"member({_found(node.node, scope)}, {key!r})"


_MAKERS: Final[dict[type[nodes.Node], Callable[[nodes.Node, Scope], str]]] = {
    nodes.Const: _const,
    nodes.Getattr: _member,
    nodes.Getitem: _member,
    nodes.And: _both("and"),
    nodes.Or: _both("or"),
    nodes.Not: _not,
    nodes.Compare: _compare,
    nodes.CondExpr: _choice,
    nodes.Test: _test,
    nodes.Filter: _filter,
    **dict.fromkeys(_ARITHMETIC, _arithmetic),
}


# -- what the source calls --


def _item(value: Any, index: int) -> object:
    if value.__class__ in (list, tuple, str):
        return value[index]
    raise Unproved("an item of what is no list")


def _member_of(value: object, key: str) -> object:
    return value.get(key, _ABSENT) if isinstance(value, dict) else _ABSENT


def _default(value: object, other: object = "", boolean: object = False) -> object:
    return other if value is _ABSENT or (boolean and not value) else value


def _is_scalar(value: object) -> bool:
    return value is None or value.__class__ in (str, int, bool)


def _compared(sign: str, one: Any, other: Any) -> bool:
    """Two values that are no lists or groups: those are other objects when frozen."""
    for value in (one, other):
        if isinstance(value, Slot):
            raise Unproved("a comparison with what varies", value.number)
    if not (_is_scalar(one) and _is_scalar(other)):
        raise Unproved("a comparison of lists")
    return bool(_OPERATORS[sign](one, other))


def _holds(container: Any, value: object) -> bool:
    if isinstance(value, Slot):
        raise Unproved("a look for what varies", value.number)
    if not _is_scalar(value) or container.__class__ not in (str, list, tuple, dict):
        raise Unproved("an unusual look into a list")
    if container.__class__ in (list, tuple) and any(item.__class__ is Slot for item in container):
        raise Unproved("a look into what varies")
    return value in container


def _reckoned(name: str, one: object, other: object) -> object:
    numbers = one.__class__ is int and other.__class__ is int
    if numbers or (name == "add" and one.__class__ is str and other.__class__ is str):
        return getattr(operator, name)(one, other)
    raise Unproved("unusual arithmetic")


_OPERATORS: Final = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip

CALLED: Final[dict[str, object]] = {
    "ABSENT": _ABSENT,
    "item": _item,
    "member": _member_of,
    "default": _default,
    "compared": _compared,
    "holds": _holds,
    "reckoned": _reckoned,
    "filters": FILTERS,
    "Unproved": Unproved,
}
