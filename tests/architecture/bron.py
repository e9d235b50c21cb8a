"""The source as the architecture tests read it."""

import inspect
import types
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(settings.BASE_DIR)


def python_files(*rooms: str) -> Iterator[Path]:
    """Every module of these rooms (default: all) that is neither migration nor roof."""
    for room in rooms or settings.ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            parts = path.relative_to(ROOT).parts
            if "migrations" not in parts and parts[:2] not in {
                ("casusregie", "config"),
                ("casusregie", "ui"),
            }:
                yield path


def url_patterns() -> list[tuple[str, str, URLPattern]]:
    """Every pattern of the resolver: its full name, its route, and itself."""
    return list(_walk(get_resolver(), "", ""))


def _walk(resolver: URLResolver, space: str, route: str) -> Iterator[tuple[str, str, URLPattern]]:
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern, inner, here)
        else:
            yield f"{space}{pattern.name}", here, pattern


def public_functions(module: types.ModuleType) -> dict[str, types.FunctionType]:
    """Functions that a module defines itself and offers to others."""
    return {
        name: value
        for name, value in vars(module).items()
        if inspect.isfunction(value)
        and value.__module__ == module.__name__
        and not name.startswith("_")
    }
