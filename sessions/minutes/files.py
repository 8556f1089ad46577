"""The two files of minutes on disk: written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sessions.names import slug
from sessions.texts import texts
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sessions.minutes.leaders import LeadersReport
    from sessions.path import EarlierItem
    from sessions.session import Session
    from sessions.trials import ToldTrial


class MinutesError(TroubleError):
    """The minutes could not be written; the sentence says where, why, and what to do."""


def why_held(leaders: str, session: Session) -> MinutesError | None:
    """Give why the leaders' minutes, finished as they are here, may not be written; None when they may."""
    from sessions.minutes.gate import held_back

    held = held_back(leaders, session)
    return MinutesError(held.key, item=held.item, instead=held.instead) if held else None


@dataclass(frozen=True, slots=True)
class Written:
    """Where the two files are."""

    group: Path
    leaders: Path


class MinutesFolder:
    """A folder that a person can find, in which minutes are written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def files(self, session: Session) -> Written:
        """Give where the files of a session are, or will be: date, title and whose they are."""
        words = texts(session.language)
        stem = session.id if session.id.startswith(session.day.isoformat()) else f"{session.day}-{slug(session.title)}"
        names = (f"{stem}-{words(f'minutes.{whose}_file')}.md" for whose in ("group", "leaders"))
        group, leaders = (self.folder / name for name in names)
        return Written(group, leaders)

    def write(
        self, session: Session, *, tried: Sequence[ToldTrial] = (), earlier: Sequence[EarlierItem] = ()
    ) -> Written:
        """Write both files, in place of earlier ones.

        `tried` are the trials the group spoke of, for its own file, and `earlier` is what it raised before. Raises
        MinutesError; then both are as they were. Nothing is written while a name stands in what leaders get, however it
        came there.
        """
        from sessions.minutes.group import group_minutes

        where, (_, leaders) = self.files(session), _for_leaders(session, earlier)
        self._put({where.group: group_minutes(session, tried=tried, earlier=earlier), where.leaders: leaders})
        return where

    def write_form(self, session: Session, earlier: Sequence[EarlierItem] = ()) -> Path:
        """Write the leaders' minutes as a page with fields to answer in, and give where. Raises MinutesError."""
        path = self.files(session).leaders.with_suffix(".html")
        report, _ = _for_leaders(session, earlier)
        self._put({path: self._form(session, report)})
        return path

    def write_letter(self, session: Session, earlier: Sequence[EarlierItem] = (), to: str = "") -> Path:
        """Write a draft of an e-mail with the leaders' minutes and the form, and give where.

        `to` is the leader's address, empty for none yet. Raises MailError when it is none, and MinutesError.
        """
        from sessions.minutes.letter import letter_of

        minutes = self.files(session).leaders
        report, text = _for_leaders(session, earlier)
        path = minutes.with_suffix(".eml")
        files = {minutes.name: text, minutes.with_suffix(".html").name: self._form(session, report)}
        self._put({path: letter_of(report, files, to)})
        return path

    def _form(self, session: Session, report: LeadersReport) -> str:
        from sessions.minutes.form import answer_form

        minutes = self.files(session).leaders
        return answer_form(report, f"{minutes.stem}-{texts(session.language)('minutes.answers_file')}.md")

    def _put(self, files: dict[Path, str]) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_all(files)
        except OSError as error:
            raise MinutesError("minutes.folder", path=self.folder, reason=error.strerror or error) from error


def _replace_all(ready: list[tuple[Path, Path]]) -> None:
    """Move each file to its place; when another program holds one open, the others get back what they had."""
    before = {place: place.read_bytes() if place.exists() else None for _, place in ready}
    moved: list[Path] = []
    try:
        for temporary, place in ready:
            temporary.replace(place)
            moved.append(place)
    except OSError:
        for place in moved:
            old = before[place]
            place.unlink() if old is None else place.write_bytes(old)
        raise


def _for_leaders(session: Session, earlier: Sequence[EarlierItem]) -> tuple[LeadersReport, str]:
    """Give what leaders get, as a report and as Markdown. Raises MinutesError while a name stands in it."""
    from sessions.minutes.leaders import leaders_minutes, report_of

    report = report_of(session, earlier)
    text = leaders_minutes(report)
    if held := why_held(text, session):
        raise held
    return report, text


def write_all(texts: dict[Path, str]) -> None:
    """Write each text beside its place first, so that a full disk leaves what was there. Raises OSError."""
    ready: list[tuple[Path, Path]] = []
    try:
        for place, text in texts.items():
            handle, name = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".md")
            ready.append((Path(name), place))
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        _replace_all(ready)
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)
