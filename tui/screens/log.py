"""A situation log at the laptop. The wall shows this window, so what is written is dots until its owner shows it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.widgets import Input, Label, Select

from sessions import situation_log
from sessions.situation_log import LONGEST_ANSWER, PROMPTS, EpisodeKind, LogEntry, entry_of, log_of
from sessions.trouble import TroubleError
from tui.screens.dialog import Dialog
from tui.screens.wish import WishScreen
from tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date

    from textual.app import ComposeResult

    from sessions.book import GroupBook
    from sessions.texts import Texts


class LogScreen(Dialog[None]):
    """Which log, its six prompts, its kind, and the word. Locking and opening take a second, beside the wall."""

    CSS_PATH = "log.tcss"
    HELP = "help.log"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "close"),
        Binding("ctrl+s", "keep", "lock"),
        Binding("ctrl+o", "open", "open"),
        Binding("f2", "show", "show_text", key_display="F2"),
        Binding("f3", "hand_in", "hand_in", key_display="F3"),
        Binding("ctrl+t", "erase", "delete"),
    ]

    def __init__(self, book: GroupBook, words: Texts, today: date) -> None:
        super().__init__(words)
        self._book = book
        self._today = today
        self._busy = False

    def title_text(self) -> str:
        """Say what this is, and how it is meant."""
        return f"{self.words('log.title')} · {self.words('log.promise')}"

    def compose_sheet(self) -> ComposeResult:
        """Lay out the warning, and the fields as dots."""
        words = self.words
        yield Words(words("log.room"), id="warning")
        with Grid(id="fields"):
            yield Label(words("log.which"))
            yield Select(self._marks(), prompt=words("log.new_title"), compact=True, id="mark")
            for prompt in PROMPTS:
                yield Label(words(f"log.short.{prompt}"))
                hint = words(f"log.{prompt}")
                yield Input(id=prompt, placeholder=hint, password=True, compact=True, max_length=LONGEST_ANSWER)
            yield Label(words("log.short.kind"))
            kinds = [(words(f"episode.{kind.value}"), kind.value) for kind in EpisodeKind]
            yield Select(kinds, prompt=words("log.no_kind"), compact=True, id="kind")
            yield Label(words("log.word"))
            yield Input(id="word", placeholder=words("log.word_hint"), password=True, compact=True, max_length=200)
        yield Words(words("log.word_why"), classes="label", id="told")

    def on_mount(self) -> None:
        """Begin at the first prompt."""
        super().on_mount()
        self.query_one(f"#{PROMPTS[0]}").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A log that is not there yet can neither be opened nor erased."""
        if action in {"open", "erase"}:
            return bool(self._book.group.logs)
        return super().check_action(action, parameters)

    # Keys

    def action_show(self) -> None:
        """Show what is written, or dots again. The word stays dots."""
        for prompt in PROMPTS:
            line = self.query_one(f"#{prompt}", Input)
            line.password = not line.password

    def action_keep(self) -> None:
        """Lock it, and keep it under its mark, which takes its word, or under a new one."""
        self._beside(self._keep)

    def action_open(self) -> None:
        """Open the log that is chosen."""
        self._beside(self._open)

    def action_erase(self) -> None:
        """Erase the log that is chosen, for good."""
        self._beside(self._erase)

    def action_hand_in(self) -> None:
        """Write for the group what it may know; only that, and the kind, is handed in."""
        kind = self._entry_kind()

        def keep(text: str) -> None:
            self._book.hand_in(text, kind, "", self.words.language, self._today)
            self._tell(self.words("log.handed_in"))

        self.app.push_screen(WishScreen(self.words, keep))

    async def _keep(self) -> None:
        name, word = self._book.group.name, self._value("word")
        entry, mark = (
            entry_of([self._value(prompt) for prompt in PROMPTS], str(self._chosen("kind") or "")),
            self._mark(),
        )
        if mark is not None:
            await asyncio.to_thread(situation_log.opened, name, log_of(self._book.group, mark), word)
        new = situation_log.free_mark(self._book.group) if mark is None else mark
        log = await asyncio.to_thread(situation_log.sealed, name, new, entry, word)
        await asyncio.wrap_future(self._book.keep_log(log))
        self._fill(LogEntry(("",) * len(PROMPTS)), new)
        self._tell(f"{self.words('log.kept_title', name=self._called(new))}. {self.words('log.kept')}")

    async def _open(self) -> None:
        mark = self._mark()
        log = log_of(self._book.group, -1 if mark is None else mark)
        entry = await asyncio.to_thread(situation_log.opened, self._book.group.name, log, self._value("word"))
        self._fill(entry, log.mark)
        self._tell(self.words("log.opened"))

    async def _erase(self) -> None:
        mark = self._mark()
        log = log_of(self._book.group, -1 if mark is None else mark)
        await asyncio.to_thread(situation_log.opened, self._book.group.name, log, self._value("word"))
        await asyncio.wrap_future(self._book.erase_log(log.mark))
        self._fill(LogEntry(("",) * len(PROMPTS)), None)
        self._tell(f"{self.words('log.erased_title')}. {self.words('log.erased')}")

    # What stands in the fields

    def _fill(self, entry: LogEntry, mark: int | None) -> None:
        """Put a log into the fields, as dots, and take the word out."""
        which, kind = self.query_one("#mark", Select), self.query_one("#kind", Select)
        which.set_options(self._marks())
        if mark is None:
            which.clear()
        else:
            which.value = mark
        if entry.kind is None:
            kind.clear()
        else:
            kind.value = entry.kind.value
        for prompt, answer in zip(PROMPTS, entry.answers, strict=True):
            line = self.query_one(f"#{prompt}", Input)
            line.value, line.password = " ".join(answer.split()), True
        self.query_one("#word", Input).value = ""
        self.refresh_bindings()

    def _beside(self, act: Callable[[], Awaitable[None]]) -> None:
        """Do something that takes a second, one at a time, and say what is wrong with it."""

        async def run() -> None:
            self._busy = True
            self._tell(self.words("log.a_moment"))
            try:
                await act()
            except TroubleError as error:
                self._tell("")
                self.say_wrong(self.words.trouble(error))
            finally:
                self._busy = False

        if not self._busy:
            self.run_worker(run(), exclusive=True)

    def _tell(self, sentence: str) -> None:
        self.say_wrong("")
        self.query_one("#told", Words).say(sentence or self.words("log.word_why"))

    def _marks(self) -> list[tuple[str, int]]:
        return [(self._called(log.mark), log.mark) for log in self._book.group.logs]

    def _called(self, mark: int) -> str:
        return str(self.words.words["log.marks"][mark])

    def _mark(self) -> int | None:
        chosen = self._chosen("mark")
        return chosen if isinstance(chosen, int) else None

    def _entry_kind(self) -> EpisodeKind | None:
        chosen = self._chosen("kind")
        return EpisodeKind(chosen) if isinstance(chosen, str) else None

    def _chosen(self, field: str) -> object:
        select = self.query_one(f"#{field}", Select)
        return None if select.is_blank() else select.value

    def _value(self, field: str) -> str:
        return self.query_one(f"#{field}", Input).value
