"""The stukken of a random world: what its organisations wrote down, asked and shared."""

import uuid
from datetime import timedelta
from typing import Any

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
    Organisatiesoort,
    Verstrekkingsoort,
    Wisgrond,
)
from convenant.models import (
    Bronstuk,
    Dossier,
    Embargo,
    Embargoherziening,
    Taak,
    Terughaalpost,
    Verstrekking,
    Wissing,
    Zorgdeling,
)
from meldpunt.enums import Kanaal, Meldersoort
from meldpunt.models import Melder, Melding, Persoon
from monitoring.enums import Incidentaard, Rapportsoort
from monitoring.models import Incident, Rapport, Vrijgave
from tests.architecture.toevalswereld import (
    GISTEREN,
    LANG_GELEDEN,
    MOMENTEN,
    MORGEN,
    VANDAAG,
    Toevalswereld,
    nummers,
)
from tests.cast import NU

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


def stukken(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier) -> None:
    wereld.erbij(Persoon(dossier=dossier, achternaam="x", toegevoegd_op=data.draw(MOMENTEN)))
    for _ in range(data.draw(st.integers(2, 5))):
        _van_bron(data, wereld, dossier)
    _zorgdelingen(data, wereld, dossier)
    melding = wereld.erbij(_melding(data, wereld, dossier))
    wereld.erbij(Melder(melding=melding, naam="x"))
    _weging(data, wereld, dossier, melding)
    _taken(data, wereld, dossier)
    _nota(data, wereld, dossier)
    _verstrekking(data, wereld, dossier)
    _terughaalpost(data, wereld, dossier)
    _bevraging(data, wereld, dossier)
    stuk_id = _een_stuk(data, wereld, dossier)
    wereld.erbij(
        Vrijgave(
            dossier=dossier,
            informatie_id=None if stuk_id == dossier.pk else stuk_id,
            onderwerp="x",
            tekst="x",
            vrijgegeven_op=NU,
            vrijgegeven_door=wereld.iemand,
            ingetrokken_op=data.draw(st.sampled_from([None, NU])),
        )
    )


def _van_bron(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier) -> None:
    gemeen: dict[str, Any] = {
        "dossier": dossier,
        "categorie": data.draw(st.sampled_from(INHOUDSCATEGORIEEN), label="categorie"),
        "bron": data.draw(st.sampled_from(wereld.organisaties), label="bron"),
        "gebeurd_op": VANDAAG,
        "vastgelegd_op": data.draw(MOMENTEN, label="vastgelegd"),
        "vastgelegd_door": wereld.iemand,
    }
    if data.draw(st.booleans()):
        wereld.erbij(Incident(aard=Incidentaard.ANDERS, tekst="x", **gemeen))
    else:
        soort = Informatiesoort.FEIT
        item = Informatie(soort=soort, titel="x", grondslag="x", doel="x", **gemeen)
        _embargo(data, wereld, wereld.erbij(item))
        _wissing(data, wereld, item)


def _wissing(data: st.DataObject, wereld: Toevalswereld, item: Informatie) -> None:
    """Sometimes its source asked somebody to erase it."""
    if not data.draw(st.booleans(), label="wissen gevraagd"):
        return
    wie = st.sampled_from(wereld.hoedanigheden)
    wereld.erbij(
        Wissing(
            pk=item.pk,
            dossier=item.dossier,
            stuk_soort="beoordeling.informatie",
            kenmerk="x",
            bron=item.bron,
            grond=Wisgrond.ONRECHTMATIG,
            reden="x",
            gevraagd_op=NU,
            gevraagd_door=data.draw(wie, label="wie vraagt"),
            tweede=data.draw(wie, label="tweede persoon"),
        )
    )


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


def _zorgdelingen(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier) -> None:
    """Consent and conflict of duties of the care source, for one item or for all of it."""
    bron = next(o for o in wereld.organisaties if o.soort == Organisatiesoort.ZORG)
    van_zorg = [
        rij.pk
        for rij in wereld.rijen
        if isinstance(rij, Bronstuk) and rij.bron == bron and rij.dossier == dossier
    ]
    werken = [h.organisatie for h in wereld.hoedanigheden]
    anderen = [o for o in (*werken, *wereld.organisaties) if o != bron]
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
                vastgelegd_door=wereld.iemand,
                tot=tot,
                ingetrokken_op=NU if ingetrokken else None,
                **afweging | {"toestemming_gevraagd": "geweigerd"} if conflict else gegevens,
            )
        )


def _melding(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier | None) -> Melding:
    invoerder = data.draw(st.sampled_from(wereld.hoedanigheden), label="invoerder")
    return Melding(
        nummer=f"M{next(nummers)}",
        dossier=dossier,
        kanaal=Kanaal.TELEFOON,
        meldersoort=Meldersoort.SCHOOL,
        bron_id=invoerder.organisatie_id,
        situatieschets="x",
        gemeld_op=NU,
        ingevoerd_op=data.draw(MOMENTEN, label="ingevoerd"),
        ingevoerd_door=invoerder,
    )


def _weging(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier, melding: Melding) -> None:
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
    wie = data.draw(
        st.lists(st.sampled_from(wereld.organisaties), max_size=2, unique_by=lambda o: o.pk)
    )
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
) -> None:
    voor: dict[str, Any] = {"voor_hoedanigheid": data.draw(st.sampled_from(wereld.hoedanigheden))}
    if data.draw(st.booleans(), label="voor een rol"):
        voor = {
            "voor_organisatie": data.draw(st.sampled_from(wereld.organisaties)),
            "voor_rol": data.draw(st.sampled_from(wereld.hoedanigheden)).rol,
        }
    wereld.erbij(
        Taak(
            dossier=dossier,
            over_dossier=dossier
            or data.draw(st.sampled_from([None, *wereld.dossiers]), label="gaat over"),
            titel="x",
            gemaakt_op=data.draw(MOMENTEN),
            gemaakt_door=wereld.hoedanigheden[0],
            uiterlijk=MORGEN,
            gereed_op=data.draw(st.sampled_from([None, None, NU]), label="gereed"),
            **voor,
        )
    )


def _nota(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier) -> None:
    nota = wereld.erbij(
        Besluitnota(
            dossier=dossier,
            soort=Notasoort.INSTROOM,
            voorstel=Besluituitkomst.AANPAK,
            opgesteld_door=wereld.iemand,
            opgesteld_op=data.draw(MOMENTEN),
        )
    )
    organisatie = data.draw(st.sampled_from(wereld.organisaties), label="advies van")
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
            vastgelegd_op=data.draw(MOMENTEN),
            van=VANDAAG,
            tot=MORGEN,
            gemaakt_door=wereld.iemand,
        )
    )
    overleg = Overleg(begint_op=NU + timedelta(minutes=next(nummers)), voorzitter=wereld.iemand)
    wereld.erbij(overleg)
    wereld.erbij(
        Agendapunt(
            overleg=overleg,
            volgorde=1,
            soort="overig",
            dossier=dossier,
            onderwerp="x",
            vastgelegd_op=data.draw(MOMENTEN),
        )
    )


def _verstrekking(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier) -> None:
    van, naar = data.draw(st.permutations(wereld.organisaties), label="van en naar")[:2]
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
            besloten_door=wereld.iemand,
            verstrekt_op=NU,
        )
    )


def _terughaalpost(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier) -> None:
    _taken(data, wereld, dossier)
    wereld.erbij(
        Terughaalpost(
            dossier=dossier,
            kenmerk=dossier.nummer,
            aanleiding="einde",
            stuk_soort="convenant.dossier",
            stuk_id=_een_stuk(data, wereld, dossier),
            organisatie=data.draw(st.sampled_from(wereld.organisaties), label="ontvanger"),
            taak=wereld.rijen[-1],
            ontvangen_op=NU,
            gemaakt_op=NU,
            gemaakt_door=wereld.iemand,
            uiterlijk=MORGEN,
        )
    )


def _bevraging(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier) -> None:
    beantwoord, ingetrokken = data.draw(
        st.sampled_from([(None, None), (NU, None), (None, NU)]), label="stand van de vraag"
    )
    wie = data.draw(st.sampled_from(wereld.hoedanigheden)) if beantwoord else None
    wereld.erbij(
        Bevraging(
            dossier=dossier,
            organisatie=data.draw(st.sampled_from(wereld.organisaties), label="gevraagd aan"),
            kenmerk="x",
            wie="x",
            doel="x",
            vraag="x",
            uiterlijk=MORGEN,
            gesteld_op=NU,
            gesteld_door=wereld.iemand,
            beantwoord_op=beantwoord,
            beantwoord_door=wie,
            ingetrokken_op=ingetrokken,
        )
    )


def zonder_dossier(data: st.DataObject, wereld: Toevalswereld) -> None:
    """What is known before a report is matched, and what hangs on no dossier at all."""
    melding = wereld.erbij(_melding(data, wereld, None))
    wereld.erbij(Melder(melding=melding, naam="x"))
    _taken(data, wereld, None)
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
