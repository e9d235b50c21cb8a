"""The people in the aanpak: how many, in which phase and risk group, who came and who left."""

from collections import Counter

from casusregie.enums import Risicogroep
from casusregie.models import Casus
from convenant.enums import Fase, Niveau
from convenant.toegang import Toegang
from monitoring.rapportage.blad import Blok, Tabel, verdeling
from monitoring.rapportage.onderdrukking import getoond
from monitoring.rapportage.periode import Periode

LOPEND = (Fase.UITVOERING, Fase.AFSCHALING, Fase.NAZORG)


def blok(toegang: Toegang, periode: Periode) -> Blok:
    """Present numbers, and the movement within the period."""
    casussen = Casus.objects.voor(toegang, minstens=Niveau.PROCES)
    lopend = list(
        casussen.filter(dossier__fase__in=LOPEND).values_list("dossier__fase", "risicogroep")
    )
    fasen, risico = Counter(rij[0] for rij in lopend), Counter(rij[1] for rij in lopend)
    fasetabel = verdeling(
        "Casussen per fase, op de dag van dit rapport",
        {fase.label: fasen[fase.value] for fase in LOPEND},
        soort="Fase",
        eenheid="casussen",
        id="fase",
    )
    risicotabel = verdeling(
        "Casussen per risicogroep, op de dag van dit rapport",
        {groep.label: risico[groep.value] for groep in Risicogroep},
        soort="Risicogroep",
        eenheid="casussen",
        id="risicogroep",
    )
    beweging = {
        "in de aanpak gekomen": casussen.filter(periode.op("geopend_op")).count(),
        "afgeschaald naar nazorg": casussen.filter(periode.op("afgeschaald_op")).count(),
        "gesloten": casussen.filter(periode.op("gesloten_op")).count(),
        "heropend": casussen.filter(periode.op("heropend_op")).count(),
    }
    return Blok(
        "Casussen",
        tabellen=[
            fasetabel,
            risicotabel,
            Tabel(
                "In en uit de aanpak in deze periode",
                ["Wat", "Casussen"],
                [[wat, getoond(aantal)] for wat, aantal in beweging.items()],
            ),
        ],
    )
