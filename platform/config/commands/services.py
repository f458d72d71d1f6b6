"""Start, stop or show this machine's own PostgreSQL and Redis."""

import argparse

from config.commands._setup import print_json
from embedded.services import Services, own_services, refuse_while_demo_runs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`start`, `stop`, or `status [--env]`; each with `--json`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, summary in (
        ("start", "start what doesn't run yet; it goes on running after the command"),
        ("stop", "stop both; their data stay"),
        ("status", "say what runs; exit 1 unless both do"),
    ):
        action = actions.add_parser(name, help=summary, description=summary)
        action.add_argument("--json", action="store_true", help="print one JSON document")
        if name == "status":
            action.add_argument("--env", action="store_true", help="print DATABASE_URL= and REDIS_URL= lines")


def run(options: argparse.Namespace) -> int:
    """Do what was asked for."""
    services = own_services()
    if options.action == "start":
        services.start()
    elif options.action == "stop":
        refuse_while_demo_runs()
        services.stop()
    elif options.env:
        return _print_environment(services)
    return _print_status(services, options)


def _print_environment(services: Services) -> int:
    for name, value in services.addresses().items():
        print(f"{name}={value}")
    return 0


def _print_status(services: Services, options: argparse.Namespace) -> int:
    running = services.are_running()
    facts = {
        "running": running,
        "folder": str(services.folder),
        "postgres": {"pid": services.postgres.pid(), "running": services.postgres.is_ready()},
        "redis": {"pid": services.redis.pid(), "running": services.redis.is_ready()},
    } | (services.addresses() if running else {})
    if options.json:
        print_json(facts)
    else:
        for name, word in (("postgres", "PostgreSQL"), ("redis", "Redis")):
            state = f"runs (process {facts[name]['pid']})" if facts[name]["running"] else "doesn't run"
            print(f"{word} {state}.")
        print(f"Data: {services.folder}")
    return 0 if options.action != "status" or running else 1
