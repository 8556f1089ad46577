"""What is in doubt, as the group has ruled on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sessions.mask.finding import Finding
    from sessions.rulings import Ruling


def ruled(found: Iterable[Finding], text: str, rulings: Collection[Ruling]) -> Iterator[Finding]:
    """Give the findings of `text`: a doubtful one that is to be masked as a sure one, one that is to stay not at all.

    What is sure is so whatever was ruled: nobody unmasks a name by a slip of a key.
    """
    chosen = {(ruling.word, ruling.reason): ruling.masked for ruling in rulings}
    for finding in found:
        masked = None if finding.sure else chosen.get((text[finding.start : finding.end], finding.reason))
        if masked:
            yield finding._replace(sure=True)
        elif masked is None:
            yield finding
