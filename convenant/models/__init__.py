from .belangenconflict import Belangenconflict
from .beschermd import Beschermd, BeschermdManager, BeschermdQuerySet, ToegangOntbreekt
from .convenant import Bronbevestiging, Convenantversie, Deelregel, Grondslag, Ondertekening
from .dossier import Betrokkenheid, Bronstuk, Dossier, Dossierteller, Stuk
from .embargo import Embargo, Embargoherziening
from .geschiedenis import Geschiedenis, Versieregel
from .logregel import Logregel, Zegel
from .medewerker import Hoedanigheid, Medewerker
from .noodtoegang import Noodtoegang
from .organisatie import Organisatie
from .taak import Taak
from .terughaalpost import Terughaalpost
from .toegangsaanvraag import Toegangsaanvraag
from .velden import partitie
from .verstrekking import Verstrekking
from .vervanging import Vervanging
from .verzegeling import Ingewijde, Verzegeling
from .wissing import Wisplan, Wissing
from .zorgdeling import Zorgdeling

__all__ = [
    "Belangenconflict",
    "Beschermd",
    "BeschermdManager",
    "BeschermdQuerySet",
    "Betrokkenheid",
    "Bronbevestiging",
    "Bronstuk",
    "Convenantversie",
    "Deelregel",
    "Dossier",
    "Dossierteller",
    "Embargo",
    "Embargoherziening",
    "Geschiedenis",
    "Grondslag",
    "Hoedanigheid",
    "Ingewijde",
    "Logregel",
    "Medewerker",
    "Noodtoegang",
    "Ondertekening",
    "Organisatie",
    "Stuk",
    "Taak",
    "Terughaalpost",
    "ToegangOntbreekt",
    "Toegangsaanvraag",
    "Versieregel",
    "Verstrekking",
    "Vervanging",
    "Verzegeling",
    "Wisplan",
    "Wissing",
    "Zegel",
    "Zorgdeling",
    "partitie",
]
