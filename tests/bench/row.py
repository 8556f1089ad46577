"""One line of what is measured."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A ratio of two costs measured in the same run, and the bar it is held to.

    The ratio is to be at most the bar, or at least, where `at_least` says so. `baseline` says in words and figures what
    was compared.
    """

    what: str
    ratio: float
    bar: float
    baseline: str
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether the ratio is on the right side of the bar."""
        return self.ratio >= self.bar if self.at_least else self.ratio <= self.bar

    def __str__(self) -> str:
        sign = ">=" if self.at_least else "<="
        verdict = "ok" if self.holds else "MISSED"
        return f"{self.what:<58} {self.ratio:>8.2f}  {sign} {self.bar:<6g} {verdict:<7} {self.baseline}"
