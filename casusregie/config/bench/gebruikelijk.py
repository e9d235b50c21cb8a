"""The usual way: ``get_objects_for_user`` over guardian's user rows in a plain ListView."""

from typing import Any

from django.db.models import QuerySet
from django.test import RequestFactory
from django.views.generic import ListView
from guardian.shortcuts import get_objects_for_user

from casusregie.config.bench.klok import afspelen, om_en_om, op, opnemen, verhouding
from casusregie.config.bench.lijst import vragen_van_lijst
from casusregie.config.bench.tabel import Meting
from casusregie.config.bench.wereld import Gebruiker, Wereld
from casusregie.models import Casus
from casusregie.selectors.casus import LOPEND
from casusregie.ui.paging import GROOTTE
from convenant.identiteit import aanmelden, eigen_transactie


class GewoneLijst(ListView):  # type: ignore[type-arg]
    """What the manual of guardian leads to; as the owner of the tables, so without RLS."""

    paginate_by = GROOTTE
    ordering = ("herbeoordeling_op", "pk")

    def get_queryset(self) -> QuerySet[Casus]:
        """Every running case on which this user has a row."""
        eigen = get_objects_for_user(
            self.request.user,
            "casusregie.view_casus",
            QuerySet(Casus),
            use_groups=False,
            with_superuser=False,
            accept_global_perms=False,
        )
        lopend = eigen.filter(dossier__fase__in=LOPEND).select_related("dossier")
        return lopend.order_by(*self.ordering)


def meten(wereld: Wereld) -> list[Meting]:
    """The SQL of our list against that of the usual way, for each shape."""
    if not wereld.schaal.guardian:
        return []
    return [
        Meting(
            f"lijst, {gebruiker.naam}: SQL-tijd / guardian in een ListView",
            _verhouding(wereld, gebruiker),
            0.2,
        )
        for gebruiker in wereld.gebruikers
    ]


def _verhouding(wereld: Wereld, gebruiker: Gebruiker) -> float:
    eigen, hunne = vragen_van_lijst(gebruiker), _hunne_vragen(wereld, gebruiker)

    def gebruikelijk() -> None:
        with op(wereld.eigenaar):
            afspelen(hunne)

    with op(wereld.app), eigen_transactie():
        aanmelden(gebruiker.toegang)
        reeksen = om_en_om(
            {"onze": lambda: afspelen(eigen), "hunne": gebruikelijk},
            max(3, wereld.schaal.rondes // 5),
        )
    return verhouding(reeksen["onze"], reeksen["hunne"])


def _hunne_vragen(wereld: Wereld, gebruiker: Gebruiker) -> list[tuple[str, Any]]:
    verzoek = RequestFactory().get("/")
    verzoek.user = gebruiker.hoedanigheid.medewerker

    def pagina() -> None:
        view = GewoneLijst()
        view.setup(verzoek)
        view.object_list = view.get_queryset()
        list(view.get_context_data()["object_list"])

    with op(wereld.eigenaar):
        pagina()
        return opnemen(pagina)
