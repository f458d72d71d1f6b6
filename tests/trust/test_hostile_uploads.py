"""Hostile uploads through a real web server and worker: each a clear error, nothing stored, little memory.

A few of each kind in the suite; `script/soak uploads` sends 1,000.
"""

import csv
import io
import os
import re
import time
from collections import Counter
from pathlib import Path

import pytest
import requests
from bs4 import BeautifulSoup
from redis import Redis as RedisClient

from embedded.redis import Redis
from files import identifiers
from files.records import Place
from tests.e2e.site import Site, running_site
from tests.trust.hostile import Hostile, cases
from tests.trust.watching_memory import Watch

pytestmark = pytest.mark.slow

SOAK = os.environ.get("IPC_SOAK") == "1"
COUNT = int(os.environ.get("IPC_SOAK_COUNT", "1000")) if SOAK else 24
SEED = int(os.environ.get("IPC_SOAK_SEED", "20150715"))
MOST_MEGABYTES = 512
# Of the limit for an hour; the run lifts it as it goes, since it is one person who sends all.
AT_ONCE = 20
JOB_SECONDS = 60
# What a refused upload may leave: the job that says why, who did what, messages about it, the session.
MAY_GROW = re.compile(
    r"jobs_job|jobs_outboxmessage|audit_|notify_|django_session|usersessions_|celery_beat|rate_limit|drafts_|accounts_user"
)
OUR_FAULT = ("Something went wrong", "Traceback", "Server Error")


class Visitor:
    """One signed-in person of the demo, as a browser without JavaScript."""

    def __init__(self, site: Site, role: str) -> None:
        self.site, self.session = site, requests.Session()
        page = self.session.get(site.url("/account/login/"), timeout=60)
        form = {"login": f"{role}@demo.example", "password": site.password, **_token(page.text)}
        answer = self.session.post(site.url("/account/login/"), data=form, timeout=60)
        assert "/account/login/" not in answer.url, f"{role} could not sign in"

    def send(self, path: str, field: str, case: Hostile) -> requests.Response:
        """Upload a file by the form at this address."""
        if "csrfmiddlewaretoken" not in self.__dict__.setdefault("form", {}):
            self.form = _token(self.session.get(self.site.url(path), timeout=60).text)
        file = {field: (case.name, case.content)}
        return self.session.post(self.site.url(path), data=self.form, files=file, timeout=120, allow_redirects=False)


def _token(page: str) -> dict[str, str]:
    field = BeautifulSoup(page, "html.parser").find("input", attrs={"name": "csrfmiddlewaretoken"})
    return {"csrfmiddlewaretoken": field["value"]}


def test_hostile_uploads_are_refused_in_words_and_leave_nothing(worker_id, django_db_blocker):
    with django_db_blocker.unblock(), running_site(f"hostile_uploads_{worker_id}") as site:
        lead, manager = Visitor(site, "area-lead"), Visitor(site, "network-manager")
        before, files = rows_of(site), files_of(site)
        memory = Watch.of(str(site.home), "gunicorn", "celery")
        assert set(memory.pids.values()) == {"gunicorn", "celery"}
        refused: Counter[str] = Counter()
        for number, case in enumerate(cases(COUNT, seed=SEED)):
            if number % AT_ONCE == 0:
                lift_limit(site)
            fault = fault_of(site, lead, manager, case)
            assert fault, f"{case.kind} (file {number}) was accepted"
            assert not any(word in fault for word in OUR_FAULT), f"{case.kind} (file {number}): {fault}"
            refused[case.target] += 1
            if SOAK and sum(refused.values()) % AT_ONCE == 0:
                print(f"{sum(refused.values()):,} refused; peaks above idle: {memory.peaks()}", flush=True)
        peaks = memory.peaks()
        print(f"\n{dict(refused)} refused; peaks above idle: {peaks}")
        assert sum(refused.values()) == COUNT
        assert peaks["all"] < MOST_MEGABYTES
        assert rows_of(site) == before
        assert files_of(site) == files
        assert results_of_jobs(site) == 0


def fault_of(site: Site, lead: Visitor, manager: Visitor, case: Hostile) -> str:
    """What the person is told; empty where the file was accepted."""
    if case.target == "people":
        records = list(csv.reader(io.StringIO(case.content.decode())))
        found = identifiers.find(records[0], enumerate(records[1:], 2), Place(case.name))
        return "; ".join(map(str, found))
    if case.target == "team":
        answer = lead.send("/areas/kernow/team/list/", "file", case)
    else:
        answer = manager.send("/network/load/", "folder", case)
        if answer.status_code == 302:
            return fault_of_job(site, answer.headers["Location"].rstrip("/").rpartition("/")[2])
    assert answer.status_code in {200, 422}, f"{case.kind}: {answer.status_code}"
    if answer.status_code == 200:
        return ""
    page = BeautifulSoup(answer.text, "html.parser")
    told = page.select(".nhsuk-error-summary, #main-content table, main table")
    return " ".join(part.get_text(" ", strip=True) for part in told)


def fault_of_job(site: Site, public_id: str) -> str:
    deadline = time.monotonic() + JOB_SECONDS
    with site.rows() as rows:
        while time.monotonic() < deadline:
            state, failure, faults = rows.execute(
                "SELECT state, failure, faults FROM jobs_job WHERE public_id = %s", [public_id]
            ).fetchone()
            if state == "done":
                return ""
            if state == "failed":
                assert faults, f"A refusal without a line that says where: {failure}"
                return f"{failure} {faults[0]}"
            time.sleep(0.02)
    raise AssertionError("The job did not end.")


def rows_of(site: Site) -> dict[str, int]:
    """How many rows each table of each schema has, but for those that a refused upload may add to."""
    tables = "SELECT schemaname, relname FROM pg_stat_user_tables ORDER BY 1, 2"
    with site.rows() as rows:
        names = [f'"{schema}"."{table}"' for schema, table in rows.execute(tables) if not MAY_GROW.search(table)]
        return {name: rows.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}


def files_of(site: Site) -> list[Path]:
    """What lies in private storage and among the media."""
    folders = (site.home / "private", site.home / "media")
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())


def results_of_jobs(site: Site) -> int:
    with site.rows() as rows:
        sql = "SELECT count(*) FROM jobs_job WHERE kind = 'network-load' AND result <> '{}'"
        return rows.execute(sql).fetchone()[0]


def lift_limit(site: Site) -> None:
    """Forget how often this person has uploaded."""
    redis = RedisClient(unix_socket_path=Redis(site.home / "redis").url.removeprefix("unix://").partition("?")[0])
    for database in range(3):
        redis.execute_command("SELECT", database)
        for key in redis.scan_iter("*upload*", count=1000):
            redis.delete(key)
    redis.close()
