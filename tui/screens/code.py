"""The code that phones scan, as large as the wall: the network's first, where it is known, then the page's."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.reactive import reactive
from textual.screen import ModalScreen

from tui.phones import NextAddress, Phones
from tui.screens.wifi import WifiScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.qr import QrCode, largest, size
from tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sessions.entry import Entry
    from sessions.room import Room
    from sessions.texts import Texts

_ABOVE_AND_UNDER = 2  # lines for the count of phones and the keys
_CAPTION = 3  # lines under one of two codes
_BESIDE = 34  # columns beside a code that stands alone
_APART = 4  # columns between two codes


class CodeScreen(ModalScreen[None]):
    """Shows one code, or two side by side; where two have no room, one after the other."""

    CSS_PATH = "code.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "other", "other_code"),
        Binding("a", "address", "address"),
        Binding("f", "wifi", "wifi"),
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
        yield Words(id="reached")
        yield KeyLine(self._words)

    def on_mount(self) -> None:
        """Follow what the app knows of the phones."""
        self.watch(self.app, "phones", self._told)

    def _told(self, phones: Phones | None) -> None:
        self.phones = phones

    def on_resize(self) -> None:
        """Show them as large as there is room for now."""
        self.show()

    def watch_phones(self) -> None:
        """Show the address that is used now, and how many have come."""
        self.show()

    def watch_first(self) -> None:
        """Show the other code."""
        self.show()

    def show(self) -> None:
        """Draw what there is to scan."""
        if not self.is_mounted or self.phones is None:
            return
        entry, words = self._room.session.entry, self._words
        wifi = wifi_code(entry)
        url = self._url(self.phones)
        both = bool(wifi) and self._fits(wifi, url)
        self.set_class(both, "-two")
        self._show(
            "network", wifi if both or self.first else "", words("door.wifi_first"), words("door.wifi", name=entry.wifi)
        )
        title = words(self._title(wifi=bool(wifi)))
        self._show("page", "" if wifi and self.first and not both else url, title, self.phones.short)
        self.query_one("#reached", Words).say(reached(self.phones, words))
        self.refresh_bindings()

    def _show(self, place: str, text: str, title: str, under: str) -> None:
        box = self.query_one(f"#{place}")
        lines = self.size.height - _ABOVE_AND_UNDER
        alone = largest(text, self._columns() - _BESIDE, lines) if text else 0
        paired = largest(text, self._columns() // 2, lines - _CAPTION) if text else 0
        scale = alone if self._alone() else paired
        box.display = bool(text)
        code = box.query_one(QrCode)
        code.display = scale > 0
        code.text, code.scale = text, max(scale, 1)
        box.query_one(".for", Words).say(title)
        box.query_one(".under", Words).say(under if scale else f"{under}\n{self._words('door.no_room')}")

    def _alone(self) -> bool:
        wifi = wifi_code(self._room.session.entry)
        return not wifi or self.phones is None or not self._fits(wifi, self._url(self.phones))

    def _url(self, phones: Phones) -> str:
        return phones.form if self._form else phones.url

    def _title(self, *, wifi: bool) -> str:
        if self._form:
            return "evaluation.then_form" if wifi else "evaluation.scan"
        return "door.then_page" if wifi else "door.title"

    def _fits(self, *texts: str) -> bool:
        return sum(size(text, 1)[0] for text in texts) <= self._columns()

    def _columns(self) -> int:
        return self.size.width - _APART

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys that would do nothing now."""
        del parameters
        if action == "other":
            return bool(wifi_code(self._room.session.entry)) and self._alone()
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
