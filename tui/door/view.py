"""What a table's phone shows: which step it is, how long it lasts, the question, and what the table has written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sessions.evaluation import is_open
from sessions.mask.shown import veil_of
from sessions.notes import Note
from sessions.programme import StepKind
from sessions.prompts import title_of
from sessions.timer import Phase

if TYPE_CHECKING:
    from sessions.mask.shown import Piece, Veil
    from sessions.session import Session
    from sessions.tables import Table
    from sessions.texts import Texts

View = dict[str, Any]
Written = Mapping[int, Sequence[Note]]
_PHASES = {Phase.HALF: "half", Phase.SOON: "soon", Phase.LAST: "last", Phase.OVER: "over"}


def view(session: Session, table: Table, words: Texts, now: float) -> View:
    """Give what the phone of a table shows at `now` (UTC seconds), as JSON can say it: the step, and its notes."""
    notes = notes_by_table(session).get(table.number, ())
    return step_view(session, table, words, now) | {"notes": notes_view(notes, veil_of(session))}


def step_view(session: Session, table: Table, words: Texts, now: float) -> View:
    """Give what it shows of the step.

    The time is `deadline` (UTC seconds) while it runs, and `left` (seconds) while it stands; both are None for a step
    without a clock.
    """
    timer, timed = session.timer, _timed(session)
    return {
        "where": where(session, words),
        "deadline": timer.deadline if timed else None,
        "left": timer.left if timed and not timer.running else None,
        "question": table.question or session.question,
        "say": say(session, words, now),
        "round": session.writing_round,
        "writing": session.hosts_may_write,
    }


def notes_view(notes: Sequence[Note], veil: Veil) -> list[View]:
    """Give what it shows of notes; `wall` is what the wall shows of one, where that is something else.

    It comes in pieces of text, each with whether it was put in.
    """
    return [note_view(note) | {"wall": _wall(note.text, veil)} for note in notes]


def note_view(note: Note) -> View:
    """Give what a phone shows of a note at once, before it is known what the wall shows of it."""
    return {"id": note.id, "round": note.round, "text": note.text, "lift": note.lift, "edit": note.edit}


def notes_by_table(session: Session) -> Written:
    """Give what each table has written, the newest first."""
    found: defaultdict[int, list[Note]] = defaultdict(list)
    for note in reversed([*session.notes.values()]):
        found[note.table].append(note)
    return found


def where(session: Session, words: Texts) -> str:
    """Say which step it is."""
    if session.step.kind is StepKind.LOBBY:
        return words("phone.before")
    return title_of(session, words)


def say(session: Session, words: Texts, now: float) -> str:
    """Give the one thing to say to the host now."""
    kind = session.step.kind
    if not session.hosts_may_write:
        return words("phone.closed")
    if kind in {StepKind.ROUND, StepKind.TALK}:
        usual = "round_first" if session.round <= 1 else "round_later"
        return words(f"phone.say.{_PHASES.get(session.timer.phase(now), usual)}")
    said = kind in {StepKind.LOBBY, StepKind.CHANGE} or is_open(session)
    return words(f"phone.say.{kind.value if said else 'later'}")


def _timed(session: Session) -> bool:
    return session.step.kind not in {StepKind.LOBBY, StepKind.CLOSING} and session.timer.length > 0


@lru_cache(maxsize=32_768)
def _wall(text: str, veil: Veil) -> tuple[Piece, ...]:
    """Give what the wall shows, looked up: it is asked for with each view of the table."""
    return veil.changed(text)
