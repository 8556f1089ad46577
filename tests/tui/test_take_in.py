"""Reading a leader's file from the start screen, and writing the draft to her at the closing."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from sessions.programme import StepKind
from tests.sessions.grouped import GROUP, MEALS, OVERLAP, TRAINING, filled, hold, leaders_file, meeting
from tests.tui.answering import at_answers
from tests.tui.stage import press
from tests.tui.test_snapshots import pressing
from tui.screens.closing import ClosingScreen
from tui.screens.letter import LetterScreen
from tui.screens.start import StartScreen
from tui.screens.take_in import TakeInScreen
from tui.widgets.choices import Choices
from tui.widgets.key_line import KeyLine
from tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from sessions.answers import Answer
    from tests.tui.stage import Stage

ONE = ("Vi ser det", "Vi ordner det", "Tone Eksempel", "1. desember")
SIZES = [(60, 18), (120, 40)]


def sent(stage: Stage) -> str:
    """Give the leaders' file of a meeting with three items, two of them answered, and a greeting."""
    whole = hold(stage.desk, meeting(1, [TRAINING, OVERLAP, MEALS]))
    text = filled(filled(leaders_file(stage.desk, whole), "1-1", *ONE), "1-2", "Nei, fordi vi ikke har folk til det")
    return text.replace("---\n", "Hilsen Tone\n\n---\n")


def told(pilot: Pilot[None], name: str) -> str:
    return str(pilot.app.screen.query_one(f"#{name}", Words).render())


def kept(stage: Stage) -> tuple[Answer, ...]:
    return stage.desk.book(GROUP).group.answers


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Put a text in the field that has the focus, as pasting does, and press Enter."""
    assert isinstance(pilot.app.focused, Input)
    pilot.app.focused.value = text
    await press(pilot, "enter")


async def test_a_path_is_typed_what_is_wrong_is_told_and_the_outcome_item_by_item(on_stage: Stage) -> None:
    text = sent(on_stage)
    path = on_stage.desk.minutes.folder.absolute().parent / "fra Tone.md"
    path.write_text(text, encoding="utf-8")
    async with on_stage.app().run_test(size=(80, 24)) as pilot:
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, TakeInScreen)
        await type_in(pilot, str(path.with_name("borte.md")))
        assert told(pilot, "wrong").startswith(f"Filen {path.with_name('borte.md')} kan ikke leses")
        await type_in(pilot, str(path.parent))
        assert "er ikke en fil" in told(pilot, "wrong")
        assert kept(on_stage) == ()
        await type_in(pilot, f'"{path}" ')
        assert told(pilot, "wrong") == ""
        assert told(pilot, "told").splitlines() == [
            GROUP,
            "Sak 1-1: Opplæring av vikarer · svaret er tatt inn.",
            "Sak 1-2: Overlapp mellom vaktene · svaret er tatt inn.",
            "Sak 1-3: Måltider · ikke besvart ennå.",
            "Ikke forstått, og ikke tatt inn:",
            f"  Linje {text.split(chr(10)).index('Hilsen Tone') + 1}: «Hilsen Tone» står utenfor de fire linjene.",
        ]
        assert pilot.app.screen.query_one(KeyLine).bindings[0] == ("esc", "lukk")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, StartScreen)
        listed = [str(option.prompt) for option in pilot.app.screen.query_one(Choices).options]
        assert any(GROUP in line and "2 svar" in line for line in listed)
    assert [(one.item, one.lines) for one in kept(on_stage)] == [
        ("1-1", ONE),
        ("1-2", ("Nei, fordi vi ikke har folk til det", "", "", "")),
    ]


async def test_a_file_beside_the_minutes_is_chosen_from_the_list(on_stage: Stage) -> None:
    """As a leader's form or mail program names it; the group's own minutes are not offered."""
    text = sent(on_stage)
    minutes = on_stage.desk.minutes.files(on_stage.desk.sessions()[0]).leaders
    answered = minutes.with_name(f"{minutes.stem}-svar (1).md")
    answered.write_text(text, encoding="utf-8")
    async with on_stage.app().run_test(size=(80, 24)) as pilot:
        await press(pilot, "s")
        names = [str(option.prompt) for option in pilot.app.screen.query_one("#files", Choices).options]
        assert sorted(names) == sorted([minutes.name, answered.name])
        await press(pilot, "tab", *["down"] * names.index(answered.name), "enter")
        assert "svaret er tatt inn" in told(pilot, "told")
    assert len(kept(on_stage)) == 2


async def test_with_no_file_it_says_where_they_would_be(on_stage: Stage) -> None:
    async with on_stage.app().run_test(size=(60, 18)) as pilot:
        await press(pilot, "s")
        assert told(pilot, "none") == f"Ingen filer til ledelsen i {on_stage.desk.minutes.folder} ennå."
        await press(pilot, "enter")
        assert told(pilot, "wrong") == ""
        assert pilot.app.screen.query_one(KeyLine).bindings[0] == ("esc", "avbryt")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, StartScreen)


async def test_the_draft_to_the_leader_is_written_at_the_closing_once_the_group_has_approved(on_stage: Stage) -> None:
    hold(on_stage.desk, meeting(1, [TRAINING]))
    room = at_answers(on_stage, GROUP)
    while room.session.step.kind is not StepKind.CLOSING:
        room.next()
    async with on_stage.app(room).run_test(size=(80, 24)) as pilot:
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, ClosingScreen)
        assert "m" not in [key for key, _ in pilot.app.screen.query_one(KeyLine).bindings]
        room.approve()
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, LetterScreen)
        await type_in(pilot, "tone på jobb")
        assert told(pilot, "wrong").startswith("«tone på jobb» er ikke en e-postadresse.")
        draft = room.minutes_files().leaders.with_suffix(".eml")
        assert not draft.exists()
        await type_in(pilot, "tone@kommune.no")
        assert isinstance(pilot.app.screen, ClosingScreen)
        assert str(draft) in told(pilot, "letter")
        assert "tone@" not in told(pilot, "letter")
        room.gather(6, [])
        await pilot.pause()
        assert told(pilot, "letter") == ""
    message = message_from_bytes(draft.read_bytes(), policy=default)
    assert (message["X-Unsent"], message["To"]) == ("1", "tone@kommune.no")


PICTURES: dict[str, list[str]] = {
    "chosen": ["tab", "enter"],
    "list": [],
    "wrong": [*"borte.md", "enter"],
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", PICTURES)
def test_picture(on_stage: Stage, snap_compare: Callable[..., bool], name: str, size: tuple[int, int]) -> None:
    text = sent(on_stage)
    on_stage.desk.minutes.files(on_stage.desk.sessions()[0]).leaders.write_text(text, encoding="utf-8")
    run = pressing("s", *PICTURES[name])
    assert snap_compare(on_stage.app(), terminal_size=size, run_before=run)
