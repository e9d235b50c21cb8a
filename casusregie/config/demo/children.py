"""Child processes: each in a group of its own, on record, and stopped for certain."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil


@dataclass
class Child:
    """A running process of ours; ``record`` lets a later run find it if this run crashes."""

    name: str
    process: subprocess.Popen[bytes]
    record: Path
    stop_signal: signal.Signals
    asked: bool = False

    def alive(self) -> bool:
        return self.process.poll() is None

    def ask_to_stop(self) -> None:
        """Send the stop signal, once."""
        if self.alive() and not self.asked:
            self.asked = True
            _signal_process(self.process.pid, self.stop_signal)

    def stop(self, patience: float = 15) -> None:
        """Ask the process to end, wait ``patience`` seconds, then kill its group."""
        if self.alive():
            self.ask_to_stop()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(patience)
        _signal_group(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.record.unlink(missing_ok=True)


def start(
    name: str,
    command: Sequence[str | Path],
    folder: Path,
    *,
    env: dict[str, str] | None = None,
    stop_signal: signal.Signals = signal.SIGTERM,
    as_user: dict[str, Any] | None = None,
) -> Child:
    """Start ``command`` with its output in ``folder/log/<name>.log``."""
    (folder / "log").mkdir(parents=True, exist_ok=True)
    (folder / "run").mkdir(parents=True, exist_ok=True)
    with (folder / "log" / f"{name}.log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=env,
            start_new_session=True,
            **(as_user or {}),
        )
    record = folder / "run" / f"{name}.json"
    record.write_text(
        json.dumps(
            {
                "pid": process.pid,
                "born": psutil.Process(process.pid).create_time(),
                "signal": stop_signal.value,
            }
        )
    )
    return Child(name, process, record, stop_signal)


def stop_orphans(folder: Path, patience: float = 15) -> list[str]:
    """Stop what a crashed earlier run left behind; return the names of those processes."""
    found = []
    for record in sorted((folder / "run").glob("*.json")):
        orphan = _recorded_process(record)
        if orphan:
            found.append(record.stem)
            _signal_process(orphan.pid, json.loads(record.read_text())["signal"])
            _wait_until_gone(orphan, patience)
            _signal_group(orphan.pid, signal.SIGKILL)
        record.unlink(missing_ok=True)
    return found


def _recorded_process(record: Path) -> psutil.Process | None:
    try:
        known = json.loads(record.read_text())
        process = psutil.Process(known["pid"])
        # A process id is used again; the moment of birth tells whether it is still the same one.
        return process if abs(process.create_time() - known["born"]) < 1 else None
    except (psutil.Error, ValueError, KeyError):
        return None


def _wait_until_gone(process: psutil.Process, patience: float) -> None:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
                return
        except psutil.NoSuchProcess:
            return
        time.sleep(0.05)


def _signal_process(pid: int, number: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)


def _signal_group(pid: int, number: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, number)
