"""The dossierrapport: which parts it has, in order."""

from collections.abc import Callable, Sequence

from convenant.models import Dossier
from convenant.toegang import Toegang
from monitoring.rapportage import dossier_kern, dossier_oordelen, dossier_plan, dossier_verborgen
from monitoring.rapportage.blad import Blok

type Blokmaker = Callable[[Toegang, Dossier], Blok]

DELEN: Sequence[tuple[str, Blokmaker]] = (
    ("Feiten verzamelen", dossier_kern.feitenblok),
    ("Betrokkenen verzamelen", dossier_kern.betrokkenenblok),
    ("Weging en besluit verzamelen", dossier_oordelen.wegingblok),
    ("Beoordelingen verzamelen", dossier_oordelen.beoordelingblok),
    ("Plan verzamelen", dossier_plan.planblok),
    ("Metingen tekenen", dossier_plan.metingblok),
    ("Tijdlijn maken", dossier_kern.tijdlijnblok),
    ("Nagaan wat niet is gedeeld", dossier_verborgen.blok),
)
