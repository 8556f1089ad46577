"""Looking back: what a group has raised and what came of it, what was tried, and what it has talked about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sessions.mask.shown import Names
from sessions.minutes.hindsight import hindsight_blocks
from sessions.minutes.masked import Scribe
from sessions.minutes.parts import item_id
from sessions.notes import one_line
from sessions.path import earlier_items, path_of
from sessions.people import Person
from sessions.situation_log import EpisodeKind
from sessions.texts import Texts, texts
from sessions.trials import last_report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sessions.group import Group
    from sessions.path import EarlierItem
    from sessions.session import Session
    from sessions.trials import Trial, TrialReport

USUAL_MONTHS = 6
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class LookBack:
    """A group's way from `since` to `until`, both days in it.

    `meetings` are those that were held in it, and `asked_about` those that people were asked about again in it, which
    may lie before it; both the oldest first.
    """

    group: Group
    meetings: tuple[Session, ...]
    asked_about: tuple[Session, ...]
    since: date
    until: date


def look_back(group: Group, meetings: Sequence[Session], until: date, months: int = USUAL_MONTHS) -> LookBack:
    """Look back over so many months, at least one, up to a day."""
    since = months_before(until, months)
    held = tuple(one for one in meetings if one.begun and since <= one.day <= until)
    group = replace(group, hindsight=tuple(one for one in group.hindsight if since <= one.day <= until))
    numbers = {one.number for one in group.hindsight}
    return LookBack(group, held, tuple(one for one in meetings if one.number in numbers), since, until)


def months_before(day: date, months: int) -> date:
    """Give the same day so many months before; the last of the month where it has no such day."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 - months, _MONTHS)
    return next(date(year, month + 1, last) for last in range(day.day, 0, -1) if _is_day(year, month + 1, last))


def lookback_markdown(look: LookBack, language: str) -> str:
    """Write it as Markdown: the same look back gives the same text."""
    words, scribe = texts(language), _scribe(look, language)
    period = words("lookback.period", since=words.day(look.since), until=words.day(look.until))
    blocks = [
        "# " + words("lookback.title", group=scribe.name(look.group.name)),
        f"{period} {words.count('lookback.meetings', len(look.meetings))}",
        *_section("raised", _raised(look, language), words),
        *_section("tried", _tried(look, words, scribe), words),
        *_section("themes", _themes(look, scribe), words),
        *_section("kinds", _kinds(look, words), words),
        *hindsight_blocks(look.group, look.asked_about, words),
        words("lookback.own"),
    ]
    return "\n\n".join(blocks) + "\n"


def _section(name: str, lines: Iterator[str], words: Texts) -> list[str]:
    listed = "\n".join(f"- {line}" for line in lines)
    return [f"## {words(f'lookback.{name}')}", listed or words("lookback.nothing")]


def _raised(look: LookBack, language: str) -> Iterator[str]:
    """Give what was raised in this time and what has come of it since, as it stands on the last day."""
    words = texts(language)
    last = look.meetings[-1].number if look.meetings else 0
    came = {item.id: item for item in earlier_items(look.group, look.meetings, last + 1)}
    for meeting in look.meetings:
        scribe = _scribe(look, language, meeting.people)
        for item in meeting.items if meeting.approved else ():
            if item.raised:
                own = item_id(meeting, item)
                told = words("minutes.item", id=own, heading=scribe.line(item.heading))
                lines = [f"**{told}** ({words.day(meeting.day)})", *_came_of(came[own], look.until, words, scribe)]
                yield "\\\n  ".join(lines)


def _came_of(item: EarlierItem, until: date, words: Texts, scribe: Scribe) -> Iterator[str]:
    """Give how far an item has come, for how long it has waited, and what the leader does or how she understands it."""
    days = item.days(until) if item.waits else 0
    waited = f" · {words.count('answers.days', days)}" if days else ""
    yield path_of(item, words) + waited
    if item.answer:
        label, said = ("do", item.answer.does) if item.answer.does else ("understand", item.answer.understood)
        if said:
            yield f"{words(f'minutes.{label}')} {scribe.as_written(one_line(said))}"


def _tried(look: LookBack, words: Texts, scribe: Scribe) -> Iterator[str]:
    """Give the trials that were begun or asked about in this time, with what was said last, by their words."""
    for trial in sorted(look.group.trials, key=lambda one: (one.text.casefold(), one.number)):
        report = last_report(look.group, trial.number)
        if any(look.since <= day <= look.until for day in _days(trial, report)):
            stands = words(f"trials.{report.went.value}" if report else "trials.begun")
            happened = f"\\\n  {scribe.line(report.happened)}" if report and report.happened else ""
            yield f"**{stands}:** {scribe.line(trial.text)}{happened}"


def _days(trial: Trial, report: TrialReport | None) -> list[date]:
    return [trial.begun_on, *([report.asked_on] if report else [])]


def _themes(look: LookBack, scribe: Scribe) -> Iterator[str]:
    """Give the themes that were talked about, by their words."""
    for theme in look.group.themes:
        if theme.used_on and look.since <= theme.used_on <= look.until:
            yield scribe.line(theme.text)


def _kinds(look: LookBack, words: Texts) -> Iterator[str]:
    """Give every kind with how many episodes were handed in; a number that might point at someone is not told."""
    first = look.since.replace(day=1)
    counted = Counter(one.kind for one in look.group.handed_in if first <= one.month <= look.until)
    for kind in EpisodeKind:
        few = counted[kind] < look.group.threshold
        number = words("lookback.fewer", n=look.group.threshold) if few else str(counted[kind])
        yield f"{words(f'episode.{kind.value}')}: {number}"


def _scribe(look: LookBack, language: str, people: Sequence[Person] = ()) -> Scribe:
    met = dict.fromkeys(person for meeting in look.meetings for person in meeting.people)
    leader = [Person(look.group.leader)] if look.group.leader else []
    return Scribe(Names((*people, *met, *leader), language))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
