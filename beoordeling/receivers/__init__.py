"""What this room hangs on the pages of earlier rooms."""

from beoordeling.receivers import beoordeling, bevraging, embargo, informatie, weging, wissing

__all__ = ["beoordeling", "bevraging", "embargo", "informatie", "weging", "wissing"]
