"""What stands where something was taken out: one wording for all of a kind, so that none can be told apart."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from sessions.mask.finding import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PLACEHOLDERS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.PARTICIPANT: "en kollega",
        Kind.PERSON_OTHER: "en person",
        Kind.UNIQUE_ROLE: "en ansatt",
        Kind.FNR: "[fødselsnummer]",
        Kind.PHONE: "[telefon]",
        Kind.EMAIL: "[e-post]",
        Kind.ADDRESS: "[adresse]",
        Kind.ROOM: "[romnummer]",
        Kind.DATE_OF_BIRTH: "[fødselsdato]",
    }
)
"""The words that stand for each kind. None of them can be part of what it stands for ("rom 204" holds the word rom)."""

WORKPLACE = "[arbeidssted]"
"""Stands for a unit where so few of those present work that its name would tell who spoke."""

NAME = "[navn]"
"""Stands for a name after a word that already says who is spoken of: "naboen [navn]"."""

_WORDS = sorted(
    {f"(?<={re.escape(words[0])}){re.escape(words[1:])}" for words in (*PLACEHOLDERS.values(), WORKPLACE, NAME)},
    key=len,
    reverse=True,
)
_LAST_WORDS = [words.split()[-1] for words in (*PLACEHOLDERS.values(), WORKPLACE, NAME) if words[0] != "["]
PLACEHOLDER_WORDS = frozenset((*_LAST_WORDS, *(word + "s" for word in _LAST_WORDS)))
"""One of these, or a bracket, stands in every text that holds a placeholder."""
PATTERN = re.compile(rf"[eE\[](?<!\w.)(?i:{'|'.join(_WORDS)})s?(?!\w)")
"""Begins with the first sign of each, so that a text without them is passed over at once."""


def placeholders_in(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of the placeholders in `text`, a genitive s included, for those who mark or shield them."""
    return (match.span() for match in PATTERN.finditer(text))


def genitive(kind: Kind) -> str:
    """Give the placeholder of a person as an owner: "en kollegas"."""
    return PLACEHOLDERS[kind] + "s"
