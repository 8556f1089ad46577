"""The one quiet line at the bottom: the keys that work now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.binding import Binding
    from textual.screen import Screen

    from sessions.texts import Texts

GAP = "   "
_LAST = {"undo": 1, "app.next_theme": 2, "app.quit": 3, "help": 4}
_NAMED = frozenset({"space", "enter", "escape", "pagedown", "pageup"})


def key_name(binding: Binding, words: Texts) -> str:
    """Give a key as it is written on the wall: "mellomrom", "n", "?"."""
    key = binding.key_display or binding.key
    return words(f"keys.{key}") if key in _NAMED else key.replace("question_mark", "?")


def working(screen: Screen[Any], words: Texts) -> list[tuple[str, str]]:
    """Give the keys that do something now and what each does, each action once; Textual's own have no words of ours.

    What the screen has in its `KEYS_FIRST` comes first, in that order; what every screen has comes last.
    """
    first = [*getattr(screen, "KEYS_FIRST", ())]
    seen: dict[str, Binding] = {}
    for active in screen.active_bindings.values():
        if active.enabled and active.binding.show and active.binding.description:
            seen.setdefault(active.binding.action, active.binding)
    order = {action: place - len(first) for place, action in enumerate(first)} | _LAST
    ordered = sorted(seen.values(), key=lambda binding: order.get(binding.action, 0))
    said = ((key_name(binding, words), words.find(f"keys.{binding.description}")) for binding in ordered)
    return [(key, name) for key, name in said if name]


class KeyLine(Widget):
    """Shows the keys of its screen in their order; those at the end give way where there is no room, help stays."""

    bindings: reactive[tuple[tuple[str, str], ...]] = reactive(())

    def __init__(self, words: Texts) -> None:
        super().__init__()
        self._words = words

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._read)
        self._read(self.screen)

    def render(self) -> Content:
        """Draw the keys that fit."""
        parts = [Content.assemble((key, "bold"), f" {name}") for key, name in self.bindings]
        while len(parts) > 2 and Content(GAP).join(parts).cell_length > self.content_size.width:
            del parts[-2]
        return Content(GAP).join(parts)

    def _read(self, screen: Screen[Any]) -> None:
        self.bindings = tuple(working(screen, self._words))
