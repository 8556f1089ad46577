"""The lobby: what people see when they come. What we are here for, who is here, and what happens with what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from sessions.programme import StepKind
from sessions.tables import Crowding, crowding, fullest
from sessions.timer import MINUTE
from tui.phones import NextAddress
from tui.screens.code import reached
from tui.screens.gather import GatherScreen
from tui.screens.step import StepScreen
from tui.widgets.large import LargeWords
from tui.widgets.qr import QrCode, largest, size
from tui.widgets.show_time import of_day
from tui.widgets.table_line import away, minutes_since, written_since
from tui.widgets.words import Pieces, Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.session import Session
    from sessions.tables import Table

_WIDE = 160  # columns from which a module of the code is two columns by one line
_BESIDE = 34  # columns for the words beside the code
_AROUND = 15  # lines that a wall has beside the code's when the question is above it, and
_AROUND_LOW = 4  # lines that it has when the question stands beside it


class LobbyScreen(StepScreen):
    """Waits for people, and for the facilitator to begin."""

    CSS_PATH = "lobby.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "next", "start"),
        Binding("n,pagedown", "next", show=False),
        Binding("p", "gather", "present"),
        Binding("s", "checklist", "checklist"),
        Binding("a", "address", "address"),
    ]

    def compose_step(self) -> ComposeResult:
        """Lay out the question, who is here, the tables, and the promise."""
        yield LargeWords(id="question", share=0.45)
        with Horizontal(id="room"):
            yield QrCode(id="code")
            with Vertical(id="beside"):
                yield Words(id="purpose")
                yield LargeWords(id="instruction", share=0.16)
                yield LargeWords(id="address", share=0.1)
                yield Pieces(id="tables")
                yield Words(id="people")
                yield Words(id="crowding")
                yield Words(id="reached")
        yield Words(self.words("lobby.promise"), id="promise")

    def where(self, session: Session) -> str:
        """Give the title."""
        return session.title

    def pace(self, session: Session, now: float) -> str:
        """Give when it begins and ends, or how long it takes."""
        del now
        minutes = sum(timer.length for timer in session.timers) / MINUTE
        if session.ends is None:
            return self.words("time.length", minutes=round(minutes))
        return self.words("time.span", start=of_day(session.ends - minutes * MINUTE), end=of_day(session.ends))

    def show(self, session: Session, now: float) -> None:
        """Show purpose, people and tables."""
        words = self.words
        question, instruction = self.query_one("#question", LargeWords), self.query_one("#instruction", LargeWords)
        question.text = session.purpose or session.question or session.title
        self._show_way_in(session, question, instruction)
        low = self.has_class("-low")
        written = written_since(session, 0.0)
        self.query_one("#tables", Pieces).put(
            [self._table(table, written.get(table.number), now, brief=low) for table in session.tables]
        )
        names = ", ".join(person.name.split()[0] for person in session.people)
        here = " · ".join([words.count("lobby.present", session.present), self._rounds(session)])
        self.query_one("#people", Words).say(here if session.present else words("lobby.nobody"))
        self.query_one("#crowding", Words).say(
            self._crowding(session) or (words("lobby.here", names=names) if names and not low else "")
        )

    def _table(self, table: Table, written: float | None, now: float, *, brief: bool) -> str:
        """Say whether a table has a phone; of one that has, how long it has been silent, and when the table wrote."""
        words, phones = self.words, self.phones
        said = [str(table.number)]
        if phones:
            said.append("●" if table.number in phones.here else "○")
        if minutes := away(phones, table.number, now):
            said.append(words("tables.gone") if brief else words("door.gone", n=minutes))
        if not brief:
            said.append(table.theme)
        if phones and written is not None and (table.number in phones.here or table.number in phones.gone):
            minutes = minutes_since(written, now)
            said.append(
                f"✎{minutes}" if brief else f"✎ {words('tables.minutes' if minutes else 'tables.now', n=minutes)}"
            )
        return " ".join(filter(None, said))

    def _show_way_in(self, session: Session, question: LargeWords, instruction: LargeWords) -> None:
        """Show the code beside the words where there is room for it; on a low wall the question stands there too."""
        words, phones, (columns, lines) = self.words, self.phones, self.app.size
        usual = session.step.prompt or words("instruction.lobby")
        is_open = phones is not None and session.entry.open and not phones.local
        url = phones.url if phones and is_open else ""
        most = 2 if columns >= _WIDE else 1
        scale = largest(url, columns - _BESIDE, lines - _AROUND_LOW, most) if url else 0
        low = scale > 0 and size(url, scale)[1] + _AROUND > lines
        if low and scale > 1:
            scale, low = 1, size(url, 1)[1] + _AROUND > lines
        self.set_class(low, "-low")
        self.set_class(scale > 0, "-code")
        code = self.query_one(QrCode)
        code.text, code.scale = url if scale else "", max(scale, 1)
        instruction.text = words("door.scan") if scale else usual
        self.query_one("#purpose", Words).say(question.text if low else "")
        address = self.query_one("#address", LargeWords)
        address.text = words("door.type", address=phones.short) if phones and is_open else ""
        address.display = bool(address.text)
        instruction.largest = address.largest = (
            1 if scale > 1 else 0 if scale else max(0, question.scale(question.size.width) - 1)
        )
        shut = words("door.shut") if phones and not session.entry.open else ""
        told = self.query_one("#reached", Words)
        told.say(shut or (reached(phones, words) if phones else ""))
        told.display = phones is not None

    def _rounds(self, session: Session) -> str:
        lengths = [t.length for s, t in zip(session.steps, session.timers, strict=True) if s.kind is StepKind.ROUND]
        if not lengths:
            return self.words("time.length", minutes=f"{sum(timer.length for timer in session.timers) / MINUTE:g}")
        minutes = f"{max(lengths, default=0) / MINUTE:g}"
        return self.words("lobby.round" if len(lengths) == 1 else "lobby.rounds", rounds=len(lengths), minutes=minutes)

    def _crowding(self, session: Session) -> str:
        state = crowding(session.present, len(session.tables))
        if state is Crowding.FINE:
            return ""
        return self.words(f"lobby.{state.value}", seated=fullest(session.present, len(session.tables)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a next address where there are two, and a checklist for those who meet again."""
        if action == "checklist":
            return self.room.book is not None
        if action == "address":
            return self.phones is not None and self.phones.addresses > 1
        return super().check_action(action, parameters)

    def action_address(self) -> None:
        """Let the code lead to the laptop's next address."""
        self.post_message(NextAddress())

    def action_checklist(self) -> None:
        """See whether all is ready."""
        from tui.screens.checklist import ChecklistScreen

        self.app.push_screen(ChecklistScreen(self.room, self.words))

    def action_gather(self) -> None:
        """Put down who is here."""
        self.app.push_screen(GatherScreen(self.room, self.words))
