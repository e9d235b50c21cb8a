"""The framework as a page to read: every version, with the questions behind each indicator."""

from typing import Any

from beoordeling.enums import Kadersoort
from beoordeling.models import Kader
from beoordeling.receivers.weging import KADERLEZERS
from beoordeling.selectors.kader import delen_met_indicatoren, kaders, nieuwste_kader
from convenant.guard import Pagina, een_of_404, inzage


class KaderInzien(Pagina):
    """The newest framework, or the version of the URL."""

    deur = inzage("kader_inzien", *sorted(KADERLEZERS), titel="Beoordelingskader")
    template_name = "beoordeling/kader_inzien.html"
    soort = Kadersoort.BEOORDELING

    def gegevens(self) -> dict[str, Any]:
        kader = self._kader()
        return {
            "kader": kader,
            "kop": kader.naam if kader else "Beoordelingskader",
            "delen": delen_met_indicatoren(kader.pk) if kader else [],
            "versies": kaders(self.soort),
            "is_weging": self.soort == Kadersoort.WEGING,
        }

    def _kader(self) -> Kader | None:
        if "versie" in self.kwargs:
            versies = Kader.objects.filter(soort=self.soort)
            return een_of_404(versies, versie=self.kwargs["versie"])
        return nieuwste_kader(self.soort, self.toegang.vandaag)


class WegingsvragenInzien(KaderInzien):
    """The questions that the weegploeg answers."""

    deur = inzage("wegingsvragen_inzien", *sorted(KADERLEZERS), titel="Vragen van de weging")
    soort = Kadersoort.WEGING
