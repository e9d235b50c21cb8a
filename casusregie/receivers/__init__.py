"""What this room hangs on the pages of earlier rooms, and what it does after their deeds."""

from . import besluit, casus, overdracht

__all__ = ["besluit", "casus", "overdracht"]
