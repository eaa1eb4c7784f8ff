"""Filling a template with papers, to find what only filling finds; unknown names are filled with nothing."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from docgen import package
from docgen.errors import DocgenError, Fault, InputFaults, TemplateFaults
from docgen.render import Template, wordml
from docgen.render.tags import Tag
from docgen.workshop.kind import Target, Trial
from docgen.workshop.opened import Opened
from docgen.workshop.remarks import Remark, Spot
from docgen.workshop.tag_faults import khoang

NUMBER: Final = "docgen-doan"
"""An attribute that numbers the paragraphs of a template, and is still there on those made of them."""


@dataclass(frozen=True)
class Filled:
    """A template filled with one paper."""

    trial: Trial
    docx: bytes


def compiled(opened: Opened, told: Iterable[Remark]) -> tuple[Template | None, list[Remark]]:
    """The template, ready to be filled, or what keeps it from that and has not been told yet."""
    said = {remark.loi for remark in told}
    if opened.refused:
        return None, []
    try:
        return Template(package.write(_numbered(opened)), ""), []
    except TemplateFaults as error:
        known = [f for f in error.faults if f.loi not in said and "word/comments" not in f.loi]
        return None, [Remark("the", "loi", fault.loi, fault.sua, spot_of(opened, fault)) for fault in known]
    except DocgenError as error:
        return None, [Remark("tep", "loi", fault.loi, fault.sua) for fault in error.faults if fault.loi not in said]


def run(
    opened: Opened, template: Template, target: Target, unknown: Mapping[str, str]
) -> tuple[list[Remark], list[Filled]]:
    """Fill the template with every trial: ``(what went wrong, the papers that came out)``."""
    remarks: list[Remark] = []
    papers: list[Filled] = []
    told: set[tuple[str, object]] = set()
    said: set[str] = set()
    for trial in target.trials:
        try:
            papers.append(Filled(trial, template.render(supplied(trial.words, unknown))))
        except TemplateFaults as error:
            fresh = [_remark(opened, fault, trial) for fault in error.faults if fault.loi not in said]
            said |= {fault.loi for fault in error.faults}
            # A tag that fails in one paper for one reason is not told again for another reason in the next.
            remarks += [one for one in fresh if (one.cho.where(), one.cho.khoang) not in told]
            told |= {(one.cho.where(), one.cho.khoang) for one in fresh}
        except InputFaults as error:
            remarks += [Remark("chay", "canh-bao", f"Không thử được với {trial.ten}: {f}") for f in error.faults[:1]]
    return remarks, papers


def spot_of(opened: Opened, fault: Fault) -> Spot:
    """The place rendering tells in words, found again."""
    for view in opened.views:
        if fault.noi in view.by_place:
            block, tag = view.by_place[fault.noi]
            return opened.spot(view, block.holder, tag or khoang(block, fault.loi) or _all(block.tags))
        if fault.noi == view.phan:
            return Spot(view.phan, so=(view.order, 0), part=view.name)
    return Spot()


def _all(tags: tuple[Tag, ...]) -> tuple[int, int] | None:
    """From the first to the last tag of a paragraph: which of them failed is not always known."""
    return (tags[0].start, tags[-1].end) if tags else None


def _remark(opened: Opened, fault: Fault, trial: Trial) -> Remark:
    loi = fault.loi.removesuffix(".")
    return Remark("chay", "loi", f"{loi} (khi thử với {trial.ten}).", fault.sua, spot_of(opened, fault))


def _numbered(opened: Opened) -> dict[str, bytes]:
    """The parts with every paragraph of the body numbered."""
    root = copy.deepcopy(opened.document.root)
    for number, paragraph in enumerate(root.iter(wordml.P), 1):
        paragraph.set(NUMBER, str(number))
    return {**_without_comments(opened), opened.document.name: wordml.serialise(root)}


def _without_comments(opened: Opened) -> dict[str, bytes]:
    """Comments are told of elsewhere; tags quoted in them must not keep a template from being tried."""
    found = opened.mended
    emptied = {}
    for name, content in found.items():
        if name.startswith("word/comments") and name.endswith(".xml"):
            root = wordml.parse(content)
            for text in root.iter(wordml.T):
                text.text = ""
            emptied[name] = wordml.serialise(root)
    return {**found, **emptied}


def supplied(words: Mapping[str, Any], unknown: Mapping[str, str]) -> dict[str, Any]:
    """The words with the one perhaps meant, or something blank, under each unknown name: the rest can be tried."""
    filled = copy.deepcopy(dict(words))
    for name, meant in sorted(unknown.items()):
        _put(filled, name.split("."), meant.rpartition(".")[2] if "." in name else meant, filled)
    return filled


def _put(at: Any, steps: list[str], meant: str, top: Mapping[str, Any]) -> None:
    """Go down to the group the name stands in, in each item of the lists on the way, and put it there."""
    step, *further = steps
    key = step.replace("[]", "")
    if not isinstance(at, dict):
        return
    if not further:
        at.setdefault(key, at.get(meant, _looked_up(top, meant)))
    elif "[]" not in step:
        _put(at.setdefault(key, {}), further, meant, top)
    else:
        for item in _items(at.get(key), step.count("[]")):
            _put(item, further, meant, top)


def _looked_up(top: Mapping[str, Any], path: str) -> Any:
    value: Any = top
    for step in path.split("."):
        value = value.get(step, []) if isinstance(value, Mapping) else []
    return value


def _items(value: Any, depth: int) -> Iterator[Any]:
    if depth == 0:
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _items(item, depth - 1)
