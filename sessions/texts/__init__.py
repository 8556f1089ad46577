"""Every word a person reads, one file a language."""

from __future__ import annotations

import locale
import os
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

LANGUAGES = ("nb", "nn", "en")


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of one language, by keys such as "lobby.promise"."""

    language: str
    words: Mapping[str, str | list[str]]

    def __call__(self, key: str, /, **values: object) -> str:
        """Give the text of a key with its places filled in. A key that there is not raises KeyError."""
        return str(self.words[key]).format_map(values)

    def find(self, key: str) -> str:
        """Give the text of a key, empty when there is none."""
        return str(self.words.get(key, ""))

    def count(self, key: str, n: int, /, **values: object) -> str:
        """Give the text for a number: the key's `none` (where it has one), `one` or `many`."""
        form = "none" if n == 0 and f"{key}.none" in self.words else "one" if n == 1 else "many"
        return self(f"{key}.{form}", n=n, **values)

    def day(self, day: date, key: str = "language.date") -> str:
        """Give a date in words; the text of the key is a pattern of CLDR."""
        from babel.dates import format_date  # a twelfth of a start: not before a date is said

        return format_date(day, str(self.words[key]), locale=self.language)

    def trouble(self, error: TroubleError) -> str:
        """Give the one sentence that says what is wrong, and the way out."""
        told = {
            name: self.trouble(value) if isinstance(value, TroubleError) else value
            for name, value in error.values.items()
        }
        return self(f"trouble.{error.key}", **told)


@cache
def texts(language: str) -> Texts:
    """Load the texts of a language; bokmål for one that there is not."""
    known = language if language in LANGUAGES else LANGUAGES[0]
    raw = resources.files("sessions.texts").joinpath(f"{known}.toml").read_text(encoding="utf-8")
    return Texts(known, dict(_flat(tomllib.loads(raw))))


def system_language() -> str:
    """Give the language the system is set to, if it is one of ours, else bokmål."""
    set_by = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = (next((value for value in set_by if value), "") or locale.getlocale()[0] or "").casefold()
    forms = {"nn": "nn", "norwegian nynorsk": "nn", "norwegian-nynorsk": "nn", "en": "en", "english": "en"}
    return next((language for form, language in forms.items() if name.startswith(form)), LANGUAGES[0])


def _flat(table: Mapping[str, object], before: str = "") -> Iterator[tuple[str, str | list[str]]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        elif isinstance(value, list):
            yield before + key, [str(part) for part in value]
        else:
            yield before + key, str(value)
