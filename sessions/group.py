"""A group: those who meet again, and what they have agreed and remember between meetings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sessions.past import PastCafe

LEAST_THRESHOLD, MOST_THRESHOLD = 3, 10


@dataclass(frozen=True, slots=True)
class Group:
    """A reflection group, or the people of a café series. It is known by its name.

    `kind` is the programme that its meetings usually follow. `leader` is who gets the leaders' minutes; the name is
    there for the mask alone. `threshold` (3 to 10) is how many there must be before a number, a profession or a unit is
    shown. `retention_days` is how long raw notes and names are kept after an approval. `past` are cafés that were held
    before the program came.
    """

    name: str
    unit: str = ""
    kind: str = "dialogkafe"
    leader: str = ""
    threshold: int = LEAST_THRESHOLD
    retention_days: int = 14
    past: tuple[PastCafe, ...] = ()
