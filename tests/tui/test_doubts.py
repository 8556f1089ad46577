"""Words in doubt, from the keyboard: the facilitator is told of them, and each takes one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import TextArea

from sessions.items import Fate
from sessions.people import Person
from tests.tui.sizes import at_sizes
from tests.tui.stage import press
from tui.screens.doubts import DoubtsScreen
from tui.screens.item import ItemScreen
from tui.screens.sorting import SortingScreen
from tui.widgets.doubt_line import DoubtLine
from tui.widgets.item_list import ItemList
from tui.widgets.note_list import NoteList

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.widgets import OptionList

    from sessions.room import Room
    from tests.tui.stage import Stage

NOTES = {
    "a": "Vår i lufta betyr at flere vil ut, sa Ingrid Solvang.",
    "b": "Stein og is på gangveien utenfor omsorgsboligene",
    "c": "Hun er den eneste som kan det nye systemet",
}


def doubtful(stage: Stage, step: int = 7) -> Room:
    """Open the café at sorting, with three words that may be someone."""
    room = stage.room()
    for _ in range(step):
        room.next()
    room.gather(29, [*room.session.people, Person("Vår Vik"), Person("Liv Stein")])
    for name, text in NOTES.items():
        room.write(2, text, name)
    return room


def sheet(pilot: Pilot[None]) -> str:
    """Give what stands on the sheet."""
    assert isinstance(pilot.app.screen, DoubtsScreen)
    parts = ("title", "why", "sentences", "instead", "chosen")
    shown = (pilot.app.screen.query_one(f"#{part}") for part in parts)
    return "\n".join(str(part.render()) for part in shown if part.display)


def listed(side: OptionList) -> str:
    return "\n".join(str(side.get_option_at_index(place).prompt) for place in range(side.option_count))


def told(pilot: Pilot[None]) -> str:
    """Give what the line on the wall says; nothing while it is not there."""
    line = pilot.app.screen_stack[-1].query_one(DoubtLine)
    return str(line.render()) if line.display else ""


@pytest.mark.parametrize("step", [6, 7])
async def test_the_facilitator_is_told_how_many_words_there_are_and_goes_through_them(
    on_stage: Stage, step: int
) -> None:
    room = doubtful(on_stage, step)
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        assert told(pilot) == "3 ord kan peke på noen: trykk v."
        await press(pilot, "v")
        assert "1 av 3 · rommet ser dette" in sheet(pilot)
        assert "noen i deltakerlista heter det" in sheet(pilot)
        assert "«Vår i lufta betyr at flere vil ut, ble det sagt.»" in sheet(pilot)
        assert "«En kollega i lufta betyr at flere vil ut, ble det sagt.»" in sheet(pilot)
        assert "Ingrid" not in sheet(pilot)
        await press(pilot, "m")
        assert "2 av 3" in sheet(pilot)
        await press(pilot, "k")
        assert "«Hun er den en ansatt som kan det nye systemet»" in sheet(pilot)
        await press(pilot, "k")
        assert "Alt er tatt stilling til." in sheet(pilot)
        assert "Tas ut: Vår\nBlir stående: Stein, eneste" in sheet(pilot)
        await press(pilot, "escape")
        assert told(pilot) == ""
        assert [(one.word, one.masked) for one in room.session.rulings] == [
            *[("Vår", True), ("Stein", False), ("eneste", False)]
        ]


async def test_what_is_chosen_holds_on_the_wall_and_in_the_files(on_stage: Stage) -> None:
    room = doubtful(on_stage)
    room.make_item("Vår i rute", ask="Vår i hus")
    room.decide(1, Fate.RAISED)
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        wall = pilot.app.screen
        assert "Vår i lufta" in listed(wall.query_one(NoteList))
        assert "Vår i rute" in listed(wall.query_one(ItemList))
        await press(pilot, "v", "m", "escape")
        assert "Vår" not in listed(wall.query_one(NoteList)) + listed(wall.query_one(ItemList))
        assert "En kollega i rute" in listed(wall.query_one(ItemList))
        await press(pilot, "n", "n", "a")
    files = room.minutes_files()
    assert "Vår" not in files.group.read_text(encoding="utf-8") + files.leaders.read_text(encoding="utf-8")


async def test_u_takes_a_choice_back_in_the_sheet_and_on_the_wall(on_stage: Stage) -> None:
    room = doubtful(on_stage)
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "v", "u")
        assert len(room.session.notes) == 27  # nothing was chosen here, so there is nothing to undo here
        await press(pilot, "m", "k", "u")
        assert "2 av 3" in sheet(pilot)
        assert [(one.word, one.masked) for one in room.session.rulings] == [("Vår", True)]
        await press(pilot, "escape", "u")
        assert room.session.rulings == ()
        assert told(pilot) == "3 ord kan peke på noen: trykk v."


async def test_one_can_look_and_choose_otherwise(on_stage: Stage) -> None:
    room = doubtful(on_stage)
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "v", "m", "left")
        assert "Tas ut overalt." in sheet(pilot)
        await press(pilot, "m")
        assert "1 av 3" in sheet(pilot)
        await press(pilot, "k")
        assert [(one.word, one.masked) for one in room.session.rulings] == [("Vår", False)]
        await press(pilot, "right", "right", "right")
        assert "Noe venter ennå." in sheet(pilot)
        assert "Blir stående: Vår" in sheet(pilot)
        await press(pilot, "left", "left", "left")
        assert "Blir stående." in sheet(pilot)


async def test_an_answer_is_remembered_when_the_program_is_opened_again(on_stage: Stage) -> None:
    room = doubtful(on_stage)
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "v", "m", "k")
        room.let_write(True).result()
    again = on_stage.desk.open(on_stage.desk.find(room.session.id))
    async with on_stage.app(again).run_test(size=(120, 40)) as pilot:
        assert told(pilot) == "1 ord kan peke på noen: trykk v."
        assert "Vår" not in listed(pilot.app.screen.query_one(NoteList))
        await press(pilot, "v")
        assert "3 av 3" in sheet(pilot)


async def test_without_a_word_in_doubt_the_sheet_says_so(on_stage: Stage) -> None:
    room = on_stage.room()
    for _ in range(7):
        room.next()
    async with on_stage.app(room).run_test(size=(60, 18)) as pilot:
        assert told(pilot) == ""
        await press(pilot, "v")
        assert "Ingen ord å ta stilling til." in sheet(pilot)
        assert "rommet ser dette" not in sheet(pilot)
        await press(pilot, "m", "k", "u", "left", "right", "escape")
        assert isinstance(pilot.app.screen, SortingScreen)
        assert room.session.rulings == ()


async def test_what_is_typed_into_an_item_is_asked_about_too(on_stage: Stage) -> None:
    room = on_stage.room()
    for _ in range(7):
        room.next()
    room.gather(29, [*room.session.people, Person("Vår Vik")])
    room.make_item("Mat")
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "tab", "o", *["backspace"] * 3, *"Ute", "tab", "tab")
        await pilot.press(*"Vår i lufta")
        await press(pilot, "ctrl+s")
        assert room.session.items[0].ask == "Vår i lufta"
        assert told(pilot) == "1 ord kan peke på noen: trykk v."


@at_sizes
async def test_the_whole_sheet_is_read_at_every_size(on_stage: Stage, size: tuple[int, int]) -> None:
    """A long sentence scrolls; title and keys stay where they are."""
    room = doubtful(on_stage)
    room.write(1, "Vår i lufta " + "og mange som vil ut i den friske lufta " * 9, "lang")
    async with on_stage.app(room).run_test(size=size) as pilot:
        await press(pilot, "v")
        screen = pilot.app.screen
        for widget in ("#title", "KeyLine", "#word", "#why"):
            region = screen.query_one(widget).region
            assert screen.region.contains_region(region), widget
            assert region.height > 0, widget
        content = screen.query_one("#content")
        await press(pilot, *["down"] * int(content.max_scroll_y))
        assert content.scroll_y == content.max_scroll_y


def a_lone_voice(stage: Stage) -> Room:
    """Open the café at sorting, where one note at table 2 is in nynorsk."""
    room = stage.room()
    for _ in range(7):
        room.next()
    room.write(2, "Eg veit ikkje korleis dei har det heime, og ingen spør oss", "nn")
    return room


async def test_a_note_that_stands_out_is_shown_and_may_stand_as_it_is(on_stage: Stage) -> None:
    room = a_lone_voice(on_stage)
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        assert told(pilot) == "1 innspill skiller seg ut: trykk v."
        await press(pilot, "v")
        assert "rommet ser dette" in sheet(pilot)
        assert "Det kan peke på den som skrev det." in sheet(pilot)
        assert "«Eg veit ikkje korleis dei har det heime, og ingen spør oss»" in sheet(pilot)
        await press(pilot, "m")
        assert list(room.session.let_be) == []
        await press(pilot, "k")
        assert "Alt er tatt stilling til." in sheet(pilot)
        await press(pilot, "left")
        assert "Blir stående." in sheet(pilot)
        await press(pilot, "u", "k", "escape")
        assert told(pilot) == ""
        assert room.session.let_be == ("nn",)
        room.let_write(True).result()
    assert on_stage.desk.find(room.session.id).let_be == ("nn",)


async def test_a_note_that_stands_out_can_be_told_in_other_words(on_stage: Stage) -> None:
    room = a_lone_voice(on_stage)
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "v", "o", "escape")
        assert len(room.session.items) == 1
        assert "Eg veit ikkje" in sheet(pilot)
        await press(pilot, "o")
        await press(pilot, "ctrl+u", *"Hjemme")
        assert isinstance(pilot.app.screen, ItemScreen)
        pilot.app.screen.query_one("#text", TextArea).text = "Vi vet for lite om hvordan de har det hjemme"
        await press(pilot, "ctrl+s")
        assert len(room.session.items) == 1
        assert "Ingen ord å ta stilling til." in sheet(pilot)
        await press(pilot, "escape")
        assert told(pilot) == ""
        await press(pilot, "u", "u")
        assert told(pilot) == "1 innspill skiller seg ut: trykk v."


async def test_words_come_first_and_then_the_notes(on_stage: Stage) -> None:
    room = a_lone_voice(on_stage)
    room.write(2, "Hun er den eneste som kan det nye systemet")
    async with on_stage.app(room).run_test(size=(60, 18)) as pilot:
        assert told(pilot) == "1 ord kan peke på noen · 1 innspill skiller seg ut: trykk v."
        await press(pilot, "v", "right")
        assert "2 av 2" in sheet(pilot)
        await press(pilot, "right")
        assert "Noe venter ennå." in sheet(pilot)
