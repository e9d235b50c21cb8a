import pytest
from django.urls import reverse


@pytest.mark.django_db
def test_every_page_is_closed_to_caches_scripts_and_other_sites(client):
    headers = client.get(reverse("account_login")).headers

    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"


@pytest.mark.django_db
def test_nobody_signs_up_by_himself(client):
    response = client.post(
        reverse("account_signup"),
        {
            "email": "iemand@example.nl",
            "password1": "lang genoeg 123",
            "password2": "lang genoeg 123",
        },
    )

    assert b'name="password1"' not in response.content
    assert "sessie" not in response.cookies
