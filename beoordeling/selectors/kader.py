"""The frameworks as people read them; content without persons, open to everyone who assesses."""

from datetime import date

from django.db.models import Prefetch

from beoordeling.models import Indicator, Kader, Kaderdeel


def nieuwste_kader(soort: str, dag: date) -> Kader | None:
    """The newest version that holds on ``dag``."""
    return Kader.objects.filter(soort=soort, geldig_van__lte=dag).order_by("-versie").first()


def kaders(soort: str) -> list[Kader]:
    """Every version, newest first."""
    return list(Kader.objects.filter(soort=soort).order_by("-versie"))


def delen_met_indicatoren(kader_id: object) -> list[Kaderdeel]:
    """The parts of a framework in order, each with its indicators in ``indicatoren.all()``."""
    return list(
        Kaderdeel.objects.filter(kader_id=kader_id)
        .prefetch_related(Prefetch("indicatoren", queryset=Indicator.objects.order_by("volgorde")))
        .order_by("volgorde")
    )
