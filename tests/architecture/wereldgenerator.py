"""Random worlds: organisations, capacities, involvement with its periods, and stukken of cases."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

from django.contrib.auth.models import Permission
from django.db import models
from hypothesis import strategies as st

from beoordeling.enums import Informatiesoort, Weegwaarde
from beoordeling.models import (
    Bevraging,
    Indicator,
    Informatie,
    Kader,
    Weging,
    Wegingsantwoord,
    Wegingsbijdrage,
)
from casusregie.enums import Besluituitkomst, Notasoort
from casusregie.models import (
    Agendapunt,
    Besluitnota,
    Overleg,
    Partneradvies,
    Veiligheidswaarschuwing,
)
from convenant.enums import (
    INHOUDSCATEGORIEEN,
    Fase,
    Organisatiesoort,
    Relatie,
    Rol,
    Verstrekkingsoort,
)
from convenant.models import (
    Betrokkenheid,
    Bronstuk,
    Dossier,
    Embargo,
    Embargoherziening,
    Hoedanigheid,
    Medewerker,
    Noodtoegang,
    Organisatie,
    Taak,
    Terughaalpost,
    Toegangsaanvraag,
    Verstrekking,
    Zorgdeling,
)
from meldpunt.enums import Kanaal, Meldersoort
from meldpunt.models import Melder, Melding, Persoon
from monitoring.enums import Incidentaard, Rapportsoort
from monitoring.models import Incident, Rapport, Vrijgave
from tests.cast import LANG, NU, ondertekend

VANDAAG = NU.date()
GISTEREN, MORGEN = VANDAAG - timedelta(days=1), VANDAAG + timedelta(days=1)
LANG_GELEDEN = date(2020, 1, 1)
SOORTEN = (
    Organisatiesoort.GEMEENTE,
    Organisatiesoort.POLITIE,
    Organisatiesoort.ZORG,
    Organisatiesoort.RECLASSERING,
    Organisatiesoort.SCHOOL,
)
PERIODEN = st.sampled_from(
    [
        (LANG_GELEDEN, None, False),
        (LANG_GELEDEN, VANDAAG, False),
        (VANDAAG, None, False),
        (LANG_GELEDEN, GISTEREN, False),
        (MORGEN, None, False),
        (LANG_GELEDEN, None, True),
    ]
)
"""Running, ending today, beginning today; and past, not begun, ended by hand."""
HANDTEKENINGEN: list[dict[str, Any] | None] = [
    {},
    {},
    {},
    {"tot": VANDAAG},
    {"van": VANDAAG},
    {"ingetrokken_op": NU + timedelta(seconds=1)},
    None,
    {"tot": GISTEREN},
    {"van": MORGEN},
    {"ingetrokken_op": NU},
]
"""Under the convenant: valid, some only just; and absent, over, not begun, withdrawn this second."""
MOMENTEN = st.sampled_from([NU, NU - timedelta(days=1), NU - timedelta(days=30)])
"""When something was recorded: now, at the moment of the widenings, and long before."""
NOODPERIODEN = st.sampled_from([(0, 3, False), (-1, 1, False), (-3, 0, False), (0, 3, True)])
"""In hours from now: begun now, running, over at this very moment; and ended by hand."""
DELINGEN = st.sampled_from(
    [
        (NU, VANDAAG, False),
        (NU - timedelta(days=30), MORGEN, False),
        (NU - timedelta(days=30), GISTEREN, False),
        (NU + timedelta(seconds=1), MORGEN, False),
        (NU - timedelta(days=30), MORGEN, True),
    ]
)
"""What care shares: from this second until today, running; and past, not begun, withdrawn."""
EMBARGOS: list[tuple[str, int, str] | None] = [
    None,
    None,
    ("zichtbaar", 0, ""),
    ("zichtbaar", -1, ""),
    ("zichtbaar", 1, "opgeheven"),
    ("verborgen", 1, ""),
    ("verborgen", -1, ""),
    ("verborgen", 1, "opgeheven"),
    ("verborgen", 1, "ingetrokken"),
    ("verborgen", 1, "vrijgegeven"),
]
"""Which, until how many days from now, and how it ended: only just running, just over, lifted; and
hidden ones, that stay so until they are released."""
_nummer = count()


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


def wereld_gemaakt(
    data: st.DataObject,
    *,
    rollen: int = 5,
    dossiers: int = 4,
    met_rol: Sequence[Rol] = tuple(Rol),
) -> Toevalswereld:
    """Draw a world and write it down, a statement per table."""
    organisaties = [_organisatie(data, soort) for soort in SOORTEN]
    wereld = Toevalswereld(
        organisaties,
        [_hoedanigheid(data, organisaties, met_rol) for _ in range(rollen)],
        [_dossier(data) for _ in range(dossiers)],
    )
    for dossier in wereld.dossiers:
        _betrokkenen(data, wereld, dossier)
        _in_nood(data, wereld, dossier)
        _aanvragen(data, wereld, dossier)
        _stukken(data, wereld, dossier, organisaties)
    _zonder_dossier(data, wereld, organisaties)
    _schrijven(wereld.rijen)
    return wereld


def _organisatie(data: st.DataObject, soort: Organisatiesoort) -> Organisatie:
    organisatie = Organisatie.objects.create(naam=f"{soort} {next(_nummer)}", soort=soort)
    handtekening = data.draw(st.sampled_from(HANDTEKENINGEN), label="handtekening")
    if handtekening is not None:
        ondertekend(organisatie, **handtekening)
    return organisatie


def _hoedanigheid(
    data: st.DataObject, organisaties: list[Organisatie], met_rol: Sequence[Rol]
) -> Hoedanigheid:
    medewerker = Medewerker.objects.create(naam="Iemand", email=f"w{next(_nummer)}@voorbeeld.test")
    return Hoedanigheid.objects.create(
        medewerker=medewerker,
        rol=data.draw(st.sampled_from(met_rol), label="rol"),
        organisatie=data.draw(st.sampled_from(organisaties), label="organisatie"),
        van=LANG_GELEDEN,
        bevestigd_tot=data.draw(st.sampled_from([LANG] * 7 + [GISTEREN]), label="bevestigd tot"),
    )


def _dossier(data: st.DataObject) -> Dossier:
    dossier = Dossier(
        nummer=f"W{next(_nummer)}",
        fase=data.draw(st.sampled_from(list(Fase)), label="fase"),
        fase_sinds=NU,
        geopend_op=data.draw(MOMENTEN, label="geopend"),
        gewijzigd_op=NU,
    )
    Dossier._base_manager.bulk_create([dossier])
    return dossier


def _betrokkenen(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier) -> None:
    recht = Permission.objects.get(codename=Relatie.PARTNER, content_type__model="dossier")
    wie = data.draw(
        st.lists(st.sampled_from(wereld.hoedanigheden), max_size=4, unique_by=lambda h: h.pk)
    )
    for hoedanigheid in wie:
        van, tot, beeindigd = data.draw(PERIODEN, label="periode")
        wereld.erbij(
            Betrokkenheid(
                content_object=dossier,
                user_id=hoedanigheid.medewerker_id,
                permission=recht,
                hoedanigheid=hoedanigheid,
                van=van,
                tot=tot,
                beeindigd_op=NU if beeindigd else None,
                reden="x",
                verleend_door=hoedanigheid,
            )
        )


def _in_nood(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier) -> None:
    wie = data.draw(
        st.lists(st.sampled_from(wereld.hoedanigheden), max_size=3, unique_by=lambda h: h.pk)
    )
    for hoedanigheid in wie:
        van, tot, beeindigd = data.draw(NOODPERIODEN, label="noodtoegang")
        wereld.erbij(
            Noodtoegang(
                dossier=dossier,
                hoedanigheid=hoedanigheid,
                reden="x",
                genomen_op=NU + timedelta(hours=van),
                tot=NU + timedelta(hours=tot),
                beeindigd_op=NU if beeindigd else None,
                beoordelen_voor=MORGEN,
            )
        )


def _aanvragen(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier) -> None:
    wie = data.draw(
        st.lists(st.sampled_from(wereld.hoedanigheden), max_size=2, unique_by=lambda h: h.pk)
    )
    for hoedanigheid in wie:
        wereld.erbij(
            Toegangsaanvraag(
                dossier=dossier, hoedanigheid=hoedanigheid, doel="x", tot=MORGEN, gevraagd_op=NU
            )
        )


def _stukken(
    data: st.DataObject, wereld: Toevalswereld, dossier: Dossier, organisaties: list[Organisatie]
) -> None:
    iemand = wereld.hoedanigheden[0]
    wereld.erbij(Persoon(dossier=dossier, achternaam="x", toegevoegd_op=data.draw(MOMENTEN)))
    for _ in range(data.draw(st.integers(2, 5))):
        _van_bron(data, wereld, dossier, organisaties, iemand)
    _zorgdelingen(data, wereld, dossier, organisaties, iemand)
    melding = wereld.erbij(_melding(data, wereld, dossier))
    wereld.erbij(Melder(melding=melding, naam="x"))
    _weging(data, wereld, dossier, melding, organisaties)
    _taken(data, wereld, dossier, organisaties)
    _nota(data, wereld, dossier, organisaties, iemand)
    _verstrekking(data, wereld, dossier, organisaties, iemand)
    _terughaalpost(data, wereld, dossier, organisaties, iemand)
    _bevraging(data, wereld, dossier, organisaties, iemand)
    stuk_id = _een_stuk(data, wereld, dossier)
    wereld.erbij(
        Vrijgave(
            dossier=dossier,
            informatie_id=None if stuk_id == dossier.pk else stuk_id,
            onderwerp="x",
            tekst="x",
            vrijgegeven_op=NU,
            vrijgegeven_door=iemand,
            ingetrokken_op=data.draw(st.sampled_from([None, NU])),
        )
    )


def _van_bron(
    data: st.DataObject,
    wereld: Toevalswereld,
    dossier: Dossier,
    organisaties: list[Organisatie],
    iemand: Hoedanigheid,
) -> None:
    gemeen: dict[str, Any] = {
        "dossier": dossier,
        "categorie": data.draw(st.sampled_from(INHOUDSCATEGORIEEN), label="categorie"),
        "bron": data.draw(st.sampled_from(organisaties), label="bron"),
        "gebeurd_op": VANDAAG,
        "vastgelegd_op": data.draw(MOMENTEN, label="vastgelegd"),
        "vastgelegd_door": iemand,
    }
    if data.draw(st.booleans()):
        wereld.erbij(Incident(aard=Incidentaard.ANDERS, tekst="x", **gemeen))
    else:
        soort = Informatiesoort.FEIT
        item = Informatie(soort=soort, titel="x", grondslag="x", doel="x", **gemeen)
        _embargo(data, wereld, wereld.erbij(item))


def _embargo(data: st.DataObject, wereld: Toevalswereld, item: Informatie) -> None:
    gekozen = data.draw(st.sampled_from(EMBARGOS), label="embargo")
    if gekozen is None:
        return
    soort, dagen, einde = gekozen
    tot = VANDAAG + timedelta(days=dagen)
    embargo = wereld.erbij(
        Embargo(
            dossier=item.dossier,
            stuk_soort="beoordeling.informatie",
            stuk_id=item.pk,
            kenmerk="x",
            soort=soort,
            bron=item.bron,
            reden="x",
            gelegd_op=NU,
            gelegd_door=wereld.hoedanigheden[0],
            bewaarder=data.draw(st.sampled_from(wereld.hoedanigheden), label="bewaarder"),
            van=tot - timedelta(days=30),
            tot=tot,
            einde=einde,
            beeindigd_op=NU if einde else None,
        )
    )
    wereld.erbij(
        Embargoherziening(
            embargo=embargo,
            uitkomst="opgeheven",
            reden="x",
            dag=tot,
            gedaan_op=NU,
            gedaan_door=wereld.hoedanigheden[0],
            vorig_tot=tot,
        )
    )


def _een_stuk(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier) -> uuid.UUID:
    """The dossier itself, or an item in it: with an embargo, perhaps."""
    items = [r.pk for r in wereld.rijen if isinstance(r, Informatie) and r.dossier == dossier]
    return data.draw(st.sampled_from([*items, *items, dossier.pk]), label="stuk")


def _zorgdelingen(
    data: st.DataObject,
    wereld: Toevalswereld,
    dossier: Dossier,
    organisaties: list[Organisatie],
    iemand: Hoedanigheid,
) -> None:
    """Consent and conflict of duties of the care source, for one item or for all of it."""
    bron = next(o for o in organisaties if o.soort == Organisatiesoort.ZORG)
    van_zorg = [
        rij.pk
        for rij in wereld.rijen
        if isinstance(rij, Bronstuk) and rij.bron == bron and rij.dossier == dossier
    ]
    werken = [h.organisatie for h in wereld.hoedanigheden]
    anderen = [o for o in (*werken, *organisaties) if o != bron]
    for ontvanger in data.draw(st.lists(st.sampled_from(anderen), max_size=3)):
        stuk = data.draw(st.sampled_from([None, *van_zorg]), label="gedeeld")
        van, tot, ingetrokken = data.draw(DELINGEN, label="deling")
        conflict = stuk is not None and data.draw(st.booleans(), label="conflict")
        afweging = dict.fromkeys(("nadeel", "geen_andere_weg", "minste_inbreuk"), "x")
        gegevens: dict[str, Any] = {"gegeven_op": VANDAAG, "wijze": "mondeling"}
        wereld.erbij(
            Zorgdeling(
                dossier=dossier,
                bron=bron,
                ontvanger=ontvanger,
                stuk_id=stuk,
                grond="conflict" if conflict else "toestemming",
                doel="x",
                vastgelegd_op=van,
                vastgelegd_door=iemand,
                tot=tot,
                ingetrokken_op=NU if ingetrokken else None,
                **afweging | {"toestemming_gevraagd": "geweigerd"} if conflict else gegevens,
            )
        )


def _melding(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier | None) -> Melding:
    invoerder = data.draw(st.sampled_from(wereld.hoedanigheden), label="invoerder")
    return Melding(
        nummer=f"M{next(_nummer)}",
        dossier=dossier,
        kanaal=Kanaal.TELEFOON,
        meldersoort=Meldersoort.SCHOOL,
        bron_id=invoerder.organisatie_id,
        situatieschets="x",
        gemeld_op=NU,
        ingevoerd_op=data.draw(MOMENTEN, label="ingevoerd"),
        ingevoerd_door=invoerder,
    )


def _weging(
    data: st.DataObject,
    wereld: Toevalswereld,
    dossier: Dossier,
    melding: Melding,
    organisaties: list[Organisatie],
) -> None:
    kader = Kader.objects.filter(soort="weging").earliest("versie")
    weging = wereld.erbij(
        Weging(
            dossier=dossier,
            melding=melding,
            kader=kader,
            status=data.draw(st.sampled_from(["open", "gesloten", "vastgesteld"]), label="ronde"),
            gestart_op=data.draw(MOMENTEN, label="gestart"),
            gestart_door=wereld.hoedanigheden[0],
            uiterlijk=MORGEN,
        )
    )
    vraag = Indicator.objects.filter(deel__kader=kader).earliest("volgorde")
    wie = data.draw(st.lists(st.sampled_from(organisaties), max_size=2, unique_by=lambda o: o.pk))
    for organisatie in wie:
        bijdrage = wereld.erbij(
            Wegingsbijdrage(
                weging=weging,
                organisatie=organisatie,
                ingediend_op=data.draw(st.sampled_from([None, NU]), label="ingediend"),
            )
        )
        wereld.erbij(Wegingsantwoord(bijdrage=bijdrage, vraag=vraag, waarde=Weegwaarde.ONBEKEND))


def _taken(
    data: st.DataObject,
    wereld: Toevalswereld,
    dossier: Dossier | None,
    organisaties: list[Organisatie],
) -> None:
    voor: dict[str, Any] = {"voor_hoedanigheid": data.draw(st.sampled_from(wereld.hoedanigheden))}
    if data.draw(st.booleans(), label="voor een rol"):
        voor = {
            "voor_organisatie": data.draw(st.sampled_from(organisaties)),
            "voor_rol": data.draw(st.sampled_from(wereld.hoedanigheden)).rol,
        }
    wereld.erbij(
        Taak(
            dossier=dossier,
            titel="x",
            gemaakt_op=data.draw(MOMENTEN),
            gemaakt_door=wereld.hoedanigheden[0],
            uiterlijk=MORGEN,
            gereed_op=data.draw(st.sampled_from([None, None, NU]), label="gereed"),
            **voor,
        )
    )


def _nota(
    data: st.DataObject,
    wereld: Toevalswereld,
    dossier: Dossier,
    organisaties: list[Organisatie],
    iemand: Hoedanigheid,
) -> None:
    nota = wereld.erbij(
        Besluitnota(
            dossier=dossier,
            soort=Notasoort.INSTROOM,
            voorstel=Besluituitkomst.AANPAK,
            opgesteld_door=iemand,
            opgesteld_op=data.draw(MOMENTEN),
        )
    )
    organisatie = data.draw(st.sampled_from(organisaties), label="advies van")
    wereld.erbij(
        Partneradvies(
            dossier=dossier, nota=nota, organisatie=organisatie, gevraagd_op=data.draw(MOMENTEN)
        )
    )
    wereld.erbij(
        Veiligheidswaarschuwing(
            dossier=dossier,
            tekst="x",
            bron=organisatie,
            van=VANDAAG,
            tot=MORGEN,
            gemaakt_door=iemand,
        )
    )
    overleg = Overleg(begint_op=NU + timedelta(minutes=next(_nummer)), voorzitter=iemand)
    wereld.erbij(overleg)
    wereld.erbij(
        Agendapunt(overleg=overleg, volgorde=1, soort="overig", dossier=dossier, onderwerp="x")
    )


def _verstrekking(
    data: st.DataObject,
    wereld: Toevalswereld,
    dossier: Dossier,
    organisaties: list[Organisatie],
    iemand: Hoedanigheid,
) -> None:
    van, naar = data.draw(st.permutations(organisaties), label="van en naar")[:2]
    wereld.erbij(
        Verstrekking(
            dossier=dossier,
            soort=data.draw(st.sampled_from(Verstrekkingsoort), label="soort"),
            stuk_soort="convenant.dossier",
            stuk_id=_een_stuk(data, wereld, dossier),
            categorieen=["gewoon"],
            van=van,
            naar=naar,
            grondslag="x",
            noodzaak="x",
            besloten_door=iemand,
            verstrekt_op=NU,
        )
    )


def _terughaalpost(
    data: st.DataObject,
    wereld: Toevalswereld,
    dossier: Dossier,
    organisaties: list[Organisatie],
    iemand: Hoedanigheid,
) -> None:
    _taken(data, wereld, dossier, organisaties)
    wereld.erbij(
        Terughaalpost(
            dossier=dossier,
            kenmerk=dossier.nummer,
            aanleiding="einde",
            stuk_soort="convenant.dossier",
            stuk_id=_een_stuk(data, wereld, dossier),
            organisatie=data.draw(st.sampled_from(organisaties), label="ontvanger"),
            taak=wereld.rijen[-1],
            ontvangen_op=NU,
            gemaakt_op=NU,
            gemaakt_door=iemand,
            uiterlijk=MORGEN,
        )
    )


def _bevraging(
    data: st.DataObject,
    wereld: Toevalswereld,
    dossier: Dossier,
    organisaties: list[Organisatie],
    iemand: Hoedanigheid,
) -> None:
    beantwoord, ingetrokken = data.draw(
        st.sampled_from([(None, None), (NU, None), (None, NU)]), label="stand van de vraag"
    )
    wie = data.draw(st.sampled_from(wereld.hoedanigheden)) if beantwoord else None
    wereld.erbij(
        Bevraging(
            dossier=dossier,
            organisatie=data.draw(st.sampled_from(organisaties), label="gevraagd aan"),
            kenmerk="x",
            wie="x",
            doel="x",
            vraag="x",
            uiterlijk=MORGEN,
            gesteld_op=NU,
            gesteld_door=iemand,
            beantwoord_op=beantwoord,
            beantwoord_door=wie,
            ingetrokken_op=ingetrokken,
        )
    )


def _zonder_dossier(
    data: st.DataObject, wereld: Toevalswereld, organisaties: list[Organisatie]
) -> None:
    """What is known before a report is matched, and what hangs on no dossier at all."""
    melding = wereld.erbij(_melding(data, wereld, None))
    wereld.erbij(Melder(melding=melding, naam="x"))
    _taken(data, wereld, None, organisaties)
    wereld.erbij(
        Rapport(
            soort=Rapportsoort.TOEZICHT,
            periode_van=LANG_GELEDEN,
            periode_tot=VANDAAG,
            doel="x",
            gevraagd_op=NU,
            gevraagd_door=data.draw(st.sampled_from(wereld.hoedanigheden)),
        )
    )


def _schrijven(rijen: list[models.Model]) -> None:
    """A table at a time; a table comes after those it points to, as the rows were drawn."""
    per_model: dict[type[models.Model], list[models.Model]] = {}
    for rij in rijen:
        per_model.setdefault(type(rij), []).append(rij)
    for model, samen in per_model.items():
        model._base_manager.bulk_create(samen)
