"""Limits on how often: by account, by address, past a forged address, and without Redis."""

import time
from pathlib import Path

import pytest
import time_machine
from django.core.cache import caches
from django.core.exceptions import ImproperlyConfigured
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts import rate_limits
from embedded.redis import Redis
from tenants.contexts import in_area
from tests.conftest import make_person

THREE = {"account": "3/m", "address": "3/m"}


@pytest.fixture
def three_searches(settings):
    """Three searches a minute, for anybody."""
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "search": THREE}
    return reverse("find:search")


def statuses(client, address, times, **more):
    return [client.get(address, **more).status_code for _ in range(times)]


def test_fourth_use_is_refused_with_the_time_to_wait(three_searches, client, db):
    assert statuses(client, three_searches, 4) == [200, 200, 200, 429]

    refused = client.get(three_searches)

    assert 1 <= int(refused["Retry-After"]) <= 60
    assert "Please wait a little" in refused.text
    assert "then try again" in refused.text


def test_limit_is_over_after_its_time(three_searches, client, db):
    with time_machine.travel(time.time(), tick=False) as clock:
        assert statuses(client, three_searches, 4)[-1] == 429
        wait = int(client.get(three_searches)["Retry-After"])
        clock.shift(wait - 1)
        assert client.get(three_searches).status_code == 429
        clock.shift(1)
        assert client.get(three_searches).status_code == 200


def test_limit_goes_by_account_and_not_by_the_shared_address(three_searches, client_as):
    somebody, another = client_as("carer"), client_as("carer")

    assert statuses(somebody, three_searches, 4)[-1] == 429
    assert another.get(three_searches).status_code == 200


def test_second_browser_of_the_same_person_gives_no_more(three_searches, client_as):
    first = client_as("carer")
    second = Client()
    second.force_login(first.person, backend="accounts.backends.ActiveModelBackend")

    assert statuses(first, three_searches, 2) == [200, 200]
    assert statuses(second, three_searches, 2) == [200, 429]


def test_forged_address_passes_no_limit(three_searches, client, db, settings):
    forged = [client.get(three_searches, headers={"X-Forwarded-For": f"198.51.100.{n}"}) for n in range(4)]
    assert [answer.status_code for answer in forged] == [200, 200, 200, 429]


def test_behind_a_proxy_only_what_the_proxy_wrote_is_believed(three_searches, client, db, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    def ask(forged, real):
        return client.get(three_searches, headers={"X-Forwarded-For": f"{forged}, {real}"}).status_code

    assert [ask(f"198.51.100.{n}", "192.0.2.7") for n in range(4)] == [200, 200, 200, 429]
    assert ask("198.51.100.1", "192.0.2.8") == 200


def test_limit_in_one_area_counts_in_another(three_searches, client_as, kernow, bristol):
    """The cache is kept apart by area; limits are the person's."""
    request = RequestFactory().get("/")
    request.user = make_person("carer", area=kernow)
    for area in (kernow, bristol, kernow):
        with in_area(area):
            assert rate_limits.count(request, "search") == 0
    with in_area(bristol):
        assert rate_limits.count(request, "search") > 0


def test_name_without_a_limit_is_refused_at_once():
    with pytest.raises(ImproperlyConfigured, match="no-such-limit"):
        rate_limits.limited("no-such-limit")


@pytest.fixture
def redis_of_its_own(settings, tmp_path):
    """A Redis that the test may really stop; the caches use it."""
    redis = Redis(Path(tmp_path) / "redis")
    redis.start(dies_with_us=True)
    settings.CACHES = {
        name: cache if name == "counters" else {**cache, "LOCATION": redis.url}
        for name, cache in settings.CACHES.items()
    }
    yield redis
    redis.stop()


@pytest.mark.django_db
def test_limits_hold_when_redis_is_down(three_searches, client, redis_of_its_own):
    assert statuses(client, three_searches, 4) == [200, 200, 200, 429]
    redis_of_its_own.stop()
    assert caches["default"].add("anything", 1) is None, "Redis answers: the test shows nothing"

    assert statuses(client, three_searches, 4) == [200, 200, 200, 429]


def test_wrong_passwords_are_counted_when_redis_is_down(client, redis_of_its_own, db):
    person = make_person("carer", area=None)
    person.set_password("the right pass phrase")
    person.save()
    redis_of_its_own.stop()

    def sign_in(password):
        return client.post(reverse("account_login"), {"login": person.email, "password": password})

    wrong = [sign_in("not the pass phrase") for _ in range(5)]
    sixth = sign_in("the right pass phrase")

    assert all("not correct" in answer.text for answer in wrong)
    assert sixth.status_code == 200
    assert "Too many failed" in sixth.text


def test_people_can_sign_in_when_redis_is_down(client, redis_of_its_own, db):
    person = make_person("carer", area=None)
    person.set_password("the right pass phrase")
    person.save()
    redis_of_its_own.stop()

    answer = client.post(reverse("account_login"), {"login": person.email, "password": "the right pass phrase"})

    assert answer.status_code == 302
    assert answer["Location"] == "/home/"
