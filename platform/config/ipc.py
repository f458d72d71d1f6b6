"""The `ipc` command line: one sub-command for each module of `config.commands`.

Exit codes: 0 done; 1 refused or failed, one line for each fault on standard error; 2 wrong usage.
"""

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from types import ModuleType

import config.commands
from embedded.errors import Refused


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. A reader that stops reading (`| head`) is no fault."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except Refused as refusal:
        return _faults(refusal.faults)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return _faults(["Stopped."])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ipc", description="The collaboration platform's own commands.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, module in _command_modules():
        summary = (module.__doc__ or "").strip().splitlines()[0]
        command = commands.add_parser(name, help=summary, description=summary)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return parser


def _command_modules() -> list[tuple[str, ModuleType]]:
    """Each module of `config.commands` by its command's name (`load_network` is `load-network`)."""
    names = [found.name for found in pkgutil.iter_modules(config.commands.__path__) if not found.name.startswith("_")]
    return [(name.replace("_", "-"), importlib.import_module(f"config.commands.{name}")) for name in sorted(names)]


def _faults(lines: Sequence[str]) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
