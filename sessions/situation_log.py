"""The situation log: what someone wants to think about with the group. It is hers until she hands it in, rewritten.

It is locked under a word that she chooses: Argon2id makes a key of the word, at the cost that libsodium calls moderate
(https://doc.libsodium.org/password_hashing/default_phf), and XChaCha20-Poly1305 locks the text with the key. The word
is stored nowhere, so a log whose word is forgotten is lost.
"""

from __future__ import annotations

import json
import secrets
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from sessions.notes import plain
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sessions.group import Group

PROMPTS = ("episode", "set_off", "handled", "hard", "help", "will_try")
MARKS = 40  # logs that a group can have at a time; each is known by a mark that says nothing of its owner
LONGEST_ANSWER, SHORTEST_WORD = 700, 6  # characters
_BLOCK = 2048  # bytes: texts are made as long as the next multiple, so that their length tells little


class LogError(TroubleError):
    """A log that cannot be kept or opened."""


class EpisodeKind(Enum):
    """What an episode is about, in four kinds."""

    BEHAVIOUR = "behaviour"
    NEXT_OF_KIN = "next_of_kin"
    TASKS = "tasks"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class HandedIn:
    """That an episode of a kind was handed in, in a month, told by its first day. Nothing else is known of it."""

    month: date
    kind: EpisodeKind


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A log in the clear: what stands at each of the six prompts, and the kind, where one was chosen."""

    answers: tuple[str, ...]
    kind: EpisodeKind | None = None


@dataclass(frozen=True, slots=True)
class SealedLog:
    """A locked log, known by its mark (0 to 39). `work` and `memory` are what Argon2id was asked to spend."""

    mark: int
    salt: str
    box: str
    work: int
    memory: int


class Cost(NamedTuple):
    """What it costs to make a key of a word: passes, and bytes of memory. None: what libsodium calls moderate."""

    work: int
    memory: int


def entry_of(answers: Sequence[str], kind: str = "") -> LogEntry:
    """Give a log of what was written at the six prompts. Raises LogError when nothing was, or far too much."""
    cleaned = tuple(plain(answer) for answer in answers)
    if len(cleaned) != len(PROMPTS) or not any(cleaned):
        raise LogError("log.empty")
    if any(len(answer) > LONGEST_ANSWER for answer in cleaned):
        raise LogError("log.long", most=LONGEST_ANSWER)
    return LogEntry(cleaned, EpisodeKind(kind) if kind in {one.value for one in EpisodeKind} else None)


def sealed(group: str, mark: int, entry: LogEntry, word: str, cost: Cost | None = None) -> SealedLog:
    """Lock a log of a group under a word, in a second or so. Raises LogError for a word that is easily guessed."""
    from nacl.bindings import sodium_pad
    from nacl.pwhash import argon2id
    from nacl.secret import Aead
    from nacl.utils import random

    word = _cleaned(word)
    if len(word) < SHORTEST_WORD:
        raise LogError("log.short_word", least=SHORTEST_WORD)
    work, memory = cost or Cost(argon2id.OPSLIMIT_MODERATE, argon2id.MEMLIMIT_MODERATE)
    salt = random(argon2id.SALTBYTES)
    text = json.dumps({"answers": entry.answers, "kind": entry.kind.value if entry.kind else ""})
    box = Aead(_key(word, salt, work, memory)).encrypt(sodium_pad(text.encode(), _BLOCK), _bound(group, mark))
    return SealedLog(mark, b64encode(salt).decode(), b64encode(box).decode(), work, memory)


def opened(group: str, log: SealedLog, word: str) -> LogEntry:
    """Open a log with its word, in a second or so. Raises LogError for another word, or when the log was altered."""
    from nacl.bindings import sodium_unpad
    from nacl.exceptions import CryptoError
    from nacl.secret import Aead

    try:
        key = _key(_cleaned(word), b64decode(log.salt), log.work, log.memory)
        text = sodium_unpad(Aead(key).decrypt(b64decode(log.box), _bound(group, log.mark)), _BLOCK)
    except (CryptoError, ValueError) as error:
        raise LogError("log.wrong_word") from error
    told = json.loads(text)
    return entry_of(told["answers"], told["kind"])


def log_of(group: Group, mark: int) -> SealedLog:
    """Give the log with a mark; LogError when there is none."""
    found = next((log for log in group.logs if log.mark == mark), None)
    if found is None:
        raise LogError("log.gone")
    return found


def free_mark(group: Group) -> int:
    """Give a mark that no log has, any of them: marks tell nothing of who came first. LogError when there is none."""
    free = sorted(set(range(MARKS)) - {log.mark for log in group.logs})
    if not free:
        raise LogError("log.full")
    return secrets.choice(free)


def with_log(group: Group, log: SealedLog) -> Group:
    """Give the group with a log, in the place of the one with the same mark; they stand by their marks."""
    others = (one for one in group.logs if one.mark != log.mark)
    return replace(group, logs=tuple(sorted((*others, log), key=lambda one: one.mark)))


def without_log(group: Group, mark: int) -> Group:
    """Give the group without a log."""
    return replace(group, logs=tuple(one for one in group.logs if one.mark != mark))


def with_kind(group: Group, kind: EpisodeKind, on: date) -> Group:
    """Give the group with one more episode of a kind handed in; only the month is kept."""
    counted = (*group.handed_in, HandedIn(on.replace(day=1), kind))
    return replace(group, handed_in=tuple(sorted(counted, key=lambda one: (one.month, one.kind.value))))


def _key(word: str, salt: bytes, work: int, memory: int) -> bytes:
    from nacl.pwhash import argon2id
    from nacl.secret import Aead

    try:
        return argon2id.kdf(Aead.KEY_SIZE, word.encode(), salt, opslimit=work, memlimit=memory)
    except RuntimeError as error:  # libsodium had not so much memory
        raise LogError("log.memory", megabytes=memory // 2**20) from error


def _cleaned(word: str) -> str:
    """Give the word as it counts: phones begin with a capital of their own accord, and put a blank after it."""
    return " ".join(unicodedata.normalize("NFC", word).casefold().split())


def _bound(group: str, mark: int) -> bytes:
    """Give what a locked text is bound to, so that one log cannot be put in another's place."""
    return f"{group}/{mark}".encode()
