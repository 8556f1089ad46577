"""Ballots: what people answered right after a meeting. They cannot be linked: neither to a person nor to each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from sessions.notes import one_line
from sessions.trouble import TroubleError

SENTENCES = ("well", "badly", "better")
LONGEST_SENTENCE = 500  # characters: what is left of a sentence to finish; three of them fit into what the door lets in


class BallotError(TroubleError):
    """A form that cannot be taken as it is."""


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
class Ticks:
    """How many ticked each of the three."""

    little: int
    useful: int
    very: int

    @property
    def all(self) -> int:
        """How many ticked at all."""
        return self.little + self.useful + self.very


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

    @property
    def ticks(self) -> Ticks:
        """How many ticked what."""
        return Ticks(self.little, self.useful, self.very)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence, kind by kind."""
        return (*self.well, *self.badly, *self.better)

    def without_sentences(self) -> Ballots:
        """Give the numbers alone."""
        return replace(self, well=(), badly=(), better=())

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


def tick_of(name: str) -> Usefulness | None:
    """Give the tick of this name, None for the empty one. BallotError for one that there is not."""
    try:
        return Usefulness(name) if name else None
    except ValueError:
        raise BallotError("ballot.tick") from None


def checked(ballot: Ballot) -> Ballot:
    """Give a form with each sentence on one line. BallotError when it is empty, or a sentence is too long."""
    well, badly, better = lines = [one_line(getattr(ballot, name)) for name in SENTENCES]
    if any(len(line) > LONGEST_SENTENCE for line in lines):
        raise BallotError("ballot.long", most=LONGEST_SENTENCE)
    if ballot.tick is None and not any(lines):
        raise BallotError("ballot.empty")
    return Ballot(ballot.tick, well, badly, better)


def _added(sentences: tuple[str, ...], sentence: str) -> tuple[str, ...]:
    return tuple(sorted([*sentences, sentence], key=lambda s: (s.casefold(), s))) if sentence else sentences
