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
        "Aga, Utne, Kinsarvik på en formiddag",
        "Vi bruker TUG, Barthel og MMSE",
        "UNN Harstad svarte ikke",
        "ruta fra Sortland til Giske tar 50 minutt",
        "det er sekretæren som roar folk",
        "Lena, Raufoss og Gjøvik deler nattevakt",
        "Kolbotn ligger for langt unna",
        "rute 4 går via Folkestad",
        "pasienter fra Hjellestad kom for sent",
        "Feios, Fresvik og Jostedal har samme lege",
        "Ulvedalsvatnet er fint å gå rundt",
        "åse-stien er stengd",
        "Stein på bordet, det var pynten",
        "Brekke, Barthel, TUG og SPPB måler mer enn vi trener",
    ],
)
def test_a_place_stays(text: str) -> None:
    assert mask(text, PEOPLE).text == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("dattera til Kolbotn ringte", "dattera til en person ringte"),
        ("Arvid Kolbotn vil hjem", "En person vil hjem"),
        ("Datteren til Ingvald Store, mobil på lista, ringte", "Datteren til en person, mobil på lista, ringte"),
        ("Marit Brekke og Tamarja har ikke felles språk", "En kollega og en person har ikke felles språk"),
        ("det passet ikke at Bjelland ble sint", "det passet ikke at en person ble sint"),
        ("adressa til Kvikne er den samme", "adressa til en person er den samme"),
        ("mor til Unn Helen er borte", "mor til en person er borte"),
        ("vi lærte Bergit å lage vårruller", "vi lærte en person å lage vårruller"),
        ("på rom 8 vil Gullvik ha døra åpen", "på [romnummer] vil en person ha døra åpen"),
        ("Oda fikk ny rullator", "En person fikk ny rullator"),
        ("hun heter Nasteho, skriv det", "hun heter en person, skriv det"),
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


LISTED = (
    Person("Vår Nesdal"),
    Person("Gunn Dale"),
    Person("Sol Andrea Sand"),
    Person("Roar Steen"),
    Person("Odd Hagen"),
)


@pytest.mark.parametrize(
    "text",
    [
        "Sol hele døgnet og ingen får sove",
        "Vår eiga erfaring er at det tek tid",
        "Vår må det bli en gang",
        "Roar det seg ikkje snart, stengjer vi",
        "Dale fabrikkar laga genserar før",
        "Sand må strøast før klokka sju",
        "Sand, fjell og fjord heile dagen",
        "Steen & Strøm-pose sto igjen i taxien",
    ],
)
def test_a_name_of_the_list_that_does_not_go_on_as_people_do_is_asked_about(text: str) -> None:
    masked = mask(text, LISTED)
    assert masked.text == text
    assert {finding.sure for finding in masked.findings} == {False}


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Sol Andrea song for han", "En kollega song for han"),
        ("Vår er lei av å vente", "En kollega er lei av å vente"),
        ("Dale har trena med han", "En kollega har trena med han"),
        ("Sand sitt forslag er godt", "En kollega sitt forslag er godt"),
        ("Roar lærte oss det", "En kollega lærte oss det"),
    ],
)
def test_a_name_of_the_list_that_goes_on_as_people_do_goes(text: str, masked: str) -> None:
    assert mask(text, LISTED).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "bilen er ein Caddy med plass til to",
        "ho les Garborg høgt for dei",
        "vasken har høgskule frå Kharkiv",
        "den nye Electrolux gikk i to uker",
        "stormen Dagmar tok taket",
        "vi ser på Dagmar på film",
        "terapihunden Molly kom på besøk",
        "det regnet i Bergen i 43 dager",
        "frisøren kommer ons og tor",
        "Kaffetrakteren er gått i stykker",
    ],
)
def test_makes_works_and_things_stay(text: str) -> None:
    assert mask(text, LISTED).text == text


def test_a_unit_with_a_number_is_no_address() -> None:
    people = tuple(Person(f"Kari{letter}", "Tunet 2", "sykepleier") for letter in "abc")
    assert mask("kvelden blir tung på Tunet 2", people).text == "kvelden blir tung på Tunet 2"


def test_dialects_say_i_by_one_letter() -> None:
    people = (Person("Ellen Moe"),)
    assert mask("E synst det er tungt", people).text == "E synst det er tungt"
