"""The mask: takes out of a text what tells who is spoken of or who spoke."""

from sessions.mask.engine import mask
from sessions.mask.finding import Finding, Kind, Masked

__all__ = ["Finding", "Kind", "Masked", "mask"]
