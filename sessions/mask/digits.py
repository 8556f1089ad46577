"""Numbers that belong to one person: fødselsnummer, D-numbers and phone numbers, however they are grouped."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from sessions.mask.finding import Finding, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = re.compile(r"\d++(?:[ .\-/\u00a0\u2009\u202f\u2013]{1,2}\d++)*+")
_IN_WORD = re.compile(r"\w")
_GROUP = re.compile(r"\d+")
_FOREIGN = re.compile(r"(?<![\w+])(?:\+|00)\d{1,3}[ \u00a0-]?(?:\(0\)[ ]?)?\d{2,4}(?:[ \u00a0-]?\d{1,4}){1,5}(?!\w)")
_ASKED_FOR = re.compile(
    r"(?:tlf|telefon\w*|tel|mob|mobil\w*|mobnr|nummer\w*|nr|ring|ringe|ringer|ringte|sms|kontakt\w*|vipps\w*)\W{0,3}(?:på|til|nr|er)?\W{0,3}$",
    re.IGNORECASE,
)
_PERSONAL, _PHONE = 11, 8
_BIRTH_PART = 6
_LOOK_BACK = 24


class _Group(NamedTuple):
    start: int
    end: int
    digits: str


def find_numbers(text: str) -> Iterator[Finding]:
    """Find what reads as a person's own number. Runs of 11 digits go whether the check digits hold or not: a slip of
    one key is still the number, and test populations break the check on purpose.
    """  # noqa: D205 - the second sentence is the reason of the first
    taken = 0
    for match in _FOREIGN.finditer(text) if "+" in text or "00" in text else ():
        if _is_phone(match.group()):
            yield Finding(*match.span(), Kind.PHONE, reason="phone")
    for run in _RUN.finditer(text):
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
        yield Finding(groups[first].start, groups[last].end, kind, reason=kind.value.lower())
        first = last + 1


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
        if 5 <= count <= _PHONE and _may_be_phone(text, window, count):
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
            return all(len(_gaps(text, part)) <= 1 for part in parts)
    return whole and len(_gaps(text, groups)) <= 1


def _may_be_phone(text: str, groups: list[_Group], count: int) -> bool:
    start = groups[0].start
    if _ASKED_FOR.search(text[max(0, start - _LOOK_BACK) : start]):
        return True
    gaps = _gaps(text, groups)
    if count != _PHONE or len(gaps) > 1 or _is_date(gaps, groups):
        return False
    return _is_phone("".join(group.digits for group in groups))


def _is_date(gaps: set[str], groups: list[_Group]) -> bool:
    """Say whether eight digits are a day or a span of years rather than a phone number."""
    sizes = [len(group.digits) for group in groups]
    if sizes in ([2, 2, 4], [4, 2, 2]) and gaps != {" "}:
        return True
    return sizes == [4, 4] and all(group.digits[:2] in {"19", "20"} for group in groups)


def _is_phone(digits: str) -> bool:
    import phonenumbers

    try:
        number = phonenumbers.parse(digits, "NO")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(number) if digits[0] in "+0" else phonenumbers.is_valid_number(number)
