import pytest
from django.core.exceptions import ImproperlyConfigured

from casusregie.config import env


@pytest.mark.parametrize(
    ("reader", "value"),
    [
        (env.boolean, "misschien"),
        (lambda name: env.integer(name, 1), "twee"),
        (lambda name: env.choice(name, ("a", "b"), "a"), "c"),
        (env.database, "sqlite:///x"),
        (env.database, "postgresql://host"),
        (env.redis, "http://host"),
        (env.redis, "redis://host/3"),
    ],
)
def test_a_value_that_cannot_be_understood_stops_the_start(monkeypatch, reader, value):
    monkeypatch.setenv("EXAMPLE", value)

    with pytest.raises(ImproperlyConfigured, match="EXAMPLE"):
        reader("EXAMPLE")


def test_a_required_variable_that_is_missing_stops_the_start(monkeypatch):
    monkeypatch.delenv("EXAMPLE", raising=False)

    with pytest.raises(ImproperlyConfigured, match="EXAMPLE"):
        env.text("EXAMPLE")


def test_a_database_address_keeps_its_options(monkeypatch):
    monkeypatch.setenv("EXAMPLE", "postgresql://wie:ge%40heim@db:5433/casus?sslmode=require")

    found = env.database("EXAMPLE")

    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "wie",
        "ge@heim",
        "db",
        "5433",
        "casus",
    )
    assert found["OPTIONS"] == {"sslmode": "require"}


def test_an_empty_truth_value_is_the_default_and_not_a_no(monkeypatch):
    monkeypatch.setenv("EXAMPLE", " ")
    assert env.boolean("EXAMPLE", True) is True
    assert env.boolean("EXAMPLE") is False
