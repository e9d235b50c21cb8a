from datetime import date
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import engines

from casusregie.ui.formulieren import (
    Bestand,
    Datum,
    Filterformulier,
    Formulier,
    Groep,
    JaNee,
    Keuze,
    LangeTekst,
    Moment,
    Tekst,
    verschillen,
)

VANDAAG = date(2026, 11, 21)


class Gesprek(Formulier):
    met_versie = True
    aanpasbaar = ("op",)
    groepen = (Groep("Verslag", ("tekst",)),)
    op = Datum(label="Datum")
    met = Tekst(label="Met wie")
    hoe = Keuze(label="Hoe", choices=[("tel", "telefoon"), ("huis", "huisbezoek")], lijst=True)
    tekst = LangeTekst(label="Verslag", required=False)
    gevaar = JaNee(label="Is er gevaar?", required=False)


GOED = {"op": "17-11-2026", "met": "moeder", "hoe": "tel", "tekst": "a\r\nb", "versie": "3"}


def gesprek(**anders):
    return Gesprek({**GOED, "sleutel": str(uuid4()), **anders}, vandaag=VANDAAG)


def teken(sjabloon, **context):
    return engines["django"].from_string("{% load ui %}" + sjabloon).render(context)


def test_good_answers_come_out_clean():
    form = gesprek(met="  moeder ", gevaar="nee")
    assert form.is_valid(), form.errors
    assert form.antwoorden() == {
        "op": date(2026, 11, 17),
        "met": "moeder",
        "hoe": "tel",
        "tekst": "a\nb",
        "gevaar": False,
    }
    assert isinstance(form.sleutel, UUID)


@pytest.mark.parametrize(
    ("veld", "waarde", "zin"),
    [
        ("met", "", "Vul dit in."),
        ("met", "x" * 201, "Gebruik niet meer dan 200 tekens. U hebt er nu 201."),
        ("met", "a\x00b", "Er staan onzichtbare tekens in dit antwoord."),
        ("met", "a\u202eb", "Er staan onzichtbare tekens in dit antwoord."),
        ("met", "a\nb", "Zet dit antwoord op één regel."),
        ("tekst", "x" * 20_001, "Gebruik niet meer dan 20000 tekens."),
        ("op", "31-02-2026", "Dit is geen datum die bestaat."),
        ("op", "2026-11-22", "De datum mag niet in de toekomst liggen."),
        ("op", "01-01-0099", "De datum ligt voor 1 januari 1900."),
        ("hoe", "x\x00", "Kies een van de mogelijkheden uit de lijst."),
        ("gevaar", "misschien", "Kies ja of nee."),
        ("versie", "niets", "Dit formulier is verlopen."),
        ("versie", "9" * 30, "Dit formulier is verlopen."),
        ("sleutel", "niets", "Dit formulier is verlopen."),
    ],
)
def test_a_wrong_answer_is_refused_in_a_sentence_and_kept(veld, waarde, zin):
    form = gesprek(**{veld: waarde})
    assert not form.is_valid()
    assert form.errors[veld][0].startswith(zin)
    pagina = teken('{% formulier form knop="Vastleggen" %}', form=form)
    assert zin.rstrip(".").lower()[:30] in pagina.lower()
    assert "data-foutenlijst" in pagina
    assert 'value="moeder"' in pagina or veld == "met"


def test_an_unreadable_date_is_shown_as_typed():
    pagina = teken("{% veld form.op %}", form=gesprek(op="31-02-2026"))
    assert 'type="text"' in pagina
    assert 'value="31-02-2026"' in pagina
    assert 'aria-invalid="true"' in pagina
    assert 'aria-describedby="id_op_error"' in pagina


def test_a_refused_but_readable_date_stays_in_the_native_field():
    pagina = teken("{% veld form.op %}", form=gesprek(op="22-11-2026"))
    assert 'type="date"' in pagina
    assert 'value="2026-11-22"' in pagina


def test_a_moment_is_shown_as_the_native_field_wants_it():
    class Afspraak(Formulier):
        om = Moment(label="Wanneer")

    pagina = teken("{% veld form.om %}", form=Afspraak({"om": "17-11-2026 14:30"}, vandaag=VANDAAG))
    assert 'value="2026-11-17T14:30"' in pagina
    fout = teken("{% veld form.om %}", form=Afspraak({"om": "half drie"}, vandaag=VANDAAG))
    assert 'type="text"' in fout
    assert 'value="half drie"' in fout


def test_a_readable_date_fits_the_native_field_again():
    pagina = teken("{% veld form.op %}", form=gesprek(met=""))
    assert 'type="date"' in pagina
    assert 'value="2026-11-17"' in pagina


def test_the_key_is_new_at_a_get_and_stays_when_refused():
    assert Gesprek()["sleutel"].value() != Gesprek()["sleutel"].value()
    eigen = str(uuid4())
    assert gesprek(sleutel=eigen, met="")["sleutel"].value() == eigen


def test_prefilled_fields_are_one_changeable_line_that_opens_on_an_error():
    form = Gesprek(initial={"op": date(2026, 11, 21), "versie": 0}, vandaag=VANDAAG)
    pagina = teken("{% formulier form %}", form=form)
    assert "za 21 nov 2026" in pagina
    assert '<details class="aanpasbaar">' in pagina
    fout = teken("{% formulier form %}", form=gesprek(op=""))
    assert '<details class="aanpasbaar" open>' in fout


def test_difference_is_shown_in_words():
    form = gesprek(hoe="huis")
    rijen = verschillen(form, {"hoe": "tel", "met": "moeder"})
    assert [(r.label, r.uw, r.hun) for r in rijen] == [("Hoe", "huisbezoek", "telefoon")]
    assert "huisbezoek" in teken('{% verschil rijen "S. Kaya" %}', rijen=rijen)


def test_a_file_of_another_kind_is_refused():
    class Upload(Formulier):
        stuk = Bestand(label="Document", max_mb=1)

    for naam, inhoud, zin in [
        ("virus.exe", b"x", "Kies een bestand van de soort"),
        ("leeg.pdf", b"", "Dit bestand is leeg."),
        ("groot.pdf", b"x" * (1024 * 1024 + 1), "Dit bestand is groter dan 1 MB."),
    ]:
        form = Upload({}, {"stuk": SimpleUploadedFile(naam, inhoud)})
        assert form.errors["stuk"][0].startswith(zin)


def test_the_largest_file_is_a_setting(settings):
    class Upload(Formulier):
        stuk = Bestand(label="Document")

    settings.DOCUMENT_MAX_MB = 1
    form = Upload({}, {"stuk": SimpleUploadedFile("groot.pdf", b"x" * (1024 * 1024 + 1))})
    assert form.errors["stuk"][0].startswith("Dit bestand is groter dan 1 MB.")


def test_a_filter_that_is_not_understood_filters_nothing():
    class Filter(Filterformulier):
        fase = Keuze(label="Fase", choices=[("w", "weging")], lijst=True)

    assert Filter({"fase": "w"}).gekozen() == {"fase": "w"}
    assert Filter({"fase": "x\x00"}).gekozen() == {}
    assert Filter({}).gekozen() == {}
