"""Pages of the case, its plan and its end."""

from django.urls import URLPattern, path

from casusregie.views import afschaling, casus, casussen, koffer, overdracht, plan, plandoel

DOSSIER = "dossier/<uuid:dossier_id>"
urlpatterns: list[URLPattern] = [
    path("casussen/", casussen.Casussen.as_view(), name="casussen"),
    path("koffer/", koffer.Koffer.as_view(), name="koffer"),
    path(
        "koffer/<uuid:instrument_id>/",
        koffer.InstrumentInzien.as_view(),
        name="instrument_inzien",
    ),
    path(
        f"{DOSSIER}/waarschuwing/",
        casus.WaarschuwingPlaatsen.as_view(),
        name="waarschuwing_plaatsen",
    ),
    path(f"{DOSSIER}/pauze/", casus.CasusPauzeren.as_view(), name="casus_pauzeren"),
    path(f"{DOSSIER}/regisseur/", casus.RegisseurWijzigen.as_view(), name="regisseur_wijzigen"),
    path(
        "medewerker/<uuid:hoedanigheid_id>/werk-overdragen/",
        overdracht.WerkOverdragen.as_view(),
        name="werk_overdragen",
    ),
    path(
        f"{DOSSIER}/risicogroep/",
        casus.RisicogroepWijzigen.as_view(),
        name="risicogroep_wijzigen",
    ),
    path(
        f"{DOSSIER}/herbeoordeling/",
        casus.HerbeoordelingVastleggen.as_view(),
        name="herbeoordeling_vastleggen",
    ),
    path(
        "informering/<uuid:informering_id>/",
        casus.BetrokkeneInformeren.as_view(),
        name="betrokkene_informeren",
    ),
    path(
        "informering/<uuid:informering_id>/uitstel/",
        casus.InformerenUitstellen.as_view(),
        name="informeren_uitstellen",
    ),
    path(
        "waarschuwing/<uuid:waarschuwing_id>/intrekken/",
        casus.WaarschuwingIntrekken.as_view(),
        name="waarschuwing_intrekken",
    ),
    path("pauze/<uuid:pauze_id>/opheffen/", casus.PauzeOpheffen.as_view(), name="pauze_opheffen"),
    path(f"{DOSSIER}/plan/", plan.PlanInzien.as_view(), name="plan_inzien"),
    path(f"{DOSSIER}/plan/<int:nummer>/", plan.PlanInzien.as_view(), name="plan_versie"),
    path(f"{DOSSIER}/plan/opstellen/", plan.PlanOpstellen.as_view(), name="plan_opstellen"),
    path("plan/<uuid:plan_id>/wijzigen/", plan.PlanWijzigen.as_view(), name="plan_wijzigen"),
    path("plan/<uuid:plan_id>/voorleggen/", plan.PlanVoorleggen.as_view(), name="plan_voorleggen"),
    path(
        "plan/<uuid:plan_id>/vaststellen/", plan.PlanVaststellen.as_view(), name="plan_vaststellen"
    ),
    path(
        "plan/<uuid:plan_id>/terugsturen/", plan.PlanTerugsturen.as_view(), name="plan_terugsturen"
    ),
    path(
        "plan/<uuid:plan_id>/doel/", plandoel.PlandoelToevoegen.as_view(), name="plandoel_toevoegen"
    ),
    path(
        "doel/<uuid:doel_id>/wijzigen/",
        plandoel.PlandoelWijzigen.as_view(),
        name="plandoel_wijzigen",
    ),
    path(
        "doel/<uuid:doel_id>/evalueren/",
        plandoel.PlandoelEvalueren.as_view(),
        name="plandoel_evalueren",
    ),
    path(
        "doel/<uuid:doel_id>/stap/",
        plandoel.PlanstapToevoegen.as_view(),
        name="planstap_toevoegen",
    ),
    path(
        "doel/<uuid:doel_id>/interventie/",
        plandoel.InterventieVoorstellen.as_view(),
        name="interventie_voorstellen",
    ),
    path(
        "interventie/<uuid:interventie_id>/randvoorwaarden/",
        plandoel.RandvoorwaardenInvullen.as_view(),
        name="randvoorwaarden_invullen",
    ),
    path(
        "interventie/<uuid:interventie_id>/instemming/",
        plandoel.InstemmingVastleggen.as_view(),
        name="instemming_vastleggen",
    ),
    path(
        "interventie/<uuid:interventie_id>/inzetten/",
        plandoel.InterventieInzetten.as_view(),
        name="interventie_inzetten",
    ),
    path(
        "interventie/<uuid:interventie_id>/beeindigen/",
        plandoel.InterventieBeeindigen.as_view(),
        name="interventie_beeindigen",
    ),
    path(f"{DOSSIER}/afschaling/", afschaling.AfschalingInzien.as_view(), name="afschaling_inzien"),
    path(
        f"{DOSSIER}/afschaling/voorstellen/",
        afschaling.AfschalingVoorstellen.as_view(),
        name="afschaling_voorstellen",
    ),
    path(f"{DOSSIER}/sluiten/", afschaling.CasusSluiten.as_view(), name="casus_sluiten"),
    path(f"{DOSSIER}/heropenen/", afschaling.CasusHeropenen.as_view(), name="casus_heropenen"),
    path(
        "voorwaarde/<uuid:voorwaarde_id>/",
        afschaling.UitstroomvoorwaardeAfvinken.as_view(),
        name="uitstroomvoorwaarde_afvinken",
    ),
    path(
        "partneradvies/<uuid:advies_id>/",
        afschaling.PartneradviesGeven.as_view(),
        name="partneradvies_geven",
    ),
]
