"""A prepared query gives what its queryset would, for each value and in each area, and loses no value on the way."""

import datetime
import uuid
from typing import Any

import pytest
from django.db.models import F, Value
from django.db.models.functions import Concat

from accounts.models import User
from config.prepared import Prepared
from tenants.contexts import in_area
from tenants.models import Area, Membership
from tenants.rollout.models import Resource


def test_rows_are_those_of_the_values_and_the_query_is_put_together_once(person: Any) -> None:
    jo, mo, built = person("carer"), person("board-member"), []

    def live_of(user: int, role: str) -> Any:
        built.append(user)
        return Membership.objects.filter(user=user, role=role).select_related("user").annotate(again=F("role"))

    held = Prepared(live_of)
    (row,) = held(jo.pk, "carer")
    assert (row.user, row.again, row._state.adding) == (jo, "carer", False)
    assert [row.user for row in held(mo.pk, "board-member")] == [mo]
    assert held(mo.pk, "carer") == []
    assert len(built) == 1 and built != [jo.pk]


def test_tuples_single_values_and_ids_of_addresses(person: Any) -> None:
    jo, mo = person("carer"), person("board-member")
    pairs = Prepared(lambda public_id: User.objects.filter(public_id=public_id).values_list("pk", "email"))
    assert pairs(mo.public_id) == [(mo.pk, mo.email)]
    assert pairs(uuid.uuid4()) == []
    single = Prepared(lambda number: User.objects.filter(pk=number).values_list("email", flat=True))
    assert (single(jo.pk), single(mo.pk)) == ([jo.email], [mo.email])


def test_times(person: Any) -> None:
    jo = person("carer")
    joined = Prepared(lambda at: User.objects.filter(date_joined__lte=at, pk=jo.pk))
    assert joined(jo.date_joined) == [jo]
    assert joined(jo.date_joined - datetime.timedelta(seconds=1)) == []


def test_lists_may_be_of_any_length(person: Any, django_assert_num_queries: Any) -> None:
    people = [person("carer") for _ in range(3)]
    numbers = [each.pk for each in people]
    among = Prepared(lambda pks, emails: User.objects.filter(pk__in=pks, email__in=emails).order_by("pk"))
    emails = [each.email for each in people]
    assert among(numbers, emails) == people
    assert among(numbers[1:], emails) == people[1:]
    assert among([numbers[0], numbers[0], numbers[2]], emails) == [people[0], people[2]]
    with django_assert_num_queries(0):
        assert among([], emails) == []


def test_values_are_given_to_the_database_and_are_no_part_of_the_sql(person: Any) -> None:
    person("carer")
    words = Prepared(lambda text: Membership.objects.filter(role=text))
    assert len(words("carer")) == 1
    assert words("carer' OR true --") == []


def test_what_is_prepared_in_one_area_asks_in_the_other(kernow: Any, bristol: Any) -> None:
    lent = Prepared(lambda what: Resource.objects.filter(what=what).values_list("what", flat=True))
    with in_area(kernow):
        Resource.objects.create(what="A minibus")
        assert lent("A minibus") == ["A minibus"]
    with in_area(bristol):
        assert lent("A minibus") == []


@pytest.mark.parametrize(
    "build",
    [
        lambda number: User.objects.all(),
        lambda number: User.objects.all()[:number],
        lambda number: User.objects.filter(pk=number, last_login__gt=F("date_joined")).filter(pk__lt=number + 1),
        lambda word: User.objects.annotate(said=Concat("name", Value(f"{word}!"))),
    ],
    ids=["left out", "in the limit", "reckoned with", "joined to another"],
)
def test_a_value_that_would_be_lost_is_refused(build: Any, db: None) -> None:
    with pytest.raises(ValueError, match="doesn't reach the database"):
        Prepared(build)(1)


@pytest.mark.parametrize(
    "build",
    [
        lambda number: User.objects.filter(pk=number).prefetch_related("memberships"),
        lambda number: User.objects.filter(pk=number).values("email"),
    ],
    ids=["prefetch_related", "values"],
)
def test_what_cant_be_prepared_is_refused(build: Any, db: None) -> None:
    with pytest.raises(TypeError, match="prefetch nothing"):
        Prepared(build)(1)


def test_values_of_other_kinds_are_refused(kernow: Area) -> None:
    with pytest.raises(TypeError, match="numbers, ids, words"):
        Prepared(lambda area: Area.objects.filter(pk=area))(kernow)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="numbers, ids, words"):
        Prepared(lambda is_active: User.objects.filter(is_active=is_active))(True)
