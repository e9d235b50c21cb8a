"""What an uploaded file really is: by its content, not by its name."""

from email.parser import BytesHeaderParser
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

import puremagic
from django.core.files.uploadedfile import UploadedFile

from casusregie.ui.velden import document_max_mb
from convenant.handeling import Geweigerd

MEDIATYPE = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "eml": "message/rfc822",
    "msg": "application/vnd.ms-outlook",
}
KOP = 64 * 1024


def mediatype_van(bestand: UploadedFile) -> str:
    """The media type of a pdf, docx, eml or msg.

    Raises ``Geweigerd`` when the file is too large, of another kind, or not what its name says.
    """
    max_mb = document_max_mb()
    if (bestand.size or 0) > max_mb * 1024 * 1024:
        raise Geweigerd(f"Dit bestand is groter dan {max_mb} MB. Kies een kleiner bestand.")
    soort = PurePath(bestand.name or "").suffix.lower().lstrip(".")
    bestand.seek(0)
    kop = bestand.read(KOP)
    bestand.seek(0)
    if soort not in MEDIATYPE or not _klopt(soort, kop, bestand):
        raise Geweigerd(
            "De inhoud van dit bestand past niet bij de naam. Kies een pdf, docx, eml of msg."
        )
    return MEDIATYPE[soort]


def _klopt(soort: str, kop: bytes, bestand: UploadedFile) -> bool:
    match soort:
        case "eml":
            return _is_mail(kop)
        case "docx":
            return _is_word(kop, bestand)
        case "msg":
            return kop.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    return soort in _soorten(kop)


def _soorten(kop: bytes) -> set[str]:
    try:
        gevonden = puremagic.magic_string(kop)
    except puremagic.PureError:
        return set()
    return {treffer.extension.lstrip(".") for treffer in gevonden}


def _is_word(kop: bytes, bestand: UploadedFile) -> bool:
    if not _soorten(kop) & {"zip", "docx"}:
        return False
    try:
        with ZipFile(bestand) as archief:  # type: ignore[arg-type]
            namen = set(archief.namelist())
    except BadZipFile:
        return False
    finally:
        bestand.seek(0)
    macro = any("vbaproject" in naam.lower() for naam in namen)
    return {"[Content_Types].xml", "word/document.xml"} <= namen and not macro


def _is_mail(kop: bytes) -> bool:
    if b"\x00" in kop:
        return False
    velden = BytesHeaderParser().parsebytes(kop)
    return bool(velden["from"] and (velden["date"] or velden["subject"]))
