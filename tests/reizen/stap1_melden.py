"""Steps 1 and 2: three reports, a question, the matching of names, and what the Meldpunt decides."""

from tests.reizen.werkplek import Reis

SCHETS = "Een leerling zegt steeds vaker dat geweld tegen anderen mag."
BELLER = "Een buurman hoort al weken geschreeuw over wraak op de overheid."
LICHT = "Een leerling droeg een sticker van een voetbalclub op zijn tas."
NAAM = {"genoemde_voornaam": "Mohamed", "genoemde_achternaam": "Verzonnen"}
ANDERS = {"genoemde_voornaam": "Muhammad", "genoemde_achternaam": "Verzonnen"}
NOOIT_OPENBAAR = ("Mohamed", "Muhammad", "Verzonnen", "Greet")


def melding_van_school(reis: Reis) -> None:
    """The accounthouder sends a report and gets no sign that anyone is known."""
    sanne = reis.sanne.werk()
    assert not sanne.volgt_naar("meldpunt:zoeken")
    assert not sanne.page.locator("#zoekveld").count()
    sanne.volg("meldpunt:melding_insturen").verstuur(
        situatieschets=SCHETS,
        feiten="Op maandag zei hij dit in de klas; de mentor was erbij.",
        urgentie="hoog",
        meldersoort="school",
        functie="zorgcoördinator",
        terugbelnummer="020 555 0101",
        wil_terugkoppeling=True,
        **NAAM,
    )
    sanne.ziet("Uw melding is ontvangen")
    samira = reis.samira.werk().volg("meldpunt:meldingen").volg("meldpunt:melding_inzien")
    samira.ziet(SCHETS, "Sanne Prins").volg("meldpunt:melding_koppelen")
    samira.ziet("Niemand met een naam die erop lijkt is bekend.")
    samira.verstuur(
        "Koppelen", keuze="nieuw", voornaam="Mohamed", achternaam="Verzonnen", geboortejaar=2004
    )
    reis.onthoud_dossier(genoemd=SCHETS)


def melding_van_beller(reis: Reis) -> None:
    """By telephone, typed first and matched afterwards: another spelling finds the same person."""
    samira = reis.samira.werk().volg("meldpunt:meldingen").volg("meldpunt:melding_registreren")
    fout = samira.geweigerd(
        situatieschets="", melder_naam="Greet Buur", wil_terugkoppeling=True, **ANDERS
    )
    assert "Situatieschets" in fout
    samira.verstuur(
        situatieschets=BELLER,
        urgentie="gewoon",
        meldersoort="burger",
        terugbelnummer="020 555 0102",
    )
    samira.ziet(BELLER, "Greet Buur").volg("meldpunt:melding_koppelen").ziet("Mohamed Verzonnen")
    samira.page.get_by_label("Mohamed Verzonnen").check()
    samira.verstuur("Koppelen")
    samira.volg("meldpunt:terugkoppeling_geven").verstuur(
        tekst="Verteld dat de melding is ontvangen en bekeken."
    )
    samira.volg("meldpunt:melding_duiden").verstuur(
        uitkomst="naar_weging", reden="Past bij een eerdere melding over dezelfde zorg."
    )
    assert reis.dossier_van(BELLER) == reis.dossier_van(SCHETS)


def adviesvraag(reis: Reis) -> None:
    """A question is answered and counted, without a person."""
    samira = reis.samira.werk().volg("meldpunt:adviesvragen")
    samira.volg("meldpunt:adviesvraag_beantwoorden").verstuur(
        kanaal="telefoon",
        meldersoort="school",
        onderwerp="Hoe praat je in de klas over een aanslag in het nieuws?",
        advies="Stel open vragen, en geef ruimte aan twijfel.",
    )
    samira.naar("/meldpunt/adviesvragen/").ziet("Hoe praat je in de klas")


def naar_weging(reis: Reis) -> None:
    """The first report goes to the weging; the melder hears that it was seen."""
    samira = reis.samira.naar("/meldpunt/meldingen/?status=open").volg("meldpunt:melding_inzien")
    samira.ziet(SCHETS).volg("meldpunt:melding_duiden").verstuur(
        uitkomst="naar_weging", reden="Twee melders, los van elkaar, over hetzelfde gedrag."
    )
    samira.volg("meldpunt:terugkoppeling_geven").verstuur(
        tekst="Verteld dat de melding is bekeken."
    )
    reis.sanne.naar("/meldpunt/melding/eigen/").ziet("terugkoppeling gegeven")


def geen_actie(reis: Reis) -> None:
    """*Geen actie* holds only after a second person agreed; who made it may not do that."""
    samira = reis.samira.werk().volg("meldpunt:meldingen").volg("meldpunt:melding_registreren")
    samira.verstuur(situatieschets=LICHT, urgentie="laag", meldersoort="school", anoniem=True)
    samira.volg("meldpunt:melding_koppelen").verstuur("Koppelen", keuze="onbekend")
    samira.volg("meldpunt:melding_duiden").verstuur(
        uitkomst="geen_actie", reden="Een sticker van een club is geen zorg."
    )
    samira.ziet("wacht op tweede persoon")
    assert not samira.volgt_naar("meldpunt:duiding_bevestigen")
    joost = reis.joost.werk().volg("meldpunt:meldingen", "tweede persoon")
    joost.volg("meldpunt:melding_inzien").ziet(LICHT).volg("meldpunt:duiding_bevestigen")
    joost.verstuur(reden="Eens.")
    joost.ziet("bevestigd")
