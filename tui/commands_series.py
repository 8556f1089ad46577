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
from sessions.texts import LANGUAGES, Texts, texts
from sessions.trouble import TroubleError
from tui.house import open_house
from tui.leading import LanguageError, leading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sessions.desk import Desk
    from sessions.hindsight import LaterForm

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
ExportOut = Annotated[Path | None, typer.Option("--out", help=WORDS("command_series.export_out"))]
Meeting = Annotated[str, typer.Option("--meeting", help=WORDS("command_series.meeting"))]
Type = Annotated[bool, typer.Option("--type", help=WORDS("command_series.type"))]
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
            _write({path: text})
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
    from sessions.inviting import Asked, invited, known_of, usual_steps
    from sessions.minutes.invite import write_invitation
    from sessions.minutes.invited import when

    data, usual = context.obj
    language = _words(language).language if language else ""
    with open_house(data, usual) as house:
        book = house.desk.book(house.desk.find_group(group).name)
        known = known_of(book, usual_steps(house.desk.shelf, book.group.kind), house.desk.today)
        spoken = language or BEFORE.asked or known.language or WORDS.language
        invitation = invited(Asked(date, time, place, theme, question, minutes), known, spoken)
        written = write_invitation(invitation, book.group, known, out or usual)
        book.invite(invitation).result()
    typer.echo(WORDS("invite.written", when=when(invitation, WORDS)))
    typer.echo("\n".join(str(path) for path in (written.markdown, written.page, written.calendar)))


@cli.command(name="ask-again", help=WORDS("command_series.ask_again"))
def ask_again(
    context: typer.Context,
    group: Name,
    meeting: Meeting = "",
    language: Language = "",
    type_in: Type = False,
    out: Out = None,
) -> None:
    """Write the form that asks again, or take in those that have come back."""
    from sessions.asking_again import asked_about, nameless
    from sessions.minutes.later_form import write_later_form

    data, usual = context.obj
    with open_house(data, usual) as house:
        book = house.desk.book(house.desk.find_group(group).name)
        about = asked_about(book, meeting)
        if not type_in:
            path = write_later_form(about, book.group, _words(language), out or usual)
            typer.echo(WORDS("hindsight.paper", path=path))
            return
        forms = [nameless(form, about, book.group, WORDS.language) for form in _typed()]
        if forms:
            book.add_hindsight(about.number, forms).result()
    typer.echo(WORDS.count("hindsight.saved", len(forms), number=about.number))


@cli.command(name="export", help=WORDS("command_series.export"))
def export(context: typer.Context, group: Name, out: ExportOut = None) -> None:
    """Write the evaluations of a group for whoever studies them, and beside them what the columns are."""
    from sessions.minutes.export import export_columns, export_sheet

    if out is None:
        raise FileError("export.out")
    with open_house(*context.obj) as house:
        book = house.desk.book(house.desk.find_group(group).name)
        table, columns = export_sheet(book.group, book.meetings()), export_columns(book.group, WORDS)
    beside = out.with_name(f"{out.stem}-{WORDS('export.file')}.md")
    _write({out: table, beside: columns})
    typer.echo(WORDS("export.written", path=out, columns=beside))


def _typed() -> Iterator[LaterForm]:
    """Ask for one form after the other, until one is left empty or nothing more comes; a slip is asked for again."""
    from sessions.hindsight import HindsightError, LaterForm, checked, tick_of

    number = 1
    while True:
        typer.echo(WORDS("hindsight.typing", n=number))
        hint = WORDS("hindsight.field.tick_hint")
        asked = (
            f"{WORDS('hindsight.field.tick')} ({hint})",
            WORDS("hindsight.field.remember"),
            WORDS("hindsight.field.came"),
        )
        tick, remember, came = (_answer(one) for one in asked)
        if not (tick or remember or came):
            return
        try:
            yield checked(LaterForm(tick_of(tick), remember, came))
            number += 1
        except HindsightError as error:
            typer.echo(WORDS.trouble(error))


def _answer(question: str) -> str:
    try:
        return input(f"  {question}: ").strip()
    except EOFError:
        return ""


def _words(language: str) -> Texts:
    if language and language not in LANGUAGES:
        raise LanguageError("plan.language", name=language, known=", ".join(LANGUAGES))
    return texts(language) if language else WORDS


def _exactly(desk: Desk, name: str) -> str:
    """Give the name of the group that is called so, or a new one; a part of a name is none, where something is written.

    Raises DeskError for a name without any letter.
    """
    wanted = one_line(name)
    if not wanted:
        raise DeskError("no_group", name=name)
    return next((known.name for known in desk.groups() if known.name.casefold() == wanted.casefold()), wanted)


def _write(texts: dict[Path, str]) -> None:
    try:
        write_all(texts)
    except OSError as error:
        raise FileError("series.file", path=next(iter(texts)), reason=error.strerror or error) from error
