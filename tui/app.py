"""The app: one beat, one session, and the screen for the step it is at."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.reactive import var

from sessions.mask.shown import remember, veil_of
from sessions.texts import Texts, texts
from sessions.timer import Phase
from tui.screens import screen_of
from tui.screens.small import SmallScreen, too_small
from tui.screens.start import StartScreen
from tui.signals import leave_on_signals
from tui.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.events import Resize

    from sessions.desk import Desk
    from sessions.room import Room
    from sessions.session import Session
    from tui.doorway import Doorway
    from tui.phones import PhoneAnswered, Phones
    from tui.screens.setup import SetupScreen

BEAT = 0.2  # seconds between two looks at the clock: the wall is never more than this behind


class CafeApp(App[None]):
    """Shows one room, or the start screen until one is chosen."""

    CSS_PATH = ["app.tcss", "screens/step.tcss", "screens/dialog.tcss"]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-wide")]  # noqa: RUF012  # Textual types it so
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q,ctrl+c", "quit", show=False, priority=True)]

    session: var[Session | None] = var(None)
    now: var[float] = var(0.0)
    phones: var[Phones | None] = var(None)
    trouble: var[OSError | None] = var(None)

    def __init__(
        self,
        desk: Desk,
        demo: Callable[[], Room],
        language: str,
        room: Room | None = None,
        told: str = "",
        doorway: Doorway | None = None,
    ) -> None:
        """`demo` opens the ready café; `told` is a sentence for the start screen; phones come through `doorway`."""
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self.animation_level = "none"
        self._desk = desk
        self._demo = demo
        self._language = language
        self._first_room = room
        self._told = told
        self._doorway = doorway
        self.room: Room | None = None
        self.broken = ""

    @property
    def words(self) -> Texts:
        """The words of the session's language, else of the program's."""
        return texts(self.session.language if self.session else self._language)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the colours' names to Textual before the first theme is set."""
        return THEMES[0].variables

    def on_mount(self) -> None:
        """Show the first screen, and begin to follow the clock."""
        leave_on_signals(self.exit)
        if self._first_room:
            self.enter(self._first_room)
        else:
            self.push_screen(StartScreen(self._desk, self.words, self._told))
        self.set_interval(BEAT, self._beat)

    def _fatal_error(self) -> None:
        """Keep the kind of error only: Textual would print what variables hold, which may be what people wrote."""
        self.broken = type(sys.exc_info()[1]).__name__
        self._close_messages_no_wait()

    def enter(self, room: Room) -> None:
        """Run a room: the screen follows its session from now on."""
        self.room, self.now = room, room.now
        room.listen(self._changed, hosts=False)
        self.session = room.session
        written = [note.text for note in room.session.notes.values()]
        self.run_worker(partial(remember, written, veil_of(room.session)), thread=True)
        if self._doorway:
            self._doorway.open(room, self._reached)

    def _reached(self, phones: Phones) -> None:
        self.phones = phones

    def _changed(self, session: Session) -> None:
        """Show what the facilitator changes at once; what the hosts write is shown with the beat."""
        if self.room:
            self.now = self.room.now
            self.session = session

    def _beat(self) -> None:
        if self.room is None or self.session is None:
            return
        self.session = self.room.session
        ringing = self.session.timer.phase(self.now) is not Phase.OVER
        self.now = self.room.now
        if ringing and self.session.timer.running and self.session.timer.phase(self.now) is Phase.OVER:
            self.bell()
        self.trouble = self.room.trouble

    def watch_session(self, before: Session | None, after: Session | None) -> None:
        """Show the screen of the step that the session has come to."""
        if after is None or self.room is None or (before and before.at == after.at):
            return
        screen = screen_of(after.step.kind)(self.room, self.words)
        screen.data_bind(CafeApp.session, CafeApp.now, CafeApp.phones)
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def watch_trouble(self, error: OSError | None) -> None:
        """Say in one sentence that the disk does not take what is written; take it away when it does."""
        self.clear_notifications()
        if error:
            reason = error.strerror or str(error)
            self.notify(self.words("trouble.disk", reason=reason), severity="warning", timeout=10**6, markup=False)

    def on_resize(self, event: Resize) -> None:
        """Cover a window that is too small, until it has grown."""
        covered = isinstance(self.screen, SmallScreen)
        if too_small(event.size) and not covered:
            self.push_screen(SmallScreen(self.words))
        elif covered and not too_small(event.size):
            self.pop_screen()
        if isinstance(self.screen, SmallScreen):
            self.call_after_refresh(self.screen.tell, event.size)

    def on_start_screen_chosen(self, message: StartScreen.Chosen) -> None:
        """Open a session."""
        self.enter(self._desk.open(message.session))

    def on_start_screen_new(self, message: StartScreen.New) -> None:
        """Set up a new session."""
        from tui.screens.setup import SetupScreen

        self.push_screen(SetupScreen(self._desk, self.words, message.group))

    def on_start_screen_demo(self) -> None:
        """Open the ready café."""
        self.enter(self._demo())

    def on_setup_screen_planned(self, message: SetupScreen.Planned) -> None:
        """Found a session and open it."""
        self.pop_screen()
        self.enter(self._desk.found(message.plan, self._language))

    def on_next_address(self) -> None:
        """Let the code lead to the laptop's next address."""
        if self._doorway:
            self._doorway.next_address()

    def on_phone_answered(self, message: PhoneAnswered) -> None:
        """Tell the phone that asks what the facilitator says."""
        if self._doorway:
            self._doorway.answer(yes=message.yes)

    def action_next_theme(self) -> None:
        """Paper, night, highest contrast."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    async def action_quit(self) -> None:
        """Leave; while a session runs, after a question."""
        from tui.screens.leave import LeaveScreen

        running = self.session is not None and self.session.begun and not self.session.finished
        if running and not isinstance(self.screen, LeaveScreen):
            self.push_screen(LeaveScreen(self.words), lambda leave: self.exit() if leave else None)
        else:
            self.exit()
