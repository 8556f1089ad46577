"""Places, medicines and things keep their names, also those that people are called as well."""

import pytest

from sessions.mask import mask
from sessions.people import Person

PEOPLE = (Person("Rune Sandnes"), Person("Marit Brekke"), Person("Åse Giske"))


@pytest.mark.parametrize(
    "text",
    [
        "Sandnes, Bryne og Egersund har felles vaktordning",
        "vi kjørte til Giske i regnet",
        "kom med bussen frå Brekke i går",
        "Lena, Raufoss og Gjøvik deler nattevakt",
        "Kolbotn ligger for langt unna",
        "rute 4 går via Folkestad",
        "pasienter fra Hjellestad kom for sent",
        "Feios, Fresvik og Jostedal har samme lege",
        "Ulvedalsvatnet er fint å gå rundt",
        "åse-stien er stengd",
        "Stein på bordet, det var pynten",
    ],
)
def test_a_place_stays(text: str) -> None:
    assert mask(text, PEOPLE).text == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("dattera til Kolbotn ringte", "dattera til en person ringte"),
        ("Arvid Kolbotn vil hjem", "En person vil hjem"),
        ("Brekke sier at turnusen er for tett", "En kollega sier at turnusen er for tett"),
        ("vi venter på Brekke", "vi venter på en kollega"),
        ("snakk med Marit Hun vet det", "snakk med en kollega Hun vet det"),
        ("Bygstad ringte om natta", "En person ringte om natta"),
        ("systerdottera Eldrid Rike vil ha svar", "systerdottera [navn] vil ha svar"),
    ],
)
def test_a_person_called_like_a_place_or_a_word_goes(text: str, masked: str) -> None:
    assert mask(text, PEOPLE).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "Selo-Zok skal halveres",
        "Xyvertin 36 mg står ikke på lista",
        "tablett Olmetrex deles i to",
        "Fosartan tas om kvelden",
        "Kvarolol virker ikke",
        "Eden Alternative har vi lest om",
    ],
)
def test_a_medicine_or_a_method_stays(text: str) -> None:
    assert mask(text, PEOPLE).text == text


@pytest.mark.parametrize(
    "text",
    ["varenr 44023117 er utsolgt", "avviksnummer 48151623 ble lukket", "saksnr. 22151623", "nøkkelnr 40151623 mangler"],
)
def test_the_number_of_a_thing_is_no_phone_number(text: str) -> None:
    assert mask(text, PEOPLE).text == text
