from django.db import models
from django.db.models import F, Q

from convenant.enums import Categorie, Niveau, Organisatiesoort, Rol, Verzegelgrond
from convenant.toegang import Stukvorm, Toegang, zichtbaar

from .dossier import Stuk
from .medewerker import Hoedanigheid
from .velden import partitie

BEHEERDERS = (Rol.PROCESREGISSEUR, Rol.LEIDINGGEVENDE)
"""Who looks after a seal: as ingewijde, like everybody else who knows of the dossier."""
TOEZICHTHOUDER = Rol.FG
"""Who oversees every seal without being named: the process of the dossier, as always."""


class Verzegeling(Stuk):
    """A dossier that only named people may know of: a colleague, a relative, a public figure.

    As long as it runs, whoever is no ``Ingewijde`` of it knows nothing of the dossier, whatever
    his role, involvement or noodtoegang would give. It ends by two persons: one asks, another
    unseals. ``Toegang.dicht`` is where it closes.
    """

    vorm = Stukvorm(categorie=Categorie.PROCES)

    grond = models.CharField(max_length=12, choices=Verzegelgrond)
    reden = models.CharField(max_length=500)
    verzegeld_op = models.DateTimeField()
    verzegeld_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    vraagreden = models.CharField(max_length=500, blank=True)
    gevraagd_op = models.DateTimeField(
        null=True, blank=True, help_text="Wanneer iemand vroeg om te ontzegelen"
    )
    gevraagd_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ontzegeld_op = models.DateTimeField(null=True, blank=True)
    ontzegeld_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    versie = models.PositiveIntegerField(default=1)

    veldcategorie = partitie(
        techniek="id versie",
        proces="dossier grond verzegeld_op verzegeld_door gevraagd_op gevraagd_door ontzegeld_op "
        "ontzegeld_door reden vraagreden",
    )

    class Meta:
        ordering = ["-verzegeld_op", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(ontzegeld_op__isnull=True),
                name="een_lopende_verzegeling",
            ),
            models.CheckConstraint(
                condition=Q(gevraagd_op__isnull=True, gevraagd_door__isnull=True)
                | Q(gevraagd_op__isnull=False, gevraagd_door__isnull=False),
                name="verzegeling_vraag_heel",
            ),
            models.CheckConstraint(
                condition=Q(ontzegeld_op__isnull=True, ontzegeld_door__isnull=True)
                | (
                    Q(ontzegeld_op__isnull=False, ontzegeld_door__isnull=False)
                    & Q(gevraagd_door__isnull=False)
                    & ~Q(gevraagd_door=F("ontzegeld_door"))
                ),
                name="ontzegeld_door_een_ander",
            ),
        ]

    def __str__(self) -> str:
        return f"verzegeling {self.pk}"

    @property
    def loopt(self) -> bool:
        """Whether the dossier is sealed now."""
        return self.ontzegeld_op is None

    @property
    def is_gevraagd(self) -> bool:
        """Whether somebody asked to unseal and nobody has answered yet."""
        return self.loopt and self.gevraagd_op is not None


class Ingewijde(Stuk):
    """Somebody who may know of a sealed dossier, in one hoedanigheid, as far as the rules let him.

    Being named gives nothing by itself: it only leaves open what the convenant gives.
    """

    vorm = Stukvorm(categorie=Categorie.PROCES)

    verzegeling = models.ForeignKey(
        Verzegeling, on_delete=models.PROTECT, related_name="ingewijden"
    )
    hoedanigheid = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    reden = models.CharField(max_length=500)
    genoemd_op = models.DateTimeField()
    genoemd_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    geschrapt_op = models.DateTimeField(null=True, blank=True)
    geschrapt_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    schrapreden = models.CharField(max_length=500, blank=True)

    veldcategorie = partitie(
        techniek="id",
        proces="dossier verzegeling hoedanigheid reden genoemd_op genoemd_door geschrapt_op "
        "geschrapt_door schrapreden",
    )

    class Meta:
        ordering = ["genoemd_op", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["verzegeling", "hoedanigheid"],
                condition=Q(geschrapt_op__isnull=True),
                name="een_keer_ingewijd",
            ),
            models.CheckConstraint(
                condition=Q(geschrapt_op__isnull=True, geschrapt_door__isnull=True)
                | Q(geschrapt_op__isnull=False, geschrapt_door__isnull=False),
                name="ingewijde_einde_heel",
            ),
        ]

    def __str__(self) -> str:
        return f"ingewijde {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """Whoever knows the process; of care only to those who work in the dossier.

        As with involvement: that somebody of the GGZ may know of it is itself medical.
        """
        filter_ = zichtbaar(toegang, cls.vorm, minstens)
        if toegang.rol != Rol.PROCESREGISSEUR:
            zorg = Q(hoedanigheid__organisatie__soort=Organisatiesoort.ZORG)
            filter_ &= ~zorg | toegang.in_eigen_dossier("dossier_id")
        return filter_


def wat_dicht_is(*, rol: str, hoedanigheid: str, medewerker: str) -> str:
    """The query for what is shut for one person, of these SQL values in this order.

    Sealed dossiers of which he is no ingewijde, and those in which he has a belangenconflict.
    """
    return f"""
    SELECT v.dossier_id
    FROM convenant_verzegeling v
    WHERE v.ontzegeld_op IS NULL
    AND {rol} <> '{TOEZICHTHOUDER}'
    AND NOT EXISTS (
        SELECT 1 FROM convenant_ingewijde i
        WHERE i.verzegeling_id = v.id AND i.geschrapt_op IS NULL
        AND i.hoedanigheid_id = {hoedanigheid}
    )
    UNION
    SELECT b.dossier_id
    FROM convenant_belangenconflict b
    WHERE b.opgeheven_op IS NULL AND b.medewerker_id = {medewerker}
"""  # noqa: S608
