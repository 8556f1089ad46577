"""All names of people in a note: the marks of single words put together to whole names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sessions.mask import context
from sessions.mask.finding import Finding, Kind
from sessions.mask.initials import mark_initials
from sessions.mask.lexicon import lists
from sessions.mask.listed import CUT_SHORT, Mark, mark_listed
from sessions.mask.others import mark_others
from sessions.mask.placeholders import NAME, PLACEHOLDERS, genitive
from sessions.mask.typos import mark_typos

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from sessions.mask.note import Note
    from sessions.mask.roster import Roster

_OWNER = re.compile(r"['’´`]s(?!\w)|(?<=[sxz])['’´`](?!\w)")
_APOSTROPHES = frozenset("'’´`")
_JOINS = frozenset({" ", "-", "‐", "–", ".", ". ", "\u00a0", "’", "'", " - ", " «", "» ", ' "', '" ', ".-"})


def find_persons(note: Note, roster: Roster, units: AbstractSet[str], *, listed: bool) -> Iterator[Finding]:
    """Find the names of those in the list and of others; words of one name that stand together are one finding."""
    marks = mark_listed(note, roster)
    marks.update(mark_typos(note, roster, marks))
    marks.update(mark_initials(note, roster, marks))
    others = mark_others(note, marks, units, listed=listed)
    if others:
        marks.update(others)
        marks.update(mark_initials(note, roster, marks))
    last = -1
    for index in sorted(marks):
        if index > last:
            last = _last(note, marks, index)
            first = _with_particles(note, index, roster)
            yield _finding(note, marks, first, last)


def _last(note: Note, marks: dict[int, Mark], index: int) -> int:
    """Give the last word of the name that begins at `index`."""
    while note.gaps[index] in _JOINS:
        if index + 1 in marks and not _ends_before(note, marks, index):
            index += 1
        elif (
            index + 2 in marks
            and note.folded[index + 1] in lists()["name_particles"]
            and note.gaps[index + 1] in _JOINS
        ):
            index += 2
        else:
            break
    return index


def _with_particles(note: Note, index: int, roster: Roster) -> int:
    """Take in the small words that a listed name begins with: "de la Cruz"."""
    while index and note.folded[index - 1] in roster.particles and note.gaps[index - 1] in _JOINS:
        index -= 1
    return index


def _ends_before(note: Note, marks: dict[int, Mark], index: int) -> bool:
    """Say whether a name ends though another follows: an owner's form, a full stop after more than a letter."""
    stopped = note.gaps[index] == ". " and len(note.words[index]) > 1 and marks[index].reason != CUT_SHORT
    return marks[index].genitive or stopped


def _finding(note: Note, marks: dict[int, Mark], first: int, last: int) -> Finding:
    run = [marks[index] for index in range(first, last + 1) if index in marks]
    best = min(run, key=lambda mark: (not mark.sure, mark.kind is not Kind.PARTICIPANT))
    kind = Kind.PARTICIPANT if any(mark.kind is Kind.PARTICIPANT for mark in run) else best.kind
    start, instead = first, ""
    if best.sure and first - 1 not in note.shielded and _is_absorbed(note, first):
        start = first - 1
    elif best.sure and (context.after_title(note, first) or _follows_kin(note, first)):
        instead = NAME
    owner = _owner(note, last)
    if run[-1].genitive or owner:
        instead = (instead and NAME + "s") or genitive(kind)
    elif instead == PLACEHOLDERS[kind]:
        instead = ""
    end = owner.end() if owner else _end(note, marks, last)
    return Finding(note.starts[start], end, kind, best.sure, best.reason, instead)


def _owner(note: Note, last: int) -> re.Match[str] | None:
    """Give the apostrophe of an owner after a name, with its s."""
    return _OWNER.match(note.text, note.ends[last]) if note.gaps[last][:1] in _APOSTROPHES else None


def _is_absorbed(note: Note, index: int) -> bool:
    before = context.directly_before(note, index)
    if index and note.gaps[index - 1] == ". ":
        before = note.folded[index - 1] if note.folded[index - 1] in lists()["courtesy"] else ""
    return before in lists()["absorbed"]


def _follows_kin(note: Note, index: int) -> bool:
    return context.is_kin(context.directly_before(note, index))


def _end(note: Note, marks: dict[int, Mark], last: int) -> int:
    """End a name after its last initial's stop, unless the sentence ends there."""
    short = len(note.words[last]) == 1 or marks[last].reason == CUT_SHORT
    dotted = short and note.gaps[last][:1] == "." and last + 1 < note.size
    if dotted and (note.words[last + 1].islower() or not note.starts_sentence(last + 1)):
        return note.ends[last] + 1
    return note.ends[last]
