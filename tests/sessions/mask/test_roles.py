"""A role, profession or unit that few of those present hold is not shown."""

import pytest

from sessions.mask import Kind, mask
from sessions.people import Person
from tests.sessions.mask.reading import sure

PEOPLE = (
    *(Person(f"Sykepleier Nummer{n}", "Solsida", "sykepleier") for n in "ABC"),
    Person("Odd Even", "Solsida", "vernepleier"),
    Person("Siv Holt", "Solsida", "fysioterapeut, ryggansvarlig"),
    *(Person(f"Fag Arbeider{n}", "Bjørkely", "helsefagarbeidar") for n in "ABC"),
    Person("Pia Lind", "Bjørkely", "sykepleier"),
    Person("Nils Eng", "Nattlaget", "helsefagarbeidar"),
)


@pytest.mark.parametrize(
    "role",
    [
        "vernepleieren", "vernepleiaren", "vernepleiarn", "vernepleiern", "vpl", "vernepleierbakgrunn", "fysioen",
        "fysio",
        "fysioterapeuten", "ryggansvarlig", "den eneste vernepleieren", "den einaste vernepleiaren", "Nattlaget",
    ],
)  # fmt: skip
def test_what_one_holds_goes_in_every_form(role: str) -> None:
    assert sure(f"dette sa {role} på møtet", PEOPLE) == [role]


@pytest.mark.parametrize(
    "text",
    ["sykepleierne er for få", "helsefagarbeidarane på Bjørkely", "legen kom sent", "Solsida og Bjørkely bytter"],
)
def test_what_many_or_none_hold_stays(text: str) -> None:
    assert not sure(text, PEOPLE)


def test_a_role_that_few_hold_in_a_unit_goes_with_the_unit() -> None:
    assert sure("sykepleieren på Bjørkely vet det", PEOPLE) == ["sykepleieren på Bjørkely"]


@pytest.mark.parametrize("text", ["vi trenger flere vernepleiere", "vi må ansette en fysioterapeut til"])
def test_a_role_at_large_is_asked_about(text: str) -> None:
    assert not sure(text, PEOPLE)
    assert [f.kind for f in mask(text, PEOPLE).findings] == [Kind.UNIQUE_ROLE]


def test_the_threshold_is_the_callers() -> None:
    assert sure("legg det til sykepleierne", PEOPLE, threshold=6) == ["sykepleierne"]
    assert not sure("vernepleieren sa det", PEOPLE, threshold=1)


EVERYDAY = (
    Person("Kari Lund", "Natt", "sykepleier"),
    Person("Ola Vik", "Kjøkkenet", "kokk"),
    Person("Anne Moe", "Livssynstjenesten", "prest"),
    Person("Per Dal", "Avdeling 2", "sosionom"),
    *(Person(f"Sykepleier Nummer{n}", "Avdeling 1", "sykepleier") for n in "ABC"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("det var ei av dei på natt som såg det", ["natt"]),
        ("han på kjøkkenet spør alltid", ["kjøkkenet"]),
        ("Kjøkkenet og vi må snakke saman", ["Kjøkkenet"]),
        ("Kjøkkenet burde inviteres", ["Kjøkkenet"]),
        ("noken må seia ifrå te kjøkkenet", ["kjøkkenet"]),
        ("spør natt hvordan de har det", ["natt"]),
        ("dokker på kjøkkenet redder dagen", ["kjøkkenet"]),
        ("la natt få si meininga si", ["natt"]),
        ("vi å kokk'n lagde kake", ["kokk'n"]),
        ("kva om nattevakta fekk vere med", ["nattevakta"]),
        ("nokon frå livssynstenesta bør vere med", ["livssynstenesta"]),
        ("på avd 2 er det roligere", ["avd 2"]),
        ("kan prestens samtaler være på huset", ["prestens"]),
        ("Anne (sosion.) seier det kvar gong", ["Anne", "sosion."]),
        ("sosionomen å presten fant ut av det", ["sosionomen", "presten"]),
        ("begge kokkadn våre sluttar", ["kokkadn"]),
    ],
)
def test_a_small_unit_goes_where_it_stands_for_its_people(text: str, found: list[str]) -> None:
    assert sure(text, EVERYDAY) == found


@pytest.mark.parametrize(
    "text",
    ["leverte skåla på kjøkkenet", "ingen sover om natta", "felles start på natta fekk alle med", "alle på avdeling 1"],
)
def test_an_everyday_word_for_a_place_stays(text: str) -> None:
    assert not sure(text, EVERYDAY)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sosionommen burde vært med", ["sosionommen"]),
        ("fysioterapautane har delt lista", ["fysioterapautane"]),
        ("RPH svarer raskt", ["RPH"]),
        ("takk til kontore som fant vikar", ["kontore"]),
        ("Kontoret må få vite det i tide", ["Kontoret"]),
        ("kontoret får aldri være med på lunsj", ["kontoret"]),
        ("Fra kontoret: skriv timene", ["kontoret"]),
        ("skal sosionomen vere den som seier det", ["sosionomen"]),
    ],
)
def test_a_role_with_a_slip_and_a_unit_in_all_its_ways(text: str, found: list[str]) -> None:
    people = (
        Person("Ada Vik", "Rask psykisk helsehjelp", "sosionom"),
        Person("Bo Lund", "Kontoret", "fysioterapeut"),
        *(Person(f"Kim Nr{number}", "Nord", "helsefagarbeider") for number in range(4)),
    )
    assert sure(text, people) == found
