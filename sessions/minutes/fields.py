"""The four lines under one item: which of a section's lines are labels, and what belongs to each.

Where several lines begin with the words of a label, those count that stand where most labels of the item stand: a list
inside an answer may well say "Frist:". Where that does not tell, nothing is taken in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions.minutes.labels import Label, label_of
from sessions.notes import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.minutes.lines import Line

_LONG = frozenset({"understand", "do"})  # what is answered in several paragraphs; who and when are told in one


@dataclass(frozen=True, slots=True)
class Fields:
    """What stands behind each label (`texts`, by its key), what stands outside them, and which label is told twice."""

    texts: dict[str, str]
    outside: tuple[Line, ...]
    twice: tuple[Line, ...]
    labelled: bool


@dataclass(frozen=True, slots=True)
class _Place:
    at: int
    label: Label
    where: str


def fields_of(lines: Sequence[Line]) -> Fields:
    """Read the lines of one item, those under its heading. Never raises, whatever stands in them."""
    chosen, unsure = _chosen(lines)
    found: defaultdict[str, list[tuple[str, Line]]] = defaultdict(list)
    outside = list(lines[: chosen[0].at] if chosen else lines)
    for turn, place in enumerate(chosen):
        end = chosen[turn + 1].at if turn + 1 < len(chosen) else len(lines)
        own, after = _own(lines[place.at : end], place, last=turn + 1 == len(chosen))
        outside += after
        if text := _text(own, place.label):
            found[place.label.key].append((text, lines[place.at]))
    twice = [*unsure, *(told[1][1] for told in found.values() if len(told) > 1)]
    texts = {key: told[0][0] for key, told in found.items()}
    return Fields(texts, tuple(outside), tuple(twice), bool(chosen))


def _chosen(lines: Sequence[Line]) -> tuple[list[_Place], list[Line]]:
    """Give the labels that count, in order, and those of which it cannot be told."""
    labels = [(at, label_of(line.cells[0] if line.cells else line.text)) for at, line in enumerate(lines)]
    every = [(at, label) for at, label in labels if label]
    depth = min((lines[at].depth for at, _ in every if lines[at].mark), default=0)
    places = [_Place(at, label, _where(lines[at], label, depth)) for at, label in every]
    by_key: defaultdict[str, list[_Place]] = defaultdict(list)
    for place in places:
        by_key[place.label.key].append(place)
    usual = _usual(places)
    chosen, unsure = [], []
    for own in by_key.values():
        here = [place for place in own if place.where == usual] or [p for p in own if p.where != "unsure"] or own
        if len({place.where for place in here}) == 1 and (len(here) == 1 or here[0].where == usual):
            chosen += here
        else:
            unsure.append(lines[here[1].at])
    return sorted(chosen, key=lambda place: place.at), unsure


def _where(line: Line, label: Label, depth: int) -> str:
    alone = not label.rest and bool(line.cells or line.heading or line.strong)
    if not label.sure and not alone:
        return "unsure"
    if line.cells:
        return "row"
    if line.heading:
        return "heading"
    if line.mark and line.depth == depth:
        return "list"
    return "nested" if line.depth else "text"


def _usual(places: Sequence[_Place]) -> str:
    """Give where the labels stand: where most of the four are found; nowhere when two places have as many."""
    kinds = Counter(where for where, _ in {(place.where, place.label.key) for place in places})
    kinds.pop("unsure", None)
    best = kinds.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else ""


def _own(lines: Sequence[Line], place: _Place, *, last: bool) -> tuple[list[Line], list[Line]]:
    """Part what follows a label into what belongs to it and what stands beside it.

    A paragraph outside the list belongs to a label only when another label comes after it: under the last one it may
    be anything that somebody has added.
    """
    first, loose = lines[0], place.where in {"text", "heading", "unsure"}
    filled = bool(place.label.rest or any(first.cells[1:]) or (last and not loose))
    goes_on = place.label.key in _LONG and (loose or not last)
    for at, line in enumerate(lines[1:], start=1):
        if line.rule or (filled and not goes_on and _is_beside(line, first)):
            return list(lines[:at]), list(lines[at:])
        filled = True
    return list(lines), []


def _is_beside(line: Line, first: Line) -> bool:
    """Tell whether a line begins something of its own: another row, or a paragraph outside the list of the label."""
    if line.cells:
        return bool(line.cells[0])
    return line.joint == "block" and not line.mark and line.depth < max(first.depth, 1)


def _text(lines: Sequence[Line], label: Label) -> str:
    """Give what the lines of an answer say: paragraphs, line ends that were meant, and lists as they were written."""
    first = lines[0]
    said = _behind(first) if first.cells else label.rest
    before = first
    for line in lines[1:]:
        said += _joint(said, before, line, first) + _begun(line, first) + (_behind(line) if first.cells else line.text)
        before = line
    return plain("\n".join(part.rstrip() for part in said.split("\n")))


def _behind(row: Line) -> str:
    """Give the cells of a row but the first."""
    return "\n".join(filter(None, row.cells[1:])) if row.cells else row.text


def _joint(said: str, before: Line, line: Line, first: Line) -> str:
    if not said:
        return ""
    if line.joint != "block":
        return " " if line.joint == "soft" else "\n"
    listed = (line.mark and not line.parted) or line.depth > first.depth
    row = line.cells and before.cells
    return "\n" if listed or row else "\n\n"


def _begun(line: Line, first: Line) -> str:
    """Give what a line begins with: quote, list, heading, as far as they are inside the answer."""
    quote = "> " * max(0, line.quotes - first.quotes)
    deep = line.depth - first.depth
    mark = f"{line.mark} " if line.mark and not line.parted else ""
    if line.joint == "soft":
        return ""
    return quote + "  " * max(0, deep - bool(line.mark)) + mark + ("#" * line.heading + " " if line.heading else "")
