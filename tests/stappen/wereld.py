"""One small world in which every form of the application stands open for somebody."""

from datetime import timedelta
from functools import cached_property

from beoordeling.models import Beoordeling, Bevraging, Informatie, Weging, Wegingsbijdrage
from beoordeling.services.embargo import embargo_herzien
from beoordeling.services.informatie import informatie_corrigeren
from beoordeling.services.zorgdeling import toestemming_intrekken
from casusregie.enums import Gezag
from casusregie.models import (
    Agendapunt,
    Besluit,
    Besluitnota,
    Casus,
    Informering,
    Interventie,
    Overleg,
    Partneradvies,
    Pauze,
    Plan,
    Plandoel,
    Uitstroomvoorwaarde,
    Veiligheidswaarschuwing,
)
from casusregie.services.afschaling import afschaling_voorstellen
from casusregie.services.agenda import agendapunt_toevoegen
from casusregie.services.besluit import besluit_op_papier_vastleggen
from casusregie.services.besluitnota import besluitnota_aanbieden, besluitnota_opstellen
from casusregie.services.interventie import interventie_inzetten, interventie_voorstellen
from casusregie.services.overleg import aanwezigheid_vastleggen, overleg_openen, overleg_plannen
from casusregie.services.overlegbesluit import agendapunt_bespreken
from casusregie.services.pauze import casus_pauzeren
from casusregie.services.plan import plan_voorleggen
from casusregie.services.waarschuwing import waarschuwing_plaatsen
from convenant.enums import Categorie, Fase, Niveau, Rol, Voorwaarde
from convenant.models import (
    Belangenconflict,
    Betrokkenheid,
    Convenantversie,
    Deelregel,
    Dossier,
    Embargo,
    Grondslag,
    Hoedanigheid,
    Ingewijde,
    Medewerker,
    Noodtoegang,
    Ondertekening,
    Taak,
    Terughaalpost,
    Toegangsaanvraag,
    Vervanging,
    Verzegeling,
    Wissing,
    Zorgdeling,
)
from convenant.services.convenantversie import (
    convenantversie_bevestigen,
    convenantversie_opstellen,
    convenantversie_vaststellen,
    deelregel_toevoegen,
)
from convenant.services.noodtoegang import noodtoegang_nemen
from convenant.services.taken import taak_toevoegen
from convenant.services.toegangsaanvraag import toegang_aanvragen
from convenant.services.vervanging import vervanging_regelen
from convenant.services.verzegeling import ontzegelen_vragen
from convenant.toegang import Toegang
from meldpunt.enums import Duidinguitkomst
from meldpunt.models import Duiding, Melding, Persoon
from monitoring.models import Incident, Vrijgave
from monitoring.services.incidenten import incident_intrekken
from tests.cast import LANG, NU, Cast
from tests.stappen import (
    beoordeling,
    besluit,
    casus,
    embargo,
    meldpunt,
    monitoring,
    verzegeling,
    wissing,
    zorg,
)

TERUG = {"melder": {"naam": "Greet", "terugbelnummer": "06 1", "wil_terugkoppeling": True}}
AFSCHALING = {
    "aanleiding": "De voorwaarden zijn gehaald",
    "doel": "Werk en een huis",
    "proportionaliteit": "Niet meer nodig",
    "subsidiariteit": "Het wijkteam neemt het over",
}


class Wereld:
    """Every property is a stuk in the state that some form asks for, made when first named."""

    def __init__(self) -> None:
        self.cast = Cast()
        self.cast.iedereen()

    # Convenant

    @cached_property
    def ondertekening(self) -> Ondertekening:
        return self.cast.organisatie("andere_school").ondertekeningen.get()

    @cached_property
    def tekening_ggz(self) -> Ondertekening:
        return self.cast.organisatie("ggz").ondertekeningen.get()

    @cached_property
    def conceptversie(self) -> Convenantversie:
        return convenantversie_opstellen(self.cast.paula.toegang, toelichting="Nieuwe afspraken")

    @cached_property
    def grondslag(self) -> Grondslag:
        return Grondslag.objects.order_by("code")[0]

    @cached_property
    def deelregel(self) -> Deelregel:
        return self.conceptversie.deelregels.get(artikel="5.3")

    @cached_property
    def verruiming(self) -> Deelregel:
        """Opens nothing that is there: police data that a GGZ recorded."""
        paula, leo = self.cast.paula.toegang, self.cast.leo.toegang
        concept = convenantversie_opstellen(paula, toelichting="Een regel met een bron")
        regel = deelregel_toevoegen(
            paula,
            concept,
            artikel="5.9",
            rol=Rol.PARTNER,
            categorieen=[Categorie.POLITIEGEGEVEN],
            fasen=[Fase.UITVOERING],
            niveau=Niveau.PROCES,
            voorwaarde=Voorwaarde.BETROKKEN,
            bron_organisatie=self.cast.organisatie("ggz"),
            doel="Taak in de casus",
            grondslag=Grondslag.objects.get(code="pga"),
        )
        convenantversie_bevestigen(leo, convenantversie_vaststellen(paula, concept))
        regel.refresh_from_db()
        return regel

    @cached_property
    def versie_wacht(self) -> Convenantversie:
        paula = self.cast.paula.toegang
        concept = convenantversie_opstellen(paula, toelichting="Een andere afspraak")
        return convenantversie_vaststellen(paula, concept)

    # Meldpunt

    @cached_property
    def melding_nieuw(self) -> Melding:
        return meldpunt.melding_geregistreerd(self.cast, **TERUG)

    @cached_property
    def melding_gekoppeld(self) -> Melding:
        return meldpunt.melding_gekoppeld(self.cast)

    @cached_property
    def duiding_wacht(self) -> Duiding:
        return meldpunt.melding_geduid(self.cast, uitkomst=Duidinguitkomst.GEEN_ACTIE)

    @cached_property
    def melding_met_melder(self) -> Melding:
        melding = meldpunt.melding_geregistreerd(self.cast, **TERUG)
        meldpunt.melding_geduid(self.cast, meldpunt.melding_gekoppeld(self.cast, melding))
        return melding

    @cached_property
    def persoon(self) -> Persoon:
        dossier = self.casus.dossier
        return Persoon.objects.voor(self.cast.rik.toegang).get(dossier=dossier)

    # Beoordeling

    @cached_property
    def te_wegen(self) -> Dossier:
        return beoordeling.dossier_in_fase(self.cast)

    @cached_property
    def weging_open(self) -> Weging:
        return beoordeling.weging_gestart(self.cast)

    @cached_property
    def bijdrage(self) -> Wegingsbijdrage:
        return beoordeling.bijdrage_van(self.cast.gemma, self.weging_open)

    @cached_property
    def weging_gesloten(self) -> Weging:
        return beoordeling.weging_gesloten(self.cast)

    @cached_property
    def in_regie(self) -> Dossier:
        return beoordeling.dossier_in_regie(self.cast)

    @cached_property
    def informatie(self) -> Informatie:
        dossier = self.in_regie
        return beoordeling.contact_vastgelegd(self.cast.rik, dossier)

    @cached_property
    def van_zorg(self) -> Informatie:
        """Something that care tells, and shares with nobody."""
        return beoordeling.contact_vastgelegd(self.cast.zoe, self.casus_met_zorg)

    @cached_property
    def casus_met_zorg(self) -> Dossier:
        """Where care shares something with the reclassering, and something else with nobody."""
        return beoordeling.dossier_in_regie(self.cast)

    @cached_property
    def zorgdeling(self) -> Zorgdeling:
        """With consent on paper, to the reclassering; the gemeente withdrew its own."""
        zoe, ron, rik = self.cast.zoe, self.cast.ron, self.cast.rik
        item = beoordeling.contact_vastgelegd(zoe, self.casus_met_zorg)
        _, ingetrokken = zorg.toestemming_gegeven(
            zoe, item, ron, rik, wijze="schriftelijk", scan=besluit.scan()
        )
        toestemming_intrekken(
            zoe.toegang, item.dossier, intrekwijze="Gezegd", toestemming=ingetrokken
        )
        zorg.conflict_afgewogen(zoe, item, rik)
        lopend = Zorgdeling.objects.voor(zoe.toegang).filter(grond="toestemming")
        return lopend.get(stuk_id=item.pk, ontvanger=ron.organisatie)

    @cached_property
    def gedeeld_door_zorg(self) -> Informatie:
        return Informatie.objects.voor(self.cast.zoe.toegang).get(pk=self.zorgdeling.stuk_id)

    @cached_property
    def embargo(self) -> Embargo:
        """Visible, on what the gemeente itself recorded."""
        dossier = beoordeling.dossier_in_regie(self.cast)
        item = beoordeling.contact_vastgelegd(self.cast.rik, dossier)
        return embargo.embargo_gelegd(self.cast, item, "zichtbaar", wie=self.cast.rik)

    @cached_property
    def ingetrokken(self) -> Informatie:
        dossier = beoordeling.dossier_in_regie(self.cast)
        item = beoordeling.contact_vastgelegd(self.cast.rik, dossier)
        return wissing.ingetrokken(self.cast.rik, item)

    @cached_property
    def wissing(self) -> Wissing:
        """Of an item of the gemeente: Rik asked it of Paula."""
        dossier = beoordeling.dossier_in_regie(self.cast)
        item = beoordeling.contact_vastgelegd(self.cast.rik, dossier)
        item = wissing.ingetrokken(self.cast.rik, item)
        return wissing.wissen_gevraagd(self.cast.rik, item, self.cast.paula)

    @cached_property
    def verborgen(self) -> Informatie:
        """What the police told everyone who weighs, and hid afterwards."""
        gewoon = Categorie.GEWOON
        return beoordeling.contact_vastgelegd(self.cast.piet, self.te_wegen, categorie=gewoon)

    @cached_property
    def verborgen_embargo(self) -> Embargo:
        piet, pieter = self.cast.piet, self.cast.pieter
        gelegd = embargo.embargo_gelegd(
            self.cast, self.verborgen, "verborgen", wie=piet, bewaarder=pieter
        )
        return embargo_herzien(
            pieter.toegang,
            gelegd,
            uitkomst="verlengd",
            reden="Nog nodig",
            tot=gelegd.tot + timedelta(days=5),
        )

    @cached_property
    def bevraging(self) -> Bevraging:
        dossier = beoordeling.dossier_in_fase(self.cast)
        vragen = beoordeling.bevraagd(self.cast, dossier, self.cast.ron, self.cast.zoe, dagen=0)
        return vragen[0]

    @cached_property
    def bevraging_beantwoord(self) -> Bevraging:
        """By Ron of the reclassering, who is not involved in the dossier."""
        vraag = beoordeling.bevraagd(
            self.cast, beoordeling.dossier_in_fase(self.cast), self.cast.ron
        )[0]
        return beoordeling.bevraging_beantwoord(self.cast.ron, vraag)

    @cached_property
    def antwoord(self) -> Informatie:
        items = Informatie.objects.voor(self.cast.ron.toegang)
        return items.get(antwoord_op=self.bevraging_beantwoord)

    @cached_property
    def beoordeling_begonnen(self) -> Beoordeling:
        return beoordeling.beoordeling_gestart(
            self.cast, beoordeling.dossier_in_regie(self.cast), self.cast.rik
        )

    @cached_property
    def beoordeling_ingevuld(self) -> Beoordeling:
        begonnen = beoordeling.beoordeling_gestart(
            self.cast, beoordeling.dossier_in_regie(self.cast)
        )
        return beoordeling.beoordeling_ingevuld(self.cast, begonnen)

    @cached_property
    def beoordeling_voorgelegd(self) -> Beoordeling:
        return beoordeling.beoordeling_voorgelegd(
            self.cast, beoordeling.dossier_in_regie(self.cast)
        )

    # Besluit

    @cached_property
    def gewogen(self) -> Dossier:
        return besluit.gewogen_dossier(self.cast)

    @cached_property
    def nota_begonnen(self) -> Besluitnota:
        dossier = besluit.gewogen_dossier(self.cast)
        return besluitnota_opstellen(
            self.cast.bas.toegang, dossier, **besluit.notagegevens(self.cast)
        )

    @cached_property
    def nota_aangeboden(self) -> Besluitnota:
        return besluit.nota_aangeboden(self.cast)

    @cached_property
    def besluit_wacht(self) -> Besluit:
        return besluit.besluit_wacht(self.cast)

    @cached_property
    def besluit_op_papier(self) -> Besluit:
        return besluit_op_papier_vastleggen(
            self.cast.bas.toegang,
            besluit.nota_aangeboden(self.cast),
            uitkomst="aanpak",
            genomen_door=self.cast.femke.hoedanigheid,
            genomen_op=NU.date(),
            scan=besluit.scan(),
        )

    @cached_property
    def nota_afschaling(self) -> Besluitnota:
        klaar = self._klaar_voor_afschaling()
        nota = afschaling_voorstellen(self.cast.rik.toegang, klaar, **AFSCHALING)
        return besluitnota_aanbieden(self.cast.bas.toegang, nota)

    @cached_property
    def advies_gevraagd(self) -> Partneradvies:
        casus_ = self._klaar_voor_afschaling()
        casus.partner_betrokken(self.cast, casus_, self.cast.zoe)
        nota = afschaling_voorstellen(self.cast.rik.toegang, casus_, **AFSCHALING)
        return Partneradvies.objects.voor(self.cast.zoe.toegang).get(nota=nota)

    # Overleg

    @cached_property
    def overleg_gepland(self) -> Overleg:
        return self._overleg_over(days=7)

    @cached_property
    def overleg_bezig(self) -> Overleg:
        meldpunt.melding_afgedaan(self.cast)
        overleg = besluit.overleg_met_weging(self.cast)
        return overleg_openen(self.cast.paula.toegang, overleg)

    @cached_property
    def punt(self) -> Agendapunt:
        punten = Agendapunt.objects.voor(self.cast.paula.toegang)
        return punten.filter(overleg=self.overleg_bezig, weging__isnull=False).earliest("volgorde")

    @cached_property
    def overleg_besproken(self) -> Overleg:
        paula = self.cast.paula.toegang
        overleg = overleg_openen(paula, self._overleg_over(hours=2))
        punt = Agendapunt.objects.voor(paula).get(overleg=overleg)
        agendapunt_bespreken(paula, punt, besluittekst="Geen vragen.")
        aanwezig = {self.cast.organisatie("om"): self.cast.olga.hoedanigheid}
        return aanwezigheid_vastleggen(paula, overleg, aanwezig=aanwezig)

    def _overleg_over(self, **delta: int) -> Overleg:
        paula = self.cast.paula.toegang
        overleg = overleg_plannen(paula, begint_op=NU + timedelta(**delta))
        agendapunt_toevoegen(paula, overleg, onderwerp="Rondvraag")
        return overleg

    # Casus en plan

    @cached_property
    def casus(self) -> Casus:
        geopend = casus.casus_geopend(self.cast)
        casus.partner_betrokken(self.cast, geopend, self.cast.zoe)
        return geopend

    @cached_property
    def casus_klaar(self) -> Casus:
        return self._klaar_voor_afschaling()

    @cached_property
    def casus_in_nazorg(self) -> Casus:
        geopend = casus.casus_geopend(self.cast)
        geopend.dossier.fase = Fase.NAZORG
        geopend.dossier.save()
        casus.taken_gedaan(self.cast, geopend)
        return geopend

    @cached_property
    def betrokkenheid(self) -> Betrokkenheid:
        dossier, zoe = self.casus.dossier, self.cast.zoe.hoedanigheid
        rijen = Betrokkenheid.objects.voor(self.cast.rik.toegang)
        return rijen.get(content_object=dossier, hoedanigheid=zoe)

    @cached_property
    def incident(self) -> Incident:
        return monitoring.incident_gemeld(self.cast.rik.toegang, self.casus.dossier)

    @cached_property
    def incident_ingetrokken(self) -> Incident:
        rik = self.cast.rik.toegang
        incident = monitoring.incident_gemeld(rik, self.casus.dossier)
        return incident_intrekken(rik, incident, reden="Het ging om een ander")

    @cached_property
    def taak(self) -> Taak:
        dossier = self.casus.dossier
        return taak_toevoegen(
            self.cast.rik.toegang,
            dossier,
            titel="Bel de school",
            toelichting="",
            voor=self.cast.zoe.hoedanigheid,
            uiterlijk=NU.date() + timedelta(days=3),
        )

    @cached_property
    def taak_zonder_dossier(self) -> Taak:
        """Work for somebody who may know nothing else of the dossier."""
        return taak_toevoegen(
            self.cast.rik.toegang,
            self.casus.dossier,
            titel="Bel de wijkagent",
            toelichting="",
            voor=self.cast.ron.hoedanigheid,
            uiterlijk=NU.date() + timedelta(days=3),
        )

    @cached_property
    def terughaalpost(self) -> Terughaalpost:
        dossier = beoordeling.dossier_in_regie(self.cast)
        item = beoordeling.contact_vastgelegd(self.cast.rik, dossier)
        informatie_corrigeren(
            self.cast.rik.toegang, item, reden="Verkeerde dag", gebeurd_op=NU.date()
        )
        posten = Terughaalpost.objects.voor(self.cast.ron.toegang)
        return posten.get(stuk_id=item.pk, organisatie=self.cast.ron.organisatie)

    @cached_property
    def noodtoegang(self) -> Noodtoegang:
        return self._noodtoegang(self.cast.olga.toegang, uren=3)

    @cached_property
    def noodtoegang_voorbij(self) -> Noodtoegang:
        return self._noodtoegang(self.cast.ruben.op(NU - timedelta(hours=2)), uren=1)

    @cached_property
    def toegangsaanvraag(self) -> Toegangsaanvraag:
        return toegang_aanvragen(
            self.cast.piet.toegang,
            self.casus.dossier,
            doel="Overdracht aan de wijkagent",
            tot=NU.date() + timedelta(days=30),
        )

    def _noodtoegang(self, toegang: Toegang, uren: int) -> Noodtoegang:
        nummer = self.casus.dossier.nummer
        return noodtoegang_nemen(toegang, nummer=nummer, reden="Crisis", uren=uren)

    @cached_property
    def verzegeld(self) -> Verzegeling:
        """A case that only Paula, Rik and Leo may know of."""
        cast, geopend = self.cast, casus.casus_geopend(self.cast)
        return verzegeling.verzegeld(cast.paula, geopend.dossier, cast.rik, cast.leo)

    @cached_property
    def ingewijde(self) -> Ingewijde:
        rijen = Ingewijde.objects.voor(self.cast.paula.toegang)
        return rijen.get(verzegeling=self.verzegeld, hoedanigheid=self.cast.rik.hoedanigheid)

    @cached_property
    def te_ontzegelen(self) -> Verzegeling:
        cast, dossier = self.cast, beoordeling.dossier_in_fase(self.cast)
        gevraagd = verzegeling.verzegeld(cast.paula, dossier, cast.leo)
        return ontzegelen_vragen(cast.leo.toegang, gevraagd, reden="Niet meer nodig")

    @cached_property
    def onbeheerd(self) -> Verzegeling:
        """Its only procesregisseur knows the person."""
        dossier = beoordeling.dossier_in_fase(self.cast)
        gesloten = verzegeling.verzegeld(self.cast.pieter, dossier)
        verzegeling.kent_de_persoon(self.cast.pieter, dossier)
        return gesloten

    @cached_property
    def conflict(self) -> Belangenconflict:
        return verzegeling.kent_de_persoon(self.cast.joost, self.casus.dossier)

    @cached_property
    def waarschuwing(self) -> Veiligheidswaarschuwing:
        dossier = self.casus.dossier
        return waarschuwing_plaatsen(
            self.cast.rik.toegang,
            dossier,
            tekst="Nooit alleen op huisbezoek.",
            tot=NU.date() + timedelta(days=30),
        )

    @cached_property
    def pauze(self) -> Pauze:
        geopend = casus.casus_geopend(self.cast)
        return casus_pauzeren(
            self.cast.rik.toegang,
            geopend,
            reden="Lang in het ziekenhuis",
            eigenaar=self.cast.rik.hoedanigheid,
            tot=NU.date() + timedelta(days=30),
        )

    @cached_property
    def informering(self) -> Informering:
        dossier = self.casus.dossier
        return Informering.objects.voor(self.cast.rik.toegang).get(dossier=dossier)

    @cached_property
    def voorwaarde(self) -> Uitstroomvoorwaarde:
        dossier = self.casus.dossier
        rijen = Uitstroomvoorwaarde.objects.voor(self.cast.rik.toegang)
        return rijen.filter(dossier=dossier).earliest("volgorde")

    @cached_property
    def _plan_en_doel(self) -> tuple[Plan, Plandoel]:
        return casus.plan_met_doel(self.cast, casus.casus_geopend(self.cast))

    @property
    def plan(self) -> Plan:
        return self._plan_en_doel[0]

    @property
    def doel(self) -> Plandoel:
        return self._plan_en_doel[1]

    @cached_property
    def plan_voorgelegd(self) -> Plan:
        plan, _ = casus.plan_met_doel(self.cast, casus.casus_geopend(self.cast))
        return plan_voorleggen(self.cast.rik.toegang, plan)

    @cached_property
    def doel_vastgesteld(self) -> Plandoel:
        return casus.plan_vastgesteld(self.cast, casus.casus_geopend(self.cast))[1]

    @cached_property
    def interventie_voorgesteld(self) -> Interventie:
        gekozen = casus.instrument("MENTOR_ONEONONE")
        doel = self.doel_vastgesteld
        return interventie_voorstellen(self.cast.rik.toegang, doel, instrument=gekozen)

    @cached_property
    def interventie_klaar(self) -> Interventie:
        return casus.interventie_voorbereid(self.cast, self.doel_vastgesteld, "GEBIEDSVERBOD")

    @cached_property
    def interventie_loopt(self) -> Interventie:
        klaar = casus.interventie_voorbereid(self.cast, self.doel_vastgesteld, "GEBIEDSVERBOD")
        return interventie_inzetten(
            self.cast.rik.toegang,
            klaar,
            van=NU.date(),
            tot=NU.date() + timedelta(days=30),
            gezag=Gezag.BURGEMEESTER,
            besluit_op=NU.date(),
            kenmerk="B-1",
        )

    def _klaar_voor_afschaling(self) -> Casus:
        geopend = casus.casus_geopend(self.cast)
        casus.beoordeling_vastgesteld(self.cast, geopend)
        casus.voorwaarden_gehaald(self.cast, geopend)
        return geopend

    # Monitoring en accounts

    @cached_property
    def vrijgave(self) -> Vrijgave:
        return monitoring.tekst_vrijgegeven(self.cast.paula.toegang, self.casus.dossier)

    @cached_property
    def medewerker(self) -> Medewerker:
        return self.cast.ruben.medewerker

    @cached_property
    def gesloten_medewerker(self) -> Medewerker:
        medewerker = Medewerker.objects.create(
            naam="Gerard Oud", email="gerard@voorbeeld.test", is_active=False, gesloten_op=NU
        )
        Hoedanigheid.objects.create(
            medewerker=medewerker,
            rol=Rol.CASUSREGISSEUR,
            organisatie=self.cast.ruben.organisatie,
            van=NU.date(),
            bevestigd_tot=LANG,
        )
        return medewerker

    @cached_property
    def hoedanigheid(self) -> Hoedanigheid:
        return self.cast.ruben.hoedanigheid

    @cached_property
    def eigen_plek(self) -> Hoedanigheid:
        return self.cast.wendy.hoedanigheid

    @cached_property
    def vervanging(self) -> Vervanging:
        vandaag = NU.date()
        return vervanging_regelen(
            self.cast.ruben.toegang,
            self.cast.ruben.hoedanigheid,
            vervanger=self.cast.wendy.hoedanigheid,
            van=vandaag,
            tot=vandaag + timedelta(days=14),
        )

    @cached_property
    def vertrekker(self) -> Hoedanigheid:
        assert self.casus
        return self.cast.rik.hoedanigheid
