"""What may point at someone, one by one: the word in its sentence, why it is in doubt, and one key for each way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from sessions.doubts import Doubt, Voice, doubts, voices
from tui.screens.dialog import Dialog
from tui.screens.item import ItemScreen
from tui.widgets.large import LargeWords
from tui.widgets.note_list import SHOWN
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.doubts import Sense
    from sessions.room import Room
    from sessions.texts import Texts

_SHOWN, _SHOWN_LOW = 3, 1  # sentences of one word, and in a low window
_LOW = 22  # lines


class DoubtsScreen(Dialog[None]):
    """Goes through what the mask asks about. The words are raw: the sheet says that the room sees them."""

    CSS_PATH = "doubts.tcss"
    HELP = "help.doubts"
    KEYS_FIRST = ("choose(True)", "reword", "choose(False)", "cancel", "turn(1)")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "choose(True)", "take_out"),
        Binding("o", "reword", "reword"),
        Binding("k", "choose(False)", "let_stand"),
        Binding("right", "turn(1)", "page", key_display="→"),
        Binding("left", "turn(-1)", show=False),
        Binding("u", "undo", "undo"),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("escape,q,v", "cancel", "close"),
    ]

    def __init__(self, room: Room, words: Texts) -> None:
        super().__init__(words)
        self._room = room
        self._cards = _cards(room)
        self._at = self._next_open(-1)
        self._chosen: list[Sense | str] = []

    def title_text(self) -> str:
        """Say what is shown, and that the room sees it."""
        card = self._card()
        title = self.words("doubts.voice_title" if isinstance(card, Voice) else "doubts.title")
        place = self.words("doubts.place", place=self._at + 1, all=len(self._cards)) if card else ""
        return " · ".join(filter(None, [title, place, self.words("doubts.seen") if self._cards else ""]))

    def compose_sheet(self) -> ComposeResult:
        """Lay out the word, why it is in doubt, where it stands, and what would stand there."""
        yield LargeWords(id="word", share=0.2)
        yield from (Static(id=part) for part in ("why", "sentences", "instead", "chosen"))

    def on_mount(self) -> None:
        """Show the first on which nothing has been chosen."""
        self._show()

    def on_resize(self) -> None:
        """Show as many sentences as there is room for."""
        self._show()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show the keys that do something here."""
        card = self._card()
        if action == "choose":
            if isinstance(card, Voice):
                return card.waits and not parameters[0]
            return card is not None and card.masked is not parameters[0]
        if action == "reword":
            return isinstance(card, Voice)
        if action == "turn":
            return card is not None if parameters[0] == 1 else self._at > 0
        if action == "undo":
            return bool(self._chosen)
        return super().check_action(action, parameters)

    def action_choose(self, masked: bool) -> None:  # a parameter of the binding
        """Take the word out, or let it stand, wherever it stands so; and go on to the next."""
        card = self._card()
        if isinstance(card, Doubt):
            self._room.rule(card.sense, masked=masked)
        elif isinstance(card, Voice):
            self._room.let_be(card.note)
        if card:
            self._chosen.append(_key(card))
            self._read(_key(card))
            self._at = self._next_open(self._at)
            self._show()

    def action_reword(self) -> None:
        """Tell the note in other words, as an item; what it is made of stays in the group."""
        card = self._card()
        if isinstance(card, Voice):
            if not any(card.note in item.notes for item in self._room.session.items):
                self._room.make_item_of([card.note])
            item = next(item for item in self._room.session.items if card.note in item.notes)
            self.app.push_screen(ItemScreen(self._room, self.words, item), lambda _: self._reworded(card))

    def action_undo(self) -> None:
        """Take the last choice back, and show what it was about."""
        self._room.undo()
        self._read(self._chosen.pop())
        self._show()

    def action_turn(self, cards: int) -> None:
        """Look at the next, or at the one before, with nothing chosen."""
        self._at += cards
        self._show()

    def action_scroll(self, lines: int) -> None:
        """Read on where the sheet is longer than the screen."""
        self.query_one("#content").scroll_relative(y=lines, animate=False)

    # What is shown

    def _reworded(self, card: Voice) -> None:
        """Go on when the item tells it otherwise. What was chosen before is no longer the last thing to undo."""
        self._chosen.clear()
        self._read(_key(card))
        self._at = self._at if self._card() else self._next_open(-1)
        self._show()

    def _card(self) -> Doubt | Voice | None:
        """Give what is shown; None after the last one."""
        return self._cards[self._at] if 0 <= self._at < len(self._cards) else None

    def _read(self, key: Sense | str) -> None:
        """Look again at what is in doubt, and stay where we are: a choice may bring other doubts, or take them away."""
        self._cards = _cards(self._room)
        self._at = next((place for place, card in enumerate(self._cards) if _key(card) == key), len(self._cards))

    def _next_open(self, after: int) -> int:
        """Give the place of the next on which nothing has been chosen, from the first one again after the last."""
        places = [*range(after + 1, len(self._cards)), *range(min(after + 1, len(self._cards)))]
        return next((place for place in places if self._cards[place].waits), len(self._cards))

    def _show(self) -> None:
        card = self._card()
        self.query_one("#title", Words).say(self.title_text())
        self.query_one(LargeWords).text = card.word if isinstance(card, Doubt) else ""
        self.query_one(LargeWords).display = isinstance(card, Doubt)
        if isinstance(card, Doubt):
            self._show_word(card)
        elif card:
            self._show_voice(card)
        else:
            self._show_end()
        self.query_one("#content").scroll_home(animate=False)
        self.refresh_bindings()

    def _show_word(self, card: Doubt) -> None:
        words, key = self.words, f"doubt.{card.reason}"
        several = card.sentences[: _SHOWN_LOW if self.app.size.height < _LOW else _SHOWN]
        more = len(card.sentences) - len(several)
        lines = [Content.assemble("«", one.before, (card.word, "bold reverse"), one.after, "»") for one in several]
        lines += [Content(words.count("doubts.more", more))] if more else []
        stands = card.masked is False
        taken_out = words("doubts.instead", sentence=f"«{card.taken_out(several[0])}»")
        self._say("why", words(key if key in words.words else "doubt.other"))
        self._say("sentences", *lines)
        self._say("instead", "" if stands else taken_out)
        self._say("chosen", "" if card.waits else words("doubts.kept" if stands else "doubts.masked"))

    def _show_voice(self, card: Voice) -> None:
        self._say("why", self.words("doubts.voice"))
        text = card.text if len(card.text) <= SHOWN else f"{card.text[:SHOWN]}…"
        self._say("sentences", f"«{text}»")
        self._say("instead", self.words("doubts.voice_out") if card.waits else "")
        self._say("chosen", "" if card.waits else self.words("doubts.kept"))

    def _show_end(self) -> None:
        """Say whether anything waits still, and what became of the words."""
        words, ruled = self.words, [card for card in self._cards if isinstance(card, Doubt)]
        waiting = any(card.waits for card in self._cards)
        told = {
            "doubts.taken": [card.word for card in ruled if card.masked],
            "doubts.standing": [card.word for card in ruled if card.masked is False],
        }
        self._say("why", words("doubts.waiting" if waiting else "doubts.done" if self._cards else "doubts.none"))
        self._say("sentences", *(words(key, words=", ".join(those)) for key, those in told.items() if those))
        self._say("instead")
        self._say("chosen")

    def _say(self, part: str, *lines: str | Content) -> None:
        """Show lines in a part of the sheet; without any it takes no room."""
        widget = self.query_one(f"#{part}", Static)
        widget.update(Content("\n").join(line if isinstance(line, Content) else Content(line) for line in lines))
        widget.display = any(lines)


def _cards(room: Room) -> tuple[Doubt | Voice, ...]:
    return (*doubts(room.session), *voices(room.session))


def _key(card: Doubt | Voice) -> Sense | str:
    return card.sense if isinstance(card, Doubt) else card.note
