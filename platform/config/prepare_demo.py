"""Makes the demo's database and files ready: migrations, the network, sample activity, static files.

Run by the demo as `python -m config.prepare_demo`, in a process of its own: what it needs is given back when it ends.
"""

import os
import sys

from embedded.errors import Refused


def main() -> int:
    """Bring everything up to date, with a line for each thing done; 1 with lines on standard error otherwise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    try:
        prepare()
    except Refused as refusal:
        print("\n".join(refusal.faults), file=sys.stderr)
        return 1
    return 0


def prepare() -> None:
    """Migrate, run the registered steps, collect static files. Safe to run again."""
    from django.core.management import call_command

    from config import audit_keeper
    from config.migrate import migrate_everything
    from embedded import demo_data
    from jobs.schedule import ensure_schedule

    with audit_keeper.kept_safe():
        migrate_everything(say)
    for step in demo_data.steps():
        say(step.name)
        try:
            step.function()
        except Exception as error:
            faults = getattr(error, "faults", None)
            if not faults:
                raise
            raise Refused(f"{step.name}: this part of the demo's data was refused.", *faults) from error
    ensure_schedule()
    say("Collecting the pages' styles and scripts")
    call_command("collectstatic", interactive=False, verbosity=0)


def say(words: str) -> None:
    """One line of progress."""
    print(f"  {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
