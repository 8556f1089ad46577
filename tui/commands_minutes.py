"""The commands about minutes: written again, sent to the leader, and answered by her."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sessions.trouble import TroubleError
from tui.house import open_house
from tui.leading import leading

BEFORE = leading(sys.argv[1:])
WORDS = BEFORE.words

cli = typer.Typer()

Name = Annotated[str, typer.Argument(metavar="SESSION", help=WORDS("command.session"))]
Out = Annotated[Path | None, typer.Option("--out", help=WORDS("command.out"))]
AnswersFile = Annotated[Path | None, typer.Argument(metavar="[FILE]", help=WORDS("command.answers_file"))]
FormOf = Annotated[str, typer.Option("--form", metavar="SESSION", help=WORDS("command.form"))]
To = Annotated[str, typer.Option("--to", metavar="ADDRESS", help=WORDS("command.to"))]


class WhichError(TroubleError):
    """A command that does not say which of two things it shall do."""


@cli.command(help=WORDS("command.minutes"))
def minutes(context: typer.Context, session: Name, out: Out = None) -> None:
    """Write the minutes again."""
    folder, usual = context.obj
    with open_house(folder, out or usual) as house:
        written = house.desk.write_minutes(house.desk.find_approved(session))
    typer.echo(f"{written.group}\n{written.leaders}")


@cli.command(help=WORDS("command.answers"))
def answers(context: typer.Context, file: AnswersFile = None, form: FormOf = "", out: Out = None) -> None:
    """Take in a leader's file, or write the form that a leader can answer in."""
    from sessions.intake import take_in

    folder, usual = context.obj
    if (file is None) == (not form):
        raise WhichError("answers.nothing")
    with open_house(folder, out or usual) as house:
        if file is None:
            found = house.desk.find_approved(form)
            path = house.desk.minutes.write_form(found, house.desk.earlier(found))
            told = [WORDS("answers.form_written", path=path)]
        else:
            told = take_in(house.desk, file).told(WORDS)
    typer.echo("\n".join(told))


@cli.command(help=WORDS("command.mail"))
def mail(context: typer.Context, session: Name, to: To = "", out: Out = None) -> None:
    """Write a draft of an e-mail to the leader."""
    folder, usual = context.obj
    with open_house(folder, out or usual) as house:
        found = house.desk.find_approved(session)
        written = house.desk.minutes.write_letter(found, house.desk.earlier(found), to)
    typer.echo(WORDS("mail.written", path=written))
