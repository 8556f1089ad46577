"""The items as they grow: a mark and a word for where each of them goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widgets.option_list import Option

from sessions.items import Fate
from sessions.mask.shown import veil_of
from sessions.minutes.parts import item_id
from tui.widgets.choices import Side

if TYPE_CHECKING:
    from sessions.items import Item
    from sessions.session import Session
    from sessions.texts import Texts

_FATES = {Fate.KEPT: ("●", "items.kept"), Fate.RAISED: ("▲", "items.raised"), None: ("?", "items.undecided")}


_SHOWN_PARTS = ("items", "people", "rulings")


class ItemList(Side):
    """Every item of the session, in the order in which they were made."""

    session: reactive[Session | None] = reactive(None)
    marked: reactive[frozenset[int]] = reactive(frozenset())

    def __init__(self, words: Texts) -> None:
        super().__init__()
        self._words = words

    def current(self) -> int | None:
        """Give the number of the item that the cursor is on."""
        option = self.highlighted_option
        return int(option.id[1:]) if option and option.id else None

    def in_order(self) -> list[int]:
        """Give the marked items in the order they are shown."""
        return [item.number for item in self.session.items if item.number in self.marked] if self.session else []

    def mark(self) -> None:
        """Mark or unmark the item that the cursor is on."""
        if (current := self.current()) is not None:
            self.marked = self.marked ^ {current}

    def watch_session(self, before: Session | None, after: Session | None) -> None:
        """Draw anew when the items are others, or what is masked of them; the cursor goes to one that is new."""
        if after and (
            before is None or any(getattr(before, part) is not getattr(after, part) for part in _SHOWN_PARTS)
        ):
            grown = before is not None and len(after.items) > len(before.items)
            self._fill(at=len(after.items) - 1 if grown else None)

    def watch_marked(self) -> None:
        """Draw the marks."""
        self._fill()

    def _fill(self, at: int | None = None) -> None:
        place = at if at is not None else self.highlighted or 0
        self.clear_options()
        if self.session is not None:
            self.add_options(self._option(self.session, item) for item in self.session.items)
            self.highlighted = min(place, self.option_count - 1) if self.option_count else None

    def _option(self, session: Session, item: Item) -> Option:
        mark, fate = _FATES[item.fate]
        chosen = "✓ " if item.number in self.marked else ""
        veil = veil_of(session)
        line = f"{chosen}{mark} {item_id(session, item)} {veil.shown(item.heading)} · {self._words(fate)}"
        if item.raised and item.ask:
            line += f"\n    {self._words('items.ask', ask=veil.shown(item.ask))}"
        return Option(Content(line), id=f"i{item.number}")
