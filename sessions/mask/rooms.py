"""Which room or flat: "rom 204", "seng 2", "leilighet H0203", "Hansen på 307"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sessions.mask.finding import Finding, Kind
from sessions.mask.lexicon import lists
from sessions.mask.wordings import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = r"[ \u00a0]{0,2}"
_NUMBER = r"(?:[A-ZÆØÅa-zæøå]{1,2}[ -]?)?\d{1,4}(?:[ ]?[A-Da-d](?!\w))?(?:[-/.][ ]?\d{1,3})?(?!\w|%|[.,:]\d)"
_COUNTED = rf"(?![ ]{any_of('counted_after')}\b)"
_NAMED = re.compile(
    rf"\b{any_of('rooms')}\.?{_GAP}(?:(?:nr|nummer|no|num)\b\.?)?{_GAP}[:#\-]?{_GAP}{_NUMBER}", re.IGNORECASE
)
_ONE_MORE = re.compile(rf"[ ]?(?:,|/|\+|&|og\b|eller\b)[ ]?({_NUMBER}){_COUNTED}")
_GLUED = re.compile(r"\b(?:rom|leil|lgh|seng|rm)(?:nr)?\d{1,4}[a-d]?\b", re.IGNORECASE)
_DWELLING = re.compile(r"(?<!\w)(?:[HULK]0\d{3}|[hulk]0[1-9]\d{2})(?!\w)")
_BARE = re.compile(
    rf"(?:(?<=\s)|^)(?P<lead>{any_of('toward')})[ \u00a0](?P<number>\d{{1,4}}[A-Da-d]?)"
    r"(?P<more>(?:[ ](?:og|eller)[ ]\d{2,4}[A-Da-d]?)*)(?![\w%]|[.,:/-]\d|[-–]\w|[ ]?[%–/-])",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:^|[.!?,;:][ \n]+|\n|\b(?:og|men|at) )(?P<number>\d{3}[A-Da-d]?)(?=[ ])")
_RESIDENT = re.compile(rf"\b(?:{any_of('residents')}|\[navn\])\.?$", re.IGNORECASE)
_NEXT = re.compile(r"[ ]([^\W\d_]+)")
_LOOK_BACK = 24
_HUNDREDS, _LARGEST = 100, 999
_NO_ROOM = frozenset({"110", "112", "113", "365", "911"})
_TOWARD = frozenset({"til", "te", "hos", "hjå", "frå", "fra", "av", "inn til"})


def find_rooms(text: str) -> Iterator[Finding]:
    """Find rooms, beds and flats: by their word, by the shape of a dwelling number, and bare numbers that read so."""
    for match in _NAMED.finditer(text):
        yield Finding(*match.span(), Kind.ROOM, reason="room")
        more = _ONE_MORE.match(text, match.end())
        while more:
            yield Finding(*more.span(1), Kind.ROOM, reason="room")
            more = _ONE_MORE.match(text, more.end())
    for pattern in (_GLUED, _DWELLING):
        yield from (Finding(*match.span(), Kind.ROOM, reason="room") for match in pattern.finditer(text))
    yield from _bare_numbers(text)


def _bare_numbers(text: str) -> Iterator[Finding]:
    for match in _BARE.finditer(text):
        if _reads_as_room(text, match):
            yield Finding(match.start("number"), match.end("more"), Kind.ROOM, reason="may_be_a_room")
    for match in _SUBJECT.finditer(text):
        following = _next_word(text, match.end("number"))
        if following in lists()["room_verbs"] and not _is_round(match["number"]):
            yield Finding(*match.span("number"), Kind.ROOM, reason="may_be_a_room")


def _reads_as_room(text: str, match: re.Match[str]) -> bool:
    """Say whether a bare number after a preposition is a room, and does not count or measure what follows."""
    number, following, lead = match["number"], _next_word(text, match.end()), match["lead"].lower()
    counts = following and following not in lists()["after_room"] | lists()["verbs"] | lists()["room_verbs"]
    on = lead.endswith("på")
    if counts or number[0] == "0" or _is_round(number) or not (on or lead in _TOWARD or lead == "i"):
        return False
    size = int(re.sub(r"\D", "", number))
    if _HUNDREDS <= size <= _LARGEST:
        return True
    resident = on and _RESIDENT.search(text[max(0, match.start() - _LOOK_BACK) : match.start()].rstrip()) is not None
    return size < _HUNDREDS and (resident or " " in lead or number[-1].isalpha())


def _is_round(number: str) -> bool:
    return number.endswith("00") or number in _NO_ROOM


def _next_word(text: str, end: int) -> str:
    following = _NEXT.match(text, end)
    return following[1].lower() if following else ""
