"""A group: those who meet again, and what they have agreed and remember between meetings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sessions.answers import Answer, Judgement
    from sessions.contract import Agreement, Contract
    from sessions.hindsight import Hindsight
    from sessions.invitation import Invitation
    from sessions.past import PastCafe
    from sessions.situation_log import HandedIn, SealedLog
    from sessions.themes import Theme
    from sessions.trials import Trial, TrialReport

LEAST_THRESHOLD, MOST_THRESHOLD = 3, 10
USUAL_RETENTION, LONGEST_RETENTION = 14, 365  # days


@dataclass(frozen=True, slots=True)
class Group:
    """A reflection group, or the people of a café series. It is known by its name.

    `kind` is the programme that its meetings usually follow. `leader` is who gets the leaders' minutes; the name is
    there for the mask alone. `threshold` (3 to 10) is how many there must be before a number, a profession or a unit is
    shown. `retention_days` is how long raw notes and names are kept after an approval. `purpose` is what the group is
    for and `not_for` what it is not; empty means the usual words of the language.

    What the group remembers stays in it: the versions of its contract and how many agreed to each, the themes that
    people want, the trials with what was said of them, how many episodes of each kind were handed in, and situation
    logs that are locked under their owners' words. `past` are cafés that were held before the program came,
    `invitations` those to its meetings, and `hindsight` what was said of a meeting months later, by their number.
    `answers` of its leaders and `judgements` of what came of them stand in the order in which they came.
    """

    name: str
    unit: str = ""
    kind: str = "dialogkafe"
    leader: str = ""
    threshold: int = LEAST_THRESHOLD
    retention_days: int = USUAL_RETENTION
    purpose: str = ""
    not_for: str = ""
    contracts: tuple[Contract, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    themes: tuple[Theme, ...] = ()
    trials: tuple[Trial, ...] = ()
    reports: tuple[TrialReport, ...] = ()
    handed_in: tuple[HandedIn, ...] = ()
    logs: tuple[SealedLog, ...] = ()
    past: tuple[PastCafe, ...] = ()
    invitations: tuple[Invitation, ...] = ()
    hindsight: tuple[Hindsight, ...] = ()
    answers: tuple[Answer, ...] = ()
    judgements: tuple[Judgement, ...] = ()
