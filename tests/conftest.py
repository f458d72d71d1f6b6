"""What every test stands on: a known schema, a copy of the template database, and people with roles."""

import itertools
import os
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django_redis import get_redis_connection

from embedded import processes
from tests import databases
from ui import shortly

_numbers = itertools.count(1)
BUILDER = pytest.StashKey[int]()
CACHE_PREFIX = f"ipc-{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"


@pytest.fixture(scope="session")
def database_name(worker_id: str) -> str:
    """This worker's own database."""
    return f"ipc_test_{worker_id}"


@pytest.fixture(scope="session")
def django_db_setup(database_name: str, django_db_blocker: Any) -> Iterator[None]:
    """In place of pytest-django's: copy the template instead of migrating in every worker."""
    with django_db_blocker.unblock():
        databases.make_template()
        databases.copy_template(database_name)
        databases.point_django_at(database_name)
    yield
    with django_db_blocker.unblock():
        databases.point_django_at("postgres")
        databases.drop(database_name)


@pytest.fixture
def committed_db(django_db_setup: None, database_name: str, django_db_blocker: Any) -> Iterator[str]:
    """The database with real commits, for threads, workers and kills; afterwards it is copied afresh."""
    with django_db_blocker.unblock():
        yield database_name
        databases.point_django_at("postgres")
        databases.copy_template(database_name)
        databases.point_django_at(database_name)


@pytest.fixture(autouse=True)
def known_schema() -> Iterator[None]:
    """Every test begins in `public` and must leave the connection there."""
    connection.set_schema_to_public()
    yield
    left_in = connection.schema_name
    connection.set_schema_to_public()
    assert left_in == "public", f"The test left the connection in {left_in}."


@pytest.fixture(autouse=True)
def empty_caches() -> None:
    """No value survives from one test to the next; other workers' values, in the same Redis, stay."""
    shortly.forget()
    redis = get_redis_connection("default")
    keys = list(redis.scan_iter(match=f"{CACHE_PREFIX}:*", count=1000))
    if keys:
        redis.delete(*keys)


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches beyond this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else "localhost"
        if host not in {"127.0.0.1", "::1", "localhost"}:
            raise RuntimeError(f"A test tried to reach {host}.")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def kernow(db: None) -> Any:
    """The area NHS Kernow."""
    from tenants.models import Area

    return Area.objects.get(slug="kernow")


@pytest.fixture
def bristol(db: None) -> Any:
    """The area NHS Bristol: the other area in tests of what must stay apart."""
    from tenants.models import Area

    return Area.objects.get(slug="bristol")


def make_person(*roles: str, area: Any = None, organisation: Any = None, two_steps: bool = True) -> Any:
    """A person with these roles, given by the real action; staff roles come with two-step sign-in set up."""
    from allauth.account.models import EmailAddress
    from allauth.mfa.models import Authenticator

    from accounts import policy
    from accounts.models import User
    from tenants.memberships import grant

    number = next(_numbers)
    user = User.objects.create_user(f"person-{number}@example.org", name=f"Person {number}")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    for role in roles:
        scope = policy.ROLES[role].scope
        where = area if scope in {policy.Scope.AREA, policy.Scope.AREA_OR_NETWORK} else None
        grant(user=user, role=role, area=where, organisation=organisation, by=None)
    if two_steps and any(policy.ROLES[role].staff for role in roles):
        Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "not-used"})
    return user


@pytest.fixture
def person(db: None) -> Callable[..., Any]:
    """Makes a person: `person("area-lead", area=kernow)`."""
    return make_person


@pytest.fixture
def client_as(db: None) -> Callable[..., Client]:
    """A signed-in client: `client_as("area-lead", area=kernow)`; the person is `client.person`."""

    from allauth.usersessions.models import UserSession

    def sign_in(*roles: str, **where: Any) -> Client:
        client = Client()
        client.person = make_person(*roles, **where)
        client.force_login(client.person, backend="accounts.backends.ActiveModelBackend")
        # What allauth notes of a real sign-in, so that ending somebody's sessions finds this one.
        UserSession.objects.create(
            user=client.person, session_key=client.session.session_key, ip="127.0.0.1", user_agent="test"
        )
        return client

    return sign_in


def pytest_configure(config: pytest.Config) -> None:
    """Each worker's cache keys apart from the others'; the one who starts the workers begins what all copy.

    Pages of one test are asked with the same questions, however soon one comes after another.
    """
    shortly.SECONDS = 0
    for cache in settings.CACHES.values():
        cache["KEY_PREFIX"] = CACHE_PREFIX
    if "PYTEST_XDIST_WORKER" not in os.environ and not config.option.collectonly:
        is_all = config.args == config.getini("testpaths")
        config.stash[BUILDER] = databases.begin(["site"] if is_all or "e2e" in "".join(config.args) else [])


def pytest_unconfigure(config: pytest.Config) -> None:
    """Nobody waits for it any more, should it not be done."""
    if BUILDER in config.stash:
        processes.end_group(config.stash[BUILDER], seconds=5)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need no database come first, while it is made."""
    items.sort(key=_needs_a_database)


def _needs_a_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "django_db_setup", "site"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures) or item.get_closest_marker("django_db") is not None


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Says how many questions the rights table asked."""
    from tests.trust import tallies

    for line in tallies.lines():
        terminalreporter.write_line(line)


def pytest_report_header() -> str:
    """Says where this run's servers keep their data."""
    return f"servers of this run: {os.environ.get('IPC_TEST_HOME')}"
