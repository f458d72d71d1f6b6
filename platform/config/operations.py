"""`/healthz`: this process answers. `/readyz`: the site can do its work."""

from django.db import connection
from django.http import HttpRequest, JsonResponse

from accounts.access import public
from config import health


@public
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while the process answers at all; asks nobody else."""
    return JsonResponse({"status": "ok"})


@public
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when every registered check is content, else 503 with the names of those that aren't.

    The reasons go to the log, not to whoever asks.
    """
    answers = health.run()
    failed = sorted(name for name, problem in answers.items() if problem)
    body = {"status": "not ready" if failed else "ready", "checks": {n: n not in failed for n in sorted(answers)}}
    return JsonResponse(body, status=503 if failed else 200)


def database_answers() -> str | None:
    """None when PostgreSQL answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return None
