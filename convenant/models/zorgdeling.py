import uuid
from datetime import datetime
from pathlib import PurePath

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from convenant.enums import Categorie, Niveau, Toestemmingsvraag, Toestemmingswijze, Zorggrond
from convenant.toegang import Stukvorm, Toegang, zichtbaar

from .dossier import Stuk
from .embargo import buiten_embargo
from .medewerker import Hoedanigheid
from .organisatie import Organisatie
from .velden import partitie


def scanpad(deling: "Zorgdeling", naam: str) -> str:
    """A random name in storage: the name of the upload says too much."""
    return f"toestemming/{uuid.uuid4()}{PurePath(naam).suffix.lower()[:6]}"


class Zorgdeling(Stuk):
    """What care shares with one receiver in one dossier, and on what it breaks its beroepsgeheim.

    Toestemming of the betrokkene (for this receiver, purpose and period, withdrawn at once), or the
    care professional's own conflict van plichten (domein.md §5). It is medisch itself: the source
    reads it, the receiver knows that it is there as long as it runs, and nobody else.
    """

    vorm = Stukvorm(categorie=Categorie.MEDISCH, bron_pad="bron", moment_pad="vastgelegd_op")

    grond = models.CharField(max_length=12, choices=Zorggrond)
    bron = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    ontvanger = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    stuk_id = models.UUIDField(
        null=True, blank=True, help_text="Leeg: alles wat deze bron in dit dossier vastlegt"
    )
    doel = models.CharField(max_length=300)
    vastgelegd_op = models.DateTimeField()
    vastgelegd_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    tot = models.DateField(help_text="Laatste dag")
    wijze = models.CharField(max_length=12, choices=Toestemmingswijze, blank=True)
    gegeven_op = models.DateField(null=True, blank=True)
    aanwezig = models.CharField(max_length=200, blank=True)
    scan = models.FileField(upload_to=scanpad, blank=True, max_length=120)
    toestemming_gevraagd = models.CharField(max_length=12, choices=Toestemmingsvraag, blank=True)
    nadeel = models.TextField(blank=True, help_text="Welk ernstig nadeel het delen voorkomt")
    geen_andere_weg = models.TextField(blank=True)
    minste_inbreuk = models.TextField(blank=True)
    overlegd_met = models.CharField(max_length=200, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    intrekwijze = models.CharField(max_length=300, blank=True)

    veldcategorie = partitie(
        techniek="id stuk_id scan",
        proces="dossier grond bron ontvanger doel vastgelegd_op vastgelegd_door tot "
        "ingetrokken_op ingetrokken_door",
        medisch="wijze gegeven_op aanwezig toestemming_gevraagd nadeel geen_andere_weg "
        "minste_inbreuk overlegd_met intrekwijze",
    )

    class Meta:
        ordering = ["-vastgelegd_op", "-id"]
        indexes = [
            models.Index(
                fields=["ontvanger", "dossier"],
                condition=Q(ingetrokken_op__isnull=True),
                name="zorgdeling_lopend",
            ),
            models.Index(fields=["dossier", "-vastgelegd_op"], name="zorgdeling_dossier"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(bron=F("ontvanger")), name="zorgdeling_tussen_organisaties"
            ),
            models.CheckConstraint(
                condition=Q(grond=Zorggrond.CONFLICT, gegeven_op__isnull=True)
                | Q(grond=Zorggrond.TOESTEMMING, gegeven_op__isnull=False),
                name="zorgdeling_toestemming_heeft_een_dag",
            ),
            models.CheckConstraint(
                condition=Q(grond=Zorggrond.TOESTEMMING)
                | (
                    Q(stuk_id__isnull=False)
                    & ~Q(toestemming_gevraagd="")
                    & ~Q(nadeel="")
                    & ~Q(geen_andere_weg="")
                    & ~Q(minste_inbreuk="")
                ),
                name="zorgdeling_conflict_is_afgewogen",
            ),
        ]

    def __str__(self) -> str:
        return f"zorgdeling {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """The source reads it all; the receiver knows on what ground and how long it reads.

        Of an item that its source has hidden since the receiver knows nothing any more.
        """
        eigen = zichtbaar(toegang, cls.vorm, Niveau.INHOUD)
        vrij = buiten_embargo(toegang, Niveau.BESTAAN, "stuk_id")
        if minstens == Niveau.INHOUD:
            return eigen & vrij
        return (eigen | toegang.ontvangen_delingen()) & vrij

    @staticmethod
    def lopend_op(moment: datetime) -> Q:
        """The filter for the rows of which ``loopt_op`` says yes."""
        dag = timezone.localdate(moment)
        return Q(ingetrokken_op__isnull=True, vastgelegd_op__lte=moment, tot__gte=dag)

    def loopt_op(self, moment: datetime) -> bool:
        """Whether it opens anything at ``moment``."""
        op_tijd = self.vastgelegd_op <= moment and timezone.localdate(moment) <= self.tot
        return self.ingetrokken_op is None and op_tijd
