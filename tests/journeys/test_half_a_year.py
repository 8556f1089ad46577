"""A group in half a year, through the real app: ten meetings, thirty items, answers late, missing and in odd files.

`python -m tests.journeys.test_half_a_year` writes the golden look back anew; read what has changed before you keep it.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

from sessions.group import Group
from sessions.path import waiting
from sessions.plan import plan_of
from sessions.programme import StepKind
from sessions.texts import texts
from tests.journeys.matters import BEFORE, GROUP, LEADER, RAISED, SAID, TRIED, WANTED, Letter, present
from tests.tui.stage import ONE_O_CLOCK, Stage, press, stage
from tui.lookback import looked_back
from tui.widgets.large import LargeWords
from tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from textual.pilot import Pilot

    from sessions.room import Room
    from sessions.session import Session

GOLDEN = Path(__file__).parent / "half_a_year.md"
APART = timedelta(days=20).total_seconds()
MEETINGS = range(1, 11)


async def fill(pilot: Pilot[None], **fields: str) -> None:
    """Fill in the fields of a dialog by their names, and keep it."""
    for name, value in fields.items():
        line = pilot.app.screen.query_one(f"#{name}")
        if isinstance(line, Input):
            line.value = value
        elif isinstance(line, TextArea):
            line.text = value
    await press(pilot, "ctrl+s")


async def take_in(set_stage: Stage, letters: tuple[Letter, ...], folder: Path) -> list[str]:
    """Take in the files that came, on the start screen; gives what was told of each."""
    told = []
    async with set_stage.app().run_test(size=(80, 24)) as pilot:
        for place, letter in enumerate(letters):
            sent = set_stage.desk.minutes.files(meeting_of(set_stage, letter.of)).leaders.read_text(encoding="utf-8")
            (path := folder / f"svar {letter.of}-{place}.md").write_bytes(letter.write(sent, letter.answers))
            await press(pilot, "s")
            pilot.app.screen.query_one("#file", Input).value = str(path)
            await press(pilot, "enter")
            told.append(str(pilot.app.screen.query_one("#told", Words).render()))
            await press(pilot, "escape")
    return told


def meeting_of(set_stage: Stage, number: int) -> Session:
    """Give the meeting with this number."""
    return next(one for one in set_stage.desk.book(GROUP).meetings() if one.number == number)


async def hold(set_stage: Stage, number: int) -> Room:
    """Hold a meeting from the lobby to the files, by keys."""
    programme = "situasjonslogg" if number in TRIED else "refleksjonsgruppe"
    people = [{"name": name, "unit": "Skogly", "profession": "helsefagarbeider"} for name in present(number)]
    plan = {"title": f"Møte {number}", "group": GROUP, "programme": programme, "people": people}
    room = set_stage.desk.found(plan_of(plan, set_stage.desk.today), "nb")
    doing: dict[StepKind, Callable[[Pilot[None], Room], Awaitable[None]]] = {
        StepKind.ANSWERS: read_answers,
        StepKind.TRIALS: tell_trials,
        StepKind.THEME: choose_theme,
        StepKind.SORTING: sort_out,
        StepKind.READING: lambda pilot, _room: press(pilot, "a"),
    }
    async with set_stage.app(room).run_test(size=(80, 24)) as pilot:
        while (kind := room.session.step.kind) is not StepKind.CLOSING:
            at = room.session.at
            if kind in doing:
                await doing[kind](pilot, room)
            if room.session.at == at:
                await press(pilot, "n")
        assert room.session.approved
    return room


async def read_answers(pilot: Pilot[None], room: Room) -> None:
    """Read page by page, and say what the group says of each."""
    said = dict(SAID.get(room.session.number, {}))
    while room.session.step.kind is StepKind.ANSWERS:
        item = pilot.app.screen.query_one("#heading", LargeWords).text.split(" ")[0]
        await press(pilot, *said.pop(item, ""), "pagedown")
    assert not said


async def tell_trials(pilot: Pilot[None], room: Room) -> None:
    """Say of the first one that it was tried, and what happened."""
    await press(pilot, "home", "o")
    await fill(pilot, text=TRIED[room.session.number])


async def choose_theme(pilot: Pilot[None], room: Room) -> None:
    """Put down a theme and pick it."""
    if theme := WANTED.get(room.session.number):
        await press(pilot, "s")
        pilot.app.screen.query_one(Input).value = theme
        await press(pilot, "ctrl+s")
        await press(pilot, "end", "enter")


async def sort_out(pilot: Pilot[None], room: Room) -> None:
    """Raise three items and keep one, and put down what somebody will try."""
    number = room.session.number
    for told in RAISED[number - 1]:
        heading, text, ask = told.split("\n")
        await press(pilot, "s")
        await fill(pilot, heading=heading, text=text, ask=ask)
        await press(pilot, "end", "l")
    await press(pilot, "s")
    await fill(pilot, heading=f"Vårt eget {number}", text="Dette blir her.", ask="")
    await press(pilot, "end", "k", "p")
    await fill(pilot, text=f"Prøve noe nytt {number}")


@contextmanager
def half_a_year(folder: Path) -> Iterator[Stage]:
    """Set a stage in a folder, half a year before the last meeting."""
    with stage(folder / "data", minutes=folder / "minutes") as set_stage:
        set_stage.clock.time = ONE_O_CLOCK - len(MEETINGS) * APART
        set_stage.desk.book(GROUP).settle(Group(GROUP, "Skogly", "refleksjonsgruppe", LEADER)).result()
        yield set_stage


async def live(set_stage: Stage, folder: Path) -> list[str]:
    """Live through the half year, and hold after each meeting what has to hold; gives what was told of the letters."""
    told: list[str] = []
    for number in MEETINGS:
        set_stage.clock.time += APART
        set_stage.desk.keep_promises()
        told += await take_in(set_stage, BEFORE.get(number, ()), folder)
        room = await hold(set_stage, number)
        items = set_stage.desk.book(GROUP).earlier(number + 1)
        assert {item.id for item in waiting(items)} == must_wait(number)
        nothing_of_the_group_s_own(room.minutes_files().leaders.read_text(encoding="utf-8"), number)
    return told


def must_wait(after: int) -> set[str]:
    """Give the items that wait for an answer after a meeting: not answered in full nor judged, or raised again."""
    waits: set[str] = set()
    for number in range(1, after + 1):
        for letter in BEFORE.get(number, ()):
            waits -= {item for item, (why, does, _, _) in letter.answers.items() if does or why.startswith("Nei")}
        said = SAID.get(number, {})
        waits = waits - said.keys() | {item for item, keys in said.items() if "l" in keys}
        waits |= {f"{number}-{place}" for place in (1, 2, 3)}
    return waits


def nothing_of_the_group_s_own(leaders: str, number: int) -> None:
    """Hold that no name, kept item, theme or trial of any meeting stands in what leaders get."""
    own = [name for meeting in MEETINGS for whole in present(meeting) for name in whole.split()]
    own += ["Vårt eget", "blir her", "Prøve noe nytt", *WANTED.values(), *TRIED.values()]
    assert not [word for word in own if re.search(rf"\b{word}\b", leaders)]
    assert leaders.count("**Svar fra leder**") == len(must_wait(number))


def look_back(set_stage: Stage) -> str:
    return looked_back(set_stage.desk, GROUP, 6, texts("nb"))[1]


async def test_a_group_in_half_a_year(tmp_path: Path) -> None:
    with half_a_year(tmp_path) as set_stage:
        told = await live(set_stage, tmp_path)
        assert len(told) == sum(map(len, BEFORE.values()))
        assert sum(one.count("er tatt inn") for one in told) == sum(
            len(one.answers) for all_ in BEFORE.values() for one in all_
        )
        assert look_back(set_stage) == GOLDEN.read_text(encoding="utf-8")
        before = {path: path.read_bytes() for path in (tmp_path / "minutes").iterdir()}
        for session in set_stage.desk.sessions():
            set_stage.desk.write_minutes(session)
        assert {path: path.read_bytes() for path in (tmp_path / "minutes").iterdir()} == before
        assert len(before) == 2 * len(MEETINGS)


async def written_anew(folder: Path) -> str:
    with half_a_year(folder) as set_stage:
        await live(set_stage, folder)
        return look_back(set_stage)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        GOLDEN.write_text(asyncio.run(written_anew(Path(folder))), encoding="utf-8", newline="\n")
