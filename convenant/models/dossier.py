import uuid
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Cast
from guardian.models import UserObjectPermissionBase

from convenant.enums import Categorie, Fase, Niveau, Organisatiesoort, Relatie, Rol
from convenant.toegang import Stukvorm, Toegang, zichtbaar, zichtbaar_van_bron

from .beschermd import Beschermd
from .geschiedenis import Geschiedenis
from .medewerker import Hoedanigheid, Medewerker
from .organisatie import Organisatie
from .velden import partitie

if TYPE_CHECKING:
    from .wissing import Wisplan


class Dossier(Beschermd):
    """The spine: a neutral number and a phase, no names.

    Born with the first matched melding; everything about one hoofdbetrokkene hangs on it
    until its destruction (ontwerp.md §1).
    """

    vorm = Stukvorm(categorie=Categorie.PROCES, dossier_pad="")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nummer = models.CharField(max_length=12, unique=True, help_text="Neutraal, zoals 2026-0142")
    fase = models.CharField(max_length=20, choices=Fase, default=Fase.MELDING)
    fase_sinds = models.DateTimeField()
    geopend_op = models.DateTimeField()
    gewijzigd_op = models.DateTimeField()

    history = Geschiedenis()

    veldcategorie = partitie(techniek="id", proces="nummer fase fase_sinds geopend_op gewijzigd_op")

    class Meta:
        ordering = ["-gewijzigd_op", "-id"]
        permissions = [(relatie.value, relatie.label) for relatie in Relatie]
        indexes = [
            models.Index(fields=["-gewijzigd_op", "-id"], name="dossier_nieuwste"),
            models.Index(fields=["fase", "-gewijzigd_op", "-id"], name="dossier_fase_nieuwste"),
        ]

    def __str__(self) -> str:
        return self.nummer


class Betrokkenheid(Beschermd, UserObjectPermissionBase):
    """A named person's involvement in a dossier: the guardian row, with period and reason.

    The only place where involvement stands. Rows are ended, never removed. ``user`` acts in
    ``hoedanigheid``: the employer's other rights are not added (domein.md §5).
    """

    vorm = Stukvorm(categorie=Categorie.PROCES, dossier_pad="content_object")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    content_object = models.ForeignKey(
        Dossier, on_delete=models.PROTECT, related_name="betrokkenheden"
    )
    user = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="betrokkenheden")
    permission = models.ForeignKey("auth.Permission", on_delete=models.PROTECT)
    hoedanigheid = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="betrokkenheden"
    )
    van = models.DateField()
    tot = models.DateField(null=True, blank=True, help_text="Laatste dag; leeg is zonder einde")
    reden = models.CharField(max_length=500)
    verleend_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="verleende_betrokkenheden"
    )
    beeindigd_op = models.DateTimeField(
        null=True, blank=True, help_text="Vanaf dit moment is deze persoon niet meer betrokken"
    )
    eindreden = models.CharField(max_length=500, blank=True)

    history = Geschiedenis()

    veldcategorie = partitie(
        techniek="id permission",
        proces="content_object user hoedanigheid van tot reden verleend_door beeindigd_op eindreden",
    )

    class Meta:
        unique_together: ClassVar[list[str]] = []
        ordering = ["van", "id"]
        indexes = [
            models.Index(fields=["hoedanigheid", "van"], name="betrokkenheid_van_wie"),
            models.Index(fields=["content_object"], name="betrokkenheid_dossier"),
            # For the policies: is this person involved in this dossier, and in which ones?
            models.Index(
                fields=["content_object", "hoedanigheid"],
                include=["van", "tot"],
                condition=Q(beeindigd_op__isnull=True),
                name="betrokkenheid_lopend",
            ),
            models.Index(
                fields=["hoedanigheid"],
                include=["content_object", "permission", "van", "tot"],
                condition=Q(beeindigd_op__isnull=True),
                name="betrokkenheid_eigen",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="betrokkenheid_periode"
            ),
            ExclusionConstraint(
                name="betrokkenheid_geen_overlap",
                condition=Q(beeindigd_op__isnull=True),
                # As text, so that no query takes this slow index for its look-ups by key.
                expressions=[
                    (Cast("hoedanigheid", models.TextField()), RangeOperators.EQUAL),
                    ("permission", RangeOperators.EQUAL),
                    (Cast("content_object", models.TextField()), RangeOperators.EQUAL),
                    (
                        Func(
                            F("van"),
                            F("tot"),
                            models.Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"betrokkenheid {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """By the rule; of care only to those who work in the dossier.

        That someone is known to the GGZ is itself medical, and no placeholder may tell it
        (domein.md §5).
        """
        filter_ = zichtbaar(toegang, cls.vorm, minstens)
        if toegang.rol != Rol.PROCESREGISSEUR:
            zorg = Q(hoedanigheid__organisatie__soort=Organisatiesoort.ZORG)
            filter_ &= ~zorg | toegang.kent_als_betrokkene("content_object_id")
        return filter_

    @staticmethod
    def lopend_op(dag: date) -> Q:
        """The filter for the rows of which ``loopt_op`` says yes."""
        return Q(beeindigd_op__isnull=True, van__lte=dag) & (Q(tot__isnull=True) | Q(tot__gte=dag))

    def loopt_op(self, dag: date) -> bool:
        """Whether this involvement counts on ``dag``: in its period, and not ended."""
        if self.beeindigd_op is not None:
            return False
        return self.van <= dag and (self.tot is None or dag <= self.tot)


class Stuk(Beschermd):
    """Anything that hangs on a dossier and follows the one access rule."""

    wisplan: "ClassVar[Wisplan | None]" = None
    """What erasing an item does to rows of this model; nothing where it holds no text of one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")

    history = Geschiedenis(inherit=True)

    class Meta:
        abstract = True


class Bronstuk(Stuk):
    """A stuk with its own category and source organisation (domein.md §5).

    Its source puts it right and takes it back; the first text stays in the history.
    """

    vorm = Stukvorm(bron_pad="bron", moment_pad="vastgelegd_op")

    categorie = models.CharField(max_length=20, choices=Categorie, default=Categorie.GEWOON)
    bron = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    gecorrigeerd_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(
        null=True, blank=True, help_text="De tekst staat vanaf dan alleen in de geschiedenis"
    )
    gewist_op = models.DateTimeField(
        null=True, blank=True, help_text="Vanaf dan is ook de geschiedenis weg"
    )
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """As the access rule says; what care told is medisch, even that it exists."""
        return zichtbaar_van_bron(toegang, cls.vorm, minstens)

    @property
    def kenniscategorie(self) -> Categorie:
        """The category by which the rule lets it be known."""
        zorg = self.bron.soort == Organisatiesoort.ZORG
        return Categorie.MEDISCH if zorg else Categorie(self.categorie)


class Dossierteller(models.Model):
    """The last number given out in a year; one locked row per series and year, so no gaps."""

    reeks = models.CharField(max_length=4)
    jaar = models.PositiveSmallIntegerField()
    laatste = models.PositiveIntegerField(default=0)

    veldcategorie = partitie(techniek="id reeks jaar laatste")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reeks", "jaar"], name="een_teller_per_jaar")
        ]

    def __str__(self) -> str:
        return f"{self.reeks} {self.jaar}"
