"""Choosing the theme of the day, and collecting themes between two meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, OptionList

from sessions.people import Person
from sessions.themes import Theme, waiting
from tests.tui.stage import press
from tests.tui.test_opening import meeting
from tui.screens.theme import ThemeScreen
from tui.screens.wishes import WishesScreen
from tui.widgets.large import LargeTime, LargeWords
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from sessions.room import Room
    from tests.tui.stage import Stage


def choosing(stage: Stage, *themes: str, group: str = "Natt") -> Room:
    """Open a meeting at the step where the theme is chosen."""
    room = meeting(stage, group)
    for theme in themes:
        assert room.book is not None
        room.book.want_theme(theme, "nb").result()
    for _ in range(3):
        room.next()
    return room


def listed(pilot: Pilot[None]) -> list[str]:
    options = pilot.app.screen.query_one(OptionList)
    return [str(options.get_option_at_index(place).prompt) for place in range(options.option_count)]


async def test_one_key_picks_the_theme_and_it_is_the_question_of_the_talk(on_stage: Stage) -> None:
    room = choosing(on_stage, "Vakter", "Uro [/b]", "Alenearbeid")
    assert room.book is not None
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        assert isinstance(pilot.app.screen, ThemeScreen)
        assert listed(pilot) == ["· Alenearbeid", "· Uro [/b]", "· Vakter"]
        await press(pilot, "down", "enter")
        assert pilot.app.screen.query_one("#chosen", LargeWords).text == "Uro [/b]"
        assert Theme("Uro [/b]", room.session.day) in room.book.group.themes
        await press(pilot, "u")
        assert len(waiting(room.book.group)) == 3
        await press(pilot, "end", "enter", "home", "enter")
        assert (room.session.question, len(waiting(room.book.group))) == ("Alenearbeid", 2)
        await press(pilot, "n")
        assert pilot.app.screen.query_one(LargeTime)
        assert pilot.app.screen.query_one("#question", LargeWords).text == "Alenearbeid"


async def test_themes_are_added_and_taken_away_at_the_laptop(on_stage: Stage) -> None:
    room = choosing(on_stage)
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        assert "Ingen temaer venter" in str(pilot.app.screen.query_one("#none", Words).render())
        await press(pilot, "s", "enter")
        assert "Temaet er tomt" in str(pilot.app.screen.query_one("#wrong", Words).render())
        await press(pilot, *"Uro", "enter")
        assert listed(pilot) == ["· Uro"]
        await press(pilot, "x")
        assert listed(pilot) == []
        await press(pilot, "u")
        assert listed(pilot) == ["· Uro"]


async def test_a_theme_from_a_phone_is_there_within_a_second_and_the_cursor_stays(on_stage: Stage) -> None:
    room = choosing(on_stage, "Uro", "Vakter")
    assert room.book is not None
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "down")
        room.book.want_theme("Alenearbeid", "nb", undoable=False)
        on_stage.clock.time += 1
        pilot.app._beat()  # type: ignore[attr-defined]
        await pilot.pause()
        assert listed(pilot)[0] == "· Alenearbeid"
        await press(pilot, "enter")
        assert room.session.question == "Vakter"


async def test_the_wall_shows_themes_without_names(on_stage: Stage) -> None:
    """Law 6. A theme that was kept before its name was known is shown without it too."""
    room = choosing(on_stage, "Uroen når Nordmann er alene")
    room.gather(1, [Person("Kari Nordmann")])
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        assert "Nordmann" not in listed(pilot)[0]
        await press(pilot, "enter")
        assert "Nordmann" not in pilot.app.screen.query_one("#chosen", LargeWords).text


async def test_people_who_do_not_meet_again_put_their_theme_down_at_once(on_stage: Stage) -> None:
    room = choosing(on_stage, group="")
    async with on_stage.app(room).run_test(size=(120, 40)) as pilot:
        await press(pilot, "s", *"Uro", "ctrl+s")
        assert pilot.app.screen.query_one("#chosen", LargeWords).text == "Uro"
        await press(pilot, "u")
        assert room.session.questions == ()


async def test_themes_are_collected_between_meetings(on_stage: Stage) -> None:
    meeting(on_stage)
    book = on_stage.desk.book("Natt")
    async with on_stage.app().run_test(size=(120, 40)) as pilot:
        await press(pilot, "down", "enter", "f")
        assert isinstance(pilot.app.screen, WishesScreen)
        await press(pilot, *"uxu", "enter", *"Vakter", "enter", "enter")
        assert "Temaet er tomt" in str(pilot.app.screen.query_one("#wrong", Words).render())
        assert listed(pilot) == ["uxu", "Vakter"]
        await press(pilot, "tab", "down", "x")
        assert [theme.text for theme in book.group.themes] == ["uxu"]
        await press(pilot, "u", "tab")
        assert [theme.text for theme in book.group.themes] == ["uxu", "Vakter"]
        assert pilot.app.screen.focused is pilot.app.screen.query_one(Input)
