"""Everything that can be known without running a test: ``python -m casusregie.config.checks``."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from casusregie.config import embedded

PROGRAMS = Path(sys.executable).parent
PRODUCTION = {
    "CASUSREGIE_ENV": "production",
    "SECRET_KEY": "only-for-this-check-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
    "ALLOWED_HOSTS": "casusregie.example.nl",
    "DATABASE_URL": "postgresql://casusregie_app:x@db.example.nl/casusregie",
    "DATABASE_OWNER_URL": "postgresql://casusregie_owner:x@db.example.nl/casusregie",
    "REDIS_URL": "rediss://:x@cache.example.nl:6379",
}
CHECKS: dict[str, tuple[list[str], dict[str, str]]] = {
    "types": (["mypy"], {}),
    "format": (["ruff", "format", "--check", "."], {}),
    "lint": (["ruff", "check", "."], {}),
    "layers": (["lint-imports", "--config", "import-linter.ini"], {}),
    "migrations": (
        # Without a database Django warns that it cannot compare the applied migrations.
        ["python", "-W", "ignore", "manage.py", "makemigrations", "--check", "--dry-run"],
        {},
    ),
    "production settings": (
        ["python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        PRODUCTION,
    ),
    "templates": (["djlint", "templates", "--lint", "--quiet"], {}),
}
TESTS = ["python", "-m", "pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "-q"]


def main(with_tests: bool) -> int:
    """Run all checks, two at a time, and then perhaps the tests; return the exit code."""
    with ThreadPoolExecutor(2) as pool:
        passed = list(pool.map(_check, CHECKS))
    if not all(passed):
        return 1
    return _run(TESTS, {}).returncode if with_tests else 0


def _check(name: str) -> bool:
    begun = time.monotonic()
    done = _run(*CHECKS[name], capture=True)
    word = "ok" if done.returncode == 0 else "FAILED"
    output = "" if done.returncode == 0 else f"\n{done.stdout}{done.stderr}"
    print(f"check {name}: {word} ({time.monotonic() - begun:.1f} s){output}", flush=True)
    return done.returncode == 0


def _run(
    command: list[str], env: dict[str, str], capture: bool = False
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        [str(PROGRAMS / command[0]), *command[1:]],
        cwd=embedded.PROJECT_DIR,
        env=os.environ | env,
        capture_output=capture,
        text=True,
        check=False,
    )


if __name__ == "__main__":
    sys.exit(main("--with-tests" in sys.argv))
