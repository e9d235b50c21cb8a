"""``python -m casusregie.config.bench``: fill, measure, print the table (``SCALE=national``)."""

import subprocess
import sys

from casusregie.config import embedded
from casusregie.config.bench import databases, schaal
from casusregie.config.demo import services


def main() -> int:
    """Run the benchmark beside the embedded servers and return the exit code."""
    maat, folder = schaal.gekozen(), embedded.data_dir()
    with services.running_or_shared(folder) as state:
        databases.klaarzetten(folder, state, maat)
        env = databases.omgeving(folder, state, databases.naam_van(maat), eigenaar=False)
        opdracht = [sys.executable, "-m", "casusregie.config.bench.meten", maat.naam]
        return subprocess.run(opdracht, env=env, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
