import pytest


@pytest.mark.django_db
def test_healthz_answers_when_database_and_cache_do(client):
    response = client.get("/healthz/")

    assert (response.status_code, response.content) == (200, b"ok")
    assert response["Cache-Control"] == "no-store"
