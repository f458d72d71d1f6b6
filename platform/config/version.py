"""Which version of the code this is."""

import importlib.metadata
import os
import subprocess
from pathlib import Path


def code_version(project: Path) -> str:
    """`0.1.0 (local)`: the package's version with IPC_VERSION, or with the commit where there is git."""
    number = importlib.metadata.version("ipc-platform")
    given = os.environ.get("IPC_VERSION")
    return f"{number} ({given or _commit(project) or 'no commit known'})"


def _commit(project: Path) -> str:
    try:
        asked = subprocess.run(  # noqa: S603
            ["git", "-C", str(project), "rev-parse", "--short=12", "HEAD"],  # noqa: S607
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return ""
    return asked.stdout.strip() if asked.returncode == 0 else ""
