"""What this room hangs on the pages of earlier rooms."""

from beoordeling.receivers import beoordeling, informatie, weging

__all__ = ["beoordeling", "informatie", "weging"]
