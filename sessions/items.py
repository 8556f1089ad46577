"""Items: what the group makes of its notes when it sorts, and where each of them goes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Fate(Enum):
    """Where an item goes. Kept is the default; raising is a choice the group makes."""

    KEPT = "kept"
    RAISED = "raised"


@dataclass(frozen=True, slots=True)
class Item:
    """One matter, made of one or several notes.

    `number` counts within the session and is never given to another item. `fate` is None until the group has decided;
    an item without a decision is kept. `ask` is what the group asks the leaders for, and stands only on a raised item.
    """

    number: int
    heading: str
    text: str
    notes: tuple[str, ...] = ()
    fate: Fate | None = None
    ask: str = ""

    @property
    def raised(self) -> bool:
        """Whether the group has chosen to raise it."""
        return self.fate is Fate.RAISED
