"""What can go wrong, told in the user's language: a key into the texts, and what the sentence speaks of."""

from __future__ import annotations


class TroubleError(Exception):
    """Something a person can mend. `key` names its sentence under `trouble` in texts; `values` fill it in."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


class PlanError(TroubleError):
    """A plan that cannot be used; the sentence names the line or the field, and the way out."""
