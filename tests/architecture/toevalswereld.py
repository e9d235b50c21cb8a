"""What a random world holds, and the days that its periods turn on."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count

from django.db import models
from hypothesis import strategies as st

from convenant.models import (
    Dossier,
    Hoedanigheid,
    Organisatie,
)
from tests.cast import NU

VANDAAG = NU.date()
GISTEREN, MORGEN = VANDAAG - timedelta(days=1), VANDAAG + timedelta(days=1)
LANG_GELEDEN = date(2020, 1, 1)
MOMENTEN = st.sampled_from([NU, NU - timedelta(days=1), NU - timedelta(days=30)])
"""When something was recorded: now, at the moment of the widenings, and long before."""

nummers = count()
"""No two rows of a run share a number."""


@dataclass
class Toevalswereld:
    """What was drawn; the rows are in the database."""

    organisaties: list[Organisatie]
    hoedanigheden: list[Hoedanigheid]
    dossiers: list[Dossier]
    rijen: list[models.Model] = field(default_factory=list)

    def erbij[M: models.Model](self, rij: M) -> M:
        self.rijen.append(rij)
        return rij

    @property
    def iemand(self) -> Hoedanigheid:
        """Whose name stands under what was recorded, where it does not matter who did it."""
        return self.hoedanigheden[0]
