"""The leaders' minutes. They are built from raised items only; a kept item has no way in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions.evaluation import for_leaders
from sessions.minutes.evaluated import numbers_line
from sessions.minutes.masked import Scribe
from sessions.minutes.parts import about, facts, item_id
from sessions.texts import Texts, texts

if TYPE_CHECKING:
    from datetime import date

    from sessions.ballots import Ticks
    from sessions.items import Item
    from sessions.people import Person
    from sessions.rulings import Ruling
    from sessions.session import Session


@dataclass(frozen=True, slots=True)
class RaisedItem:
    """What leaders get to know of one item."""

    id: str
    heading: str
    text: str
    ask: str


@dataclass(frozen=True, slots=True)
class LeadersReport:
    """All that leaders get to know of a session. There is no place in it for what the group keeps.

    `people`, `leader`, `rulings` and `threshold` are there for the mask, which needs them to take names out. `ticks`
    are None while too few have ticked.
    """

    language: str
    title: str
    group: str
    programme: str
    day: date
    present: int
    items: tuple[RaisedItem, ...]
    ticks: Ticks | None
    approved_on: date | None
    people: tuple[Person, ...]
    leader: str
    rulings: tuple[Ruling, ...]
    threshold: int


def report_of(session: Session) -> LeadersReport:
    """Take out of a session what leaders get: its raised items and what the meeting was."""
    return LeadersReport(
        language=session.language,
        title=session.title,
        group=session.group,
        programme=session.programme,
        day=session.day,
        present=session.present,
        items=tuple(_raised(session, item) for item in session.items if item.raised),
        ticks=for_leaders(session),
        approved_on=session.approved_on,
        people=session.people,
        leader=session.leader,
        rulings=session.rulings,
        threshold=session.threshold,
    )


def leaders_minutes(report: LeadersReport) -> str:
    """Write the leaders' minutes as Markdown: the same report gives the same text."""
    words, scribe = texts(report.language), Scribe(report)
    blocks = [
        "# " + words("minutes.leaders_title", title=scribe.title(report.title)),
        words.count("minutes.summary", len(report.items)),
        facts(report, words, scribe),
        *(block for item in report.items for block in _item(item, words, scribe)),
        "---",
        *_foot(report, words),
    ]
    return "\n\n".join(blocks) + "\n"


def _raised(session: Session, item: Item) -> RaisedItem:
    return RaisedItem(item_id(session, item), item.heading, item.text, item.ask)


def _item(item: RaisedItem, words: Texts, scribe: Scribe) -> list[str]:
    heading = words("minutes.item", id=item.id, heading=scribe.line(item.heading))
    ask = scribe.line(item.ask) or words("minutes.no_ask")
    labels = ("understand", "do", "responsible", "deadline")
    return [
        f"### {heading}",
        *([scribe.block(text)] if (text := about(item)) else []),
        f"**{words('minutes.ask')}** {ask}",
        f"**{words('minutes.answer')}**",
        "\n".join(f"- {words(f'minutes.{label}')}" for label in labels),
    ]


def _foot(report: LeadersReport, words: Texts) -> list[str]:
    foot = [words("minutes.no_is_an_answer")] if report.items else []
    if report.ticks:
        foot.append(numbers_line(report.ticks, words))
    if report.approved_on:
        foot.append(words("minutes.approved", date=words.day(report.approved_on)))
    return [*foot, f"{words('minutes.nameless')} {words('minutes.masked')}"]
