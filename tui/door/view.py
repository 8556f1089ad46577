"""What a table's phone shows: which step it is, how long it lasts, the question, and what the table has written."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sessions.evaluation import is_open
from sessions.programme import StepKind
from sessions.prompts import title_of
from sessions.timer import Phase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sessions.notes import Note
    from sessions.session import Session
    from sessions.tables import Table
    from sessions.texts import Texts

View = dict[str, Any]
_PHASES = {Phase.HALF: "half", Phase.SOON: "soon", Phase.LAST: "last", Phase.OVER: "over"}


def view(session: Session, table: Table, words: Texts, now: float, notes: Sequence[Note] | None = None) -> View:
    """Give what the phone of a table shows at `now` (UTC seconds), as JSON can say it.

    `notes` are the table's, where they have been looked up already.
    The time is `deadline` (UTC seconds) while it runs, and `left` (seconds) while it stands; both are None for a step
    without a clock. Notes come newest first.
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
        "notes": [_note(note) for note in (notes_of(session, table.number) if notes is None else notes)],
    }


def notes_of(session: Session, table: int) -> Sequence[Note]:
    """Give what a table has written, the newest first."""
    return [note for note in reversed([*session.notes.values()]) if note.table == table]


def notes_by_table(session: Session) -> Mapping[int, Sequence[Note]]:
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
    if kind is StepKind.ROUND:
        usual = "round_first" if session.round == 1 else "round_later"
        return words(f"phone.say.{_PHASES.get(session.timer.phase(now), usual)}")
    said = kind in {StepKind.LOBBY, StepKind.CHANGE} or is_open(session)
    return words(f"phone.say.{kind.value if said else 'later'}")


def _timed(session: Session) -> bool:
    return session.step.kind not in {StepKind.LOBBY, StepKind.CLOSING} and session.timer.length > 0


def _note(note: Note) -> dict[str, Any]:
    return {"id": note.id, "round": note.round, "text": note.text, "lift": note.lift}
