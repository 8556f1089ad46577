"""What was said stays, in good Norwegian; that someone in particular said it goes."""

import pytest

from sessions.mask.unattributed import language_of, unattributed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("En kollega sa at turnusen er for stram.", "Det ble sagt at turnusen er for stram."),
        ("en kollega meinte at vi treng meir tid, ikkje skjema", "det vart sagt at vi treng meir tid, ikkje skjema"),
        ("En kollega: vi treng meir tid", "Det vart sagt at vi treng meir tid"),
        ("En kollega: Ikke glem pausene!", "Det ble sagt: Ikke glem pausene!"),
        ("Ifølge en kollega er det ingen som svarer", "Det ble sagt at det er ingen som svarer"),
        ("Ifølge en kollega svarer ingen på telefonen", "Det ble sagt at ingen svarer på telefonen"),
        ("Ingen svarer, sa en kollega.", "Ingen svarer, ble det sagt."),
        ("jeg (en kollega) mener vi må øve", "jeg mener vi må øve"),
        ("En kollega ønsker fast vikar", "Det er ønske om fast vikar"),
        ("En kollega og en ansatt sier at det haster", "Det blir sagt at det haster"),
        ("Møtet gikk bra. En kollega foreslo nytt møte.", "Møtet gikk bra. Det ble foreslått nytt møte."),
        ("En kollega spurte om vi kan bytte", "Det ble spurt om vi kan bytte"),
    ],
)
def test_a_statement_stands_without_who_made_it(text: str, told: str) -> None:
    assert unattributed(text) == told


@pytest.mark.parametrize(
    "text", ["", "Vi trenger mer tid.", "Vi snakket med en kollega om dette", "En kollegas forslag er bra"]
)
def test_what_is_no_statement_of_someone_stays_as_it_is(text: str) -> None:
    assert unattributed(text) == text


@pytest.mark.parametrize(
    ("text", "language"), [("vi treng ikkje meir", "nn"), ("vi trenger ikke mer", "nb"), ("", "nb")]
)
def test_the_wording_follows_the_text(text: str, language: str) -> None:
    assert language_of(text) == language
