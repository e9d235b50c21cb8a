"""Small files for the journey: reading a PDF back, and making one to send in."""

from pathlib import Path

from pypdf import PdfReader, PdfWriter


def tekst_van(bestand: Path) -> str:
    """All text of a PDF as one line, so that a broken line breaks no comparison."""
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(bestand).pages).split())


def bladen_van(bestand: Path) -> int:
    """How many pages a PDF has."""
    return len(PdfReader(bestand).pages)


def kleine_pdf(doel: Path) -> Path:
    """An empty page as a file to add to a dossier."""
    schrijver = PdfWriter()
    schrijver.add_blank_page(width=595, height=842)
    schrijver.write(doel)
    return doel
