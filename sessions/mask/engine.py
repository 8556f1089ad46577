"""The one function that runs the recognisers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sessions.mask.finding import Finding, Kind, Masked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sessions.mask.note import Note
    from sessions.mask.recognisers import Crew
    from sessions.people import Person
    from sessions.rulings import Ruling

_ROUNDS = 20
"""What was taken out changes what stands beside it, so the text is read again until nothing more is found."""

_PEOPLE = frozenset({Kind.PARTICIPANT, Kind.PERSON_OTHER})
THRESHOLD = 3
"""People. A role or unit that fewer of those present hold would tell who spoke."""


class _Edit(NamedTuple):
    """A place in the original text and the words that go there."""

    start: int
    end: int
    words: str


def mask(
    text: str, people: Sequence[Person], *, threshold: int = THRESHOLD, rulings: Collection[Ruling] = ()
) -> Masked:
    """Take out what tells who is spoken of or who spoke.

    `people` are those who take part; `threshold` is how many of them must hold a role before it may stand; `rulings`
    are what the group chose for words in doubt. The findings that come back have the places of `text`. Never raises,
    whatever the text; masking what is masked changes nothing.
    """
    from sessions.mask.note import read  # the recognisers and their data are loaded at the first note
    from sessions.mask.recognisers import crew_of
    from sessions.mask.ruled import ruled

    crew = crew_of(tuple(people), threshold)

    edits: list[_Edit] = []
    certain: list[Finding] = []
    doubtful: list[Finding] = []
    masked = text
    for _ in range(_ROUNDS):
        note = read(masked)
        shifts = _shifts(edits)
        found = [(finding, _moved(finding, shifts)) for finding in ruled(find(note, crew), masked, rulings)]
        doubtful = [original for finding, original in found if not finding.sure]
        sure = [(finding, original) for finding, original in found if finding.sure]
        if not sure:
            break
        certain += [original for _, original in sure]
        edits += [_Edit(original.start, original.end, _words(note, finding)) for finding, original in sure]
        edits.sort()
        masked = _edited(text, edits)
    return Masked(masked, tuple(sorted((*certain, *doubtful), key=lambda finding: finding.start)))


def find(note: Note, crew: Crew) -> list[Finding]:
    """Run every recogniser and give what they found, in order, none over another and none over a placeholder."""
    from sessions.mask.recognisers import recognise

    found = recognise(note, crew)
    if not found:
        return []
    shields = [(note.starts[index], note.ends[index]) for index in sorted(note.shielded)]
    sure = _joined(note.text, _merged(_clear_of(shields, (finding for finding in found if finding.sure))))
    taken = sorted((*shields, *((finding.start, finding.end) for finding in sure)))
    doubtful = _merged(_clear_of(taken, (finding for finding in found if not finding.sure)))
    return sorted((*sure, *doubtful), key=lambda finding: finding.start)


def _clear_of(taken: list[tuple[int, int]], found: Iterable[Finding]) -> Iterator[Finding]:
    place = 0
    for finding in sorted(found, key=lambda finding: (finding.start, finding.end)):
        while place < len(taken) and taken[place][1] <= finding.start:
            place += 1
        if place == len(taken) or taken[place][0] >= finding.end:
            yield finding


def _merged(found: Iterable[Finding]) -> list[Finding]:
    """Join findings that overlap into one that covers both, so that no part of either is left; the longer names it."""
    merged: list[Finding] = []
    for finding in found:
        last = merged[-1] if merged else None
        if last is None or finding.start >= last.end:
            merged.append(finding)
        else:
            longer = max(last, finding, key=lambda one: one.end - one.start)
            merged[-1] = replace(longer, start=last.start, end=max(last.end, finding.end))
    return merged


def _joined(text: str, found: list[Finding]) -> list[Finding]:
    """Make one of a role and the name it stands before: "verneombud Kari"."""
    from sessions.mask.placeholders import NAME

    joined: list[Finding] = []
    for finding in found:
        last = joined[-1] if joined else None
        role = last is not None and last.kind is Kind.UNIQUE_ROLE and not last.instead
        if last and role and finding.kind in _PEOPLE and text[last.end : finding.start] == " ":
            joined[-1] = replace(finding, start=last.start, instead="" if finding.instead == NAME else finding.instead)
        else:
            joined.append(finding)
    return joined


def _words(note: Note, finding: Finding) -> str:
    """Give the words that go in place of a finding, with a capital where its sentence begins with one."""
    from sessions.mask.placeholders import PLACEHOLDERS

    words = finding.instead or PLACEHOLDERS[finding.kind]
    first = bisect_left(note.starts, finding.start)
    if note.text[finding.start].isupper() and note.starts_sentence(first):
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
    index = bisect_right(shifts, finding.start, key=lambda shift: shift[0])
    back = shifts[index - 1][1] if index else 0
    return replace(finding, start=finding.start + back, end=finding.end + back) if back else finding
