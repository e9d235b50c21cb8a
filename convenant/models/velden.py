"""Lock 4: every field is in exactly one category."""

from convenant.enums import Categorie


def partitie(**velden: str) -> dict[str, Categorie]:
    """The category of each field of a model: ``partitie(techniek="id versie", gewoon="tekst")``.

    Pages, exports, access copies and destruction read it. Raises ``ValueError`` when a field
    is named twice or a category does not exist.
    """
    ingedeeld: dict[str, Categorie] = {}
    for categorie, namen in velden.items():
        for naam in namen.split():
            if naam in ingedeeld:
                raise ValueError(f"{naam} staat in twee categorieën")
            ingedeeld[naam] = Categorie.PROCES if categorie == "proces" else Categorie(categorie)
    return ingedeeld
