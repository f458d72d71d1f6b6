"""Who may use these addresses; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import EVERY_ROLE, Row


def _job_of(owner: Any) -> dict[str, Any]:
    from jobs.models import Job

    return {"public_id": Job.objects.create(kind="rights-table", title="A job of one's own", owner=owner).public_id}


def _own(world: Any) -> dict[str, Any]:
    return _job_of(world.me or world.people["network-manager"])


def _somebody_elses(world: Any) -> dict[str, Any]:
    return _job_of(next(user for user in world.people.values() if user != world.me))


ROWS = [
    Row("jobs:list", EVERY_ROLE),
    Row("jobs:job", EVERY_ROLE, sample=_own, foreign=_somebody_elses),
    Row("jobs:status", EVERY_ROLE, sample=_own, foreign=_somebody_elses),
    Row("jobs:cancel", EVERY_ROLE, ("GET", "POST"), sample=_own, foreign=_somebody_elses),
    Row("jobs:faults", EVERY_ROLE, sample=_own, foreign=_somebody_elses),
]
