"""The search for support with 50,000 offers: five filters, few and none; beside a bare Django view of the same rows.

`script/bench market`. The bare view asks the same tables through Django's ORM (count, then twenty rows by rank) and
draws titles with a template of one line, without middleware, rights, forms or layout. Both take turns on the same
addresses, so that whatever else runs meets both alike. `script/bench market 5000` fills fewer.
"""

import statistics
import sys
import time
from itertools import product
from pathlib import Path
from urllib.parse import urlencode

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "platform")]

from benchmarks import _site  # noqa: E402 - starts Django, which the others need

# isort: split
from django.conf import settings  # noqa: E402
from django.contrib.postgres.search import SearchQuery, SearchRank  # noqa: E402
from django.db.models import F  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.template import engines  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import override_settings  # noqa: E402
from django.urls import path  # noqa: E402

from benchmarks import _market_offers  # noqa: E402
from market.models import Listing  # noqa: E402

FEW, MANY, ROUNDS = 40, 50_000, 4
LIMIT_MS, LIMITED = 200, ("five filters",)
NO_LIMITS = {"account": "1000000/m", "address": "1000000/m"}
WORDS, NEEDS, AREAS = (
    ("swimming", "night sitting", "cooking"),
    ("therapy", "short_break", "payroll"),
    ("kernow", "bristol"),
)
FIVE = [
    {"q": q, "need": need, "area": area, "mechanism": "direct_payment", "availability": "regular"}
    for q, need, area in product(WORDS, NEEDS, AREAS)
] + [
    {"need": need, "area": area, "group": "mental_health", "come": "village", "access": "quiet"}
    for need, area in product(NEEDS, AREAS)
] + [
    {"q": q, "area": area, "unit": "hour", "most": "20", "availability": "crisis", "language": "pl"}
    for q, area in product(WORDS, AREAS)
]  # fmt: skip
KINDS = {
    "five filters": FIVE,
    "words that many have": [{"q": "swimming"}, {"q": "company"}, {"q": "somebody who listens"}],
    "no filter, by each order": [{"sort": sort} for sort in ("best", "price", "newest", "soonest")],
    "nothing found": [
        {"q": "quagga", "need": "therapy", "area": "kernow", "group": "mental_health", "come": "village"}
    ],
    "a page in the middle": [{"need": "therapy", "page": "20"}],
}


def main() -> None:
    """Few offers for the queries, then many for queries and times."""
    _site.prepare()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with override_settings(RATE_LIMITS=dict.fromkeys(settings.RATE_LIMITS, NO_LIMITS)):
        ours = Client()
        _market_offers.fill(FEW)
        few = {name: queries(ours, asked) for name, asked in KINDS.items()}
        start = time.perf_counter()
        _market_offers.fill(count)
        load = Path("/proc/loadavg").read_text().split()[0]
        print(f"{count:,} offers made in {time.perf_counter() - start:.0f} s; load {load}", flush=True)
        for name, asked in KINDS.items():
            report(name, ours, asked, few[name])


def report(name: str, ours: Client, asked: list[dict[str, str]], few: tuple[int, int]) -> None:
    """Two lines for a kind of search: p95 and median of ours and of the bare view, and our queries."""
    mine, bare, works = [], [], [0.0, 0.0]
    for given in asked * max(ROUNDS, 60 // len(asked)):
        start = time.process_time()
        mine.append(milliseconds(ours, f"/market/?{urlencode(given)}"))
        between = time.process_time()
        with BARE:
            bare.append(milliseconds(Client(), f"/?{urlencode(given)}"))
        works = [works[0] + between - start, works[1] + time.process_time() - between]
    many = queries(ours, asked)
    same = "the same" if few == many else f"with {FEW} offers {few[0]} to {few[1]}"
    kept = "" if name not in LIMITED else f"  (limit {LIMIT_MS} ms: {'kept' if p95(mine) < LIMIT_MS else 'NOT KEPT'})"
    print(f"{name}, {len(mine)} pages of each{kept}")
    print(
        f"  ours p95 {p95(mine):.0f} ms, median {statistics.median(mine):.0f}, of which Python "
        f"{works[0] * 1000 / len(mine):.0f}; {many[0]} to {many[1]} queries ({same})"
    )
    print(
        f"  bare p95 {p95(bare):.0f} ms, median {statistics.median(bare):.0f}, of which Python "
        f"{works[1] * 1000 / len(mine):.0f}; 2 queries",
        flush=True,
    )


def p95(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20)[-1]


def milliseconds(client: Client, address: str) -> float:
    start = time.perf_counter()
    assert client.get(address).status_code == 200, address
    return (time.perf_counter() - start) * 1000


def queries(client: Client, asked: list[dict[str, str]]) -> tuple[int, int]:
    """Fewest and most queries of these searches, once what is kept between requests is there.

    One that finds nothing asks once more for each of its filters, to say which to leave out; such searches are counted
    only where none of these finds anything.
    """
    found, nothing = [], []
    for given in asked:
        address = f"/market/?{urlencode(given)}"
        is_found = b"Nothing found" not in client.get(address).content
        (found if is_found else nothing).append(_site.queries(lambda address=address: client.get(address)))
    return min(found or nothing), max(found or nothing)


LINE = engines["django"].from_string("<p>{{ count }}</p>{% for row in rows %}<h2>{{ row.title }}</h2>{% endfor %}")
ORDERS = {"price": ("unit", "price_pence"), "soonest": ("waiting_weeks",)}
HAS = {"need": "needs", "area": "areas", "group": "groups", "mechanism": "mechanisms", "availability": "availability"}
HAS |= {"language": "languages", "access": "accessibility"}


def bare_view(request: HttpRequest) -> HttpResponse:
    """The same rows with nothing around them."""
    given = request.GET
    rows = Listing.objects.defer("details", "vector")
    for name, field in HAS.items():
        if name in given:
            rows = rows.filter(**{f"{field}__contains": [given[name]]})
    if given.get("come") == "village":
        rows = rows.filter(comes_to_you=True, goes_rural=True)
    if "most" in given:
        rows = rows.filter(unit=given["unit"], price_pence__lte=int(given["most"]) * 100)
    if "q" in given:
        query = SearchQuery(given["q"], search_type="websearch", config="english")
        rows = rows.filter(vector=query).annotate(rank=SearchRank(F("vector"), query)).order_by("-rank", "pk")
    else:
        rows = rows.order_by(*ORDERS.get(given.get("sort", ""), ("-published_at",)), "pk")
    first = (int(given.get("page", 1)) - 1) * 20
    return HttpResponse(LINE.render({"count": rows.count(), "rows": list(rows[first : first + 20])}))


urlpatterns = [path("", bare_view)]
BARE = override_settings(ROOT_URLCONF=sys.modules[__name__], MIDDLEWARE=[])

if __name__ == "__main__":
    main()
