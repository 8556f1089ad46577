"""What a group is for, and the contract: how those who meet have agreed to be with each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sessions.notes import plain
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from datetime import date

    from sessions.group import Group
    from sessions.texts import Texts

LONGEST_CONTRACT = 3000  # characters: it is read aloud


class ContractError(TroubleError):
    """A contract that cannot be kept as it is."""


@dataclass(frozen=True, slots=True)
class Contract:
    """One version of the contract, counted from 1, one promise a line. Earlier versions are kept."""

    version: int
    text: str
    written_on: date


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many said yes to a version on a day. Who they were is not asked."""

    version: int
    agreed_on: date
    people: int


def purpose_of(group: Group, words: Texts) -> str:
    """Give what a group is for; the usual words where it has none of its own."""
    return group.purpose or words("opening.purpose")


def not_for_of(group: Group, words: Texts) -> str:
    """Give what a group is not for; the usual words where it has none of its own."""
    return group.not_for or words("opening.not_for")


def contract_of(group: Group) -> Contract | None:
    """Give the version that is in force; None while none is written."""
    return group.contracts[-1] if group.contracts else None


def agreement_of(group: Group) -> Agreement | None:
    """Give when the version in force was last agreed to; None while it was not."""
    contract = contract_of(group)
    agreed = [one for one in group.agreements if contract and one.version == contract.version]
    return agreed[-1] if agreed else None


def with_contract(group: Group, text: str, on: date) -> Group:
    """Give the group with a contract in these words: a new version, unless nobody has agreed to the last one yet.

    Raises ContractError without a word, and for a text that nobody would read aloud.
    """
    text = "\n".join(line for raw in plain(text).split("\n") if (line := " ".join(raw.split())))
    if not text:
        raise ContractError("contract.empty")
    if len(text) > LONGEST_CONTRACT:
        raise ContractError("contract.long", most=LONGEST_CONTRACT)
    last = contract_of(group)
    if last and last.text == text:
        return group
    kept = group.contracts[:-1] if last and agreement_of(group) is None else group.contracts
    return replace(group, contracts=(*kept, Contract(len(kept) + 1, text, on)))


def with_agreement(group: Group, people: int, on: date) -> Group:
    """Give the group with so many having said yes to the contract; a second yes of one day takes the first's place.

    Raises ContractError while there is no contract, and for no people.
    """
    contract = contract_of(group)
    if contract is None or people < 1:
        raise ContractError("contract.nobody")
    agreement = Agreement(contract.version, on, people)
    others = tuple(one for one in group.agreements if (one.version, one.agreed_on) != (contract.version, on))
    return replace(group, agreements=(*others, agreement))
