"""Tells a load balancer whether this process can work; it tells nothing else."""

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from redis.exceptions import RedisError


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when database and cache answer, otherwise 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        cache.get("healthz")
    except (DatabaseError, RedisError):
        return HttpResponse("niet beschikbaar", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")
