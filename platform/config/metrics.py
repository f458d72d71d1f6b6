"""`/metrics`: figures of the running site for the operator's monitoring, in Prometheus's format.

Requests are counted by each process, in files that all processes of a web server share. Everything else is asked of
the database when somebody asks. No figure is about a person or names an area.
"""

import hmac
import os
import time
from collections.abc import Callable, Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest, multiprocess
from prometheus_client.core import GaugeMetricFamily, Metric

from accounts.access import public
from config import figures
from config.metrics_folder import FOLDER_VARIABLE

SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
NOWHERE = "none"  # an address that is not there: visitors make up as many as they like

_own = CollectorRegistry()
requests = Counter("ipc_requests", "Requests answered.", ["route", "method", "status"], registry=_own)
request_seconds = Histogram(
    "ipc_request_seconds", "Seconds until the answer.", ["route"], buckets=SECONDS, registry=_own
)

GetResponse = Callable[[HttpRequest], HttpResponse]


class RequestMetricsMiddleware:
    """Counts each request and its time by the name of its route; stands outside all others."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        response = self.get_response(request)
        match = getattr(request, "resolver_match", None)
        route = match.view_name if match else NOWHERE
        method = request.method if request.method in {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"} else "other"
        requests.labels(route, method, str(response.status_code)).inc()
        request_seconds.labels(route).observe(time.perf_counter() - start)
        return response


@public
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures, for whoever sends METRICS_TOKEN; 404 where none is set, 401 for anybody else."""
    if not settings.METRICS_TOKEN:
        return HttpResponse("METRICS_TOKEN is not set.", status=404, content_type="text/plain")
    sent = request.headers.get("Authorization", "")
    if not hmac.compare_digest(sent.encode(), f"Bearer {settings.METRICS_TOKEN}".encode()):
        answer = HttpResponse("Send the token of METRICS_TOKEN.", status=401, content_type="text/plain")
        answer["WWW-Authenticate"] = 'Bearer realm="metrics"'
        return answer
    return HttpResponse(page(), content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"})


def page() -> bytes:
    """Every figure as text."""
    asked = CollectorRegistry()
    asked.register(_Asked())
    return counted() + generate_latest(asked)


def counted() -> bytes:
    """What the processes of this web server have counted, as text."""
    registry = _own
    if os.environ.get(FOLDER_VARIABLE):
        registry = CollectorRegistry()
        multiprocess.MultiProcessCollector(registry)
    return generate_latest(registry)


class _Asked:
    """What the database says at this moment."""

    def collect(self) -> Iterator[Metric]:
        for figure in figures.all_figures():
            family = GaugeMetricFamily(figure.name, figure.words, labels=figure.labels)
            for values, number in figure.numbers:
                family.add_metric(values, number)
            yield family
