"""Numbers that belong to one person: fødselsnummer, D-numbers and phone numbers, however they are grouped."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sessions.mask.finding import Finding, Kind
from sessions.mask.wordings import any_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = re.compile(r"\d++(?:[ .\-/\u00a0\u2009\u202f\u2013]{1,3}\d++)*+")
_COUNTRY = re.compile(r"\(?\+\d{1,3}\)?[ \u00a0]?$")
_COUNTED_BEFORE = re.compile(r"\b(?:uke|uker|veke|veker|rom|kl|side|sidene|nr|kr|kroner)\.?[ ]$", re.IGNORECASE)
_THINGS_NUMBER = re.compile(
    rf"(?<!\w){any_of('numbered')}\w*[ .:-]{{0,3}}(?:nr|nummer|no|id|er)?\.?[ :#]{{0,2}}$", re.IGNORECASE
)
_COUNTED = re.compile(r"[ ]?(?:kr|kroner|stk|prosent|%|,-|poeng|skritt)", re.IGNORECASE)
_DAY = re.compile(r"[0-3]\d[01]\d20[0-4]\d|20[0-4]\d[01]\d[0-3]\d")
_IN_WORD = re.compile(r"\w")
_GROUP = re.compile(r"\d+")
_FOREIGN = re.compile(r"(?<![\w+])(?:\+|00)\d{1,3}[ \u00a0-]?(?:\(0\)[ ]?)?\d{2,4}(?:[ \u00a0-]?\d{1,4}){1,5}(?!\w)")
_ASKED_FOR = re.compile(
    r"(?:tlf|telefon\w*|tel|mob|mobil\w*|mobnr|(?<!\w)nummer\w*|(?<!\w)nr|ring|ringe|ringer|ringte|sms|kontakt\w*|vipps\w*)\W{0,3}(?:på|til|nr|er)?\W{0,3}$",
    re.IGNORECASE,
)
_ONLY_NUMBERED = re.compile(r"(?<!\w)(?:nr|nummer)\W{0,3}$", re.IGNORECASE)
_PERSONAL, _PHONE, _FEWEST, _LAST_GROUP = 11, 8, 5, 3
_BIRTH_PART = 6
_LOOK_BACK = 24


class _Group(NamedTuple):
    start: int
    end: int
    digits: str


def find_numbers(text: str) -> Iterator[Finding]:
    """Find what reads as a person's own number.

    Runs of 11 digits go whether the check digits hold or not: a slip of one key is still the number, and test
    populations break the check on purpose.
    """
    taken = 0
    for match in _FOREIGN.finditer(text) if "+" in text or "00" in text else ():
        if _is_phone(match.group()):
            yield Finding(*match.span(), Kind.PHONE, reason="phone")
    for run in _RUN.finditer(text):
        if run.end() - run.start() < _FEWEST:
            continue
        groups = [
            _Group(run.start() + g.start(), run.start() + g.end(), g.group()) for g in _GROUP.finditer(run.group())
        ]
        if _IN_WORD.match(text[run.start() - 1 : run.start()]):
            groups = groups[1:]
        if _IN_WORD.match(text[run.end() : run.end() + 1]):
            groups = groups[:-1]
        for finding in _in_run(text, groups):
            if finding.start >= taken:
                taken = finding.end
                yield finding


def _in_run(text: str, groups: list[_Group]) -> Iterator[Finding]:
    first = 0
    while first < len(groups):
        last = _window(text, groups, first)
        if last is None:
            first += 1
            continue
        count = sum(len(group.digits) for group in groups[first : last + 1])
        kind = Kind.FNR if count == _PERSONAL else Kind.PHONE
        if count < _PHONE and last + 2 == len(groups) and len(groups[last + 1].digits) <= _LAST_GROUP:
            last += 1  # a phone number with a digit too many is still someone's
        start = _with_country(text, groups[first].start) if kind is Kind.PHONE else groups[first].start
        yield Finding(start, groups[last].end, kind, reason=kind.value.lower())
        first = last + 1


def _with_country(text: str, start: int) -> int:
    """Take in the code of the country before a phone number."""
    code = _COUNTRY.search(text, max(0, start - _LOOK_BACK), start)
    return code.start() if code else start


def _window(text: str, groups: list[_Group], first: int) -> int | None:
    """Give the last group of the number that begins at `first`, longest kind first, or nothing."""
    count, phone = 0, None
    for last in range(first, min(first + _PERSONAL, len(groups))):
        count += len(groups[last].digits)
        if count > _PERSONAL:
            break
        window = groups[first : last + 1]
        if count == _PERSONAL and _is_personal(text, window, whole=len(window) == len(groups)):
            return last
        if _FEWEST <= count <= _PHONE and _may_be_phone(text, window, count):
            phone = last
        if len(window) == 1 and len(window[0].digits) == len("47") + _PHONE and window[0].digits.startswith("47"):
            phone = last
    return phone


def _gaps(text: str, groups: list[_Group]) -> set[str]:
    return {text[a.end : b.start].strip() or " " for a, b in itertools.pairwise(groups)}


def _is_personal(text: str, groups: list[_Group], *, whole: bool) -> bool:
    from stdnum.no import fodselsnummer

    if fodselsnummer.is_valid("".join(group.digits for group in groups)):
        return True
    count = 0
    for index, group in enumerate(groups):
        count += len(group.digits)
        if count == _BIRTH_PART:
            parts = groups[: index + 1], groups[index + 1 :]
            return _is_birth(parts[0]) or all(len(_gaps(text, part)) <= 1 for part in parts)
    return whole and len(_gaps(text, groups)) <= 1


def _may_be_phone(text: str, groups: list[_Group], count: int) -> bool:
    before = text[max(0, groups[0].start - _LOOK_BACK) : groups[0].start]
    if any(thing in before.lower() for thing in words_of("numbered")):
        short = count != _PHONE and _ONLY_NUMBERED.search(before)
        if short or _THINGS_NUMBER.search(before):
            return False
    if _ASKED_FOR.search(before):
        return True
    gaps = _gaps(text, groups)
    if count != _PHONE or len(gaps) > 1 or _is_date(gaps, groups):
        return False
    return _looks_like_phone(text, groups) or _is_phone("".join(group.digits for group in groups))


def _looks_like_phone(text: str, groups: list[_Group]) -> bool:
    """Say whether eight digits are grouped as people write phone numbers; made-up ones lie outside the real ranges."""
    sizes = [len(group.digits) for group in groups]
    if sizes not in ([8], [3, 2, 3], [2, 2, 2, 2]) or groups[0].digits[0] in "01":
        return False
    if _COUNTED_BEFORE.search(text, max(0, groups[0].start - _LOOK_BACK), groups[0].start):
        return False
    return not (_COUNTED.match(text, groups[-1].end) or _DAY.fullmatch("".join(group.digits for group in groups)))


def _is_birth(groups: list[_Group]) -> bool:
    """Say whether three groups are a day of birth, also with what D-numbers and made-up ones add."""
    if [len(group.digits) for group in groups] != [2, 2, 2]:
        return False
    day, month = int(groups[0].digits) % 40, int(groups[1].digits) % 40
    return 1 <= day <= 31 and 1 <= month <= 12


def _is_date(gaps: set[str], groups: list[_Group]) -> bool:
    """Say whether eight digits are a day or a span of years rather than a phone number."""
    sizes = [len(group.digits) for group in groups]
    if sizes in ([2, 2, 4], [4, 2, 2]) and gaps != {" "}:
        return True
    return sizes == [4, 4] and all(group.digits[:2] in {"19", "20"} for group in groups)


@lru_cache(maxsize=4_000)
def _is_phone(digits: str) -> bool:
    import phonenumbers

    try:
        number = phonenumbers.parse(digits, "NO")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(number) if digits[0] in "+0" else phonenumbers.is_valid_number(number)
