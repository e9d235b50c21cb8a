import pytest
from django.template import engines

from casusregie.config.strict_templates import UndefinedVariableError


def test_an_undefined_variable_fails():
    with pytest.raises(UndefinedVariableError, match="onbekend"):
        engines["django"].from_string("{{ onbekend }}").render({})


@pytest.mark.reis
def test_the_login_page_is_accessible_and_breaks_no_rule_of_the_browser(
    bezoek, axe, schermafbeelding
):
    page = bezoek()

    page.goto("/account/login/")

    axe(page)
    schermafbeelding(page, "inloggen")
