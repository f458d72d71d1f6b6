"""A resource's page, the list and the search with 5,000 resources, beside Wagtail's bare page view in the same run.

`script/bench knowledge`. Wagtail's bare view is the same page served by Wagtail's own `Page.serve` with a template of
one line: what finding a page and its restrictions costs by itself. Each of ours is asked signed out.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "platform")]

from benchmarks import _site  # noqa: E402 - starts Django, which the others need

# isort: split
from django.conf import settings  # noqa: E402
from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, models  # noqa: E402
from django.template import engines  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import override_settings  # noqa: E402
from wagtail.models import Locale, Page  # noqa: E402

from find import vocabulary  # noqa: E402
from knowledge.models import KnowledgeIndex, Method  # noqa: E402
from tenants.groups import GROUPS  # noqa: E402

FEW, MANY, TIMES = 20, 5_000, 40
SUBJECTS = ("planning", "budgets", "brokerage", "capitation", "peer support", "carers", "nights", "assistants")
PARAGRAPH = "People say what matters to them, and the team writes it down in words that they would use. "
ADDRESSES = {
    "resource": "/knowledge/about-planning-0/",
    "list": "/knowledge/",
    "list, a page in the middle, narrowed": "/knowledge/?component=3A&page=9",
    "list, by words": "/knowledge/?q=budgets",
    "search of all rooms": "/search/?q=budgets",
    "search, a rare word": "/search/?q=quagga",
    "search, spelt wrongly": "/search/?q=capitattion",
    "feed": "/knowledge/feed/",
    "sitemap": "/sitemap.xml",
}
NO_LIMITS = {"account": "1000000/m", "address": "1000000/m"}


def main() -> None:
    """Once with few resources for the queries, once with many for queries and times."""
    _site.prepare()
    limits = dict.fromkeys(settings.RATE_LIMITS, NO_LIMITS)
    with override_settings(RATE_LIMITS=limits):
        client = Client()
        fill(0, FEW)
        few = {name: counted(client, address) for name, address in ADDRESSES.items()}
        start = time.perf_counter()
        fill(FEW, MANY)
        print(f"{MANY:,} resources made and put into the index in {time.perf_counter() - start:.0f} s", flush=True)
        many = {name: counted(client, address) for name, address in ADDRESSES.items()}
        bare = _site.milliseconds(bare_view(client), TIMES)
        rows = []
        for name, address in ADDRESSES.items():
            took = _site.milliseconds(lambda address=address: client.get(address), TIMES)
            rows.append((f"{name}, ms", took, bare, "Wagtail's bare page view, ms"))
    _site.report(rows)
    for name in ADDRESSES:
        same = "the same" if few[name] == many[name] else "NOT the same"
        print(f"queries of {name}: {few[name]} with {FEW}, {many[name]} with {MANY:,}: {same}")


def counted(client: Client, address: str) -> int:
    """Queries of a page, once what is kept between requests is there."""
    client.get(address)
    return _site.queries(lambda: client.get(address))


def bare_view(client: Client) -> Callable[[], None]:
    """The resource's page by Wagtail's own `serve`, with a template of one line and nothing of ours in its context."""
    line = engines["django"].from_string("<h1>{{ page.title }}</h1>")

    def serve() -> None:
        ours = Method.get_context, Method.get_template
        Method.get_context = Page.get_context  # type: ignore[method-assign]
        Method.get_template = lambda self, request, *a, **k: line  # type: ignore[method-assign]
        try:
            assert client.get(ADDRESSES["resource"]).status_code == 200
        finally:
            Method.get_context, Method.get_template = ours  # type: ignore[method-assign]

    return serve


def fill(start: int, end: int) -> None:
    """Published resources straight into the tables, past the rule about agreement, and then into Wagtail's index."""
    index = KnowledgeIndex.objects.get()
    kind, locale = ContentType.objects.get_for_model(Method), Locale.get_default()
    groups, components = [group.key for group in GROUPS], ["1A", "2B", "3A", "3B", "4A", "5A"]
    rows = []
    for number in range(start, end):
        subject = SUBJECTS[number % len(SUBJECTS)]
        body = [{"type": "text", "value": f"<h2>About {subject}</h2><p>{PARAGRAPH * 12}</p><p>Number {number}.</p>"}]
        facts = {
            "title": f"About {subject} {number}",
            "slug": f"about-{subject.replace(' ', '-')}-{number}",
            "summary": f"What {subject} means for people and teams, number {number}.",
            "body": json.dumps(body),
            "groups": [groups[number % 4]] if number % 3 else [],
            "components": [components[number % 6]],
        }
        rows.append((number, facts))
    with past_the_rule():
        for number, facts in rows:
            add(index, number, facts, kind, locale)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET numchild = %s WHERE id = %s", [end, index.pk])
    call_command("update_index", verbosity=0)
    vocabulary.renew()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@contextmanager
def past_the_rule() -> Iterator[None]:
    """Without the triggers that ask whether somebody agreed: nobody did, here."""
    for word in ("DISABLE", "ENABLE"):
        with connection.cursor() as cursor:
            for table in ("wagtailcore_page", "knowledge_resource"):
                cursor.execute(f"ALTER TABLE {table} {word} TRIGGER USER")
        if word == "DISABLE":
            yield


def add(index: Any, number: int, facts: dict[str, Any], kind: Any, locale: Any) -> None:
    """One published page, its resource and its kind: three rows, past the model's own `save`."""
    page = Method(**facts, content_type=kind, locale=locale, live=True, depth=index.depth + 1)
    page.path = page._get_path(index.path, page.depth, number + 1)
    page.url_path = f"{index.url_path}{page.slug}/"
    page.draft_title = page.title
    page.first_published_at = page.last_published_at = datetime(2015, 1, 1, 12, number % 60, tzinfo=UTC)
    models.Model.save_base(page, raw=False, force_insert=True)


if __name__ == "__main__":
    main()
