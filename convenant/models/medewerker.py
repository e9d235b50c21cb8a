import uuid
from datetime import date
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone

from convenant.enums import Rol

from .organisatie import Organisatie
from .velden import partitie


class MedewerkerManager(BaseUserManager["Medewerker"]):
    """Accounts are made by a functioneel beheerder; there is no superuser."""

    def create_user(self, email: str, password: str | None = None, **velden: Any) -> "Medewerker":
        """Make an account with a hashed password."""
        medewerker = self.model(email=self.normalize_email(email).lower(), **velden)
        medewerker.set_password(password)
        medewerker.save(using=self._db)
        return medewerker


class Medewerker(AbstractBaseUser):
    """A person who logs in. Never deleted, only closed; rights come from a hoedanigheid alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField("e-mailadres", unique=True)
    naam = models.CharField(max_length=120)
    telefoon = models.CharField(max_length=40, blank=True)
    is_active = models.BooleanField("actief", default=True)
    actief_sinds = models.DateTimeField(
        default=timezone.now, help_text="Gemaakt of heropend; telt als gebruik van het account"
    )
    gewaarschuwd_op = models.DateTimeField(
        null=True, blank=True, help_text="E-mail dat dit account sluit omdat niemand het gebruikt"
    )
    gesloten_op = models.DateTimeField(null=True, blank=True)

    objects = MedewerkerManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["naam"]

    veldcategorie = partitie(
        techniek="id password last_login is_active gewaarschuwd_op",
        proces="email naam telefoon actief_sinds gesloten_op",
    )

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Hoedanigheid(models.Model):
    """The capacity in which someone acts: role + organisation + period (domein.md §5).

    It holds as long as an administrator of the own organisation confirms every year that it is
    still needed (BIO2); after ``bevestigd_tot`` it gives nothing until that happens.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    medewerker = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, related_name="hoedanigheden"
    )
    rol = models.CharField(max_length=32, choices=Rol)
    organisatie = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="hoedanigheden"
    )
    van = models.DateField()
    tot = models.DateField(null=True, blank=True, help_text="Laatste dag; leeg is zonder einde")

    ingetrokken_op = models.DateTimeField(
        null=True, blank=True, help_text="Vanaf dit moment geldt de rol niet meer"
    )
    bevestigd_tot = models.DateField(
        help_text="Laatste dag zonder nieuwe bevestiging; daarna geeft de rol niets"
    )
    bevestigd_op = models.DateTimeField(null=True, blank=True)
    bevestigd_door = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    veldcategorie = partitie(
        techniek="id",
        proces="medewerker rol organisatie van tot ingetrokken_op bevestigd_tot bevestigd_op "
        "bevestigd_door",
    )

    class Meta:
        ordering = ["van", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="hoedanigheid_periode"
            ),
            ExclusionConstraint(
                name="hoedanigheid_geen_overlap",
                condition=Q(ingetrokken_op__isnull=True),
                expressions=[
                    ("medewerker", RangeOperators.EQUAL),
                    ("organisatie", RangeOperators.EQUAL),
                    ("rol", RangeOperators.EQUAL),
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
        return f"{self.get_rol_display()} · {self.organisatie_id}"

    @staticmethod
    def geldig_op(dag: Any) -> Q:
        """The filter for the rows of which ``geldt_op`` says yes, of accounts that are open.

        Also the text of what the database itself asks of who logs in (``hoedanigheid_geldt``).
        """
        return Hoedanigheid.loopt_op(dag) & Q(
            medewerker__is_active=True, van__lte=dag, bevestigd_tot__gte=dag
        )

    @staticmethod
    def loopt_op(dag: Any) -> Q:
        """The filter for the rows that nobody ended: also when they wait to be confirmed."""
        return Q(ingetrokken_op__isnull=True) & (Q(tot__isnull=True) | Q(tot__gte=dag))

    def geldt_op(self, dag: date) -> bool:
        """Whether this capacity holds on ``dag`` (first and last day included)."""
        return self.van <= dag <= self.bevestigd_tot and not self.is_voorbij(dag)

    def is_voorbij(self, dag: date) -> bool:
        """Whether it ended, by its last day or because somebody withdrew it."""
        return self.ingetrokken_op is not None or (self.tot is not None and self.tot < dag)
