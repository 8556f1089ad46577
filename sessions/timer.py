"""A timer: how long one step is, and how much of it is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

MINUTE = 60.0


class Phase(Enum):
    """Where in its time a step is. Colour and words change at 20 % and at 5 % left, and not otherwise."""

    EARLY = "early"
    HALF = "half"
    SOON = "soon"
    LAST = "last"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Timer:
    """The time of one step, in seconds.

    While it runs, the truth is `deadline` (UTC seconds); while it stands, the truth is `left`, which is negative over
    time. `length` is what the step was given, with all that was added or taken.
    """

    length: float
    left: float
    deadline: float | None = None

    @classmethod
    def of(cls, minutes: float) -> Timer:
        """Make a timer that has not begun."""
        return cls(minutes * MINUTE, minutes * MINUTE)

    @property
    def running(self) -> bool:
        """Whether the time goes."""
        return self.deadline is not None

    def left_at(self, now: float) -> float:
        """Give the seconds left at `now` (UTC seconds), negative over time."""
        return self.left if self.deadline is None else self.deadline - now

    def start(self, now: float) -> Timer:
        """Let the time go from `now` on."""
        return self if self.running else replace(self, deadline=now + self.left)

    def stop(self, now: float) -> Timer:
        """Hold the time where it is at `now`."""
        return replace(self, left=self.left_at(now), deadline=None)

    def longer(self, seconds: float, now: float) -> Timer:
        """Add time, or take some with a negative number; a step is never planned shorter than what has gone of it.

        Over time the new minutes count from now: a step that is 40 s over and gets a minute has a minute left.
        """
        left = self.left_at(now)
        gone = self.length - left
        start = max(left, 0.0) if seconds > 0 else left
        new_left = max(start + seconds, min(left, 0.0))
        timer = Timer(max(gone + new_left, 0.0), new_left)
        return timer.start(now) if self.running else timer

    def phase(self, now: float) -> Phase:
        """Tell where in its time the step is at `now`. A step of no length is early until someone moves on."""
        left = self.left_at(now)
        if self.length <= 0:
            return Phase.EARLY
        if left <= 0:
            return Phase.OVER
        share = left / self.length
        return next(phase for limit, phase in _LIMITS if share <= limit)


_LIMITS = ((0.05, Phase.LAST), (0.20, Phase.SOON), (0.50, Phase.HALF), (float("inf"), Phase.EARLY))
