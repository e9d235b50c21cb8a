"""A version of the convenant: drawn up, changed rule by rule, established by two people."""

from collections.abc import Iterable

from convenant.enums import Categorie, Convenantstatus, Fase, Niveau, Organisatiesoort, Rol
from convenant.enums import Voorwaarde as V
from convenant.handeling import Geweigerd, regel
from convenant.models import Convenantversie, Deelregel
from convenant.regelboek import LEESROLLEN, Regel
from convenant.toegang import Toegang

from .ondertekening import van_de_gemeente

STUREND = (Rol.PROCESREGISSEUR, Rol.LEIDINGGEVENDE)
"""Who steers establishes what is shared: one as procesregisseur, one as leidinggevende."""
TOEZICHT = (Rol.LID_COMMISSIE, Rol.FG)
MEDISCH_OP = (V.EIGEN_BRON, V.BRON_IN_FASE, V.TOESTEMMING)


@regel(*STUREND, zonder_handtekening=True)
def convenantversie_opstellen(toegang: Toegang, onderwerp: None) -> None:
    """The municipality draws up; drafts may lie side by side until one of them is established."""
    van_de_gemeente(toegang)


@regel(*STUREND, zonder_handtekening=True)
def deelregel_toevoegen(toegang: Toegang, versie: Convenantversie) -> None:
    """Only in a draft."""
    _is_concept(toegang, versie)


@regel(*STUREND, zonder_handtekening=True)
def deelregel_wijzigen(toegang: Toegang, deelregel: Deelregel) -> None:
    """Only in a draft."""
    _is_concept(toegang, deelregel.versie)


@regel(*STUREND, zonder_handtekening=True)
def deelregel_schrappen(toegang: Toegang, deelregel: Deelregel) -> None:
    """Only in a draft."""
    _is_concept(toegang, deelregel.versie)


@regel(*STUREND, zonder_handtekening=True)
def convenantversie_vaststellen(toegang: Toegang, versie: Convenantversie) -> None:
    """The first of two people; every rule has a ground that is valid today."""
    _is_concept(toegang, versie)
    kan_worden_vastgesteld(toegang, versie)


@regel(*STUREND, zonder_handtekening=True)
def convenantversie_bevestigen(toegang: Toegang, versie: Convenantversie) -> None:
    """The second: another person, in the other role."""
    _wacht(toegang, versie)
    eerste = versie.vastgesteld_door
    if eerste is None or eerste.medewerker_id == toegang.medewerker_id:
        raise Geweigerd("Iemand anders dan wie vaststelde bevestigt deze versie.")
    if eerste.rol == toegang.rol:
        raise Geweigerd(
            "Een procesregisseur en een leidinggevende stellen samen vast. "
            f"De {eerste.get_rol_display()} deed dat al."
        )
    kan_worden_vastgesteld(toegang, versie)


@regel(*STUREND, zonder_handtekening=True)
def convenantversie_terugsturen(toegang: Toegang, versie: Convenantversie) -> None:
    """Whoever does not agree sends it back to be changed."""
    _wacht(toegang, versie)


def _is_concept(toegang: Toegang, versie: Convenantversie) -> None:
    van_de_gemeente(toegang)
    if versie.status == Convenantstatus.WACHT:
        raise Geweigerd("Deze versie wacht op de tweede persoon. Stuur haar eerst terug.")
    if versie.status != Convenantstatus.CONCEPT:
        raise Geweigerd("Een vastgestelde versie verandert niet meer. Maak een nieuw concept.")


def _wacht(toegang: Toegang, versie: Convenantversie) -> None:
    van_de_gemeente(toegang)
    if versie.status != Convenantstatus.WACHT:
        raise Geweigerd("Deze versie wacht niet op een tweede persoon.")


def kan_worden_vastgesteld(toegang: Toegang, versie: Convenantversie) -> None:
    """Raise ``Geweigerd`` for a version that may not become the rule.

    A convenant creates no ground and cannot set the law aside; who knows a stuk has to know that
    its dossier is there (besluit 0005); and a draft does not undo what was established since.
    """
    later = Convenantversie.objects.filter(
        status=Convenantstatus.VASTGESTELD, ingangsmoment__gt=versie.opgesteld_op
    )
    if later.exists():
        raise Geweigerd(
            "Sinds dit concept is gemaakt, is een andere versie vastgesteld. Maak een nieuw concept."
        )
    rijen = list(versie.deelregels.select_related("grondslag"))
    if not rijen:
        raise Geweigerd("Er staat nog geen regel in. Dan ziet niemand iets.")
    for rij in rijen:
        _heeft_grondslag(toegang, rij)
    regels = [rij.als_regel() for rij in rijen]
    for regel_ in regels:
        binnen_de_wet(regel_)
        _dossier_is_bekend(regel_, regels)


def _heeft_grondslag(toegang: Toegang, rij: Deelregel) -> None:
    grond = rij.grondslag
    wie = f"Artikel {rij.artikel} ({rij.rol_in_woorden})"
    if grond is None:
        raise Geweigerd(f"{wie} heeft nog geen grondslag.")
    dag = toegang.vandaag
    if dag < grond.geldig_van or (grond.geldig_tot is not None and grond.geldig_tot < dag):
        raise Geweigerd(f"{wie} rust op een grondslag die nu niet geldt: {grond.naam}.")


def binnen_de_wet(regel_: Regel) -> None:
    """Raise ``Geweigerd`` for what no convenant can give (domein.md §5)."""
    if regel_.rol not in LEESROLLEN:
        raise Geweigerd(f"Een {regel_.rol.label} leest geen dossiers.")
    if Categorie.MELDER in regel_.categorieen and regel_.rol != Rol.MAP_MEDEWERKER:
        raise Geweigerd("Wie de melder is, weet alleen de MAP-medewerker.")
    if Categorie.MEDISCH in regel_.categorieen and regel_.voorwaarde not in MEDISCH_OP:
        raise Geweigerd(
            "Medische gegevens leest zonder toestemming alleen de organisatie die ze vastlegde."
        )
    if regel_.voorwaarde == V.TOESTEMMING and set(regel_.categorieen) != {Categorie.MEDISCH}:
        raise Geweigerd("Toestemming en conflict van plichten gaan alleen over medische gegevens.")
    if regel_.rol in TOEZICHT and (
        regel_.niveau == Niveau.INHOUD or Categorie.IDENTITEIT in regel_.categorieen
    ):
        raise Geweigerd(f"Een {regel_.rol.label} leest geen inhoud en geen namen.")


def _dossier_is_bekend(regel_: Regel, alle: Iterable[Regel]) -> None:
    bekend = [
        r
        for r in alle
        if Categorie.PROCES in r.categorieen and r.rol == regel_.rol and r.van_elke_bron
    ]
    met_naam = (V.EIGEN_BRON, V.BETROKKEN, V.TOESTEMMING)
    eis = V.BETROKKEN if regel_.voorwaarde in met_naam else V.ALTIJD
    for soort in regel_.soorten or Organisatiesoort:
        for fase in regel_.fasen:
            if not any(
                r.is_voor(regel_.rol, soort) and fase in r.fasen and r.is_minstens_zo_ruim(eis)
                for r in bekend
            ):
                raise Geweigerd(
                    f"Artikel {regel_.artikel} geeft een {regel_.rol.label} iets van een dossier "
                    f"in de fase {Fase(fase).label.lower()}, maar niet dat het dossier er is. "
                    "Geef ook ‘procesgegeven’, of kies minder fasen."
                )
