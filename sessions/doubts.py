"""Doubts: what may point at someone though the mask cannot tell. Where it must choose, it asks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sessions.mask.shown import Veil, settled_veil_of, veil_of
from sessions.rulings import Ruling
from sessions.sorting import heading_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sessions.mask.shown import Hint
    from sessions.notes import Note
    from sessions.session import Session

_END = re.compile(r"[.!?…]+[\"»”')\]]*(?:\s+(?=[\W\d]*[^\W\d_a-zæøå])|$)")
_LONGEST = 120  # characters on either side of the word: what is needed to see who is meant

Sense = tuple[str, str]
"""A word as it is written, and the key of why it is in doubt: what the group rules on."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands around a word in doubt, as others may see it."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that may point at someone, with every sentence it stands in.

    `reason` is the key of why. `instead` is what stands there when it is taken out. `masked` is what the group has
    chosen: to take it out, to let it stand, or None for not chosen yet.
    """

    word: str
    reason: str
    instead: str
    sentences: tuple[Sentence, ...]
    masked: bool | None

    @property
    def sense(self) -> Sense:
        """What is ruled on."""
        return self.word, self.reason

    @property
    def waits(self) -> bool:
        """Whether nothing has been chosen yet."""
        return self.masked is None

    def taken_out(self, sentence: Sentence) -> str:
        """Give a sentence as it reads without the word."""
        begins = self.word[0].isupper() and not sentence.before.strip(" «\"'(–-")
        instead = self.instead[0].upper() + self.instead[1:] if begins else self.instead
        return f"{sentence.before}{instead}{sentence.after}"


@dataclass(frozen=True, slots=True)
class Voice:
    """A note in a language or dialect that nobody else at its table writes, so that it may point at its writer.

    `text` is as others see it. `let_be` says that the group finds it fine as it is.
    """

    note: str
    text: str
    let_be: bool

    @property
    def waits(self) -> bool:
        """Whether nothing has been chosen yet."""
        return not self.let_be


def doubts(session: Session) -> tuple[Doubt, ...]:
    """Give what is in doubt in notes, items and headings, and what was and is ruled on, as they are come upon."""
    chosen = {(ruling.word, ruling.reason): ruling.masked for ruling in session.rulings}
    unruled = replace(session, rulings=())
    found: dict[Sense, list[Hint]] = {}
    for veil, bare, text in _written(session, unruled):
        for hint in bare.hints(text):
            place = found.setdefault((hint.word, hint.reason), [])
            if (hint.word, hint.reason) in chosen:
                place.append(hint)
        for hint in veil.hints(text):  # what is ruled on is in doubt no more; where other words have gone, more may be
            found.setdefault((hint.word, hint.reason), []).append(hint)
    return tuple(
        Doubt(*sense, hints[0].instead, tuple(dict.fromkeys(map(_sentence, hints))), chosen.get(sense))
        for sense, hints in found.items()
        if hints
    )


def open_doubts(session: Session) -> int:
    """Count the words on which nothing has been chosen yet."""
    senses = {(hint.word, hint.reason) for veil, _, text in _written(session, session) for hint in veil.hints(text)}
    return len(senses)


def voices(session: Session) -> tuple[Voice, ...]:
    """Give the notes that are alone with their way of writing, but those that an item tells in other words."""
    veil, lone = veil_of(session), _lone(tuple(session.notes.values()))
    found = ((note.id, veil.shown(note.text)) for note in session.notes.values() if note.id in lone)
    return tuple(
        Voice(note, text, note in session.let_be) for note, text in found if not _told_otherwise(session, note, text)
    )


@lru_cache(maxsize=4)
def _lone(notes: tuple[Note, ...]) -> frozenset[str]:
    """Give the ids of the notes that are alone, looked for once: that the group sorts them changes no note."""
    from sessions.mask.tongue import lone_voices  # not before there are notes

    return lone_voices(notes)


def _told_otherwise(session: Session, note: str, text: str) -> bool:
    """Tell whether items have been made of a note, and none of them has its words any more."""
    own = [item for item in session.items if note in item.notes]
    return bool(own) and not any(text in item.text or item.heading == heading_of(text) for item in own)


def ruled(session: Session, sense: Sense, *, masked: bool) -> Session:
    """Choose for a word in doubt; what was approved before has to be read and approved again."""
    ruling = Ruling(*sense, masked=masked)
    others = tuple(one for one in session.rulings if (one.word, one.reason) != sense)
    return replace(session, rulings=(*others, ruling), approved_on=None)


def as_ruled_before(was: Session, now: Session) -> Session:
    """Give `now` with what was chosen in `was`; notes that have been written anew since are not let be."""
    let_be = tuple(note for note in was.let_be if note in now.let_be)
    return replace(now, rulings=was.rulings, let_be=let_be, approved_on=None)


def _written(session: Session, unruled: Session) -> Iterator[tuple[Veil, Veil, str]]:
    """Give every text that others see, each with the veils that hang before it: as ruled on, and bare of rulings."""
    spoken, settled = (veil_of(session), veil_of(unruled)), (settled_veil_of(session), settled_veil_of(unruled))
    for note in session.notes.values():
        yield *spoken, note.text
    for item in session.items:
        for text in (item.text, item.heading, item.ask):
            yield *spoken, text
    for text in (session.title, session.group, session.purpose, *(table.theme for table in session.tables)):
        yield *settled, text


def _sentence(hint: Hint) -> Sentence:
    """Cut the sentence of a word out of its line; a very long one at whole words."""
    line, start = hint.before + hint.word + hint.after, len(hint.before)
    stop = start + len(hint.word)
    begins = max((match.end() for match in _END.finditer(line) if match.end() <= start), default=0)
    ends = next((match.end() for match in _END.finditer(line, stop)), len(line))
    before, after = line[begins:start], line[stop:ends].rstrip()
    if len(before) > _LONGEST:
        before = "…" + before[-_LONGEST:].partition(" ")[2]
    if len(after) > _LONGEST:
        after = after[:_LONGEST].rpartition(" ")[0] + "…"
    return Sentence(before, after)
