from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core import signing
from django.utils import timezone

from casusregie.ui import paging

pytestmark = pytest.mark.django_db


@pytest.fixture
def reeks():
    nu = timezone.now()
    Session.objects.bulk_create(
        Session(session_key=f"{i:02d}", session_data="", expire_date=nu + timedelta(days=i // 3))
        for i in range(10)
    )
    return Session.objects.all()


@pytest.mark.parametrize("op", ["expire_date", "-expire_date", "pk", "-pk", "session_key"])
def test_walking_forward_and_back_shows_every_row_once(reeks, op, django_assert_max_num_queries):
    wijzer, heen, terug = "", [], []
    while True:
        with django_assert_max_num_queries(2):
            pagina = paging.bladeren(reeks, wijzer, op=op, grootte=3)
        heen.append([rij.pk for rij in pagina])
        if not pagina.volgende:
            break
        wijzer = pagina.volgende
    alles = [pk for blad in heen for pk in blad]
    assert alles == sorted(alles, reverse=op.startswith("-")) or len(set(alles)) == 10
    assert len(alles) == len(set(alles)) == 10
    while pagina.vorige:
        pagina = paging.bladeren(reeks, pagina.vorige, op=op, grootte=3)
        terug.append([rij.pk for rij in pagina])
    assert terug == heen[-2::-1]


def test_it_is_one_row_comparison(reeks, django_assert_num_queries):
    eerste = paging.bladeren(reeks, "", op="-expire_date", grootte=3)
    with django_assert_num_queries(1) as gezien:
        paging.bladeren(reeks, eerste.volgende, op="-expire_date", grootte=3)
    assert '("django_session"."expire_date", "django_session"."session_key") <' in gezien[0]["sql"]


def test_text_is_never_in_the_cursor(reeks):
    pagina = paging.bladeren(reeks, "", op="session_data", grootte=3)
    assert signing.loads(pagina.volgende, salt=paging.zout(reeks))[3] is None


@pytest.mark.parametrize(
    "wijzer",
    ["onzin", "a:b:c", "\x00", signing.dumps(["-pk", 0, "01", None])],
    ids=["onzin", "drie delen", "stuurteken", "anders ondertekend"],
)
def test_a_forged_cursor_gives_the_first_page(reeks, wijzer):
    assert [r.pk for r in paging.bladeren(reeks, wijzer, op="pk", grootte=2)] == ["00", "01"]


def test_a_long_list_is_not_counted(reeks):
    assert paging.begrensd_aantal(reeks, grens=20) == "10"
    assert paging.begrensd_aantal(reeks, grens=5) == "5+"


def test_a_cursor_of_another_list_gives_the_first_page(reeks):
    elders = paging.bladeren(reeks, "", op="-pk", grootte=3).volgende
    assert elders
    rijen = ContentType.objects.all()
    assert paging.bladeren(rijen, elders, op="-pk", grootte=3).rijen == list(
        rijen.order_by("-pk")[:3]
    )
