from django.conf import settings
from django.http import HttpRequest


def demo(request: HttpRequest) -> dict[str, bool]:
    """Tell every page whether it must say that all people in it are invented."""
    return {"demo": settings.DEMO}
