"""What is said of meetings months later, beside what was said on the day: for looking back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.ballots import Usefulness
from sessions.hindsight import SENTENCES
from sessions.minutes.escape import escaped
from sessions.minutes.masked import Scribe
from sessions.series import held, names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sessions.ballots import Ticks
    from sessions.group import Group
    from sessions.hindsight import Hindsight
    from sessions.series import Held
    from sessions.session import Session
    from sessions.texts import Texts

_MONTH = 365.25 / 12  # days
_HELD_BACK = "–"


def hindsight_blocks(group: Group, meetings: Iterable[Session], words: Texts) -> list[str]:
    """Give, for each meeting that was asked about again, its numbers then and since, and the sentences, as Markdown.

    Nothing where nobody was asked. Numbers and sentences are shown when as many have answered as the group's threshold,
    as in the group's own minutes.
    """
    blocks = []
    known = {one.number: one for one in held(group, meetings)}
    for number in sorted({one.number for one in group.hindsight} & known.keys()):
        blocks += _of(known[number], [one for one in group.hindsight if one.number == number], group, words)
    return [f"## {words('hindsight.title')}", *blocks] if blocks else []


def months_after(meeting: Held, later: Hindsight) -> int | None:
    """Give how many months after a meeting it was asked about again; None where its day is not known."""
    return None if meeting.day is None else max(0, round((later.day - meeting.day).days / _MONTH))


def _after(meeting: Held, later: Hindsight, words: Texts) -> str:
    months = months_after(meeting, later)
    later_on = words("hindsight.later", day=words.day(later.day))
    return later_on if months is None else words.count("hindsight.after", months)


def _of(meeting: Held, later: Sequence[Hindsight], group: Group, words: Texts) -> list[str]:
    scribe = Scribe(names_of(group, words.language, meeting))
    day = [words.day(meeting.day)] if meeting.day else []
    enough = [one for one in later if one.answered >= group.threshold]
    heading = ", ".join([scribe.title(meeting.theme) or str(meeting.number), *day])
    blocks = [f"### {heading}", _table(meeting, later, group, words)]
    for name in SENTENCES:
        if sentences := sorted([s for one in enough for s in getattr(one, name)], key=lambda s: (s.casefold(), s)):
            blocks += [f"**{words(f'hindsight.{name}')}**", "\n".join(f"- {escaped(text)}" for text in sentences)]
    few = len(enough) < len(later) or meeting.answered < group.threshold
    return [*blocks, *([words("evaluation.too_few", least=group.threshold)] if few else [])]


def _table(meeting: Held, later: Sequence[Hindsight], group: Group, words: Texts) -> str:
    head = ["", *(words(f"usefulness.{kind.value}") for kind in Usefulness), words("series.answered").lower()]
    rows = [[words("hindsight.same_day"), *_numbers(meeting.ticks, meeting.answered, group)]]
    rows += [[_after(meeting, one, words), *_numbers(one.ticks, one.answered, group)] for one in later]
    lines = [head, ["---", *["---:"] * 4], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _numbers(ticks: Ticks, answered: int, group: Group) -> list[str]:
    enough = answered >= group.threshold
    return [*(str(getattr(ticks, kind.value)) if enough else _HELD_BACK for kind in Usefulness), str(answered)]
