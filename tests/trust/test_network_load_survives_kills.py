"""kill -9 of the worker in the middle of a network load: the next worker ends it, and nothing is half stored.

One kill in the suite; `script/soak network_load` kills at ten points of a larger network.
"""

import os
import zipfile

import pytest
from django.db import connection

from jobs import actions, sweeper
from jobs.models import Job
from tenants.models import Area, Organisation
from tests.conftest import make_person
from tests.jobs.conftest import broker, start_worker, tables, wait_for  # noqa: F401 - fixtures

pytestmark = pytest.mark.slow

SOAK = os.environ.get("IPC_SOAK") == "1"
AREAS = 60 if SOAK else 12
# Steps of the load at which the worker is killed; it has two for each area and one between. Progress is written ten
# times a second, so that the very last steps may not be seen in time.
KILLED_AT = [1, 10, 30, 59, 60, 61, 75, 90, 100, 112] if SOAK else [AREAS // 2]


@pytest.fixture
def folder(tmp_path):
    """A network of many areas as one .zip."""
    areas = ["slug,name,short_name,ods_code,ons_code,local_authorities,approx_population_2014"]
    plans = ["area,children_complex_needs,multiple_ltc,learning_disability,mental_health"]
    partners = ["area,group,partner,kind"]
    for number in range(AREAS):
        areas.append(f"coast-{number},Coast {number},Coast {number},,,,1000")
        plans.append(f"coast-{number},1,2,3,TBC")
        partners.append(f"coast-{number},,Friends of coast {number},voluntary")
    path = tmp_path / "coasts.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, lines in (("areas", areas), ("phase_plan", plans), ("partners", partners)):
            archive.writestr(f"{name}.csv", "\n".join(lines) + "\n")
    return path


def stored() -> tuple[int, int, int]:
    """(areas, organisations, schemas) of the new network."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'area\\_coast\\_%'")
        schemas = cursor.fetchone()[0]
    areas = Area.objects.filter(slug__startswith="coast-").count()
    return areas, Organisation.objects.filter(name__startswith="Friends of coast").count(), schemas


@pytest.mark.parametrize("step", KILLED_AT)
def test_a_load_whose_worker_is_killed_is_stored_once_by_the_next(step, folder, tables, start_worker):  # noqa: F811
    manager = make_person("network-manager")
    job = actions.start(kind="network-load", by=manager, file=folder)
    first = start_worker()
    wait_for(lambda: fresh(job).progress >= step)
    first.kill()

    assert fresh(job).state == "running"
    assert stored() == (0, 0, 0)
    wait_for(lambda: sweeper.sweep() == 1, seconds=15)
    assert stored() == (0, 0, 0)

    start_worker()
    wait_for(lambda: fresh(job).has_ended, seconds=120)
    assert (fresh(job).state, fresh(job).attempts) == ("done", 2)
    assert stored() == (AREAS, AREAS, AREAS)


def fresh(job: Job) -> Job:
    return Job.objects.get(pk=job.pk)
