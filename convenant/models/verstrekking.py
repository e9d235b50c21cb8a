import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from convenant.enums import (
    VRAAG_EN_ANTWOORD,
    ZORG_GEDEELD,
    Categorie,
    Niveau,
    Organisatiesoort,
    Rol,
    Verstrekkingsoort,
)
from convenant.toegang import Stukvorm, Toegang, zichtbaar

from .beschermd import Beschermd
from .dossier import Dossier
from .embargo import buiten_embargo
from .medewerker import Hoedanigheid
from .organisatie import Organisatie
from .velden import partitie

REGISTERLEZERS = (Rol.PROCESREGISSEUR, Rol.CASUSREGISSEUR, Rol.FG)


class Verstrekking(Beschermd):
    """A line of the verstrekkingenregister: content of one organisation given to another.

    Made by the deed itself and never changed; holds no text of a dossier, only what was given (a
    stuk by its id, or categories), from whom, to whom, on what ground, and who decided
    (domein.md §5). One row for each receiver, so that each can be told of a correction.
    """

    vorm = Stukvorm(categorie=Categorie.PROCES)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20, choices=Verstrekkingsoort)
    stuk_soort = models.CharField(max_length=64)
    stuk_id = models.UUIDField()
    categorieen = ArrayField(models.CharField(max_length=20, choices=Categorie))
    van = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    naar = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    grondslag = models.CharField(max_length=200)
    noodzaak = models.CharField(max_length=200)
    besloten_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    verstrekt_op = models.DateTimeField()

    veldcategorie = partitie(
        techniek="id stuk_soort stuk_id",
        proces="dossier soort categorieen van naar grondslag noodzaak besloten_door verstrekt_op",
    )

    class Meta:
        ordering = ["-verstrekt_op", "-id"]
        indexes = [
            models.Index(fields=["dossier", "-verstrekt_op", "-id"], name="verstrekking_dossier"),
            models.Index(fields=["stuk_id"], name="verstrekking_stuk"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(van=F("naar")), name="verstrekking_tussen_organisaties"
            )
        ]

    def __str__(self) -> str:
        return f"verstrekking {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """The process, for who steers, who leads the dossier, and the FG.

        What care got or gave tells that someone is known there: the FG does not read it, and that
        care was asked something shows only to the procesregisseur (domein.md §5). What care
        shares with consent or in a conflict van plichten only who received it may know. Of what
        lies under a hidden embargo there is no line for others.
        """
        if toegang.rol not in REGISTERLEZERS:
            return Q(pk__in=[])
        filter_ = zichtbaar(toegang, cls.vorm, minstens)
        filter_ &= ~Q(soort__in=ZORG_GEDEELD) | Q(naar_id=toegang.organisatie_id)
        filter_ &= buiten_embargo(toegang, Niveau.BESTAAN, "stuk_id")
        zorg = Q(van__soort=Organisatiesoort.ZORG) | Q(naar__soort=Organisatiesoort.ZORG)
        if toegang.rol == Rol.FG:
            filter_ &= ~zorg
        if toegang.rol == Rol.CASUSREGISSEUR:
            filter_ &= ~(zorg & Q(soort__in=VRAAG_EN_ANTWOORD))
        return filter_
