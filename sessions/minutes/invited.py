"""An invitation as Markdown: when, where and about what; how the last meeting was; what was raised and answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sessions import evaluation
from sessions.ballots import Usefulness
from sessions.mask.shown import Names
from sessions.minutes.escape import escaped_within
from sessions.minutes.masked import Scribe
from sessions.minutes.matters import matters_of
from sessions.minutes.parts import item_id
from sessions.notes import one_line
from sessions.series import was_held
from sessions.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sessions.ballots import Ticks
    from sessions.group import Group
    from sessions.invitation import Invitation
    from sessions.past import PastCafe
    from sessions.session import Session
    from sessions.texts import Texts

_ITALICS = re.compile(r"(?<!\\)\*")
_LABELS = ("understand", "do", "responsible", "deadline")


def invitation_markdown(invitation: Invitation, group: Group, meetings: Sequence[Session], *, cafe: bool) -> str:
    """Write an invitation: the same gives the same text, on any day.

    `meetings` are the group's, the oldest first; `cafe` says that the next one is talked at several tables.
    """
    words = texts(invitation.language)
    scribe = _scribe(group, words)
    at = when(invitation, words)
    blocks = [
        "# " + title_of(words, scribe.name(group.name), cafe=cafe),
        f"**{at[0].upper()}{at[1:]}**",
        _facts(invitation, words, scribe),
        words("invite.set_aside"),
    ]
    said = [*_last_time(group, meetings, words), *_raised(group, meetings, words)]
    marked = any(_ITALICS.search(block) for block in said)
    return "\n\n".join([*blocks, *said, *([words("minutes.masked")] if marked else [])]) + "\n"


def title_of(words: Texts, group: str, *, cafe: bool) -> str:
    """Give what stands on top."""
    return words("invite.title_cafe" if cafe else "invite.title_meeting", group=group)


def when(invitation: Invitation, words: Texts) -> str:
    """Give day and time in words."""
    day = words.day(invitation.day, "language.long_date")
    return words("invite.when", day=day, start=f"{invitation.start:%H:%M}", end=f"{invitation.end:%H:%M}")


def _facts(invitation: Invitation, words: Texts, scribe: Scribe) -> str:
    lines = [
        ("place", escaped_within(invitation.place)),  # a room's number or whose office it is has to be found
        ("theme", scribe.title(invitation.theme) or words("invite.theme_later")),
        ("question", scribe.title(invitation.question)),
        ("lasts", words.count("invite.minutes", invitation.minutes)),
    ]
    return "\n".join(f"- {words(f'invite.{key}')}: {value}" for key, value in lines if value)


def _last_time(group: Group, meetings: Sequence[Session], words: Texts) -> Iterator[str]:
    """Give what was answered after the last meeting, if it was evaluated: as the group's own minutes tell it."""
    last = max((one for one in meetings if was_held(one)), key=lambda one: one.number, default=None)
    past = group.past[-1] if group.past else None
    if past and (last is None or last.number < past.number):
        yield f"## {words('invite.last_time')}"
        yield from _of_past(past, group, words)
    elif last and last.ballots.answered:
        yield f"## {words('invite.last_time')}"
        yield from _of_meeting(last, group, words)


def _of_past(cafe: PastCafe, group: Group, words: Texts) -> Iterator[str]:
    theme = _scribe(group, words).title(cafe.theme)
    yield words("invite.answered_theme", theme=theme, answered=cafe.answered, present=cafe.present)
    enough = cafe.answered >= group.threshold
    yield _numbers(cafe.ticks, words) if enough else words("evaluation.too_few", least=group.threshold)


def _of_meeting(meeting: Session, group: Group, words: Texts) -> Iterator[str]:
    """Give numbers, and the sentences by their words, so that neither order nor form can be read."""
    ballots, scribe = meeting.ballots, _scribe(group, words, meeting)
    yield words(
        "invite.answered_day",
        theme=scribe.title(meeting.title),
        day=words.day(meeting.day),
        answered=ballots.answered,
        present=max(meeting.present, ballots.answered),
    )
    if not evaluation.may_be_shown(meeting):
        yield words("evaluation.too_few", least=meeting.threshold)
        return
    yield _numbers(ballots.ticks, words)
    for kind, beginning in evaluation.beginnings(meeting, words).items():
        if sentences := sorted(map(scribe.line, getattr(ballots, kind)), key=lambda s: (s.casefold(), s)):
            yield f"### {beginning}"
            yield "\n".join(f"- {sentence}" for sentence in sentences)


def _scribe(group: Group, words: Texts, meeting: Session | None = None) -> Scribe:
    """Give who writes people's words in the language of the invitation: without the leader, and those of a meeting."""
    if meeting is None:
        return Scribe(Names((), words.language, leader=group.leader))
    return Scribe(Names(meeting.people, words.language, meeting.rulings, group.leader, meeting.threshold))


def _numbers(ticks: Ticks, words: Texts) -> str:
    return "\n".join(f"- {words(f'usefulness.{kind.value}')}: {getattr(ticks, kind.value)}" for kind in Usefulness)


def _raised(group: Group, meetings: Sequence[Session], words: Texts) -> Iterator[str]:
    """Give what was raised and not told of before, each with what the leaders have answered."""
    matters = matters_of(group, meetings)
    if matters:
        yield f"## {words('invite.raised')}"
    for matter in matters:
        scribe = _scribe(group, words, matter.meeting)
        heading = scribe.line(matter.item.heading)
        yield "### " + words("minutes.item", id=item_id(matter.meeting, matter.item), heading=heading)
        said = zip(_LABELS, map(one_line, matter.lines), strict=False)  # as she wrote it: she says who is responsible
        lines = [f"- {words(f'minutes.{label}')} {escaped_within(line)}" for label, line in said if line]
        yield "\n".join(lines) or words("invite.unanswered")
