"""A browser as people call theirs, from what it says about itself."""

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMEN = (
    ("iPhone", "een iPhone"),
    ("iPad", "een iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "een Chromebook"),
    ("Mac OS", "een Mac"),
    ("Linux", "Linux"),
)
"""The first that fits counts: nearly every browser also says that it is Chrome or Safari."""


def apparaat(omschrijving: str) -> str:
    """'Chrome op Windows'; what is not known is said to be unknown."""
    browser = next((naam for teken, naam in BROWSERS if teken in omschrijving), "")
    systeem = next((naam for teken, naam in SYSTEMEN if teken in omschrijving), "")
    if not browser:
        return "onbekende browser"
    return f"{browser} op {systeem}" if systeem else browser
