"""What came in, by theme, as the mask leaves it; raw only on purpose."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widgets.option_list import Option

from sessions.mask.shown import veil_of
from tui.widgets.choices import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sessions.mask.shown import Veil
    from sessions.notes import Note
    from sessions.session import Session
    from sessions.texts import Texts

_SHOWN_PARTS = ("notes", "items", "people", "rulings", "tables")
SHOWN = 300  # characters of one note; the rest is there when it is opened


class NoteList(Side):
    """The notes that no item is made of yet."""

    session: reactive[Session | None] = reactive(None)
    raw: reactive[bool] = reactive(False)
    marked: reactive[frozenset[str]] = reactive(frozenset())

    def __init__(self, words: Texts) -> None:
        super().__init__()
        self._words = words

    def current(self) -> str | None:
        """Give the id of the note that the cursor is on."""
        option = self.highlighted_option
        return option.id[1:] if option and option.id else None

    def chosen(self) -> list[str]:
        """Give the marked notes in the order they are shown, else the one that the cursor is on."""
        shown = [option.id[1:] for option in self.options if option.id]
        current = self.current()
        return [note for note in shown if note in self.marked] or ([current] if current else [])

    def mark(self) -> None:
        """Mark or unmark the note that the cursor is on."""
        if current := self.current():
            self.marked = self.marked ^ {current}

    def watch_session(self, before: Session | None, after: Session | None) -> None:
        """Draw anew when notes or items are others, or what is masked of them."""
        if after and (
            before is None or any(getattr(before, part) is not getattr(after, part) for part in _SHOWN_PARTS)
        ):
            self._fill()

    def watch_raw(self) -> None:
        """Draw the other form of the notes."""
        self._fill()

    def watch_marked(self) -> None:
        """Draw the marks."""
        self._fill()

    def _fill(self) -> None:
        at = self.highlighted
        self.clear_options()
        if self.session is not None:
            self.add_options(self._sheets(self.session))
        if self.option_count:
            self.highlighted = min(at if at is not None else 0, self.option_count - 1)
            if self.highlighted_option is None or self.highlighted_option.disabled:
                self.action_cursor_down()

    def _sheets(self, session: Session) -> Iterator[Option]:
        themes: dict[str, list[Note]] = defaultdict(list)
        veil = veil_of(session)
        for note in session.open_notes():
            themes[session.theme_of(note)].append(note)
        for theme in sorted(themes, key=lambda name: (not name, name.casefold())):
            if len(themes) > 1 or theme:
                heading = f"{theme or self._words('notes.no_theme')} ({len(themes[theme])})"
                yield Option(Content(heading), disabled=True)
            for note in themes[theme]:
                yield Option(Content(self._line(note, veil)), id=f"n{note.id}")

    def _line(self, note: Note, veil: Veil) -> str:
        line = " ".join((note.text if self.raw else veil.shown(note.text)).split())
        hint = f" · {self._words('phone.lifted')}" if note.lift else ""
        return f"{'✓' if note.id in self.marked else '·'} {line if len(line) <= SHOWN else line[:SHOWN] + '…'}{hint}"
