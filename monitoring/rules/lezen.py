"""Who may come in at the doors of looking back; what they see there the access rule decides."""

from convenant.enums import Rol

MONITORINGROLLEN = (
    Rol.CASUSREGISSEUR,
    Rol.PROCESREGISSEUR,
    Rol.PARTNER,
    Rol.LEIDINGGEVENDE,
    Rol.BESTUURSADVISEUR,
    Rol.BESLISSER,
)
