import uuid
from datetime import date
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

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

    objects = MedewerkerManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["naam"]

    veldcategorie = partitie(
        techniek="id password last_login is_active", proces="email naam telefoon"
    )

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Hoedanigheid(models.Model):
    """The capacity in which someone acts: role + organisation + period (domein.md §5)."""

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

    veldcategorie = partitie(
        techniek="id", proces="medewerker rol organisatie van tot ingetrokken_op"
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
    def geldig_op(dag: date) -> Q:
        """The filter for the rows of which ``geldt_op`` says yes, of accounts that are open."""
        return Q(medewerker__is_active=True, ingetrokken_op__isnull=True, van__lte=dag) & (
            Q(tot__isnull=True) | Q(tot__gte=dag)
        )

    def geldt_op(self, dag: date) -> bool:
        """Whether this capacity holds on ``dag`` (first and last day included)."""
        if self.ingetrokken_op is not None:
            return False
        return self.van <= dag and (self.tot is None or dag <= self.tot)
