"""Taking in a leader's file: which group it is of, what is new in it, and what is told about it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from sessions.answers import Answer
from sessions.answers_masked import members
from sessions.mask.shown import naming_veil_of, veil_of, without_members
from sessions.minutes.labels import compared
from sessions.minutes.leaders import report_of
from sessions.minutes.parts import item_id
from sessions.minutes.reader import own_of, paper_of, read
from sessions.minutes.received import AnswersError, received
from sessions.notes import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from concurrent.futures import Future
    from pathlib import Path

    from sessions.book import GroupBook
    from sessions.desk import Desk
    from sessions.minutes.labels import Title
    from sessions.minutes.reader import Doubt, Paper, Reading
    from sessions.session import Session
    from sessions.texts import Texts

_TOLD = 60  # characters of a line that was not understood


class Kind(Enum):
    """What became of one item of the file."""

    NEW = "new"
    NEWER = "newer"
    KNOWN = "known"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Taken:
    """One item of the file, with its heading as it is shown."""

    item: str
    heading: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file brought: each item in the order of the file, what was not understood, and when it is on disk."""

    group: str
    taken: tuple[Taken, ...]
    doubts: tuple[Doubt, ...]
    kept: Future[None] | None

    def told(self, words: Texts) -> list[str]:
        """Give it as lines for a person: the group, each item, and each line that was not understood."""
        items = [words(f"answers.taken.{one.kind.value}", item=one.item, heading=one.heading) for one in self.taken]
        told = (words(f"answers.doubt.{doubt.why}", line=doubt.line, told=doubt.told) for doubt in self.doubts)
        doubts = [f"  {line}" for line in told]
        return [self.group, *items, *([words("answers.not_understood"), *doubts] if doubts else [])]


def take_in(desk: Desk, path: Path) -> Intake:
    """Read a leader's file and take in what is new in it. Raises AnswersError; then nothing is changed.

    The file's own line says which group it is of. Where somebody has taken that line away, it is the one group that has
    raised every item of the file under the very words that stand there.
    """
    paper = paper_of(received(path))
    if paper.of_the_group:
        raise AnswersError("answers.groups_own", path=path)
    if not paper.titles:
        raise AnswersError("answers.no_items", path=path)
    group = _group(desk, paper, path)
    headings = _headings(group.meetings)
    ids = {title.item for title in paper.titles}
    if not ids & set(headings):
        raise AnswersError("answers.unknown", path=path, items=", ".join(sorted(ids)), group=group.name)
    meetings = [meeting for meeting in group.meetings if any(_raised_at(item, meeting) for item in ids)]
    book = desk.book(group.name)
    own = own_of((report_of(meeting, book.earlier(meeting.number)) for meeting in meetings), headings)
    return _taken(book, read(paper, own), headings, group.meetings[-1].language)


def _taken(book: GroupBook, reading: Reading, headings: Mapping[str, str], language: str) -> Intake:
    """Put what is new in the book, and tell of each item what became of it."""
    given = [Answer(one.item, date.min, *one.lines) for one in reading.filled]
    kinds = [_kind(book, answer) for answer in book.as_kept(given, language)]
    taken = tuple(Taken(answer.item, headings[answer.item], kind) for answer, kind in zip(given, kinds, strict=True))
    new = [answer for answer, kind in zip(given, kinds, strict=True) if kind in {Kind.NEW, Kind.NEWER}]
    people = members(book.meetings())
    doubts = tuple(replace(doubt, told=without_members(_cut(doubt.told), people, language)) for doubt in reading.doubts)
    return Intake(book.group.name, taken, doubts, book.take_answers(new, language) if new else None)


def _kind(book: GroupBook, answer: Answer) -> Kind:
    if not any(answer.lines):
        return Kind.EMPTY
    if book.is_known(answer):
        return Kind.KNOWN
    return Kind.NEWER if any(one.item == answer.item for one in book.group.answers) else Kind.NEW


@dataclass(frozen=True, slots=True)
class _Group:
    """A group with the meetings whose minutes it has approved, the oldest first."""

    name: str
    meetings: list[Session]

    def is_called(self, names: Iterable[str]) -> bool:
        """Tell whether the file names it, as it is or as its minutes have it."""
        own = {compared(self.name)}
        own |= {compared(naming_veil_of(m).shown(one_line(m.group))) for m in self.meetings}
        return any(compared(name) in own for name in names)

    def has_raised(self, titles: Iterable[Title]) -> bool:
        """Tell whether every one of the items is its own, id and words."""
        headings = _headings(self.meetings)
        return all(compared(headings.get(title.item, "")) == compared(title.heading) for title in titles)


def _group(desk: Desk, paper: Paper, path: Path) -> _Group:
    """Give the one group that the file is of. Raises AnswersError when that cannot be told."""
    meetings: defaultdict[str, list[Session]] = defaultdict(list)
    for session in sorted(desk.sessions(), key=lambda session: session.number):
        if session.group and session.approved:
            meetings[session.group].append(session)
    groups = [_Group(name, own) for name, own in meetings.items()]
    if paper.groups:
        found = [group for group in groups if group.is_called(paper.groups)]
    else:
        found = [group for group in groups if group.has_raised(paper.titles)]
    if len(found) != 1:
        key = "answers.other_group" if paper.groups else "answers.which_group"
        raise AnswersError(key, path=path, name=", ".join(paper.groups))
    return found[0]


def _headings(meetings: Iterable[Session]) -> dict[str, str]:
    """Give the heading of every item that was raised, without names, by its id."""
    return {
        item_id(meeting, item): veil_of(meeting).shown(item.heading)
        for meeting in meetings
        for item in meeting.items
        if item.raised
    }


def _raised_at(item: str, meeting: Session) -> bool:
    return item.partition("-")[0] == str(meeting.number)


def _cut(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _TOLD else line[: _TOLD - 1].rstrip() + "…"
