"""The sandbox in which templates run: plain values, few filters, no calls, bounded work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.render import trace
from docgen.render.missing import NO_GROUP, SHORT_LIST, Missing
from docgen.render.plain import Group, Listing
from docgen.render.rich import finalize

# A paper of 5,000 sections takes some 50,000 turns; a template that needs more is hostile or broken.
MAX_TURNS: Final = 1_000_000
# Word itself gives up far below.
MAX_OUTPUT_CHARS: Final = 50_000_000
_LOOP_NAMES: Final = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem"}
)
_EACH: Final = "_each"


class PaperEnvironment(ImmutableSandboxedEnvironment):
    """Jinja with everything taken away that a paper does not need.

    Values are escaped for XML; names not found are noted, not raised; a dict's keys win over its methods, and
    nothing but keys, list items and a loop's counters can be reached at all.
    """

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self) -> None:
        super().__init__(undefined=Missing, autoescape=True, finalize=finalize, keep_trailing_newline=True)
        self.globals.clear()
        self.filters = dict(FILTERS)
        kept = ("defined", "undefined", "none", "odd", "even", "divisibleby", "string", "number", "true", "false", "in")
        self.tests = {name: self.tests[name] for name in kept}

    def getattr(self, obj: object, attribute: str) -> object:
        """``obj.attribute``: a key of a dict, a counter of ``loop``; anything else is a name not found."""
        if isinstance(obj, Group):
            if attribute in obj:
                return obj[attribute]
            return Missing(name=f"{obj.noi}.{attribute}" if obj.noi else attribute)
        if isinstance(obj, LoopContext):
            if attribute in _LOOP_NAMES:
                return getattr(obj, attribute)
            return Missing(name=f"loop.{attribute}")
        return Missing(name=f"{obj.path() if isinstance(obj, Missing) else NO_GROUP}.{attribute}")

    def getitem(self, obj: object, argument: object) -> object:
        """``obj[argument]``: a key, the item of a list, a slice of a list or of text."""
        if isinstance(obj, (tuple, str)) and (type(argument) is int or isinstance(argument, slice)):
            try:
                item = obj[argument]
            except IndexError:
                return Missing(name=f"{SHORT_LIST}[{argument}]")
            return Listing(item) if type(item) is tuple else item
        if type(argument) is str:
            return self.getattr(obj, argument)
        return Missing(name=f"[{argument!r}]")

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Arithmetic on whole numbers, ``+`` on two texts; nothing else, so that no template can grow a value."""
        for side in (left, right):
            if isinstance(side, Missing):
                side.note()
                return ""
        if type(left) is int and type(right) is int and operator != "**":
            return super().call_binop(context, operator, left, right)
        if type(left) is str and type(right) is str and operator == "+":
            return left + right
        raise TemplateRuntimeError(f"phép “{operator}” chỉ tính được với hai số nguyên (“+” còn nối được hai chữ)")


def bounded(tree: nodes.Template, environment: Environment) -> nodes.Template:
    """The same template, every ``for`` counting its turns and refusing what is no list."""
    for loop in tree.find_all(nodes.For):
        counted = nodes.Filter(loop.iter, _EACH, [], [], None, None, lineno=loop.iter.lineno)
        counted.set_environment(environment)
        loop.iter = counted
    return tree


def _each(value: object) -> object:
    """What a ``for`` goes through."""
    notes = trace.current()
    if isinstance(value, Missing):
        value.note()
        return ()
    if not isinstance(value, (tuple, list, Group)):
        what = "trống (None)" if value is None else "chữ" if type(value) is str else "số"
        notes.fault(f"Thẻ for cần một danh sách nhưng giá trị là {what}.", "Hãy sửa tên sau chữ “in”.")
        return ()
    notes.turns += len(value)
    if notes.turns > MAX_TURNS:
        raise TemplateRuntimeError(f"mẫu lặp quá {MAX_TURNS:,} lượt".replace(",", "."))
    return value


def _text(value: object, name: str) -> str:
    if isinstance(value, Missing):
        value.note()
        return ""
    if value is None:
        return ""
    if type(value) is int:
        return str(value)
    if type(value) is not str:
        raise TemplateRuntimeError(f"bộ lọc “{name}” chỉ dùng cho chữ")
    return value


def _on_text(name: str, change: Callable[[str], str]) -> Callable[[object], str]:
    return lambda value: change(_text(value, name))


def _items(value: object, name: str) -> tuple[object, ...]:
    if isinstance(value, Missing):
        value.note()
        return ()
    if not isinstance(value, (tuple, list)):
        raise TemplateRuntimeError(f"bộ lọc “{name}” chỉ dùng cho danh sách")
    return tuple(value)


def _default(value: object, other: object = "", boolean: bool = False) -> object:
    return other if isinstance(value, Undefined) or (boolean and not value) else value


def _first(value: object) -> object:
    return next(iter(_items(value, "first")), Missing(name=f"{SHORT_LIST}[0]"))


def _last(value: object) -> object:
    return next(reversed(_items(value, "last")), Missing(name=f"{SHORT_LIST}[-1]"))


def _join(value: object, between: object = "") -> str:
    return _text(between, "join").join(_text(item, "join") for item in _items(value, "join"))


def _length(value: object) -> int:
    return len(value) if isinstance(value, (str, Group)) else len(_items(value, "length"))


def _replace(value: object, old: object, new: object) -> str:
    if not _text(old, "replace"):
        raise TemplateRuntimeError("bộ lọc “replace” cần chữ phải thay")
    return _text(value, "replace").replace(_text(old, "replace"), _text(new, "replace"))


FILTERS: Final[dict[str, Callable[..., object]]] = {
    _EACH: _each,
    "default": _default,
    "d": _default,
    "first": _first,
    "last": _last,
    "join": _join,
    "length": _length,
    "count": _length,
    "lower": _on_text("lower", str.lower),
    "upper": _on_text("upper", str.upper),
    "trim": _on_text("trim", str.strip),
    "replace": _replace,
}
