"""A group's page: what it is for, its meetings, and what it remembers between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets.option_list import Option

from sessions.contract import purpose_of
from sessions.inviting import known_of, usual_steps
from sessions.session import Session
from tui.widgets.choices import Choices
from tui.widgets.key_line import KeyLine
from tui.widgets.lines import news, session_state
from tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from sessions.desk import Desk
    from sessions.texts import Texts


class GroupScreen(Screen[Session | str | None]):
    """Gives the meeting that is to be opened, or the group's name when a new one is wanted."""

    CSS_PATH = "group.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "new_meeting"),
        Binding("i", "settle", "about_group"),
        Binding("f", "themes", "wanted"),
        Binding("s", "look_back", "look_back"),
        Binding("e", "series", "series"),
        Binding("l", "log", "log"),
        Binding("v", "invite", "invite"),
        Binding("u", "undo", "undo"),
        Binding("t", "app.next_theme", "theme"),
        Binding("escape,b", "leave", "back", key_display="escape"),
        Binding("question_mark", "help", "help", key_display="?"),
    ]

    def __init__(self, desk: Desk, words: Texts, name: str) -> None:
        super().__init__()
        self._desk = desk
        self._words = words
        self._book = desk.book(name)
        self._meetings = list(reversed(self._book.meetings()))

    def compose(self) -> ComposeResult:
        """Lay out the name, what the group is for, its meetings, and the keys."""
        yield Words(self._book.group.name, id="name")
        yield Words(id="kind")
        yield Words(id="purpose")
        yield Choices(*self._options(), id="meetings")
        yield Words("" if self._meetings else self._words("group.no_meetings"), id="none")
        yield KeyLine(self._words)

    def on_mount(self) -> None:
        """Show what is settled."""
        self._show()

    def on_screen_resume(self) -> None:
        """A dialog may have changed it."""
        self._show()
        self.refresh_bindings()

    def _show(self) -> None:
        group, words = self._book.group, self._words
        kind = words.find(f"programme.{group.kind}") or group.kind
        self.query_one("#kind", Words).say(
            " · ".join(filter(None, [kind, group.unit, news(group, self._book.meetings(), words, self._desk.today)]))
        )
        self.query_one("#purpose", Words).say(purpose_of(group, words))

    def _options(self) -> Iterator[Option]:
        for meeting in self._meetings:
            day = self._words.day(meeting.day, "language.short_date")
            number = self._words("group.meeting", number=meeting.number)
            state = session_state(meeting, self._words, self._desk.now)
            titled = [] if meeting.title.casefold() == number.casefold() else [meeting.title]
            yield Option(Content(f"{day:<16}{number:<10}{' · '.join([*titled, state])}"), id=f"m{meeting.id}")

    @on(Choices.OptionSelected)
    def _selected(self, event: Choices.OptionSelected) -> None:
        chosen = (event.option_id or "m")[1:]
        self.dismiss(next(meeting for meeting in self._meetings if meeting.id == chosen))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys that would do nothing now."""
        del parameters
        return action != "undo" or self._book.can_undo

    def action_new(self) -> None:
        """Set up the next meeting."""
        self.dismiss(self._book.group.name)

    def action_settle(self) -> None:
        """Settle what is known of the group."""
        from tui.screens.settle import SettleScreen

        self.app.push_screen(SettleScreen(self._desk, self._words, self._book.group.name))

    def action_series(self) -> None:
        """Show how useful its meetings were."""
        from tui.screens.series import SeriesScreen

        self.app.push_screen(SeriesScreen(self._book, self._words, self._desk.minutes.folder))

    def action_invite(self) -> None:
        """Invite to the next meeting."""
        from tui.screens.invite import InviteScreen

        usual = usual_steps(self._desk.shelf, self._book.group.kind)
        known = known_of(self._book, usual, self._desk.today)
        self.app.push_screen(InviteScreen(self._book, self._words, known, self._desk.minutes.folder))

    def action_themes(self) -> None:
        """Collect the themes that people want."""
        from tui.screens.wishes import WishesScreen

        self.app.push_screen(WishesScreen(self._book, self._words))

    def action_log(self) -> None:
        """Write or open a situation log."""
        from tui.screens.log import LogScreen

        self.app.push_screen(LogScreen(self._book, self._words, self._desk.today))

    def action_look_back(self) -> None:
        """Look back on half a year."""
        from tui.screens.lookback import LookBackScreen

        self.app.push_screen(LookBackScreen(self._desk, self._words, self._book.group.name))

    def action_undo(self) -> None:
        """Undo the last change of what is settled or remembered."""
        self._book.undo()
        self._show()
        self.refresh_bindings()

    def action_leave(self) -> None:
        """Go back to the start."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Say what can be done here."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._words, self._words("help.group"), self))
