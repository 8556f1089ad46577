"""How an invitation comes to be: what the facilitator says, and for the rest what is known of the group's meetings."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from sessions.invitation import Invitation, in_norway
from sessions.notes import one_line
from sessions.programme import StepKind
from sessions.timer import MINUTE
from sessions.trouble import PlanError, TroubleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sessions.book import GroupBook
    from sessions.programme import Step
    from sessions.session import Session
    from sessions.shelf import Shelf

LONGEST_LINE = 300  # characters
LEAST_MINUTES, MOST_MINUTES = 5, 600
_HOURS, _MINUTES = 24, 60
_YEARS = range(2000, 2100)  # another year is a slip of the finger


class InvitationError(TroubleError):
    """An invitation that lacks something, or says what cannot be."""


class MissingError(InvitationError):
    """What has to be said of a meeting and is not: `names` are those of Asked."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__("invite.missing", options=", ".join(f"--{name}" for name in names))
        self.names = names


@dataclass(frozen=True, slots=True)
class Asked:
    """What is said of the next meeting, as it is typed; empty for what is not said."""

    date: str = ""
    time: str = ""
    place: str = ""
    theme: str = ""
    question: str = ""
    minutes: str = ""


NAMES = tuple(field.name for field in fields(Asked))


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a group's meetings.

    `meetings` are its sessions and `earlier` the invitations that were made before, both the oldest first. `number` is
    that of the next meeting where none is set up, and `usual` are the steps of its programme.
    """

    meetings: Sequence[Session]
    earlier: Sequence[Invitation]
    number: int
    usual: Sequence[Step]
    today: date

    @property
    def planned(self) -> Session | None:
        """The meeting that is set up and has not begun, if there is one."""
        return next((one for one in self.meetings if not one.begun and one.day >= self.today), None)

    @property
    def last(self) -> Session | None:
        """The last meeting that has begun."""
        return next((one for one in reversed(self.meetings) if one.begun), None)

    @property
    def before(self) -> Invitation | None:
        """The invitation that was made before to the same meeting."""
        number = self.planned.number if self.planned else self.number
        return next((one for one in self.earlier if one.number == number), None)

    @property
    def language(self) -> str:
        """The language in which the group was spoken to last; empty when it never was."""
        last = self.before or self.planned or self.last
        return last.language if last else ""

    @property
    def steps(self) -> Sequence[Step]:
        """The steps of the next meeting, as far as one can tell."""
        like = self.planned or self.last
        return like.steps if like else self.usual

    @property
    def cafe(self) -> bool:
        """Whether people will talk at several tables."""
        return any(step.kind is StepKind.ROUND for step in self.steps)

    @property
    def proposal(self) -> Asked:
        """What the next meeting is, unless something else is said.

        As the invitation made before to the same meeting, else as the meeting is set up, else as the last one was.
        """
        ways = [_as_invited(self.before)] if self.before else []
        ways += [_as_set_up(self.planned)] if self.planned else []
        ways.append(self._as_the_last)
        return Asked(**{name: next((said for way in ways if (said := getattr(way, name))), "") for name in NAMES})

    @property
    def _as_the_last(self) -> Asked:
        minutes = round(sum(step.minutes for step in self.steps))
        if self.earlier:
            return Asked(time=self.earlier[-1].begins, place=self.earlier[-1].place, minutes=str(minutes))
        return Asked(time=_begins(self.last), minutes=str(minutes))


def known_of(book: GroupBook, usual: Sequence[Step], today: date) -> Known:
    """Give what is known of a group's meetings; `usual` are the steps of a meeting where there has been none."""
    return Known(book.meetings(), book.group.invitations, book.next_number, usual, today)


def usual_steps(shelf: Shelf, programme: str) -> Sequence[Step]:
    """Give the steps of a programme; none where it is a person's own and gone, or cannot be read."""
    try:
        return shelf.find(programme).steps
    except PlanError:
        return ()


def invited(asked: Asked, known: Known, language: str) -> Invitation:
    """Make the invitation to the next meeting; what is not asked for is as the proposal of what is known.

    The same that was made before is that, with its day and revision. Raises InvitationError for what is still missing,
    for what is no date, time or number, and for a day that has passed and that nobody was invited to.
    """
    proposal = known.proposal
    said = Asked(**{name: one_line(getattr(asked, name)) or getattr(proposal, name) for name in NAMES})
    _check(said, known.steps)
    before, day = known.before, _day(said.date)
    if day < known.today and (before is None or day != before.day):
        raise InvitationError("invite.past", value=said.date)
    made = Invitation(
        number=known.planned.number if known.planned else known.number,
        day=day,
        begins=_time(said.time),
        place=said.place,
        theme=said.theme,
        question=said.question,
        minutes=_minutes(said.minutes),
        language=language,
        made_on=known.today,
    )
    if before is None:
        return made
    same = replace(made, made_on=before.made_on, revision=before.revision)
    return same if same == before else replace(made, revision=before.revision + 1)


def with_invitation(earlier: Iterable[Invitation], invitation: Invitation) -> tuple[Invitation, ...]:
    """Put an invitation in place of the one made before to the same meeting, by the numbers of the meetings."""
    kept = {one.number: one for one in earlier} | {invitation.number: invitation}
    return tuple(kept[number] for number in sorted(kept))


def _check(said: Asked, steps: Sequence[Step]) -> None:
    """Raise InvitationError for what lacks, and for a line that is too long; a group may choose its theme later."""
    needed = ["date", "time", "place"]
    if not any(step.kind is StepKind.THEME for step in steps):
        needed.append("theme")
    if missing := [name for name in needed if not getattr(said, name)]:
        raise MissingError(missing)
    for name in ("place", "theme", "question"):
        if len(getattr(said, name)) > LONGEST_LINE:
            raise InvitationError("invite.long", option=f"--{name}", most=LONGEST_LINE)


def _as_invited(before: Invitation) -> Asked:
    return Asked(str(before.day), before.begins, before.place, before.theme, before.question, str(before.minutes))


def _as_set_up(meeting: Session) -> Asked:
    return Asked(str(meeting.day), _begins(meeting), theme=meeting.title, question=meeting.question)


def _begins(meeting: Session | None) -> str:
    """Give when a meeting was to begin, if it was said when it was to end."""
    if meeting is None or meeting.ends is None:
        return ""
    start = meeting.ends - MINUTE * sum(step.minutes for step in meeting.steps)
    return f"{in_norway(datetime.fromtimestamp(start, UTC)):%H:%M}"


def _day(text: str) -> date:
    """Read "2026-11-24" or "24.11.2026"."""
    norwegian = re.fullmatch(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})", text)
    try:
        day = date(*(int(part) for part in reversed(norwegian.groups()))) if norwegian else date.fromisoformat(text)
    except ValueError:
        raise InvitationError("invite.date", value=text) from None
    if day.year not in _YEARS:
        raise InvitationError("invite.date", value=text)
    return day


def _time(text: str) -> str:
    """Read "13:00", "13.00", "9:30" or "13"."""
    found = re.fullmatch(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?", text)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hour >= _HOURS or minute >= _MINUTES:
        raise InvitationError("invite.time", value=text)
    return f"{hour:02}:{minute:02}"


def _minutes(text: str) -> int:
    minutes = int(text) if re.fullmatch(r"[0-9]{1,4}", text) else -1
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise InvitationError("invite.minutes", value=text, least=LEAST_MINUTES, most=MOST_MINUTES)
    return minutes
