"""django-machina's side of `benchmarks/peers.py`, in a process and an environment of its own.

`python _peers_machina.py ADDRESS fill` makes its tables and takes the same topics and posts; without `fill` it prints
`ready`, and for each line `list`, `topic`, `middle` or `long` answers with the milliseconds, the queries and the bytes
of one page, as JSON. It is set up as its documentation says: its own templates, cached, DEBUG off, signed in.
"""

import json
import os
import sys
import time
from urllib.parse import parse_qs, urlsplit

APPS = "forum forum_conversation forum_conversation.forum_attachments forum_conversation.forum_polls forum_feeds"
APPS += " forum_moderation forum_search forum_tracking forum_member forum_permission"
SPACES, TOPICS, POSTS, PEOPLE, LONG = 8, 100_000, 10, 1_000, 2_000
PAGES = {"list": None, "topic": 1, "middle": 50, "long": 100}


def main() -> None:
    set_up(sys.argv[1])
    if "fill" in sys.argv:
        fill()
        return
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, addresses = Client(), addresses_of_pages()
    from django.contrib.auth import get_user_model
    from django.db import connection

    client.force_login(get_user_model().objects.get(username="reader"))
    print("ready", flush=True)
    for line in sys.stdin:
        name, _, how = line.strip().partition(" ")
        start = time.perf_counter()
        if how == "counted":
            with CaptureQueriesContext(connection) as found:
                answer = client.get(addresses[name])
            queries = len(found.captured_queries)
        else:
            answer, queries = client.get(addresses[name]), 0
        took = (time.perf_counter() - start) * 1000
        assert answer.status_code == 200, answer.status_code
        print(json.dumps([took, queries, len(answer.content)]), flush=True)


def set_up(address: str) -> None:
    """Its settings, as in "Getting started" of its documentation, on this database."""
    import django
    from django.conf import settings
    from machina import MACHINA_MAIN_STATIC_DIR, MACHINA_MAIN_TEMPLATE_DIR

    where = urlsplit(address)
    database = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": where.path.strip("/"),
        "USER": where.username,
        "PASSWORD": where.password or "",
        "HOST": parse_qs(where.query).get("host", [where.hostname])[0],
        "PORT": where.port or "",
        "CONN_MAX_AGE": 600,
    }
    processors = ["django.template.context_processors.request", "django.contrib.auth.context_processors.auth"]
    processors += ["django.contrib.messages.context_processors.messages", "machina.core.context_processors.metadata"]
    loaders = ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"]
    django_apps = "admin auth contenttypes sessions messages staticfiles"
    memory = "django.core.cache.backends.locmem.LocMemCache"
    settings.configure(
        SECRET_KEY="a benchmark",
        DEBUG=False,
        ALLOWED_HOSTS=["*"],
        USE_TZ=True,
        ROOT_URLCONF="_peers_machina",
        STATIC_URL="/static/",
        MEDIA_ROOT=os.environ.get("TMPDIR", "/tmp"),  # noqa: S108 - nothing is written there
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        DATABASES={"default": database},
        CACHES={name: {"BACKEND": memory, "LOCATION": name} for name in ("default", "machina_attachments")},
        HAYSTACK_CONNECTIONS={"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}},
        INSTALLED_APPS=[f"django.contrib.{name}" for name in django_apps.split()]
        + ["mptt", "haystack", "widget_tweaks", "machina"]
        + [f"machina.apps.{name}" for name in APPS.split()],
        MIDDLEWARE=[
            "django.middleware.security.SecurityMiddleware",
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "machina.apps.forum_permission.middleware.ForumPermissionMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [MACHINA_MAIN_TEMPLATE_DIR],
                "OPTIONS": {
                    "context_processors": processors,
                    "loaders": [("django.template.loaders.cached.Loader", loaders)],
                },
            }
        ],
        STATICFILES_DIRS=[MACHINA_MAIN_STATIC_DIR],
        MACHINA_TOPIC_POSTS_NUMBER_PER_PAGE=20,
        MACHINA_DEFAULT_AUTHENTICATED_USER_FORUM_PERMISSIONS=[
            *("can_see_forum", "can_read_forum", "can_start_new_topics", "can_reply_to_topics", "can_edit_own_posts"),
            *("can_post_without_approval", "can_delete_own_posts"),
        ],
    )
    django.setup()


def __getattr__(name: str) -> object:
    """This module is its own list of addresses; it can be made only once Django is set up."""
    if name != "urlpatterns":
        raise AttributeError(name)
    from django.urls import include, path

    return [path("forum/", include("machina.urls"))]


def addresses_of_pages() -> dict[str, str]:
    """A forum's list, a topic of ten posts, and the topic of 2,000 replies in its middle and at its end."""
    from machina.apps.forum.models import Forum
    from machina.apps.forum_conversation.models import Topic

    forum, long = Forum.objects.order_by("pk").first(), Topic.objects.order_by("pk").first()
    short = Topic.objects.filter(forum=forum).order_by("pk")[1]
    of = lambda topic: f"/forum/forum/{forum.slug}-{forum.pk}/topic/{topic.slug}-{topic.pk}/"  # noqa: E731
    return {
        "list": f"/forum/forum/{forum.slug}-{forum.pk}/",
        "topic": of(short),
        "middle": f"{of(long)}?page=50",
        "long": f"{of(long)}?page=101",
    }


def fill() -> None:
    """The same numbers as on our side, straight into the tables."""
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.db import connection
    from machina.apps.forum.models import Forum

    call_command("migrate", verbosity=0)
    for number in range(SPACES):
        Forum.objects.create(name=f"Space {number}", type=Forum.FORUM_POST)
    people = get_user_model()
    people.objects.bulk_create(people(username=f"person-{number}", password="!") for number in range(PEOPLE))
    people.objects.create(username="reader", password="!")
    with connection.cursor() as cursor:
        for statement in STATEMENTS:
            cursor.execute(statement)


# Every 8th topic is of one forum; topic 1 has 2,000 replies. The times count back from a fixed day.
STATEMENTS = (
    f"""INSERT INTO forum_conversation_topic
        (id, created, updated, subject, slug, type, status, approved, posts_count, views_count, last_post_on, forum_id,
         poster_id)
        SELECT n, '2015-01-01'::timestamptz + n * interval '1 minute', now(), 'What works for us, number ' || n,
               'what-works-' || n, 0, 0, true, CASE WHEN n = 1 THEN {LONG + 1} ELSE {POSTS} END, 0,
               '2015-01-01'::timestamptz + n * interval '1 minute' + interval '9 hours',
               (SELECT min(id) FROM forum_forum) + (n - 1) % {SPACES},
               (SELECT min(id) FROM auth_user) + n % {PEOPLE}
        FROM generate_series(1, {TOPICS}) AS n""",
    f"""INSERT INTO forum_conversation_post
        (id, created, updated, subject, content, _content_rendered, username, approved, enable_signature,
         updates_count, topic_id, poster_id)
        SELECT row_number() OVER (), t.created + p * interval '1 hour', now(), 'Re', words.plain, words.rendered, NULL,
               true, false, 0, t.id, (SELECT min(id) FROM auth_user) + (t.id * 7 + p) % {PEOPLE}
        FROM forum_conversation_topic t
        CROSS JOIN LATERAL generate_series(1, t.posts_count) AS p
        CROSS JOIN LATERAL (SELECT repeat('We tried this and it helped. ', 12) || t.id || ' ' || p AS plain,
            '<p>' || repeat('We tried this and it helped. ', 12) || t.id || ' ' || p || '</p>' AS rendered) AS words""",
    """UPDATE forum_conversation_topic t SET first_post_id = f.first, last_post_id = f.last
       FROM (SELECT topic_id, min(id) AS first, max(id) AS last FROM forum_conversation_post GROUP BY topic_id) f
       WHERE f.topic_id = t.id""",
    """UPDATE forum_forum f SET direct_posts_count = c.posts, direct_topics_count = c.topics, last_post_id = c.last,
           last_post_on = c.newest
       FROM (SELECT forum_id, sum(posts_count) AS posts, count(*) AS topics, max(last_post_id) AS last,
                    max(last_post_on) AS newest FROM forum_conversation_topic GROUP BY forum_id) c
       WHERE c.forum_id = f.id""",
    "ANALYZE",
)


if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    main()
