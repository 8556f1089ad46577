"""Strangers whom care, kin or what only people do makes certain; lone capitals stay in doubt."""

import pytest

from sessions.people import Person
from tests.sessions.mask.reading import sure

PEOPLE = (
    Person("Synne Aunet", "Nord", "sykepleier"),
    Person("Ifrah Jibril", "Nord", "sykepleier"),
    Person("Rasa Petrauskaitė", "Nord", "sykepleier"),
    Person("Eldbjørg Moa", "Nord", "sykepleier"),
    Person("Kari Ness", "Nord", "sykepleier"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Når vi dusjer Jarnvid er vannet kaldt", ["Jarnvid"]),
        ("jeg gir Jarnvid mat klokka åtte", ["Jarnvid"]),
        ("stellet hos Jarnvid tar tid", ["Jarnvid"]),
        ("kaffe hjå 'n Sevat og så heim", ["Sevat"]),
        ("Dotter hass Jarnvid ringde", ["Jarnvid"]),
        ("Far hennes, Jarnvid, ringde", ["Jarnvid"]),
        ("Legen hennes, Quisberg, skriver brev", ["Quisberg"]),
        ("då vi kom, sov 'n gamle Jarnvid", ["Jarnvid"]),
        ("Jarnvid (91) sov til ti", ["Jarnvid"]),
        ("Tjodvig og eg song", ["Tjodvig"]),
        ("i går kom Gunnalf tilbake", ["Gunnalf"]),
        ("det er neglene til Bergsvein", ["Bergsvein"]),
        ("Til Jorunn: ring i morgen", ["Jorunn"]),
        ("Vi så Gunvor gråte", ["Gunvor"]),
    ],
)
def test_care_kin_and_endings_make_a_strange_name_certain(text: str, found: list[str]) -> None:
    assert sure(text, PEOPLE) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ho kom, å synne gjekk", ["synne"]),
        ("Ifra og eg er usamde", ["Ifra"]),
        ("Takk til Moa for vakta", ["Moa"]),
        ("Rasa på vaskeriet finn alt", ["Rasa"]),
        ("Ness er sliten", ["Ness"]),
    ],
)
def test_the_same_signs_make_a_listed_name_certain_that_is_a_word_or_a_place_too(text: str, found: list[str]) -> None:
    assert sure(text, PEOPLE) == found


@pytest.mark.parametrize(
    "text",
    [
        "Tirsdagsgjengen ler og Onsdagsklubben spiser",
        "vi har hatt Qvistox siden mars",
        "Ness er fint om våren",
        "Bo- og servicesenteret har plass",
        "Emil i Lønneberga gikk på skjermen",
        "Kona klara ikkje å løfte",
        "kurs saman med Øksnes og Andøy",
        "avvik skrevet, nr 20417",
        "Berg balanse og TUG i dag, Berg balanse i morgen",
        "Brageprisen eller ikke, boka er god",
        "Márkomeannu i juli, dit vil alle",
    ],
)
def test_nothing_is_certain_where_no_person_is_told_of(text: str) -> None:
    assert sure(text, PEOPLE) == []


def test_a_day_of_birth_may_have_a_stop_and_a_dash_before_its_year() -> None:
    assert sure("ho er født 22.11.-36 her", PEOPLE) == ["22.11.-36"]


def test_a_raised_figure_after_a_name_is_no_age() -> None:
    assert sure("0:AÀ:²", PEOPLE) == []
