"""Names of those who take part go, however they are written."""

import pytest

from sessions.mask import mask
from sessions.people import Person

PEOPLE = (
    Person("Kari Nordmann", "Solsida", "vernepleier"),
    Person("Per Olav Lunde"),
    Person("Małgorzata Wiśniewska-Lie"),
    Person("Fadumo Abdi Warsame"),
    Person("X"),
)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Kari Nordmann meinte at turnusen er for stram", "En kollega meinte at turnusen er for stram"),
        ("vi snakka med kari om turnusen", "vi snakka med en kollega om turnusen"),
        ("KARI NORDMANNS forslag", "En kollegas forslag"),
        ("Nordmann vil ha fleire på kveld", "En kollega vil ha fleire på kveld"),
        ("Karis forslag om nattevakt", "En kollegas forslag om nattevakt"),
        ("Kari: vi treng meir tid", "En kollega: vi treng meir tid"),
        ("Fadumo ho kokte med kardemomme", "En kollega ho kokte med kardemomme"),
        ("OLA:KARI", "En kollega:en kollega"),
        ("Kari sa at det hastar", "En kollega sa at det hastar"),
        ("ifølge Lunde er det ikkje nok folk", "ifølge en kollega er det ikkje nok folk"),
        ("vi høyrde det av malgorzata wisniewska lie i går", "vi høyrde det av en kollega i går"),
        ("Det var Fadumo sin ide.", "Det var en kollega sin ide."),
    ],
)
def test_a_name_becomes_the_same_word_for_all(text: str, masked: str) -> None:
    assert mask(text, PEOPLE).text == masked


def test_a_one_letter_name_takes_no_letters_out() -> None:
    assert mask("vi satte x på lista, plan x altså", PEOPLE).text == "vi satte x på lista, plan x altså"


@pytest.mark.parametrize(
    "people",
    [
        (),
        (Person("Kari"), Person("Kari")),
        tuple(Person(f"Navn{n} Navnesen{n}") for n in range(500)),
        (Person("Å" * 3000), Person("Kari " * 3000)),
    ],
)
def test_any_list_works(people: tuple[Person, ...]) -> None:
    assert mask("vi treng meir tid til stell", people).text == "vi treng meir tid til stell"


def test_findings_have_places_in_the_text_that_came_in() -> None:
    text = "Kari og Lunde ringte 22 12 34 56, så Kari."
    found = mask(text, PEOPLE).findings
    assert [text[f.start : f.end] for f in found] == ["Kari", "Lunde", "22 12 34 56", "Kari"]
