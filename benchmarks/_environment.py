"""Environments of their own for what we measure ourselves beside, in `var/`: never a part of the product."""

import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def python_of(name: str, packages: list[str]) -> Path:
    """The Python of the environment `var/NAME` with these packages, made at the first time."""
    folder, uv = PROJECT / "var" / name, PROJECT / ".venv" / "uv" / "bin" / "uv"
    python, stamp = folder / "bin" / "python", folder / ".packages"
    if not stamp.exists() or stamp.read_text() != " ".join(packages):
        print(f"Making an environment for {packages[0]} in var/{name}", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, folder], check=True)
        subprocess.run([uv, "pip", "install", "--quiet", "--python", python, *packages], check=True)
        stamp.write_text(" ".join(packages))
    return python
