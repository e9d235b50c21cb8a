"""Digest of the source that decides what a prepared database and its static files look like."""

import hashlib
from pathlib import Path

from casusregie.config.embedded import PROJECT_DIR

ROOMS = ("convenant", "meldpunt", "beoordeling", "casusregie", "monitoring")
SCHEMA = ("migrations", "inhoud", "models", "enums.py")
POLICIES = (
    "convenant/apps.py",
    "convenant/toegang.py",
    "convenant/regelboek.py",
    "convenant/identiteit.py",
    "convenant/opzoeken.py",
    "convenant/gedeeld.py",
)
STATIC = ("static", "requirements.lock", "package-lock.json")


def of_schema() -> str:
    """Return the digest of what decides the tables, policies and content of a fresh database."""
    tables = (f"{room}/{part}" for room in ROOMS for part in SCHEMA)
    return _digest(*tables, *POLICIES, "requirements.lock")


def of_story() -> str:
    """Return the digest of all code and content that the demo story is played with."""
    return _digest(*ROOMS, "requirements.lock")


def of_demo() -> str:
    """Return the digest of everything that preparing the demo depends on."""
    return _digest(*ROOMS, *STATIC)


def _digest(*places: str) -> str:
    digest = hashlib.sha256()
    for place in places:
        path = PROJECT_DIR / place
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                _add(digest, file)
    return digest.hexdigest()


def _add(digest: "hashlib._Hash", file: Path) -> None:
    digest.update(str(file.relative_to(PROJECT_DIR)).encode())
    digest.update(file.read_bytes())
