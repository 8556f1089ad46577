"""People of the list in the forms that colleagues use for each other, and the words that only look like them."""

import pytest

from sessions.mask import Finding, mask
from sessions.people import Person
from tests.sessions.mask.reading import sure

PEOPLE = (
    Person("Kari Nordmann"),
    Person("Katrine Sørbø"),
    Person("Karl Brekke"),
    Person("Beate Vik"),
    Person("Grete Moen"),
    Person("Per Håvard Lunde"),
    Person("Anne-Grete Eide"),
    Person("Liv Berg"),
    Person("Dag Strand"),
    Person("Łukasz Dąbrowski"),
)


def doubtful(text: str) -> list[Finding]:
    return [finding for finding in mask(text, PEOPLE).findings if not finding.sure]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("det var Kair som sa det", ["Kair"]),
        ("vi spør Katirne om dette", ["Katirne"]),
        ("Kalle og Bea tok helga", ["Kalle", "Bea"]),
        ("takk til Gretemor for kaka", ["Gretemor"]),
        ("K.N. vil bytte, KN òg", ["K.N.", "KN"]),
        ("Kari N. vil bytte", ["Kari N."]),
        ("K. Nordmann vil bytte", ["K. Nordmann"]),
        ("per håvard og annegrete er på kurs", ["per håvard", "annegrete"]),
        ("Per-Håvard og Anne Grete er på kurs", ["Per-Håvard", "Anne Grete"]),
        ("ho Kari og han Dag var med", ["ho Kari", "han Dag"]),
        ("lukasz dabrowski har fri", ["lukasz dabrowski"]),
        ("Liv sa at Dag må vente", ["Liv", "Dag"]),
        ("jeg (Kari) er enig", ["Kari"]),
    ],
)
def test_a_colleague_is_found_in(text: str, found: list[str]) -> None:
    assert sure(text, PEOPLE) == found


@pytest.mark.parametrize(
    "text",
    [
        "dag for dag blir det bedre, hele dagen",
        "Dag og natt er det noen på vakt",
        "per i dag har vi ingen liste, og per dags dato ingen plan",
        "det gjelder liv og helse",
        "vi gikk over berg og langs en strand",
        "Berg og dalbane hele uka",
        "vika her er fin, stranda òg",
        "Marte Meo og BPA er viktig for HMS",
        "vi brukte Paracet og Sobril",
        "på Solvang har de kurs i mai",
        "møtet i Ålesund var bra, og i Molde også",
    ],
)
def test_ordinary_words_stay_in(text: str) -> None:
    assert not sure(text, PEOPLE)


def test_where_a_word_may_be_a_name_a_person_is_asked() -> None:
    (finding,) = doubtful("Strand under snø, fint")
    assert finding.reason == "also_a_word"


def test_the_same_name_twice_and_names_that_are_words_work() -> None:
    people = (Person("Liv"), Person("Bo"), Person("Bo"), Person("Ø"))
    assert mask("Bo sa at liv er liv på ei ø", people).text == "En kollega sa at liv er liv på ei ø"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("dotra til Olav Brekkhus ringte", "dotra til en person ringte"),
        ("Hansen på 204 datt", "En person på [romnummer] datt"),
        ("doktor Lie kjem", "en person kjem"),
        ("naboen Torvald klagar", "naboen [navn] klagar"),
        ("fru hansen vil heim", "en person vil heim"),
        ("Jorunns medisiner er borte", "En persons medisiner er borte"),
    ],
)
def test_people_beyond_the_list_go_too(text: str, masked: str) -> None:
    assert mask(text, PEOPLE).text == masked
