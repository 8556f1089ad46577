"""A group's evaluations for whoever studies them: one row for each fact, so that nothing stands beside anything else.

A row for each form would tie a tick to its sentences. Here a number and a sentence share no more than their meeting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sessions.ballots import SENTENCES, Usefulness
from sessions.hindsight import SENTENCES as LATER
from sessions.mask.shown import settled_veil_of, veil_of
from sessions.minutes.escape import escaped
from sessions.minutes.hindsight import months_after
from sessions.series import names_of, some_held, threshold_of
from sessions.sheets import sheet
from sessions.texts import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sessions.ballots import Ballots
    from sessions.group import Group
    from sessions.hindsight import Hindsight
    from sessions.series import Held
    from sessions.session import Session
    from sessions.texts import Texts

COLUMNS = ("meeting", "asked", "months_after", "what", "number", "text")
FACTS = (
    *("theme", "present", "answered"),
    *("ticked_little", "ticked_useful", "ticked_very"),
    *("said_well", "said_badly", "said_better", "said_remember", "said_came"),
)


class _Fact(NamedTuple):
    """One row. `asked` counts from 1, the day itself; `months_after` is 0 for it, and None where it is not known."""

    meeting: int
    asked: int
    months_after: int | None
    what: str
    number: int | None = None
    text: str = ""


class _Asking(NamedTuple):
    """What was answered once: how many months after, the numbers, and the sentences each with its kind."""

    months_after: int | None
    said: Ballots | Hindsight | Held
    sentences: list[tuple[str, str]]


def export_sheet(group: Group, meetings: Sequence[Session]) -> str:
    """Give the table as CSV: no id, time or name, neither of a person nor of the group.

    Meetings are counted from 1. Ticks and sentences are there when as many have ticked as leaders' numbers need, and
    sentences come without names, by their words. The same facts give the same bytes. Raises SeriesError when there is
    nothing.
    """
    facts = sorted(_facts(group, meetings), key=_place)
    return sheet([COLUMNS, *(["" if cell is None else cell for cell in fact] for fact in facts)])


def export_columns(group: Group, words: Texts) -> str:
    """Say in Markdown what stands in each column, and what each fact is."""
    columns = [f"- `{name}`: {words(f'export.column.{name}')}" for name in COLUMNS]
    facts = [f"- `{name}`: {words(f'export.fact.{name}')}" for name in FACTS]
    blocks = [
        f"# {words('export.title')}",
        words("export.about"),
        "\n".join(columns),
        f"## {words('export.facts')}",
        "\n".join(facts),
        escaped(words("export.rule", threshold=threshold_of(group))),
    ]
    return "\n\n".join(blocks) + "\n"


def _facts(group: Group, meetings: Iterable[Session]) -> Iterator[_Fact]:
    here = {one.number: one for one in meetings}
    for place, one in enumerate(some_held(group, here.values()), start=1):
        session = here.get(one.number)
        names = names_of(group, session.language if session else LANGUAGES[0], one)
        veil = veil_of(names)
        yield _Fact(place, 1, 0, "theme", text=settled_veil_of(names).shown(one.theme))
        yield _Fact(place, 1, 0, "present", one.present)
        for asked, (months, said, sentences) in enumerate(_askings(group, one, session), start=1):
            yield _Fact(place, asked, months, "answered", said.answered)
            if said.ticks.all < threshold_of(group):
                continue
            for kind in Usefulness:
                yield _Fact(place, asked, months, f"ticked_{kind.value}", getattr(said.ticks, kind.value))
            for name, sentence in sentences:
                yield _Fact(place, asked, months, f"said_{name}", text=veil.shown(sentence))


def _askings(group: Group, one: Held, session: Session | None) -> Iterator[_Asking]:
    """Give what was answered on the day, and then each time people were asked again."""
    ballots = session.ballots if session else None
    yield _Asking(0, ballots or one, _each(ballots, SENTENCES) if ballots else [])
    for later in group.hindsight:
        if later.number == one.number:
            yield _Asking(months_after(one, later), later, _each(later, LATER))


def _each(said: Ballots | Hindsight, names: Sequence[str]) -> list[tuple[str, str]]:
    return [(name, sentence) for name in names for sentence in getattr(said, name)]


def _place(fact: _Fact) -> tuple[int, int, int, str, str]:
    return fact.meeting, fact.asked, FACTS.index(fact.what), fact.text.casefold(), fact.text
