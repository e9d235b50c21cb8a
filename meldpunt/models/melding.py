import uuid

from django.db import models
from django.db.models import Q

from convenant.enums import Categorie, Niveau, Rol
from convenant.models import Beschermd, Dossier, Geschiedenis, Hoedanigheid, Organisatie, partitie
from convenant.toegang import Stukvorm, Toegang, zichtbaar
from meldpunt.enums import Duidinguitkomst, Kanaal, Meldersoort, Meldingstatus, Stroom, Urgentie

from .persoon import Persoon

MEEST_VRIJE_TEKST = 20_000


class Melding(Beschermd):
    """A report of a worry at the MAP. Typed first, matched to a person afterwards.

    Hangs on a dossier once matched; before that only the MAP and the procesregisseur know it,
    and an accounthouder the ones he entered himself.
    """

    vorm = Stukvorm(categorie=Categorie.MELDING, moment_pad="ingevoerd_op")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nummer = models.CharField(max_length=12, unique=True, help_text="Neutraal, zoals M2026-0017")
    dossier = models.ForeignKey(
        Dossier, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    persoon = models.ForeignKey(
        Persoon, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    status = models.CharField(max_length=20, choices=Meldingstatus, default=Meldingstatus.NIEUW)
    kanaal = models.CharField(max_length=12, choices=Kanaal)
    meldersoort = models.CharField(max_length=20, choices=Meldersoort)
    bron = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    urgentie = models.CharField(max_length=10, choices=Urgentie, default=Urgentie.GEWOON)
    stroom = models.CharField(max_length=20, choices=Stroom, default=Stroom.ONDUIDELIJK)
    genoemde_voornaam = models.CharField(max_length=100, blank=True)
    genoemde_achternaam = models.CharField(max_length=100, blank=True)
    genoemde_geboortedatum = models.DateField(null=True, blank=True)
    genoemde_leeftijd = models.PositiveSmallIntegerField(null=True, blank=True)
    over_wie = models.TextField(blank=True, help_text="Wat nog meer over de persoon is gezegd")
    situatieschets = models.TextField(max_length=MEEST_VRIJE_TEKST)
    feiten = models.TextField(max_length=MEEST_VRIJE_TEKST, blank=True)
    interpretatie = models.TextField(max_length=MEEST_VRIJE_TEKST, blank=True)
    gebeld_met = models.CharField(
        max_length=200, blank=True, help_text="Bij een acute melding: wie is gebeld"
    )
    gebeld_op = models.DateTimeField(null=True, blank=True)
    terugkoppeling_op = models.DateTimeField(null=True, blank=True)
    gemeld_op = models.DateTimeField()
    ingevoerd_op = models.DateTimeField()
    ingevoerd_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    versie = models.PositiveIntegerField(default=1)

    history = Geschiedenis()

    veldcategorie = partitie(
        techniek="id versie",
        proces="nummer dossier persoon status kanaal meldersoort bron urgentie gemeld_op "
        "ingevoerd_op ingevoerd_door gebeld_met gebeld_op terugkoppeling_op",
        identiteit="genoemde_voornaam genoemde_achternaam genoemde_geboortedatum "
        "genoemde_leeftijd over_wie",
        bijzonder="stroom situatieschets feiten interpretatie",
    )

    class Meta:
        ordering = ["-gemeld_op", "-id"]
        indexes = [
            models.Index(fields=["status", "-gemeld_op", "-id"], name="melding_status"),
            models.Index(fields=["-gemeld_op", "-id"], name="melding_nieuwste"),
            models.Index(fields=["ingevoerd_door", "-gemeld_op"], name="melding_invoerder"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status=Meldingstatus.NIEUW) | Q(dossier__isnull=False),
                name="melding_gekoppeld_voor_duiding",
            )
        ]

    def __str__(self) -> str:
        return self.nummer

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """Through the dossier; the MAP and procesregisseur also what is not matched yet."""
        if toegang.rol == Rol.ACCOUNTHOUDER:
            return Q(ingevoerd_door_id=toegang.hoedanigheid_id)
        filter_ = zichtbaar(toegang, cls.vorm, minstens)
        if toegang.is_een(Rol.MAP_MEDEWERKER, Rol.PROCESREGISSEUR):
            filter_ |= Q(dossier__isnull=True)
        return filter_


class Melder(Beschermd):
    """Who made a report: behind a custodian, only the MAP sees it. May be anonymous."""

    vorm = Stukvorm(
        categorie=Categorie.MELDER,
        dossier_pad="melding__dossier",
        moment_pad="melding__ingevoerd_op",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    melding = models.OneToOneField(Melding, on_delete=models.PROTECT, related_name="+")
    anoniem = models.BooleanField(default=False)
    naam = models.CharField(max_length=120, blank=True)
    functie = models.CharField(max_length=120, blank=True)
    terugbelnummer = models.CharField(max_length=40, blank=True)
    wil_terugkoppeling = models.BooleanField(default=False)
    terugkoppeling = models.TextField(
        max_length=MEEST_VRIJE_TEKST, blank=True, help_text="Wat de melder is verteld"
    )

    history = Geschiedenis()

    veldcategorie = partitie(
        techniek="id",
        proces="melding wil_terugkoppeling",
        melder="anoniem naam functie terugbelnummer terugkoppeling",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(anoniem=False) | Q(naam=""), name="anonieme_melder_zonder_naam"
            )
        ]

    def __str__(self) -> str:
        return f"melder {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """The MAP also before the report is matched."""
        filter_ = zichtbaar(toegang, cls.vorm, minstens)
        if toegang.rol == Rol.MAP_MEDEWERKER:
            filter_ |= Q(melding__dossier__isnull=True)
        return filter_


class Duiding(Beschermd):
    """The triage of a report: a coded outcome with its reason, and a second person where needed."""

    vorm = Stukvorm(
        categorie=Categorie.MELDING,
        dossier_pad="melding__dossier",
        moment_pad="melding__ingevoerd_op",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    melding = models.ForeignKey(Melding, on_delete=models.PROTECT, related_name="duidingen")
    uitkomst = models.CharField(max_length=20, choices=Duidinguitkomst)
    reden = models.TextField(max_length=MEEST_VRIJE_TEKST)
    doorverwezen_naar = models.CharField(max_length=200, blank=True)
    gedaan_op = models.DateTimeField()
    gedaan_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    tweede_persoon = models.ForeignKey(
        Hoedanigheid, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    tweede_op = models.DateTimeField(null=True, blank=True)
    tweede_akkoord = models.BooleanField(null=True, blank=True)
    tweede_reden = models.TextField(blank=True)

    history = Geschiedenis()

    veldcategorie = partitie(
        techniek="id",
        proces="melding uitkomst gedaan_op gedaan_door tweede_persoon tweede_op tweede_akkoord",
        bijzonder="reden doorverwezen_naar tweede_reden",
    )

    class Meta:
        ordering = ["-gedaan_op", "-id"]

    def __str__(self) -> str:
        return f"duiding {self.pk}"
