"""Running the program: the house is opened, the app is shown with the door around it, and both are closed again."""

from __future__ import annotations

import asyncio
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from sessions.trouble import TroubleError
from tui.house import data_folder, demo_house, minutes_folder, open_house

if TYPE_CHECKING:
    from pathlib import Path

    from sessions.desk import Desk
    from sessions.plan import Plan
    from sessions.room import Room
    from tui.app import CafeApp
    from tui.doorway import Doorway
    from tui.leading import Leading


class RunError(TroubleError):
    """Why the program cannot run, or had to stop."""


def run(before: Leading, plan: Plan | None = None, out: Path | None = None, speed: float = 1.0) -> None:
    """Run the program over the data folder, from the start screen or with the session of a plan."""
    need_terminal()
    with open_house(data_folder(before.home), out or minutes_folder(before.home), speed) as house:
        house.desk.keep_promises()
        told = before.words("trouble.damaged", path=house.damaged) if house.damaged else ""
        show(before, house.desk, house.desk.found(plan, before.language) if plan else None, told)


def show(before: Leading, desk: Desk, room: Room | None, told: str = "") -> None:
    """Run the app, and say where the minutes are. Raises RunError when it broke."""
    from tui.app import CafeApp
    from tui.doorway import Doorway

    language, doorway = before.language, Doorway()
    with ExitStack() as stack:
        app = CafeApp(desk, lambda: stack.enter_context(demo_house(language))[1], language, room, told, doorway)
        asyncio.run(_attended(app, doorway))
        last = app.room
        if last:
            last.box.count()
    if last and last.minutes_exist():
        sys.stdout.write(before.words("command.minutes_in", folder=last.minutes_files().leaders.parent) + "\n")
    if app.return_code:
        raise RunError("unexpected", reason=app.broken)


def need_terminal() -> None:
    """Raise RunError where there is no terminal to draw in."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise RunError("no_terminal")


async def _attended(app: CafeApp, doorway: Doorway) -> None:
    """Run the app with the door around it, so that phones are let go however the app ends."""
    async with doorway:
        await app.run_async()
