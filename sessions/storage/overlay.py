"""A table as an updater sees it: copies of what it touches, and nothing of it reaches the table below."""

from __future__ import annotations

from collections.abc import MutableMapping
from copy import deepcopy
from typing import TYPE_CHECKING

from sessions.storage.steps import Document, Step, as_json, clear, put, remove

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Overlay(MutableMapping[str, Document]):
    """The documents of a table by key, over the table itself.

    A document is copied when it is first asked for, so that it can be altered in place, as stock TinyDB does it; what
    was touched is told by `steps`.
    """

    def __init__(self, below: Mapping[str, Document]) -> None:
        self._below = below
        self._own: dict[str, Document] = {}
        self._removed: dict[str, None] = {}
        self._cleared = False

    def __getitem__(self, key: str) -> Document:
        if key not in self._own:
            if key in self._removed:
                raise KeyError(key)
            self._own[key] = _copy(self._below[key])
        return self._own[key]

    def __setitem__(self, key: str, document: Document) -> None:
        self._own[key] = document

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self._own.pop(key, None)
        if key in self._below:
            self._removed[key] = None

    def __contains__(self, key: object) -> bool:
        return key in self._own or (key in self._below and key not in self._removed)

    def __iter__(self) -> Iterator[str]:
        yield from (key for key in self._below if key not in self._removed)
        yield from [key for key in self._own if self._is_new(key)]

    def __len__(self) -> int:
        return len(self._below) - len(self._removed) + sum(map(self._is_new, self._own))

    def clear(self) -> None:
        """Take all documents out, without looking at them."""
        self._below = {}
        self._own.clear()
        self._removed.clear()
        self._cleared = True

    def steps(self, table: str) -> list[Step]:
        """Tell what was done, as steps on the table of this name. To look at a document is not to do anything."""
        cleared = [clear(table)] if self._cleared else []
        removed = [remove(table, key) for key in self._removed]
        return cleared + removed + [put(table, key, self._own[key]) for key in self._own if self._is_touched(key)]

    def _is_new(self, key: str) -> bool:
        return key not in self._below or key in self._removed

    def _is_touched(self, key: str) -> bool:
        # Compared as JSON, since Python holds that 1 == True == 1.0.
        return self._is_new(key) or as_json(self._own[key]) != as_json(self._below[key])


def _copy(document: Document) -> Document:
    return {name: deepcopy(part) if isinstance(part, dict | list) else part for name, part in document.items()}
