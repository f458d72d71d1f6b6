"""A page of 100 services of the feed, with 50,000 offers, beside a bare Django view of the same rows.

`script/bench market_feed`. The bare view asks the same joined rows through Django's ORM (count, then 100) and answers
with the ids and names alone as JSON, without middleware, rights, parameters or documents. Both take turns, so that
whatever else runs meets both alike. `script/bench market_feed 5000` fills fewer.
"""

import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "platform")]

from benchmarks import _site  # noqa: E402 - starts Django, which the others need

# isort: split
import statistics  # noqa: E402

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpRequest, JsonResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import override_settings  # noqa: E402
from django.urls import path  # noqa: E402

from benchmarks import _market_offers  # noqa: E402
from market import listings  # noqa: E402
from market.directories import ids  # noqa: E402
from market.directories.feed import queries as feed  # noqa: E402
from market.models import ListedPlace, Listing, Offer  # noqa: E402

FEW, MANY, TURNS, BATCH = 40, 50_000, 60, 1_000
LIMIT_MS, LIMITED = 150, ("a page of 100 services", "the same, whole")
NO_LIMITS = {"account": "1000000/m", "address": "1000000/m"}
TERM = ids.of_term("needs", "therapy")
PAGES = {
    "a page of 100 services": "services?per_page=100",
    "the same, whole": "services?per_page=100&full=true",
    "the 50th page": "services?per_page=100&page=50",
    "by words, term and day": f"services?per_page=100&search=swimming&taxonomy_term_id={TERM}&day=SA",
    "100 services at their places": "service_at_locations?per_page=100",
    "100 organisations": "organizations?per_page=100",
}


def main() -> None:
    """Few offers for the queries, then many for queries and times."""
    _site.prepare()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with override_settings(RATE_LIMITS=dict.fromkeys(settings.RATE_LIMITS, NO_LIMITS)):
        fill(FEW)
        few = {name: queries(address) for name, address in PAGES.items()}
        start = time.perf_counter()
        fill(count)
        load = Path("/proc/loadavg").read_text().split()[0]
        print(f"{count:,} offers made in {time.perf_counter() - start:.0f} s; load {load}", flush=True)
        for name, address in PAGES.items():
            report(name, address, few[name])


def fill(count: int) -> None:
    """So many offers, with their listings and places as the real writer makes them."""
    _market_offers.fill(count)
    numbers = list(Offer.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(numbers), BATCH):
        listings.refresh_many(numbers[start : start + BATCH])
    # Every listing was written anew: what PostgreSQL tidies up by itself within minutes is done before the turns begin.
    with connection.cursor() as cursor:
        for table in (Listing, ListedPlace):
            cursor.execute(f"VACUUM ANALYZE {table._meta.db_table}")


def report(name: str, address: str, few: int) -> None:
    """A line for ours and one for the bare view."""
    mine, bare, works = [], [], 0.0
    for _ in range(TURNS):
        start = time.process_time()
        mine.append(milliseconds(f"/open-referral/{address}"))
        works += time.process_time() - start
        with BARE:
            bare.append(milliseconds("/"))
    many = queries(address)
    same = "the same" if few == many else f"NOT the same: {few} with {FEW} offers"
    kept = "" if name not in LIMITED else f" (limit {LIMIT_MS} ms: {'kept' if p95(mine) < LIMIT_MS else 'NOT KEPT'})"
    print(
        f"{name:<30} ours p95 {p95(mine):.0f} ms{kept}, median {statistics.median(mine):.0f}, our process works "
        f"{works * 1000 / TURNS:.0f} ms; {many} queries ({same}); bare p95 {p95(bare):.0f}, "
        f"median {statistics.median(bare):.0f}",
        flush=True,
    )


def p95(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20)[-1]


def milliseconds(address: str) -> float:
    start = time.perf_counter()
    assert Client().get(address).status_code == 200, address
    return (time.perf_counter() - start) * 1000


def queries(address: str) -> int:
    return _site.queries(lambda: Client().get(f"/open-referral/{address}"))


def bare_view(request: HttpRequest) -> JsonResponse:
    """The first hundred rows with nothing around them."""
    rows = feed.services({})
    contents = [{"id": str(row.public_id), "name": row.title} for row in rows[:100]]
    return JsonResponse({"total_items": rows.order_by().count(), "contents": contents})


urlpatterns = [path("", bare_view)]
BARE = override_settings(ROOT_URLCONF=sys.modules[__name__], MIDDLEWARE=[])

if __name__ == "__main__":
    main()
