"""What people wrote, as wall, phone and minutes show it: without names or who said it, in the session's language."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from sessions.mask.engine import THRESHOLD, mask
from sessions.mask.gate import findings_left
from sessions.people import Person, names_only
from sessions.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sessions.mask.finding import Finding, Masked
    from sessions.rulings import Ruling

_REMEMBERED = 32_768  # lines: more than a day of cafés writes, so that each is masked once
_ROUNDS = 20


class Piece(NamedTuple):
    """A part of a text, and whether it was put in where something was taken out."""

    text: str
    put_in: bool


class Hint(NamedTuple):
    """A word that may tell of someone: the text before it on its line, the word, the text after it, why, and instead.

    The texts around are as others may see them, so that only the word itself is as it was written. `instead` is what
    would stand there if it were taken out.
    """

    before: str
    word: str
    after: str
    reason: str
    instead: str


class Known(Protocol):
    """What the mask goes by in a session: who takes part, who their leader is, what the group has ruled, the language.

    `threshold` is how many must hold a role before it may stand.
    """

    @property
    def people(self) -> tuple[Person, ...]: ...  # noqa: D102
    @property
    def rulings(self) -> tuple[Ruling, ...]: ...  # noqa: D102
    @property
    def language(self) -> str: ...  # noqa: D102
    @property
    def leader(self) -> str: ...  # noqa: D102
    @property
    def threshold(self) -> int: ...  # noqa: D102


class Names(NamedTuple):
    """What is known outside a session: names to take out, and the language; there the group has ruled on nothing."""

    people: tuple[Person, ...]
    language: str
    rulings: tuple[Ruling, ...] = ()
    leader: str = ""
    threshold: int = THRESHOLD


class Veil:
    """What hangs between what people wrote and those who look. Made by `veil_of`; a line is masked once, then known."""

    def __init__(self, crew: _Crew, rulings: tuple[Ruling, ...]) -> None:
        self._crew = crew
        self._rulings = rulings

    def shown(self, text: str) -> str:
        """Give a text of one line or more as others may see it; blanks that say nothing go."""
        return "".join(piece.text for piece in self.pieces(text))

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """Give the same in pieces, for those who mark what was put in."""
        first, *rest = (self._seen(line).pieces for line in text.split("\n"))
        return (*first, *(piece for line in rest for piece in (Piece("\n", put_in=False), *line)))

    def changed(self, text: str) -> tuple[Piece, ...]:
        """Give the pieces of a text of which others see something else than was written; none where they do not."""
        pieces = self.pieces(text)
        return () if "".join(piece.text for piece in pieces).split() == text.split() else pieces

    def hints(self, text: str) -> Iterator[Hint]:
        """Give the words of a text that are in doubt, in order."""
        for line in text.split("\n"):
            yield from self._seen(line).hints

    def left(self, text: str) -> str:
        """Give what should stand in place of the first thing in a finished text that is certain; nothing: none is.

        This asks the mask itself, so that what went wrong on the way to the text is seen.
        """
        own = _unworded(text, self._crew.language)
        crew = self._crew
        found = findings_left(
            own, crew.people, threshold=crew.threshold, rulings=self._rulings, members_only=crew.members_only
        )
        return _instead(found[0], self._crew.language) if found else ""

    def _seen(self, line: str) -> _Seen:
        line = " ".join(line.split())
        return _seen(line, self._crew, tuple(ruling for ruling in self._rulings if ruling.word in line))


def veil_of(known: Known) -> Veil:
    """Give the veil for what people wrote."""
    return _veil(_named(known.people, known), known.rulings, known.language, known.threshold)


def settled_veil_of(known: Known) -> Veil:
    """Give the veil for what was settled before anyone spoke: a unit's name may stand in it, a person's may not."""
    return _veil(_named(names_only(known.people), known), known.rulings, known.language, known.threshold)


def naming_veil_of(known: Known) -> Veil:
    """Give the veil for what a group is called: only the names of those who are known are taken out.

    Houses and wards are called after places, and so are people; nobody is told of by the name of a house.
    """
    people = _named(names_only(known.people), known)
    return _veil(people, known.rulings, known.language, known.threshold, members_only=True)


def _named(people: tuple[Person, ...], known: Known) -> tuple[Person, ...]:
    """Give those whose names are taken out: the people, and their leader, who is spoken of and does not take part."""
    return (*people, Person(known.leader)) if known.leader else people


def remember(written: Iterable[str], veil: Veil) -> None:
    """Mask texts ahead of their use, and load what the first one needs: for a thread of its own."""
    for text in ("Kari 12345678", *written):
        veil.pieces(text)


def without_members(text: str, people: Sequence[Person], language: str) -> str:
    """Give a text as it was written but for the names of `people`: for words of someone who is not one of them."""
    if not people:
        return text
    named = names_only(people)
    return "\n".join(_without_members(line, named, language) for line in text.split("\n"))


@lru_cache(maxsize=_REMEMBERED)
def _without_members(line: str, people: tuple[Person, ...], language: str) -> str:
    masked = mask(line, people, members_only=True).text
    return line if masked == line else _said(masked, language)


class _Crew:
    """What the mask goes by, told apart by which object it is: a long list is not read again for each line."""

    def __init__(self, people: tuple[Person, ...], language: str, threshold: int, *, members_only: bool) -> None:
        self.people = people
        self.members_only = members_only
        self.language = language
        self.threshold = threshold


class _Seen(NamedTuple):
    pieces: tuple[Piece, ...]
    hints: tuple[Hint, ...]


@lru_cache(maxsize=64)
def _veil(
    people: tuple[Person, ...],
    rulings: tuple[Ruling, ...],
    language: str,
    threshold: int,
    *,
    members_only: bool = False,
) -> Veil:
    return Veil(_crew(people, language, threshold, members_only), rulings)


@lru_cache(maxsize=16)
def _crew(people: tuple[Person, ...], language: str, threshold: int, members_only: bool) -> _Crew:
    return _Crew(people, language, threshold, members_only=members_only)


@lru_cache(maxsize=_REMEMBERED)
def _seen(line: str, crew: _Crew, rulings: tuple[Ruling, ...]) -> _Seen:
    language = crew.language
    masked = _at_rest(_unworded(line, language), crew, rulings)
    hints = (
        Hint(
            _said(masked.text[: found.start], language),
            masked.text[found.start : found.end],
            _said(masked.text[found.end :], language),
            found.reason,
            _instead(found, language),
        )
        for found in masked.findings
        if not found.sure
    )
    return _Seen(tuple(_pieces(masked.text, language)), tuple(hints))


def _at_rest(text: str, crew: _Crew, rulings: tuple[Ruling, ...]) -> Masked:
    """Take out names, and who said it, until there is nothing more of either: what is left in doubt has its places."""
    from sessions.mask.unattributed import unattributed

    for _ in range(_ROUNDS):
        masked = mask(text, crew.people, threshold=crew.threshold, rulings=rulings, members_only=crew.members_only)
        after = unattributed(masked.text)
        if after == text:
            break
        text = after
    return masked


def _instead(found: Finding, language: str) -> str:
    from sessions.mask.placeholders import PLACEHOLDERS

    return _worded(found.instead or PLACEHOLDERS[found.kind], language)


def _said(masked: str, language: str) -> str:
    return "".join(piece.text for piece in _pieces(masked, language))


def _pieces(masked: str, language: str) -> Iterator[Piece]:
    from sessions.mask.placeholders import placeholders_in

    place = 0
    for start, end in placeholders_in(masked):
        if place < start:
            yield Piece(masked[place:start], put_in=False)
        yield Piece(_worded(masked[start:end], language), put_in=True)
        place = end
    if place < len(masked):
        yield Piece(masked[place:], put_in=False)


def _worded(found: str, language: str) -> str:
    """Give a placeholder in another language, with its capital and its genitive."""
    return _like(found, _wordings("nb", language).get(found.casefold(), found))


def _unworded(text: str, language: str) -> str:
    """Give a text with the placeholders of another language as the mask knows them, so that it leaves them alone."""
    if language == "nb":
        return text
    return _worded_places(language).sub(lambda m: _like(m[0], _wordings(language, "nb")[m[0].casefold()]), text)


def _like(found: str, said: str) -> str:
    return said[0].upper() + said[1:] if found[0].isupper() else said


@cache
def _wordings(language: str, other: str) -> Mapping[str, str]:
    """Give every placeholder of a language, and it as an owner, with the same in another language."""
    words, others = texts(language), texts(other)
    pairs = [(words(key), others(key)) for key in words.words if key.startswith("placeholder.") and key != _OWNER]
    owners = [(words(_OWNER, who=one), others(_OWNER, who=other)) for one, other in pairs]
    return {one.casefold(): other for one, other in (*pairs, *owners)}


@cache
def _worded_places(language: str) -> re.Pattern[str]:
    known = sorted(map(re.escape, _wordings(language, "nb")), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(known)})(?!\w)", re.IGNORECASE)


_OWNER = "placeholder.owner"
