"""The persons of a dossier, each with the keys under which the name is found again."""

from typing import Any

from convenant.handeling import bouwsteen, handeling
from convenant.models import Dossier
from convenant.services.dossier import dossier_bijwerken
from convenant.toegang import Toegang
from meldpunt.enums import Persoonsrol
from meldpunt.models import Naamsleutel, Persoon
from meldpunt.rules import personen as rules
from meldpunt.rules.naamsleutel import naamsleutels


@bouwsteen
def persoon_zetten(
    toegang: Toegang, dossier: Dossier, *, rol: Persoonsrol = Persoonsrol.HOOFD, **gegevens: Any
) -> Persoon:
    """Write a person into a dossier as part of a deed; without a name it is "persoon onbekend"."""
    persoon = Persoon(dossier=dossier, rol=rol, toegevoegd_op=toegang.moment, **gegevens)
    persoon.onbekend = not _namen(persoon)
    persoon.save(force_insert=True)
    naamsleutels_zetten(persoon)
    return persoon


@bouwsteen
def naamsleutels_zetten(persoon: Persoon) -> None:
    """Make the stored keys those of the present names."""
    nodig = set(naamsleutels(*_namen(persoon)))
    aanwezig = Naamsleutel.objects.buiten_toegang("afgeleid van de naam zelf").filter(
        persoon=persoon
    )
    aanwezig.exclude(sleutel__in=nodig).delete()
    nodig -= set(aanwezig.values_list("sleutel", flat=True))
    for sleutel in sorted(nodig):
        Naamsleutel(persoon=persoon, sleutel=sleutel).save(force_insert=True)


@handeling(rules.persoon_wijzigen)
def persoon_wijzigen(toegang: Toegang, persoon: Persoon, **gegevens: Any) -> Persoon:
    """Correct or complete what is known of a person; earlier versions stay."""
    for veld, waarde in gegevens.items():
        setattr(persoon, veld, waarde)
    persoon.onbekend = not _namen(persoon)
    persoon.versie += 1
    persoon.save()
    naamsleutels_zetten(persoon)
    dossier_bijwerken(toegang, persoon.dossier_id)
    return persoon


@handeling(rules.nevenbetrokkene_toevoegen)
def nevenbetrokkene_toevoegen(toegang: Toegang, dossier: Dossier, **gegevens: Any) -> Persoon:
    """Add someone whom the dossier touches; a nevenbetrokkene is nobody's suspect."""
    persoon = persoon_zetten(toegang, dossier, rol=Persoonsrol.NEVEN, **gegevens)
    dossier_bijwerken(toegang, dossier.pk)
    return persoon


def _namen(persoon: Persoon) -> list[str]:
    volledig = " ".join(filter(None, (persoon.voornaam, persoon.tussenvoegsel, persoon.achternaam)))
    return [naam.strip() for naam in (volledig, *persoon.roepnamen.split(",")) if naam.strip()]
