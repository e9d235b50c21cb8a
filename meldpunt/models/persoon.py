import uuid
from datetime import date

from django.db import models

from convenant.enums import Categorie
from convenant.models import Beschermd, Stuk, partitie
from convenant.toegang import Stukvorm
from meldpunt.enums import Persoonsrol


class Persoon(Stuk):
    """The betrokkene: whom a dossier is about (hoofdbetrokkene) or touches (nevenbetrokkene).

    "Persoon onbekend" is allowed: then only what was said of the person is kept.
    """

    vorm = Stukvorm(categorie=Categorie.IDENTITEIT, moment_pad="toegevoegd_op")

    rol = models.CharField(max_length=20, choices=Persoonsrol, default=Persoonsrol.HOOFD)
    onbekend = models.BooleanField(default=False)
    voornaam = models.CharField(max_length=100, blank=True)
    tussenvoegsel = models.CharField(max_length=30, blank=True)
    achternaam = models.CharField(max_length=100, blank=True)
    roepnamen = models.CharField(max_length=200, blank=True, help_text="Andere namen, met komma's")
    geboortedatum = models.DateField(null=True, blank=True)
    geboortejaar = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Geschat")
    telefoon = models.CharField(max_length=40, blank=True)
    adres = models.CharField(max_length=200, blank=True)
    relatie = models.CharField(max_length=100, blank=True, help_text="Tot de hoofdbetrokkene")
    toegevoegd_op = models.DateTimeField()
    versie = models.PositiveIntegerField(default=1)

    veldcategorie = partitie(
        techniek="id versie",
        proces="dossier rol toegevoegd_op onbekend",
        identiteit="voornaam tussenvoegsel achternaam roepnamen geboortedatum geboortejaar "
        "telefoon adres relatie",
    )

    class Meta:
        ordering = ["rol", "toegevoegd_op", "id"]
        indexes = [
            models.Index(
                fields=["dossier"], condition=models.Q(onbekend=True), name="persoon_onbekend"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=models.Q(rol=Persoonsrol.HOOFD),
                name="een_hoofdbetrokkene",
            )
        ]

    def __str__(self) -> str:
        return f"persoon {self.pk}"

    @property
    def volledige_naam(self) -> str:
        """The name as people say it, or "Persoon onbekend"."""
        delen = (self.voornaam, self.tussenvoegsel, self.achternaam)
        return " ".join(filter(None, delen)) or "Persoon onbekend"

    def leeftijd(self, dag: date) -> int | None:
        """Age in whole years on ``dag``; from an estimated year of birth when there is no date."""
        if self.geboortedatum:
            nog_niet_jarig = (dag.month, dag.day) < (
                self.geboortedatum.month,
                self.geboortedatum.day,
            )
            return dag.year - self.geboortedatum.year - nog_niet_jarig
        return dag.year - self.geboortejaar if self.geboortejaar else None

    def leeftijd_in_woorden(self, dag: date) -> str:
        """The age as people read it: an estimate says that it is one; empty when unknown."""
        leeftijd = self.leeftijd(dag)
        if leeftijd is None:
            return ""
        return f"{leeftijd} jaar" if self.geboortedatum else f"ongeveer {leeftijd} jaar"

    def minderjarig(self, dag: date) -> bool:
        """Younger than 18, or possibly so by an estimated year of birth."""
        leeftijd = self.leeftijd(dag)
        return leeftijd is not None and leeftijd < (18 if self.geboortedatum else 19)


class Naamsleutel(Beschermd):
    """A spelling-independent token of a person's name: how Mohammed and Muhammad find each other."""

    vorm = Stukvorm(
        categorie=Categorie.IDENTITEIT,
        dossier_pad="persoon__dossier",
        moment_pad="persoon__toegevoegd_op",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="naamsleutels")
    sleutel = models.CharField(max_length=60, db_collation="C")

    veldcategorie = partitie(techniek="id", identiteit="persoon sleutel")

    class Meta:
        ordering = ["sleutel", "id"]
        indexes = [models.Index(fields=["sleutel", "persoon"], name="naamsleutel_zoek")]

    def __str__(self) -> str:
        return f"naamsleutel {self.pk}"
