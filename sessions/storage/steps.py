"""The steps of a transaction: what one line of the journal says, and what it does to the tables."""

from __future__ import annotations

import json
from collections.abc import MutableMapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Document = dict[str, Any]
Tables = dict[str, MutableMapping[str, Document]]
Step = list[Any]

# The table in which a snapshot tells about itself.
RESERVED = "_snapshot"

_encoder = json.JSONEncoder(separators=(",", ":"))


def put(table: str, key: str, document: Mapping[str, Any]) -> Step:
    """Give the key of the table this document, whether or not it had one."""
    return ["put", table, key, dict(document)]


def remove(table: str, key: str) -> Step:
    """Take the key out of the table, if it is there."""
    return ["remove", table, key]


def clear(table: str) -> Step:
    """Leave the table empty; one that is not there is made."""
    return ["clear", table]


def drop(table: str) -> Step:
    """Take the table away."""
    return ["drop", table]


def as_json(value: object) -> str:
    """JSON on one line, in ASCII, so that it can be read whatever encoding a reader takes for granted.

    Raises TypeError or ValueError for what JSON cannot say.
    """
    return _encoder.encode(value)


def as_transaction(steps: Iterable[Step]) -> str:
    """Write the steps as they stand in the journal; later changes to the documents do not reach it.

    Raises TypeError or ValueError for what JSON cannot say, and ValueError for a table name that is taken.
    """
    steps = list(steps)
    if any(step[1] == RESERVED for step in steps):
        raise ValueError(f"a table cannot be called {RESERVED}")
    return as_json(steps)


def steps_of(transaction: str) -> list[Step]:
    """Read back what `as_transaction` gave."""
    steps: list[Step] = json.loads(transaction)
    return steps


def apply(tables: Tables, steps: Iterable[Step]) -> None:
    """Do the steps, in order. A document is put as it is, never altered, so that readers can hold on to it.

    Every step says what is so afterwards; doing a run of transactions a second time changes nothing.
    """
    for step in steps:
        match step:
            case ["put", table, key, document]:
                tables.setdefault(table, {})[key] = document
            case ["remove", table, key]:
                tables.get(table, {}).pop(key, None)
            case ["clear", table]:
                tables[table] = {}
            case ["drop", table]:
                tables.pop(table, None)
            case _:
                raise ValueError(f"no such step: {step}")
