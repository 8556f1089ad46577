"""What the group raised earlier, and what has come of it, for the group's minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.minutes.leaders import LABELS
from sessions.path import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from sessions.answers import Answer
    from sessions.minutes.masked import Scribe
    from sessions.path import EarlierItem
    from sessions.texts import Texts


def earlier_blocks(earlier: Sequence[EarlierItem], day: date, words: Texts, scribe: Scribe) -> Iterator[str]:
    """Give the items that were open when the meeting began as blocks of Markdown, with a heading over them.

    `day` is that of the meeting, up to which the days of waiting are counted.
    """
    items = [item for item in earlier if item.open]
    if items:
        yield f"## {words('answers.earlier')}"
    for item in items:
        yield f"### {words('minutes.item', id=item.id, heading=scribe.line(item.heading))}"
        waited = [words.count("answers.waited", item.days(day), date=words.day(item.waits_since))] if item.waits else []
        yield "\\\n".join([path_of(item, words), *waited])
        if item.answer:
            yield f"**{words('answers.answered_on', date=words.day(item.answer.taken_in))}**"
            yield _answer(item.answer, words, scribe)


def _answer(answer: Answer, words: Texts, scribe: Scribe) -> str:
    lines = zip(LABELS, answer.lines, strict=True)
    return "\n".join(f"- {words(f'minutes.{key}')} {scribe.as_written(text, '  ')}" for key, text in lines if text)
