"""The demo: ``python -m casusregie.config.demo --port 8000`` runs until Ctrl-C or SIGTERM."""

import argparse
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType
from typing import IO

from casusregie.config import embedded
from casusregie.config.demo import children, fingerprint, postgres, services

PYTHON = sys.executable
ACCOUNTS = "demo-accounts.txt"


class StopAskedError(BaseException):
    """Somebody pressed Ctrl-C or sent SIGTERM."""


class DemoError(Exception):
    """The demo cannot go on; the message is a sentence for the person at the keyboard."""


def main() -> int:
    """Run the demo and return the exit code."""
    parser = argparse.ArgumentParser(prog="make demo")
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    folder = embedded.data_dir()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _ask_to_stop)
    try:
        _run(folder, port)
    except StopAskedError:
        print("Gestopt.", flush=True)
        return 0
    except services.AlreadyRunningError:
        print(f"De demonstratie draait al op de gegevens in {folder}. Stop die eerst.")
        return 1
    except (DemoError, postgres.StartError) as error:
        print(error)
        return 1
    return 0


def _run(folder: Path, port: int) -> None:
    print("→ PostgreSQL en Valkey starten …", flush=True)
    with services.running(folder) as state:
        _require_free(port)
        env = services.environment(folder, state) | {
            "CASUSREGIE_ENV": "demo",
            "DJANGO_SETTINGS_MODULE": "casusregie.config.settings",
        }
        digest = fingerprint.of_demo()
        if postgres.mark(state) != digest:
            _prepare(folder, env)
            postgres.set_mark(state, digest)
        _serve(folder, port, env)


def _prepare(folder: Path, env: dict[str, str]) -> None:
    print("→ database en opmaak bijwerken …", flush=True)
    static = _begin_step("static", env)
    try:
        _finish_step(_begin_step("schema", env | {"CASUSREGIE_AS_OWNER": "1"}))
        _finish_step(_begin_step("content", env))
        with (folder / ACCOUNTS).open("wb") as table:
            _finish_step(_begin_step("accounts", env, table))
    finally:
        _finish_step(static)


def _serve(folder: Path, port: int, env: dict[str, str]) -> None:
    print("→ web, werker en klok starten …", flush=True)
    started: list[children.Child] = []
    try:
        for name, command in _commands(folder, port).items():
            started.append(children.start(name, command, folder, env=env))
            if name == "web":
                # The others would only keep the processors from it.
                _wait_until_it_answers(started, port, folder)
        print((folder / ACCOUNTS).read_text())
        print(f"Casusregie draait op http://localhost:{port}/ — Ctrl-C stopt alles.", flush=True)
        while True:
            _require_alive(started, folder)
            time.sleep(0.5)
    finally:
        _stop_all(started)


def _commands(folder: Path, port: int) -> dict[str, list[str | Path]]:
    celery: list[str | Path] = [PYTHON, "-m", "celery", "-A", "casusregie.config.celery"]
    quiet = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    return {
        "web": [
            *(PYTHON, "-m", "gunicorn", "casusregie.config.wsgi:application"),
            *("--bind", f"127.0.0.1:{port}", "--workers", "2", "--worker-class", "sync"),
            "--preload",
            *("--timeout", "60", "--graceful-timeout", "5", "--no-control-socket"),
        ],
        "worker": [*celery, "worker", "--concurrency", "1", "--loglevel", "INFO", *quiet],
        "beat": [*celery, "beat", "--pidfile=", "--schedule", folder / "run" / "beat"],
    }


def _begin_step(
    name: str, env: dict[str, str], output: IO[bytes] | None = None
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603
        [PYTHON, "-m", "casusregie.config.demo.prepare", name],
        env=env,
        stdout=output,
        start_new_session=True,
    )


def _finish_step(process: subprocess.Popen[bytes]) -> None:
    try:
        code = process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    if code:
        raise DemoError("De demonstratie kon niet worden klaargezet; zie de melding hierboven.")


def _wait_until_it_answers(started: list[children.Child], port: int, folder: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        _require_alive(started, folder)
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz/", timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise DemoError(f"De webserver antwoordt niet; zie {folder / 'log' / 'web.log'}.")


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise DemoError(
                f"Poort {port} is bezet. Kies een andere, bijvoorbeeld: make demo PORT=8123"
            ) from None


def _require_alive(started: list[children.Child], folder: Path) -> None:
    for child in started:
        if not child.alive():
            log = folder / "log" / f"{child.name}.log"
            last = "\n".join(log.read_text(errors="replace").splitlines()[-20:])
            raise DemoError(f"{last}\nHet onderdeel {child.name} is gestopt; zie {log}.")


def _stop_all(started: list[children.Child]) -> None:
    for child in started:
        child.ask_to_stop()
    for child in reversed(started):
        child.stop()


def _ask_to_stop(number: int, frame: FrameType | None) -> None:
    for other in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(other, signal.SIG_IGN)
    print("\n→ alles stoppen …", flush=True)
    raise StopAskedError


if __name__ == "__main__":
    sys.exit(main())
