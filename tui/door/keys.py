"""The keys of a session, all made of one secret: nothing else has to be kept for them to be the same tomorrow."""

from __future__ import annotations

import hmac
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

KEY_LETTERS = 12  # of 64: 72 bits
CODE_LETTERS = 4
_READABLE = "bcdfghjkmnprstvwxz"  # no vowel makes a word of them, and none looks like another letter or a digit


def new_secret() -> str:
    """Make what the keys of a session are made of: 192 bits."""
    return secrets.token_urlsafe(24)


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that are made of a secret."""

    secret: str

    @property
    def door(self) -> str:
        """The key in the address on the wall."""
        return self._made("door")

    def seat(self, table: int) -> str:
        """Give the key with which a phone writes for a table."""
        return self._made(_seat(table))

    def code(self, used: int) -> str:
        """Give the short code that follows when so many have been used up."""
        number = int.from_bytes(self._digest(f"code {used}"), "big")
        letters = []
        for _ in range(CODE_LETTERS):
            number, place = divmod(number, len(_READABLE))
            letters.append(_READABLE[place])
        return "".join(letters)

    def opens(self, key: str) -> bool:
        """Tell whether this is the key of the door. Takes as long whatever the key."""
        return same(key, self.door)

    def table_of(self, seat: str, tables: Iterable[int]) -> int | None:
        """Give the table that this is the key of, None for none. Takes as long whatever the key."""
        given = _bytes(seat)
        found = [table for table in tables if hmac.compare_digest(given, _key(self.secret, _seat(table)))]
        return found[0] if found else None

    def _made(self, purpose: str) -> str:
        return _key(self.secret, purpose).decode("ascii")

    def _digest(self, purpose: str) -> bytes:
        return hmac.digest(self.secret.encode(), purpose.encode(), "sha256")


def _seat(table: int) -> str:
    return f"seat {table}"


@lru_cache(maxsize=128)
def _key(secret: str, purpose: str) -> bytes:
    return urlsafe_b64encode(hmac.digest(secret.encode(), purpose.encode(), "sha256"))[:KEY_LETTERS]


def _bytes(given: str) -> bytes:
    return given.encode("utf-8", "replace")


def same(given: str, right: str) -> bool:
    """Compare two keys in a time that does not tell how much of them is right."""
    return hmac.compare_digest(_bytes(given), right.encode())
