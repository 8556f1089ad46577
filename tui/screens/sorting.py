"""Plenary and sorting: what came in on the left, what the group makes of it on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList

from sessions.items import Fate
from sessions.prompts import prompt_of
from sessions.trouble import TroubleError
from tui.screens.item import ItemScreen
from tui.screens.step import StepScreen
from tui.screens.trial import begin_trial
from tui.widgets.doubt_line import DoubtLine
from tui.widgets.item_list import ItemList
from tui.widgets.note_list import NoteList
from tui.widgets.show_time import countdown
from tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from sessions.items import Item
    from sessions.session import Session


class SortingScreen(StepScreen):
    """Notes are marked and made into items; items are worded, merged, split, kept or raised. All from the keyboard."""

    CSS_PATH = "sorting.tcss"
    AUTO_FOCUS = "NoteList"
    KEYS_FIRST = (
        "make",
        "decide('raised')",
        "decide('kept')",
        "mark",
        "word",
        "merge",
        "split",
        "remove",
        "raw",
        "other",
        "doubts",
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "make", "item"),
        Binding("m", "mark", "mark"),
        Binding("l", "decide('raised')", "raise"),
        Binding("k", "decide('kept')", "keep"),
        Binding("o", "word", "word"),
        Binding("g", "merge", "merge"),
        Binding("d", "split", "split"),
        Binding("x", "remove", "remove"),
        Binding("tab", "other", "other", key_display="tab"),
        Binding("r", "raw", "raw"),
        Binding("v", "doubts", "doubts"),
        Binding("p", "try_out", "try_out"),
        Binding("u", "undo", "undo"),
        Binding("n", "next", "next"),
    ]

    def compose_step(self) -> ComposeResult:
        """Lay out the two sides, and the questions that help the group."""
        yield Words(id="instruction")
        with Horizontal(id="sides"):
            with Vertical(id="left"):
                with Horizontal(classes="title"):
                    yield Words(id="notes-title")
                    yield Words(id="to-items", classes="across")
                yield NoteList(self.words)
                yield Words(id="no-notes")
            with Vertical(id="right"):
                with Horizontal(classes="title"):
                    yield Words(id="items-title")
                    yield Words(id="to-notes", classes="across")
                yield ItemList(self.words)
                yield Words(id="no-items")
        yield DoubtLine(self.words)
        yield Words(f"{self.words('items.change_it')}   {self.words('items.one_person')}", id="questions")

    def pace(self, session: Session, now: float) -> str:
        """Show the time of the step too, since there is no large clock here."""
        return f"{countdown(session.timer.left_at(now))} · {super().pace(session, now)}"

    def watch_session(self, before: Session | None, after: Session | None) -> None:
        """Follow the keys too: here a note that comes can be the first to sort."""
        super().watch_session(before, after)
        self.refresh_bindings()

    def show(self, session: Session, now: float) -> None:
        """Show notes and items; only what has changed is drawn anew."""
        del now
        words, notes, items = self.words, self.query_one(NoteList), self.query_one(ItemList)
        notes.session = items.session = self.query_one(DoubtLine).session = session
        kind = session.step.kind.value
        self.query_one("#instruction", Words).say(prompt_of(session.step, words) or words(f"instruction.{kind}"))
        open_notes = len(session.open_notes())
        self.query_one("#notes-title", Words).say(
            words("notes.raw") if notes.raw else words("notes.count", n=open_notes)
        )
        self.query_one("#items-title", Words).say(words("items.count", n=len(session.items)))
        both = bool(open_notes and session.items)
        self.query_one("#to-items", Words).say(f"tab → {words('items.count', n=len(session.items))}" if both else "")
        self.query_one("#to-notes", Words).say(f"tab → {words('notes.count', n=open_notes)}" if both else "")
        notes.display, items.display = bool(open_notes), bool(session.items)
        self.query_one("#no-notes", Words).say(
            "" if open_notes else words("notes.sorted" if session.notes else "notes.none")
        )
        self.query_one("#no-items", Words).say("" if session.items else words("items.none"))
        self._keep_focus()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show the keys of the side that is in use."""
        if self.session is None or not self.is_mounted:
            return True
        items = bool(self.session.items)
        if action in {"decide", "word", "split", "remove"}:
            return items and self._on_items
        if action == "merge":
            return items and len(self.query_one(ItemList).marked) > 1
        if action == "other":
            return items and bool(self.session.open_notes())
        if action == "try_out":
            return self.room.book is not None
        if action == "raw":
            return bool(self.session.notes)
        if action == "doubts":
            return items or bool(self.session.notes)
        return super().check_action(action, parameters)

    def action_make(self) -> None:
        """Make an item of the marked notes, or of the one the cursor is on; without any, of what is written now."""
        notes = self.query_one(NoteList)
        chosen = [] if self._on_items and not notes.marked else notes.chosen()
        if not chosen:
            self.app.push_screen(ItemScreen(self.room, self.words))
            return
        self._try(lambda: self.room.make_item_of(chosen))
        notes.marked = frozenset()

    def action_mark(self) -> None:
        """Mark or unmark what the cursor is on."""
        (self.query_one(ItemList) if self._on_items else self.query_one(NoteList)).mark()
        self.refresh_bindings()

    def action_decide(self, fate: str) -> None:
        """Keep or raise; the first time an item is raised, ask what the group asks for."""
        item = self._item()
        if item is None:
            return
        self._try(lambda: self.room.decide(item.number, Fate(fate)))
        if fate == Fate.RAISED.value and not item.ask:
            self.app.push_screen(ItemScreen(self.room, self.words, self._item(), begin="ask"))

    def action_word(self) -> None:
        """Give the item other words."""
        if item := self._item():
            self.app.push_screen(ItemScreen(self.room, self.words, item))

    def action_merge(self) -> None:
        """Make one item of the marked ones."""
        items = self.query_one(ItemList)
        self._try(lambda: self.room.merge(items.in_order()))
        items.marked = frozenset()

    def action_split(self) -> None:
        """Make an item of each paragraph."""
        if item := self._item():
            self._try(lambda: self.room.split(item.number))

    def action_remove(self) -> None:
        """Take the item away."""
        if item := self._item():
            self._try(lambda: self.room.remove_item(item.number))

    def action_other(self) -> None:
        """Go to the other side, at once: the next key may have been pressed already."""
        self.set_focus(self.query_one(NoteList) if self._on_items else self.query_one(ItemList))

    def action_try_out(self) -> None:
        """Put down what someone will try; it stays in the group."""
        begin_trial(self)

    def action_raw(self) -> None:
        """Show what was written before the mask, and that the room sees it; or hide it again."""
        notes = self.query_one(NoteList)
        notes.raw = not notes.raw
        self._refresh_step()

    def action_doubts(self) -> None:
        """Go through the words that may point at someone."""
        from tui.screens.doubts import DoubtsScreen

        self.app.push_screen(DoubtsScreen(self.room, self.words))

    @on(OptionList.OptionSelected, "NoteList")
    def _mark_note(self) -> None:
        self.action_mark()

    @on(OptionList.OptionSelected, "ItemList")
    def _word_item(self) -> None:
        self.action_word()

    def on_descendant_focus(self) -> None:
        """The keys follow the side, and on a narrow wall so does what is shown."""
        self.set_class(self._on_items, "-items")
        self.refresh_bindings()

    @property
    def _on_items(self) -> bool:
        return isinstance(self.focused, ItemList)

    def _item(self) -> Item | None:
        number = self.query_one(ItemList).current()
        return next((item for item in self.room.session.items if item.number == number), None)

    def _keep_focus(self) -> None:
        """A side that has become empty gives the cursor to the other."""
        notes, items = self.query_one(NoteList), self.query_one(ItemList)
        if items.display and not notes.display and not items.has_focus:
            self.set_focus(items)
        elif notes.display and not items.display and not notes.has_focus:
            self.set_focus(notes)

    def _try(self, change: Callable[[], object]) -> None:
        try:
            change()
        except TroubleError as error:
            self.notify(self.words.trouble(error), markup=False)
