"""The time of a session: it counts sleep and does not follow a wall clock that is set."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """Where the time comes from. Only the room asks it."""

    def now(self) -> float:
        """Give the time in UTC seconds since 1970, never less than before."""
        ...


def today(clock: Clock) -> date:
    """Give the day it is where the laptop is."""
    return datetime.fromtimestamp(clock.now()).astimezone().date()


def steady() -> float:
    """Give seconds from a clock that goes on while the laptop sleeps and that nobody can set.

    Linux stops CLOCK_MONOTONIC in suspend and has CLOCK_BOOTTIME; on macOS CLOCK_MONOTONIC goes on (clock_gettime(3));
    on Windows `time.monotonic` does.
    """
    counts_sleep = getattr(time, "CLOCK_BOOTTIME", None) or getattr(time, "CLOCK_MONOTONIC", None)
    return time.monotonic() if counts_sleep is None else time.clock_gettime(counts_sleep)


@dataclass(slots=True)
class SteadyClock:
    """The laptop's clock: tied to the wall clock once, at start, and to the steady one from then on."""

    _offset: float = field(default_factory=lambda: time.time() - steady())

    def now(self) -> float:
        """Give the time in UTC seconds."""
        return self._offset + steady()


@dataclass(slots=True)
class FastClock:
    """Another clock, `speed` times as fast from now on: for the demo and for rehearsals."""

    clock: Clock
    speed: float
    _start: float = field(init=False)

    def __post_init__(self) -> None:
        self._start = self.clock.now()

    def now(self) -> float:
        """Give the time in UTC seconds, counted faster."""
        return self._start + (self.clock.now() - self._start) * self.speed
