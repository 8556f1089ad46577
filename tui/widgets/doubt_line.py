"""One quiet line that says how much waits for the group to choose; not there while nothing does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from sessions.doubts import open_doubts, voices
from tui.widgets.words import Words

if TYPE_CHECKING:
    from sessions.session import Session
    from sessions.texts import Texts

_COUNTED = ("notes", "items", "people", "rulings", "let_be", "tables")


class DoubtLine(Words):
    """Follows a session; counts anew when something that is counted is another."""

    session: reactive[Session | None] = reactive(None)

    def __init__(self, words: Texts) -> None:
        super().__init__()
        self._words = words
        self.display = False

    def watch_session(self, before: Session | None, after: Session | None) -> None:
        """Say how many words are in doubt, how many notes stand out, and the key that shows them."""
        if after and (before is None or any(getattr(before, part) is not getattr(after, part) for part in _COUNTED)):
            waiting = {"words": open_doubts(after), "voices": sum(voice.waits for voice in voices(after))}
            told = [self._words.count(f"doubts.{what}", many) for what, many in waiting.items() if many]
            self.say(self._words("doubts.look", what=" · ".join(told)))
            self.display = bool(told)
