"""The code that phones scan, as large as the wall: the network's first, where it is known, then the page's."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.reactive import reactive
from textual.screen import ModalScreen

from tui.phones import NextAddress, Phones
from tui.screens.doors import DoorsScreen
from tui.screens.wifi import WifiScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.qr import QrCode, largest
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from sessions.entry import Entry
    from sessions.room import Room
    from sessions.texts import Texts

_ABOVE_AND_UNDER = 2  # lines for the count of phones and the keys
_CAPTION = 3  # lines under one of two codes
_BESIDE = 34  # columns beside a code that stands alone
_APART = 4  # columns between two codes


class CodeScreen(ModalScreen[None]):
    """Shows one code, or two side by side; where two have no room, one after the other, and where none has, words."""

    CSS_PATH = "code.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "other", "other_code"),
        Binding("a", "address", "address"),
        Binding("f", "wifi", "wifi"),
        Binding("d", "doors", show=False),
        Binding("escape,w,q", "close", "close"),
    ]

    phones: reactive[Phones | None] = reactive(None)
    first: reactive[bool] = reactive(True)

    def __init__(self, room: Room, words: Texts, *, form: bool = False) -> None:
        """`form` shows the code of the evaluation's form instead of that of the tables."""
        super().__init__()
        self._room = room
        self._words = words
        self._form = form

    def compose(self) -> ComposeResult:
        """Lay out the two codes, each under what it is for."""
        with Horizontal(id="codes"):
            for name in ("network", "page"):
                with Container(id=name):
                    yield QrCode()
                    with Vertical():
                        yield Words(classes="for")
                        yield Words(classes="under")
        yield Words(id="no-room")
        yield Words(id="reached")
        yield KeyLine(self._words)

    def on_mount(self) -> None:
        """Follow what the app knows of the phones."""
        self.watch(self.app, "phones", self._told)

    def _told(self, phones: Phones | None) -> None:
        self.phones = phones

    def on_resize(self) -> None:
        """Show them as large as there is room for, once it is known how much there is."""
        self.call_after_refresh(self.show)

    def watch_phones(self) -> None:
        """Show the address that is used now, and how many have come."""
        self.show()

    def watch_first(self) -> None:
        """Show the other code."""
        self.show()

    def show(self) -> None:
        """Draw what there is to scan; what there is no room for, or no use in scanning now, is said in words."""
        if not self.is_mounted or self.phones is None:
            return
        placed, words, is_open = self._placed(self.phones), self._words, self._open
        self.set_class(len(placed) > 1 and all(placed.values()), "-two")
        self.set_class(bool(placed) and not any(placed.values()), "-words")
        for place in ("network", "page"):
            box = self.query_one(f"#{place}")
            box.display = place in placed
            if place in placed:
                self._show(box, place, placed[place], self.phones)
        self.query_one("#no-room", Words).say(words("door.no_room"))
        self.query_one("#reached", Words).say(reached(self.phones, words) if is_open else words("door.shut"))
        self.refresh_bindings()

    def _show(self, box: Widget, place: str, scale: int, phones: Phones) -> None:
        entry, words, way = self._room.session.entry, self._words, "scanned" if scale else "typed"
        code = box.query_one(QrCode)
        code.display = scale > 0
        code.text, code.scale = wifi_code(entry) if place == "network" else self._url(phones), max(scale, 1)
        if place == "network":
            password = words("door.password", password=entry.wifi_password) if entry.wifi_password else ""
            under = "\n".join(filter(None, [words("door.wifi", name=entry.wifi), "" if scale else password]))
        else:
            under = phones.short
            place = "then_page" if entry.wifi else "page"
        if self._form and scale and place != "network":
            title = words("evaluation.then_form" if entry.wifi else "evaluation.scan")
        else:
            title = words(f"door.{way}.{place}")
        box.query_one(".for", Words).say(title)
        box.query_one(".under", Words).say(under)

    def _placed(self, phones: Phones) -> dict[str, int]:
        """Give what is shown now, each with its scale: two codes side by side, or one; 0 for one without room.

        Empty while nobody can come in: the door is closed, or the laptop is on no network.
        """
        entry, columns, lines = self._room.session.entry, self.size.width - _APART, self.size.height - _ABOVE_AND_UNDER
        if not self._open or phones.local:
            return {}
        wifi = wifi_code(entry)
        texts = {"network": wifi, "page": self._url(phones)} if wifi else {"page": self._url(phones)}
        paired = {place: largest(text, columns // 2, lines - _CAPTION) for place, text in texts.items()}
        if wifi and all(paired.values()):
            return paired
        alone = {place: largest(text, columns - _BESIDE, lines) for place, text in texts.items()}
        if not any(alone.values()):
            return alone
        shown = "network" if wifi and self.first else "page"
        return {shown: alone[shown]}

    @property
    def _open(self) -> bool:
        """Whether who scans comes in, to the tables or to the form."""
        return self._room.session.entry.open

    def _url(self, phones: Phones) -> str:
        return phones.form if self._form else phones.url

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys that would do nothing now."""
        del parameters
        if action == "other":
            wifi = wifi_code(self._room.session.entry)
            return bool(wifi) and self.phones is not None and len(self._placed(self.phones)) == 1
        return action != "address" or (self.phones is not None and self.phones.addresses > 1)

    def action_other(self) -> None:
        """Show the other code."""
        self.first = not self.first

    def action_address(self) -> None:
        """Let the code lead to the laptop's next address."""
        self.post_message(NextAddress())

    def action_wifi(self) -> None:
        """Put down what the network is called."""
        self.app.push_screen(WifiScreen(self._room, self._words), lambda _: self.show())

    def action_doors(self) -> None:
        """Open the door, or close it."""
        self.app.push_screen(DoorsScreen(self._room, self._words), lambda _: self.show())

    def action_close(self) -> None:
        """Go back to the step."""
        self.dismiss(None)


def wifi_code(entry: Entry) -> str:
    """Give the text of the code that connects a phone to the network; empty where the network is not known."""
    if not entry.wifi:
        return ""
    kind = f"T:WPA;S:{_escaped(entry.wifi)};P:{_escaped(entry.wifi_password)}"
    return f"WIFI:{kind if entry.wifi_password else f'T:nopass;S:{_escaped(entry.wifi)}'};;"


def reached(phones: Phones, words: Texts) -> str:
    """Say how many phones have come, and what to do while none has."""
    if phones.local:
        return words("door.local")
    if phones.reached:
        return words.count("door.reached", phones.reached)
    return " ".join([words("door.none_reached"), *([words("door.other_address")] if phones.addresses > 1 else [])])


def _escaped(text: str) -> str:
    """Escape as the format of network codes has it: a backslash before each of its own marks."""
    return "".join(f"\\{character}" if character in '\\;,:"' else character for character in text)
