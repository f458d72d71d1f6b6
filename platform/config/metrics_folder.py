"""Where the processes of one web server count requests together."""

import os
import shutil
import tempfile
from pathlib import Path

FOLDER_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
PREFIX = "ipc-metrics"


def share_between_processes() -> None:
    """Let the processes of one web server count together: called before prometheus_client is first imported.

    The folder is named after their parent; what servers that have ended left is deleted.
    """
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        return
    root, ours = Path(tempfile.gettempdir()), f"{PREFIX}-{os.getuid()}"
    for old in root.glob(f"{ours}-*"):
        if not Path("/proc", old.name.rpartition("-")[2]).exists():
            shutil.rmtree(old, ignore_errors=True)
    folder = root / f"{ours}-{os.getppid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    os.environ[FOLDER_VARIABLE] = str(folder)
