"""The door: who is let in, which tables have a phone, and what the wall is told about it. Nothing of it is stored."""

from __future__ import annotations

import secrets
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sessions.evaluation import is_open
from tui.door.address import LOOPBACK
from tui.door.keys import Keys, new_secret, same
from tui.phones import FORM, Phones

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sessions.room import Room

MOST_WRONG = 10  # tries at the short code before it is replaced
MOST_ASKING = 20  # phones that wait for a table at one time
SILENT = 45.0  # seconds without a word before a phone without a stream counts as gone


@dataclass(slots=True)
class _Asking:
    """A phone that wants a table that has one; `answer` is None until the facilitator has said something."""

    table: int
    answer: bool | None = None


class Door:
    """One session's way in. Used from the event loop only; listeners are called after each change."""

    def __init__(self, room: Room, port: int, addresses: Sequence[str]) -> None:
        """`addresses` are the laptop's, the best first; `port` is where it listens. Makes the keys the first time."""
        self.room = room
        self.addresses = tuple(addresses)
        self.closing = False
        self._port = port
        self._shown = 0
        self._wrong = 0
        self._greeted = 0
        self._streams: Counter[int] = Counter()
        self._last_word: dict[int, float] = {}
        self._asking: dict[str, _Asking] = {}
        self._listeners: list[Callable[[], None]] = []
        entry = room.session.entry
        if not entry.secret or entry.port != port:
            room.admit(replace(entry, secret=entry.secret or new_secret(), port=port))

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener` after each change of what the wall is told, and when the door closes."""
        self._listeners.append(listener)

    @property
    def keys(self) -> Keys:
        """The keys of the session."""
        return Keys(self.room.session.entry.secret)

    @property
    def code(self) -> str:
        """The short code."""
        return self.keys.code(self.room.session.entry.codes_used)

    @property
    def entrance(self) -> str:
        """The path that the short code leads to: the tables, and while the evaluation is open its form."""
        return f"/{self.keys.door}{FORM if is_open(self.room.session) else ''}"

    @property
    def tables(self) -> list[int]:
        """The numbers of the tables."""
        return [table.number for table in self.room.session.tables]

    @property
    def phones(self) -> Phones:
        """What the wall is told."""
        address = self.addresses[self._shown]
        here = frozenset(table for table in self._last_word if self._in_contact(table))
        waiting = next((asking.table for asking in self._asking.values() if asking.answer is None), 0)
        return Phones(
            url=self.url(),
            short=f"{address}:{self._port}/{self.code}",
            code=self.code,
            addresses=len(self.addresses),
            local=address == LOOPBACK,
            here=here,
            gone={table: last for table, last in self._last_word.items() if table not in here},
            asking=waiting,
            reached=max(self._greeted, sum(self._streams.values()), len(self._last_word)),
        )

    def url(self) -> str:
        """Give the address that the code on the wall stands for: at most 41 characters."""
        return f"http://{self.addresses[self._shown]}:{self._port}/{self.keys.door}"

    # The facilitator

    def next_address(self) -> None:
        """Let the code lead to the next address."""
        self._shown = (self._shown + 1) % len(self.addresses)
        self.tell()

    def found_addresses(self, addresses: Sequence[str]) -> None:
        """Take in that the laptop's addresses are others; the one on the wall stays while there is such a one."""
        if tuple(addresses) != self.addresses:
            shown = self.addresses[self._shown]
            self.addresses = tuple(addresses)
            self._shown = self.addresses.index(shown) if shown in self.addresses and shown != LOOPBACK else 0
            self.tell()

    def answer(self, *, yes: bool) -> None:
        """Let the phone that has asked longest write for its table, or do not."""
        for asking in self._asking.values():
            if asking.answer is None:
                asking.answer = yes
                self.tell()
                return

    # The phones

    def opens_with(self, code: str) -> bool:
        """Tell whether this is the short code; after ten wrong ones from anywhere it is replaced."""
        if same(code.casefold(), self.code):
            return True
        self._wrong += 1
        if self._wrong >= MOST_WRONG:
            self._wrong = 0
            entry = self.room.session.entry
            self.room.admit(replace(entry, codes_used=entry.codes_used + 1))
            self.tell()
        return False

    def greet(self) -> None:
        """Count a phone that has reached us for the first time."""
        self._greeted += 1
        self.tell()

    def has_phone(self, table: int) -> bool:
        """Tell whether a phone has the table."""
        return table in self._last_word

    def take(self, table: int) -> str | None:
        """Give the seat of a table that no phone has; None where the facilitator has to be asked."""
        if self.has_phone(table):
            return None
        self.heard(table)
        return self.keys.seat(table)

    def leave(self, table: int) -> None:
        """Let a table be free again, unless another phone listens there: a phone that leaves still does so itself."""
        if self._streams[table] <= 1:
            self._last_word.pop(table, None)
            self.tell()

    def ask(self, table: int) -> str | None:
        """Ask the facilitator for a table that has a phone; gives what to come back with, None when too many ask."""
        if len(self._asking) >= MOST_ASKING:
            self._asking = {token: asking for token, asking in self._asking.items() if asking.answer is None}
        if len(self._asking) >= MOST_ASKING:
            return None
        token = secrets.token_urlsafe(9)
        self._asking[token] = _Asking(table)
        self.tell()
        return token

    def asked(self, token: str) -> tuple[int, bool | None] | None:
        """Give the table and the answer of what was asked; None when it was not."""
        asking = next((one for known, one in self._asking.items() if same(token, known)), None)
        return (asking.table, asking.answer) if asking else None

    def heard(self, table: int) -> None:
        """Put down that a table's phone is in contact."""
        known = table in self._last_word and self._in_contact(table)
        self._last_word[table] = self.room.now
        if not known:
            self.tell()

    def stream_opened(self, table: int) -> None:
        """Put down that a phone of the table listens."""
        self._streams[table] += 1
        self._last_word[table] = self.room.now
        self.tell()

    def stream_closed(self, table: int) -> None:
        """Put down that it no longer does."""
        self._streams[table] -= 1
        if self.has_phone(table):
            self._last_word[table] = self.room.now
        self.tell()

    def close(self) -> None:
        """Let all who listen go."""
        self.closing = True
        self.tell()

    def tell(self) -> None:
        """Call the listeners."""
        for listener in self._listeners:
            listener()

    def _in_contact(self, table: int) -> bool:
        return self._streams[table] > 0 or self.room.now - self._last_word[table] < SILENT
