"""A group as flat documents, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sessions.answers import Answer, Judgement
from sessions.contract import Agreement, Contract
from sessions.flat import Document, flat, noun_of
from sessions.group import Group
from sessions.hindsight import Hindsight
from sessions.invitation import Invitation
from sessions.past import PastCafe
from sessions.situation_log import HandedIn, SealedLog
from sessions.themes import Theme
from sessions.trials import Trial, TrialReport

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each part of a group has documents of its own in the table of its name, and is a tuple of these nouns.
PARTS: dict[str, type[Any]] = {
    "contracts": Contract,
    "agreements": Agreement,
    "themes": Theme,
    "trials": Trial,
    "reports": TrialReport,
    "handed_in": HandedIn,
    "logs": SealedLog,
    "past": PastCafe,
    "invitations": Invitation,
    "hindsight": Hindsight,
    "answers": Answer,
    "judgements": Judgement,
}


def head(group: Group) -> Document:
    """Give the group's own document: everything but its parts."""
    return flat(group, PARTS)


def rows(group: Group, part: str) -> Iterator[tuple[str, Document]]:
    """Give one part of a group as pairs of key and document, each with its group and its place in the order."""
    for place, noun in enumerate(getattr(group, part)):
        yield f"{group.name}/{place}", {"group": group.name, "place": place, **flat(noun)}


def group_of(own: Document, parts: dict[str, list[Document]]) -> Group:
    """Build a group from its documents. Raises LookupError, TypeError or ValueError when they do not make one."""
    nouns = {
        part: tuple(noun_of(noun, row) for row in sorted(parts.get(part, []), key=lambda row: row["place"]))
        for part, noun in PARTS.items()
    }
    return noun_of(Group, own, **nouns)
