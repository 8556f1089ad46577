"""Runs the recognisers over a text, round by round, until nothing sure is left to take out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from sessions.mask.finding import Finding, Kind, Masked
from sessions.mask.note import read
from sessions.mask.placeholders import NAME, PLACEHOLDERS
from sessions.mask.recognisers import recognise
from sessions.mask.ruled import ruled

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sessions.mask.note import Note
    from sessions.mask.recognisers import Crew
    from sessions.rulings import Ruling

_ROUNDS = 20
"""What was taken out changes what stands beside it, so the text is read again until nothing more is found."""

_PEOPLE = frozenset({Kind.PARTICIPANT, Kind.PERSON_OTHER})
_place = attrgetter("start", "end")


class _Edit(NamedTuple):
    """A place in the original text and the words that go there."""

    start: int
    end: int
    words: str


def taken_out(text: str, crew: Crew, rulings: Collection[Ruling] = (), *, members_only: bool = False) -> Masked:
    """Give a text with every sure finding taken out, and the findings in the places of the text that came in.

    `rulings` are what the group chose for words in doubt; `members_only` leaves all but the names of the crew.
    """
    edits: list[_Edit] = []
    certain: list[Finding] = []
    doubtful: list[Finding] = []
    masked = text
    for _ in range(_ROUNDS):
        note = read(masked)
        found = [*ruled(find(note, crew, members_only=members_only), masked, rulings)]
        shifts = _shifts(edits) if found else []
        doubtful = [_moved(finding, shifts) for finding in found if not finding.sure]
        if len(doubtful) == len(found):
            break
        for finding in found:
            if finding.sure:
                original = _moved(finding, shifts)
                certain.append(original)
                edits.append(_Edit(original.start, original.end, _words(note, finding)))
        edits.sort()
        masked = _edited(text, edits)
    return Masked(masked, tuple(sorted(certain + doubtful, key=_place)))


def find(note: Note, crew: Crew, *, members_only: bool = False) -> list[Finding]:
    """Run every recogniser and give what they found, in order, none over another and none over a placeholder."""
    found = recognise(note, crew)
    if members_only:
        found = _of_members(found)
    if not found:
        return []
    found.sort(key=_place)
    shields = [(note.starts[index], note.ends[index]) for index in sorted(note.shielded)]
    sure = _joined(note.text, _merged(_clear_of(shields, [finding for finding in found if finding.sure])))
    doubtful = [finding for finding in found if not finding.sure]
    if not doubtful:
        return sure
    taken = sorted((*shields, *map(_place, sure)))
    return sorted((*sure, *_merged(_clear_of(taken, doubtful))), key=_place)


def _of_members(found: list[Finding]) -> list[Finding]:
    """Give the names of those in the list, and what they are part of, such as an address; not what is only like one."""
    named = [one for one in found if one.kind is Kind.PARTICIPANT and one.reason != "near_a_name"]
    return [one for one in found if any(one.start < name.end and name.start < one.end for name in named)]


def _clear_of(taken: Sequence[tuple[int, int]], found: list[Finding]) -> list[Finding]:
    """Give those findings, in order, that lie over none of the places that are taken."""
    if not taken:
        return found
    clear: list[Finding] = []
    place = 0
    for finding in found:
        while place < len(taken) and taken[place][1] <= finding.start:
            place += 1
        if place == len(taken) or taken[place][0] >= finding.end:
            clear.append(finding)
    return clear


def _merged(found: list[Finding]) -> list[Finding]:
    """Join findings that overlap into one that covers both, so that no part of either is left; the longer names it."""
    merged: list[Finding] = []
    end = -1
    for finding in found:
        if finding.start >= end:
            merged.append(finding)
        else:
            last = merged[-1]
            longer = max(last, finding, key=lambda one: one.end - one.start)
            merged[-1] = longer._replace(start=last.start, end=max(last.end, finding.end))
        end = merged[-1].end
    return merged


def _joined(text: str, found: list[Finding]) -> list[Finding]:
    """Make one of a role and the name it stands before: "verneombud Kari"."""
    joined: list[Finding] = []
    role: Finding | None = None
    for finding in found:
        if role and finding.kind in _PEOPLE and text[role.end : finding.start] == " ":
            instead = "" if finding.instead == NAME else finding.instead
            joined[-1] = finding._replace(start=role.start, instead=instead)
        else:
            joined.append(finding)
        role = joined[-1] if joined[-1].kind is Kind.UNIQUE_ROLE and not joined[-1].instead else None
    return joined


def _words(note: Note, finding: Finding) -> str:
    """Give the words that go in place of a finding, with a capital where its sentence begins with one."""
    words = finding.instead or PLACEHOLDERS[finding.kind]
    if note.text[finding.start].isupper() and note.starts_sentence(bisect_left(note.starts, finding.start)):
        return words[0].upper() + words[1:]
    return words


def _edited(text: str, edits: list[_Edit]) -> str:
    pieces: list[str] = []
    place = 0
    for edit in edits:
        pieces += (text[place : edit.start], edit.words)
        place = edit.end
    return "".join((*pieces, text[place:]))


def _shifts(edits: list[_Edit]) -> list[tuple[int, int]]:
    """Give, for each edit, where it ends in the edited text and how far from there it is to the original place."""
    shifts: list[tuple[int, int]] = []
    longer = 0
    for edit in edits:
        longer += len(edit.words) - (edit.end - edit.start)
        shifts.append((edit.end + longer, -longer))
    return shifts


def _moved(finding: Finding, shifts: list[tuple[int, int]]) -> Finding:
    """Give a finding in the edited text its place in the original one."""
    index = bisect_right(shifts, finding.start, key=lambda shift: shift[0]) if shifts else 0
    back = shifts[index - 1][1] if index else 0
    return finding._replace(start=finding.start + back, end=finding.end + back) if back else finding
