"""Command line: reads what is asked for, has the parts put together, and says in one sentence what goes wrong."""

from __future__ import annotations

import asyncio
import sys
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sessions.texts import LANGUAGES, system_language, texts
from sessions.trouble import TroubleError
from tui.house import data_folder, demo_house, minutes_folder, open_house

if TYPE_CHECKING:
    from sessions.desk import Desk
    from sessions.plan import Plan
    from sessions.room import Room
    from tui.app import CafeApp
    from tui.doorway import Doorway


def _asked_language(arguments: list[str]) -> str:
    """Give the language after `--language`: help and errors are in it too, so it is looked for before all else."""
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            return value or next(iter(arguments[place + 1 :]), "")
    return ""


LANGUAGE = _asked_language(sys.argv[1:]) or system_language()
WORDS = texts(LANGUAGE)
SLOWEST, FASTEST = 0.1, 3600.0

cli = typer.Typer(
    help=WORDS("command.about"), add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
)

Home = Annotated[Path | None, typer.Option("--home", envvar="DIALOGKAFE_HOME", help=WORDS("command.home"))]
Language = Annotated[str, typer.Option("--language", help=WORDS("command.language"))]
Out = Annotated[Path | None, typer.Option("--out", help=WORDS("command.out"))]
CardsOut = Annotated[Path | None, typer.Option("--out", help=WORDS("command.cards_out"))]
Speed = Annotated[float, typer.Option("--speed", help=WORDS("command.speed"))]
Wall = Annotated[float, typer.Option("--wall", help=WORDS("command.wall"))]
Yes = Annotated[bool, typer.Option("--yes", help=WORDS("command.yes"))]
Name = Annotated[str, typer.Argument(metavar="SESSION", help=WORDS("command.session"))]


class CommandError(TroubleError):
    """Something in a command that cannot be done as it stands."""


@cli.callback(invoke_without_command=True)
def start(context: typer.Context, home: Home = None, language: Language = "") -> None:
    """Open the start screen when no command is given."""
    if language and language not in LANGUAGES:
        raise CommandError("plan.language", name=language, known=", ".join(LANGUAGES))
    context.obj = data_folder(home), minutes_folder(home)
    if context.invoked_subcommand is None:
        _run(context)


@cli.command(help=WORDS("command.demo"))
def demo(speed: Speed = 1.0) -> None:
    """Open the ready café."""
    with demo_house(LANGUAGE, _checked(speed)) as (desk, room):
        _show(desk, room)


@cli.command(help=WORDS("command.run"))
def run(context: typer.Context, plan: Annotated[Path, typer.Argument()], out: Out = None, speed: Speed = 1.0) -> None:
    """Open a session from a plan."""
    from sessions.plan import read_plan

    _run(context, read_plan(plan, datetime.now().astimezone().date()), out, _checked(speed))


@cli.command(help=WORDS("command.plan"))
def plan() -> None:
    """Print the annotated plan."""
    from importlib import resources

    sys.stdout.write(
        resources.files("sessions").joinpath("examples", f"plan-{WORDS.language}.toml").read_text(encoding="utf-8")
    )


@cli.command(name="list", help=WORDS("command.list"))
def list_sessions(context: typer.Context) -> None:
    """List the sessions."""
    folder, minutes = context.obj
    with open_house(folder, minutes) as house:
        lines = [f"{session.id}  {session.title}" for session in house.desk.sessions()]
    typer.echo("\n".join(lines) or WORDS("command.empty", folder=folder))


@cli.command(help=WORDS("command.minutes"))
def minutes(context: typer.Context, session: Name, out: Out = None) -> None:
    """Write the minutes again."""
    folder, usual = context.obj
    with open_house(folder, out or usual) as house:
        found = house.desk.find(session)
        if not found.approved:
            raise CommandError("not_approved", name=found.id)
        written = house.desk.minutes.write(found)
    typer.echo(f"{written.group}\n{written.leaders}")


@cli.command(help=WORDS("command.cards"))
def cards(context: typer.Context, session: Name, out: CardsOut = None) -> None:
    """Write the cards for the tables."""
    from tui.door.address import addresses
    from tui.door.cards import write_cards

    folder, usual = context.obj
    with open_house(folder, usual) as house:
        written = write_cards(house.desk.open(house.desk.find(session)), addresses(), out or usual)
    typer.echo(WORDS("cards.written", path=written))


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


def _run(context: typer.Context, plan: Plan | None = None, out: Path | None = None, speed: float = 1.0) -> None:
    """Run the program over the data folder, from the start screen or with the session of a plan."""
    folder, minutes = context.obj
    with open_house(folder, out or minutes, speed) as house:
        house.desk.keep_promises()
        told = WORDS("trouble.damaged", path=house.damaged) if house.damaged else ""
        _show(house.desk, house.desk.found(plan, LANGUAGE) if plan else None, told)


def _show(desk: Desk, room: Room | None, told: str = "") -> None:
    """Run the app, and say where the minutes went when they are not where the closing screen was."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CommandError("no_terminal")
    from tui.app import CafeApp
    from tui.doorway import Doorway

    with ExitStack() as stack:
        doorway = Doorway()
        app = CafeApp(desk, lambda: stack.enter_context(demo_house(LANGUAGE))[1], LANGUAGE, room, told, doorway)
        asyncio.run(_attended(app, doorway))
        last = app.room
    if last and last.minutes_exist():
        typer.echo(WORDS("command.minutes_in", folder=last.minutes_files().leaders.parent))
    if app.return_code:
        raise CommandError("unexpected", reason=app.broken)


async def _attended(app: CafeApp, doorway: Doorway) -> None:
    """Run the app with the door around it, so that phones are let go however the app ends."""
    async with doorway:
        await app.run_async()


def _checked(speed: float) -> float:
    if not SLOWEST <= speed <= FASTEST:
        raise CommandError("speed", value=speed)
    return speed


def main() -> None:
    """Run the program; whatever goes wrong is one sentence, and exit code 2."""
    try:
        cli()
    except TroubleError as error:
        typer.echo(WORDS.trouble(error), err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
