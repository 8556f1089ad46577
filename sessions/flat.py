"""Nouns as flat documents, and back: what stands in a field is checked, since a person may have changed the file."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from enum import Enum
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar

from sessions.answers import Outcome, Verdict
from sessions.items import Fate
from sessions.programme import StepKind
from sessions.situation_log import EpisodeKind
from sessions.trials import HowItWent

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

Document = dict[str, Any]
Noun = TypeVar("Noun")


def flat(noun: object, without: Collection[str] = ()) -> Document:
    """Give a dataclass as a document of plain values; `without` are the fields that have documents of their own."""
    names = (field.name for field in fields(noun) if field.name not in without)  # type: ignore[arg-type]  # all nouns are dataclasses
    return {name: _plain(getattr(noun, name)) for name in names}


def noun_of(cls: type[Noun], row: Document, **parts: object) -> Noun:
    """Build a noun of a document and of the parts that stand elsewhere; a field that is missing has what is usual.

    Raises LookupError, TypeError or ValueError when the document does not make one.
    """
    found = {field.name: _read(str(field.type), row[field.name]) for field in fields(cls) if field.name in row}  # type: ignore[arg-type]  # as above
    return cls(**found | parts)


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _read(kind: str, value: Any) -> object:  # noqa: ANN401  # whatever stands in the file
    kinds, read = _KINDS[kind]
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise TypeError(kind)
    if isinstance(value, list) and not all(isinstance(text, str) for text in value):
        raise TypeError(kind)
    return value if value is None or read is None else read(value)


_KINDS: dict[str, tuple[tuple[type, ...], Callable[[Any], object] | None]] = {
    "str": ((str,), None),
    "int": ((int,), None),
    "bool": ((bool,), None),
    "float": ((int, float), None),
    "float | None": ((int, float, NoneType), None),
    "tuple[str, ...]": ((list,), tuple),
    "date": ((str,), date.fromisoformat),
    "date | None": ((str, NoneType), date.fromisoformat),
    "Fate | None": ((str, NoneType), Fate),
    "HowItWent": ((str,), HowItWent),
    "EpisodeKind": ((str,), EpisodeKind),
    "StepKind": ((str,), StepKind),
    "Verdict | None": ((str, NoneType), Verdict),
    "Outcome | None": ((str, NoneType), Outcome),
}
