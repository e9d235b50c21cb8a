"""Run one command beside the embedded servers: ``python -m casusregie.config.demo.command …``."""

import subprocess
import sys

from casusregie.config import embedded
from casusregie.config.demo import services


def main(command: list[str]) -> int:
    """Start the servers unless they run, run ``command``, and stop what was started."""
    folder = embedded.data_dir()
    with services.running_or_shared(folder) as state:
        return subprocess.run(  # noqa: S603
            command, env=services.environment(folder, state), check=False
        ).returncode


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("Gebruik: python -m casusregie.config.demo.command OPDRACHT [ARGUMENT …]")
    sys.exit(main(sys.argv[1:]))
