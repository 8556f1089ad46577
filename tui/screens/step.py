"""What every screen of a running session has: the session, the time, the facilitator's keys, and the line of keys."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import var
from textual.screen import Screen

from sessions.programme import StepKind
from sessions.prompts import hint_of, title_of
from tui.phones import PhoneAnswered, Phones
from tui.screens.help import HelpScreen
from tui.screens.note import NoteScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.show_time import of_day
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.room import Room
    from sessions.session import Session
    from sessions.texts import Texts


class StepScreen(Screen[None]):
    """A screen for one kind of step. It shows `session` at `now`, which the app gives it, and calls the room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pause", "pause"),
        Binding("space", "go_on", "go_on"),
        Binding("n,pagedown", "next", "next"),
        Binding("b,pageup", "back", "back"),
        Binding("plus", "longer(1)", "longer", key_display="+ -"),
        Binding("minus", "longer(-1)", show=False),
        Binding("e", "write", "write"),
        Binding("u", "undo", "undo"),
        Binding("w", "large_code", "large_code"),
        Binding("d,D", "doors", "door", key_display="d"),
        Binding("j,y", "answer(True)", "let_in", show=False),
        Binding("escape", "answer(False)", "let_out", show=False),
        Binding("t", "app.next_theme", "theme"),
        Binding("q", "app.quit", "leave"),
        Binding("question_mark", "help", "help", key_display="?"),
    ]
    AUTO_FOCUS = ""

    session: var[Session | None] = var(None)
    now: var[float] = var(0.0)
    phones: var[Phones | None] = var(None)

    def __init__(self, room: Room, words: Texts) -> None:
        super().__init__()
        self.room = room
        self.words = words
        self._at = room.session.at
        self._stale = False

    def compose(self) -> ComposeResult:
        """Lay out the head, what the step shows, and the line of keys."""
        with Horizontal(id="head"):
            yield Words(id="where")
            yield Words(id="pace")
        yield from self.compose_step()
        yield Words(id="asks")
        yield KeyLine(self.words)

    def compose_step(self) -> ComposeResult:
        """Lay out what the step shows between head and keys."""
        yield from ()

    def on_mount(self) -> None:
        """Show the session as it is."""
        self._refresh_soon()

    def watch_session(self, before: Session | None, after: Session | None) -> None:
        """Show the session anew after each change; a note from a phone changes no key."""
        self._refresh_soon()
        if not (before and after and after.differs_in_notes_only(before)):
            self.refresh_bindings()

    def on_screen_resume(self) -> None:
        """What was done in a dialog may have changed what the keys can do."""
        self.refresh_bindings()

    def watch_now(self, before: float, after: float) -> None:
        """Show what the time has changed: a second on the clock of the step, or on that of the day."""
        left = self.session.timer.left_at if self.session else None
        if left is None or ceil(left(before)) != ceil(left(after)) or int(before) != int(after):
            self._refresh_soon()

    def watch_phones(self) -> None:
        """Show who has come, and who asks to come in."""
        self._refresh_soon()
        self.refresh_bindings()

    def _refresh_soon(self) -> None:
        """Show the step once for all that the app gives at one time: the session, the time and the phones."""
        if not self._stale:
            self._stale = True
            self.call_next(self._refresh_step)

    def _refresh_step(self) -> None:
        """Show the step; a session that has gone on to another step is for the next screen to show."""
        self._stale = False
        if self.is_mounted and self.session is not None and self.session.at == self._at:
            asking = self.phones.asking if self.phones else 0
            asks = self.query_one("#asks", Words)
            asks.display = bool(asking)
            asks.say(self.words("door.asks", number=asking))
            self.query_one("#where", Words).say(self.where(self.session))
            self.query_one("#pace", Words).say(self.pace(self.session, self.now))
            self.show(self.session, self.now)

    def show(self, session: Session, now: float) -> None:
        """Show the session at `now` (UTC seconds)."""

    def where(self, session: Session) -> str:
        """Say which step it is."""
        return title_of(session, self.words)

    def pace(self, session: Session, now: float) -> str:
        """Say when it ends, whether that is in time, and what being late takes from the plenary."""
        words, late = self.words, session.minutes_late(now)
        if session.ends is None:
            return words("time.ends_about", time=of_day(session.expected_end(now)))
        said = [
            words("time.ends", time=of_day(session.ends)),
            words.count("time.late", late) if late else words("time.on_time"),
        ]
        plenary = session.plenary_if_on_time(now)
        if late and plenary is not None:
            said.append(words("time.plenary_left", minutes=plenary))
        return " · ".join(said)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys that would do nothing now."""
        del parameters
        if self.session is None:
            return True
        kind, at = self.session.step.kind, self.session.at
        hidden = {
            "back": at == 0,
            "next": at == len(self.session.steps) - 1,
            "longer": kind in {StepKind.LOBBY, StepKind.CLOSING},
            "pause": kind is StepKind.CLOSING or not self.session.timer.running,
            "go_on": kind in {StepKind.LOBBY, StepKind.CLOSING} or self.session.timer.running,
            "undo": not self.room.can_undo,
            "large_code": self.phones is None,
            "doors": self.phones is None,
            "answer": self.phones is None or not self.phones.asking,
        }
        return not hidden.get(action, False)

    def action_pause(self) -> None:
        """Let the time stand."""
        self.room.toggle()

    def action_go_on(self) -> None:
        """Let the time go again."""
        self.room.toggle()

    def action_next(self) -> None:
        """Go to the next step."""
        self.room.next()

    def action_back(self) -> None:
        """Go back a step."""
        self.room.back()

    def action_longer(self, minutes: int) -> None:
        """Give the step a minute more or less."""
        self.room.longer(minutes)

    def action_write(self) -> None:
        """Write a note for a table."""
        self.app.push_screen(NoteScreen(self.room, self.words))

    def action_large_code(self) -> None:
        """Show the code as large as the wall."""
        from tui.screens.code import CodeScreen

        self.app.push_screen(CodeScreen(self.room, self.words))

    def action_doors(self) -> None:
        """Open or close the door, or writing."""
        from tui.screens.doors import DoorsScreen

        self.app.push_screen(DoorsScreen(self.room, self.words))

    def action_answer(self, yes: bool) -> None:  # a parameter of the binding
        """Let the phone that asks write for its table, or do not."""
        self.post_message(PhoneAnswered(yes))

    def action_undo(self) -> None:
        """Undo the last change of notes or items."""
        self.room.undo()

    def action_help(self) -> None:
        """Say what this screen is for, and what each key does."""
        self.app.push_screen(HelpScreen(self.words, hint_of(self.room.session.step, self.words), self))
