"""The embedded default: addresses of the PostgreSQL and Valkey that the project starts itself.

Nothing is started here. ``casusregie.config.demo`` starts the two servers at these addresses;
whoever sets ``DATABASE_URL``, ``DATABASE_OWNER_URL`` and ``REDIS_URL`` never comes here.
"""

import json
import os
import secrets
import socket
from dataclasses import asdict, dataclass
from pathlib import Path

DATABASE = "casusregie"
OWNER = "casusregie_owner"
APP = "casusregie_app"
ERASER = "casusregie_wisser"
SUPERUSER = "postgres"
HOST = "127.0.0.1"
PROJECT_DIR = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Embedded:
    """Ports and passwords of the embedded servers, made once and kept in the data folder."""

    postgres_port: int
    valkey_port: int
    superuser_password: str
    owner_password: str
    app_password: str
    valkey_password: str
    secret_key: str

    def database_url(self, role: str, name: str = DATABASE) -> str:
        """Return the address of database ``name`` for one of the three roles."""
        password = {
            SUPERUSER: self.superuser_password,
            OWNER: self.owner_password,
            APP: self.app_password,
        }[role]
        return f"postgresql://{role}:{password}@{HOST}:{self.postgres_port}/{name}"

    @property
    def redis_url(self) -> str:
        """Return the address of Valkey."""
        return f"redis://:{self.valkey_password}@{HOST}:{self.valkey_port}"


def data_dir() -> Path:
    """Return the folder of everything that is not source: ``CASUSREGIE_DATA`` or ``.data``."""
    return Path(os.environ.get("CASUSREGIE_DATA") or PROJECT_DIR / ".data").resolve()


def state_file(folder: Path) -> Path:
    return folder / "embedded.json"


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def load(folder: Path | None = None) -> Embedded:
    """Return the addresses kept in ``folder``; make them the first time."""
    folder = folder or data_dir()
    path = state_file(folder)
    try:
        return Embedded(**json.loads(path.read_text()))
    except FileNotFoundError:
        return _first_time(path)


def save(folder: Path, state: Embedded) -> None:
    """Write the addresses; only the user who runs the servers may read them."""
    _write(state_file(folder), state)


def _first_time(path: Path) -> Embedded:
    path.parent.mkdir(parents=True, exist_ok=True)
    state = Embedded(
        postgres_port=free_port(),
        valkey_port=free_port(),
        superuser_password=secrets.token_urlsafe(24),
        owner_password=secrets.token_urlsafe(24),
        app_password=secrets.token_urlsafe(24),
        valkey_password=secrets.token_urlsafe(24),
        secret_key=secrets.token_urlsafe(64),
    )
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    _write(draft, state)
    try:
        os.link(draft, path)
    except FileExistsError:
        return Embedded(**json.loads(path.read_text()))
    finally:
        draft.unlink()
    return state


def _write(path: Path, state: Embedded) -> None:
    draft = path.with_suffix(".new")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(asdict(state), file, indent=2)
    draft.replace(path)
