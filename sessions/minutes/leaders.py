"""The leaders' minutes. They are built from raised items only; a kept item has no way in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions.evaluation import for_leaders
from sessions.mask.shown import settled_veil_of
from sessions.minutes.evaluated import numbers_line
from sessions.minutes.masked import Scribe
from sessions.minutes.parts import about, facts, item_id
from sessions.notes import one_line
from sessions.path import path_line, waiting
from sessions.texts import Texts, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from sessions.ballots import Ticks
    from sessions.items import Item
    from sessions.path import EarlierItem, Stage
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
class WaitingItem:
    """What leaders get to know of an item that was raised earlier and waits for their answer.

    It has waited `days` (0 or more) since the day `since`.
    """

    id: str
    heading: str
    text: str
    ask: str
    since: date
    days: int
    stage: Stage


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
    waiting: tuple[WaitingItem, ...] = ()


def report_of(session: Session, earlier: Sequence[EarlierItem] = ()) -> LeadersReport:
    """Take out of a session what leaders get: its raised items, what the meeting was, and what waits for an answer."""
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
        waiting=tuple(_waiting(item, session.day) for item in waiting(earlier)),
    )


def leaders_minutes(report: LeadersReport) -> str:
    """Write the leaders' minutes as Markdown: the same report gives the same text."""
    return written(pieces_of(report))


def plain_title(report: LeadersReport) -> str:
    """Give the title of the meeting on one line, without names, for what is no Markdown."""
    return settled_veil_of(report).shown(one_line(report.title))


@dataclass(frozen=True, slots=True)
class Block:
    """The four lines to answer in, under the item with this id, at their place between two pieces of Markdown."""

    item: str
    labels: tuple[str, ...]


LABELS = ("understand", "do", "responsible", "deadline")
"""The four lines, in the order of an Answer's."""


def pieces_of(report: LeadersReport) -> list[str | Block]:
    """Give the leaders' minutes as blocks of Markdown, with those that a leader fills in by themselves."""
    words, scribe = texts(report.language), Scribe(report)
    return [
        "# " + words("minutes.leaders_title", title=scribe.title(report.title)),
        " ".join(_summary(report, words)),
        facts(report, words, scribe),
        *([f"## {words('answers.waiting')}"] if report.waiting else []),
        *(piece for item in report.waiting for piece in _item(item, words, scribe, [_waited(item, words)])),
        *([f"## {words('answers.new')}"] if report.waiting and report.items else []),
        *(piece for item in report.items for piece in _item(item, words, scribe)),
        "---",
        *_foot(report, words),
    ]


def written(pieces: Sequence[str | Block]) -> str:
    """Give the pieces as one text."""
    return "\n\n".join(_lines(piece) if isinstance(piece, Block) else piece for piece in pieces) + "\n"


def _lines(block: Block) -> str:
    return "\n".join(f"- {label}" for label in block.labels)


def _raised(session: Session, item: Item) -> RaisedItem:
    return RaisedItem(item_id(session, item), item.heading, item.text, item.ask)


def _waiting(item: EarlierItem, day: date) -> WaitingItem:
    return WaitingItem(item.id, item.heading, item.text, item.ask, item.waits_since, item.days(day), item.stage)


def _summary(report: LeadersReport, words: Texts) -> Iterator[str]:
    yield words.count("minutes.summary", len(report.items))
    if report.waiting:
        yield words.count("answers.waiting_summary", len(report.waiting))


def _waited(item: WaitingItem, words: Texts) -> str:
    """Tell how far a waiting item has come, since when it waits, and for how long."""
    waited = words.count("answers.waited", item.days, date=words.day(item.since))
    return f"{path_line(item.stage, words)}\\\n{waited}"


def _item(
    item: RaisedItem | WaitingItem, words: Texts, scribe: Scribe, told: Sequence[str] = ()
) -> Iterator[str | Block]:
    yield f"### {words('minutes.item', id=item.id, heading=scribe.line(item.heading))}"
    yield from told
    if text := about(item):
        yield scribe.block(text)
    yield f"**{words('minutes.ask')}** {scribe.line(item.ask) or words('minutes.no_ask')}"
    yield f"**{words('minutes.answer')}**"
    yield Block(item.id, tuple(words(f"minutes.{label}") for label in LABELS))


def _foot(report: LeadersReport, words: Texts) -> list[str]:
    foot = [words("minutes.no_is_an_answer")] if report.items or report.waiting else []
    if report.ticks:
        foot.append(numbers_line(report.ticks, words))
    if report.approved_on:
        foot.append(words("minutes.approved", date=words.day(report.approved_on)))
    return [*foot, f"{words('minutes.nameless')} {words('minutes.masked')}"]
