"""Random worlds: organisations, capacities, involvement with its periods, and stukken of cases."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Permission
from django.db import models
from hypothesis import strategies as st

from convenant.enums import (
    Fase,
    Organisatiesoort,
    Relatie,
    Rol,
)
from convenant.models import (
    Belangenconflict,
    Betrokkenheid,
    Dossier,
    Hoedanigheid,
    Ingewijde,
    Medewerker,
    Noodtoegang,
    Organisatie,
    Toegangsaanvraag,
    Vervanging,
    Verzegeling,
)
from tests.architecture.toevalsstukken import stukken, zonder_dossier
from tests.architecture.toevalswereld import (
    GISTEREN,
    LANG_GELEDEN,
    MOMENTEN,
    MORGEN,
    VANDAAG,
    Toevalswereld,
    nummers,
)
from tests.cast import LANG, NU, ondertekend

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
ZEGELS = [None, None, None, "verzegeld", "ontzegeld"]
NOODPERIODEN = st.sampled_from([(0, 3, False), (-1, 1, False), (-3, 0, False), (0, 3, True)])
"""In hours from now: begun now, running, over at this very moment; and ended by hand."""

VERVANGINGEN = st.sampled_from(
    [
        (VANDAAG, MORGEN, False),
        (GISTEREN, VANDAAG, False),
        (GISTEREN, GISTEREN, False),
        (MORGEN, MORGEN, False),
        (VANDAAG, MORGEN, True),
    ]
)
"""Beginning today, ending today; and past, not begun, ended by hand."""


def wereld_gemaakt(
    data: st.DataObject,
    *,
    rollen: int = 5,
    dossiers: int = 4,
    met_rol: Sequence[Rol] = tuple(Rol),
) -> Toevalswereld:
    """Draw a world and write it down, a statement per table."""
    organisaties = [_organisatie(data, soort) for soort in SOORTEN]
    hoedanigheden: list[Hoedanigheid] = []
    for _ in range(rollen):
        hoedanigheden.append(_hoedanigheid(data, organisaties, met_rol, hoedanigheden))
    wereld = Toevalswereld(organisaties, hoedanigheden, [_dossier(data) for _ in range(dossiers)])
    _vervangingen(data, wereld)
    for dossier in wereld.dossiers:
        _betrokkenen(data, wereld, dossier)
        _in_nood(data, wereld, dossier)
        _aanvragen(data, wereld, dossier)
        _verzegeld(data, wereld, dossier)
        _conflicten(data, wereld, dossier)
        stukken(data, wereld, dossier)
    zonder_dossier(data, wereld)
    _schrijven(wereld.rijen)
    return wereld


def _organisatie(data: st.DataObject, soort: Organisatiesoort) -> Organisatie:
    organisatie = Organisatie.objects.create(naam=f"{soort} {next(nummers)}", soort=soort)
    handtekening = data.draw(st.sampled_from(HANDTEKENINGEN), label="handtekening")
    if handtekening is not None:
        ondertekend(organisatie, **handtekening)
    return organisatie


def _hoedanigheid(
    data: st.DataObject,
    organisaties: list[Organisatie],
    met_rol: Sequence[Rol],
    eerder: Sequence[Hoedanigheid],
) -> Hoedanigheid:
    """Somebody new, at times a colleague or a second role of somebody who is there already."""
    rol = data.draw(st.sampled_from(met_rol), label="rol")
    organisatie = data.draw(st.sampled_from(organisaties), label="organisatie")
    if eerder and data.draw(st.booleans(), label="collega"):
        collega = data.draw(st.sampled_from(eerder), label="van")
        rol, organisatie = Rol(collega.rol), collega.organisatie
    bezet = {h.medewerker for h in eerder if (h.rol, h.organisatie) == (rol, organisatie)}
    bekend = [h.medewerker for h in eerder if h.medewerker not in bezet]
    medewerker = data.draw(st.sampled_from([None, None, *bekend]), label="wie")
    if medewerker is None:
        email = f"w{next(nummers)}@voorbeeld.test"
        medewerker = Medewerker.objects.create(naam="Iemand", email=email)
    return Hoedanigheid.objects.create(
        medewerker=medewerker,
        rol=rol,
        organisatie=organisatie,
        van=LANG_GELEDEN,
        bevestigd_tot=data.draw(st.sampled_from([LANG] * 7 + [GISTEREN]), label="bevestigd tot"),
    )


def _dossier(data: st.DataObject) -> Dossier:
    dossier = Dossier(
        nummer=f"W{next(nummers)}",
        fase=data.draw(st.sampled_from(list(Fase)), label="fase"),
        fase_sinds=NU,
        geopend_op=data.draw(MOMENTEN, label="geopend"),
        gewijzigd_op=NU,
    )
    Dossier._base_manager.bulk_create([dossier])
    return dossier


def _vervangingen(data: st.DataObject, wereld: Toevalswereld) -> None:
    """Each other's place, also in a chain and in a circle; and that of who is no colleague."""
    for afwezige in wereld.hoedanigheden:
        vervanger = data.draw(st.sampled_from(wereld.hoedanigheden), label="vervanger")
        van, tot, beeindigd = data.draw(VERVANGINGEN, label="vervanging")
        if vervanger != afwezige:
            wereld.erbij(
                Vervanging(
                    afwezige=afwezige,
                    vervanger=vervanger,
                    van=van,
                    tot=tot,
                    beeindigd_op=NU if beeindigd else None,
                    geregeld_op=NU,
                    geregeld_door=afwezige,
                )
            )


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


def _verzegeld(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier) -> None:
    """Sealed now, or once: with some of the people on the list, and some taken off it."""
    stand = data.draw(st.sampled_from(ZEGELS), label="verzegeld")
    if stand is None:
        return
    een, ander = wereld.iemand, wereld.hoedanigheden[1]
    einde = {"ontzegeld_op": NU, "ontzegeld_door": ander} if stand == "ontzegeld" else {}
    zegel = wereld.erbij(
        Verzegeling(
            dossier=dossier,
            grond="familie",
            reden="x",
            verzegeld_op=NU,
            verzegeld_door=een,
            gevraagd_op=NU,
            gevraagd_door=een,
            **einde,
        )
    )
    wie = data.draw(
        st.lists(st.sampled_from(wereld.hoedanigheden), max_size=4, unique_by=lambda h: h.pk)
    )
    for hoedanigheid in wie:
        weg = data.draw(st.sampled_from([False, False, True]), label="geschrapt")
        wereld.erbij(
            Ingewijde(
                dossier=dossier,
                verzegeling=zegel,
                hoedanigheid=hoedanigheid,
                reden="x",
                genoemd_op=NU,
                genoemd_door=een,
                **{"geschrapt_op": NU, "geschrapt_door": een} if weg else {},
            )
        )


def _conflicten(data: st.DataObject, wereld: Toevalswereld, dossier: Dossier) -> None:
    wie = data.draw(
        st.lists(st.sampled_from(wereld.hoedanigheden), max_size=1, unique_by=lambda h: h.pk)
    )
    for hoedanigheid in wie:
        weg = data.draw(st.booleans(), label="opgeheven")
        wereld.erbij(
            Belangenconflict(
                dossier=dossier,
                medewerker=hoedanigheid.medewerker,
                soort="kent",
                reden="x",
                gemeld_op=NU,
                gemeld_door=hoedanigheid,
                **{"opgeheven_op": NU, "opgeheven_door": wereld.iemand} if weg else {},
            )
        )


def _schrijven(rijen: list[models.Model]) -> None:
    """A table at a time; a table comes after those it points to, as the rows were drawn."""
    per_model: dict[type[models.Model], list[models.Model]] = {}
    for rij in rijen:
        per_model.setdefault(type(rij), []).append(rij)
    for model, samen in per_model.items():
        model._base_manager.bulk_create(samen)
