"""Every number on Mijn werk is the number of rows on the list that it opens, for every role."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from html import unescape

from django.test import Client
from django.urls import reverse

from convenant.services.taken import taak_toevoegen
from tests.cast import MENSEN, NU, Cast, Speler
from tests.stappen.casus import casus_geopend
from tests.stappen.hele_wereld import hele_wereld

TELLING = re.compile(
    r'<a class="telling [^"]*" href="(?P<url>[^"]+)"><span class="telling__aantal">(?P<aantal>[^<]+)'
    r'</span><span class="telling__label">(?P<label>[^<]+)'
)
NAVIGATIE = re.compile(r'<a class="nav__item[^"]*" href="([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
IN_DE_NAVIGATIE = re.compile(
    r'<span class="nav__label">([^<]+)</span>\s*'
    r'<span class="nav__aantal[^"]*">(\d+)</span>'
)
RIJ = re.compile(r'<tr class="utrecht-table__row">')
VOLGENDE = re.compile(r'href="([^"]+)" rel="next"')
MEER_DAN_EEN_BLADZIJDE = 26


def rijen(client: Client, url: str) -> int:
    """The rows of a list, through all its pages."""
    html, aantal = client.get(url).text, 0
    while True:
        aantal += len(RIJ.findall(html))
        volgende = VOLGENDE.search(html)
        if volgende is None:
            return aantal
        html = client.get(url.partition("?")[0] + unescape(volgende[1])).text


def tellingen(html: str) -> Iterator[tuple[str, str, int]]:
    """What each number says, where it leads, and the number."""
    for gevonden in TELLING.finditer(html):
        yield gevonden["label"], unescape(gevonden["url"]), int(gevonden["aantal"])
    for url, binnenkant in NAVIGATIE.findall(html):
        for label, aantal in IN_DE_NAVIGATIE.findall(binnenkant):
            yield label, unescape(url), int(aantal)


def test_elk_getal_is_het_aantal_rijen_van_zijn_lijst(
    als: Callable[[Speler], Client],
    record_property: Callable[[str, object], None],
) -> None:
    wereld = hele_wereld()
    for nummer in range(MEER_DAN_EEN_BLADZIJDE):
        taak_toevoegen(
            wereld.cast.rik.toegang,
            wereld.casus.dossier,
            titel="Bel de school",
            voor=wereld.cast.rik.hoedanigheid,
            uiterlijk=NU.date() + timedelta(days=nummer - 13),
        )
    for dagen in (-3, 9):
        casus_geopend(wereld.cast, herbeoordeling_op=NU.date() + timedelta(days=dagen))
    anders, gevolgd, meer = [], 0, 0
    for sleutel in MENSEN:
        client = als(getattr(wereld.cast, sleutel))
        for label, url, aantal in tellingen(client.get(reverse("convenant:mijn_werk")).text):
            gevonden = rijen(client, url)
            gevolgd += 1
            meer += gevonden > 0
            if gevonden != aantal:
                anders.append(f"{sleutel}: {label} zegt {aantal}, {url} heeft {gevonden} rijen")
    assert anders == []
    assert gevolgd > 4 * len(MENSEN)
    assert meer > 2 * len(MENSEN)
    record_property("geteld", f"{gevolgd} getallen gevolgd, {meer} met rijen")


def test_een_verkeerd_getal_valt_op(cast: Cast, als: Callable[[Speler], Client]) -> None:
    html = (
        '<a class="telling telling--laat" href="/convenant/taken/?stand=te_laat">'
        '<span class="telling__aantal">3</span><span class="telling__label">te laat</span></a>'
    )
    ((label, url, aantal),) = tellingen(html)
    assert (label, aantal) == ("te laat", 3)
    assert rijen(als(cast.rik), url) == 0
