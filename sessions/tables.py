"""The café's tables, and how full they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import ceil

TIGHT, CROWDED = 6, 8  # more than six at a table and some fall silent; more than eight and it is no longer one talk


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its number, with the theme and the question it may have of its own."""

    number: int
    theme: str = ""
    question: str = ""


class Crowding(Enum):
    """How many sit at the fullest table."""

    FINE = "fine"
    TIGHT = "tight"
    CROWDED = "crowded"


def fullest(present: int, tables: int) -> int:
    """Give how many sit at the fullest of the tables when people spread evenly; 0 when there is no table."""
    return ceil(present / tables) if tables else 0


def crowding(present: int, tables: int) -> Crowding:
    """Tell whether the tables are fuller than a talk can bear."""
    seated = fullest(present, tables)
    return Crowding.CROWDED if seated > CROWDED else Crowding.TIGHT if seated > TIGHT else Crowding.FINE
