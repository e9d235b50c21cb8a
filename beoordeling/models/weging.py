import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from beoordeling.enums import Advies, Weegwaarde, Wegingstatus
from convenant.enums import Categorie, Niveau, Rol
from convenant.models import Beschermd, Geschiedenis, Hoedanigheid, Organisatie, Stuk, partitie
from convenant.toegang import Stukvorm, Toegang, zichtbaar
from meldpunt.models import Melding

from .kader import Indicator, Kader


class Weging(Stuk):
    """A round of weighing: the weegploeg answers the same questions, blind to each other."""

    vorm = Stukvorm(categorie=Categorie.PROCES)

    melding = models.ForeignKey(Melding, on_delete=models.PROTECT, related_name="+")
    ronde = models.PositiveSmallIntegerField(default=1)
    kader = models.ForeignKey(Kader, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=Wegingstatus, default=Wegingstatus.OPEN)
    gestart_op = models.DateTimeField()
    gestart_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    uiterlijk = models.DateField()
    gesloten_op = models.DateTimeField(null=True, blank=True)
    sluitreden = models.TextField(blank=True, help_text="Waarom gesloten voordat alles binnen was")
    uitkomst = models.CharField(max_length=20, choices=Advies, blank=True)
    uitkomst_reden = models.TextField(blank=True)
    vastgesteld_op = models.DateTimeField(null=True, blank=True)
    vastgesteld_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    veldcategorie = partitie(
        techniek="id",
        proces="dossier melding ronde kader status gestart_op gestart_door uiterlijk gesloten_op "
        "uitkomst vastgesteld_op vastgesteld_door",
        gewoon="sluitreden uitkomst_reden",
    )

    class Meta:
        ordering = ["-gestart_op", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "ronde"], name="weging_ronde"),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=~Q(status=Wegingstatus.VASTGESTELD),
                name="een_lopende_weging",
            ),
        ]

    def __str__(self) -> str:
        return f"weging {self.pk}"


def niet_blind(toegang: Toegang, pad: str = "") -> Q:
    """The filter that keeps the weging blind: one's own as member, others' after closing.

    What was not handed in before the round was closed stays a draft of its own member. A partner
    in the uitvoering was not in the weging, and reads none of it.
    """
    eigen = Q(**{f"{pad}organisatie_id": toegang.organisatie_id})
    eigen &= Q(pk__isnull=False) if toegang.rol == Rol.LID_WEEGPLOEG else Q(pk__in=[])
    if toegang.rol == Rol.PARTNER:
        return eigen
    binnen = Q(**{f"{pad}ingediend_op__isnull": False})
    return eigen | (binnen & ~Q(**{f"{pad}weging__status": Wegingstatus.OPEN}))


class Wegingsbijdrage(Beschermd):
    """What one organisation brings to the weging: answers, an advice and its shareable reason.

    Nobody sees another's before the round is closed.
    """

    vorm = Stukvorm(
        categorie=Categorie.GEWOON,
        dossier_pad="weging__dossier",
        bron_pad="organisatie",
        moment_pad="weging__gestart_op",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    weging = models.ForeignKey(Weging, on_delete=models.PROTECT, related_name="bijdragen")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    lid = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    advies = models.CharField(max_length=20, choices=Advies, blank=True)
    reden = models.TextField(blank=True)
    ingediend_op = models.DateTimeField(null=True, blank=True)
    bewijs = ArrayField(
        models.UUIDField(), default=list, blank=True, help_text="De informatie waar dit op rust"
    )
    versie = models.PositiveIntegerField(default=1)

    history = Geschiedenis()

    veldcategorie = partitie(
        techniek="id versie",
        proces="weging organisatie lid ingediend_op bewijs",
        gewoon="advies reden",
    )

    class Meta:
        ordering = ["organisatie__naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["weging", "organisatie"], name="een_bijdrage_per_partij"
            )
        ]

    def __str__(self) -> str:
        return f"bijdrage {self.pk}"

    @property
    def dossier_id(self) -> uuid.UUID:
        """The dossier of the round: deeds on a bijdrage are deeds in that dossier."""
        return self.weging.dossier_id

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """Blind: the content is for its own member, and for others once the round is closed.

        At process level everyone in the weging may know who has handed in; that reads no content.
        """
        filter_ = zichtbaar(toegang, cls.vorm, minstens)
        if minstens < Niveau.INHOUD:
            return filter_
        return filter_ & niet_blind(toegang)


class Wegingsantwoord(Beschermd):
    """One answer of one organisation to one question of the weging."""

    vorm = Stukvorm(
        categorie=Categorie.GEWOON,
        dossier_pad="bijdrage__weging__dossier",
        bron_pad="bijdrage__organisatie",
        moment_pad="bijdrage__weging__gestart_op",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bijdrage = models.ForeignKey(
        Wegingsbijdrage, on_delete=models.PROTECT, related_name="antwoorden"
    )
    vraag = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    waarde = models.CharField(max_length=20, choices=Weegwaarde)
    toelichting = models.TextField(blank=True)

    history = Geschiedenis()

    veldcategorie = partitie(techniek="id", proces="bijdrage vraag", gewoon="waarde toelichting")

    class Meta:
        ordering = ["vraag__deel__volgorde", "vraag__volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["bijdrage", "vraag"], name="een_antwoord_per_vraag")
        ]

    def __str__(self) -> str:
        return f"antwoord {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """As blind as the bijdrage it is part of."""
        return zichtbaar(toegang, cls.vorm, minstens) & niet_blind(toegang, "bijdrage__")
