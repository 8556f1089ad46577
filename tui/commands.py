"""The commands, read by Typer: each puts its parts together and says what it did."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from sessions.shelf import Shelf
from sessions.trouble import TroubleError
from tui import commands_minutes, commands_series
from tui.house import data_folder, demo_house, minutes_folder, open_house, programmes_folder
from tui.leading import leading
from tui.run import need_terminal, show
from tui.run import run as run_house

BEFORE = leading(sys.argv[1:])
WORDS = BEFORE.words
SLOWEST, FASTEST = 0.1, 3600.0

cli = typer.Typer(
    help=WORDS("command.about"), add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
)

cli.add_typer(commands_minutes.cli)
cli.add_typer(commands_series.cli)

Home = Annotated[Path | None, typer.Option("--home", envvar="DIALOGKAFE_HOME", help=WORDS("command.home"))]
Language = Annotated[str, typer.Option("--language", help=WORDS("command.language"))]
Out = Annotated[Path | None, typer.Option("--out", help=WORDS("command.out"))]
CardsOut = Annotated[Path | None, typer.Option("--out", help=WORDS("command.cards_out"))]
Speed = Annotated[float, typer.Option("--speed", help=WORDS("command.speed"))]
Wall = Annotated[float, typer.Option("--wall", help=WORDS("command.wall"))]
GroupName = Annotated[str, typer.Argument(metavar="GROUP", help=WORDS("command.group"))]
LookBackOut = Annotated[Path | None, typer.Option("--out", help=WORDS("command.lookback_out"))]
Months = Annotated[int, typer.Option("--months", help=WORDS("command.months"))]
Yes = Annotated[bool, typer.Option("--yes", help=WORDS("command.yes"))]
Name = Annotated[str, typer.Argument(metavar="SESSION", help=WORDS("command.session"))]


class CommandError(TroubleError):
    """Something in a command that cannot be done as it stands."""


@cli.callback()
def before(context: typer.Context, home: Home = None, language: Language = "") -> None:
    """Say what stands before a command; `tui.leading` has read it."""
    del home, language
    context.obj = data_folder(BEFORE.home), minutes_folder(BEFORE.home)


@cli.command(help=WORDS("command.demo"))
def demo(speed: Speed = 1.0) -> None:
    """Open the ready café."""
    need_terminal()
    with demo_house(BEFORE.language, _checked(speed)) as (desk, room):
        show(BEFORE, desk, room)


@cli.command(help=WORDS("command.run"))
def run(plan: Annotated[Path, typer.Argument()], out: Out = None, speed: Speed = 1.0) -> None:
    """Open a session from a plan."""
    from sessions.plan import read_plan

    today, shelf = datetime.now().astimezone().date(), Shelf(programmes_folder(data_folder(BEFORE.home)))
    run_house(BEFORE, read_plan(plan, today, shelf.find), out, _checked(speed))


@cli.command(help=WORDS("command.plan"))
def plan() -> None:
    """Print the annotated plan."""
    from importlib import resources

    sys.stdout.write(
        resources.files("sessions").joinpath("examples", f"plan-{WORDS.language}.toml").read_text(encoding="utf-8")
    )


@cli.command(help=WORDS("command.programmes"))
def programmes(context: typer.Context) -> None:
    """List the programmes with their steps and minutes, and say where a person's own are put."""
    from tui.programmes import described

    folder = programmes_folder(context.obj[0])
    typer.echo(described(Shelf(folder), WORDS) + "\n\n" + WORDS("command.programmes_own", folder=folder))


@cli.command(name="list", help=WORDS("command.list"))
def list_sessions(context: typer.Context) -> None:
    """List the sessions."""
    folder, minutes = context.obj
    with open_house(folder, minutes) as house:
        lines = [f"{session.id}  {session.title}" for session in house.desk.sessions()]
    typer.echo("\n".join(lines) or WORDS("command.empty", folder=folder))


@cli.command(help=WORDS("command.cards"))
def cards(context: typer.Context, session: Name, out: CardsOut = None) -> None:
    """Write the cards for the tables."""
    from tui.door.address import addresses
    from tui.door.cards import write_cards

    folder, usual = context.obj
    with open_house(folder, usual) as house:
        written = write_cards(house.desk.open(house.desk.find(session)), addresses(), out or usual)
    typer.echo(WORDS("cards.written", path=written))


@cli.command(help=WORDS("command.lookback"))
def lookback(context: typer.Context, group: GroupName, months: Months = 6, out: LookBackOut = None) -> None:
    """Look back on what a group has raised, tried and talked about."""
    from tui.lookback import looked_back, write_lookback

    with open_house(*context.obj) as house:
        name, text = looked_back(house.desk, group, months, WORDS)
    if out is None:
        sys.stdout.write(text)
    else:
        typer.echo(write_lookback(out, name, text, WORDS))


@cli.command(help=WORDS("command.erase"))
def erase(context: typer.Context, session: Name, yes: Yes = False) -> None:  # a flag of the command line
    """Erase a session for good."""
    with open_house(*context.obj) as house:
        found = house.desk.find(session)
        if not yes and not typer.confirm(WORDS("command.sure", name=found.id)):
            typer.echo(WORDS("command.kept_it"))
            return
        house.desk.erase(found)
    typer.echo(WORDS("command.erased", name=found.id))


@cli.command(help=WORDS("command.check"))
def check(context: typer.Context, wall: Wall = 1.2) -> None:
    """Say whether this laptop is ready."""
    from tui.check import checked

    findings = checked(WORDS, context.obj[0], wall)
    for finding in findings:
        typer.echo(f"{'✓' if finding.good else '✗'} {finding.sentence}")
    ready = all(finding.good for finding in findings)
    typer.echo(WORDS("check.ready" if ready else "check.not_ready"))
    raise typer.Exit(0 if ready else 2)


@cli.command(help=WORDS("command.mask"))
def mask() -> None:
    """Take names out of JSON lines on standard input; UTF-8 whatever the terminal is set to."""
    from sessions.mask.filter import filter_lines

    with (
        open(sys.stdin.fileno(), encoding="utf-8", closefd=False) as source,  # a stream, not a path
        open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False) as sink,
    ):
        try:
            sink.writelines(line + "\n" for line in filter_lines(source))
        except ValueError as error:
            raise CommandError("mask_line", reason=error) from error


def _checked(speed: float) -> float:
    if not SLOWEST <= speed <= FASTEST:
        raise CommandError("speed", value=speed)
    return speed
