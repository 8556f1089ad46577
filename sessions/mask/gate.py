"""The gate before the leaders' minutes: what the mask would still take out of a finished text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.mask.engine import THRESHOLD, mask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.mask.finding import Finding
    from sessions.people import Person


def findings_left(markdown: str, people: Sequence[Person], *, threshold: int = THRESHOLD) -> tuple[Finding, ...]:
    """Give the certain findings that still stand in a finished text, with their places; none: it may be written."""
    return tuple(finding for finding in mask(markdown, people, threshold=threshold).findings if finding.sure)
