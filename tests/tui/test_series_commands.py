"""The commands about a group over time: what they print and write, and one sentence for whatever is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessions.store import TinyStore
from tests.tui.test_command_line import run

AALESUND = Path(__file__).parents[1] / "sessions" / "data" / "alesund-evaluations.csv"


@pytest.fixture
def home(tmp_path: Path) -> str:
    """A data folder with the six cafés in it."""
    done = run("--home", str(tmp_path / "data"), "import-series", "Utviklingssenteret", str(AALESUND))
    assert (done.returncode, done.stdout) == (0, "6 kafeer er lest inn i Utviklingssenteret.\n")
    return str(tmp_path / "data")


def test_the_series_is_printed_and_written_where_it_is_asked_for(home: str, tmp_path: Path) -> None:
    sheet, markdown = tmp_path / "serie.csv", tmp_path / "serie.md"
    done = run("--home", home, "series", "utvikling", "--csv", str(sheet), "--markdown", str(markdown))
    assert "I alt            5      93            31   129        160" in done.stdout
    assert "129 av 160 har svart." in done.stdout
    assert done.stdout.endswith(f"Tabellen ligger i {sheet}\nTabellen ligger i {markdown}\n")
    rows = sheet.read_text(encoding="utf-8").splitlines()
    assert rows[:-1] == AALESUND.read_text(encoding="utf-8").splitlines()
    assert rows[-1] == "total,,5,93,31,129,160"
    assert markdown.read_text(encoding="utf-8").startswith("# Utviklingssenteret")


def test_the_same_file_twice_changes_nothing(home: str) -> None:
    before = run("--home", home, "series", "Utviklingssenteret").stdout
    again = run("--home", home, "import-series", "utviklingssenteret", str(AALESUND))
    assert (again.returncode, "Ingenting er endret" in again.stdout) == (0, True)
    assert run("--home", home, "series", "Utviklingssenteret").stdout == before


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("17,6,23", "17,6,24", "linje 2: 0 + 17 + 6 er 23, men det står 24 svar"),
        ("17,6,23", "17,7,24", "kafé 1 er lest inn før med andre tall"),
        (",present", "", "kolonnen present mangler"),
        ("0,17,6", "x,17,6", "linje 2: «x» under little_useful"),
        ("23,31", "23,22", "linje 2: 23 svar er flere enn de 22"),
        ("1,Erf", "\x00,Erf", "ikke en csv-fil"),
    ],
)
def test_a_bad_file_is_one_sentence_and_changes_nothing(
    home: str, tmp_path: Path, old: str, new: str, named: str
) -> None:
    path = tmp_path / "feil.csv"
    path.write_text(AALESUND.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    before = snapshot(home)
    done = run("--home", home, "import-series", "Utviklingssenteret", str(path))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert named in done.stderr.casefold()
    assert snapshot(home) == before


def snapshot(home: str) -> object:
    with TinyStore(Path(home)) as store:
        return store.groups()


def test_numbers_that_were_wrong_are_replaced_when_it_is_asked_for(home: str, tmp_path: Path) -> None:
    path = tmp_path / "rettet.csv"
    path.write_text(AALESUND.read_text(encoding="utf-8").replace("17,6,23", "16,7,23"), encoding="utf-8")
    done = run("--home", home, "import-series", "Utviklingssenteret", str(path), "--replace")
    assert done.stdout == "1 kafé er lest inn i Utviklingssenteret.\n"
    assert "92            32   129" in run("--home", home, "series", "Utvikl").stdout


def test_a_file_or_group_that_is_not_there_is_one_sentence(home: str, tmp_path: Path) -> None:
    for arguments, named in [
        (("series", "Dagvakta"), "«Dagvakta»"),
        (("series", ""), "«»"),
        (("series", "Utvikl", "--csv", str(tmp_path / "borte" / "s.csv")), "borte"),
        (("import-series", "Natt", str(tmp_path / "borte.csv")), "borte.csv"),
        (("import-series", " ", str(AALESUND)), "heter"),
    ]:
        done = run("--home", home, *arguments)
        assert (done.returncode, done.stderr.count("\n"), named in done.stderr) == (2, 1, True), arguments


def test_a_part_of_a_name_is_a_group_of_its_own_where_something_is_written(home: str) -> None:
    run("--home", home, "import-series", "Utvikling", str(AALESUND))
    with TinyStore(Path(home)) as store:
        assert [group.name for group in store.groups()] == ["Utvikling", "Utviklingssenteret"]


SAID = ("--date", "9.12.2099", "--time", "13.00", "--place", "Møterommet", "--theme", "Kvalitet", "--question", "Hva?")


def test_an_invitation_is_written_in_three_files_and_twice_the_same(home: str, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    done = run("--home", home, "invite", "Utvikl", *SAID, "--out", str(out))
    assert done.stdout.splitlines()[0] == "Invitasjonen til onsdag 9. desember 2099 kl. 13:00–14:30 ligger her:"
    assert done.stdout.splitlines()[1:] == [
        str(out / f"2099-12-09-utviklingssenteret-invitasjon.{ending}") for ending in ("md", "html", "ics")
    ]
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    assert run("--home", home, "invite", "Utvikl", *SAID, "--out", str(out)).returncode == 0
    assert {path.name: path.read_bytes() for path in out.iterdir()} == first
    assert b"15 av 15 svarte." in first["2099-12-09-utviklingssenteret-invitasjon.md"]


def test_an_invitation_is_in_the_language_that_is_asked_for(home: str, tmp_path: Path) -> None:
    run("--home", home, "invite", "Utvikl", *SAID, "--language", "en", "--out", str(tmp_path / "ut"))
    [page] = (tmp_path / "ut").glob("*-invitation.html")
    assert "<h1>Utviklingssenteret: welcome to the next café</h1>" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ((), "--date, --time, --place, --theme"),
        ((*SAID, "--time", "ett"), "«ett»"),
        ((*SAID, "--date", "9/12"), "«9/12»"),
        ((*SAID, "--date", "2020-01-01"), "«2020-01-01» er forbi"),
        ((*SAID, "--minutes", "lenge"), "«lenge»"),
        ((*SAID, "--language", "sv"), "sv"),
        ((*SAID, "--out", str(AALESUND / "x")), "--out"),
    ],
)
def test_an_invitation_that_cannot_be_is_one_sentence_and_changes_nothing(
    home: str, said: tuple[str, ...], named: str
) -> None:
    before = snapshot(home)
    done = run("--home", home, "invite", "Utvikl", *said)
    assert (done.returncode, done.stdout, done.stderr.count("\n"), named in done.stderr) == (2, "", 1, True)
    assert snapshot(home) == before


def test_the_sheet_that_asks_again_is_written_for_the_last_meeting_or_the_one_that_is_named(
    home: str, tmp_path: Path
) -> None:
    done = run("--home", home, "ask-again", "Utvikl", "--out", str(tmp_path / "ut"))
    assert done.stdout.startswith(f"Arket ligger i {tmp_path / 'ut' / 'utviklingssenteret-6-i-ettertid.html'}")
    run("--home", home, "ask-again", "Utvikl", "--meeting", "2", "--language", "en", "--out", str(tmp_path / "ut"))
    page = (tmp_path / "ut" / "utviklingssenteret-2-in-hindsight.html").read_text(encoding="utf-8")
    assert "<h1>What came of it?</h1>" in page
    assert "“Visjon”" in page


def test_forms_that_came_back_are_typed_in_and_a_slip_is_asked_for_again(home: str) -> None:
    typed = "2\nRadioen\nDen er slått av\n7\nx\n\n1\n\n\n\n\n\n"
    done = run("--home", home, "ask-again", "Utvikl", "--type", given=typed)
    assert done.returncode == 0
    assert "«7» er ikke 1, 2 eller 3" in done.stdout
    assert done.stdout.endswith("2 skjemaer om samling 6 er lagret.\n")
    with TinyStore(Path(home)) as store:
        [counted] = store.groups()[0].hindsight
    assert (counted.number, counted.answered, counted.useful, counted.little) == (6, 2, 1, 1)
    assert (counted.remember, counted.came) == (("Radioen",), ("Den er slått av",))


def test_when_nothing_is_typed_nothing_is_saved(home: str) -> None:
    before = snapshot(home)
    assert run("--home", home, "ask-again", "Utvikl", "--type").stdout.endswith("Ingen skjemaer er lagret.\n")
    assert snapshot(home) == before


@pytest.mark.parametrize(
    "said", [("--meeting", "9"), ("--meeting", "x"), ("--language", "sv"), ("--out", "/dev/null/x")]
)
def test_asking_again_about_what_cannot_be_is_one_sentence(home: str, said: tuple[str, ...]) -> None:
    done = run("--home", home, "ask-again", "Utvikl", *said)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_the_export_is_a_table_and_what_its_columns_are(home: str, tmp_path: Path) -> None:
    out = tmp_path / "evalueringer.csv"
    done = run("--home", home, "export", "Utvikl", "--out", str(out))
    assert done.stdout == f"Tabellen ligger i {out}, og hva kolonnene er, i {tmp_path / 'evalueringer-kolonner.md'}\n"
    assert out.read_text(encoding="utf-8").startswith("meeting,asked,months_after,what,number,text\n1,1,0,theme,,Erf")
    assert "`ticked_very`" in (tmp_path / "evalueringer-kolonner.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("said", "named"), [((), "--out"), (("--out", "/dev/null/x.csv"), "/dev/null/x.csv")])
def test_an_export_that_goes_nowhere_is_one_sentence(home: str, said: tuple[str, ...], named: str) -> None:
    done = run("--home", home, "export", "Utvikl", *said)
    assert (done.returncode, done.stdout, done.stderr.count("\n"), named in done.stderr) == (2, "", 1, True)
