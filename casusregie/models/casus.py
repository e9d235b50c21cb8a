from dataclasses import replace
from datetime import date

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When

from casusregie.enums import Informeerstatus, Risicogroep, Sluituitkomst
from convenant.enums import Categorie, Niveau
from convenant.models import Dossier, Hoedanigheid, Organisatie, Stuk, Taak, partitie
from convenant.toegang import Stukvorm, Toegang, zichtbaar

from .besluit import Besluit

HERBEOORDELING_VOLGORDE = Case(
    When(afgeschaald_op=None, gesloten_op=None, then=F("herbeoordeling_op")),
    default=Value(date.max),
    output_field=models.DateField(),
)
"""The day of the review; a case that needs none any more comes after all others."""


class Casus(Stuk):
    """What a dossier becomes when the person is admitted to the aanpak."""

    vorm = Stukvorm(categorie=Categorie.PROCES)

    risicogroep = models.PositiveSmallIntegerField(choices=Risicogroep)
    besluit = models.ForeignKey(Besluit, on_delete=models.PROTECT, related_name="+")
    geopend_op = models.DateTimeField()
    herbeoordeling_op = models.DateField()
    afgeschaald_op = models.DateTimeField(null=True, blank=True)
    gesloten_op = models.DateTimeField(null=True, blank=True)
    uitkomst = models.CharField(max_length=20, choices=Sluituitkomst, blank=True)
    sluittoelichting = models.TextField(blank=True)
    nazorg = models.TextField(blank=True, help_text="Wie let nog op, en tot wanneer")
    nazorg_tot = models.DateField(null=True, blank=True)
    bewaren_tot = models.DateField(null=True, blank=True)
    heropend_op = models.DateTimeField(null=True, blank=True)
    heropenreden = models.TextField(blank=True)
    versie = models.PositiveIntegerField(default=1)

    veldcategorie = partitie(
        techniek="id versie",
        proces="dossier risicogroep besluit geopend_op herbeoordeling_op afgeschaald_op "
        "gesloten_op uitkomst nazorg_tot bewaren_tot heropend_op",
        gewoon="sluittoelichting nazorg heropenreden",
    )

    class Meta:
        ordering = ["-geopend_op", "-id"]
        constraints = [models.UniqueConstraint(fields=["dossier"], name="een_casus_per_dossier")]
        indexes = [
            models.Index(HERBEOORDELING_VOLGORDE, "id", name="casus_herbeoordeling"),
            models.Index(
                HERBEOORDELING_VOLGORDE,
                "id",
                condition=models.Q(gesloten_op__isnull=True),
                name="casus_lopend",
            ),
            models.Index(fields=["geopend_op", "id"], name="casus_geopend"),
        ]

    def __str__(self) -> str:
        return f"casus {self.pk}"


class Pauze(Stuk):
    """A hold on a case: with reason, owner and end, and back on the agenda by itself."""

    vorm = Stukvorm(categorie=Categorie.GEWOON, moment_pad="vastgelegd_op")

    reden = models.TextField()
    eigenaar = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()
    van = models.DateField()
    tot = models.DateField()
    opgeheven_op = models.DateTimeField(null=True, blank=True)
    opheffingsreden = models.TextField(blank=True)

    veldcategorie = partitie(
        techniek="id",
        proces="dossier eigenaar vastgelegd_op van tot opgeheven_op",
        gewoon="reden opheffingsreden",
    )

    class Meta:
        ordering = ["-van", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(opgeheven_op__isnull=True), name="een_lopende_pauze"
            ),
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="pauze_periode"),
        ]

    def __str__(self) -> str:
        return f"pauze {self.pk}"


class Informering(Stuk):
    """The duty to tell the person about the aanpak: done, or postponed with ground and end."""

    vorm = Stukvorm(categorie=Categorie.GEWOON, moment_pad="besluit__genomen_op")

    besluit = models.ForeignKey(Besluit, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=Informeerstatus, default=Informeerstatus.OPEN)
    geinformeerd_op = models.DateField(null=True, blank=True)
    wijze = models.TextField(blank=True)
    uitstelgrond = models.TextField(blank=True)
    uitgesteld_tot = models.DateField(null=True, blank=True)
    beslist_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    veldcategorie = partitie(
        techniek="id",
        proces="dossier besluit status geinformeerd_op uitgesteld_tot beslist_door",
        gewoon="wijze uitstelgrond",
    )

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["dossier"],
                condition=~Q(status=Informeerstatus.GEDAAN),
                name="informering_te_doen",
            )
        ]

    def __str__(self) -> str:
        return f"informering {self.pk}"


class Veiligheidswaarschuwing(Stuk):
    """A warning for whoever meets the person: minimal text, source and end date.

    Seen by everyone with a task in the dossier, whatever their level.
    """

    vorm = Stukvorm(categorie=Categorie.GEWOON, moment_pad="vastgelegd_op")

    tekst = models.CharField(max_length=200)
    bron = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()
    van = models.DateField()
    tot = models.DateField()
    gemaakt_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    veldcategorie = partitie(
        techniek="id",
        proces="dossier bron vastgelegd_op van tot gemaakt_door ingetrokken_op",
        gewoon="tekst",
    )

    class Meta:
        ordering = ["-van", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="waarschuwing_periode")
        ]

    def __str__(self) -> str:
        return f"waarschuwing {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """By the rule, or because one has an open task in the dossier.

        The rule asks its own EXISTS: a join to a dossier that the reader may not know would lose
        the row also for who has a task in it.
        """
        volgens_de_regel = Dossier.objects.voor(toegang, minstens=Niveau.BESTAAN).filter(
            zichtbaar(toegang, replace(cls.vorm, dossier_pad=""), minstens),
            pk=OuterRef("dossier_id"),
        )
        dossiers_met_taak = (
            Taak.objects.voor(toegang)
            .filter(Taak.van(toegang), gereed_op__isnull=True)
            .values("dossier_id")
        )
        return Q(Exists(volgens_de_regel)) | Q(dossier_id__in=dossiers_met_taak)
