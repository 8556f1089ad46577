"""The house: where data and minutes lie, and what is put together over them. Nothing else makes a store or a desk."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path, user_documents_path

from sessions.clock import Clock, FastClock, SteadyClock
from sessions.desk import Desk
from sessions.minutes.files import MinutesFolder
from sessions.shelf import Shelf
from sessions.store import TinyStore
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sessions.room import Room

NAME = "dialogkafe"


class HouseError(TroubleError):
    """A data folder that cannot be used."""


@dataclass(frozen=True, slots=True)
class House:
    """An open data folder: its desk, and where the damaged parts of its data were set aside, if any were."""

    desk: Desk
    damaged: Path | None


def data_folder(home: Path | None) -> Path:
    """Give the folder of the data: the one asked for, else the one of the system."""
    return home or user_data_path(NAME, appauthor=False)


def minutes_folder(home: Path | None) -> Path:
    """Give the folder of the minutes: inside a data folder that was asked for, else among the person's documents."""
    return home / "referat" if home else user_documents_path() / NAME


def programmes_folder(data: Path) -> Path:
    """Give the folder of a person's own programmes, inside the one of the data."""
    return data / "programmes"


@contextmanager
def open_house(folder: Path, minutes: Path, speed: float = 1.0) -> Iterator[House]:
    """Open a data folder for one program, and close it whole. Raises HouseError when it cannot be used.

    `speed` is how many times as fast as the laptop's the clock goes.
    """
    store = _opened(folder)
    clock: Clock = SteadyClock() if speed == 1.0 else FastClock(SteadyClock(), speed)
    try:
        yield House(Desk(store, clock, MinutesFolder(minutes), Shelf(programmes_folder(folder))), store.damaged)
    finally:
        try:
            store.close()
        except OSError as error:
            raise HouseError("not_closed", reason=error.strerror or error) from error


def _opened(folder: Path) -> TinyStore:
    from sessions.database import Occupied

    try:
        return TinyStore(folder)
    except Occupied as error:
        since = f"{error.since.astimezone():%H:%M}" if error.since else "?"
        raise HouseError("occupied", pid=error.owner_pid or "?", since=since) from error
    except OSError as error:
        raise HouseError("home", path=folder, reason=error.strerror or error) from error


@contextmanager
def demo_house(language: str, speed: float = 1.0) -> Iterator[tuple[Desk, Room]]:
    """Open the ready café in a folder that is thrown away; only minutes that were written stay."""
    from sessions.demo import demo

    folder = Path(tempfile.mkdtemp(prefix=f"{NAME}-"))
    data = folder / "data"
    try:
        with open_house(data, folder, speed) as house:
            yield house.desk, house.desk.keep(demo(language, house.desk.now))
    finally:
        shutil.rmtree(data, ignore_errors=True)
        if not any(folder.iterdir()):
            folder.rmdir()
