"""Retention: raw notes, sentences and names are kept for as long as people were promised, and no longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sessions.entry import Entry
from sessions.notes import Notes

if TYPE_CHECKING:
    from sessions.session import Session


def overdue(session: Session, today: date) -> bool:
    """Tell whether all that is raw should be gone: approved, and the days of retention have passed.

    What was written after an erasure is raw again, and goes as the first did.
    """
    bare = session.erased and not (session.notes or session.people or session.ballots.sentences)
    if session.approved_on is None or bare:
        return False
    return today >= session.approved_on + timedelta(days=session.retention_days)


def masked_for_good(session: Session) -> Session:
    """Give the session with names taken out of all that is kept: without the names nothing could do it afterwards.

    The group's name stays as it is, since meetings of one group are known by it. A text that its heading says all of
    becomes the heading, since names that go over the end of a line are seen there alone.
    """
    from sessions.mask.shown import settled_veil_of, veil_of
    from sessions.minutes.parts import about

    if session.erased and not (session.notes or session.people):
        return session  # masked when the names were known; the mask knows less now, and would read some words otherwise
    clean, settled = veil_of(session).shown, settled_veil_of(session).shown

    return replace(
        session,
        title=settled(session.title),
        purpose=settled(session.purpose),
        questions=tuple(settled(question) for question in session.questions),
        steps=tuple(replace(step, prompt=settled(step.prompt)) for step in session.steps),
        tables=tuple(replace(t, theme=settled(t.theme), question=settled(t.question)) for t in session.tables),
        items=tuple(
            replace(
                item,
                heading=clean(item.heading),
                text=clean(item.text if about(item) else item.heading),
                ask=clean(item.ask),
                notes=(),
            )
            for item in session.items
        ),
    )


def without_raw(session: Session) -> Session:
    """Give the session without raw notes, sentences and names, masked for good, and with no way in for a phone.

    How many ticked what stays. What was ruled on words goes whole: most of those words are names, and masked or not,
    they stand as they shall.
    """
    return replace(
        masked_for_good(session),
        notes=Notes(),
        people=(),
        leader="",
        rulings=(),
        let_be=(),
        ballots=session.ballots.without_sentences(),
        entry=Entry(),
        erased=True,
    )
