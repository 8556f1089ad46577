"""How the hosts get in to write: what their keys are made of, and what the room's network is called."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What has to stay the same when the program is started again in the middle of a session.

    `secret` is what all keys of the session are made of; empty until they are first needed, and when the session's raw
    notes are erased. `codes_used` counts the short codes that were replaced. `port` is where the laptop listened last,
    0 for nowhere yet. `open` says whether new phones get in. `wifi` and `wifi_password` are the room's, where the
    facilitator has given them.
    """

    secret: str = ""
    codes_used: int = 0
    port: int = 0
    open: bool = True
    wifi: str = ""
    wifi_password: str = ""
