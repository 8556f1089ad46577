"""The commands about a group over time: its series of evaluations."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sessions.desk import DeskError
from sessions.minutes.files import write_all
from sessions.notes import one_line
from sessions.texts import LANGUAGES
from sessions.trouble import TroubleError
from tui.house import open_house
from tui.leading import LanguageError, leading

if TYPE_CHECKING:
    from sessions.desk import Desk

BEFORE = leading(sys.argv[1:])
WORDS = BEFORE.words
WIDE = 100  # columns, where what is printed goes into no terminal

cli = typer.Typer()

Name = Annotated[str, typer.Argument(metavar="GROUP", help=WORDS("command_series.group"))]
Csv = Annotated[Path | None, typer.Option("--csv", help=WORDS("command_series.csv"))]
Markdown = Annotated[Path | None, typer.Option("--markdown", help=WORDS("command_series.markdown"))]
Table = Annotated[Path, typer.Argument(metavar="FILE", help=WORDS("command_series.file"))]
Date = Annotated[str, typer.Option("--date", help=WORDS("command_series.date"))]
Time = Annotated[str, typer.Option("--time", help=WORDS("command_series.time"))]
Place = Annotated[str, typer.Option("--place", help=WORDS("command_series.place"))]
Theme = Annotated[str, typer.Option("--theme", help=WORDS("command_series.theme"))]
Question = Annotated[str, typer.Option("--question", help=WORDS("command_series.question"))]
Minutes = Annotated[str, typer.Option("--minutes", help=WORDS("command_series.minutes"))]
Language = Annotated[str, typer.Option("--language", help=WORDS("command_series.language"))]
Out = Annotated[Path | None, typer.Option("--out", help=WORDS("command_series.out"))]
Replace = Annotated[bool, typer.Option("--replace", help=WORDS("command_series.replace"))]


class FileError(TroubleError):
    """A file that cannot be written."""


@cli.command(help=WORDS("command_series.series"))
def series(context: typer.Context, group: Name, csv: Csv = None, markdown: Markdown = None) -> None:
    """Print the series of a group, and write it where it is asked for."""
    from sessions.minutes.series import series_markdown, series_sheet, series_text
    from sessions.series import series_of

    with open_house(*context.obj) as house:
        book = house.desk.book(house.desk.find_group(group).name)
        found = series_of(book.group, book.meetings(), WORDS.language)
    typer.echo(series_text(found, WORDS, shutil.get_terminal_size((WIDE, 0)).columns))
    for path, text in ((csv, series_sheet(found)), (markdown, series_markdown(found, WORDS))):
        if path:
            _write(path, text)
            typer.echo(WORDS("series.written", path=path))


@cli.command(name="import-series", help=WORDS("command_series.import_series"))
def import_series(context: typer.Context, group: Name, file: Table, replace: Replace = False) -> None:
    """Read cafés that were held before into a group."""
    from sessions.past_sheet import read_past

    cafes = read_past(file)
    with open_house(*context.obj) as house:
        book = house.desk.book(_exactly(house.desk, group))
        known = set(book.group.past)
        book.add_past(cafes, anew=replace).result()
    typer.echo(WORDS.count("series.read", len({*cafes} - known), group=book.group.name))


@cli.command(name="invite", help=WORDS("command_series.invite"))
def invite_group(
    context: typer.Context,
    group: Name,
    date: Date = "",
    time: Time = "",
    place: Place = "",
    theme: Theme = "",
    question: Question = "",
    minutes: Minutes = "",
    language: Language = "",
    out: Out = None,
) -> None:
    """Write the invitation to the next meeting of a group."""
    from sessions.inviting import Asked, invited, known_of
    from sessions.minutes.invite import write_invitation
    from sessions.minutes.invited import when

    if language and language not in LANGUAGES:
        raise LanguageError("plan.language", name=language, known=", ".join(LANGUAGES))
    data, usual = context.obj
    with open_house(data, usual) as house:
        book = house.desk.book(house.desk.find_group(group).name)
        known = known_of(book, house.desk.shelf.find(book.group.kind).steps, house.desk.today)
        spoken = language or BEFORE.asked or known.language or WORDS.language
        invitation = invited(Asked(date, time, place, theme, question, minutes), known, spoken)
        written = write_invitation(invitation, book.group, known, out or usual)
        book.invite(invitation).result()
    typer.echo(WORDS("invite.written", when=when(invitation, WORDS)))
    typer.echo("\n".join(str(path) for path in (written.markdown, written.page, written.calendar)))


def _exactly(desk: Desk, name: str) -> str:
    """Give the name of the group that is called so, or a new one; a part of a name is none, where something is written.

    Raises DeskError for a name without any letter.
    """
    wanted = one_line(name)
    if not wanted:
        raise DeskError("no_group", name=name)
    return next((known.name for known in desk.groups() if known.name.casefold() == wanted.casefold()), wanted)


def _write(path: Path, text: str) -> None:
    try:
        write_all({path: text})
    except OSError as error:
        raise FileError("series.file", path=path, reason=error.strerror or error) from error
