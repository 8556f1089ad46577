"""Which room or flat: "rom 204", "seng 2", "leilighet H0203", "Hansen på 307"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sessions.mask.finding import Finding, Kind
from sessions.mask.lexicon import is_verb, lists
from sessions.mask.wordings import any_of, last_word_in, may_end, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = re.compile(r"\d+")
_ENDING = re.compile(r"(?:[ ]?[A-Da-d](?!\w))?(?:[-/.][ ]?\d{1,3})?(?![\w%]|[.,:]\d)")
_MOST_DIGITS = 4
_LETTERS = re.compile(r"(?<!\w)[A-ZÆØÅa-zæøå]{1,2}-?$")
_WORD_BEFORE = re.compile(
    r"(?<!\w)([^\W\d_]{1,24})\.?[ \u00a0]{0,2}(?:(?:nr|nummer|no|num)\.?[ \u00a0]{0,2})?[:#-]?[ \u00a0]{0,2}$",
    re.IGNORECASE,
)
_ONE_MORE = re.compile(
    r"(?:[ ](?:først|fyrst|nå|no))?[ ]?(?:,|/|\+|&|og\b|eller\b|til\b|mot\b|så\b)"
    r"(?:[ ](?:så|deretter|siden|på|også))?[ ]?$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"\b(?:rom|leil|lgh|seng|rm)(?:nr)?\d{1,4}[a-d]?\b", re.IGNORECASE)
_DWELLING = re.compile(r"[HULK]0\d{3}|[hulk]0[1-9]\d{2}")
_PART = re.compile(r"(?<=\d\d\d)-\d{1,2}$")
_NICKNAME = re.compile(r"\d{1,3}['’-]?(?:er|ar)e?n(?!\w)")
_FLOOR_AND_ROOM = re.compile(r"\d-\d{1,2}")
_WITH_WING = re.compile(r"[A-H]\d{3}")
_TOWARD = re.compile(rf"(?:(?<=\s)|^)(?P<lead>{any_of('toward')})[ \u00a0]$", re.IGNORECASE)
_OPEN_END, _ORDINAL = re.compile(r"[ ]?[%–/-]"), re.compile(r"\.[ ]?[a-zæøå]")
_SUBJECT = re.compile(r"(?:^|[.!?,;:][ \n]+|\n|\b(?:og|men|at) )$")
_NEXT = re.compile(r"[ ]([^\W\d_]+)")
_LOOK_BACK = 36
_OF_AN_AGE = re.compile(r"\b(?:en|ein|ei)[ ](?:mann|dame|kar|kvinne|kone|kall|fyr|person)$", re.IGNORECASE)
_SOMEONE = ("[navn]", "en person", "En person", "'n", "’n", "'a", "’a")
_OLD = 50
"""Someone not known yet, whom a number after "på" gives the age of: "ein mann på 84"."""
_HUNDREDS, _LARGEST = 100, 999
_PLACED = re.compile(r"[ ](?:i|på)[ ](?P<sign>nr\.?|nummer|plass|båre|stol)[ ]$", re.IGNORECASE)
_LABEL = re.compile(r":[ ]")
_NO_ROOM = frozenset({"110", "112", "113", "365"})
_CALLED = re.compile(r"\b(?:ring\w*|nødnummer\w*|kall\w*|telefon\w*|i|dager?|dagar)\W*(?:til|på)?\W*$", re.IGNORECASE)
_AND_NEXT = re.compile(r"[ ]og[ ]\d{3}[A-Da-d]?\b")
_SURELY_TOWARD = frozenset({"til", "te", "hos", "hjå", "frå", "fra", "av", "inn til", "utafor", "utanfor", "utenfor"})


def find_rooms(text: str) -> Iterator[Finding]:
    """Find rooms, beds and flats: by their word, by the shape of a dwelling number, and bare numbers that read so."""
    end_of_room = -1
    glued = False
    for digits in _DIGITS.finditer(text):
        nickname = _NICKNAME.match(text, digits.start())
        if nickname and _is_at(text[max(0, digits.start() - _LOOK_BACK) : digits.start()]):
            yield Finding(*nickname.span(), Kind.ROOM, reason="room")
        match = _ENDING.match(text, digits.end())
        start = _start(text, digits.start())
        glued = glued or text[digits.start() - 1 : digits.start()].isalpha()
        if start is None or match is None or digits.end() - digits.start() > _MOST_DIGITS:
            continue
        before = text[max(0, start - _LOOK_BACK) : start]
        named = _WORD_BEFORE.search(before) if may_end(before, "rooms") else None
        number = text[start : match.end()]
        if named and named[1].lower() in words_of("rooms"):
            start -= len(before) - named.start()
        elif not (
            _follows_room(text, start, match.end(), end_of_room) or _reads_as_room(text, number, match.end(), before)
        ):
            continue
        elif placed := _PLACED.search(before):
            start -= len(before) - placed.start("sign")
        end_of_room = match.end()
        yield Finding(start, match.end(), Kind.ROOM, reason="room")
    yield from (Finding(*match.span(), Kind.ROOM, reason="room") for match in (_GLUED.finditer(text) if glued else ()))


def _start(text: str, digits: int) -> int | None:
    """Give where a number begins, a letter or two of its own included; nothing where it goes on from something else."""
    before = text[digits - 1 : digits] if digits else ""
    if before.isalpha() or before == "-":
        letters = _LETTERS.search(text, max(0, digits - len("AB-") - 1), digits)
        return letters.start() if letters else None
    return None if before.isdigit() or before in {",", ".", ":", "/", "_"} else digits


def _follows_room(text: str, start: int, end: int, end_of_room: int) -> bool:
    """Say whether a number goes on from a room before it: "rom 204 og 206"."""
    if end_of_room < 0 or start - end_of_room > len(" først, deretter "):
        return False
    joined = _ONE_MORE.fullmatch(text, end_of_room, start)
    return joined is not None and _next_word(text, end) not in words_of("counted_after")


def _reads_as_room(text: str, number: str, end: int, before: str) -> bool:
    """Say whether a bare number is a room: its shape says so, or someone is in it and nothing is counted by it."""
    if _DWELLING.fullmatch(number) or (_WITH_WING.fullmatch(number) and _TOWARD.search(before)):
        return True
    following = _next_word(text, end)
    digits = _PART.sub("", number).rstrip("ABCDabcd ")
    if _FLOOR_AND_ROOM.fullmatch(number) and _is_at(before):
        return True
    if not digits.isdigit() or number[0] == "0" or _is_round(number, before) or _OPEN_END.match(text, end):
        return False
    if int(digits) < _HUNDREDS and _ORDINAL.match(text, end):
        return False
    subject = following in lists()["room_verbs"] or _AND_NEXT.match(text, end) is not None
    if _HUNDREDS <= int(digits) <= _LARGEST and _stands_for_resident(text, end, before, subject=subject):
        return True
    placed = _PLACED.search(before)
    if placed and _is_resident(before[: placed.start()]):
        return True
    toward = _TOWARD.search(before) if may_end(before, "toward") else None
    if not toward:
        return False
    ahead = before[: toward.start()].rstrip()
    sure = int(digits) >= _HUNDREDS and following not in words_of("counted_after") and _is_resident(ahead)
    if following and not (sure or number[-1].isalpha() or _goes_on(following)):
        return False
    return _is_in_room(ahead, toward["lead"].lower(), number, int(digits))


def _is_at(before: str) -> bool:
    """Say whether someone who lives there is told to be at a number: "han på"."""
    return before.endswith((" på ", " pao ")) and _is_resident(before.rstrip()[:-3].rstrip())


def _stands_for_resident(text: str, end: int, before: str, *, subject: bool) -> bool:
    """Say whether a number stands where the one who lives there would: "204 ringer på", "204: våken", "pas 204"."""
    if last_word_in(before, "in_care"):
        return True
    return (subject or _LABEL.match(text, end) is not None) and _SUBJECT.search(before) is not None


def _goes_on(following: str) -> bool:
    """Say whether the word after a number goes on with the sentence, rather than being what the number counts."""
    known = following in lists()["after_room"] or following in lists()["verbs"] or following in lists()["room_verbs"]
    return known or (is_verb(following) and following not in words_of("counted_after"))


def _is_in_room(before: str, lead: str, number: str, size: int) -> bool:
    on = lead.endswith(("på", "pao"))
    if _HUNDREDS <= size <= _LARGEST:
        return on or lead in _SURELY_TOWARD or lead == "i"
    resident = _is_resident(before) and not (size >= _OLD and _OF_AN_AGE.search(before))
    inside = on and (resident or " " in lead or number[-1].isalpha())
    within = lead in {"i", "te", "til"} and (last_word_in(before, "dwells") or (resident and number[-1].isalpha()))
    return size < _HUNDREDS and (inside or within)


def _is_resident(before: str) -> bool:
    """Say whether what stands before means someone who lives there: "hun", "pas.", "fru [navn]"."""
    return last_word_in(before, "residents") or before.endswith(_SOMEONE)


def _is_round(number: str, before: str) -> bool:
    """Say whether a number rather counts or calls: hundreds, the days of a year, those that one rings in need."""
    return number.endswith("00") or (number in _NO_ROOM and _CALLED.search(before) is not None)


def _next_word(text: str, end: int) -> str:
    following = _NEXT.match(text, end)
    return following[1].lower() if following else ""
