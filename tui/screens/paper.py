"""Forms that were filled in on paper, typed one after the other; they wait and are counted with the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input, Label

from sessions.ballots import LONGEST_SENTENCE, SENTENCES, Ballot, Usefulness
from sessions.evaluation import beginnings, may_answer
from sessions.trouble import TroubleError
from tui.screens.dialog import Dialog
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.room import Room
    from sessions.texts import Texts

_TICKS = {str(place): tick for place, tick in enumerate(Usefulness, start=1)}


class PaperScreen(Dialog[None]):
    """A tick, by 1, 2 or 3, and three lines; enter goes on, and from the last line to the next form."""

    CSS_PATH = "paper.tcss"
    HELP = "help.paper"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "next_form"),
        Binding("escape", "cancel", "close"),
    ]

    def __init__(self, room: Room, words: Texts) -> None:
        super().__init__(words)
        self._room = room
        self._typed = 0

    def title_text(self) -> str:
        """Say what this is, and that the wall shows it."""
        return f"{self.words('paper.title')} · {self.words('note.seen')}"

    def compose_sheet(self) -> ComposeResult:
        """Lay out the tick, the lines, and how many there are."""
        yield Words(self._ticks(""), id="ticks", classes="label")
        yield Input(id="tick", restrict="[123]?", max_length=1, compact=True)
        for kind, beginning in beginnings(self._room.session, self.words).items():
            yield Label(beginning)
            yield Input(id=kind, max_length=LONGEST_SENTENCE, compact=True)
        yield Words(self._count(), id="count")

    def on_mount(self) -> None:
        """Begin with the tick."""
        self.set_focus(self.query_one("#tick"))

    @on(Input.Changed, "#tick")
    def _ticked(self, event: Input.Changed) -> None:
        """Show the tick, and go on to the first line."""
        if event.value:
            self.set_focus(self.query_one(f"#{SENTENCES[0]}"))
        self.query_one("#ticks", Words).say(self._ticks(event.value))

    @on(Input.Submitted)
    def _on(self, event: Input.Submitted) -> None:
        """Enter goes on to the next line, and from the last one to the next form."""
        if event.input.id == SENTENCES[-1]:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Put the form with the others and begin the next, or say why it cannot be taken."""
        lines = [self.query_one(f"#{kind}", Input) for kind in SENTENCES]
        tick = self.query_one("#tick", Input)
        try:
            self._room.box.put(Ballot(_TICKS.get(tick.value), *(line.value for line in lines)))
        except TroubleError as error:
            self.say_wrong(self.words.trouble(error))
            return
        self._typed += 1
        self.say_wrong("")
        for line in (tick, *lines):
            line.value = ""
        self.set_focus(tick)
        self.query_one("#ticks", Words).say(self._ticks(""))
        self.query_one("#count", Words).say(self._count())

    def _ticks(self, chosen: str) -> str:
        names = {key: self.words(f"usefulness.{tick.value}") for key, tick in _TICKS.items()}
        return "   ".join(f"{key} {'●' if key == chosen else '○'} {name}" for key, name in names.items())

    def _count(self) -> str:
        """Say how many were typed, how many have answered in all, and how many wait to be saved with others."""
        box, words = self._room.box, self.words
        said = [
            words("paper.typed", n=self._typed),
            words("evaluation.answered", answered=box.answered, may=may_answer(self._room.session)),
            *([words("paper.waits", n=box.waiting)] if box.waiting else []),
        ]
        return " ".join(said)
