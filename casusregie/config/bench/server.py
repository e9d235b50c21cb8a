"""The list page through the real web server: processor time of a core for each page."""

import http.client
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from casusregie.config import embedded
from casusregie.config.bench.tabel import Meting
from casusregie.config.bench.wereld import Gebruiker, OnverwachtError, Wereld
from casusregie.config.demo import children

PER_KERN = 35
VRAGERS = 4


def meten(wereld: Wereld) -> list[Meting]:
    """The time that a core spends on a page; 35 pages a second is 28.6 ms."""
    omgeving = os.environ | {"CASUSREGIE_ENV": wereld.schaal.server}
    if wereld.schaal.server == "demo":
        _opmaak(omgeving)
    # Each process has to warm up by itself, which is most of the work of the smallest run.
    kernen = (os.cpu_count() or 1) if wereld.schaal.server == "demo" else 1
    with _server(omgeving, kernen) as poort:
        seconden, aantal = _belast(wereld.gebruikers[-1], poort, wereld.schaal.rondes)
    per_seconde = aantal / seconden / kernen
    print(f"{per_seconde:.1f} lijsten per seconde per kern (streven {PER_KERN}, {kernen} kernen)")
    return [
        Meting("rekentijd van een kern per lijst, echte server", 1000 / per_seconde, None, "ms")
    ]


def _opmaak(omgeving: dict[str, str]) -> None:
    opdracht = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"]
    subprocess.run(opdracht, cwd=embedded.PROJECT_DIR, env=omgeving, check=True)  # noqa: S603


@contextmanager
def _server(omgeving: dict[str, str], kernen: int) -> Iterator[int]:
    poort = embedded.free_port()
    opdracht: list[str | Path] = [
        *(sys.executable, "-m", "gunicorn", "casusregie.config.wsgi:application"),
        *("--bind", f"127.0.0.1:{poort}", "--workers", str(kernen), "--worker-class", "sync"),
        *("--preload", "--no-control-socket"),
    ]
    web = children.start("bench-web", opdracht, settings.DATA_DIR, env=omgeving)
    try:
        _wacht(web, poort)
        yield poort
    finally:
        web.stop()


def _wacht(web: children.Child, poort: int) -> None:
    uiterlijk = time.monotonic() + 60
    while time.monotonic() < uiterlijk and web.alive():
        try:
            _vraag(poort, "/healthz/", "")
            return
        except OSError:
            time.sleep(0.05)
    raise OnverwachtError("de webserver antwoordt niet")


def _belast(gebruiker: Gebruiker, poort: int, rondes: int) -> tuple[float, int]:
    url, sessie = reverse("casusregie:casussen"), gebruiker.client.cookies
    koek = "; ".join(f"{naam}={waarde.value}" for naam, waarde in sessie.items())
    fouten: list[int] = []

    def vrager(keer: int) -> None:
        for _ in range(keer):
            status = _vraag(poort, url, koek)
            if status != 200:
                fouten.append(status)

    _allen(vrager, 3)
    begin = time.perf_counter()
    _allen(vrager, rondes * 4)
    seconden = time.perf_counter() - begin
    if fouten:
        raise OnverwachtError(f"de lijst antwoordt {fouten[0]}")
    return seconden, VRAGERS * rondes * 4


def _allen(vrager: object, keer: int) -> None:
    draden = [threading.Thread(target=vrager, args=(keer,)) for _ in range(VRAGERS)]  # type: ignore[arg-type]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()


def _vraag(poort: int, url: str, koek: str) -> int:
    verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=60)
    try:
        verbinding.request("GET", url, headers={"Cookie": koek, "Host": "localhost"})
        antwoord = verbinding.getresponse()
        antwoord.read()
        return antwoord.status
    finally:
        verbinding.close()
