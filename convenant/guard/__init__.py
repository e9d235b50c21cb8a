"""The door of every page: purpose, hoedanigheid, transaction, reading log."""

from .context import context
from .deur import Deur, aangemeld, deur_van, inzage, openbaar, verricht
from .dossierkader import dossiernaam, fasechip, kent_inhoud
from .dossierpagina import DossierPagina
from .middleware import DeurMiddleware
from .pagina import HandelingPagina, Pagina, ToegangRequest, een_of_404
from .stukpagina import StukPagina, StukWaarom
from .wissenpagina import WissenVragenPagina

__all__ = [
    "Deur",
    "DeurMiddleware",
    "DossierPagina",
    "HandelingPagina",
    "Pagina",
    "StukPagina",
    "StukWaarom",
    "ToegangRequest",
    "WissenVragenPagina",
    "aangemeld",
    "context",
    "deur_van",
    "dossiernaam",
    "een_of_404",
    "fasechip",
    "inzage",
    "kent_inhoud",
    "openbaar",
    "verricht",
]
