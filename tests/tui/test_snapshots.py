"""Each screen as a picture, at three sizes; the pictures are the README's too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sessions.group import Group
from sessions.items import Fate
from sessions.plan import plan_of
from tests.sessions.remembered import NAME, group, meetings
from tests.tui.sizes import at_sizes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from sessions.room import Room
    from tests.tui.stage import Stage

    Compare = Callable[..., bool]

LOOKS = 4  # how many looks in a row have to be the same

pytestmark = at_sizes


def pressing(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Press keys, and let the screen come to rest after each."""

    async def press(pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        looks = [""]
        while set(looks[-LOOKS:]) != {looks[-1]} or len(looks) <= LOOKS:  # until nothing has moved for some looks
            await pilot.pause(0.1)
            looks.append(pilot.app.export_screenshot())

    return press


def at_step(stage: Stage, steps: int, seconds: float = 0.0) -> Room:
    """Open the ready café some steps on, some seconds into the step."""
    room = stage.room()
    for _ in range(steps):
        room.next()
    stage.clock.time += seconds
    return room


def sorted_room(stage: Stage, steps: int) -> Room:
    """Open the café at sorting or later, with three items: one raised, one kept, one undecided."""
    room = at_step(stage, steps)
    notes = list(room.session.notes)
    for chosen in (notes[1:3], notes[4:5], notes[9:10]):
        room.make_item_of(chosen)
    text = "I rapporten, i kalenderen og på tavla. Ingrid sa at det tar en halvtime hver vakt."
    room.word_item(1, heading="Det samme skrives tre ganger", text=text, ask="én tavle i stedet for tre")
    room.decide(1, Fate.RAISED)
    room.decide(2, Fate.KEPT)
    return room


STEPS: dict[str, tuple[int, float, list[str]]] = {
    "lobby": (0, 0, []),
    "gather": (0, 0, ["p"]),
    "round": (1, 441, []),
    "round-half": (1, 460, []),
    "round-soon": (1, 740, []),
    "round-last": (1, 870, []),
    "round-over": (1, 942, []),
    "round-late": (1, 30, ["plus"] * 8),
    "round-paused": (1, 60, ["space"]),
    "round-night": (1, 441, ["t"]),
    "round-contrast": (1, 441, ["t", "t"]),
    "help": (1, 441, ["question_mark"]),
    "note": (1, 60, ["e"]),
    "leave": (1, 60, ["q"]),
    "change": (2, 20, []),
    "plenary": (6, 60, []),
}

SORTED: dict[str, tuple[int, list[str]]] = {
    "sorting": (7, ["m"]),
    "sorting-items": (7, ["tab"]),
    "sorting-raw": (7, ["r"]),
    "item": (7, ["tab", "o"]),
    "reading": (9, []),
    "closing": (9, ["a"]),
    "closing-unread": (10, []),
}


CIRCLES: dict[str, tuple[str, int, float]] = {
    "reflect": ("refleksjonsgruppe", 4, 200),
    "episode": ("situasjonslogg", 4, 100),
    "episode-soon": ("situasjonslogg", 5, 1020),
    "break-over": ("situasjonslogg", 7, 320),
    "problem": ("sme", 1, 30),
}


@pytest.mark.parametrize("name", CIRCLES)
def test_circle(on_stage: Stage, snap_compare: Compare, size: tuple[int, int], name: str) -> None:
    programme, steps, seconds = CIRCLES[name]
    question = "Hvordan møter vi utrygghet om kvelden?" if programme == "refleksjonsgruppe" else ""
    data = {"title": "Uro om kvelden", "programme": programme, "present": 6, "end": "15:00", "question": question}
    room = on_stage.desk.found(plan_of(data, on_stage.desk.today), "nb")
    for _ in range(steps):
        room.next()
    on_stage.clock.time += seconds
    assert snap_compare(on_stage.app(room), terminal_size=size, run_before=pressing())


@pytest.mark.parametrize("name", STEPS)
def test_step(on_stage: Stage, snap_compare: Compare, size: tuple[int, int], name: str) -> None:
    steps, seconds, keys = STEPS[name]
    app = on_stage.app(at_step(on_stage, steps, seconds))
    assert snap_compare(app, terminal_size=size, run_before=pressing(*keys))


@pytest.mark.parametrize("name", SORTED)
def test_sorted(on_stage: Stage, snap_compare: Compare, size: tuple[int, int], name: str) -> None:
    steps, keys = SORTED[name]
    app = on_stage.app(sorted_room(on_stage, steps))
    assert snap_compare(app, terminal_size=size, run_before=pressing(*keys))


def test_start_with_nothing_yet(on_stage: Stage, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(on_stage.app(), terminal_size=size, run_before=pressing())


def test_start_after_a_cut(on_stage: Stage, snap_compare: Compare, size: tuple[int, int]) -> None:
    at_step(on_stage, 3, 439).write(1, "Ett innspill til")
    plan = plan_of({"title": "Måltider", "group": "Sykehjemmet", "present": 20}, on_stage.desk.today)
    on_stage.desk.found(plan, "nb")
    assert snap_compare(on_stage.app(), terminal_size=size, run_before=pressing())


def with_groups(stage: Stage) -> None:
    """Settle a group of three meetings, the last of them on Thursday, and a café beside it."""
    book = stage.desk.book("Hjemmetjenesten, gruppe 1")
    book.settle(replace(book.group, kind="refleksjonsgruppe", unit="Hjemmetjenesten", leader="Tone Eksempel")).result()
    for day, title in ((3, "Uro om kvelden"), (12, "Pårørende som ringer"), (26, "Møte 3")):
        plan = {"title": title, "group": book.group.name, "programme": "refleksjonsgruppe", "present": 6}
        stage.desk.found(plan_of(plan, date(2026, 11, day)), "nb")
    stage.room()


def meeting(stage: Stage, steps: int, programme: str = "refleksjonsgruppe") -> Room:
    """Open a meeting of a group that remembers something, some steps on."""
    with_groups(stage)
    book = stage.desk.book("Hjemmetjenesten, gruppe 1")
    for trial in ("Si fra til den som er på vakt før jeg går inn", "Spørre pårørende hva de er redde for"):
        book.try_out(trial, "nb", date(2026, 11, 12)).result()
    for theme in ("Uro om kvelden når vi er få", "Å si nei til en ekstravakt", "Pårørende som ringer om natta"):
        book.want_theme(theme, "nb").result()
    plan = {"title": "Møte 4", "group": book.group.name, "programme": programme, "present": 6}
    room = stage.desk.found(plan_of(plan, stage.desk.today), "nb")
    for _ in range(steps):
        room.next()
    return room


MEETING: dict[str, tuple[int, list[str]]] = {
    "checklist": (0, ["s", "space"]),
    "opening": (1, []),
    "opening-contract": (1, ["f", "f"]),
    "contract": (1, ["k", "o"]),
    "theme": (3, []),
    "theme-chosen": (3, ["down", "enter"]),
}
EPISODES: dict[str, tuple[int, list[str]]] = {
    "trials": (2, ["2", "1"]),
    "happened": (2, ["o"]),
    "write": (6, []),
}


@pytest.mark.parametrize("name", MEETING)
def test_meeting(on_stage: Stage, snap_compare: Compare, size: tuple[int, int], name: str) -> None:
    steps, keys = MEETING[name]
    assert snap_compare(on_stage.app(meeting(on_stage, steps)), terminal_size=size, run_before=pressing(*keys))


def test_looking_back(on_stage: Stage, snap_compare: Compare, size: tuple[int, int]) -> None:
    for one in meetings():
        on_stage.store.save(None, one)
    on_stage.store.save_group(Group(NAME), group()).result()
    assert snap_compare(on_stage.app(), terminal_size=size, run_before=pressing("down", "down", "enter", "s"))


@pytest.mark.parametrize("name", EPISODES)
def test_episodes(on_stage: Stage, snap_compare: Compare, size: tuple[int, int], name: str) -> None:
    steps, keys = EPISODES[name]
    app = on_stage.app(meeting(on_stage, steps, "situasjonslogg"))
    assert snap_compare(app, terminal_size=size, run_before=pressing(*keys))


def test_start_with_groups(on_stage: Stage, snap_compare: Compare, size: tuple[int, int]) -> None:
    with_groups(on_stage)
    assert snap_compare(on_stage.app(), terminal_size=size, run_before=pressing())


GROUP: dict[str, list[str]] = {
    "page": [],
    "log": ["l", *"Uro"],
    "settle": ["i"],
    "next-meeting": ["n"],
    "wishes": ["f", *"Uro", "enter"],
}


@pytest.mark.parametrize("name", GROUP)
def test_group(on_stage: Stage, snap_compare: Compare, size: tuple[int, int], name: str) -> None:
    with_groups(on_stage)
    keys = ("down", "down", "enter", *GROUP[name])
    assert snap_compare(on_stage.app(), terminal_size=size, run_before=pressing(*keys))


def test_setup(on_stage: Stage, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(on_stage.app(), terminal_size=size, run_before=pressing("n", *"Vakter"))


def test_choosing_a_programme(on_stage: Stage, snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = ("n", *"Uro", "tab", "tab", "tab", "enter", "down", "down")
    assert snap_compare(on_stage.app(), terminal_size=size, run_before=pressing(*keys))


def test_setup_of_a_circle(on_stage: Stage, snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = ("n", *"Uro", "tab", "tab", "tab", "enter", "down", "down", "enter")
    assert snap_compare(on_stage.app(), terminal_size=size, run_before=pressing(*keys))
