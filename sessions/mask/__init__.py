"""The mask: takes out of a text what tells who is spoken of or who spoke."""

from sessions.mask.engine import mask
from sessions.mask.finding import Finding, Kind, Masked
from sessions.mask.gate import findings_left

__all__ = ["Finding", "Kind", "Masked", "findings_left", "mask"]
