"""Who plays in the story: organisations, and people with one or more hoedanigheden."""

from dataclasses import dataclass

from convenant.enums import Organisatiesoort, Rol

WACHTWOORD = "demo-amsterdam-2026"
"""The password of every demo account; the demo answers on this machine only."""

ORGANISATIES: dict[str, tuple[str, Organisatiesoort, str]] = {
    "gemeente": ("Gemeente, OOV", Organisatiesoort.GEMEENTE, "Meld- en Adviespunt, 020 555 01 00"),
    "politie": ("Politie, regionale eenheid", Organisatiesoort.POLITIE, "Infodesk, 020 555 02 00"),
    "om": ("Openbaar Ministerie", Organisatiesoort.OM, "Secretariaat, 020 555 03 00"),
    "reclassering": ("Reclassering, Team TER", Organisatiesoort.RECLASSERING, "020 555 04 00"),
    "ggz": ("GGZ De Linde", Organisatiesoort.ZORG, "Zorgcoördinatie, 020 555 05 00"),
    "jeugd": ("Jeugdbescherming De Brug", Organisatiesoort.JEUGD, "020 555 06 00"),
    "school": ("Het Baken College", Organisatiesoort.SCHOOL, "Zorgcoördinator, 020 555 07 00"),
    "jongerenwerk": ("Jongerenwerk Noorderlicht", Organisatiesoort.WELZIJN, "020 555 08 00"),
    "commissie": ("Commissie van Toezicht", Organisatiesoort.TOEZICHT, "020 555 09 00"),
}


@dataclass(frozen=True)
class Speler:
    """A person of the story; ``demo`` marks the accounts that the demo prints, one per role."""

    sleutel: str
    naam: str
    rol: Rol
    organisatie: str = "gemeente"
    demo: bool = True

    @property
    def email(self) -> str:
        """The address with which this person logs in."""
        return f"{self.sleutel}@voorbeeld.nl"


SPELERS = (
    Speler("samira", "Samira Bos", Rol.MAP_MEDEWERKER),
    Speler("joost", "Joost Vermaat", Rol.MAP_MEDEWERKER, demo=False),
    Speler("sanne", "Sanne Prins", Rol.ACCOUNTHOUDER, "school"),
    Speler("noor", "Noor Haddad", Rol.ACCOUNTHOUDER, "jongerenwerk", demo=False),
    Speler("paula", "Paula Stroom", Rol.PROCESREGISSEUR),
    Speler("pieter", "Pieter Zand", Rol.PROCESREGISSEUR, demo=False),
    Speler("rik", "Rik de Boer", Rol.CASUSREGISSEUR),
    Speler("wendy", "Wendy Kaya", Rol.CASUSREGISSEUR, demo=False),
    Speler("ruben", "Ruben Post", Rol.CASUSREGISSEUR, demo=False),
    Speler("amal", "Amal Dekker", Rol.CASUSREGISSEUR, demo=False),
    Speler("gemma", "Gemma Vos", Rol.LID_WEEGPLOEG),
    Speler("piet", "Piet Haan", Rol.LID_WEEGPLOEG, "politie"),
    Speler("olga", "Olga Smit", Rol.LID_WEEGPLOEG, "om"),
    Speler("ron", "Ron Achterberg", Rol.PARTNER, "reclassering"),
    Speler("zoe", "Zoë Linden", Rol.PARTNER, "ggz"),
    Speler("iris", "Iris Molenaar", Rol.PARTNER, "jeugd", demo=False),
    Speler("sven", "Sven Akkerman", Rol.PARTNER, "school", demo=False),
    Speler("bas", "Bas Koning", Rol.BESTUURSADVISEUR),
    Speler("femke", "Femke Burg", Rol.BESLISSER),
    Speler("loes", "Loes Coenen", Rol.BESLISSER, demo=False),
    Speler("leo", "Leo Dijkman", Rol.LEIDINGGEVENDE),
    Speler("cora", "Cora Wijs", Rol.LID_COMMISSIE, "commissie"),
    Speler("frits", "Frits Gal", Rol.FG),
    Speler("bram", "Bram Bakker", Rol.FUNCTIONEEL_BEHEERDER),
    Speler("anja", "Anja Mol", Rol.ACCOUNTBEHEERDER, "ggz"),
)

TWEEDE_HOEDANIGHEDEN = (("wendy", Rol.LID_WEEGPLOEG, "gemeente"),)
"""Who acts in two capacities and chooses one at a time."""
