"""Holes as somebody could make them by mistake: each is planted by a test, that has to see it."""

from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django.db.models import Q

import beoordeling.models.informatie
import beoordeling.views.beoordeling
import convenant.views.werk
from beoordeling.models import Informatie
from casusregie.config import embedded
from casusregie.ui.blokken import Telling
from convenant.enums import Niveau
from convenant.guard import Deur
from convenant.models import Taak
from convenant.models.beschermd import BeschermdQuerySet
from convenant.toegang import Toegang, zichtbaar

type Planter = pytest.MonkeyPatch


def query_zonder_voor(planter: Planter) -> None:
    """Queries that ask for everything, and a database that was opened for it."""

    def voor(self: Any, toegang: Toegang, *, minstens: Niveau = Niveau.INHOUD) -> Any:
        return self.buiten_toegang("een gat")

    planter.setattr(BeschermdQuerySet, "voor", voor)


def deur_voor_iedereen(planter: Planter) -> None:
    """A door that looks at nobody's role."""
    planter.setattr(Deur, "laat_toe", lambda self, rol: True)


def veld_zonder_vraag(planter: Planter) -> None:
    """A page that shows a field of a row it may show, without asking for its category."""
    planter.setattr(
        beoordeling.views.beoordeling,
        "terugstuurreden",
        lambda toegang, beoordeling: beoordeling.terugstuurreden,
    )


def telling_zonder_filter(planter: Planter) -> None:
    """A number on the first page that counts the tasks of everybody."""

    def taaktellingen(toegang: Toegang) -> list[Telling]:
        aantal = Taak.objects.buiten_toegang("een gat").filter(gereed_op__isnull=True).count()
        return [Telling(str(aantal), "alle open taken", "/convenant/taken/")]

    planter.setattr(convenant.views.werk, "taaktellingen", taaktellingen)


def zorg_als_ander(planter: Planter) -> None:
    """A filter without the exception for care."""

    def zichtbaar_voor(cls: Any, toegang: Toegang, minstens: Niveau) -> Q:
        return zichtbaar(toegang, cls.vorm, minstens)

    planter.setattr(Informatie, "zichtbaar_voor", classmethod(zichtbaar_voor))


def embargo_vergeten(planter: Planter) -> None:
    """A filter that asks for no embargo."""
    planter.setattr(beoordeling.models.informatie, "buiten_embargo", lambda *_, **__: Q())


def afscherming_vergeten(planter: Planter) -> None:
    """A filter that opens sealed dossiers, and those of who has a belangenconflict."""
    planter.setattr(Toegang, "niet_dicht", lambda self, pad: Q())


def in_database(*opdrachten: str) -> None:
    """What only the owner of the tables can do; the clone is thrown away after the test."""
    naam = connection.settings_dict["NAME"]
    adres = embedded.load(settings.DATA_DIR).database_url(embedded.SUPERUSER, naam)
    with psycopg.connect(adres, autocommit=True) as eigenaar:
        for opdracht in opdrachten:
            eigenaar.execute(opdracht)
