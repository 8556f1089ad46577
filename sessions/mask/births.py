"""When someone was born: "født 3.4.31", "f. -31", "fødd tredje april nittentrettiein", six digits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sessions.mask.finding import Finding, Kind
from sessions.mask.wordings import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = rf"{any_of('months')}\b\.?"
_ONES, _TENS = any_of("ones"), any_of("tens")
_ORDINAL = (
    rf"(?:{any_of('ordinals')}|(?:tjue|tju|tyve|en[ ]?og[ ]?tyve){any_of('ordinals')}"
    r"|\w{2,6}og(?:tyvende|tredevte|tjuende|tjuande|tjugande|trettiende|trettiande))"
)
_TEENS = any_of("teens")
_TWO_FIGURES = rf"(?:{_TENS}[ -]?{_ONES}?|{_ONES}[ -]?og[ -]?{_TENS}|{_TEENS})"
_CENTURY = r"(?:(?:nitten|nittan|atten|attan)[ -]?(?:hundre(?:de)?)?|to[ ]?tusen)[ -]?(?:og[ -]?)?"
_YEAR_WORDS = rf"(?:{_CENTURY}(?:{_TWO_FIGURES}|{_ONES})?|{_TWO_FIGURES})"
_YEAR = rf"(?:(?:18|19|20)\d{{2}}|['’´`-][ ]?\d{{2}}|\d{{2}}|{_YEAR_WORDS})"
_SLASHED = r"\d{1,2}/\d{1,2}[ ]\d{2}(?!\d)"
_NUMERIC = r"\d{1,2}[ ]?[./-][ ]?\d{1,2}(?:[ ]?(?:[./-]|\.[ ]?-)[ ]?['’]?(?:\d{4}|\d{2}))?"
_DAY = (
    rf"(?:\d{{1,2}}(?:\.|de|te|ste|dje|nde|ende)?|(?:den[ ])?{_ORDINAL}|{_ONES}(?=[ ]{_MONTH})|{_TEENS}(?=[ ]{_MONTH}))"
)
_IN = r"[ ,]{0,2}(?:i[ ])?"
_WRITTEN_DAY = rf"{_DAY}[ ]?(?:i[ ])?(?:{_MONTH}|{_ORDINAL}\b)(?:{_IN}{_YEAR})?"
_COUNTED = rf"(?:{_ONES}|{_TEENS})[ ]i[ ](?:{_ONES}|{_TEENS})(?:{_IN}{_YEAR})?"
_IN_WORDS = rf"(?:{_ONES}|{_TEENS}|{_TWO_FIGURES})[ ]{_ORDINAL}[ ](?:{_YEAR_WORDS}|\d{{2,4}})"
_FEAST = rf"(?:\d\.[ ]?|{_ORDINAL}[ ])?{any_of('feasts')}(?:{_IN}{_YEAR})?"
_SPACED = r"(?:\d{1,2}[ ]\d{1,2}|\d{4})[ ](?:19|20)?\d{2}"
_YEAR_FIRST = r"(?:18|19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}"
_DATE = (
    rf"(?:{_YEAR_FIRST}|{_SLASHED}|{_NUMERIC}|{_SPACED}|{_WRITTEN_DAY}|{_COUNTED}|{_FEAST}|{_MONTH}{_IN}{_YEAR}"
    rf"|\d{{8}}|\d{{6}}|{_YEAR})"
)
_SURE_DATE = (
    rf"(?:{_YEAR_FIRST}|{_IN_WORDS}|{_SLASHED}|{_NUMERIC}(?:[ ]\d{{4}})?|{_WRITTEN_DAY}|{_FEAST}"
    rf"|(?:18|19)\d{{2}}(?:,[ ]på[ ]\w{{4,9}}[ ]{_FEAST})?|['’-]\d{{2}})"
)
"""What is a date by its looks, so that a few words may stand between it and "born"."""
_NO_DIAGNOSIS = r"(?!(?-i:F)\d{2}\.\d{1,2}(?![\d./-]))"
"""The chapter of mental disorders in ICD-10 is F: "F84.0" is no year."""
_BORN = rf"(?:{any_of('born')}|{_NO_DIAGNOSIS}f[ ]?(?=[\d'’-]))[ ]?(?:(?:{any_of('before_date')})[ ]){{0,3}}[:=,]?[ ]?"
_AFTER = re.compile(
    rf"(?<![\w.])(?:{_BORN}"
    rf"|{any_of('birthday')}[ ](?:[^\W\d]{{1,20}}[ ]){{0,5}}(?=\d{{1,2}}[./]|\d{{1,2}}[ ]?{_MONTH}|{_ORDINAL})"
    rf")(?P<date>{_DATE})"
    rf"(?!\w|[ ]?{any_of('measures')}\b)",
    re.IGNORECASE,
)
_AFTER_SOME_WORDS = re.compile(
    rf"(?<![\w.])(?:{any_of('born')}|{any_of('birthday')})[ :,]{{1,2}}(?:[^\s.!?:;]{{1,25}}[ ]){{0,5}}?\(?"
    rf"(?<!kl )(?<!klokka )(?<!klokken )(?P<date>{_SURE_DATE})"
    rf"(?!\w|[.:]\d|[ ]?{any_of('measures')}\b)",
    re.IGNORECASE,
)
_AGE = rf"(?:\d{{2,3}}|{_TWO_FIGURES}|hundre)"
_TURNS = re.compile(
    rf"(?<!\w)(?:{any_of('turns')}[ ](?:{_AGE}[ ])?"
    rf"|{any_of('becomes')}[ ](?:{_AGE}[ ]|(?:\d|{_ONES}|{_TEENS})[ ](?=år[ ]))"
    rf"|{_AGE}[ -]?{any_of('anniversary')}[ ])"
    rf"(?:år[ ])?(?:gammel[ ]|gamal[ ])?(?:(?:nå|no|er|var|hans|hennes|hennar|sin)[ ]){{0,2}}"
    rf"(?:(?:den(?=[ ]\d)|i|på)[ ])?"
    rf"(?P<date>{_NUMERIC}|{_WRITTEN_DAY})(?!\w)",
    re.IGNORECASE,
)
_IS_BIRTHDAY = re.compile(
    rf"(?<![\w.])(?P<date>{_NUMERIC}|{_WRITTEN_DAY})[ ](?:er|var|har|feirer|feirar|fyller|fyl)[ ]"
    rf"(?:[^\W\d]{{1,20}}[ ]){{0,2}}(?:{any_of('birthday')}|år)(?!\w)",
    re.IGNORECASE,
)
_COMES_FROM = re.compile(
    r"\b(?:ho|hun|han|hu|hain|hainn|dama|mannen|bruker|brukeren|beboeren|bebuaren)[ ](?:[^\W\d_]{2,20}[ ]){0,2}"
    r"(?:er|e|æ|var|va)[ ](?:fra|frå)[ ](?P<date>19[0-6]\d|['’-]\d{2})\b",
    re.IGNORECASE,
)
# Cheap looks, so that the patterns with much to try are only tried where they can match.
_BORN_WORDS = ("fød", "føt", "fodt", "fydd", "ursda", "elsda", "rgang")
_SHORT_BORN = re.compile(r"f(?:d|\.|[ ]?[\d'’´`-])")
_TURN_WORDS = ("fyl", "rund", "rsdag")
_BECOMES = re.compile(
    r"(?:blir|blei?|vert|vart)[ ](?:\d|nitti|åtti|sytti|seksti|femti|førti|førr|hundre|[^\W\d]{2,7}[ ]år[ ])"
)
_SIX_DIGITS = re.compile(r"\d{6}")
_SET_APART = re.compile(r"\d[ ]?[./-][ ]?\d{1,2}(?:[ ]?[./-]|[ ][12])")
_FROM_YEAR = re.compile(r" fr[aå] (?:['’-]\d|19)")
_LAST_CENTURY = re.compile(r"1[89]\d\d")
_MODEL = re.compile(r"(?<!\w)(?P<date>(?:19\d{2}|['’-]?\d{2})-?[ ]?(?:modell|årgang)(?:en)?)(?!\w)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[^\W\d] \((?P<date>['’-]\d{2})\)")
_SIX = re.compile(
    r"(?<![\w.,:/+-])(?P<day>[0-7]\d)(?P<month>\d{2})(?:\d{2}|19\d{2}|200\d)"
    r"(?![\w%]|[.,:/-]\d|[ ]?(?:kr|kroner|stk|tonn)\b|,-)"
)
_SIX_FROM_YEAR = re.compile(
    r"(?<![\w.,:/+-])[2-9]\d(?P<month>\d{2})(?P<day>\d{2})(?![\w%]|[.,:/-]\d|[ ]?(?:kr|kroner)\b)"
)
_OF_PATIENTS = re.compile(r"pasient|journal|bruk[ae]r|beb[ou]|f[øö]d", re.IGNORECASE)
_FULL = re.compile(
    r"(?<![\w.])(?P<day>\d{1,2})[ ]?[./-][ ]?(?P<month>\d{1,2})"
    r"(?:[ ]?[./-][ ]?(?P<year>\d{4}|\d{2})|[ ](?P<far>1[89]\d\d))"
    r"(?![\w]|[./-]\d)"
)
_WRITTEN = re.compile(rf"(?<![\w.])\d{{1,2}}\.?[ ]?{_MONTH}[ ]1[89]\d{{2}}(?!\w)", re.IGNORECASE)
_OLDEST, _YOUNGEST = 1915, 1965
"""Years in which most of those were born whom care services care for."""
_HISTORY = re.compile(any_of("history"), re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR, _FIRST_SHORT = 1890, 2005, 30
"""A full day up to 2005, or with the short years 30 to 99, is long past in such a note: someone was born then."""


def find_births(text: str) -> Iterator[Finding]:
    """Find days and years of birth. Six digits that can be a day go too: that is how journals write them."""
    for pattern in _worth_trying(text):
        for match in pattern.finditer(text):
            yield Finding(*match.span("date"), Kind.DATE_OF_BIRTH, reason="born")
    if _SIX_DIGITS.search(text):
        for match in _SIX.finditer(text):
            if _is_day(int(match["day"]) % 40, int(match["month"]) % 40):
                yield Finding(*match.span(), Kind.DATE_OF_BIRTH, reason="six_digits")
        for match in _SIX_FROM_YEAR.finditer(text) if _OF_PATIENTS.search(text) else ():
            if _is_day(int(match["day"]), int(match["month"])):
                yield Finding(*match.span(), Kind.DATE_OF_BIRTH, reason="six_digits")
    yield from _long_ago(text)


def _worth_trying(text: str) -> Iterator[re.Pattern[str]]:
    """Give the patterns that a cheap look at the text does not rule out."""
    low = text.lower()
    born = any(word in low for word in _BORN_WORDS)
    if born:
        yield _AFTER_SOME_WORDS
    if born or "rskl" in low or _SHORT_BORN.search(low):
        yield _AFTER
    if "ursda" in low or "elsda" in low or "fyl" in low:
        yield _IS_BIRTHDAY
    if any(word in low for word in _TURN_WORDS) or _BECOMES.search(low):
        yield _TURNS
    if _FROM_YEAR.search(text):
        yield _COMES_FROM
    if "modell" in low or "rgang" in low:
        yield _MODEL
    if " (" in text:
        yield _IN_BRACKETS


def _long_ago(text: str) -> Iterator[Finding]:
    """Find full days so long past that nothing but a birth is likely."""
    if _SET_APART.search(text):
        for match in _FULL.finditer(text):
            if _is_day(int(match["day"]), int(match["month"])) and _is_long_ago(match["year"] or match["far"]):
                yield Finding(*match.span(), Kind.DATE_OF_BIRTH, reason="long_ago")
    if _LAST_CENTURY.search(text):
        for match in _WRITTEN.finditer(text):
            sure = text.endswith(("(", ", "), 0, match.start()) or not _is_history(text, match)
            yield Finding(*match.span(), Kind.DATE_OF_BIRTH, sure, "long_ago")


def _is_history(text: str, match: re.Match[str]) -> bool:
    """Say whether a long past day is rather what a country or a house remembers: war, law, when it was built."""
    year = int(match.group()[-4:])
    return not _OLDEST <= year <= _YOUNGEST or _HISTORY.search(text) is not None


def _is_day(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12


def _is_long_ago(year: str) -> bool:
    return _FIRST_YEAR <= int(year) <= _LAST_YEAR if len(year) == len("1931") else int(year) >= _FIRST_SHORT
