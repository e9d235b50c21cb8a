"""Charts drawn on the server as SVG, so that a page and a PDF show the same picture.

The SVG holds no style, script or outside reference: it passes the content security policy and
WeasyPrint draws it. Every chart comes with its figures as a table.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree import ElementTree  # parses only what the chart library wrote

import vl_convert
from django.utils.safestring import SafeString, mark_safe

from casusregie.ui import tijd

SVG = "http://www.w3.org/2000/svg"
MERK, LIJN, INKT, ZACHT = "#0a5566", "#d8dfe5", "#16242f", "#4a5a67"
REEKS_KLEUREN = ("#0a5566", "#c07a10", "#5b4b8a", "#1d6b42", "#8fc3cd")
LETTER = "Source Sans 3 Variable, Source Sans 3, sans-serif"
TRAP = ("acuut", "niet", "beperkt", "voldoende", "volledig")
NIET_GETOOND = "niet getoond"
AANTALAS = {"tickMinStep": 1, "tickCount": 5}
LIJN_MARK = {"type": "line", "color": MERK, "strokeWidth": 2}
PUNT_MARK = {"type": "circle", "color": MERK, "size": 55, "opacity": 1}
CONFIG: dict[str, Any] = {
    "background": None,
    "font": LETTER,
    "view": {"stroke": None},
    "axis": {
        "labelColor": ZACHT,
        "titleColor": ZACHT,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "gridColor": LIJN,
        "domainColor": LIJN,
        "tickColor": LIJN,
    },
    "header": {"labelColor": INKT, "labelFontSize": 13, "labelFontWeight": 600},
    "legend": {
        "labelColor": INKT,
        "labelFontSize": 13,
        "title": None,
        "orient": "top",
        "offset": 16,
    },
}


@dataclass(frozen=True)
class Grafiek:
    """A chart with its title and the same figures as a table (headings and rows of words)."""

    svg: SafeString
    titel: str
    koppen: Sequence[str]
    rijen: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Reeks:
    """The measurements of one life domain: day and step 1 (acuut) to 5 (volledig), None unknown."""

    label: str
    punten: Sequence[tuple[date, int | None]]


def verloop(
    reeksen: Sequence[Reeks],
    *,
    titel: str = "Verloop per leefdomein",
    stappen: Sequence[str] = TRAP,
    kolommen: int = 3,
    id: str = "verloop",
) -> Grafiek:
    """Small multiples of steps over time, one per life domain, each on the same scale.

    A chart per domain and no line over all of them: steps are never added up. Where nothing was
    measured the line is broken, for unknown is not the same as unchanged.
    """
    waarden = [
        {"domein": reeks.label, "dag": dag.isoformat(), "stap": stap}
        for reeks in reeksen
        for dag, stap in reeks.punten
    ]
    woorden = ",".join(f"'{woord}'" for woord in stappen)
    spec = {
        "data": {"values": waarden},
        "facet": {
            "field": "domein",
            "type": "nominal",
            "title": None,
            "sort": [reeks.label for reeks in reeksen],
            "header": {"labelAnchor": "start", "labelPadding": 6},
        },
        "columns": kolommen,
        "spacing": {"row": 22, "column": 26},
        "spec": {
            "width": 185,
            "height": 96,
            "encoding": {
                "x": _tijdas([w["dag"] for w in waarden]),
                "y": {
                    "field": "stap",
                    "type": "quantitative",
                    "title": None,
                    "scale": {"domain": [0.7, len(stappen) + 0.3], "nice": False},
                    "axis": {
                        "values": list(range(1, len(stappen) + 1)),
                        "labelExpr": f"[{woorden}][datum.value - 1]",
                        "ticks": False,
                        "domain": False,
                        "labelPadding": 6,
                    },
                },
            },
            "layer": [
                {"mark": {**LIJN_MARK, "invalid": "break-paths-filter-domains"}},
                {"mark": {**PUNT_MARK, "invalid": "filter"}},
            ],
        },
    }
    dagen = sorted({dag for reeks in reeksen for dag, _ in reeks.punten})
    rijen = [_rij(reeks, dagen, stappen) for reeks in reeksen]
    koppen = ["Leefdomein", *map(tijd.dag_maand_jaar, dagen)]
    beschrijving = "; ".join(f"{rij[0]}: {_laatste(rij)}" for rij in rijen)
    return Grafiek(_tekenen(spec, titel, beschrijving, id), titel, koppen, rijen)


def staven(
    punten: Sequence[tuple[str, int | None]] | Sequence[tuple[str, int, str]],
    *,
    titel: str,
    eenheid: str = "aantal",
    id: str = "staven",
    breedte: int = 640,
) -> Grafiek:
    """Bars of counts per month or kind, in the given order; a third value splits each bar.

    A count of ``None`` is not shown: its name stays, so that an axis of time has no holes.
    """
    gesplitst = any(len(punt) == 3 for punt in punten)
    waarden: list[dict[str, Any]] = [
        {"kop": str(p[0]), "n": p[1], "reeks": p[2] if len(p) == 3 else eenheid}
        for p in punten
        if p[1] is not None
    ]
    verzwegen = [str(p[0]) for p in punten if p[1] is None]
    soorten = list(dict.fromkeys(w["reeks"] for w in waarden)) or [eenheid]
    koppen = list(dict.fromkeys(str(p[0]) for p in punten))
    kleur: dict[str, Any] = {"value": MERK}
    if gesplitst:
        kleur = {
            "field": "reeks",
            "type": "nominal",
            "scale": {"domain": soorten, "range": list(REEKS_KLEUREN[: len(soorten)])},
        }
    ruimte = max(90, breedte // max(len(koppen), 1))
    x = {
        "field": "kop",
        "type": "nominal",
        "sort": koppen,
        "scale": {"domain": koppen},
        "title": None,
        "axis": {"labelAngle": 0, "labelLimit": ruimte, "labelOverlap": True, "ticks": False},
    }
    totaal = {"aggregate": "sum", "field": "n", "type": "quantitative"}
    spec = {
        "data": {"values": waarden},
        "width": breedte,
        "height": 200,
        "encoding": {"x": x},
        "layer": [
            {
                "mark": {"type": "bar", "cornerRadiusEnd": 2, "width": {"band": 0.7}},
                "encoding": {
                    "y": {**totaal, "title": eenheid, "axis": AANTALAS},
                    "color": kleur,
                },
            },
            {
                "mark": {"type": "text", "dy": -8, "color": INKT, "fontSize": 12},
                "encoding": {"y": totaal, "text": totaal},
            },
            _verzwegen(verzwegen, {"dy": -8}, {"y": {"datum": 0}}),
        ],
    }
    tabel = {kop: dict.fromkeys(soorten, 0) for kop in koppen}
    for w in waarden:
        tabel[w["kop"]][w["reeks"]] += w["n"]
    rijen = [
        [kop, *([NIET_GETOOND] * len(soorten) if kop in verzwegen else map(str, per.values()))]
        for kop, per in tabel.items()
    ]
    delen = [f"{w['kop']} {w['reeks']}: {w['n']}" for w in waarden]
    beschrijving = "; ".join([*delen, *(f"{kop}: {NIET_GETOOND}" for kop in verzwegen)])
    return Grafiek(_tekenen(spec, titel, beschrijving, id), titel, ["", *soorten], rijen)


def liggend(
    punten: Sequence[tuple[str, int | None]],
    *,
    titel: str,
    eenheid: str = "aantal",
    id: str = "liggend",
    breedte: int = 420,
) -> Grafiek:
    """Lying bars of counts per kind, in the given order: long names stay readable.

    A count of ``None`` is not shown, but its kind is named.
    """
    koppen = [kop for kop, _ in punten]
    soort = {
        "field": "kop",
        "type": "nominal",
        "sort": koppen,
        "scale": {"domain": koppen},
        "title": None,
        "axis": {"labelLimit": 260, "ticks": False, "domain": False, "labelPadding": 8},
    }
    aantal = {"field": "n", "type": "quantitative"}
    spec = {
        "data": {"values": [{"kop": kop, "n": n} for kop, n in punten if n is not None]},
        "width": breedte,
        "height": {"step": 26},
        "encoding": {"y": soort},
        "layer": [
            {
                "mark": {
                    "type": "bar",
                    "color": MERK,
                    "cornerRadiusEnd": 2,
                    "height": {"band": 0.65},
                },
                "encoding": {"x": {**aantal, "title": eenheid, "axis": AANTALAS}},
            },
            {
                "mark": {"type": "text", "dx": 6, "align": "left", "color": INKT, "fontSize": 12},
                "encoding": {"x": aantal, "text": aantal},
            },
            _verzwegen(
                [kop for kop, n in punten if n is None],
                {"dx": 6, "align": "left"},
                {"x": {"datum": 0}},
            ),
        ],
    }
    rijen = [[kop, NIET_GETOOND if n is None else str(n)] for kop, n in punten]
    beschrijving = "; ".join(f"{kop}: {woord}" for kop, woord in rijen)
    return Grafiek(_tekenen(spec, titel, beschrijving, id), titel, ["", eenheid], rijen)


def _verzwegen(
    koppen: Sequence[str], plaats: dict[str, Any], bij_nul: dict[str, Any]
) -> dict[str, Any]:
    """The words in the place of a bar whose count is not shown."""
    return {
        "data": {"values": [{"kop": kop, "woord": NIET_GETOOND} for kop in koppen]},
        "mark": {"type": "text", "color": ZACHT, "fontSize": 12, **plaats},
        "encoding": {**bij_nul, "text": {"field": "woord"}},
    }


def _tijdas(dagen: Sequence[str]) -> dict[str, Any]:
    return {
        "field": "dag",
        "type": "temporal",
        "title": None,
        "scale": {"type": "utc", "padding": 8},
        "axis": {
            "format": "%b %Y",
            "tickCount": 3,
            "grid": False,
            "labelOverlap": True,
            "values": _enkele(sorted(set(dagen))),
        },
    }


def _enkele(dagen: Sequence[str]) -> list[str]:
    """First and last day: enough to read a small chart by."""
    return [dagen[0], dagen[-1]] if len(dagen) > 1 else list(dagen)


def _rij(reeks: Reeks, dagen: Sequence[date], stappen: Sequence[str]) -> list[str]:
    per_dag = dict(reeks.punten)
    woorden = [
        stappen[stap - 1] if (stap := per_dag.get(dag)) is not None else "niet gemeten"
        for dag in dagen
    ]
    return [reeks.label, *woorden]


def _laatste(rij: Sequence[str]) -> str:
    return rij[-1] if len(rij) > 1 else "niet gemeten"


def _tekenen(spec: dict[str, Any], titel: str, beschrijving: str, id: str) -> SafeString:
    ruw = vl_convert.vegalite_to_svg(
        spec, config=CONFIG, time_format_locale="nl-NL", allowed_base_urls=[]
    )
    ElementTree.register_namespace("", SVG)
    wortel = ElementTree.fromstring(ruw)  # noqa: S314
    for element in wortel.iter():
        for naam in [n for n in element.attrib if n in {"role", "style"} or n.startswith("aria-")]:
            del element.attrib[naam]
    for naam in ("width", "height", "version", "class"):
        wortel.attrib.pop(naam, None)
    veilig_id = re.sub(r"[^a-z0-9-]", "-", id.lower())
    wortel.attrib |= {
        "role": "img",
        "aria-labelledby": f"{veilig_id}-titel {veilig_id}-uitleg",
        "focusable": "false",
    }
    for plek, (soort, tekst, achter) in enumerate(
        [("title", titel, "titel"), ("desc", beschrijving, "uitleg")]
    ):
        element = ElementTree.Element(f"{{{SVG}}}{soort}", {"id": f"{veilig_id}-{achter}"})
        element.text = tekst
        wortel.insert(plek, element)
    return mark_safe(ElementTree.tostring(wortel, encoding="unicode"))  # noqa: S308
