"""Colleagues whose names are words as well, written in a hurry: what stands around tells which it is."""

import pytest

from sessions.people import Person
from tests.sessions.mask.reading import sure

PEOPLE = tuple(
    Person(name)
    for name in (
        "Liv Torsvik", "Stein Husum", "Vår Haugland", "Bo Rydland", "Dag Solberg", "Hav Lie", "Unni Bakken",
        "Tor Ståle Gjøra", "Rūta Kazlauskienė", "Odd-Helge Mjelde", "Nipaporn Haug", "Kristoffer Vik",
        "Per-Kristian Holm", "Tove Lund", "Hanne Brekke", "Mai-Britt Aas", "Ánte Somby Hessen", "Bjørn Vollan",
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("stein køyrer for fort, seier dei", ["stein"]),
        ("vår har laget bildekort til gangen", ["vår"]),
        ("bo hadde øving med mor hans", ["bo"]),
        ("han kom att heilt annleis, liv såg det med ein gong", ["liv"]),
        ("det va ruta så såg såret", ["ruta"]),
        ("Dag er den som tør å si fra", ["Dag"]),
        ("I år gjorde ho det! Hav var med", ["Hav"]),
        ("unni sa det, og ho e flink", ["unni"]),
        ("Oddhelge du må si ifra", ["Oddhelge"]),
        ("Nipaporn hu ser på augo", ["Nipaporn"]),
        ("kr. vik var først ute", ["kr. vik"]),
        ("Per Kr. seier det rett ut", ["Per Kr."]),
        ("Toves blikk ser alt", ["Toves"]),
        ("Forslag fra ASH om et rolig bord", ["ASH"]),
        ("jæ (liv) venta lenge", ["liv"]),
        ("Liv her. Jeg er enig", ["Liv"]),
        ("Hav, du må fortelle det", ["Hav"]),
        ("liv t hadde med trekkspel", ["liv t"]),
        ("stein seie at det går", ["stein"]),
        ("Stein spilte bare tre toner", ["Stein"]),
        ("Odd-Helge du må slutte å kjøre slik", ["Odd-Helge"]),
        ("Bo du må slutte å kjøre slik", ["Bo"]),
    ],
)
def test_it_is_the_colleague_in(text: str, found: list[str]) -> None:
    assert sure(text, PEOPLE) == found


@pytest.mark.parametrize(
    "text",
    [
        "PER sa at det går",
        "PER har bytta vakt",
        "jeg (PER) mener det",
        "ifølge PER går det",
        "møte med PER i dag",
    ],
)
def test_a_short_name_in_capitals_goes_where_it_stands_for_a_person(text: str) -> None:
    assert sure(text, PEOPLE) == ["PER"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PER", ["PER"]),
        ("Bo 1", ["Bo"]),
        ("Per:vi må få mer tid", ["Per"]),
        ("Dag", []),
        ("Vår", []),
        ("Mai 2", []),
    ],
)
def test_alone_it_is_a_name_unless_the_word_alone_says_something(text: str, found: list[str]) -> None:
    assert sure(text, PEOPLE) == found


@pytest.mark.parametrize(
    "text",
    [
        "det e støv unni kvar einaste seng",
        "mai blir tøff med fire ferier",
        "tor itj å si ifrå når det blir travelt",
        "den einaste som tor si ifra",
        "vår har vært kald i år",
        "dag har gått over i natt",
        "sønnen hannes ringte i går",
        "Roar det seg ikke, ringer vi",
        "St. Olavs hadde kurs",
        "E det nån på jobb?",
        "då roar det seg til slutt",
        "me må tora spørja om det",
        "noen i Hus B vil teste",
        "Mai var tøff, juni ble verre",
        "My my, kor fint det ble",
        "stein å blad øve heila tunet",
    ],
)
def test_it_is_the_word_in(text: str) -> None:
    assert not sure(text, PEOPLE)
