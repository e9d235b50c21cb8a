"""What an answer, a bijdrage or a goal may name as the information that it rests on."""

import uuid
from collections.abc import Collection

from beoordeling.models import Informatie
from convenant.handeling import Geweigerd
from convenant.toegang import Toegang

type Bewijs = Collection[uuid.UUID]


def te_bewaren_bewijs(
    toegang: Toegang, dossier_id: uuid.UUID, gekozen: Bewijs, *, eerst: Bewijs = ()
) -> list[uuid.UUID]:
    """What is kept of a choice: items of this dossier whose content the asker may know.

    What a colleague named before, and this asker may not know, stays: he did not see it, so he
    did not take it away. Raises ``Geweigerd`` for anything else.
    """
    samen = {*gekozen, *eerst}
    if not samen:
        return []
    kent = set(
        Informatie.objects.voor(toegang)
        .filter(dossier_id=dossier_id, pk__in=samen)
        .order_by()
        .values_list("pk", flat=True)
    )
    if not set(gekozen) <= kent:
        raise Geweigerd("Kies alleen informatie uit dit dossier die u mag lezen.")
    return sorted({*gekozen, *(set(eerst) - kent)})
