"""The command that looks back: on standard output, or as a file beside the minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sessions.lookback import look_back, lookback_markdown
from sessions.names import slug
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from pathlib import Path

    from sessions.desk import Desk
    from sessions.texts import Texts

MOST_MONTHS = 120


class LookBackError(TroubleError):
    """A look back that cannot be made or written."""


def looked_back(desk: Desk, name: str, months: int, words: Texts) -> tuple[str, str]:
    """Give the name of a group, and its look back as Markdown. Raises TroubleError for a group that there is not."""
    if not 1 <= months <= MOST_MONTHS:
        raise LookBackError("months", most=MOST_MONTHS)
    group = desk.find_group(name)
    look = look_back(group, desk.book(group.name).meetings(), desk.today, months)
    return group.name, lookback_markdown(look, words.language)


def write_lookback(folder: Path, group: str, text: str, words: Texts) -> Path:
    """Write it into a folder, and give the file. Raises LookBackError when the folder refuses."""
    path = folder / f"{slug(group)}-{words('lookback.file')}.md"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise LookBackError("minutes.folder", path=folder, reason=error.strerror or error) from error
    return path
