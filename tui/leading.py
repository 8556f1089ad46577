"""What stands before a command: where the data lies, and the language of everything that is said.

It is read by hand, before the command-line library is loaded: help and errors are in the language that is asked for,
and the start screen, which needs no command, does not wait for it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sessions.texts import LANGUAGES, Texts, system_language, texts
from sessions.trouble import TroubleError


class LanguageError(TroubleError):
    """A language that there is not."""


@dataclass(frozen=True, slots=True)
class Leading:
    """The options before the command, and the rest of the line as it stands."""

    home: Path | None
    asked: str
    rest: tuple[str, ...]

    @property
    def language(self) -> str:
        """The language that was asked for, else the system's."""
        return self.asked if self.asked in LANGUAGES else system_language()

    @property
    def words(self) -> Texts:
        """The words of that language."""
        return texts(self.language)

    def check(self) -> None:
        """Raise LanguageError when a language was asked for that there is not."""
        if self.asked and self.asked not in LANGUAGES:
            raise LanguageError("plan.language", name=self.asked, known=", ".join(LANGUAGES))


def leading(arguments: list[str]) -> Leading:
    """Read `--home DIR` and `--language NAME`, also with an equals sign, up to the first word that is neither."""
    found = {"--home": os.environ.get("DIALOGKAFE_HOME", ""), "--language": ""}
    rest = list(arguments)
    while rest:
        name, equals, value = rest[0].partition("=")
        if name not in found or not (equals or len(rest) > 1):
            break
        found[name] = value if equals else rest[1]
        del rest[: 1 if equals else 2]
    return Leading(Path(found["--home"]) if found["--home"] else None, found["--language"], tuple(rest))
