"""What the demo promises of its processes: they all end, and a crash hinders nothing."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from casusregie.config import embedded
from casusregie.config.demo import children, services
from casusregie.config.demo.__main__ import DemoError, _require_free

DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
COMMAND = "casusregie.config.demo.command"


def _start(folder: Path, code: str) -> children.Child:
    child = children.start("kind", [sys.executable, "-c", code], folder)
    time.sleep(0.3)
    return child


def test_a_process_that_does_not_listen_is_killed(tmp_path):
    child = _start(tmp_path, DEAF)

    child.stop(patience=0.2)

    assert not psutil.pid_exists(child.process.pid)
    assert not child.record.exists()


def test_what_a_crashed_run_left_is_stopped_by_the_next(tmp_path):
    child = _start(tmp_path, "import time; time.sleep(60)")

    assert children.stop_orphans(tmp_path) == ["kind"]

    assert child.process.wait(5) == -signal.SIGTERM


def test_another_process_with_the_same_number_is_left_alone(tmp_path):
    child = _start(tmp_path, "import time; time.sleep(60)")
    known = json.loads(child.record.read_text())
    child.record.write_text(json.dumps(known | {"born": known["born"] - 1000}))

    assert children.stop_orphans(tmp_path) == []

    assert child.alive()
    child.stop()


def test_a_taken_port_is_named():
    with socket.socket() as taken:
        taken.bind((embedded.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(DemoError, match=f"Poort {port} is bezet"):
            _require_free(port)


def test_the_addresses_stay_the_same_and_are_closed_to_others(tmp_path):
    first = embedded.load(tmp_path)

    assert embedded.load(tmp_path) == first
    assert embedded.state_file(tmp_path).stat().st_mode & 0o077 == 0


def test_servers_survive_a_crash_of_the_earlier_run_and_are_not_started_twice(tmp_path):
    """The earlier run is killed with its servers still running, as by a power cut of one process."""
    env = os.environ | {"CASUSREGIE_DATA": str(tmp_path)}
    ready = tmp_path / "ready"
    wait = f"import pathlib, time; pathlib.Path({str(ready)!r}).touch(); time.sleep(60)"
    crashed = subprocess.Popen(
        [sys.executable, "-m", COMMAND, sys.executable, "-c", wait],
        env=env,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
    )
    _wait_for(ready)
    with pytest.raises(services.AlreadyRunningError), services.running(tmp_path):
        pass
    orphan = json.loads((tmp_path / "run" / "postgres.json").read_text())["pid"]
    os.killpg(crashed.pid, signal.SIGKILL)
    crashed.wait()
    assert _lives(orphan)

    with services.running(tmp_path, durable=False):
        assert not _lives(orphan)

    assert not list((tmp_path / "run").glob("*.json"))


def _lives(pid: int) -> bool:
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


def _wait_for(path: Path) -> None:
    deadline = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)
