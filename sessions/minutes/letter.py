"""A draft of an e-mail to the leader, for the person's own mail program: nothing is sent by us.

It is made of a leaders' report, so nothing else can be in it: the leaders' minutes and the form are attached, the
group's own minutes never.
"""

from __future__ import annotations

import re
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from typing import TYPE_CHECKING

from sessions.mask.shown import veil_of
from sessions.minutes.leaders import plain_title
from sessions.notes import one_line
from sessions.texts import Texts, texts
from sessions.trouble import TroubleError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sessions.minutes.leaders import LeadersReport

LONGEST_ADDRESS = 254  # characters, RFC 5321
_ADDRESS = re.compile(
    r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}", re.IGNORECASE
)


class MailError(TroubleError):
    """An address that no letter can be sent to."""


def address_of(text: str) -> str:
    """Give an e-mail address as it stands in a header, empty for none. Raises MailError when it is not one address.

    What it lets through has no blank, comma, bracket or line end, so it can be nothing but the address it is.
    """
    name, at, domain = text.strip().rpartition("@")
    try:
        address = f"{name}{at}{domain.encode('idna').decode()}"
    except UnicodeError as error:
        raise MailError("mail.address", value=one_line(text)) from error
    if address and (len(address) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(address)):
        raise MailError("mail.address", value=one_line(text))
    return address


def letter_of(report: LeadersReport, files: Mapping[str, str], to: str = "") -> str:
    """Give the draft as the text of an .eml file, with CRLF line ends: the same report and files give the same draft.

    `files` are the leaders' minutes and the form, by file name. Raises MailError for an address that is none.
    """
    words, message = texts(report.language), EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = words.count("mail.subject", len(report.items), title=plain_title(report))
    if address := address_of(to):
        message["To"] = address
    paragraphs = _paragraphs(report, list(files), words)
    message.set_content("\n\n".join(paragraphs) + "\n", cte="quoted-printable")
    message.add_alternative(_html(paragraphs, words.language), subtype="html", cte="quoted-printable")
    for name, text in files.items():
        kind = "html" if name.endswith(".html") else "markdown"
        message.add_attachment(text.encode(), maintype="text", subtype=kind, filename=name, params={"charset": "utf-8"})
    for place, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"=_dialogkafe_{place}")  # can stand in no part: each is encoded, and "=" is not left in any
    return message.as_bytes().decode("ascii")


def _paragraphs(report: LeadersReport, names: list[str], words: Texts) -> list[str]:
    waits = [words.count("answers.waiting_summary", len(report.waiting))] if report.waiting else []
    items = [(item.id, item.heading) for item in report.waiting] + [(item.id, item.heading) for item in report.items]
    told = [f"- {words('minutes.item', id=own, heading=_masked(heading, report))}" for own, heading in items]
    minutes, form = sorted(names, key=lambda name: name.endswith(".html"))
    return [
        words("mail.hello"),
        " ".join([words.count("minutes.summary", len(report.items)), *waits]),
        *(["\n".join(told)] if told else []),
        words("mail.how", minutes=minutes, form=form),
        words("minutes.no_is_an_answer"),
    ]


def _html(paragraphs: list[str], language: str) -> str:
    body = "".join(f"<p>{escape(paragraph).replace(chr(10), '<br>')}</p>\n" for paragraph in paragraphs)
    return f'<!doctype html>\n<html lang="{language}"><body>\n{body}</body></html>\n'


def _masked(text: str, report: LeadersReport) -> str:
    return veil_of(report).shown(one_line(text))
