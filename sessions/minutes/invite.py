"""The three files of an invitation: Markdown, a page for browser and printer, and one for calendars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions.inviting import InvitationError
from sessions.minutes.files import write_all
from sessions.names import slug
from sessions.texts import texts

if TYPE_CHECKING:
    from pathlib import Path

    from sessions.group import Group
    from sessions.invitation import Invitation
    from sessions.inviting import Known


@dataclass(frozen=True, slots=True)
class Written:
    """Where the files are."""

    markdown: Path
    page: Path
    calendar: Path


def write_invitation(invitation: Invitation, group: Group, known: Known, folder: Path) -> Written:
    """Write the files, in place of earlier ones: the same invitation gives the same bytes.

    Raises InvitationError when the folder refuses; then they are as they were.
    """
    from sessions.minutes.calendar import calendar_file
    from sessions.minutes.invited import invitation_markdown, title_of
    from sessions.minutes.page import page

    words = texts(invitation.language)
    stem = f"{invitation.day}-{slug(group.name)}-{words('invite.file')}"
    written = Written(*(folder / f"{stem}.{ending}" for ending in ("md", "html", "ics")))
    markdown = invitation_markdown(invitation, group, known.meetings, cafe=known.cafe)
    title = title_of(words, group.name, cafe=known.cafe)
    files = {
        written.markdown: markdown,
        written.page: page(title, markdown, invitation.language),
        written.calendar: calendar_file(invitation, group),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_all(files)
    except OSError as error:
        raise InvitationError("invite.folder", path=folder, reason=error.strerror or error) from error
    return written
