"""The gate before the leaders' minutes: what the mask would still take out of a finished text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.mask.engine import THRESHOLD, mask

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sessions.mask.finding import Finding
    from sessions.people import Person
    from sessions.rulings import Ruling


def findings_left(
    text: str,
    people: Sequence[Person],
    *,
    threshold: int = THRESHOLD,
    rulings: Collection[Ruling] = (),
    members_only: bool = False,
) -> tuple[Finding, ...]:
    """Give the certain findings that still stand in a finished text, with their places; none: it may be written.

    What was ruled to be masked is certain; it, and `members_only`, are as in `mask`.
    """
    found = mask(text, people, threshold=threshold, rulings=rulings, members_only=members_only).findings
    return tuple(finding for finding in found if finding.sure)
