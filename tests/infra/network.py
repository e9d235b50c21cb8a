"""A test that reaches for anything but this machine fails."""

import ipaddress
import socket
from typing import Any

import pytest

_connect = socket.socket.connect
_connect_ex = socket.socket.connect_ex


class OutsideNetworkError(RuntimeError):
    """Code under test tried to reach another machine."""


def _require_loopback(address: Any) -> None:
    if not isinstance(address, tuple):
        return
    host = address[0]
    if host == "localhost" or ipaddress.ip_address(host).is_loopback:
        return
    raise OutsideNetworkError(f"A test tried to reach {host}.")


def _guarded_connect(self: socket.socket, address: Any) -> None:
    _require_loopback(address)
    _connect(self, address)


def _guarded_connect_ex(self: socket.socket, address: Any) -> int:
    _require_loopback(address)
    return _connect_ex(self, address)


def pytest_sessionstart(session: pytest.Session) -> None:
    socket.socket.connect = _guarded_connect  # type: ignore[method-assign]
    socket.socket.connect_ex = _guarded_connect_ex  # type: ignore[method-assign]


def pytest_sessionfinish(session: pytest.Session) -> None:
    socket.socket.connect = _connect  # type: ignore[method-assign]
    socket.socket.connect_ex = _connect_ex  # type: ignore[method-assign]
