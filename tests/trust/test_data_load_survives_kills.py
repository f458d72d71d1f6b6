"""kill -9 of the worker in the middle of a load of linked data: there is never a half-loaded version.

One kill in the suite; `script/soak data_load` kills at ten points of a larger load.
"""

import os
import time

import pytest
from django.conf import settings

from finance_models.loading import checksums, folders
from finance_models.models import DataVersion
from jobs import actions, sweeper
from jobs.models import Job
from tenants.contexts import in_area
from tenants.models import Area
from tests.conftest import make_person
from tests.finance_models.given import loaded, write
from tests.jobs.conftest import broker, start_worker, tables, wait_for  # noqa: F401 - fixtures

pytestmark = pytest.mark.slow

SOAK = os.environ.get("IPC_SOAK") == "1"
PEOPLE, LINES = (2_000, 1_500_000) if SOAK else (500, 250_000)
# Seconds after the load has begun to make its folder at which the worker is killed.
KILLED_AFTER = [0, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0, 1.3, 1.6, 2.0] if SOAK else [0.1]


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    """Private storage of this test's own, for its workers too: a load clears away folders that no version names."""
    monkeypatch.setenv("IPC_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(settings, "PRIVATE_ROOT", tmp_path / "home" / "private")


@pytest.fixture
def given(tmp_path):
    """A people file, and an activity file of many lines."""
    people = "person_id,birth_year,ltc_count,eligible_from,eligible_to\n"
    people += "".join(f"p{number},1950,1,2012-04-01,\n" for number in range(PEOPLE))
    line = "p{},2013-{:02d}-01,acute,stay,1,{}\n"
    lines = "".join(line.format(number % PEOPLE, number % 12 + 1, number % 900) for number in range(LINES))
    activity = f"person_id,date,setting,service,units,cost\n{lines}"
    return [write(tmp_path / "sent", "people", people), write(tmp_path / "sent", "activity", activity)]


@pytest.mark.parametrize("after", KILLED_AFTER)
def test_a_load_whose_worker_is_killed_leaves_the_version_in_use_and_is_done_by_the_next(
    after,
    given,
    tmp_path,
    tables,  # noqa: F811
    start_worker,  # noqa: F811
):
    area = Area.objects.get(slug="kernow")
    lead = make_person("finance-lead", area=area)
    first = loaded(area, tmp_path / "first", accept=True)
    job = actions.start(kind="finance-load", by=lead, area=area, input=_input(area, given, first.entry_id))
    worker = start_worker()
    wait_for(lambda: len(there(area)) == 2, seconds=60)
    time.sleep(after)
    worker.kill()

    assert whole(area) == [(1, "in_use")]
    wait_for(lambda: sweeper.sweep() == 1, seconds=15)
    start_worker()
    wait_for(lambda: Job.objects.get(pk=job.pk).has_ended, seconds=120)
    ended = Job.objects.get(pk=job.pk)
    assert (ended.state, ended.attempts, ended.failure) == ("done", 2, "")
    assert whole(area) == [(1, "superseded"), (2, "in_use")]
    assert len(there(area)) == 2
    with in_area(area):
        assert DataVersion.objects.get(number=2).rows["activity"] == {"accepted": LINES, "rejected": 0}


def _input(area, given, entry):
    from finance_models.loading import uploads

    files = []
    for each in given:
        with each.path.open("rb") as file:
            files.append(uploads.keep(file, area=area, table=each.table))
    return {"files": files, "entry": entry, "add_to": None, "accept": True}


def there(area):
    """Folders of versions, whole or not."""
    return list(folders.root(area).iterdir())


def whole(area):
    """(number, state) of each version, whose files are those that its row names."""
    with in_area(area):
        found = list(DataVersion.objects.order_by("number"))
    for version in found:
        assert checksums.of(folders.path_of(area, version.folder)) == version.checksum
    return [(version.number, version.state) for version in found]
