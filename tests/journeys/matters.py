"""What a group raises in half a year, and how its leader answers: thirty items of ten meetings, all invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.sessions import editors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.sessions.editors import Editor

RAISED = (
    (
        "Vikarer får ikke innlogging\nDorthe Lyngmo låner bort sin.\nkonto før første vakt",
        "Overlapp mellom vaktene\nTi minutter er for lite når to er nye.\net kvarter til",
        "Nøkler til medisinskapet\nDet finnes ett sett, og det går hjem i lomma.\nto sett til",
    ),
    (
        "Alarm som ikke når fram\nAlarmen på bad 2 gir lyd bare i gangen.\nen tekniker",
        "Måltider uten radio\nRadioen står på fra seks til elleve.\nen avklaring",
        "Plan for uro om kvelden\nVi gjør det hver på vår måte.\nfelles opplæring",
    ),
    (
        "Språk i rapporten\nNoen av oss skriver bedre enn vi snakker.\nlov til å skrive stikkord",
        "Sykehjemslegens dag\nLegen er her når morgenstellet er på topp.\nen annen dag",
        "Turer for dem som ikke går\nBilen står, ingen har sertifikatet.\nkurs for to",
    ),
    (
        "Samtaler med pårørende\nVi tar dem i gangen. Maarit Koskela fikk kjeft der.\net rom",
        "Ferievikarer på natt\nTo nye sammen på natt er to for mange.\nen fast på hver natt",
        "Hansker i rett størrelse\nDet er bare XL igjen.\nbestilling hver uke",
    ),
    (
        "Tid til opplæring av lærlinger\nLærlingen går som ferdig utdannet.\nen fast veileder",
        "Vold og trusler\nVi skriver avvik og hører ingenting.\nsvar på avvik",
        "Rullestoler som ikke bremser\nTre av elleve.\nservice i høst",
    ),
    (
        "Beboernes egne penger\nUttak tas på vår kode.\nen rutine",
        "Sommerens turnus\nUtkastet kommer i mai, for seint for barnehagen.\nutkast i mars",
        "Vask på natt\nVaskemaskinen vekker dem på rom ved siden av.\nflytte vaskingen",
    ),
    (
        "Nattelys i gangen\nNoen går seg bort på vei til badet.\nlamper med sensor",
        "Ansvar ved dødsfall\nNye vet ikke hvem som ringer hvem.\nen side med rutinen",
        "Kjøkkenet stenger klokka fem\nDe som sover seint, får brødskive.\nvarm mat til sju",
    ),
    (
        "Gerica på nettbrett\nVi skriver to ganger.\nto nettbrett",
        "Kurs i Marte Meo\nTo av oss kan det, resten ser på.\nkurs for fire",
        "Innkjøp av sanseting\nVi kjøper for egne penger.\net lite budsjett",
    ),
    (
        "Kveldsvakt alene på to avdelinger\nFra ni til elleve er det én.\nen til",
        "Møterommet er lager\nVi sitter blant senger.\nrydding",
        "Debrifing etter vold\nDen kom etter tre uker.\ninnen to dager",
    ),
    (
        "Bemanning i høytidene\nAlle har hatt to juler på rad.\nen turnus for høytider",
        "Fysioterapeuten én dag\nEn dag i uka rekker ikke til alle.\nto dager",
        "Ny leder, gamle løfter\nVi vet ikke hva som gjelder.\nen liste",
    ),
)
"""Heading, text and request of the three items of each meeting, one a line."""

GROUP, LEADER = "Skogly, gruppe 2", "Tone Eksempel"
STAFF = ("Dorthe Lyngmo", "Maarit Koskela", "Tarjei Øvrebø", "Nasra Warsame", "Ewa Zielinska", "Birger Tofte")
COME = {4: ("Synnøve Aarvik",), 6: ("Phuong Ly", "Jokke Bråthen")}
GONE = {"Birger Tofte": 5, "Ewa Zielinska": 7}
TRIED = {6: "Det ble roligere da vi satte oss.", 9: "Vi turte ikke."}
"""What happened with the trial that is asked about first, at the meetings that ask."""
WANTED = {2: "Å være to om stell", 5: "Når pårørende er sinte", 7: "Døden på natt", 10: "Å komme ny"}


def present(meeting: int) -> list[str]:
    """Give who are at a meeting: people come and go."""
    known = [*STAFF, *(name for since, names in COME.items() if since <= meeting for name in names)]
    return [name for name in known if GONE.get(name, meeting + 1) > meeting]


@dataclass(frozen=True)
class Letter:
    """A file that comes back before a meeting: the leaders' file `of` an earlier one, filled in by an editor."""

    of: int
    write: Editor
    answers: Mapping[str, tuple[str, str, str, str]] = field(default_factory=dict)


BEFORE: dict[int, tuple[Letter, ...]] = {
    2: (
        Letter(
            1,
            editors.notepad,
            {
                "1-1": ("Det skulle ha vært på plass.", "Konto bestilles når vakta blir gitt.", LEADER, "1. juli"),
                "1-2": ("Nei, fordi turnusen er låst til høsten.", "", "", ""),
            },
        ),
    ),
    3: (Letter(2, editors.pandoc, {"2-1": ("Vi ser det.", "Tekniker kommer.", "Driftsleder", "uke 27")}),),
    5: (  # one is late and stands in the file of the last meeting, where it was put first since it waits
        Letter(
            4,
            editors.table,
            {
                "1-3": ("Vi har lett.", "To sett er laget.", LEADER, ""),
                "4-1": ("Maarit Koskela sa det også.", "Møterommet kan bestilles.", "", ""),
            },
        ),
        Letter(3, editors.numbers, {"3-2": ("Legen har sagt ja til onsdag.", "", "", "")}),
    ),
    6: (Letter(5, editors.bold, {"5-2": ("Vi må svare fortere.", "Svar innen ti dager.", LEADER, "fra nå")}),),
    8: (
        Letter(
            7,
            editors.word_text,
            {
                "7-1": ("Ja.", "Fire lamper er satt opp.", "Vaktmester", ""),
                "2-3": ("Det er felles ansvar.", "Kurs 3. november.", LEADER, "3. november"),
                "1-1": ("Vi ser at det glapp i ferien.", "Kontoene er flyttet til vaktkontoret.", LEADER, "nå"),
            },
        ),
    ),
    10: (
        Letter(9, editors.pandoc_gfm, {"9-3": ("Enig.", "Debrifing innen to dager.", LEADER, "fra 1. desember")}),
        Letter(8, editors.quoted, {"8-2": ("Vi har ikke råd til fire.", "Kurs for to i januar.", LEADER, "januar")}),
    ),
}

SAID = {
    2: {"1-1": "1"},
    3: {"2-1": "1f"},
    5: {"1-1": "3l", "1-3": "1f", "3-2": "2"},
    6: {"5-2": "1"},
    8: {"1-1": "1f", "7-1": "1f", "2-3": "2"},
    10: {"9-3": "1"},
}
"""What is said of an answered item at a meeting, as keys: 1 better, 2 the same, 3 worse, f followed up, l again."""
