"""The topic list and a topic's page with 100,000 topics and a million posts, beside django-machina with the same data.

`script/bench peers`. Both stand on one PostgreSQL and take turns; both are asked by Django's client as somebody signed
in, whose reading is kept. machina runs in an environment of its own in `var/machina`, and never in the product. Ours
draws more on each page (help in a crisis, reports, thanks, the checks' words); no page of either is kept.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "platform")]

from benchmarks import _site  # noqa: E402 - starts Django, which the others need

# isort: split
from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import override_settings  # noqa: E402

from benchmarks import _environment  # noqa: E402
from benchmarks._peers_machina import LONG, PEOPLE, POSTS, SPACES, TOPICS  # noqa: E402
from embedded.postgres import Postgres  # noqa: E402
from peer_network.joining import actions as joining  # noqa: E402
from peer_network.models import Member, Topic  # noqa: E402
from tests import databases, template_cache  # noqa: E402

PACKAGES = ["django-machina==1.3.1", "django==5.2.19", "psycopg[binary]>=3.3"]
PROGRAM = str(PROJECT / "benchmarks" / "_peers_machina.py")
FEW, TURNS = 20, 60
NO_LIMITS = {"account": "1000000/m", "address": "1000000/m"}


def main() -> None:
    """Fills both, then asks each page in turns."""
    _site.prepare()
    python = _environment.python_of("machina", PACKAGES)
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        Path(folder).chmod(0o711)
        server = Postgres(Path(folder) / "postgres", fast=True)
        server.start(dies_with_us=True)
        try:
            compare(server, str(python))
        finally:
            databases.point_django_at("postgres")
            server.delete()


def compare(server: Postgres, python: str) -> None:
    """Both databases on one server."""
    assert template_cache.restore(server.url), "There is no dump of the template."
    name = server.url.split("?")[0].rsplit("/", 1)[-1]
    use(server, name)
    reader = a_reader()
    few = fill_and_count(reader, FEW)
    start = time.perf_counter()
    many = fill_and_count(reader, TOPICS)
    print(f"ours filled in {time.perf_counter() - start:.0f} s", flush=True)
    with connection.cursor() as cursor:
        cursor.execute("CREATE DATABASE machina")
    theirs = server.url_of("machina")
    start = time.perf_counter()
    subprocess.run([python, PROGRAM, theirs, "fill"], check=True)
    print(f"machina filled in {time.perf_counter() - start:.0f} s", flush=True)
    machina = Machina(python, theirs)
    with override_settings(RATE_LIMITS=dict.fromkeys(settings.RATE_LIMITS, NO_LIMITS)):
        take_turns(reader, machina, few, many)
    machina.end()


def use(server: Postgres, name: str) -> None:
    """Point Django at this server."""
    import environ

    connection.close()
    settings.DATABASES["default"].update(environ.Env.db_url_config(server.url_of(name)))
    connection.settings_dict.update(environ.Env.db_url_config(server.url_of(name)))
    connection.set_schema_to_public()


def a_reader() -> Client:
    """A member who is signed in."""
    client = _site.client_as("budget-holder")
    from accounts.models import User

    joining.join(display_name="Reader of the benchmark", is_adult=True, by=User.objects.latest("pk"))
    return client


def addresses() -> dict[str, str]:
    """As `_peers_machina.addresses_of_pages`: the same topics and the same places in them."""
    long = Topic.objects.order_by("pk").first()
    short = Topic.objects.filter(space=long.space).order_by("pk")[1]
    of = lambda topic: f"/peers/topics/{topic.public_id}/"  # noqa: E731
    return {
        "list": f"/peers/spaces/{long.space.slug}/",
        "topic": f"{of(short)}?page=1",
        "middle": f"{of(long)}?page=50",
        "long": f"{of(long)}?page=101",
    }


def fill_and_count(reader: Client, topics: int) -> dict[str, int]:
    """Fill up to so many topics, and count the queries of each page."""
    fill(topics)
    found = {}
    for name, address in addresses().items():
        assert reader.get(address).status_code == 200, address
        found[name] = _site.queries(lambda address=address: reader.get(address))
    return found


def fill(topics: int) -> None:
    """The same numbers as on machina's side, straight into the tables."""
    with connection.cursor() as cursor:
        for statement in STATEMENTS:
            cursor.execute(statement.replace("{topics}", str(topics)))
        cursor.execute("ANALYZE")
    assert Member.objects.count() == PEOPLE + 1


def take_turns(reader: Client, machina: "Machina", few: dict[str, int], many: dict[str, int]) -> None:
    """Each page by both, one after the other, so that whatever else runs meets both alike."""
    print(
        f"load {Path('/proc/loadavg').read_text().split()[0]}; {TOPICS:,} topics, {POSTS} posts each, one of {LONG:,}"
    )
    for name, address in addresses().items():
        ours, theirs = [], []
        reader.get(address), machina.ask(name)
        for _ in range(TURNS):
            start = time.perf_counter()
            answer = reader.get(address)
            ours.append((time.perf_counter() - start) * 1000)
            theirs.append(machina.ask(name)[0])
        mine, other = statistics.median(ours), statistics.median(theirs)
        same = "the same" if few[name] == many[name] else f"NOT the same: {few[name]} with {FEW} topics"
        print(
            f"{name:<8} ours {mine:6.1f} ms, {many[name]} queries ({same}), {len(answer.content) / 1000:.0f} kB; "
            f"machina {other:6.1f} ms, {machina.ask(name + ' counted')[1]} queries; {other / mine:.2f} times as fast",
            flush=True,
        )


class Machina:
    """machina's side, in its own process."""

    def __init__(self, python: str, address: str) -> None:
        self.process = subprocess.Popen(
            [python, PROGRAM, address], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout.readline() == "ready\n"

    def ask(self, words: str) -> list[float]:
        """Milliseconds, queries and bytes of a page."""
        self.process.stdin.write(f"{words}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self) -> None:
        self.process.communicate()


STATEMENTS = (
    f"""INSERT INTO accounts_user (password, is_superuser, public_id, email, name, is_active, is_staff, date_joined)
        SELECT '!', false, gen_random_uuid(), 'b' || n || '@example.org', 'B', true, false, now()
        FROM generate_series(1, {PEOPLE}) AS n ON CONFLICT DO NOTHING""",
    """INSERT INTO peer_network_member (public_id, user_id, display_name, name_key, joined_at, standing, state,
           state_reason, is_sample)
       SELECT gen_random_uuid(), id, 'Person ' || id, 'person' || id, now(), 'known', 'active', '', false
       FROM accounts_user WHERE email ~ '^b[0-9]+@example' ON CONFLICT DO NOTHING""",
    f"""INSERT INTO peer_network_space (slug, kind, title, about, "group", entry, "order", shown_topics, is_sample)
        SELECT 'space-' || n, 'network', 'Space ' || n, 'For a benchmark', '', 'open', 100, 0, false
        FROM generate_series(1, {SPACES}) AS n ON CONFLICT DO NOTHING""",
    f"""INSERT INTO peer_network_topic
        (id, public_id, space_id, author_id, title, opened_at, last_position, shown_posts, last_shown_at, is_pinned,
         is_title_shown, is_sample)
        SELECT n, gen_random_uuid(),
               (SELECT min(id) FROM peer_network_space WHERE slug ~ '^space-') + (n - 1) % {SPACES},
               (SELECT min(id) FROM peer_network_member WHERE name_key ~ '^person') + n % {PEOPLE},
               'What works for us, number ' || n, '2015-01-01'::timestamptz + n * interval '1 minute', posts, posts,
               '2015-01-01'::timestamptz + n * interval '1 minute' + interval '9 hours', false, true, false
        FROM generate_series(1, {{topics}}) AS n
        CROSS JOIN LATERAL (SELECT CASE WHEN n = 1 THEN {LONG + 1} ELSE {POSTS} END AS posts) AS c
        ON CONFLICT DO NOTHING""",
    f"""INSERT INTO peer_network_post
        (public_id, topic_id, author_id, body, quoted_words, state, position, written_at, shown_at, is_sample)
        SELECT gen_random_uuid(), t.id,
               (SELECT min(id) FROM peer_network_member WHERE name_key ~ '^person') + (t.id * 7 + p) % {PEOPLE},
               repeat('We tried this and it helped. ', 12) || t.id || ' ' || p, '', 'shown', p,
               t.opened_at + p * interval '1 hour', t.opened_at + p * interval '1 hour', false
        FROM peer_network_topic t CROSS JOIN LATERAL generate_series(1, t.shown_posts) AS p
        ON CONFLICT DO NOTHING""",
    """UPDATE peer_network_space s
       SET shown_topics = (SELECT count(*) FROM peer_network_topic t WHERE t.space_id = s.id)""",
)


if __name__ == "__main__":
    main()
