"""The situation log: what someone wants to think about with the group. It is hers until she hands it in, rewritten."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class EpisodeKind(Enum):
    """What an episode is about, in four kinds."""

    BEHAVIOUR = "behaviour"
    NEXT_OF_KIN = "next_of_kin"
    TASKS = "tasks"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class HandedIn:
    """That an episode of a kind was handed in, in a month, told by its first day. Nothing else is known of it."""

    month: date
    kind: EpisodeKind
