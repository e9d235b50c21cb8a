import uuid
from datetime import date
from typing import Any

from django.db import models
from django.db.models import BooleanField, DateField, F, Func, Q, UUIDField, Value

from convenant.enums import (
    Embargoeinde,
    Embargosoort,
    Herzieningsuitkomst,
    Niveau,
    Rol,
)
from convenant.toegang import Toegang

from .beschermd import Beschermd
from .dossier import Stuk
from .medewerker import Hoedanigheid
from .organisatie import Organisatie
from .velden import partitie

MAANDEN = 3
"""No embargo, and no prolongation of one, is longer than this."""
HERZIENERS = (Rol.CASUSREGISSEUR, Rol.PARTNER, Rol.LID_WEEGPLOEG, Rol.PROCESREGISSEUR)
"""Who may put an embargo on what comes from the own organisation, and who looks after it there."""


class HoogstensTot(Func):
    """The last day that an embargo may have which begins on this day."""

    template = f"((%(expressions)s + interval '{MAANDEN} months')::date)"
    output_field = DateField()


class Embargo(Stuk):
    """The temporary stop of a source on giving an item further, with a reason and an end.

    *Zichtbaar*: others know no more than that the item exists, until the last day. *Verborgen*:
    for others there is no such item, until the source releases it (domein.md §5). It names the
    stuk by its id, because that stands in a later room, and the dossier by its number
    (``kenmerk``), because who looks after it may no longer read that dossier.
    """

    stuk_soort = models.CharField(max_length=64)
    stuk_id = models.UUIDField()
    kenmerk = models.CharField(max_length=12)
    soort = models.CharField(max_length=10, choices=Embargosoort)
    bron = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    reden = models.CharField(max_length=500)
    gelegd_op = models.DateTimeField()
    gelegd_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    bewaarder = models.ForeignKey(
        Hoedanigheid,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Weet van het embargo, krijgt de taken en mag het herzien",
    )
    van = models.DateField(help_text="Eerste dag van de lopende termijn")
    tot = models.DateField(help_text="Laatste dag van de lopende termijn")
    einde = models.CharField(max_length=12, choices=Embargoeinde, blank=True)
    beeindigd_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    veldcategorie = partitie(
        techniek="id stuk_soort stuk_id versie",
        proces="dossier kenmerk soort bron gelegd_op gelegd_door bewaarder van tot einde "
        "beeindigd_op",
        gewoon="reden",
    )

    class Meta:
        ordering = ["tot", "id"]
        indexes = [
            models.Index(fields=["stuk_id"], name="embargo_stuk"),
            models.Index(fields=["bron", "tot", "id"], name="embargo_bron"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__gte=F("van")) & Q(tot__lte=HoogstensTot("van")),
                name="embargo_hoogstens_drie_maanden",
            ),
            models.CheckConstraint(
                condition=Q(einde="", beeindigd_op__isnull=True)
                | (~Q(einde="") & Q(beeindigd_op__isnull=False)),
                name="embargo_einde_heel",
            ),
            models.UniqueConstraint(
                fields=["stuk_id"], condition=Q(einde=""), name="een_lopend_embargo"
            ),
        ]

    def __str__(self) -> str:
        return f"embargo {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """Whoever works for the source, the bewaarder, and the FG without the reason.

        A casusregisseur knows of it in his own dossiers: his organisation has all of them.
        """
        return embargo_bekend(toegang, minstens, "")

    def loopt_op(self, dag: date) -> bool:
        """Whether the term still runs on ``dag``."""
        return not self.einde and dag <= self.tot

    def is_te_laat(self, dag: date) -> bool:
        """A hidden one that is over while nobody said what happens to the item: never by itself."""
        open_ = self.einde in ("", Embargoeinde.OPGEHEVEN)
        return self.soort == Embargosoort.VERBORGEN and open_ and not self.loopt_op(dag)

    def is_gesloten_op(self, dag: date) -> bool:
        """Whether it closes its stuk for others on ``dag``: what ``embargo_voor`` looks at."""
        if self.soort == Embargosoort.VERBORGEN:
            return self.einde != Embargoeinde.VRIJGEGEVEN
        return self.loopt_op(dag)

    @staticmethod
    def te_laat_op(dag: date) -> Q:
        """The filter for the rows of which ``is_te_laat`` says yes."""
        over = Q(einde=Embargoeinde.OPGEHEVEN) | Q(einde="", tot__lt=dag)
        return Q(soort=Embargosoort.VERBORGEN) & over


class Embargoherziening(Beschermd):
    """What a second person said of an embargo before it ended: prolonged or lifted, and why.

    Only added to. Without such a row the database moves no end (``EMBARGO_BEWAAKT``).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    embargo = models.ForeignKey(Embargo, on_delete=models.PROTECT, related_name="herzieningen")
    uitkomst = models.CharField(max_length=10, choices=Herzieningsuitkomst)
    reden = models.CharField(max_length=500)
    dag = models.DateField()
    gedaan_op = models.DateTimeField()
    gedaan_door = models.ForeignKey(Hoedanigheid, on_delete=models.PROTECT, related_name="+")
    vorig_tot = models.DateField()
    nieuw_tot = models.DateField(null=True, blank=True)

    veldcategorie = partitie(
        techniek="id",
        proces="embargo uitkomst dag gedaan_op gedaan_door vorig_tot nieuw_tot",
        gewoon="reden",
    )
    dossierpad = "embargo__dossier_id"

    class Meta:
        ordering = ["gedaan_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(uitkomst=Herzieningsuitkomst.OPGEHEVEN, nieuw_tot__isnull=True)
                | Q(
                    uitkomst=Herzieningsuitkomst.VERLENGD,
                    nieuw_tot__gte=F("dag"),
                    nieuw_tot__lte=HoogstensTot("dag"),
                ),
                name="herziening_hoogstens_drie_maanden",
            ),
            models.CheckConstraint(
                condition=Q(dag__lte=F("vorig_tot")), name="herziening_voor_het_einde"
            ),
        ]

    def __str__(self) -> str:
        return f"herziening {self.pk}"

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """Whoever knows of the embargo."""
        return embargo_bekend(toegang, minstens, "embargo__")


def embargo_bekend(toegang: Toegang, minstens: Niveau, pad: str) -> Q:
    """The filter for embargoes that this asker knows of, or for rows with one at ``pad``."""
    if toegang.rol == Rol.FG:
        return Q() if minstens != Niveau.INHOUD else Q(pk__in=[])
    bekend = Q(**{f"{pad}bewaarder_id": toegang.hoedanigheid_id})
    if toegang.rol not in HERZIENERS:
        return bekend
    bron = Q(**{f"{pad}bron_id": toegang.organisatie_id})
    if toegang.rol == Rol.CASUSREGISSEUR:
        bron &= toegang.in_eigen_dossier(f"{pad}dossier_id")
    return bekend | bron


IEDER_ANDER = (None, None)
"""As whom an embargo lets nobody through."""


class EmbargoVoor(Func):
    """What embargo closes a stuk for someone: ``''``, ``'zichtbaar'`` or ``'verborgen'``.

    Asked of a function of the database, which knows them all: the rows themselves the asker may
    not read.
    """

    function = "embargo_voor"
    output_field: "models.Field[Any, Any]" = models.CharField()

    def __init__(self, pad: str, wie: tuple[Any, Any], dag: Any, **extra: Any) -> None:
        als = (_waarde(deel, UUIDField()) for deel in wie)
        super().__init__(F(pad), *als, _waarde(dag, DateField()), **extra)


class EmbargoIs(EmbargoVoor):
    """The same as a condition."""

    template = "%(function)s(%(expressions)s) %(vergelijking)s"
    output_field = BooleanField()
    conditional = True


class EmbargoTot(Func):
    """Until which day a stuk is under a visible embargo: the date that everyone may read."""

    template = "zichtbaar_embargo_tot(%(expressions)s)"
    output_field = DateField()

    def __init__(self, pad: str, dag: date) -> None:
        super().__init__(F(pad), Value(dag, DateField()))


def buiten_embargo(toegang: Toegang, minstens: Niveau, pad: str = "pk", dossier_pad: str = "") -> Q:
    """The filter for rows of which no embargo closes the stuk at ``pad`` for this asker.

    The source and the bewaarder read on; but noodtoegang opens nothing that is hidden, also not
    of one's own organisation (``dossier_pad`` tells where the row has its dossier).
    """
    grens = "<> 'verborgen'" if minstens == Niveau.BESTAAN else "= ''"
    vrij = Q(EmbargoIs(pad, toegang.bij_embargo, toegang.vandaag, vergelijking=grens))
    if not dossier_pad:
        return vrij
    verborgen = Q(EmbargoIs(pad, IEDER_ANDER, toegang.vandaag, vergelijking="= 'verborgen'"))
    return vrij & toegang.niet_in_nood(dossier_pad, verborgen)


def _waarde(deel: Any, veld: "models.Field[Any, Any]") -> Any:
    return deel if hasattr(deel, "resolve_expression") else Value(deel, veld)


EMBARGO_BEWAAKT = (
    """
CREATE OR REPLACE FUNCTION embargo_voor(stuk uuid, organisatie uuid, wie uuid, dag date)
RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN (
        SELECT coalesce(min(e.soort), '') FROM convenant_embargo e
        WHERE (e.stuk_id = stuk OR e.id = stuk)
        AND coalesce(e.bron_id <> organisatie, true)
        AND coalesce(e.bewaarder_id <> wie, true)
        AND e.einde <> 'vrijgegeven'
        AND (e.soort = 'verborgen' OR (e.einde = '' AND e.tot >= dag))
    );
END $$
""",
    """
CREATE OR REPLACE FUNCTION zichtbaar_embargo_tot(stuk uuid, dag date)
RETURNS date LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN (
        SELECT max(e.tot) FROM convenant_embargo e
        WHERE e.stuk_id = stuk AND e.soort = 'zichtbaar' AND e.einde = '' AND e.tot >= dag
    );
END $$
""",
    """
CREATE OR REPLACE FUNCTION embargo_blijft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF ROW(NEW.stuk_id, NEW.soort, NEW.bron_id, NEW.gelegd_op)
        IS DISTINCT FROM ROW(OLD.stuk_id, OLD.soort, OLD.bron_id, OLD.gelegd_op) THEN
        RAISE EXCEPTION 'van een embargo verandert alleen de termijn, de bewaarder en het einde';
    END IF;
    IF ROW(NEW.van, NEW.tot) IS DISTINCT FROM ROW(OLD.van, OLD.tot) THEN
        PERFORM 1 FROM convenant_embargoherziening h
            WHERE h.embargo_id = NEW.id AND h.uitkomst = 'verlengd' AND h.vorig_tot = OLD.tot
            AND h.dag = NEW.van AND h.nieuw_tot = NEW.tot;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'een embargo wordt alleen verlengd met een herziening';
        END IF;
    END IF;
    RETURN NEW;
END $$
""",
    "CREATE OR REPLACE TRIGGER embargo_blijft BEFORE UPDATE"
    " ON convenant_embargo FOR EACH ROW EXECUTE FUNCTION embargo_blijft()",
)
"""What the filter and the policies ask of embargoes, and that none is prolonged in silence.

``min`` because *verborgen* comes before *zichtbaar*: the stricter one counts.
"""
