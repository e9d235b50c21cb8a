"""Lock 3: every write is a deed, with a rule of the same name, one transaction and a log line."""

import functools
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Concatenate, Protocol

from django.db import IntegrityError, models, transaction
from django.dispatch import Signal

from convenant.enums import Logsoort, Rol
from convenant.geheugen import zonder_geheugen
from convenant.identiteit import wijd
from convenant.logboek import log_schrijven
from convenant.models import Dossier, Logregel
from convenant.models.geschiedenis import Lopend, lopende_handeling
from convenant.toegang import Mogelijkheid, Toegang

handeling_verricht = Signal()
"""Sent after commit with ``naam``, ``object_soort``, ``object_id`` and ``dossier_id``."""

DEUR_REDEN = "Uw rol mag dit niet."
NIET_GETEKEND = (
    "Uw organisatie heeft geen geldige handtekening onder het convenant. "
    "Daarom kunt u nu niets doen in dossiers."
)
NIET_GELDIG = "Uw rol geldt nu niet. Vraag de beheerder van uw organisatie om haar te bevestigen."
ALLEEN_LEZEN = "U hebt noodtoegang tot dit dossier. Daarmee kunt u alleen lezen."
DICHT = "Dit dossier is voor u gesloten."
"""Read by nobody who does not know that: a page of such a dossier is not found."""


class Geweigerd(Exception):
    """A rule says no; the message is the reason, in Dutch, for the person who tried."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


class Gewijzigd(Exception):
    """Someone else changed ``onderwerp`` after the form was opened; nothing was written."""

    def __init__(self, onderwerp: models.Model) -> None:
        super().__init__("Iemand anders heeft dit intussen gewijzigd.")
        self.onderwerp = onderwerp


class AlGedaan(Exception):
    """The same form was sent before; the deed is not done twice."""

    def __init__(self, logregel: Logregel) -> None:
        super().__init__("Dit was al opgeslagen.")
        self.logregel = logregel


type Voorwaarden = Callable[[Toegang, Any], None]


@dataclass(frozen=True)
class Regel:
    """The rule of one deed: the roles that may do it at all, and the conditions beyond that."""

    naam: str
    rollen: frozenset[Rol]
    voorwaarden: Voorwaarden
    zonder_handtekening: bool = False
    ook_in_nood: bool = False

    def __call__(self, toegang: Toegang, onderwerp: Any = None) -> None:
        """Raise ``Geweigerd`` with the reason when ``toegang`` may not do this to ``onderwerp``.

        Who reads a dossier under noodtoegang does nothing in it, whatever else his role may.
        """
        if toegang.rol not in self.rollen:
            raise Geweigerd(DEUR_REDEN)
        if not toegang.geldig:
            raise Geweigerd(NIET_GELDIG)
        if not toegang.getekend and not self.zonder_handtekening:
            raise Geweigerd(NIET_GETEKEND)
        if dossier_van(onderwerp) in toegang.dicht:
            raise Geweigerd(DICHT)
        if dossier_van(onderwerp) in toegang.nood and not self.ook_in_nood:
            raise Geweigerd(ALLEEN_LEZEN)
        self.voorwaarden(toegang, onderwerp)


REGELS: dict[str, Regel] = {}
"""Every rule by the name of its deed: what ``docs/bevoegdheden.md`` is checked against."""


def regel(
    *rollen: Rol, zonder_handtekening: bool = False, ook_in_nood: bool = False
) -> Callable[[Voorwaarden], Regel]:
    """Make a rule of a function ``(toegang, onderwerp)`` that raises ``Geweigerd``, for these roles.

    ``zonder_handtekening``: also for whoever acts for an organisation that has not signed the
    convenant. Only for deeds that no dossier is part of, and that are needed to sign again or to
    close an account. ``ook_in_nood``: also for who reads the dossier under noodtoegang.
    """

    def maak(voorwaarden: Voorwaarden) -> Regel:
        naam = voorwaarden.__name__
        if naam in REGELS:
            raise ValueError(f"Er is al een regel {naam}")
        REGELS[naam] = Regel(naam, frozenset(rollen), voorwaarden, zonder_handtekening, ook_in_nood)
        return REGELS[naam]

    return maak


class Handeling(Protocol):
    """A deed: a service with its name and rule attached."""

    __name__: str
    regel: Regel

    def __call__(self, toegang: Toegang, *args: Any, **kwargs: Any) -> Any: ...


def handeling[**P, R](
    bij: Regel, *, raakt_dossier: bool = False
) -> Callable[[Callable[Concatenate[Toegang, P], R]], Callable[Concatenate[Toegang, P], R]]:
    """Make a deed of a service ``(toegang, onderwerp, **gegevens)``; creation has no onderwerp.

    Locks onderwerp and its dossier and reads them again, remembers nothing that the page read
    (``convenant.geheugen``), refuses when ``versie`` (keyword) is
    stale, checks the rule, keeps the versions under actor and ``reden`` (keyword), writes the
    log and emits ``handeling_verricht`` after commit. Raises ``Geweigerd``, ``Gewijzigd`` or
    ``AlGedaan``; a refusal is logged too, outside the transaction that it refused.

    ``raakt_dossier``: the dossier moves up in lists, for deeds of a room that may not call
    ``dossier_bijwerken`` itself (monitoring calls no services of earlier rooms).
    """

    def versier(service: Callable[Concatenate[Toegang, P], R]) -> Any:
        naam = service.__name__
        if naam != bij.naam:
            raise ValueError(f"De regel van {naam} heet {bij.naam}")

        @functools.wraps(service)
        def uitvoeren(toegang: Toegang, *args: Any, **kwargs: Any) -> Any:
            _niet_dubbel(toegang)
            try:
                with zonder_geheugen(), transaction.atomic(), wijd():
                    resultaat = _verrichten(service, bij, toegang, args, kwargs)
                    if raakt_dossier:
                        _dossier_raken(toegang, resultaat)
                    return resultaat
            except Geweigerd:
                _weigering_loggen(toegang, naam, args)
                raise
            except IntegrityError:
                _niet_dubbel(toegang)
                raise

        uitvoeren.regel = bij  # type: ignore[attr-defined]
        return uitvoeren

    return versier


def mogelijkheid(
    toegang: Toegang,
    deed: Any,
    onderwerp: models.Model | None,
    *,
    label: str,
    url: str,
    **kwargs: Any,
) -> Mogelijkheid:
    """The button of a deed, drawn by its own rule: shown, disabled with the reason, or absent."""
    regel_: Regel = deed.regel
    if toegang.rol not in regel_.rollen:
        return Mogelijkheid(regel_.naam, label, url, zichtbaar=False, **kwargs)
    try:
        regel_(toegang, onderwerp)
    except Geweigerd as weigering:
        return Mogelijkheid(regel_.naam, label, url, reden=weigering.reden, **kwargs)
    return Mogelijkheid(regel_.naam, label, url, **kwargs)


def _verrichten(
    service: Callable[..., Any],
    bij: Regel,
    toegang: Toegang,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> Any:
    versie = kwargs.pop("versie", None)
    onderwerp = args[0] if args and isinstance(args[0], models.Model) else None
    if onderwerp is not None:
        onderwerp = _vergrendeld(onderwerp)
        args = (onderwerp, *args[1:])
        if versie is not None and getattr(onderwerp, "versie", versie) != versie:
            raise Gewijzigd(onderwerp)
    bij(toegang, onderwerp)
    # What a deed on a dossier makes, has the dossier's readers; its reason goes with all of that.
    over = None if onderwerp is None or isinstance(onderwerp, Dossier) else onderwerp.pk
    reden = str(kwargs.get("reden", ""))
    token = lopende_handeling.set(Lopend(toegang, bij.naam, reden, over))
    try:
        resultaat = service(toegang, *args, **kwargs)
    finally:
        lopende_handeling.reset(token)
    _gelukt_loggen(toegang, bij.naam, resultaat, onderwerp)
    return resultaat


def _vergrendeld(onderwerp: models.Model) -> models.Model:
    """Lock the dossier first and the row next, so that deeds on one dossier wait for each other."""
    dossier_id = dossier_van(onderwerp)
    if dossier_id is not None:
        Dossier._base_manager.select_for_update().only("pk").get(pk=dossier_id)
    vers = type(onderwerp)._base_manager.select_for_update(of=("self",)).get(pk=onderwerp.pk)
    _relaties_overnemen(onderwerp, vers)
    return vers


def _relaties_overnemen(oud: models.Model, vers: models.Model) -> None:
    """Keep what was already loaded along foreign keys that did not change: saves queries."""
    for veld in oud._meta.concrete_fields:
        if not isinstance(veld, models.ForeignKey) or not veld.is_cached(oud):  # type: ignore[attr-defined]
            continue
        waarde = veld.get_cached_value(oud)  # type: ignore[attr-defined]
        if waarde is not None and waarde.pk == getattr(vers, veld.attname):
            veld.set_cached_value(vers, waarde)  # type: ignore[attr-defined]


def dossier_van(onderwerp: models.Model | None) -> uuid.UUID | None:
    """The id of the dossier that ``onderwerp`` is or hangs on, if any."""
    if isinstance(onderwerp, Dossier):
        return onderwerp.pk
    for pad in ("dossier_id", "content_object_id"):
        if hasattr(onderwerp, pad):
            return getattr(onderwerp, pad)
    return None


def _dossier_raken(toegang: Toegang, stuk: Any) -> None:
    Dossier._base_manager.filter(pk=dossier_van(stuk)).update(gewijzigd_op=toegang.moment)


def _gelukt_loggen(
    toegang: Toegang, naam: str, resultaat: Any, onderwerp: models.Model | None
) -> None:
    object_ = resultaat if isinstance(resultaat, models.Model) else onderwerp
    dossier_id = dossier_van(object_) or dossier_van(onderwerp)
    log_schrijven(
        toegang,
        Logsoort.HANDELING,
        naam,
        dossier_id=dossier_id,
        onderwerp=object_,
        sleutel=toegang.sleutel if lopende_handeling.get() is None else None,
    )
    soort = object_._meta.label_lower if object_ is not None else ""
    object_id = object_.pk if object_ is not None else None
    transaction.on_commit(
        functools.partial(
            handeling_verricht.send,
            sender=Logregel,
            naam=naam,
            object_soort=soort,
            object_id=object_id,
            dossier_id=dossier_id,
        )
    )


def _niet_dubbel(toegang: Toegang) -> None:
    if toegang.sleutel is None or lopende_handeling.get() is not None:
        return
    eerder = _regels_van(toegang).filter(sleutel=toegang.sleutel).first()
    if eerder is not None:
        raise AlGedaan(eerder)


def _regels_van(toegang: Toegang) -> models.QuerySet[Logregel]:
    """His own lines; who is nobody to the database (an organisation that has not signed) as well."""
    regels = Logregel.objects.filter(medewerker_id=toegang.medewerker_id)
    return regels if toegang.telt_mee else regels.buiten_toegang("eigen regels van wie niet telt")


def _weigering_loggen(toegang: Toegang, naam: str, args: tuple[Any, ...]) -> None:
    onderwerp = args[0] if args and isinstance(args[0], models.Model) else None
    log_schrijven(
        toegang,
        Logsoort.WEIGERING,
        naam,
        dossier_id=dossier_van(onderwerp),
        onderwerp=onderwerp,
        resultaat="geweigerd",
    )


def bouwsteen[**P, R](functie: Callable[P, R]) -> Callable[P, R]:
    """Mark a part of deeds: a write that is no deed of its own and runs only inside one."""

    @functools.wraps(functie)
    def uitvoeren(*args: P.args, **kwargs: P.kwargs) -> R:
        if lopende_handeling.get() is None:
            raise RuntimeError(f"{functie.__name__} hoort in een handeling")
        return functie(*args, **kwargs)

    uitvoeren.bouwsteen = True  # type: ignore[attr-defined]
    return uitvoeren
