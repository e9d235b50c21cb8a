import uuid

from django.db import models
from django.db.models import F, Q

from convenant.enums import Categorie, Niveau, Rol, Taaksoort
from convenant.toegang import Stukvorm, Toegang, zichtbaar

from .beschermd import Beschermd
from .dossier import Dossier
from .geschiedenis import Geschiedenis
from .medewerker import Hoedanigheid
from .organisatie import Organisatie
from .velden import partitie


class Taak(Beschermd):
    """Something someone has to do before a day: for a person, or for a role of an organisation.

    Whoever has the task sees it, whatever their level in the dossier; others, except a partner in
    the uitvoering, see it when they may know the ordinary content of the dossier.
    """

    vorm = Stukvorm(categorie=Categorie.GEWOON, moment_pad="gemaakt_op")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(
        Dossier, on_delete=models.PROTECT, related_name="taken", null=True, blank=True
    )
    soort = models.CharField(max_length=20, choices=Taaksoort, default=Taaksoort.ACTIE)
    titel = models.CharField(max_length=200)
    toelichting = models.TextField(blank=True)
    voor_hoedanigheid = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="taken", null=True, blank=True
    )
    voor_rol = models.CharField(max_length=32, choices=Rol, blank=True)
    voor_organisatie = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="taken", null=True, blank=True
    )
    object_soort = models.CharField(max_length=64, blank=True, help_text="Waar de taak over gaat")
    object_id = models.UUIDField(null=True, blank=True)
    over_dossier = models.ForeignKey(
        Dossier,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        help_text="Ook waar de taak zelf geen dossier noemt: wie dat niet mag weten, ziet haar niet",
    )
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(
        Hoedanigheid,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        help_text="Leeg: door de toepassing zelf, omdat een termijn nadert",
    )
    uiterlijk = models.DateField()
    gereed_op = models.DateTimeField(null=True, blank=True)
    gereed_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    uitkomst = models.TextField(blank=True)

    history = Geschiedenis()

    veldcategorie = partitie(
        techniek="id object_soort object_id over_dossier",
        proces="dossier soort voor_hoedanigheid voor_rol voor_organisatie gemaakt_op gemaakt_door "
        "uiterlijk gereed_op gereed_door",
        gewoon="titel toelichting uitkomst",
    )

    dossierpad = "over_dossier_id"

    class Meta:
        ordering = ["uiterlijk", "id"]
        indexes = [
            models.Index(
                fields=["voor_hoedanigheid", "uiterlijk"],
                condition=Q(gereed_op__isnull=True),
                name="taak_open_persoon",
            ),
            models.Index(
                fields=["voor_organisatie", "voor_rol", "uiterlijk"],
                condition=Q(gereed_op__isnull=True),
                name="taak_open_rol",
            ),
            models.Index(fields=["object_id"], name="taak_object"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(voor_hoedanigheid__isnull=False)
                | (Q(voor_organisatie__isnull=False) & ~Q(voor_rol="")),
                name="taak_heeft_iemand",
            ),
            models.CheckConstraint(
                condition=Q(dossier__isnull=True) | Q(over_dossier=F("dossier")),
                name="taak_gaat_over_haar_dossier",
            ),
        ]

    def __str__(self) -> str:
        return f"taak {self.pk}"

    @classmethod
    def van(cls, toegang: Toegang, pad: str = "") -> Q:
        """The filter for tasks that are this asker's own to do, or for rows with one at ``pad``.

        Those of an absent colleague as far as they hang on a dossier: the others are his by name.
        """
        in_dossier = Q(**{f"{pad}dossier__isnull": False})
        van_afwezige = toegang.in_plaats_van(f"{pad}voor_hoedanigheid") & in_dossier
        eigen = Q(**{f"{pad}voor_hoedanigheid_id": toegang.hoedanigheid_id})
        van_de_rol = {
            f"{pad}voor_organisatie_id": toegang.organisatie_id,
            f"{pad}voor_rol": toegang.rolcode,
        }
        return eigen | Q(**van_de_rol) | van_afwezige

    def is_van(self, toegang: Toegang) -> bool:
        """Whether this task is the asker's own to do: what ``van`` filters on."""
        if self.voor_hoedanigheid_id == toegang.hoedanigheid_id:
            return True
        if self.is_als_vervanger(toegang):
            return True
        return self.voor_organisatie_id == toegang.organisatie_id and self.voor_rol == toegang.rol

    def is_als_vervanger(self, toegang: Toegang) -> bool:
        """Whether this asker does it only because he takes the place of who has it."""
        return self.dossier_id is not None and self.voor_hoedanigheid_id in toegang.vervangt

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """Own tasks always; others through the dossier, but a partner has no use for those."""
        if toegang.rol == Rol.PARTNER:
            return cls.van(toegang)
        return cls.van(toegang) | zichtbaar(toegang, cls.vorm, minstens)
