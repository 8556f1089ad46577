"""The one function that takes out what tells who is spoken of. What it needs is loaded at the first note."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sessions.mask.finding import Masked
    from sessions.people import Person
    from sessions.rulings import Ruling

THRESHOLD = 3
"""People. A role or unit that fewer of those present hold would tell who spoke."""


def mask(
    text: str,
    people: Sequence[Person],
    *,
    threshold: int = THRESHOLD,
    rulings: Collection[Ruling] = (),
    strangers: bool = False,
    members_only: bool = False,
) -> Masked:
    """Take out what tells who is spoken of or who spoke; with `members_only` nothing but the names of `people`.

    `people` are those who take part; `threshold` is how many of them must hold a role before it may stand; `rulings`
    are what the group chose for words in doubt; `strangers` says that nobody has a list of those present, so that
    a name no list knows is rather a person's. The findings that come back have the places of `text`. Never raises,
    whatever the text; masking what is masked changes nothing.
    """
    from sessions.mask.recognisers import crew_of  # the recognisers and their data are loaded at the first note
    from sessions.mask.rounds import taken_out

    crew = crew_of(tuple(people), threshold, strangers=strangers)
    return taken_out(text, crew, rulings, members_only=members_only)
