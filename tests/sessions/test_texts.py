"""Every word a person reads is in one place per language, whole in all three, and none is there for nothing."""

import ast
import locale
import re
import string
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sessions.programme import StepKind
from sessions.shelf import PROGRAMMES, built_in
from sessions.tables import Crowding
from sessions.texts import LANGUAGES, system_language, texts
from sessions.trouble import TroubleError
from tests.sessions.processes import python

NAMED = tuple(step for name in PROGRAMMES for step in built_in(name).outline if step.name)
SPOKEN = ("opening", "answers", "trials", "theme", "talk", "break", "evaluation", "plenary", "sorting")
ROOT = Path(__file__).parents[2]
WORDS = texts("nb").words
TROUBLES = {"PlanError", "NoteError", "SortingError", "MinutesError", "DeskError", "HouseError", "CommandError"}
TROUBLES |= {"GroupError", "ContractError", "ThemeError", "TrialError", "LogError", "LookBackError", "BallotError"}
TROUBLES |= {"SheetError", "PastError", "SeriesError", "FileError", "InvitationError", "HindsightError"}
TROUBLES |= {"AnswersError", "MailError", "WhichError"}
FORMS = (".one", ".many", ".none")

# Keys that the sources build: the beginning that stands in an f-string, and every ending that it can get.
BUILT: dict[str, tuple[str, ...]] = {
    "kind.": tuple(kind.value for kind in StepKind),
    "help.": tuple(kind.value for kind in StepKind),
    "talk.": tuple(f"{step.name}.{what}" for step in NAMED for what in ("title", "prompt", "hint")),
    "instruction.": (*SPOKEN, "half", "soon", "last", "over"),
    "lobby.": tuple(state.value for state in Crowding if state is not Crowding.FINE),
    "programme.": PROGRAMMES,
    "programme_about.": PROGRAMMES,
}

# Words that no screen says yet. Take one out of here when a screen says it, or out of the texts when none will.
UNUSED = {"language.name", *(key for key in WORDS if key.startswith(("placeholder.", "doubt.")))}
"""Placeholders are read as one table; why a word is in doubt is said by the mask, whose own words are not read here."""


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@cache
def sources() -> list[ast.AST]:
    every = [path for top in ("sessions", "tui") for path in sorted((ROOT / top).rglob("*.py"))]
    files = [path for path in every if path.parent.name != "mask" or path.stem == "shown"]  # the mask has word lists
    return [node for path in files for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]


@cache
def literals() -> set[str]:
    """Give every text that stands in the sources, and every name of a step in a programme."""
    named = {step.name for step in NAMED}
    return named | {node.value for node in sources() if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@cache
def patterns() -> set[str]:
    """Give every f-string of the sources as a pattern, if it begins with a section of the texts."""
    sections = {key.split(".")[0] for key in WORDS}
    found = set()
    for node in sources():
        if isinstance(node, ast.JoinedStr):
            fixed = [p.value if isinstance(p, ast.Constant) and isinstance(p.value, str) else None for p in node.values]
            section, dot, _ = (fixed[0] or "").partition(".")
            if dot and section in sections:
                found.add("".join(r"([\w-]+)" if part is None else re.escape(part) for part in fixed))
    return found


def bindings() -> set[str]:
    """Give the names of keys: the third argument of each Binding, and what is said of keys that have a word."""
    calls = [node for node in sources() if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Binding"]
    return {str(c.args[2].value) for c in calls if len(c.args) > 2 and isinstance(c.args[2], ast.Constant)}


def asked() -> Iterator[str]:
    """Give every key that the sources ask for by its whole name: calls of words(…), words.count(…), and troubles."""
    for node in sources():
        if not isinstance(node, ast.Call) or not node.args:
            continue
        first, name = node.args[0], getattr(node.func, "id", "") or getattr(node.func, "attr", "")
        choices = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
        keys = [str(one.value) for one in choices if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if name in {"words", "_words", "WORDS"}:
            yield from keys
        elif name == "count":
            yield from (f"{key}.many" for key in keys if "." in key)
        elif name in TROUBLES:
            yield from (f"trouble.{key}" for key in keys)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_have_the_same_keys_and_places(language: str) -> None:
    other = texts(language).words
    assert set(other) == set(WORDS)
    for key, text in WORDS.items():
        assert isinstance(other[key], type(text)), key
        wanted = places(str(text)) if isinstance(text, str) else set()
        found = places(str(other[key])) if isinstance(text, str) else set()
        assert found == wanted or (key.endswith((".one", ".none")) and found <= wanted | {"n"}), key
        assert str(other[key]).strip() == str(other[key]) != "", key


def test_the_languages_are_three_languages() -> None:
    for one, other in (("nb", "nn"), ("nb", "en"), ("nn", "en")):
        same = [key for key, text in texts(one).words.items() if texts(other).words[key] == text]
        assert len(same) < len(WORDS) * (0.45 if other == "nn" else 0.2), (one, other)


def test_every_key_is_used_somewhere() -> None:
    """By its whole name, as a form of a counted text, as a trouble, or by an f-string and a word that stands elsewhere.

    So f"instruction.{phase.value}" uses instruction.half, since "half" is a phase; and a Binding uses the word of its
    third argument, f"keys.{binding.description}".
    """

    def built(key: str) -> bool:
        found = (re.fullmatch(pattern, key) for pattern in patterns())
        return any(match and set(match.groups()) <= literals() for match in found)

    def used(key: str) -> bool:
        base = next((key.removesuffix(form) for form in FORMS if key.endswith(form)), key)
        trouble = key.removeprefix("trouble.") if key.startswith("trouble.") else key
        return bool({key, base, trouble} & literals()) or built(key) or built(base)

    assert {key for key in WORDS if not used(key)} <= UNUSED


def test_every_key_that_is_asked_for_is_there() -> None:
    wanted = set(asked())
    assert len(wanted) > 80
    assert {key for key in wanted if key not in WORDS} == set()


def test_every_key_of_a_binding_has_its_word() -> None:
    assert len(bindings()) > 20
    assert {name for name in bindings() if f"keys.{name}" not in WORDS} == set()


@pytest.mark.parametrize("start", BUILT)
def test_every_key_that_is_built_is_there(start: str) -> None:
    assert {f"{start}{end}" for end in BUILT[start]} <= set(WORDS)


def test_every_pattern_of_a_built_key_fits_one() -> None:
    assert patterns()
    for pattern in patterns():
        fits = [key for key in WORDS if re.fullmatch(pattern, key) or re.fullmatch(rf"{pattern}\.(one|many)", key)]
        assert fits, pattern


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_a_word_for_one_and_for_many(language: str) -> None:
    words = texts(language)
    counted = {key.rsplit(".", 1)[0] for key in words.words if key.endswith((".one", ".many"))}
    assert counted
    for key in counted:
        one, many = (str(words.words.get(f"{key}.{form}", "")) for form in ("one", "many"))
        assert one, key
        assert "{n}" in many, key
        assert "{n}" not in one, key


def test_the_form_goes_by_the_number() -> None:
    words = texts("nb")
    assert words.count("start.raised", 1) == "1 sak løftet"
    assert words.count("start.raised", 0) == "0 saker løftet"
    assert words.count("start.raised", 12) == "12 saker løftet"
    assert words.count("minutes.summary", 0) == "Gruppa løfter ingen saker denne gangen."


@pytest.mark.parametrize(("language", "day"), [("nb", "1. mai 2011"), ("nn", "1. mai 2011"), ("en", "1 May 2011")])
def test_a_day_is_said_in_words(language: str, day: str) -> None:
    assert texts(language).day(date(2011, 5, 1)) == day


@pytest.mark.parametrize(
    ("language", "days"),
    [
        ("nb", ["tirsdag 1. mars 2011", "lørdag 31. desember 2011", "søndag 1. januar 2012"]),
        ("nn", ["tysdag 1. mars 2011", "laurdag 31. desember 2011", "søndag 1. januar 2012"]),
        ("en", ["Tuesday 1 March 2011", "Saturday 31 December 2011", "Sunday 1 January 2012"]),
    ],
)
def test_a_day_of_the_week_is_said_too_and_the_year_is_that_of_the_day(language: str, days: list[str]) -> None:
    said = (date(2011, 3, 1), date(2011, 12, 31), date(2012, 1, 1))
    assert [texts(language).day(day, "language.long_date") for day in said] == days


def test_dates_are_loaded_when_the_first_is_said() -> None:
    script = "import sys; from sessions.texts import texts; texts('nb')('start.today'); print('babel' in sys.modules)"
    assert python(script) == "False\n"


def test_a_key_that_there_is_not_is_an_error_and_so_is_a_place_that_is_not_filled() -> None:
    with pytest.raises(KeyError):
        texts("nb")("lobby.nothing")
    with pytest.raises(KeyError):
        texts("nb")("step.round", round=1)


def test_what_people_wrote_is_no_pattern() -> None:
    assert "«{name} %s»" in texts("nb").trouble(TroubleError("no_session", name="{name} %s"))


def test_a_language_that_there_is_not_is_bokmaal() -> None:
    assert texts("sv").language == "nb"
    assert [texts(language).language for language in LANGUAGES] == list(LANGUAGES)


@pytest.mark.parametrize(
    ("set_to", "language"),
    [
        *[({"LANG": "nb_NO.UTF-8"}, "nb"), ({"LANG": "nn_NO.UTF-8"}, "nn"), ({"LANG": "en_GB.UTF-8"}, "en")],
        *[({"LANG": "no_NO"}, "nb"), ({"LANG": "C.UTF-8"}, "nb"), ({"LANG": "sv_SE"}, "nb"), ({"LANG": "POSIX"}, "nb")],
        *[({"LANG": "en_US", "LC_ALL": "nn_NO"}, "nn"), ({"LANG": "nn_NO", "LC_MESSAGES": "en_US"}, "en")],
        *[({"LANG": "nn_NO", "LC_ALL": ""}, "nn"), ({"LC_MESSAGES": "en_US", "LC_ALL": "nb_NO"}, "nb")],
    ],
)
def test_the_system_s_language_is_taken_where_it_is_one_of_ours(
    set_to: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


@pytest.mark.parametrize(
    ("name", "language"),
    [
        *[("Norwegian Nynorsk_Norway", "nn"), ("Norwegian-Nynorsk_Norway", "nn"), ("Norwegian Bokmål_Norway", "nb")],
        *[("English_United States", "en"), ("en_US", "en"), (None, "nb"), ("German_Germany", "nb")],
    ],
)
def test_on_windows_the_language_has_a_name(name: str | None, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda: (name, "cp1252"))
    assert system_language() == language
