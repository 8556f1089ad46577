"""What a recogniser finds, and what the mask gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a finding tells of."""

    PARTICIPANT = "PARTICIPANT"
    PERSON_OTHER = "PERSON_OTHER"
    UNIQUE_ROLE = "UNIQUE_ROLE"
    FNR = "FNR"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    ADDRESS = "ADDRESS"
    ROOM = "ROOM"
    DATE_OF_BIRTH = "DATE_OF_BIRTH"


class Finding(NamedTuple):
    """A place in a text, in characters from `start` up to `end`.

    `sure` findings are masked by themselves; the others are for a person to look at. `reason` is the key of the words
    that tell that person why ("after_pronoun"); the words themselves are with the other texts. `instead` is what to put
    there when the kind's own placeholder does not fit, as after a genitive.
    """

    start: int
    end: int
    kind: Kind
    sure: bool = True
    reason: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with every sure finding taken out, and all that was found, in the places of the text that came in."""

    text: str
    findings: tuple[Finding, ...]
