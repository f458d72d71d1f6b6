"""Work that tests give to workers. It writes into `sample_work`, which the tests make in each schema they look at."""

import time

from celery import shared_task
from django.db import connection

from jobs import registry
from jobs.errors import JobRefused
from jobs.registry import JobKind, JobResult

TABLE = "CREATE TABLE {schema}.sample_work (word text, schema_name text DEFAULT current_schema())"


def write(word):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO sample_work (word) VALUES (%s)", [word])


def written(schema="public"):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT word, schema_name FROM {schema}.sample_work ORDER BY word")
        return cursor.fetchall()


@shared_task
def area_note(word):
    write(word)


@shared_task
def area_fault(word):
    write(word)
    raise ValueError("a fault")


@shared_task(region_wide=True)
def network_note(word):
    write(word)


@shared_task(bind=True, max_retries=1)
def area_second_try(self, word):
    write(f"{word}-{self.request.retries}")
    if self.request.retries == 0:
        raise self.retry(countdown=0)


def steps(run):
    """`n` steps of `seconds` each, one row a step."""
    total = run.input.get("n", 3)
    for number in range(1, total + 1):
        write(f"step {number}")
        run.progress(number, total, f"Step {number} of {total}")
        time.sleep(run.input.get("seconds", 0))
    return JobResult(words=f"{total} steps were done.", url="/home/", facts={"steps": total})


def refusing(run):
    write("half")
    raise JobRefused("The file has 2 faults. Nothing was stored.", ["areas.csv:2: no name", "areas.csv:3: no slug"])


class DomainFault(Exception):
    faults = ["one"]


def refusing_in_own_words(run):
    raise DomainFault("This can't be done on a Sunday.")


def broken(run):
    write("half")
    raise RuntimeError("secret detail of the fault")


def reading(run):
    write(run.file.read_text())
    return JobResult(words="The file was read.")


KINDS = [
    JobKind("sample-steps", "Sample steps", steps, area_wide=True),
    JobKind("sample-network-steps", "Sample steps of the network", steps, area_wide=False),
    JobKind("sample-once", "Sample that is tried once", steps, area_wide=False, max_attempts=1),
    JobKind("sample-refusing", "Sample that refuses", refusing, area_wide=False),
    JobKind(
        "sample-own-words",
        "Sample that refuses in its own words",
        refusing_in_own_words,
        area_wide=False,
        refusals=(DomainFault,),
    ),
    JobKind("sample-broken", "Sample that breaks", broken, area_wide=False),
    JobKind("sample-reading", "Sample that reads", reading, area_wide=False, file_limit_bytes=1000),
]
for kind in KINDS:
    registry.register(kind)
