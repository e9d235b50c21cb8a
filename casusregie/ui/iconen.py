"""Icons of the lucide package, written into the page as inline SVG."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

NAAM = re.compile(r"[a-z0-9-]+")


def map_met_iconen() -> Path:
    """The folder of the npm package; `UI_ICONEN` in the settings moves it."""
    return Path(
        getattr(settings, "UI_ICONEN", "")
        or Path(settings.BASE_DIR) / "node_modules" / "lucide-static" / "icons"
    )


@cache
def icoon_svg(naam: str) -> SafeString:
    """The icon as SVG that assistive technology skips; the word beside it carries the meaning.

    Empty when the package is not installed. Raises ValueError for a name that the package does not
    have, so that a typing error does not go unseen.
    """
    folder = map_met_iconen()
    if not folder.is_dir():
        return mark_safe("")
    bestand = folder / f"{naam}.svg"
    if not NAAM.fullmatch(naam) or not bestand.is_file():
        raise ValueError(f"geen icoon met de naam {naam!r} in {folder.name}")
    inhoud = re.search(r"<svg[^>]*>(.*)</svg>", bestand.read_text("utf-8"), re.DOTALL)
    vormen = re.sub(r"\s*\n\s*", "", inhoud[1]) if inhoud else ""
    return mark_safe(  # noqa: S308 -- package content, no input of users
        '<svg class="icoon" viewBox="0 0 24 24" width="18" height="18" fill="none" '
        'stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" '
        f'aria-hidden="true" focusable="false">{vormen}</svg>'
    )
