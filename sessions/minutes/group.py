"""The group's minutes: what came out, what stays in the group, what is raised."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sessions.minutes.answered import earlier_blocks
from sessions.minutes.evaluated import evaluated
from sessions.minutes.masked import Scribe
from sessions.minutes.parts import about, facts, item_id
from sessions.minutes.tried import tried_blocks
from sessions.texts import Texts, texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.items import Item
    from sessions.path import EarlierItem
    from sessions.session import Session
    from sessions.trials import ToldTrial


def group_minutes(session: Session, *, tried: Sequence[ToldTrial] = (), earlier: Sequence[EarlierItem] = ()) -> str:
    """Write the group's minutes as Markdown: the same session gives the same text.

    `tried` are the trials that the group spoke of at this meeting, and `earlier` is what it raised before, as it stands
    at this meeting.
    """
    words, scribe = texts(session.language), Scribe(session)
    kept = [item for item in session.items if not item.raised]
    raised = [item for item in session.items if item.raised]
    blocks = [
        "# " + words("minutes.group_title", title=scribe.title(session.title)),
        facts(session, words, scribe),
        *([f"**{words('minutes.purpose')}:** {scribe.title(session.purpose)}"] if session.purpose else []),
        *_theme(session, words, scribe),
        f"## {words('minutes.came_out')}",
        *_came_out(session, words, scribe),
        f"## {words('minutes.kept')}",
        *(_items(session, kept, words, scribe) or [words("minutes.no_kept")]),
        f"## {words('minutes.raised')}",
        *(_items(session, raised, words, scribe) or [words("minutes.no_raised")]),
        *earlier_blocks(earlier, session.day, words, scribe),
        *tried_blocks(tried, words, scribe),
        *evaluated(session, words, scribe),
        f"## {words('minutes.next')}",
        *_next(session, words, raised=bool(raised)),
    ]
    return "\n\n".join(blocks) + "\n"


def _theme(session: Session, words: Texts, scribe: Scribe) -> list[str]:
    """Give what people in one circle chose to talk about; the questions of rounds are no theme."""
    if session.rounds or not session.questions:
        return []
    return [f"**{words('minutes.theme')}:** {scribe.line(session.question)}"]


def _came_out(session: Session, words: Texts, scribe: Scribe) -> list[str]:
    """Notes by theme; within a theme by their words, so that neither table, round, time nor order can be read."""
    if session.erased:
        return [words("minutes.erased")]
    themes: dict[str, list[str]] = defaultdict(list)
    for note in session.notes.values():
        themes[session.theme_of(note)].append(scribe.block(note.text, indent="  "))
    if not themes:
        return [words("minutes.no_notes")]
    blocks = []
    for theme in sorted(themes, key=lambda name: (not name, name.casefold())):
        if len(themes) > 1 or theme:
            blocks.append("### " + (scribe.title(theme) or words("minutes.no_theme")))
        blocks.append("\n".join(f"- {text}" for text in sorted(themes[theme], key=lambda t: (t.casefold(), t))))
    return blocks


def _items(session: Session, items: Sequence[Item], words: Texts, scribe: Scribe) -> list[str]:
    blocks = []
    for item in items:
        heading = words("minutes.item", id=item_id(session, item), heading=scribe.line(item.heading))
        blocks.append(f"### {heading}")
        if text := about(item):
            blocks.append(scribe.block(text))
        if item.raised:
            blocks.append(f"**{words('minutes.ask')}** {scribe.line(item.ask) or words('minutes.no_ask')}")
    return blocks


def _next(session: Session, words: Texts, *, raised: bool) -> list[str]:
    lines = [words("minutes.next_raised" if raised else "minutes.next_none")]
    if not session.erased:
        lines.append(words.count("minutes.next_erase", session.retention_days))
    if session.approved_on:
        lines.append(words("minutes.approved", date=words.day(session.approved_on)))
    return [*lines, words("minutes.masked")]
