"""The checklist before a meeting: what makes it a real hour. Ticks, and no names."""

from __future__ import annotations

from enum import Enum


class Check(Enum):
    """One thing to have seen to before people come."""

    TIME = "time"
    PHONE = "phone"
    COVER = "cover"
    LEADER = "leader"
    NEWCOMERS = "newcomers"


def ticked(ready: tuple[str, ...]) -> frozenset[Check]:
    """Give what is seen to; what no check is called is passed over."""
    return frozenset(check for check in Check if check.value in ready)


def toggled(ready: tuple[str, ...], check: Check) -> tuple[str, ...]:
    """Tick a check, or take the tick away."""
    now = ticked(ready) ^ {check}
    return tuple(check.value for check in Check if check in now)
