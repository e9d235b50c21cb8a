from .adviesvraag import Adviesvraag
from .melding import Duiding, Melder, Melding
from .persoon import Naamsleutel, Persoon

__all__ = ["Adviesvraag", "Duiding", "Melder", "Melding", "Naamsleutel", "Persoon"]
