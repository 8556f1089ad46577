"""Minutes: a session as Markdown, for the group and for the leaders."""
