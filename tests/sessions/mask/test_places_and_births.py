"""Addresses, rooms and days of birth go; counts, times and wards stay."""

import pytest

from sessions.mask import Kind, mask


def found(text: str, kind: Kind) -> list[str]:
    return [text[f.start : f.end] for f in mask(text, ()).findings if f.sure and f.kind is kind]


@pytest.mark.parametrize(
    "address",
    [
        "Storgata 12", "Storgata 12 B", "Fjellvegen 4", "Nedre Strandvei 4b", "Ole Bulls gate 3", "Solbakken 17",
        "Kirkelia 2", "Bekkefaret 12", "Torvmyrane 8", "Kjelde ring 88",
        "Skoleveien 9, 6002 Ålesund", "Kongens gt. 12", "Fuglesundgota 4 C", "Åsheia 45",
        "Elvebakken 3, 1630 Gamle Fredrikstad",
    ],
)  # fmt: skip
def test_where_someone_lives_goes(address: str) -> None:
    assert found(f"ho bur i {address} no", Kind.ADDRESS) == [address]


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("dusjen på rom 204 lekk", "rom 204"),
        ("flytt seng 2 litt", "seng 2"),
        ("leilighet H0203 er tom", "leilighet H0203"),
        ("pasienten på 307 ringer", "307"),
        ("han sover i stolen sin på 107. kona er der", "107"),
        ("han på 5-2 vil ha døra opp", "5-2"),
        ("han på 12 er uroleg", "12"),
        ("rom 3B treng maling", "rom 3B"),
        ("han på rom tolv ringer", "rom tolv"),
        ("leilighet hundre og fire er tom", "leilighet hundre og fire"),
        ("204: våken hele natta", "204"),
        ("pas 318 vil ha avis", "318"),
        ("han i 304 krangler", "304"),
        ("ho bur i nr 14 no", "nr 14"),
        ("pasienten på plass 3 skal hjem", "plass 3"),
        ("han pao 304 gøyme snusen", "304"),
        ("roger sat utafor 208 heile natta", "208"),
        ("låg på golvet i leilegheid 6", "leilegheid 6"),
    ],
)
def test_a_room_goes(text: str, room: str) -> None:
    assert found(text, Kind.ROOM) == [room]


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("ho er fødd 3.4.31 og bur åleine", "3.4.31"),
        ("kvinne f. -31", "-31"),
        ("mann født 1931", "1931"),
        ("fødd tredje april nittentrettiein", "tredje april nittentrettiein"),
        ("fødselsdato: 12. mai 1940", "12. mai 1940"),
        ("pas 030431 vil heim", "030431"),
        ("ein 1931-modell som er sprek", "1931-modell"),
        ("født 2. juledag 1942", "2. juledag 1942"),
        ("fyller 90 den 4. februar", "4. februar"),
        ("ho blir 95 22. april", "22. april"),
        ("5/11 er bursdagen hans", "5/11"),
        ("12/9 1938 står det i mappa", "12/9 1938"),
        ("bursdagen til ho eldste, tredje mai -59, gikk stille", "tredje mai -59"),
        ("ho e fra -28 og heilt klar", "-28"),
        ("tvillingane, fødde 24/12 2011, deler rom", "24/12 2011"),
        ("ho e fodt nyttårsaften i trettiseks", "nyttårsaften i trettiseks"),
        ("ho er fødd 4de juni 28", "4de juni 28"),
        ("født på Hamar sykehus 12. juni 1944", "12. juni 1944"),
        ("han er født 12/12 31, på bygda", "12/12 31"),
        ("feil pasient i journalen: 880412", "880412"),
    ],
)
def test_a_birth_goes(text: str, born: str) -> None:
    assert found(text, Kind.DATE_OF_BIRTH) == [born]


@pytest.mark.parametrize(
    "text",
    [
        "vi venta på 12 nye madrasser i 204 dagar",
        "på 2010-tallet var vi flere, 80 prosent stilling",
        "kl 12.30 og 14-16 på 3 avdelinger",
        "ho er 92 år og sprek",
        "møte 3.4.2025 og 12/5",
        "vi gikk veien 4 ganger og brukte gata 2 ganger",
        "rom for alle, og 12 rom er tomme",
        "det kosta 120 000 kroner i 2023",
        "f.eks. 3 gongar i veka",
    ],
)
def test_counts_and_times_stay(text: str) -> None:
    assert mask(text, ()).text == text


def test_a_bed_with_a_letter_a_house_by_its_owner_and_a_day_in_words_go() -> None:
    assert found("fru på seng B er redd", Kind.ROOM) == ["seng B"]
    assert found("dør C er låst", Kind.ROOM) == []
    assert found("nøkkelen til bustaden i Nedre Tua 2 heng feil", Kind.ADDRESS) == ["Nedre Tua 2"]
    assert found("han fylte nitti den fjerde i åttende", Kind.DATE_OF_BIRTH) == ["den fjerde i åttende"]
    assert found("det står 14. juli 1946 på armbandet", Kind.DATE_OF_BIRTH) == ["14. juli 1946"]
    assert found("krigen sluttet 8. mai 1945", Kind.DATE_OF_BIRTH) == []


@pytest.mark.parametrize(
    "text",
    [
        "bilen er fra -98 og trenger service",
        "hun har bursdag i dag, kake kl 14.30",
        "en mann på 84 blir sint for kald kaffe",
        "kvar vår dør fem-seks stykk her inne",
        "varenummer 880412 er utsolgt",
    ],
)
def test_what_only_looks_like_a_birth_or_a_room_stays(text: str) -> None:
    assert not mask(text, ()).findings
