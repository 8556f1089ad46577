"""A leaders' file that comes back: which items are answered in it, and what in it is not understood.

It never guesses between two items. An item is known by its heading: one that is still a heading, or bold, and has an
id; or a plain line outside any list that is word for word the one we wrote. What stands under it, up to the next
heading of its kind, is its own. Where the id is one item's and the words are another's, or a label is told twice,
nothing is taken in.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sessions.minutes.fields import fields_of
from sessions.minutes.labels import compared, formulas, group_of, is_group_minutes, label_of, title_of
from sessions.minutes.leaders import LABELS, leaders_minutes
from sessions.minutes.lines import Line, cleaned, lines_of
from sessions.minutes.word_tables import as_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sessions.minutes.labels import Title
    from sessions.minutes.leaders import LeadersReport

_LOWEST = 9
_WRAPPED = 8  # lines that one of our own sentences can have become, in a file that a program has wrapped


@dataclass(frozen=True, slots=True)
class Paper:
    """A file as lines, with the groups named over its items, the titles of items, and whether it is the group's own."""

    lines: tuple[Line, ...]
    groups: tuple[str, ...]
    titles: tuple[Title, ...]
    of_the_group: bool


@dataclass(frozen=True, slots=True)
class Own:
    """What we wrote ourselves: it is no answer. All compared by its words.

    `titles` gives the id for the line that an item begins with, `headings` the words of each item's heading. `said` is
    what stands before the first label of an item, and over all of them; `foot` is what stands under the last.
    """

    titles: Mapping[str, str]
    headings: Mapping[str, str]
    said: frozenset[str]
    foot: frozenset[str]


@dataclass(frozen=True, slots=True)
class Filled:
    """What stood in the four lines of one item, in their order; all empty when nothing was filled in."""

    item: str
    lines: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What was not understood, and in which line of the file: `why` is a key in texts under `answers.doubt`."""

    line: int
    why: str
    told: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gives: the items whose lines could be read, and what was not understood, in the order of the file."""

    filled: tuple[Filled, ...]
    doubts: tuple[Doubt, ...]


@dataclass(slots=True)
class _Section:
    """An item's heading and the lines under it; no item for what stands under none."""

    item: str
    title: Line
    level: int = _LOWEST
    torn: bool = False
    lines: list[Line] = field(default_factory=list)


_NOWHERE = Line(0, "")


def paper_of(text: str) -> Paper:
    """Read a file as Markdown. Never raises, whatever stands in it."""
    lines = lines_of("\n".join(as_lists(cleaned(text).split("\n"))))
    titles = [(place, title) for place, line in enumerate(lines) if (title := _title(line))]
    head = lines[: titles[0][0]] if titles else lines
    groups = dict.fromkeys(filter(None, (group_of(line.text) for line in head)))
    of_the_group = any(is_group_minutes(line.text) for line in lines[:3])
    return Paper(tuple(lines), tuple(groups), tuple(title for _, title in titles), of_the_group)


def _title(line: Line) -> Title | None:
    """Give the item that a line may be the heading of: it is one, or bold, or has a colon behind the id."""
    title = title_of(line.text)
    return title if title and (line.heading or line.strong or title.marked) else None


def own_of(reports: Iterable[LeadersReport], headings: Mapping[str, str]) -> Own:
    """Give what stands in our own files of these reports; `headings` are those of all items that may be answered."""
    titles: dict[str, str] = {}
    said: set[str] = set()
    foot: set[str] = set()
    for report in reports:
        under = False
        for block in _blocks(paper_of(leaders_minutes(report)).lines):
            words, title = compared(" ".join(line.text for line in block)), title_of(block[0].text)
            under = under or block[0].rule
            if title and block[0].heading:
                titles[words] = title.item
            elif words and not label_of(block[0].text):
                (foot if under or block[0].heading else said).add(words)
    return Own(
        titles, {item: compared(heading) for item, heading in headings.items()}, frozenset(said), frozenset(foot)
    )


def read(paper: Paper, own: Own) -> Reading:
    """Give what is answered in a file. Never raises, whatever stands in it."""
    filled: dict[str, Filled] = {}
    doubts: list[Doubt] = []
    torn: set[str] = set()
    for section in _sections(paper.lines, own):
        found, told = _read(section, own)
        doubts += told
        if found is None:
            continue
        before = filled.get(found.item)
        if before and any(before.lines) and any(found.lines) and before != found:
            torn.add(found.item)
            doubts.append(Doubt(section.title.number, "item_twice", found.item))
        elif before is None or any(found.lines):
            filled[found.item] = found
    taken = (one for item, one in filled.items() if item not in torn)
    kept = (doubt for doubt in doubts if doubt.why != "no_labels" or doubt.told not in filled)
    return Reading(tuple(taken), tuple(sorted(kept, key=lambda doubt: doubt.line)))


def _read(section: _Section, own: Own) -> tuple[Filled | None, list[Doubt]]:
    """Read one section: what is filled in, unless it cannot be told, and what is not understood."""
    first = section.title
    if not section.item:
        return None, _orphans(section.lines)
    if section.item not in own.headings:
        return None, [Doubt(first.number, "unknown_item", section.item)]
    if section.torn:
        return None, [Doubt(first.number, "two_items", section.item)]
    fields = fields_of(section.lines)
    doubts = _outside(fields.outside)
    if fields.twice:
        return None, [*doubts, *(Doubt(line.number, "label_twice", line.text) for line in fields.twice)]
    if not fields.labelled:
        return None, [Doubt(first.number, "no_labels", section.item), *doubts]
    understood, does, responsible, deadline = (fields.texts.get(key, "") for key in LABELS)
    return Filled(section.item, (understood, does, responsible, deadline)), doubts


def _sections(lines: Sequence[Line], own: Own) -> Iterator[_Section]:
    """Cut a file into items; what we wrote ourselves is no more than a line across the page."""
    section, labelled, at = _Section("", _NOWHERE), False, 0
    while at < len(lines):
        ahead = lines[at : at + _WRAPPED]
        begun, taken = _begun(ahead, own)
        if begun and (begun.item or begun.level <= section.level):
            yield section
            section, labelled = begun, False
            at += taken
            continue
        labelled = labelled or label_of(lines[at].text) is not None
        answering = labelled and bool(section.item)
        ours = 0 if answering and lines[at].depth else _ours(ahead, own.foot if answering else own.said | own.foot)
        section.lines.append(replace(lines[at], rule=True, text="") if ours else lines[at])
        at += ours or 1
    yield section


def _begun(lines: Sequence[Line], own: Own) -> tuple[_Section | None, int]:
    """Give the section that begins here, and how many lines its heading takes; one without an item ends another."""
    line = lines[0]
    for count in range(1, _run(lines) + 1) if line.heading or not line.depth else ():
        if item := own.titles.get(compared(" ".join(one.text for one in lines[:count]))):
            return _Section(item, line, _level(line)), count
    title, heads = title_of(line.text), bool(line.heading or (line.strong and not line.depth))
    if title and (heads or (title.marked and not line.depth and title.item not in own.headings)):
        return _Section(title.item, line, _level(line), torn=_is_torn(title, own)), 1
    if not heads or label_of(line.text):
        return None, 0
    named = [item for item, heading in own.headings.items() if heading == compared(line.text)]
    if len(named) == 1:
        return _Section(named[0], line, _level(line)), 1
    if line.heading and not line.depth and compared(line.text) not in own.said:
        ours = compared(line.text) in own.foot
        return _Section("", line, line.heading, lines=[] if ours else [line]), 1
    return None, 0


def _level(line: Line) -> int:
    """Give how high a heading stands, 1 being the highest; one that is only bold, or plain, is lower than any."""
    return line.heading or _LOWEST


def _is_torn(title: Title, own: Own) -> bool:
    """Tell whether the id is one item's and the words are another's."""
    words = compared(title.heading)
    others = {item for item, heading in own.headings.items() if words and heading == words}
    return bool(others) and title.item in own.headings and title.item not in others


def _ours(lines: Sequence[Line], own: frozenset[str]) -> int:
    """Give how many lines from here on are a sentence of our own, 0 when they are not."""
    for count in range(1, _run(lines) + 1):
        words = compared(" ".join(line.text for line in lines[:count]))
        if words in own or (words and formulas().fullmatch(words)):
            return count
    return 0


def _run(lines: Sequence[Line]) -> int:
    """Give how many lines from here on stand in one block."""
    return next((at for at, line in enumerate(lines[1:], start=1) if line.joint == "block"), len(lines))


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if line.joint == "block" and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _orphans(lines: Sequence[Line]) -> list[Doubt]:
    """Tell of labels that stand under no item, and of what else stands there."""
    labels = [Doubt(line.number, "no_item", line.text) for line in lines if not line.rule and label_of(line.text)]
    return labels or _outside(lines)


def _outside(lines: Sequence[Line]) -> list[Doubt]:
    """Tell of each block that stands beside the four lines."""
    told = [[line for line in block if not line.rule and compared(line.text)] for block in _blocks(lines)]
    return [Doubt(block[0].number, "outside", block[0].text) for block in told if block]
