"""What the wall knows of the hosts' phones, and what it can ask of the door they come through."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

FORM = "/e"  # what the address of the evaluation's form has after that of the tables


@dataclass(frozen=True, slots=True)
class Phones:
    """The way in as it is now, and who has come that way.

    `url` is what the code on the wall says, `short` what is typed with the `code`. `addresses` counts the addresses
    this laptop could be reached at; `local` says that it is on no network. `here` are the tables whose phone is in
    contact, `gone` those whose phone is not, each with the time (UTC seconds) of its last word. `asking` is the table
    that a second phone wants to write for, 0 for none. `reached` counts the phones that have found us.
    """

    url: str
    short: str
    code: str
    addresses: int = 1
    local: bool = False
    here: frozenset[int] = frozenset()
    gone: Mapping[int, float] = field(default_factory=dict)
    asking: int = 0
    reached: int = 0

    @property
    def form(self) -> str:
        """What the code of the evaluation says."""
        return f"{self.url}{FORM}"


class NextAddress(Message):
    """The facilitator wants the code to lead to the laptop's next address."""


@dataclass
class PhoneAnswered(Message):
    """The facilitator lets the phone that asks write for its table, or does not."""

    yes: bool
