"""The pages of this room, under ``/casusregie/``."""

from .besluit import urlpatterns as besluit_urls
from .casus import urlpatterns as casus_urls

app_name = "casusregie"
urlpatterns = [*besluit_urls, *casus_urls]
