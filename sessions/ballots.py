"""Ballots: what people answered right after a meeting. They cannot be linked: neither to a person nor to each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum


class Usefulness(Enum):
    """How useful the meeting was, in the three steps of the form."""

    LITTLE = "little"
    USEFUL = "useful"
    VERY = "very"


@dataclass(frozen=True, slots=True)
class Ballot:
    """One form as it is handed in: a tick, and how three sentences were finished; each of them may be left out."""

    tick: Usefulness | None = None
    well: str = ""
    badly: str = ""
    better: str = ""


@dataclass(frozen=True, slots=True)
class Ballots:
    """All forms of one meeting, taken apart: how many ticked what, and the sentences of each kind by their words.

    The same forms give the same value whatever order they came in; no form can be put together again. `answered` counts
    the forms, also those without a tick.
    """

    little: int = 0
    useful: int = 0
    very: int = 0
    answered: int = 0
    well: tuple[str, ...] = ()
    badly: tuple[str, ...] = ()
    better: tuple[str, ...] = ()

    def with_ballot(self, ballot: Ballot) -> Ballots:
        """Take a form apart, and add each part where it belongs."""
        ticks = {}
        if ballot.tick:
            name = ballot.tick.value
            ticks = {name: getattr(self, name) + 1}
        return replace(
            self,
            **ticks,
            answered=self.answered + 1,
            well=_added(self.well, ballot.well),
            badly=_added(self.badly, ballot.badly),
            better=_added(self.better, ballot.better),
        )


def _added(sentences: tuple[str, ...], sentence: str) -> tuple[str, ...]:
    return tuple(sorted([*sentences, sentence], key=lambda s: (s.casefold(), s))) if sentence else sentences
