"""Numbers and addresses that belong to one person go in every way of grouping."""

import pytest

from sessions.mask import Kind, mask


@pytest.mark.parametrize(
    "number",
    [
        "17054026641",
        "170540 26641",
        "17.05.40-26641",
        "17 05 40 26641",
        "170540-266 41",
        "57054026641",
        "17454026641",
        "17854026642",
    ],
)
def test_eleven_digits_go_whether_the_check_holds_or_not(number: str) -> None:
    masked = mask(f"pas. {number} skal flyttast", ())
    assert masked.text == "pas. [fødselsnummer] skal flyttast"
    assert [f.kind for f in masked.findings] == [Kind.FNR]


@pytest.mark.parametrize(
    "number",
    ["91234567", "912 34 567", "22 12 34 56", "+47 912 34 567", "0047 91234567", "tlf 91 23 45 67", "+46 70 123 45 67"],
)
def test_phone_numbers_go(number: str) -> None:
    masked = mask(f"ring {number} i morgon", ())
    assert "[telefon] i morgon" in masked.text


@pytest.mark.parametrize(
    "address", ["kari.nordmann@kommune.no", "Kari_N+vakt@alesund.kommune.no", "kari(at)epost.no", "kari @ epost.no"]
)
def test_mail_addresses_go(address: str) -> None:
    assert mask(f"skriv til {address}.", ()).text == "skriv til [e-post]."


@pytest.mark.parametrize(
    "text",
    [
        "vakta går 07.30-15.30 og 15.00-22.30",
        "møte 12.10.2024, nytt i 2025",
        "budsjett 2024-2025 på 12 500 000 kroner",
        "det kosta 1 250 000 kr",
        "kl 0800 til 1600 på 204 dagar",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert mask(text, ()).text == text


def test_a_million_digits_or_letters_take_no_time() -> None:
    for letter in "a1@ .":
        assert mask(letter * 1_000_000, ()).text


def test_what_is_numbered_is_a_word_of_its_own() -> None:
    assert mask("skapnr 22 61 90 48", ()).text == "skapnr 22 61 90 48"
    assert mask("nummeret står på kjøleskapet: 22 61 90 48", ()).text == "nummeret står på kjøleskapet: [telefon]"


def test_a_door_after_a_house_is_no_letter_of_it() -> None:
    assert mask("målebånd til Gjøsvikveien 14, døra er smal", ()).text == "målebånd til [adresse], døra er smal"
    assert mask("bor i Gjøsvikveien 14, dør B", ()).text == "bor i [adresse]"


def test_a_day_after_a_place_is_no_house() -> None:
    assert mask("vi var på Nyborgmoen 24. desember", ()).text == "vi var på Nyborgmoen 24. desember"
