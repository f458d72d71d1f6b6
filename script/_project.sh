# Sourced by the other scripts: where the project is, and how they speak.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
PROJECT=$PWD
VENV=$PROJECT/.venv
# The project's tools first, so that a script started from another environment uses ours.
unset VIRTUAL_ENV PYTHONHOME PYTHONPATH
# What Python compiles is kept, beside the environment: a process of ours starts in a third of the time.
unset PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX=$VENV/bytecode

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
